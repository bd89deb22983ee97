"""Workbooks for the tests: the harbour link as a workbook, changed in one place, as Excel or as OpenDocument."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import openpyxl

from cases.definition.model import Case
from cases.workbook.archive import open_archive
from cases.workbook.checked_upload import CheckedUpload, from_sheets, read_workbook
from cases.workbook.grid import Workbook
from cases.workbook.sheet_language import choice_meant, column_named, key_meant
from cases.workbook.sheets import SHEETS
from cases.workbook.workbook_writing import write_workbook
from cases.workbook.xlsx_reader import read_xlsx
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from texts import LANGUAGES


def harbour() -> Case:
    return loaded(GOOD)


@cache
def good(language: str = "en") -> bytes:
    """The harbour as a workbook of before: its headings, choices and keys are those of the case files."""
    return as_before(write_workbook(harbour(), language))


def as_before(data: bytes) -> bytes:
    """A workbook with the headings, choices and keys of the case files in place of words."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    names = {sheet.name(language): sheet for sheet in SHEETS for language in LANGUAGES}
    ids = {str(row[0].value) for page in book if page["A1"].value == "id" for row in page.iter_rows(min_row=3)}
    for page in book:
        sheet = names.get(page.title)
        for head in page[1] if sheet is not None else ():
            column = column_named(sheet, str(head.value))
            if column is None:
                continue
            head.value = column.heading
            for row in page.iter_rows(min_row=3, min_col=head.column, max_col=head.column):
                cell = row[0]
                if isinstance(cell.value, str):
                    cell.value = choice_meant(sheet, column, cell.value)
                    if sheet.form == "keys" and column.heading == "key":
                        cell.value = key_meant(cell.value, ids)
    return _saved(book)


def edited(edit: Callable[[openpyxl.Workbook], Any], language: str = "en") -> bytes:
    """The good workbook after an edit as somebody would make it in Excel."""
    book = openpyxl.load_workbook(io.BytesIO(good(language)))
    edit(book)
    return _saved(book)


class TouchedSheets:
    """Stands for a workbook in an edit: a sheet that is asked for is opened as a workbook of its own."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.books: dict[str, openpyxl.Workbook] = {}

    def __getitem__(self, sheet: str) -> Any:
        if sheet not in self.books:
            self.books[sheet] = openpyxl.load_workbook(io.BytesIO(_alone(self._data, sheet)))
        return self.books[sheet].worksheets[0]


def read_after(edit: Callable[[Any], Any], data: bytes | None = None) -> CheckedUpload:
    """``read(edited(edit))`` for an edit inside sheets: only these are written and read again, the others once."""
    data = good() if data is None else data
    touched = TouchedSheets(data)
    edit(touched)
    before = _read_once(data)
    after = {name: _sheets_of(_saved(book)) for name, book in touched.books.items()}
    sheets = tuple(after[found.name].sheets[0] if found.name in after else found for found in before.sheets)
    notes = (note for found in (before, *after.values()) for note in found.notes)
    workbook = Workbook(sheets, tuple(notes))
    return replace(from_sheets(workbook), workbook=workbook)


@cache
def _alone(data: bytes, sheet: str) -> bytes:
    """A workbook with one of the sheets."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for page in book.worksheets:
        if page.title != sheet:
            book.remove(page)
    return _saved(book)


@cache
def _read_once(data: bytes) -> Workbook:
    return _sheets_of(data)


def _sheets_of(data: bytes) -> Workbook:
    return read_xlsx(data, open_archive(data), "case.xlsx")


def _saved(book: openpyxl.Workbook) -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def cell_of(book: Any, sheet: str, heading: str, **named: str) -> Any:
    """The cell below a heading, in the only row where the other headings hold these words."""
    page = book[sheet]
    columns = {cell.value: cell.column for cell in page[1]}
    rows = [
        row
        for row in range(3, page.max_row + 1)
        if all(page.cell(row, columns[key]).value == word for key, word in named.items())
    ]
    assert len(rows) == 1, f"{len(rows)} rows fit {named}"
    return page.cell(rows[0], columns[heading])


def read_with_cell(
    value: Any, sheet: str, heading: str, number_format: str | None = None, **named: str
) -> tuple[CheckedUpload, str]:
    """What reading says about the good workbook with one cell changed, and the name of that cell."""
    places = []

    def edit(book: Any) -> None:
        cell = cell_of(book, sheet, heading, **named)
        cell.value = value
        if number_format is not None:
            cell.number_format = number_format
        places.append(cell.coordinate)

    return read_after(edit), places[0]


def with_parts(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """A zip after a change of its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    return zipped(parts)


def zipped(parts: dict[str, bytes | str]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return written.getvalue()


def content(case: Case) -> dict[str, Any]:
    """Everything in a case but its version and the lines of its files."""
    found = {name: getattr(case, name) for name in Case.model_fields}
    del found["version_of_files"]
    found["performances"] = {key: replace(cell, line=0) for key, cell in case.performances.items()}
    for name in ("group_impacts", "stories"):
        found[name] = tuple(replace(claim, line=0) for claim in found[name])
    return found


def sentences(found: CheckedUpload, language: str = "en") -> list[str]:
    return [problem.sentence(language) for problem in found.problems]


def read(data: bytes, name: str = "case.xlsx") -> CheckedUpload:
    return read_workbook(data, name)


def as_ods(data: bytes, change: Callable[[str], str] = lambda content: content) -> bytes:
    """An Excel workbook as OpenDocument, written the way LibreOffice does; ``change`` edits the text of the content."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    tables = []
    for page in book:
        rows = []
        for row in page.iter_rows(min_row=1, max_row=page.max_row, max_col=page.max_column):
            rows.append("<table:table-row>" + "".join(_ods_cell(cell.value) for cell in row) + "</table:table-row>")
        rows.append('<table:table-row table:number-rows-repeated="1040000"><table:table-cell/></table:table-row>')
        tables.append(f"<table:table table:name={quoteattr(page.title)}>{''.join(rows)}</table:table>")
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names}><office:automatic-styles>'
        '<style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/>'
        "</style:style></office:automatic-styles><office:body><office:spreadsheet>"
        f"{''.join(tables)}</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": change(text),
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def _ods_cell(value: Any) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value!r}"><text:p>{value}</text:p>'
            "</table:table-cell>"
        )
    assert isinstance(value, str), f"{value!r} is a {date.__name__} or something else the tests do not write"
    inside = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
    return f'<table:table-cell office:value-type="string">{inside}</table:table-cell>'
