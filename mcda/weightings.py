"""Which weightings are looked at: all of them, those in a given order, those near given weights, or given ballots.

Each kind says how many random numbers one weighting takes (``dimensions``), which criteria can carry weight
(``possible``), and turns points between 0 and 1 into weights (``draw``).

Criteria may sit in groups (themes). A weighting is then drawn for the groups, so that a group does not get more
weight by holding more criteria, and divided within each group: in fixed shares (``within``) or in every way.

Reference:
    Tervonen and Lahdelma (2007), Implementing stochastic multicriteria acceptability analysis, European Journal of
    Operational Research 178(2), 500-513 (weights as normalised exponentials).
"""

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from mcda.inputs import (
    Bools,
    Floats,
    Ints,
    as_all_groups,
    as_count,
    as_matrix,
    as_number,
    as_numbers,
    as_points,
    as_weights,
    as_within,
)
from mcda.sampling import Points
from mcda.weights import weights_of_groups


@dataclass(frozen=True, eq=False)
class AllWeightings:
    """Every weighting is as likely as any other.

    Args:
        n_criteria: how many criteria there are.
        groups: shape (criterion,), number of the group of each, 0 to g - 1, each with a criterion; None: no groups.
        within: shape (criterion,), fixed share of each in its group, each group sums to 1; None: every division.

    Raises:
        ValueError: no criteria, a group without criteria, shares that do not fit, or shares without groups.
    """

    n_criteria: int
    groups: Ints | None = None
    within: Floats | None = None

    def __post_init__(self) -> None:
        if as_count(self.n_criteria, "the number of criteria") < 1:
            raise ValueError(f"the number of criteria must be at least 1, not {self.n_criteria}")
        _settle_tree(self, self.n_criteria)

    @property
    def dimensions(self) -> int:
        """Random numbers that one weighting takes."""
        return _n_groups(self) + _dimensions_within(self)

    @property
    def possible(self) -> Bools:
        """Shape (criterion,): True where a weighting can give weight."""
        return _possible_within(self)

    def draw(self, points: Points) -> Points:
        """Points of shape (dimension, sample) to weights of shape (criterion, sample); each column sums to 1."""
        n_groups = _n_groups(self)
        return _divided(self, _evenly(points[:n_groups]), points[n_groups:])


