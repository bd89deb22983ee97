"""What is left when the machine stops in the middle, and when many write at once."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cases.reading.loader import case_from_files
from cases.store import OvertakenError
from cases.store.own_case_store import OwnCases
from cases.store.store_tables import FILES as FILE_TABLE
from cases.workbook.draft import draft_bytes, draft_from, empty_draft
from tests.budget import budget

from .conftest import CASE, FILES, other

ROOT = Path(__file__).parents[3]
WRITER = """
import sys
from itertools import count
from cases.store.own_case_store import OwnCases
from tests.cases.store.conftest import CASE, FILES, other
store = OwnCases(sys.argv[1])
for number in count(int(sys.argv[3])):
    made = store.save_version(CASE, sys.argv[2], other(FILES, number), "planner", "again")
    print(made.number, flush=True)
"""


def test_a_killed_process_leaves_only_whole_versions_and_all_that_it_promised(store, key, address):
    for kill in range(budget(2, 120)):
        more = (2, 5)[kill % 2]  # so many are awaited; then it is killed somewhere in the next ones
        command = [sys.executable, "-c", WRITER, address, key, str(1000 * (kill + 1))]
        writer = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        promised = [int(writer.stdout.readline()) for _ in range(more)]
        os.kill(writer.pid, signal.SIGKILL)
        rest, _ = writer.communicate()
        promised += [int(line) for line in rest.splitlines()]
        assert {*promised} <= {version.number for version in store.versions(CASE)}
    versions = store.versions(CASE)
    assert [version.number for version in versions] == list(range(len(versions), 0, -1))
    for version in versions:
        assert case_from_files(store.contents(CASE, version.number)).version == version.hash
    with store.store.begun() as connection:
        assert len(connection.execute(FILE_TABLE.select()).all()) == len(versions) * len(FILES)
    assert sum(entry.what == "version" for entry in store.log(CASE)) == len(versions)
    assert store.save_version(CASE, key, FILES, "planner", "and on we go").number == len(versions) + 1


EDITOR = """
import sys
from itertools import count
from cases.store.own_case_store import OwnCases
from cases.workbook.draft import draft_bytes, draft_from
from tests.cases.store.conftest import CASE
store = OwnCases(sys.argv[1])
serial = int(sys.argv[3])
for number in count(1):
    draft = draft_from(store.draft(CASE, sys.argv[2]).data).with_cell("title", "nl", f"Titel {serial}")
    serial = store.save_draft(CASE, sys.argv[2], draft_bytes(draft), serial).serial
    print(serial, flush=True)
"""


def test_a_power_cut_between_two_edits_leaves_the_last_draft_that_was_said_to_be_saved_or_the_next(store, key, address):
    store.save_draft(CASE, key, draft_bytes(empty_draft()), store.draft(CASE, key).serial)
    for _ in range(budget(2, 60)):
        begin = store.draft(CASE, key).serial
        command = [sys.executable, "-c", EDITOR, address, key, str(begin)]
        editor = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        promised = [int(editor.stdout.readline()) for _ in range(3)]
        os.kill(editor.pid, signal.SIGKILL)
        rest, _ = editor.communicate()
        promised += [int(line) for line in rest.splitlines()]
        kept = store.draft(CASE, key)
        assert kept.serial in (promised[-1], promised[-1] + 1)
        assert draft_from(kept.data).cell("title", "nl") == f"Titel {kept.serial - 1}"


def test_of_many_who_save_the_same_draft_exactly_one_succeeds(store, key, address):
    stores = [OwnCases(address) for _ in range(4)]

    def save(number: int) -> bool:
        try:
            stores[number % 4].save_draft(CASE, key, f"writer {number}".encode(), 1)
        except OvertakenError:
            return False
        return True

    with ThreadPoolExecutor(8) as many:
        saved = list(many.map(save, range(16)))
    assert saved.count(True) == 1
    assert store.draft(CASE, key).data == f"writer {saved.index(True)}".encode()
    for one in stores:
        one.store.engine.dispose()


def test_versions_that_are_saved_at_once_all_get_a_number_of_their_own(store, key):
    with ThreadPoolExecutor(4) as many:
        made = list(many.map(lambda n: store.save_version(CASE, key, other(FILES, n), "planner", "why"), range(8)))
    assert sorted(version.number for version in made) == list(range(1, 9))
    for version in made:
        assert case_from_files(store.contents(CASE, version.number)).version == version.hash
