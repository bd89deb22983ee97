"""Rows as the text of a CSV file."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from cases.workbook.yaml_text import plain

_TWO_WAYS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)


def number_text(number: float) -> str:
    """A number that can be read in one way only: 1.234 gets a zero, because it could also be 1234."""
    text = plain(float(number))
    return f"{text}0" if _TWO_WAYS.fullmatch(text) else text


def csv_text(headings: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """The text of the file; a heading that a row does not have is an empty cell."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([row.get(heading, "") for heading in headings] for row in rows)
    return written.getvalue()


def most_csv_bytes(rows: Iterable[tuple[int, Mapping[str, str]]]) -> int:
    """More than the file can have: each character takes at most four bytes, or two when it is a quote."""
    return 1_000 + sum(4 * len("".join(cells.values())) + 30 * len(cells) + 30 for _, cells in rows)
