"""Uploading a workbook or a zip: what is wrong with it, beside its cells; or what it changes, before it is saved."""

import streamlit as st

from cases.store import StoreError
from cases.workbook.archive import LARGEST_FILE
from cases.workbook.checked_upload import NOTHING, CheckedUpload, read_workbook
from cases.workbook.draft import Draft
from cases.workbook.drafting import draft_of, sheets_of
from cases.workbook.sheets import FILES
from files.door.door import DoorError
from files.fields import CASE_LANGUAGES, case_language
from texts.message import message
from texts.numbers import day as day_text
from ui import state
from ui.own import desk, saving
from ui.own.problems_beside_cells import show_problems
from ui.shared import given_files
from ui.shared.page_html import say, sentence, show

TYPES = ["xlsx", "ods", "zip"]


def ask(name: str) -> CheckedUpload | None:
    """The field for a file, and what the file holds; None as long as there is none that could be read."""
    text = state.words()
    given = st.file_uploader(
        text("own_case.file"),
        TYPES,
        max_upload_size=LARGEST_FILE // 1_000_000,
        key=f"own_file_{name}_{st.session_state.get('own_uploads', 0)}",
    )
    if given is None:
        given_files.forget("case")
        return None
    here = desk.desk()
    mark = (given.file_id, here.generation if here is not None else None)
    beside = here.draft.files if here is not None else NOTHING
    try:
        return given_files.read_once("case", mark, read_workbook, (), given.getvalue(), given.name, beside)
    except DoorError as refused:
        say("error", sentence(text.of(refused.text)))
        return None


def show_new(read: CheckedUpload) -> None:
    """A file for a case that is not here yet."""
    text = state.words()
    if read.case is not None:
        show_problems((), read.notes, None)
        saving.show_before(read.case, None)
        wanted, label = read.case.id, text("own_case.make_from_file")
    else:
        wanted, label = "", text("own_case.mend_here")
    if read.case is not None or read.workbook is not None:
        _make(read, wanted, label)
    if read.case is None:  # the list can be long, so what one can do with it goes first
        show_problems(read.problems, read.notes, read.workbook)


def _make(read: CheckedUpload, wanted: str, label: str) -> None:
    """A button that makes a case of the file."""
    text = state.words()
    if st.button(label, type="primary", key="own_make_from_file"):
        draft = _draft(read)
        titles = [draft.cell("title", language) for language in (case_language(text.language), *CASE_LANGUAGES)]
        title = next(filter(None, titles), "")
        try:
            desk.make(wanted or draft.cell("id", "value") or title or "zaak", draft)
        except StoreError as error:
            say("error", sentence(text.of(error.text)))
            return
        _forget()
        st.rerun()


def show_upload() -> None:
    """A file for the case that is open: it takes the place of the draft, which undo brings back."""
    text, here = state.words(), desk.the_desk()
    show("text.html", text, title=text("own_case.way_upload"), level=2, quiet=False,
         lines=[text("own_case.upload_about")])  # fmt: skip
    read = ask("desk")
    if read is None:
        return
    show_verdict(read)
    if read.case is not None:
        show_problems((), read.notes, None)
    if read.case is not None and read.case.id != here.case_id:
        say("error", text("own_case.other_id", found=read.case.id, id=here.case_id))
        saving.show_before(read.case, saving.newest(here.case_id))
    elif read.case is not None:
        before = saving.newest(here.case_id)
        saving.show_before(read.case, before)
        if saving.other_day(read.case, before) is not None:
            line = text("own_case.keeps_day", day=day_text(read.case.version_date, text.language))
            show("text.html", text, title=None, level=3, quiet=False, lines=[line])
        show("text.html", text, title=text("own_case.save_title"), level=3, quiet=False,
             lines=[text("own_case.save_about")])  # fmt: skip
        given = saving.show_form("upload")
        if given is not None:
            desk.change(_draft(read))
            _forget()
            if here.joined:  # what is saved would lack what another window put in the draft
                here.refused, here.tab = message("drafts.others_came"), "versions"
                st.rerun()
            saving.save(read, *given)
    if read.case is not None or read.workbook is not None:
        label = text("own_case.take_over" if read.case is not None else "own_case.mend_here")
        st.button(label, key="own_take_over", on_click=_take_over, args=(read,))
    if read.case is None:
        show_problems(read.problems, read.notes, read.workbook)


def _take_over(read: CheckedUpload) -> None:
    here = desk.the_desk()
    desk.change(_draft(read).with_cell("id", "value", here.case_id))
    here.tab = "data"
    _forget()


def _draft(read: CheckedUpload) -> Draft:
    """The draft that this file makes: with its own files beside the sheets, or those that were there."""
    language, here = state.words().language, desk.desk()
    if read.case is None:
        draft = draft_of(read.workbook, language)  # type: ignore[arg-type]  # no button without sheets or a case
        return desk.with_files_of(draft, here.draft) if here is not None else draft
    draft = sheets_of(read.case, language)
    for name, data in read.files.items():
        if name not in FILES:
            draft = draft.with_file(name, data)
    return draft


def _forget() -> None:
    """An empty field for the next file."""
    st.session_state["own_uploads"] = st.session_state.get("own_uploads", 0) + 1
    given_files.forget("case")


def show_verdict(read: CheckedUpload) -> None:
    """Whether the file holds a sound case: close to the field, so that it is in view."""
    text = state.words()
    if read.case is None:
        say("error", text("own_case.file_wrong", count=len(read.problems)))
    else:
        say("success", text("own_case.file_right", title=text.of(read.case.title)))
