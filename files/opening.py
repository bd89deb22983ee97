"""The bytes of a file on disk, if it is an ordinary file that opens."""

import stat
from pathlib import Path

from files.problems import FileProblems


def read_bytes(path: Path, most: int, problems: FileProblems) -> bytes | None:
    """The bytes, one more than may be there at most; None when there is no such file, or when it does not open."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            problems.add(None, "opening.not_ordinary")
            return None
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        return None
    except OSError:
        problems.add(None, "opening.does_not_open")
        return None
