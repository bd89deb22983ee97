"""Rows of a sheet as the text of a CSV file, with the row of the sheet for every line."""

import csv
import io
import re
from collections.abc import Mapping, Sequence

from cases.workbook.yaml_text import plain

_TWO_WAYS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)


def number_text(number: float) -> str:
    """A number that can be read in one way only: 1.234 gets a zero, because it could also be 1234."""
    text = plain(float(number))
    return f"{text}0" if _TWO_WAYS.fullmatch(text) else text


def csv_text(headings: Sequence[str], rows: Sequence[tuple[int, Mapping[str, str]]]) -> tuple[str, dict[int, int]]:
    """The text, and the row of the sheet by line of the file. A cell may hold several lines."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(headings)
    line, lines = 2, {1: 1}
    for row, cells in rows:
        begin = written.tell()
        writer.writerow([cells.get(heading, "") for heading in headings])
        lines[line] = row
        written.seek(begin)
        line += written.read().count("\n")
    return written.getvalue(), lines
