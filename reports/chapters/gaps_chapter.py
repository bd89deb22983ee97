"""What nobody knows: not counted, not known, illustrative and without an amount, and what to find out first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from cases.definition.model import Case
from reports.blocks import Block, Items, Section, TableBlock
from reports.chapters.chapter_parts import base_sentence, codes, heads, labelled, letters, plain, row
from reports.content import Content
from texts import Words
from wording.gap_words import GapPart, GapRow

ONE_BY_ONE = ("illustrative", "no_euro")
"""Kinds of gaps that are long lists, which also stand beside the figures."""


def chapter(content: Content) -> Section:
    """The whole list, kind by kind, and what the case itself wants replaced first."""
    case, text = content.case, content.text
    sections = [
        Section(
            f"gaps_{part.kind}",
            text(f"gap.{part.kind}"),
            tuple(_part(case, part, text)),
            one_by_one=part.kind in ONE_BY_ONE,
        )
        for part in content.gaps
    ]
    if case.to_replace_first:
        lines = tuple(Markup("{}").format(text.of(line)) for line in case.to_replace_first)
        sections.append(Section("gaps_first", text("case.replace_first"), (Items(lines, numbered=True),)))
    intro = plain(text("gap.intro"), base_sentence(content), letters(case, text))
    return Section("gaps", text("gap.title"), (*intro, *sections))


def _part(case: Case, part: GapPart, text: Words) -> Iterator[Block]:
    yield from plain(text(f"gap.{part.kind}_about"))
    rows = merged(part.rows)
    could = any(item.could for item in rows)
    widths = {"what": 4, "alternatives": 1} | ({"could": 1.6} if could else {})
    yield TableBlock(
        f"gaps_list_{part.kind}",
        text(f"gap.{part.kind}"),
        heads(text, widths, "chapters.gap_"),
        tuple(
            row(
                labelled(item.name, item.why) if item.name and item.why else item.name or item.why,
                codes(case, [one.id for one in item.alternatives], text),
                *((item.could,) if could else ()),
            )
            for item in rows
        ),
    )


def merged(rows: Sequence[GapRow]) -> tuple[GapRow, ...]:
    """The same words about several alternatives as one line, at the place of the first."""
    found: dict[tuple[str, str, str], GapRow] = {}
    for item in rows:
        key = (item.name, item.why, item.could)
        known = found.get(key)
        if known is None:
            found[key] = item
        elif known.alternatives:  # none means all of them already
            more = tuple(one for one in item.alternatives if one not in known.alternatives)
            found[key] = replace(known, alternatives=(*known.alternatives, *more) if item.alternatives else ())
    return tuple(found.values())