@dataclass(frozen=True, eq=False)
class WeightingsInOrder:
    """Every weighting that keeps the order of ``points`` is as likely as any other.

    Weights in a fixed order are a mixture of (1), (1/2, 1/2), (1/3, 1/3, 1/3), ... in which every mixture is as
    likely as any other. Of equal points either may be the heavier.

    Args:
        points: shape (criterion,), or (group,) if there are groups; none below 0. NaN has no place in the order and
            carries no weight.
        groups: shape (criterion,), number of the group of each, each group with a criterion; None: no groups.
        within: shape (criterion,), fixed share of each in its group, each group sums to 1; None: every division.

    Raises:
        ValueError: points are negative, infinite or all NaN; groups or shares do not fit.

    Reference:
        Barron and Barrett (1996), Decision quality using ranked attribute weights, Management Science 42(11),
        1515-1523 (the corners of the set of weights in an order).
    """

    points: Floats
    groups: Ints | None = None
    within: Floats | None = None

    def __post_init__(self) -> None:
        points = as_numbers(self.points, "points").copy()
        if points.ndim != 1 or np.isnan(points).all():
            raise ValueError("an order needs one row of points, at least one of them known")
        as_points(points[~np.isnan(points)])
        _keep(self, "points", points)
        _settle_tree(self, points.size if self.groups is None else as_numbers(self.groups, "groups").size)
        if _n_groups(self) != points.size:
            raise ValueError(f"{points.size} points were given for {_n_groups(self)} groups")

    @property
    def n_criteria(self) -> int:
        """How many criteria get weight, those without a place in the order included."""
        return self.points.size if self.groups is None else self.groups.size

    @property
    def dimensions(self) -> int:
        """Random numbers that one weighting takes; equal points below the top take more, for their shuffling."""
        return self._dimensions_of_order() + _dimensions_within(self)

    @property
    def possible(self) -> Bools:
        """Shape (criterion,): True where a weighting can give weight."""
        ranked = ~np.isnan(self.points)
        return _possible_within(self) & (ranked if self.groups is None else ranked[self.groups])

    def draw(self, points: Points) -> Points:
        """Points of shape (dimension, sample) to weights of shape (criterion, sample); each column sums to 1."""
        used = self._dimensions_of_order()
        return _divided(self, self._ordered(points[:used]), points[used:])

    def _blocks(self) -> tuple[Ints, list[tuple[int, int]]]:
        """The ranked places from most to least points, and where each run of equal points starts and ends."""
        places = np.argsort(-self.points, kind="stable")[: np.count_nonzero(~np.isnan(self.points))]
        edges = np.flatnonzero(np.diff(self.points[places])) + 1
        return places, list(pairwise([0, *edges.tolist(), places.size]))

    def _dimensions_of_order(self) -> int:
        places, (_, *lower) = self._blocks()
        return places.size + sum(end - start for start, end in lower if end - start > 1)

    def _ordered(self, points: Points) -> Points:
        places, ((_, top), *lower) = self._blocks()
        mixture = _evenly(points[: places.size])
        # the equals at the top need no shuffling: the gaps between exponentials in order are exponentials divided by
        # their place, so undivided they are those exponentials in any order
        mixture[top:] /= np.arange(top + 1, places.size + 1, dtype=np.float32)[:, np.newaxis]
        mixture[top:] = np.cumsum(mixture[: top - 1 : -1], axis=0)[::-1]
        if top < places.size:
            mixture[:top] += mixture[top]
        used = places.size
        for start, end in lower:
            if end - start > 1:
                shuffle = np.argsort(points[used : used + end - start], axis=0)
                mixture[start:end] = np.take_along_axis(mixture[start:end], shuffle, axis=0)
                used += end - start
        weights = np.zeros((self.points.size, points.shape[1]), np.float32)
        weights[places] = mixture
        return weights


@dataclass(frozen=True, eq=False)
class WeightingsAround:
    """Given weights, each multiplied by a random factor between 1/``factor`` and ``factor``, and made to sum to 1.

    The logarithm of the factor is uniform, so that twice as much is as likely as half as much. With groups the
    weights of the groups get such factors, and the shares within each group theirs. A weight of 0 stays 0.

    Args:
        weights: shape (criterion,), sum to 1.
        factor: 1 (the weights themselves) to 1,000,000.
        groups: shape (criterion,), number of the group of each, each group with a criterion; None: no groups.

    Raises:
        ValueError: weights are negative or do not sum to 1, the factor is below 1 or too large, groups do not fit.
    """

    weights: Floats
    factor: float
    groups: Ints | None = None

    def __post_init__(self) -> None:
        _keep(self, "weights", as_weights(self.weights).copy())
        if not 1 <= as_number(self.factor, "the factor") <= 1e6:
            raise ValueError(f"the factor must be from 1 to 1,000,000, not {self.factor}")
        if self.groups is not None:
            _keep(self, "groups", as_all_groups(self.groups, self.weights.size))

    @property
    def n_criteria(self) -> int:
        """How many criteria there are."""
        return self.weights.size

    @property
    def dimensions(self) -> int:
        """Random numbers that one weighting takes: a factor for each criterion, and for each group."""
        return self.n_criteria + (0 if self.groups is None else _n_groups(self))

    @property
    def possible(self) -> Bools:
        """Shape (criterion,): True where a weighting can give weight."""
        return self.weights > 0

    def draw(self, points: Points) -> Points:
        """Points of shape (dimension, sample) to weights of shape (criterion, sample); each column sums to 1."""
        if self.groups is None:
            return self._moved(self.weights, points)
        n_groups = _n_groups(self)
        group_weights = weights_of_groups(self.weights, self.groups, n_groups)
        weights = np.zeros((self.n_criteria, points.shape[1]), np.float32)
        moved = self._moved(group_weights, points[:n_groups])
        for group in np.flatnonzero(group_weights):
            inside = np.flatnonzero(self.groups == group)
            shares = self._moved(self.weights[inside] / group_weights[group], points[n_groups + inside])
            weights[inside] = shares * moved[group]
        return weights

    def _moved(self, shares: Floats, points: Points) -> Points:
        reach = np.float32(math.log(self.factor))
        moved: Points = np.exp(points * (2 * reach) - reach)
        moved *= shares.astype(np.float32)[:, np.newaxis]
        moved /= moved.sum(axis=0)
        return moved


