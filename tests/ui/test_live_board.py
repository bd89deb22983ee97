"""The board between two runs of its page: what it said by the light address is not lost, nor beaten by old news."""

import json
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from cases import SHIPPED
from tests.cases.loaded import loaded
from ui import state
from web import shared_cases
from weighing.links import from_link, to_link
from weighing.weighing import Weighing, from_profile

CASE = loaded(SHIPPED / "lutkemeer")
PROFILE = from_profile(CASE.profile("residents_nearby"))
FIRST, SECOND = PROFILE.with_theme("work", 40), PROFILE.with_theme("work", 45)


def points(weighing: Weighing) -> dict[str, str]:
    return {key: value for key, value in to_link(CASE, weighing).items() if key in ("w", "c")}


def _script() -> None:
    import streamlit as st

    from ui import state
    from ui.navigation import BY_NAME
    from ui.screens.explore import live_board

    if "said" in st.session_state:  # as Streamlit calls it when the component sends something
        st.session_state["board"] = {"answer": st.session_state.pop("said")}
        live_board._keep()
    state.follow_address()
    BY_NAME[st.session_state.get("screen", "explore")].show()
    state.write_link()


@pytest.fixture
def app() -> AppTest:
    """Verkennen, drawn with `PROFILE`."""
    found = AppTest.from_function(_script, default_timeout=20)
    for key, value in {"lang": "nl", "case": CASE.id, **to_link(CASE, PROFILE)}.items():
        found.query_params[key] = value
    return found.run()


def board(app: AppTest):
    return app.session_state["visit"].board


def drawn(app: AppTest) -> dict:
    assert not app.exception
    return json.loads(app.get("bidi_component")[0].proto.json)


def weighing_in(app: AppTest) -> Weighing:
    return from_link(
        CASE, {key: value if isinstance(value, str) else value[0] for key, value in app.query_params.items()}
    )[0]


def test_the_next_run_draws_what_the_board_said_and_says_so(app):
    assert drawn(app)["heard"] == 0
    board(app).keep(1, points(FIRST))
    board(app).keep(2, points(SECOND))
    app.run()
    assert drawn(app)["heard"] == 2
    assert drawn(app)["points"]["themes"] == dict(SECOND.theme_points)
    assert json.loads(app.get("bidi_component")[1].proto.json) == {"ticket": board(app).ticket, "drawn": 2}
    assert weighing_in(app) == SECOND
    assert app.session_state["visit"].history == [PROFILE, FIRST, SECOND]  # each can be undone


def test_another_page_is_drawn_with_what_the_board_said_last(app):
    board(app).keep(1, points(FIRST))
    app.session_state["screen"] = "effects"
    app.run()
    assert not app.exception
    assert weighing_in(app) == FIRST


def test_a_button_works_on_what_the_board_said_last(app):
    app.segmented_control(key="details_part").set_value("ranges").run()
    board(app).keep(1, points(FIRST))
    app.button(key="use_ranges").click().run()
    assert weighing_in(app) == FIRST.on_ranges("second")
    board(app).keep(2, points(SECOND))
    app.button(key="confirm_top").click().run()
    assert weighing_in(app) == SECOND.on_ranges("second").confirmed()


def test_points_that_were_handed_over_and_came_by_the_light_address_too_count_once(app):
    board(app).keep(1, points(FIRST))
    app.session_state["said"] = {**points(FIRST), "n": 1}
    app.run()
    app.session_state["said"] = {**points(SECOND), "n": 2}
    app.run()
    assert app.session_state["visit"].history == [PROFILE, FIRST, SECOND]
    app.session_state["said"] = {**points(FIRST), "n": 1}  # old news
    app.run()
    assert weighing_in(app) == SECOND


def test_after_the_button_back_the_address_counts_also_when_it_is_the_one_that_python_wrote(app, monkeypatch):
    board(app).keep(1, points(FIRST))  # the board wrote its own address, of which Streamlit knows nothing
    monkeypatch.setattr(state, "get_script_run_ctx", lambda: SimpleNamespace(is_history_navigation=True))
    app.run()
    assert weighing_in(app) == PROFILE
    assert drawn(app)["heard"] == 1


def test_who_begins_again_is_not_brought_back_by_a_late_release(app):
    board(app).keep(1, points(FIRST))
    app.session_state["said"] = {"reset": True, "n": 2}
    app.run()
    assert not app.exception
    assert not app.session_state["visit"].history[-1].started
    assert not board(app).keep(1, points(SECOND))
    app.button(key="undo_start").click().run()
    assert weighing_in(app) == FIRST


def test_another_case_is_another_board_with_another_ticket(app):
    before = board(app)
    app.run()
    assert board(app) is before
    other = next(key for key in shared_cases.sound() if key != CASE.id)
    app.session_state["visit"].case_id = other
    app.session_state["visit"].histories[other] = [from_profile(shared_cases.sound()[other].profiles[0])]
    app.run()
    assert drawn(app)["ticket"] == board(app).ticket != before.ticket


@pytest.mark.parametrize(
    "forged",
    [
        "text",
        None,
        {"w": 5, "n": 1},
        {"w": "work-1000~community-100", "n": 1},
        {"w": "work-nan~community-100", "n": 1},
        {"w": "nonsense-100", "n": 1},
        {"w": "work-50", "n": 1},
        {"w": "work-100", "c": "local_food-40", "n": 1},
        {"w": "x" * 10_000, "n": 1},
        {**points(FIRST), "n": "1"},
        {**points(FIRST), "n": True},
        points(FIRST),
        {"reset": 1, "n": 1},
        {"reset": True, "n": -1},
    ],
)
def test_a_forged_message_changes_nothing_and_is_logged(app, forged, caplog):
    app.session_state["said"] = forged
    app.run()
    assert weighing_in(app) == PROFILE
    assert any("refused" in record.message for record in caplog.records)
