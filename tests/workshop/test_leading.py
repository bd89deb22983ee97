from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, select

from cases.store.store_errors import StoreError
from tests.workshop.evening import Evening
from workshop.ballots import ballots
from workshop.public_state import public_counts, public_state
from workshop.room_errors import (
    AnswerError,
    LedOnError,
    NoSuchRoomError,
    StepError,
    TooFewChangedError,
    WrongSecretError,
)
from workshop.room_secrets import LETTERS, new_token
from workshop.room_store import room_store_at
from workshop.room_tables import METADATA, ROOM_CASES, ROOMS

LEADS = {
    "room": (),
    "lead": ("next", {}, 1),
    "make_cards": (1,),
    "one_card": ("1",),
    "lines": (),
    "remove": (),
}
SAYS = {"all": (), "judge": (1, "shown"), "write": ("note", "iets", "nl")}
"""Everything that needs the secret, with what else it takes."""
FREE = {"prepare", "enter", "purge"}


def test_every_way_to_lead_asks_the_secret(evening):
    public = {name for name in dir(evening.leading) if not name.startswith("_")}
    assert public == LEADS.keys() | FREE
    assert {name for name in dir(evening.sayings) if not name.startswith("_")} == SAYS.keys()
    ways = [(evening.leading, *way) for way in LEADS.items()] + [(evening.sayings, *way) for way in SAYS.items()]
    for side, name, more in ways:
        for secret in (new_token(), "", "x", evening.code):
            with pytest.raises(WrongSecretError):
                getattr(side, name)(evening.code, secret, *more)
    other = Evening(evening.store, evening.case, {})
    with pytest.raises(WrongSecretError):
        evening.leading.room(evening.code, other.secret)


def test_the_passphrase_gives_a_second_leader_a_secret_of_their_own(evening):
    second = evening.leading.enter(evening.code, "een lange wachtzin")
    assert second != evening.secret
    assert evening.leading.room(evening.code, second).code == evening.code
    for wrong in ("", "een lange wachtzi", "x" * 10_000):
        with pytest.raises(WrongSecretError):
            evening.leading.enter(evening.code, wrong)


def test_no_secret_is_in_the_database(evening, address):
    evening.begun()
    token = evening.taking.join(evening.code)
    evening.store.forget_traces()
    folder = Path(address.removeprefix("sqlite:///")).parent
    whole = b"".join(path.read_bytes() for path in folder.iterdir())
    for secret in (evening.secret, token, "een lange wachtzin"):
        assert secret.encode() not in whole


def test_a_code_can_be_read_out_in_a_hall(evening):
    assert len(evening.code) == 6
    assert set(evening.code) <= set(LETTERS)
    assert not set(LETTERS) & set("AEIOUY01")


def test_two_who_press_next_at_once_go_one_step_on(evening):
    evening.lead("begin")
    serial = evening.room.serial
    evening.leading.lead(evening.code, evening.secret, "next", {}, serial)
    with pytest.raises(LedOnError) as told:
        evening.leading.lead(evening.code, evening.secret, "next", {}, serial)
    assert told.value.serial == evening.room.serial
    assert evening.room.state.step == 1


def test_what_is_refused_changes_nothing(evening):
    evening.lead("begin")
    before = evening.room
    for command, detail in (("jump", {"step": "moon"}), ("reveal", {"stage": "agreement"}), ("dance", {})):
        with pytest.raises(StepError):
            evening.lead(command, **detail)
    assert evening.room == before


def test_a_room_sees_nothing_but_numbers_before_the_reveal(evening):
    evening.begun()
    evening.people(8, 10)
    for command in ((), ("close",)):
        if command:
            evening.lead(*command)
        assert public_state(evening.store, evening.room)["shown"] == {}
    counts = public_counts(evening.room, evening.store.counts(evening.room.id))
    assert counts == {"joined": 8, "sent": {"gut": 0, "weigh": 8, "second": 0, "record": 0}}
    evening.lead("reveal", stage="distribution")
    assert [*public_state(evening.store, evening.room)["shown"]] == ["distribution"]
    evening.lead("hide", stage="distribution")
    assert public_state(evening.store, evening.room)["shown"] == {}


