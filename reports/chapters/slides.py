"""Eight slides for a meeting of the council: the question, every plan alike, who loses, what is open, the points."""

from collections.abc import Callable
from dataclasses import replace

from markupsafe import escape

from reports.blocks import Block, Items, Paragraph, ReportDocument, Section, TableBlock
from reports.chapters.chapter_parts import bold, heads, items, named, plain, row
from reports.chapters.summary_chapter import read_first
from reports.chapters.summary_open import unknown
from reports.chapters.summary_points import losers_blocks, points_cell
from reports.chapters.summary_results import conditions_blocks
from reports.content import Content
from reports.document import facts
from reports.figures.land_figure import land_figure
from reports.proposal.decisions import decision_blocks
from weighing.strongest_weakest import strong_points, weak_points
from wording.requirement_words import requirement_rows

MOST_LINES = 4
"""Of what is fixed and of what is open: a slide is no page."""


def slides(content: Content) -> ReportDocument:
    """A section for each slide, in the language of the report."""
    text = content.text
    return ReportDocument(
        title=content.marked(text("report.title", title=text.of(content.case.title))),
        subtitle=text.of(content.case.question),
        language=content.settings.language,
        facts=facts(content),
        sections=tuple(
            Section(f"slide_{key}", text(f"slides.{key}"), blocks(content)) for key, blocks in SLIDES.items()
        ),
        contents=False,
    )


def _question(content: Content) -> tuple[Block, ...]:
    text = content.text
    lines = [f"{name}: {value}" for name, value in facts(content)]
    return (Paragraph(escape(text.of(content.case.question)), "lead"), items(lines))


def _open(content: Content) -> tuple[Block, ...]:
    case, text = content.case, content.text
    blocks: list[Block] = []
    for key, lines in (("case.fixed", case.fixed), ("case.open", case.open)):
        if lines:
            blocks += [Paragraph(bold(text(key))), items(map(text.of, lines[:MOST_LINES]))]
    return tuple(blocks) or plain(text.of(case.place))


def _plans(content: Content) -> tuple[Block, ...]:
    case, text = content.case, content.text
    land = land_figure(content)
    if land is not None:
        return (land,)
    return (items(f"{named(item, text)}: {text.of(item.about)}" for item in case.alternatives),)


def _points(content: Content) -> tuple[Block, ...]:
    """One best and one worst point each, so that no plan has more room than another."""
    case, text = content.case, content.text
    rows = tuple(
        row(
            bold(named(item, text)),
            points_cell(case, item.id, strong_points(case, item.id)[:1], text),
            points_cell(case, item.id, weak_points(case, item.id)[:1], text),
        )
        for item in case.alternatives
    )
    heading = heads(text, {"explore.alternative": 1.3, "report.best": 2, "report.worst": 2})
    return (TableBlock("slide_points", text("report.best_worst"), heading, rows),)


def _first(content: Content) -> tuple[Block, ...]:
    return tuple(block for part in conditions_blocks(content) for block in part.blocks)


def _open_questions(content: Content) -> tuple[Block, ...]:
    case, text = content.case, content.text
    rows = requirement_rows(case, text)
    known = sum(all(found.result in ("met", "not_met") for found in one.results) for one in rows)
    alone = replace(content, settings=replace(content.settings, depth="summary"))  # slides have no chapters
    gaps = (line for block in unknown(alone) if isinstance(block, Items) for line in block.items)
    lines = [*read_first(content).text[:3], *gaps]
    said = [text.html("slides.requirements", count=len(rows), known=known)] if rows else []
    return (Items((*said, *lines)),)


def _decide(content: Content) -> tuple[Block, ...]:
    return tuple(block for block in decision_blocks(content) if isinstance(block, Items))


SLIDES: dict[str, Callable[[Content], tuple[Block, ...]]] = {
    "question": _question,
    "open": _open,
    "plans": _plans,
    "points": _points,
    "losers": losers_blocks,
    "first": _first,
    "unknown": _open_questions,
    "decide": _decide,
}
"""The slides in their order."""
