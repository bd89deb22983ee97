"""A sheet that calculates along: points in, weights and totals out, by ordinary formulas.

Weights are points divided by the sum of points, themes first and then within each theme; a total is the sum of weight
times score. An empty score is not known: then there are two totals, with all that is not known at its worst and its
best.
"""

from typing import Any

import numpy as np
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from reports.content import View
from reports.writers.report_cells import Cells
from texts import Words
from weighing.comparison import Comparison
from wording.effect_words import ends_text
from wording.sentences import total_text, unsure_names

THEMES = 5
"""Row of the first theme, from 0."""
NUMBER, THEME, POINTS, WEIGHT = range(4)
"""Columns of the themes; the points that each alternative gets follow."""
CRITERION, WORST, BEST = 4, 5, 6
FIRST = 7
"""Column of the first alternative, in both blocks."""


def write_calculation(sheet: Any, cells: Cells, view: View, text: Words) -> None:
    """The sheet of one weighting. It is locked but for the points, without a password."""
    comparison = view.comparison
    case = comparison.case
    first = THEMES + len(case.themes) + 3
    last = first + len(case.summed) - 1
    cells.text(sheet, 0, 0, view.label, "title")
    cells.text(sheet, 1, 0, text("spreadsheet.calculation"), "plain_line")
    cells.text(sheet, 2, 0, text("spreadsheet.scores"), "plain_line")
    _themes(sheet, cells, view, text, first, last)
    _criteria(sheet, cells, view, text, first, last)
    _totals(sheet, cells, view, text, first, last)
    sheet.set_column(NUMBER, NUMBER, 5)
    sheet.set_column(THEME, THEME, 30)
    sheet.set_column(POINTS, WEIGHT, 11)
    sheet.set_column(CRITERION, CRITERION, 44)
    sheet.set_column(WORST, BEST, 18)
    sheet.set_column(FIRST, FIRST + len(case.alternatives) - 1, 16)
    sheet.freeze_panes(THEMES, THEME + 1)
    sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})


def _themes(sheet: Any, cells: Cells, view: View, text: Words, first: int, last: int) -> None:
    """Points and weight of each theme, and what it gives to each alternative."""
    comparison = view.comparison
    case, language = comparison.case, text.language
    for column, key in ((NUMBER, "number"), (THEME, "theme"), (POINTS, "points"), (WEIGHT, "weight")):
        cells.text(sheet, THEMES - 1, column, text(f"spreadsheet.{key}"), "head")
    for place, alternative in enumerate(case.alternatives):
        head = text("spreadsheet.gives", alternative=alternative.label.get(language))
        cells.text(sheet, THEMES - 1, FIRST + place, head, "head")
    every = xl_range_abs(THEMES, POINTS, THEMES + len(case.themes) - 1, POINTS)
    owner, weight = xl_range_abs(first, NUMBER, last, NUMBER), xl_range_abs(first, WEIGHT, last, WEIGHT)
    for place, theme in enumerate(case.themes):
        row = THEMES + place
        cells.number(sheet, row, NUMBER, place + 1, "head")
        cells.text(sheet, row, THEME, theme.label.get(language), "head")
        cells.number(sheet, row, POINTS, comparison.weighing.theme_points.get(theme.id, 0.0), "answer")
        own = xl_rowcol_to_cell(row, POINTS)
        share = float(comparison.theme_weights[place])
        cells.formula(sheet, row, WEIGHT, f"=IF(SUM({every})=0,0,{own}/SUM({every}))", share, "percent")
        for column in range(len(case.alternatives)):
            scores = xl_range_abs(first, FIRST + column, last, FIRST + column)
            number = xl_rowcol_to_cell(row, NUMBER)
            given = float(comparison.known_theme_contributions[column, place])
            formula = f"=SUMPRODUCT(({owner}={number})*{weight}*{scores})"
            cells.formula(sheet, row, FIRST + column, formula, given, "score")


