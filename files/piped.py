"""A Python process of our own at the end of two pipes, for what may not happen in the process with the sessions."""

import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[1]


class PipedProcess:
    """A module that runs as a program, what is written to it and what it answers."""

    def __init__(self, module: str, environment: Mapping[str, str] | None = None) -> None:
        command = [sys.executable, "-m", module]
        self._process = subprocess.Popen(  # noqa: S603  # our own words
            command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.pid = self._process.pid

    @property
    def questions(self) -> IO[bytes]:
        """What is written here, it reads."""
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def answers(self) -> IO[bytes]:
        """What it writes, is read here."""
        assert self._process.stdout is not None
        return self._process.stdout

    def kill(self) -> None:
        """End it at once; who waits for its answer gets none."""
        self._process.kill()

    def stop(self) -> None:
        """End it and close the pipes."""
        self.kill()
        self._process.wait()
        for pipe in (self.questions, self.answers):
            with suppress(OSError):  # what was not sent yet has nowhere to go
                pipe.close()
