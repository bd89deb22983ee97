"""From performances to scores, and from scores to totals: the additive value model on fixed ranges.

A score is 0 at the worst end of a criterion's range and 100 at the best. The range belongs to the criterion, never
to the alternatives at hand, so that one more alternative inside the range changes no other score.

Reference:
    Belton and Stewart (2002), Multiple Criteria Decision Analysis.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from mcda.inputs import Bools, Floats, as_groups, as_matrix, as_number, as_numbers, as_parts, as_scores, as_weights
from mcda.pieces import Piece, Pieces, ValueFunction, line, refuse_unusable_functions


@dataclass(frozen=True)
class Linear:
    """Every step along the range is worth the same; ``best`` may be the lower number.

    Raises:
        ValueError: an end is not finite, the ends are equal or too far apart to calculate with.
    """

    whole: ClassVar[bool] = False
    worst: float
    """Performance that scores 0, in the criterion's unit."""
    best: float
    """Performance that scores 100, in the criterion's unit."""

    def __post_init__(self) -> None:
        _refuse_unusable_ends(self.worst, self.best)
        if self.worst == self.best:
            raise ValueError(f"worst and best are both {self.best:g}; a criterion that cannot differ cannot be weighed")

    @property
    def pieces(self) -> Pieces:
        """One, over the whole range."""
        return line(*sorted([(self.worst, 0.0), (self.best, 100.0)]))

    def scores(self, performances: npt.ArrayLike) -> Floats:
        """Scores of the same shape, cut at 0 and 100; NaN ("not known") stays NaN."""
        inside = np.clip(_performances(performances), min(self.worst, self.best), max(self.worst, self.best))
        return 100 * (np.abs(inside - self.worst) / abs(self.best - self.worst))

    def outside(self, performances: npt.ArrayLike) -> Bools:
        """True where the performance lies outside the range, so that its score was cut; False for NaN."""
        return _beyond(performances, min(self.worst, self.best), max(self.worst, self.best))


@dataclass(frozen=True)
class Bent:
    """Straight lines through given points, for when the first steps are worth more (or less) than the last.

    Raises:
        ValueError: fewer than two points, performances that do not increase, scores outside 0 to 100, that turn
            back, or that do not reach both 0 and 100.
    """

    whole: ClassVar[bool] = False
    points: tuple[tuple[float, float], ...]
    """(performance in the criterion's unit, score), performances increasing."""

    def __post_init__(self) -> None:
        if np.ndim(as_numbers(self.points, "points")) != 2 or np.shape(self.points)[1] != 2 or len(self.points) < 2:
            raise ValueError("a bent value function needs at least two points, each a performance and a score")
        performances, scores = _columns(self.points)
        _refuse_unusable_ends(*performances)
        if any(right <= left for left, right in pairwise(performances)):
            raise ValueError("the performances of a bent value function must increase from point to point")
        _refuse_unusable_scores(scores)
        steps = [right - left for left, right in pairwise(scores)]
        if any(step > 0 for step in steps) and any(step < 0 for step in steps):
            raise ValueError("the scores of a bent value function may only rise or only fall; use a goal to turn back")

    @property
    def pieces(self) -> Pieces:
        """One between every two points."""
        return line(*self.points)

    def scores(self, performances: npt.ArrayLike) -> Floats:
        """Scores of the same shape, cut at the scores of the first and last point; NaN stays NaN."""
        return np.clip(np.interp(_performances(performances), *_columns(self.points)), 0.0, 100.0)

    def outside(self, performances: npt.ArrayLike) -> Bools:
        """True where the performance lies before the first or beyond the last point; False for NaN."""
        return _beyond(performances, self.points[0][0], self.points[-1][0])


