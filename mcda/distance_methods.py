"""TOPSIS, VIKOR and SPOTIS: how far an alternative is from the best that could be."""

import numpy as np
import numpy.typing as npt

from mcda.inputs import Bools, Floats, as_matrix, as_number
from mcda.problem import SAME, NoAnswerError, as_problem, in_units_of
from mcda.pymcdm_parts import pymcdm


def topsis_closeness(performances: npt.ArrayLike, weights: npt.ArrayLike, better_is_higher: npt.ArrayLike) -> Floats:
    """TOPSIS: how close each alternative is to the best, and how far from the worst, of all alternatives together.

    Each column is divided by its Euclidean length (vector normalisation), multiplied by its weight, and distances are
    Euclidean. The yardstick comes from the alternatives themselves, not from the ranges of the criteria: adding an
    alternative may change the closeness of all others. A criterion on which all are equal, or without weight, cannot
    distinguish and is left out.

    Args:
        performances: shape (alternative, criterion), each column in its criterion's unit; may be below 0. NaN ("not
            known") may occur in criteria without weight only. Criteria with a goal have no better direction; give their
            scores instead.
        weights: shape (criterion,), 0 or more; they are divided by their sum.
        better_is_higher: shape (criterion,), True where more is better, False where less is better.

    Returns:
        Shape (alternative,), higher is better: 1 for an alternative that is best on everything, 0 for one that is worst
        on everything.

    Raises:
        ValueError: the shapes do not fit, a number is infinite, or the weights are negative or all 0.
        NoAnswerError: a ValueError with a ``reason``: a performance with weight is not known, there are fewer than two
            alternatives, or they are equal on every criterion that carries weight.

    Reference:
        Hwang and Yoon (1981), Multiple Attribute Decision Making, Springer. Calculated by pymcdm.
    """
    problem = as_problem("TOPSIS", performances, weights, better_is_higher).distinguishing()

    # validation=False: the checks are above; pymcdm's own only warns, and lets NaN and negative weights pass.
    method = pymcdm("methods").TOPSIS(pymcdm("normalizations").vector_normalization)
    closeness: Floats = method(problem.performances, problem.weights, problem.directions, validation=False)
    return closeness


def vikor_compromise(
    performances: npt.ArrayLike, weights: npt.ArrayLike, better_is_higher: npt.ArrayLike, v: float = 0.5
) -> Floats:
    """VIKOR: a compromise between a small loss in total and a small loss on the criterion that hurts most.

    On each criterion the loss runs from 0 for the best to 1 for the worst of the alternatives (min-max normalisation).
    S adds the weighted losses, R is the largest of them; both are put on 0 to 1 over the alternatives and Q = v S +
    (1 - v) R. Where S, or R, is the same for all, it distinguishes nobody and counts as 0 (pymcdm has no answer there).
    A criterion on which all are equal, or without weight, is left out.

    Args:
        performances: as for ``topsis_closeness``.
        weights: as for ``topsis_closeness``.
        better_is_higher: as for ``topsis_closeness``.
        v: share of the total loss in the compromise, from 0 to 1.

    Returns:
        Q of each alternative, shape (alternative,), from 0 to 1, lower is better.

    Raises:
        ValueError: as for ``topsis_closeness``, or ``v`` is not from 0 to 1.
        NoAnswerError: as for ``topsis_closeness``.

    Reference:
        Opricovic and Tzeng (2004), Compromise solution by MCDM methods, European Journal of Operational Research
        156(2), 445-455.
    """
    if not 0 <= as_number(v, "v") <= 1:
        raise ValueError(f"v is a share of the compromise and must be from 0 to 1, not {v:g}")
    in_total, at_worst = _losses(performances, weights, better_is_higher)
    return v * in_total + (1 - v) * at_worst


