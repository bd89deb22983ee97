"""The sources, with their numbers as they stand beside every figure."""

from markupsafe import Markup

from cases.definition.model import Source
from reports.blocks import Section, TableBlock
from reports.chapters.chapter_parts import ended, heads, joined, row
from reports.content import Content
from texts import Words


def chapter(content: Content) -> Section:
    """Every source of the case, also one whose address was not noted."""
    case, text = content.case, content.text
    widths = {"explained.number": 0.85, "explained.source_title": 6.5, "chapters.source_by": 1.8}
    rows = (
        row(item.id, _title(item, text), joined([item.publisher, item.year or text("effects.no_year")], ", "))
        for item in case.sources.values()
    )
    cut = any(item.address and not item.complete for item in case.sources.values())
    table = TableBlock(
        "sources_all",
        text("explained.sources"),
        heads(text, widths),
        tuple(rows),
        text.html("chapters.sources_cut") if cut else Markup(),
    )
    return Section("sources", text("explained.sources"), (table,))


def _title(source: Source, text: Words) -> Markup:
    title = text.of(source.title)
    if not source.address:
        return joined([ended(title), f"({text('effects.no_address')})"])
    if not source.complete:
        return joined([ended(title), f"{source.address} (*)"])
    if not source.address.startswith(("https://", "http://")):
        return joined([ended(title), source.address])
    return joined([ended(title), Markup('<a href="{}">{}</a>').format(source.address, source.address)])
