"""Own cases in the list of cases: who sees them when, and what happens when the store does not answer."""

import asyncio
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from cases.reading.case_folder import read_files
from cases.store import CaseIdTakenError, own_cases
from files.problems import Problems
from tests.cases.harbour import GOOD
from web import (
    board_data,
    dimensions_and_gaps,
    euro_answers,
    future_answers,
    phone,
    picture_pages,
    projector,
    proposal_pages,
    served_case_files,
    shared_cases,
    verdict_answers,
)
from wording import charts

FILES = read_files(GOOD, Problems())
CASE = GOOD.name


@pytest.fixture
def key(own_store) -> str:
    made = own_store.new(CASE, b"")
    own_store.save_version(CASE, made, FILES, "planner", "first")
    return made


def test_a_published_case_stands_behind_the_shipped_ones(own_store, key):
    assert CASE not in shared_cases.sound()
    own_store.publish(CASE, key, 1)
    shared_cases.forget()
    assert list(shared_cases.sound()) == [*(k for k in shared_cases.shipped() if k != CASE), CASE]
    assert shared_cases.sound()[CASE].version == own_store.versions(CASE)[0].hash
    own_store.publish(CASE, key, None)
    shared_cases.forget()
    assert CASE not in shared_cases.sound()


def test_who_comes_while_the_cases_are_read_waits_and_does_not_read_them_too(set_up, request, monkeypatch):
    started, read = Barrier(3), []

    def slowly(folder):
        read.append(folder)
        time.sleep(0.05)
        return {}

    set_up(WAARDENWEGER_OWN_CASES="off")
    request.addfinalizer(shared_cases.shipped.cache_clear)
    shared_cases.shipped.cache_clear()
    monkeypatch.setattr(shared_cases, "available_cases", slowly)
    monkeypatch.setattr(shared_cases, "case_roots", lambda: ["one"])
    with ThreadPoolExecutor(3) as visitors:
        list(visitors.map(lambda _: (started.wait(), shared_cases.sound()), range(3)))
    assert read == ["one"]


def test_the_extra_folder_of_a_server_holds_cases_like_those_of_the_program(set_up, request):
    set_up(WAARDENWEGER_CASES=str(GOOD.parent))
    request.addfinalizer(shared_cases.shipped.cache_clear)
    shared_cases.shipped.cache_clear()
    assert {CASE, "lutkemeer"} <= set(shared_cases.sound())
    assert served_case_files.files_of(shared_cases.sound()[CASE]) == FILES
    with pytest.raises(CaseIdTakenError):
        own_cases().new(CASE, b"")


def test_others_see_it_after_a_second_without_being_told(own_store, key, monkeypatch):
    now = time.monotonic()
    monkeypatch.setattr(shared_cases.time, "monotonic", lambda: now)
    assert CASE not in shared_cases.sound()
    own_store.publish(CASE, key, 1)
    assert CASE not in shared_cases.sound()
    now += 1.01
    assert CASE in shared_cases.sound()


def test_the_store_is_asked_once_a_second_and_a_case_is_built_once(own_store, key, monkeypatch):
    own_store.publish(CASE, key, 1)
    shared_cases.forget()
    built = shared_cases.sound()[CASE]
    asked = []
    monkeypatch.setattr(own_store, "published", lambda: asked.append(1) or ())
    monkeypatch.setattr(shared_cases._own, "look_again", time.monotonic() + 60)
    for _ in range(200):
        assert shared_cases.sound()[CASE] is built
    assert not asked
    monkeypatch.undo()
    own_store.freeze(CASE, key, "session")  # a change that leaves the files as they are
    shared_cases.forget()
    assert shared_cases.sound()[CASE] is built


def test_a_deleted_case_is_gone_and_a_restored_one_is_back(own_store, key):
    own_store.publish(CASE, key, 1)
    own_store.delete(CASE, key)
    shared_cases.forget()
    assert CASE not in shared_cases.sound()
    own_store.restore(CASE, key)
    shared_cases.forget()
    assert CASE in shared_cases.sound()


def test_a_version_that_the_checks_no_longer_accept_is_shown_as_damaged(own_store, key, monkeypatch):
    own_store.publish(CASE, key, 1)
    broken = FILES | {"sources.csv": b""}
    monkeypatch.setattr(own_store, "contents", lambda *_: broken)
    shared_cases.forget()
    assert CASE not in shared_cases.sound()
    assert shared_cases.damaged()[CASE].problems


