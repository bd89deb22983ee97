"""The addresses of a session that was just prepared. The secret of who leads is shown here once, and kept nowhere."""

from base64 import b64encode
from dataclasses import dataclass

import streamlit as st

from cases.store.configuration import settings
from ui import state
from ui.screens.session import account_view
from ui.shared.page_html import render, say, show
from web.rooms.join_address import qr_svg, typed_address
from workshop.leading import Prepared
from workshop.plan import SessionPlan

MADE = "session_made"


@dataclass(frozen=True)
class MadeSession:
    """A session of which the links are in view."""

    code: str
    secret: str
    title: str
    joining: str


def made() -> MadeSession | None:
    """The session of which the links were not put away yet."""
    found: MadeSession | None = st.session_state.get(MADE)
    return found


def keep(prepared: Prepared, plan: SessionPlan) -> None:
    """Show the links of this session from now on."""
    st.session_state[MADE] = MadeSession(prepared.code, prepared.secret, plan.title, plan.joining)


def address_of(path: str) -> str:
    """A whole address: of the settings, otherwise that by which this page was opened."""
    base = settings().address or str(st.context.url or "").partition("?")[0].rpartition("/")[0]
    return f"{base.rstrip('/')}/{path}"


def show_links() -> None:
    """Three addresses, the sheet to print, and what to do next."""
    text, here = state.words(), made()
    if here is None:
        return
    join, wall = address_of(f"s/{here.code}"), address_of(f"zaal/{here.code}")
    desk = address_of(f"leid/{here.code}#{here.secret}")
    show("text.html", text, title=text("session.ready", title=here.title), level=1, quiet=False, lines=[])
    with st.container(border=True, key="session_desk"):
        show("text.html", text, title=text("session.desk_link"), level=2, quiet=False, lines=[])
        say("warning", text("session.keep_link"))
        st.code(desk, language=None, wrap_lines=True)
        st.link_button(text("session.open_desk"), desk, type="primary")
    with st.container(border=True, key="session_wall"):
        show("text.html", text, title=text("session.wall_link"), level=2, quiet=False,
             lines=[text("session.wall_about")])  # fmt: skip
        st.code(wall, language=None, wrap_lines=True)
    drawn = b64encode(qr_svg(join).encode()).decode()  # as a picture: Streamlit takes drawings out of pages
    with st.container(border=True, key="session_join"):
        show("session_join.html", text, qr=drawn, code=here.code, typed=typed_address(join),
             cards=here.joining != "open")  # fmt: skip
        st.code(join, language=None, wrap_lines=True)
    sheet = render("session_sheet.html", text, title=here.title, join=join, wall=wall, desk=desk, code=here.code,
                   typed=typed_address(join), qr=qr_svg(join))  # fmt: skip
    with st.container(horizontal=True):
        st.download_button(text("session.sheet"), str(sheet), f"{text('session.sheet_file')}-{here.code}.html",
                           "text/html", key="session_sheet", on_click="ignore")  # fmt: skip
        st.button(text("session.link_kept"), key="session_link_kept", on_click=_kept)


def _kept() -> None:
    here = made()
    if here is not None:
        account_view.open_session(here.code, here.secret)
    st.session_state[MADE] = None
