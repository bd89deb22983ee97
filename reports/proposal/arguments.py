"""Arguments and drawbacks of a council proposal, each with the number of the point that it belongs to.

Every alternative stands under its own number with the same parts in the same order, and none is preferred.
"""

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from cases.definition.model import Reason
from reports.blocks import Block, Items, Paragraph, Section
from reports.chapters.chapter_parts import bold, ended, named
from reports.chapters.summary_chapter import read_first
from reports.chapters.summary_open import in_report, unknown
from reports.chapters.summary_points import losers_blocks, point
from reports.content import Content
from reports.proposal.decisions import Decision, DecisionPart, decisions
from texts import Words
from weighing.strongest_weakest import strong_points, weak_points
from wording.requirement_words import RequirementRow, requirement_rows
from wording.sureness import winning_sentence

MOST_FLIPS = 6
"""Of so many weightings it is said what flips them; the report has the others."""


def argument_sections(content: Content) -> Iterator[Section]:
    """A section per point, with what speaks for it."""
    case, text = content.case, content.text
    for found in decisions(content):
        lines: dict[str, Sequence[Markup]] = {
            "know": [text.html("proposal_text.all_alike", count=len(case.criteria))],
            "why": [
                text.html("report.condition", alternative=bold(named(item, text)), condition=_wins(content, place))
                for place, item in enumerate(case.alternatives)
            ],
            "evaluate": [_measured(content)],
        }
        if found.key == "choose":
            yield _options(content, found, "for")
        elif found.key == "proposals":
            yield _section(content, found, "for", _numbered(_asked(content, found)))
        else:
            yield _section(content, found, "for", _counted(found, lines[found.key]))


def drawback_sections(content: Content) -> Iterator[Section]:
    """As `argument_sections`, with what speaks against it; a point without drawbacks has no section."""
    text = content.text
    for found in decisions(content):
        if found.key == "know":
            lists = [block.items for block in unknown(content) if isinstance(block, Items)]
            lines = [*read_first(content).text, *(line for items in lists for line in items)]
            yield _section(content, found, "against", _counted(found, lines))
        elif found.key == "choose":
            made = _options(content, found, "against")
            yield Section(made.id, made.title, (*made.blocks, *losers_blocks(content)))
        elif found.key == "why":
            yield _section(content, found, "against", *_flips(content, found))
        elif found.key == "proposals":
            rows = {row.id: row for row in requirement_rows(content.case, text)}
            lines = [
                (option, text.html("proposal_text.tested", name=option.text, results=_results(rows[option.id], text)))
                for option in found.options
            ]
            yield _section(content, found, "against", _numbered(lines))


def _options(content: Content, found: Decision, key: str) -> Section:
    """A part for every alternative."""
    case = content.case
    parts = []
    for option in (item for item in found.options if item.id):
        alternative = case.alternative(option.id)
        if key == "for":
            lines = _reasons(content, option.id, strong_points(case, option.id), alternative.reasons_for)
        else:
            lines = _reasons(content, option.id, weak_points(case, option.id), alternative.reasons_against)
        marks = tuple(f"{option.mark}.{place}" for place in range(1, len(lines) + 1))
        title = content.text("proposal_text.of_option", mark=option.mark, name=named(alternative, content.text))
        parts.append(Section(f"proposal_{key}_{option.id}", title, (Items(lines, marks=marks),)))
    return _section(content, found, key, *parts)


def _section(content: Content, found: Decision, key: str, *blocks: Block) -> Section:
    title = content.text("proposal_text.of_point", number=found.number)
    return Section(f"proposal_{key}_point_{found.key}", title, blocks)


def _counted(found: Decision, lines: Sequence[Markup]) -> Items:
    return Items(tuple(lines), marks=tuple(f"{found.number}.{place}" for place in range(1, len(lines) + 1)))


def _numbered(lines: Sequence[tuple[DecisionPart, Markup]]) -> Items:
    """One line for each option, so that its number has a 1 behind it."""
    return Items(tuple(said for _, said in lines), marks=tuple(f"{option.mark}.1" for option, _ in lines))


def _asked(content: Content, found: Decision) -> list[tuple[DecisionPart, Markup]]:
    """Why each proposed requirement was proposed, and by whom."""
    case, text = content.case, content.text
    by_id = {item.id: item for item in case.requirements}
    lines = []
    for option in found.options:
        asked = by_id[option.id]
        key = "proposal_text.asked_by" if asked.sources else "proposal_text.asked_by_without"
        said = text.html(
            key,
            name=option.text,
            why=ended(text.of(asked.why)),
            who=text.of(asked.set_by),
            sources=", ".join(asked.sources),
        )
        lines.append((option, said))
    return lines


def _results(row: RequirementRow, text: Words) -> Markup:
    said = [
        text("proposal_text.tested_result", alternative=found.alternative, word=found.word.lower())
        for found in row.results
    ]
    return escape(ended("; ".join(said)))


def _wins(content: Content, place: int) -> Markup:
    return winning_sentence(content.case, content.winning_values[place], content.text)


def _measured(content: Content) -> Markup:
    text, count = content.text, len(content.case.evaluation)
    return text.html("proposal_text.measured", count=count) if count else text.html("proposal_text.not_measured")


def _flips(content: Content, found: Decision) -> Iterator[Block]:
    text = content.text
    said = [
        text.html("proposal_text.flip", weights=view.label, flip=view.said.flip)
        for view in content.views
        if view.said.flip
    ]
    if not said:
        yield Paragraph(text.html("proposal_text.no_flips"))
        return
    yield _counted(found, said[:MOST_FLIPS])
    note = text.html("proposal_text.flips_note")
    if left := len(said[MOST_FLIPS:]):
        more = text.html("proposal_text.flips_more", count=left, place=in_report(content, text("sure.title")))
        note = Markup("{} {}").format(more, note)
    yield Paragraph(note, "note")


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
