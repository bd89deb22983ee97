"""What the planner's board is told on release, without its page: Python's word on the newest points."""

import gc
import json
from urllib.parse import urlencode

import pytest

from cases import SHIPPED
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from texts import LANGUAGES, words
from web import board_answers
from web.kept_points import KeptPoints, with_ticket
from weighing.comparison import compare
from weighing.links import to_link
from weighing.weighing import from_largest, from_profile
from wording.flip_words import nearest_flip
from wording.sentences import deciding, total_text
from wording.verdict_words import verdict_text

CASE = loaded(SHIPPED / "lutkemeer")
NEWS = loaded(GOOD)
"""Not in the list of cases, as a version that somebody looks at before it is published."""


def points(case, weighing) -> dict[str, str]:
    return {key: value for key, value in to_link(case, weighing).items() if key in ("w", "c")}


@pytest.fixture
def say(ask):
    def post(ticket: str, number: object, parts: dict[str, str]) -> tuple[int, dict]:
        body = urlencode({"ticket": ticket, "n": number, **parts}).encode()
        answer = ask(board_answers.routes, "/weging", (), body)
        return answer.status_code, json.loads(answer.body) if answer.body else {}

    return post


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", [CASE, NEWS], ids=lambda case: case.id)
def test_the_answer_is_what_the_library_says_of_these_points(say, case, language):
    before = from_profile(case.profiles[0], "second")
    after = before.with_theme(case.themes[1].id, 35)
    board = KeptPoints(case, before, language)
    status, said = say(board.ticket, 1, points(case, after))
    expected, text = compare(case, after), words(language)
    assert status == 200
    assert said["confirmed"] == "|".join(total_text(expected, row, text) for row in range(len(case.alternatives)))
    assert said["why"] == deciding(expected, text)
    assert said["flip"] == nearest_flip(expected, text).sentence
    assert verdict_text(expected, text).main in said["verdict"]


def test_with_one_theme_there_are_totals_and_no_word_on_who_is_first(say):
    board = KeptPoints(CASE, from_profile(CASE.profiles[0]), "nl")
    _, said = say(board.ticket, 1, points(CASE, from_largest("work")))
    assert said["confirmed"]
    assert (said["why"], said["flip"], said["verdict"]) == ("", "", "")


def test_hard_requirements_that_the_page_leaves_out_are_left_out(say):
    weighing, off = from_profile(NEWS.profiles[0]), tuple(item.id for item in NEWS.requirements)
    board = KeptPoints(NEWS, weighing, "nl", off)
    _, said = say(board.ticket, 1, points(NEWS, weighing))
    assert said["why"] == deciding(compare(NEWS, weighing, off), words("nl"))
    assert said["why"] != deciding(compare(NEWS, weighing), words("nl"))


def test_releases_wait_in_their_order_and_an_older_one_is_told_which_is_the_newest(say):
    board = KeptPoints(CASE, from_profile(CASE.profiles[0]), "nl")
    first, second = (points(CASE, from_profile(profile)) for profile in CASE.profiles[1:3])
    assert say(board.ticket, 1, first)[0] == 200
    assert say(board.ticket, 5, second)[0] == 200
    assert say(board.ticket, 4, first) == (409, {"newest": 5})
    assert say(board.ticket, 5, first) == (409, {"newest": 5})
    assert board.taken == 0
    assert board.take() == [first, second]
    assert (board.taken, board.take()) == (5, [])


def test_what_was_overtaken_while_it_waited_for_its_turn_is_not_worked_out(say, monkeypatch):
    board = KeptPoints(CASE, from_profile(CASE.profiles[0]), "nl")

    def and_then_a_newer_one(number, parts):
        return KeptPoints.keep(board, number, parts) and KeptPoints.keep(board, 2, parts)

    monkeypatch.setattr(board, "keep", and_then_a_newer_one)
    monkeypatch.setattr(board_answers, "compare", None)  # whoever works it out stumbles
    assert say(board.ticket, 1, points(CASE, from_profile(CASE.profiles[1]))) == (409, {"newest": 2})


def test_after_a_new_start_nothing_of_before_counts(say):
    board = KeptPoints(CASE, from_profile(CASE.profiles[0]), "nl")
    parts = points(CASE, from_profile(CASE.profiles[1]))
    say(board.ticket, 1, parts)
    board.skip(3)
    assert (board.take(), board.taken) == ([], 3)
    assert say(board.ticket, 2, parts)[0] == 409


@pytest.mark.parametrize(
    ("number", "parts", "status"),
    [
        ("one", {"w": "work-100~community-50"}, 400),
        ("-1", {"w": "work-100~community-50"}, 400),
        ("9" * 5000, {"w": "work-100~community-50"}, 400),
        (1, {}, 400),
        (1, {"w": "work-1000"}, 400),
        (1, {"w": "work-100~<script>-5"}, 400),
        (1, {"w": "work-100~community-50" * 4000}, 413),
    ],
)
def test_what_no_board_would_say_is_refused_and_not_kept(say, number, parts, status):
    board = KeptPoints(CASE, from_profile(CASE.profiles[0]), "nl")
    assert say(board.ticket, number, parts)[0] == status
    assert board.take() == []


def test_who_left_cannot_be_spoken_for(say):
    board = KeptPoints(CASE, from_profile(CASE.profiles[0]), "nl")
    ticket, parts = board.ticket, points(CASE, from_profile(CASE.profiles[1]))
    assert say("another", 1, parts)[0] == 404
    del board
    gc.collect()
    assert with_ticket(ticket) is None
    assert say(ticket, 1, parts)[0] == 404
