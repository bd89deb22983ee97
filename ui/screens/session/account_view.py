"""The account of a session for who leads it: read it, say what was done with it, take words out, keep it as a file."""

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from cases.store import StoreError
from texts.numbers import day
from ui import state
from ui.shared.page_html import plain, say, sentence, show
from web.rooms.wire import phrase_guesses
from workshop.account import LONGEST_DONE
from workshop.account_files import account_csv, account_json, case_with_account
from workshop.account_parts import account_parts
from workshop.news import STATE
from workshop.room_errors import NoSuchRoomError, RoomError, WrongSecretError
from workshop.room_secrets import typed_code
from workshop.room_store import Session
from workshop.sayings import LONGEST_SAID, SAYING_KINDS
from workshop.this_rooms import accounts, leading, news, room_store, sayings

OPENED = "session_opened"
TOLD = "session_told"


def opened() -> tuple[str, str] | None:
    """The code and the secret of the session that is open here."""
    found: tuple[str, str] | None = st.session_state.get(OPENED)
    return found


def open_session(code: str, secret: str) -> None:
    """Show the account of this session from now on."""
    st.session_state[OPENED] = (code, secret)


def show_account() -> None:
    """The field that opens a session, or the one that is open."""
    text, here = state.words(), opened()
    told = st.session_state.pop(TOLD, None)
    if told is not None:
        say(*told)
    if here is None:
        with st.container(border=True, key="session_open_box"):
            show("text.html", text, title=text("session.open_title"), level=2, quiet=False,
                 lines=[text("session.open_about")])  # fmt: skip
            # In a form, since a hidden field that one leaves by the keyboard keeps what was typed to itself.
            with st.form("session_open_form", border=False):
                st.text_input(text("session.open_link"), type="password", key="session_open_link")
                st.text_input(text("session.open_code"), max_chars=16, key="session_open_code")
                st.text_input(text("session.passphrase"), type="password", key="session_open_phrase")
                st.form_submit_button(text("session.open_button"), key="session_open_button", on_click=_open)
        return
    try:
        room = leading().room(*here)
    except (NoSuchRoomError, WrongSecretError) as error:
        st.session_state[OPENED] = None
        say("error", sentence(text.of(error.text)))
        return
    _session(room)


def _open() -> None:
    """By the whole link of the desk, or by code and passphrase; wrong ones are counted as at the desk."""
    found, who = st.session_state, visitor()
    code, _, secret = found["session_open_link"].strip().rpartition("/")[2].partition("#")
    code = typed_code(code or found["session_open_code"])
    if wait := phrase_guesses().wait(who):
        _tell(RoomError("room.too_fast", seconds=wait))
        return
    try:
        if not secret:
            secret = leading().enter(code, found["session_open_phrase"])
        leading().room(code, secret)
    except (NoSuchRoomError, WrongSecretError) as error:
        phrase_guesses().take(who)
        _tell(error)
    except StoreError as error:
        _tell(error)
    else:
        found["session_open_link"] = found["session_open_phrase"] = ""
        open_session(code, secret)


def visitor() -> str:
    """The connection of this visitor, for whom wrong passphrases are counted."""
    return str(st.context.ip_address or "")


def _tell(error: StoreError) -> None:
    st.session_state[TOLD] = ("error", sentence(state.words().of(error.text)))


def _session(room: Session) -> None:
    text = state.words()
    show("text.html", text, title=room.plan.title, level=1, quiet=False,
         lines=[text(f"session.stands_{room.state.phase}"), *_kept_until(room)])  # fmt: skip
    st.button(text("session.put_away"), key="session_put_away", on_click=_put_away)
    facts = accounts().read(room.code)
    if facts is None:
        return
    case = room_store().case(room)
    with st.container(border=True, key="session_done_box"):
        _done(facts)
    parts = [part for part in account_parts(facts, case, text) if part.id != "done"]
    with st.container(border=True, key="session_account"):
        show("session_account.html", text, parts=parts)
    with st.container(border=True, key="session_words_box"):
        _words(room, facts)
    with st.container(border=True, key="session_files"):
        show("text.html", text, title=text("session.files"), level=2, quiet=False,
             lines=[text("session.files_about")])  # fmt: skip
        name = f"{text('session.account_file')}-{room.code}"
        with st.container(horizontal=True):
            for label, make, ending, kind in (
                ("case", lambda: case_with_account(room_store(), room, facts), "zip", "application/zip"),
                ("csv", lambda: account_csv(facts, case, text.language), "csv", "text/csv"),
                ("json", lambda: account_json(facts), "json", "application/json"),
            ):
                st.download_button(text(f"session.file_{label}"), make, f"{name}.{ending}", kind,
                                   key=f"session_file_{label}", on_click="ignore")  # fmt: skip


def _kept_until(room: Session) -> list[str]:
    text = state.words()
    if room.emptied is not None:
        return [text("session.emptied", day=_day(room.emptied))]
    return [] if room.remove_after is None else [text("session.removed_on", day=_day(room.remove_after))]


def _day(moment: str) -> str:
    return day(date.fromisoformat(moment[:10]), state.words().language)


def _put_away() -> None:
    st.session_state[OPENED] = None


def _done(facts: dict[str, Any]) -> None:
    text = state.words()
    show("text.html", text, title=text("room_account.done"), level=2, quiet=False,
         lines=[text("session.done_about")])  # fmt: skip
    st.text_area(text("session.done"), facts["done"], max_chars=LONGEST_DONE, key="session_done")
    st.date_input(text("session.decided"), facts["decided"], key="session_decided", format="DD-MM-YYYY")
    st.button(text("session.done_save"), type="primary", key="session_done_save", on_click=_save_done)


def _save_done() -> None:
    found = st.session_state
    _change(lambda code, secret: accounts().fill_in(code, secret, found["session_done"], found["session_decided"]))


def _words(room: Session, facts: dict[str, Any]) -> None:
    """Notes can be added as long as the answers are there; words can always be taken out."""
    text = state.words()
    if room.emptied is None:
        show("text.html", text, title=text("session.add_words"), level=2, quiet=False, lines=[])
        st.radio(text("session.add_kind"), SAYING_KINDS, format_func=lambda key: text(f"session.say_{key}"),
                 key="session_add_kind", horizontal=True)  # fmt: skip
        st.text_area(text("session.add_text"), max_chars=LONGEST_SAID, key="session_add_text",
                     help=text("room.no_names"))  # fmt: skip
        st.button(text("session.add_button"), key="session_add_button", on_click=_add)
    if facts["said"]:
        said = {item["number"]: item["words"] for item in facts["said"]}
        st.selectbox(text("session.strike"), list(said), None, key="session_strike",
                     placeholder=text("session.choose_words"),
                     format_func=lambda number: plain(said[number]))  # fmt: skip
        st.button(text("session.strike_button"), key="session_strike_button", on_click=_strike)


def _add() -> None:
    found, language = st.session_state, state.words().language
    kind, words = found["session_add_kind"], found["session_add_text"]
    if _change(lambda code, secret: sayings().write(code, secret, kind, words, language)):
        found["session_add_text"] = ""


def _strike() -> None:
    number = st.session_state["session_strike"]
    if number is not None:
        _change(lambda code, secret: accounts().strike(code, secret, number))


def _change(how: Callable[[str, str], None]) -> bool:
    """Change the account that is open and say so; whether that went well."""
    here = opened()
    if here is None:
        return False
    try:
        how(*here)
    except StoreError as error:
        _tell(error)
        return False
    news().tell(here[0], STATE)
    st.session_state[TOLD] = ("success", state.words()("session.saved"))
    return True
