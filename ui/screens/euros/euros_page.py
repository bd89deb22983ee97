"""Euro's: off until the visitor turns them on; then totals beside what they leave out, and how they came about."""

import streamlit as st

from cases.definition.model import Case
from texts.glossary import terms
from ui import state
from ui.screens.euros import euro_parts, money_parts, year_parts
from ui.shared.page_html import show
from web.euro_answers import euro_totals, euros_html, gaps_by_reason
from weighing.euros.euro_doubt import tipping_prices
from weighing.euros.euro_draws import DRAWS
from weighing.euros.valuing import EuroChoices, Euros, euros
from wording.euro_divisions import by_remedy, by_right
from wording.euro_doubt_words import difference_sentence, tipping_sentences
from wording.euro_rows import set_text
from wording.sentences import inline

TERMS = ("true_price", "business_case", "uncertainty_range")


def show_page() -> None:
    """A switch that is off at first; on, totals beside what has no amount, and each step from effect to amount."""
    case, text, choices = state.case(), state.words(), state.visit().euros
    show("text.html", text, title=text("euros.title"), level=1, quiet=False, lines=[text("lens.what")])
    if case.valuation is None:
        show("text.html", text, title=None, level=2, quiet=False, lines=[text("lens.none")])
        return
    if not case.has_amounts:
        show("text.html", text, title=None, level=2, quiet=False, lines=[text("lens.none_valued")])
        money_parts.show_budget(case)
        money_parts.show_contested(case)
        return
    st.session_state["euro_lens"] = choices is not None
    st.toggle(text("lens.switch"), key="euro_lens", on_change=_switch)
    if choices is None:
        show("text.html", text, title=None, level=2, quiet=True, lines=[text("lens.off")])
        _before(case)
        return
    found = euros(case, choices)
    st.html(euros_html(found, text))
    with st.container(key="two_euros"):
        _table(found)
        euro_parts.show_lines(found)
        _divisions(found)
        year_parts.show_years(found)
        euro_parts.show_gaps(found)
        year_parts.show_costs(found)
        money_parts.show_budget(case)
        money_parts.show_contested(case)
        money_parts.show_transfers(found)
        _pair(found)
        year_parts.show_apart(found)
        euro_parts.show_switches(found)
        euro_parts.show_together(case, choices)
    show("euro_source.html", text, set=set_text(found, text))
    show("terms.html", text, terms=terms(text.language, TERMS))


def _before(case: Case) -> None:
    """Which effects will get an amount, and which not and why; the amounts themselves come with the switch."""
    text = state.words()
    found = euros(case, EuroChoices())
    show(
        "euro_before.html",
        text,
        names=[text.of(case.criterion(key).label) for key in found.valued_criteria],
        gaps=gaps_by_reason(found, text),
        n_gaps=len(found.gaps),
        n_all=len(case.criteria),
        set=set_text(found, text).name,
    )


def _switch() -> None:
    state.choose_euros(EuroChoices() if st.session_state["euro_lens"] else None)


def _table(found: Euros) -> None:
    """The chart in numbers, with the totals over the years; a period that has no amount is left out, not 0."""
    text = state.words()
    none = text("lens.no_amount")
    rows = [
        [
            row.label,
            " / ".join(total.full for total in row.totals) or none,
            row.present.full if row.present else none,
            row.coverage,
        ]
        for row in euro_totals(found, text)
    ]
    with st.expander(text("lens.as_table")):
        heads = [text("explore.alternative"), *(text(f"lens.table_{head}") for head in ("total", "present", "covered"))]
        show("euro_table.html", text, caption=text("lens.as_table"), heads=heads, rows=rows)


def _divisions(found: Euros) -> None:
    """The same costs by the right they protect and by the kind of remedy; only where a set starts from rights."""
    case, text = found.case, state.words()
    divisions = {"right": by_right(found, text), "remedy": by_remedy(found, text)}
    if not divisions["right"]:
        return
    with st.expander(text("lens.divided")):
        show("text.html", text, title=None, level=2, quiet=False, lines=[text("lens.divided_about")])
        for name, rows in divisions.items():
            caption = text(f"lens.divided_{name}")
            heads = [caption, *(text.of(item.label) for item in case.alternatives)]
            table = [[row.label, *row.amounts] for row in rows]
            show("euro_table.html", text, caption=caption, heads=heads, rows=table)


def _pair(found: Euros) -> None:
    """Two alternatives: how often which costs less, and the amount per unit at which their order turns."""
    with st.expander(state.words()("lens.pair")):
        _chosen_pair(found)


def _chosen_pair(found: Euros) -> None:
    case, text = found.case, state.words()
    names = {item.id: text.of(item.label) for item in case.alternatives}
    show("text.html", text, title=None, level=2, quiet=False, lines=[text("lens.pair_draws", count=DRAWS)])
    with st.container(horizontal=True, key="euro_pair"):
        first, second = (
            st.selectbox(
                text(f"lens.pair_{which}"),
                list(names),
                index=place,
                format_func=lambda key: names[key],
                key=f"euro_{which}",
            )
            for place, which in enumerate(("first", "second"))
        )
    if first == second:
        show("text.html", text, title=None, level=3, quiet=False, lines=[text("lens.pair_same")])
        return
    sentence = difference_sentence(case, found.choices, first, second, text)
    show("text.html", text, title=None, level=3, quiet=False, lines=[sentence])
    show("text.html", text, title=text("lens.tips"), level=3, quiet=False, lines=[])
    show("list.html", text, intro=None, lines=_tips(found, first, second), outro=None)


def _tips(found: Euros, first: str, second: str) -> list[str]:
    """A sentence for every amount per unit that turns the order, and one for all that do not."""
    text = state.words()
    prices = tipping_prices(found.case, found.choices, first, second)
    sentences = tipping_sentences(found.case, found.choices, first, second, text)
    never = [inline(text.of(item.factor.impact)) for item in prices if item.price is None]
    if not never:
        return sentences
    turning = [sentence for sentence, item in zip(sentences, prices, strict=True) if item.price is not None]
    return [*turning, text("lens.tips_never", names="; ".join(never))]
