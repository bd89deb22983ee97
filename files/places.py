"""Where something stands: a line of a text file, or a cell of a sheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from texts.message import Message, message


class CellPlace(NamedTuple):
    """A cell of a sheet, a whole row, or a whole sheet."""

    sheet: str
    row: int | None = None
    """From 1; None when it is about no row in particular."""
    column: int | None = None
    """From 1; None when it is about a whole row or sheet."""
    heading: str | None = None
    """Of the column."""

    @property
    def cell(self) -> str | None:
        """The cell as spreadsheets name it, such as C7; None when there is no one cell."""
        return None if self.row is None or self.column is None else f"{column_letters(self.column)}{self.row}"


Place = int | CellPlace
"""The number of a line, from 1, or a cell."""


@dataclass(frozen=True)
class SheetColumns:
    """A sheet with headings: it knows the cell below each of them."""

    sheet: str
    numbers: Mapping[str, int]
    """Number of the column, from 1, by heading."""

    def cell(self, row: int, heading: str | None = None) -> CellPlace:
        """The cell in a row below a heading; the whole row where there is no such heading."""
        number = self.numbers.get(heading) if heading is not None else None
        return CellPlace(self.sheet, row, number, heading if number is not None else None)


def column_letters(column: int) -> str:
    """The letters above a column: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def place_words(place: Place) -> Message:
    """The place inside a sentence: ``line 5``, ``row 5`` or ``cell C5``."""
    if isinstance(place, int):
        return message("place.line", line=place)
    if place.cell is not None:
        return message("place.cell", cell=place.cell)
    return message("place.row", row=place.row or 0)
