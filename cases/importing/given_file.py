"""Reading a sheet that may be anything: a workbook, a text with columns, or what somebody pasted."""

from datetime import date
from typing import NamedTuple

from cases.workbook.archive import open_archive
from cases.workbook.checked_upload import workbook_in
from cases.workbook.csv_text import number_text
from cases.workbook.grid import Cell, Grid, RefusedError
from files.decoding import without_invisible
from files.looks import cleaned, without_line_signs
from files.loose_rows import loose_rows, text_in
from texts import Told
from texts.message import message

MOST_ROWS = 600
MOST_COLUMNS = 80
"""Of a sheet; a case has at most 100 criteria and 20 alternatives, and what lies further off is left aside."""
MOST_SHEETS = 40
LONGEST_TEXT = 2_000
LARGEST_PASTE = 500_000
"""Characters."""


class GivenCell(NamedTuple):
    """What one cell says."""

    text: str
    """As one would type it."""
    number: float | None = None
    """Where the cell holds a number and no text."""
    unit: str = ""
    """That the sheet shows beside the number."""
    how: str = ""
    """What one should know of how the number was read: a key of ``[import_how]`` in `messages.toml`."""
    copied: bool = False
    """True for the other cells of a merged one."""


Rows = tuple[tuple[GivenCell | None, ...], ...]
"""All equally long; None where nothing stands."""


class GivenSheet(NamedTuple):
    """One sheet."""

    name: str
    rows: Rows


class GivenFile(NamedTuple):
    """What a file holds."""

    sheets: tuple[GivenSheet, ...]
    notes: tuple[Told, ...] = ()


def read_given_file(data: bytes, name: str) -> GivenFile:
    """The sheets of a workbook (.xlsx, .ods) or of a text with columns (.csv, .tsv, .txt).

    Raises:
        RefusedError: it is locked, goes over a limit, holds nothing, or cannot be read.
    """
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")) or not data:
        workbook = workbook_in(open_archive(data), data, name)
        grids = [grid for grid in workbook.sheets if grid.rows and not grid.hidden]
        return _whole([_sheet(grid) for grid in grids], workbook.notes)
    text = text_in(data)
    if text is None or text.lstrip().startswith(("%PDF", "<?xml", "<html", "<!DOCTYPE", "{")):
        raise RefusedError("importing.other_file")
    return read_pasted(text)


def read_pasted(text: str) -> GivenFile:
    """The table in a text with columns, such as a sheet gives when somebody copies cells.

    Raises:
        RefusedError: it is too long or holds nothing.
    """
    if len(text) > LARGEST_PASTE:
        raise RefusedError("importing.long_text", most=LARGEST_PASTE)
    rows = loose_rows(text)
    cells = [[_said_text(cell) for cell in row[:MOST_COLUMNS]] for row in rows[:MOST_ROWS]]
    notes = (message("importing.cut", rows=MOST_ROWS, columns=MOST_COLUMNS),) if len(rows) > MOST_ROWS else ()
    return _whole([GivenSheet("", _equal(cells))], notes)


def _whole(sheets: list[GivenSheet], notes: tuple[Told, ...]) -> GivenFile:
    filled = tuple(sheet for sheet in sheets if any(any(row) for row in sheet.rows))
    if not filled:
        raise RefusedError("importing.nothing")
    return GivenFile(filled[:MOST_SHEETS], notes)


def _equal(cells: list[list[GivenCell | None]]) -> Rows:
    width = max((len(row) for row in cells), default=0)
    return tuple(tuple(row) + (None,) * (width - len(row)) for row in cells)


def _sheet(grid: Grid) -> GivenSheet:
    height = min(max(grid.rows), MOST_ROWS)
    width = min(max(max(row, default=0) for row in grid.rows.values()), MOST_COLUMNS)
    rows = [[_said(grid.cell(row, column)) for column in range(1, width + 1)] for row in range(1, height + 1)]
    for row, column, where in grid.merged:
        first = rows[row - 1][column - 1] if row <= height and column <= width else None
        if first is not None:
            last_row, last_column = _last(where)
            for down in range(row, min(last_row, height) + 1):
                for across in range(column, min(last_column, width) + 1):
                    if (down, across) != (row, column):
                        rows[down - 1][across - 1] = first._replace(copied=True)
    return GivenSheet(grid.name, _equal(rows))


def _last(where: str) -> tuple[int, int]:
    """Row and column of the last cell of a range such as ``A1:B2``."""
    last = where.partition(":")[2] or where
    letters = "".join(sign for sign in last if sign.isalpha())
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return int("".join(sign for sign in last if sign.isdigit())), column


def _said(cell: Cell | None) -> GivenCell | None:
    if cell is None:
        return None
    if cell.struck:
        return GivenCell(cell.shown(), how="struck")
    if isinstance(cell.value, bool):
        return GivenCell("ja" if cell.value else "nee")
    if isinstance(cell.value, date):
        return GivenCell(cell.value.isoformat()[:10])
    if isinstance(cell.value, str):
        if cell.kind in ("error", "formula"):
            return GivenCell(cleaned(cell.value)[:80], how=cell.kind)
        return _said_text(cell.value)
    number = float(cell.value)
    if cell.kind == "percent":
        shown = float(f"{number * 100:.12g}")
        return GivenCell(f"{number_text(shown)}%", shown, "%", "percent")
    if cell.kind == "hidden":
        return GivenCell(cell.words or number_text(number), how="hidden")
    how = cell.kind if cell.kind in ("scaled", "unsigned") else ""
    unit = cleaned(cell.words).strip() or ("\N{EURO SIGN}" if cell.kind == "currency" else "")
    return GivenCell(number_text(number), number, unit, how)


def _said_text(text: str) -> GivenCell | None:
    text = " ".join(cleaned(without_line_signs(without_invisible(text))).split())[:LONGEST_TEXT]
    return GivenCell(text) if text else None
