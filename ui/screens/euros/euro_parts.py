"""Parts of the page Euro's: from effect to amount, what has no amount, the switches, and what would count twice."""

from typing import Any

import numpy as np
import streamlit as st

from cases.definition.model import Case
from texts import Words
from texts.numbers import percent
from ui import state
from ui.shared.page_html import show
from web.euro_answers import euro_totals
from weighing.euros.double_count import Twice, counted_twice
from weighing.euros.euro_doubt import Switch, sensitivities
from weighing.euros.valuing import EuroChoices, Euros, euros
from wording.colours import colours
from wording.euro_doubt_words import SensitivityRows, sensitivity_rows
from wording.euro_rows import LineRow, gain_rows, gap_rows, line_rows
from wording.sentences import inline


def columns(case: Case) -> list[dict[str, Any]]:
    """The alternatives as heads of a table, in the order of the case."""
    palette = colours(case)
    return [{"alternative": item, "colour": palette[item.id]} for item in case.alternatives]


def show_lines(found: Euros) -> None:
    """A row for every factor in use, a column for every alternative, and the sum below."""
    text = state.words()
    lines = {item.id: line_rows(found, item.id, text) for item in found.case.alternatives}
    keys = dict.fromkeys((line.criterion, line.factor) for rows in lines.values() for line in rows)
    order = [criterion.id for criterion in found.case.criteria]
    rows = [_row(found, lines, key, text) for key in sorted(keys, key=lambda key: order.index(key[0]))]
    totals = [row.totals for row in euro_totals(found, text)]
    with st.expander(text("lens.lines")):
        show("text.html", text, title=None, level=2, quiet=False, lines=[text("lens.lines_about")])
        show("euro_lines.html", text, columns=columns(found.case), rows=rows, totals=totals)


def _row(found: Euros, lines: dict[str, list[LineRow]], key: tuple[str, str], text: Words) -> dict[str, Any]:
    by_alternative = {
        alternative: next((line for line in rows if (line.criterion, line.factor) == key), None)
        for alternative, rows in lines.items()
    }
    line = next(line for line in by_alternative.values() if line is not None)
    cells = [
        {**column, "line": by_alternative[column["alternative"].id], "else": _instead(found, column, key[0], text)}
        for column in columns(found.case)
    ]
    return {"line": line, "cells": cells}


def _instead(found: Euros, column: dict[str, Any], criterion: str, text: Words) -> str:
    """What stands in a cell without an amount: a gain, or the reason."""
    alternative = column["alternative"].id
    for gain in gain_rows(found, alternative, text):
        if gain.criterion == criterion:
            return text("lens.gain_here", quantity=gain.quantity)
    gaps = {gap.criterion: gap.text for gap in gap_rows(found, text, alternative)}
    return gaps.get(criterion, text("lens.no_amount"))


def show_gaps(found: Euros) -> None:
    """Every effect without an amount, with its reason and what that means; they are named beside the sums, too."""
    text = state.words()
    with st.expander(text("lens.gaps")):
        show(
            "euro_table.html",
            text,
            caption=text("lens.gaps"),
            heads=[text(f"lens.gaps_{head}") for head in ("effect", "reason", "meaning")],
            rows=[[row.label, row.reason, row.text] for row in gap_rows(found, text)],
        )


def show_switches(found: Euros) -> None:
    """Every choice of method, with what each setting does to every total beside it."""
    text = state.words()
    with st.expander(text("lens.switches")):
        show("text.html", text, title=None, level=2, quiet=False, lines=[text("lens.switches_about")])
        _switches(found, text)


def _switches(found: Euros, text: Words) -> None:
    shown = sensitivity_rows(found.case, found.choices, text)
    for switch, rows in zip(sensitivities(found.case, found.choices), shown, strict=True):
        options = {str(getattr(option.choices, FIELDS[switch.switch])): option for option in switch.options}
        labels = dict(zip(options, (row.label for row in rows.rows), strict=True))
        key = f"euro_{switch.switch}"
        st.session_state[key] = next(value for value, option in options.items() if option.chosen)
        with st.container(key=f"switch_{switch.switch}"):
            show("text.html", text, title=rows.label, level=3, quiet=False, lines=[rows.about])
            st.selectbox(
                rows.label,
                list(options),
                format_func=labels.__getitem__,
                key=key,
                label_visibility="collapsed",
                width=480,
                on_change=_choose,
                args=(key, {value: option.choices for value, option in options.items()}),
            )
            _options(found.case, rows, text)


# A selectbox takes None for "nothing chosen", so the values stand there as text.
FIELDS: dict[Switch, str] = {
    "set": "factor_set", "biome": "biome", "carbon": "carbon", "doubt": "three_times", "rate": "rate",
    "horizon": "horizon", "timing": "timing",
}  # fmt: skip
"""Which field of the choices each switch changes."""


def _choose(key: str, options: dict[str, EuroChoices]) -> None:
    state.choose_euros(options[st.session_state[key]])


def _options(case: Case, rows: SensitivityRows, text: Words) -> None:
    show("euro_options.html", text, columns=columns(case), caption=rows.label, rows=rows.rows)


def show_together(case: Case, choices: EuroChoices) -> None:
    """Scores and euros in one list: grey is what is in euros already, or overlaps with it."""
    text, comparison = state.words(), state.comparison()
    weights = np.ones(len(case.summed)) if comparison is None else comparison.weights
    twice = {item.criterion: item for item in counted_twice(case, choices, weights).in_scores}
    rows = [
        {
            "label": text.of(criterion.label),
            "weight": percent(weight, text.language) if comparison else None,
            "why": _why(case, twice[criterion.id], text) if criterion.id in twice else None,
        }
        for criterion, weight in zip(case.summed, weights.tolist(), strict=True)
        if weight > 0
    ]
    lines = [text("lens.together_about"), text("lens.together_none")]
    if comparison is not None:
        weighed = zip(case.summed, weights.tolist(), strict=True)
        grey = sum(weight for criterion, weight in weighed if criterion.id in twice)
        shares = {"grey": percent(grey, text.language), "rest": percent(1 - grey, text.language)}
        lines[1] = text("lens.together_weights", **shares)
    with st.expander(text("lens.together")):
        show("text.html", text, title=None, level=2, quiet=False, lines=lines)
        show("euro_together.html", text, rows=rows, weighed=comparison is not None)


def _why(case: Case, item: Twice, text: Words) -> str:
    if item.why is None:
        return text("lens.together_itself")
    other = inline(text.of(case.criterion(item.other).short))
    return text("lens.together_overlaps", other=other, why=text.of(item.why))


def show_note(*, summed: bool) -> None:
    """As long as the euros are on: which criteria have an amount too; only those in the sum, or all of the case."""
    case, text, choices = state.case(), state.words(), state.visit().euros
    if choices is None:
        return
    in_sum = {criterion.id for criterion in case.summed}
    valued = [key for key in euros(case, choices).valued_criteria if not summed or key in in_sum]
    twice = counted_twice(case, choices, np.ones(len(case.summed))).in_scores
    overlapping = [item.criterion for item in twice if item.why is not None]
    show("euro_note.html", text, names=_names(case, valued, text), more=_names(case, overlapping, text))


def _names(case: Case, criteria: list[str], text: Words) -> str:
    return text.listed([inline(text.of(case.criterion(key).short)) for key in criteria])
