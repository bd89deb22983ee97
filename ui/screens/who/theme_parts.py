"""Where themes help or hinder each other under each alternative, and how many functions the land serves."""

from typing import Any

from cases.definition.model import Case
from ui import state
from ui.shared.columns import columns
from ui.shared.page_html import show
from wording.conflict_words import ConflictRow, conflict_rows, function_rows, function_sentence

RELATIONS = {
    "together": "+",
    "against": "×",
    "both_worse": "\N{MINUS SIGN}",
    "mixed": "±",
    "neutral": "0",
    "unknown": "?",
}


def show_themes() -> None:
    """Conflicts between themes, then the functions of the land."""
    _conflicts()
    _functions()


def _conflicts() -> None:
    """One triangle of themes per alternative; a case with one theme has no pairs."""
    case, text = state.case(), state.words()
    cards = [
        column | _triangle(case, rows)
        for column in columns(case)
        if (rows := conflict_rows(case, column["alternative"].id, text))
    ]
    if not cards:
        return
    reference = text.of(case.alternative(case.reference).label)
    lines = [text("conflict.intro", reference=reference)]
    show("text.html", text, title=text("conflict.title"), level=2, quiet=False, lines=lines)
    legend = [(relation, mark, text(f"conflict.{relation}")) for relation, mark in RELATIONS.items()]
    show("who_conflicts.html", text, cards=cards, themes=case.themes, legend=legend)


def _triangle(case: Case, rows: tuple[ConflictRow, ...]) -> dict[str, Any]:
    """The pairs as a lower triangle: row by row one cell for each theme before it."""
    labels = [theme.label.get(state.words().language) for theme in case.themes]
    by_pair = {(row.first, row.second): row for row in rows}
    return {
        "lines": [
            {
                "number": place + 1,
                "label": label,
                "cells": [
                    {"mark": RELATIONS[row.relation], "row": row}
                    for other in labels[:place]
                    for row in [by_pair[other, label]]
                ],
            }
            for place, label in enumerate(labels)
        ],
        "against": [row.sentence for row in rows if row.relation == "against"],
        "together": [row.sentence for row in rows if row.relation == "together"],
        "others": [row.sentence for row in rows if row.relation not in ("against", "together")],
    }


def _functions() -> None:
    """Nothing for a case that lists no functions."""
    case, text = state.case(), state.words()
    if not case.functions:
        return
    sentences = [function_sentence(case, alternative.id, text) for alternative in case.alternatives]
    show("text.html", text, title=text("function.title"), level=2, quiet=False, lines=[text("function.intro")])
    show("list.html", text, intro=None, lines=sentences, outro=None)
    show("who_functions.html", text, columns=columns(case), rows=function_rows(case, text), sources=case.sources)
