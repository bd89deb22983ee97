"""Hoe zeker is dit? The verdict first, then what would change it, what is worth finding out, and other methods."""

from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

import streamlit as st
from markupsafe import Markup

from texts import Words
from texts.glossary import terms
from texts.numbers import percent
from ui import navigation, state
from ui.screens.sure import sure_parts
from ui.shared.chart_colours import on_page
from ui.shared.page_head import show_head
from ui.shared.page_html import show
from ui.shared.strips import can_show, show_strips
from web.future_answers import futures_html
from web.verdict_answers import verdict_html
from weighing.shares_of_weightings import WinningValues, winning_values, winning_weighing
from weighing.verdict import Verdict, verdict
from wording.cause_words import cause_rows, cause_rule, cause_sentence
from wording.charts import tornado_rows, tornado_spec
from wording.colours import colours
from wording.council_rows import CouncilCell, council_columns
from wording.doubt_rows import DoubtRow, doubt_rows, gain_sentence, gaining
from wording.gap_words import guessed_line
from wording.sureness import behind_texts, near_sentence, none_alone, shift_sentence, winning_sentence
from wording.verdict_words import out_of_100

TERMS = ("verdict", "uncertainty_range", "tipping_point", "second_opinion")


AROUND_CHART = 80
"""Pixels of a chart that its axis and the names of its lines take, beside its rows."""


def show_page() -> None:
    """The verdict and all that could change it; before anything is weighed only the values that make each win."""
    text, comparison = state.words(), state.comparison()
    title, lines = text("sure.title"), [text("sure.intro")]
    if comparison is None:
        show("text.html", text, title=title, level=1, quiet=False, lines=lines)
        _values()
        _futures()
        show("text.html", text, title=None, level=2, quiet=False, lines=[text("sure.nothing")])
        if st.button(text("sure.go_explore"), key="go_explore"):
            navigation.go_to("explore")
        return
    show_head(title, lines)
    st.html(verdict_html(comparison, text, with_flip=True))
    found = verdict(comparison)
    if guessed := guessed_line(state.case(), text):
        show("text.html", text, title=None, level=3, quiet=True, lines=[guessed])
    if found is not None and not comparison.unsure:
        _flips(found)
        sure_parts.show_shares(comparison)
    _futures()
    _values()
    if found is not None:
        _doubts(found)
    if found is not None and not comparison.unsure:
        sure_parts.show_opinions(comparison)
    elif comparison.unsure:
        show("text.html", text, title=None, level=3, quiet=False, lines=[text("sure.unsure")])
    show("terms.html", text, terms=terms(text.language, TERMS))


def _flips(found: Verdict) -> None:
    """The smallest shift, the strips per theme, and what each other alternative would have to improve."""
    comparison, text = found.comparison, state.words()
    show("text.html", text, title=text("sure.flips"), level=2, quiet=False, lines=[])
    show_strips(
        comparison,
        [shift_sentence(found, text)] if can_show(comparison) and comparison.known and not comparison.dark else [],
    )
    if not comparison.known:
        return
    palette, behind = colours(comparison.case), behind_texts(comparison, text)
    cards = [
        {
            "alternative": item.alternative,
            "colour": palette[item.alternative.id],
            "lead": item.behind or text("explore.fails"),
            "lines": item.lines,
        }
        for item in behind
    ]
    title, intro = text("sure.effect_title"), text("sure.effect_intro")
    show("sure_cards.html", text, title=title, intro=intro, cards=cards, none_alone=none_alone(behind, text))


def _futures() -> None:
    """The totals in every future of the case; nothing for a case without futures."""
    case, text = state.case(), state.words()
    if case.futures:
        show("text.html", text, title=text("futures.title"), level=2, quiet=False, lines=[])
        st.html(futures_html(case, state.comparison(), text, doors=True))


