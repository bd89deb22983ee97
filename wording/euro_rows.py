"""The euros of a case in rows and sentences: what has an amount, and with the same weight what has none.

Plain text; a screen escapes it. The word for an amount is "cost to remedy" or "gain or loss to society", since nobody
pays it. Alternatives stay in the order of the case: euros make no ranking here.
"""

from collections.abc import Collection
from dataclasses import dataclass

from texts import Words
from valuation.amounts import Amount, AmountRange
from valuation.lines import ValuedLine
from valuation.welfare import WelfareBalance, WelfareTotals
from weighing.euros.chosen_set import STATED
from weighing.euros.valuing import AlternativeEuros, EuroGap, Euros, valuation_of
from wording.amount_words import AmountText, amount_text, digits, price_level, range_text, unit_words
from wording.effect_words import performance_with_unit, value_text
from wording.euro_gross import gross_sentence
from wording.sentences import inline


@dataclass(frozen=True)
class LineRow:
    """From effect through factor to amount."""

    criterion: str
    label: str
    effect: str
    """As in the table of effects, with its range and unit."""
    counted: str
    """The same in the unit of the factor."""
    factor: str
    per_unit: str
    """The amount for one unit, with its price year."""
    amount: AmountText
    cost_type: str
    right: str
    party: str
    why: str
    source: str
    verified: str
    """In words: how well the factor was checked."""
    note: str
    """What the set says about the factor; may be empty."""


@dataclass(frozen=True)
class EuroGapRow:
    """A criterion without an amount (PM)."""

    criterion: str
    label: str
    reason: str
    text: str


@dataclass(frozen=True)
class GainRow:
    """What gets better, in its own unit; in no total."""

    criterion: str
    label: str
    quantity: str
    sentence: str


@dataclass(frozen=True)
class PartyRow:
    """What one party gains and loses in a cost-benefit set."""

    party: str
    gains: AmountText
    losses: AmountText
    net: AmountText


@dataclass(frozen=True)
class TotalRow:
    """One alternative: its totals, and beside them everything that they leave out."""

    alternative: str
    label: str
    totals: tuple[AmountText, ...]
    """Yearly and one-off apart. Empty: nothing has an amount, which is not 0."""
    present: AmountText | None
    """All of it over the horizon."""
    coverage: str
    gains: tuple[GainRow, ...]
    unknown: str | None
    """Effects that would have an amount if they were known."""
    breach: str | None
    """That a hard requirement is not met, which no amount changes."""


@dataclass(frozen=True)
class SetText:
    """Where the factors come from."""

    name: str
    publisher: str
    licence: str
    attribution: str
    address: str
    version: str
    level: str
    doubt: str
    """Whether the factors have a range of their own."""


def lens_sentence(euros: Euros, text: Words) -> str:
    """What this lens is and what it is not, and which part of the amounts is gross."""
    return f"{text(f'euros.lens_{euros.factor_set.basis.frame}')} {gross_sentence(euros, text)}".strip()


def amount_name(euros: Euros, text: Words) -> str:
    """What the totals are called in this frame."""
    return text(f"euros.name_{euros.factor_set.basis.frame}")


def line_rows(euros: Euros, alternative: str, text: Words) -> list[LineRow]:
    """Every amount of one alternative, in the order of the case."""
    case, file = euros.case, valuation_of(euros.case)
    entries = {entry.criterion: entry for entry in file.effects}
    rows = []
    for item in euros.of(alternative).lines:
        line = item.line
        if not isinstance(line, ValuedLine):
            continue
        criterion, entry = case.criterion(item.criterion), entries[item.criterion]
        central, (_, high) = line.quantity.central, line.quantity.ends()
        unit = unit_words(line.factor.unit, text, high if central is None else central)
        rows.append(
            LineRow(
                criterion.id,
                text.of(criterion.label),
                _effect(euros, alternative, criterion.id, text),
                counted_text(line.quantity, unit, text),
                text.of(line.factor.impact),
                _per_unit(line, text),
                amount_text(_shown(line.cost, euros), text, euros.base_year if line.changes else None),
                " + ".join(text(f"euro_cost.{part}") for part in line.cost_type.split("+")),
                text.of(line.right),
                text.of(file.party(entry.party).label),
                text.of(entry.why),
                text("euros.stated_by_user") if line.source == STATED else line.source,
                text("euro_verified." + ("stated" if line.source == STATED else line.factor.verified)),
                text.of(line.factor.note) if line.factor.note is not None and line.source != STATED else "",
            )
        )
    return rows


def gap_rows(euros: Euros, text: Words, alternative: str | None = None) -> list[EuroGapRow]:
    """What has no amount in any alternative, or in the given one."""
    gaps = euros.gaps if alternative is None else euros.of(alternative).gaps
    return [
        EuroGapRow(
            gap.criterion,
            text.of(euros.case.criterion(gap.criterion).label),
            text(f"euro_reason.{gap.reason}"),
            _gap_text(euros, gap, text),
        )
        for gap in gaps
    ]


def gain_rows(euros: Euros, alternative: str, text: Words) -> tuple[GainRow, ...]:
    """What gets better. Only a True Price set tells gains apart; elsewhere they are in the amounts."""
    rows = []
    for key, gain in euros.of(alternative).gains:
        criterion = euros.case.criterion(key)
        shown = counted_text(gain.quantity.value, text.of(criterion.unit_label), text)
        label = text.of(criterion.label)
        rows.append(GainRow(key, label, shown, text("euros.gain", label=label, quantity=shown)))
    return tuple(rows)


