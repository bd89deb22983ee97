"""Effecten: the effects table, every number with its source one click away, and what overlaps with what."""

from typing import Any

import streamlit as st

from cases.definition.criterion import Criterion
from cases.definition.model import Case, Performance
from cases.definition.story import Story
from cases.definition.story_lookup import stories_about
from texts import Words
from texts.glossary import terms
from texts.numbers import quantity
from ui import state
from ui.screens.euros import euro_parts
from ui.shared.page_html import show
from weighing.arrays import yardstick_sign
from wording.colours import colours
from wording.effect_words import amount, ends_text, performance_text
from wording.story_rows import StoryRow, story_rows

TERMS = ("effect", "criterion", "indicator", "unit", "uncertainty_range", "evidence_quality", "assumption")
TIMES = ("now", "later", "elsewhere")
SIGNS = {
    "++": ("much-better", "much_better"),
    "+": ("better", "better"),
    "0": ("same", "same"),
    "-": ("worse", "worse"),
    "--": ("much-worse", "much_worse"),
}
MINUS = "\N{MINUS SIGN}"


def show_page() -> None:
    case, text = state.case(), state.words()
    show("text.html", text, title=text("effects.title"), level=1, quiet=False, lines=[text("effects.intro")])
    reference = text.of(case.alternative(case.reference).label)
    signs = [(_shown(sign), look, text(f"effects.{word}")) for sign, (look, word) in SIGNS.items()]
    show("effects_signs.html", text, reference=reference, signs=signs)
    show("terms.html", text, terms=terms(text.language, TERMS))
    by = st.segmented_control(
        text("effects.group"),
        ["theme", "time"],
        default="theme",
        required=True,
        format_func=lambda key: text(f"effects.by_{key}"),
        key="group_effects",
    )
    euro_parts.show_note(summed=False)
    show(
        "effects_table.html",
        text,
        columns=_columns(case),
        groups=_groups(case, str(by), text),
        all_sources=case.sources,
    )
    show("overlaps.html", text, pairs=_overlaps(case, text))


def _columns(case: Case) -> list[dict[str, Any]]:
    palette = colours(case)
    return [
        {"alternative": item, "colour": palette[item.id], "reference": item.id == case.reference}
        for item in case.alternatives
    ]


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
    yardstick = criterion.yardstick
    worst, best = ends_text(criterion, "main", text)
    range_text = text("effects.score_range_text", worst=worst, best=best)
    if criterion.second_range is not None:
        worst, best = ends_text(criterion, "second", text)
        range_text += " " + text("effects.score_range_second", worst=worst, best=best)
    return {
        "criterion": criterion,
        "yardstick": text(
            "effects.yardstick_text",
            some=amount(criterion, yardstick.some, text),
            much=amount(criterion, yardstick.much, text),
        ),
        "range_text": range_text,
        "topic": text("topic." + criterion.monitor_topic.replace(".", "_"))
        if criterion.monitor_topic
        else text("effects.no_topic"),
        "overlaps": [
            {
                "names": text.listed([text.of(case.criterion(key).label) for key in overlap.criteria]),
                "why": text.of(overlap.why),
            }
            for overlap in criterion.overlaps
        ],
        "cells": [_cell(case, criterion, column, text) for column in _columns(case)],
        "stories": [row for story, row in _stories(case, criterion, text) if story.alternative is None],
    }


def _cell(case: Case, criterion: Criterion, column: dict[str, Any], text: Words) -> dict[str, Any]:
    performance = case.performances[column["alternative"].id, criterion.id]
    sign = None if column["reference"] else yardstick_sign(case, column["alternative"].id, criterion.id)
    look, word = SIGNS.get(sign or "", ("", ""))
    low, high = performance.low, performance.high
    return column | {
        "value": performance_text(criterion, performance, text),
        "known": performance.value is not None,
        "range": text(
            "effects.range_of",
            low=quantity(low, text.language, criterion.decimals),
            high=quantity(high, text.language, criterion.decimals),
        )
        if low is not None and high is not None and low != high
        else None,
        "grade": performance.grade,
        "sign": _shown(sign) if sign else None,
        "sign_class": look,
        "sign_text": text(f"effects.{word}") if word else "",
        "note": text.of(performance.note) if performance.note else None,
        "cut": _is_cut(criterion, performance),
        "sources": [case.sources[key] for key in performance.sources],
        "stories": [
            row for story, row in _stories(case, criterion, text) if story.alternative == column["alternative"].id
        ],
    }


def _stories(case: Case, criterion: Criterion, text: Words) -> list[tuple[Story, StoryRow]]:
    """The stories of a criterion with their words; both come in the order of the file."""
    return list(zip(stories_about(case, criterion.id), story_rows(case, text, criterion.id), strict=True))


def _is_cut(criterion: Criterion, performance: Performance) -> bool:
    """True when an estimate lies outside the main range, so that its score stops at 0 or 100."""
    if criterion.range is None:
        return False
    low, high = sorted((criterion.range.worst, criterion.range.best))
    values = (performance.low, performance.value, performance.high)
    return any(value is not None and not low <= value <= high for value in values)


def _shown(sign: str) -> str:
    return sign.replace("-", MINUS)


def _overlaps(case: Case, text: Words) -> list[dict[str, Any]]:
    """Each pair once, with how the sum deals with it."""
    pairs: dict[frozenset[str], dict[str, Any]] = {}
    for criterion in case.criteria:
        for overlap in criterion.overlaps:
            for other in map(case.criterion, overlap.criteria):
                both = criterion.in_sum and other.in_sum
                pairs.setdefault(
                    frozenset((criterion.id, other.id)),
                    {
                        "names": text.listed([text.of(item.label) for item in (criterion, other)]),
                        "rule": text("effects.counts_in_theme" if both else "effects.counts_once"),
                        "why": text.of(overlap.why),
                    },
                )
    return list(pairs.values())
