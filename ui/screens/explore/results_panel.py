"""What the weights lead to: totals as bars, as a value chart or as a table, with the reason and the nearest flip."""

import math
from typing import Any

import streamlit as st

from texts import Words
from texts.numbers import number
from ui import state
from ui.shared.page_html import show
from web.verdict_answers import verdict_html
from weighing.comparison import Comparison, compare
from weighing.verdict import verdict
from wording.colours import colours
from wording.flip_words import nearest_flip
from wording.gap_words import ungraded_line
from wording.sentences import deciding, points_from, reading_notes, score_on, share_text, table_help, total_text

VIEWS = ("bars", "map", "table")


def show_result(comparison: Comparison) -> None:
    """What comes first, why and when that flips; a sentence on what is missing when too little is weighed."""
    text = state.words()
    if not comparison.weighing.enough(comparison.case):
        lines = [text("explore.one_more")]
        show("text.html", text, title=text("explore.result_empty"), level=2, quiet=False, lines=lines)
        return
    show("text.html", text, title=text("explore.result"), level=2, quiet=False, lines=[])
    found = verdict(comparison) if comparison.contenders else None
    why = deciding(comparison, text, found.named if found else ())
    flip = nearest_flip(comparison, text).sentence
    show("reason.html", text, why=why, flip=flip)
    view = st.segmented_control(
        text("explore.view"),
        VIEWS,
        default="bars",
        required=True,
        format_func=lambda key: text(f"explore.as_{key}"),
        key="result_view",
    )
    show_totals(comparison, str(view))
    notes = reading_notes(comparison, str(view), text)
    show("text.html", text, title=None, level=3, quiet=True, lines=notes)
    st.html(verdict_html(comparison, text, with_flip=False, found=found))


def show_totals(comparison: Comparison, view: str) -> None:
    """The totals of all alternatives in one of the `VIEWS`, with one sentence that says them all."""
    text = state.words()
    rows = _rows(comparison, text)
    message = ". ".join(f"{text.of(row['alternative'].label)}: {row['total']}" for row in rows)
    columns = _columns(comparison, text)
    if view == "bars":
        for index, row in enumerate(rows):
            row["pieces"] = [_piece(comparison, index, column, text) for column in columns]
        show("bars.html", text, rows=rows, message=message)
        return
    if view == "map":
        columns = [column for column in columns if column["weight"] > 0]
    for index, row in enumerate(rows):
        row["cells"] = [_cell(comparison, index, column, text) for column in columns]
    if view == "map":
        show("value_map.html", text, rows=rows, columns=columns, message=message)
    else:
        show("totals_table.html", text, rows=rows, columns=columns, caption=table_help(comparison, text))


def show_not_counted() -> None:
    """What is left out of the sum, and how many of the figures have grade D."""
    case, text = state.case(), state.words()
    grades = [item.grade for item in case.performances.values()]
    palette = colours(case)
    show(
        "not_counted_short.html",
        text,
        items=[
            (item, [(case.alternative(key), palette[key]) for key in item.alternatives]) for item in case.not_counted
        ],
        n_grade_d=grades.count("D"),
        n_figures=len(grades),
        ungraded=ungraded_line(case, text),
    )


def show_pocket(comparison: Comparison) -> None:
    """The strip at the foot of a phone, so that a thumb on a slider sees the totals move."""
    text = state.words()
    if not comparison.weighing.enough(comparison.case):
        return
    palette = colours(comparison.case)
    rows = [
        {
            "alternative": alternative,
            "colour": palette[alternative.id],
            "middle": comparison.intervals[index].mean(),
            "total": total_text(comparison, index, text),
        }
        for index, alternative in enumerate(comparison.case.alternatives)
    ]
    with st.container(key="pocket"):
        show("pocket.html", text, rows=rows)


def _columns(comparison: Comparison, text: Words) -> list[dict[str, Any]]:
    """One per theme, numbered as on the board."""
    return [
        {
            "index": index,
            "number": index + 1,
            "label": text.of(theme.label),
            "weight": float(comparison.theme_weights[index]),
            "share": text("explore.unsure") if index in comparison.unsure else share_text(comparison, index, text),
        }
        for index, theme in enumerate(comparison.case.themes)
    ]


def _rows(comparison: Comparison, text: Words) -> list[dict[str, Any]]:
    """One per alternative, in the order of the case, so that nothing jumps while somebody weighs."""
    palette = colours(comparison.case)
    before = _previous_totals(comparison)
    rows = []
    for index, alternative in enumerate(comparison.case.alternatives):
        low, high = comparison.effect_intervals[index]
        ghost = before.intervals[index].mean() if before is not None else None
        rows.append(
            {
                "alternative": alternative,
                "colour": palette[alternative.id],
                "total": total_text(comparison, index, text),
                "total_precise": total_text(comparison, index, text, 1),
                "mark": _mark(comparison, index, text),
                "failing": index not in comparison.contenders,
                "unknown": high - low,
                "range": _range(comparison, index),
                "part": _filled(comparison, index),
                "ghost": ghost,
                "was": text("explore.was", total=total_text(before, index, text)) if before is not None else None,
            }
        )
    return rows


def _range(comparison: Comparison, row: int) -> tuple[float, float] | None:
    """Where the bar of all possible totals begins and how long it is; None when there is one weight for every theme."""
    low, high = comparison.intervals[row].tolist()
    return (low, high - low) if comparison.unsure else None


def _filled(comparison: Comparison, row: int) -> float:
    """How much of its pieces is certain: a bar is filled to the lowest total, and from there on stands its range."""
    certain = float(comparison.known_theme_contributions[row].sum())
    return float(comparison.intervals[row][0]) / certain if comparison.unsure and certain > 0 else 1.0


def _mark(comparison: Comparison, row: int, text: Words) -> str:
    """Whether its total is the highest, or it can come first; empty when not. The verdict says what comes first."""
    if row in comparison.may_be_first:
        return text("explore.may_be_first")
    highest = row == comparison.first and not comparison.undecided and not comparison.passed_over
    return text("explore.highest") if highest else ""


def _previous_totals(comparison: Comparison) -> Comparison | None:
    previous, now = state.previous(), comparison.weighing
    if previous is None or not previous.enough(comparison.case):
        return None  # then no result was shown before this one
    if (set(previous.theme_points), previous.unsure) != (set(now.theme_points), now.unsure):
        return None  # another answer than before is no earlier state of this result
    return compare(comparison.case, previous, comparison.requirements_off)


def _piece(comparison: Comparison, row: int, column: dict[str, Any], text: Words) -> dict[str, Any]:
    points = comparison.known_theme_contributions[row, column["index"]]
    return column | {"points": float(points), "shown": number(points, text.language, 1)}


def _cell(comparison: Comparison, row: int, column: dict[str, Any], text: Words) -> dict[str, Any]:
    score = float(comparison.theme_scores[row, column["index"]])
    return {
        "label": column["label"],
        "score": None if math.isnan(score) else score,
        "shown": score_on(comparison, row, column["index"], text),
        "contribution": points_from(comparison, row, column["index"], text),
    }
