"""One cell as an ordinary field: for a keyboard, a screen reader or a phone, for which a table to type in is no way."""

import streamlit as st

from cases.workbook.draft import LONGEST_CELL, Rows
from cases.workbook.drafting import ids_in
from cases.workbook.sheet_columns import Column
from cases.workbook.sheet_language import choice, choice_meant, key, key_meant, shown_explanation
from cases.workbook.sheet_language import heading as shown_heading
from cases.workbook.sheets import Sheet
from cases.workbook.workbook_writing import FIRST_ROW
from ui import state
from ui.own import comment_parts, desk
from ui.shared.page_html import show


def show_one_cell(sheet: Sheet, found: Rows) -> None:
    """Choose a row and a column, and write what should stand there; the last row to choose is a new one. Below it the
    comments on that cell. Who may not write sees the cell and the comments.

    Args:
        sheet: that is on screen.
        found: its headings and rows, as on screen.
    """
    text, here = state.words(), desk.the_desk()
    writes = here.access.may("save_draft")
    if not (writes or found.rows):
        return
    with st.expander(text("own_case.one_cell" if writes else "own_case.cell_comments"), expanded=here.cell_open):
        if writes:
            show("text.html", text, title=None, level=3, quiet=True, lines=[text("own_case.one_cell_about")])
        with st.container(horizontal=True):
            row = st.selectbox(
                text("own_case.col_row"),
                list(range(len(found.rows) + writes)),
                format_func=lambda row: _row_name(found, row, text("own_case.new_row")),
                key=f"own_cell_row_{sheet.key}",
                width=340,
            )
            columns = {column.heading: column for column in sheet.columns}
            named = {
                name: shown_heading(sheet, columns[name], text.language) if name in columns else name
                for name in found.headings
            }
            heading = st.selectbox(
                text("own_case.col_column"), found.headings, format_func=lambda name: named[name],
                key=f"own_cell_column_{sheet.key}", width=340,
            )  # fmt: skip
        column = columns.get(heading)
        place = found.headings.index(heading)
        now = found.rows[row][place] if row < len(found.rows) else ""
        now = _as_shown(sheet, column, now)
        if not writes:
            show("text.html", text, title=named[heading], level=3, quiet=False, lines=[now or text("own_case.empty")])
            comment_parts.show_at_cell(sheet.key, found, row, heading)
            return
        with st.form("own_cell", border=False):
            label = text("own_case.cell_named", row=row + FIRST_ROW, column=named[heading])
            given = st.text_area(
                label, now, max_chars=LONGEST_CELL, key=f"own_cell_{sheet.key}_{row}_{heading}_{here.generation}"
            )
            if column is not None:
                lines = [shown_explanation(sheet, column, text.language)]
                if column.choices:
                    choices = [choice(sheet, column, raw, text.language) for raw in column.choices]
                    lines.append(text("own_case.choose_from", words=", ".join(choices)))
                show("text.html", text, title=None, level=3, quiet=True, lines=lines)
            if st.form_submit_button(text("own_case.cell_keep"), key="own_cell_keep"):
                _keep(sheet.key, found, row, place, _as_in_files(sheet, column, given.strip()))
        comment_parts.show_at_cell(sheet.key, found, row, heading)


def _as_shown(sheet: Sheet, column: Column | None, cell: str) -> str:
    """A choice or a key as it is called on screen."""
    language = state.words().language
    if column is None:
        return cell
    if column.choices:
        return choice(sheet, column, cell, language) if cell in column.choices else cell
    return key(cell, language, ids_in(desk.the_desk().draft)) if column.heading == "key" else cell


def _as_in_files(sheet: Sheet, column: Column | None, given: str) -> str:
    """The same in the words of the case files."""
    if column is None:
        return given
    return (
        key_meant(given, ids_in(desk.the_desk().draft))
        if column.heading == "key"
        else choice_meant(sheet, column, given)
    )


def _row_name(found: Rows, row: int, new: str) -> str:
    """`7: tram / jobs`: the number in the workbook and the first cells."""
    if row == len(found.rows):
        return f"{row + FIRST_ROW}: {new}"
    return f"{row + FIRST_ROW}: {' / '.join(cell for cell in found.rows[row][:2] if cell)[:60]}"


def _keep(key: str, found: Rows, row: int, place: int, given: str) -> None:
    rows = [list(cells) for cells in found.rows]
    if row == len(rows):
        rows.append([""] * len(found.headings))
    rows[row][place] = given
    desk.change(desk.the_desk().draft.with_sheet(key, tuple(map(tuple, rows)), found.headings))
    st.rerun()
