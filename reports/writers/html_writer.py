"""A report as one web page: a file that needs nothing else, runs nothing and asks nothing of anyone."""

import base64
import re
from collections.abc import Mapping, Sequence
from functools import cache, partial
from itertools import count
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from reports.blocks import Figure, PictureBlock, ReportDocument, Section, TableBlock, TableRow
from reports.writers.column_widths import LONGEST_WORD, fitted, least, pleasant
from reports.writers.contents_list import ContentsEntry, introduction, outline, paper_outline, starts_wide
from reports.writers.images import ChartImage
from reports.writers.inline import pieces, readable, turns
from reports.writers.picture_kind import picture_kind
from texts import words
from texts.foreign_words import ForeignWords, marks_in_place
from texts.languages import KNOWN
from texts.palette import PRINT, style_sheet

FOLDER = Path(__file__).parent / "templates"
PHONE = 30
"""Letters that fit on a line of the smallest screen. A table that needs more can be moved sideways."""
PAPER, WIDE_PAPER = 82, 122
"""Letters in the width of a table on an upright A4, and on one on its side."""
SMALLER = 1.2
"""How many times as many when the letters are small."""


def write_html(document: ReportDocument, images: Mapping[str, ChartImage]) -> str:
    """The report as a web page; the same report gives the same text.

    Pictures stand in the file. A content security policy in it forbids scripts and anything from elsewhere.

    Args:
        images: the picture of each figure by its id. A figure without one is told in words.
    """
    entries = outline(document)
    targets = {section.id: section.id for section in document.all(Section)}
    placed: set[str] = set()

    def place(section_id: str) -> Markup:
        """The id of a section; of two sections with one id the first has it."""
        if section_id in placed:
            return Markup()
        placed.add(section_id)
        return Markup(' id="{}"').format(section_id)

    def chart(figure: Figure) -> tuple[str, int, int]:
        image = images.get(figure.id)
        if image is None:
            return "", 0, 0
        return _address("image/svg+xml", image.svg.encode()), image.width_px, image.height_px

    page = (
        _environment()
        .get_template("report.html")
        .render(
            document=document,
            language=KNOWN[document.language].tag,
            t=words(document.language),
            style=_style(),
            entries=_nested(entries),
            short_on_paper=len(paper_outline(document)) < len(entries),
            inline=partial(_inline, targets),
            place=place,
            chart=chart,
            image=_image,
            tables=count(1),
            figures=count(1),
            callouts=count(1),
            next=next,
            needed=least,
            pleasant=pleasant,
            on_paper=_on_paper,
            phone=PHONE,
        )
    )
    return marks_in_place(page)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "kind": lambda block: type(block).__name__,
        "words": readable,
        "whole": lambda text: _whole(readable(text)),
        "direction": lambda text: Markup(' dir="auto"') if turns(text) else "",
        "align": lambda align: "" if align == "left" else Markup(' class="{}"').format(align),
        "groups": _groups,
        "introduction": introduction,
    }
    made.tests["starts_wide"] = starts_wide
    return made


def _style() -> Markup:
    sheet = style_sheet(PRINT) + (FOLDER / "report.css").read_text(encoding="utf-8").strip()
    return Markup(sheet)  # noqa: S704  # our own style sheet


def _inline(targets: Mapping[str, str], text: Markup) -> Markup:
    """The text with only the elements that `runs` knows."""
    made = []
    for piece in pieces(text, targets):
        shown = _whole(piece.text)
        if piece.language is not None:
            shown = Markup('<span lang="{}">{}</span>').format(piece.language, shown)
        if piece.italic:
            shown = Markup("<i>{}</i>").format(shown)
        if piece.bold:
            shown = Markup("<b>{}</b>").format(shown)
        if piece.link is not None:
            # On paper the address is printed behind the words, unless the words are the address.
            look = Markup(' class="address"') if piece.text.startswith("http") else Markup()
            shown = Markup('<a href="{}"{}>{}</a>').format(piece.link, look, shown)
        made.append(shown)
    return Markup("").join(made)


def _on_paper(table: TableBlock, wide: bool) -> tuple[tuple[float, ...], bool]:
    """The share of each column, and whether the letters must be small to keep words whole."""
    room = WIDE_PAPER if wide else PAPER
    fit = fitted(table, room)
    return (fit.shares, False) if fit.whole else (fitted(table, room * SMALLER).shares, True)


def _whole(text: str) -> Markup:
    """The text with a mark on words so long that they may be cut in a table, all others stay whole there; and on signs
    of two marks, of which half says something else."""
    shown = _SIGN.sub(r'<span class="sign">\g<0></span>', str(_cut_where_long(text)))
    return Markup(shown)  # noqa: S704  # escaped before the signs were marked


def _cut_where_long(text: str) -> Markup:
    if len(text) <= LONGEST_WORD:
        return escape(text)
    # Every second part is a long word.
    parts = (
        Markup('<span class="long">{}</span>').format(part) if place % 2 else escape(part)
        for place, part in enumerate(_LONG.split(text))
    )
    whole = Markup("").join(parts)
    return text.around(whole) if isinstance(text, ForeignWords) else whole


_SIGN = re.compile(r"\[?[+\N{MINUS SIGN}]{2}\]?")
_LONG = re.compile(rf"([^\s-]{{{LONGEST_WORD + 1},}})")


def _nested(entries: Sequence[ContentsEntry]) -> list[tuple[ContentsEntry, list[ContentsEntry]]]:
    """Each section of the report with those inside it."""
    found: list[tuple[ContentsEntry, list[ContentsEntry]]] = []
    for entry in entries:
        if entry.level == 1:
            found.append((entry, []))
        else:
            found[-1][1].append(entry)
    return found


def _groups(table: TableBlock) -> list[tuple[TableRow | None, list[TableRow]]]:
    """The rows under each band; None for rows before the first."""
    found: list[tuple[TableRow | None, list[TableRow]]] = []
    for row in table.rows:
        if row.band:
            found.append((row, []))
        elif found:
            found[-1][1].append(row)
        else:
            found.append((None, [row]))
    return found


def _image(picture: PictureBlock) -> tuple[str, int, int]:
    kind = picture_kind(picture.data)
    return ("", 0, 0) if kind is None else (_address(kind.media_type, picture.data), kind.width, kind.height)


def _address(media_type: str, data: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"
