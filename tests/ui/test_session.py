"""Sessie: preparing shows its links once, what cannot be is said beside its field, and the account can be filled in."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.ui.test_screens import html, open_screen
from tests.workshop.conftest import address, clock, evening, store  # noqa: F401
from texts import LANGUAGES, words
from ui.screens.session.session_form import areas_in
from web.rooms import wire
from workshop.account import Accounts
from workshop.leading import Leading
from workshop.room_errors import PlanError


@pytest.fixture(scope="session")
def case():
    return loaded(GOOD)


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    from cases.reading.case_folder import read_files
    from files.problems import Problems

    return dict(read_files(GOOD, Problems()))


@pytest.fixture(autouse=True)
def rooms(store, monkeypatch):  # noqa: F811
    for place in ("workshop.this_rooms", "ui.screens.session.session_page", "ui.screens.session.account_view"):
        monkeypatch.setattr(f"{place}.room_store", lambda: store)
    wire.phrase_guesses.cache_clear()
    yield store
    wire.phrase_guesses.cache_clear()


def pressed(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    app.run()
    assert not app.exception
    return app


def errors(app: AppTest) -> list[str]:
    return [item.value for item in app.error]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_session_is_prepared_and_its_secret_is_shown_once(rooms, language):
    text, app = words(language), open_screen("session", language)
    assert not app.exception
    app.text_input(key="session_name").set_value("Een avond")
    app.radio(key="session_joining").set_value("tables").run()
    app.number_input(key="session_tables").set_value(4)
    app.multiselect(key="session_left_out_plans").set_value(["second"])
    app.text_area(key="session_invited").set_value("Alle huizen in de straat")
    app.checkbox(key="session_asks_who").set_value(True).run()
    app.text_area(key="session_areas").set_value("Osdorp: 45\nSloten")
    app.number_input(key="session_age_65_up").set_value(20.0)
    app.text_input(key="session_passphrase").set_value("een lange wachtzin")
    pressed(app, "session_make")
    desk, wall, join = (item.value for item in app.code)
    code, secret = re.fullmatch(r".*/leid/(\w{6})#(\S+)", desk).groups()
    assert wall.endswith(f"/zaal/{code}")
    assert join.endswith(f"/s/{code}")
    assert "data:image/svg+xml;base64," in html(app)
    assert text("session.keep_link") in [item.value for item in app.warning]
    plan = Leading(rooms).room(code, secret).plan
    assert (plan.title, plan.joining, plan.tables, plan.invited) == (
        "Een avond",
        "tables",
        4,
        "Alle huizen in de straat",
    )
    assert plan.left_out == {"second"}
    assert plan.shares == {"age": {"65_up": 20}, "area": {"Osdorp": 45}}
    assert plan.languages == (language,)
    pressed(app, "session_link_kept")
    assert not app.code
    assert text("session.stands_prepared") in html(app)
    assert secret not in html(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_is_said_beside_its_field(rooms, language):
    text, app = words(language), open_screen("session", language)
    for part, change in (
        ("title", lambda: None),
        ("tables", lambda: app.radio(key="session_joining").set_value("tables")),
        ("languages", lambda: app.multiselect(key="session_languages").set_value([])),
        ("areas", lambda: app.text_area(key="session_areas").set_value("Osdorp: veel")),
        ("shares", lambda: [app.number_input(key=f"session_age_{age}").set_value(60.0) for age in ("25_44", "65_up")]),
        ("case", lambda: app.text_input(key="session_case_link").set_value("https://example.org/")),
    ):
        if part == "areas":
            app.checkbox(key="session_asks_who").set_value(True).run()
        change()
        pressed(app, "session_make")
        assert errors(app) == [text(f"session.wrong_{part}"), text("session.look_above")], part
        app.text_input(key="session_name").set_value("Een avond")
        if part == "tables":
            app.number_input(key="session_tables").set_value(2)
        elif part == "languages":
            app.multiselect(key="session_languages").set_value(["nl"])
        elif part == "areas":
            app.text_area(key="session_areas").set_value("")
        elif part == "shares":
            app.number_input(key="session_age_25_44").set_value(40.0)
    app.text_input(key="session_case_link").set_value("")
    app.text_input(key="session_passphrase").set_value("kort")
    pressed(app, "session_make")
    assert "12" in errors(app)[0]
    assert not app.code


@pytest.mark.parametrize("wrong", ["Osdorp: -1", "Osdorp: 101", "Osdorp: nan", "Osdorp\nOsdorp", ": 4"])
def test_a_neighbourhood_with_a_share_that_cannot_be_is_refused(wrong):
    with pytest.raises(PlanError):
        areas_in(wrong)


def test_a_comma_and_a_percent_sign_are_read():
    assert areas_in("Osdorp: 12,5%\n\nSloten") == {"Osdorp": 12.5, "Sloten": None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_account_is_opened_by_link_or_passphrase_and_filled_in(evening, language):  # noqa: F811
    evening.begun()
    evening.people(8, 40)
    evening.lead("close")
    evening.lead("reveal", stage="distribution")
    evening.lead("end")
    text, app = words(language), open_screen("session", language)
    app.text_input(key="session_open_code").set_value(evening.code)
    app.text_input(key="session_open_phrase").set_value("een verkeerde zin")
    pressed(app, "session_open_button")
    assert len(errors(app)) == 1
    app.text_input(key="session_open_phrase").set_value("een lange wachtzin")
    pressed(app, "session_open_button")
    assert text("session.stands_closed") in html(app)
    assert text("room_account.people", count=8) in html(app)
    assert text("room.stage_distribution") in html(app)
    app.text_area(key="session_done").set_value("Twee wensen staan in het plan.")
    pressed(app, "session_done_save")
    app.radio(key="session_add_kind").set_value("dissent")
    app.text_area(key="session_add_text").set_value("Weeg <i>grond</i> zwaarder")
    pressed(app, "session_add_button")
    facts = Accounts(evening.store).read(evening.code)
    assert facts["done"] == "Twee wensen staan in het plan."
    assert [item["words"] for item in facts["said"]] == ["Weeg <i>grond</i> zwaarder"]
    assert "&lt;i&gt;" in html(app)
    app.selectbox(key="session_strike").set_value(facts["said"][0]["number"])
    pressed(app, "session_strike_button")
    assert Accounts(evening.store).read(evening.code)["said"] == []
    pressed(app, "session_put_away")
    app.text_input(key="session_open_link").set_value(f"http://localhost/leid/{evening.code}#{evening.secret}")
    pressed(app, "session_open_button")
    assert text("session.stands_closed") in html(app)


def test_guessing_a_passphrase_is_slowed_down(evening, monkeypatch):  # noqa: F811
    monkeypatch.setattr("ui.screens.session.account_view.visitor", lambda: "192.0.2.7")
    app = open_screen("session")
    for _ in range(wire.PHRASES_PER_MINUTE + 1):
        app.text_input(key="session_open_code").set_value(evening.code)
        app.text_input(key="session_open_phrase").set_value("een verkeerde zin")
        pressed(app, "session_open_button")
    assert "te veel" in errors(app)[0]
