"""Weighted means when some groups (themes) have no points yet and may still get any, from 0 to a largest.

With m the mean over the groups that have points, P their points together, v the values of the open groups and p the
points that those may get, the mean becomes (P m + sum of p v) / (P + sum of p), with 0 <= p <= most. That is a ratio of
two linear functions, so its lowest lies at a corner of the box: every open group gets nothing or all it may get, and
the lowest values are served first. Without any points (P = 0) the lowest mean is the lowest value.

Reference:
    Charnes and Cooper (1962), Programming with linear fractional functionals, Naval Research Logistics Quarterly 9,
    181-186.
"""

import numpy as np
import numpy.typing as npt

from mcda.inputs import Floats, as_finite, as_numbers, as_vector, refuse_too_large


def lowest_means(given: npt.ArrayLike, open_values: npt.ArrayLike, points: float, most: npt.ArrayLike) -> Floats:
    """The lowest weighted mean in each row, over all points that the open groups may get.

    Args:
        given: shape (row,), the weighted mean over the groups that have points.
        open_values: shape (row, open group), the value of each open group, all known; without open groups, no columns.
        points: the points that were given, together; at 0 ``given`` does not count, and there must be an open group.
        most: the most points that an open group can get, above 0; one number for all, or shape (open group,).

    Returns:
        Shape (row,). The highest mean is minus the lowest one of everything negative.

    Raises:
        ValueError: shapes do not fit, a number is not known or infinite, or points are below 0 or nowhere.
    """
    means, values = as_vector(given, "given"), as_numbers(open_values, "open values")
    if values.ndim != 2 or len(values) != means.size or not np.isfinite(values).all():
        raise ValueError(f"open values must be {means.size} rows of finite numbers")
    limits = as_numbers(most, "the most points")
    if limits.shape not in ((), values.shape[1:]) or not np.isfinite(limits).all():
        raise ValueError(f"the most points must be one number, or {values.shape[1]} finite numbers")
    room = np.broadcast_to(limits, values.shape[1:])
    if as_finite(points, "points") < 0 or not (room > 0).all() or (points == 0 and not room.size):
        raise ValueError(f"points must be above 0, not {points:g} and {room.tolist()}")
    for numbers in (means, values, limits, np.asarray(points)):
        refuse_too_large(numbers, "values and points")
    order = np.argsort(values, axis=1)
    served = room[order]
    sums = points * means[:, np.newaxis] + np.cumsum(np.take_along_axis(values, order, axis=1) * served, axis=1)
    found = sums / (points + np.cumsum(served, axis=1))
    if points > 0:
        found = np.column_stack([means, found])
    lowest: Floats = found.min(axis=1)
    return lowest


def lowest_of_largest(given: npt.ArrayLike, open_values: npt.ArrayLike, points: float, most: npt.ArrayLike) -> float:
    """The lowest that the largest mean of all rows can be, over all points that the open groups may get.

    Not every row is at its lowest at the same points, so this lies at or above the largest of ``lowest_means``. A
    linear programme in the shares of the open groups (Charnes and Cooper).

    Args:
        given: as for ``lowest_means``, as are the others.

    Raises:
        ValueError: as ``lowest_means``.
    """
    from scipy.optimize import linprog  # here, because it takes half a second and most pages do without

    bound = float(lowest_means(given, open_values, points, most).max())
    means, values = as_vector(given, "given"), as_numbers(open_values, "open values")
    n_rows, n_open = values.shape
    if not n_open:
        return bound
    room = np.broadcast_to(as_numbers(most, "the most points"), (n_open,))
    # the unknowns: the share of each open group, one over the sum of all points, and the largest mean
    of_rows = np.column_stack([values, points * np.where(points > 0, means, 0.0), -np.ones(n_rows)])
    of_room = np.column_stack([np.eye(n_open), -room, np.zeros(n_open)])
    found = linprog(
        np.append(np.zeros(n_open + 1), 1.0),
        A_ub=np.vstack([of_rows, of_room]),
        b_ub=np.zeros(n_rows + n_open),
        A_eq=np.concatenate([np.ones(n_open), [points, 0.0]])[np.newaxis],
        b_eq=[1.0],
        bounds=[(0, None)] * (n_open + 1) + [(None, None)],
        method="highs",
    )
    if not found.success:
        raise RuntimeError(f"the linear programme for the lowest of the largest mean failed: {found.message}")
    return max(bound, float(found.fun))
