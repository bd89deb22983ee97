"""Reports are made in other processes: rendering a chart holds an interpreter, and no session may wait for that.

The workers are plain Python processes of our own. Those of ``multiprocessing`` load the main module anew, which inside
Streamlit is the page that somebody is looking at.
"""

import atexit
import pickle
import queue
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from files.piped import PipedProcess
from reports.making.request import File, Format, Request

WORKERS = 1
"""A second one would compute the same report again for its half of the formats, and take a core from who weighs."""
FILES_PER_WORKER = 200
LARGEST_MB = 900
"""A worker that made so many files or had so much memory makes place for a fresh one: typst keeps what it set."""
LONGEST = 300.0
"""Seconds that one file may take; the largest takes a tenth of it. Without an end one file would stop all reports."""


class WorkerError(RuntimeError):
    """A file could not be made; the message says what the worker said."""


class _Worker(PipedProcess):
    """One process that makes reports."""

    def __init__(self) -> None:
        super().__init__("reports.making.worker")
        self.asked = 0

    def ask(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[bool, Any]:
        """What the function gave, or False and why it failed.

        Raises:
            OSError, EOFError: the process is gone, perhaps because it took too long.
        """
        self.asked += 1
        too_long = threading.Timer(LONGEST, self.kill)
        too_long.daemon = True
        too_long.start()
        try:
            pickle.dump((function, arguments), self.questions)
            self.questions.flush()
            return pickle.load(self.answers)  # noqa: S301 - from a process of our own
        finally:
            too_long.cancel()

    def peak_mb(self) -> float:
        """The most memory it ever had, where the system tells (Linux); otherwise 0."""
        status = Path(f"/proc/{self.pid}/status")
        lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
        return sum(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM"))


_lock = threading.Lock()
_threads: ThreadPoolExecutor | None = None
_idle: "queue.LifoQueue[_Worker]" = queue.LifoQueue()
_all: set[_Worker] = set()


def warm_up() -> None:
    """Start the workers, so that the first report does not wait for them. Comes back at once."""
    for _ in range(WORKERS - len(_all)):
        _submit(_warm)


def start(asked: Request, formats: Iterable[Format]) -> dict[Format, "Future[File]"]:
    """Begin making a report; a future per format, in the order asked. What goes wrong comes out of its future."""
    return {wanted: _submit(_make, asked, wanted) for wanted in formats}


def preview(asked: Request, pages: int) -> "Future[list[bytes]]":
    """Begin making pictures of the first pages."""
    return _submit(_preview, asked, pages)


def workers() -> tuple[_Worker, ...]:
    """The processes that are there now."""
    return tuple(_all)


@atexit.register
def stop() -> None:
    """Let the workers go; the next report starts new ones."""
    global _threads
    with _lock:
        threads, _threads = _threads, None
    if threads is not None:
        threads.shutdown(wait=False, cancel_futures=True)
    for worker in list(_all):
        _end(worker)
    if threads is not None:
        threads.shutdown()


def _submit(function: Callable[..., Any], *arguments: Any) -> "Future[Any]":
    global _threads  # noqa: PLW0603  # one pool a process, behind a lock
    with _lock:
        if _threads is None:
            _threads = ThreadPoolExecutor(WORKERS, "report")
        return _threads.submit(_ask, function, arguments)


def _ask(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    """Ask an idle worker. One that was killed, for lack of memory for example, costs its file and no other."""
    worker = _taken()
    try:
        done, found = worker.ask(function, arguments)
    except (OSError, EOFError, pickle.UnpicklingError) as error:
        _end(worker)
        raise WorkerError("the worker stopped") from error
    if worker.asked < FILES_PER_WORKER and worker.peak_mb() < LARGEST_MB:
        _idle.put(worker)
    else:
        _end(worker)
        warm_up()
    if not done:
        raise WorkerError(found)
    return found


def _taken() -> _Worker:
    while True:
        try:
            worker = _idle.get_nowait()
        except queue.Empty:
            worker = _Worker()
            _all.add(worker)
        if worker in _all:  # not one that was stopped while it waited
            return worker


def _end(worker: _Worker) -> None:
    _all.discard(worker)
    worker.stop()


# What a worker does. It loads the writers there, so that the process with the sessions never does.


def _make(asked: Request, wanted: Format) -> File:
    from reports.making.formats import make

    return make(asked, wanted)


def _preview(asked: Request, pages: int) -> list[bytes]:
    from reports.making.formats import preview

    return preview(asked, pages)


def _warm() -> None:
    """Load what making a report needs; the first chart of a process takes half a second."""
    from reports.making.formats import draw_something

    draw_something()
