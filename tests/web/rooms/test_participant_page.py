"""The page of a participant: there for a code, in each language, and without anything of the answers."""

import json
import re

import pytest

from cases.reading.case_folder import read_files
from files.problems import Problems
from tests.cases.loaded import FROZEN, loaded
from tests.workshop.conftest import clock  # noqa: F401
from tests.workshop.evening import Evening
from texts import LANGUAGES, words
from workshop.account import Accounts
from workshop.script import KINDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_opens_the_page_of_its_session(served, get, language):
    served.begun()
    page = get(f"/s/{served.code.lower()}?lang={language}")
    assert page.status_code == 200
    body = page.body.decode()
    assert f'<html lang="{language}"' in body
    assert served.case.question.get(language).replace("'", "&#39;") in body
    room = json.loads(re.search(r'id="room-data">(.*?)</script>', body, re.DOTALL)[1])
    assert room["code"] == served.code
    assert all(room["words"].values())


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_session_has_words_for_its_steps(served, get, kind, case, files):
    if kind == "roles":  # the harbour has no parties
        case, files = loaded(FROZEN / "lutkemeer"), dict(read_files(FROZEN / "lutkemeer", Problems()))
    evening = Evening(served.store, case, files, kind=kind)
    body = get(f"/s/{evening.code}").body.decode()
    room = json.loads(re.search(r'id="room-data">(.*?)</script>', body, re.DOTALL)[1])
    assert {f"step_{step.id}" for step in evening.plan.steps} <= room["words"].keys()


def test_a_code_that_is_none_says_so_and_asks_again(served, get):
    page = get("/s/ZZZZZZ?lang=en")
    assert page.status_code == 404
    assert "There is no session with this code" in page.body.decode()
    assert 'name="code"' in page.body.decode()


def test_a_typed_code_leads_on_as_it_is_kept(served, get):
    assert get("/s?code=ab-c d&lang=en").headers["location"] == "s/ABCD?lang=en"
    assert get("/s").status_code == 200


def test_no_page_holds_an_answer(served, get):
    served.begun()
    served.people(8, 37.125)
    served.lead("close")
    served.lead("reveal", stage="distribution")
    assert "37.1" not in get(f"/s/{served.code}").body.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_privacy_page_is_there(ask, language):
    from web.rooms import privacy_page

    page = ask(privacy_page.routes, f"/privacy?lang={language}", [])
    assert page.status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_the_end_and_without_ballots_the_link_shows_the_account_alone(served, get, clock, language):  # noqa: F811
    served.begun()
    served.people(8, 37.125)
    served.sayings.write(served.code, served.secret, "dissent", "<script>alert(1)</script>", "nl")
    served.lead("close")
    served.lead("reveal", stage="distribution")
    served.lead("end")
    Accounts(served.store).fill_in(served.code, served.secret, "Twee wensen staan in het plan.", None)
    for days in (0, 40):
        clock.later(days=days)
        served.leading.purge()
        body = get(f"/s/{served.code}?lang={language}").body.decode()
        assert "Twee wensen staan in het plan." in body
        assert words(language)("room_account.missing") in body
        assert "<script" not in body
        assert "room-data" not in body
    assert served.room.emptied
