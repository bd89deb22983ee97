"""The second language of an own case, side by side with the first: optional, and what lacks it goes first."""

from typing import Any

import pandas as pd
import streamlit as st

from cases.workbook.draft import LONGEST_CELL, Draft
from cases.workbook.drafting import spoken_in
from cases.workbook.sheet_language import heading, key
from cases.workbook.sheets import BY_KEY
from cases.workbook.translation import TextPair, text_pairs, with_translation
from cases.workbook.workbook_writing import FIRST_ROW
from files.fields import CASE_LANGUAGES
from texts.languages import language_name
from ui import state
from ui.own import desk
from ui.shared.page_html import show

COLUMNS = ("where", "words", "translation")


def show_translation() -> None:
    """How many texts lack a translation, and a table and a form in which it can be written."""
    text, here = state.words(), desk.the_desk()
    language, other = _languages(here.draft)
    own, second = (language_name(code, text.language) for code in (language, other))
    pairs = text_pairs(here.draft, language, other)
    lacking = [pair for pair in pairs if not pair.translation]
    lines = [text("translation.about", language=own), text("translation.lacking", count=len(lacking), language=second)]
    show("text.html", text, title=text("translation.title"), level=2, quiet=False, lines=lines)
    if not pairs:
        return
    only = st.checkbox(text("translation.only_lacking"), value=bool(lacking), key="own_only_lacking")
    rows = _kept(tuple(pair for pair in pairs if not (only and pair.translation)), (language, other, only))
    names = dict(zip(COLUMNS, (text("translation.where"), own, second), strict=True))
    frame = pd.DataFrame(
        [(_where(here.draft, pair, language), pair.words, pair.translation) for pair in rows],
        columns=list(COLUMNS), dtype="string",
    )  # fmt: skip
    st.data_editor(
        frame,
        key=f"own_translation_{st.session_state['own_translation_mark'][1]}",
        hide_index=True,
        column_config={
            name: st.column_config.TextColumn(names[name], disabled=name != "translation", width="large")
            for name in COLUMNS
        },
        on_change=_take,
        args=(rows, other),
        alt=text("translation.title"),
    )
    _one_text(rows, language, other)


def _languages(draft: Draft) -> tuple[str, str]:
    """The language in which the case has most of its words, and the other one."""
    spoken = spoken_in(draft, state.words().language)
    counted = {code: sum(bool(pair.words) for pair in text_pairs(draft, code, code)) for code in spoken}
    first = max(spoken, key=lambda code: counted[code])
    return first, next(code for code in CASE_LANGUAGES if code != first)


def _kept(rows: tuple[TextPair, ...], mark: tuple[Any, ...]) -> tuple[TextPair, ...]:
    """The rows as the table was drawn: what was translated meanwhile stays in its place until the table is new."""
    here = desk.the_desk()
    whole = (*mark, here.generation, here.case_id)
    known = st.session_state.get("own_translation_mark")
    if known is None or known[0] != whole:
        number = 1 if known is None else known[1] + 1
        st.session_state["own_translation_mark"] = (whole, number)
        st.session_state["own_translation_rows"] = rows
    kept: tuple[TextPair, ...] = st.session_state["own_translation_rows"]
    return kept


def _where(draft: Draft, pair: TextPair, language: str) -> str:
    """`criteria, rij 4: naam`; of a sheet with keys the key."""
    text, sheet = state.words(), BY_KEY[pair.sheet]
    if not pair.base:
        named = draft.sheets[pair.sheet].column("key")[pair.row]
        return f"{sheet.name(text.language)}: {key(named, text.language)}"
    (column,) = [column for column in sheet.columns if column.heading == pair.heading(language)]
    row = text("own_case.row", row=pair.row + FIRST_ROW)
    return f"{sheet.name(text.language)}, {row}: {heading(sheet, column, text.language).partition(' (')[0]}"


def _take(rows: tuple[TextPair, ...], other: str) -> None:
    """Somebody wrote translations in the table."""
    number = st.session_state["own_translation_mark"][1]
    edits = st.session_state[f"own_translation_{number}"]["edited_rows"]
    draft = desk.the_desk().draft
    for place, cells in edits.items():
        draft = with_translation(draft, rows[int(place)], other, str(cells.get("translation") or ""))
    desk.change(draft, redraw=False)


def _one_text(rows: tuple[TextPair, ...], language: str, other: str) -> None:
    """One text as an ordinary field, for whom a table to type in is no way."""
    text, here = state.words(), desk.the_desk()
    with st.expander(text("translation.one_text")):
        if not rows:
            return
        places = [_where(here.draft, pair, language) for pair in rows]
        chosen = st.selectbox(
            text("translation.where"), range(len(rows)),
            format_func=places.__getitem__, key=f"own_translation_which_{text.language}",
        )  # fmt: skip
        with st.form("own_translation_form", border=False):
            show("text.html", text, title=None, level=3, quiet=False, lines=[rows[chosen].words])
            given = st.text_area(
                language_name(other, text.language), rows[chosen].translation, max_chars=LONGEST_CELL,
                key=f"own_translation_text_{chosen}_{here.generation}",
            )  # fmt: skip
            if st.form_submit_button(text("own_case.cell_keep"), key="own_translation_keep"):
                desk.change(with_translation(here.draft, rows[chosen], other, given))
                st.rerun()
