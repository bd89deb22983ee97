"""What is too old goes by itself, and a server that can open too few files says so when it starts."""

import logging
import resource
import time
from datetime import timedelta

import pytest

from cases.store.store_errors import StoreUnreachableError
from workshop import while_serving
from workshop.leading import Leading


@pytest.fixture
def limits(monkeypatch):
    """The limits of this process as if they were these; what is set is kept in the list."""
    found = [1024, 1024]
    monkeypatch.setattr(resource, "getrlimit", lambda what: tuple(found))
    monkeypatch.setattr(resource, "setrlimit", lambda what, asked: found.__setitem__(slice(None), asked))
    return found


def test_as_many_files_as_a_hall_needs_are_opened_where_that_is_allowed(limits, caplog):
    limits[1] = 20_000
    assert while_serving.open_enough_files() == while_serving.FILES_WANTED
    assert limits == [while_serving.FILES_WANTED, 20_000]
    limits[:] = [resource.RLIM_INFINITY] * 2
    assert while_serving.open_enough_files() == resource.RLIM_INFINITY
    assert not caplog.records


def test_too_few_files_is_told_with_what_to_do(limits, caplog):
    with caplog.at_level(logging.WARNING):
        assert while_serving.open_enough_files() == 1024
    assert "about 362 phones" in caplog.text
    assert "ulimit -n 4096" in caplog.text
    assert "LimitNOFILE=4096" in caplog.text


def test_ballots_go_while_the_server_runs_also_after_the_database_was_away(evening, store, clock, monkeypatch):
    evening.begun()
    evening.people(8)
    evening.lead("end")
    away, usual = [True], Leading.purge

    def purge(self):
        if away:
            away.clear()
            raise StoreUnreachableError
        return usual(self)

    monkeypatch.setattr(Leading, "purge", purge)
    clock.moment += timedelta(days=evening.plan.days_kept + 1)
    stop = while_serving.purge_hourly(store, every=0.01)
    try:
        deadline = time.monotonic() + 10
        while evening.room.emptied is None and time.monotonic() < deadline:
            time.sleep(0.01)
    finally:
        stop.set()
    assert not away
    assert evening.room.emptied is not None
    assert store.counts(evening.room.id).joined == 0
