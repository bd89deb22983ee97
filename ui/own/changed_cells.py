"""Who changed which cell when, as a quiet list: of one sheet or of all, and since a version or the last report."""

from datetime import datetime

import streamlit as st

from cases.store import own_cases
from cases.store.cell_changes import cell_changes
from cases.store.store_records import KeptChange
from cases.workbook.sheet_language import heading as shown_heading
from cases.workbook.sheets import BY_KEY
from files.problems import shown
from texts import Words
from ui import state
from ui.own import desk, saving
from ui.own.clock import moment
from ui.shared.page_html import show

MOST = 200
"""Lines on screen, the newest."""
LONGEST = 120
"""Characters of a cell that are shown."""


def show_changed() -> None:
    """The choice of sheet and beginning, and the list."""
    text, here = state.words(), desk.the_desk()
    found = cell_changes(own_cases().store, here.case_id)
    if not found:
        show("text.html", text, title=None, level=3, quiet=True, lines=[text("own_case.no_cell_changes")])
        return
    sheets = ["", *dict.fromkeys(kept.change.sheet for kept in found)]
    beginnings = _beginnings()
    with st.container(horizontal=True):
        sheet = st.selectbox(
            text("own_case.sheet"),
            sheets,
            format_func=lambda key: sheet_name(key, text) if key else text("own_case.all_sheets"),
            key="own_changed_sheet",
            width=300,
        )
        since = st.selectbox(
            text("own_case.since"),
            list(beginnings),
            format_func=lambda key: beginnings[key][1],
            key=f"own_changed_since_{len(beginnings)}",
            width=300,
        )
    when = beginnings[since][0]
    chosen = [kept for kept in found if sheet in ("", kept.change.sheet) and (when is None or kept.when > when)]
    rows = [_row(kept, text) for kept in chosen[:MOST]]
    show("own_changed.html", text, rows=rows, rest=len(chosen) - len(rows))
    if since == "report":
        _since_report()


def _since_report() -> None:
    """How the draft differs from the version of which the last report was made."""
    text, here, read = state.words(), desk.the_desk(), desk.check()
    if read.case is None:
        return
    last = next(entry for entry in reversed(own_cases().log(here.case_id)) if entry.what == "report")
    version = next(found for found in own_cases().versions(here.case_id) if found.number == last.number)
    old = saving.version_case(here.case_id, version.number, version.hash)
    title = text("own_case.changed_since_report", number=version.number)
    saving.show_changes(old, read.case, title, "since_report")


def sheet_name(key: str, text: Words) -> str:
    """What a sheet is called; the name of a file beside the sheets as it is."""
    return BY_KEY[key].name(text.language) if key in BY_KEY else key


def column_name(sheet: str, heading: str, text: Words) -> str:
    """What a column is called on screen; as it is when the sheet does not know it."""
    columns = {column.heading: column for column in BY_KEY[sheet].columns} if sheet in BY_KEY else {}
    return shown_heading(BY_KEY[sheet], columns[heading], text.language) if heading in columns else heading


def _beginnings() -> dict[str, tuple[datetime | None, str]]:
    """From when on: the last report, the beginning, or each version; the moment and the words, by a name of its own.

    Two of them may share a moment.
    """
    text, case_id = state.words(), desk.the_desk().case_id
    found: dict[str, tuple[datetime | None, str]] = {}
    reports = [entry for entry in own_cases().log(case_id) if entry.what == "report"]
    if reports:
        found["report"] = reports[-1].when, text("own_case.since_report", when=moment(reports[-1].when))
    found["start"] = None, text("own_case.since_start")
    return found | {
        str(version.number): (version.saved, text("own_case.since_version", number=version.number))
        for version in own_cases().versions(case_id)
    }


def _row(kept: KeptChange, text: Words) -> dict[str, str]:
    change = kept.change
    column = column_name(change.sheet, change.heading, text) if change.heading else ""
    where = ", ".join(part for part in (sheet_name(change.sheet, text), shown(change.row, 60), column) if part)
    if change.before is None and change.after is None:
        what = text("own_case.cells_changed", count=change.count)
    else:
        what = text("own_case.cell_became", before=_side(change.before, text), after=_side(change.after, text))
    return {
        "when": moment(kept.when), "who": kept.who or text("own_case.manager"), "where": where, "what": what
    }  # fmt: skip


def _side(cell: str | None, text: Words) -> str:
    if cell is None:
        return text("own_case.nothing")
    return f"“{shown(cell, LONGEST)}”" if cell else text("own_case.empty")
