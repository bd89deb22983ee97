"""A store of sessions in a folder of its own, with a clock that the test turns, and a session that has begun."""

from collections.abc import Iterator

import pytest

from cases.definition.model import Case
from cases.reading.case_folder import read_files
from files.problems import Problems
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.cases.store.conftest import Clock
from tests.workshop.evening import Evening
from workshop.room_store import RoomStore, room_store_at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def address(tmp_path) -> str:
    return f"sqlite:///{tmp_path}/rooms.db"


@pytest.fixture
def store(address, clock) -> Iterator[RoomStore]:
    made = room_store_at(address, clock)
    yield made
    made.engine.dispose()


@pytest.fixture(scope="session")
def case() -> Case:
    return loaded(GOOD)


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    return dict(read_files(GOOD, Problems()))


@pytest.fixture
def evening(store, case, files) -> Evening:
    return Evening(store, case, files)
