"""What anonymous weightings come to, in tables: how groups weigh, and what then comes first. Never a mean alone."""

from collections.abc import Iterator

from cases.definition.model import Case
from reports.blocks import Block, TableBlock, TableColumn, TableRow
from reports.chapters.chapter_parts import banded, chunks, columns, heads, named, note, plain, row
from reports.content import Content
from texts import Words
from texts.numbers import number, percent
from weighing.people import SMALLEST_GROUP, GroupResult, Room, Spread, TotalSpread

BESIDE = 5
"""Groups beside each other in a table."""
ENDS = ("low", "middle", "high")


def group_name(group: GroupResult, text: Words) -> str:
    """The name as it was written, or what the people have in common."""
    return group.name if group.kind == "group" else text(f"chapters.group_{group.kind}")


def weight_tables(content: Content) -> Iterator[Block]:
    """First on which themes groups agree, then what each theme weighs per group: low, middle and high."""
    text, found = content.text, content.room
    yield from plain(text("chapters.groups_intro", smallest=SMALLEST_GROUP))
    if found is None or not found.groups:
        yield note(text("chapters.groups_none", smallest=SMALLEST_GROUP))
        return
    yield from _left_out(found, text)
    case, language = content.case, text.language
    if any(item.word is not None for item in found.agreement):
        yield TableBlock(
            "groups_agreement",
            text("chapters.agreement"),
            heads(text, {"explore.theme": 1.6, "chapters.agreement_word": 2}),
            tuple(
                row(
                    theme.label.get(language),
                    text(f"chapters.agreement_{item.word}", gap=percent(item.gap, language))
                    if item.word is not None and item.gap is not None
                    else text("chapters.agreement_none"),
                )
                for theme, item in zip(case.themes, found.agreement, strict=True)
            ),
            text.html("chapters.agreement_note"),
        )
    for place, groups in enumerate(chunks(with_everyone(found), BESIDE)):
        yield TableBlock(
            f"groups_weights_{place + 1}",
            text("chapters.groups_weights"),
            (TableColumn(text("explore.theme"), width=1.4), *(TableColumn(_head(group, text)) for group in groups)),
            tuple(
                row(theme.label.get(language), *(_weight(group.themes[index], text) for group in groups))
                for index, theme in enumerate(case.themes)
            ),
        )
    yield note(text("chapters.spread_note"))


def result_tables(content: Content) -> Iterator[Block]:
    """Per group for how many people each alternative comes first, and the totals from low to high."""
    text, found, case = content.text, content.room, content.case
    if found is None or not found.groups:
        yield note(text("chapters.groups_none", smallest=SMALLEST_GROUP))
        return
    yield from _left_out(found, text)
    yield TableBlock(
        "groups_first",
        text("chapters.groups_first"),
        (
            *columns(case, text, text("chapters.group"), width=1.6, align="right"),
            TableColumn(text("chapters.groups_open"), "right"),
        ),
        tuple(
            row(_head(group, text), *(_of(count, group, text) for count in (*group.first, group.open)))
            for group in with_everyone(found)
        ),
        text.html("chapters.groups_first_note"),
    )
    yield TableBlock(
        "groups_totals",
        text("chapters.groups_totals"),
        (
            TableColumn(text("explore.alternative"), width=1.6),
            *(TableColumn(text(f"chapters.spread_{end}"), "right") for end in ENDS),
        ),
        banded((_head(group, text), _totals(group, case, text)) for group in with_everyone(found)),
    )
    yield note(text("chapters.spread_note"))


def with_everyone(found: Room) -> tuple[GroupResult, ...]:
    """The groups, and everybody together where that is more than one group."""
    everyone = (found.everyone,) if found.everyone is not None and len(found.groups) > 1 else ()
    return (*found.groups, *everyone)


def _left_out(found: Room, text: Words) -> tuple[Block, ...]:
    return (note(text("chapters.groups_left_out", smallest=SMALLEST_GROUP)),) if found.left_out else ()


def _head(group: GroupResult, text: Words) -> str:
    return text("chapters.group_head", group=group_name(group, text), count=group.people)


def _of(count: int, group: GroupResult, text: Words) -> str:
    return text("chapters.of", count=count, all=group.people)


def _weight(spread: Spread | None, text: Words) -> str:
    """`20% (5% tot 40%)`, the middle and what eight in ten people lie between; too few people weighed it otherwise."""
    if spread is None:
        return text("chapters.too_few")
    low, middle, high = (percent(value, text.language) for value in (spread.low, spread.middle, spread.high))
    return f"{middle} ({text('effects.range_of', low=low, high=high)})"


def _totals(group: GroupResult, case: Case, text: Words) -> Iterator[TableRow]:
    for item, total in zip(case.alternatives, group.totals, strict=True):
        yield row(named(item, text), *(_total(total, end, text) for end in ENDS))


def _total(total: TotalSpread, end: str, text: Words) -> str:
    """One number, or from worst to best where an effect is not known."""
    worst, best = (number(getattr(side, end), text.language) for side in (total.worst, total.best))
    return worst if worst == best else text("effects.range_of", low=worst, high=best)
