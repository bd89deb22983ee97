"""The weighing board: one row per theme with its step in units, a slider and a number; a theme opens into its criteria.

The sliders here speak to the server once per release. Rows write into the weighing and never own an answer.
"""

from typing import Literal

import streamlit as st

from cases.definition.criterion import Criterion
from cases.definition.model import Theme
from texts.numbers import percent, rounded_decimal
from ui import state
from ui.shared.page_html import plain, say, show
from weighing.comparison import Comparison
from weighing.weighing import LARGEST, OWN, ROUGH, Weighing
from wording.effect_words import ends_text
from wording.sentences import share_text


def show_stale(weighing: Weighing, place: str) -> None:
    """Points given on another range: confirm them here, or go back. `place` tells the two spots on the page apart."""
    text = state.words()
    with st.container(key=f"stale_{place}"):
        if weighing.moved:
            names = [text.of(state.case().criterion(key).short) for key in weighing.moved]
            say("warning", text("own_case.moved", names=text.listed(names)))
        else:
            say("warning", text("explore.stale"))
        with st.container(horizontal=True):
            st.button(
                text("explore.stale_confirm"), key=f"confirm_{place}", on_click=state.revise, args=(Weighing.confirmed,)
            )
            if weighing.ranges != weighing.points_on:
                st.button(text("explore.stale_back"), key=f"back_{place}", on_click=state.revise, args=(_ranges_back,))


def _ranges_back(weighing: Weighing) -> Weighing:
    return weighing.on_ranges(weighing.points_on)


def show_board(comparison: Comparison) -> None:
    """A row for each theme, then undo and beginning again."""
    text = state.words()
    for index, theme in enumerate(comparison.case.themes):
        with st.container(key=f"theme_{theme.id}"):
            _theme_row(comparison, index, theme)
    with st.container(horizontal=True, key="board_buttons"):
        st.button(
            text("explore.undo"),
            on_click=state.undo,
            disabled=len(state.visit().history) < 2,
            key="undo",
            width="content",
        )
        st.button(text("explore.reset"), on_click=state.start_again, key="reset", width="content")


def step(number: int, theme: Theme, weight: str | None, *, unsure: bool = False) -> None:
    """The step of a theme from worst to best, in words and units at both ends.

    `weight` is the theme's share as text; None says "not weighed yet" or, when `unsure`, that the person does not know;
    an empty text says nothing about weights.
    """
    case, text, ranges = state.case(), state.words(), state.weighing().ranges
    rows = []
    for criterion in case.summed_in(theme.id):
        worst, best = ends_text(criterion, ranges, text)
        rows.append({"short": text.of(criterion.short), "worst": worst, "best": best})
    show("step.html", text, number=number, label=text.of(theme.label), weight=weight, unsure=unsure, rows=rows)


def start_lines(weighing: Weighing) -> list[str]:
    """What points are, where the weighing began, and what is still missing."""
    case, text = state.case(), state.words()
    if weighing.start == OWN:
        begin = text("explore.started_own")
    else:
        profile = text.of(case.profile(str(weighing.start)).label)
        begin = text("explore.started_profile", profile=profile)
    lines = [f"{text('explore.intro')} {begin}"]
    if not weighing.answered(case):
        weighed = len(case.themes) - weighing.not_yet(case)
        lines.append(text("explore.provisional", weighed=weighed, count=len(case.themes)))
    return lines


def _theme_row(comparison: Comparison, index: int, theme: Theme) -> None:
    text, weighing = state.words(), comparison.weighing
    if theme.id not in weighing.theme_points:
        step(index + 1, theme, None, unsure=theme.id in weighing.unsure)
        _rough_answer(comparison, theme)
        _unsure_button(theme, disabled=theme.id in weighing.unsure)
        return
    step(index + 1, theme, share_text(comparison, index, text))
    _points(
        f"theme_{theme.id}",
        text.of(theme.label),
        weighing.theme_points[theme.id],
        weighing.locked(theme.id),
        "theme",
        theme.id,
    )
    _unsure_button(theme, disabled=weighing.locked(theme.id))
    _inside(comparison, theme)


def _unsure_button(theme: Theme, *, disabled: bool) -> None:
    """The answer that a person does not know how much the step is worth: then it counts as every weight."""
    new = state.weighing().with_unsure(theme.id)
    label = state.words()("explore.unsure")
    st.button(label, key=f"unsure_{theme.id}", disabled=disabled, on_click=state.change, args=(new,), type="tertiary")


