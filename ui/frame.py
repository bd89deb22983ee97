"""What surrounds every page: style, header with navigation and language, notices, footer."""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from texts import LANGUAGES
from texts.numbers import day
from ui import state
from ui.html import show
from web import shared_cases
from web.assets import STATIC

HERE = Path(__file__).parent
FROM_EXPLAINED = ("choices", "audit")
"""Pages that are reached from Uitleg: the bar on top has to fit on one line of a projector."""
ICON = str(HERE / "static" / "icon.png")


def style() -> None:
    st.html(STATIC / "board.css")
    st.html(HERE / "static" / "style.css")


def go_to(name: str) -> None:
    """Another page of ours; the weighing goes along."""
    st.switch_page(st.session_state["pages"][name])


def header(pages: dict[str, Any], chosen: Any) -> None:
    """Name, case, navigation, language. The language link loads the page anew, so that `<html lang>` is right too."""
    text, visit = state.words(), state.visit()
    st.session_state["pages"] = pages
    with st.container(horizontal=True, key="header", vertical_alignment="center"):
        show("brand.html", text, case=visit.case)
        with st.container(horizontal=True, key="navigation", vertical_alignment="center"):
            for name, page in pages.items():
                if name in FROM_EXPLAINED:
                    continue
                with st.container(key=f"nav_{name}_{'here' if page is chosen else 'there'}", width="content"):
                    st.page_link(page, width="content")
        links = {code: "?" + urlencode(state.link_parts(code)) for code in LANGUAGES}
        show("languages.html", text, links=links)


def case_notice(*, short: bool) -> None:
    """The case's own warning, whole on the case page and in one line on the others."""
    notice = state.case().notice
    if notice is not None:
        show("notice.html", state.words(), notice=notice, short=short, sources=state.case().sources)


def link_notes() -> None:
    """What in the address was not used, and whether it was made with another version of the case."""
    visit = state.visit()
    if not visit.ignored and not visit.linked_version:
        return
    text = state.words()
    rest = visit.case is not None and state.weighing().started
    with st.container(key="link_notes"):
        show(
            "link_notes.html",
            text,
            ignored=visit.ignored,
            linked_version=visit.linked_version,
            case=visit.case,
            rest=rest,
        )
        st.button(text("link.understood"), on_click=_forget_link_notes)


def _forget_link_notes() -> None:
    state.visit().ignored = ()
    state.visit().linked_version = None


def no_case() -> None:
    """Shown when the asked case is damaged, or there is none at all; the other cases stay within reach."""
    text, visit = state.words(), state.visit()
    show("damaged.html", text, damaged=shared_cases.damaged(), asked=visit.case_id)
    for key, case in shared_cases.sound().items():
        st.button(case.title.get(text.language), key=f"open_{key}", on_click=state.open_case, args=(key,))


def footer() -> None:
    text, case = state.words(), state.case()
    show("footer.html", text, case=case, date=day(case.version_date, text.language), link=urlencode(state.link_parts()))
