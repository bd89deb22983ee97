"""Who gains, who loses and who pays: the matrix, a card for each alternative, and the switch for vulnerable groups."""

import streamlit as st

from texts.numbers import MINUS
from ui import state
from ui.shared.columns import columns
from ui.shared.page_html import show
from ui.visit import EQUITY_WEIGHTS
from wording.who_words import compared_with, equity_text, group_rows, ledger_text, vulnerable_sentences

DOTS = (
    ("gain", "+", "gain_medium"),
    ("gain", "++", "gain_large"),
    ("loss", MINUS, "loss_medium"),
    ("loss", MINUS * 2, "loss_large"),
    ("both", f"+ {MINUS}", "dot_both"),
    ("none", "0", "direction_none"),
    ("unknown", "?", "direction_unknown"),
    ("gain", "+ ?", "dot_partly"),
)
"""What the dots mean: how they look, what is in them, and the word behind ``who.``."""


def show_groups() -> None:
    """Nothing but a sentence for a case that names no groups."""
    case, text = state.case(), state.words()
    if not case.groups:
        show("text.html", text, title=text("who.groups"), level=2, quiet=False, lines=[text("who.no_groups")])
        return
    _matrix()
    _ledgers()
    _equity()


def _matrix() -> None:
    case, text = state.case(), state.words()
    lines = [text("who.groups_intro"), compared_with(case, text)]
    show("text.html", text, title=text("who.groups"), level=2, quiet=False, lines=lines)
    vulnerable = {group.id for group in case.groups if group.vulnerable.answer == "yes"}
    rows = group_rows(case, text)
    show(
        "who_matrix.html",
        text,
        columns=columns(case),
        dots=[(dot, mark, text(f"who.{word}")) for dot, mark, word in DOTS],
        rows=rows,
        vulnerable=vulnerable,
        sources=case.sources,
    )


def _ledgers() -> None:
    case, text = state.case(), state.words()
    cards = [
        column
        | {
            "ledger": ledger_text(case, column["alternative"].id, text),
            "vulnerable": vulnerable_sentences(case, column["alternative"].id, text),
        }
        for column in columns(case)
    ]
    show("who_ledgers.html", text, cards=cards)


def _equity() -> None:
    """Off until somebody picks a weight; then with its formula, both counts and what changes."""
    case, text = state.case(), state.words()
    with st.container(key="two_equity"):
        show("text.html", text, title=text("who.equity"), level=3, quiet=False, lines=[text("who.equity_intro")])
        weight = st.segmented_control(
            text("who.equity_pick"),
            EQUITY_WEIGHTS,
            default=state.visit().who.equity or None,
            format_func=lambda value: text("who.equity_times", weight=value),
            key="equity_weight",
            on_change=_choose_equity,
        )
    if weight is None:
        return
    found = equity_text(case, float(weight), text)
    show("text.html", text, title=None, level=3, quiet=False, lines=[found.change, found.formula])
    heads = ("alternative", "without", "place_without", "with", "place_with", "left_out")
    show(
        "plain_table.html",
        text,
        caption=text("who.equity_table"),
        heads=[text("explore.alternative"), *(text(f"who.equity_{head}") for head in heads[1:])],
        rows=[
            [row.alternative, row.without, row.place_without, row.with_weight, row.place_with, row.left_out]
            for row in found.rows
        ],
    )


def _choose_equity() -> None:
    state.choose_who(equity=st.session_state["equity_weight"] or "")
