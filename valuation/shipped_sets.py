"""The factor sets that come with the program, read once."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from valuation.factor_set import Factor, FactorSet
from valuation.given import as_kind
from valuation.set_loader import available_sets
from valuation.units import fit


@cache
def factor_sets() -> Mapping[str, FactorSet]:
    """The sound sets by id. A damaged one is left out: what it would value is then named as not valued."""
    return MappingProxyType({key: found for key, found in available_sets().items() if isinstance(found, FactorSet)})


def carbon_factors(factor_set: FactorSet) -> tuple[str, ...]:
    """Ids of the factors of a set that put an amount on a mass of CO2; one can stand in for another.

    Raises:
        ValueError: it is no factor set.
    """
    return _carbon_factors(as_kind(factor_set, FactorSet, "the factor set"))


@cache
def _carbon_factors(factor_set: FactorSet) -> tuple[str, ...]:
    return tuple(key for key, factor in factor_set.factors.items() if factor.value.known and _per_mass_of_co2(factor))


def _per_mass_of_co2(factor: Factor) -> bool:
    try:
        return fit("kg CO2-eq", factor.unit).period == "one-off"
    except ValueError:
        return False
