"""Sessie: prepare a live session, and find the account of one again. Nobody has an account, so there is no list."""

import streamlit as st

from cases.store import StoreError
from ui import state
from ui.screens.session import account_view, session_form, session_links
from ui.shared.page_html import sentence, show
from workshop.this_rooms import room_store


def show_page() -> None:
    """The form, or the links of a session that was just prepared; below it the way to a session that is there."""
    text = state.words()
    try:
        room_store()
        with st.container(key="session_page"):
            if session_links.made() is not None:
                session_links.show_links()
                return
            if account_view.opened() is None:
                show("text.html", text, title=text("session.title"), level=1, quiet=False,
                     lines=[text("session.intro")])  # fmt: skip
                session_form.show_form()
            account_view.show_account()
    except StoreError as error:
        show("text.html", text, title=text("session.title"), level=1, quiet=False,
             lines=[sentence(text.of(error.text))])  # fmt: skip
