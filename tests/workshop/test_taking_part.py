import threading
from collections.abc import Callable

import pytest
from sqlalchemy import select

from tests.workshop.evening import Evening
from workshop.ballots import ballots
from workshop.room_errors import (
    AnswerError,
    CardError,
    NewerAnswerError,
    NoSuchRoomError,
    NotOpenError,
    NotTakingPartError,
)
from workshop.room_store import room_store_at
from workshop.room_tables import PEOPLE
from workshop.sayings import sayings_of


def test_an_answer_is_in_the_database_when_it_is_accepted(evening, address):
    evening.begun()
    token = evening.taking.join(evening.code)
    assert evening.answer(token, body=evening.points(40, "x")).revision == 1
    elsewhere = room_store_at(address)  # another process would open it like this
    (ballot,) = ballots(elsewhere, elsewhere.room(evening.code), "weigh")
    elsewhere.engine.dispose()
    first, second = (theme.id for theme in evening.case.themes[:2])
    assert (ballot.answer["points"][first], ballot.answer["points"][second]) == (40, "x")
    assert evening.taking.own(evening.code, token).answers["weigh"] == ballot.answer


def test_the_same_sending_twice_is_one_answer_also_after_the_question_closed(evening):
    evening.begun()
    token = evening.taking.join(evening.code)
    first = evening.answer(token, key="once")
    assert evening.answer(token, key="once") == type(first)(1, again=True)
    evening.lead("close")
    assert evening.answer(token, key="once").again
    with pytest.raises(NotOpenError):
        evening.answer(token, key="another")
    assert evening.store.counts(evening.room.id).sent == {"weigh": 1}


def test_an_answer_changes_as_long_as_the_question_is_open(evening):
    evening.begun()
    token = evening.taking.join(evening.code)
    evening.answer(token)
    assert evening.answer(token, body=evening.points(0), on=1).revision == 2
    assert evening.store.counts(evening.room.id).sent == {"weigh": 1}


def test_of_two_windows_the_older_one_is_told_what_the_newer_one_sent(evening):
    evening.begun()
    token = evening.taking.join(evening.code)
    evening.answer(token)
    evening.answer(token, body=evening.points(10), on=1)
    with pytest.raises(NewerAnswerError) as told:
        evening.answer(token, body=evening.points(90), on=1)
    assert told.value.revision == 2
    assert told.value.answer == evening.taking.own(evening.code, token).answers["weigh"]


@pytest.mark.parametrize(
    ("body", "key"),
    [
        ("nothing", "room.answer.shape"),
        ({}, "room.answer.themes"),
        ({"points": {}}, "room.answer.themes"),
        ({"points": {"strange": 100}}, "room.answer.themes"),
        (lambda all_: {"points": dict.fromkeys(all_, 99)}, "room.answer.largest"),
        (lambda all_: {"points": dict.fromkeys(all_, 101)}, "room.answer.range"),
        (lambda all_: {"points": dict.fromkeys(all_, -1)}, "room.answer.range"),
        (lambda all_: {"points": dict.fromkeys(all_, "100")}, "room.answer.number"),
        (lambda all_: {"points": dict.fromkeys(all_, True)}, "room.answer.number"),
        (lambda all_: {"points": dict.fromkeys(all_, float("nan"))}, "room.answer.number"),
        (lambda all_: {"points": dict.fromkeys(all_, 100), "said": "a" * 301}, "room.answer.long"),
        (lambda all_: {"points": dict.fromkeys(all_, 100), "said": "a" * 10_000}, "room.answer.long"),
        (lambda all_: {"points": dict.fromkeys(all_, 100), "said": 5}, "room.answer.shape"),
    ],
)
def test_an_answer_that_cannot_be_right_is_refused_whole(evening, body, key):
    evening.begun()
    token = evening.taking.join(evening.code)
    if isinstance(body, Callable):
        body = body([theme.id for theme in evening.case.themes])
    with pytest.raises(AnswerError) as refused:
        evening.answer(token, body=body)
    assert refused.value.text.key == key
    assert evening.store.counts(evening.room.id).sent == {}


def test_everything_left_open_on_purpose_is_an_answer(evening):
    evening.begun()
    token = evening.taking.join(evening.code)
    themes = len(evening.case.themes)
    assert evening.answer(token, body=evening.points(*["x"] * themes)).revision == 1


