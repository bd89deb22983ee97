"""Two drafts that began as the same one, made into one: cell by cell, with what clashes named and not decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from cases.workbook.draft import Cells, Draft, Rows
from cases.workbook.row_pairs import row_pairs


@dataclass(frozen=True)
class DraftClash:
    """One place that both changed, each in another way. The merged draft holds what the other made of it."""

    sheet: str
    """Key of the sheet; the name of the file for a file beside the sheets."""
    row: int | None
    """In the merged sheet, from 0; None for a file, and for a row that the other took away."""
    heading: str | None
    """None when one of the two took the whole row away, and for a file."""
    mine: str | Cells | bytes | None
    """None: taken away."""
    theirs: str | Cells | bytes | None


class Merged(NamedTuple):
    """The draft with everything that both changed, and where they clash."""

    draft: Draft
    clashes: tuple[DraftClash, ...] = ()


def merged(base: Draft, mine: Draft, theirs: Draft) -> Merged:
    """My changes since ``base`` put into ``theirs``; where both changed the same, theirs stays and a clash is named."""
    sheets, clashes = {}, []
    for key, there in theirs.sheets.items():
        was, own = base.sheets[key], mine.sheets[key]
        if own in (was, there):
            sheets[key] = there
        elif there == was:
            sheets[key] = own
        else:
            sheets[key], found = _sheet(key, was, own, there)
            clashes += found
    draft = theirs
    for key, rows in sheets.items():
        if rows is not theirs.sheets[key]:
            draft = draft.with_sheet(key, rows.rows, rows.headings)
    for name in dict.fromkeys((*base.files, *mine.files)):
        before, own_file, other = base.files.get(name), mine.files.get(name), theirs.files.get(name)
        if own_file in (before, other):
            continue
        if other == before:
            draft = draft.with_file(name, own_file)
        else:
            clashes.append(DraftClash(name, None, None, own_file, other))
    return Merged(draft, tuple(clashes))


def with_mine(draft: Draft, clashes: Iterable[DraftClash]) -> Draft:
    """The merged draft with my side of these clashes, all of one merge, instead of theirs."""
    by_sheet: dict[str, list[DraftClash]] = {}
    for clash in clashes:
        by_sheet.setdefault(clash.sheet, []).append(clash)
    for key, found in by_sheet.items():
        if key not in draft.sheets:
            (clash,) = found
            draft = draft.with_file(key, clash.mine if isinstance(clash.mine, bytes) else None)
            continue
        sheet = draft.sheets[key]
        rows: list[list[str] | None] = [list(row) for row in sheet.rows]
        missing = max((clash.row for clash in found if clash.row is not None), default=-1) + 1 - len(rows)
        rows += ([""] * len(sheet.headings) for _ in range(missing))  # empty rows at the end were left out
        for clash in found:
            if clash.row is None:
                rows.append(list(clash.mine))  # type: ignore[arg-type]  # a row that they took away and I changed
            elif clash.heading is None:
                rows[clash.row] = None
            else:
                rows[clash.row][sheet.headings.index(clash.heading)] = clash.mine  # type: ignore[index, assignment]
        kept = tuple(tuple(row) for row in rows if row is not None)
        draft = draft.with_sheet(key, kept, sheet.headings)
    return draft


def _sheet(key: str, base: Rows, mine: Rows, theirs: Rows) -> tuple[Rows, list[DraftClash]]:
    """One sheet that both changed."""
    headings = tuple(dict.fromkeys((*theirs.headings, *mine.headings)))
    was, own, there = (_under(rows, headings) for rows in (base, mine, theirs))
    to_mine, to_theirs = row_pairs(was, own), row_pairs(was, there)
    rows: list[Cells] = []
    clashes: list[DraftClash] = []
    place_of_base: dict[int, int] = {}
    from_theirs = {place: number for number, place in to_theirs.items()}
    for place, other in enumerate(there):
        number = from_theirs.get(place)
        if number is None:
            rows.append(other)
            continue
        if number not in to_mine:  # I took the row away
            if other != was[number]:
                clashes.append(DraftClash(key, len(rows), None, None, other))
                rows.append(other)
            continue
        row, found = _row(was[number], own[to_mine[number]], other, headings)
        place_of_base[number] = len(rows)
        clashes += [DraftClash(key, len(rows), heading, own_cell, row[at]) for at, heading, own_cell in found]
        rows.append(row)
    clashes += [
        DraftClash(key, None, None, own[place], None)
        for number, place in to_mine.items()
        if number not in to_theirs and own[place] != was[number]
    ]
    return _with_added(Rows(headings, tuple(rows)), clashes, own, to_mine, place_of_base, set(there) - set(was))


def _with_added(
    rows: Rows,
    clashes: list[DraftClash],
    own: tuple[Cells, ...],
    to_mine: Mapping[int, int],
    place_of_base: Mapping[int, int],
    added_there: set[Cells],
) -> tuple[Rows, list[DraftClash]]:
    """My new rows, each behind the row behind which it stands in my draft; one that both added is there once."""
    from_mine = {place: number for number, place in to_mine.items()}
    after: dict[int, list[Cells]] = {}
    anchor = -1
    for place, row in enumerate(own):
        if place in from_mine:
            anchor = place_of_base.get(from_mine[place], anchor)
        elif row not in added_there:
            after.setdefault(anchor, []).append(row)
    together, moved = list(after.get(-1, ())), {}
    for place, row in enumerate(rows.rows):
        moved[place] = len(together)
        together += [row, *after.get(place, ())]
    clashes = [replace(clash, row=None if clash.row is None else moved[clash.row]) for clash in clashes]
    return Rows(rows.headings, tuple(together)), clashes


def _row(was: Cells, own: Cells, other: Cells, headings: Cells) -> tuple[Cells, list[tuple[int, str, str]]]:
    """The row with the changes of both, and my cells that clash, each with its place and heading."""
    if own == was:
        return other, []
    row, found = list(other), []
    for place, heading in enumerate(headings):
        if own[place] in (was[place], other[place]):
            continue
        if other[place] == was[place]:
            row[place] = own[place]
        else:
            found.append((place, heading, own[place]))
    return tuple(row), found


def _under(rows: Rows, headings: Cells) -> tuple[Cells, ...]:
    """The cells below these headings; empty where there is no such column."""
    if rows.headings == headings:
        return rows.rows
    places = [rows.headings.index(heading) if heading in rows.headings else None for heading in headings]
    return tuple(tuple("" if place is None else row[place] for place in places) for row in rows.rows)
