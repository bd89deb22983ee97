"""Any sheet of a planner becomes a draft: what stands where is proposed, and taken over once it was confirmed."""

import hashlib
from dataclasses import replace
from datetime import date
from typing import get_args

import streamlit as st

from cases.importing.contents import Contents, contents_of
from cases.importing.drafting_files import Evidence, draft_files
from cases.importing.given_file import GivenFile, GivenSheet, read_given_file
from cases.importing.proposal import ImportProposal, propose
from cases.importing.table_blocks import Block, block_in, block_words, blocks_in
from cases.importing.table_columns import ROLES, Role
from cases.importing.table_layout import Layout, layout_of
from cases.importing.whole_import import remarks
from cases.reading.loader import case_from_files
from cases.store import StoreError
from cases.workbook.archive import LARGEST_FILE
from cases.workbook.drafting import sheets_of
from cases.workbook.grid import RefusedError
from files.door.door import DoorError
from files.fields import Grade
from files.places import column_letters
from files.problems import CaseError
from texts import Told
from ui import state
from ui.own import desk
from ui.own.proposed_criteria import confirmed, guessed_rows
from ui.shared import given_files
from ui.shared.page_html import plain, say, sentence, show

TYPES = ["xlsx", "ods", "csv", "tsv", "txt"]
OTHER = -1
"""Chosen in place of a block that is proposed."""
SHOWN_ROWS = 8
LONGEST_SHOWN = 40
"""Signs of a cell or a heading."""


def busy() -> bool:
    """True while there is a file or a text to read."""
    pasted = str(st.session_state.get("import_paste") or "")
    return st.session_state.get("import_file") is not None or bool(pasted.strip())


