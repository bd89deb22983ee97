"""Where themes help or hinder each other under each alternative, and what the land is good for."""

from collections.abc import Iterator

from cases.definition.model import Case
from reports.blocks import Block, Section, TableBlock, TableColumn
from reports.chapters.chapter_parts import bold, columns, is_wide, items, labelled, named, note, plain, row, source_ids
from reports.content import Content
from texts import Words
from weighing.conflicts import Served, functions_served
from wording.conflict_words import conflict_rows, function_rows

TOLD = ("against", "together")


def chapter(content: Content) -> Section | None:
    """None for a case with one theme and no list of functions: then there is nothing to compare."""
    case, text = content.case, content.text
    sections = []
    if len(case.themes) > 1:
        sections.append(
            Section(
                "conflicts_themes",
                text("conflict.title"),
                tuple(_themes(case, text)),
                wide=is_wide(case),
                one_by_one=True,
            )
        )
    if case.functions:
        sections.append(
            Section("conflicts_functions", text("function.title"), tuple(_functions(case, text)), wide=is_wide(case))
        )
    return Section("conflicts", text("chapters.conflicts"), tuple(sections)) if sections else None  # fmt: skip


def _themes(case: Case, text: Words) -> Iterator[Block]:
    """Every pair in a table, and in sentences where themes clash or help each other."""
    others = [item for item in case.alternatives if item.id != case.reference]
    found = [conflict_rows(case, item.id, text) for item in others]
    yield from plain(text("conflict.intro", reference=text.of(case.alternative(case.reference).label)))
    yield TableBlock(
        "conflicts_pairs",
        text("chapters.conflicts_pairs"),
        (TableColumn(text("chapters.pair"), width=2.4), *(TableColumn(named(item, text)) for item in others)),
        tuple(
            row(
                f"{of_pair[0].first} / {of_pair[0].second}",
                *(bold(item.word) if item.relation == "against" else item.word for item in of_pair),
            )
            for of_pair in zip(*found, strict=True)
        ),
    )
    for alternative, rows in zip(others, found, strict=True):
        for relation in TOLD:
            lines = [item.sentence for item in rows if item.relation == relation]
            if lines:
                yield from plain(labelled(named(alternative, text), text(f"conflict.{relation}_all", count=len(lines))))
                yield items(lines)


def _functions(case: Case, text: Words) -> Iterator[Block]:
    """Every function, and at the end how many an alternative serves."""
    yield from plain(text("function.intro"), text("chapters.functions_more"))
    served = functions_served(case)
    counts = (bold(_served(served[item.id], text)) for item in case.alternatives)
    heads = columns(case, text, text("function.column"), width=1.4)
    yield TableBlock(
        "conflicts_uses",
        text("function.title"),
        (*heads, TableColumn(text("effects.sources"), width=0.8)),
        (
            *(row(item.label, *item.answers, source_ids(item.sources)) for item in function_rows(case, text)),
            row(text("chapters.functions_served", count=len(case.functions)), *counts, ""),
        ),
    )
    yield note(text("chapters.sources_note"))


def _served(found: Served, text: Words) -> str:
    shown = text("chapters.functions_count", whole=found.whole, partly=found.partly)
    return f"{shown}, {text('chapters.functions_unknown', count=found.unknown)}" if found.unknown else shown
