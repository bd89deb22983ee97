"""In the summary: what groups of people came to. First their values, then for how many a plan comes first.

How groups are kept large enough is said in `weighing.people`; the chapters have the spreads.
"""

from dataclasses import replace

from markupsafe import Markup

from reports.blocks import Block, Paragraph, Section, TableBlock, TableColumn
from reports.chapters.chapter_parts import row
from reports.chapters.groups_chapter import group_name, with_everyone
from reports.chapters.summary_points import alternative_columns
from reports.content import Content
from texts import Words
from texts.numbers import number
from weighing.people import SMALLEST_GROUP, Room
from wording.sentences import inline
from wording.verdict_words import counts_of_all, out_of_100


def groups_blocks(content: Content) -> tuple[Block, ...]:
    """On which themes groups agree, and for how many each alternative comes first; nothing without people."""
    room, text = content.room, content.text
    if room is None:
        return ()
    blocks: list[Block] = [Paragraph(text.html("report.people_intro", smallest=SMALLEST_GROUP))]
    if room.everyone is None:
        blocks = [Paragraph(text.html("report.people_too_few", smallest=SMALLEST_GROUP))]
    else:
        blocks += [Paragraph(agreement_sentence(content, room)), Paragraph(plans_sentence(content, room))]
        blocks.append(first_table(content, room))
    blocks += _left_out(room, text)
    return (Section("summary_people", text("report.people"), tuple(blocks)),)


def people_blocks(content: Content) -> tuple[Block, ...]:
    """The same without the table: the sentences say what comes first for most people of each group."""
    return tuple(
        replace(part, blocks=tuple(block for block in part.blocks if not isinstance(block, TableBlock)))
        if isinstance(part, Section)
        else part
        for part in groups_blocks(content)
    )


def agreement_sentence(content: Content, room: Room) -> Markup:
    """Which themes the groups weigh alike and which differently; with one group: nothing to compare."""
    case, text = content.case, content.text
    if all(item.word is None for item in room.agreement):
        return text.html("report.one_group")
    parts = []
    for word in ("alike", "between", "differently"):
        names = [inline(text.of(case.theme(item.theme).label)) for item in room.agreement if item.word == word]
        if names:
            parts.append(text.html(f"report.values_{word}", themes=text.bold(names)))
    return Markup(" ").join(parts)


def plans_sentence(content: Content, room: Room) -> Markup:
    """Whether the same alternative comes first for most people in every group, and how many see it otherwise."""
    text = content.text
    labels = [text.of(alternative.label) for alternative in content.case.alternatives]
    parts = []
    for group in room.groups:
        most = [labels[row] for row in group.most_often_first]
        if not most:
            parts.append(text.html("report.plans_nobody", group=group_name(group, text)))
            continue
        share = sum(group.first[row] for row in group.most_often_first) / group.people
        parts.append(
            text.html(
                "report.plans_most" if len(most) == 1 else "report.plans_tied",
                group=group_name(group, text),
                first=text.bold(most),
                count=out_of_100(share, text),
                others=out_of_100(1 - share, text),
            )
        )
    return Markup(" ").join(parts)


def first_table(content: Content, room: Room) -> TableBlock:
    """For how many out of 100 each alternative comes first, by group."""
    text = content.text
    rows = tuple(
        row(
            group_name(group, text),
            number(group.people, text.language),
            *counts_of_all([count / group.people for count in (*group.first, group.open)], text),
        )
        for group in with_everyone(room)
    )
    columns = (
        TableColumn(text("report.group"), width=1.6),
        TableColumn(text("report.people_count"), "right", 0.8),
        *(replace(column, align="right") for column in alternative_columns(content.case, text, "", 1)[1:]),
        TableColumn(text("report.nobody_knows_first"), "right", 1),
    )
    return TableBlock(
        "summary_people_first", text("report.people_first"), columns, rows, text.html("report.people_first_note")
    )


def _left_out(room: Room, text: Words) -> list[Block]:
    return [Paragraph(text.html("report.people_left_out"), "note")] if room.left_out and room.groups else []
