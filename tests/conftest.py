"""Every test keeps own cases in a database of its own, never in the folder data/ of whoever runs the tests."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cases.store import OwnCases, own_cases
from cases.store.configuration import settings
from web import shared_cases

FOLDER = tempfile.mkdtemp(prefix="waardenweger-tests-")
os.environ["WAARDENWEGER_STORE"] = f"sqlite:///{FOLDER}/own_cases.db"  # servers that tests start inherit it


def pytest_unconfigure() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)


def _read_anew() -> None:
    settings.cache_clear()
    own_cases.cache_clear()
    shared_cases._own = shared_cases._Own()


@pytest.fixture
def set_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """`set_up(WAARDENWEGER_OWN_CASES="off")`: other settings for this test, as if the program had just started."""

    def change(**variables: str) -> None:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        _read_anew()

    yield change
    monkeypatch.undo()
    _read_anew()


@pytest.fixture
def own_store(tmp_path: Path, set_up: Callable[..., None]) -> Iterator[OwnCases]:
    """An empty store of own cases that screens and pages use in this test, too."""
    set_up(WAARDENWEGER_STORE=f"sqlite:///{tmp_path}/own_cases.db")
    made = own_cases()
    yield made
    made.store.engine.dispose()
