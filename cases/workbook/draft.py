"""A case that is being written: the sheets of a workbook as plain text, whole or not, with the files beside them.

A draft may hold anything, also what is wrong. What it holds becomes a case only through the checks (``drafting``).
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from types import MappingProxyType

from cases.workbook.sheets import BY_KEY, SHEETS, Sheet

Cells = tuple[str, ...]
"""One row; an empty cell is an empty text."""

FORMAT = 1
MOST_ROWS = 5_000
LONGEST_CELL = 20_000
"""Characters; no cell of a case needs a fifth of it."""


class NoDraftError(Exception):
    """The bytes are no draft that this program can read."""


@dataclass(frozen=True)
class Rows:
    """One sheet: its headings, and below them the rows, each as long as the headings."""

    headings: Cells
    rows: tuple[Cells, ...] = ()

    def column(self, heading: str) -> tuple[str, ...]:
        """All cells below a heading; nothing when there is no such column."""
        if heading not in self.headings:
            return ()
        place = self.headings.index(heading)
        return tuple(row[place] for row in self.rows)


@dataclass(frozen=True)
class Draft:
    """The sheets by key, all of them, in the order of the workbook."""

    sheets: Mapping[str, Rows]
    files: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    """What fits in no sheet, by name as in a case folder: pictures and the outline."""

    def cell(self, key: str, heading: str) -> str:
        """What stands in the sheet with the question behind a key: ``cell("id", "value")``; empty when it is not there.

        Args:
            key: in the first column.
            heading: of the column.
        """
        case = self.sheets["case"]
        pairs = zip(case.column("key"), case.column(heading), strict=True)
        return next((found for name, found in pairs if name == key), "")

    def with_sheet(self, key: str, rows: tuple[Cells, ...], headings: Cells | None = None) -> "Draft":
        """The same draft with other rows in one sheet; rows at the end in which nothing stands are left out.

        Raises:
            ValueError: too many rows, a cell that is too long, or a row of another length than the headings.
        """
        headings = self.sheets[key].headings if headings is None else headings
        rows = _without_empty_end(rows)
        if len(rows) > MOST_ROWS:
            raise ValueError(f"a sheet has at most {MOST_ROWS} rows")
        uneven = set(map(len, rows)) - {len(headings)}
        if uneven or max(map(len, chain.from_iterable(rows)), default=0) > LONGEST_CELL:
            raise ValueError(f"each row has {len(headings)} cells of at most {LONGEST_CELL} characters")
        return replace(self, sheets=MappingProxyType({**self.sheets, key: Rows(headings, rows)}))

    def with_cell(self, key: str, heading: str, text: str) -> "Draft":
        """The same draft with another text behind a key of the sheet with the question."""
        case = self.sheets["case"]
        names, place = case.column("key"), case.headings.index(heading)
        rows = [list(row) for row in case.rows]
        if key not in names:
            rows.append([key, *[""] * (len(case.headings) - 1)])
            names = (*names, key)
        rows[names.index(key)][place] = text
        return self.with_sheet("case", tuple(tuple(row) for row in rows))

    def with_file(self, name: str, data: bytes | None) -> "Draft":
        """The same draft with another file beside the sheets; None takes it away."""
        files = {**self.files, name: data} if data is not None else {**self.files}
        if data is None:
            files.pop(name, None)
        return replace(self, files=MappingProxyType(files))


def headings_of(sheet: Sheet) -> Cells:
    """The headings of a sheet; the sheet with points gets a column for each profile besides."""
    return tuple(column.heading for column in sheet.columns)


def empty_draft() -> Draft:
    """All sheets with their headings and nothing below them."""
    return Draft(MappingProxyType({sheet.key: Rows(headings_of(sheet)) for sheet in SHEETS}))


def draft_bytes(draft: Draft) -> bytes:
    """The draft as bytes to keep; the same draft gives the same bytes. Sheets without rows are left out."""
    sheets = {key: [found.headings, *found.rows] for key, found in draft.sheets.items() if found.rows}
    files = {name: base64.b64encode(data).decode() for name, data in sorted(draft.files.items())}
    text = json.dumps({"format": FORMAT, "sheets": sheets, "files": files}, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def draft_from(data: bytes) -> Draft:
    """The draft in these bytes. Columns that came with a newer release are there, empty; unknown ones stay at the end.

    Raises:
        NoDraftError: the bytes are something else, or of a newer format.
    """
    try:
        found = json.loads(data)
        if found["format"] != FORMAT:
            raise NoDraftError(f"format {found['format']!r}")
        sheets = {key: _in_order(key, rows) for key, rows in found["sheets"].items() if key in BY_KEY}
        files = {str(name): base64.b64decode(text, validate=True) for name, text in found["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise NoDraftError(str(error)) from error
    return Draft(MappingProxyType({**empty_draft().sheets, **sheets}), MappingProxyType(files))


def _in_order(key: str, rows: list[list[str]]) -> Rows:
    kept = [str(heading) for heading in rows[0]]
    now = headings_of(BY_KEY[key])
    headings = (*now, *(heading for heading in kept if heading not in now))
    if headings == tuple(kept) and set(map(len, rows)) == {len(kept)}:
        return Rows(headings, tuple(tuple(map(str, row)) for row in rows[1:]))
    places = [kept.index(heading) if heading in kept else None for heading in headings]
    below = tuple(tuple("" if place is None else str(row[place]) for place in places) for row in rows[1:])
    return Rows(headings, below)


def _without_empty_end(rows: tuple[Cells, ...]) -> tuple[Cells, ...]:
    last = len(rows)
    while last and not any(cell.strip() for cell in rows[last - 1]):
        last -= 1
    return rows[:last]
