"""Whose points a column of the sheet with points holds: its heading is the id of a profile."""

from collections.abc import Sequence

from cases.workbook.cell_places import CellProblem
from cases.workbook.layout import Found
from files.fields import Text
from files.problems import shown


def heading_problems(found: Found, names: Sequence[str]) -> list[CellProblem]:
    """One problem for each column with points and no heading, and one for each profile that is left without a column.

    Args:
        found: the sheet with points.
        names: ids of the profiles that no column is headed with.
    """
    filled = {number for _, cells in found.rows for number in cells}
    nameless = sorted(filled - set(found.grid.row(1)))
    listed = f": {', '.join(map(shown, names))}" if names else ""
    problems = [
        (
            number,
            f"it does not say whose points these are. Write the id of a profile here{listed}. Or empty the column",
            f"er staat niet van wie deze punten zijn. Zet hier de id van een profiel{listed}. Of maak de kolom leeg",
        )
        for number in nameless
    ] + [
        (
            None,
            f"profile '{name}' has no column. Write '{name}' in row 1, above its points",
            f"profiel '{name}' heeft geen kolom. Zet '{name}' in rij 1, boven zijn punten",
        )
        for name in map(shown, names[len(nameless) :])
    ]
    return [CellProblem(found.grid.name, 1, number, None, Text(nl=nl, en=en)) for number, en, nl in problems]