def test_two_showings_never_lie_so_near_that_a_few_people_stand_out(evening):
    evening.begun()
    tokens = evening.people(8, 10)
    evening.lead("close")
    evening.lead("reveal", stage="agreement")
    evening.lead("open")
    evening.answer(tokens[0], body=evening.points(90), on=1)
    evening.lead("close")
    before = public_state(evening.store, evening.room)
    with pytest.raises(TooFewChangedError):
        evening.lead("reveal", stage="agreement")
    assert public_state(evening.store, evening.room)["shown"] == before["shown"] == {}
    with pytest.raises(TooFewChangedError):  # nor by another picture of the same answers
        evening.lead("reveal", stage="distribution")
    evening.lead("open")
    for token in tokens[1:]:
        evening.answer(token, body=evening.points(90), on=1)
    evening.lead("close")
    evening.lead("reveal", stage="agreement")


def test_what_was_rehearsed_is_gone_when_it_begins(evening):
    evening.lead("rehearse")
    evening.lead("jump", step="weigh")
    evening.lead("open")
    evening.people(3)
    evening.lead("begin")
    assert evening.store.counts(evening.room.id).joined == 0
    assert evening.room.state.standing("weigh") == "waiting"


def test_ballots_go_by_themselves_and_the_session_stays(evening, clock):
    evening.begun()
    evening.people(7)
    evening.lead("end")
    clock.later(days=29)
    assert evening.leading.purge() == 0
    clock.later(days=2)
    assert evening.leading.purge() == 1
    assert evening.leading.purge() == 0
    assert evening.room.emptied
    assert ballots(evening.store, evening.room, "weigh") == ()
    assert evening.leading.lines(evening.code, evening.secret)


def test_a_session_that_is_removed_leaves_nothing(evening):
    evening.begun()
    evening.people(2)
    evening.sayings.write(evening.code, evening.secret, "parked", "klopt 43 hectare?", "nl")
    evening.leading.remove(evening.code, evening.secret)
    with pytest.raises(NoSuchRoomError):
        evening.store.room(evening.code)
    with evening.store.begun() as connection:
        for table in set(METADATA.sorted_tables) - {ROOM_CASES}:
            assert connection.execute(select(table)).first() is None, table.name


def test_the_case_stays_as_it_was(evening):
    found = evening.store.case(evening.room)
    assert (found.version, found.criteria) == (evening.case.version, evening.case.criteria)


def test_what_was_done_is_kept_with_how_many_there_were(evening):
    evening.begun()
    evening.people(2)
    evening.lead("close")
    kept = [(line.what, line.joined, line.sent) for line in evening.leading.lines(evening.code, evening.secret)]
    assert kept == [("begin", 0, 0), ("jump", 0, 0), ("open", 0, 0), ("close", 2, 2)]


def test_words_that_were_erased_are_gone(evening):
    evening.sayings.write(evening.code, evening.secret, "note", "Jan Jansen zei iets", "nl")
    (saying,) = evening.sayings.all(evening.code, evening.secret)
    evening.sayings.judge(evening.code, evening.secret, saying.id, "erased")
    assert evening.sayings.all(evening.code, evening.secret) == ()
    for wrong in ("shown", "strange"):
        with pytest.raises(AnswerError):
            evening.sayings.judge(evening.code, evening.secret, saying.id, wrong)
    for words in ("", "x" * 501):
        with pytest.raises(AnswerError):
            evening.sayings.write(evening.code, evening.secret, "note", words, "nl")


def test_the_tables_are_what_the_changes_make(store):
    ours = {table.name for table in METADATA.sorted_tables}
    with store.engine.begin() as connection:
        options = {"include_name": lambda name, kind, _: kind != "table" or name in ours}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []
        assert inspect(connection).has_table("own_case")


def test_a_database_of_a_later_program_is_refused(store, address):
    with store.begun() as connection:
        connection.exec_driver_sql("UPDATE room_schema SET version_num = '9999'")
    with pytest.raises(StoreError, match="9999"):
        room_store_at(address)


def test_codes_are_not_given_twice(evening, monkeypatch):
    codes = iter([evening.code, "BCDFGH"])
    monkeypatch.setattr("workshop.leading.join_code", lambda: next(codes))
    assert Evening(evening.store, evening.case, {}).code == "BCDFGH"
    with evening.store.begun() as connection:
        assert len(connection.execute(select(ROOMS)).all()) == 2
