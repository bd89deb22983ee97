"""From the bytes of a text file to its text."""

from files.problems import FileProblems


def decoded(data: bytes, problems: FileProblems) -> str | None:
    """The text of a UTF-8 file, with or without a byte order mark; None when it is not such text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problems.add(line, "decoding.csv_not_utf8" if problems.file.endswith(".csv") else "decoding.not_utf8")
        return None
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.isprintable() and any(ord(mark) < 32 and mark not in "\t\r" for mark in line):
            problems.add(number, "decoding.invisible_character")
            return None
    if not text.strip():
        problems.add(1, "decoding.empty")
        return None
    return text
