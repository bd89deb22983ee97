"""What a draft still lacks for a report for the council, as a list of things to do, and the way to look at it now."""

from collections.abc import Mapping

import streamlit as st

from cases.definition.draft_state import to_do
from cases.definition.model import Case
from ui import navigation, state
from ui.own import desk, in_view
from ui.own.gap_form import show_gap_form
from ui.shared.page_html import show


def show_to_do(case: Case, files: Mapping[str, bytes]) -> None:
    """The list, and the button to the other screens; nothing for a case that is no draft."""
    text = state.words()
    if case.state != "draft":
        return
    with st.container(border=True, key="own_to_do"):
        missing = to_do(case)
        show("draft_to_do.html", text, items=[text.of(found.text) for found in missing])
        show_gap_form()
        if not missing and desk.the_desk().access.may("save_draft"):
            st.button(text("draft_gate.whole"), on_click=_whole, type="primary", key="own_whole")
        if st.button(text("draft_gate.look"), key="own_look"):
            in_view.preview(case, files)
            navigation.go_to("case")


def _whole() -> None:
    """The draft is a case from here on: the ordinary check holds."""
    desk.change(desk.the_desk().draft.with_cell("state", "value", ""))
