"""From what a person says to weights: swing points, points by theme and criterion, a ranking."""

import numpy as np
import numpy.typing as npt

from mcda.inputs import Floats, Ints, as_count, as_groups, as_numbers, as_points


def weights_from_points(points: npt.ArrayLike) -> Floats:
    """Swing points to weights: each point is worth the same share.

    Args:
        points: shape (criterion,), what a person gave; finite, none below 0, not all 0.

    Returns:
        Shape (criterion,), sums to 1.

    Raises:
        ValueError: a point is negative, not finite or above 1e300, or nothing got any points.

    Reference:
        von Winterfeldt and Edwards (1986), Decision Analysis and Behavioral Research (swing weighting).
    """
    given = _points_that_count(points)
    weights: Floats = given / given.sum()
    return weights


def hierarchical_weights(group_points: npt.ArrayLike, item_points: npt.ArrayLike, groups: npt.ArrayLike) -> Floats:
    """Weight of each item (criterion): share of its group (theme) x its share within the group.

    The weight of a group does not depend on how many items it holds, so splitting an item changes no group weight.

    Args:
        group_points: shape (group,), finite, none below 0, not all 0.
        item_points: shape (item,), finite, none below 0. Points are compared within a group only.
        groups: shape (item,), the number of the group of each item, counted from 0.

    Returns:
        Shape (item,), sums to 1. A group with 0 points gives its items 0, whatever their points.

    Raises:
        ValueError: points are negative or not finite, no group has points, ``groups`` does not fit, or a group with
            points has no item with points (there is nowhere to put its weight, and it is never spread over others).
    """
    shares = weights_from_points(group_points)
    items = as_points(item_points)
    numbers = as_groups(groups, items.size, shares.size)
    weights = np.zeros(items.size)
    for group in np.flatnonzero(shares):
        inside = numbers == group
        if not items[inside].any():
            raise ValueError(f"group {group} has points, but none of its items has: its weight has nowhere to go")
        weights[inside] = shares[group] * weights_from_points(items[inside])
    return weights


def weights_of_groups(weights: npt.ArrayLike, groups: Ints, n_groups: int) -> Floats:
    """Shape (group,): what the criteria of each group weigh together; 0 for a group without criteria.

    Args:
        weights: shape (criterion,).
        groups: shape (criterion,), the number of the group of each, counted from 0.
        n_groups: how many groups there are.

    Raises:
        ValueError: a weight is negative or not finite, or the groups do not fit.
    """
    shares = as_numbers(weights, "weights")
    if shares.ndim != 1 or shares.size > 0:
        as_points(shares, "weights")
    return np.bincount(as_groups(groups, shares.size, n_groups), shares, n_groups).astype(float, copy=False)


def rank_order_centroid(n: int) -> Floats:
    """Weights that fit a ranking of ``n`` criteria best: the centre of all weights in that order.

    The weight of rank i is (1/n) times the sum of 1/k for k = i..n.

    Args:
        n: number of criteria, at least 1.

    Returns:
        Shape (n,), most to least, sums to 1.

    Raises:
        ValueError: ``n`` is below 1.

    Reference:
        Barron and Barrett (1996), Decision quality using ranked attribute weights, Management Science 42(11),
        1515-1523.
    """
    if as_count(n, "the number of criteria") < 1:
        raise ValueError("a ranking needs at least one criterion")
    return np.cumsum(1 / np.arange(n, 0, -1))[::-1] / n


def with_largest_at_100(points: npt.ArrayLike) -> Floats:
    """The same points on the scale on which the largest swing is exactly 100.

    Args:
        points: shape (criterion,), finite, none below 0, not all 0.

    Returns:
        Shape (criterion,); the largest is 100 by construction, proportions are kept.

    Raises:
        ValueError: as for ``weights_from_points``.
    """
    given = _points_that_count(points)
    scaled: Floats = given / given.max() * 100
    return scaled


def _points_that_count(points: npt.ArrayLike) -> Floats:
    given = as_points(points)
    largest = given.max()
    if largest == 0:
        raise ValueError("nothing got any points; at least one must have more than 0")
    if largest > 1e300:
        raise ValueError(f"points up to {largest:g} are too large to calculate with")
    return given
