"""Whose points a column of the sheet with points holds: its heading is the id of a profile."""

from collections.abc import Sequence

from cases.workbook.cell_places import CellProblem
from cases.workbook.layout import Found
from files.problems import shown
from texts.message import message


def heading_problems(found: Found, names: Sequence[str]) -> list[CellProblem]:
    """One problem for each column with points and no heading, and one for each profile that is left without a column.

    Args:
        found: the sheet with points.
        names: ids of the profiles that no column is headed with.
    """
    filled = {number for _, cells in found.rows for number in cells}
    nameless = sorted(filled - set(found.grid.row(found.grid.head)))
    listed = f": {', '.join(map(shown, names))}" if names else ""
    nobodys = message("sheets.nameless_points", listed=listed)
    problems = [CellProblem(found.grid.name, found.grid.head, number, None, nobodys) for number in nameless]
    absent = [message("sheets.no_points_column", name=shown(name)) for name in names[len(nameless) :]]
    return problems + [CellProblem(found.grid.name, found.grid.head, None, None, text) for text in absent]
