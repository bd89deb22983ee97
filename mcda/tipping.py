"""At which share of the weight does another alternative come first?

One group of criteria (a theme, one criterion, or any block) gets a share from 0 to 1 of all weight. The weights inside
the group keep their proportions, and so do the weights outside it. The total of each alternative is then a straight
line in that share, so who comes first is the upper envelope of straight lines and every tipping point is exact.

If the group carries no weight now, its criteria count equally inside it. If it carries all weight now, the others
count equally among themselves. There are no other proportions to keep.

Reference:
    Goodwin and Wright, Decision Analysis for Management Judgment, Wiley (sensitivity of the office location problem).
"""

from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
import numpy.typing as npt

from mcda.inputs import TIE, Bools, Floats, as_alternative, as_mask, as_matrix, as_parts, as_weights

_SHORTEST = 1e-12
"""A stretch of shares shorter than this is rounding, not a segment."""


@dataclass(frozen=True)
class Segment:
    """A stretch of shares in which the same alternative comes first."""

    start: float
    end: float
    """Share of all weight that the group carries, 0 to 1."""
    winner: int
    """Row of the alternative that comes first."""


@dataclass(frozen=True)
class TippingPoint:
    """Where the present winner stops winning when the group gets less, or more, weight."""

    now: float
    """Share of all weight that the group carries now, 0 to 1."""
    lower: float | None
    """Nearest share at or below ``now`` under which another comes first; None if that never happens."""
    lower_winner: int | None
    """Row of the alternative that comes first just below ``lower``."""
    upper: float | None
    """Nearest share at or above ``now`` over which another comes first; None if that never happens."""
    upper_winner: int | None
    """Row of the alternative that comes first just above ``upper``."""


@dataclass(frozen=True)
class _Lines:
    """The totals as straight lines, by their values at share 0 and share 1."""

    at_0: Floats
    at_1: Floats
    now: float
    winner: int


def winner_segments(scores: npt.ArrayLike, weights: npt.ArrayLike, group: npt.ArrayLike) -> tuple[Segment, ...]:
    """Who comes first as the share of the group goes from 0 to 1.

    Args:
        scores: shape (alternative, criterion), 0 to 100.
        weights: shape (criterion,), sum to 1: the weights now.
        group: shape (criterion,), True for the criteria of the group. For proportions that do not exist yet (a group
            with no weight, or with all weight) see the top of this module: those criteria count equally.

    Returns:
        Segments from 0 to 1 without gaps, neighbours with different winners. Alternatives that tie along a whole
        segment: the winner at the present weights if it is one of them, else the first row. An alternative that only
        touches the top at a single share has no segment.

    Raises:
        ValueError: the shapes do not fit, the group holds none or all of the criteria, or a score that carries weight
            somewhere along the way is not known (NaN).
    """
    return _segments(_lines(scores, weights, group))


def certain_segments(
    lowest: npt.ArrayLike, highest: npt.ArrayLike, weights: npt.ArrayLike, group: npt.ArrayLike
) -> tuple[Segment, ...]:
    """Who certainly comes first as the share of the group goes from 0 to 1, where scores are known between two ends.

    Args:
        lowest: shape (alternative, criterion), the lowest that each score may be.
        highest: as ``lowest``, and nowhere below it.
        weights: as for ``winner_segments``.
        group: as for ``winner_segments``.

    Returns:
        Stretches in which one alternative is at its worst at least as good as all others at their best, in order; in
        the gaps between them that depends on the scores. Without any doubt there are no gaps: as ``winner_segments``,
        but for equals, of which the first row has the stretch.

    Raises:
        ValueError: as for ``winner_segments``; or a highest score below the lowest.
    """
    if (as_matrix(highest, "the highest scores") < as_matrix(lowest, "the lowest scores")).any():
        raise ValueError("a highest score is below the lowest")
    low, high = _lines(lowest, weights, group), _lines(highest, weights, group)
    found: list[Segment] = []
    for row in range(len(low.at_0)):
        start, end = 0.0, 1.0
        for other in range(len(low.at_0)):
            at_0, at_1 = low.at_0[row] - high.at_0[other], low.at_1[row] - high.at_1[other]
            if other == row or min(at_0, at_1) >= -TIE:
                continue
            if max(at_0, at_1) < -TIE:
                start, end = 1.0, 0.0
            elif at_0 < at_1:
                start = max(start, float(at_0 / (at_0 - at_1)))
            else:
                end = min(end, float(at_0 / (at_0 - at_1)))
        if end - start > _SHORTEST:
            found.append(Segment(start, end, row))
    kept: list[Segment] = []
    for segment in sorted(found, key=lambda segment: (segment.start, segment.winner)):
        start = max(segment.start, kept[-1].end if kept else 0.0)
        if segment.end - start > _SHORTEST:
            kept.append(Segment(start, segment.end, segment.winner))
    return tuple(kept)


def tipping_point(scores: npt.ArrayLike, weights: npt.ArrayLike, group: npt.ArrayLike) -> TippingPoint:
    """The nearest shares of the group, below and above its share now, at which another alternative takes over.

    Args:
        scores: shape (alternative, criterion), 0 to 100.
        weights: shape (criterion,), sum to 1: the weights now.
        group: shape (criterion,), True for the criteria of the group.

    Returns:
        The tipping point; None on a side where the winner does not change. If two alternatives come first together
        now, the first row is the winner, and the other takes over at ``now`` itself.

    Raises:
        ValueError: as for ``winner_segments``.
    """
    lines = _lines(scores, weights, group)
    segments = _segments(lines)
    own = [segment for segment in segments if segment.winner == lines.winner]
    start, end = (own[0].start, own[-1].end) if own else (lines.now, lines.now)
    below = [segment for segment in segments if segment.start < start - _SHORTEST]
    above = [segment for segment in segments if segment.end > end + _SHORTEST]
    return TippingPoint(
        now=lines.now,
        lower=min(start, lines.now) if below else None,
        lower_winner=below[-1].winner if below else None,
        upper=max(end, lines.now) if above else None,
        upper_winner=above[0].winner if above else None,
    )


