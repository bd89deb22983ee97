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
from valuation.amounts import Amount, AmountRange
from valuation.apply import msa_loss
from valuation.euro_choices import Choices, Outcome, outcome
from valuation.factor_set import FactorSet
from valuation.lines import Effect, Gain, NotValued, Quantity, Transfer, ValuedLine
from valuation.shipped_sets import carbon_factors, factor_sets
from valuation.true_price import TruePriceTotals
from valuation.units import Period, fit

STANDARD_RATE = 0.0225
"""Real, per year: the rate for Dutch cost-benefit analyses started from 2021."""

STATED = "stated"
"""Source of an amount that a user filled in."""

PER_TONNE = "t CO2-eq"


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
        """True when no alternative has amounts that fall once."""
        return all(set(item.totals) <= {"per year"} for item in self.alternatives)

    def headline(self, alternative: str) -> Amount | None:
        """One total that can be set beside those of the others; None when nothing has an amount.

        The yearly total, or the present value as soon as one alternative has amounts that fall once.
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
    factors = _chosen_set(choices)
    by_biome = any(
        factors.biomes(impact) for effect in file.effects for impact in effect.impacts.get(factors.basis.frame, ())
    )
    biome = choices.biome or (file.biome.id if file.biome else None)
    horizon = file.horizon_years.value if choices.horizon is None else choices.horizon
    inside = Choices(factors, biome if by_biome else None, None, choices.rate, horizon)
    done = tuple(_alternative(case, file, item.id, choices, inside) for item in case.alternatives)
    return Euros(case, choices, factors, inside.biome, horizon, done)


def _alternative(
    case: Case, file: ValuationFile, alternative: str, choices: EuroChoices, inside: Choices
) -> AlternativeEuros:
    effects = {
        entry.criterion: _effects(entry, case.performances[alternative, entry.criterion], file, choices, inside)
        for entry in file.effects
    }
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
    entry: EuroEffect, performance: Performance, file: ValuationFile, choices: EuroChoices, inside: Choices
) -> list[Effect]:
    """One effect for each factor; a single one without a factor when this frame has none."""
    factors = inside.factor_set
    effects = []
    carbon = choices.carbon if isinstance(choices.carbon, str) else None
    for named in entry.impacts.get(factors.basis.frame, ("",)):
        impact = carbon if carbon is not None and named in carbon_factors(factors) else named
        factor = factors.find(impact, inside.biome)
        quantity = _quantity(entry, performance, file, None if factor is None else factor.unit)
        effects.append(Effect(f"{entry.criterion}/{impact}", impact, quantity, entry.party))
    return effects


def _quantity(entry: EuroEffect, performance: Performance, file: ValuationFile, factor_unit: str | None) -> Quantity:
    """The performance as an effect that costs more when it is larger; its range is unknown when the value is."""
    value = AmountRange(performance.low, performance.value, performance.high)
    if entry.reading == "msa_loss" and file.area_ha is not None:
        left = Quantity(value, entry.unit, "per year")
        return msa_loss(left, file.area_ha.value) if value.known else replace(left, unit="MSA-loss*ha")
    period: Period = "per year" if factor_unit is None else fit(entry.unit, factor_unit).period
    return Quantity(value.scaled(-1) if entry.reading == "uptake" else value, entry.unit, period)


def _chosen_set(choices: EuroChoices) -> FactorSet:
    if choices.factor_set not in factor_sets():
        raise ValueError(f"there is no factor set '{choices.factor_set}'; there are {', '.join(factor_sets())}")
    found = factor_sets()[choices.factor_set]
    if choices.carbon is None:
        return found
    if isinstance(choices.carbon, str):
        if choices.carbon not in carbon_factors(found):
            raise ValueError(f"set '{found.id}' has no factor '{choices.carbon}' for CO2")
        return found
    return _with_stated_carbon(found, choices.carbon)


def _with_stated_carbon(found: FactorSet, per_tonne: float) -> FactorSet:
    """The set with one stated amount for CO2: another version, whose totals never mix with the published ones."""
    if not per_tonne >= 0:
        raise ValueError(f"an amount of {per_tonne} per tonne of CO2 cannot be used; give 0 or more")
    basis = replace(found.basis, version=f"{found.version}, CO2 {per_tonne:.12g}")
    carbon = carbon_factors(found)
    factors = {}
    for key, factor in found.factors.items():
        factors[key] = replace(factor, basis=basis)
        if key in carbon:
            value = AmountRange(central=per_tonne / fit(PER_TONNE, factor.unit).multiplier)
            factors[key] = replace(factors[key], value=value, source=STATED, verified="unverified")
    untaxed = {key: share for key, share in found.vat.items() if key not in carbon}
    return replace(found, basis=basis, factors=factors, vat=untaxed)
