"""Chapters of the invented harbour and of shipped cases, made once for all tests, and ways to look into them."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any

from cases.definition.model import Case
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
from reports.content import Content, Settings
from reports.document import BODY, CHAPTERS
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from weighing.euros.valuing import EuroChoices

DAY = date(2026, 11, 21)


def harbour() -> Case:
    return loaded(GOOD)


def content(case: Case, language: str, profiles: int = 3, **settings: Any) -> Content:
    """With the first profiles of the case, and euros where it has them."""
    ids = tuple(item.id for item in case.profiles[:profiles])
    euros = EuroChoices() if case.valuation is not None else None
    return Content(case, Settings(language, DAY, ids, **{"euros": euros, **settings}))  # type: ignore[arg-type]


def chapter(name: str, found: Content) -> Section | None:
    return import_module(f"reports.chapters.{name}_chapter").chapter(found)


@cache
def annex(case: Case, language: str, profiles: int = 3) -> ReportDocument:
    """All chapters of a report."""
    found = content(case, language, profiles)
    sections = [made(found) for made in (*BODY, *CHAPTERS)]
    return ReportDocument("-", "-", language, (), tuple(item for item in sections if item is not None))  # type: ignore[arg-type]


def table(document: ReportDocument, key: str) -> list[list[str]]:
    """The words in the rows of a table, without the heads and bands."""
    found = next(item for item in document.all(TableBlock) if item.id == key)
    return [[plain(cell) for cell in row.cells] for row in found.rows if not row.band]


def words_in(block: Block) -> Iterator[str]:
    """All words that a reader of a block meets."""
    if isinstance(block, Section):
        yield block.title
        for inner in block.blocks:
            yield from words_in(inner)
    elif isinstance(block, Paragraph):
        yield plain(block.text)
    elif isinstance(block, Items):
        yield from map(plain, block.items)
    elif isinstance(block, Callout):
        yield from (block.title, *map(plain, block.text))
    elif isinstance(block, TableBlock):
        yield from (block.caption, plain(block.note), *(column.title for column in block.columns))
        yield from (plain(cell) for row in block.rows for cell in row.cells)
    elif isinstance(block, Figure | PictureBlock):
        yield from (block.caption, block.alt)


def words_of(document: ReportDocument) -> str:
    return "\n".join(line for section in document.sections for line in words_in(section))
