"""Before a version is saved: what changes, and who saves it and why. Then it is saved."""

from datetime import date

import streamlit as st

from cases.definition.model import Case
from cases.reading.loader import case_from_files
from cases.store import StoreError, Version, own_cases
from cases.workbook.checked_upload import CheckedUpload
from files.problems import CaseError
from texts.message import message
from ui import state
from ui.own import desk
from ui.shared.finding_parts import show_findings
from ui.shared.page_html import show
from web import shared_cases
from wording.change_words import summary


@st.cache_resource(max_entries=40, show_spinner=False)
def version_case(case_id: str, number: int, _hash: str) -> Case:
    """The case in a saved version, which never changes."""
    return case_from_files(own_cases().contents(case_id, number))


def newest(case_id: str) -> tuple[Version, Case] | None:
    """The newest version; None when there is none, or when this program no longer reads it."""
    versions = own_cases().versions(case_id)
    if not versions:
        return None
    try:
        return versions[0], version_case(case_id, versions[0].number, versions[0].hash)
    except CaseError:
        return None


def show_changes(old: Case, new: Case, title: str, name: str) -> None:
    """The differences, with the ranges that moved named first."""
    text = state.words()
    show("own_changes.html", text, title=title, name=name, summary=summary(old, new, text))


def show_before(case: Case, before: tuple[Version, Case] | None) -> None:
    """What is in the case, how it differs from the newest version, and what a check of its fairness finds."""
    text = state.words()
    if before is None:
        counts = {
            "alternatives": len(case.alternatives),
            "criteria": len(case.criteria),
            "effects": len(case.performances),
        }
        show("text.html", text, title=text("own_case.first_version"), level=3, quiet=False,
             lines=[text("own_case.contents", **counts)])  # fmt: skip
    else:
        version, old = before
        show_changes(old, case, text("own_case.changes_since", number=version.number), "since")
    with st.expander(text("own_case.findings")):
        show_findings(case)


def other_day(case: Case, before: tuple[Version, Case] | None) -> date | None:
    """The date that a changed case should get: today, when it still has the date of the newest version."""
    today = date.today()
    stale = before is not None and before[1].version_date == case.version_date != today
    return today if stale else None


def show_form(name: str) -> tuple[str, str] | None:
    """Who saves and why; both, once the button was pressed. ``name`` tells two forms apart."""
    text, who = state.words(), _label()
    with st.form(f"own_save_{name}", border=True):
        if not who:
            who = st.text_input(text("own_case.who"), max_chars=60, key=f"own_who_{name}")
        why = st.text_input(text("own_case.why"), max_chars=500, key=f"own_why_{name}")
        pressed = st.form_submit_button(text("own_case.save"), type="primary", key=f"own_save_button_{name}")
    return (who, why) if pressed else None


def _label() -> str:
    """The label of the link by which the case is open; empty for who manages it, and before there is a case."""
    here = desk.desk()
    return "" if here is None else here.access.label


def save(read: CheckedUpload, who: str, why: str, day: date | None = None) -> None:
    """Save a version and say so; what stands in the way is kept for the screen. The draft gets the date ``day``."""
    here = desk.the_desk()
    here.refused = here.done = None
    if here.take_in():  # a version is what somebody has seen
        here.refused = message("drafts.others_came")
        st.rerun()
    if day is not None:
        desk.change(here.draft.with_cell("version_date", "value", day.isoformat()))
        if here.joined:
            here.refused = message("drafts.others_came")
            st.rerun()
        read = desk.check()
    try:
        version = own_cases().save_version(here.case_id, here.key, read.files, who, why)
    except CaseError as error:
        here.refused = error.problems[0].text
    except StoreError as error:
        here.refused = error.text
    else:
        shared_cases.forget()
        here.done = state.words()("own_case.saved_version", number=version.number, hash=version.hash)
        here.tab = "versions"
    st.rerun()
