"""Reads reports back: the lines that a report should hold, and those that a file does hold."""

import io
from collections.abc import Iterator

import docx
from lxml import html

from reports.blocks import (
    Block,
    Callout,
    Figure,
    Items,
    Paragraph,
    PictureBlock,
    ReportDocument,
    Section,
    TableBlock,
    plain,
)
from reports.writers.inline import readable
from texts import words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def expected_lines(document: ReportDocument, without_picture: frozenset[str] = frozenset()) -> list[str]:
    """Every line of a report in order, the table of contents left out.

    Args:
        without_picture: ids of figures and pictures that cannot be shown.
    """
    text = words(document.language)
    tables, figures = iter(range(1, 1000)), iter(range(1, 1000))

    def lines(block: Block) -> Iterator[str]:
        match block:
            case Section():
                yield block.title
                for inner in block.blocks:
                    yield from lines(inner)
            case Paragraph():
                yield (text("writers.to_do") + " " if block.style == "to_do" else "") + plain(block.text)
            case Items():
                yield from map(plain, block.items)
            case Callout():
                yield block.title
                yield from map(plain, block.text)
            case TableBlock():
                yield f"{text('writers.table')} {next(tables)}. {block.caption}"
                yield from (column.title for column in block.columns)
                yield from (plain(cell) for row in block.rows for cell in row.cells)
                yield plain(block.note)
            case Figure() | PictureBlock():
                if block.id in without_picture:
                    yield text("writers.picture_missing", alt=block.alt)
                yield f"{text('writers.figure')} {next(figures)}. {block.caption}"

    found = [document.title, document.subtitle, *(f"{name}: {value}" for name, value in document.facts)]
    found += [line for section in document.sections for line in lines(section)]
    return [readable(line).strip() for line in found if line.strip()]


def word_lines(data: bytes) -> list[str]:
    """The lines of a Word document in order, the table of contents left out."""
    body = docx.Document(io.BytesIO(data)).element.body
    paragraphs = [p for p in body.iter(f"{W}p") if not any(up.tag == f"{W}sdt" for up in p.iterancestors())]
    lines = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in paragraphs)
    return [line.strip() for line in lines if line.strip()]


def page_lines(page: str) -> list[str]:
    """The lines of a web page in order, the table of contents left out."""
    body = html.fromstring(page).find("body")
    names = [f"{dt.text_content()}: {dt.getnext().text_content()}" for dt in body.iter("dt")]
    lines = [body.find(".//h1").text_content(), body.find(".//header/p").text_content(), *names]
    leaves = ("h2", "h3", "h4", "h5", "h6", "p", "li", "caption", "th", "td", "figcaption")
    lines += [found.text_content() for found in body.find(".//main").iter(*leaves)]
    return [line.strip() for line in lines if line.strip()]
