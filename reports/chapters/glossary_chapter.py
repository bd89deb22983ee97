"""What the words mean, from the list that every screen uses."""

from reports.blocks import Section, TableBlock
from reports.chapters.chapter_parts import heads, row
from reports.content import Content
from texts.glossary import terms


def chapter(content: Content) -> Section:
    """All terms by alphabet, in the language of the report."""
    text = content.text
    columns = heads(text, {"term": 1, "meaning": 3.5}, "chapters.")
    rows = tuple(row(term, meaning) for term, meaning in terms(text.language))
    return Section(
        "glossary",
        text("explained.glossary"),
        (TableBlock("glossary_all", text("explained.terms"), columns, rows),),
        one_by_one=True,
    )
