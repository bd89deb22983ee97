"""The first two pages, for the council: the choice, what each alternative does best and worst, who loses, and how sure.

Every part treats the alternatives alike: same order as the case, same parts, same number of points. To stay within two
pages tables stand under their caption alone; the chapters behind have all of it.
"""

from collections.abc import Callable

from markupsafe import escape

from reports.blocks import Block, Paragraph, Section
from reports.chapters.short_chapter import read_first
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


ON_FIRST_PAGE = (losers_blocks, conditions_blocks)
"""Parts of which the summary alone has the rows on its first page."""


def chapter(content: Content) -> Section:
    """The summary. A part about which the case holds nothing says so, where its absence matters.

    With the summary alone the first page has said the question, what nobody may miss, and two of the parts.
    """
    text, alone = content.text, content.settings.depth == "summary"
    before = () if alone else (Paragraph(escape(text.of(content.case.question)), "lead"), read_first(content))
    parts = (part for part in PARTS if not (alone and part in ON_FIRST_PAGE))
    blocks = tuple(block for part in parts for block in part(content))
    return Section("summary", text("report.summary"), (*before, *blocks), new_page=True)
