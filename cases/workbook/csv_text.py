"""Rows as the text of a CSV file."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from cases.workbook.yaml_text import plain

_TWO_WAYS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)


@lru_cache(maxsize=20_000)
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
