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


def chapter(content: Content) -> Section:
    """The summary. A part about which the case holds nothing says so, where its absence matters."""
    text = content.text
    before = (Paragraph(escape(text.of(content.case.question)), "lead"), read_first(content))
    blocks = tuple(block for part in PARTS for block in part(content))
    return Section("summary", text("report.summary"), (*before, *blocks), new_page=True)
