"""From a case or a workbook to a draft, and from a draft through the ordinary checks to a case."""

from dataclasses import replace
from datetime import date
from functools import partial
from types import MappingProxyType

from cases.definition.model import Case
from cases.workbook.case_data import Row
from cases.workbook.cell_places import CellProblem
from cases.workbook.checked_upload import CheckedUpload, from_sheets
from cases.workbook.csv_text import number_text
from cases.workbook.draft import Cells, Draft, Rows, empty_draft, headings_of
from cases.workbook.filling import STEP, filled
from cases.workbook.grid import Cell, Grid, Workbook
from cases.workbook.sheet_columns import Column
from cases.workbook.sheet_language import choice_meant, column_named, columns_in, heading, key_row_meant, parts
from cases.workbook.sheets import BY_KEY, MARK, SHEETS, Sheet
from cases.workbook.workbook_writing import FIRST_ROW, empty_rows, write_rows
from files.fields import CASE_LANGUAGES, case_language
from files.problems import shown
from files.remembered import Remembered
from texts import LANGUAGES
from texts.languages import KNOWN
from texts.message import message
from texts.numbers import decimal_mark


def sheets_of(case: Case | None, language: str) -> Draft:
    """A case as a draft that reads back as the same case; its files beside the sheets are not in it.

    Args:
        case: None makes an empty draft, with the keys of the sheet with the question filled in.
        language: of the decimal mark and of yes and no.
    """
    rows = filled(case) if case is not None else empty_rows()
    if case is not None and case.state == "draft":
        rows["case"] += _still_empty(rows["case"])
    draft = empty_draft()
    profiles = [profile.id for profile in case.profiles] if case is not None else []
    for sheet in SHEETS:
        columns = [*sheet.columns]
        if sheet.form == "points":
            columns += [Column(name, (name,), "number") for name in profiles]
        below = tuple(tuple(_text(row.get(column.heading), column, language) for column in columns)
                      for row in rows.get(sheet.key, ()))  # fmt: skip
        draft = draft.with_sheet(sheet.key, below, tuple(column.heading for column in columns))
    return draft


def _still_empty(rows: list[Row]) -> list[Row]:
    """The keys of the sheet with the question behind which nothing stands yet, for whoever adds it."""
    known = {str(row["key"]).partition(STEP)[0] for row in rows}
    return [row for row in empty_rows()["case"] if str(row["key"]).partition(STEP)[0] not in known]


def draft_of(workbook: Workbook, language: str) -> Draft:
    """The sheets of a workbook that was read, sound or not; a sheet that is not of a case stays behind.

    Args:
        workbook: as it was read.
        language: of the decimal mark; a cell that holds a number has none of its own.
    """
    draft = empty_draft()
    names = {sheet.name(language).casefold(): sheet for sheet in SHEETS for language in LANGUAGES}
    for grid in workbook.sheets:
        sheet = names.get(grid.name.strip().casefold())
        if sheet is not None and grid.rows:
            found = _rows_of(sheet, grid, language)
            draft = draft.with_sheet(sheet.key, found.rows, found.headings)
    ids = ids_in(draft)
    for sheet in SHEETS:
        draft = _in_words_of_files(draft, sheet, ids)
    return draft


def _in_words_of_files(draft: Draft, sheet: Sheet, ids: set[str]) -> Draft:
    """Choices and keys as they stand in the case files, in whichever language they were written."""
    found, columns = draft.sheets[sheet.key], {column.heading: column for column in sheet.columns}
    rows = []
    for row in found.rows:
        cells = dict(zip(found.headings, row, strict=True))
        cells |= {name: choice_meant(sheet, columns[name], cells[name]) for name in columns if columns[name].choices}
        if sheet.form == "keys":
            cells |= key_row_meant(sheet.file, cells, ids)
        rows.append(tuple(cells.values()))
    return draft.with_sheet(sheet.key, tuple(rows), found.headings)


def ids_in(draft: Draft) -> set[str]:
    """All ids of its parts."""
    return {name for found in draft.sheets.values() for name in found.column("id")}


def spoken_in(draft: Draft, language: str) -> tuple[str, ...]:
    """The languages in which a draft has words; the given one where it has none yet."""
    found = {
        spoken
        for sheet in SHEETS
        for column in sheet.columns
        if (spoken := parts(column)[1]) is not None and any(draft.sheets[sheet.key].column(column.heading))
    }
    return tuple(code for code in CASE_LANGUAGES if code in (found or {case_language(language)}))


def workbook_of(draft: Draft, language: str) -> Workbook:
    """The draft as sheets, each cell on the row and in the column that it has in an exported workbook."""
    return _workbook(draft, language, Remembered())


def _workbook(draft: Draft, language: str, remembered: Remembered) -> Workbook:
    grids, spoken = [], spoken_in(draft, language)
    for sheet in SHEETS:
        found = draft.sheets[sheet.key]
        if sheet.needed or any(any(row) for row in found.rows):
            make = partial(_grid, sheet, found, language, spoken, remembered)
            grids.append(remembered.get(("grid", sheet.key), (found, language, spoken), make))
    return Workbook(tuple(grids))


