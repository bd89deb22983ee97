"""Every future of a case for these weights: a strip with all totals, one sentence, and what is behind it.

Without weights there are no totals, and it says only which futures there are.
"""

from typing import Any

from markupsafe import Markup
from starlette.routing import Route

from cases.definition.model import Case
from texts import Words
from texts.numbers import number
from web.html import render
from web.posted_links import answering
from web.verdict_answers import TEMPLATES
from web.wall_story import spread
from weighing.comparison import Comparison, compare
from weighing.futures import GOOD_ENOUGH, Futures, InFuture, futures
from weighing.links import from_link, requirements_in
from wording.colours import colours
from wording.future_words import (
    cell_text,
    changed_rows,
    future_name,
    headline,
    illustrative_line,
    largest_text,
    standing_sentence,
)
from wording.sentences import label_of, total_text

APART_ON_WALL, APART = 8.0, 6.0
"""Per cent of a strip that a letter takes on the wall, and elsewhere; what stands nearer to each other moves apart."""
MOST_STRIPS = 6
"""Alternatives whose letters still stand apart on a strip of the wall; of more there is a table with points behind."""
STRAIGHT = 0.3
"""Per cent of a strip below which a letter stands at its own place."""


def futures_html(case: Case, comparison: Comparison | None, text: Words, *, doors: bool) -> Markup:
    """The futures at these weights. ``doors``: what is behind the sentence folds open; without, it stands there."""
    found = futures(comparison) if comparison is not None else None
    palette = colours(case)
    plans = [] if found is None else list(enumerate(case.alternatives))
    limit = number(GOOD_ENOUGH, text.language)
    return render(
        TEMPLATES,
        "futures.html",
        text,
        case=case,
        doors=doors,
        limit=limit,
        heat=_heat(found, text) if found and not doors and len(plans) > MOST_STRIPS else None,
        strips=[]
        if found is None
        else [_strip(column, APART if doors else APART_ON_WALL, text) for column in found.columns],
        headline=text("futures.before", count=len(case.futures)) if found is None else headline(found, text),
        standings=[(item, palette[item.id], standing_sentence(found, row, text)) for row, item in plans if found],
        heads=[] if found is None else [future_name(column.future, text) for column in found.columns],
        rows=[
            [
                text.of(item.label),
                *(cell_text(column, row, text) for column in found.columns),
                largest_text(found, row, text),
            ]
            for row, item in plans
            if found
        ],
        changes=[(future, changed_rows(case, future, text)) for future in case.futures] if doors else [],
        illustrative=illustrative_line(case, text),
    )


def _heat(found: Futures, text: Words) -> dict[str, Any]:
    """A row for each future with, per alternative, the most points behind the highest total and how it stands there."""
    palette = colours(found.case)
    rows = [
        {
            "name": future_name(column.future, text),
            "about": "" if column.future is None else text.of(column.future.about),
            "cells": [_cell(column, row, text) for row in range(len(found.case.alternatives))],
        }
        for column in found.columns
    ]
    states = {cell["state"] for row in rows for cell in row["cells"]}
    return {
        "plans": [(item, palette[item.id]) for item in found.case.alternatives],
        "rows": rows,
        "notes": [text(f"futures.heat_{state}") for state in ("open", "fails") if state in states],
    }


def _cell(column: InFuture, row: int, text: Words) -> dict[str, str]:
    state = column.state(row)
    most = "\u2715" if state == "fails" else number(column.regrets[row][1], text.language)
    return {"state": state, "most": f"{most}?" if state == "open" else most}


def _strip(column: InFuture, apart: float, text: Words) -> dict[str, Any]:
    """Where every alternative stands from 0 to 100 in one future, its range where its total is one."""
    comparison = column.comparison
    case, intervals = comparison.case, comparison.intervals
    palette = colours(case)
    middle = intervals.mean(axis=1)
    order = sorted(range(len(middle)), key=lambda row: (middle[row], row))
    shown = dict(zip(order, spread([float(middle[row]) for row in order], apart), strict=True))
    name = future_name(column.future, text)
    totals = [
        text("futures.strip_total", plan=text.of(item.label), total=total_text(comparison, row, text))
        for row, item in enumerate(case.alternatives)
    ]
    failing = [row for row in range(len(middle)) if column.state(row) == "fails"]
    return {
        "name": name,
        "says": text("futures.strip", future=name, totals=text.listed(totals)),
        "marks": [
            {
                "code": item.code,
                "label": totals[row],
                "colour": palette[item.id],
                "low": round(float(intervals[row, 0]), 2),
                "high": round(float(intervals[row, 1]), 2),
                "shown": round(shown[row], 2),
                **_link(shown[row], float(middle[row])),
                "highest": row in column.ahead,
                "fails": row in failing,
            }
            for row, item in enumerate(case.alternatives)
        ],
        "failing": [text("futures.fails", plan=label_of(case, row, text)) for row in failing],
    }


def _link(shown: float, at: float) -> dict[str, Any]:
    """The line from where a letter stands to the total it stands for."""
    way = "straight" if abs(shown - at) < STRAIGHT else "right" if at > shown else "left"
    return {"way": way, "left": round(min(shown, at), 2), "width": round(abs(shown - at), 2)}


def _asked(case: Case, parts: dict[str, str], text: Words) -> Markup:
    off, _ = requirements_in(case, parts)
    return futures_html(case, compare(case, from_link(case, parts)[0], off), text, doors=False)


routes = [Route("/toekomst/{case_id}", answering(_asked, lambda case: bool(case.futures)), methods=["POST"])]