def _criteria(sheet: Any, cells: Cells, view: View, text: Words, first: int, last: int) -> None:
    """Points, weight, the ends of the range and the scores of each criterion in the sum."""
    comparison = view.comparison
    case, language = comparison.case, text.language
    heads = ((NUMBER, "number"), (THEME, "theme"), (POINTS, "points"), (WEIGHT, "weight"), (CRITERION, "criterion"))
    for column, key in (*heads, (WORST, "worst"), (BEST, "best")):
        cells.text(sheet, first - 1, column, text(f"spreadsheet.{key}"), "head")
    for place, alternative in enumerate(case.alternatives):
        head = text("spreadsheet.score_of", alternative=alternative.label.get(language))
        cells.text(sheet, first - 1, FIRST + place, head, "head")
    owner, every = xl_range_abs(first, NUMBER, last, NUMBER), xl_range_abs(first, POINTS, last, POINTS)
    for place, criterion in enumerate(case.summed):
        row, theme = first + place, int(comparison.arrays.theme_of[place])
        cells.number(sheet, row, NUMBER, theme + 1, "head")
        cells.text(sheet, row, THEME, case.themes[theme].label.get(language), "plain")
        cells.number(sheet, row, POINTS, comparison.weighing.criterion_points.get(criterion.id, 100.0), "answer")
        own, number = xl_rowcol_to_cell(row, POINTS), xl_rowcol_to_cell(row, NUMBER)
        inside = f"SUMIF({owner},{number},{every})"
        share = xl_rowcol_to_cell(THEMES + theme, WEIGHT)
        weight = float(comparison.weights[place])
        cells.formula(sheet, row, WEIGHT, f"=IF({inside}=0,0,{share}*{own}/{inside})", weight, "percent")
        cells.text(sheet, row, CRITERION, criterion.label.get(language), "plain")
        for column, end in zip((WORST, BEST), ends_text(criterion, comparison.weighing.ranges, text), strict=True):
            cells.text(sheet, row, column, end, "plain")
        for column in range(len(case.alternatives)):
            cells.number(sheet, row, FIRST + column, float(comparison.arrays.scores[column, place]), "score")


def _not_known(comparison: Comparison, column: int, first: int, ends: list[float]) -> str:
    """What the scores that are not known add to a total when they are at one end of what they can be."""
    blank = np.isnan(comparison.arrays.scores[column])
    rows = (place for place in np.flatnonzero(blank).tolist() if ends[place])
    return "".join(f"+{xl_rowcol_to_cell(first + place, WEIGHT)}*{ends[place]!r}" for place in rows)


def _totals(sheet: Any, cells: Cells, view: View, text: Words, first: int, last: int) -> None:
    """The totals: one row, or two when a score is not known; and who fails a hard requirement."""
    comparison = view.comparison
    case = comparison.case
    weight = xl_range_abs(first, WEIGHT, last, WEIGHT)
    unknown = bool(np.isnan(comparison.arrays.scores).any())
    cells.text(sheet, last + 1, CRITERION, text("spreadsheet.total_low" if unknown else "spreadsheet.total"), "head")
    if unknown:
        cells.text(sheet, last + 2, CRITERION, text("spreadsheet.total_high"), "head")
    for column in range(len(case.alternatives)):
        scores = xl_range_abs(first, FIRST + column, last, FIRST + column)
        low, high = comparison.effect_intervals[column].tolist()
        sum_ = f"SUMPRODUCT({weight},{scores})"
        for below, ends, total in ((1, comparison.arrays.lowest, low), (2, comparison.arrays.highest, high)):
            if below == 1 or unknown:
                added = _not_known(comparison, column, first, ends[column].tolist())
                cells.formula(sheet, last + below, FIRST + column, f"={sum_}{added}", total, "total")
    row = last + 3
    for column, alternative in enumerate(case.alternatives):
        if column not in comparison.contenders:
            said = text("spreadsheet.fails", alternative=text.of(alternative.label))
            cells.text(sheet, row, CRITERION, said, "plain_line")
            row += 1
    if comparison.unsure:
        themes = text.listed(unsure_names(comparison, text))
        cells.text(sheet, row, CRITERION, text("spreadsheet.unsure", themes=themes), "plain_line")
        row += 1
    shown = ", ".join(
        f"{text.of(alternative.label)} {total_text(comparison, column, text)}"
        for column, alternative in enumerate(case.alternatives)
    )
    cells.text(sheet, row, CRITERION, text("spreadsheet.at_start", totals=shown), "plain_line")
