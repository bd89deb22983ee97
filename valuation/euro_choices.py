"""All that a user may switch in the euro view, and the totals that follow from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from valuation.amounts import Amount, added
from valuation.apply import value_effect
from valuation.factor_set import FactorSet
from valuation.lines import Effect, Line, NotValued
from valuation.present import annuity, present_value, present_value_once
from valuation.true_price import TruePriceTotals, true_price_totals
from valuation.welfare import WelfareTotals, welfare_totals

CLIMATE = "climate"
"""Impact of greenhouse gases, whatever a set calls its factors for them."""


@dataclass(frozen=True)
class Choices:
    """What was chosen. A screen shows each of these beside the amounts.

    Raises:
        ValueError: the carbon factor is not in the set, or the rate or horizon cannot be used.
    """

    factor_set: FactorSet
    biome: str | None
    """For impacts that depend on it; None leaves them without an amount."""
    carbon_factor: str | None
    """Factor for the impact ``climate``; None takes the factor of that name, if the set has one."""
    rate: float
    horizon: int
    """Years."""

    def __post_init__(self) -> None:
        annuity(self.rate, self.horizon)
        if self.carbon_factor is not None and self.carbon_factor not in self.factor_set.factors:
            raise ValueError(f"set '{self.factor_set.id}' has no factor '{self.carbon_factor}'")


@dataclass(frozen=True)
class Outcome:
    """One alternative under one set of choices."""

    lines: tuple[Line, ...]
    totals: TruePriceTotals | WelfareTotals
    present_value: Amount | None
    """Cost to remedy, or net welfare, over the horizon; one-off amounts fall now. None when nothing has an amount."""


def outcome(effects: Sequence[Effect], choices: Choices) -> Outcome:
    """Value the effects of one alternative and add them up.

    Raises:
        ValueError: as ``value_effect``, ``FactorSet.find`` and the totals of the frame.
    """
    lines = tuple(_line(effect, choices) for effect in effects)
    totals: TruePriceTotals | WelfareTotals
    if choices.factor_set.basis.frame == "true_price":
        totals = true_price_totals(lines)
        amounts = [table.total for table in totals.tables.values()]
    else:
        totals = welfare_totals(lines)
        amounts = [table.total.net for table in totals.tables.values()]
    return Outcome(lines, totals, added(_now(amount, choices) for amount in amounts))


def _line(effect: Effect, choices: Choices) -> Line:
    impact = effect.impact
    if impact == CLIMATE and choices.carbon_factor is not None:
        impact = choices.carbon_factor
    if choices.biome is None and choices.factor_set.biomes(impact):
        return NotValued(effect.id, effect.keep_out or "biome_not_chosen", effect.impact)
    return value_effect(effect, choices.factor_set.find(impact, choices.biome))


def _now(amount: Amount, choices: Choices) -> Amount:
    if amount.period == "per year":
        return present_value(amount, choices.rate, choices.horizon)
    return present_value_once(amount, choices.rate, choices.horizon)
