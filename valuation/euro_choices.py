"""All that a user may switch in the euro view, and the totals that follow from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from valuation.amounts import Amount, AmountRange, Discounting, Timing, added
from valuation.apply import value_effect
from valuation.factor_set import FactorSet
from valuation.given import as_all, as_kind, as_year
from valuation.lines import Effect, Line, NotValued, ValuedLine, valued
from valuation.over_years import line_now
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
    timing: Timing = "end"
    """When in a year its amounts fall."""
    base_year: int | None = None
    """Calendar year 0; None when nothing depends on the calendar."""

    def __post_init__(self) -> None:
        as_kind(self.factor_set, FactorSet, "the factor set")
        _ = self.terms
        as_year(self.base_year)
        for name in ("biome", "carbon_factor"):
            as_kind(getattr(self, name), str | None, f"the {name.replace('_', ' ')}")
        if self.carbon_factor is not None and self.carbon_factor not in self.factor_set.factors:
            raise ValueError(f"set '{self.factor_set.id}' has no factor '{self.carbon_factor}'")

    @property
    def terms(self) -> Discounting:
        """How later years are brought to the present."""
        return Discounting(self.rate, self.horizon, self.timing)


@dataclass(frozen=True)
class Outcome:
    """One alternative under one set of choices."""

    lines: tuple[Line, ...]
    totals: TruePriceTotals | WelfareTotals
    present_value: Amount | None
    """Cost to remedy, or net welfare, over the horizon. None when nothing has an amount."""
    now: tuple[ValuedLine, ...]
    """The lines with an amount, brought to the present, in order of effect."""


def outcome(effects: Sequence[Effect], choices: Choices) -> Outcome:
    """Value the effects of one alternative and add them up.

    Raises:
        ValueError: as ``value_effect``, ``FactorSet.find`` and the totals of the frame.
    """
    as_kind(choices, Choices, "the choices")
    lines = tuple(_line(effect, choices) for effect in as_all(effects, Effect, "the effects"))
    frame = choices.factor_set.basis.frame
    totals = true_price_totals(lines) if frame == "true_price" else welfare_totals(lines)
    now = tuple(line_now(line, choices.terms, choices.base_year) for line in valued(lines, frame))
    return Outcome(lines, totals, added(_summand(line, frame) for line in now), now)


def _summand(line: ValuedLine, frame: str) -> Amount:
    """What a line adds to the total: a cost to remedy; or a gain minus a loss, of which only the range is told."""
    if frame == "true_price":
        return line.cost
    low, high = line.cost.scaled(-1).value.ends()
    return replace(line.cost, value=AmountRange(low, None, high))


def _line(effect: Effect, choices: Choices) -> Line:
    impact = effect.impact
    if impact == CLIMATE and choices.carbon_factor is not None:
        impact = choices.carbon_factor
    if choices.biome is None and choices.factor_set.biomes(impact):
        return NotValued(effect.id, effect.keep_out or "biome_not_chosen", effect.impact)
    return value_effect(effect, choices.factor_set.find(impact, choices.biome))
