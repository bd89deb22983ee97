"""What a number format makes of a number: what the sheet shows need not be what is in the cell.

The grammar is that of ECMA-376, part 1, 18.8.31: sections between semicolons, each with signs for digits and words.
"""

import re
from typing import NamedTuple

from cases.workbook.grid import CellKind

_PIECES = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[(\$[^]]*|[^]]*)\]|(.)', re.DOTALL)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?[\d.]+)\]")
_TESTS = {
    "<": lambda number, limit: number < limit,
    "<=": lambda number, limit: number <= limit,
    ">": lambda number, limit: number > limit,
    ">=": lambda number, limit: number >= limit,
    "=": lambda number, limit: number == limit,
    "<>": lambda number, limit: number != limit,
}
_MONEY = re.compile(r"[€$£]|EUR|USD", re.IGNORECASE)
_SCALE = re.compile(r"[0#?.],+(?![0#?,])|[0#?],+(?=\.)")


class Shown(NamedTuple):
    """How a sheet shows a number."""

    kind: CellKind
    words: str = ""
    """That stand beside the number, or in its place."""


class _Section(NamedTuple):
    signs: str
    """That stand for digits, with the marks between them."""
    words: str


def shown_by(number_format: str, number: float) -> Shown:
    """How this format shows this number.

    The kind is ``scaled`` when it shows a thousandth of it, ``unsigned`` when it hides a minus, and ``hidden`` when it
    shows no digit at all.
    """
    if number_format in ("General", ""):
        return Shown("number")
    text, absolute = _section_for(number_format, number)
    if _MONEY.search(text):
        return Shown("currency")
    section = _read(text)
    if section.signs.strip().casefold() in ("general", "standaard", "@"):
        return Shown("number", section.words)
    if not re.search(r"[0#?]", section.signs):
        return Shown("hidden", section.words)
    if absolute and "-" not in section.signs + section.words and "(" not in section.signs + section.words:
        return Shown("unsigned", section.words)
    if "%" in section.signs:
        return Shown("percent", section.words)
    if _SCALE.search(section.signs):
        return Shown("scaled", section.words)
    return Shown("number", section.words)


def _section_for(number_format: str, number: float) -> tuple[str, bool]:
    """The section that a number falls in, and whether that section shows a negative number without its sign."""
    sections = _split(number_format)[:3]
    conditions = [_CONDITION.search(section) for section in sections]
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=True):
            if condition is None or _TESTS[condition[1]](number, float(condition[2])):
                return section, False
        return sections[-1], False
    if number < 0 and len(sections) > 1:
        return sections[1], True
    if number == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], False


def _split(number_format: str) -> list[str]:
    """The sections: a semicolon between quotes or behind a backslash separates none."""
    sections = [""]
    for piece in _PIECES.finditer(number_format):
        if piece[0] == ";":
            sections.append("")
        else:
            sections[-1] += piece[0]
    return sections


def _read(section: str) -> _Section:
    signs, words = "", ""
    for quoted, escaped, _, plain in (piece.groups() for piece in _PIECES.finditer(section)):
        words += quoted or escaped or ""
        signs += plain or ""
    signs = re.sub(r"general|standaard", "0", signs, flags=re.IGNORECASE)
    return _Section(re.sub(r"e[+-]", "", signs, flags=re.IGNORECASE), words.strip())
