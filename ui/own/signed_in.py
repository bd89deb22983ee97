"""Colleagues who sign in with their own organisation: a link is bound once, and its case opens without it from then on.

Nobody is asked to sign in anywhere else, and nothing is here without the setting.
"""

from collections.abc import Callable
from functools import partial

import streamlit as st

from cases.store import OpenedCase, StoreError, own_links
from ui import state
from ui.own import desk, own_address
from ui.shared.page_html import show
from web.sign_in_settings import sign_in


def possible() -> bool:
    """Whether whoever runs the server set sign-in up."""
    return sign_in() is not None


def show_sign_in() -> None:
    """The way in for who has no link at hand: signing in, or the cases that open for who did."""
    if not possible():
        return
    text, personal = state.words(), _personal()
    about = "own_case.sign_in_about" if personal is None else "own_case.signed_in_about"
    with st.container(key="own_way_sign_in", border=True):
        show("text.html", text, title=text("own_case.sign_in_title"), level=2, quiet=False, lines=[text(about)])
        if personal is None:
            st.button(text("own_case.sign_in"), on_click=st.login, key="own_sign_in")
            return
        cases = own_links().opened_by(personal)
        if not cases:
            show("text.html", text, title=None, level=2, quiet=True, lines=[text("own_case.signed_in_none")])
        for found in cases:
            label = text("own_case.signed_in_open", id=found.case_id, label=found.label)
            st.button(label, on_click=_open, args=(found, personal), key=f"own_signed_in_{found.case_id}")
        st.button(text("own_case.sign_out"), on_click=st.logout, key="own_sign_out")


def show_bind() -> None:
    """For who is here by a link and signed in: from now on without the link."""
    here, personal = desk.the_desk(), _personal()
    if personal is None or here.signed_in:
        return
    text = state.words()
    with st.expander(text("own_case.bind_title"), key="own_fold_bind"):
        show("text.html", text, title=None, level=2, quiet=False, lines=[text("own_case.bind_about")])
        st.button(text("own_case.bind"), on_click=_bind, args=(personal(here.case_id),), key="own_bind")


def _personal() -> Callable[[str], str] | None:
    """What opens a case for whoever signed in, from its id; None for who did not."""
    setting = sign_in()
    who = st.user.to_dict() if setting is not None else {}
    issuer, subject = who.get("iss"), who.get("sub")
    if setting is None or not who.get("is_logged_in") or not issuer or not subject:
        return None
    return partial(setting.personal_secret, str(issuer), str(subject))


def _open(found: OpenedCase, personal: Callable[[str], str]) -> None:
    st.session_state["own_refused"] = own_address.open_with_key(found.case_id, personal(found.case_id))
    here = desk.desk()
    if here is not None:
        here.signed_in = True


def _bind(personal: str) -> None:
    here = desk.the_desk()
    here.refused = here.done = None
    try:
        own_links().bind(here.case_id, here.key, personal)
    except StoreError as error:
        here.refused = error.text
    else:
        here.key, here.signed_in, here.key_is_new = personal, True, False
        here.key_was_old = False
        here.done = state.words()("own_case.bound")
