"""All that is wrong in one list, and again beside the cell: the rows of each sheet with the faulty cells marked."""

from collections.abc import Sequence
from typing import Any

from cases.workbook.cell_places import CellProblem
from cases.workbook.drafting import as_typed
from cases.workbook.grid import Grid, Workbook
from files.fields import Text
from files.places import column_letters
from files.problems import Problem, shown
from texts import Words
from ui import state
from ui.shared.page_html import show

MOST_ROWS = 40
"""Marked rows of one sheet; the list above names all."""
LONGEST = 80
"""Characters of a cell that are shown."""
NAMING = 2
"""Columns at the start of a sheet that say which row it is."""


def show_problems(
    problems: Sequence[CellProblem | Problem], notes: Sequence[Text], workbook: Workbook | None, with_list: bool = True
) -> None:
    """The list, the marked rows and the notes.

    Args:
        problems: of the whole file or of one sheet.
        notes: what was read in a way that one should know.
        workbook: in which the cells stand; None when it is not there, as for a zip.
        with_list: False shows the marked rows only.
    """
    text = state.words()
    grids = {grid.name: grid for grid in workbook.sheets} if workbook is not None else {}
    show(
        "own_problems.html",
        text,
        problems=[_line(problem, grids, text) for problem in problems] if with_list else [],
        marked=_marked(problems, grids, text),
        notes=[text.of(note) for note in notes],
    )


def _line(problem: CellProblem | Problem, grids: dict[str, Grid], text: Words) -> dict[str, str]:
    words = text.of(problem.text)
    words = words[:1].upper() + words[1:]
    if isinstance(problem, Problem):
        line = text("own_case.line", line=problem.line) if problem.line else ""
        return {"place": problem.file, "cell": line, "heading": "", "found": "", "words": words}
    cell = problem.cell or (text("own_case.row", row=problem.row) if problem.row else "")
    grid = grids.get(problem.sheet)
    found = grid.cell(problem.row, problem.column) if grid is not None else None
    return {
        "place": problem.sheet,
        "cell": cell,
        "heading": problem.heading or "",
        "found": shown(as_typed(found, text.language), LONGEST),
        "words": words,
    }


def _marked(problems: Sequence[CellProblem | Problem], grids: dict[str, Grid], text: Words) -> list[dict[str, Any]]:
    """Per sheet the rows with a mistake: the columns that name the row, and those with a mistake in any of them."""
    sheets: dict[str, list[CellProblem]] = {}
    for problem in problems:
        if isinstance(problem, CellProblem) and problem.row is not None and problem.sheet in grids:
            sheets.setdefault(problem.sheet, []).append(problem)
    return [_sheet(grids[name], found, text) for name, found in sheets.items()]


def _sheet(grid: Grid, problems: list[CellProblem], text: Words) -> dict[str, Any]:
    cells = grid.rows
    headed = sorted(cells.get(grid.head, {}))
    places = sorted({*headed[:NAMING], *(problem.column for problem in problems if problem.column)})
    numbers = sorted({problem.row for problem in problems if problem.row})
    wrong: dict[tuple[int, int], list[str]] = {}
    for problem in problems:
        place = (problem.row or 0, problem.column or places[0])
        wrong.setdefault(place, []).append(text.of(problem.text))

    def cell(row: int, column: int) -> dict[str, Any]:
        found = cells.get(row, {}).get(column)
        return {"text": shown(as_typed(found, text.language), LONGEST), "wrong": wrong.get((row, column), [])}

    headings = cells.get(grid.head, {})
    heads = [
        {"letters": column_letters(place), "name": shown(headings[place].value) if place in headings else ""}
        for place in places
    ]
    rows = [{"number": row, "cells": [cell(row, place) for place in places]} for row in numbers[:MOST_ROWS]]
    return {"name": grid.name, "heads": heads, "rows": rows, "rest": len(numbers) - len(rows)}
