"""What nobody knows: not counted, not known, illustrative and without an amount, and what to find out first."""

from collections.abc import Iterator

from markupsafe import Markup

from cases.model import Case
from reports.blocks import Block, Column, Items, Section, Table
from reports.chapters.parts import base_sentence, codes, labelled, plain, row
from reports.content import Content
from reports.gaps import GapPart
from texts import Words


def chapter(content: Content) -> Section:
    """The whole list, kind by kind, and what the case itself wants replaced first."""
    case, text = content.case, content.text
    sections = [
        Section(f"gaps_{part.kind}", text(f"gap.{part.kind}"), tuple(_part(case, part, text))) for part in content.gaps
    ]
    if case.to_replace_first:
        lines = tuple(Markup("{}").format(line.get(text.language)) for line in case.to_replace_first)
        sections.append(Section("gaps_first", text("case.replace_first"), (Items(lines, numbered=True),)))
    letters = ", ".join(f"{item.code}: {item.label.get(text.language)}" for item in case.alternatives)
    intro = plain(text("gap.intro"), base_sentence(content), labelled(text("chapters.letters"), letters))
    return Section("gaps", text("gap.title"), (*intro, *sections))


def _part(case: Case, part: GapPart, text: Words) -> Iterator[Block]:
    yield from plain(text(f"gap.{part.kind}_about"))
    could = any(item.could for item in part.rows)
    widths = {"what": 4, "alternatives": 1} | ({"could": 1.6} if could else {})
    yield Table(
        f"gaps_list_{part.kind}",
        text(f"gap.{part.kind}"),
        tuple(Column(text(f"chapters.gap_{head}"), width=width) for head, width in widths.items()),
        tuple(
            row(
                labelled(item.name, item.why) if item.name and item.why else item.name or item.why,
                codes(case, [one.id for one in item.alternatives], text),
                *((item.could,) if could else ()),
            )
            for item in part.rows
        ),
    )
