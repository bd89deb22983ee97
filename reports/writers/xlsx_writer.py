"""The report as a spreadsheet: a sheet per chapter, the effects as numbers, and sheets that calculate along.

A reader can change points on such a sheet and sees weights and totals follow, by ordinary formulas and no macros. What
comes from a case is always written as text, so that it can never become a formula.
"""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from itertools import zip_longest
from typing import Any

import xlsxwriter

from reports.blocks import ReportDocument, Section, TableBlock, plain
from reports.content import Content
from reports.writers.calculation import write_calculation
from reports.writers.euro_calculation import write_euro_calculation
from reports.writers.report_cells import MORE, Cells, printable
from texts import Words

LONGEST_NAME = 31
"""Characters in the name of a sheet, of which an emoji counts for two, as in Excel."""
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
NARROW, WIDE = 9.0, 48.0
"""Widths of columns, in characters."""


def write_xlsx(content: Content, document: ReportDocument) -> bytes:
    """The workbook; the same content always gives the same bytes.

    Args:
        content: for the sheets that calculate.
        document: the report; the tables of a chapter stand below each other on its sheet.
    """
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(written, options)
    book.set_properties(
        {
            "title": printable(document.title),
            "subject": printable(document.subtitle),
            "created": datetime.combine(content.settings.day, time()),
        }
    )
    cells, text = Cells(book), content.text
    names = _Names()
    _read_me(book.add_worksheet(names.take(text("spreadsheet.read_me"))), cells, document, text)
    for view in content.views:
        write_calculation(book.add_worksheet(names.take(view.label)), cells, view, text)
    if content.euros is not None:
        write_euro_calculation(book.add_worksheet(names.take(text("euro_sheet.title"))), cells, content.euros, text)
    _effects(book.add_worksheet(names.take(text("spreadsheet.effects"))), cells, content)
    for section in document.sections:
        if tables := list(_tables(section, "")):
            _chapter(book.add_worksheet(names.take(section.title)), cells, tables)
    book.close()
    return written.getvalue()


def _cut(name: str, longest: int) -> str:
    """The name where it fits; else what stands before its colon, or as many whole words as there is room for."""
    if _units(name) <= longest:
        return name
    before, colon, _ = name.partition(":")
    if colon and _units(before) <= longest:
        return before
    kept = ""
    for word in name.split():
        if _units(f"{kept} {word}{MORE}".strip()) > longest:
            break
        kept = f"{kept} {word}".strip()
    # One word that is longer than a name can be; not half an emoji at its end.
    part = name.encode("utf-16-le")[: 2 * (longest - 1)].decode("utf-16-le", "ignore")
    return (kept or part).rstrip("' ,;") + MORE


def _units(name: str) -> int:
    return len(name.encode("utf-16-le")) // 2


class _Names:
    """Names of sheets: short, allowed, and each one once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        clean = _allowed(printable(wanted))
        number, name = 1, _allowed(_cut(printable(wanted), LONGEST_NAME))
        while name.casefold() in self._taken or name.casefold() == "history":  # which Excel keeps for itself
            number += 1
            ending = f" ({number})"
            name = _allowed(_cut(clean, LONGEST_NAME - len(ending))) + ending
        self._taken.add(name.casefold())
        return name


def _allowed(name: str) -> str:
    return " ".join(_NOT_IN_A_NAME.sub(" ", name).split()).strip("'") or "-"


def _read_me(sheet: Any, cells: Cells, document: ReportDocument, text: Words) -> None:
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 100)
    cells.text(sheet, 0, 0, document.title, "title")
    cells.text(sheet, 1, 0, document.subtitle, "plain_line")
    row = 3
    for name, found in document.facts:
        cells.text(sheet, row, 0, name, "head")
        cells.text(sheet, row, 1, found, "plain")
        row += 1
    row += 1
    for key in ("about", "change", "unknown", "no_reason"):
        cells.text(sheet, row, 1, text(f"spreadsheet.{key}"), "plain")
        row += 1


def _effects(sheet: Any, cells: Cells, content: Content) -> None:
    """Every effect on a line of its own, with numbers as numbers; an empty cell is not known."""
    case, text, language = content.case, content.text, content.text.language
    heads = ("criterion", "alternative", "value", "low", "high", "unit", "class", "grade", "sources", "note")
    for column, head in enumerate(heads):
        cells.text(sheet, 0, column, text(f"spreadsheet.{head}"), "head")
    row = 1
    for criterion in case.criteria:
        for alternative in case.alternatives:
            found = case.performances[alternative.id, criterion.id]
            cells.text(sheet, row, 0, criterion.label.get(language), "plain")
            cells.text(sheet, row, 1, alternative.label.get(language), "plain")
            for column, number in enumerate((found.value, found.low, found.high), start=2):
                cells.number(sheet, row, column, number, "number")
            cells.text(sheet, row, 5, criterion.unit_label.get(language), "plain")
            cells.text(sheet, row, 6, found.class_id or "", "plain")
            cells.text(sheet, row, 7, found.grade or "", "plain")
            cells.text(sheet, row, 8, " ".join(found.sources), "plain")
            cells.text(sheet, row, 9, found.note.get(language) if found.note else "", "plain")
            row += 1
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, row - 1, len(heads) - 1)
    for column, width in enumerate((44, 26, 12, 12, 12, 18, 14, 9, 14, 60)):
        sheet.set_column(column, column, width)


def _tables(section: Section, place: str) -> Iterator[tuple[str, TableBlock]]:
    """Every table with the section it stands in; the chapter itself has no name here, for the sheet has it."""
    for block in section.blocks:
        if isinstance(block, TableBlock):
            yield place, block
        elif isinstance(block, Section):
            yield from _tables(block, block.title)


def _chapter(sheet: Any, cells: Cells, tables: Sequence[tuple[str, TableBlock]]) -> None:
    row, said = 0, ""
    for place, table in tables:
        if place not in (said, table.caption):
            cells.text(sheet, row, 0, place, "title")
            row, said = row + 1, place
        row = _table(sheet, cells, table, row) + 2
    sheet.freeze_panes(0, 1)
    columns = zip_longest(*(_widths(table) for _, table in tables), fillvalue=NARROW)
    for column, widths in enumerate(columns):
        sheet.set_column(column, column, max(widths))
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _table(sheet: Any, cells: Cells, table: TableBlock, top: int) -> int:
    """Writes a table from a row on and gives the row behind it."""
    cells.text(sheet, top, 0, table.caption, "title")
    for column, head in enumerate(table.columns):
        cells.text(sheet, top + 1, column, head.title, "head")
    for row, line in enumerate(table.rows, start=top + 2):
        for column, cell in enumerate(line.cells):
            look = "band" if line.band else "head" if column == 0 else table.columns[column].align
            cells.text(sheet, row, column, plain(cell), look)
    end = top + 2 + len(table.rows)
    if not table.note:
        return end
    cells.text(sheet, end + 1, 0, plain(table.note), "plain_line")
    return end + 2


def _widths(table: TableBlock) -> Sequence[float]:
    """Wide enough for most of what stands in a column."""
    found = []
    for column, head in enumerate(table.columns):
        lengths = sorted(len(plain(row.cells[column])) for row in table.rows if not row.band)
        usual = lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0
        found.append(min(max(NARROW, usual + 2.0, min(len(head.title), 18) + 2.0), WIDE))
    return found
