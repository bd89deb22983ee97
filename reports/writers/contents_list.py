"""Where the sections of a report stand: for its table of contents and for links inside it."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from babel.dates import get_month_names

from reports.blocks import Block, Callout, Figure, Items, Paragraph, PictureBlock, ReportDocument, Section, TableBlock
from texts.languages import KNOWN

DEEPEST = 2
"""Levels in the table of contents."""
FEWEST = 4
"""A report with fewer sections has no table of contents."""
LONGEST = 32
"""Lines of a table of contents on paper. With more it names only the chapters."""
SHORT_INTRO = 900
"""Letters of an introduction that leave room for the table below it on a page that lies on its side."""


@dataclass(frozen=True)
class ContentsEntry:
    """A section of a report in the table of contents."""

    level: int
    """1 for a section of the report itself, 2 for a section inside that."""
    section: Section


def outline(document: ReportDocument) -> tuple[ContentsEntry, ...]:
    """The table of contents: the sections down to `DEEPEST`, in the order of the report; empty for a short report."""
    if not document.contents or len(document.sections) < FEWEST:
        return ()
    return tuple(entry for entry in _sections(document.sections, 1) if entry.level <= DEEPEST)


def paper_outline(document: ReportDocument) -> tuple[ContentsEntry, ...]:
    """As `outline`, for paper: only the chapters when there would be more than `LONGEST` lines."""
    entries = outline(document)
    return entries if len(entries) <= LONGEST else tuple(entry for entry in entries if entry.level == 1)


def starts_wide(section: Section) -> bool:
    """True when the first part under the heading needs a page on its side, and at most a short introduction stands
    before it: heading and introduction belong there too, or they would have a page of their own."""
    if section.wide:
        return True
    place = introduction(section)
    before, first = section.blocks[:place], section.blocks[place : place + 1]
    short = sum(map(_letters, before)) <= SHORT_INTRO and not any(isinstance(block, _LARGE) for block in before)
    return short and any(isinstance(block, Section) and starts_wide(block) for block in first)


def introduction(section: Section) -> int:
    """How many blocks stand before the first section inside."""
    return next(
        (place for place, block in enumerate(section.blocks) if isinstance(block, Section)), len(section.blocks)
    )


def announced(section: Section) -> list[bool]:
    """Per block of a section whether it stays on the page of what follows: a paragraph before a list, and a short
    introduction before a table or a heading. Otherwise a heading would stand alone at the foot of a page."""
    blocks = section.blocks
    first = next((place for place, block in enumerate(blocks) if not isinstance(block, Paragraph)), len(blocks))
    short = first < len(blocks) and sum(map(_letters, blocks[:first])) <= SHORT_INTRO
    return [
        isinstance(block, Paragraph) and (isinstance(following, Items) or (short and place < first))
        for place, (block, following) in enumerate(zip_longest(blocks, blocks[1:]))
    ]


_LARGE = (TableBlock, Figure, PictureBlock)


def _letters(block: Block) -> int:
    match block:
        case Paragraph():
            return len(block.text)
        case Items():
            return sum(max(len(item), 40) for item in block.items)
        case Callout():
            return len(block.title) + sum(map(len, block.text))
    return 0


def day_of(document: ReportDocument) -> datetime.date | None:
    """The date among the facts under the title, as `texts.numbers.day` writes it; None when there is none."""
    months = get_month_names("wide", locale=KNOWN[document.language].locale)
    numbers = {name: number for number, name in months.items()}
    for _, value in document.facts:
        found = re.fullmatch(r"(\d{1,2}) (\w+) (\d{4})", value.strip())
        if found and found[2] in numbers:
            return datetime.date(int(found[3]), numbers[found[2]], int(found[1]))
    return None


def _sections(blocks: tuple[Block, ...], level: int) -> Iterator[ContentsEntry]:
    for block in blocks:
        if isinstance(block, Section):
            yield ContentsEntry(level, block)
            yield from _sections(block.blocks, level + 1)
