"""Totals of one alternative in a True Price set: what it costs to remedy its harm, by right and by kind of remedy.

Only costs are added up. Gains stand beside them in their own units: harm to one right is not undone by good
done elsewhere.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from files.fields import Text
from valuation.amounts import Amount, added
from valuation.lines import Coverage, Gain, Line, ValuedLine, coverage, valued
from valuation.units import PERIODS, Period

_Part = TypeVar("_Part", bound=Hashable)


@dataclass(frozen=True)
class CostTable:
    """The cost to remedy of one period; the parts of each division add up to the total."""

    total: Amount
    by_right: Mapping[Text, Amount]
    by_cost_type: Mapping[str, Amount]
    """A factor that holds several kinds of remedy in one figure has its own entry, such as compensation+retribution."""
    lines: tuple[ValuedLine, ...]


@dataclass(frozen=True)
class TruePriceTotals:
    """Cost to remedy of one alternative. Yearly and one-off costs are two tables, since they cannot be added."""

    tables: Mapping[Period, CostTable]
    """No table for a period without valued effects: that is "not valued", not 0."""
    gains: tuple[Gain, ...]
    """Also the possible gains of effects whose range passes 0."""
    coverage: Coverage


def true_price_totals(lines: Sequence[Line]) -> TruePriceTotals:
    """Add up the costs of one alternative.

    Raises:
        ValueError: there are no lines, an effect occurs twice, or the lines come from another frame or from two sets.
    """
    covered = coverage(lines)
    costs = valued(lines, "true_price")
    tables: dict[Period, CostTable] = {}
    for period in PERIODS:
        chosen = [line for line in costs if line.amount.period == period]
        total = added(line.amount for line in chosen)
        if total is not None:
            by_right = _divided(chosen, lambda line: line.right)
            tables[period] = CostTable(total, by_right, _divided(chosen, lambda line: line.cost_type), tuple(chosen))
    gains = [line for line in lines if isinstance(line, Gain)]
    gains += [line.possible_gain for line in costs if line.possible_gain is not None]
    return TruePriceTotals(tables, tuple(sorted(gains, key=lambda gain: gain.effect)), covered)


def _divided(lines: Sequence[ValuedLine], key: Callable[[ValuedLine], _Part]) -> dict[_Part, Amount]:
    parts: dict[_Part, list[Amount]] = {}
    for line in lines:
        parts.setdefault(key(line), []).append(line.amount)
    return {found: total for found, amounts in parts.items() if (total := added(amounts)) is not None}
