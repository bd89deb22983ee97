"""What a reader of any kind of workbook hands on: sheets with cells, and everything about them that could mislead."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from files.problems import shown
from texts import Told
from texts.message import Value, message

CellKind = Literal[
    "text", "number", "percent", "currency", "scaled", "unsigned", "hidden", "date", "bool", "formula", "error"
]
"""``scaled``: a number that the sheet shows a thousand times smaller than it is; ``unsigned``: it shows no minus;
``hidden``: it shows no digit."""


@dataclass(frozen=True)
class Cell:
    """One cell that is not empty."""

    kind: CellKind
    value: str | float | bool | date
    words: str = ""
    """That the sheet shows beside a number, or in its place; they are not in the cell."""
    struck: str = ""
    """What of it somebody struck out."""
    formula: str = ""
    """Of which this is the result that was saved last."""

    def shown(self) -> str:
        """What was found, short, for a message."""
        return shown(self.value)


@dataclass
class Grid:
    """One sheet as it was found."""

    name: str
    hidden: bool = False
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    """The cells by row and then by column, both from 1; a row in which nothing stands is not there."""
    merged: list[tuple[int, int, str]] = field(default_factory=list)
    """Row and column of the first cell, and the whole range as in ``A1:B2``."""
    hides: bool = False
    """True when some rows or columns are hidden."""
    head: int = 1
    """The row with the headings."""

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Fill one cell."""
        self.rows.setdefault(row, {})[column] = cell

    def row(self, number: int) -> dict[int, Cell]:
        """The cells of one row by column."""
        return self.rows.get(number, {})

    def cell(self, row: int | None, column: int | None) -> Cell | None:
        """One cell; None when it is empty."""
        return self.row(row or 0).get(column or 0)


@dataclass(frozen=True)
class Workbook:
    """The sheets in their order, and what was left aside while reading."""

    sheets: tuple[Grid, ...]
    notes: tuple[Told, ...] = ()


class RefusedError(Exception):
    """A file that cannot be used at all, with the reason."""

    def __init__(self, key: str, /, **values: Value) -> None:
        super().__init__(key)
        self.text = message(key, **values)
