"""Changes that are made together: each as if it were alone, and none told as kept before it is."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import event, insert, select

from cases.store.store_errors import StoreUnreachableError
from tests.budget import budget
from workshop.room_errors import NotOpenError
from workshop.room_tables import ROOM_CASES


def row(name: str):
    return insert(ROOM_CASES).values(case_id=name, version="1", files=b"")


def names(store) -> set[str]:
    with store.begun() as connection:
        return set(connection.scalars(select(ROOM_CASES.c.case_id)))


def test_those_who_wait_share_one_commit_and_a_refusal_undoes_only_its_own_change(store):
    """The first change holds the turn until all others wait behind it."""
    go, begun, commits = threading.Event(), threading.Event(), []
    event.listen(store.engine, "commit", commits.append)

    def first(connection):
        begun.set()
        go.wait(10)
        connection.execute(row("first"))

    def change(number):
        def made(connection):
            connection.execute(row(f"row-{number}"))
            if number % 3 == 0:
                raise NotOpenError
            return number

        return made

    with ThreadPoolExecutor(13) as many:
        one = many.submit(store.together.run, first)
        begun.wait(10)
        others = [many.submit(store.together.run, change(number)) for number in range(12)]
        while len(store.together._waiting) < 12:
            pass
        go.set()
        one.result()
        for number, other in enumerate(others):
            if number % 3 == 0:
                with pytest.raises(NotOpenError):
                    other.result()
            else:
                assert other.result() == number
    assert len(commits) == 2
    assert names(store) == {"first", *(f"row-{number}" for number in range(12) if number % 3)}


def test_a_full_disk_refuses_and_what_was_accepted_stays(evening, store):
    """SQLite says itself that the disk is full, as it may grow no further."""
    evening.begun()
    tokens = [evening.taking.join(evening.code) for _ in range(30)]
    evening.answer(tokens[0])
    limits = []

    def small(connection, _):
        pages = connection.execute("PRAGMA page_count").fetchone()[0] if limits else 2**30
        connection.execute(f"PRAGMA max_page_count={pages}").close()

    event.listen(store.engine, "connect", small)
    limits.append("full")
    store.engine.dispose()
    kept, refused = [], []
    for number, token in enumerate(tokens[1:], 1):
        body = evening.points(number) | {"said": f"{number} " + "a" * 290}
        try:
            evening.taking.send(evening.code, token, "weigh", body, key=f"k{number}")
            kept.append(number)
        except StoreUnreachableError:
            refused.append(number)
    assert refused
    limits.clear()
    store.engine.dispose()
    for number in refused + kept:
        body = evening.points(number) | {"said": f"{number} " + "a" * 290}
        again = evening.taking.send(evening.code, tokens[number], "weigh", body, key=f"k{number}").again
        assert again == (number in kept)
    assert store.counts(evening.room.id).sent == {"weigh": len(tokens)}


def test_many_changes_at_once_are_all_kept(store):
    many = budget(60, 3000)
    with ThreadPoolExecutor(20) as threads:
        list(threads.map(lambda n: store.together.run(lambda c: c.execute(row(f"r{n}"))), range(many)))
    assert len(names(store)) == many
