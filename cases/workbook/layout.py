"""Which sheets of a workbook hold the case, and which columns stand where."""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property, partial

from cases.workbook.cell_places import CellProblem
from cases.workbook.grid import Cell, Grid, Workbook
from cases.workbook.sheet_columns import Column
from cases.workbook.sheet_language import column_named, heading, parts
from cases.workbook.sheets import MARK, SHEETS, Sheet, words
from files.fields import CASE_LANGUAGES, case_language
from files.looks import alike
from files.places import CellPlace, column_letters
from files.problems import closest, shown, suggestion
from files.remembered import Remembered
from files.yaml_lines import Path
from texts import DEFAULT_LANGUAGE, LANGUAGES, Told
from texts.message import Joined, Message, message

MOST_NAMED = 12
"""Headings in one message."""
MOST_ROWS = 5_000
"""Of one sheet of the case. The largest case has 1,000 effects."""
NOT_READ = ("read_me", "choices")


@dataclass(eq=False)
class Found:
    """A sheet of the case as it stands in the workbook."""

    sheet: Sheet
    grid: Grid
    columns: dict[int, Column] = field(default_factory=dict)
    """By number of the column, from 1."""
    profiles: dict[int, str] = field(default_factory=dict)
    """In the sheet with points: ids of profiles by number of the column."""

    @cached_property
    def rows(self) -> list[tuple[int, dict[int, Cell]]]:
        """The rows below the headings, without the explanation."""
        head = self.grid.head
        below = [(number, cells) for number, cells in sorted(self.grid.rows.items()) if number > head]
        first = self.number_of(self.sheet.columns[0].heading)
        return [
            (number, cells)
            for number, cells in below
            if number > head + 1 or not _is_explanation(cells.get(first or 1))
        ]

    @cached_property
    def language(self) -> str | None:
        """In which its headings are; None for those of the case files."""
        given = {alike(str(cell.value)) for cell in self.grid.row(self.grid.head).values()}
        counted = {
            language: sum(alike(heading(self.sheet, column, language)) in given for column in self.sheet.columns)
            for language in sorted(LANGUAGES, key=lambda code: self.sheet.name(code) != self.grid.name)
        }
        most = max(counted, key=lambda language: counted[language])
        raw = sum(alike(column.heading) in given for column in self.sheet.columns)
        return most if counted[most] >= raw else None

    @cached_property
    def filling(self) -> dict[Path, int]:
        """The columns that fill a record: the number of each, by its way through the record."""
        names = (
            self.sheet.columns[:2] if self.sheet.form == "answers" else self.sheet.columns[: bool(self.sheet.parent)]
        )
        return {column.path: number for number, column in self.columns.items() if column not in names}

    def place(self, row: int, number: int | None = None) -> CellPlace:
        """A cell by the number of its column; the whole row without one."""
        head = self.grid.cell(self.grid.head, number) if number in (*self.columns, *self.profiles) else None
        return CellPlace(self.grid.name, row, number or None, None if head is None else str(head.value).strip())

    def number_of(self, heading: str) -> int | None:
        """The number of the column with this heading."""
        return next((number for number, column in self.columns.items() if column.heading == heading), None)


def arranged(
    workbook: Workbook, problems: list[CellProblem], notes: list[Told], remembered: Remembered
) -> dict[str, Found]:
    """The sheets of the case by key, with their columns. Sheets that are missing or unknown are named.

    Args:
        workbook: what was read.
        problems: gets every mistake in names and headings.
        notes: gets what was passed over.
        remembered: of sheets before these.
    """
    names = {sheet.name(language).casefold(): sheet for sheet in SHEETS for language in LANGUAGES}
    passed = {words(language)["sheets"][key].casefold() for key in NOT_READ for language in LANGUAGES}
    found: dict[str, Found] = {}
    others = []
    for grid in workbook.sheets:
        sheet = names.get(grid.name.strip().casefold())
        if sheet is not None and not sheet.needed and not grid.rows:
            continue
        if sheet is not None and sheet.key in found:
            _add(problems, grid.name, message("sheets.double", other=found[sheet.key].grid.name))
        elif sheet is not None and grid.hidden:
            _add(problems, grid.name, message("sheets.hidden"))
            found[sheet.key] = Found(sheet, grid)
        elif sheet is not None:
            found[sheet.key] = Found(sheet, grid)
        elif grid.name.strip().casefold() not in passed:
            others.append(grid)
    _name_missing(found, others, problems)
    notes += [_passed_over(grid) for grid in others]
    notes += [_hidden_parts(part.grid) for part in found.values() if part.grid.hides]
    for key, part in found.items():
        make = partial(_with_columns, part.sheet, part.grid)
        found[key], wrong = remembered.get(("columns", key), (part.grid,), make)
        problems += wrong
    return found


def _with_columns(sheet: Sheet, grid: Grid) -> tuple[Found, list[CellProblem]]:
    """The sheet with its columns, and what is wrong with them."""
    part, problems = Found(sheet, grid), list[CellProblem]()
    _read_headings(part, problems)
    if len(part.rows) > MOST_ROWS:
        _add(problems, grid.name, message("sheets.many_rows", most=MOST_ROWS))
    for row, column, where in grid.merged:
        problems.append(CellProblem(grid.name, row, column, None, message("sheets.merged", where=where)))
    return part, problems


