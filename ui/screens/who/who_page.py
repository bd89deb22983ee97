"""Wie en wanneer: who gains and loses, now, later and elsewhere, and what is missing; hard requirements before all."""

import streamlit as st

from texts.glossary import terms
from ui import state
from ui.screens.who import dimension_parts, theme_parts, who_parts
from ui.shared import requirement_parts
from ui.shared.page_head import show_head
from ui.shared.page_html import show
from ui.visit import WHO_PARTS
from weighing.dimensions import by_rule
from wording.colours import colours
from wording.gap_words import gap_parts

TERMS = ("hard_requirement", "vulnerable_group", "uncertainty_range", "evidence_quality", "elsewhere")


def show_page() -> None:
    """The hard requirements in one line, then one of the `WHO_PARTS`."""
    text = state.words()
    show_head(text("who.title"), [text("who.intro")], with_button=False)
    part = st.segmented_control(
        text("who.part"),
        WHO_PARTS,
        default=state.visit().who.part,
        required=True,
        format_func=lambda key: text(f"who.part_{key}"),
        label_visibility="collapsed",
        key="who_part",
        on_change=_choose_part,
    )
    {
        "groups": who_parts.show_groups,
        "time": dimension_parts.show_dimensions,
        "requirements": requirement_parts.show_requirements,
        "themes": theme_parts.show_themes,
        "gaps": _gaps,
    }[str(part)]()
    show("terms.html", text, terms=terms(text.language, TERMS))


def _choose_part() -> None:
    state.choose_who(part=st.session_state["who_part"])


def _gaps() -> None:
    """One list; at the weights given, or else with every theme the same."""
    case, text, comparison = state.case(), state.words(), state.comparison()
    own = comparison is not None and comparison.weighing.complete(case)
    at = comparison if comparison is not None and own else by_rule(case, "themes", state.weighing().ranges)
    show("who_gaps.html", text, own=own, parts=gap_parts(at, text), palette=colours(case))
