"""What is wrong with a case, said of its sheets: rows and sheets in place of lines and files."""

from cases.workbook.cell_places import CellProblem
from cases.workbook.layout import Found
from cases.workbook.sheet_places import sheet_name
from cases.workbook.sheets import SHEETS
from files.places import CellPlace
from files.problems import Problem
from texts.message import Message, Value

IN_SHEETS = {
    "groups.double_claim": "in_sheets.double_claim",
    "land.no_file": "in_sheets.no_land",
    "futures.no_file": "in_sheets.no_futures",
    "groups.no_claim": "in_sheets.no_claim",
    "stories.no_consent": "in_sheets.no_consent",
    "performances.missing": "in_sheets.no_effect",
    "sources.unknown": "in_sheets.unknown_source",
}
"""Sentences that speak of a line or a file, each with the one for sheets."""


def in_sheet(problem: Problem, sheets: dict[str, Found]) -> CellProblem | Problem:
    """The same problem with its sheet and, where it has one, its cell; of a file beside the sheets it stays so."""
    if isinstance(problem.place, CellPlace):
        place = problem.place
    elif any(sheet.file == problem.file for sheet in SHEETS):
        place = CellPlace(sheet_name(problem.file, sheets))
    else:
        return problem
    return CellProblem(*place, _said(problem.text, sheets))  # type: ignore[arg-type]  # what is told stays told


def _said(value: Value, sheets: dict[str, Found]) -> Value:
    """The sentence, and those inside it, as they are said of sheets."""
    if not isinstance(value, Message):
        return value
    values = [(name, _said(inner, sheets)) for name, inner in value.values]
    if value.key == "sources.unknown":
        values.append(("sheet", sheet_name("sources.csv", sheets)))
    return Message(IN_SHEETS.get(value.key, value.key), tuple(values))
