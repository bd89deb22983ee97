"""The first page: every alternative at its worst, who loses, what is not known and when it comes first.

The same rows as the page of five minutes. The summary alone leaves it out: its own two pages hold the same.
"""

from markupsafe import Markup, escape

from reports.blocks import Paragraph, Section, TableBlock, TableColumn, TableRow
from reports.chapters.chapter_parts import bold, is_wide, named, row
from reports.chapters.summary_points import alternative_columns
from reports.content import Content
from texts import Words
from wording.council_rows import TOPICS, CouncilColumn, council_columns


def chapter(content: Content) -> Section:
    """The question and the table; with many alternatives they are the rows."""
    case, text = content.case, content.text
    found = council_columns(case, text)
    if is_wide(case):
        heading = (TableColumn(text("explore.alternative")), *(TableColumn(_topic(key, text)) for key in TOPICS))
        rows = tuple(_plan(column, text) for column in found)
    else:
        heading = alternative_columns(case, text, "", 0.8)
        rows = tuple(
            row(bold(_topic(topic, text)), *(column.cells[topic].words for column in found)) for topic in TOPICS
        )
    note = text.html("short.note", row=text("short.row_first"))
    table = TableBlock("short_table", text("short.table"), heading, rows, note)
    question = Paragraph(escape(text.of(case.question)), "lead")
    return Section("short", text("short.title"), (question, table), new_page=True)


def _topic(topic: str, text: Words) -> str:
    return text(f"short.row_{topic}")


def _plan(column: CouncilColumn, text: Words) -> TableRow:
    cells: list[str | Markup] = [column.cells[topic].words for topic in TOPICS]
    return row(bold(named(column.alternative, text)), *cells)
