"""A report as one PDF to have read aloud (PDF/UA-1) and to keep (PDF/A-2a), made by typst from `report.typ`.

All text goes to the template as data and is never read as markup. typst refuses to make the file when a picture has no
alternative text, when headings skip a level, or when a character has no glyph: a mistake of ours, so it raises.
"""

import base64
import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import typst
from markupsafe import Markup, escape

from reports.blocks import (
    Block,
    Callout,
    Figure,
    Form,
    Items,
    Paragraph,
    PictureBlock,
    ReportDocument,
    Section,
    TableBlock,
    TableRow,
)
from reports.writers.contents_list import announced, day_of, paper_outline, starts_wide
from reports.writers.glyphs import FONT, font_folder, lacking, printable
from reports.writers.images import ChartImage
from reports.writers.inline import pieces, readable, starts_right_to_left
from reports.writers.pdf_text import LINE, has_longer_word, pdf_run
from reports.writers.picture_kind import picture_kind
from texts import words
from texts.languages import KNOWN
from texts.palette import PRINT

TEMPLATE = Path(__file__).with_name("report.typ")
AUTHOR = "Waardenweger"
_UPRIGHT, _SIDEWAYS = (482.0, 560.0), (728.0, 350.0)
"""Largest width and height of a picture in points: an upright A4, and one on its side."""
_POINTS_PER_PX = 0.75
_LONGEST_TITLE = 90
"""Letters of a column title. A longer one would fill the page in every header that is repeated."""
_WHOLE_LINES = 18
"""Lines of text that a box or a row of a table may hold to stay on one page; a longer one goes on overleaf."""
_TITLE = 28
"""Letters that fit on a line of a title."""
_LONG_TABLE, _MANY_ROWS = 1500, 12
"""With more letters or rows a table gets smaller type, so that it can be overseen on a page or two."""
_SHORT_TABLE, _FEW_ROWS = 1300, 7
"""With no more letters and rows than these a table stays whole: only a header and a row at the foot say nothing."""
_LETTER = 0.68
"""Width of a letter of our font, bold as in headers, as a part of its size."""


def write_pdf(document: ReportDocument, images: Mapping[str, ChartImage]) -> bytes:
    """The report as a PDF file; the same report gives the same bytes on every machine.

    Args:
        images: charts by the id of their figure. One that is missing becomes a box with its alternative text.

    Raises:
        typst.TypstError: the report breaks a rule of PDF/UA-1 or PDF/A-2a.
    """
    # A file for the archive says of which day it is; every report of ours does.
    archive = ["a-2a"] if day_of(document) else []
    return _compile(document, images, format="pdf", pdf_standards=["ua-1", *archive])


def write_pages(document: ReportDocument, images: Mapping[str, ChartImage], ppi: float = 72) -> list[bytes]:
    """The pages of `write_pdf` as PNG pictures, for a preview."""
    pages = _compile(document, images, format="png", ppi=ppi)
    return pages if isinstance(pages, list) else [pages]


def _compile(document: ReportDocument, images: Mapping[str, ChartImage], **options: Any) -> Any:
    files = _Files(document, images)
    data = json.dumps(files.report(), ensure_ascii=False).encode()
    return typst.compile(
        {"main.typ": TEMPLATE.read_bytes(), "report.json": data, **files.found},
        font_paths=_fonts(),
        ignore_system_fonts=True,
        **options,
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_folder())])


