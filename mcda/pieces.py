"""What the rest of the calculation asks of a value function, of whatever kind: its straight pieces."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

import numpy.typing as npt

from mcda.inputs import Bools, Floats


class Piece(NamedTuple):
    """A part of the range, between the ends of which the score is one straight line.

    ``at_left`` and ``at_right`` are the scores next to the ends, inside the piece. Where one piece ends and the next
    begins with another score the function jumps; ``scores`` says which of the two holds there.
    """

    left: float
    at_left: float
    right: float
    at_right: float

    @property
    def slope(self) -> float:
        """Points for one unit more."""
        return (self.at_right - self.at_left) / (self.right - self.left)

    def score(self, performance: float) -> float:
        """The score on the line; exact at both ends."""
        if performance == self.right:
            return self.at_right
        return self.at_left + (self.at_right - self.at_left) * ((performance - self.left) / (self.right - self.left))


Pieces = tuple[Piece, ...]
"""From the lowest performance of the range to the highest, each beginning where the one before it ends."""


class ValueFunction(Protocol):
    """From a performance to a score of 0 to 100."""

    @property
    def whole(self) -> bool:
        """A performance is the number of a class, and nothing lies between two: it belongs to the nearest."""

    @property
    def pieces(self) -> Pieces:
        """The straight pieces, at least one."""

    def scores(self, performances: npt.ArrayLike, /) -> Floats:
        """Scores of the same shape; NaN ("not known") stays NaN."""

    def outside(self, performances: npt.ArrayLike, /) -> Bools:
        """True where the performance lies outside the range, so that its score was cut; False for NaN."""


def refuse_unusable_functions(functions: Sequence[ValueFunction], count: int) -> None:
    """ValueError unless there are so many, and each is a value function."""
    if not isinstance(functions, Sequence) or len(functions) != count:
        given = len(functions) if isinstance(functions, Sequence) else repr(functions)
        raise ValueError(f"{given} value functions were given for {count} criteria")
    for function in functions:
        refuse_no_function(function)


def refuse_no_function(function: ValueFunction) -> None:
    """ValueError unless it is a value function."""
    if not all(hasattr(type(function), part) for part in ("whole", "pieces", "scores")):
        raise ValueError(f"a value function is needed, not {function!r}")


def line(*points: tuple[float, float]) -> Pieces:
    """The pieces of a line through points of (performance, score), performances rising; no jumps."""
    return tuple(Piece(*left, *right) for left, right in pairwise(points))