@dataclass(frozen=True)
class Goal:
    """Best at a goal: 100 at ``goal``, 0 at ``low`` and at ``high``, straight lines between.

    Raises:
        ValueError: a number is not finite, or the goal does not lie between low and high.
    """

    whole: ClassVar[bool] = False
    goal: float
    low: float
    high: float

    def __post_init__(self) -> None:
        _refuse_unusable_ends(self.low, self.goal, self.high)
        if not self.low < self.goal < self.high:
            raise ValueError(f"the goal {self.goal:g} must lie between {self.low:g} and {self.high:g}")

    @property
    def pieces(self) -> Pieces:
        """Up to the goal, and down from it."""
        return line(*self._points)

    def scores(self, performances: npt.ArrayLike) -> Floats:
        """Scores of the same shape, 0 beyond ``low`` and ``high``; NaN ("not known") stays NaN."""
        return np.clip(np.interp(_performances(performances), *_columns(self._points)), 0.0, 100.0)

    def outside(self, performances: npt.ArrayLike) -> Bools:
        """True where the performance lies below ``low`` or above ``high``; False for NaN."""
        return _beyond(performances, self.low, self.high)

    @property
    def _points(self) -> tuple[tuple[float, float], ...]:
        return (self.low, 0.0), (self.goal, 100.0), (self.high, 0.0)


@dataclass(frozen=True)
class Classes:
    """A stated score for each class; the performance is the number of the class, counted from 0.

    Raises:
        ValueError: fewer than two classes, scores outside 0 to 100, or that do not reach both 0 and 100.
    """

    whole: ClassVar[bool] = True
    class_scores: tuple[float, ...]
    """Score of class 0, 1, 2, ..."""

    def __post_init__(self) -> None:
        stated = as_numbers(self.class_scores, "scores of classes")
        if stated.ndim != 1 or len(stated) < 2:
            raise ValueError("at least two classes are needed; a criterion that cannot differ cannot be weighed")
        _refuse_unusable_scores(stated.tolist())

    @property
    def pieces(self) -> Pieces:
        """One for each class: the numbers that lie nearest to it, with a jump halfway to the next."""
        last = len(self.class_scores) - 1
        return tuple(
            Piece(max(number - 0.5, 0), score, min(number + 0.5, last), score)
            for number, score in enumerate(self.class_scores)
        )

    def scores(self, performances: npt.ArrayLike) -> Floats:
        """Scores of the same shape; NaN ("not known") stays NaN.

        Raises:
            ValueError: a performance is not the number of a class.
        """
        numbers = self._numbers(performances)
        known = ~np.isnan(numbers)
        stated = as_numbers(self.class_scores, "scores of classes")
        return np.where(known, stated[np.where(known, numbers, 0).astype(int)], np.nan)

    def outside(self, performances: npt.ArrayLike) -> Bools:
        """False everywhere: a class that does not exist is refused (ValueError), not cut."""
        return np.zeros(self._numbers(performances).shape, dtype=bool)

    def _numbers(self, performances: npt.ArrayLike) -> Floats:
        numbers = _performances(performances)
        known = numbers[~np.isnan(numbers)]
        wrong = known[(known != np.floor(known)) | (known < 0) | (known >= len(self.class_scores))]
        if wrong.size:
            raise ValueError(f"{wrong[0]:g} is not a class; they are numbered 0 to {len(self.class_scores) - 1}")
        return numbers


def score_matrix(performances: npt.ArrayLike, functions: Sequence[ValueFunction]) -> Floats:
    """Score of every alternative on every criterion.

    Args:
        performances: shape (alternative, criterion), each column in its criterion's unit. NaN means "not known".
        functions: one value function for each criterion.

    Returns:
        Shape (alternative, criterion), 0 to 100; NaN where the performance is NaN.

    Raises:
        ValueError: the number of functions differs from the number of columns, or a performance is infinite.
    """
    matrix = as_matrix(performances, "performances")
    refuse_unusable_functions(functions, matrix.shape[1])
    return np.column_stack([function.scores(column) for function, column in zip(functions, matrix.T, strict=True)])


def total_scores(scores: npt.ArrayLike, weights: npt.ArrayLike) -> Floats:
    """Total score of each alternative under the additive value model.

    Args:
        scores: shape (alternative, criterion); 0 and 100 are the ends of the criterion's range. NaN means
            "not known" and is never filled in.
        weights: shape (criterion,), swing weights that sum to 1.

    Returns:
        Shape (alternative,), 0 to 100. NaN where a score that carries weight is not known.

    Raises:
        ValueError: the shapes do not fit, a score lies outside 0 to 100, or weights are negative or do not sum to 1.

    Reference:
        Belton and Stewart (2002), Multiple Criteria Decision Analysis.
    """
    totals: Floats = contributions(scores, weights).sum(axis=1)
    return totals


