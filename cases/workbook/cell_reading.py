"""Reading the cells of a sheet: text as it stands, numbers in one way of writing, and a problem for the rest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from cases.workbook.cell_places import CellProblem
from cases.workbook.cell_values import Said, said
from cases.workbook.csv_text import number_text
from cases.workbook.grid import Cell
from cases.workbook.layout import Found
from cases.workbook.sheet_columns import Column
from cases.workbook.sheet_language import choice_meant
from cases.workbook.yaml_text import most_bytes
from files.decimals import NumberCell, read_numbers
from files.looks import alike
from files.places import CellPlace, SheetColumns
from files.problems import FileProblems
from files.remembered import Remembered

NUMBER_BYTES = 60
"""That a number takes at most, and the marks around any other text."""
WITH_CLASSES = ("effects", "future_effects")
"""Sheets in which the id of a class may stand where a number belongs."""
_POINTS = Column("points", ("points",), "number")


@dataclass(frozen=True)
class Criteria:
    """What the other sheets need to know of the sheet with criteria, as far as it can be read."""

    units: Mapping[str, str]
    """By id."""
    with_classes: frozenset[str]
    classes: Mapping[str, Mapping[str, str]]
    """By id, the ids of the classes by what they are called, as far as a name means one class."""


@dataclass(frozen=True, eq=False)
class ReadSheet:
    """What the cells of a sheet say."""

    found: Found
    rows: list[tuple[int, dict[str, str]]]
    """Each row with its cells by heading; empty cells and cells with a problem are left out."""
    points: dict[tuple[int, int], str]
    """In the sheet with points: those of the profiles, by row and column."""
    problems: list[CellProblem]
    notes: list[CellProblem]
    """What was read in a way that one should know, each at its cell."""
    most_bytes: int
    """No less than the cells take in a file."""


class _Row(NamedTuple):
    """What the cells of a row say, each by the number of its column."""

    texts: dict[int, str]
    unread: dict[int, str]
    """Texts that should hold a number, and have yet to be read."""
    told: dict[int, Said]
    """Cells with a problem or a note."""
    most_bytes: int = 0
    """No less than the cells take in a file: each with the keys on its way, quotes, marks and space before it."""


def criteria_in(sheets: Mapping[str, Found]) -> Criteria:
    """The criteria in their sheet, with the names in the sheet with classes; none without a sheet."""
    found = sheets.get("criteria")
    if found is None:
        return Criteria({}, frozenset(), {})
    units, classes = {}, set()
    for _, cells in found.rows:
        words = _words(found, cells)
        key = words.get("id", "")
        units[key] = words.get("unit", "")
        if words.get("value_function_type") == "classes":
            classes.add(key)
    return Criteria(units, frozenset(classes), _class_names(sheets.get("classes")))


def _class_names(found: Found | None) -> dict[str, dict[str, str]]:
    """The ids of classes by their names, by criterion: many tables hold ++ and 0/- in place of an id."""
    meant: dict[str, dict[str, set[str]]] = {}
    for _, cells in found.rows if found is not None else ():
        words = _words(found, cells)  # type: ignore[arg-type]  # no rows without a sheet
        names = meant.setdefault(words.get("criterion", ""), {})
        for name in {words[key] for key in ("label_nl", "label_en") if key in words}:
            names.setdefault(alike(name), set()).add(words.get("id", ""))
    return {key: {name: min(ids) for name, ids in names.items() if len(ids) == 1} for key, names in meant.items()}


def read_sheet(found: Found, criteria: Criteria, remembered: Remembered) -> ReadSheet:
    """The cells of a sheet; the unit of a number comes from its row or from its criterion.

    A sheet has one decimal mark, as a file has.
    """
    context = (found.columns, found.profiles, criteria)
    said_in = partial(_row, found, criteria)
    rows = remembered.each(("row", found.sheet.key), [cells for _, cells in found.rows], context, said_in)
    numbered = [(number, row) for (number, _), row in zip(found.rows, rows, strict=True)]
    numbers, problems = _numbers(found, numbered)
    notes: list[CellProblem] = []
    read: list[tuple[int, dict[str, str]]] = []
    points: dict[tuple[int, int], str] = {}
    for number, row in numbered:
        values = {}
        for column, text in _texts(number, row, numbers):
            if column in found.columns:
                values[found.columns[column].heading] = text
            else:
                points[(number, column)] = text
        read.append((number, values))
        for column, answer in row.told.items():
            place = found.place(number, column)
            if answer.wrong is not None:
                problems.append(CellProblem(*place, answer.wrong))
            if answer.note is not None:
                notes.append(CellProblem(*place, answer.note))
    size = 1_000 + sum(row.most_bytes for row in rows)
    return ReadSheet(found, read, points, problems, notes, size)


def _texts(number: int, row: _Row, numbers: Mapping[tuple[int, int], float]) -> Iterator[tuple[int, str]]:
    """The cells of a row as text, by column, the numbers in our own notation; without those that are no number."""
    for column, text in row.texts.items():
        if column not in row.unread:
            yield column, text
        elif (number, column) in numbers:
            yield column, number_text(numbers[number, column])


def _row(found: Found, criteria: Criteria, cells: dict[int, Cell]) -> _Row:
    words = _words(found, cells)
    criterion = words.get("criterion") or words.get("id", "")
    unit = words.get("unit") or words.get("limit_unit") or criteria.units.get(criterion)
    if found.sheet.key == "profile_topics":
        unit = "%"  # of the weight of a profile
    classes = found.sheet.key in WITH_CLASSES and criterion in criteria.with_classes
    row = _Row({}, {}, {})
    for number, cell in cells.items():
        if number in found.columns:
            answer = said(cell, found.columns[number], unit, classes, found.sheet)
        elif number in found.profiles:
            answer = said(cell, _POINTS)
        else:
            continue
        if classes and number in found.columns and found.columns[number].kind == "number":
            answer = _class_meant(answer, cell, criteria.classes.get(criterion, {}))
        if answer.unread is not None:
            row.unread[number] = row.texts[number] = answer.unread
        elif answer.text is not None:
            row.texts[number] = answer.text
        if answer.wrong is not None or answer.note is not None:
            row.told[number] = answer
    return row._replace(most_bytes=_most_bytes(found, row))


def _class_meant(answer: Said, cell: Cell, names: Mapping[str, str]) -> Said:
    """The id of the class whose name stands in a cell; what it says otherwise when it is the name of none."""
    word = number_text(cell.value) if isinstance(cell.value, float) else str(cell.value)
    return Said(names[alike(word)]) if alike(word) in names and word not in names.values() else answer


def _most_bytes(found: Found, row: _Row) -> int:
    ways = [len(str(step)) + 16 for number in row.texts if number in found.columns
            for step in found.columns[number].path]  # fmt: skip
    copies = 1 + len(found.profiles)  # in the sheet with points each profile repeats the words of the row
    return 400 + copies * (sum(ways) + sum(NUMBER_BYTES + most_bytes(text) for text in row.texts.values()))


def _numbers(found: Found, rows: list[tuple[int, _Row]]) -> tuple[dict[tuple[int, int], float], list[CellProblem]]:
    """The numbers that stand as text, by row and column, and what is wrong with the others."""
    headings = {number: column.heading for number, column in found.columns.items()} | found.profiles
    columns = SheetColumns(found.grid.name, {heading: number for number, heading in headings.items()})
    noted = FileProblems(found.grid.name)
    cells = [NumberCell(number, headings[column], text, columns)
             for number, row in rows for column, text in row.unread.items()]  # fmt: skip
    known = read_numbers(cells, noted)
    numbers = {(row, columns.numbers[heading]): value for (row, heading), value in known.items()}
    problems = [CellProblem(*problem.place, problem.text) for problem in noted.listed()
                if isinstance(problem.place, CellPlace)]  # fmt: skip
    return numbers, problems


def _words(found: Found, cells: dict[int, Cell]) -> dict[str, str]:
    here = {found.columns[number]: str(cell.value) for number, cell in cells.items() if number in found.columns}
    return {column.heading: choice_meant(found.sheet, column, text) for column, text in here.items()}
