"""The effects of a case in euros: one factor set, one frame, every criterion either with an amount or with its reason.

Nothing here puts alternatives in an order. A euro never lifts a hard requirement: whoever shows amounts marks the
alternatives that break one, whatever their total (``wording.euro_rows.total_rows`` takes them).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from cases.definition.model import Case, Performance
from cases.definition.valuation_file import EuroEffect, ValuationFile
from files.fields import Text
from valuation.amounts import Amount, AmountRange, Discounting, Timing
from valuation.apply import msa_loss
from valuation.euro_choices import Choices, Outcome, outcome
from valuation.factor_set import FactorSet
from valuation.lines import Effect, Gain, NotValued, Quantity, Transfer, ValuedLine
from valuation.shipped_sets import carbon_factors
from valuation.true_price import TruePriceTotals
from valuation.units import Period, fit
from valuation.year_paths import UNCHANGED, EffectPath
from weighing.euros.chosen_set import chosen_set

STANDARD_RATE = 0.0225
"""Real, per year: the rate for Dutch cost-benefit analyses started from 2021."""


@dataclass(frozen=True)
class EuroChoices:
    """What a user may switch."""

    factor_set: str = "true_price_2025"
    biome: str | None = None
    """None takes the biome that the case declares."""
    carbon: str | float | None = None
    """None takes the factor that the case names for this frame; a text another factor for CO2 of the same set; a number
    is an amount per tonne of CO2 that the user states, in the currency and the price year of the set."""
    rate: float = STANDARD_RATE
    horizon: int | None = None
    """Years; None takes the horizon of the case."""
    timing: Timing = "end"
    """When in a year its amounts fall."""
    three_times: bool = False
    """True widens every amount per unit that has no range of its own to a third and three times."""


@dataclass(frozen=True)
class EuroGap:
    """A criterion without an amount. It is not 0."""

    criterion: str
    reason: str
    """A reason of the case (``CaseReason``) or of the calculation (``ReasonKey``)."""
    text: Text | None
    """The case's own words; None when the reason follows from the set or the effect."""


@dataclass(frozen=True)
class EuroLine:
    """One criterion of one alternative; two lines when the effect has two factors."""

    criterion: str
    line: ValuedLine | Gain | EuroGap


@dataclass(frozen=True)
class AlternativeEuros:
    """One alternative in euros."""

    alternative: str
    lines: tuple[EuroLine, ...]
    """In the order of the criteria of the case; every criterion is there."""
    outcome: Outcome

    @property
    def totals(self) -> Mapping[Period, Amount]:
        """Cost to remedy, or gains minus losses in a cost-benefit set. No period without amounts."""
        found = self.outcome.totals
        if isinstance(found, TruePriceTotals):
            return {period: table.total for period, table in found.tables.items()}
        return {period: table.total.net for period, table in found.tables.items()}

    @property
    def changes(self) -> bool:
        """True when an amount of every year is not the same in all of them."""
        return any(isinstance(item.line, ValuedLine) and item.line.changes for item in self.lines)

    @property
    def valued(self) -> tuple[str, ...]:
        """Criteria with an amount."""
        return tuple(dict.fromkeys(item.criterion for item in self.lines if isinstance(item.line, ValuedLine)))

    @property
    def gains(self) -> tuple[tuple[str, Gain], ...]:
        """What is gained, by criterion, also where only a part of the range is a gain. In no total."""
        found: list[tuple[str, Gain]] = []
        for item in self.lines:
            gain = item.line.possible_gain if isinstance(item.line, ValuedLine) else item.line
            if isinstance(gain, Gain) and item.criterion not in [criterion for criterion, _ in found]:
                found.append((item.criterion, gain))
        return tuple(found)

    @property
    def gaps(self) -> tuple[EuroGap, ...]:
        """What has no amount."""
        return tuple({item.criterion: item.line for item in self.lines if isinstance(item.line, EuroGap)}.values())

    @property
    def unknown(self) -> tuple[str, ...]:
        """Criteria that would have an amount if the effect were known; a total without them is too low or too high."""
        return tuple(gap.criterion for gap in self.gaps if gap.reason == "quantity_unknown")


@dataclass(frozen=True)
class Euros:
    """All alternatives of a case under one set of choices."""

    case: Case
    choices: EuroChoices
    factor_set: FactorSet
    biome: str | None
    """The biome in use; None when no factor of the set asks for one."""
    horizon: int
    alternatives: tuple[AlternativeEuros, ...]
    """In the order of the case."""

    def of(self, alternative: str) -> AlternativeEuros:
        """One alternative; KeyError when the case does not have it."""
        return {item.alternative: item for item in self.alternatives}[alternative]

    @property
    def yearly(self) -> bool:
        """True when every amount falls every year, and is the same in all of them."""
        lines = [one.line for item in self.alternatives for one in item.lines if isinstance(one.line, ValuedLine)]
        return all(line.amount.period == "per year" and not line.changes for line in lines)

    @property
    def base_year(self) -> int | None:
        """Calendar year 0; None when the case names none."""
        return valuation_of(self.case).base_year

    @property
    def terms(self) -> Discounting:
        """How later years are brought to the present."""
        return Discounting(self.choices.rate, self.horizon, self.choices.timing)

    def headline(self, alternative: str) -> Amount | None:
        """One total that can be set beside those of the others; None when nothing has an amount.

        The yearly total, or the present value as soon as one alternative has amounts that differ by year.
        """
        item = self.of(alternative)
        return item.totals.get("per year") if self.yearly else item.outcome.present_value

    @property
    def valued_criteria(self) -> tuple[str, ...]:
        """Criteria that have an amount in at least one alternative."""
        found = {criterion for item in self.alternatives for criterion in item.valued}
        return tuple(criterion.id for criterion in self.case.criteria if criterion.id in found)

    @property
    def gaps(self) -> tuple[EuroGap, ...]:
        """Criteria that have no amount in any alternative, in the order of the case."""
        found = {gap.criterion: gap for item in reversed(self.alternatives) for gap in item.gaps}
        left = [criterion.id for criterion in self.case.criteria if criterion.id not in self.valued_criteria]
        return tuple(found[criterion] for criterion in left if criterion in found)


