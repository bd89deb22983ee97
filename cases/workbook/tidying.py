"""What other programs and people put around the sheets of a case, taken away before they are understood."""

import re
from dataclasses import replace

from cases.workbook.grid import Grid, Workbook
from cases.workbook.sheet_language import column_named
from cases.workbook.sheets import SHEETS, Sheet
from files.looks import cleaned
from files.problems import shown
from texts import LANGUAGES
from texts.message import Message, message

LOWEST_HEAD = 10
"""Row in which headings are still looked for."""
LONGEST_NAME = 31
"""Signs in the name of a sheet; what is longer is cut."""
_TABLE = re.compile(r"\s+-\s+tab(le|el) 1$", re.IGNORECASE)
"""Behind the name of each sheet that Numbers exports."""
_CUT_TABLE = re.compile(r"\s+-(\s+(t(a(b((l(e)?|e(l)?)( )?)?)?)?)?)?$", re.IGNORECASE)


def tidied(workbook: Workbook) -> Workbook:
    """The same sheets under the names that a case knows, with the row in which their headings stand.

    A title above the headings is no part of a case; a note says what was passed over.
    """
    known = {sheet.name(language).casefold(): sheet for sheet in SHEETS for language in LANGUAGES}
    notes: list[Message] = []
    for grid in workbook.sheets:
        name = _TABLE.sub("", cleaned(grid.name).strip())
        if len(grid.name) >= LONGEST_NAME - 1:  # a space at the end may be gone
            name = _CUT_TABLE.sub("", name)
        sheet = known.get(name.casefold())
        if sheet is None:
            continue
        grid.name = name
        grid.head = _head(grid, sheet)
        if grid.head > 1 and any(number < grid.head for number in grid.rows):
            notes.append(message("sheets.headings_below", name=shown(grid.name), row=grid.head))
    return replace(workbook, notes=(*workbook.notes, *notes))


def _head(grid: Grid, sheet: Sheet) -> int:
    """The first row that holds headings of this sheet; the first row of all when none does."""
    for number in range(1, LOWEST_HEAD + 1):
        found = {column_named(sheet, str(cell.value)) for cell in grid.row(number).values()} - {None}
        if len(found) >= min(2, len(sheet.columns)):
            return number
    return 1
