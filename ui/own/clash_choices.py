"""Two windows changed the same: both texts side by side, and somebody chooses. Until then the saved one stays."""

import streamlit as st

from cases.workbook.draft_merging import DraftClash
from cases.workbook.sheet_language import heading
from cases.workbook.sheets import BY_KEY
from cases.workbook.workbook_writing import FIRST_ROW
from files.problems import shown
from texts import Words
from ui import state
from ui.own import desk
from ui.shared.page_html import show

MOST_CHOICES = 40
"""More than these are chosen together."""
LONGEST = 300
"""Characters of a text that are shown."""
SIDES = ("theirs", "mine")


def show_clashes() -> None:
    """What clashes, and a choice for each, or for all together where there are very many."""
    text, here = state.words(), desk.the_desk()
    count = len(here.clashes)
    rows = [_row(clash, text) for clash in here.clashes[:MOST_CHOICES]]
    show("own_clashes.html", text, rows=rows, count=count, rest=count - len(rows))
    with st.form("own_clashes", border=False):
        names = [text("own_case.clash_choice", n=number) for number in range(1, len(rows) + 1)]
        if count > MOST_CHOICES:
            names = [text("own_case.clash_all")]
        for number, name in enumerate(names):
            st.radio(
                name,
                SIDES,
                format_func=lambda side: text(f"own_case.clash_{side}"),
                key=f"own_clash_{here.generation}_{number}",
                horizontal=True,
            )
        if st.form_submit_button(text("own_case.clash_take"), type="primary", key="own_clash_take"):
            chosen = [st.session_state[f"own_clash_{here.generation}_{number}"] for number in range(len(names))]
            if count > MOST_CHOICES:
                chosen *= count
            here.choose({number for number, side in enumerate(chosen) if side == "mine"})
            st.rerun()


def _row(clash: DraftClash, text: Words) -> dict[str, str]:
    """Where it is, and what both made of it."""
    sheet = BY_KEY.get(clash.sheet)
    where = [sheet.name(text.language) if sheet is not None else clash.sheet]
    if clash.row is not None:
        rows = desk.the_desk().draft.sheets[clash.sheet].rows
        named = " / ".join(cell for cell in rows[clash.row][:2] if cell) if clash.row < len(rows) else ""
        where.append(f"{text('own_case.row', row=clash.row + FIRST_ROW)} {named[:60]}".strip())
    if clash.heading is not None:
        column = next((found for found in sheet.columns if found.heading == clash.heading), None) if sheet else None
        where.append(heading(sheet, column, text.language) if sheet and column else clash.heading)
    return {"where": ", ".join(where), "mine": _side(clash.mine, text), "theirs": _side(clash.theirs, text)}


def _side(found: str | tuple[str, ...] | bytes | None, text: Words) -> str:
    if found is None:
        return text("own_case.clash_gone")
    if isinstance(found, bytes):
        return text("own_case.clash_file", size=f"{len(found) // 1000} kB")
    words = found if isinstance(found, str) else " / ".join(cell for cell in found if cell)
    return shown(words, LONGEST) or text("own_case.clash_empty")
