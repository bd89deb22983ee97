"""Which doubt about the effects matters for the choice between two alternatives?

A score in doubt lies somewhere from low to high, independently of the others: triangular with its peak at the central
score, or uniform. A score that is not known is uniform over its range (0 to 100 unless given), and counts as the
middle of it where one number is needed. The weights are fixed here.

The lead of the one over the other is then a sum of independent parts, one per score in doubt. Its distribution comes
from convolution on a fine lattice: each part is put on the lattice without changing its mean, and the transforms of
the parts are multiplied. A normal distribution would be a poor stand-in when only a few scores are in doubt.

What finding out one effect is worth: now one would choose the likelier winner, and be wrong with the smaller of the
two chances. With the effect known one would choose again, and be wrong less often on average. ``removed`` is the part
of the chance of a wrong choice that goes away.

Reference:
    Clemen (1996), Making Hard Decisions (tornado diagrams, value of information); Saltelli et al. (2008), Global
    Sensitivity Analysis: The Primer (share of variance).
"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mcda.inputs import TIE, Bools, Floats, Ints, as_alternative, as_rivals, as_weights
from mcda.score_doubt import ScoreRanges

_POINTS = 4096
"""Lattice points over the widest possible range of the lead; more if very many scores are in doubt."""


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
    """Part of the variance of the lead that comes from this score, 0 to 1; all together 1."""
    flips: bool
    """Whether the lead becomes 0 or changes side somewhere from low to high, all others central."""
    removed: float
    """Part of the present chance of a wrong choice that goes away, on average, once this score is known, 0 to 1.

    0 if no outcome of this score alone would change the choice. Rough where the present chance is below 0.001.
    """


def margin_doubts(scores: ScoreRanges, weights: npt.ArrayLike, first: int, other: int) -> tuple[MarginDoubt, ...]:
    """Every doubt about the scores of two alternatives that counts, the one most worth finding out first.

    Args:
        scores: what each score could be; those of one alternative are taken as independent here, ``together`` or not.
        weights: shape (criterion,), sum to 1.
        first: row of the one alternative, usually the one that is first now.
        other: row of the rival.

    Returns:
        One per score of the two that has doubt and weight; by ``removed``, then variance share, then width.
        Empty if nothing that counts is in doubt.

    Raises:
        ValueError: the weights do not fit, or there is no alternative ``first`` or ``other``, or it is the same one.
    """
    parts = _parts(scores, weights, first, other)
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
            parts.cells, parts.below, parts.above, parts.variances / parts.variances.sum(), removed, strict=True
        )
    ]
    return tuple(sorted(found, key=_least_telling_last))


def chance_of_other(scores: ScoreRanges, weights: npt.ArrayLike, first: int, other: int) -> float:
    """Chance that the total of ``other`` is higher than that of ``first``, given the weights and the doubts.

    Args:
        scores, weights, first, other: as for ``margin_doubts``.

    Returns:
        0 to 1, right to within 0.001. Without doubt 1 or 0; a tie is not ahead.

    Raises:
        ValueError: as for ``margin_doubts``.
    """
    parts = _parts(scores, weights, first, other)
    return _chances(parts)[0]


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
    parts = _parts(scores, weights, first, other)
    chance, removed = _chances(parts)
    left = np.full(scores.central.shape, np.nan)
    left[np.where(parts.cells[:, 0], first, other), parts.cells[:, 1]] = min(chance, 1 - chance) * (1 - removed)
    return left


@dataclass(frozen=True, eq=False)
class _Parts:
    """The lead as a certain number plus one independent part per score in doubt, in points of the lead."""

    central: float
    """Lead with every score central, or in the middle of its range where it is not known."""
    cells: Ints
    """Shape (part, 2): 1 if it is a score of the first (a higher score raises the lead) or else 0; the criterion."""
    below: Floats
    """How far the lead falls when this score goes to the end that is worse for the first."""
    above: Floats
    """How far it rises at the other end."""
    peaked: Bools
    """Triangular with its peak at the central score; else uniform."""

    @property
    def variances(self) -> Floats:
        width = self.below + self.above
        return np.where(self.peaked, (width**2 - self.below * self.above) / 18, width**2 / 12)


def _parts(scores: ScoreRanges, weights: npt.ArrayLike, first: int, other: int) -> _Parts:
    every = as_rivals(scores.low)
    rows = [as_alternative(first, len(every)), as_alternative(other, len(every))]
    if first == other:
        raise ValueError(f"first and other are both alternative {first}; a lead needs two different ones")
    shares = as_weights(weights, scores.n_criteria)
    shares = shares / shares.sum()
    lowest, central, highest = scores.low[rows], scores.central[rows], scores.high[rows]
    unknown = np.isnan(central)
    middle = np.where(unknown, lowest + (highest - lowest) / 2, central)
    up, down = shares * (highest - middle), shares * (middle - lowest)
    below, above = np.array([down[0], up[1]]), np.array([up[0], down[1]])
    row, criterion = np.nonzero(below + above > TIE)
    return _Parts(
        central=float(shares @ (middle[0] - middle[1])),
        cells=np.column_stack([1 - row, criterion]),
        below=below[row, criterion],
        above=above[row, criterion],
        peaked=~unknown[row, criterion] & (scores.shape == "triangular"),
    )


def _least_telling_last(doubt: MarginDoubt) -> tuple[float, float, float]:
    """Rounded to what the lattice can tell apart, so that equals keep the order of the alternatives and criteria."""
    return -round(doubt.removed, 4), -round(doubt.variance_share, 9), -round(abs(doubt.at_high - doubt.at_low), 9)


def _chances(parts: _Parts) -> tuple[float, Floats]:
    """Chance that the lead is below 0, and for each part the share of the chance of a wrong choice it removes."""
    nothing = np.zeros(len(parts.cells))
    if parts.cells.size == 0:
        return float(parts.central < -TIE), nothing
    if not -parts.above.sum() < parts.central < parts.below.sum():
        return float(parts.central < parts.below.sum()), nothing
    n_parts = len(parts.cells)
    points = max(_POINTS, 1 << (64 * n_parts - 1).bit_length())
    step = (parts.below + parts.above).sum() / (points - n_parts - 2)
    masses = _on_lattice(parts.below / step, parts.above / step, parts.peaked)
    widest = masses.shape[1]
    transforms = np.fft.rfft(masses, points)
    # products from the left and from the right: dividing one part out again would blow up the rounding
    before, after = np.ones_like(transforms), np.ones_like(transforms)
    for part in range(1, n_parts):
        before[part] = before[part - 1] * transforms[part - 1]
        after[-part - 1] = after[-part] * transforms[-part]
    rest = np.zeros((n_parts, points + 1))
    np.cumsum(np.fft.irfft(before * after, points), axis=1, out=rest[:, 1:])
    # rest[:, i] is the chance that the other parts together stay below i - 1/2 steps; the lead is below 0 when all
    # parts together stay below ``zero``, counted from their worst ends
    zero = (parts.below.sum() - parts.central) / step + 0.5
    whole, fraction = int(zero), zero % 1
    near = rest[:, np.maximum(whole + 1 - np.arange(widest + 1), 0)]
    if_known = (1 - fraction) * near[:, 1:] + fraction * near[:, :-1]
    chance = float(np.clip((masses[0] * if_known[0]).sum(), 0.0, 1.0))
    wrong = min(chance, 1 - chance)
    if wrong < 1e-9:
        return chance, nothing
    turned = (2 * if_known - 1) if chance <= 0.5 else (1 - 2 * if_known)
    return chance, np.clip((masses * np.maximum(turned, 0.0)).sum(axis=1) / wrong, 0.0, 1.0)


def _on_lattice(below: Floats, above: Floats, peaked: Bools) -> Floats:
    """Chance mass of each part at 0, 1, 2, ... steps from its worst end, mean kept; shape (part, step).

    Each outcome is shared between its two neighbouring points in proportion to nearness, which makes the mass the
    second difference of the mean excess E(max(x - part, 0)).
    """
    below, above = below[:, np.newaxis], above[:, np.newaxis]
    width = below + above
    at = np.arange(-1, math.ceil(width.max()) + 2, dtype=float)
    inside = np.clip(at, 0.0, width)
    flat = inside**2 / (2 * width)
    rising = np.minimum(inside, below) ** 3 / (3 * width * np.maximum(below, 1e-300))
    falling = inside - (width + below) / 3 + (width - inside) ** 3 / (3 * width * np.maximum(above, 1e-300))
    excess = np.where(peaked[:, np.newaxis], np.where(inside <= below, rising, falling), flat)
    masses = np.diff(excess + (at - inside).clip(min=0), n=2)
    return np.where(at[1:-1] <= np.ceil(width), masses, 0.0)
