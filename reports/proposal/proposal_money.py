"""Money in a council proposal: effects that are in money already, who pays and gains, and the euro lens apart."""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from cases.definition.model import Alternative
from reports.blocks import Block, Paragraph, Section, TableBlock
from reports.chapters.chapter_parts import columns, effect, heads, is_wide, joined, labelled, named, row, source_ids
from reports.chapters.summary_open import in_report
from reports.content import Content
from texts.numbers import MINUS
from weighing.group_matrix import Ledger, invests_and_collects
from weighing.requirements_tested import failing
from wording.euro_rows import lens_sentence, total_rows
from wording.who_words import compared_with, group_rows

COLUMNS = ("pays", "loses", "both", "gains", "open")
MONEY = re.compile(r"\bk?EUR\b|\N{EURO SIGN}|\beuro'?s?\b", re.IGNORECASE)
"""In the unit of an effect that is in money, however a sheet writes it."""


def money_blocks(content: Content) -> tuple[Block, ...]:
    """Three parts that are never added up: an effect in money, a gain of a group and an amount of the lens overlap."""
    return (_effects(content), *_who(content), _lens(content))


def _effects(content: Content) -> Block:
    case, text = content.case, content.text
    rows = tuple(
        row(
            text.of(criterion.label),
            *(
                Markup("{} <i>{}</i>").format(effect(criterion, cell, text), source_ids(cell.sources))
                for item in case.alternatives
                for cell in (case.performances[item.id, criterion.id],)
            ),
        )
        for criterion in case.criteria
        if MONEY.search(criterion.unit)
    )
    title = text("proposal_text.money_effects")
    if not rows:
        return Paragraph(text.html("proposal_text.money_none"))
    table = TableBlock("proposal_money_effects", title, columns(case, text, text("effects.criterion")), rows)
    return Section("proposal_money_table", title, (table,), wide=is_wide(case))


def _who(content: Content) -> tuple[Block, ...]:
    """Every group once for each alternative, with the signs of the table of gains and losses."""
    case, text = content.case, content.text
    if not case.groups:
        return (Paragraph(text.html("who.no_groups")),)
    paid = {item.id: {impact.group for impact in ledger.pays} for item, ledger in _ledgers(content)}
    rows = []
    for place, item in enumerate(case.alternatives):
        parts: dict[str, list[str]] = {key: [] for key in COLUMNS}
        for group in group_rows(case, text):
            signs = group.cells[place].signs
            if (key := _column(signs, group.id in paid[item.id])) is not None:
                parts[key].append(text("proposal_text.money_signs", group=group.label, signs=signs))
        said = [
            labelled(text(f"proposal_text.money_{key}"), f"{'; '.join(found)}.")
            for key, found in parts.items()
            if found
        ]
        rows.append(row(named(item, text), joined(said) or text("proposal_text.money_nobody")))
    heading = heads(text, {"explore.alternative": 1, "proposal_text.money_groups": 4})
    note = joined([text.html("proposal_text.money_note"), compared_with(case, text)])
    return (TableBlock("proposal_money_who", text("proposal_text.money_who"), heading, tuple(rows), note),)


def _ledgers(content: Content) -> Iterator[tuple[Alternative, Ledger]]:
    found = invests_and_collects(content.case)
    return ((item, found[item.id]) for item in content.case.alternatives)


def _column(signs: str, pays: bool) -> str | None:
    """What a group is called; None for one that neither gains nor loses."""
    gains, loses = "+" in signs, MINUS in signs
    if pays:
        return "pays"
    if gains and loses:
        return "both"
    if loses:
        return "loses"
    if gains:
        return "gains"
    return "open" if "?" in signs else None


def _lens(content: Content) -> Block:
    case, text, euros = content.case, content.text, content.euros
    if euros is None:
        return Paragraph(text.html("proposal_text.money_off"))
    off = content.settings.requirements_off
    breached = [item.id for item in case.alternatives if failing(case, item.id, off)]
    rows = []
    valued = {item.alternative: len(item.valued) for item in euros.alternatives}
    for found in total_rows(euros, text, breached):
        amounts = [amount.full for amount in found.totals] or [text("proposal_text.money_nothing")]
        counted = text("proposal_text.money_counted", count=valued[found.alternative], all=len(case.criteria))
        beside = joined([counted, found.breach or ""], ". ")
        rows.append(row(named(case.alternative(found.alternative), text), "; ".join(amounts), beside))
    heading = heads(text, {"explore.alternative": 1, "proposal_text.money_total": 2, "proposal_text.money_cover": 1})
    title = text("proposal_text.money_lens")
    rest = text.html("proposal_text.money_rest", place=in_report(content, text("euros.title")))
    table = TableBlock("proposal_money_lens", title, heading, tuple(rows), rest)
    return Section("proposal_lens", title, (Paragraph(escape(lens_sentence(euros, text))), table))