def _name_missing(found: dict[str, Found], others: list[Grid], problems: list[CellProblem]) -> None:
    """Needed sheets that are not there, and sheets whose name looks like one of the case."""
    absent = {sheet.name(language): sheet for sheet in SHEETS if sheet.key not in found for language in LANGUAGES}
    meant_keys = set()
    for grid in list(others):
        meant = closest(grid.name, absent)
        if meant is not None and grid.rows:
            meant_keys.add(absent[meant].key)
            others.remove(grid)
            _add(problems, grid.name, message("sheets.misspelt", meant=meant))
    for sheet in SHEETS:
        if sheet.needed and sheet.key not in found and sheet.key not in meant_keys:
            first, *rest = (sheet.name(language) for language in LANGUAGES)
            _add(problems, first, message("sheets.missing", other=Joined(tuple(dict.fromkeys(rest)), "', '")))


def _read_headings(part: Found, problems: list[CellProblem]) -> None:
    known = {column.heading: column for column in part.sheet.columns}
    shown_as = {name: heading(part.sheet, known[name], part.language) if part.language else name for name in known}
    given = {number: str(cell.value).strip() for number, cell in part.grid.row(part.grid.head).items()}
    remarks = {number for number, name in given.items() if name.startswith(MARK)}
    given = {number: name for number, name in given.items() if number not in remarks}
    meant_by = {number: column_named(part.sheet, name) for number, name in given.items()}
    there = {column.heading for column in meant_by.values() if column is not None}
    absent = {shown_as[name]: name for name in known if name not in there}
    if part.sheet.form != "points" and (strange := _of_another_table(part.sheet, given.values())):
        found, wanted = (", ".join(map(shown, names[:MOST_NAMED])) for names in (strange, _own(part, shown_as)))
        key = "sheets.wide_effects" if part.sheet.key == "effects" else "sheets.other_table"
        _add(problems, part.grid.name, message(key, found=found, wanted=wanted))
        return
    seen: dict[str, int] = {}
    for number, name in sorted(given.items()):
        column = meant_by[number]
        same = column.heading if column is not None else name
        if same in seen:
            _add(
                problems,
                part.grid.name,
                message("sheets.double_heading", letters=column_letters(seen[same])),
                part.grid.head,
                number,
                name,
            )
        elif column is not None:
            part.columns[number] = column
        elif part.sheet.form == "points":
            part.profiles[number] = name
        else:
            meant = closest(name, absent)
            if meant is not None:
                del absent[meant]
            end = suggestion(name, [meant] if meant else shown_as.values())
            said = message("sheets.unknown_heading", name=shown(name), end=end)
            _add(problems, part.grid.name, said, part.grid.head, number, name)
        seen.setdefault(same, number)
    for words_shown, name in absent.items():
        alone = parts(known[name])[1] in (None, case_language(part.language or DEFAULT_LANGUAGE))
        if known[name].required and alone and not there & {*_in_each_language(part.sheet, known[name])}:
            _add(problems, part.grid.name, message("sheets.missing_column"), heading=words_shown)
    if part.sheet.form == "points":  # a heading there is the id of a profile, which is looked at with the points
        return
    headed = set(given) | remarks
    for row, cells in part.rows:
        for number in sorted(set(cells) - headed):
            _add(problems, part.grid.name, message("sheets.no_heading"), row, number)


def _in_each_language(sheet: Sheet, column: Column) -> list[str]:
    """The columns that hold one text, a language each, of which this is one."""
    return [other.heading for other in sheet.columns if parts(other)[0] == parts(column)[0]]


def _own(part: Found, shown_as: dict[str, str]) -> list[str]:
    """The headings of the sheet, of a text only the one in the language of the headings."""
    others = {*CASE_LANGUAGES} - {case_language(part.language or DEFAULT_LANGUAGE)}
    return [shown_as[column.heading] for column in part.sheet.columns if parts(column)[1] not in others]


def _of_another_table(sheet: Sheet, given: Collection[str]) -> list[str]:
    """The headings, when at least three are strange and fewer are known: it is another table, which is one fault."""
    names = dict.fromkeys(given)
    strange = [name for name in names if column_named(sheet, name) is None]
    return strange if len(strange) >= 3 and len(strange) > len(names) - len(strange) else []


def _is_explanation(first: Cell | None) -> bool:
    return first is not None and first.kind == "text" and str(first.value).startswith(MARK)


def _passed_over(grid: Grid) -> Message:
    return message("sheets.hidden_and_not_read" if grid.hidden else "sheets.not_read", name=shown(grid.name))


def _hidden_parts(grid: Grid) -> Message:
    return message("sheets.hidden_rows", name=shown(grid.name))


def _add(
    problems: list[CellProblem],
    sheet: str,
    text: Message,
    row: int | None = None,
    column: int | None = None,
    heading: str | None = None,
) -> None:
    problems.append(CellProblem(sheet, row, column, heading, text))