def _values() -> None:
    """Per alternative when it comes first and how near that is, with weights that are ready to be put on the board.

    The condition is worked out with all requirements; before anybody weighed it is what there is to see.
    """
    case, text, weighing = state.case(), state.words(), state.weighing()
    bare = not weighing.started and not state.visit().requirements_off
    conditions = [column.cells["first"] if bare else None for column in council_columns(case, text)]
    show("text.html", text, title=text("sure.values"), level=2, quiet=False, lines=[text("sure.values_intro")])
    found = winning_values(case, weighing.ranges, state.visit().requirements_off)
    palette = colours(case)
    with st.container(key="winning_values"):
        for row, alternative in enumerate(case.alternatives):
            values = found[row]
            with st.container(key=f"values_{alternative.id}"):
                show(
                    "winning.html",
                    text,
                    alternative=alternative,
                    colour=palette[alternative.id],
                    condition=conditions[row],
                    sentence=_sentence(conditions[row], values, text),
                    near=near_sentence(values, text),
                    shares=_shares(values),
                    confidence=_confidence(values, text),
                )
                if values.weights is not None and st.button(text("sure.load"), key=f"load_{alternative.id}"):
                    _load(row)


def _confidence(values: WinningValues, text: Words) -> str:
    """Empty where it would rest on too few weightings."""
    return out_of_100(values.confidence, text) if values.confidence is not None else ""


def _sentence(condition: CouncilCell | None, values: WinningValues, text: Words) -> Markup:
    """With which values it comes first, where the condition does not say so already."""
    if condition is not None and values.weights is not None:
        return Markup()
    return winning_sentence(state.case(), values, text)


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
    rows = doubt_rows(found, text)
    if not rows:
        show("text.html", text, title=None, level=3, quiet=False, lines=[text("sure.doubts_none")])
        return
    first, rival = (text.of(case.alternatives[row].label) for row in (found.first, found.rival))
    names = {"first": first, "rival": rival}
    show("text.html", text, title=None, level=3, quiet=False, lines=[gain_sentence(found, text)])
    if case.causes:
        rule, causes = cause_rule(text), cause_rows(case, text)
        show("causes.html", text, sentence=cause_sentence(case, text), rule=rule, rows=causes)
    told = gaining(found)
    if told:
        intro = [text("sure.doubts_intro", **names), text("sure.doubts_order")]
        show("text.html", text, title=None, level=3, quiet=False, lines=intro)
        _doubt_chart(found, rows[:told], names)
    if rest := rows[told:]:
        with st.expander(text("gap.rest", count=len(rest)) if told else text("sure.doubts_table")):
            if told:
                _doubt_table(rest)
            else:
                intro = [text("sure.doubts_intro", **names)]
                show("text.html", text, title=None, level=3, quiet=False, lines=intro)
                _doubt_chart(found, rest, names)


def _doubt_chart(found: Verdict, rows: Sequence[DoubtRow], names: dict[str, str]) -> None:
    """The first rows as bars, with their table."""
    case, text = found.comparison.case, state.words()
    palette = colours(case)
    sides = (palette[case.alternatives[found.first].id], palette[case.alternatives[found.rival].id])
    chart = {
        **on_page(tornado_spec(text.language, len(rows), *sides)),
        "height": 34 * len(rows) + AROUND_CHART,
        "datasets": {"doubts": tornado_rows(found, [item.label for item in rows]).to_dict("records")},
    }
    with st.container(key="two_doubts"):
        st.vega_lite_chart(None, chart, alt=text("sure.doubts_alt", largest=rows[0].label, **names), key="tornado")
        _doubt_table(rows)


def _doubt_table(rows: Sequence[DoubtRow]) -> None:
    text = state.words()
    show(
        "plain_table.html",
        text,
        caption=text("sure.doubts_table"),
        heads=[text(f"sure.doubts_{head}") for head in ("effect", "low", "high", "gain", "flips")],
        rows=[astuple(item) for item in rows],
    )
