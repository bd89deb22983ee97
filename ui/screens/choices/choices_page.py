"""Keuzes: the choices of value that are built in, each made the other way once, and the topics it is silent on."""

from typing import Any

import streamlit as st

from cases.definition.model import Case
from texts.numbers import percent
from ui import navigation, state
from ui.shared.page_head import show_head
from ui.shared.page_html import show
from weighing.comparison import Comparison, compare
from weighing.coverage import coverage, says_topics, silent_share, silent_share_of, without_topic
from weighing.dimensions import by_rule
from weighing.weighing import from_profile
from wording.choice_words import choice_rows, order_text
from wording.colours import colours
from wording.criterion_words import topic_name


def show_page() -> None:
    """Every built-in choice turned round at the own weights; until all is weighed, without what that does."""
    case, text, comparison = state.case(), state.words(), state.comparison()
    show_head(text("choices.title"), [text("choices.intro")])
    own = comparison is not None and comparison.weighing.complete(case)
    off = state.visit().requirements_off
    at = comparison if comparison is not None and own else by_rule(case, "themes", state.weighing().ranges, off)
    if own:
        _choices(at)
    else:
        _choices_without_order(case)
    _coverage(at, own)


def _choices(at: Comparison) -> None:
    case, text = at.case, state.words()
    palette = colours(case)
    show(
        "choices.html",
        text,
        order=order_text(at, at.order),
        first=text.of(at.case.alternatives[at.first].label),
        undecided=at.undecided,
        alternatives=[(item, palette[item.id]) for item in case.alternatives],
        rows=choice_rows(at, text),
    )


def _choices_without_order(case: Case) -> None:
    """What is built in and what the other way is; who comes first is nobody's to say before somebody weighed."""
    text = state.words()
    show("text.html", text, title=None, level=2, quiet=False, lines=[text("choices.not_yet")])
    if st.button(text("sure.go_explore"), key="go_explore"):
        navigation.go_to("explore")
    rows = choice_rows(by_rule(case, "themes", state.weighing().ranges), text)
    heads = [text(f"choices.{head}") for head in ("choice", "built_in", "other")]
    show(
        "euro_table.html",
        text,
        caption=text("choices.title"),
        heads=heads,
        rows=[[row.name, row.built_in, row.other] for row in rows],
    )


def _coverage(at: Comparison, own: bool) -> None:
    """Where the weight goes, topic by topic of the monitor; one without a criterion is named and never filled in."""
    case, text = at.case, state.words()
    if not says_topics(case):
        show("text.html", text, title=text("coverage.title"), level=2, quiet=False, lines=[text("coverage.unsaid")])
        return
    found = coverage(case, at.weights)
    topics = [
        {
            "label": topic_name(item.topic, text),
            "criteria": [text.of(case.criterion(key).short) for key in item.criteria],
            "left_out": [text.of(case.criterion(key).short) for key in item.left_out],
            "share": item.weight,
            "shown": percent(item.weight, text.language),
            "silent": item.silent,
        }
        for item in found
    ]
    show(
        "coverage.html",
        text,
        own=own,
        topics=topics,
        silent=[item["label"] for item in topics if item["silent"]],
        without=[text.of(case.criterion(key).short) for key in without_topic(case)],
        silent_share=percent(silent_share(case), text.language),
        profiles=_profiles(at),
    )


def _profiles(at: Comparison) -> list[dict[str, Any]]:
    """Per example: how many topics its weight reaches, and what it finds important that the case lacks."""
    case, text = at.case, state.words()
    rows = []
    for profile in case.profiles:
        result = compare(case, from_profile(profile))
        if result is None:
            raise RuntimeError(f"profile '{profile.id}' weighs nothing")
        silent = silent_share_of(case, profile.id)
        rows.append(
            {
                "label": text.of(profile.label),
                "reached": sum(item.weight > 0 for item in coverage(case, result.weights)),
                "silent": "" if silent is None else percent(silent, text.language),
                "not_covered": text.of(profile.not_covered) if profile.not_covered else "",
            }
        )
    return rows
