"""Money that is in no total: who pays whom, amounts about which parties differ, and what a budget sees. Plain text."""

from collections.abc import Iterable
from dataclasses import dataclass

from cases.definition.model import Case, Source
from cases.definition.valuation_file import Money, MoneyTransfer
from texts import Words
from valuation.amounts import AmountRange
from weighing.euros.valuing import valuation_of
from wording.amount_words import price_level, stated_text
from wording.effect_words import performance_with_unit, value_text


@dataclass(frozen=True)
class TransferRow:
    """Money from one party to another."""

    label: str
    payer: str
    receiver: str
    amounts: tuple[tuple[str, str], ...]
    """Name of the alternative and the amount, with its price year or the lack of it."""
    about: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class ClaimRow:
    """What one organisation says."""

    who: str
    amount: str
    about: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class ContestedRows:
    """Claims about one thing side by side, in the order of the case; no average."""

    label: str
    about: str
    claims: tuple[ClaimRow, ...]


@dataclass(frozen=True)
class BudgetRow:
    """What a budget sees of one alternative, beside what it does not see of that one."""

    label: str
    amount: str
    grade: str | None
    sources: tuple[Source, ...]
    also_not_seen: tuple[str, ...]
    """What the case could not count at all for this alternative."""


@dataclass(frozen=True)
class BusinessCaseText:
    """The narrow sum beside the whole case."""

    label: str
    about: str
    rows: tuple[BudgetRow, ...]


def transfer_rows(case: Case, text: Words) -> list[TransferRow]:
    """Who pays whom; in no total, because what one pays another gets."""
    file = valuation_of(case)
    return [
        TransferRow(
            text.of(item.label),
            text.of(file.party(item.payer).label),
            text.of(file.party(item.receiver).label),
            tuple(_amounts(case, item, text)),
            text.of(item.about),
            _sources(case, item.sources),
        )
        for item in file.transfers
    ]


def contested_rows(case: Case, text: Words) -> list[ContestedRows]:
    """Amounts about which parties differ, with who says so."""
    found = []
    for item in valuation_of(case).contested:
        claims = [
            ClaimRow(
                text.of(claim.who),
                stated_text(_range(claim), claim.currency, claim.price_year, text),
                text.of(claim.about),
                _sources(case, claim.sources),
            )
            for claim in item.claims
        ]
        found.append(ContestedRows(text.of(item.label), text.of(item.about), tuple(claims)))
    return found


def business_case_text(case: Case, text: Words) -> BusinessCaseText | None:
    """What the budget sees per alternative, beside everything it does not see; None when the case has none."""
    found = valuation_of(case).business_case
    if found is None:
        return None
    rows = []
    level = price_level(found.price_year, text)
    for alternative in case.alternatives:
        cell = case.performances[alternative.id, found.criterion]
        unseen = [
            text.of(item.text)
            for item in case.not_counted
            if not item.alternatives or alternative.id in item.alternatives
        ]
        rows.append(
            BudgetRow(
                text.of(alternative.label),
                text("euros.one", amount=_of_criterion(case, alternative.id, found.criterion, text), terms=level),
                cell.grade,
                _sources(case, cell.sources),
                tuple(unseen),
            )
        )
    return BusinessCaseText(text.of(found.label), text.of(found.about), tuple(rows))


def _amounts(case: Case, item: MoneyTransfer, text: Words) -> Iterable[tuple[str, str]]:
    if item.criterion is not None:
        level = price_level(item.price_year, text)
        for alternative in case.alternatives:
            shown = _of_criterion(case, alternative.id, item.criterion, text)
            yield text.of(alternative.label), text("euros.one", amount=shown, terms=level)
    for amount in item.amounts:
        label = text.of(case.alternative(amount.alternative).label)
        yield label, stated_text(_range(amount), item.currency, item.price_year, text)


def _of_criterion(case: Case, alternative: str, criterion_id: str, text: Words) -> str:
    """An effect in money with its range, in the unit of the case."""
    criterion, cell = case.criterion(criterion_id), case.performances[alternative, criterion_id]
    shown = performance_with_unit(criterion, cell, text)
    if cell.low is None or cell.high is None or cell.low == cell.high:
        return shown
    low, high = (value_text(criterion, value, text) for value in (cell.low, cell.high))
    return text("euros.counted_span", counted=shown, low=low, high=high)


def _range(money: Money) -> AmountRange:
    return AmountRange(money.low, money.value, money.high)


def _sources(case: Case, ids: Iterable[str]) -> tuple[Source, ...]:
    return tuple(case.sources[key] for key in ids)
