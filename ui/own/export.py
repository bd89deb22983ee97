"""A case as a file to keep: a workbook in Dutch or English, or a zip of the case files."""

from collections.abc import Mapping

import streamlit as st

from cases.definition.model import Case
from cases.store import Version, own_cases
from cases.workbook.case_zip import write_bundle
from cases.workbook.draft import Draft
from cases.workbook.drafting import write_draft
from cases.workbook.workbook_writing import write_workbook
from files.fields import CASE_LANGUAGES
from files.problems import CaseError
from texts import LANGUAGES
from texts.languages import language_name
from ui import state

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@st.cache_data(max_entries=20, show_spinner=False)
def template(language: str, both: bool) -> bytes:
    """The empty workbook, with columns for texts in one language or in both."""
    return write_workbook(None, language, CASE_LANGUAGES if both else ())


@st.cache_data(max_entries=40, show_spinner=False)
def _workbook(_case: Case, case_id: str, version: str, language: str) -> bytes:
    return write_workbook(_case, language)


def show_downloads(case: Case, files: Mapping[str, bytes], name: str) -> None:
    """Buttons to keep this version: made only when one is pressed.

    Args:
        case: the version.
        files: its case files by name.
        name: tells two sets of buttons apart.
    """
    text = state.words()
    base = f"{case.id}-{case.version}"
    with st.container(horizontal=True):
        for language in LANGUAGES:
            st.download_button(
                text("own_case.download_xlsx", language=language_name(language, text.language)),
                lambda language=language: _made(case, language),
                f"{base}-{language}.xlsx",
                XLSX,
                key=f"own_xlsx_{language}_{name}",
                on_click="ignore",
            )
        st.download_button(
            text("own_case.download_zip"),
            lambda: write_bundle(files),
            f"{base}.zip",
            "application/zip",
            key=f"own_zip_{name}",
            on_click="ignore",
        )


def _made(case: Case, language: str) -> bytes:
    """The workbook; a case with words that fit in no cell goes out as a text that says so."""
    try:
        return _workbook(case, case.id, case.version, language)
    except CaseError as error:
        return error.message(language).encode()


def show_draft(draft: Draft, case_id: str) -> None:
    """A draft that is not sound is kept as it is in the store: a file from which it can be made again."""
    language = state.words().language
    st.download_button(
        state.words()("own_case.download_draft"),
        lambda: write_draft(draft, language),
        f"{case_id}.xlsx",
        XLSX,
        key="own_xlsx_draft",
        on_click="ignore",
    )


def show_newest(case_id: str, version: Version) -> None:
    """The newest version as a zip, also of a case that was deleted."""
    st.download_button(
        state.words()("own_case.download_zip"),
        lambda: write_bundle(own_cases().contents(case_id, version.number)),
        f"{case_id}-{version.hash}.zip",
        "application/zip",
        key="own_zip_newest",
        on_click="ignore",
    )
