"""Now, later and elsewhere: side by side and never added, or as parts of the total; and what two rules make of it."""

from typing import Any

import streamlit as st

from ui import state
from ui.shared.columns import columns
from ui.shared.page_html import show
from ui.visit import WHO_VIEWS
from web.dimensions_and_gaps import dimension_cards
from weighing.comparison import Comparison
from weighing.dimensions import FAIR_RULES, Part, by_rule, parts, rules
from wording.dimension_words import part_points, part_share, rule_about, split_sentence
from wording.sentences import total_text


def show_dimensions() -> None:
    """The three parts at the own weights, or with each of the three counting alike as long as there are none."""
    case, text = state.case(), state.words()
    show("text.html", text, title=text("dimension.title"), level=2, quiet=False, lines=[text("dimension.intro")])
    comparison = state.comparison()
    at = comparison or by_rule(case, "dimensions", requirements_off=state.visit().requirements_off)
    shown = text("dimension.at_own" if comparison is not None else "dimension.at_rule")
    found = parts(at)
    lines = [line for line in (split_sentence(found, text) if comparison is not None else "", shown) if line]
    show("text.html", text, title=None, level=3, quiet=False, lines=lines)
    view = st.segmented_control(
        text("dimension.view"),
        WHO_VIEWS,
        default=state.visit().who.view,
        required=True,
        format_func=lambda key: text(f"dimension.as_{key}"),
        key="dimension_view",
        on_change=_choose_view,
    )
    if view == "apart":
        st.html(dimension_cards(at, text, weighed=comparison is not None))
    else:
        _contributions(at, found, weighed=comparison is not None)
    _rules(comparison)


def _choose_view() -> None:
    state.choose_who(view=st.session_state["dimension_view"])


def _contributions(at: Comparison, found: tuple[Part, ...], *, weighed: bool) -> None:
    """The points that each part gives; at weights of the visitor with the total to which they add up."""
    case, text = at.case, state.words()
    totals = [[text("explore.total"), "", *(total_text(at, row, text) for row in range(len(case.alternatives)))]]
    show(
        "plain_table.html",
        text,
        caption=text("dimension.table"),
        heads=[
            text("dimension.part"),
            text("explore.weight"),
            *(text.of(item.label) for item in case.alternatives),
        ],
        rows=[
            [
                text(f"time.{part.dimension}"),
                part_share(part, text),
                *(part_points(part, row, text) for row in range(len(case.alternatives))),
            ]
            for part in found
        ]
        + (totals if weighed else []),
    )


def _rules(comparison: Comparison | None) -> None:
    """Two rules that both sound fair, beside one's own weights: neither is neutral. Without weights: no order."""
    case, text, off = state.case(), state.words(), state.visit().requirements_off
    ranges = state.weighing().ranges
    orders = []
    for rule in FAIR_RULES:
        title, about = text(f"dimension.rule_{rule}"), rule_about(case, rule, text)
        if rule in rules(case):
            orders.append(_order(title, about, by_rule(case, rule, ranges, off), ordered=comparison is not None))
        else:
            orders.append({"title": title, "about": about, "rows": [], "shares": [], "near": False})
    if comparison is not None:
        orders.append(_order(text("dimension.rule_own"), "", comparison, ordered=True))
    show("who_orders.html", text, orders=orders)


def _order(title: str, about: str, comparison: Comparison, *, ordered: bool) -> dict[str, Any]:
    text = state.words()
    every = columns(comparison.case)
    return {
        "title": title,
        "about": about,
        "rows": [
            every[row] | {"total": total_text(comparison, row, text), "failing": row not in comparison.contenders}
            for row in (comparison.order if ordered else ())
        ],
        "shares": [
            {"label": text(f"time.{part.dimension}"), "share": part_share(part, text)} for part in parts(comparison)
        ],
        "near": ordered and comparison.undecided,
    }