def valuation_of(case: Case) -> ValuationFile:
    """What the case says about euros.

    Raises:
        ValueError: the case has no valuation.yaml.
    """
    if case.valuation is None:
        raise ValueError(f"case '{case.id}' has no valuation.yaml, so there is nothing to show in euros")
    return case.valuation


@lru_cache(maxsize=128)
def euros(case: Case, choices: EuroChoices) -> Euros:
    """Every alternative in euros.

    Raises:
        ValueError: the case has no valuation.yaml; the set, the biome or the carbon factor does not exist; or the rate
            or horizon cannot be used.
    """
    file = valuation_of(case)
    factors = chosen_set(choices.factor_set, choices.carbon, choices.three_times, file.base_year)
    by_biome = any(
        factors.biomes(impact) for effect in file.effects for impact in effect.impacts.get(factors.basis.frame, ())
    )
    biome = choices.biome or (file.biome.id if file.biome else None)
    horizon = file.horizon_years.value if choices.horizon is None else choices.horizon
    if horizon < file.last_dated:
        raise ValueError(f"a horizon of {horizon} years leaves out what falls after {file.last_dated} years")
    biome = biome if by_biome else None
    inside = Choices(factors, biome, None, choices.rate, horizon, choices.timing, file.base_year)
    done = tuple(_alternative(case, file, item.id, choices, inside) for item in case.alternatives)
    return Euros(case, choices, factors, inside.biome, horizon, done)


def _alternative(
    case: Case, file: ValuationFile, alternative: str, choices: EuroChoices, inside: Choices
) -> AlternativeEuros:
    effects = {entry.criterion: _effects(entry, case, alternative, file, choices, inside) for entry in file.effects}
    result = outcome([effect for listed in effects.values() for effect in listed], inside)
    by_effect = {line.effect: line for line in result.lines}
    not_valued = {entry.criterion: EuroGap(entry.criterion, entry.reason, entry.text) for entry in file.not_valued}
    lines = []
    for criterion in case.criteria:
        if criterion.id in not_valued:
            lines.append(EuroLine(criterion.id, not_valued[criterion.id]))
        for effect in effects.get(criterion.id, ()):
            line = by_effect[effect.id]
            if isinstance(line, Transfer):
                raise ValueError(f"'{effect.impact}' is a transfer; it belongs under transfers of the case")
            found = EuroGap(criterion.id, line.reason_key, None) if isinstance(line, NotValued) else line
            lines.append(EuroLine(criterion.id, found))
    return AlternativeEuros(alternative, tuple(lines), result)


def _effects(
    entry: EuroEffect, case: Case, alternative: str, file: ValuationFile, choices: EuroChoices, inside: Choices
) -> list[Effect]:
    """One effect for each factor; a single one without a factor when this frame has none."""
    factors, performance = inside.factor_set, case.performances[alternative, entry.criterion]
    path, after = _over_years(file, entry.criterion, alternative)
    effects = []
    carbon = choices.carbon if isinstance(choices.carbon, str) else None
    for named in entry.impacts.get(factors.basis.frame, ("",)):
        impact = carbon if carbon is not None and named in carbon_factors(factors) else named
        factor = factors.find(impact, inside.biome)
        quantity = _quantity(entry, performance, file, None if factor is None else factor.unit)
        effect = Effect(f"{entry.criterion}/{impact}", impact, quantity, entry.party)
        effects.append(replace(effect, path=path, after=after))
    return effects


def _over_years(file: ValuationFile, criterion: str, alternative: str) -> tuple[EffectPath, int]:
    """How an effect runs over the years, and in which year it falls when it falls once."""
    found = file.path_of(criterion, alternative)
    if found is None:
        return UNCHANGED, 0
    if found.year is not None and file.base_year is not None:
        return UNCHANGED, found.year - file.base_year
    points = tuple((point.year, point.share) for point in found.points)
    if found.growth_low is None:
        return EffectPath(found.growth, points), 0
    return EffectPath(found.growth, points, found.growth_low, found.growth_high, varies_as=criterion), 0


def _quantity(entry: EuroEffect, performance: Performance, file: ValuationFile, factor_unit: str | None) -> Quantity:
    """The performance as an effect that costs more when it is larger; its range is unknown when the value is."""
    value = AmountRange(performance.low, performance.value, performance.high)
    if entry.reading == "msa_loss" and file.area_ha is not None:
        left = Quantity(value, entry.unit, "per year")
        return msa_loss(left, file.area_ha.value) if value.known else replace(left, unit="MSA-loss*ha")
    period: Period = "per year" if factor_unit is None else fit(entry.unit, factor_unit).period
    return Quantity(value.scaled(-1) if entry.reading == "uptake" else value, entry.unit, period)
