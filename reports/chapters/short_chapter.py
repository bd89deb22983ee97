"""The first page: every alternative at its worst, who loses, what is not known and when it comes first.

The same rows as the page of five minutes. Paper names what that page opens at a press.
"""

from markupsafe import Markup, escape

from reports.blocks import Callout, Paragraph, Section, TableBlock, TableColumn, TableRow
from reports.chapters.chapter_parts import bold, is_wide, joined, named, row
from reports.chapters.summary_points import alternative_columns
from reports.content import Content
from texts import Words
from wording.council_rows import TOPICS, CouncilColumn, council_columns
from wording.gap_words import ungraded_line
from wording.who_words import reference_chosen


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
            row(bold(_topic(topic, text)), *(column.cells[topic].on_paper for column in found)) for topic in TOPICS
        )
    table = TableBlock("short_table", text("short.table"), heading, rows, _note(content))
    question = Paragraph(escape(text.of(case.question)), "lead")
    # A long table has the page to itself: the title page has just said the question.
    before = () if is_wide(case) else (question,)
    return Section("short", text("short.title"), (*before, table), new_page=True)


def read_first(content: Content) -> Callout:
    """What nobody may miss: what this report is not, what a total is not, and the notice of the case."""
    case, text = content.case, content.text
    known = [cell.grade for cell in case.performances.values() if cell.value is not None]
    lines: list[Markup] = [
        text.html("report.no_mer"),
        text.html("report.no_reason"),
        text.html("explore.illustrative", count=known.count("D"), all=len(known)),
    ]
    ungraded = ungraded_line(case, text)
    if ungraded:  # in a draft; "0 are estimated" would say more than anybody knows
        lines[2 if "D" not in known else 3 :] = [escape(ungraded)]
    if case.notice is not None:
        lines.append(escape(text.of(case.notice.short)))
    return Callout(text("report.read_first"), tuple(lines))


def _note(content: Content) -> Markup:
    """What the last row changes, and where what the third row counts stands by name."""
    text = content.text
    place = text.html("report.named_in_chapter", row=text("short.row_unknown"), chapter=text("gap.title"))
    compared = map(escape, reference_chosen(content.case, text))
    return joined([text.html("short.note", row=text("short.row_first")), place, *compared])


def _topic(topic: str, text: Words) -> str:
    return text(f"short.row_{topic}")


def _plan(column: CouncilColumn, text: Words) -> TableRow:
    cells: list[str | Markup] = [column.cells[topic].on_paper for topic in TOPICS]
    return row(bold(named(column.alternative, text)), *cells)
