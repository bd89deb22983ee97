"""Which characters the font of reports has, and what stands in for the others, so that nothing is lost silently.

PDF and chart images use DejaVu Sans, which comes with matplotlib: the same file, and so the same output, everywhere.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape, unescape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from reports.writers.inline import readable

FONT = "DejaVu Sans"
_FILES = {
    (False, False): "DejaVuSans.ttf",
    (True, False): "DejaVuSans-Bold.ttf",
    (False, True): "DejaVuSans-Oblique.ttf",
    (True, True): "DejaVuSans-BoldOblique.ttf",
}
_ALWAYS_THERE = re.compile(r"[\x20-\x7e\xa0-\u017f\u2010-\u2027\u2212\u20ac\u2190-\u2193]*")
"""Nearly all text; it is passed on without opening a font."""
_WORDS_IN_DRAWING = re.compile(r">([^<>]*[^\x00-\x7f][^<>]*)<")
_JOINERS = re.compile("[\u200d\ufe0e\ufe0f]")


def font_folder() -> Path:
    """Where the font files are.

    Raises:
        FileNotFoundError: matplotlib is not installed.
    """
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        raise FileNotFoundError("matplotlib, which brings the font of reports, is not installed")
    return Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"


def has(text: str, *, bold: bool = False, italic: bool = False) -> bool:
    """True when the font has every character of the text in this look."""
    return _ALWAYS_THERE.fullmatch(text) is not None or _characters(bold, italic) >= set(map(ord, text))


def printable(text: str, *, bold: bool = False) -> str:
    """As `readable`, with what the font lacks as numbers of characters: `[U+1F331]`. Those in a row share brackets."""
    text = readable(text)
    if has(text, bold=bold) and not _JOINERS.search(text):
        return text
    known = _characters(bold, False)
    pieces: list[str] = []
    row: list[str] = []
    for character in text:
        # What only joins or dresses an emoji belongs to the row that it stands in, and is nothing by itself.
        if _JOINERS.match(character) and not row:
            continue
        if ord(character) in known and not _JOINERS.match(character):
            if row:
                pieces.append(f"[{' '.join(row)}]")
                row = []
            pieces.append(character)
        else:
            row.append(f"U+{ord(character):04X}")
    if row:
        pieces.append(f"[{' '.join(row)}]")
    return "".join(pieces)


def lacking(texts: Iterable[str]) -> bool:
    """True when `printable` puts a number in at least one of the texts."""
    return any(not has(readable(text)) for text in texts)


def printable_data(data: Any) -> Any:
    """Data of a chart with all texts made `printable`; also the names of fields, so that they still fit together."""
    if isinstance(data, str):
        return printable(data)
    if isinstance(data, Mapping):
        return {printable_data(key): printable_data(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [printable_data(value) for value in data]
    return data


def printable_drawing(svg: str) -> str:
    """A drawing with the words in it made `printable`."""
    return _WORDS_IN_DRAWING.sub(lambda words: f">{escape(printable(unescape(words[1])))}<", svg)


@cache
def _characters(bold: bool, italic: bool) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # only for a rare character, so that most reports do without its 40 ms

    with TTFont(font_folder() / _FILES[bold, italic], lazy=True) as font:
        return frozenset(font.getBestCmap())
