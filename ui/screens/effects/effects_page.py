"""Effecten: every effect on a strip, its number and source one press away, the table, and what overlaps with what."""

from typing import Any

import streamlit as st

from cases.definition.criterion import Criterion
from cases.definition.model import Case
from cases.definition.story import Story
from texts import Words
from texts.glossary import terms
from ui import state
from ui.screens.euros import euro_parts
from ui.shared.columns import columns
from ui.shared.page_html import show
from weighing.arrays import Sign
from wording.colours import colours
from wording.criterion_words import range_sentences, topic_name, yardstick_text
from wording.effect_cells import SIGN_WORDS, EffectCell, effect_cells, sign_shown
from wording.effect_strips import effect_strip
from wording.overlap_rows import overlap_groups
from wording.story_rows import StoryRow, story_rows

TERMS = ("effect", "criterion", "indicator", "unit", "uncertainty_range", "evidence_quality", "yardstick")
TIMES = ("now", "later", "elsewhere")


def show_page() -> None:
    """A strip for each criterion by theme or by time, the same figures in a table, and what overlaps with what."""
    case, text = state.case(), state.words()
    show("text.html", text, title=text("effects.title"), level=1, quiet=False, lines=[text("effects.intro")])
    by = st.segmented_control(
        text("effects.group"),
        ["theme", "time"],
        default="theme",
        required=True,
        format_func=lambda key: text(f"effects.by_{key}"),
        key="group_effects",
    )
    _reference(case, text)
    euro_parts.show_note(summed=False)
    _effects(case, _groups(case, str(by), text), text)
    groups = overlap_groups(case, text)
    show("overlaps.html", text, groups=groups, count=sum(len(group.rows) for group in groups))
    show("terms.html", text, terms=terms(text.language, TERMS))


def _reference(case: Case, text: Words) -> None:
    """With which alternative the others are compared, and what the case says about that."""
    st.selectbox(
        text("effects.compare_with"),
        [item.id for item in case.alternatives],
        index=[item.id for item in case.alternatives].index(case.reference),
        format_func=lambda key: f"{case.alternative(key).code} {text.of(case.alternative(key).label)}",
        key=f"compare_with_{case.id}_{case.reference}",
        on_change=lambda: state.compare_with(st.session_state[f"compare_with_{case.id}_{case.reference}"]),
        help=text("effects.compare_with_help"),
    )
    if case.reference_why is not None:
        show("text.html", text, title=None, level=3, quiet=True, lines=[text.of(case.reference_why)])


def _effects(case: Case, groups: list[dict[str, Any]], text: Words) -> None:
    """The strips, the table behind a press, and the windows that both open."""
    found = {"columns": columns(case), "groups": groups}
    marks = [mark for group in groups for row in group["rows"] for mark in row["strip"].marks]
    show(
        "effects_strips.html",
        text,
        palette=colours(case),
        outside=any(mark.outside for mark in marks),
        fails=any(mark.fails for mark in marks),
        **found,
    )
    signs = [(sign_shown(sign), _look(sign), text(f"effects.{word}")) for sign, word in SIGN_WORDS.items()]
    reference = text.of(case.alternative(case.reference).label)
    show("effects_table.html", text, reference=reference, signs=signs, **found)
    show("effects_details.html", text, all_sources=case.sources, **found)


def _groups(case: Case, by: str, text: Words) -> list[dict[str, Any]]:
    if by == "time":
        groups = [(text(f"time.{time}"), [item for item in case.criteria if item.time_place == time]) for time in TIMES]
    else:
        groups = [
            (text.of(theme.label), [item for item in case.criteria if item.theme == theme.id]) for theme in case.themes
        ]
    return [
        {"label": label, "rows": [_row(case, item, text) for item in criteria]}
        for label, criteria in groups
        if criteria
    ]


def _row(case: Case, criterion: Criterion, text: Words) -> dict[str, Any]:
    return {
        "criterion": criterion,
        "strip": effect_strip(case, criterion, text),
        "yardstick": yardstick_text(criterion, text),
        "range_text": " ".join(range_sentences(criterion, text)),
        "topic": topic_name(criterion.monitor_topic, text),
        "overlaps": [
            {
                "names": text.listed([text.of(case.criterion(key).label) for key in overlap.criteria]),
                "why": text.of(overlap.why),
            }
            for overlap in criterion.overlaps
        ],
        "cells": [
            _cell(case, criterion, column | {"cell": cell}, text)
            for column, cell in zip(columns(case), effect_cells(case, criterion, text), strict=True)
        ],
        "stories": [row for story, row in _stories(case, criterion, text) if story.alternative is None],
    }


def _cell(case: Case, criterion: Criterion, column: dict[str, Any], text: Words) -> dict[str, Any]:
    cell: EffectCell = column["cell"]
    return column | {
        "sign": sign_shown(cell.sign) if cell.sign else None,
        "sign_class": _look(cell.sign) if cell.sign else "",
        "sign_text": text(f"effects.{SIGN_WORDS[cell.sign]}") if cell.sign else "",
        "sources": [case.sources[key] for key in cell.sources],
        "stories": [row for story, row in _stories(case, criterion, text) if story.alternative == cell.alternative.id],
    }


def _stories(case: Case, criterion: Criterion, text: Words) -> list[tuple[Story, StoryRow]]:
    """The stories of a criterion with their words; both come in the order of the file."""
    return list(zip(case.stories_about(criterion.id), story_rows(case, text, criterion.id), strict=True))


def _look(sign: Sign) -> str:
    """What the style sheet calls a sign."""
    return SIGN_WORDS[sign].replace("_", "-")
