"""From the bytes of a text file to its text."""

from files.problems import FileProblems


def decoded(data: bytes, problems: FileProblems) -> str | None:
    """The text of a UTF-8 file, with or without a byte order mark; None when it is not such text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = data[: error.start].count(b"\n") + 1
        problems.add(place, "decoding.csv_not_utf8" if problems.file.endswith(".csv") else "decoding.not_utf8")
        return None
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.isprintable() and holds_invisible(line):
            problems.add(number, "decoding.invisible_character")
            return None
    if not text.strip():
        problems.add(1, "decoding.empty")
        return None
    return text


def holds_invisible(text: str) -> bool:
    """True when a character that nobody sees stands in a text; a tab or the end of a line is none."""
    return any(ord(mark) < 32 and mark not in "\t\r\n" for mark in text)