@pytest.mark.parametrize("token", ["", "x", "../..", "ffGvChXrpb0p20vpSWoE9arWBzXz6yn_", "é" * 30, 7])
def test_a_forged_token_opens_nothing(evening, token):
    evening.begun()
    with pytest.raises(NotTakingPartError):
        evening.answer(token)
    with pytest.raises(NotTakingPartError):
        evening.taking.own(evening.code, token)


def test_a_token_of_another_session_opens_nothing(evening, store, case, files):
    other = Evening(store, case, files).begun()
    token = other.taking.join(other.code)
    evening.begun()
    with pytest.raises(NotTakingPartError):
        evening.answer(token)


def test_before_it_begins_and_after_it_ends_nobody_joins(evening):
    with pytest.raises(NotOpenError):
        evening.taking.join(evening.code)
    evening.begun()
    evening.taking.join(evening.code)
    evening.lead("end")
    with pytest.raises(NotOpenError):
        evening.taking.join(evening.code)
    assert evening.store.counts(evening.room.id).joined == 1
    with pytest.raises(NoSuchRoomError):
        evening.taking.join("ZZZZZZ")


def test_a_code_is_read_as_people_type_it(evening):
    evening.begun()
    typed = f" {evening.code[:3].lower()}-{evening.code[3:].lower()} "
    assert evening.taking.join(typed)


def test_a_card_works_once(store, case, files):
    evening = Evening(store, case, files, joining="codes")
    (one, _), (two, _) = evening.leading.make_cards(evening.code, evening.secret, 2)
    evening.begun()
    evening.taking.join(evening.code, card=one.lower())
    for card, key in ((one, "room.used_card"), ("BBBBBBBB", "room.wrong_card"), ("", "room.wrong_card")):
        with pytest.raises(CardError) as refused:
            evening.taking.join(evening.code, card=card)
        assert refused.value.text.key == key
    evening.taking.join(evening.code, card=two)
    assert evening.store.counts(evening.room.id).joined == 2


def test_a_table_is_one_ballot_and_a_second_one_is_flagged_and_kept(store, case, files):
    evening = Evening(store, case, files, joining="tables", tables=2)
    cards = {table: card for card, table in evening.leading.make_cards(evening.code, evening.secret)}
    assert set(cards) == {"1", "2"}
    evening.begun()
    for table in "12":
        evening.answer(evening.taking.join(evening.code, card=cards[table]))
    again = evening.taking.join(evening.code, card=evening.leading.one_card(evening.code, evening.secret, "1"))
    evening.answer(again)
    assert [item.table for item in ballots(store, evening.room, "weigh")] == ["1", "2", "1"]
    with store.begun() as connection:
        assert list(connection.scalars(select(PEOPLE.c.doubled).order_by(PEOPLE.c.id))) == [False, False, True]


def test_own_words_wait_until_somebody_read_them(evening):
    evening.begun()
    token = evening.taking.join(evening.code)
    evening.answer(token, body=evening.points() | {"said": " rust\u202e is goud "})
    (saying,) = sayings_of(evening.store, evening.room.id)
    assert (saying.words, saying.state) == ("rust is goud", "waiting")
    evening.sayings.judge(evening.code, evening.secret, saying.id, "shown")
    evening.answer(token, body=evening.points() | {"said": "iets anders"}, on=1)
    assert [item.state for item in sayings_of(evening.store, evening.room.id)] == ["waiting"]


def test_many_at_once_lose_and_double_nothing(evening):
    """Twenty people, each of whom sends every answer twice at the same moment."""
    evening.begun()
    tokens = [evening.taking.join(evening.code) for _ in range(20)]
    failed: list[BaseException] = []

    def send(token: str, number: int) -> None:
        try:
            evening.taking.send(evening.code, token, "weigh", evening.points(number), key=f"key-{number}")
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=send, args=pair) for pair in zip(tokens * 2, [*range(20)] * 2, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    kept = ballots(evening.store, evening.room, "weigh")
    first = evening.case.themes[0].id
    assert sorted(item.answer["points"][first] for item in kept) == [*range(20)]
    assert {item.revision for item in kept} == {1}
