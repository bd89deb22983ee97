"""What surrounds every page: style, header with navigation and language, notices, footer."""

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from texts import LANGUAGES
from texts.languages import language_name
from texts.numbers import day
from texts.palette import SCREEN_DARK, style_sheet
from ui import state
from ui.navigation import BARS, GROUPS, SCREENS, BarGroup, go_to, group_of
from ui.own import desk
from ui.shared.page_html import plain, say, sentence, show
from web import shared_cases
from web.assets import STATIC
from wording.language_note import language_note as language_of_case

HERE = Path(__file__).parent
ICON = str(HERE / "static" / "icon.png")


def style() -> None:
    """Put the colours and both style sheets on the page."""
    dark = f"@media screen and (prefers-color-scheme: dark) {{ {style_sheet(SCREEN_DARK)} }}"
    st.html(f"<style>{style_sheet()} {dark}</style>")
    st.html(STATIC / "board" / "board.css")
    st.html(HERE / "static" / "style.css")


def header(pages: dict[str, Any], chosen: Any) -> None:
    """Name, case, both bars, language. The language link loads the page anew, so that `<html lang>` is right too."""
    text, visit = state.words(), state.visit()
    here = group_of(next((name for name, page in pages.items() if page is chosen), SCREENS[0].name))
    with st.container(horizontal=True, key="header", vertical_alignment="center"):
        show("brand.html", text, case=None if chosen is pages["own"] else visit.case)
        for bar in BARS:
            with st.container(horizontal=True, key=f"navigation_{bar}", vertical_alignment="center"):
                for group in GROUPS:
                    if group.bar == bar:
                        _link(pages[group.screens[0].name], text(group.label), group.name, here is group)
        if desk.desk() is not None:
            _languages_here()
        else:
            links = {code: "?" + urlencode(state.link_parts(code)) for code in LANGUAGES}
            show("languages.html", text, links=links)
    if here.has_row:
        _row(here, pages, chosen)


def _link(page: Any, label: str, name: str, here: bool) -> None:
    with st.container(key=f"nav_{name}_{'here' if here else 'there'}", width="content"):
        st.page_link(page, label=label, width="content", query_params=state.parts_of_links())


def _row(group: BarGroup, pages: dict[str, Any], chosen: Any) -> None:
    """The screens of the group that is open, and the short page of the case where it belongs to the group."""
    text, visit = state.words(), state.visit()
    with st.container(horizontal=True, key="navigation_row", vertical_alignment="center"):
        for screen in group.screens:
            page = pages[screen.name]
            _link(page, text(screen.title), f"row_{screen.name}", page is chosen)
        if group.short_page and visit.case is not None:
            show("short_door.html", text, case=visit.case, link=urlencode(state.link_parts()))


def _languages_here() -> None:
    """Another language without loading the page anew: that would forget the key of the own case that is open."""
    text = state.words()
    with st.container(horizontal=True, key="languages_here", width="content"):
        page_language()(key="page_language", data={"language": text.language})
        for code in LANGUAGES:
            st.button(
                code.upper(),
                key=f"language_{code}",
                type="tertiary",
                disabled=code == text.language,
                on_click=_speak,
                args=(code,),
                help=language_name(code, text.language),
            )


def _speak(language: str) -> None:
    state.visit().touched = True
    state.visit().language = language


@cache
def page_language() -> Any:
    """Tells the browser which language the page is in."""
    return st.components.v2.component(
        "waardenweger_page_language",
        html="<span hidden></span>",
        js="export default ({ data }) => { document.documentElement.lang = data.language; };",
    )


def preview_note() -> None:
    """Says on every page that the version in view is not in the list of cases."""
    visit, text = state.visit(), state.words()
    if visit.previewed is None or visit.case is not visit.previewed:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="preview_note"):
        show(
            "text.html",
            text,
            title=None,
            level=2,
            quiet=False,
            lines=[text("own_case.previewing"), *[text("own_case.draft_note")] * (visit.case.state == "draft")],
        )
        if st.button(text("own_case.back_to_own"), key="back_to_own"):
            go_to("own")


def link_refused() -> None:
    """Says on every page why an own case is closed, when its link was withdrawn or opens nothing."""
    refused = st.session_state.get("own_refused")
    if refused is not None:
        say("error", sentence(state.words().of(refused)))


def language_note() -> None:
    """On every page, where the case is written in another language."""
    note = language_of_case(state.case(), state.words())
    if note is not None:
        show("text.html", state.words(), title=None, level=2, quiet=True, lines=[note])


def case_notice() -> None:
    """The case's own warning, on the case page."""
    notice = state.case().notice
    if notice is not None:
        show("notice.html", state.words(), notice=notice, sources=state.case().sources)


def case_notice_mark() -> None:
    """On every other page its title, which leads to the whole warning."""
    notice = state.case().notice
    if notice is None:
        return
    with st.container(key="notice_mark"):
        if st.button(plain(state.words().of(notice.title)), key="go_notice", type="tertiary", width="content"):
            go_to("case")


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
    show("damaged.html", text, damaged=shared_cases.damaged(), asked=visit.case_id, others=shared_cases.sound())
    for key, case in shared_cases.sound().items():
        st.button(plain(text.of(case.title)), key=f"open_{key}", on_click=state.open_case, args=(key,))
    if st.button(text("own_case.to_own"), key="go_own"):
        go_to("own")


def footer() -> None:
    """The case with its version and date, and the same view on a phone and on the projector."""
    text, case = state.words(), state.case()
    show("footer.html", text, case=case, date=day(case.version_date, text.language), link=urlencode(state.link_parts()))
