"""Eigen zaak: make a case from a spreadsheet or in tables, with every mistake beside its cell, versions and export."""

from collections.abc import Callable

import streamlit as st

from cases.store import About, StoreError, own_cases
from cases.store.configuration import ConfigurationError
from cases.store.rights import Action
from files.fields import CASE_LANGUAGES, case_language
from ui import state
from ui.own import (
    clash_choices,
    comment_parts,
    desk,
    editor,
    manage,
    own_address,
    own_pictures,
    own_start,
    shared_links,
    signed_in,
    translation_table,
    upload,
    versions,
)
from ui.own.clock import time_of
from ui.shared import proposal_parts
from ui.shared.finding_parts import show_findings
from ui.shared.page_html import say, sentence, show

TABS: dict[str, Action] = {
    "data": "draft",
    "upload": "save_draft",
    "pictures": "save_draft",
    "translation": "save_draft",
    "comments": "draft",
    "findings": "draft",
    "versions": "draft",
    "proposals": "answer",
    "manage": "draft",
}
"""The parts of the screen, each with what one must be allowed to do to see it."""


def show_page() -> None:
    """The start, or the case that is open; one sentence when own cases are off or the store does not answer."""
    text = state.words()
    try:
        own_cases()
        with st.container(key="own_page"):
            _page()
        own_address.keep_cookie()
    except StoreError as error:
        show("text.html", text, title=text("own_case.title"), level=1, quiet=False,
             lines=[sentence(text.of(error.text))])  # fmt: skip
    except ConfigurationError as error:
        show("text.html", text, title=text("own_case.title"), level=1, quiet=False, lines=[str(error)])
    show("own_footer.html", text)


def _page() -> None:
    text, here = state.words(), desk.desk()
    if here is None:
        show("text.html", text, title=text("own_case.title"), level=1, quiet=False, lines=[])
        own_start.show_start()
        return
    about = own_cases().about(here.case_id)
    titles = (here.draft.cell("title", code) for code in (case_language(text.language), *CASE_LANGUAGES))
    title = next(filter(None, titles), here.case_id)
    kept = "own_case.saved" if here.trouble is None else "own_case.saved_before"
    saved = text(kept, when=time_of(here.saved, seconds=True))
    show("own_head.html", text, title=title, case_id=here.case_id, saved=saved, about=about)
    _role()
    _key()
    _messages()
    if here.clashes:
        clash_choices.show_clashes()
        return
    if about.deleted is not None:
        manage.show_deleted(about)
        return
    if about.frozen is not None:
        say("info", text("own_case.frozen", why=about.frozen))
    _tabs()
    _part(here, about)


def _part(here: desk.Desk, about: About) -> None:
    """The part of the screen that is chosen."""
    parts: dict[str, Callable[[], None]] = {
        "data": editor.show_editor,
        "upload": upload.show_upload,
        "pictures": own_pictures.show_pictures,
        "translation": translation_table.show_translation,
        "comments": comment_parts.show_comments,
        "findings": _findings,
        "versions": versions.show_versions,
        "proposals": lambda: proposal_parts.show_review(here.case_id, here.key, here.access.role),
        "manage": lambda: manage.show_manage(about),
    }
    parts[here.tab]()


def _tabs() -> None:
    text, here = state.words(), desk.the_desk()

    def keep() -> None:
        here = desk.the_desk()
        here.tab = st.session_state["own_tab"]
        here.done = here.refused = None
        here.joined = here.take_in()

    st.session_state["own_tab"] = here.tab
    st.segmented_control(
        text("own_case.tabs"),
        [tab for tab, action in TABS.items() if here.access.may(action)],
        format_func=lambda tab: text(f"own_case.tab_{tab}"),
        key="own_tab",
        on_change=keep,
        required=True,
        label_visibility="collapsed",
    )


def _role() -> None:
    """As whom the case was opened, for who does not manage it."""
    text, here = state.words(), desk.the_desk()
    access, said = here.access, "own_case.your_role_signed_in" if here.signed_in else "own_case.your_role"
    if access.role != "manage":
        line = text(said, label=access.label, may=text(f"own_case.role_{access.role}_about"))
        show("text.html", text, title=None, level=2, quiet=False, lines=[line])
        signed_in.show_bind()


def _key() -> None:
    """The link to a case that is new, or new in this form: shown until somebody says that it was kept."""
    text, here = state.words(), desk.the_desk()
    if not here.key_is_new:
        return
    with st.container(border=True, key="own_key"):
        show("text.html", text, title=text("own_case.key_title"), level=2, quiet=False,
             lines=[text("own_case.key_was_old" if here.key_was_old else "own_case.key_about")])  # fmt: skip
        st.code(own_address.link_to(here.case_id, here.key), language=None, wrap_lines=True)
        with st.container(horizontal=True):
            st.button(text("own_case.key_kept"), on_click=_kept, type="primary", key="own_key_kept")
            if here.key_was_old and here.access.may("new_key"):
                st.button(text("own_case.renew"), on_click=shared_links.renew, key="own_key_renew")


def _kept() -> None:
    desk.the_desk().key_is_new = desk.the_desk().key_was_old = False


def _messages() -> None:
    """What was just done, what stood in the way, and what came in from another window."""
    text, here = state.words(), desk.the_desk()
    if here.done is not None or here.refused is not None:
        with st.container(key="own_messages"):  # in view, wherever on the page the button stands
            if here.done is not None:
                say("success", here.done)
            if here.refused is not None:
                say("error", text("own_case.not_done", why=sentence(text.of(here.refused))))
    if here.trouble is not None:
        say("error", text("own_case.not_saved", why=sentence(text.of(here.trouble))))
        st.button(text("own_case.save_again"), on_click=desk.save, key="own_save_again")
    if here.joined and not here.clashes:
        say("info", text("own_case.joined"))


def _findings() -> None:
    text, read = state.words(), desk.check()
    if read.case is None:
        lines = [text("own_case.findings_not_yet", count=len(read.problems))]
        show("text.html", text, title=text("own_case.tab_findings"), level=2, quiet=False, lines=lines)
    else:
        show_findings(read.case)
