"""Weights from judgements between criteria: best-worst method and pairwise comparison.

Both ask how many times one criterion outweighs another, without asking from where to where. Ask about the swing from
the worst to the best end of each range, else the weights mean something else than in the additive model.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from mcda.inputs import Floats, as_kind, as_number, as_numbers, as_vector, as_whole

MOST = 1000.0
"""No criterion can outweigh another more times than this; people answer from 1 to 9."""

BEST_WORST_INDEX = (0.0, 0.44, 1.0, 1.63, 2.3, 3.0, 3.73, 4.47, 5.23)
"""Consistency index for a best-to-worst judgement of 1 to 9. Rezaei (2015), Best-worst multi-criteria decision-making
method, Omega 53, 49-57."""

RANDOM_INDEX = (0.0, 0.0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59)
"""Mean consistency index of random judgements about 1 to 15 items. Saaty (1980), The Analytic Hierarchy Process."""


@dataclass(frozen=True, eq=False)
class BestWorst:
    """Weights from best-worst judgements."""

    weights: Floats
    """Shape (criterion,), sums to 1."""
    xi: float
    """Largest gap between a judgement and the weights, as a weight; 0 when all judgements fit together."""


@dataclass(frozen=True, eq=False)
class Pairwise:
    """Weights from a full table of pairwise judgements."""

    weights: Floats
    """Shape (item,), sums to 1."""
    consistency_ratio: float
    """0 when all judgements fit together, about 1 when they might as well be random; Saaty asks for 0.10 or less. NaN
    for more than 15 items, for which there is no random index."""
    worst_triad: tuple[int, int, int] | None
    """Items i < j < k whose three judgements contradict each other most: i against j times j against k is furthest from
    i against k. None when all judgements fit together."""


def best_worst_weights(best_to_others: npt.ArrayLike, others_to_worst: npt.ArrayLike) -> BestWorst:
    """Best-worst method, linear model: the weights for which the largest gap to a judgement is smallest.

    The gap of a judgement is |w_best - a w_j|, or |w_j - a w_worst|; xi is the largest. The optimum is unique.

    Args:
        best_to_others: shape (criterion,), how many times the best (heaviest) criterion outweighs each; from 1, usually
            to 9, and 1 for the best itself.
        others_to_worst: shape (criterion,), how many times each outweighs the worst (lightest) criterion; 1 for the
            worst itself.

    Returns:
        Weights and xi. Where several criteria have a 1, the first best and worst are taken whose judgement about each
        other is the same in both rows.

    Raises:
        ValueError: there are fewer than two criteria, the rows differ in length, a judgement is below 1, above 1000 or
            not finite, neither row has a 1, or the rows differ on how many times the best outweighs the worst.

    Reference:
        Rezaei (2016), Best-worst multi-criteria decision-making method: some properties and a linear model, Omega 64,
        126-130.
    """
    from scipy.optimize import linprog  # here, because it takes half a second and most pages do without

    from_best = _judgements(best_to_others, "best_to_others")
    to_worst = _judgements(others_to_worst, "others_to_worst")
    n = from_best.size
    if to_worst.size != n:
        raise ValueError(
            f"best_to_others has {n} judgements, others_to_worst has {to_worst.size}; both need one a criterion"
        )
    best, worst = _best_and_worst(from_best, to_worst)
    unit = np.eye(n)
    gaps = np.vstack([unit[best] - from_best[:, np.newaxis] * unit, unit - to_worst[:, np.newaxis] * unit[worst]])
    below_xi = -np.ones((2 * n, 1))
    found = linprog(
        np.append(np.zeros(n), 1),
        A_ub=np.block([[gaps, below_xi], [-gaps, below_xi]]),
        b_ub=np.zeros(4 * n),
        A_eq=np.append(np.ones(n), 0)[np.newaxis],
        b_eq=[1],
        method="highs",
    )
    weights = np.maximum(found.x[:n], 0)
    weights /= weights.sum()
    return BestWorst(weights, float(np.abs(gaps @ weights).max()))


def consistency_ratio(xi: float, best_to_worst: int) -> float:
    """How inconsistent best-worst judgements are: xi as a part of the consistency index.

    The index belongs to the first, nonlinear model (2015), in which xi is a gap between ratios. In the linear model
    many authors read xi itself instead; say which of the two you show.

    Args:
        xi: as in ``BestWorst``, 0 or more.
        best_to_worst: how many times the best outweighs the worst, a whole number from 1 to 9.

    Returns:
        0 when all judgements fit together; higher is less consistent.

    Raises:
        ValueError: xi is negative or not finite, ``best_to_worst`` is not such a number, or it is 1 while xi is above
            0: then there is no index to divide by.
    """
    if not 0 <= as_number(xi, "xi") < np.inf:
        raise ValueError(f"xi must be a finite number from 0, not {xi:g}")
    if as_whole(best_to_worst, "how many times the best outweighs the worst") not in range(1, 10):
        raise ValueError(f"there is a consistency index for the whole numbers 1 to 9, not for {best_to_worst}")
    if xi <= 1e-12:
        return 0.0
    if best_to_worst == 1:
        raise ValueError("the best is judged equal to the worst, so there is no consistency index to divide by")
    return float(xi / BEST_WORST_INDEX[int(best_to_worst) - 1])


def pairwise_weights(
    matrix: npt.ArrayLike, method: Literal["eigenvector", "geometric_mean"] = "eigenvector"
) -> Pairwise:
    """AHP: weights from judgements about every pair of items.

    Args:
        matrix: shape (item, item), [i, j] is how many times i outweighs j; 1 on the diagonal and 1 / [i, j] at [j, i].
            A mirrored pair may be 5 % off, so that fractions may be rounded to two decimals; the larger of the two
            counts.
        method: "eigenvector" (principal eigenvector, Saaty) or "geometric_mean" (of each row, Crawford and Williams).

    Returns:
        Weights, the consistency ratio (from the principal eigenvalue, with both methods) and the worst triad.

    Raises:
        ValueError: the matrix is not square, a judgement is not finite, not above 0, above 1000 or below 1/1000, the
            diagonal is not 1, a pair is not mirrored, or the method is another one.

    Reference:
        Saaty (1980), The Analytic Hierarchy Process, McGraw-Hill. Crawford and Williams (1985), A note on the analysis
        of subjective judgment matrices, Journal of Mathematical Psychology 29(4), 387-405.
    """
    if as_kind(method, str, "the method") not in ("eigenvector", "geometric_mean"):
        raise ValueError(f"the method is 'eigenvector' or 'geometric_mean', not {method!r}")
    judged = _reciprocal(matrix)
    n = len(judged)
    values, vectors = np.linalg.eig(judged)
    principal = int(np.argmax(values.real))
    eigenvector = np.abs(vectors[:, principal].real)
    weights = eigenvector if method == "eigenvector" else np.exp(np.log(judged).mean(axis=1))
    if n < 3:
        ratio = 0.0
    elif n > len(RANDOM_INDEX):
        ratio = np.nan
    else:
        ratio = max(0.0, float(values[principal].real - n) / (n - 1) / RANDOM_INDEX[n - 1])
    return Pairwise(weights / weights.sum(), ratio, _worst_triad(np.log(judged)))


def _judgements(numbers: npt.ArrayLike, name: str) -> Floats:
    vector = as_vector(numbers, name)
    if vector.size < 2:
        raise ValueError("judgements compare criteria with each other, so there must be at least two")
    if vector.min() < 1 or vector.max() > MOST:
        raise ValueError(
            f"{name} must hold judgements from 1 to {MOST:g}; they run from {vector.min():g} to {vector.max():g}"
        )
    if vector.min() > 1:
        raise ValueError(f"{name} must hold a 1: a criterion against itself")
    return vector


def _best_and_worst(from_best: Floats, to_worst: Floats) -> tuple[int, int]:
    pairs = [(int(b), int(w)) for b in np.flatnonzero(from_best == 1) for w in np.flatnonzero(to_worst == 1)]
    apart = [(b, w) for b, w in pairs if b != w and from_best[w] == to_worst[b]]
    if not apart:
        best, worst = pairs[0]
        if best == worst:
            raise ValueError(
                f"criterion {best} (counted from 0) is the best and the worst; one of the two must be another"
            )
        raise ValueError(
            "the two rows must agree on how many times the best outweighs the worst; best_to_others says "
            f"{from_best[worst]:g}, others_to_worst says {to_worst[best]:g}"
        )
    return apart[0]


def _reciprocal(matrix: npt.ArrayLike) -> Floats:
    given = as_numbers(matrix, "comparisons")
    if given.ndim != 2 or given.shape[0] != given.shape[1] or given.size == 0:
        raise ValueError(f"judgements must have the shape (item, item), not {given.shape}")
    if not np.isfinite(given).all():
        raise ValueError("judgements must be finite numbers")
    if given.min() <= 0:
        raise ValueError(f"judgements must be above 0; the lowest is {given.min():g}")
    if given.max() > MOST or given.min() < 1 / MOST:
        raise ValueError(
            f"judgements must be from 1/{MOST:g} to {MOST:g}; they run to {given.min():g} and {given.max():g}"
        )
    if (np.diag(given) != 1).any():
        raise ValueError("an item against itself must be 1, on the whole diagonal")
    odd = np.argwhere(np.abs(given * given.T - 1) > 0.05)
    if len(odd):
        i, j = odd[0]
        raise ValueError(
            f"item {i} against {j} is {given[i, j]:g}, but {j} against {i} is {given[j, i]:g} (counted from 0); "
            "the one must be 1 divided by the other"
        )
    larger = np.where(given >= given.T, given, 1 / given.T)
    return np.where(np.tri(len(given), k=-1), 1 / larger.T, larger)


def _worst_triad(logs: Floats) -> tuple[int, int, int] | None:
    """Where |log a_ij + log a_jk - log a_ik| is largest; it is the same for any order of the three."""
    gaps = np.abs(logs[:, :, np.newaxis] + logs[np.newaxis, :, :] - logs[:, np.newaxis, :])
    gaps = np.round(gaps, 9)  # else rounding decides which of several equals, and which order, comes first
    if not gaps.any():
        return None
    first, second, third = np.unravel_index(np.argmax(gaps), gaps.shape)
    return int(first), int(second), int(third)
