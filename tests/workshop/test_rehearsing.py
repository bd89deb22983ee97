"""A rehearsal of the whole evening with made-up people, of whom nothing is left when it begins."""

import pytest
from sqlalchemy import select

from cases import SHIPPED
from cases.reading.case_folder import read_files
from cases.reading.loader import load_case
from files.problems import Problems
from tests.workshop.evening import Evening
from workshop.ballots import ballots
from workshop.public_state import public_state
from workshop.rehearsing import let_made_up_join
from workshop.room_errors import AnswerError, NotOpenError, StepError
from workshop.room_tables import PEOPLE
from workshop.sayings import sayings_of
from workshop.script import KINDS

LUTKEMEER = SHIPPED / "lutkemeer"


def rehearsed(store, kind: str, many: int = 40) -> Evening:
    evening = Evening(
        store, load_case(LUTKEMEER), dict(read_files(LUTKEMEER, Problems())), kind=kind, asks_who=True, areas=["Osdorp"]
    )
    evening.lead("rehearse")
    let_made_up_join(store, evening.code, many)
    return evening


@pytest.mark.parametrize("kind", KINDS)
def test_every_step_of_every_kind_has_answers_to_rehearse_with(store, kind):
    """Each question is answered as it opens, and each stage that can be shown has something to show."""
    evening = rehearsed(store, kind)
    for number, step in enumerate(evening.plan.steps):
        if number:
            evening.lead("next")
        if step.question in evening.plan.asked:
            if evening.room.state.standing(step.question) != "open":
                evening.lead("open")
            sent = store.counts(evening.room.id).sent[step.question]
            assert 7 <= sent <= 40
            evening.lead("close")
        for stage in step.stages:
            evening.lead("reveal", stage=stage)
            assert "withheld" not in public_state(store, evening.room)["shown"][stage], stage
    assert any(saying.state == "waiting" for saying in sayings_of(store, evening.room.id))
    assert {item.way for item in ballots(store, evening.room, "record")} == {"made_up"}


def test_who_joins_later_answers_what_is_open_and_nobody_answers_twice(store):
    evening = rehearsed(store, "plans", 20)
    evening.lead("jump", step="weigh")
    evening.lead("open")
    before = ballots(store, evening.room, "weigh")
    let_made_up_join(store, evening.code, 10)
    evening.lead("blank")
    after = ballots(store, evening.room, "weigh")
    assert after[: len(before)] == before
    assert len(before) < len(after) <= 30
    assert {item.revision for item in after} == {1}


def test_nothing_made_up_is_left_when_the_evening_begins(store):
    evening = rehearsed(store, "plans", 10)
    evening.lead("begin")
    assert store.counts(evening.room.id).joined == 0
    with store.begun() as connection:
        assert connection.scalars(select(PEOPLE.c.id)).all() == []
    with pytest.raises(StepError):
        let_made_up_join(store, evening.code)
    with pytest.raises(NotOpenError):
        evening.taking.join(evening.code, way="made_up")
    evening.lead("jump", step="weigh")
    evening.lead("open")
    assert store.counts(evening.room.id).sent == {}


@pytest.mark.parametrize("many", [0, -1, 501])
def test_a_number_that_cannot_be_is_refused(evening, many):
    evening.lead("rehearse")
    with pytest.raises(AnswerError):
        let_made_up_join(evening.store, evening.code, many)
