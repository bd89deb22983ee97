"""Text as the template of the PDF reads it: in runs, with the places where a word that is too long may be cut."""

import re
from typing import Any

from reports.blocks import Run
from reports.writers.glyphs import has, printable

LINE = 40
"""Letters that fit on a line of running text, and in the longest words of a language."""
_OPENING = "([{\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
_WORD = re.compile(r"\S+")
_PART = re.compile(r"[^\W_]+|[\W_]")


def pdf_run(run: Run, bold: bool, room: int) -> dict[str, Any]:
    """One run of text. `bold` when the template prints it in bold; `room` is how many letters a line holds."""
    heavy = bold or run.bold
    shown = printable(run.text, bold=heavy)
    inside = run.link is not None and run.link.startswith("#")
    return {
        "text": _breakable(shown, room),
        "bold": run.bold,
        # The slanted font has fewer characters, Arabic for one: better upright than not at all.
        "italic": run.italic and has(shown, bold=heavy, italic=True),
        "lang": None if run.language is None else run.language.partition("-")[0],
        "address": None if inside else run.link,
        "section": run.link[1:] if run.link is not None and inside else None,
    }


def _breakable(text: str, room: int) -> list[str]:
    """The text in pieces between which a line may break: only within words that do not fit on a line of `room` letters.

    Letters are left to typst, which hyphenates, unless there are more than in any word of a language. A number or code
    may break at every fourth character, and anything may after a sign that is no letter.
    """
    pieces, done = [], 0
    for word in _WORD.finditer(text):
        if len(word[0]) > room:
            for part in _PART.finditer(text, word.start(), word.end()):
                whole = part[0].isalpha() and not part[0].isupper() and len(part[0]) <= LINE
                cuts = () if whole else range(part.start() + 4, part.end(), 4)
                for cut in (*cuts, *([] if part[0][-1].isalnum() or part[0] in _OPENING else [part.end()])):
                    pieces.append(text[done:cut])
                    done = cut
    return [*pieces, text[done:]]


def has_longer_word(text: str, room: int) -> bool:
    """Whether some word does not fit on a line of `room` letters."""
    return len(text) > room and any(len(word) > room for word in text.split())
