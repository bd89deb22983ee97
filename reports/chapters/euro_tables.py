"""The long tables of the chapter on euros: lines, divisions, money that is in no total, and other choices of method."""

from collections.abc import Sequence
from itertools import chain

from cases.definition.model import Case, Source
from reports.blocks import Block, Paragraph, TableBlock, TableColumn, TableRow
from reports.chapters.chapter_parts import band, banded, bold, columns, heads, joined, labelled, named, note, plain, row
from texts import Words
from weighing.euros.valuing import Euros, valuation_of
from wording.amount_words import AmountText
from wording.better_worse import better_worse
from wording.euro_divisions import by_remedy, by_right
from wording.euro_doubt_words import sensitivity_rows
from wording.euro_rows import LineRow, line_rows, party_rows
from wording.euro_years_words import (
    apart_about,
    apart_rows,
    cost_heads,
    cost_rows,
    path_rows,
    year_rows,
    years_about,
)
from wording.grade_words import grade_mark
from wording.money_words import business_case_text, contested_rows, transfer_rows


def lines(found: Euros, text: Words) -> tuple[Block, ...]:
    """Every amount: effect, quantity, factor, amount per unit, amount, and what was checked."""
    of_each = {item: line_rows(found, item.id, text) for item in found.case.alternatives}
    none = [row(text("lens.no_amount"), "", "", "", "")]
    rows = banded((named(item, text), list(map(_line, inside)) or none) for item, inside in of_each.items())
    about: dict[tuple[str, str], LineRow] = {}
    for line in chain.from_iterable(of_each.values()):
        about.setdefault((line.criterion, line.factor), line)
    amounts = {
        "effects.criterion": 1.4, "chapters.claims_effect": 1.6, "chapters.euro_counted": 1.6,
        "chapters.euro_factor": 2.4, "lens.table_total": 2.2,
    }  # fmt: skip
    factors = {
        "effects.criterion": 1.3, "lens.what_for": 2.4, "lens.harmed": 1, "lens.right": 1.2, "lens.kind": 1,
        "chapters.euro_from": 2.4,
    }  # fmt: skip
    return (
        TableBlock("euros_amounts", text("lens.lines"), heads(text, amounts), rows),
        TableBlock(
            "euros_factors",
            text("chapters.euro_factors"),
            heads(text, factors),
            tuple(
                row(
                    f"{line.label} ({line.factor})",
                    line.why,
                    line.party,
                    line.right,
                    line.cost_type,
                    joined([f"{line.source}.", line.verified, line.note]),
                )
                for line in about.values()
            ),
        ),
    )


def _line(line: LineRow) -> TableRow:
    return row(line.label, line.effect, line.counted, f"{line.factor}: {line.per_unit}", line.amount.full)


def over_years(found: Euros, text: Words) -> tuple[Block, ...]:
    """Each of some years as it is, and why they differ; nothing when every year is the same."""
    rows = year_rows(found, text)
    if not rows:
        return ()
    table = TableBlock(
        "euros_by_year",
        text("lens.years"),
        columns(found.case, text, text("lens.costs_year"), width=1),
        tuple(row(item.label, *item.amounts) for item in rows),
    )
    why = [
        labelled(" ".join([item.label, f"({item.alternatives})" if item.alternatives else ""]).strip(),
                 f"{item.why} ({', '.join(item.sources)})")
        for item in path_rows(found, text)
    ]  # fmt: skip
    return (*plain(*years_about(found, text)), table, *plain(*why))


def dated_costs(found: Euros, text: Words) -> tuple[Block, ...]:
    """Money that falls once, by alternative; beside the effects, in no total with them."""
    every = cost_rows(found, text)
    if not every:
        return ()
    rows: list[TableRow] = []
    for item in every:
        rows.append(band(item.alternative))
        rows += [row(text("lens.costs_none"), "", "", "", "")] if not item.rows else []
        for one in item.rows:
            about = f"{one.label}: {one.about} ({', '.join(one.sources)})"
            rows.append(row(about, one.year, one.payer, one.amount, one.now))
        sums = {"lens.costs_sum": item.costs, "lens.costs_left": item.left}
        rows += [row(text(key), "", "", "", amount) for key, amount in sums.items() if amount is not None]
    widths = (3.0, 0.8, 1.4, 1.6, 1.6)
    heading = tuple(
        TableColumn(title, width=width) for title, width in zip(cost_heads(found, text), widths, strict=True)
    )
    return (*plain(text("lens.costs_about")), TableBlock("euros_dated", text("lens.costs"), heading, tuple(rows)))


def doubts(found: Euros, text: Words) -> tuple[Block, ...]:
    """Doubt about effects and doubt about amounts per unit, one at a time."""
    rows = apart_rows(found, text)
    if not rows:
        return ()
    keys = {"explore.alternative": 1.2, "lens.apart_effects": 2, "lens.apart_factors": 2, "lens.apart_larger": 1.4}
    table = TableBlock(
        "euros_doubts",
        text("lens.apart"),
        heads(text, keys),
        tuple(row(item.label, item.effects, item.factors, item.larger) for item in rows),
    )
    return (*plain(*apart_about(found, text)), table)


def divisions(found: Euros, text: Words) -> tuple[Block, ...]:
    """The same costs by right and by kind of remedy; nothing for a set that does not start from rights."""
    parts = {"right": by_right(found, text), "remedy": by_remedy(found, text)}
    if not parts["right"]:
        return ()
    tables = (
        TableBlock(
            f"euros_by_{name}",
            text(f"lens.divided_{name}"),
            columns(found.case, text, text(f"lens.divided_{name}"), width=1.6),
            tuple(row(item.label, *item.amounts) for item in rows),
        )
        for name, rows in parts.items()
    )
    return (*plain(text("lens.divided_about")), *tables)


