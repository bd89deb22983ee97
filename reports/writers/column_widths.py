"""How wide the columns of a table are: as its maker asked, but not so narrow that ordinary words are cut.

All sizes are in letters of the text in the cells, so that they hold for every format and font.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.blocks import TableBlock

LONGEST_WORD = 18
"""Letters. A longer word may be cut: it would take the room of all others."""
MOST_LINES, WIDEST = 6, 30
"""A column reads well when its longest text takes few lines, but a column need not be wider than a short line."""
MOST_LOST = 0.4
"""The largest part of its width that a column gives up so that words in other columns stay whole."""
_EDGES = 2
"""The white at both sides of a cell."""
_MARKUP = re.compile(r"<[^>]*>")
_CHARACTER = re.compile(r"&#?\w+;")
_WORD = re.compile(r"[^ \t\n\r\f/-]+")


def least(table: TableBlock) -> tuple[int, ...]:
    """For each column the room that keeps its words whole."""
    return tuple(
        min(LONGEST_WORD, max(len(word) for text in texts for word in _WORD.findall(text) or [""])) + _EDGES
        for texts in _texts(table)
    )


def pleasant(table: TableBlock) -> float:
    """The room in which a table can be read without much turning of lines."""
    texts = _texts(table)
    return sum(
        max(small, min(WIDEST, max(map(len, column)) / MOST_LINES) + _EDGES)
        for small, column in zip(least(table), texts, strict=True)
    )


@dataclass(frozen=True)
class ColumnFit:
    """How a table stands in the room there is."""

    shares: tuple[float, ...]
    """The part of the width for each column; together 1."""
    whole: bool
    """False when some words may be cut; smaller letters would help."""


def fitted(table: TableBlock, room: float) -> ColumnFit:
    """Each column gets the part that the table asks for it, or `least` where that is more.

    Others pay for that, but never more than `MOST_LOST` of their part: then it is better to cut a word here and there
    than to set running text in a column of one word wide. Columns that ask the same get the same where there is room.

    Args:
        room: width of the whole table.
    """
    needed = least(table)
    asked = [room * column.width / sum(column.width for column in table.columns) for column in table.columns]
    alike = _alike(table, needed)
    if sum(alike) <= room and _bearable(given := _with_floors(alike, asked), asked):
        return ColumnFit(tuple(width / room for width in given), True)
    for whole in _STEPS:
        given = _with_floors([whole * need for need in needed], asked)
        if _bearable(given, asked):
            break
    return ColumnFit(tuple(width / room for width in given), whole == 1)


def _alike(table: TableBlock, needed: Sequence[int]) -> list[int]:
    """The same room for all columns that ask the same, such as those of the alternatives; the first stands apart."""
    most: dict[float, int] = {}
    for column, need in zip(table.columns[1:], needed[1:], strict=True):
        most[column.width] = max(need, most.get(column.width, 0))
    return [*needed[:1], *(most[column.width] for column in table.columns[1:])]


def _bearable(given: Sequence[float], asked: Sequence[float]) -> bool:
    return all(width >= (1 - MOST_LOST) * part for width, part in zip(given, asked, strict=True))


_STEPS = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.0)


def _with_floors(floors: Sequence[float], asked: Sequence[float]) -> list[float]:
    """The room divided as asked, no column under its floor; what is short comes from the others in proportion."""
    room = sum(asked)
    if sum(floors) >= room:
        return [room * floor / sum(floors) for floor in floors]
    raised: set[int] = set()
    while True:  # each round raises a column, or is the last
        left = room - sum(floors[place] for place in raised)
        others = sum(part for place, part in enumerate(asked) if place not in raised)
        given = [floors[place] if place in raised else left * part / others for place, part in enumerate(asked)]
        short = {place for place, width in enumerate(given) if width < floors[place]}
        if not short:
            return given
        raised |= short


def _texts(table: TableBlock) -> list[Sequence[str]]:
    """The texts in each column, markup left out; near enough to measure."""
    rows = [row.cells for row in table.rows if not row.band]
    return [[column.title, *(_bare(cells[place]) for cells in rows)] for place, column in enumerate(table.columns)]


def _bare(text: str) -> str:
    if "<" in text:
        text = _MARKUP.sub("", text)
    return _CHARACTER.sub("x", text) if "&" in text else text
