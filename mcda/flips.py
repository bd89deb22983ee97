"""What is the smallest change that puts another alternative first?

"First" is the alternative with the highest total at the present weights; among equals, the lowest row. A change
flips it when a rival draws level and any more of the same change puts the rival ahead. Every rival is tried, and the
nearest one counts. If a rival is level already, no change is needed. If the first is at least as good as all others
on everything that can carry weight, no weights flip it and the answer is None.

With ``groups`` (themes) only the weights of the groups change, and the shares within each group stay. In a group
without weight now the criteria count equally, as in ``tipping``.

Reference:
    Mareschal (1988), Weight stability intervals in multicriteria decision aid, European Journal of Operational
    Research 33(1), 54-64; Triantaphyllou and Sanchez (1997), A sensitivity analysis approach for some deterministic
    multi-criteria decision-making methods, Decision Sciences 28(1), 151-194 (most critical changes).
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mcda.inputs import TIE, Floats, Ints, as_all_groups, as_rivals, as_weights
from mcda.weights import weights_of_groups

_LARGEST_FACTOR = 1e6
"""Weights that must be off by more than this are no doubt about weights."""


@dataclass(frozen=True, eq=False)
class CommonFactor:
    """How far all weights together may be off before another alternative is first."""

    rival: int
    """Row of the alternative that draws level."""
    factor: float
    """1 or more: weights that favour the first are divided by it, those that favour the rival multiplied."""
    weights: Floats
    """Shape (criterion,), sums to 1: the weights at which the rival draws level."""


@dataclass(frozen=True, eq=False)
class SmallestShift:
    """The least weight that has to change place before another alternative is first."""

    rival: int
    """Row of the alternative that draws level."""
    moved: float
    """Share of all weight that changes place, 0 to 1."""
    taken: Floats
    """Shape (criterion,), or (group,) with groups: what is taken from each; adds up to ``moved``."""
    given_to: int | None
    """Number of the criterion or group that receives it all; None if nothing has to move."""
    weights: Floats
    """Shape (criterion,), sums to 1: the weights after the shift."""


@dataclass(frozen=True, eq=False)
class NearestWeights:
    """The weights closest to the present ones at which another alternative is first."""

    rival: int
    """Row of the alternative that draws level."""
    distance: float
    """Straight-line distance from the present weights (of the groups, with groups): root of the summed squares."""
    weights: Floats
    """Shape (criterion,), sums to 1."""


@dataclass(frozen=True, eq=False)
class ScoreChanges:
    """By how many points one single score must change before a rival draws level."""

    first: int
    """Row of the alternative with the highest total now."""
    fall_of_first: Floats
    """Shape (alternative, criterion): [i, j] is the fall of the first on criterion j that brings it level with i."""
    rise_of_other: Floats
    """Shape (alternative, criterion): [i, j] is the rise of i on criterion j that brings it level with the first."""


def common_factor(
    scores: npt.ArrayLike, weights: npt.ArrayLike, groups: npt.ArrayLike | None = None
) -> CommonFactor | None:
    """The factor by which the weights must be off, all in the rival's favour, before another alternative is first.

    With d the lead of the first over a rival per criterion, the factor is the root of (sum of w d where d > 0) /
    (sum of w abs(d) where d < 0). As long as every weight is off by less, the first stays first.

    Args:
        scores: shape (alternative, criterion), in points; at least two alternatives. A score without weight may be
            unknown (NaN).
        weights: shape (criterion,), sum to 1: the weights now.
        groups: shape (criterion,), number of the group (theme) of each criterion, from 0 without a gap. None: each
            criterion moves by itself.

    Returns:
        The nearest flip; None if no factor flips (below a million). A weight of 0 stays 0.

    Raises:
        ValueError: a score that counts is not known (NaN) or infinite, there is only one alternative, or weights or
            groups do not fit.
    """
    field = _field(scores, weights, groups, from_nothing=False)
    nearest: tuple[float, int, Floats] | None = None
    for rival, leads, gap in field.rivals():
        pro, contra = (float((field.weights * part).sum()) for part in (leads.clip(min=0), (-leads).clip(min=0)))
        if gap > TIE and pro >= contra * _LARGEST_FACTOR**2:
            continue
        factor = math.sqrt(pro / contra) if gap > TIE else 1.0
        if nearest is None or factor < nearest[0]:
            flipped = field.weights * factor ** -np.sign(leads)
            nearest = factor, rival, flipped / flipped.sum()
    return nearest and CommonFactor(nearest[1], nearest[0], field.spread(nearest[2]))


def smallest_shift(
    scores: npt.ArrayLike, weights: npt.ArrayLike, groups: npt.ArrayLike | None = None
) -> SmallestShift | None:
    """The least weight that must change place before another alternative is first.

    All of it goes to where the rival's lead is largest, and comes from where the first leads most, then second most,
    and so on (a fractional knapsack). Half the summed absolute changes of the weights is what moved.

    Args:
        scores: shape (alternative, criterion), in points, all known; at least two alternatives.
        weights: shape (criterion,), sum to 1: the weights now.
        groups: as for ``common_factor``.

    Returns:
        The nearest flip; None if no weights flip.

    Raises:
        ValueError: as for ``common_factor``; here a score without weight must be known too, as it can receive weight.
    """
    field = _field(scores, weights, groups, from_nothing=True)
    nearest: SmallestShift | None = None
    for rival, leads, gap in field.rivals():
        taken, given_to = np.zeros(leads.size), None
        if gap > TIE:
            given_to = int(leads.argmin())
            if leads[given_to] >= 0:
                continue
            taken = _taken(leads, field.weights, gap)
        moved = float(taken.sum())
        if nearest is None or moved < nearest.moved:
            shifted = field.weights - taken
            if given_to is not None:
                shifted[given_to] += moved
            nearest = SmallestShift(rival, moved, taken, given_to, field.spread(shifted))
    return nearest


def nearest_weights(
    scores: npt.ArrayLike, weights: npt.ArrayLike, groups: npt.ArrayLike | None = None
) -> NearestWeights | None:
    """The weights closest to the present ones, by straight-line distance, at which another alternative is first.

    They are the projection of w - t d on the weights that are 0 or more and sum to 1, for the t at which the lead is 0.

    Args:
        scores: shape (alternative, criterion), in points, all known; at least two alternatives.
        weights: shape (criterion,), sum to 1: the weights now.
        groups: as for ``common_factor``.

    Returns:
        The nearest flip; None if no weights flip.

    Raises:
        ValueError: as for ``smallest_shift``.

    Reference:
        Held, Wolfe and Crowder (1974), Validation of subgradient optimization, Mathematical Programming 6, 62-88
        (projection on the simplex).
    """
    field = _field(scores, weights, groups, from_nothing=True)
    nearest: tuple[float, int, Floats] | None = None
    for rival, leads, gap in field.rivals():
        if gap > TIE and leads.min() >= 0:
            continue
        found = _level(leads, field.weights) if gap > TIE else field.weights
        distance = float(np.linalg.norm(found - field.weights))
        if nearest is None or distance < nearest[0]:
            nearest = distance, rival, found
    return nearest and NearestWeights(nearest[1], nearest[0], field.spread(nearest[2]))


def smallest_score_changes(scores: npt.ArrayLike, weights: npt.ArrayLike) -> ScoreChanges:
    """By how many points one single score must change, all else the same, before a rival draws level with the first.

    The change is the gap in totals divided by the weight of the criterion.

    Args:
        scores: shape (alternative, criterion), 0 to 100; at least two alternatives. A score without weight may be
            unknown (NaN).
        weights: shape (criterion,), sum to 1.

    Returns:
        Falls and rises in points, 0 or more, 0 where the two are level already. NaN where the score would leave 0 to
        100, where the criterion has no weight, and in the row of the first itself.

    Raises:
        ValueError: a score lies outside 0 to 100, or as for ``common_factor``.
    """
    matrix = as_rivals(scores)
    if ((matrix < 0) | (matrix > 100)).any():
        raise ValueError("scores must lie within 0 to 100")
    field = _field(matrix, weights, None, from_nothing=False)
    gaps = np.full((len(matrix), 1), np.nan)
    for rival, _, gap in field.rivals():
        gaps[rival] = gap if gap > TIE else 0.0
    counts = field.weights > 0
    changes = np.where(counts, gaps / np.maximum(field.weights, 1e-12), np.nan)
    fall = np.where(changes <= matrix[field.first] + TIE, changes, np.nan)
    rise = np.where(changes <= 100 - matrix + TIE, changes, np.nan)
    return ScoreChanges(field.first, fall, rise)


@dataclass(frozen=True, eq=False)
class _Field:
    """The race as seen from the first: its lead over each on everything whose weight can move (criteria or groups)."""

    first: int
    leads: Floats
    weights: Floats
    groups: Ints
    within: Floats

    def rivals(self) -> Iterator[tuple[int, Floats, float]]:
        """Row of each rival, the lead over it on each unit, and the lead in the total."""
        for row, leads in enumerate(self.leads):
            if row != self.first:
                yield row, leads, float(leads @ self.weights)

    def spread(self, weights: Floats) -> Floats:
        """From the weights of the units to the weights of the criteria."""
        return weights[self.groups] * self.within


def _field(
    scores: npt.ArrayLike, weights: npt.ArrayLike, groups: npt.ArrayLike | None, *, from_nothing: bool
) -> _Field:
    """``from_nothing``: a criterion or group without weight now can get some, so that its scores count."""
    matrix = as_rivals(scores)
    shares = as_weights(weights, matrix.shape[1])
    shares = shares / shares.sum()
    numbers = np.arange(shares.size) if groups is None else as_all_groups(groups, shares.size)
    sizes = np.bincount(numbers)
    units = weights_of_groups(shares, numbers, sizes.size)
    equal = 1 / sizes[numbers]
    weighed = units[numbers] > 0
    within = np.where(weighed, shares / np.where(weighed, units[numbers], 1.0), equal)
    counts = (within > 0) & (weighed | from_nothing)
    members = numbers[:, np.newaxis] == np.arange(units.size)
    unit_scores = np.where(counts, matrix * within, 0.0) @ members
    if np.isnan(unit_scores).any():
        raise ValueError("a score that carries weight, or could get it, is not known, so nobody can say what flips")
    totals = unit_scores @ units
    first = int(np.flatnonzero(totals >= totals.max() - TIE)[0])
    leads = unit_scores[first] - unit_scores
    return _Field(first, np.where(np.abs(leads) <= TIE, 0.0, leads), units, numbers, within)


def _taken(leads: Floats, weights: Floats, gap: float) -> Floats:
    taken, left = np.zeros(leads.size), gap
    for unit in np.argsort(-leads, kind="stable")[: np.count_nonzero(leads > 0)]:
        per_weight = leads[unit] - leads.min()
        taken[unit] = min(weights[unit], left / per_weight)
        left -= taken[unit] * per_weight
        if taken[unit] < weights[unit] or left <= 0:
            break
    return taken


def _level(leads: Floats, weights: Floats) -> Floats:
    """Halve the stretch of t until only rounding is left, then solve for t with the weights that are above 0 there."""
    slopes = leads / np.abs(leads).max()
    low, high = 0.0, 2 / -slopes.min()
    for _ in range(60):
        middle = (low + high) / 2
        if _projected(weights - middle * slopes) @ slopes > 0:
            low = middle
        else:
            high = middle
    kept = _projected(weights - high * slopes) > 0
    mine, own = slopes[kept], weights[kept]
    centred = mine - mine.mean()
    spread = float(centred @ centred)
    lead = float(own @ mine + (1 - own.sum()) * mine.mean())
    step = lead / spread if spread > 0 else high
    return _projected(weights - step * slopes)


def _projected(point: Floats) -> Floats:
    """The nearest point with coordinates of 0 or more that sum to 1."""
    falling = np.sort(point)[::-1]
    excess: Floats = (np.cumsum(falling) - 1) / np.arange(1, point.size + 1)
    nearest: Floats = np.maximum(point - excess[np.count_nonzero(falling > excess) - 1], 0.0)
    return nearest
