"""Hoe zeker is dit? The verdict first, then what would change it, what is worth finding out, and other methods."""

from typing import Any

import streamlit as st

from texts.glossary import terms
from texts.numbers import number, percent
from ui import navigation, state
from ui.screens.sure import sure_parts
from ui.shared import requirement_parts
from ui.shared.page_html import show
from ui.shared.strips import show_strips
from web.verdict_answers import verdict_html
from weighing.comparison import Comparison
from weighing.shares_of_weightings import WinningValues, winning_values, winning_weighing
from weighing.verdict import Verdict, verdict
from wording.charts import tornado_rows, tornado_spec
from wording.colours import colours
from wording.sureness import effects_to_improve, shift_sentence, winning_sentence
from wording.verdict_words import out_of_100

TERMS = (
    "verdict", "robustness", "uncertainty_range", "tipping_point", "central_weights", "dominance", "second_opinion",
    "rank_correlation",
)  # fmt: skip

MOST_DOUBTS = 10
"""More than this is a list, not an answer to what is worth finding out."""


def show_page() -> None:
    text, comparison = state.words(), state.comparison()
    show("text.html", text, title=text("sure.title"), level=1, quiet=False, lines=[text("sure.intro")])
    if comparison is None:
        show("text.html", text, title=None, level=2, quiet=False, lines=[text("sure.nothing")])
        if st.button(text("sure.go_explore"), key="go_explore"):
            navigation.go_to("explore")
        _values()
        return
    requirement_parts.show_line()
    st.html(verdict_html(comparison, text, with_flip=True))
    found = verdict(comparison)
    if found is not None:
        _flips(found)
        sure_parts.show_shares(comparison)
    _values()
    if found is not None:
        _doubts(found)
        sure_parts.show_opinions(comparison)
    show("terms.html", text, terms=terms(text.language, TERMS))


def _flips(found: Verdict) -> None:
    """The smallest shift, the strips per theme, and what each other alternative would have to improve."""
    comparison, text = found.comparison, state.words()
    show("text.html", text, title=text("sure.flips"), level=2, quiet=False, lines=[])
    if comparison.known:
        show("text.html", text, title=None, level=3, quiet=False, lines=[shift_sentence(found, text)])
    show_strips(comparison)
    if not comparison.known:
        return
    palette, case = colours(comparison.case), comparison.case
    first = text.of(case.alternatives[comparison.first].label)
    cards = [
        {
            "alternative": alternative,
            "colour": palette[alternative.id],
            "lead": text("sure.effect_behind", points=_behind(comparison, row), first=first)
            if row in comparison.rivals
            else text("explore.fails"),
            "lines": effects_to_improve(comparison, row, text) or [text("sure.effect_none")],
        }
        for row, alternative in enumerate(case.alternatives)
        if row != comparison.first
    ]
    intro = text("sure.effect_intro")
    show("sure_cards.html", text, title=text("sure.effect_title"), intro=intro, cards=cards)


def _behind(comparison: Comparison, row: int) -> str:
    return number(comparison.totals[comparison.first] - comparison.totals[row], state.words().language, 1)


def _values() -> None:
    """Per alternative the weights with which it comes first, ready to be put on the board."""
    case, text, weighing = state.case(), state.words(), state.weighing()
    show("text.html", text, title=text("sure.values"), level=2, quiet=False, lines=[text("sure.values_intro")])
    found = winning_values(case, weighing.ranges, state.visit().requirements_off)
    if found is None:
        show("text.html", text, title=None, level=3, quiet=False, lines=[text("sure.values_unknown")])
        return
    palette = colours(case)
    with st.container(key="winning_values"):
        for row, values in enumerate(found):
            alternative = case.alternatives[row]
            with st.container(key=f"values_{alternative.id}"):
                show(
                    "winning.html",
                    text,
                    alternative=alternative,
                    colour=palette[alternative.id],
                    sentence=winning_sentence(case, values, text),
                    shares=_shares(values),
                    confidence=out_of_100(values.confidence, text),
                )
                if values.weights is not None and st.button(text("sure.load"), key=f"load_{alternative.id}"):
                    _load(row)


def _shares(values: WinningValues) -> list[dict[str, Any]]:
    """The weight of each theme, the heaviest on top; nothing when no weights put the alternative first."""
    case, text = state.case(), state.words()
    if values.weights is None:
        return []
    shares = values.theme_weights.tolist()
    return [
        {
            "label": text.of(case.themes[place].label),
            "share": shares[place],
            "shown": percent(shares[place], text.language),
        }
        for place in sorted(range(len(shares)), key=lambda place: (-shares[place], place))
    ]


def _load(row: int) -> None:
    new = winning_weighing(state.case(), state.weighing().ranges, row, state.visit().requirements_off)
    if new is not None:
        state.change(new)
        navigation.go_to("explore")


def _doubts(found: Verdict) -> None:
    """A tornado: what one effect at its low or high estimate makes of the difference between first and rival."""
    comparison, text = found.comparison, state.words()
    case = comparison.case
    show("text.html", text, title=text("sure.doubts"), level=2, quiet=False, lines=[])
    doubts = found.doubts[:MOST_DOUBTS]
    if not doubts:
        show("text.html", text, title=None, level=3, quiet=False, lines=[text("sure.doubts_none")])
        return
    first, rival = (text.of(case.alternatives[row].label) for row in (found.first, found.rival))
    names = {"first": first, "rival": rival}
    palette = colours(case)
    sides = (palette[case.alternatives[found.first].id], palette[case.alternatives[found.rival].id])
    labels = [
        text(
            "sure.doubts_of",
            criterion=text.of(case.summed[doubt.criterion].short),
            code=case.alternatives[doubt.alternative].code,
        )
        for doubt in doubts
    ]
    show("text.html", text, title=None, level=3, quiet=False, lines=[text("sure.doubts_intro", **names)])
    st.vega_lite_chart(
        None,
        {
            **tornado_spec(text.language, len(doubts), *sides),
            "datasets": {"doubts": tornado_rows(doubts, labels, found.margin).to_dict("records")},
        },
        alt=text("sure.doubts_alt", largest=labels[0], **names),
        key="tornado",
    )
    signed = [
        [number(value, text.language, 1, signed=True) for value in (item.at_low, item.at_high)] for item in doubts
    ]
    show(
        "plain_table.html",
        text,
        caption=text("sure.doubts_table"),
        heads=[text(f"sure.doubts_{head}") for head in ("effect", "low", "high", "share", "flips")],
        rows=[
            [
                label,
                *ends,
                percent(doubt.variance_share, text.language),
                text("sure.doubts_yes" if doubt.flips else "sure.doubts_no"),
            ]
            for doubt, label, ends in zip(doubts, labels, signed, strict=True)
        ],
    )
