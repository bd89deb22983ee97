"""The store of own cases: keys, drafts, versions, publication, freezing, deletion and what the log says."""

import sqlite3
from datetime import UTC, date, datetime

import pytest

from cases.reading.loader import CaseError, load_case
from cases.store import (
    About,
    CaseIdTakenError,
    DeletedError,
    DraftVersionError,
    FrozenError,
    NoSuchCaseError,
    NoSuchVersionError,
    OvertakenError,
    Published,
    StoreError,
    StoreFullError,
    StoreUnreachableError,
    TooLargeError,
    WordsError,
    WrongKeyError,
)
from cases.store.own_case_store import LARGEST_DRAFT, OwnCases
from tests.cases.harbour import GOOD
from tests.cases.own_keys import opens

from .conftest import CASE, FILES, other


def save(store: OwnCases, key: str, contents=FILES):
    return store.save_version(CASE, key, contents, "planner", "eerste keer")


def test_only_the_key_that_was_given_opens_the_case(store, key):
    assert opens(store, CASE, key)
    assert not opens(store, CASE, key + "x")
    assert not opens(store, CASE, "")
    assert not opens(store, "no_such_case", key)


def test_the_key_itself_is_nowhere_in_the_database(store, key, tmp_path):
    store.store.engine.dispose()
    assert all(key.encode() not in path.read_bytes() for path in (tmp_path / "folder").iterdir())


def test_a_new_key_replaces_the_old_one(store, key):
    again = store.new_key(CASE)
    assert opens(store, CASE, again)
    assert not opens(store, CASE, key)
    with pytest.raises(NoSuchCaseError):
        store.new_key("no_such_case")


@pytest.mark.parametrize("case_id", ["shipped", CASE])
def test_an_id_that_is_taken_is_refused(store, key, case_id):
    with pytest.raises(CaseIdTakenError, match=case_id):
        store.new(case_id, b"other")
    assert store.draft(CASE, key).data == b"{}"


@pytest.mark.parametrize("case_id", ["", "Harbour", "1st", "a" * 41, "a-b", "../x", "a\n", "é"])
def test_an_id_that_is_none_is_refused(store, case_id):
    with pytest.raises(WordsError):
        store.new(case_id, b"")


def test_every_change_asks_for_the_key(store, key):
    wrong = "wrong"
    for refused in (
        lambda: store.draft(CASE, wrong),
        lambda: store.save_draft(CASE, wrong, b"x", 1),
        lambda: save(store, wrong),
        lambda: store.publish(CASE, wrong, None),
        lambda: store.freeze(CASE, wrong, "session"),
        lambda: store.unfreeze(CASE, wrong, "session"),
        lambda: store.delete(CASE, wrong),
        lambda: store.restore(CASE, wrong),
    ):
        with pytest.raises(WrongKeyError):
            refused()
    assert store.draft(CASE, key).serial == 1
    assert [entry.what for entry in store.log(CASE)] == ["new"]


