"""The door of every method that compares alternatives with each other: what it is given, checked once."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from mcda.inputs import Bools, Floats, as_flags, as_matrix, as_points, as_weights
from mcda.weights import weights_from_points

Reason = Literal["alone", "unknown", "equal", "negative", "zero", "outside"]
"""One alternative only; a performance not known; all alternatives equal; a performance below 0, or 0, of which the
method takes ratios; a performance outside the range of its criterion."""


class NoAnswerError(ValueError):
    """The input is in order, but this method has nothing to say about it; ``reason`` is one word for programs."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, eq=False)
class DecisionProblem:
    """Two alternatives or more, on the criteria that carry weight, not equal on all of them."""

    performances: Floats
    """Shape (alternative, criterion), all known, each column in its criterion's unit."""
    weights: Floats
    """Shape (criterion,), all above 0, together 1."""
    higher: Bools
    """Shape (criterion,), True where more is better."""
    carrying: Bools
    """Shape (criterion as given,), True for the criteria that carry weight and so are in the columns above."""

    @property
    def directions(self) -> npt.NDArray[np.int64]:
        """1 where more is better, -1 where less is."""
        return np.where(self.higher, 1, -1)

    def distinguishing(self) -> "DecisionProblem":
        """Only the criteria on which alternatives differ, in units in which no number is above 1."""
        columns = in_units_of(self.performances, np.abs(self.performances).max(axis=0))
        kept = np.ptp(columns, axis=0) > SAME
        carrying = self.carrying.copy()
        carrying[carrying] = kept
        weights = self.weights[kept] / self.weights[kept].sum()
        return DecisionProblem(columns[:, kept], weights, self.higher[kept], carrying)


SAME = 1e-12
"""Differences within a column that are no more than this part of its largest number are rounding."""


def as_problem(
    method: str, performances: npt.ArrayLike, weights: npt.ArrayLike, better_is_higher: npt.ArrayLike
) -> DecisionProblem:
    """The problem as a method needs it; ``method`` is its name in the messages.

    Args:
        method: what the method is called.
        performances: shape (alternative, criterion), each column in its criterion's unit. NaN ("not known") may occur
            in criteria without weight only.
        weights: shape (criterion,), 0 or more; they are divided by their sum.
        better_is_higher: shape (criterion,), True where more is better, False where less is better.

    Raises:
        ValueError: shapes do not fit, a number is infinite, weights are negative or all 0, directions are not true or
            false.
        NoAnswerError: there is one alternative, a performance with weight is not known, or all are equal.
    """
    matrix = as_matrix(performances, "performances")
    shares = as_weights(weights_from_points(as_points(weights, "weights")), matrix.shape[1])
    higher = as_flags(better_is_higher, "better_is_higher", shares.size)
    if len(matrix) < 2:
        raise NoAnswerError("alone", f"{method} compares alternatives with each other, so it needs at least two")
    carrying = shares > 0
    columns = matrix[:, carrying]
    if np.isnan(columns).any():
        raise NoAnswerError(
            "unknown", f"{method} needs every performance that carries weight; at least one is not known"
        )
    problem = DecisionProblem(columns, weights_from_points(shares[carrying]), higher[carrying], carrying)
    if not problem.distinguishing().carrying.any():
        raise NoAnswerError(
            "equal", f"the alternatives are equal on every criterion that carries weight; {method} has no answer"
        )
    return problem


def in_units_of(numbers: npt.ArrayLike, largest: npt.ArrayLike) -> Floats:
    """The same numbers in a unit near ``largest``, because squares and sums of very large ones would overflow.

    The unit is a power of two, so nothing is rounded and a difference exactly at a threshold stays exactly there.
    """
    _, exponents = np.frexp(np.asarray(largest, dtype=float))
    scaled: Floats = np.ldexp(np.asarray(numbers, dtype=float), -exponents)
    return scaled
