"""The rows of any text with columns: what a program saved as CSV, or what somebody copied from a sheet."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence

from files.decoding import without_invisible
from files.looks import without_line_signs

DELIMITERS = ("\t", ";", ",", "|")
LONGEST_FIELD = 100_000
_SEP = re.compile(r"\A\s*\"?sep=(.)\"?[^\r\n]*\r?\n", re.IGNORECASE)


def text_in(data: bytes) -> str | None:
    """The text in these bytes: UTF-8, UTF-16 with its mark, or else what old Windows programs write. None: no text."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            text = without_line_signs(data.decode(encoding))
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else without_invisible(text)
    return None


def loose_rows(text: str) -> list[list[str]]:
    """The cells of each line, without space around them; lines may differ in length, and quotes may be wrong."""
    told = _SEP.match(text)
    text = text[told.end() :] if told else text
    delimiter = told[1] if told else _delimiter(text)
    try:
        return list(_rows(text, delimiter, strict=True))
    except csv.Error:
        lines = text.splitlines()
        return [[cell.strip().strip('"') for cell in line.split(delimiter)] for line in lines]


def _rows(text: str, delimiter: str, *, strict: bool) -> Sequence[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    return [[cell.strip() for cell in row] for row in reader]


def _delimiter(text: str) -> str:
    """The sign that gives most lines the same number of cells; a tab before a semicolon, that before a comma."""
    lines = [line for line in text.splitlines() if line.strip()][:200]
    best, found = 0, ";"
    for delimiter in DELIMITERS:
        counts = Counter(line.count(delimiter) for line in lines)
        counts.pop(0, None)
        fitting = sum(counts.values())
        if delimiter == ",":  # a decimal comma is no delimiter
            fitting -= sum(len(re.findall(r"\d,\d", line)) == line.count(",") > 0 for line in lines)
        if fitting > best * (1 if found == ";" and best == 0 else 1.5):
            best, found = fitting, delimiter
    return found
