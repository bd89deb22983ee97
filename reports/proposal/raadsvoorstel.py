"""A council proposal as a draft: the usual headings, filled with what is known, with fields where people must write.

It chooses nothing. Every alternative stands under every heading with the same parts in the same order.
"""

from collections.abc import Callable

from reports.blocks import Block, Items, Paragraph, ReportDocument, Section, TableBlock
from reports.chapters import evaluation_chapter
from reports.chapters.chapter_parts import bold, heads, items, named, plain, row
from reports.content import Content
from reports.document import facts
from reports.proposal.arguments import argument_sections, drawback_sections
from reports.proposal.decisions import decision_blocks
from reports.proposal.form_fields import COVER, form
from reports.proposal.proposal_money import money_blocks
from reports.proposal.proposal_people import participation_blocks
from wording.requirement_words import requirement_names

ANNEXES = ("docx", "xlsx", "json")
"""The files that belong to a proposal, by format."""


def council_proposal(content: Content) -> ReportDocument:
    """The draft in the language of the report."""
    text = content.text
    return ReportDocument(
        title=content.marked(text("proposal_text.title", title=text.of(content.case.title))),
        subtitle=text.of(content.case.question),
        language=content.settings.language,
        facts=facts(content),
        sections=tuple(part(content, key) for key in PARTS),
        contents=False,
    )


def part(content: Content, key: str) -> Section:
    """One part under its heading."""
    title = content.text(f"proposal_text.{key}")
    return Section(f"proposal_{key}", title, PARTS[key](content), new_page=key == "draft_decision")


def _head(content: Content) -> tuple[Block, ...]:
    return (form(content, *COVER, cover=True), Paragraph(content.text.html("proposal_text.draft"), "note"))


def _decide(content: Content) -> tuple[Block, ...]:
    return (*decision_blocks(content), Paragraph(content.text.html("proposal_text.decide_note"), "note"))


def _reason(content: Content) -> tuple[Block, ...]:
    case, text = content.case, content.text
    blocks: list[Block] = [form(content, "background"), *plain(text.of(case.place), text.of(case.who_decides))]
    for key, lines in (("case.fixed", case.fixed), ("case.open", case.open)):
        if lines:
            blocks += [Paragraph(bold(text(key))), items(map(text.of, lines))]
    if law := tuple(item for item in case.requirements if item.status == "law"):
        names = text.bold(requirement_names(law, text))
        blocks.append(Paragraph(text.html("proposal_text.law", requirements=names)))
    return tuple(blocks)


def _goal(content: Content) -> tuple[Block, ...]:
    return (form(content, "goal"), Paragraph(content.text.html("proposal_text.goal_note"), "note"))


def _wish(content: Content) -> tuple[Block, ...]:
    note = Paragraph(content.text.html("proposal_text.wish_note"), "note")
    return (form(content, "choice", "choice_why"), note)


def _arguments(content: Content) -> tuple[Block, ...]:
    intro = Paragraph(content.text.html("proposal_text.arguments_intro"))
    return (intro, *argument_sections(content), form(content, "weighing"))


def _drawbacks(content: Content) -> tuple[Block, ...]:
    return (Paragraph(content.text.html("proposal_text.drawbacks_intro")), *drawback_sections(content))


def _alternatives(content: Content) -> tuple[Block, ...]:
    case, text = content.case, content.text
    rows = tuple(row(named(item, text), text.of(item.about), text.of(item.governance)) for item in case.alternatives)
    heading = heads(text, {"explore.alternative": 1, "proposal_text.what": 2.4, "case.governance": 1.6})
    table = TableBlock("proposal_all", text("proposal_text.alternatives"), heading, rows)
    return (table, form(content, "other"))


def _money(content: Content) -> tuple[Block, ...]:
    return (*money_blocks(content), form(content, "money"))


def _people(content: Content) -> tuple[Block, ...]:
    return (*participation_blocks(content), form(content, "people"))


def _after(content: Content) -> tuple[Block, ...]:
    return (*evaluation_chapter.chapter(content).blocks, form(content, "after"))


def _annexes(content: Content) -> tuple[Block, ...]:
    case, text = content.case, content.text
    report = text("report.title", title=text.of(case.title))
    lines = []
    for key in ANNEXES:
        annex = text.html(f"proposal_text.annex_{key}", title=report, version=case.version)
        marked = key in content.settings.confidential
        lines.append(text.html("proposal_text.annex_confidential", annex=annex) if marked else annex)
    return (Items(tuple(lines)),)


def _draft_decision(content: Content) -> tuple[Block, ...]:
    """The same points as asked for, in the form in which a council decides."""
    text = content.text
    return (
        form(content, "council", "reference", "day_council", cover=True),
        *plain(text("proposal_text.draft_council"), text("proposal_text.draft_given")),
        Paragraph(bold(text("proposal_text.draft_law"))),
        form(content, "law"),
        Paragraph(bold(text("proposal_text.draft_decides"))),
        *decision_blocks(content),
        *plain(*(text(f"proposal_text.draft_{key}") for key in ("closed", "clerk", "chair"))),
    )


PARTS: dict[str, Callable[[Content], tuple[Block, ...]]] = {
    "head": _head,
    "decide": _decide,
    "reason": _reason,
    "goal": _goal,
    "wish": _wish,
    "arguments": _arguments,
    "drawbacks": _drawbacks,
    "alternatives": _alternatives,
    "money": _money,
    "people": _people,
    "after": _after,
    "annexes": _annexes,
    "draft_decision": _draft_decision,
}
"""The usual parts of a Dutch council proposal, in their order."""
