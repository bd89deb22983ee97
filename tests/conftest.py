"""For all tests: own cases in a database of their own, never in the folder data/ of whoever runs them, and a check that
a whole run shows every text."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import texts
from cases.store import OwnCases, own_cases
from cases.store.configuration import settings
from tests.e2e.guard.shown_words import FOLDER as SHOWN
from tests.e2e.guard.shown_words import note_words, shown
from web import shared_cases

FOLDER = tempfile.mkdtemp(prefix="waardenweger-tests-")
os.environ["WAARDENWEGER_STORE"] = f"sqlite:///{FOLDER}/own_cases.db"  # servers that tests start inherit it
FIRST_PROCESS = SHOWN not in os.environ
if FIRST_PROCESS:
    os.environ[SHOWN] = tempfile.mkdtemp(prefix="waardenweger-words-")  # shared by all processes of a run
note_words(texts)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """After a whole run that went well, a text that no test has shown is a failure: it is dead or unseen."""
    if exitstatus == 0 and _whole(session.config) and _never_shown():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config) -> None:
    unseen = _never_shown() if exitstatus == 0 and _whole(config) else []
    if unseen:
        terminalreporter.section("texts that no test shows: take them away, or show them in a test")
        terminalreporter.write_line("\n".join(unseen))


def pytest_unconfigure() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    if FIRST_PROCESS:
        shutil.rmtree(os.environ[SHOWN], ignore_errors=True)


def _whole(config: pytest.Config) -> bool:
    """All tests ran, in the browser too; in a worker of a run nothing is whole."""
    option = config.option
    chosen = option.keyword or option.markexpr or option.lf or option.deselect or option.ignore or option.collectonly
    if chosen or not FIRST_PROCESS or config.args_source is not pytest.Config.ArgsSource.TESTPATHS:
        return False
    skipped = config.pluginmanager.get_plugin("terminalreporter").stats.get("skipped", [])
    return not any("browser" in report.keywords for report in skipped)


def _never_shown() -> list[str]:
    return sorted(set(texts.words(texts.DEFAULT_LANGUAGE).texts) - shown(Path(os.environ[SHOWN])))


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
