"""Reading a file of a stranger: a workbook, a zip, a table, an outline, a picture, a template, an earlier report.

Whatever stands in the file, the server goes on: the file is read in a process of its own, which has so many seconds and
so much memory, and ends. Not for the command line, where the file and the process are the same person's.
"""

import atexit
import logging
import os
import queue
import threading
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from files.door.parcel import packed, receive, send, unpacked
from files.piped import PipedProcess
from texts.message import Value, message

log = logging.getLogger(__name__)

SECONDS = 30
"""In which a file is read: ten times what the largest sound one takes on a slow machine."""
MEGABYTES = 400
"""Of memory that reading may take on top of the program itself."""
KEEPERS = 2
"""Files that are read at a time; the others wait."""
MOST_WAITING = 8
"""Files that may wait for their turn; who comes then is asked to come back."""
BUSY = "busy"
"""The one reason that says nothing of the file."""
LARGEST = 60_000_000
"""Bytes of a file that are looked at; a reader may ask for less."""

Asked = ParamSpec("Asked")
Found = TypeVar("Found")


class DoorError(Exception):
    """A file that was not read, for a reason that no reader gives: its ``key``, and the words in ``text``."""

    def __init__(self, key: str, /, **values: Value) -> None:
        self.key, self.text = key, message(f"door.{key}", **values)
        super().__init__(self.text.get("en"))


class _Keeper(PipedProcess):
    """One process that has files read."""

    def __init__(self) -> None:
        alone = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # a copy keeps no other threads
        super().__init__("files.door.keeper", {**os.environ, **alone})

    def ask(self, question: bytes) -> bytes:
        """The answer to one question. Raises OSError or EOFError when the process is gone."""
        send(self.questions, question)
        answer = receive(self.answers)
        if answer is None:
            raise EOFError
        return answer


_idle: "queue.LifoQueue[_Keeper]" = queue.LifoQueue()
_keepers: set[_Keeper] = set()
_turn = threading.Semaphore(KEEPERS)
_places = threading.Semaphore(KEEPERS + MOST_WAITING)


def read_apart(
    reader: Callable[Asked, Found],
    refusals: type[Exception] | tuple[type[Exception], ...],
    *arguments: Asked.args,
    **_none: Asked.kwargs,
) -> Found:
    """What a reader finds in a file, in a process of its own.

    Args:
        reader: a function of a module; what it takes and gives must be plain enough to travel.
        refusals: what it raises for a file that it does not take: raised here as it was there.
        arguments: of the reader, among them the bytes of the file.

    Raises:
        DoorError: the file is larger than ``LARGEST``; it took more than ``SECONDS`` or ``MEGABYTES``; the reader met
            something that it does not know; or too many others wait.
    """
    if sum(len(part) for part in arguments if isinstance(part, bytes)) > LARGEST:
        raise DoorError("too_large", megabytes=LARGEST // 1_000_000)
    if not _places.acquire(blocking=False):
        raise DoorError(BUSY)
    try:
        with _turn:
            answer = _ask(packed((f"{reader.__module__}:{reader.__name__}", packed(arguments), SECONDS, MEGABYTES)))
    finally:
        _places.release()
    found: Found = _given(unpacked(answer), refusals)
    return found


def _given(answer: tuple[Any, ...], refusals: type[Exception] | tuple[type[Exception], ...]) -> Any:
    match answer:
        case ("found", found):
            return found
        case ("raised", Exception() as error, _) if isinstance(error, refusals):
            raise error
        case ("raised", _, trace):
            log.error("a reader met something in a file that it does not know:\n%s", trace)
            raise DoorError("stopped")
        case (_, why):
            log.warning("the reading of a file was ended: %s", why)
            raise DoorError(why, seconds=SECONDS)


def _ask(question: bytes) -> bytes:
    """Ask an idle keeper, or a new one; one that is gone, for lack of memory perhaps, costs this file and no other."""
    try:
        keeper = _idle.get_nowait()
    except queue.Empty:
        keeper = _Keeper()
        _keepers.add(keeper)
    try:
        answer = keeper.ask(question)
    except (OSError, EOFError):
        _keepers.discard(keeper)
        keeper.stop()
        return packed(("ended", "stopped"))
    _idle.put(keeper)
    return answer


@atexit.register
def stop() -> None:
    """Let the keepers go; the next file starts a new one."""
    while _keepers:
        _keepers.pop().stop()
    while not _idle.empty():
        _idle.get_nowait()