class _Files:
    """The report as the template reads it. `found` collects the pictures, by the name of their file."""

    def __init__(self, document: ReportDocument, images: Mapping[str, ChartImage]) -> None:
        self.document = document
        self.images = images
        self.text = words(document.language)
        self.found: dict[str, bytes] = {}
        self.lacks = False
        self._targets = {section.id: f"section-{section.id}" for section in document.all(Section)}
        self._placed: set[str] = set()

    def report(self) -> dict[str, Any]:
        """Everything in `report.json`."""
        document, text = self.document, self.text
        day = day_of(document)
        running = printable(document.title)
        sections = [self._section(section) for section in document.sections]
        found = {
            "title": readable(document.title),
            "subtitle": readable(document.subtitle),
            "running": textwrap.shorten(running, _LONGEST_TITLE, placeholder=" \N{HORIZONTAL ELLIPSIS}"),
            "author": AUTHOR,
            "day": [day.year, day.month, day.day] if day else None,
            "font": FONT,
            "colours": dict(PRINT),
            "language": document.language,
            "region": KNOWN[document.language].region,
            "page": re.split("[\0\1]", text("writers.page", page="\0", pages="\1")),
            "heading": self._plain(document.title, bold=True, room=_TITLE),
            "under": self._plain(document.subtitle),
            "facts": [(self._plain(name, bold=True), self._plain(value)) for name, value in document.facts],
            "contents": bool(entries := paper_outline(document)),
            "depth": max((entry.level for entry in entries), default=1),
            "sections": sections,
        }
        return found | {
            "words": {
                "contents": text("writers.contents"),
                "table": text("writers.table"),
                "figure": text("writers.figure"),
                "to_do": text("writers.to_do"),
                "glyphs": text("writers.glyphs") if self.lacks else None,
            }
        }

    def _section(self, section: Section, sideways: bool = False) -> dict[str, Any]:
        sideways = sideways or section.wide
        return {
            "kind": "section",
            "title": self._plain(section.title, bold=True, room=_TITLE),
            "label": self._place(section),
            "wide": section.wide,
            "starts-wide": starts_wide(section),
            "new_page": section.new_page,
            "blocks": [
                self._block(block, sideways) | ({"announces": True} if announces else {})
                for block, announces in zip(section.blocks, announced(section), strict=True)
            ],
        }

    def _block(self, block: Block, sideways: bool) -> dict[str, Any]:
        match block:
            case Section():
                return self._section(block, sideways)
            case Paragraph():
                return {"kind": "paragraph", "style": block.style, "text": self._inline(block.text)}
            case Items():
                marks = [*map(self._marked, block.marks)]
                found = {"kind": "items", "numbered": block.numbered, "marks": marks}
                return found | {"items": [*map(self._inline, block.items)]}
            case Form():
                return {"kind": "form", "blocks": [self._block(line, sideways) for line in block.paragraphs()]}
            case Callout():
                title = self._plain(block.title, bold=True)
                whole = sum(map(len, block.text)) < _WHOLE_LINES * 2 * LINE
                return {"kind": "callout", "title": title, "text": [*map(self._inline, block.text)], "whole": whole}
            case TableBlock():
                return self._table(block, sideways)
            case Figure():
                image = self.images.get(block.id)
                size = (image.width_px * _POINTS_PER_PX, image.height_px * _POINTS_PER_PX) if image else None
                return self._picture(block, image.svg if image else "", size, sideways)
            case PictureBlock():
                return self._picture(block, *_in_svg(block.data), sideways)

    def _picture(
        self, block: Figure | PictureBlock, svg: str, size: tuple[float, float] | None, sideways: bool
    ) -> dict[str, Any]:
        found = {
            "kind": "picture",
            "caption": self._plain(block.caption, bold=True),
            "alt": readable(block.alt) or readable(block.caption),
            "file": None,
        }
        if size is None:
            return found | {"missing": self._plain(self.text("writers.picture_missing", alt=found["alt"]))}
        name = f"{len(self.found)}.svg"
        self.found[name] = svg.encode()
        width, height = size
        most_wide, most_high = _SIDEWAYS if sideways else _UPRIGHT
        return found | {"file": name, "width": min(width, most_wide, most_high * width / height)}

    def _table(self, table: TableBlock, sideways: bool) -> dict[str, Any]:
        count = len(table.columns)
        size = 8.5 if count <= (8 if sideways else 5) else 7.5 if count <= (10 if sideways else 7) else 7
        length = sum(len(cell) for row in table.rows for cell in row.cells)
        if length > _LONG_TABLE or len(table.rows) > _MANY_ROWS:
            size = min(size, 7.5)
        if table.dense:
            size = min(size, 7)
        wide, _ = _SIDEWAYS if sideways else _UPRIGHT
        letters = wide / (size * _LETTER)
        total = sum(column.width for column in table.columns)
        rooms = [max(4, int(letters * column.width / total) - 1) for column in table.columns]
        columns, explained = [], []
        for column, room in zip(table.columns, rooms, strict=True):
            title = readable(column.title)
            if len(title) > _LONGEST_TITLE:
                mark = f"({len(explained) + 1})"
                explained.append(self._plain(f"{mark} {title}"))
                title = f"{title[:_LONGEST_TITLE]}\N{HORIZONTAL ELLIPSIS} {mark}"
            shown = self._plain(title, bold=True, room=room)
            columns.append({"title": shown, "align": column.align, "width": column.width})
        return {
            "kind": "table",
            "caption": self._plain(table.caption, bold=True),
            "columns": columns,
            "rows": [self._band(row, int(letters), wide) if row.band else self._row(row, rooms) for row in table.rows],
            "size": size,
            "dense": table.dense,
            "whole": length <= _SHORT_TABLE and len(table.rows) <= _FEW_ROWS,
            "explained": explained,
            "note": self._inline(table.note) if table.note else None,
        }

    def _row(self, row: TableRow, rooms: Sequence[int]) -> dict[str, Any]:
        """One row; `rooms` are the letters on a line of each cell."""
        cells = [self._inline(cell, False, room) for cell, room in zip(row.cells, rooms, strict=True)]
        fits = all(len(cell) < _WHOLE_LINES * room for cell, room in zip(row.cells, rooms, strict=True))
        return {"band": False, "whole": fits, "cells": cells}

    def _band(self, row: TableRow, letters: int, width: float) -> dict[str, Any]:
        """A heading over rows in a table with this many letters on a line and this width in points."""
        cells = [self._inline(row.cells[0], True, letters)]
        return {"band": True, "one-line": len(row.cells[0]) < letters, "width": width, "cells": cells}

    def _plain(self, text: str, bold: bool = False, room: int = LINE) -> dict[str, Any]:
        return self._inline(escape(text), bold, room)

    def _inline(self, text: Markup, bold: bool = False, room: int = LINE) -> dict[str, Any]:
        """A text in runs. `bold` when the template prints it in bold; `room` is how many letters a line holds."""
        found = pieces(text, self._targets)
        whole = "".join(run.text for run in found)
        self.lacks = self.lacks or lacking([whole])
        return {
            "runs": [pdf_run(run, bold, room) for run in found],
            "rtl": starts_right_to_left(whole),
            "cut": has_longer_word(whole, room),
        }

    def _marked(self, mark: str) -> dict[str, Any]:
        return self._plain(mark, bold=True)

    def _place(self, section: Section) -> str | None:
        """The name of a section for links; of two sections with one id the first has it."""
        if section.id in self._placed:
            return None
        self._placed.add(section.id)
        return self._targets[section.id]


def _in_svg(data: bytes) -> tuple[str, tuple[float, float] | None]:
    """A PNG or JPEG in an SVG, and its size in points; a size of None when nobody can open it.

    typst takes only text files when nothing is written to disk; it puts the image in the PDF as it is.
    """
    kind = picture_kind(data)
    if kind is None:
        return "", None
    address = f"data:{kind.media_type};base64,{base64.b64encode(data).decode()}"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{kind.width}" height="{kind.height}">'
        f'<image width="{kind.width}" height="{kind.height}" href="{address}"/></svg>'
    )
    return svg, (float(kind.width), float(kind.height))
