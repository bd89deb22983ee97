"""Which doubt moves a sum of costs: that about the effects, or that about the amounts per unit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from valuation.amounts import AmountRange
from valuation.given import as_all
from valuation.lines import ValuedLine

ABOUT_EQUAL = 1.1
"""Two ranges of which the wider is at most this many times the other move a sum about as much."""


@dataclass(frozen=True)
class DoubtParts:
    """The cost of one alternative with one doubt at a time; the other stays at its middle."""

    effects: AmountRange
    """Effects and their growth run from low to high, amounts per unit stay."""
    factors: AmountRange
    """Amounts per unit run from low to high, each the same for all effects; effects stay."""

    @property
    def larger(self) -> Literal["effects", "factors", "both", "neither", "only_effects", "only_factors"]:
        """What moves the sum most. ``only_...``: the other has no range at all, so it was not compared; ``neither``:
        nothing has one, which is not the same as being sure."""
        effects, factors = (high - low for low, high in (self.effects.ends(), self.factors.ends()))
        if effects == 0 or factors == 0:
            return "only_effects" if effects else "only_factors" if factors else "neither"
        if effects > ABOUT_EQUAL * factors:
            return "effects"
        return "factors" if factors > ABOUT_EQUAL * effects else "both"


def doubt_parts(lines: Sequence[ValuedLine]) -> DoubtParts:
    """The two doubts apart, for the lines of one alternative; a worth is a negative cost.

    The middle is the central value, or half-way when only low and high are known.

    Raises:
        ValueError: no lines, or something that is no line with an amount.
    """
    found: Sequence[ValuedLine] = as_all(lines, ValuedLine, "the lines")
    if not found:
        raise ValueError("there are no lines with an amount")
    effects = AmountRange(0.0, None, 0.0)
    by_factor: dict[str, list[float]] = {}
    for line in found:
        sign = -1.0 if line.factor.kind == "benefit" else 1.0
        middle, (slow, fast) = _middle(line.price), (_middle(line.price_grown(at)) for at in line.path.growths.ends())
        grown = AmountRange(*_both(line.quantity)).times(AmountRange(slow, middle, fast))
        effects = effects.plus(replace(grown, central=None).scaled(sign))
        ends = by_factor.setdefault(line.factor.id, [0.0, 0.0])
        for place, price in enumerate(line.price.ends()):
            ends[place] += sign * price * _middle(line.quantity)
    sums = [sum(pick(ends) for ends in by_factor.values()) for pick in (min, max)]
    return DoubtParts(effects, AmountRange(sums[0], None, sums[1]))


def _both(value: AmountRange) -> tuple[float, None, float]:
    low, high = value.ends()
    return low, None, high


def _middle(value: AmountRange) -> float:
    return sum(value.ends()) / 2 if value.central is None else value.central
