"""Money in a council proposal: effects that are in money already, who pays and gains, and the euro lens apart."""

from markupsafe import Markup, escape

from reports.blocks import Block, Paragraph, Section, TableBlock
from reports.chapters.chapter_parts import columns, effect, heads, is_wide, joined, named, row, source_ids
from reports.content import Content
from weighing.requirements_tested import failing
from wording.euro_rows import lens_sentence, total_rows
from wording.who_words import ledger_text

MONEY = "EUR"
"""Part of the unit of an effect that is in money."""


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
        if MONEY in criterion.unit
    )
    title = text("proposal_text.money_effects")
    if not rows:
        return Paragraph(text.html("proposal_text.money_none"))
    table = TableBlock("proposal_money_effects", title, columns(case, text, text("effects.criterion")), rows)
    return Section("proposal_money_table", title, (table,), wide=is_wide(case))


def _who(content: Content) -> tuple[Block, ...]:
    case, text = content.case, content.text
    if not case.groups:
        return (Paragraph(text.html("who.no_groups")),)
    rows = []
    for item in case.alternatives:
        ledger = ledger_text(case, item.id, text)
        rows.append(row(named(item, text), ledger.pays + Markup(" ") + ledger.collects))
    heading = heads(text, {"explore.alternative": 1, "proposal_text.money_head": 3})
    return (TableBlock("proposal_money_who", text("proposal_text.money_who"), heading, tuple(rows)),)


def _lens(content: Content) -> Block:
    case, text = content.case, content.text
    if content.euros is None:
        return Paragraph(text.html("proposal_text.money_off"))
    off = content.settings.requirements_off
    breached = [item.id for item in case.alternatives if failing(case, item.id, off)]
    rows = []
    for found in total_rows(content.euros, text, breached):
        amounts = [amount.full for amount in found.totals] or [text("proposal_text.money_nothing")]
        beside = joined([found.coverage, found.unknown or "", found.breach or ""])
        rows.append(row(named(case.alternative(found.alternative), text), "; ".join(amounts), beside))
    heading = heads(text, {"explore.alternative": 1, "proposal_text.money_total": 1.6, "proposal_text.money_cover": 2})
    title = text("proposal_text.money_lens")
    table = TableBlock("proposal_money_lens", title, heading, tuple(rows))
    return Section("proposal_lens", title, (Paragraph(escape(lens_sentence(content.euros, text))), table))
