"""Whatever a reader does with a file, who asked gets an answer in time, and the process that asked goes on."""

import logging
import os
import resource
import threading
import time

import pytest

from files.door import door
from files.door.door import DoorError, read_apart
from texts import LANGUAGES

from . import door_readers as readers

ENDED = {
    readers.takes_memory: "too_much",
    readers.takes_memory_bit_by_bit: "too_much",
    readers.never_ends: "too_long",
    readers.waits: "too_long",
    readers.goes_deep: "too_deep",
    readers.falls_over: "stopped",
    readers.meets_something: "stopped",
}


def why(reader, *arguments) -> str:
    with pytest.raises(DoorError) as refused:
        read_apart(reader, readers.RefusalError, *arguments)
    assert all(refused.value.text.get(language) for language in LANGUAGES)
    return refused.value.text.key.removeprefix("door.")


def test_what_a_reader_finds_comes_back_from_another_process():
    found = read_apart(readers.gives, (), b"1234")
    assert found["bytes"] == 4
    assert found["inside"]["process"] not in (os.getpid(), read_apart(readers.gives, (), b"")["inside"]["process"])
    with pytest.raises(TypeError):
        found["bytes"] = 5


def test_what_a_reader_refuses_is_raised_here_as_it_was_there():
    with pytest.raises(readers.RefusalError) as refused:
        read_apart(readers.refuses, readers.RefusalError, b"12")
    assert (refused.value.args, refused.value.values) == (("no",), {"size": 2})


@pytest.mark.parametrize("reader", ENDED, ids=lambda reader: reader.__name__)
def test_a_reader_that_goes_wrong_ends_with_a_reason_and_the_next_file_is_read(monkeypatch, reader):
    monkeypatch.setattr(door, "SECONDS", 1 if ENDED[reader] == "too_long" else 30)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert why(reader, b"x") == ENDED[reader]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000  # kilobytes
    assert read_apart(readers.gives, (), b"1")["bytes"] == 1


def test_a_reader_that_meets_something_unknown_is_in_the_log_with_its_place(caplog):
    with caplog.at_level(logging.ERROR):
        why(readers.meets_something, b"12")
    assert "in meets_something" in caplog.text
    assert "ZeroDivisionError: in 2 bytes" in caplog.text


def test_what_a_reader_prints_stands_between_no_answers():
    assert read_apart(readers.prints, (), b"one") == "one"
    assert read_apart(readers.prints, (), b"two") == "two"


def test_a_file_that_is_too_large_is_not_even_sent(monkeypatch):
    monkeypatch.setattr(door, "LARGEST", 10)
    monkeypatch.setattr(door, "_ask", lambda question: pytest.fail("it was sent"))
    assert why(readers.gives, b"12345678901") == "too_large"


def test_an_answer_that_is_too_large_stops_at_the_door():
    assert why(readers.says_much, b"") == "stopped"


def test_a_keeper_that_was_killed_costs_one_file():
    read_apart(readers.gives, (), b"")
    for keeper in list(door._keepers):
        keeper.kill()
    assert why(readers.gives, b"1") == "stopped"
    for _ in range(door.KEEPERS):  # each of the others that were killed costs one more
        if not door._keepers:
            break
        why(readers.gives, b"1")
    assert read_apart(readers.gives, (), b"1")["bytes"] == 1


def test_who_comes_when_too_many_wait_is_asked_to_come_back(monkeypatch):
    monkeypatch.setattr(door, "_places", threading.Semaphore(2))
    monkeypatch.setattr(door, "SECONDS", 2)
    busy = [threading.Thread(target=why, args=(readers.waits, b"")) for _ in range(2)]
    for thread in busy:
        thread.start()
    until = time.monotonic() + 30
    while door._places._value and time.monotonic() < until:
        time.sleep(0.01)
    assert why(readers.gives, b"") == "busy"
    for thread in busy:
        thread.join()
    assert read_apart(readers.gives, (), b"")["bytes"] == 0