def vikor_set(
    performances: npt.ArrayLike, weights: npt.ArrayLike, better_is_higher: npt.ArrayLike, v: float = 0.5
) -> Bools:
    """The alternatives that VIKOR offers as its compromise: one, or more when no one of them is clearly ahead.

    The best by Q stands alone if the next is at least 1 / (alternatives - 1) behind in Q (acceptable advantage) and if
    it is best, too, by the loss in total or by the loss on the criterion that hurts most (acceptable stability).
    Without that stability the next joins it. Without that advantage all less far behind join it.

    Args:
        performances: as for ``vikor_compromise``.
        weights: as for ``vikor_compromise``.
        better_is_higher: as for ``vikor_compromise``.
        v: as for ``vikor_compromise``.

    Returns:
        Shape (alternative,), True for what is in the set.

    Raises:
        ValueError: as for ``vikor_compromise``.
        NoAnswerError: as for ``vikor_compromise``.

    Reference:
        Opricovic and Tzeng (2004), Compromise solution by MCDM methods, European Journal of Operational Research
        156(2), 445-455, section 2.
    """
    behind = vikor_compromise(performances, weights, better_is_higher, v)
    behind = behind - behind.min()
    near: Bools = behind < 1 / max(len(behind) - 1, 1) - SAME
    if near.sum() > 1:
        return near
    best = int(behind.argmin())
    if any(part[best] <= part.min() + SAME for part in _losses(performances, weights, better_is_higher)):
        return near
    following = np.delete(behind, best).min()
    return np.asarray(behind <= following + SAME)


def spotis_distance(
    performances: npt.ArrayLike, weights: npt.ArrayLike, better_is_higher: npt.ArrayLike, bounds: npt.ArrayLike
) -> Floats:
    """SPOTIS: weighted distance to the best end of each criterion's fixed range.

    Adding or removing an alternative changes nothing for the others. On the same ranges it is 1 minus the additive
    total with straight value functions (on 0 to 1): it differs from that total only where a value function is bent or
    has a goal.

    Args:
        performances: as for ``topsis_closeness``.
        weights: as for ``topsis_closeness``.
        better_is_higher: as for ``topsis_closeness``.
        bounds: shape (criterion, 2), lowest and highest end of each criterion's range, in its unit.

    Returns:
        Shape (alternative,), from 0 at the best ends to 1 at the worst ends, lower is better.

    Raises:
        ValueError: as for ``topsis_closeness``, or ``bounds`` do not fit, are not known, or a lowest end is not below
            the highest.
        NoAnswerError: as for ``topsis_closeness``, or a performance lies outside its bounds by more than rounding: the
            distance means nothing there, and nothing is cut off in silence.

    Reference:
        Dezert, Tchamova, Han and Tacnet (2020), The SPOTIS rank reversal free method for multi-criteria decision-making
        support, IEEE 23rd International Conference on Information Fusion. Calculated by pymcdm.
    """
    problem = as_problem("SPOTIS", performances, weights, better_is_higher)
    ends = as_matrix(bounds, "bounds")
    if ends.shape != (problem.carrying.size, 2):
        raise ValueError(f"bounds must have the shape ({problem.carrying.size}, 2): two ends for each criterion")
    if not (ends[:, 0] < ends[:, 1]).all():
        raise ValueError("in bounds the lowest end of each criterion must be known and below the highest end")
    largest = np.abs(ends[problem.carrying]).max(axis=1)
    low, high = in_units_of(ends[problem.carrying].T, largest)
    rounding = 1e-9 * (high - low)
    with np.errstate(over="ignore"):  # far outside small bounds becomes infinite, and is refused
        columns = in_units_of(problem.performances, largest)
    outside = (columns < low - rounding) | (columns > high + rounding)
    if outside.any():
        row, column = np.argwhere(outside)[0]
        criterion = np.flatnonzero(problem.carrying)[column]
        raise NoAnswerError(
            "outside",
            f"SPOTIS needs performances inside the bounds; alternative {row} has "
            f"{problem.performances[row, column]:g} on criterion {criterion} (counted from 0), "
            f"with bounds {ends[criterion, 0]:g} and {ends[criterion, 1]:g}",
        )

    method = pymcdm("methods").SPOTIS(np.column_stack([low, high]))
    distance: Floats = method(np.clip(columns, low, high), problem.weights, problem.directions, validation=False)
    return distance


def _losses(performances: npt.ArrayLike, weights: npt.ArrayLike, better_is_higher: npt.ArrayLike) -> list[Floats]:
    """Loss in total, and on the criterion that hurts most, of each alternative; the least is 0 and the most 1."""
    problem = as_problem("VIKOR", performances, weights, better_is_higher).distinguishing()
    columns = problem.performances * problem.directions
    losses = problem.weights * (columns.max(axis=0) - columns) / np.ptp(columns, axis=0)
    return [_from_0_to_1(losses.sum(axis=1)), _from_0_to_1(losses.max(axis=1))]


def _from_0_to_1(losses: Floats) -> Floats:
    span = np.ptp(losses)
    return (losses - losses.min()) / span if span > SAME else np.zeros(losses.size)
