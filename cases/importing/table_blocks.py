"""Where in a sheet the tables are: rectangles without the titles above and the notes below."""

import re
from typing import NamedTuple

from cases.importing.given_file import GivenCell, GivenSheet, Rows
from cases.importing.heading_words import is_note
from cases.importing.values import value_of
from files.places import column_letters

GAP = 2
"""So many empty rows end a table."""


class Block(NamedTuple):
    """A rectangle of a sheet; rows and columns from 0, the last ones in it."""

    top: int
    left: int
    bottom: int
    right: int


def blocks_in(sheet: GivenSheet) -> tuple[Block, ...]:
    """The tables in a sheet, the one with most effects first; none where nothing looks like an effect."""
    filled = [number for number, row in enumerate(sheet.rows) if any(row)]
    bands: list[list[int]] = []
    for number in filled:
        if bands and number - bands[-1][-1] <= GAP:
            bands[-1].append(number)
        else:
            bands.append([number])
    found = [(block, count) for band in bands if (block := _trimmed(sheet.rows, band)) is not None
             and (count := _effects_in(sheet.rows, block))]  # fmt: skip
    return tuple(block for block, _ in sorted(found, key=lambda one: -one[1]))


def _trimmed(rows: Rows, band: list[int]) -> Block | None:
    """The rows of a band without titles above and notes below; None when no row has two cells."""
    wide = [number for number in band if width_of(rows[number]) >= 2 and not _is_note_row(rows[number])]
    if not wide:
        return None
    top, bottom = wide[0], wide[-1]
    inside = [number for row in rows[top : bottom + 1] for number, said in enumerate(row) if said is not None]
    return Block(top, min(inside), bottom, max(inside))


def _is_note_row(row: tuple[GivenCell | None, ...]) -> bool:
    first = next((said for said in row if said is not None), None)
    return first is not None and is_note(first.text) and width_of(row) <= 2


def width_of(row: tuple[GivenCell | None, ...]) -> int:
    """How many cells say something of their own."""
    return len({said.text for said in row if said is not None and not said.copied}) if row else 0


def _effects_in(rows: Rows, block: Block) -> int:
    return sum(seems_effect(said) for row in cut(rows, block) for said in row)


def seems_effect(said: GivenCell | None) -> bool:
    """True for a cell that says what belongs in the body of a table with effects."""
    return said is not None and not said.copied and value_of(said, None).looks_like_an_effect


def cut(rows: Rows, block: Block) -> Rows:
    """The part of a sheet in a block, all rows equally long."""
    width = block.right + 1
    return tuple(tuple((row + (None,) * width)[block.left : width]) for row in rows[block.top : block.bottom + 1])


_WHERE = re.compile(r"\s*\$?([A-Za-z]{1,2})\$?(\d{1,4})\s*[:;-]\s*\$?([A-Za-z]{1,2})\$?(\d{1,4})\s*")


def block_in(words: str) -> Block | None:
    """The block that somebody typed, such as ``B4:J19``; None for anything else."""
    found = _WHERE.fullmatch(words)
    if found is None:
        return None
    left, top, right, bottom = _column(found[1]), int(found[2]) - 1, _column(found[3]), int(found[4]) - 1
    return Block(top, left, bottom, right) if 0 <= top <= bottom and left <= right else None


def block_words(block: Block) -> str:
    """The block as a sheet names it."""
    return f"{column_letters(block.left + 1)}{block.top + 1}:{column_letters(block.right + 1)}{block.bottom + 1}"


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
