"""A problem in a workbook: sheet, cell, what was found and what to do."""

from dataclasses import dataclass

from files.places import column_letters
from texts import Told
from texts.message import Message, message


@dataclass(frozen=True)
class CellProblem:
    """One mistake in one sheet."""

    sheet: str
    row: int | None
    """From 1; None when the mistake has no row, such as a row that is missing."""
    column: int | None
    """From 1; None when it is about a whole row or sheet."""
    heading: str | None
    """Of the column."""
    text: Told

    @property
    def cell(self) -> str | None:
        """The cell as spreadsheets name it, such as C7; None when there is no one cell."""
        return None if self.row is None or self.column is None else f"{column_letters(self.column)}{self.row}"

    @property
    def placed(self) -> Message:
        """The mistake with its place before it: ``sheet 'effects', cell C7 (value): ...``."""
        if self.cell is not None and self.heading:
            return message("sheets.at_cell", sheet=self.sheet, cell=self.cell, heading=self.heading, said=self.text)
        if self.cell is not None:
            return message("sheets.at_bare_cell", sheet=self.sheet, cell=self.cell, said=self.text)
        if self.row is not None:
            return message("sheets.at_row", sheet=self.sheet, row=self.row, said=self.text)
        if self.heading is not None:
            return message("sheets.at_column", sheet=self.sheet, heading=self.heading, said=self.text)
        return message("sheets.at_sheet", sheet=self.sheet, said=self.text)

    def sentence(self, language: str) -> str:
        """``placed`` in a language."""
        return self.placed.get(language)
