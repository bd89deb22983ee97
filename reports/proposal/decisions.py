"""The points that a council decides on, each with a number that amendments and arguments name."""

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from markupsafe import Markup, escape

from reports.blocks import Block, Items
from reports.chapters.chapter_parts import named
from reports.content import Content
from reports.proposal.form_fields import form


@dataclass(frozen=True)
class DecisionPart:
    """A part of a point that can be decided on by itself."""

    mark: str
    """Such as `2.a`."""
    id: str
    """Of the alternative or the requirement; empty for another alternative than those of the case."""
    text: Markup


@dataclass(frozen=True)
class Decision:
    """A point."""

    number: int
    key: str
    text: Markup
    options: tuple[DecisionPart, ...] = ()
    fields: tuple[str, ...] = ()
    """What people write with it."""


def decisions(content: Content) -> tuple[Decision, ...]:
    """The points in their order. What holds already is none of them: a council does not decide on the law."""
    case, text = content.case, content.text
    title, version = text.of(case.title), case.version
    plans = [(item.id, escape(named(item, text))) for item in case.alternatives]
    plans.append(("", text.html("proposal_text.decide_other")))
    asked = [(item.id, escape(text.of(item.label))) for item in case.requirements if item.status == "proposal"]
    found = [
        ("know", text.html("proposal_text.decide_know", title=title, version=version), [], ()),
        ("choose", text.html("proposal_text.decide_choose"), plans, ("choice",)),
        ("why", text.html("proposal_text.decide_why"), [], ("values",)),
        *([("proposals", text.html("proposal_text.decide_proposals"), asked, ())] if asked else []),
        ("evaluate", text.html("proposal_text.decide_evaluate"), [], ("evaluation",)),
    ]
    return tuple(
        Decision(number, key, said, tuple(_options(number, options)), fields)
        for number, (key, said, options, fields) in enumerate(found, 1)
    )


def _options(number: int, found: list[tuple[str, Markup]]) -> Iterator[DecisionPart]:
    for place, (key, said) in enumerate(found):
        yield DecisionPart(f"{number}.{letter(place)}", key, said)


def letter(place: int) -> str:
    """`a` for the first, `z` for the 26th; behind that `aa`, for a case with twenty alternatives and more."""
    round_, at = divmod(place, len(ascii_lowercase))
    return ascii_lowercase[at] * (round_ + 1)


def decision_blocks(content: Content) -> Iterator[Block]:
    """The points with their numbers, each with the field that belongs to it."""
    for point in decisions(content):
        lines = [(f"{point.number}.", point.text), *((option.mark, option.text) for option in point.options)]
        yield Items(tuple(said for _, said in lines), marks=tuple(mark for mark, _ in lines))
        if point.fields:
            yield form(content, *point.fields)