def ask() -> tuple[GivenFile, str] | None:
    """The fields for a file and for pasted cells, and what they hold; None as long as there is nothing."""
    text = state.words()
    given = st.file_uploader(text("import.file"), TYPES, max_upload_size=LARGEST_FILE // 1_000_000, key="import_file")
    pasted = st.text_area(text("import.paste"), key="import_paste", height=90)
    if given is None and not pasted.strip():
        given_files.forget("import")
        return None
    data = given.getvalue() if given is not None else pasted.encode()
    name = given.name if given is not None else text("import.pasted")
    mark = given.file_id if given is not None else hashlib.sha256(data).hexdigest()
    try:
        return given_files.read_once("import", mark, read_given_file, (RefusedError,), data, name), name
    except (DoorError, RefusedError) as refused:
        say("error", sentence(text.of(refused.text)))
        return None


def show_import(file: GivenFile, name: str) -> None:
    """What was found, step by step; each proposal can be changed, and below it is what follows."""
    text = state.words()
    with st.container(border=True, key="own_import"):
        show("text.html", text, title=text("import.title"), level=2, quiet=False, lines=[text("import.about")])
        _notes(file.notes)
        sheet = _sheet(file)
        layout = _layout(sheet)
        if layout is None:
            say("warning", text("import.no_table"))
            return
        _preview(layout)
        layout = layout.with_roles(_roles(layout))
        contents = contents_of(layout)
        proposal = propose(contents)
        if not proposal.usable:
            say("warning", text("import.not_usable"))
            return
        _found(contents, proposal)
        _make(confirmed(_reference(proposal), layout), name)


def _notes(notes: tuple[Told, ...]) -> None:
    text = state.words()
    if notes:
        lines = [sentence(text.of(note)) for note in notes]
        show("text.html", text, title=None, level=3, quiet=True, lines=lines)


def _sheet(file: GivenFile) -> GivenSheet:
    if len(file.sheets) == 1:
        return file.sheets[0]
    most = max(range(len(file.sheets)), key=lambda place: sum(map(_size, blocks_in(file.sheets[place])[:1])))
    chosen = st.selectbox(state.words()("import.sheet"), range(len(file.sheets)), index=most, key="import_sheet",
                          format_func=lambda place: plain(file.sheets[place].name), width=420)  # fmt: skip
    return file.sheets[chosen]


def _size(block: Block) -> int:
    return (block.bottom - block.top + 1) * (block.right - block.left + 1)


def _layout(sheet: GivenSheet) -> Layout | None:
    """The block, which way it runs and how many rows are headings: each proposed, each to be changed."""
    text, blocks = state.words(), blocks_in(sheet)
    with st.container(horizontal=True, vertical_alignment="bottom", key="import_where"):
        options = [*range(len(blocks)), OTHER]
        chosen = st.selectbox(text("import.block"), options, key=f"import_block_{sheet.name}_{len(blocks)}", width=220,
                              format_func=lambda place: text("import.other_block") if place == OTHER
                              else block_words(blocks[place]))  # fmt: skip
        block = blocks[chosen] if chosen != OTHER else None
        if chosen == OTHER:
            typed = st.text_input(text("import.block_typed"), key="import_block_typed", placeholder="B4:J19", width=160)
            block = block_in(typed)
        if block is None or block.top >= len(sheet.rows):
            return None
        found = layout_of(sheet, block)
        mark = f"{sheet.name}_{block_words(block)}"
        across = st.selectbox(text("import.way"), [False, True], index=int(found.across), key=f"import_way_{mark}",
                              width=380,
                              format_func=lambda over: text("import.across" if over else "import.down"))  # fmt: skip
        if across != found.across:
            found = layout_of(sheet, block, across)
        counts = list(range(min(5, len(found.rows))))
        headers = st.selectbox(text("import.headers"), counts, index=min(found.headers, len(counts) - 1),
                               key=f"import_headers_{mark}_{across}", width=200)  # fmt: skip
    return found if headers == found.headers else layout_of(sheet, block, across, headers)


def _preview(layout: Layout) -> None:
    """The first rows, so that it is in view what the choices below are about."""
    rows = [[cell.text[:LONGEST_SHOWN] if cell is not None else "" for cell in row] for row in layout.rows]
    show("import_preview.html", state.words(), rows=rows[: layout.headers + SHOWN_ROWS], headers=layout.headers,
         rest=max(len(rows) - layout.headers - SHOWN_ROWS, 0))  # fmt: skip


def _roles(layout: Layout) -> tuple[Role, ...]:
    """What each column is."""
    text = state.words()
    show("text.html", text, title=text("import.columns"), level=3, quiet=False, lines=[text("import.columns_about")])
    mark = f"{layout.block}_{layout.across}_{layout.headers}"
    chosen: list[Role] = []
    with st.container(horizontal=True, key="import_columns"):
        for number, column in enumerate(layout.columns):
            heading = column.heading[:LONGEST_SHOWN] or text("import.no_heading")
            label = text("import.column", letters=column_letters(number + 1), heading=heading)
            chosen.append(
                st.selectbox(plain(label), ROLES, index=ROLES.index(column.role), key=f"import_role_{mark}_{number}",
                             format_func=lambda role: text(f"import.role_{role}"), width=190)
            )  # fmt: skip
    return tuple(chosen)


def _found(contents: Contents, proposal: ImportProposal) -> None:
    """How much was read, and every cell of which something was guessed."""
    text = state.words()
    counts = {"criteria": len(proposal.criteria), "alternatives": len(proposal.alternatives), "cells": contents.filled}
    rows = guessed_rows(proposal)
    show("import_found.html", text, counts=counts, remarks=[text.of(one) for one in remarks(proposal)], rows=rows)


def _reference(proposal: ImportProposal) -> ImportProposal:
    text = state.words()
    chosen = st.selectbox(
        text("import.reference"), range(len(proposal.alternatives)), index=proposal.reference, key="import_reference",
        format_func=lambda place: plain(proposal.alternatives[place]), placeholder=text("import.choose"), width=420,
    )  # fmt: skip
    return replace(proposal, reference=chosen)


def _make(proposal: ImportProposal, name: str) -> None:
    """The last question, and the button that makes the draft."""
    text = state.words()
    weights = proposal.weighted and st.checkbox(text("import.weights", file=plain(name)), key="import_weights")
    with st.container(horizontal=True, vertical_alignment="bottom", key="import_evidence"):
        source = st.text_input(text("import.source"), max_chars=300, key="import_source", width=520)
        grade = st.selectbox(text("import.grade"), ["", *get_args(Grade)], key="import_grade", width=320,
                             format_func=lambda key: text(f"grade.{key}" if key else "import.no_grade"))  # fmt: skip
    title = st.text_input(text("own_case.copy_title"), max_chars=100, key="import_title")
    if not st.button(text("import.make"), type="primary", key="import_make"):
        return
    if not title.strip():
        say("error", text("own_case.title_needed"))
        return
    evidence = Evidence(source, grade)
    files = draft_files(proposal, title.strip(), date.today(), text.language, name, weights, evidence)
    try:
        case = case_from_files(files)
        desk.make(title.strip(), sheets_of(case, text.language))
    except CaseError as error:
        say("error", sentence(text.of(error.problems[0].text)))
        return
    except StoreError as error:
        say("error", sentence(text.of(error.text)))
        return
    given_files.forget("import")
    st.rerun()
