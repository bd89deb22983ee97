"""How far the euros of a case can be trusted: two alternatives in many draws, prices that turn their order round, and
what each choice of method does to every total.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, get_args

from cases.definition.model import Case
from valuation.amounts import Amount, Timing
from valuation.cost_comparison import cost_difference, tipping_price
from valuation.cost_doubt import share_first_lower
from valuation.factor_set import Factor, FactorSet
from valuation.shipped_sets import carbon_factors, factor_sets
from valuation.units import fit
from weighing.euros.chosen_set import GENERAL_DOUBT, PER_TONNE, published_set
from weighing.euros.euro_draws import euro_draws, summed_lines
from weighing.euros.valuing import STANDARD_RATE, EuroChoices, Euros, euros, valuation_of

Switch = Literal["set", "biome", "carbon", "doubt", "rate", "horizon", "timing"]


@dataclass(frozen=True)
class EuroDifference:
    """Two alternatives, on what both have an amount for. Gains of a True Price set play no part."""

    first: str
    second: str
    share_first_lower: float | None
    """Share of the draws, 0 to 1, in which the first costs less; a tie counts half. None when nobody can say."""
    amount: Amount | None
    """Cost of the first minus that of the second. None when nobody can say."""
    unknown: tuple[str, ...]
    """Criteria whose effect is not known for one of the two; with one of these nobody can say."""


@dataclass(frozen=True)
class TippingPrice:
    """The amount per unit of one factor at which two alternatives cost the same."""

    factor: Factor
    price: float | None
    """In the unit of the factor; None when no amount above 0 changes the order."""


@dataclass(frozen=True)
class Option:
    """One setting of a switch, everything else as chosen."""

    choices: EuroChoices
    chosen: bool
    totals: Mapping[str, Amount | None]
    """By alternative: cost to remedy, or gains minus losses. None: nothing has an amount."""


@dataclass(frozen=True)
class Sensitivity:
    """What one switch does to every total. Options of the switch ``set`` differ in frame and price year."""

    switch: Switch
    options: tuple[Option, ...]


def euro_difference(case: Case, choices: EuroChoices, first: str, second: str) -> EuroDifference:
    """Compare the costs of two alternatives; ids that the case does not have raise KeyError.

    Raises:
        ValueError: as ``euros``, and when the set has average prices of land on which the two differ.
    """
    found = euros(case, choices)
    pair = (found.of(first), found.of(second))
    unknown = tuple(dict.fromkeys(key for item in pair for key in item.unknown))
    lines = [summed_lines(found, item) for item in pair]
    if unknown or not any(lines):
        return EuroDifference(first, second, None, None, unknown)
    rows = [item.alternative for item in found.alternatives]
    costs = euro_draws(case, choices).costs
    share = share_first_lower(costs[rows.index(first)], costs[rows.index(second)])
    return EuroDifference(first, second, share, cost_difference(*lines), ())


def tipping_prices(case: Case, choices: EuroChoices, first: str, second: str) -> tuple[TippingPrice, ...]:
    """For every factor in use between the two: at which amount their order turns. Central values.

    Empty when an effect is not known for one of the two, or when factors or effects have only a range.
    """
    found = euros(case, choices)
    pair = (found.of(first), found.of(second))
    lines = summed_lines(found, pair[0]), summed_lines(found, pair[1])
    every = [line for listed in lines for line in listed]
    if any(item.unknown for item in pair) or any(line.amount.value.central is None for line in every):
        return ()
    factors = {line.factor.id: line.factor for line in every}
    return tuple(TippingPrice(factor, tipping_price(*lines, name)) for name, factor in factors.items())


@lru_cache(maxsize=32)
def sensitivities(case: Case, choices: EuroChoices) -> tuple[Sensitivity, ...]:
    """Every switch with all its options, the chosen one included; a switch without a second option is left out."""
    found = euros(case, choices)
    file = valuation_of(case)
    switches: dict[Switch, list[EuroChoices]] = {
        "set": [
            choices if key == choices.factor_set else EuroChoices(key, None, None, choices.rate, choices.horizon)
            for key in factor_sets()
        ],
        "biome": [],
        "carbon": [replace(choices, carbon=value) for value in _carbon_options(found)],
        "doubt": [],
        "rate": [replace(choices, rate=rate) for rate in _rates(choices.rate)],
        "horizon": [
            replace(choices, horizon=years)
            for years in sorted({found.horizon, file.horizon_years.value, *_half_and_double(file.horizon_years.value)})
            if years >= file.last_dated
        ],
        "timing": [replace(choices, timing=timing) for timing in get_args(Timing)],
    }
    exact = any(line.factor.value.low is None for item in found.alternatives for line in item.outcome.now)
    if exact or choices.three_times:
        switches["doubt"] = [replace(choices, three_times=wide) for wide in (False, True)]
    if found.biome is not None and file.biome is not None:
        names = dict.fromkeys((file.biome.id, *file.biome.also, found.biome))
        switches["biome"] = [replace(choices, biome=name) for name in names]
    return tuple(
        Sensitivity(switch, tuple(_option(case, choices, option, switch) for option in options))
        for switch, options in switches.items()
        if len(options) > 1
    )


def _option(case: Case, chosen: EuroChoices, option: EuroChoices, switch: Switch) -> Option:
    over_years = switch in ("rate", "horizon", "timing")
    found, now = euros(case, option), euros(case, chosen)
    totals = {
        item.alternative: item.outcome.present_value if over_years else found.headline(item.alternative)
        for item in found.alternatives
    }
    of_option, of_chosen = ((one.factor_set.basis, one.biome, one.choices.carbon, one.terms) for one in (found, now))
    return Option(option, of_option == of_chosen, totals)


def _carbon_options(found: Euros) -> Iterator[str | float | None]:
    """The case's own factor, the other factors for CO2 of the set, or the published amount divided and multiplied.

    A price by calendar year stands for the prices of its years.
    """
    published, chosen = published_set(found.factor_set.id, found.base_year), found.choices.carbon
    carbon, named = carbon_factors(published), _named_carbon(found.case, published)
    if not named:
        return
    yield chosen if chosen in named else None
    in_paths = [key for path in published.paths.values() if path.id in carbon for _, key in path.points]
    others = [key for key in carbon if key not in named and (key not in in_paths or key == chosen)]
    yield from others
    stated = {chosen} if isinstance(chosen, int | float) else set()
    factor = published.factors[named[0]]
    if not others and factor.value.central is not None:
        per_tonne = factor.value.central * fit(PER_TONNE, factor.unit).multiplier
        stated |= {per_tonne / GENERAL_DOUBT, per_tonne * GENERAL_DOUBT}
    yield from sorted(stated)


def carbon_factor(case: Case, choices: EuroChoices) -> Factor:
    """The published factor for CO2 behind a choice; StopIteration when the case values no CO2 in this frame."""
    published = published_set(choices.factor_set, valuation_of(case).base_year)
    named = choices.carbon if isinstance(choices.carbon, str) else next(iter(_named_carbon(case, published)))
    return published.factors[named]


def _named_carbon(case: Case, published: FactorSet) -> list[str]:
    """The factors for CO2 that the case itself names for the frame of this set."""
    impacts = [effect.impacts.get(published.basis.frame, ()) for effect in valuation_of(case).effects]
    return [impact for listed in impacts for impact in listed if impact in carbon_factors(published)]


def _rates(chosen: float) -> list[float]:
    published = {rate.rate for found in factor_sets().values() for rate in found.discount_rates}
    return sorted({0.0, STANDARD_RATE, chosen, *published})


def _half_and_double(years: int) -> tuple[int, int]:
    return max(1, years // 2), years * 2