def party_rows(euros: Euros, alternative: str, text: Words) -> list[PartyRow]:
    """Who gains and who loses, for a cost-benefit set; empty for another. Yearly amounts before one-off ones."""
    totals = euros.of(alternative).outcome.totals
    file = valuation_of(euros.case)

    def row(party: str, balance: WelfareBalance) -> PartyRow:
        as_in = euros.base_year if euros.of(alternative).changes else None
        parts = (amount_text(amount, text, as_in) for amount in (balance.gains, balance.losses, balance.net))
        return PartyRow(text.of(file.party(party).label), *parts)

    tables = totals.tables.values() if isinstance(totals, WelfareTotals) else ()
    return [row(party, balance) for table in tables for party, balance in table.by_party.items()]


def total_rows(euros: Euros, text: Words, breached: Collection[str] = ()) -> list[TotalRow]:
    """All alternatives in the order of the case.

    Args:
        breached: ids of alternatives that break a hard requirement; they keep their amounts and get a mark.
    """
    rows = []
    for item in euros.alternatives:
        present = item.outcome.present_value
        as_in = euros.base_year if item.changes else None
        rows.append(
            TotalRow(
                item.alternative,
                text.of(euros.case.alternative(item.alternative).label),
                tuple(amount_text(amount, text, as_in) for amount in item.totals.values()),
                None if present is None else amount_text(present, text),
                _coverage(euros, item, text),
                gain_rows(euros, item.alternative, text),
                text("euros.unknown", names=_names(euros, item.unknown, text)) if item.unknown else None,
                text("euros.breach") if item.alternative in breached else None,
            )
        )
    return rows


def coverage_sentence(euros: Euros, text: Words) -> str:
    """How many effects have an amount in at least one alternative, and which have none in any."""
    valued, gaps = euros.valued_criteria, [gap.criterion for gap in euros.gaps]
    return _covered(euros, valued, gaps, text)


def set_text(euros: Euros, text: Words) -> SetText:
    """Name, credit, licence and version of the factor set."""
    found = euros.factor_set
    used = [item.line for one in euros.alternatives for item in one.lines if isinstance(item.line, ValuedLine)]
    with_range = any(line.factor.value.low is not None for line in used)
    return SetText(
        text.of(found.name),
        found.publisher,
        found.licence,
        text.of(found.attribution),
        found.address,
        text("euros.version", edition=found.edition, version=found.version),
        price_level(found.basis.price_year, text),
        text("euros.doubt_in_factors" if with_range else "euros.no_doubt_in_factors"),
    )


def _coverage(euros: Euros, item: AlternativeEuros, text: Words) -> str:
    return _covered(euros, item.valued, [gap.criterion for gap in item.gaps], text)


def _covered(euros: Euros, valued: Collection[str], gaps: Collection[str], text: Words) -> str:
    """Every criterion of the case is in one of the three parts: an amount, only a gain, or no amount."""
    gains = [item.id for item in euros.case.criteria if item.id not in (*valued, *gaps)]
    parts = [text("euros.coverage", count=len(valued), all=len(euros.case.criteria))]
    parts += [text("euros.only_gain", names=_names(euros, gains, text))] if gains else []
    parts += [text("euros.not_in_euros", names=_names(euros, gaps, text))] if gaps else []
    return " ".join(parts)


def _names(euros: Euros, criteria: Collection[str], text: Words) -> str:
    return text.listed([inline(text.of(euros.case.criterion(key).short)) for key in criteria])


def _shown(cost: Amount, euros: Euros) -> Amount:
    """A cost as it is; in a cost-benefit set a loss is shown with a minus, as its total has it."""
    return cost if euros.factor_set.basis.frame == "true_price" else cost.scaled(-1)


def counted_text(value: AmountRange, unit: str, text: Words) -> str:
    """A quantity with its unit, and low to high behind it."""
    low, high = value.ends()
    if value.central is None:
        return text("euros.counted_ends", low=digits(low, text), high=digits(high, text), unit=unit)
    shown = text("euros.counted", number=digits(value.central, text), unit=unit)
    return (
        shown
        if low == high
        else text("euros.counted_span", counted=shown, low=digits(low, text), high=digits(high, text))
    )


def _effect(euros: Euros, alternative: str, criterion_id: str, text: Words) -> str:
    criterion = euros.case.criterion(criterion_id)
    cell = euros.case.performances[alternative, criterion_id]
    shown = performance_with_unit(criterion, cell, text)
    if cell.low is None or cell.high is None or cell.low == cell.high:
        return shown
    low, high = (value_text(criterion, value, text) for value in (cell.low, cell.high))
    return text("euros.counted_span", counted=shown, low=low, high=high)


def _per_unit(line: ValuedLine, text: Words) -> str:
    basis = line.factor.basis
    central, span = range_text(line.factor.value, basis.currency, text)
    unit, level = unit_words(line.factor.unit, text), price_level(basis.price_year, text)
    if line.factor.year is not None:
        return text("euros.per_unit_in", amount=central or span, unit=unit, level=level, year=line.factor.year)
    return text("euros.per_unit", amount=central or span, unit=unit, level=level)


def _gap_text(euros: Euros, gap: EuroGap, text: Words) -> str:
    """The case's own words, or what the calculation found."""
    if gap.text is not None:
        return text.of(gap.text)
    return text(f"euro_reason_about.{gap.reason}", set=text.of(euros.factor_set.name))
