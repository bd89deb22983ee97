"""What a report is made of, whatever the format: sections with paragraphs, lists, tables and figures.

Every writer (Word, PDF, web page) prints these and nothing else, so that all formats say the same. Text is safe HTML
(`Markup`) that may hold only `<b>`, `<i>` and `<a href>`; writers read it with `runs`, never paste it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any, Literal

from markupsafe import Markup

Align = Literal["left", "right", "centre"]


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: Markup
    style: Literal["plain", "lead", "note", "to_do"] = "plain"
    """A lead stands out under a heading, a note is smaller; `to_do` marks what people still have to write."""


@dataclass(frozen=True)
class Items:
    """A list."""

    items: tuple[Markup, ...]
    numbered: bool = False
    marks: tuple[str, ...] = ()
    """The number of each item, where others name it, such as `2.a`; otherwise none."""

    def __post_init__(self) -> None:
        if self.marks and len(self.marks) != len(self.items):
            raise ValueError(f"{len(self.marks)} numbers for {len(self.items)} items")


@dataclass(frozen=True)
class FormField:
    """What people write themselves: the program only keeps its place."""

    tag: str
    """By this name a template and a form call it."""
    label: str
    prompt: str
    """Stands there until somebody writes."""
    value: str = ""


@dataclass(frozen=True)
class Form:
    """Fields that people fill: in Word each is a content control."""

    fields: tuple[FormField, ...]
    cover: bool = False
    """True for the short fields on top of a document."""

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The same where nothing can be filled in."""
        return tuple(
            Paragraph(Markup("<b>{}:</b> {}").format(field.label, field.value))
            if field.value
            else Paragraph(Markup("{}: {}").format(field.label, field.prompt), "to_do")
            for field in self.fields
        )


@dataclass(frozen=True)
class Callout:
    """A few lines nobody may miss, in a box with a title."""

    title: str
    text: tuple[Markup, ...]


@dataclass(frozen=True)
class TableColumn:
    """A column of a table."""

    title: str
    align: Align = "left"
    width: float = 1.0
    """Part of the width of the table, relative to the other columns."""


@dataclass(frozen=True)
class TableRow:
    """A row of a table; its first cell is the header of the row."""

    cells: tuple[Markup, ...]
    band: bool = False
    """True for a heading over the rows below it: it has one cell, as wide as the table."""


@dataclass(frozen=True)
class TableBlock:
    """A table with one row of column headers, repeated on every page."""

    id: str
    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    note: Markup = Markup()
    dense: bool = False
    """True for short rows close together."""

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.cells) != (1 if row.band else len(self.columns)):
                raise ValueError(f"table {self.id}: a row has {len(row.cells)} cells")


@dataclass(frozen=True)
class Figure:
    """A chart, with in words what it shows. The table behind it stands in the same section."""

    id: str
    caption: str
    alt: str
    spec: Mapping[str, Any]
    """A complete Vega-Lite specification, data included; empty for a drawing."""
    drawing: str = ""
    """SVG of our own where no chart can draw it, as wide as the page or less; its words are in DejaVu Sans."""


@dataclass(frozen=True)
class PictureBlock:
    """An image of the case, such as an impression of an alternative."""

    id: str
    caption: str
    """Ends with who made it."""
    alt: str
    data: bytes
    """PNG or JPEG."""


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it; sections may hold sections."""

    id: str
    title: str
    blocks: "tuple[Block, ...]"
    wide: bool = False
    """True when its tables need a page on its side. Only for a section that holds no sections."""
    new_page: bool = False
    one_by_one: bool = False
    """True where it goes through every figure, claim, step or weighting. The report for the council leaves it out and
    says so."""


Block = Paragraph | Items | Form | Callout | TableBlock | Figure | PictureBlock | Section


@dataclass(frozen=True)
class ReportDocument:
    """A whole report."""

    title: str
    subtitle: str
    language: str
    facts: tuple[tuple[str, str], ...]
    """What stands under the title: date, version of the case, program. Pairs of a name and a value."""
    sections: tuple[Section, ...]
    contents: bool = True
    """False for a report whose first page begins under its title, without a table of contents."""

    def all(self, kind: type) -> Sequence[Any]:
        """All blocks of one kind, in the order of the report."""
        return [block for section in self.sections for block in _inside(section) if isinstance(block, kind)]


@dataclass(frozen=True)
class Run:
    """A piece of text in one look."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    """An address that starts with https:// or http://, or # and the id of a section."""
    language: str | None = None
    """Of words that are in another language than the report, as in ``<html lang>``."""


def runs(text: Markup) -> tuple[Run, ...]:
    """The pieces of a text. Elements other than `<b>`, `<strong>`, `<i>`, `<em>`, `<a>` and `<span lang>` only give
    their words."""
    reader = _Reader()
    reader.feed(str(text))
    reader.close()
    return tuple(reader.found)


def plain(text: Markup) -> str:
    """The words only."""
    return "".join(run.text for run in runs(text))


def _inside(block: Block) -> Sequence[Block]:
    if not isinstance(block, Section):
        return [block]
    return [block, *(inner for child in block.blocks for inner in _inside(child))]


class _Reader(HTMLParser):
    """Follows which elements are open while the words come by."""

    _KINDS: Mapping[str, str] = {
        "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "a": "link", "span": "language",
    }  # fmt: skip

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Run] = []
        self._open: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.handle_data(" ")
        elif tag in self._KINDS:
            found = dict(attrs)
            self._open.append((self._KINDS[tag], _safe(found.get("href")) if tag == "a" else found.get("lang")))

    def handle_endtag(self, tag: str) -> None:
        kind = self._KINDS.get(tag)
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == kind:
                del self._open[place]
                return

    def handle_data(self, data: str) -> None:
        kinds = {kind for kind, _ in self._open}
        link, language = (
            next((value for kind, value in reversed(self._open) if kind == wanted), None)
            for wanted in ("link", "language")
        )
        self.found.append(Run(data, "bold" in kinds, "italic" in kinds, link, language))


def _safe(address: str | None) -> str | None:
    return address if address is not None and address.startswith(("https://", "http://", "#")) else None
