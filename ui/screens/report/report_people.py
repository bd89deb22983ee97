"""Anonymous weightings from a file, and an earlier report that is opened again."""

import streamlit as st

from cases.definition.model import Case
from cases.workbook.csv_text import csv_text
from files.door.door import DoorError
from files.problems import CaseError
from reports.bundle.report_bundle import BundleError, Opened, read_bundle
from reports.content import NotExportable
from ui import state
from ui.screens.report.report_choice import choice, choose
from ui.shared import given_files
from ui.shared.page_html import sentence, show
from web import shared_cases
from weighing.people import SMALLEST_GROUP, Person
from weighing.weightings_file import GROUP, WeightingsError, read_weightings

MOST_SHOWN = 20
REFUSALS = (BundleError, CaseError, NotExportable)
"""For what an earlier report is not opened."""
LARGEST_MB = 60


def show_people() -> None:
    """A file with weightings of a group. It stays in this session and goes into the report, and nowhere else."""
    case, text = state.case(), state.words()
    with st.expander(text("report_page.people")):
        lines = [text("report_page.people_about", smallest=SMALLEST_GROUP)]
        show("text.html", text, title=None, level=3, quiet=False, lines=lines)
        st.download_button(
            text("report_page.people_empty"), _empty(case), f"{case.id}-wegingen.csv", "text/csv", on_click="ignore"
        )
        given = st.file_uploader(text("report_page.people_file"), ["csv"], key="report_people", max_upload_size=5)
        if given is None:
            if choice().people:
                _said(len(choice().people))
                st.button(text("report_page.people_forget"), on_click=choose, kwargs={"people": ()})
            return
        mark = (given.file_id, case.id, case.version)
        try:
            found = given_files.read_once(
                "people", mark, read_weightings, WeightingsError, given.getvalue(), case, given.name
            )
        except (WeightingsError, DoorError) as error:
            choose(people=())
            lines = _reasons(error)
            show("warning.html", text, title=text("report_page.people_refused"), lines=lines)
            return
        choose(people=tuple(Person(group, weighing) for group, weighing in found))
        _said(len(found))


def _said(count: int) -> None:
    text = state.words()
    lines = [text("report_page.people_read", count=count)]
    show("text.html", text, title=None, level=3, quiet=False, lines=lines)


def _empty(case: Case) -> str:
    """The headings of the table for this case."""
    return csv_text([GROUP, *(theme.id for theme in case.themes)], ())


def show_reopening() -> None:
    """The JSON of an earlier report: are its numbers still the same, and can we go on from there?"""
    text = state.words()
    lines = [text("report_page.reopen_about")]
    show("text.html", text, title=text("report_page.reopen"), level=2, quiet=False, lines=lines)
    given = st.file_uploader(text("report_page.reopen_file"), ["json"], key="report_json", max_upload_size=LARGEST_MB)
    if given is None:
        return
    try:
        opened = given_files.read_once("report", given.file_id, read_bundle, REFUSALS, given.getvalue())
    except (*REFUSALS, DoorError) as refused:
        show("warning.html", text, title=text("report_page.reopen_refused"), lines=_reasons(refused))
    else:
        _compared(opened)
        _go_on(opened)


def _reasons(refused: Exception) -> list[str]:
    """Why a file was not taken, in sentences; of many reasons the first."""
    text = state.words()
    if isinstance(refused, CaseError | WeightingsError):
        return [problem.sentence(text.language) for problem in refused.problems[:MOST_SHOWN]]
    return [sentence(text.of(refused.text))]


def _compared(opened: Opened) -> None:
    text = state.words()
    found = opened.differences()
    if not found:
        lines = [text("report_page.same", program=opened.program)]
        show("text.html", text, title=None, level=3, quiet=False, lines=lines)
        return
    lines = [text("report_page.other", count=len(found), program=opened.program)]
    lines += [text.of(change) for change in opened.method_changes()]
    lines += [f"{item.name}: {item.was} > {item.now}" for item in found[:MOST_SHOWN]]
    show("warning.html", text, title=None, lines=lines)


def _go_on(opened: Opened) -> None:
    """Its own weights on the board, when the case is here in the same version."""
    text, case = state.words(), opened.content.case
    here = shared_cases.sound().get(case.id)
    if here is None or here.version != case.version:
        lines = [text("report_page.other_version", case=text.of(case.title), version=case.version)]
        show("text.html", text, title=None, level=3, quiet=False, lines=lines)
        return
    own = opened.content.settings.own
    label = "report_page.go_on" if own is None else "report_page.go_on_weights"
    if st.button(text(label), key="report_go_on"):
        state.open_case(case.id)
        if own is not None:
            state.change(own)
        settings = opened.content.settings
        state.visit().euros = settings.euros
        state.visit().requirements_off = settings.requirements_off
        state.visit().reference = settings.reference
        choose(
            profiles=settings.profiles, own=own is not None, people=settings.people, euros=settings.euros is not None,
            depth=settings.depth, language=settings.language,
        )  # fmt: skip
        st.rerun()
