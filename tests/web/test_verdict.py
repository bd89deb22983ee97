"""The address that phone and projector ask how sure a result is."""

from urllib.parse import urlencode

import pytest

from cases import SHIPPED
from tests.cases.loaded import loaded
from texts import LANGUAGES, words
from web import verdict_answers
from weighing.comparison import compare
from weighing.links import to_link
from weighing.weighing import from_largest, from_profile
from wording.verdict_words import verdict_text

CASE = loaded(SHIPPED / "lutkemeer")
WEIGHING = from_profile(CASE.profile("youth"))


@pytest.fixture
def post(ask):
    return lambda parts, case=CASE.id: ask(verdict_answers.routes, f"/zeker/{case}", (), urlencode(parts).encode())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_holds_the_sentences_of_the_library(post, language):
    answer = post({"lang": language, **to_link(CASE, WEIGHING)})
    page = answer.body.decode()
    said = verdict_text(compare(CASE, WEIGHING), words(language))
    assert answer.status_code == 200
    assert said.label in page
    assert said.main in page
    assert all(sentence in page for sentence in (*said.why, said.methods))
    assert said.flip not in page  # the board shows it already
    assert answer.headers["cache-control"] == "no-store"


def test_as_long_as_themes_are_missing_it_asks_for_them(post):
    page = post({"lang": "nl", **to_link(CASE, from_largest("work"))}).body.decode()
    assert "Weeg eerst alle thema's" in page.replace("&#39;", "'")
    assert "w-hundred" not in page


@pytest.mark.parametrize(
    ("parts", "case", "status"),
    [
        ({"lang": "nl", **to_link(CASE, WEIGHING)}, "nowhere", 404),
        ({"lang": "nl"}, CASE.id, 400),
        ({"lang": "fr", **to_link(CASE, WEIGHING)}, CASE.id, 400),
        ({"lang": "nl", "w": "work-100~" * 4000}, CASE.id, 413),
        ({"lang": "nl", "w": "work-1e999~public_money-nan"}, CASE.id, 400),
    ],
)
def test_what_cannot_be_answered_is_refused(post, parts, case, status):
    assert post(parts, case).status_code == status


def test_text_from_a_stranger_does_not_come_back(post):
    parts = {"lang": "nl", **to_link(CASE, WEIGHING), "start": "<script>alert(1)</script>"}
    assert "<script>" not in post(parts).body.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_another_version_is_told_to_load_again(post, language):
    """Its totals are those of the version that it shows; beside them no verdict on other figures may stand."""
    answer = post({"lang": language, **to_link(CASE, WEIGHING), "v": "0123456789ab"})
    assert answer.status_code == 200
    assert words(language)("overtaken.reload") in answer.body.decode()
    assert "w-hundred" not in answer.body.decode()
