"""One alternative against another: where the difference comes from, dominance, and the order."""

import numpy as np
import numpy.typing as npt

from mcda.inputs import TIE, Bools, Floats, Ints, as_alternative, as_finite, as_matrix, as_numbers, as_parts


def differences(contributions: npt.ArrayLike, a: int, b: int) -> Floats:
    """What each criterion (or group) adds to the lead of alternative ``a`` over ``b``.

    Args:
        contributions: shape (alternative, criterion), weight x score.
        a: row of the one alternative.
        b: row of the other.

    Returns:
        Shape (criterion,), above 0 where ``a`` gains; adds up to total[a] - total[b]. NaN where a contribution of
        either is not known.

    Raises:
        ValueError: there is no alternative ``a`` or ``b``.
    """
    matrix = as_parts(contributions, "contributions")
    leads: Floats = matrix[as_alternative(a, len(matrix))] - matrix[as_alternative(b, len(matrix))]
    return leads


def dominates(scores: npt.ArrayLike) -> Bools:
    """Which alternative is at least as good as which other on every criterion, and better on some.

    Args:
        scores: shape (alternative, criterion), 0 to 100, NaN for "not known".

    Returns:
        Shape (alternative, alternative): [i, j] is True if i dominates j whatever the unknown scores turn out to be,
        so an unknown score of i is taken as 0 and one of j as 100.

    Raises:
        ValueError: ``scores`` has another shape, or holds an infinite number.
    """
    matrix = as_matrix(scores, "scores")
    unknown = np.isnan(matrix)
    mine = np.where(unknown, 0.0, matrix)[:, np.newaxis, :]
    theirs = np.where(unknown, 100.0, matrix)[np.newaxis, :, :]
    dominating: Bools = np.all(mine >= theirs, axis=2) & np.any(mine > theirs, axis=2)
    return dominating


def ranks(totals: npt.ArrayLike, tolerance: float = TIE) -> Ints:
    """Place of each alternative: 1 plus the number of alternatives that are clearly ahead of it.

    Args:
        totals: shape (alternative,), in points. NaN ("not known") is not ranked, and is ahead of nobody.
        tolerance: totals that differ by no more than this share a place, in points.

    Returns:
        Shape (alternative,); 1 is best, equals share the best place (1, 2, 2, 4), 0 means "not ranked".

    Raises:
        ValueError: a total is infinite, or the tolerance is below 0 or not finite.
    """
    points = as_numbers(totals, "totals")
    if points.ndim != 1 or points.size == 0 or np.isinf(points).any():
        raise ValueError("totals must be one row of numbers that are not infinite")
    if as_finite(tolerance, "the tolerance") < 0:
        raise ValueError(f"the tolerance must be 0 or more, not {tolerance:g}")
    ahead = points[np.newaxis, :] > points[:, np.newaxis] + tolerance
    return np.where(np.isnan(points), 0, 1 + ahead.sum(axis=1))
