"""The start of Eigen zaak: four equal ways to make a case, and the way back to one that was made before."""

import streamlit as st

from cases.reading.case_folder import read_files
from cases.store import StoreError, own_cases
from cases.store.case_folders import case_folder
from cases.workbook.drafting import sheets_of
from cases.workbook.sheets import FILES
from files.problems import Problems
from texts import LANGUAGES
from texts.languages import language_name
from ui import state
from ui.own import desk, export, own_address, sheet_import, signed_in, upload
from ui.shared.page_html import say, sentence, show
from web import shared_cases


def show_start() -> None:
    """All ways, each in a box of the same form."""
    text = state.words()
    if not sheet_import.busy():
        show("text.html", text, title=None, level=2, quiet=False, lines=[text("own_case.intro")])
    refused = st.session_state.pop("own_refused", None)
    if refused is not None:
        say("error", sentence(text.of(refused)))
    found = None
    with st.container(key="own_ways"):
        if not sheet_import.busy():  # what was read of a sheet stands right below it, and not behind three other ways
            with st.container(key="own_way_template", border=True):
                _template()
            with st.container(key="own_way_upload", border=True):
                _head("upload")
                found = upload.ask("start")
                if found is not None:
                    upload.show_verdict(found)
            with st.container(key="own_way_copy", border=True):
                _copy()
        with st.container(key="own_way_import", border=True):
            _head("import")
            sheet = sheet_import.ask()
    if found is not None:
        upload.show_new(found)
    elif sheet is not None:
        sheet_import.show_import(*sheet)
    with st.container(key="own_way_open", border=True):
        _open()
    signed_in.show_sign_in()


def _head(way: str) -> None:
    text = state.words()
    title, lines = text(f"own_case.way_{way}"), [text(f"own_case.way_{way}_about")]
    show("text.html", text, title=title, level=2, quiet=False, lines=lines)


def _template() -> None:
    text = state.words()
    _head("template")
    both = st.checkbox(text("own_case.template_both"), key="own_template_both")
    for language in LANGUAGES:
        st.download_button(
            text("own_case.template_button", language=language_name(language, text.language)),
            lambda language=language: export.template(language, both),
            text("own_case.template_file", language=language),
            export.XLSX,
            key=f"own_template_{language}",
            on_click="ignore",
        )


def _copy() -> None:
    text = state.words()
    _head("copy")
    cases = shared_cases.sound()
    with st.form("own_copy", border=False):
        chosen = st.selectbox(
            text("own_case.copy_which"),
            ["", *cases],
            format_func=lambda key: text.of(cases[key].title) if key else text("own_case.copy_empty"),
            key="own_copy_which",
        )
        title = st.text_input(text("own_case.copy_title"), max_chars=100, key="own_copy_title")
        if st.form_submit_button(text("own_case.make"), key="own_copy_make"):
            _make(str(chosen or ""), title.strip())


def _make(chosen: str, title: str) -> None:
    """A new case from an empty draft or from a case that is here; the title is the same in both languages at first."""
    text = state.words()
    if not title:
        say("error", text("own_case.title_needed"))
        return
    case = shared_cases.sound().get(chosen)
    draft = desk.titled(sheets_of(case, text.language), title)
    try:
        for name, data in _beside(chosen).items():
            draft = draft.with_file(name, data)
        desk.make(title, draft)
    except StoreError as error:
        say("error", sentence(text.of(error.text)))
        return
    st.rerun()


def _beside(case_id: str) -> dict[str, bytes]:
    """The pictures and the outline of a case that is here; nothing for an empty one."""
    if not case_id:
        return {}
    folder = case_folder(case_id)
    if folder.is_dir():
        contents = read_files(folder, Problems())
    else:
        contents = own_cases().contents(case_id, own_cases().about(case_id).published or 0)
    return {name: data for name, data in contents.items() if name not in FILES}


def _open() -> None:
    text = state.words()
    _head("open")
    with st.form("own_open", border=False):
        link = st.text_input(text("own_case.open_link"), type="password", key="own_open_link")
        if st.form_submit_button(text("own_case.open_button"), key="own_open_button"):
            found = own_address.parts_of(link)
            refused = own_address.open_with_key(*found) if found is not None else None
            if found is None:
                say("error", text("own_case.no_link"))
            elif refused is not None:
                say("error", sentence(text.of(refused)))
            else:
                st.rerun()
