"""What varies as one: a named cause that effects of several alternatives follow, and the doubtful cells by quantile."""

import operator
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from mcda.inputs import Bools, as_kind


@dataclass(frozen=True)
class Cause:
    """One quantile, shared by cells of any alternatives: where the one stands, all stand.

    Args:
        name: tells it from other causes; its draws depend on this and on the seed only.
        cells: (alternative, criterion, direction) of each cell that follows it. With direction 1 the cell is at its
            high end when the cause is high, with -1 at its low end. That is the high end of what the ranges are in:
            performances for ``score_ranges`` (whether high is good or bad), scores for ``ScoreRanges``.

    Raises:
        ValueError: no name, a cell that is not three whole numbers, or another direction.
    """

    name: str
    cells: tuple[tuple[int, int, int], ...]

    def __post_init__(self) -> None:
        if not as_kind(self.name, str, "the name of a cause"):
            raise ValueError("a cause needs a name")
        try:
            given = tuple(tuple(operator.index(number) for number in cell) for cell in self.cells)
        except TypeError:
            given = ((),)
        if any(len(cell) != 3 or cell[2] not in (1, -1) for cell in given):
            raise ValueError(f"cause {self.name!r}: each cell is an alternative, a criterion, and 1 or -1 as direction")
        object.__setattr__(self, "cells", given)


@dataclass(frozen=True)
class UncertainQuantity:
    """Doubtful cells that stand at one quantile: of a cause, of an alternative that varies together, or one cell."""

    cause: str | None
    """Name of the cause; None if it is none."""
    cells: tuple[tuple[int, int], ...]
    """(alternative, criterion) of each."""


def refuse_unusable_causes(causes: Sequence[Cause], shape: tuple[int, ...]) -> tuple[Cause, ...]:
    """The causes, as a tuple.

    Raises:
        ValueError: two with one name, a cell outside the matrix of this shape, or a cell that follows more than once.
    """
    try:
        found = tuple(as_kind(cause, Cause, "each cause") for cause in causes)
    except TypeError:
        raise ValueError(f"causes must be a list of them, not {causes!r}") from None
    names = [cause.name for cause in found]
    if len(set(names)) < len(names):
        raise ValueError(f"causes need names of their own, not {names}")
    seen = set()
    for row, column, _ in chain.from_iterable(cause.cells for cause in found):
        if not (0 <= row < shape[0] and 0 <= column < shape[1]):
            raise ValueError(f"a cause names alternative {row}, criterion {column}, which is not there")
        if (row, column) in seen:
            raise ValueError(f"alternative {row}, criterion {column} follows a cause more than once")
        seen.add((row, column))
    return found


class Driver(NamedTuple):
    """Whose quantile a doubtful cell stands at: of a cause, of its alternative, or its own."""

    cause: str | None
    alternative: int | None
    criterion: int | None

    def name(self, alternatives: Sequence[str], criteria: Sequence[str]) -> str:
        """A name for its draws: of ids only, and no other driver has it."""
        if self.cause is not None:
            return f"\0\0{self.cause}"
        assert self.alternative is not None
        own = alternatives[self.alternative]
        return own if self.criterion is None else f"{own}\0{criteria[self.criterion]}"


class Drivers:
    """The driver of each cell, from causes and from alternatives of which the rest varies together."""

    def __init__(self, together: Bools, causes: Sequence[Cause]) -> None:
        self._together = together
        self._followed = {(row, column): (cause.name, way) for cause in causes for row, column, way in cause.cells}

    def of(self, row: int, column: int) -> Driver:
        """The driver of a cell."""
        if (row, column) in self._followed:
            return Driver(self._followed[row, column][0], None, None)
        return Driver(None, row, None if self._together[row] else column)

    def falls(self, row: int, column: int) -> bool:
        """True if the cell goes down when its driver goes up."""
        return self._followed.get((row, column), ("", 1))[1] < 0

    def places(self, cells: Iterable[tuple[int, int]]) -> dict[Driver, int]:
        """A number for the driver of each of these cells, in their order, causes last."""
        found = dict.fromkeys(self.of(*cell) for cell in cells)
        return {driver: place for place, driver in enumerate(sorted(found, key=lambda one: one.cause is not None))}
