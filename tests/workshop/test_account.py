"""The account of a session: what the room saw and counts of people; it stays when the ballots go."""

import json
from datetime import date

import pytest

from tests.workshop.evening import Evening
from workshop.account import LONGEST_DONE, Accounts
from workshop.ballots import ballots
from workshop.room_errors import AnswerError, StepError, TooFewChangedError, WrongSecretError
from workshop.room_secrets import new_token


@pytest.fixture
def accounts(evening) -> Accounts:
    return Accounts(evening.store)


def ended(evening: Evening, people: int = 8) -> Evening:
    evening.begun()
    evening.people(people, 37.125)
    evening.lead("close")
    evening.lead("reveal", stage="distribution")
    evening.lead("end")
    return evening


def test_it_is_there_from_the_end_on_and_while_the_session_is_open_again_it_is_not(evening, accounts):
    evening.begun()
    assert accounts.read(evening.code) is None
    evening.lead("end")
    found = accounts.read(evening.code)
    assert (found["code"], found["title"]) == (evening.code, "Een avond")
    assert found["case"] == {"id": evening.case.id, "version": evening.case.version}
    evening.lead("again")
    assert accounts.read(evening.code) is None
    evening.lead("end")
    assert [line["what"] for line in accounts.read(evening.code)["lines"]][-3:] == ["end", "again", "end"]


def test_it_counts_who_took_part_by_each_way_and_flags_what_was_doubled(evening, accounts):
    evening.begun()
    evening.people(7)
    for way in ("paper", "proxy"):
        evening.answer(evening.taking.join(evening.code, way=way))
    evening.taking.join(evening.code, again=True)
    evening.lead("end")
    found = accounts.read(evening.code)
    assert found["joined"] == {"all": 10, "ways": {"paper": 1, "phone": 8, "proxy": 1}, "doubled": 1, "tables": 0}
    asked = {step["question"]: step for step in found["steps"] if "question" in step}
    assert asked["weigh"]["sent"] == 9
    assert asked["weigh"]["ways"] == {"paper": 1, "phone": 7, "proxy": 1}
    assert asked["second"]["sent"] == 0


def test_it_shows_what_the_room_saw_and_no_more(evening, accounts):
    ended(evening)
    (shown,) = accounts.read(evening.code)["shown"]
    assert shown["stage"] == "distribution"
    assert "37.1" not in json.dumps(accounts.read(evening.code))


def test_of_a_small_room_nothing_is_told_but_how_many_there_were(evening, accounts):
    ended(evening, people=6)
    found = accounts.read(evening.code)
    assert [item["result"] for item in found["shown"]] == [{"n": 6, "withheld": "too_few"}]
    assert set(found["shown"][0]["result"]) == {"n", "withheld"}


def test_who_was_missing_is_worked_out_once_with_small_counts_hidden(store, case, files, accounts):
    evening = Evening(store, case, files, asks_who=True, areas=("Oost",))
    evening.lead("begin")
    for number in range(12):
        token = evening.taking.join(evening.code)
        evening.answer(token, "attendance", {"age": "25_44" if number < 9 else "65_up"})
    evening.lead("end")
    missing = accounts.read(evening.code)["missing"]
    ages = next(item for item in missing["questions"] if item["question"] == "age")
    assert {item["answer"]: item["count"] for item in ages["answers"]}["65_up"] is None
    assert "who_came" not in [item["stage"] for item in accounts.read(evening.code)["shown"]]
    evening.lead("again")
    evening.lead("open", question="attendance")
    evening.answer(evening.taking.join(evening.code), "attendance", {"age": "65_up"})
    evening.lead("close", question="attendance")
    with pytest.raises(TooFewChangedError):  # the account counts as shown: laid beside it one person would stand out
        evening.lead("reveal", stage="who_came")
    evening.lead("end")
    assert accounts.read(evening.code)["missing"] == missing


