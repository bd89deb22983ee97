"""The first two pages, for the council: the choice, what each alternative does best and worst, who loses, and how sure.

Every part treats the alternatives alike: same order as the case, same parts, same number of points. To stay within two
pages tables stand under their caption alone; the chapters behind have all of it.
"""

from collections.abc import Callable

from markupsafe import Markup, escape

from reports.blocks import Block, Callout, Paragraph, Section
from reports.chapters.summary_open import unknown_blocks, voices_blocks
from reports.chapters.summary_people import groups_blocks
from reports.chapters.summary_points import best_worst_blocks, land_blocks, losers_blocks
from reports.chapters.summary_results import conditions_blocks, requirements_blocks, results_blocks
from reports.content import Content

PARTS: tuple[Callable[[Content], tuple[Block, ...]], ...] = (
    land_blocks,
    best_worst_blocks,
    losers_blocks,
    requirements_blocks,
    results_blocks,
    groups_blocks,
    conditions_blocks,
    unknown_blocks,
    voices_blocks,
)


def chapter(content: Content) -> Section:
    """The summary. A part about which the case holds nothing says so, where its absence matters."""
    case, text = content.case, content.text
    question = Paragraph(escape(text.of(case.question)), "lead")
    parts = tuple(block for part in PARTS for block in part(content))
    return Section("summary", text("report.summary"), (question, read_first(content), *parts), new_page=True)


def read_first(content: Content) -> Callout:
    """What nobody may miss: what this report is not, what a total is not, and the notice of the case."""
    case, text = content.case, content.text
    known = [cell.grade for cell in case.performances.values() if cell.value is not None]
    lines: list[Markup] = [
        text.html("report.no_mer"),
        text.html("report.no_reason"),
        text.html("explore.illustrative", count=known.count("D"), all=len(known)),
    ]
    if case.notice is not None:
        lines.append(escape(text.of(case.notice.short)))
    return Callout(text("report.read_first"), tuple(lines))
