"""Which cells differ between two states of a draft, each with a place that people recognise."""

from collections.abc import Iterator

from cases.store.store_records import CellChange
from cases.workbook.draft import Cells, Draft, Rows
from cases.workbook.row_pairs import row_pairs


def cell_changes_between(before: Draft, after: Draft) -> tuple[CellChange, ...]:
    """Every cell that was changed, and every row and file that came or went."""
    found: list[CellChange] = []
    for key, there in after.sheets.items():
        if there != before.sheets[key]:
            found += _of_sheet(key, before.sheets[key], there)
    for name in dict.fromkeys((*before.files, *after.files)):
        old, new = before.files.get(name), after.files.get(name)
        if old != new:
            found.append(CellChange(name, "", None, None if old is None else "", None if new is None else ""))
    return tuple(found)


def row_name(rows: Rows, place: int) -> str:
    """What tells a row from the others: its first cell, or its first two where several rows begin alike."""
    row = rows.rows[place]
    alone = row[:1] != ("",) and sum(other[:1] == row[:1] for other in rows.rows) == 1
    return " / ".join(cell for cell in row[: 1 if alone else 2] if cell)


def row_named(rows: Rows, name: str) -> int | None:
    """The place of a row from what ``row_name`` gave for it; None when it is there no more."""
    for width in (1, 2):
        for place, row in enumerate(rows.rows):
            if name and " / ".join(cell for cell in row[:width] if cell) == name:
                return place
    return None


def _of_sheet(key: str, was: Rows, there: Rows) -> Iterator[CellChange]:
    headings = tuple(dict.fromkeys((*was.headings, *there.headings)))
    old, new = _under(was, headings), _under(there, headings)
    pairs = row_pairs(old, new)
    for number, place in pairs.items():
        if old[number] == new[place]:
            continue
        for heading, cell, now in zip(headings, old[number], new[place], strict=True):
            if cell != now:
                yield CellChange(key, row_name(there, place), heading, cell, now)
    for number, row in enumerate(old):
        if number not in pairs:
            yield CellChange(key, row_name(was, number), None, _joined(row), None, sum(map(bool, row)) or 1)
    came = set(pairs.values())
    for place, row in enumerate(new):
        if place not in came:
            yield CellChange(key, row_name(there, place), None, None, _joined(row), sum(map(bool, row)) or 1)


def _joined(row: Cells) -> str:
    return " / ".join(cell for cell in row if cell)


def _under(rows: Rows, headings: Cells) -> tuple[Cells, ...]:
    if rows.headings == headings:
        return rows.rows
    places = [rows.headings.index(heading) if heading in rows.headings else None for heading in headings]
    return tuple(tuple("" if place is None else row[place] for place in places) for row in rows.rows)
