"""Parts of Hoe zeker with choices of their own: how often each comes first over many weightings, and other methods."""

import math
from functools import partial
from typing import Any

import numpy as np
import streamlit as st

from mcda.robustness import Acceptability
from mcda.shares import pair_shares
from texts import Words
from texts.numbers import number, quantity
from ui import state
from ui.shared.page_html import show
from weighing.comparison import Comparison
from weighing.opinions import Opinions, opinions
from weighing.score_draws import SHAPES, TOGETHER
from weighing.shares_of_weightings import AROUND, OVER, Tree, first_places, trees
from wording.colours import colours, pattern
from wording.sureness import dominance_sentences, tree_name
from wording.verdict_words import counts_of_all, out_of_100


def show_shares(comparison: Comparison) -> None:
    """Stacked bars, one per tree: no share stands alone, because the tree decides as much as the plans."""
    text = state.words()
    show("text.html", text, title=text("sure.shares"), level=2, quiet=False, lines=[text("sure.shares_intro")])
    choices = {"over": OVER, "doubt": SHAPES, "together": TOGETHER}
    with st.container(horizontal=True, key="sure_choices"):
        for name, options in choices.items():
            st.segmented_control(
                text(f"sure.{name}"),
                options,
                default=getattr(state.visit().sure, name),
                required=True,
                format_func=partial(_option, name),
                key=f"sure_{name}",
                on_change=_choose,
                args=(name,),
            )
    chosen = state.visit().sure
    found = {
        tree: first_places(comparison, chosen.over, tree, chosen.doubt, chosen.together)
        for tree in trees(comparison.case)
    }
    show("hundreds.html", text, rows=[_row(comparison, tree, item, text) for tree, item in found.items()])
    samples = number(next(iter(found.values())).samples, text.language)
    about = text(f"sure.over_{chosen.over}_help", factor=quantity(AROUND, text.language, 1))
    show("text.html", text, title=None, level=3, quiet=True, lines=[about, text("sure.error", samples=samples)])
    with st.container(key="two_shares"):
        with st.expander(text("sure.pairs")):
            _pairs(comparison)
        with st.expander(text("sure.all_places")):
            for tree, item in found.items():
                _places(comparison, tree, item)


def _option(name: str, key: str) -> str:
    return state.words()(f"sure.{name}_{key}")


def _choose(name: str) -> None:
    state.choose_sure(**{name: st.session_state[f"sure_{name}"]})


def _row(comparison: Comparison, tree: Tree, found: Acceptability, text: Words) -> dict[str, Any]:
    case = comparison.case
    palette, shown = colours(case), counts_of_all(found.first, text)
    parts = [
        {
            "code": alternative.code,
            "colour": palette[alternative.id],
            "pattern": pattern(row),
            "share": float(found.first[row]),
            "count": shown[row],
        }
        for row, alternative in enumerate(case.alternatives)
    ]
    counts = [
        text("sure.count_of", label=text.of(alternative.label), count=part["count"])
        for alternative, part in zip(case.alternatives, parts, strict=True)
    ]
    return {
        "name": tree_name(comparison.case, tree, text),
        "parts": parts,
        "message": text("sure.in_100", counts=text.listed(counts)),
    }


def _pairs(comparison: Comparison) -> None:
    case, text = comparison.case, state.words()
    if np.isnan(comparison.arrays.scores).any():  # one without weight counts too: every weighting is asked
        show("text.html", text, title=None, level=3, quiet=False, lines=[text("sure.pairs_unknown")])
        return
    shares = pair_shares(comparison.arrays.scores)
    lines = [text("sure.pairs_intro", count=len(case.summed))]
    show("text.html", text, title=None, level=3, quiet=False, lines=lines)
    show(
        "plain_table.html",
        text,
        caption=text("sure.pairs"),
        heads=[text("sure.pairs_head"), *(text.of(item.label) for item in case.alternatives)],
        rows=[
            [
                text.of(alternative.label),
                *("" if row == other else out_of_100(float(shares[row, other]), text) for other in range(len(shares))),
            ]
            for row, alternative in enumerate(case.alternatives)
        ],
    )


def _places(comparison: Comparison, tree: Tree, found: Acceptability) -> None:
    case, text = comparison.case, state.words()
    count = len(case.alternatives)
    show(
        "plain_table.html",
        text,
        caption=tree_name(comparison.case, tree, text),
        heads=[text("explore.alternative"), *(text("sure.place", place=place + 1) for place in range(count))],
        rows=[
            [text.of(alternative.label), *counts_of_all(found.rank_shares[row], text)]
            for row, alternative in enumerate(case.alternatives)
        ],
    )


def show_opinions(comparison: Comparison) -> None:
    """Other methods, folded: they never vote. The verdict says what they find; here is what cannot be calculated."""
    text = state.words()
    found = opinions(comparison)
    if found is None:
        return
    show("text.html", text, title=text("sure.opinion"), level=2, quiet=False, lines=[])
    with st.expander(text("sure.opinion_how")):
        _methods(comparison, found)


def _methods(comparison: Comparison, found: Opinions) -> None:
    case, text = comparison.case, state.words()
    names = [text(f"method_name.{method}") for method in found.methods]
    alternatives = [text.of(item.label) for item in case.alternatives]
    show("text.html", text, title=None, level=3, quiet=False, lines=[text("sure.opinion_intro")])
    show(
        "plain_table.html",
        text,
        caption=text("sure.opinion_table"),
        heads=[text("sure.opinion_method"), *alternatives, text("sure.opinion_agreement")],
        rows=[
            [name, *(str(rank) for rank in found.ranks[row]), _correlation(found.agreement[0, row], text)]
            for row, name in enumerate(names)
        ],
    )
    show("text.html", text, title=None, level=3, quiet=True, lines=[text("sure.opinion_agreement_help")])
    show(
        "plain_table.html",
        text,
        caption=text("sure.opinion_matrix"),
        heads=[text("sure.opinion_method"), *names],
        rows=[[name, *(_correlation(value, text) for value in found.agreement[row])] for row, name in enumerate(names)],
    )
    refused = [
        text("sure.opinion_refused", method=text(f"method_name.{item.method}"), reason=text(f"refusal.{item.refusal}"))
        for item in found.refused
    ]
    about = [
        f"{name}: " + text(f"method_about.{item}") for name, item in zip(names[1:], found.methods[1:], strict=True)
    ]
    lines = [*dominance_sentences(comparison, found, text), *about, *refused]
    show("list.html", text, intro=None, lines=lines, outro=None)


def _correlation(value: float, text: Words) -> str:
    return number(value, text.language, 2) if not math.isnan(value) else "-"
