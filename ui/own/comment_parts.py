"""Comments of colleagues: beside the cell they are about, and all of them as a list in which they are answered."""

from typing import Literal

import streamlit as st

from cases.store import CellComment, StoreError, own_comments
from cases.store.cell_comments import WORDS
from cases.workbook.draft import Rows
from cases.workbook.draft_changes import row_name, row_named
from texts import Words
from ui import state
from ui.own import desk
from ui.own.changed_cells import column_name, sheet_name
from ui.own.clock import moment
from ui.shared.page_html import show

STATES = ("open", "answered", "closed")
Doing = Literal["comment", "answer_comment", "close_comment"]


def show_at_cell(sheet: str, found: Rows, row: int, heading: str) -> None:
    """The comments on one cell, and room for a new one."""
    text, here = state.words(), desk.the_desk()
    if row >= len(found.rows):
        return
    name = row_name(found, row)
    known = [
        comment
        for comment in own_comments().comments(here.case_id, here.key)
        if (comment.sheet, comment.heading) == (sheet, heading) and row_named(found, comment.row) == row
    ]
    if known:
        show("own_comments.html", text, rows=[_row(comment, text, with_place=False) for comment in known])
    if here.access.may("comment"):
        with st.form("own_comment", border=False):
            key = f"own_comment_{sheet}_{row}_{heading}_{len(known)}"
            words = st.text_area(text("own_case.comment"), max_chars=WORDS[1], key=key)
            if st.form_submit_button(text("own_case.comment_send"), key="own_comment_send"):
                _do("comment", sheet, name, heading, words)


def show_comments() -> None:
    """All comments of a state, and the answer to one of them."""
    text, here = state.words(), desk.the_desk()
    found = own_comments().comments(here.case_id, here.key)
    lines = [text("own_case.comments_about")] if found else [text("own_case.no_comments")]
    show("text.html", text, title=text("own_case.tab_comments"), level=2, quiet=False, lines=lines)
    if not found:
        return
    counts = {name: sum(comment.state == name for comment in found) for name in STATES}
    wanted = st.segmented_control(
        text("own_case.comment_state"),
        STATES,
        default="open",
        required=True,
        format_func=lambda name: text(f"own_case.comments_{name}", count=counts[name]),
        key="own_comment_state",
    )
    chosen = [comment for comment in found if comment.state == wanted]
    show("own_comments.html", text, rows=[_row(comment, text, with_place=True) for comment in chosen])
    if chosen:
        _answer({comment.number: comment for comment in chosen}, text)


def _answer(chosen: dict[int, CellComment], text: Words) -> None:
    here = desk.the_desk()
    number = st.selectbox(
        text("own_case.comment_which"),
        list(chosen),
        format_func=lambda key: f"{key}. {chosen[key].words[:60]}",
        key=f"own_comment_which_{'_'.join(map(str, chosen))[:80]}",
        width=520,
    )
    comment = chosen[number]
    if comment.sheet in here.draft.sheets:
        st.button(text("own_case.comment_to_cell"), on_click=_to_cell, args=(comment,), key="own_comment_to_cell")
    if here.access.may("answer_comment"):
        with st.form("own_comment_answer", border=False):
            words = st.text_area(
                text("own_case.comment_answer"), comment.answer, max_chars=WORDS[1], key=f"own_comment_answer_{number}"
            )
            if st.form_submit_button(text("own_case.comment_answer_send"), key="own_comment_answer_send"):
                _do("answer_comment", number, words)
    may_close = comment.state != "closed" and here.access.may("close_comment")
    if may_close and st.button(text("own_case.comment_close"), key="own_comment_close"):
        _do("close_comment", number)


def _do(what: Doing, *given: str | int) -> None:
    """One change in the store; what stands in the way is kept for the screen."""
    here = desk.the_desk()
    here.refused = here.done = None
    try:
        getattr(own_comments(), what)(here.case_id, here.key, *given)
    except StoreError as error:
        here.refused = error.text
    else:
        here.done = state.words()(f"own_case.done_{what}")
    st.rerun()


def _to_cell(comment: CellComment) -> None:
    """Open the sheet with the cell that it is about chosen."""
    here = desk.the_desk()
    rows = here.draft.sheets[comment.sheet]
    place = row_named(rows, comment.row)
    here.tab, here.sheet, here.cell_open = "data", comment.sheet, True
    if place is not None:
        st.session_state[f"own_cell_row_{comment.sheet}"] = place
    if comment.heading in rows.headings:
        st.session_state[f"own_cell_column_{comment.sheet}"] = comment.heading


def _row(comment: CellComment, text: Words, *, with_place: bool) -> dict[str, str]:
    where = (sheet_name(comment.sheet, text), comment.row, column_name(comment.sheet, comment.heading, text))
    place = ", ".join(where) if with_place else ""
    return {
        "number": str(comment.number),
        "place": place,
        "who": comment.who or text("own_case.manager"),
        "when": moment(comment.when),
        "state": text(f"own_case.comment_{comment.state}"),
        "words": comment.words,
        "answer": comment.answer,
        "answered_by": comment.answered_by or text("own_case.manager"),
    }
