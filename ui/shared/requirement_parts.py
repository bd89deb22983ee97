"""The hard requirements: in one line before any sum, and in a table with a switch for each that holds somebody back."""

from functools import partial

import streamlit as st

from ui import navigation, state
from ui.shared.page_html import plain, show
from weighing.requirements_tested import failing
from wording.colours import colours
from wording.requirement_line import requirement_line
from wording.requirement_words import open_sentence, requirement_rows


def show_line(*, with_button: bool = True) -> None:
    """One line above a result, with the way to the page of the whole table; nothing for a case without requirements."""
    line = requirement_line(state.case(), state.visit().requirements_off, state.words())
    if not line:
        return
    text = state.words()
    with st.container(horizontal=True, key="requirement_line", vertical_alignment="center"):
        show("requirement_line.html", text, line=line)
        if with_button and st.button(text("requirement.see"), key="go_who", type="tertiary", width="content"):
            navigation.go_to("who")


def show_requirements() -> None:
    """The table of requirements by alternative, with switches; one sentence for a case that has none."""
    case, text = state.case(), state.words()
    show("text.html", text, title=text("requirement.title"), level=2, quiet=False, lines=[text("requirement.intro")])
    if not case.requirements:
        show("text.html", text, title=None, level=3, quiet=False, lines=[text("requirement.none")])
        return
    comparison = state.comparison()
    if comparison is not None:
        lines = [open_sentence(comparison, text)]
        show("text.html", text, title=None, level=3, quiet=False, lines=lines)
    _switches()
    palette = colours(case)
    columns = [{"alternative": item, "colour": palette[item.id]} for item in case.alternatives]
    rows = requirement_rows(case, text)
    off = state.visit().requirements_off
    show("requirements.html", text, columns=columns, rows=rows, off=off, sources=case.sources)


def _switches() -> None:
    """Only for requirements that hold somebody back: switching off another one would change nothing."""
    case, text = state.case(), state.words()
    holding = {item.id for alternative in case.alternatives for item in failing(case, alternative.id)}
    if not holding:
        show("text.html", text, title=None, level=3, quiet=True, lines=[text("requirement.no_switch")])
        return
    for requirement in case.requirements:
        if requirement.id in holding:
            widget = f"requirement_{requirement.id}"
            st.toggle(
                text("requirement.switch", requirement=plain(text.of(requirement.label))),
                value=requirement.id not in state.visit().requirements_off,
                key=widget,
                on_change=partial(_switch, requirement.id, widget),
            )


def _switch(requirement_id: str, widget: str) -> None:
    state.switch_requirement(requirement_id, bool(st.session_state[widget]))
