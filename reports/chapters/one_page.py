"""One A4: the question, every plan at its best and worst, and when each comes first. For on a door or a table."""

from markupsafe import Markup

from reports.blocks import Block, Paragraph, ReportDocument, Section, TableBlock
from reports.chapters.chapter_parts import bold, heads, labelled, named, note, plain, row
from reports.chapters.summary_chapter import read_first
from reports.chapters.summary_points import points_cell
from reports.content import Content
from reports.document import facts
from reports.figures.land_figure import land_figure
from weighing.strongest_weakest import strong_points, weak_points
from wording.sureness import winning_sentence

MOST_WITH_PICTURE = 4
"""With more plans there is no room for the land of each."""
MOST_POINTS = 24
"""Points of all plans together that fit on the page: with more plans each has fewer."""


def one_page(content: Content) -> ReportDocument:
    """The page, in the language of the report. Every plan has as many points as the others."""
    case, text = content.case, content.text
    return ReportDocument(
        title=content.marked(text("report.title", title=text.of(case.title))),
        subtitle=text.of(case.question),
        language=content.settings.language,
        facts=facts(content),
        sections=(Section("one_page", text("one_page.plans"), (*_blocks(content),)),),
        contents=False,
    )


def _blocks(content: Content) -> tuple[Block, ...]:
    case, text = content.case, content.text
    each = max(1, min(3, MOST_POINTS // (2 * len(case.alternatives))))
    rows = tuple(
        row(
            bold(named(item, text)),
            points_cell(case, item.id, strong_points(case, item.id)[:each], text),
            points_cell(case, item.id, weak_points(case, item.id)[:each], text),
            winning_sentence(case, content.winning_values[place], text),
        )
        for place, item in enumerate(case.alternatives)
    )
    widths = {"explore.alternative": 1, "report.best": 1.8, "report.worst": 1.8, "one_page.first": 1.6}
    table = TableBlock("one_page", text("one_page.caption"), heads(text, widths), rows, Markup(), len(rows) > 6)
    first = read_first(content)
    lines = tuple(Paragraph(line) for line in first.text)
    land = land_figure(content) if len(rows) <= MOST_WITH_PICTURE else None
    picture = () if land is None else (land,)
    decides = plain(labelled(text("one_page.decides"), text.of(case.who_decides))) if text.of(case.who_decides) else ()
    return (*picture, table, *lines, *decides, note(text.html("one_page.more")))
