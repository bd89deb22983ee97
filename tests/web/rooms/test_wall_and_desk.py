"""The wall and the desk: there for a code, in each language, and without a secret or an answer in the page."""

import json
import re

import pytest

from texts import LANGUAGES
from web.rooms import wall_page


@pytest.fixture
def pages(served, ask, get):
    def page(place: str, language: str) -> str:
        path = f"/{place}/{served.code}"
        found = (
            ask(wall_page.routes, f"{path}?lang={language}", []) if place == "zaal" else get(f"{path}?lang={language}")
        )
        assert found.status_code == 200
        return found.body.decode()

    return page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", ["zaal", "leid"])
def test_the_page_has_every_word_and_nothing_secret(served, pages, place, language):
    served.begun()
    served.people(8, 37.125)
    served.lead("close")
    served.lead("reveal", stage="distribution")
    body = pages(place, language)
    assert f'<html lang="{language}"' in body
    assert served.code in body
    assert served.secret not in body
    assert "37.1" not in body
    room = json.loads(re.search(r'id="room-data">(.*?)</script>', body, re.DOTALL)[1])
    assert all(room["words"].values())
    assert len(room["profiles"]) == len({profile["id"] for profile in room["profiles"]})
    assert "<svg" in body


def test_a_ballot_on_paper_has_every_theme_in_the_words_of_the_phone(served, get):
    body = get(f"/leid/{served.code}/briefje").body.decode()
    for theme in served.case.themes:
        assert theme.label.get("nl") in body
    assert body.count("heel veel") == len(served.case.themes)


def test_a_wall_without_a_session_says_so(served, ask):
    found = ask(wall_page.routes, "/zaal/ZZZZZZ", [])
    assert found.status_code == 404
    assert "Er is geen sessie met deze code" in found.body.decode()
