"""Totals of one alternative in a cost-benefit (MKBA) set: who gains and who loses, then the sum, as a range."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from valuation.amounts import Amount, AmountRange, added
from valuation.lines import Coverage, Line, Transfer, ValuedLine, coverage, valued
from valuation.units import PERIODS, Period


@dataclass(frozen=True)
class WelfareBalance:
    """Gains, losses and gains minus losses, each from low to high without a central value."""

    gains: Amount
    losses: Amount
    net: Amount


@dataclass(frozen=True)
class WelfareTable:
    """One period: who gains and who loses, and only then the total."""

    by_party: Mapping[str, WelfareBalance]
    total: WelfareBalance
    lines: tuple[ValuedLine, ...]


@dataclass(frozen=True)
class WelfareTotals:
    """Welfare effects of one alternative. Yearly and one-off effects are two tables, since they cannot be added."""

    tables: Mapping[Period, WelfareTable]
    transfers: tuple[Transfer, ...]
    """By party; in no total, because what one pays another gets."""
    coverage: Coverage


def welfare_totals(lines: Sequence[Line]) -> WelfareTotals:
    """Add up what an alternative means to each party and to all together.

    Raises:
        ValueError: there are no lines, an effect occurs twice or does not say for whom it is, or the lines come from
            another frame or from two sets.
    """
    covered = coverage(lines)
    found = valued(lines, "mkba")
    for line in found:
        if line.party is None:
            raise ValueError(
                f"effect '{line.effect}' does not say who bears or receives it; gains and losses need that"
            )
    tables: dict[Period, WelfareTable] = {}
    for period in PERIODS:
        chosen = tuple(line for line in found if line.amount.period == period)
        if chosen:
            parties = sorted({str(line.party) for line in chosen})
            by_party = {party: _balance([line for line in chosen if line.party == party]) for party in parties}
            tables[period] = WelfareTable(by_party, _balance(chosen), chosen)
    transfers = sorted(
        (line for line in lines if isinstance(line, Transfer)), key=lambda line: (line.party, line.effect)
    )
    return WelfareTotals(tables, tuple(transfers), covered)


def _balance(lines: Sequence[ValuedLine]) -> WelfareBalance:
    costs = [
        replace(line.cost, value=AmountRange(low, None, high))
        for line in lines
        for low, high in [line.cost.value.ends()]
    ]
    losses = added(replace(cost, value=cost.value.above_zero()) for cost in costs)
    gains = added(replace(cost, value=cost.value.scaled(-1).above_zero()) for cost in costs)
    net = added(cost.scaled(-1) for cost in costs)
    if gains is None or losses is None or net is None:
        raise AssertionError("a balance is only made of lines")
    return WelfareBalance(gains, losses, net)
