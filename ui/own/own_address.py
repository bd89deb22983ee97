"""The link with which a planner opens an own case: its secret comes in by a cookie, and is in no address we show."""

from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import streamlit as st

from cases.store import NoSuchCaseError, StoreError, WrongKeyError, own_cases
from cases.workbook.draft import NoDraftError
from texts import DEFAULT_LANGUAGE, Told
from ui import state
from ui.own import desk, in_view
from web import shared_cases
from web.key_links import CASE, COOKIE, OLD, OLD_KEY, SECRET

POST = """let last = null;
export default ({ data }) => {
  if (data.body === last) return;
  last = data.body;
  fetch(new URL("sleutel", window.__streamlit.BACKEND_BASE_URL), { method: "POST", body: data.body });
};"""


def take_key() -> None:
    """Open the case of the cookie at the start of a session, and put a case away of which the link was withdrawn."""
    if "own_cookie" not in st.session_state:
        st.session_state["own_cookie"] = found = cookie()
        if found:
            case_id, _, rest = found.partition(".")
            secret, _, old = rest.partition(".")
            # A link to a case goes before the own case that this browser remembers.
            st.session_state["own_refused"] = open_with_key(case_id, secret, "case" not in st.query_params)
            here = desk.desk()
            if here is not None and old == OLD:
                here.key_is_new, here.key_was_old = True, True
    here = desk.desk()
    if here is not None:
        try:
            own_cases().access(here.case_id, here.key)
        except (WrongKeyError, NoSuchCaseError) as error:
            st.session_state["own_refused"] = error.text
            put_away()
        except StoreError:  # the page says so itself
            pass


def cookie() -> str:
    """What the browser brought along: the id, the secret, and whether they came by a link of the old kind."""
    found = st.context.cookies.get(COOKIE)
    return found if isinstance(found, str) else ""


def put_away() -> None:
    """Close the case, and no longer show a version of it that is not in the list."""
    desk.leave()
    in_view.preview(None)


def open_with_key(case_id: str, key: str, everywhere: bool = True) -> Told | None:
    """Open a case with its key; returns why that cannot be, or None when it is open.

    When it is in the list of cases, the other pages show it too, unless ``everywhere`` is False.
    """
    try:
        desk.enter(case_id, key)
    except StoreError as error:
        return error.text
    except NoDraftError:
        return desk.UNREADABLE
    if everywhere and case_id in shared_cases.sound():
        state.open_case(case_id)
    return None


def parts_of(link: str) -> tuple[str, str] | None:
    """The id and the secret in a link that somebody pasted, of now or of before; None when they are not in it."""
    address = urlsplit(link.strip())
    for part, name in ((address.fragment, SECRET), (address.query, OLD_KEY)):
        found = parse_qs(part)
        if name in found and CASE in found:
            return found[CASE][-1], found[name][-1]
    return None


def link_to(case_id: str, key: str) -> str:
    """The link that opens the case from anywhere, in the language of now."""
    page = str(st.context.url or "").partition("?")[0]
    language = state.words().language
    asked = "" if language == DEFAULT_LANGUAGE else f"?{urlencode({'lang': language})}"
    return f"{page}{asked}#{urlencode({CASE: case_id, SECRET: key})}"


def keep_cookie() -> None:
    """Let the browser remember the case that is open, so that it opens again after a reload, or forget the last one."""
    here, known = desk.desk(), cookie()
    if here is not None and here.signed_in:  # opens by signing in, and no longer after signing out
        here = None
    wanted = "" if here is None else f"{here.case_id}.{here.key}"
    old = here is not None and here.key_was_old
    if known != wanted + f".{OLD}" * old:
        parts = {} if here is None else {CASE: here.case_id, SECRET: here.key} | ({OLD: "1"} if old else {})
        _post()(key="own_key_cookie", data={"body": urlencode(parts)})


@cache
def _post() -> Any:
    """Posts a link, which comes back as a cookie."""
    return st.components.v2.component("waardenweger_key_cookie", html="<span hidden></span>", js=POST)