def budget(case: Case, text: Words) -> tuple[Block, ...]:
    """What a budget sees beside what everyone gets and loses, for every alternative alike."""
    found, link = business_case_text(case, text), valuation_of(case).business_case
    if found is None or link is None:
        return ()
    reference = text.of(case.alternative(case.reference).label)
    rows = []
    for item, seen in zip(case.alternatives, found.rows, strict=True):
        amount = joined(
            [seen.amount, f"({grade_mark(seen.grade, text)};" if seen.grade else "(", f"{_ids(seen.sources)})"]
        )
        rows.append(row(named(item, text), amount, *_everyone(case, item.id, link.criterion, text)))
    unseen = [
        labelled(named(item, text), "; ".join(seen.also_not_seen))
        for item, seen in zip(case.alternatives, found.rows, strict=True)
        if seen.also_not_seen
    ]
    widths = {
        "explore.alternative": 1.1, "lens.budget_sees": 1.6, "lens.budget_better": 1.6, "lens.budget_worse": 1.6,
        "lens.budget_same": 1.2, "lens.budget_not_known": 1,
    }  # fmt: skip
    blocks: list[Block] = [*plain(found.about, text("lens.budget_against", reference=reference))]
    blocks.append(TableBlock("euros_budget_seen", text("lens.budget"), heads(text, widths), tuple(rows)))
    if unseen:
        blocks += plain(bold(text("lens.budget_not_counted")), *unseen)
    return tuple(blocks)


def _everyone(case: Case, alternative: str, criterion: str, text: Words) -> tuple[str, ...]:
    """Better, worse, about the same and not known; for the reference only that the others are compared with it."""
    if alternative == case.reference:
        return text("lens.budget_reference"), "", "", ""
    found = better_worse(case, alternative, text, criterion)
    return tuple(text.listed(list(names)) for names in (found.better, found.worse, found.same, found.not_known))


def contested(case: Case, text: Words) -> tuple[Block, ...]:
    """Amounts about which parties differ, side by side and with no average."""
    rows = banded(
        (
            f"{item.label}: {item.about}",
            (row(claim.who, claim.amount, claim.about, _ids(claim.sources)) for claim in item.claims),
        )
        for item in contested_rows(case, text)
    )
    widths = {"chapters.claim_who": 1.3, "lens.table_total": 1.6, "chapters.claim_about": 2.6, "effects.sources": 1}
    return (TableBlock("euros_claims", text("lens.contested"), heads(text, widths), rows),) if rows else ()


def transfers(case: Case, text: Words) -> tuple[Block, ...]:
    """Who pays whom, in no total."""
    rows: list[TableRow] = []
    for item in transfer_rows(case, text):
        paid = text("lens.transfer_from", payer=item.payer, receiver=item.receiver)
        rows.append(band(f"{item.label}. {paid} {item.about} {text('effects.sources')}: {_ids(item.sources)}"))
        rows += [row(label, amount) for label, amount in item.amounts]
    if not rows:
        return ()
    columns = heads(text, {"explore.alternative": 1, "lens.table_total": 2.5})
    table = TableBlock("euros_transferred", text("lens.transfers"), columns, tuple(rows))
    return (*plain(text("lens.transfers_about")), table)


def parties(found: Euros, text: Words) -> tuple[Block, ...]:
    """Who gains and who loses, for a cost-benefit set only."""
    rows = banded(
        (
            named(item, text),
            (
                row(party.party, party.gains.full, party.losses.full, party.net.full)
                for party in party_rows(found, item.id, text)
            ),
        )
        for item in found.case.alternatives
    )
    columns = heads(text, dict.fromkeys(("party", "gains", "losses", "net"), 1.0), "lens.parties_")
    return (TableBlock("euros_by_party", text("lens.parties"), columns, rows),) if rows else ()


def switches(found: Euros, text: Words) -> tuple[Block, ...]:
    """Every choice of method, with what each setting does to every total."""
    blocks: list[Block] = [*plain(text("chapters.euro_switches"))]
    none = text("lens.no_amount")
    for shown in sensitivity_rows(found.case, found.choices, text):
        blocks.append(Paragraph(labelled(shown.label, shown.about)))
        rows = []
        for option in shown.rows:
            terms = dict.fromkeys(total.terms for total in option.totals if total)
            name = ", ".join((option.name, *terms)) if len(terms) == 1 else option.name
            marks = [option.label, f"({text('lens.chosen')})" if option.chosen else "", f"{name}.", option.note]
            totals = (_short(total, len(terms) == 1) if total else none for total in option.totals)
            rows.append(row(joined(marks), *totals))
        heading = columns(found.case, text, text("lens.option"), width=1.8)
        blocks.append(TableBlock(f"euros_switch_{shown.switch}", shown.label, heading, tuple(rows)))
    blocks.append(note(text("chapters.euro_switches_note")))
    return tuple(blocks)


def _short(total: AmountText, without_terms: bool) -> str:
    """An amount with its range; without its terms where these stand beside it for the whole row."""
    if not without_terms:
        return total.full
    return f"{total.central} ({total.span})" if total.central and total.span else str(total.central or total.span)


def _ids(sources: Sequence[Source]) -> str:
    return ", ".join(item.id for item in sources)