def totals_at_ends(scores: npt.ArrayLike, weights: npt.ArrayLike, group: npt.ArrayLike) -> tuple[Floats, Floats, float]:
    """The straight lines behind the other functions: each total with no weight, and with all weight, on the group.

    Returns:
        Totals at share 0, totals at share 1, both of shape (alternative,), and the share of the group now.

    Raises:
        ValueError: as for ``winner_segments``.
    """
    lines = _lines(scores, weights, group)
    return lines.at_0, lines.at_1, lines.now


def block_condition(
    scores: npt.ArrayLike, weights: npt.ArrayLike, block: npt.ArrayLike, alternative: int
) -> tuple[float, float] | None:
    """The shares of a block of criteria for which one alternative comes first, alone or together with others.

    Args:
        scores: shape (alternative, criterion), 0 to 100.
        weights: shape (criterion,), sum to 1: the weights now.
        block: shape (criterion,), True for the criteria of the block.
        alternative: row of the alternative.

    Returns:
        Lowest and highest share, 0 to 1; None if the alternative never comes first, or only at a single share.

    Raises:
        ValueError: as for ``winner_segments``, or there is no such alternative.
    """
    lines = _lines(scores, weights, block)
    mine = as_alternative(alternative, lines.at_0.size)
    lowest, highest = 0.0, 1.0
    for lead_0, lead_1 in zip(_lead(lines.at_0, mine), _lead(lines.at_1, mine), strict=True):
        if lead_0 >= 0 and lead_1 >= 0:
            continue
        if lead_0 <= 0 and lead_1 <= 0:
            return None
        crossing = lead_0 / (lead_0 - lead_1)
        if lead_0 < 0:
            lowest = max(lowest, crossing)
        else:
            highest = min(highest, crossing)
    return (float(lowest), float(highest)) if highest - lowest > _SHORTEST else None


def _lead(values: Floats, mine: int) -> Floats:
    """Lead of one alternative over each, with a lead within the tie tolerance counted as none."""
    lead = values[mine] - values
    return np.where(np.abs(lead) <= TIE, 0.0, lead)


def _lines(scores: npt.ArrayLike, weights: npt.ArrayLike, group: npt.ArrayLike) -> _Lines:
    matrix = as_parts(scores, "scores")
    shares = as_weights(weights, matrix.shape[1])
    inside = as_mask(group, matrix.shape[1])
    ends = []
    for part in (~inside, inside):
        carried = _proportions(shares, part)
        ends.append(np.where(carried == 0, 0.0, matrix * carried).sum(axis=1))
    at_0, at_1 = ends
    if np.isnan(at_0 + at_1).any():
        raise ValueError("a score that carries weight is not known, so nobody can say who comes first")
    now = float(shares[inside].sum() / shares.sum())
    totals = (1 - now) * at_0 + now * at_1
    return _Lines(at_0, at_1, now, winner=int(np.flatnonzero(totals >= totals.max() - TIE)[0]))


def _proportions(weights: Floats, part: Bools) -> Floats:
    carried = np.where(part, weights, 0.0)
    proportions: Floats = carried / carried.sum() if carried.any() else part / part.sum()
    return proportions


def _segments(lines: _Lines) -> tuple[Segment, ...]:
    """Between two neighbouring crossings the order cannot change, so its middle tells who comes first."""
    rows = _distinct(lines)
    at_0, at_1 = lines.at_0[rows], lines.at_1[rows]
    segments: list[Segment] = []
    for start, end in pairwise(_crossings(at_0, at_1)):
        middle = (start + end) / 2
        winner = rows[int(np.argmax((1 - middle) * at_0 + middle * at_1))]
        goes_on = segments and segments[-1].winner == winner
        segments.append(Segment(segments.pop().start if goes_on else start, end, winner))
    return tuple(segments)


def _distinct(lines: _Lines) -> list[int]:
    """Rows of which no two tie all the way; the present winner always stays, then the lowest rows."""
    kept: list[int] = []
    for row in [lines.winner, *range(lines.at_0.size)]:
        gaps = np.maximum(np.abs(lines.at_0[kept] - lines.at_0[row]), np.abs(lines.at_1[kept] - lines.at_1[row]))
        if not (gaps <= TIE).any():
            kept.append(row)
    return kept


def _crossings(at_0: Floats, at_1: Floats) -> list[float]:
    """0, every share at which two lines cross, and 1; increasing, without near-doubles."""
    found = []
    for i, j in combinations(range(at_0.size), 2):
        lead_0, lead_1 = at_0[i] - at_0[j], at_1[i] - at_1[j]
        if lead_0 * lead_1 < 0:
            found.append(float(lead_0 / (lead_0 - lead_1)))
    shares = [0.0]
    for share in sorted(found):
        if share - shares[-1] > _SHORTEST and 1 - share > _SHORTEST:
            shares.append(share)
    return [*shares, 1.0]
