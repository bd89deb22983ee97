"""What is wrong with a case, said of its sheets: rows and sheets in place of lines and files."""

import re

from cases.workbook.cell_places import CellProblem
from cases.workbook.layout import Found
from cases.workbook.sheet_places import sheet_name
from cases.workbook.sheets import SHEETS
from files.fields import Text
from files.places import CellPlace
from files.problems import Problem

_ROW_WORDS = (
    (r"\bAdd a line\b", "Add a row"), (r"\bthis line\b", "this row"), (r"\bremove the line\b", "remove the row"),
    (r"\bone line\b", "one row"), (r"\ba line\b", "a row"),
    (r"\been regel\b", "een rij"), (r"\bdeze regel\b", "deze rij"), (r"\bde regel\b", "de rij"),
    (r"\béén regel\b", "één rij"),
)  # fmt: skip
_SHEET = {"nl": "blad", "en": "sheet"}


def in_sheet(problem: Problem, sheets: dict[str, Found]) -> CellProblem:
    """The same problem with its sheet and, where it has one, its cell."""
    place = problem.place if isinstance(problem.place, CellPlace) else CellPlace(sheet_name(problem.file, sheets))
    text = Text(nl=_words(problem, sheets, "nl"), en=_words(problem, sheets, "en"))
    return CellProblem(*place, text)


def _words(problem: Problem, sheets: dict[str, Found], language: str) -> str:
    text = problem.text.get(language)
    for file in {sheet.file for sheet in SHEETS if sheet.form == "table"}:
        text = text.replace(file, f"{_SHEET[language]} '{sheet_name(file, sheets)}'")
    for old, new in _ROW_WORDS:
        text = re.sub(old, new, text)
    return text
