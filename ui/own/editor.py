"""The draft as tables: one sheet at a time, with the checks of the workbook after every change."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from cases.workbook.cell_places import CellProblem
from cases.workbook.checked_upload import CheckedUpload
from cases.workbook.draft import Cells, Draft, Rows, headings_of
from cases.workbook.draft_merging import merged
from cases.workbook.drafting import ids_in, problems_by_sheet, shown_headings, spoken_in, workbook_of
from cases.workbook.filling import STEP
from cases.workbook.sheet_columns import Column
from cases.workbook.sheet_language import choice, key_meant, shown_explanation, value_choice
from cases.workbook.sheet_language import key as key_shown
from cases.workbook.sheets import BY_KEY, SHEETS, Sheet, key_explanation, words
from cases.workbook.workbook_writing import FIRST_ROW, REFERS_TO, wide
from files.problems import Problem
from texts.languages import KNOWN
from ui import state
from ui.own import desk
from ui.own.cell_edits import applied, words_of_files
from ui.own.draft_to_do import show_to_do
from ui.own.kept_draft import TOO_MUCH
from ui.own.library_pick import show_library
from ui.own.one_cell import show_one_cell
from ui.own.problems_beside_cells import show_problems
from ui.shared.page_html import say, show

NUMBER = "#"
"""Heading of the column with the number that the row has in a workbook."""
ROW_PIXELS = 35
MOST_PIXELS = 560


@dataclass(frozen=True)
class EditedTable:
    """A sheet as it was drawn on screen. It stays the same while somebody types: a new one loses place and focus."""

    key: str
    sheet: str
    mark: tuple[Any, ...]
    """What it was drawn for; when that is another one, the table is drawn anew."""
    rows: Rows
    options: dict[str, tuple[str, ...]]
    """By heading: what can be chosen."""
    named: dict[str, str]
    """The headings that are shown, each with what it is called."""
    ids: frozenset[str]
    """Of the case, which in a key stay as they are."""


def show_editor() -> None:
    """The chooser, undo, the table and what is wrong in it."""
    text, here, read = state.words(), desk.the_desk(), desk.check()
    found, writes = problems_by_sheet(read), here.access.may("save_draft")
    _standing(read, found)
    if read.case is not None:
        show_to_do(read.case, read.files)
    with st.container(horizontal=True, vertical_alignment="bottom", key="own_sheet_bar"):
        _chooser(found)
        if writes:
            st.button(text("own_case.undo"), on_click=desk.undo, disabled=not here.steps.can_undo, key="own_undo")
            st.button(text("own_case.redo"), on_click=desk.redo, disabled=not here.steps.can_redo, key="own_redo")
        ahead = next((key for key in _after(here.sheet) if key in found), None)
        st.button(text("own_case.next_problem"), on_click=_go, args=(ahead,), disabled=ahead is None, key="own_next")
    sheet = BY_KEY[here.sheet]
    about = words(text.language)["about"][sheet.key]
    show("text.html", text, title=None, level=3, quiet=False, lines=[about, *[text("own_case.editor_help")] * writes])
    if sheet.key == "criteria" and writes:
        show_library()
    _show_table(sheet, writes)
    show_one_cell(sheet, _with_profiles(here.draft) if sheet.form == "points" else here.draft.sheets[sheet.key])
    problems = found.get(sheet.key, [])
    title = text("own_case.sheet_problems" if problems else "own_case.sheet_sound", count=len(problems))
    show("text.html", text, title=title, level=3, quiet=False, lines=[])
    if problems:
        show_problems(problems, (), workbook_of(here.draft, text.language))
    if read.notes:
        show_problems((), read.notes, None)


def _standing(read: CheckedUpload, found: dict[str, list[CellProblem]]) -> None:
    """One line: how many problems there are and where, or that all is right."""
    text, here = state.words(), desk.the_desk()
    if read.case is not None:
        with st.container(horizontal=True, vertical_alignment="center", key="own_sound"):
            whole = here.access.may("save_version") and read.case.state != "draft"
            say("success", text("own_case.draft_sound" if whole else "own_case.draft_right"))
            if here.access.may("save_version"):
                st.button(text("own_case.to_save"), on_click=_tab, args=("versions",), key="own_to_save")
        return
    say("warning", text("own_case.draft_problems", count=len(read.problems), sheets=len(found)))
    apart = [problem for problem in read.problems if isinstance(problem, Problem)]
    if apart:
        show_problems(apart, (), None)
        if here.access.may("save_draft"):
            st.button(text("own_case.to_pictures"), on_click=_tab, args=("pictures",), key="own_to_pictures")
    if not here.draft.sheets["effects"].rows:
        show("text.html", text, title=None, level=3, quiet=True, lines=[text("own_case.order")])


def _tab(tab: str) -> None:
    desk.the_desk().tab = tab


def _go(sheet: str) -> None:
    desk.the_desk().sheet = sheet


def _after(sheet: str) -> list[str]:
    """The keys of the sheets from the next one on, around to this one."""
    keys = [found.key for found in SHEETS]
    place = keys.index(sheet) + 1
    return keys[place:] + keys[:place]


def _chooser(found: dict[str, list[CellProblem]]) -> None:
    """All sheets, each with its rows and its problems."""
    text, here = state.words(), desk.the_desk()

    def label(key: str) -> str:
        name = BY_KEY[key].name(text.language)
        parts = [text("own_case.rows", count=len(here.draft.sheets[key].rows))]
        if not BY_KEY[key].needed:
            parts.append(text("own_case.optional"))
        if key in found:
            parts.insert(0, text("own_case.problem_count", count=len(found[key])))
        return f"{name} ({', '.join(parts)})"

    def keep() -> None:
        desk.the_desk().sheet = st.session_state["own_sheet"]

    keys = [sheet.key for sheet in SHEETS]
    st.session_state["own_sheet"] = here.sheet
    st.selectbox(text("own_case.sheet"), keys, format_func=label, key="own_sheet", on_change=keep, width=420)


def _show_table(sheet: Sheet, writes: bool) -> None:
    text = state.words()
    table = _table(sheet)
    rows = [[str(number), *(cell or None for cell in row)] for number, row in enumerate(table.rows.rows, FIRST_ROW)]
    frame = pd.DataFrame(rows, columns=[NUMBER, *table.rows.headings], dtype="string")
    for column in sheet.columns:
        if column.choices:  # as they are called here, so that a word from another table can be pasted
            raws = table.rows.column(column.heading)
            frame[column.heading] = [_called(sheet, column, raw) or None for raw in raws]
    order = [NUMBER, *table.named]
    if sheet.form == "keys":
        frame[text("own_case.meaning")] = [_meaning(sheet, key) for key in table.rows.column("key")]
        frame["key"] = [key_shown(key, text.language, table.ids) for key in table.rows.column("key")]
        if "value" in frame:
            pairs = zip(table.rows.column("key"), table.rows.column("value"), strict=True)
            frame["value"] = [value_choice(sheet.file, raw, cell, text.language) or None for raw, cell in pairs]
        order.append(text("own_case.meaning"))
    st.data_editor(
        frame,
        key=table.key,
        num_rows="dynamic" if writes else "fixed",
        disabled=not writes,
        placeholder="",
        hide_index=True,
        column_order=order,
        column_config=_configuration(sheet, table),
        on_change=_take,
        args=(table,),
        height=min(MOST_PIXELS, max(4, len(frame) + 2) * ROW_PIXELS + 3),
        alt=text("own_case.table_alt", sheet=sheet.name(text.language)),
    )


def _meaning(sheet: Sheet, key: str) -> str:
    """What belongs behind a key, as in the workbook."""
    return key_explanation(sheet, [step.strip() for step in key.split(STEP.strip())], state.words().language)


def _table(sheet: Sheet) -> EditedTable:
    """The table on screen, or a new one when the draft changed in another way or the table was off the screen."""
    here, language = desk.the_desk(), state.words().language
    mark = (here.case_id, sheet.key, here.generation, language)
    known: EditedTable | None = st.session_state.get("own_table")
    if known is not None and known.mark == mark and known.key in st.session_state:
        return known
    number = st.session_state.get("own_tables", 0) + 1
    st.session_state["own_tables"] = number
    rows = _with_profiles(here.draft) if sheet.form == "points" else here.draft.sheets[sheet.key]
    named = shown_headings(sheet, rows, language, spoken_in(here.draft, language))
    if sheet.form == "points":
        named |= {name: name for name in rows.headings if name not in headings_of(sheet)}
    options, ids = _options(sheet, here.draft, rows), frozenset(ids_in(here.draft))
    made = EditedTable(f"own_table_{number}", sheet.key, mark, rows, options, named, ids)
    st.session_state["own_table"] = made
    return made


def _take(table: EditedTable) -> None:
    """Somebody changed cells or rows in the table."""
    here = desk.the_desk()
    edits, headings = st.session_state[table.key], table.rows.headings
    known, last = st.session_state.get("own_taken", (None, ()))
    rows = words_of_files(BY_KEY[table.sheet], headings, applied(table.rows.rows, headings, edits))
    if "key" in headings:  # which may be typed as it is shown
        place = headings.index("key")
        rows = tuple((*row[:place], key_meant(row[place], table.ids), *row[place + 1 :]) for row in rows)
    try:
        before = here.draft.with_sheet(table.sheet, last if known == table.key else table.rows.rows, headings)
        # The table may have been drawn before something of another window came in: only what was typed is taken.
        draft, clashes = merged(before, here.draft.with_sheet(table.sheet, rows, headings), here.draft)
    except ValueError:
        here.refused = TOO_MUCH
        here.generation += 1
        return
    st.session_state["own_taken"] = (table.key, rows)
    # After rows were removed the numbers beside the others are no longer right.
    desk.change(draft, redraw=bool(edits.get("deleted_rows")))
    here.clashes = here.clashes or clashes


def _with_profiles(draft: Draft) -> Rows:
    """The sheet with points, with a column for each profile that has none yet."""
    found = draft.sheets["points"]
    more = [name for name in dict.fromkeys(draft.sheets["profiles"].column("id")) if name]
    more = [name for name in more if name not in found.headings]
    return Rows((*found.headings, *more), tuple((*row, *[""] * len(more)) for row in found.rows))


def _options(sheet: Sheet, draft: Draft, rows: Rows) -> dict[str, tuple[str, ...]]:
    """What can be chosen in a column: a closed list, yes or no, or ids of another sheet. What stands there stays."""
    language = KNOWN[state.words().language]
    found = {}
    for column in sheet.columns:
        known: tuple[str, ...] = column.choices
        if column.kind == "answer":
            known = (language.yes, language.no)
        elif not known and column.heading in REFERS_TO and REFERS_TO[column.heading] != sheet.key:
            known = draft.sheets[REFERS_TO[column.heading]].column("id")
        if known:
            now = rows.column(column.heading)
            found[column.heading] = tuple(dict.fromkeys(cell for cell in (*known, *now) if cell))
    return found


def _configuration(sheet: Sheet, table: EditedTable) -> dict[str, Any]:
    text = state.words()
    columns = {column.heading: column for column in sheet.columns}
    found: dict[str, Any] = {
        NUMBER: st.column_config.TextColumn(
            NUMBER, help=text("own_case.number_help"), disabled=True, pinned=True, width=52
        )
    }
    if sheet.form == "keys":
        meaning = text("own_case.meaning")
        found[meaning] = st.column_config.TextColumn(meaning, disabled=True, width="large")
    for place, (heading, name) in enumerate(table.named.items()):
        found[heading] = _column(sheet, columns.get(heading), name, table.options.get(heading), pinned=place == 0)
    return found


def _called(sheet: Sheet, column: Column, raw: str) -> str:
    """A choice as it is called here; anything else as it stands there."""
    return choice(sheet, column, raw, state.words().language) if raw in column.choices else raw


def _column(sheet: Sheet, column: Column | None, heading: str, options: Cells | None, pinned: bool) -> Any:
    """How a column is shown under its heading."""
    text = state.words()
    if column is None:
        help_text = text("own_case.points_help") if sheet.form == "points" else text("own_case.strange_column")
        return st.column_config.TextColumn(heading, help=help_text, width="small")
    about = shown_explanation(sheet, column, text.language)
    label = f"{heading} *" if column.required and sheet.form in ("records", "answers") else heading
    if options is not None:
        return st.column_config.SelectboxColumn(
            label,
            help=about,
            options=[_called(sheet, column, raw) for raw in options],
            pinned=pinned,
            width="medium",
        )
    width = "large" if wide(column) else "small" if column.kind == "number" else "medium"
    return st.column_config.TextColumn(label, help=about, pinned=pinned, width=width)
