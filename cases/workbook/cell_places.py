"""A problem in a workbook: sheet, cell, what was found and what to do, in English and in Dutch."""

from dataclasses import dataclass

from files.fields import Text
from files.places import column_letters


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
    text: Text

    @property
    def cell(self) -> str | None:
        """The cell as spreadsheets name it, such as C7; None when there is no one cell."""
        return None if self.row is None or self.column is None else f"{column_letters(self.column)}{self.row}"

    def sentence(self, language: str) -> str:
        """The mistake with its place: ``sheet 'effects', cell C7 (value): ...``."""
        sheet, cell, row, column = {
            "en": ("sheet", "cell", "row", "column"),
            "nl": ("blad", "cel", "rij", "kolom"),
        }[language]
        place = f"{sheet} '{self.sheet}'"
        if self.cell is not None:
            place += f", {cell} {self.cell}" + (f" ({self.heading})" if self.heading else "")
        elif self.row is not None:
            place += f", {row} {self.row}"
        elif self.heading is not None:
            place += f", {column} '{self.heading}'"
        return f"{place}: {self.text.get(language)}"