def shown_headings(sheet: Sheet, found: Rows, language: str, spoken: tuple[str, ...]) -> dict[str, str]:
    """The headings of a sheet of a draft that are shown, each with what it is called; a strange one once it is used."""
    columns = {column.heading: column for column in sheet.columns}
    shown_here = {column.heading for column in columns_in(sheet, spoken)}
    return {
        name: heading(sheet, columns[name], language) if name in columns else name
        for name in found.headings
        if name in shown_here or (name not in columns and any(found.column(name)))
    }


def _grid(sheet: Sheet, found: Rows, language: str, spoken: tuple[str, ...], remembered: Remembered) -> Grid:
    grid, named = Grid(sheet.name(language)), shown_headings(sheet, found, language, spoken)
    for column, name in enumerate(named.values(), start=1):
        grid.put(1, column, Cell("text", name))
    places = tuple(found.headings.index(name) for name in named)
    rows = remembered.each(("cells", sheet.key), found.rows, (places,), partial(_cells, places), lambda row: row)
    grid.rows |= {number: cells for number, cells in enumerate(rows, start=FIRST_ROW) if cells}
    return grid


def _cells(places: tuple[int, ...], row: Cells) -> dict[int, Cell]:
    return {column: Cell("text", text) for column, place in enumerate(places, start=1) if (text := row[place].strip())}


def write_draft(draft: Draft, language: str) -> bytes:
    """The draft as an Excel workbook, whole or not, sound or not; pictures and the outline do not fit in one."""
    rows: dict[str, list[Row]] = {
        key: [dict(zip(found.headings, (cell or None for cell in row), strict=True)) for row in found.rows]
        for key, found in draft.sheets.items()
    }
    more = {key: found.headings[len(headings_of(BY_KEY[key])) :] for key, found in draft.sheets.items()}
    return write_rows(rows, more, language, spoken_in(draft, language))


def check_draft(draft: Draft, language: str, case_id: str, remembered: Remembered | None = None) -> CheckedUpload:
    """The case in a draft, or everything that is wrong with it.

    Args:
        draft: whole or not.
        language: of the names of the sheets in messages.
        case_id: what the case is called here; a draft that says otherwise is not sound.
        remembered: of the drafts before this one; the answer is the same without, but takes longer.
    """
    remembered = Remembered() if remembered is None else remembered
    found = from_sheets(_workbook(draft, language, remembered), draft.files, remembered)
    given = draft.cell("id", "value").strip()
    if given == case_id:
        return found
    names, headings = draft.sheets["case"].column("key"), draft.sheets["case"].headings
    row = FIRST_ROW + names.index("id") if "id" in names else None
    problem = CellProblem(
        BY_KEY["case"].name(language),
        row,
        None if row is None else headings.index("value") + 1,
        "value",
        message("sheets.other_id", found=shown(given), case_id=case_id),
    )
    return replace(found, case=None, files=MappingProxyType({}), problems=(problem, *found.problems))


def problems_by_sheet(read: CheckedUpload) -> dict[str, list[CellProblem]]:
    """The problems with a place in a sheet, by key of the sheet."""
    keys = {sheet.name(language): sheet.key for sheet in SHEETS for language in LANGUAGES}
    found: dict[str, list[CellProblem]] = {}
    for problem in read.problems:
        if isinstance(problem, CellProblem):
            key = keys.get(problem.sheet.strip(), keys.get(problem.sheet.strip().casefold(), "case"))
            found.setdefault(key, []).append(problem)
    return found


def _text(found: object, column: Column, language: str) -> str:
    if found is None:
        return ""
    if isinstance(found, bool):
        return KNOWN[language].answer(found)
    if isinstance(found, int | float):
        text = number_text(found)
        return text.replace(".", decimal_mark(language)) if column.kind == "number" else text
    return str(found)


def _rows_of(sheet: Sheet, grid: Grid, language: str) -> Rows:
    rows = grid.rows
    given = {number: str(cell.value).strip() for number, cell in rows.get(grid.head, {}).items()}
    given = {
        number: column.heading if (column := column_named(sheet, name)) is not None else name
        for number, name in given.items()
        if not name.startswith(MARK)  # a remark
    }
    now = headings_of(sheet)
    headings = (*now, *dict.fromkeys(heading for heading in given.values() if heading not in now))
    places = {heading: number for number, heading in reversed(given.items())}  # the first of two with one name
    below: list[Cells] = []
    for number in range(grid.head + 1, max(rows) + 1):
        cells = rows.get(number, {})
        first = cells.get(places.get(now[0], 1))
        if number == grid.head + 1 and first is not None and str(first.value).startswith(MARK):
            continue
        below.append(tuple(as_typed(cells.get(places.get(heading, 0)), language) for heading in headings))
    return Rows(headings, tuple(below))


def as_typed(cell: Cell | None, language: str) -> str:
    """What somebody would type to get this cell."""
    if cell is None:
        return ""
    if isinstance(cell.value, bool):
        return KNOWN[language].answer(cell.value)
    if isinstance(cell.value, float):
        text = f"{cell.value * 100:.12g}%" if cell.kind == "percent" else number_text(cell.value)
        return text.replace(".", decimal_mark(language))
    return cell.value.isoformat()[:10] if isinstance(cell.value, date) else str(cell.value)
