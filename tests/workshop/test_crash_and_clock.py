"""A server that is killed, two windows, a clock that is set back, and two processes: what was accepted stays."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, select, text
from sqlalchemy.engine import make_url

from tests.budget import budget
from tests.workshop.evening import Evening
from workshop.news import NewsOverPostgres
from workshop.room_errors import NewerAnswerError, NotTakingPartError
from workshop.room_secrets import hashed
from workshop.room_store import room_store_at
from workshop.room_tables import ANSWERS, PEOPLE

ROOT = Path(__file__).parents[2]
SENDERS = """
import sys, threading
from workshop.room_store import room_store_at
from workshop.taking_part import TakingPart
address, code, *themes = sys.argv[1:]
taking = TakingPart(room_store_at(address))
points = {"points": dict.fromkeys(themes, 100)}
def phone():
    while True:
        token = taking.join(code)
        for on in range(2):
            got = taking.send(code, token, "weigh", points, key=f"key-{on}", on=on)
            sys.stdout.write(f"{token} {got.revision}\\n")
            sys.stdout.flush()
for _ in range(6):
    threading.Thread(target=phone).start()
"""
POSTGRES = os.environ.get("WAARDENWEGER_TEST_POSTGRES")
"""Address of an empty database of PostgreSQL, such as ``postgresql+psycopg://postgres@/rooms?host=/run/postgresql``."""


def killed_in_the_middle(evening: Evening, address: str) -> None:
    """Six phones join and send as fast as they can, until their process is killed."""
    command = [sys.executable, "-c", SENDERS, address, evening.code, *(theme.id for theme in evening.case.themes)]
    senders = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    lines = [senders.stdout.readline() for _ in range(30)]
    os.kill(senders.pid, signal.SIGKILL)
    rest, _ = senders.communicate()
    lines += [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    promised: dict[str, int] = {}
    for token, revision in (line.split() for line in lines):
        promised[token] = max(int(revision), promised.get(token, 0))
    assert len(promised) >= 6
    rows = select(PEOPLE.c.token_hash, ANSWERS.c.revision).join(ANSWERS, ANSWERS.c.person_id == PEOPLE.c.id)
    with evening.store.begun() as connection:
        kept = {row.token_hash: row.revision for row in connection.execute(rows)}
    for token, revision in promised.items():
        assert kept[hashed(token)] >= revision


def test_a_killed_server_kept_every_answer_for_which_there_was_a_receipt(evening, address):
    evening.begun()
    for _ in range(budget(1, 60)):
        killed_in_the_middle(evening, address)
    evening.answer(evening.taking.join(evening.code))


def test_of_two_windows_that_send_at_the_same_moment_one_is_kept_and_one_is_told(evening):
    evening.begun()
    for turn in range(budget(5, 500)):
        token = evening.taking.join(evening.code)

        def send(number: int, token=token, turn=turn) -> bool:
            try:
                evening.taking.send(evening.code, token, "weigh", evening.points(number), key=f"w{turn}-{number}")
            except NewerAnswerError:
                return False
            return True

        with ThreadPoolExecutor(2) as windows:
            kept = list(windows.map(send, (10, 20)))
        assert sorted(kept) == [False, True]
        mine = evening.taking.own(evening.code, token)
        assert mine.revisions == {"weigh": 1}
        assert mine.answers["weigh"]["points"][evening.case.themes[0].id] == (10, 20)[kept.index(True)]


def test_a_clock_that_is_set_back_or_ahead_loses_nothing_and_keeps_nobody_out(evening, store, clock):
    """The clock is in the timer and in how long things are kept; what comes first is told by numbers."""
    evening.begun()
    token = evening.taking.join(evening.code)
    evening.answer(token)
    evening.lead("timer", minutes=5)
    clock.moment -= timedelta(days=400)
    assert evening.answer(token, body=evening.points(5), on=1).revision == 2
    evening.taking.join(evening.code)
    before = evening.room.serial
    assert evening.lead("next").serial == before + 1
    assert evening.room.state.timer_ends is None
    evening.lead("end")
    assert evening.leading.purge() == 0
    assert store.counts(evening.room.id).sent == {"weigh": 1}
    assert [line.what for line in evening.leading.lines(evening.code, evening.secret)][-2:] == ["next", "end"]


def test_guessing_tokens_finds_nobody(evening):
    """A token that is almost right is as wrong as any other."""
    evening.begun()
    token = evening.taking.join(evening.code)
    for place in range(len(token)):
        wrong = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        with pytest.raises(NotTakingPartError):
            evening.answer(wrong)
    for wrong in (token + "=", token[:-1], token.swapcase(), f" {token}", f"{token}' OR 1=1 --", "%" * 32):
        with pytest.raises(NotTakingPartError):
            evening.answer(wrong)


@pytest.fixture
def shared():
    """A schema of its own in the database of PostgreSQL that the setting names, gone afterwards."""
    if POSTGRES is None:
        pytest.skip("WAARDENWEGER_TEST_POSTGRES names no database")
    url, name = make_url(POSTGRES), f"room_{os.getpid()}_{time.monotonic_ns()}"
    outside = create_engine(url, isolation_level="AUTOCOMMIT")
    with outside.connect() as connection:
        connection.execute(text(f'CREATE SCHEMA "{name}"'))
    inside = url.update_query_dict({"options": f"-csearch_path={name}"}).render_as_string(hide_password=False)
    yield inside
    with outside.connect() as connection:
        connection.execute(text(f'DROP SCHEMA "{name}" CASCADE'))
    outside.dispose()


def test_two_processes_on_one_postgresql_share_sessions_news_and_tables(shared, case, files):
    with ThreadPoolExecutor(4) as many:  # they start together, and each wants to make the tables
        stores = list(many.map(lambda _: room_store_at(shared), range(4)))
    assert inspect(stores[0].engine).has_table("room_answer")
    evening = Evening(stores[0], case, files).begun()
    plain = make_url(shared).set(drivername="postgresql").render_as_string(hide_password=False)
    told, hears = NewsOverPostgres(plain), NewsOverPostgres(plain)
    heard: list[tuple[str, str]] = []
    hears.listen(lambda code, what: heard.append((code, what)))
    deadline = time.monotonic() + 20
    while not heard and time.monotonic() < deadline:
        told.tell(evening.code, "state")
        time.sleep(0.05)
    for one in (told, hears):
        one.stop()
    assert heard[0] == (evening.code, "state")
    for _ in range(budget(1, 10)):
        killed_in_the_middle(evening, shared)
    tokens = [evening.taking.join(evening.code) for _ in range(20)]
    before = stores[1].counts(evening.room.id).sent["weigh"]
    other = [Evening.__new__(Evening) for _ in stores]
    for one, store in zip(other, stores, strict=True):
        one.taking = type(evening.taking)(store)

    def send(number: int) -> int:
        """Every answer is sent to two processes at the same moment."""
        way = other[number % len(other)].taking
        body = evening.points(number // 2)
        return way.send(evening.code, tokens[number // 2], "weigh", body, key=f"k{number // 2}").revision

    with ThreadPoolExecutor(16) as many:
        assert set(many.map(send, range(40))) == {1}
    assert stores[2].counts(evening.room.id).sent["weigh"] == before + 20
    for store in stores:
        store.engine.dispose()