def test_a_draft_comes_back_as_it_was_saved(store, key, clock):
    assert (store.draft(CASE, key).data, store.draft(CASE, key).serial) == (b"{}", 1)
    clock.later(hours=1)
    saved = store.save_draft(CASE, key, b"\x00\xff not text", 1)
    assert saved == store.draft(CASE, key)
    assert (saved.data, saved.serial) == (b"\x00\xff not text", 2)
    assert saved.saved == datetime(2026, 2, 1, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("serial", [0, 1, 3])
def test_a_draft_made_from_an_older_one_is_not_saved(store, key, serial):
    store.save_draft(CASE, key, b"second", 1)
    with pytest.raises(OvertakenError):
        store.save_draft(CASE, key, b"mine", serial)
    assert store.draft(CASE, key).data == b"second"


def test_a_draft_may_have_10_mb_and_not_a_byte_more(store, key):
    store.save_draft(CASE, key, bytes(LARGEST_DRAFT), 1)
    with pytest.raises(TooLargeError):
        store.save_draft(CASE, key, bytes(LARGEST_DRAFT + 1), 2)
    assert store.draft(CASE, key).serial == 2


def test_the_whole_store_has_a_limit_that_drafts_and_versions_share(address):
    small = OwnCases(address, most_mb=1)
    first, second = small.new("first", bytes(600_000)), small.new("second", b"")
    with pytest.raises(StoreFullError):
        small.save_draft("second", second, bytes(400_001), 1)
    with pytest.raises(StoreFullError):
        small.new("third", bytes(400_001))
    assert [about.case_id for about in small.every()] == ["first", "second"]
    small.save_draft("second", second, bytes(400_000), 1)
    small.save_draft("first", first, b"", 1)  # smaller always fits
    key = small.new(CASE, bytes(600_000 - 1))
    with pytest.raises(StoreFullError):
        save(small, key)
    assert small.versions(CASE) == ()
    small.store.engine.dispose()


def test_versions_are_numbered_and_come_back_whole(store, key, clock):
    first = save(store, key)
    clock.later(days=1)
    second = store.save_version(CASE, key, other(FILES), " ontwerper ", "een bron erbij")
    assert (first.number, first.who, first.why) == (1, "planner", "eerste keer")
    assert first.hash == load_case(GOOD).version
    assert (second.number, second.who, second.saved) == (2, "ontwerper", datetime(2026, 2, 1, 23, 30, tzinfo=UTC))
    assert store.versions(CASE) == (second, first)
    assert store.contents(CASE, 1) == FILES
    assert store.contents(CASE, 2) == other(FILES)
    with pytest.raises(NoSuchVersionError):
        store.contents(CASE, 3)


def test_the_same_files_make_no_second_version(store, key):
    first = save(store, key)
    assert store.save_version(CASE, key, dict(reversed(FILES.items())), "someone", "nothing new") == first
    assert store.save_version(CASE, key, other(FILES), "planner", "more").number == 2
    assert save(store, key).number == 3  # back to the first files: a change from the newest version
    assert len(store.versions(CASE)) == 3


def test_bytes_that_a_case_already_has_are_kept_once(store, key, tmp_path):
    for number in range(1, 6):
        save(store, key, other(FILES, number))
    store.store.engine.dispose()
    with sqlite3.connect(tmp_path / "folder" / "store.db") as database:
        (count,) = database.execute("SELECT count(*) FROM file_bytes").fetchone()
    database.close()
    assert count == len(FILES) + 4


def test_files_that_are_no_sound_case_are_not_saved_and_every_problem_is_named(store, key):
    damaged = FILES | {"performances.csv": FILES["performances.csv"].replace(b"tram,co2,10", b"tarm,co2,10")}
    with pytest.raises(CaseError) as raised:
        save(store, key, damaged)
    (problem,) = raised.value.problems
    assert (problem.file, problem.line) == ("performances.csv", 10)
    assert store.versions(CASE) == ()


def test_files_of_another_case_or_that_no_case_has_are_refused(store, key):
    renamed = FILES | {"case.yaml": FILES["case.yaml"].replace(b"id: harbour_link", b"id: harbour_line")}
    for contents, place in ((renamed, "case.yaml"), (FILES | {"../x.png": b""}, "../x.png"), ({}, "case.yaml")):
        with pytest.raises(CaseError) as raised:
            save(store, key, contents)
        assert place in {problem.file for problem in raised.value.problems}
    assert store.versions(CASE) == ()


@pytest.mark.parametrize(("who", "why"), [("", "because"), ("  ", "because"), ("planner", ""), ("x" * 81, "because")])
def test_a_version_needs_a_role_and_a_reason(store, key, who, why):
    with pytest.raises(WordsError):
        store.save_version(CASE, key, FILES, who, why)


def test_only_a_published_version_is_in_the_list(store, key):
    first = save(store, key)
    save(store, key, other(FILES))
    assert store.published() == ()
    store.publish(CASE, key, 1)
    assert store.published() == (Published(CASE, 1, first.hash),)
    assert store.about(CASE) == About(CASE, 1, None, None, None)
    with pytest.raises(NoSuchVersionError):
        store.publish(CASE, key, 3)
    store.publish(CASE, key, None)
    assert store.published() == ()


def test_a_draft_is_kept_as_a_version_and_never_published(store, key):
    save(store, key, {**FILES, "case.yaml": FILES["case.yaml"] + b"\nstate: draft\n"})
    with pytest.raises(DraftVersionError):
        store.publish(CASE, key, 1)
    assert store.published() == ()


def test_frozen_facts_do_not_change_until_they_are_unfrozen(store, key):
    save(store, key)
    store.publish(CASE, key, 1)
    store.freeze(CASE, key, "sessie in de wijk")
    assert store.about(CASE).frozen == "sessie in de wijk"
    for refused in (
        lambda: save(store, key, other(FILES)),
        lambda: store.publish(CASE, key, None),
        lambda: store.delete(CASE, key),
    ):
        with pytest.raises(FrozenError, match="sessie in de wijk"):
            refused()
    assert store.published() == (Published(CASE, 1, store.versions(CASE)[0].hash),)
    store.save_draft(CASE, key, b"go on", 1)
    store.unfreeze(CASE, key, "sessie is klaar")
    assert save(store, key, other(FILES)).number == 2


def test_a_deleted_case_is_out_of_sight_and_comes_back_as_it_was(store, key, clock):
    save(store, key)
    store.publish(CASE, key, 1)
    before = store.published()
    store.delete(CASE, key)
    assert store.published() == ()
    assert store.about(CASE).deleted == clock.moment
    assert store.about(CASE).last_day == date(2026, 3, 2)  # 31 January and 30 days; February has 28
    assert store.contents(CASE, 1) == FILES  # export stays possible
    assert store.draft(CASE, key).data == b"{}"
    for refused in (
        lambda: save(store, key, other(FILES)),
        lambda: store.publish(CASE, key, 1),
        lambda: store.save_draft(CASE, key, b"x", 1),
        lambda: store.delete(CASE, key),
    ):
        with pytest.raises(DeletedError):
            refused()
    with pytest.raises(CaseIdTakenError):
        store.new(CASE, b"")
    store.restore(CASE, key)
    assert store.published() == before
    assert store.about(CASE) == About(CASE, 1, None, None, None)


def test_after_30_days_a_deleted_case_is_gone_for_good(store, key, clock):
    save(store, key)
    store.delete(CASE, key)
    clock.moment = datetime(2026, 3, 2, 23, 59, tzinfo=UTC)
    store.purge()
    assert store.about(CASE).last_day == date(2026, 3, 2)
    clock.later(minutes=1)
    store.purge()
    for gone in (store.about, store.log, store.versions, store.new_key):
        with pytest.raises(NoSuchCaseError):
            gone(CASE)
    again = store.new(CASE, b"new start")
    assert store.versions(CASE) == ()
    assert store.draft(CASE, again).data == b"new start"


def test_deleting_one_case_removes_others_whose_time_has_come(store, key, clock):
    store.delete(CASE, key)
    clock.later(days=40)
    store.delete("second", store.new("second", b""))
    assert [about.case_id for about in store.every()] == ["second"]


def test_the_log_names_every_change_with_moment_role_and_reason(store, key, clock):
    save(store, key)
    clock.later(minutes=1)
    store.publish(CASE, key, 1)
    store.publish(CASE, key, 1)  # nothing changes
    store.freeze(CASE, key, "sessie")
    store.unfreeze(CASE, key, "klaar")
    store.unfreeze(CASE, key, "klaar")
    store.publish(CASE, key, None)
    store.delete(CASE, key)
    store.restore(CASE, key)
    store.restore(CASE, key)
    log = store.log(CASE)
    assert [(entry.what, entry.number, entry.who, entry.why) for entry in log] == [
        ("new", None, "", ""),
        ("version", 1, "planner", "eerste keer"),
        ("publish", 1, "", ""),
        ("freeze", None, "", "sessie"),
        ("unfreeze", None, "", "klaar"),
        ("take_off", 1, "", ""),
        ("delete", None, "", ""),
        ("restore", None, "", ""),
    ]
    assert (log[2].when - log[1].when).seconds == 60


def test_another_program_sees_what_was_saved(store, key, address):
    save(store, key)
    second = OwnCases(address)
    assert second.versions(CASE) == store.versions(CASE)
    second.save_draft(CASE, key, b"from the second", 1)
    with pytest.raises(OvertakenError):
        store.save_draft(CASE, key, b"from the first", 1)
    second.store.engine.dispose()


def test_a_place_that_cannot_be_written_is_named_and_not_a_crash(tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreUnreachableError) as raised:
        OwnCases(f"sqlite:///{tmp_path}/file/store.db")
    assert "niet bereikbaar" in raised.value.text.get("nl")
    (tmp_path / "other.db").write_bytes(b"this is not a database, but something else" * 100)
    with pytest.raises(StoreUnreachableError):
        OwnCases(f"sqlite:///{tmp_path}/other.db")


def test_a_store_of_another_format_is_not_touched(store, key, address, tmp_path):
    with sqlite3.connect(tmp_path / "folder" / "store.db") as database:
        database.execute("UPDATE store_format SET format = 3")
    database.close()
    with pytest.raises(StoreError, match="format 3"):
        OwnCases(address)


def test_every_refusal_speaks_both_languages(store, key):
    with pytest.raises(StoreError) as raised:
        store.draft(CASE, "wrong")
    assert raised.value.text.get("nl") != raised.value.text.get("en")
    assert str(raised.value) == raised.value.text.get("en")


def test_what_people_write_is_in_no_message_for_the_log(store, key, tmp_path):
    with sqlite3.connect(tmp_path / "folder" / "store.db") as database:
        database.execute("DROP TABLE log")
    database.close()
    with pytest.raises(StoreUnreachableError) as error:
        store.freeze(CASE, key, "de wethouder vroeg het")
    assert "wethouder" not in str(error.value.__cause__)


def test_a_version_of_which_the_bytes_are_gone_is_no_version(store, key, tmp_path):
    """As when the case is removed for good between two questions of somebody who reads it."""
    save(store, key)
    with sqlite3.connect(tmp_path / "folder" / "store.db") as database:
        database.execute("DELETE FROM file_bytes WHERE sha256 = (SELECT min(sha256) FROM file_bytes)")
    database.close()
    with pytest.raises(NoSuchVersionError):
        store.contents(CASE, 1)


def test_the_folder_of_the_store_is_closed_to_other_users(store, tmp_path):
    assert (tmp_path / "folder").stat().st_mode & 0o077 == 0
