"""The euros of a case over the years: what each year comes to, and money that falls once beside it.

Costs and what is left of them stand beside the effects. They are taken off nothing, and nothing is taken off them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from cases.definition.valuation_file import DatedCost
from valuation.amounts import AmountRange
from valuation.doubt_parts import DoubtParts, doubt_parts
from valuation.lines import ValuedLine
from valuation.over_years import in_year
from valuation.present import end_weight, once_weight
from weighing.euros.valuing import Euros, valuation_of

EVERY = 5
"""Of a long horizon the first, the last and every so many years are shown."""


@dataclass(frozen=True)
class DatedAmount:
    """An amount of the case that falls in one year."""

    cost: DatedCost
    value: AmountRange
    """In euros of its own price year."""
    now: AmountRange | None
    """Brought to the present. None: a residual value, of which nobody says what it is after another horizon."""


@dataclass(frozen=True)
class CostSums:
    """Present values of one alternative; None where the case names nothing, which is not 0."""

    costs: AmountRange | None
    left: AmountRange | None
    """Residual values at the end of the horizon; not taken off the costs."""


def shown_years(found: Euros) -> tuple[int, ...]:
    """Years after the base year for a table: 1, every fifth, the last, and those in which something falls once."""
    lines = [line for item in found.alternatives for line in _lines(found, item.alternative)]
    once = {line.after for line in lines if line.amount.period == "one-off"}
    return tuple(sorted({1, found.horizon, *range(EVERY, found.horizon, EVERY), *once}))


def euros_in_year(found: Euros, alternative: str, after: int) -> AmountRange | None:
    """What the effects of an alternative come to in one year, not discounted: costs, or gains minus losses.

    None when nothing has an amount.
    """
    sign = 1.0 if found.factor_set.basis.frame == "true_price" else -1.0
    parts = [
        in_year(line, found.base_year, after).scaled(-sign if line.factor.kind == "benefit" else sign)
        for line in _lines(found, alternative)
    ]
    return reduce(AmountRange.plus, parts) if parts else None


def dated_amounts(found: Euros, alternative: str) -> tuple[DatedAmount, ...]:
    """The dated costs and residual values of an alternative, in the order of the case."""
    file = valuation_of(found.case)
    rows = []
    for cost in file.costs:
        if cost.alternative != alternative or file.base_year is None:
            continue
        value = AmountRange(cost.low, cost.value, cost.high)
        if cost.kind == "cost":
            weight: float | None = once_weight(found.terms, cost.year - file.base_year)
        else:
            weight = end_weight(found.terms) if found.horizon == file.horizon_years.value else None
        rows.append(DatedAmount(cost, value, None if weight is None else value.scaled(weight)))
    return tuple(rows)


def cost_sums(found: Euros, alternative: str) -> CostSums:
    """The costs of an alternative together, and what is left of them together."""
    rows = dated_amounts(found, alternative)
    costs, left = ([row.now for row in rows if row.cost.kind == kind] for kind in ("cost", "residual_value"))
    return CostSums(_sum(costs), _sum(left))


def doubts_apart(found: Euros, alternative: str) -> DoubtParts | None:
    """What doubt about effects and doubt about amounts per unit each do to the headline; None without amounts.

    In a cost-benefit set as gains minus losses.
    """
    lines = _lines(found, alternative) if found.yearly else list(found.of(alternative).outcome.now)
    if not lines:
        return None
    parts = doubt_parts(lines)
    if found.factor_set.basis.frame == "true_price":
        return parts
    return DoubtParts(parts.effects.scaled(-1), parts.factors.scaled(-1))


def _lines(found: Euros, alternative: str) -> list[ValuedLine]:
    return [item.line for item in found.of(alternative).lines if isinstance(item.line, ValuedLine)]


def _sum(amounts: Iterable[AmountRange | None]) -> AmountRange | None:
    known = [amount for amount in amounts if amount is not None]
    return reduce(AmountRange.plus, known) if known else None
