"""A council proposal as a draft: the usual headings, filled with what is known, and marked where people must write.

It chooses nothing. Every alternative stands under every heading with the same parts in the same order.
"""

from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

from cases.definition.model import Reason
from reports.blocks import Block, Items, Paragraph, ReportDocument, Section, TableBlock
from reports.chapters import account_chapter, evaluation_chapter
from reports.chapters.chapter_parts import bold, heads, items, named, plain, row
from reports.chapters.summary_chapter import read_first
from reports.chapters.summary_open import unknown_blocks
from reports.chapters.summary_points import losers_blocks, point
from reports.content import Content, strong_points, weak_points
from reports.document import facts, marked
from reports.proposal.proposal_money import money_blocks
from wording.requirement_words import requirement_names


def council_proposal(content: Content) -> ReportDocument:
    """The draft in the language of the report; `to_do` paragraphs are left to people."""
    case, text = content.case, content.text
    return ReportDocument(
        title=marked(content, text("proposal_text.title", title=text.of(case.title))),
        subtitle=text.of(case.question),
        language=content.settings.language,
        facts=facts(content),
        sections=tuple(
            Section(f"proposal_{key}", text(f"proposal_text.{key}"), blocks(content)) for key, blocks in HEADINGS
        ),
    )


def _decide(content: Content) -> tuple[Block, ...]:
    case, text = content.case, content.text
    title = text.of(case.title)
    points = [
        text.html("proposal_text.decide_know", title=title, version=case.version),
        text.html(
            "proposal_text.decide_choose", alternatives=text.bold([named(item, text) for item in case.alternatives])
        ),
        text.html("proposal_text.decide_why"),
    ]
    for key, status in (("conditions", "law"), ("proposals", "proposal")):
        asked = tuple(item for item in case.requirements if item.status == status)
        if asked:
            names = text.bold(requirement_names(asked, text))
            points.append(text.html(f"proposal_text.decide_{key}", requirements=names))
    points.append(text.html("proposal_text.decide_evaluate"))
    return (
        Paragraph(text.html("proposal_text.draft"), "note"),
        _to_do(content, "head"),
        Items(tuple(points), numbered=True),
        Paragraph(text.html("proposal_text.decide_note")),
        _to_do(content, "decide"),
    )


def _reason(content: Content) -> tuple[Block, ...]:
    case, text = content.case, content.text
    blocks: list[Block] = [Paragraph(escape(text.of(case.question)), "lead")]
    blocks += plain(text.of(case.place), text.of(case.who_decides))
    for key, lines in (("case.fixed", case.fixed), ("case.open", case.open)):
        if lines:
            blocks += [Paragraph(bold(text(key))), items(map(text.of, lines))]
    return (*blocks, read_first(content), _to_do(content, "reason"))


def _goal(content: Content) -> tuple[Block, ...]:
    text = content.text
    themes = Items(
        tuple(Markup("<b>{}</b>: {}").format(text.of(item.label), text.of(item.about)) for item in content.case.themes)
    )
    return (Paragraph(text.html("proposal_text.goal_intro")), themes, _to_do(content, "goal"))


def _arguments(content: Content) -> tuple[Block, ...]:
    case = content.case
    found = {
        item.id: _reasons(content, item.id, strong_points(case, item.id), item.reasons_for)
        for item in case.alternatives
    }
    intro = Paragraph(content.text.html("proposal_text.arguments_intro"))
    return (intro, *_per_alternative(content, "for", found), _to_do(content, "arguments"))


def _drawbacks(content: Content) -> tuple[Block, ...]:
    case, text = content.case, content.text
    found = {
        item.id: _reasons(content, item.id, weak_points(case, item.id), item.reasons_against)
        for item in case.alternatives
    }
    flips = tuple(
        text.html("proposal_text.flip", weights=view.label, flip=view.said.flip)
        for view in content.views
        if view.said.flip
    )
    flip_blocks: tuple[Block, ...] = (Paragraph(text.html("proposal_text.no_flips")),)
    if flips:
        flip_blocks = (Paragraph(text.html("proposal_text.flips_intro")), Items(flips))
    return (
        Paragraph(text.html("proposal_text.drawbacks_intro")),
        *_per_alternative(content, "against", found),
        *losers_blocks(content),
        *unknown_blocks(content),
        Section("proposal_flips", text("proposal_text.flips"), flip_blocks),
    )


def _reasons(
    content: Content, alternative: str, criteria: Sequence[str], reasons: Sequence[Reason]
) -> tuple[Markup, ...]:
    """The points from the figures, then the reasons that the case gives, each with its sources."""
    text = content.text
    lines = [point(content.case, alternative, key, text) for key in criteria]
    for reason in reasons:
        words, sources = text.of(reason.text), ", ".join(reason.sources)
        lines.append(
            text.html("proposal_text.reason_with_source", reason=words, sources=sources) if sources else escape(words)
        )
    return tuple(lines) or (text.html("report.no_point"),)


def _per_alternative(content: Content, key: str, found: dict[str, tuple[Markup, ...]]) -> tuple[Section, ...]:
    return tuple(
        Section(f"proposal_{key}_{item.id}", named(item, content.text), (Items(found[item.id]),))
        for item in content.case.alternatives
    )


def _alternatives(content: Content) -> tuple[Block, ...]:
    case, text = content.case, content.text
    rows = tuple(row(named(item, text), text.of(item.about), text.of(item.governance)) for item in case.alternatives)
    heading = heads(text, {"explore.alternative": 1, "proposal_text.what": 2.4, "case.governance": 1.6})
    table = TableBlock("proposal_all", text("proposal_text.alternatives"), heading, rows)
    return (table, _to_do(content, "alternatives"))


def _money(content: Content) -> tuple[Block, ...]:
    return (*money_blocks(content), _to_do(content, "money"))


def _people(content: Content) -> tuple[Block, ...]:
    return (*account_chapter.chapter(content).blocks, _to_do(content, "people"))


def _after(content: Content) -> tuple[Block, ...]:
    return (*evaluation_chapter.chapter(content).blocks, _to_do(content, "after"))


def _annexes(content: Content) -> tuple[Block, ...]:
    case, text = content.case, content.text
    report = text("report.title", title=text.of(case.title))
    lines = (
        text.html("proposal_text.annex_report", title=report, version=case.version),
        text.html("proposal_text.annex_sheet"),
        text.html("proposal_text.annex_bundle"),
    )
    return (Items(lines),)


def _to_do(content: Content, key: str) -> Paragraph:
    return Paragraph(content.text.html(f"proposal_text.{key}_to_do"), "to_do")


HEADINGS: tuple[tuple[str, Callable[[Content], tuple[Block, ...]]], ...] = (
    ("decide", _decide),
    ("reason", _reason),
    ("goal", _goal),
    ("arguments", _arguments),
    ("drawbacks", _drawbacks),
    ("alternatives", _alternatives),
    ("money", _money),
    ("people", _people),
    ("after", _after),
    ("annexes", _annexes),
)
"""The usual parts of a Dutch council proposal, in their order."""
