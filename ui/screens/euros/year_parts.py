"""Years on the page Euro's: each year as it is, money that falls once, and which doubt moves the sum."""

import streamlit as st

from ui import state
from ui.shared.page_html import show
from weighing.euros.valuing import Euros
from wording.euro_years_words import (
    apart_about,
    apart_rows,
    cost_heads,
    cost_rows,
    path_rows,
    year_rows,
    years_about,
)


def show_years(found: Euros) -> None:
    """A row for each of some years, and why they differ; nothing when every year is the same."""
    text, rows = state.words(), year_rows(found, state.words())
    if not rows:
        return
    with st.expander(text("lens.years")):
        _lines(*years_about(found, text))
        heads = ["", *(text.of(item.label) for item in found.case.alternatives)]
        _table(text("lens.years"), heads, [[row.label, *row.amounts] for row in rows])
        paths = path_rows(found, text)
        if paths:
            heads = [text("lens.gaps_effect"), text("explore.alternative"), text("lens.paths"), text("effects.sources")]
            cells = [[row.label, row.alternatives, row.why, ", ".join(row.sources)] for row in paths]
            _table(text("lens.paths"), heads, cells)


def show_costs(found: Euros) -> None:
    """Money that falls once, by alternative, beside the effects; nothing when the case names none."""
    text, every = state.words(), cost_rows(found, state.words())
    if not every:
        return
    with st.expander(text("lens.costs")):
        _lines(text("lens.costs_about"))
        heads = cost_heads(found, text)
        for item in every:
            show("text.html", text, title=item.alternative, level=3, quiet=False, lines=_if_none(item.rows))
            if not item.rows:
                continue
            rows = [[row.label, row.year, row.payer, row.amount, row.now] for row in item.rows]
            sums = {"lens.costs_sum": item.costs, "lens.costs_left": item.left}
            rows += [[text(key), "", "", "", amount] for key, amount in sums.items() if amount is not None]
            _table(item.alternative, heads, rows)
            notes = [f"{row.label}: {row.about} ({', '.join(row.sources)})" for row in item.rows]
            show("list.html", text, intro=None, lines=notes, outro=None)


def show_apart(found: Euros) -> None:
    """Doubt about effects and doubt about amounts per unit, one at a time."""
    text, rows = state.words(), apart_rows(found, state.words())
    if not rows:
        return
    with st.expander(text("lens.apart")):
        _lines(*apart_about(found, text))
        heads = [text("explore.alternative"), *(text(f"lens.apart_{key}") for key in ("effects", "factors", "larger"))]
        _table(text("lens.apart"), heads, [[row.label, row.effects, row.factors, row.larger] for row in rows])


def _if_none(rows: tuple[object, ...]) -> list[str]:
    return [] if rows else [state.words()("lens.costs_none")]


def _lines(*lines: str) -> None:
    show("text.html", state.words(), title=None, level=2, quiet=False, lines=list(lines))


def _table(caption: str, heads: list[str], rows: list[list[str]]) -> None:
    show("euro_table.html", state.words(), caption=caption, heads=heads, rows=rows)
