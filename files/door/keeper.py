"""The process behind the door: for each file it makes a child with limits, which reads that file and ends.

The keeper loads a reader once and never sees a file itself. The child is a copy of it, so it begins at once, and what
it took of memory goes back when it ends. Its limits are the system's: the reader need not do a thing to be ended.
"""

import contextlib
import importlib
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from files.door.parcel import packed, receive, send, unpacked

_GRACE = 2
"""Seconds of processor time above the limit on time: then also a child that waits for others ends by its own clock."""
_LINUX = Path("/proc/self/statm")


def main() -> None:
    """Read questions from the standard input and answer on what was the standard output."""
    questions = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not end up between the answers
    while (question := receive(questions)) is not None:
        name, arguments, seconds, megabytes = unpacked(question)
        send(answers, _by_a_child(_reader(name), arguments, seconds, megabytes))


def _reader(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), function)
    return found


def _by_a_child(reader: Callable[..., Any], arguments: bytes, seconds: int, megabytes: int) -> bytes:
    """What the child says, ready to send: what it found, what it refused, or why it had to end."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        _read_in_child(reader, arguments, seconds, megabytes, into)
    os.close(into)
    with os.fdopen(out, "rb") as said:
        answer = _heard(said)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if ended in (-signal.SIGALRM, -signal.SIGXCPU, -signal.SIGKILL):
        return packed(("ended", "too_long"))
    return packed(("ended", "stopped")) if ended or answer is None else answer


def _heard(said: BinaryIO) -> bytes | None:
    """The answer of a child; None when it ended before it had one."""
    try:
        return receive(said)
    except EOFError:
        return None


def _read_in_child(reader: Callable[..., Any], arguments: bytes, seconds: int, megabytes: int, into: int) -> None:
    """Read within the limits, say what was found, and end: never come back into the life of the keeper."""
    try:
        _limit(seconds, megabytes)
        with os.fdopen(into, "wb") as answers:
            send(answers, _answer(reader, arguments))
    except BaseException:  # no memory left to say it, or the keeper is gone
        os._exit(1)
    os._exit(0)


def _answer(reader: Callable[..., Any], arguments: bytes) -> bytes:
    try:
        return packed(("found", reader(*unpacked(arguments))))
    except MemoryError:
        return packed(("ended", "too_much"))
    except RecursionError:
        return packed(("ended", "too_deep"))
    except Exception as error:  # whether it is a refusal is for who asked to say
        return packed(("raised", error, traceback.format_exc()))


def _limit(seconds: int, megabytes: int) -> None:
    """From here on the system ends this process when it takes too long, and gives it no more memory than this."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds + _GRACE, seconds + _GRACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if _LINUX.exists():  # elsewhere a process may take what it likes until its time is over
        now = int(_LINUX.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        most = now + megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    with contextlib.suppress(OSError):
        os.nice(10)  # who weighs goes first


if __name__ == "__main__":
    main()