def test_one_own_case_that_cannot_be_read_leaves_all_others(own_store, key, monkeypatch, caplog):
    own_store.publish(CASE, key, 1)
    monkeypatch.setattr(shared_cases, "kept_case", lambda *_: {}["a mistake of ours"])
    shared_cases.forget()
    assert list(shared_cases.all_cases()) == list(shared_cases.shipped())
    assert CASE in caplog.text


def test_a_store_that_does_not_answer_leaves_the_cases_that_were_known(own_store, key, monkeypatch, tmp_path, caplog):
    own_store.publish(CASE, key, 1)
    shared_cases.forget()
    known = list(shared_cases.sound())
    own_store.store.engine.dispose()
    database = tmp_path / "own_cases.db"
    for name in ("own_cases.db-wal", "own_cases.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    good = database.read_bytes()
    database.write_bytes(b"no database " * 1000)
    now = time.monotonic()
    monkeypatch.setattr(shared_cases.time, "monotonic", lambda: now)
    shared_cases.forget()
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            assert list(shared_cases.sound()) == known
            now += 31
    assert len([record for record in caplog.records if "not available" in record.message]) == 1
    own_store.store.engine.dispose()
    database.write_bytes(good)
    assert list(shared_cases.sound()) == known
    assert shared_cases._own.failed is None


def test_a_folder_that_cannot_be_written_turns_own_cases_off_with_one_line(tmp_path, set_up, caplog):
    (tmp_path / "file").write_text("not a folder")
    set_up(WAARDENWEGER_STORE=f"sqlite:///{tmp_path}/file/store.db")
    with caplog.at_level(logging.ERROR):
        found = [list(shared_cases.sound()) for _ in range(3)]
    assert found == [list(shared_cases.shipped())] * 3
    assert len(caplog.records) == 1


def test_turned_off_the_store_is_not_even_opened(set_up):
    set_up(WAARDENWEGER_OWN_CASES="off", WAARDENWEGER_STORE="sqlite:////no/such/folder/store.db")
    assert list(shared_cases.sound()) == list(shared_cases.shipped())
    assert shared_cases._own.failed is None


def test_what_was_deleted_long_ago_is_removed_without_a_restart(own_store, key, monkeypatch):
    own_store.delete(CASE, key)
    later = own_store.store.now() + timedelta(days=31)
    monkeypatch.setattr(own_store.store, "_now", lambda: later)
    shared_cases.forget()
    shared_cases.all_cases()
    assert own_store.every() == ()


@pytest.mark.parametrize("made", [phone.phone_content, board_data._board_data, charts.lines_spec])
def test_what_is_kept_of_cases_has_an_end(made):
    """Every version and every set of requirements in a link gives another one."""
    assert 0 < made.cache_info().maxsize <= 128


@pytest.mark.parametrize(
    ("routes", "path", "form"),
    [
        (phone.routes, "/m", None),
        (phone.routes, "/m/lutkemeer", None),
        (projector.routes, "/scherm", None),
        (projector.routes, "/scherm/lutkemeer", None),
        (picture_pages.routes, "/plaatje/lutkemeer/x/a.png", None),
        (proposal_pages.routes, "/voorstel/x", None),
        (verdict_answers.routes, "/zeker/lutkemeer", b""),
        (dimensions_and_gaps.routes, "/wanneer/lutkemeer", b""),
        (dimensions_and_gaps.routes, "/leemten/lutkemeer", b""),
        (future_answers.routes, "/toekomst/lutkemeer", b""),
        (euro_answers.routes, "/bedragen/lutkemeer", b""),
    ],
)
def test_nobody_waits_for_the_store_but_who_asked(own_store, key, ask, monkeypatch, routes, path, form):
    """One thread serves the lines of all visitors. A slow store or a large new case must not hold that one up."""
    where = []
    really = own_store.published
    monkeypatch.setattr(own_store, "published", lambda: where.append(asyncio._get_running_loop()) or really())
    assert ask(routes, path, (), form).status_code != 500
    assert set(where) <= {None}
    assert where or path.startswith("/voorstel")  # an unknown link is not looked up any further
