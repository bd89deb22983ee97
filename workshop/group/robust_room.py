"""How sure the room's first place is: over all ballots and what the effects may turn out to be, and at its middle.

Every ballot meets the draws of effects that every other result of the product uses (``weighing.score_draws``). In a
large room each meets a part of them, the next ballot the next part, so that together they meet them all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

import numpy as np
import numpy.typing as npt

from mcda.inputs import Bools, Floats, Ints
from weighing.comparison import compare
from weighing.score_draws import LEVEL, SAMPLES, effect_draws
from weighing.verdict import Verdict, verdict
from weighing.weighing import LARGEST, OWN, Weighing
from workshop.group.outcomes import Outcomes
from workshop.group.spread import known, rounded
from workshop.group.votes import Votes, refuse_small

PAIRS = 2**21
"""Ballots times draws in all: with 64 ballots or fewer each meets every draw."""

Draws = npt.NDArray[np.float32]


@dataclass(frozen=True)
class FirstShares:
    """How often each alternative comes first, over ballots and effects together."""

    shares: tuple[float, ...]
    """By row of the case; alternatives that are equal share the place. 0 for one that is never first."""
    unsure: float
    """What depends on themes that were left open: no alternative is first there at every weighting."""


def first_shares_of_room(outcomes: Outcomes) -> FirstShares:
    """Every ballot counts the same, and so does every draw of the effects; at least one ballot and one contender."""
    votes, race = outcomes.votes, list(outcomes.race)
    sums = np.zeros(len(votes.case.alternatives))
    for rows, draws in _parts(votes):
        sums[race] += _first(votes.only(rows), draws[race])
    shares = sums / len(votes)
    return FirstShares(tuple(shares.tolist()), max(0.0, 1 - float(shares.sum())))


def middle_weighing(votes: Votes, minimum: int) -> Weighing | None:
    """The middle points for each theme, with the largest brought to 100. None when they are 0 everywhere.

    A theme for which fewer than the minimum gave points stays open. Of criteria the middle share within the theme
    counts. It is nobody's weighting, and a room that is divided has nobody near it: it is shown beside the spread only.
    """
    refuse_small(minimum)
    answers = {
        theme.id: known(column) for theme, column in zip(votes.case.themes, rounded(votes.points).T, strict=True)
    }
    middles = {theme: float(np.median(points)) for theme, points in answers.items() if points.size >= minimum}
    largest = max(middles.values(), default=0.0)
    if largest == 0:
        return None
    given = {theme: round(LARGEST * middle / largest, 1) for theme, middle in middles.items()}
    unsure = frozenset(theme.id for theme in votes.case.themes) - set(given)
    return Weighing(OWN, given, _middle_within(votes), unsure=unsure)


def middle_verdict(votes: Votes, minimum: int) -> Verdict | None:
    """What comes first at the middle of the room, and how sure that is; None when the room has no middle to weigh."""
    weighing = middle_weighing(votes, minimum)
    comparison = None if weighing is None else compare(votes.case, weighing)
    return None if comparison is None else verdict(comparison)


def _middle_within(votes: Votes) -> dict[str, float]:
    if votes.criterion_points is None:
        return {}
    found: dict[str, float] = {}
    middles = np.median(votes.within, axis=0)
    for theme in votes.case.themes:
        places = [votes.table.criteria.index(item.id) for item in votes.case.summed_in(theme.id)]
        largest = float(middles[places].max())
        if largest > 0:
            found |= {votes.table.criteria[place]: round(LARGEST * middles[place] / largest, 1) for place in places}
    return found


def _parts(votes: Votes) -> Iterator[tuple[Ints, Draws]]:
    """The ballots that meet each part of the draws, with that part: (alternative, criterion, draw)."""
    draws = effect_draws(votes.case, "main")
    parts = 1
    while len(votes) * SAMPLES // parts > PAIRS and parts < SAMPLES // 256:
        parts *= 2
    width, order = SAMPLES // parts, votes.canonical
    for part in range(min(parts, len(votes))):
        yield order[part::parts], draws[:, :, part * width : (part + 1) * width]


def _first(votes: Votes, draws: Draws) -> Floats:
    """Shape (alternative,): over how many of these ballots each is first, each ballot divided over the draws."""
    theme_of = votes.table.theme_of
    weights = votes.given[:, theme_of] * votes.within
    unit = np.maximum(votes.given.sum(axis=1, keepdims=True), LARGEST)
    is_open: Bools = np.array(votes.open.any(axis=1))
    sums = np.zeros(len(draws))
    for row in range(len(votes)):  # one by one: a ballot with its draws stays near the processor
        totals = _totals(draws, weights[row] / unit[row])
        if is_open[row]:
            most = LARGEST * votes.within[row] / unit[row]
            extra = [_totals(draws, np.where(theme_of == theme, most, 0)) for theme in np.flatnonzero(votes.open[row])]
            first = _always(totals, extra)
        else:
            first = np.asarray(totals >= totals.max(axis=0) - np.float32(LEVEL))
        sums += _shared(first)
    return sums


def _totals(draws: Draws, weights: Floats) -> Draws:
    """Shape (alternative, draw)."""
    found: Draws = weights.astype(np.float32) @ draws
    return found


def _always(totals: Draws, extra: list[Draws]) -> Bools:
    """Shape (alternative, draw): True where it is first whatever the open themes get, up to the largest."""
    always = np.ones(totals.shape, dtype=bool)
    for one, other in permutations(range(len(totals)), 2):
        lead = totals[one] - totals[other]
        for part in extra:
            lead += np.minimum(part[one] - part[other], 0)
        always[one] &= lead >= -LEVEL
    return always


def _shared(first: Bools) -> Floats:
    """Shape (alternative,): the share of the draws in which each is first; those that are first together share it."""
    together = first.sum(axis=0)
    found: Floats = (first if together.max(initial=0) <= 1 else first / np.maximum(together, 1)).mean(axis=1)
    return found