@dataclass(frozen=True, eq=False)
class Ballots:
    """Given weightings, each as likely as any other; one row is one fixed weighting.

    Args:
        weights: shape (ballot, criterion), none below 0, each row sums to 1.

    Raises:
        ValueError: another shape, a number that is negative or not known, or a row that does not sum to 1.
    """

    weights: Floats

    def __post_init__(self) -> None:
        ballots = as_matrix(self.weights, "ballots").copy()
        for row in ballots:
            as_weights(row, ballots.shape[1])
        _keep(self, "weights", ballots)

    @property
    def n_criteria(self) -> int:
        """How many criteria each ballot gives weight to, 0 included."""
        return int(self.weights.shape[1])

    @property
    def dimensions(self) -> int:
        """Random numbers that one weighting takes: one to choose a ballot, none when there is only one."""
        return 0 if len(self.weights) == 1 else 1

    @property
    def possible(self) -> Bools:
        """Shape (criterion,): True where a ballot gives weight."""
        possible: Bools = np.any(self.weights > 0, axis=0)
        return possible

    def draw(self, points: Points) -> Floats:
        """Points of shape (dimension, sample) to weights of shape (criterion, sample).

        In double precision: a given weighting can make totals exactly equal, and rounding must not hide that.
        """
        # one ballot takes no random number, so its only row of points may be missing
        place = points[0].astype(float) if self.dimensions else np.zeros(points.shape[1])
        return self.weights.T[:, (place * len(self.weights)).astype(np.int64)]


Weightings = AllWeightings | WeightingsInOrder | WeightingsAround | Ballots


def _evenly(points: Points) -> Points:
    """Every division of 1 over the rows is as likely as any other: exponentials divided by their sum."""
    # sorted uniforms would give the same weights, but lose what evenly spread points gain
    shares = np.log(points)
    shares /= shares.sum(axis=0)
    return shares


def _divided(tree: AllWeightings | WeightingsInOrder, group_weights: Points, points: Points) -> Points:
    """Weights of the criteria from the weights of the groups, divided within each group."""
    if tree.groups is None:
        return group_weights
    weights = group_weights[tree.groups]
    if tree.within is not None:
        weights *= tree.within.astype(np.float32)[:, np.newaxis]
        return weights
    for group in range(_n_groups(tree)):
        inside = np.flatnonzero(tree.groups == group)
        weights[inside] *= _evenly(points[inside])
    return weights


def _dimensions_within(tree: AllWeightings | WeightingsInOrder) -> int:
    return 0 if tree.groups is None or tree.within is not None else tree.groups.size


def _possible_within(tree: AllWeightings | WeightingsInOrder) -> Bools:
    return np.ones(tree.n_criteria, dtype=bool) if tree.within is None else tree.within > 0


def _n_groups(weightings: AllWeightings | WeightingsInOrder | WeightingsAround) -> int:
    return weightings.n_criteria if weightings.groups is None else int(weightings.groups.max()) + 1


def _settle_tree(tree: AllWeightings | WeightingsInOrder, n_criteria: int) -> None:
    if tree.groups is None:
        if tree.within is not None:
            raise ValueError("shares within groups were given, but no groups")
        return
    groups = as_all_groups(tree.groups, n_criteria)
    _keep(tree, "groups", groups)
    if tree.within is not None:
        _keep(tree, "within", as_within(tree.within, groups).copy())


def _keep(weightings: Weightings, field: str, array: Floats | Ints) -> None:
    array.flags.writeable = False
    object.__setattr__(weightings, field, array)
