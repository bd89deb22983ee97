"""From the bytes of a text file to its text."""

import re

from files.looks import without_line_signs
from files.problems import FileProblems

_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


def decoded(data: bytes, problems: FileProblems) -> str | None:
    """The text of a UTF-8 file, with or without a byte order mark; None when it is not such text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = data[: error.start].count(b"\n") + 1
        problems.add(place, "decoding.csv_not_utf8" if problems.file.endswith(".csv") else "decoding.not_utf8")
        return None
    text = without_line_signs(text)
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.isprintable() and holds_invisible(line):
            problems.add(number, "decoding.invisible_character")
            return None
    if not text.strip():
        problems.add(1, "decoding.empty")
        return None
    return text


def holds_invisible(text: str) -> bool:
    """True when a character that nobody sees stands in a text; a tab or the end of a line is none.

    Among them are those that Unicode keeps out of texts, which no Word file and no drawing may hold.
    """
    return _INVISIBLE.search(text) is not None


def without_invisible(text: str) -> str:
    """The same text to the eye, without the characters that ``holds_invisible`` finds."""
    return _INVISIBLE.sub("", text)
