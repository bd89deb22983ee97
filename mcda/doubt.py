"""Which doubt about the effects matters for the choice between two alternatives?

The doubt is that of ``ScoreRanges``, the same as ``robustness`` draws from: triangular or uniform, scored by value
functions that bend or end, with effects that stand together where the ranges say so. A score that is not known is
uniform over its range (0 to 100 unless given), and counts as the middle of it where one number is needed. The weights
are fixed here.

The lead of the one over the other is then a sum of independent parts (``margin_parts``): one per score in doubt, or one
for an alternative of which everything stands together. Its distribution comes from convolution on a fine lattice
(``lattice``). A normal distribution would be a poor stand-in when only a few scores are in doubt.

What finding out one effect is worth: now one would choose the likelier winner, and be wrong with the smaller of the
two chances. With the effect known one would choose again, and be wrong less often on average. ``removed`` is the part
of the chance of a wrong choice that goes away.

Reference:
    Clemen (1996), Making Hard Decisions (tornado diagrams, value of information); Saltelli et al. (2008), Global
    Sensitivity Analysis: The Primer (share of variance).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mcda.inputs import TIE, Floats
from mcda.lattice import Lattice
from mcda.margin_parts import MarginParts, margin_parts
from mcda.score_doubt import ScoreRanges


@dataclass(frozen=True)
class MarginDoubt:
    """What the doubt about one score means for the lead of the first over the other."""

    alternative: int
    """Row of the alternative whose score it is."""
    criterion: int
    at_low: float
    """Lead in points with this score at its low end and all others central; below 0 if the other is ahead."""
    at_high: float
    """The same with this score at its high end."""
    variance_share: float
    """Part of the variance of the lead that comes from this score, 0 to 1; all together 1. Scores that stand together
    share what they have in common in proportion to their covariance with the lead."""
    flips: bool
    """Whether the lead becomes 0 or changes side somewhere from low to high, all others central."""
    removed: float
    """Part of the present chance of a wrong choice that goes away, on average, once this score is known, 0 to 1.

    A score that stands together with others tells about those too. 0 if no outcome of this score alone would change
    the choice. Rough where the present chance is below 0.001.
    """


def margin_doubts(scores: ScoreRanges, weights: npt.ArrayLike, first: int, other: int) -> tuple[MarginDoubt, ...]:
    """Every doubt about the scores of two alternatives that counts, the one most worth finding out first.

    Args:
        scores: what each score could be.
        weights: shape (criterion,), sum to 1.
        first: row of the one alternative, usually the one that is first now.
        other: row of the rival.

    Returns:
        One per score of the two that has doubt and weight; by ``removed``, then variance share, then width.
        Empty if nothing that counts is in doubt.

    Raises:
        ValueError: the weights do not fit, or there is no alternative ``first`` or ``other``, or it is the same one.
    """
    parts = margin_parts(scores, weights, first, other)
    if parts.cells.size == 0:
        return ()
    _, removed = _chances(parts)
    found = [
        MarginDoubt(
            alternative=int(first if gains else other),
            criterion=int(criterion),
            at_low=float(parts.central - below if gains else parts.central + above),
            at_high=float(parts.central + above if gains else parts.central - below),
            variance_share=float(share),
            flips=bool(parts.central - below <= TIE and parts.central + above >= -TIE),
            removed=float(gone),
        )
        for (gains, criterion), below, above, share, gone in zip(
            parts.cells, parts.below, parts.above, parts.covariances / parts.covariances.sum(), removed, strict=True
        )
    ]
    return tuple(sorted(found, key=_least_telling_last))


def chance_of_other(scores: ScoreRanges, weights: npt.ArrayLike, first: int, other: int) -> float:
    """Chance that the total of ``other`` is higher than that of ``first``, given the weights and the doubts.

    Args:
        scores, weights, first, other: as for ``margin_doubts``.

    Returns:
        0 to 1, right to within 0.001; a tie counts half, as in ``robustness``. Without doubt 1, 0 or one half.

    Raises:
        ValueError: as for ``margin_doubts``.
    """
    return _on_lattice(margin_parts(scores, weights, first, other))[0]


def chance_if_known(scores: ScoreRanges, weights: npt.ArrayLike, first: int, other: int) -> Floats:
    """Mean chance of a wrong choice between the two that is left once one score is known, for each score in doubt.

    Without finding out anything it is the smaller of ``chance_of_other`` and 1 minus that.

    Args:
        scores, weights, first, other: as for ``margin_doubts``.

    Returns:
        Shape (alternative, criterion), 0 to 0.5; NaN where nothing that counts is in doubt.

    Raises:
        ValueError: as for ``margin_doubts``.
    """
    parts = margin_parts(scores, weights, first, other)
    chance, removed = _chances(parts)
    left = np.full(scores.central.shape, np.nan)
    left[np.where(parts.cells[:, 0], first, other), parts.cells[:, 1]] = min(chance, 1 - chance) * (1 - removed)
    return left


def _least_telling_last(doubt: MarginDoubt) -> tuple[float, float, float]:
    """Rounded to what the lattice can tell apart, so that equals keep the order of the alternatives and criteria."""
    return -round(doubt.removed, 4), -round(doubt.variance_share, 9), -round(abs(doubt.at_high - doubt.at_low), 9)


def _on_lattice(parts: MarginParts) -> tuple[float, Lattice | None]:
    """Chance that the lead is below 0, and the lattice that says more; None where nothing in doubt can change it."""
    worst, best = parts.central - parts.below.sum(), parts.central + parts.above.sum()
    if parts.cells.size == 0:
        return (0.5 if abs(parts.central) <= TIE else float(parts.central < 0)), None
    if worst > TIE or best < -TIE:
        return float(best < -TIE), None
    lattice = parts.on_lattice(-worst)
    return lattice.chance(), lattice


def _chances(parts: MarginParts) -> tuple[float, Floats]:
    """Chance that the lead is below 0, and for each score the share of the chance of a wrong choice it removes."""
    removed = np.zeros(len(parts.cells))
    chance, lattice = _on_lattice(parts)
    wrong, side = min(chance, 1 - chance), 1 if chance <= 0.5 else -1
    if lattice is None or wrong < 1e-9:
        return chance, removed
    n_straight = parts.straight.size
    for block, if_known in lattice.if_known():
        turned = np.maximum(side * (2 * if_known - 1), 0.0)
        gone = (lattice.masses[block] * turned).sum(axis=1)
        straight = block < n_straight
        removed[parts.straight[block[straight]]] = gone[straight]
        for place, known in zip(block[~straight], if_known[~straight], strict=True):
            part = parts.tables[place - n_straight]
            for cell, (mass, behind) in zip(part.cells, part.outcomes(known, lattice.grid.step), strict=True):
                removed[cell] = np.maximum(side * (2 * behind - mass), 0.0).sum()
    return chance, np.clip(removed / wrong, 0.0, 1.0)
