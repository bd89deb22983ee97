"""Made-up participants, so that who leads a session can rehearse it: the same ones for the same seed.

They are no forecast. Most weigh like one of a few example profiles of the case that lie far apart, with a hand that
shakes, so that there are groups to practise with; the others like any profile. Some leave a theme open, some join late,
some never hand anything in, some do not come back for the second round.
"""

from dataclasses import dataclass, replace

import numpy as np

from cases.definition.model import Case
from cases.definition.profile import Profile
from mcda.inputs import Floats
from weighing.comparison import compare
from weighing.weighing import LARGEST, OWN, Weighing
from workshop.group.votes import NONE

SHAKES = 15.0
"""Points (standard deviation) by which somebody differs from the profile that is nearest."""

CAMPS, IN_CAMP = 3, 0.75
"""Profiles that most people follow, and the chance to be one of those people."""

STEP = 5.0
"""Points to which a slider of the phone goes."""

LATE, EMPTY, GONE, LEFT_OPEN, ADJUSTS, FOLLOWS = 0.1, 0.05, 0.05, 0.06, 0.4, 0.6
"""Chance to join late; to hand in nothing; to be gone in the second round; that a theme below the largest is left open;
to give other points in the second round; and that the gut names what comes first by one's own weights."""


@dataclass(frozen=True)
class MadeUpParticipant:
    """One participant of a rehearsal."""

    key: str
    joins: float
    """0: before the first step; up to 1: so far through the session."""
    gut: int
    """The row of an alternative, ``NONE`` for no answer."""
    first: Weighing | None
    """What is handed in, every theme answered; None when nothing is."""
    second: Weighing | None


def made_up_participants(case: Case, count: int, seed: int) -> tuple[MadeUpParticipant, ...]:
    """So many participants. A larger count with the same seed begins with the same people.

    Args:
        case: the case of the session; without example profiles people weigh at random.
        count: how many.
        seed: a whole number from 0.
    """
    profiles = [_shares(case, profile) for profile in case.profiles]
    camps = _far_apart(profiles, np.random.default_rng([seed])) if profiles else []
    return tuple(
        _one(case, number, profiles, camps, np.random.default_rng([seed, number + 1])) for number in range(count)
    )


def _shares(case: Case, profile: Profile) -> Floats:
    points = np.array([profile.points.get(theme.id, 0.0) for theme in case.themes])
    shares: Floats = points / points.sum()
    return shares


def _far_apart(profiles: list[Floats], chance: np.random.Generator) -> list[Floats]:
    """Some profile, and each time the one that is furthest from those before it."""
    found = [profiles[int(chance.integers(len(profiles)))]]
    while len(found) < min(CAMPS, len(profiles)):
        nearest = [min(float(np.abs(one - other).sum()) for other in found) for one in profiles]
        found.append(profiles[int(np.argmax(nearest))])
    return found


def _one(
    case: Case, number: int, profiles: list[Floats], camps: list[Floats], chance: np.random.Generator
) -> MadeUpParticipant:
    joins = float(chance.uniform(0.2, 0.8)) if chance.random() < LATE else 0.0
    first = _weighing(case, _start(case, profiles, camps, chance), chance)
    again = _weighing(case, _points(case, first), chance) if chance.random() < ADJUSTS else first
    found = MadeUpParticipant(f"rehearsal-{number + 1}", joins, _gut(case, first, chance), first, again)
    if chance.random() < EMPTY:
        return replace(found, first=None, second=None)
    return replace(found, second=None) if chance.random() < GONE else found


def _start(case: Case, profiles: list[Floats], camps: list[Floats], chance: np.random.Generator) -> Floats:
    """Shape (theme,): the points of some profile, or any points when there is none."""
    if not profiles:
        return chance.uniform(0, LARGEST, len(case.themes))
    some = camps if chance.random() < IN_CAMP else profiles
    shares = some[int(chance.integers(len(some)))]
    start: Floats = LARGEST * shares / shares.max()
    return start


def _points(case: Case, weighing: Weighing) -> Floats:
    return np.array([weighing.theme_points.get(theme.id, LARGEST / 2) for theme in case.themes])


def _weighing(case: Case, points: Floats, chance: np.random.Generator) -> Weighing:
    given = np.maximum(points + chance.normal(0, SHAKES, points.size), 1)
    given = np.round(given / given.max() * LARGEST / STEP) * STEP
    is_open = (given < LARGEST) & (chance.random(given.size) < LEFT_OPEN)
    themes = [theme.id for theme in case.themes]
    known = {theme: float(value) for theme, value, out in zip(themes, given, is_open, strict=True) if not out}
    return Weighing(OWN, known, unsure=frozenset(themes) - set(known))


def _gut(case: Case, weighing: Weighing, chance: np.random.Generator) -> int:
    comparison = compare(case, weighing)
    if comparison is not None and chance.random() < FOLLOWS:
        return comparison.first
    return int(chance.integers(NONE, len(case.alternatives)))
