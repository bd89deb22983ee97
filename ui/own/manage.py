"""Looking after a case: take it out as a file, freeze its facts, put it away, delete it and have it back."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cases.store import About, StoreError, own_cases
from cases.store.four_eyes import has_four_eyes, set_four_eyes
from texts.numbers import day
from ui import state
from ui.own import desk, export, in_view, own_address, shared_links
from ui.shared.page_html import say, show
from web import shared_cases


def show_manage(about: About) -> None:
    """The case as a file, then freezing its facts, putting it away here, and deleting it."""
    text, here, read = state.words(), desk.the_desk(), desk.check()
    show("text.html", text, title=text("own_case.export_title"), level=2, quiet=False,
         lines=[text("own_case.export_about" if read.case else "own_case.export_broken")])  # fmt: skip
    if read.case is not None:
        export.show_downloads(read.case, read.files, "draft")
    else:
        export.show_draft(here.draft, here.case_id)
    if here.access.may("links"):
        shared_links.show_links()
        _four_eyes()
    if here.access.may("freeze"):
        _freeze(about)
    show("text.html", text, title=text("own_case.leave_title"), level=2, quiet=False,
         lines=[text("own_case.leave_about")])  # fmt: skip
    st.button(text("own_case.leave"), on_click=own_address.put_away, key="own_leave")
    if here.access.may("delete"):
        _delete()


def show_deleted(about: About) -> None:
    """All that is left of the screen when the case was deleted."""
    text, here = state.words(), desk.the_desk()
    last = day(about.last_day, text.language) if about.last_day is not None else ""
    say("warning", text("own_case.deleted", last=last))
    with st.container(horizontal=True):
        if here.access.may("restore"):
            st.button(text("own_case.restore"), on_click=_do, args=("restore",), type="primary", key="own_restore")
        st.button(text("own_case.leave"), on_click=own_address.put_away, key="own_leave")
    newest = own_cases().versions(here.case_id)[:1]
    if newest:
        export.show_newest(here.case_id, newest[0])


def _four_eyes() -> None:
    text, here = state.words(), desk.the_desk()
    on = has_four_eyes(own_cases().store, here.case_id)
    with _folded("four_eyes"):
        show("text.html", text, title=None, level=2, quiet=False, lines=[text("own_case.four_eyes_about")])
        label = text("own_case.four_eyes_stop" if on else "own_case.four_eyes_start")
        st.button(label, on_click=_set_four_eyes, args=(not on,), key="own_four_eyes")


def _folded(part: str) -> DeltaGenerator:
    """What one seldom does stands behind its title: on a phone the whole is otherwise four screens long."""
    return st.expander(state.words()(f"own_case.{part}_title"), key=f"own_fold_{part}")


def _set_four_eyes(on: bool) -> None:
    here = desk.the_desk()
    here.refused = here.done = None
    try:
        set_four_eyes(own_cases().store, here.case_id, here.key, on)
    except StoreError as error:
        here.refused = error.text
    else:
        here.done = state.words()("own_case.done_four_eyes_on" if on else "own_case.done_four_eyes_off")


def _freeze(about: About) -> None:
    text = state.words()
    action = "freeze" if about.frozen is None else "unfreeze"
    with _folded("freeze"), st.form(f"own_{action}", border=False):
        show("text.html", text, title=None, level=2, quiet=False, lines=[text("own_case.freeze_about")])
        why = st.text_input(text("own_case.freeze_why"), max_chars=300, key=f"own_{action}_why")
        if st.form_submit_button(text(f"own_case.{action}"), key=f"own_{action}_button"):
            _do(action, why)
            st.rerun()


def _delete() -> None:
    text, here = state.words(), desk.the_desk()
    with _folded("delete"), st.form("own_delete", border=False):
        show("text.html", text, title=None, level=2, quiet=False, lines=[text("own_case.delete_about")])
        typed = st.text_input(text("own_case.delete_type", id=here.case_id), key="own_delete_id")
        if st.form_submit_button(text("own_case.delete"), key="own_delete_button"):
            if typed.strip() != here.case_id:
                say("error", text("own_case.delete_wrong", id=here.case_id))
            else:
                _do("delete")
                st.rerun()


def _do(action: str, *words: str) -> None:
    """One change of the store; what stands in the way is kept for the screen."""
    here = desk.the_desk()
    here.refused = here.done = None
    try:
        getattr(own_cases(), action)(here.case_id, here.key, *words)
    except StoreError as error:
        here.refused = error.text
        return
    if action != "delete":  # the screen that is left says so itself
        here.done = state.words()(f"own_case.done_{action}")
    shared_cases.forget()
    in_view.preview(None)
