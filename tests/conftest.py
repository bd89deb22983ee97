"""For all tests: own cases in a database of their own, never in the folder data/ of whoever runs them, and a check that
a whole run shows every text."""

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import texts
from cases.store import own_cases
from cases.store.configuration import settings
from cases.store.own_case_store import OwnCases
from tests.budget import LONG  # importing it also sets the budget of Hypothesis
from tests.e2e.guard.shown_words import FOLDER as SHOWN
from tests.e2e.guard.shown_words import note_words, shown
from web import shared_cases

FIRST_PROCESS = "TEST_FOLDER" not in os.environ
MEMORY = Path("/dev/shm")  # in memory, where Linux has it: a database waits for no disk there
if FIRST_PROCESS:
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > 2e9
    os.environ["TEST_FOLDER"] = tempfile.mkdtemp(prefix="waardenweger-tests-", dir=MEMORY if roomy else None)
    os.environ["TMPDIR"] = tempfile.tempdir = os.environ["TEST_FOLDER"]  # whatever a test or a browser writes
    os.environ["TEST_RUN"] = str(os.getpid())  # servers stop when this process does
FOLDER = Path(os.environ["TEST_FOLDER"])
"""What the processes of one run of the tests share."""
os.environ["WAARDENWEGER_STORE"] = f"sqlite:///{FOLDER}/own_cases_{os.getpid()}.db"
os.environ[SHOWN] = str(FOLDER / "words")
(FOLDER / "words").mkdir(exist_ok=True)
FIRST = ("e2e", "ui", "reports", "cases")
"""The folders with the slowest files, which start first: at the end all processors are at work on small ones."""
note_words(texts)
gc.disable()  # nothing of what is loaded and collected goes away


def pytest_collection_finish() -> None:
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def turn(item: pytest.Item) -> int:
        return next((place for place, folder in enumerate(FIRST) if folder in item.path.parts), len(FIRST))

    items.sort(key=turn)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before each file: modules and cases that are there stay, so the collector of cycles need not walk them again.

    Streamlit has it walk everything after each run of a screen.
    """
    if item.path != _file[0]:
        _file[0] = item.path
        gc.collect()
        gc.freeze()


_file: list[Path | None] = [None]


def pytest_unconfigure() -> None:
    if FIRST_PROCESS:
        shutil.rmtree(FOLDER, ignore_errors=True)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """After a whole long run that went well, a text that no test has shown is a failure: it is dead or unseen."""
    if LONG and exitstatus == 0 and _whole(session.config) and _never_shown():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config) -> None:
    unseen = _never_shown() if exitstatus == 0 and _whole(config) else []
    if unseen:
        terminalreporter.section("texts that no test shows: take them away, or show them in a test")
        terminalreporter.write_line("\n".join(unseen))


def _whole(config: pytest.Config) -> bool:
    """All tests ran, in the browser too; in a worker of a run nothing is whole."""
    option = config.option
    again = config.getoption("lf", False)  # pytest has it only with its cache
    chosen = option.keyword or option.markexpr or again or option.deselect or option.ignore or option.collectonly
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
