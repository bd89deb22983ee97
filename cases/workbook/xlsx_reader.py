"""Reading an Excel workbook. Formulas are seen, never calculated; links to other files are never followed."""

import io
import re
import warnings
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.xml.constants import REL_NS, SHEET_MAIN_NS

from cases.workbook.archive import MOST_SHEETS, check_parts, part
from cases.workbook.grid import Cell, Grid, RefusedError, Workbook
from cases.workbook.number_formats import shown_by
from texts.message import message

_LINE_END = re.compile(r"_x000D_\n?|\r\n?")
_PLACED = {
    "superscript": str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"),
    "subscript": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋"),
}


def read_xlsx(data: bytes, archive: zipfile.ZipFile, name: str, results: bool = False) -> Workbook:
    """The sheets of an Excel workbook.

    Args:
        data: the whole file.
        archive: the same, opened.
        name: of the file.
        results: True gives, in place of a formula, the result that the program which saved the file had last.

    Raises:
        RefusedError: it holds macros, goes over a limit, or cannot be read.
    """
    parts = archive.namelist()
    if name.lower().endswith((".xlsm", ".xltm", ".xlam")) or any("vbaproject" in found.lower() for found in parts):
        raise RefusedError("workbook.macros")
    if any(found.endswith(".bin") and "workbook" in found for found in parts):
        raise RefusedError("workbook.binary")
    check_parts(archive)
    if b"purl.oclc.org/ooxml" in part(archive, "xl/workbook.xml"):
        data = _transitional(archive)
    try:
        with warnings.catch_warnings():
            # The library warns about drop-downs and colours that it does not understand; only the cells matter here.
            warnings.filterwarnings("ignore", module="openpyxl")
            reader = ExcelReader(io.BytesIO(data), read_only=True, keep_links=False, rich_text=True)
            reader.read()
            book = reader.wb
            sheets = tuple(_sheet(sheet, book, results) for sheet in book.worksheets[:MOST_SHEETS])
    except Exception:  # a damaged part shows as almost any error, depending on where it is
        raise RefusedError("workbook.unreadable_xlsx") from None
    if len(book.sheetnames) < len(reader.parser.sheets):  # the library passes over a sheet that is named and not there
        raise RefusedError("workbook.damaged")
    if len(book.worksheets) > MOST_SHEETS:
        raise RefusedError("workbook.many_sheets", most=MOST_SHEETS)
    notes = []
    if any("externallinks/" in found.lower() for found in parts):
        notes.append(message("workbook.other_files"))
    return Workbook(sheets, tuple(notes))


def _transitional(archive: zipfile.ZipFile) -> bytes:
    """A workbook that was saved as Strict Open XML as an ordinary one: the same parts under the names that most use."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as target:
        for name in archive.namelist():
            data = part(archive, name)
            if name.endswith((".xml", ".rels")):
                data = data.replace(b"http://purl.oclc.org/ooxml/spreadsheetml/main", SHEET_MAIN_NS.encode())
                data = data.replace(b"http://purl.oclc.org/ooxml/officeDocument/relationships", REL_NS.encode())
            target.writestr(name, data)
    return written.getvalue()


def _sheet(sheet: Any, book: Any, results: bool) -> Grid:
    """One sheet, cell by cell as written: the library's own ways fill whole rectangles, however far they reach."""
    grid = Grid(sheet.title, hidden=sheet.sheet_state != "visible")
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            data_only=results,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
            rich_text=True,
        )
        for _, cells in parser.parse():
            for fields in cells:
                found = _cell(ReadOnlyCell(sheet, **fields)) if fields["value"] is not None else None
                if found is not None:
                    grid.put(fields["row"], fields["column"], found)
        merged = parser.merged_cells.mergeCell if parser.merged_cells else ()
        grid.merged = [(found.min_row, found.min_col, found.coord) for found in merged]
        sizes = [*parser.row_dimensions.values(), *parser.column_dimensions.values()]
        grid.hides = any(size.get("hidden") in ("1", "true") for size in sizes)
    return grid


def _cell(cell: Any) -> Cell | None:
    value = cell.value
    if cell.data_type == "f":
        return Cell("formula", str(getattr(value, "text", value)))
    if cell.data_type == "e":
        return Cell("error", str(value))
    if isinstance(value, bool):
        return Cell("bool", value)
    if isinstance(value, int | float):
        shown = shown_by(cell.number_format, float(value))
        return Cell(shown.kind, float(value), shown.words, str(value) if cell.font.strike else "")
    if isinstance(value, datetime):
        return Cell("date", value.date() if value.time() == time() else value)
    if isinstance(value, date):
        return Cell("date", value)
    if isinstance(value, time | timedelta):
        return Cell("date", str(value))
    struck = str(value) if cell.font.strike else ""
    if isinstance(value, CellRichText):
        struck = "".join(str(piece) for piece in value if isinstance(piece, TextBlock) and piece.font.strike)
        value = "".join(map(_on_the_line, value))
    text = _LINE_END.sub("\n", str(value)).strip()
    return Cell("text", text, struck=struck.strip()) if text else None


def _on_the_line(piece: str | TextBlock) -> str:
    """A piece of a text; what stands high or low stays so where there are signs for it: m with a small 2 is m²."""
    text, place = str(piece), piece.font.vertAlign if isinstance(piece, TextBlock) else None
    signs = _PLACED.get(str(place), {})
    return text.translate(signs) if all(ord(sign) in signs for sign in text) else text
