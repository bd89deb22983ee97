"""What varies as one: a named cause that cells of several alternatives follow, wholly or partly.

The rule: a cell that follows a cause with strength 0.8 stands at the quantile of the cause in 80 of 100 draws, and in
the others at a quantile of its own. So its own distribution is exactly what it is without causes, its rank correlation
with the cause is its strength, and that of two cells of one cause is the product of theirs.
"""

import operator
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from mcda.inputs import Bools, as_kind, as_number


@dataclass(frozen=True)
class Cause:
    """One quantile, shared by cells of any alternatives: where the one stands, all stand that follow wholly.

    Args:
        name: tells it from other causes; its draws depend on this and on the seed only.
        cells: (alternative, criterion, rank correlation with the cause) of each cell that follows it. With 1 the cell
            is at its high end when the cause is high, with -1 at its low end; nearer to 0 it follows less, and with 0
            not at all. That is the high end of what the ranges are in: performances for ``score_ranges`` (whether high
            is good or bad), scores for ``ScoreRanges``.

    Raises:
        ValueError: no name, a cell that is not two whole numbers and a number, or one outside -1 to 1.
    """

    name: str
    cells: tuple[tuple[int, int, float], ...]

    def __post_init__(self) -> None:
        if not as_kind(self.name, str, "the name of a cause"):
            raise ValueError("a cause needs a name")
        try:
            given = tuple(
                (operator.index(row), operator.index(column), as_number(follows, "the rank correlation"))
                for row, column, follows in self.cells
            )
        except (TypeError, ValueError):
            given = ((0, 0, 2.0),)
        if not all(abs(follows) <= 1 for *_, follows in given):
            raise ValueError(
                f"cause {self.name!r}: each cell is an alternative, a criterion, and a number from -1 to 1"
            )
        object.__setattr__(self, "cells", given)


@dataclass(frozen=True)
class UncertainQuantity:
    """What one can find out: a cause, an alternative that varies together, or one cell. And what it tells of others."""

    cause: str | None
    """Name of the cause; None if it is none."""
    cells: tuple[tuple[int, int], ...]
    """(alternative, criterion) of each cell about which it tells something."""
    parts: tuple[float, ...] = ()
    """For each cell: in which part of the draws it stands at the same quantile. Empty: in all."""

    @property
    def by_cell(self) -> dict[tuple[int, int], float]:
        """The parts by cell."""
        return dict(zip(self.cells, self.parts or [1.0] * len(self.cells), strict=True))

    @property
    def known(self) -> tuple[tuple[int, int], ...]:
        """The cells that are known once this is."""
        return tuple(cell for cell, part in self.by_cell.items() if part == 1)

    @property
    def named(self) -> tuple[tuple[int, int], ...]:
        """The cells that it is about: all that follow a cause, or else those that are known once this is."""
        return self.cells if self.cause is not None else self.known


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
    """The driver of each cell, from causes and from alternatives of which the rest varies together.

    A cell that follows a cause stays out of its alternative, also where it follows partly: the rest is its own.
    """

    def __init__(self, together: Bools, causes: Sequence[Cause]) -> None:
        self._together = together
        self._followed = {(row, column): (cause.name, part) for cause in causes for row, column, part in cause.cells}

    def of(self, row: int, column: int) -> Driver:
        """The driver of a cell."""
        if (row, column) in self._followed:
            return Driver(self._followed[row, column][0], None, None)
        return Driver(None, row, None if self._together[row] else column)

    def own(self, row: int, column: int) -> Driver:
        """Where the cell stands when it does not stand with its cause."""
        return Driver(None, row, column)

    def part(self, row: int, column: int) -> float:
        """In which part of the draws the cell stands at its driver; 1 without a cause."""
        return abs(self._followed.get((row, column), ("", 1.0))[1])

    def falls(self, row: int, column: int) -> bool:
        """True if the cell goes down when its driver goes up."""
        return self._followed.get((row, column), ("", 1.0))[1] < 0

    def places(self, cells: Iterable[tuple[int, int]]) -> dict[Driver, int]:
        """A number for each driver of these cells, in their order, causes last."""
        found = dict.fromkeys(chain.from_iterable(self._both(*cell) for cell in cells))
        return {driver: place for place, driver in enumerate(sorted(found, key=lambda one: one.cause is not None))}

    def quantities(self, cells: Iterable[tuple[int, int]]) -> Iterator[UncertainQuantity]:
        """What there is to find out about these cells.

        A cell that follows a cause partly is one by itself, beside the cause. It tells of the others of that cause: as
        each follows in its part of the draws, two stand at one quantile in the product of their parts.
        """
        found: dict[Driver, list[tuple[int, int]]] = {}
        for cell in cells:
            found.setdefault(self.of(*cell), []).append(cell)
        for driver, alike in found.items():
            parts = [self.part(*cell) for cell in alike]
            partly = [place for place, own in enumerate(parts) if own < 1]
            yield UncertainQuantity(driver.cause, tuple(alike), tuple(parts) if partly else ())
            for place in partly:
                told = [parts[place] * other for other in parts]
                told[place] = 1.0
                yield UncertainQuantity(None, tuple(alike), tuple(told))

    def _both(self, row: int, column: int) -> Iterable[Driver]:
        """The driver, and beside it its own where it stands there in a part of the draws."""
        yield self.of(row, column)
        if self.part(row, column) < 1:
            yield self.own(row, column)