def total_intervals(
    scores: npt.ArrayLike, weights: npt.ArrayLike, low: npt.ArrayLike = 0.0, high: npt.ArrayLike = 100.0
) -> Floats:
    """Lowest and highest total that the unknown scores leave possible.

    Args:
        scores: shape (alternative, criterion), 0 to 100, NaN for "not known".
        weights: shape (criterion,), sum to 1.
        low: the lowest that an unknown score can be; one number, or of the shape of the scores.
        high: the highest, as ``low``.

    Returns:
        Shape (alternative, 2): every unknown score counted as ``low``, and as ``high``. The two are equal where nothing
        that carries weight is unknown.

    Raises:
        ValueError: as for ``total_scores``, or the ends have another shape, are not known or are in the other order.
    """
    matrix = as_scores(scores)
    unknown = np.isnan(matrix)
    ends = [as_numbers(end, "the ends of an unknown score") for end in (low, high)]
    fits = all(end.shape in ((), matrix.shape) and np.isfinite(end).all() for end in ends)
    if not fits or not (ends[0] <= ends[1]).all():
        raise ValueError("the ends of an unknown score must be two numbers, or two for each score, the lowest first")
    return np.column_stack([total_scores(np.where(unknown, end, matrix), weights) for end in ends])


def contributions(scores: npt.ArrayLike, weights: npt.ArrayLike) -> Floats:
    """What each criterion adds to the total of each alternative: weight x score.

    Args:
        scores: shape (alternative, criterion), 0 to 100, NaN for "not known".
        weights: shape (criterion,), sum to 1.

    Returns:
        Shape (alternative, criterion); each row adds up to the alternative's total score. 0 where the weight is 0,
        NaN where a score that carries weight is not known.

    Raises:
        ValueError: as for ``total_scores``.
    """
    matrix = as_scores(scores)
    shares = as_weights(weights, matrix.shape[1])
    return np.where(shares == 0, 0.0, matrix * shares)


def group_contributions(contributions: npt.ArrayLike, groups: npt.ArrayLike, n_groups: int) -> Floats:
    """What each group of criteria (a theme) adds to the total of each alternative.

    Args:
        contributions: shape (alternative, criterion), from the function of that name.
        groups: shape (criterion,), the number of the group of each criterion, 0 to ``n_groups`` - 1.
        n_groups: how many groups there are; a group without criteria adds 0.

    Returns:
        Shape (alternative, n_groups); each row adds up to the alternative's total score. NaN in the groups where a
        contribution is NaN, and only there.

    Raises:
        ValueError: ``groups`` has another length, is not of whole numbers, or names a group that does not exist.
    """
    matrix = as_parts(contributions, "contributions")
    numbers = as_groups(groups, matrix.shape[1], n_groups)
    return np.column_stack([matrix[:, numbers == group].sum(axis=1) for group in range(n_groups)])


def _columns(points: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [performance for performance, _ in points], [score for _, score in points]


def _performances(performances: npt.ArrayLike) -> Floats:
    numbers = as_numbers(performances, "performances")
    if np.isinf(numbers).any():
        raise ValueError("a performance cannot be infinite; leave it out (NaN) if it is not known")
    return numbers


def _beyond(performances: npt.ArrayLike, low: float, high: float) -> Bools:
    numbers = _performances(performances)
    return (numbers < low) | (numbers > high)


def _refuse_unusable_ends(*ends: float) -> None:
    if not all(math.isfinite(as_number(end, "an end of a range")) for end in ends):
        raise ValueError("the range of a value function must be of finite numbers")
    if not math.isfinite(max(ends) - min(ends)):
        raise ValueError("the range of a value function is too wide to calculate with")


def _refuse_unusable_scores(scores: Iterable[float]) -> None:
    stated = list(scores)
    if not all(0 <= score <= 100 for score in stated):
        raise ValueError("scores must lie within 0 to 100")
    if min(stated) != 0 or max(stated) != 100:
        raise ValueError("the scores must reach both 0 and 100; otherwise a weight would not be worth its full swing")
