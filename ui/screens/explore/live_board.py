"""The weighing board on the planner's page: the browser adds up while a hand moves, Python is told once on release.

The board comes as a Streamlit component that only loads the modules the other pages use too. A release goes to a light
address (`web/board_answers.py`) and runs no page; the page takes the points over when it is drawn for another reason.
Until the modules have loaded, or if they never do, the button below leads to plain sliders.
"""

import logging
from typing import Any

import streamlit as st

from ui import state
from ui.shared.page_html import render
from web.board_answers import said_of
from web.board_data import board_data, board_points
from web.kept_points import KeptPoints, read_points
from weighing.comparison import Comparison
from weighing.links import start_to_link

log = logging.getLogger(__name__)

SCRIPT = """
const load = (name) => import(new URL(`./web/board/${name}.js`, location.href).href);
load("board");
export default function ({ data, parentElement, setStateValue }) {
  const holder = parentElement.querySelector(".b-holder");
  load("planner").then(({ followPage }) => followPage(holder, data, setStateValue));
  return () => load("planner").then(({ leavePage }) => leavePage(holder));
}
"""

DRAWN = """
export default function ({ data }) {
  document.dispatchEvent(new CustomEvent("drawn", { detail: data }));
}
"""


@st.cache_resource(show_spinner=False)
def _component(language: str) -> Any:
    """One component per language, because the words shown while the modules load are part of it."""
    holder = render("board_holder.html", state.words())
    return st.components.v2.component(
        f"waardenweger_board_{language}", html=str(holder), js=SCRIPT, isolate_styles=False
    )


@st.cache_resource(show_spinner=False)
def _drawn() -> Any:
    return st.components.v2.component("waardenweger_drawn", html="<span hidden></span>", js=DRAWN)


def show_live_board(comparison: Comparison, *, judged: bool = True) -> None:
    """The board; not ``judged``: without how sure its order is, which then follows in the next run."""
    text, case, weighing = state.words(), comparison.case, comparison.weighing
    board = _board(comparison)
    address = {
        "before": state.link_begin(),
        "start": start_to_link(case, weighing),
        "after": state.link_rest(),
    }
    _component(text.language)(
        key="board",
        data={
            "board": board_data(case, weighing, text, requirements_off=comparison.requirements_off),
            "points": board_points(weighing),
            "said": said_of(comparison, text, judged=judged),
            "ticket": board.ticket,
            "heard": board.taken,
            "address": address,
        },
        on_answer_change=_keep,
    )


def show_drawn() -> None:
    """Tells the board that everything above this was drawn, and with which of its releases."""
    board = state.visit().board
    if board is not None:
        _drawn()(key="drawn", data={"ticket": board.ticket, "drawn": board.taken})


def _board(comparison: Comparison) -> KeptPoints:
    """What is kept for the board of this visitor; another case, or another version of it, is another board."""
    here, case = state.visit(), comparison.case
    board = here.board
    if board is None or (board.case.id, board.case.version) != (case.id, case.version):
        board = here.board = KeptPoints(case, comparison.weighing)
    board.weighing, board.language = comparison.weighing, here.language
    board.requirements_off = comparison.requirements_off
    return board


def _keep() -> None:
    """What the board hands over to this page: points that have to be drawn now, or that somebody begins again."""
    answer, board = st.session_state["board"].get("answer"), state.visit().board
    number = answer.get("n") if isinstance(answer, dict) else None
    if board is None or type(number) is not int or number < 1:
        log.warning("a message from the board was refused: %.200r", answer)
    elif answer.get("reset") is True:
        if number > board.newest:
            state.start_again()
            board.skip(number)
    elif (found := read_points(board.case, board.weighing, answer)) is None:
        log.warning("a message from the board was refused: %.200r", answer)
    else:
        board.keep(number, found[0])
