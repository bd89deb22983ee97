"""What is worth finding out: the expected value of perfect and of partial information, in points of the total.

Whoever must choose now takes the alternative with the highest expected total. With everything known one would take the
highest total itself; that gains the expected value of perfect information. With one quantity known (a score, a cause,
or an alternative that varies as one) the choice may change too, and the gain is its expected value of partial
information. All alternatives that may come first count, under the joint doubt of ``ScoreRanges``.

Totals are additive, so the expected totals given one quantity are the expected totals plus what that quantity adds at
its quantile: one dimension, worked out at evenly spaced quantiles. A score that stands there in a part of the draws
only (``mcda.causes``) adds that part of what it would add.

Reference:
    Raiffa and Schlaifer (1961), Applied Statistical Decision Theory; Clemen (1996), Making Hard Decisions, chapter 12.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
import numpy.typing as npt

from mcda.causes import UncertainQuantity
from mcda.inputs import TIE, Floats, as_alternative, as_kind, as_matrix, as_rivals, as_weights
from mcda.score_doubt import ScoreRanges

STEPS = 2048
"""Quantiles at which a quantity is looked up. Its gain is then right to 0.002 point, and to 0.05 where a score jumps
from class to class (a test searches for worse)."""
_QUANTILES = np.concatenate([[0.0], (np.arange(STEPS) + 0.5) / STEPS, [1.0]])
"""The two ends stand there for the lead; they have no part in a mean."""


@dataclass(frozen=True)
class InformationGain:
    """What one quantity is worth, and what it makes of the lead of a first alternative over another."""

    quantity: UncertainQuantity
    points: float
    """By how many points the expected total of the choice rises once this is known; 0 if it never changes it."""
    at_low: float
    """Lead of the first in points with this at its lowest and all else central. A score by itself: at its lowest
    score; more of them: where their cause, or what is best for their alternative, is lowest, and what follows in a part
    of the draws as far as one may then expect."""
    at_high: float
    """The same at the highest."""
    flips: bool
    """Whether the lead becomes 0 or changes side somewhere in between, all else central."""


def perfect_information(totals: npt.ArrayLike) -> float:
    """By how many points the expected total of the choice rises once everything is known.

    Args:
        totals: shape (alternative, draw), of the alternatives that may come first; draws of everything together, each
            as likely as any other.

    Returns:
        0 or more; 0 for one alternative. Its standard error is that of a mean of the draws.

    Raises:
        ValueError: no totals, or one that is not known or infinite.
    """
    drawn = as_matrix(totals, "totals")
    if not np.isfinite(drawn).all():
        raise ValueError("every total must be known")
    return float(max(drawn.max(axis=0).mean() - drawn.mean(axis=1).max(), 0.0))


def information_gains(
    scores: ScoreRanges, weights: npt.ArrayLike, first: int, other: int, among: Sequence[int] | None = None
) -> tuple[InformationGain, ...]:
    """Every quantity in doubt that counts, the one most worth finding out first.

    Args:
        scores: what each score could be.
        weights: shape (criterion,), sum to 1.
        first: row of the alternative whose lead is looked at, usually the one that is first now.
        other: row of its rival.
        among: rows of the alternatives that may come first; None: all.

    Returns:
        One per quantity with weight that moves the lead, or is worth something; by points, then by how far it moves
        the lead. Only its cells of ``first``, ``other`` and ``among`` are named. Empty if nothing that counts is in
        doubt.

    Raises:
        ValueError: the weights do not fit, or there is no such alternative, or ``first`` and ``other`` are the same.
    """
    every = as_rivals(as_kind(scores, ScoreRanges, "scores").low)
    pair = as_alternative(first, len(every)), as_alternative(other, len(every))
    if first == other:
        raise ValueError(f"first and other are both alternative {first}; a lead needs two different ones")
    shares = as_weights(weights, scores.n_criteria)
    shares = shares / shares.sum()
    rivals = range(len(every)) if among is None else _places(among, len(every))
    middle = np.where(np.isnan(scores.central), (scores.low + scores.high) / 2, scores.central)
    adds = _adds(scores, shares, sorted({*rivals, *pair}))
    expected = np.where(scores.doubtful, 0.0, middle) @ shares
    for (row, _), line in adds.items():
        expected[row] += line[1:-1].mean()
    lead = float(shares @ (middle[first] - middle[other]))
    found = []
    for quantity in scores.quantities(shares > 0):
        parts = {cell: part for cell, part in quantity.by_cell.items() if cell in adds}
        cells = tuple(parts)
        points = _points(expected, rivals, {cell: adds[cell] for cell in cells}, parts)
        named = [cell for cell in quantity.named if cell in adds]
        moved = [(cell, parts[cell] if cell[0] == first else -parts[cell]) for cell in named if cell[0] in pair]
        if points == 0 and not moved:
            continue
        leads = lead + sum((way * (adds[cell] - shares[cell[1]] * middle[cell]) for cell, way in moved), np.zeros(1))
        at_low, at_high = leads[0], leads[-1]
        if len(named) == 1 and moved:  # also where the score turns on the way
            (cell, way) = moved[0]
            ends = scores.low[cell], scores.high[cell]
            at_low, at_high = (lead + way * shares[cell[1]] * (end - middle[cell]) for end in ends)
        flips = min(leads.min(), at_low, at_high) <= TIE and max(leads.max(), at_low, at_high) >= -TIE
        one = UncertainQuantity(quantity.cause, cells, tuple(parts.values()) if quantity.parts else ())
        found.append(InformationGain(one, points, float(at_low), float(at_high), bool(flips)))
    return tuple(sorted(found, key=_least_telling_last))


def _adds(scores: ScoreRanges, shares: Floats, rows: Sequence[int]) -> dict[tuple[int, int], Floats]:
    """By doubtful cell of these rows with weight: what it adds to the total at each quantile of what it follows."""
    found: dict[tuple[int, int], Floats] = {}
    for row in rows:
        columns, lines = scores.scores_at(row, _QUANTILES, shares > 0)
        lines *= shares[columns, np.newaxis]
        found |= {(row, column): line for column, line in zip(columns.tolist(), lines, strict=True)}
    return found


def _points(
    expected: Floats,
    rivals: Sequence[int],
    adds: Mapping[tuple[int, int], Floats],
    parts: Mapping[tuple[int, int], float],
) -> float:
    """What knowing these cells gains, all of which stand at one quantile in their part of the draws."""
    given: dict[int, Floats] = {}
    for cell, line in adds.items():
        if (row := cell[0]) in rivals:
            own = parts[cell] * line[1:-1]
            given[row] = given.get(row, expected[row]) + own - own.mean()
    if not given:
        return 0.0
    rest = max((float(expected[row]) for row in rivals if row not in given), default=-math.inf)
    highest = np.maximum(reduce(np.maximum, given.values()), rest)
    gain = float(highest.mean() - expected[list(rivals)].max())
    return gain if gain > TIE else 0.0


def _places(among: Sequence[int], n_alternatives: int) -> list[int]:
    try:
        found = [as_alternative(row, n_alternatives) for row in among]
    except TypeError:
        raise ValueError(f"among must be a list of alternatives, not {among!r}") from None
    if not found:
        raise ValueError("nobody can come first among no alternatives")
    return sorted(set(found))


def _least_telling_last(gain: InformationGain) -> tuple[float, float]:
    """Rounded to what the steps can tell apart, so that equals keep the order of the alternatives and criteria."""
    return -round(gain.points, 4), -round(abs(gain.at_high - gain.at_low), 9)
