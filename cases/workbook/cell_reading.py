"""Reading the cells of a row: text as it stands, numbers in one way of writing, and a problem for the rest."""

from cases.workbook.cell_places import CellProblem
from cases.workbook.cell_values import Said, Words, said
from cases.workbook.csv_text import number_text
from cases.workbook.grid import Cell
from cases.workbook.layout import Found
from cases.workbook.sheet_columns import Column
from files.decimals import NumberCell, read_numbers
from files.fields import Text
from files.problems import FileProblems

_POINTS = Column("points", ("points",), "number")


class CellReader:
    """Reads cells one by one; the units of numbers come from the row itself or from its criterion."""

    def __init__(self, sheets: dict[str, Found], problems: list[CellProblem], notes: list[Text]) -> None:
        self._problems = problems
        self._notes = notes
        self._units, self._with_classes = _criteria(sheets.get("criteria"))
        self._numbers = {key: _written_numbers(found, self._with_classes) for key, found in sheets.items()}

    def row(self, found: Found, row: int, cells: dict[int, Cell]) -> dict[str, str]:
        """What the cells of a row say, by heading; empty cells and cells with a problem are left out."""
        words = {
            found.columns[number].heading: str(cell.value) for number, cell in cells.items() if number in found.columns
        }
        criterion = words.get("criterion") or words.get("id", "")
        unit = words.get("unit") or words.get("limit_unit") or self._units.get(criterion)
        values = {}
        for number, cell in cells.items():
            column = found.columns.get(number)
            if column is None:
                continue
            classes = found.sheet.key == "effects" and criterion in self._with_classes
            value = self._text(found, row, number, column, said(cell, column, unit, classes))
            if value is not None:
                values[column.heading] = value
        return values

    def points(self, found: Found, row: int, number: int, cells: dict[int, Cell]) -> str | None:
        """The points in one cell of the sheet with points; None when it is empty or wrong."""
        if number not in cells:
            return None
        return self._text(found, row, number, _POINTS, said(cells[number], _POINTS), found.profiles[number])

    def _text(
        self, found: Found, row: int, number: int, column: Column, answer: Said, heading: str | None = None
    ) -> str | None:
        heading = heading or column.heading

        def problem(words: Words) -> None:
            text = Text(en=words[0], nl=words[1])
            self._problems.append(CellProblem(found.grid.name, row, number, heading, text))

        if answer.wrong is not None:
            problem(answer.wrong)
        if answer.note is not None:
            place = CellProblem(found.grid.name, row, number, heading, Text(en=answer.note[0], nl=answer.note[1]))
            self._notes.append(Text(en=place.sentence("en"), nl=place.sentence("nl")))
        if answer.unread is None:
            return answer.text
        numbers, wrong = self._numbers[found.sheet.key]
        if (row, number) in wrong:
            problem(wrong[(row, number)])
        return numbers.get((row, number))


def _criteria(found: Found | None) -> tuple[dict[str, str], set[str]]:
    """The unit of each criterion, and the criteria with classes, as far as they can be read."""
    units, classes = {}, set()
    for _, cells in found.rows() if found is not None else ():
        words = {
            found.columns[number].heading: str(cell.value) for number, cell in cells.items() if number in found.columns
        }
        key = words.get("id", "")
        units[key] = words.get("unit", "")
        if words.get("value_function_type") == "classes":
            classes.add(key)
    return units, classes


def _written_numbers(
    found: Found, with_classes: set[str]
) -> tuple[dict[tuple[int, int], str], dict[tuple[int, int], Words]]:
    """Numbers that stand as text, by (row, column). One sheet has one decimal mark, as a file has."""
    criterion = found.number_of("criterion")
    texts = []
    for row, cells in found.rows():
        skip = found.sheet.key == "effects" and criterion in cells and str(cells[criterion].value) in with_classes
        for number, cell in cells.items():
            column = _POINTS if number in found.profiles else found.columns.get(number)
            if column is None or skip or cell.kind != "text" or said(cell, column).unread is None:
                continue
            heading = found.profiles.get(number, column.heading)
            texts.append((number, NumberCell(row, heading, str(cell.value))))
    by_cell = {(cell.line, cell.column): (cell.line, number) for number, cell in texts}
    noted = FileProblems(found.grid.name)
    numbers = read_numbers([cell for _, cell in texts], noted)
    wrong = {}
    for problem in noted.listed():
        for (line, heading), place in by_cell.items():
            if line == problem.line and f"'{heading}'" in problem.text.get("en").replace(found.grid.name, ""):
                wrong[place] = (
                    problem.text.get("en").replace(" line ", " row "),
                    problem.text.get("nl").replace(" regel ", " rij "),
                )
    return {by_cell[key]: number_text(value) for key, value in numbers.items()}, wrong
