"""The columns of a CSV file, each with what may stand in it."""

from cases.manual.manual_records import FieldLine
from cases.workbook.sheet_columns import Column
from cases.workbook.sheets import Sheet, explanation
from files.tables import in_languages

_NOTE = "without a value, in one language"
_KINDS = {"number": "number", "answer": "yes or no", "text": "words"}

NEEDED = {
    "performances.csv": {
        "value": "no", "low": "no; with `high`", "high": "no; with `low`", "source": "with a value",
        "grade": "with a value", "note_nl": _NOTE, "note_en": _NOTE,
    },
    "futures.csv": {
        "value": "no", "low": "no; with `high`", "high": "no; with `low`", "source": "with a value",
        "grade": "with a value", "note_nl": _NOTE, "note_en": _NOTE,
    },
    "sources.csv": {"publisher": "no", "year": "no", "address": "no"},
    "impacts_by_group.csv": {
        "criterion": "no", "size": "for a gain or a loss without `value`", "value": "no", "unit": "with `value`",
        "source": "unless `unknown`", "grade": "unless `unknown`",
    },
    "land_use.csv": {"amount": "no", "source": "with an amount", "grade": "with an amount"},
    "stories.csv": {"alternative": "no", "source": "unless `illustrative`"},
    "expected.csv": {"total": "no"},
    "effects_by_cause.csv": {"strength": "no (`wholly`), nor the column"},
}  # fmt: skip
"""Cells that may be empty, by file; all others are needed. A test blanks each of them."""


def column_lines(sheet: Sheet) -> list[FieldLine]:
    """The columns of the file behind a sheet. A column is needed and a cell may be empty, except where it says so."""
    empty = NEEDED.get(sheet.file, {})
    return [
        FieldLine(
            column.heading,
            _kind(column),
            empty.get(column.heading, "in one language" if in_languages(column.heading) else "yes"),
            "",
            explanation(sheet, column, "en"),
        )
        for column in sheet.columns
    ]


def _kind(column: Column) -> str:
    if column.choices:
        return "one of " + ", ".join(f"`{choice}`" for choice in column.choices)
    return _KINDS[column.kind]
