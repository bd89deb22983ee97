"""What to follow after the decision: the plan of the case, or the criteria from which people can choose one."""

from collections.abc import Iterator

from markupsafe import escape

from cases.definition.model import Case
from reports.blocks import Block, Paragraph, Section, TableBlock
from reports.chapters.chapter_parts import effect, heads, plain, row, source_ids
from reports.content import Content
from texts import Words


def chapter(content: Content) -> Section:
    """Nothing is invented: without a plan there are criteria with their starting point; the rest is for people."""
    case, text = content.case, content.text
    blocks = _plan(case, text) if case.evaluation else _proposed(case, text)
    return Section("evaluation", text("chapters.evaluation"), tuple(blocks))


def _plan(case: Case, text: Words) -> Iterator[Block]:
    language = text.language
    reference = case.alternative(case.reference).label.get(language)
    yield from plain(text("chapters.evaluation_intro", reference=reference))
    widths = {"criterion": 1.6, "start": 1.5, "what": 2.2, "when": 1.6, "who": 1.4}
    yield TableBlock(
        "evaluation_plan",
        text("chapters.evaluation"),
        heads(text, widths, "chapters.evaluation_"),
        tuple(
            row(
                case.criterion(item.criterion).label.get(language),
                _start(case, item.criterion, text),
                item.what.get(language),
                item.when.get(language),
                item.who.get(language),
            )
            for item in case.evaluation
        ),
    )
    followed = {item.criterion for item in case.evaluation}
    others = [item.short.get(language) for item in case.criteria if item.id not in followed]
    if others:
        yield from plain(text("chapters.evaluation_not", names=", ".join(others)))


def _proposed(case: Case, text: Words) -> Iterator[Block]:
    reference = text.of(case.alternative(case.reference).label)
    yield from plain(text("chapters.evaluation_none", reference=reference))
    yield Paragraph(escape(text("chapters.evaluation_to_do")), "to_do")
    widths = {"criterion": 2, "start": 2, "sources": 1.2}
    yield TableBlock(
        "evaluation_criteria",
        text("chapters.evaluation_choose"),
        heads(text, widths, "chapters.evaluation_"),
        tuple(
            row(
                text.of(item.label),
                _start(case, item.id, text),
                source_ids(case.performances[case.reference, item.id].sources),
            )
            for item in case.criteria
        ),
    )


def _start(case: Case, criterion_id: str, text: Words) -> str:
    """What the reference does, with its range: with this the effect later on is compared."""
    return effect(case.criterion(criterion_id), case.performances[case.reference, criterion_id], text)
