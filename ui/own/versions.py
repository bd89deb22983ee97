"""Saved versions: save the draft as one, see and compare them, put one in the list of cases, take one out as a file."""

from urllib.parse import urlencode, urljoin

import streamlit as st

from cases.store import StoreError, Version, own_cases
from cases.store.four_eyes import has_four_eyes
from cases.workbook.drafting import sheets_of
from cases.workbook.sheets import FILES
from files.problems import CaseError
from texts import Words
from texts.message import message
from texts.numbers import day as day_text
from ui import navigation, state
from ui.own import changed_cells, desk, export, in_view, saving
from ui.own.clock import moment
from ui.shared.page_html import say, sentence, show
from web import shared_cases


def show_versions() -> None:
    """The form that saves the draft as a version, and below it the versions, the newest first."""
    here, text = desk.the_desk(), state.words()
    if here.access.may("save_version"):
        _save_draft()
    versions = own_cases().versions(here.case_id)
    about = own_cases().about(here.case_id)
    show("text.html", text, title=text("own_case.versions_title"), level=2, quiet=False,
         lines=[] if versions else [text("own_case.no_versions")])  # fmt: skip
    if not versions:
        return
    rows = [
        {
            "number": version.number,
            "public": version.number == about.published,
            "when": moment(version.saved),
            "who": version.who,
            "why": version.why,
            "hash": version.hash,
        }
        for version in versions
    ]
    show("own_versions.html", text, rows=rows)
    if about.published is not None:
        _links(here.case_id)
    _one_version(versions, about.published)
    if len(versions) > 1:
        _compare(versions)
    with st.expander(text("own_case.changed_cells")):
        changed_cells.show_changed()
    with st.expander(text("own_case.log")):
        show_log()


def show_log() -> None:
    """Everything that was done with the case, newest first."""
    text = state.words()
    entries = reversed(own_cases().log(desk.the_desk().case_id))
    rows = [
        {
            "when": moment(entry.when),
            "what": text(f"own_case.log_{entry.what}", number=entry.number or ""),
            "who": entry.who,
            "why": entry.why,
        }
        for entry in entries
    ]
    show("own_log.html", text, rows=rows)


def _links(case_id: str) -> None:
    """Where everybody finds the case that is public: to weigh, on a phone and on a large screen."""
    text, here = state.words(), str(st.context.url or "")
    ways = {
        "own_case.link_weigh": f"zaak?{urlencode({'lang': text.language, 'case': case_id})}",
        "footer.phone": f"m/{case_id}?lang={text.language}",
        "footer.screen": f"scherm/{case_id}?lang={text.language}",
    }
    show("own_links.html", text, links=[(text(label), urljoin(here, way)) for label, way in ways.items()])


def _save_draft() -> None:
    text, here, read = state.words(), desk.the_desk(), desk.check()
    lines = [text("own_case.save_about")]
    if read.case is None:
        lines = [text("own_case.save_not_yet", count=len(read.problems))]
    show("text.html", text, title=text("own_case.save_title"), level=2, quiet=False, lines=lines)
    if read.case is None:
        st.button(text("own_case.to_problems"), on_click=_to_data, key="own_to_problems")
        return
    before = saving.newest(here.case_id)
    if before is not None and before[1].version == read.case.version:
        show("text.html", text, title=None, level=3, quiet=False, lines=[text("own_case.nothing_new")])
        return
    saving.show_before(read.case, before)
    day = saving.other_day(read.case, before)
    if day is not None:
        line = text("own_case.gets_day", day=day_text(day, text.language))
        show("text.html", text, title=None, level=3, quiet=False, lines=[line])
    given = saving.show_form("draft")
    if given is not None:
        saving.save(read, *given, day=day)


def _to_data() -> None:
    desk.the_desk().tab = "data"


def _one_version(versions: tuple[Version, ...], published: int | None) -> None:
    """What can be done with a version that is chosen."""
    text, here = state.words(), desk.the_desk()
    by_number = {version.number: version for version in versions}
    number = st.selectbox(
        text("own_case.choose_version"), list(by_number), format_func=lambda key: _named(by_number[key], text),
        key=f"own_version_{len(versions)}", width=520,
    )  # fmt: skip
    version = by_number[number]
    try:
        case = saving.version_case(here.case_id, number, version.hash)
    except CaseError as error:
        say("error", sentence(text.of(error.problems[0].text)))
        return
    with st.container(horizontal=True):
        if st.button(text("own_case.view"), key="own_view"):
            in_view.preview(case)
            navigation.go_to("case")
        if published == number and here.access.may("publish"):
            st.button(text("own_case.take_off"), on_click=_publish, args=(None,), key="own_take_off")
        elif published != number and case.state is None and _may_publish():
            st.button(text("own_case.publish"), on_click=_publish, args=(number,), type="primary", key="own_publish")
        if here.access.may("save_draft"):
            st.button(text("own_case.back_to"), on_click=_back_to, args=(version,), key="own_back_to")
    if published != number and case.state is None and here.access.may("publish") and not _may_publish():
        show("text.html", text, title=None, level=3, quiet=True, lines=[text("own_case.four_eyes_here")])
    if case.state is not None:
        line = sentence(text.of(message("store.draft_version", number=number)))
        show("text.html", text, title=None, level=3, quiet=True, lines=[line])
    export.show_downloads(case, own_cases().contents(here.case_id, number), "version")


def _may_publish() -> bool:
    """With four eyes only a link to approve does."""
    here = desk.the_desk()
    if not here.access.may("publish"):
        return False
    return here.access.role == "approve" or not has_four_eyes(own_cases().store, here.case_id)


def _named(version: Version, text: Words) -> str:
    return text("own_case.version_named", number=version.number, why=version.why[:60])


def _publish(number: int | None) -> None:
    here, text = desk.the_desk(), state.words()
    here.refused = here.done = None
    try:
        own_cases().publish(here.case_id, here.key, number)
    except StoreError as error:
        here.refused = error.text
        return
    shared_cases.forget()
    here.done = text("own_case.published", number=number) if number is not None else text("own_case.off_list")
    in_view.preview(None)
    if number is not None:
        state.open_case(here.case_id)


def _back_to(version: Version) -> None:
    """The draft becomes this version; undo brings the other one back."""
    here, text = desk.the_desk(), state.words()
    case = saving.version_case(here.case_id, version.number, version.hash)
    draft = sheets_of(case, text.language)
    for name, data in own_cases().contents(here.case_id, version.number).items():
        if name not in FILES:
            draft = draft.with_file(name, data)
    desk.change(draft)
    here.tab = "data"


def _compare(versions: tuple[Version, ...]) -> None:
    text, here = state.words(), desk.the_desk()
    show("text.html", text, title=text("own_case.compare"), level=2, quiet=False, lines=[])
    by_number = {version.number: version for version in versions}
    with st.container(horizontal=True):
        chosen = [
            st.selectbox(text(f"own_case.compare_{name}"), list(by_number), index=index,
                         format_func=lambda key: _named(by_number[key], text),
                         key=f"own_compare_{name}_{len(versions)}", width=420)
            for name, index in (("old", 1), ("new", 0))
        ]  # fmt: skip
    old, new = (saving.version_case(here.case_id, number, by_number[number].hash) for number in chosen)
    title = text("own_case.compared", old=chosen[0], new=chosen[1])
    saving.show_changes(old, new, title, "compared")