def _rough_answer(comparison: Comparison, theme: Theme) -> None:
    """No slider before an answer: a slider always stands somewhere, and that would be an answer of ours."""
    text, points = state.words(), comparison.weighing.theme_points
    largest = next(item for item in comparison.case.themes if points.get(item.id) == LARGEST)
    widget = f"rough_{theme.id}"

    def keep() -> None:
        answer = st.session_state[widget]
        if answer is not None:
            state.change(state.weighing().with_theme(theme.id, float(answer)))

    st.segmented_control(
        text("explore.compare_to", largest=plain(text.of(largest.label))),
        ROUGH,
        format_func=lambda answer: text(f"explore.compare_{answer}"),
        key=widget,
        on_change=keep,
    )


def _points(widget: str, label: str, value: float, locked: bool, kind: Literal["theme", "criterion"], key: str) -> None:
    """A slider and a number field for the same points. The only one at 100 cannot be lowered."""
    text = state.words()
    slider, field = f"slider_{widget}", f"field_{widget}"
    whole = int(rounded_decimal(value, 0))
    for key_of_widget in (slider, field):
        # Only what differs is set: a value that is set travels to the browser and makes the widget draw itself again.
        if st.session_state.get(key_of_widget) != whole:
            st.session_state[key_of_widget] = whole

    def keep(source: str) -> None:
        given = st.session_state[source]
        if given is not None:
            state.change(_given(kind, key, float(given)))

    help_text = text("explore.locked") if locked else None
    name = text("explore.points", name=plain(label))
    with st.container(horizontal=True, vertical_alignment="center", key=f"row_{widget}"):
        st.slider(
            name, 0, 100, key=slider, on_change=keep, args=(slider,), disabled=locked, label_visibility="collapsed"
        )
        st.number_input(
            name,
            0,
            100,
            key=field,
            on_change=keep,
            args=(field,),
            disabled=locked,
            label_visibility="collapsed",
            width=150,
        )
    if help_text:
        show("text.html", text, title=None, level=3, quiet=True, lines=[help_text])


def _given(kind: str, key: str, points: float) -> Weighing:
    weighing = state.weighing()
    if kind == "theme":
        return weighing.with_theme(key, points)
    return weighing.with_criterion(key, points, _siblings(state.case().criterion(key).theme))


def _siblings(theme: str) -> list[str]:
    return [criterion.id for criterion in state.case().summed_in(theme)]


def _inside(comparison: Comparison, theme: Theme) -> None:
    """The criteria of a theme: closed, with how they count; opened, with a row each."""
    text, visit = state.words(), state.visit()
    criteria = comparison.case.summed_in(theme.id)
    if len(criteria) < 2:
        return
    opened = visit.opened_theme == theme.id
    weighed = any(criterion.id in comparison.weighing.criterion_points for criterion in criteria)

    def toggle() -> None:
        visit.opened_theme = None if opened else theme.id

    label = text("explore.close_theme") if opened else text("explore.open_theme", count=len(criteria))
    st.button(label, key=f"open_{theme.id}", on_click=toggle, type="tertiary")
    if not opened:
        return
    with st.container(key=f"inside_{theme.id}"):
        key = "explore.weighed_inside" if weighed else "explore.equal_inside"
        show("text.html", text, title=None, level=3, quiet=True, lines=[text(key, count=len(criteria))])
        for criterion in criteria:
            _criterion_row(comparison, criterion)
        if weighed:
            equal = comparison.weighing.with_equal_criteria(_siblings(theme.id))
            st.button(text("explore.make_equal"), key=f"equal_{theme.id}", on_click=lambda: state.change(equal))


def _criterion_row(comparison: Comparison, criterion: Criterion) -> None:
    text, weighing = state.words(), comparison.weighing
    row = comparison.case.summed.index(criterion)
    worst, best = ends_text(criterion, weighing.ranges, text)
    show(
        "criterion_step.html",
        text,
        label=text.of(criterion.label),
        weight=percent(comparison.weights[row], text.language),
        worst=worst,
        best=best,
    )
    _points(
        f"criterion_{criterion.id}",
        text.of(criterion.label),
        weighing.criterion_points.get(criterion.id, LARGEST),
        weighing.locked_criterion(criterion.id, _siblings(criterion.theme)),
        "criterion",
        criterion.id,
    )
