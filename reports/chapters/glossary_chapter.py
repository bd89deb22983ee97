"""What the words mean, from the list that every screen uses."""

from reports.blocks import Section, TableBlock, TableColumn
from reports.chapters.parts import row
from reports.content import Content
from texts.glossary import terms


def chapter(content: Content) -> Section:
    """All terms by alphabet, in the language of the report."""
    text = content.text
    heads = (TableColumn(text("chapters.term")), TableColumn(text("chapters.meaning"), width=3.5))
    rows = tuple(row(term, meaning) for term, meaning in terms(text.language))
    return Section(
        "glossary", text("explained.glossary"), (TableBlock("glossary_all", text("explained.terms"), heads, rows),)
    )
