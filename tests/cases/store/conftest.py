"""A store in a folder of its own, with a clock that the test turns."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from cases.reading.case_folder import read_files
from cases.store.own_case_store import OwnCases
from files.problems import Problems
from tests.cases.harbour import GOOD

CASE = GOOD.name
FILES = read_files(GOOD, Problems())


class Clock:
    """The moment in the store; the test moves it."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 1, 31, 23, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def later(self, **time: float) -> None:
        self.moment += timedelta(**time)


def other(contents: dict[str, bytes], number: int = 1) -> dict[str, bytes]:
    """Sound case files with one source more."""
    old = contents["sources.csv"]
    return contents | {"sources.csv": old.rstrip(b"\n") + f"\nextra{number},Erbij,Extra,De tests,2026,,no\n".encode()}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def address(tmp_path) -> str:
    return f"sqlite:///{tmp_path}/folder/store.db"


@pytest.fixture
def store(address, clock) -> Iterator[OwnCases]:
    made = OwnCases(address, taken=("shipped",), now=clock)
    yield made
    made.store.engine.dispose()


@pytest.fixture
def key(store) -> str:
    return store.new(CASE, b"{}")
