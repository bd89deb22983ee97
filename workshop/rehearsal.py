"""Made-up participants, so that who leads a session can rehearse it: the same ones for the same seed.

They are no forecast. Most weigh like an example profile of the case with a hand that shakes; some leave a theme open,
some join late, some never hand anything in, some do not come back for the second round.
"""

from dataclasses import dataclass, replace

import numpy as np

from cases.definition.model import Case
from mcda.inputs import Floats
from weighing.comparison import compare
from weighing.weighing import LARGEST, OWN, Weighing
from workshop.group.votes import NONE

SHAKES = 15.0
"""Points (standard deviation) by which somebody differs from the profile that is nearest."""

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
    return tuple(_one(case, number, np.random.default_rng([seed, number])) for number in range(count))


def _one(case: Case, number: int, chance: np.random.Generator) -> MadeUpParticipant:
    joins = float(chance.uniform(0.2, 0.8)) if chance.random() < LATE else 0.0
    first = _weighing(case, _start(case, chance), chance)
    again = _weighing(case, _points(case, first), chance) if chance.random() < ADJUSTS else first
    found = MadeUpParticipant(f"rehearsal-{number + 1}", joins, _gut(case, first, chance), first, again)
    if chance.random() < EMPTY:
        return replace(found, first=None, second=None)
    return replace(found, second=None) if chance.random() < GONE else found


def _start(case: Case, chance: np.random.Generator) -> Floats:
    """Shape (theme,): the points of some profile, or any points when there is none."""
    if not case.profiles:
        return chance.uniform(0, LARGEST, len(case.themes))
    profile = case.profiles[int(chance.integers(len(case.profiles)))]
    return np.array([profile.points.get(theme.id, 0.0) for theme in case.themes])


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
