"""Who gains, who loses, who pays and who collects: every claim about every group, and nothing netted."""

from collections.abc import Iterator

from markupsafe import Markup

from cases.definition.model import Case
from reports.blocks import Block, Section, TableBlock, TableColumn, TableRow
from reports.chapters.chapter_parts import (
    banded,
    bold,
    columns,
    heads,
    is_wide,
    items,
    joined,
    labelled,
    named,
    note,
    plain,
    row,
    source_list,
)
from reports.content import Content
from texts import Words
from weighing.group_matrix import invests_and_collects
from wording.grade_words import grade_mark
from wording.who_words import GroupRow, compared_with, equity_text, group_rows, vulnerable_sentences

LEDGER = ("collects", "pays", "bears", "unknown")
EQUITY_WEIGHTS = (2, 3, 5)
"""How much heavier vulnerable groups count in the question at the end: none of them is chosen."""


def chapter(content: Content) -> Section:
    """A case that names no groups says so: then nobody has looked into it."""
    case, text = content.case, content.text
    if not case.groups:
        return Section("who", text("who.groups"), plain(text("who.no_groups")))
    rows = group_rows(case, text)
    sections = (
        Section("who_signs", text("chapters.who_signs"), tuple(_signs(case, rows, text)), wide=is_wide(case)),
        Section("who_vulnerable", text("who.vulnerable_title"), (_vulnerable(case, text),)),
        Section("who_ledgers", text("who.ledgers"), (_ledgers(case, text),), wide=is_wide(case), one_by_one=True),
        Section(
            "who_claims", text("chapters.who_claims"), tuple(_claims(case, rows, text)), wide=True, one_by_one=True
        ),
        Section("who_groups", text("chapters.who_groups"), (_groups(case, rows, text),), one_by_one=True),
        Section("who_equity", text("who.equity"), tuple(_equity(case, text)), one_by_one=True),
    )
    intro = plain(text("chapters.who_intro"), compared_with(case, text))
    return Section("who", text("who.groups"), (*intro, *sections))


def _signs(case: Case, rows: tuple[GroupRow, ...], text: Words) -> Iterator[Block]:
    """The matrix in signs; vulnerable groups are called so, and of who loses because they pay it is said."""
    payers = {
        (alternative, impact.group)
        for alternative, ledger in invests_and_collects(case).items()
        for impact in ledger.pays
    }
    vulnerable = {group.id for group in case.groups if group.vulnerable.answer == "yes"}
    yield TableBlock(
        "who_matrix",
        text("chapters.who_matrix"),
        columns(case, text, text("who.group"), width=2),
        tuple(
            row(
                joined([group.label, f"({text('who.vulnerable_tag')})" if group.id in vulnerable else ""]),
                *(
                    joined([bold(cell.signs), text("who.role_pays") if (item.id, group.id) in payers else ""])
                    for item, cell in zip(case.alternatives, group.cells, strict=True)
                ),
            )
            for group in rows
        ),
    )
    yield note(joined([text("who.short_legend"), text("chapters.who_pays")]))


def _vulnerable(case: Case, text: Words) -> Block:
    """What vulnerable groups lose under each alternative, and of whom it is not known."""
    return items(
        labelled(named(item, text), joined(vulnerable_sentences(case, item.id, text))) for item in case.alternatives
    )


def _ledgers(case: Case, text: Words) -> TableBlock:
    """Per alternative who puts in and who gets out."""
    ledgers = invests_and_collects(case)

    def groups(alternative: str, kind: str) -> str:
        within = {impact.group for impact in getattr(ledgers[alternative], kind)}
        names = [text.of(group.label) for group in case.groups if group.id in within]
        return "; ".join(names) or text("chapters.ledger_nobody")

    return TableBlock(
        "who_ledger",
        text("who.ledgers"),
        columns(case, text, text("chapters.ledger"), width=1),
        tuple(
            row(text(f"chapters.ledger_{kind}"), *(groups(item.id, kind) for item in case.alternatives))
            for kind in LEDGER
        ),
    )


def _claims(case: Case, rows: tuple[GroupRow, ...], text: Words) -> Iterator[Block]:
    """One line for each claim, with what it rests on."""
    widths = {
        "alternative": 1.4, "claim": 1.3, "sentence": 3.4, "role": 1.3, "criterion": 1.4, "grade": 0.6, "sources": 1.2,
    }  # fmt: skip
    yield note(text("chapters.sources_note"))
    yield TableBlock(
        "who_all",
        text("chapters.who_caption"),
        heads(text, widths, "chapters.claim_"),
        banded((group.label, _lines(case, group, text)) for group in rows),
    )


def _lines(case: Case, group: GroupRow, text: Words) -> Iterator[TableRow]:
    for alternative, cell in zip(case.alternatives, group.cells, strict=True):
        for claim in cell.claims:
            yield row(
                named(alternative, text),
                Markup("<b>{}</b> {}").format(claim.sign, claim.words),
                claim.sentence,
                claim.role,
                claim.criterion,
                grade_mark(claim.grade, text),
                source_list(case, claim.sources),
            )


def _groups(case: Case, rows: tuple[GroupRow, ...], text: Words) -> TableBlock:
    widths = {
        "who.group": 1.3, "chapters.group_about": 2.4, "chapters.group_when": 0.9, "who.vulnerable_title": 2.4,
        "effects.sources": 1.1,
    }  # fmt: skip
    return TableBlock(
        "who_list",
        text("chapters.who_groups"),
        heads(text, widths),
        tuple(
            row(item.label, item.about, item.time_place, item.vulnerable, source_list(case, group.vulnerable.sources))
            for item, group in zip(rows, case.groups, strict=True)
        ),
    )


def _equity(case: Case, text: Words) -> Iterator[Block]:
    """A question and no result: the count of signs, with and without extra weight for vulnerable groups."""
    found = [equity_text(case, float(weight), text) for weight in EQUITY_WEIGHTS]
    yield from plain(text("chapters.equity_intro"))
    titles = [text("who.equity_without")]
    titles += [text("chapters.equity_head", weight=weight) for weight in EQUITY_WEIGHTS]
    titles.append(text("who.equity_left_out"))
    rows = []
    for item, *counts in zip(case.alternatives, *(one.rows for one in found), strict=True):
        cells = [(counts[0].without, counts[0].place_without)]
        cells += [(count.with_weight, count.place_with) for count in counts]
        shown = (text("chapters.equity_cell", net=net, place=place) for net, place in cells)
        rows.append(row(named(item, text), *shown, str(counts[0].left_out)))
    yield TableBlock(
        "who_equity_count",
        text("who.equity_table"),
        (TableColumn(text("explore.alternative"), width=1.6), *(TableColumn(title, "right") for title in titles)),
        tuple(rows),
    )
    yield items([*(one.change for one in found), found[0].formula])
