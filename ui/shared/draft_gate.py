"""What a page of a draft shows in place of what cannot be worked out yet: one sentence, and the door to add it."""

from collections.abc import Iterable

import streamlit as st

from cases.definition.draft_state import Need, lacking
from ui import state
from ui.shared.page_html import show


def show_lack(needs: Iterable[Need], title: str | None) -> bool:
    """Say what the case in view lacks first of what is needed; False when it lacks none of it.

    Args:
        needs: of the page, or of a part of it.
        title: key of the title of the page; None for a part of it.
    """
    visit, text, needed = state.visit(), state.words(), set(needs)
    found = [] if visit.case is None else [need for need in lacking(visit.case) if need in needed]
    if not found:
        return False
    show(
        "text.html",
        text,
        title=None if title is None else text(title),
        level=1,
        quiet=False,
        lines=[text(f"draft_gate.{found[0]}")],
    )
    if st.button(text("draft_gate.to_own"), key=f"draft_to_own_{found[0]}"):
        st.switch_page(st.session_state["pages"]["own"])
    return True
