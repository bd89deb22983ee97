"""The factor set in use: as published, with prices by calendar year, with a stated amount for CO2, or with wider doubt.

Whatever changes an amount gives the set another version, so that its totals never mix with the published ones.
"""

from dataclasses import replace

from valuation.amounts import AmountRange
from valuation.factor_set import FactorSet
from valuation.shipped_sets import carbon_factors, factor_sets
from valuation.units import fit
from valuation.year_paths import PricePath

STATED = "stated"
"""Source of an amount that a user filled in."""

PER_TONNE = "t CO2-eq"

GENERAL_DOUBT = 3
"""About how many times too high or too low an average amount per unit may be, in general.

Reference:
    CE Delft, Environmental Prices Handbook 2024 (EU27, version 1.1), annex E. True Price states no range.
"""


def published_set(name: str, base_year: int | None) -> FactorSet:
    """A set as published, with a factor for each of its prices by calendar year when there is a base year.

    Raises:
        ValueError: there is no such set.
    """
    if name not in factor_sets():
        raise ValueError(f"there is no factor set '{name}'; there are {', '.join(factor_sets())}")
    found = factor_sets()[name]
    return found if base_year is None else found.from_year(base_year)


def chosen_set(name: str, carbon: str | float | None, three_times: bool, base_year: int | None) -> FactorSet:
    """A set with what was chosen about it: an amount per tonne of CO2, and wider doubt.

    Raises:
        ValueError: there is no such set, or it has no such factor for CO2; or the amount is below 0.
    """
    found = published_set(name, base_year)
    if three_times:
        found = _widened(found)
    if carbon is None:
        return found
    if isinstance(carbon, str):
        if carbon not in carbon_factors(found):
            raise ValueError(f"set '{found.id}' has no factor '{carbon}' for CO2")
        return found
    return _with_stated_carbon(found, carbon)


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
            stated = replace(factors[key], value=value, source=STATED, verified="unverified")
            factors[key] = replace(stated, by_year=None, year=None)
    untaxed = {key: share for key, share in found.vat.items() if key not in carbon}
    return replace(found, basis=basis, factors=factors, vat=untaxed)


def _widened(found: FactorSet) -> FactorSet:
    """The set with a third to three times each amount that has no range; another version, which mixes with no other."""
    basis = replace(found.basis, version=f"{found.version}, 1/{GENERAL_DOUBT} to {GENERAL_DOUBT}")
    factors = {
        key: replace(
            factor,
            basis=basis,
            value=_wide(factor.value),
            by_year=None if factor.by_year is None else _wide_path(factor.by_year),
        )
        for key, factor in found.factors.items()
    }
    return replace(found, basis=basis, factors=factors)


def _wide(value: AmountRange) -> AmountRange:
    if value.central is None or value.low is not None:
        return value
    return AmountRange(value.central / GENERAL_DOUBT, value.central, value.central * GENERAL_DOUBT)


def _wide_path(path: PricePath) -> PricePath:
    return replace(path, points=tuple((year, _wide(price)) for year, price in path.points))
