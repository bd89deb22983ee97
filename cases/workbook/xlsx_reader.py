"""Reading an Excel workbook. Formulas are seen, never calculated; links to other files are never followed."""

import io
import re
import warnings
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.worksheet._reader import WorkSheetParser

from cases.workbook.archive import MOST_SHEETS, check_parts
from cases.workbook.grid import Cell, Grid, RefusedError, Workbook, number_kind
from files.fields import Text

_LINE_END = re.compile(r"_x000D_\n?|\r\n?")


def read_xlsx(data: bytes, archive: zipfile.ZipFile, name: str) -> Workbook:
    """The sheets of an Excel workbook.

    Raises:
        RefusedError: it holds macros, goes over a limit, or cannot be read.
    """
    parts = archive.namelist()
    if name.lower().endswith((".xlsm", ".xltm", ".xlam")) or any("vbaproject" in part.lower() for part in parts):
        raise RefusedError(
            "the workbook holds macros, or is of a kind that may. Save it as an ordinary workbook (.xlsx)",
            "de werkmap bevat macro's, of is van een soort die ze kan bevatten. Bewaar hem als gewone werkmap (.xlsx)",
        )
    if any(part.endswith(".bin") and "workbook" in part for part in parts):
        raise RefusedError(
            "this is a binary workbook (.xlsb). Save it as .xlsx or .ods",
            "dit is een binaire werkmap (.xlsb). Bewaar hem als .xlsx of .ods",
        )
    check_parts(archive)
    try:
        with warnings.catch_warnings():
            # The library warns about drop-downs and colours that it does not understand; only the cells matter here.
            warnings.filterwarnings("ignore", module="openpyxl")
            book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            sheets = tuple(_sheet(sheet, book) for sheet in book.worksheets[:MOST_SHEETS])
    except Exception:  # a damaged part shows as almost any error, depending on where it is
        raise RefusedError(
            "the workbook cannot be read. Open it in a spreadsheet program and save it again as .xlsx",
            "de werkmap is niet te lezen. Open hem in een rekenprogramma en bewaar hem opnieuw als .xlsx",
        ) from None
    if len(book.worksheets) > MOST_SHEETS:
        raise RefusedError(
            f"the workbook has more than {MOST_SHEETS} sheets. Remove what does not belong to the case",
            f"de werkmap heeft meer dan {MOST_SHEETS} bladen. Haal weg wat niet bij de zaak hoort",
        )
    notes = []
    if any("externallinks/" in part.lower() for part in parts):
        notes.append(
            Text(
                en="The workbook has links to other files. They were not opened.",
                nl="De werkmap heeft koppelingen naar andere bestanden. Die zijn niet geopend.",
            )
        )
    return Workbook(sheets, tuple(notes))


def _sheet(sheet: Any, book: Any) -> Grid:
    """One sheet, cell by cell as written: the library's own ways fill whole rectangles, however far they reach."""
    grid = Grid(sheet.title, hidden=sheet.sheet_state != "visible")
    with sheet._get_source() as source:
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
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
        return Cell(number_kind(cell.number_format), float(value))
    if isinstance(value, datetime):
        return Cell("date", value.date() if value.time() == time() else value)
    if isinstance(value, date):
        return Cell("date", value)
    if isinstance(value, time | timedelta):
        return Cell("date", str(value))
    text = _LINE_END.sub("\n", str(value)).strip()
    return Cell("text", text) if text else None
