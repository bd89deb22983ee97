"""Wegen: put your own weights on the steps, and see at once what comes first, why, and when it flips."""

import streamlit as st

from mcda import sampling
from texts.glossary import terms
from ui import state
from ui.screens.euros import euro_parts
from ui.screens.explore import details, results_panel, slider_board
from ui.screens.explore.live_board import show_drawn, show_live_board
from ui.shared.draft_gate import show_lack
from ui.shared.page_head import show_head
from ui.shared.page_html import show
from weighing.verdict import verdict
from weighing.weighing import from_largest, from_profile

TERMS = ("swing_points", "range", "weight", "score", "total_score", "contribution", "value_chart", "tipping_point")


def show_page() -> None:
    """The board once somebody began to weigh, and before that the ways to begin; nothing is filled in."""
    if state.weighing().started:
        _weighing()
    else:
        _start()


def _start() -> None:
    """Nothing is filled in: a person names the largest step, or chooses an example to begin with."""
    text = state.words()
    show("text.html", text, title=text("explore.title"), level=1, quiet=False, lines=[])
    euro_parts.show_note(summed=True)
    if len(state.visit().history) > 1:
        st.button(text("explore.undo"), on_click=state.undo, key="undo_start")
    _start_blank()
    _start_from_profile()
    results_panel.show_not_counted()


def _start_blank() -> None:
    case, text = state.case(), state.words()
    with st.container(key="start_blank", border=True):
        lines = [text("explore.start_blank_text")]
        show("text.html", text, title=text("explore.start_blank"), level=2, quiet=False, lines=lines)
        with st.container(key="start_grid"):
            for number, theme in enumerate(case.themes, 1):
                with st.container(key=f"pick_{theme.id}"):
                    slider_board.step(number, theme, "")
                    st.button(
                        text("explore.start_pick"),
                        key=f"largest_{theme.id}",
                        on_click=state.change,
                        args=(from_largest(theme.id, state.weighing().ranges),),
                    )


def _start_from_profile() -> None:
    case, text = state.case(), state.words()
    with st.container(key="start_profile", border=True):
        if show_lack(("profiles",), None):
            return
        lines = [text("explore.start_profile_text")]
        show("text.html", text, title=text("explore.start_profile"), level=2, quiet=False, lines=lines)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            profile = st.selectbox(
                text("explore.start_profile_pick"),
                case.profiles,
                index=None,
                placeholder=text("explore.start_profile_pick"),
                format_func=lambda item: text.of(item.label),
                key="pick_profile",
                label_visibility="collapsed",
                width=420,
            )
            st.button(
                text("explore.start_profile_go"),
                disabled=profile is None,
                on_click=lambda: state.change(from_profile(profile)),
                key="start_from_profile",
            )


def _weighing() -> None:
    text = state.words()
    comparison = state.comparison()
    if comparison is None:
        raise RuntimeError("a weighing that was started has no comparison")
    # The first visitor of a server sees the board at once; how sure its order is needs a library, and follows.
    follows = verdict(comparison) is not None and not sampling.loaded()
    show_head(text("explore.title"), slider_board.start_lines(comparison.weighing))
    if comparison.weighing.stale:
        slider_board.show_stale(comparison.weighing, "top")
    euro_parts.show_note(summed=True)
    if state.visit().plain:
        left, right = st.columns([5, 8], gap="medium")
        with left:
            slider_board.show_board(comparison)
        with right, st.container(key="result"):
            results_panel.show_result(comparison)
        results_panel.show_pocket(comparison)
    else:
        show_live_board(comparison, judged=not follows)
    _other_board()
    show("terms.html", text, terms=terms(text.language, TERMS))
    details.show_details(comparison)
    results_panel.show_not_counted()
    if not state.visit().plain:
        show_drawn()
    if follows and not state.visit().plain:
        sampling.load()
        st.rerun()


def _other_board() -> None:
    """Plain sliders for a browser in which the board does not load, and the way back."""
    text, visit = state.words(), state.visit()

    def swap() -> None:
        visit.plain = not visit.plain

    label = text("explore.board_live") if visit.plain else text("explore.board_plain")
    st.button(label, key="swap_board", on_click=swap, type="tertiary")
