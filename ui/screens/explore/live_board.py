"""The weighing board on the planner's page: the browser adds up while a hand moves, Python is told once on release.

The board comes as a Streamlit component that only loads the module the other pages use too. Until that module has
loaded, or if it never does, the button below it leads to plain sliders.
"""

import logging
from typing import Any

import streamlit as st

from ui import state
from ui.shared.page_html import render
from web.board_data import board_data, board_points
from web.verdict_answers import verdict_html
from weighing.comparison import Comparison
from weighing.links import from_link, start_to_link
from weighing.weighing import Weighing
from wording.sentences import total_text

log = logging.getLogger(__name__)
LONGEST_MESSAGE = 8000

SCRIPT = """
const boards = new WeakMap();
export default function ({ data, parentElement, setStateValue }) {
  const holder = parentElement.querySelector(".b-holder");
  const known = boards.get(holder);
  if (known) {
    known.send = setStateValue;
    known.data = data;
    if (data.heard >= known.sent) {
      known.board?.update(data.board, data.points); // an older answer is no news
      known.board?.judge(data.verdict);
    }
    holder.dataset.confirmed = data.confirmed;
    return;
  }
  const entry = { send: setStateValue, data, sent: data.heard };
  boards.set(holder, entry);
  const load = (name) => import(new URL(`./web/board/${name}.js`, location.href).href);
  Promise.all([load("board"), load("link")]).then(([{ mountBoard }, { pointsParts }]) => {
    entry.board = mountBoard(holder, entry.data.board, entry.data.points, {
      onCommit: (points) =>
        entry.send("answer", { ...pointsParts(entry.data.board, points), n: ++entry.sent }),
      onReset: () => entry.send("answer", { reset: true, n: ++entry.sent }),
    });
    entry.board.judge(entry.data.verdict);
    holder.dataset.confirmed = entry.data.confirmed;
  });
}
"""


@st.cache_resource(show_spinner=False)
def _component(language: str) -> Any:
    """One component per language, because the words shown while the module loads are part of it."""
    holder = render("board_holder.html", state.words())
    return st.components.v2.component(
        f"waardenweger_board_{language}", html=str(holder), js=SCRIPT, isolate_styles=False
    )


def show_live_board(comparison: Comparison, *, judged: bool = True) -> None:
    """The board; not ``judged``: without how sure its order is, which then follows in the next run."""
    text, case, weighing = state.words(), comparison.case, comparison.weighing
    totals = [total_text(comparison, row, text) for row in range(len(case.alternatives))]
    _component(text.language)(
        key="board",
        data={
            "board": board_data(case, weighing, text, requirements_off=comparison.requirements_off),
            "points": board_points(weighing),
            "confirmed": "|".join(totals),
            "heard": _heard(),
            "verdict": str(verdict_html(comparison, text, with_flip=False)) if judged and weighing.enough(case) else "",
        },
        on_answer_change=_keep,
    )


def _heard() -> int:
    """The number of the last message of this board that was read."""
    answer = st.session_state.get("board", {}).get("answer")
    number = answer.get("n") if isinstance(answer, dict) else None
    return number if isinstance(number, int) else 0


def _keep() -> None:
    """Take over what the board sent. It comes from a browser, so it is read like a link from a stranger."""
    answer = st.session_state["board"].get("answer")
    if isinstance(answer, dict) and answer.get("reset") is True:
        state.start_again()
        return
    new = _weighing(answer)
    if new is None:
        log.warning("a message from the board was refused: %.200r", answer)
        return
    state.change(new)


def _weighing(answer: Any) -> Weighing | None:
    """The weighing in a message, or None when anything in it is not as the board would send it."""
    current = state.weighing()
    if not isinstance(answer, dict):
        return None
    parts = {key: answer.get(key, "") for key in ("w", "c")}
    if any(not isinstance(value, str) or len(value) > LONGEST_MESSAGE for value in parts.values()):
        return None
    kept = start_to_link(state.case(), current)
    found, ignored = from_link(state.case(), kept | {key: value for key, value in parts.items() if value})
    return None if ignored or not found.started else found
