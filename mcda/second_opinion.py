"""Another method on the same performances. It may agree or differ; methods do not vote."""

import numpy as np
import numpy.typing as npt

from mcda.inputs import Floats, as_matrix, as_points, as_weights
from mcda.weights import weights_from_points


def topsis_closeness(performances: npt.ArrayLike, weights: npt.ArrayLike, better_is_higher: npt.ArrayLike) -> Floats:
    """TOPSIS: how close each alternative is to the best, and how far from the worst, of all alternatives together.

    Each column is divided by its Euclidean length (vector normalisation), multiplied by its weight, and distances are
    Euclidean. The yardstick comes from the alternatives themselves, not from the ranges of the criteria: adding an
    alternative may change the closeness of all others. A criterion on which all are equal, or without weight, cannot
    distinguish and is left out.

    Args:
        performances: shape (alternative, criterion), each column in its criterion's unit, all known. Criteria with a
            goal have no better direction; give their scores instead.
        weights: shape (criterion,), 0 or more; they are divided by their sum.
        better_is_higher: shape (criterion,), True where more is better, False where less is better.

    Returns:
        Shape (alternative,), 1 for an alternative that is best on everything, 0 for one that is worst on everything.

    Raises:
        ValueError: a performance is not known, there are fewer than two alternatives, the shapes do not fit, the
            weights are negative or all 0, or the alternatives are equal on every criterion that carries weight.

    Reference:
        Hwang and Yoon (1981), Multiple Attribute Decision Making, Springer. Calculated by pymcdm.
    """
    matrix = as_matrix(performances, "performances")
    if len(matrix) < 2:
        raise ValueError("TOPSIS compares alternatives with each other, so it needs at least two")
    if not np.isfinite(matrix).all():
        raise ValueError("TOPSIS needs every performance; at least one is not known")
    shares = as_weights(weights_from_points(as_points(weights, "weights")), matrix.shape[1])
    higher = np.asarray(better_is_higher)
    if higher.shape != shares.shape or higher.dtype != np.bool_:
        raise ValueError(f"better_is_higher must be {shares.size} times true or false, once for each criterion")
    largest = np.abs(matrix).max(axis=0)
    columns = matrix / np.where(largest == 0, 1.0, largest)  # squares of very large numbers would overflow
    useful = (np.ptp(columns, axis=0) > 1e-12) & (shares > 0)
    if not useful.any():
        raise ValueError("the alternatives are equal on every criterion that carries weight; TOPSIS has no answer")

    from pymcdm.methods import TOPSIS  # here, because it loads matplotlib and few pages need it
    from pymcdm.normalizations import vector_normalization

    useful_weights = weights_from_points(shares[useful])
    directions = np.where(higher[useful], 1, -1)
    # validation=False: the checks are above; pymcdm's own only warns, and lets NaN and negative weights pass.
    closeness = TOPSIS(vector_normalization)(columns[:, useful], useful_weights, directions, validation=False)
    return np.asarray(closeness, dtype=float)
