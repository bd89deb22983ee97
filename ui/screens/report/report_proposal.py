"""What people write for the council proposal themselves; left empty, it is a field in the Word file."""

import streamlit as st

from reports.proposal.form_fields import COVER, DECISION, FIELDS, LONG
from reports.proposal.template_tags import tags
from texts.message import message
from ui import state
from ui.screens.report.report_choice import choice, choose
from ui.shared.page_html import show

LONGEST = 4_000


def show_fields() -> None:
    """A field for everything that a proposal asks of people, with nothing in it beforehand."""
    text, written = state.words(), dict(choice().fields)
    with st.expander(text("report_page.proposal")):
        show("text.html", text, title=None, level=3, quiet=False, lines=[text("report_page.proposal_about")])
        for key in (*COVER, *LONG, *DECISION):
            kind = st.text_area if key in LONG else st.text_input
            kind(
                text(f"proposal_field.{key}"),
                written.get(key, ""),
                placeholder=text(f"proposal_prompt.{key}"),
                max_chars=LONGEST,
                key=_key(key),
                on_change=_take,
            )


def show_tags(found: tuple[str, ...] | str) -> None:
    """Of a template with places for the proposal: what is filled, what is not known and what has no place."""
    text = state.words()
    if isinstance(found, str):
        show("warning.html", text, title=None, lines=[found])
        return
    told = tags(found, text)
    if told.known:
        lines = [text("report_page.tags_known", names=", ".join(told.known))]
        for key, names in (("unknown", told.unknown), ("missing", told.missing)):
            lines += [text.of(message(f"report_commands.tags_{key}", names=", ".join(names)))] if names else []
        show("text.html", text, title=None, level=3, quiet=False, lines=lines)


def _take() -> None:
    found = ((key, str(st.session_state.get(_key(key)) or "").strip()) for key in FIELDS)
    choose(fields=tuple((key, written) for key, written in found if written))


def _key(key: str) -> str:
    """Each case has its own proposal."""
    return f"report_field_{state.case().id}_{key}"
