"""Reading the cells of a sheet: text as it stands, numbers in one way of writing, and a problem for the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cases.workbook.cell_places import CellProblem
from cases.workbook.cell_values import Said, said
from cases.workbook.csv_text import number_text
from cases.workbook.grid import Cell
from cases.workbook.layout import Found
from cases.workbook.sheet_columns import Column
from files.decimals import NumberCell, read_numbers
from files.fields import Text
from files.places import CellPlace
from files.problems import FileProblems

_POINTS = Column("points", ("points",), "number")


@dataclass(frozen=True)
class Criteria:
    """What the other sheets need to know of the sheet with criteria, as far as it can be read."""

    units: Mapping[str, str]
    """By id."""
    with_classes: frozenset[str]


@dataclass
class ReadSheet:
    """What the cells of a sheet say."""

    found: Found
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    """Each row with its cells by heading; empty cells and cells with a problem are left out."""
    points: dict[tuple[int, int], str] = field(default_factory=dict)
    """In the sheet with points: those of the profiles, by row and column."""
    problems: list[CellProblem] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)


def criteria_in(found: Found | None) -> Criteria:
    """The criteria in their sheet; none without a sheet."""
    units, classes = {}, set()
    for _, cells in found.rows if found is not None else ():
        words = _words(found, cells)
        key = words.get("id", "")
        units[key] = words.get("unit", "")
        if words.get("value_function_type") == "classes":
            classes.add(key)
    return Criteria(units, frozenset(classes))


def read_sheet(found: Found, criteria: Criteria) -> ReadSheet:
    """The cells of a sheet; the unit of a number comes from its row or from its criterion.

    A sheet has one decimal mark, as a file has.
    """
    made = ReadSheet(found)
    numbers: list[NumberCell] = []
    waiting: list[tuple[dict, object, int, int]] = []
    for row, cells in found.rows:
        words = _words(found, cells)
        criterion = words.get("criterion") or words.get("id", "")
        unit = words.get("unit") or words.get("limit_unit") or criteria.units.get(criterion)
        classes = found.sheet.key == "effects" and criterion in criteria.with_classes
        values: dict[str, str] = {}
        for number, cell in cells.items():
            column = found.columns.get(number)
            if column is not None:
                answer = said(cell, column, unit, classes)
                into, key = values, column.heading
            elif number in found.profiles:
                answer = said(cell, _POINTS)
                into, key = made.points, (row, number)
            else:
                continue
            if answer.text is not None:
                into[key] = answer.text
            elif answer.unread is not None:
                place = found.place(row, number)
                numbers.append(NumberCell(row, str(place.heading), answer.unread, place))
                into[key] = ""  # keeps its place until all numbers of the sheet are known
                waiting.append((into, key, row, place.heading))
            if answer.wrong is not None or answer.note is not None:
                _tell(made, found.place(row, number), answer)
        made.rows.append((row, values))
    noted = FileProblems(found.grid.name)
    known = read_numbers(numbers, noted)
    for into, key, row, heading in waiting:
        value = known.get((row, heading))
        if value is None:
            del into[key]
        else:
            into[key] = number_text(value)
    made.problems += [CellProblem(*problem.place, problem.text) for problem in noted.listed() if problem.place]
    return made


def _words(found: Found, cells: dict[int, Cell]) -> dict[str, str]:
    return {found.columns[number].heading: str(cell.value) for number, cell in cells.items() if number in found.columns}


def _tell(made: ReadSheet, place: CellPlace, answer: Said) -> None:
    if answer.wrong is not None:
        made.problems.append(CellProblem(*place, Text(en=answer.wrong[0], nl=answer.wrong[1])))
    if answer.note is not None:
        there = CellProblem(*place, Text(en=answer.note[0], nl=answer.note[1]))
        made.notes.append(Text(en=there.sentence("en"), nl=there.sentence("nl")))