def test_words_are_in_it_once_somebody_read_them(evening, accounts):
    evening.begun()
    for words in ("houd de grond open", "Jan heeft gelijk", "nog niet gelezen"):
        evening.answer(evening.taking.join(evening.code), body={**evening.points(), "said": words})
    evening.sayings.write(evening.code, evening.secret, "dissent", "de weging deugt niet", "nl")
    first, second, *_ = evening.sayings.all(evening.code, evening.secret)
    evening.sayings.judge(evening.code, evening.secret, first.id, "shown")
    evening.lead("end")
    evening.sayings.judge(evening.code, evening.secret, second.id, "erased")
    found = accounts.read(evening.code)
    assert [(item["kind"], item["words"]) for item in found["said"]] == [
        ("reason", "houd de grond open"), ("dissent", "de weging deugt niet"),
    ]  # fmt: skip
    assert found["unread"] == 1


def test_it_stays_when_the_ballots_go_and_words_can_still_be_taken_out(evening, accounts, clock):
    evening.begun()
    evening.answer(evening.taking.join(evening.code), body={**evening.points(), "said": "Jan heeft gelijk"})
    (saying,) = evening.sayings.all(evening.code, evening.secret)
    evening.lead("end")
    evening.sayings.judge(evening.code, evening.secret, saying.id, "kept")
    clock.later(days=31)
    before = accounts.read(evening.code)
    assert evening.leading.purge() == 1
    assert ballots(evening.store, evening.room, "weigh") == ()
    assert accounts.read(evening.code) == before | {"emptied": evening.room.emptied}
    accounts.fill_in(evening.code, evening.secret, "De raad koos anders.", date(2027, 1, 20))
    accounts.strike(evening.code, evening.secret, saying.id)
    after = accounts.read(evening.code)
    assert (after["said"], after["done"], after["decided"]) == ([], "De raad koos anders.", "2027-01-20")
    with pytest.raises(AnswerError):
        accounts.strike(evening.code, evening.secret, saying.id)
    with pytest.raises(StepError):
        evening.sayings.write(evening.code, evening.secret, "note", "te laat", "nl")


def test_what_was_done_with_it_is_said_by_who_leads_after_the_end(evening, accounts):
    with pytest.raises(StepError):
        accounts.fill_in(evening.code, evening.secret, "te vroeg", None)
    ended(evening)
    for secret in (new_token(), "", evening.code):
        with pytest.raises(WrongSecretError):
            accounts.fill_in(evening.code, secret, "x", None)
        with pytest.raises(WrongSecretError):
            accounts.strike(evening.code, secret, 1)
    with pytest.raises(AnswerError):
        accounts.fill_in(evening.code, evening.secret, "x" * (LONGEST_DONE + 1), None)
    accounts.fill_in(evening.code, evening.secret, "Twee wensen staan in het plan.", None)
    evening.lead("again")
    evening.lead("end")
    assert accounts.read(evening.code)["done"] == "Twee wensen staan in het plan."


def test_a_rehearsal_before_it_is_no_part_of_it(evening, accounts):
    evening.lead("rehearse")
    evening.lead("next")
    evening.lead("begin")
    evening.lead("end")
    assert [line["what"] for line in accounts.read(evening.code)["lines"]] == ["begin", "end"]
    assert accounts.read(evening.code)["rehearsal"] is False


def test_a_session_that_nobody_ended_is_ended_and_its_ballots_go(evening, accounts, clock):
    evening.begun()
    evening.people(7)
    clock.later(days=29)
    assert evening.leading.purge() == 0
    clock.later(days=2)
    assert evening.leading.purge() == 1
    assert evening.room.state.phase == "closed"
    assert ballots(evening.store, evening.room, "weigh") == ()
    found = accounts.read(evening.code)
    assert found["joined"]["all"] == 7
    assert found["lines"][-1]["what"] == "end"
    with pytest.raises(StepError):  # what would come in after this would never be removed
        evening.lead("again")
