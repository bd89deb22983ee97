"""The link with which a planner opens an own case: its key goes from the address into the session, and out of sight."""

from urllib.parse import parse_qs, urlencode, urlsplit

import streamlit as st

from cases.store import StoreError
from cases.workbook.draft import NoDraftError
from texts import DEFAULT_LANGUAGE, Told
from ui import state
from ui.own import desk
from web import shared_cases

KEY, CASE = "beheer", "zaak"


def take_key() -> None:
    """When the address holds a key, open its case and take both out of the address, before anything is shown."""
    key, case_id = st.query_params.get(KEY), st.query_params.get(CASE)
    if key is None:
        return
    for name in (KEY, CASE):
        if name in st.query_params:
            del st.query_params[name]
    st.session_state["own_refused"] = open_with_key(case_id or "", key)


def open_with_key(case_id: str, key: str) -> Told | None:
    """Open a case with its key; returns why that cannot be, or None when it is open.

    When it is in the list of cases, the other pages show it too.
    """
    try:
        desk.enter(case_id, key)
    except StoreError as error:
        return error.text
    except NoDraftError:
        return desk.UNREADABLE
    if case_id in shared_cases.sound():
        state.open_case(case_id)
    return None


def parts_of(link: str) -> tuple[str, str] | None:
    """The id and the key in a link that somebody pasted; None when they are not in it."""
    found = parse_qs(urlsplit(link.strip()).query)
    if KEY in found and CASE in found:
        return found[CASE][-1], found[KEY][-1]
    return None


def link_to(case_id: str, key: str) -> str:
    """The link that opens the case from anywhere, in the language of now."""
    page = str(st.context.url or "").partition("?")[0]
    language = state.words().language
    parts = {CASE: case_id, KEY: key} | ({} if language == DEFAULT_LANGUAGE else {"lang": language})
    return f"{page}?{urlencode(parts)}"
