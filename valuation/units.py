"""Units of effects and factors: how many of one go into another, and whether that gives euros per year or once.

Each substance has a dimension of its own, so that a mass of one never turns into a mass of another: kg CO2-eq and
kg PM2.5-eq differ like metres and hours. The same holds for what is left of nature (MSA) and what is lost (MSA-loss),
and for water with and without correction for scarcity.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from pint import Quantity, UnitRegistry

Period = Literal["per year", "one-off"]

SUBSTANCES = (
    "CO2-eq", "CH4", "N2O", "PM2.5-eq", "PM2.5", "PM10", "NOx-eq", "NOx", "SO2-eq", "SO2", "NH3", "NMVOC-eq", "NMVOC",
    "CFC-11-eq", "1,4-DB-eq", "1,4-DB-eq industrial soil", "P-eq", "P", "N-eq", "N", "PO4", "Cu-eq", "oil-eq", "SOC",
    "soil",
)  # fmt: skip
"""What may stand behind a mass."""

_SAME_SUBSTANCE = {"co2": "co2eq", "co2e": "co2eq"}
"""A kilogram of CO2 is a kilogram CO2-eq by definition. No other substance may stand in for its equivalents: a factor
per kg NOx covers all that NOx does, one per kg NOx-eq a single pathway."""

_PLAIN = {
    "metre": ("m",),
    "kilometre": ("km",),
    "metre ** 2": ("m2",),
    "kilometre ** 2": ("km2",),
    "hectare": ("ha", "hectare"),
    "metre ** 3": ("m3",),
    "scarce_metre3": ("m3 scarcity-adjusted",),
    "tonne_kilometre": ("tkm",),
    "year": ("yr", "year", "years", "jaar"),
    "working_hour": ("hour", "hours", "uur"),
    "fte": ("fte",),
    "person": ("person", "persons", "people", "resident", "residents", "worker", "workers", "persoon", "inwoner"),
    "daly": ("daly",),
    "life_year": ("life year",),
    "euro": ("eur", "euro", "€"),
    "1000 * euro": ("k€", "keur"),
    "1000000 * euro": ("m€", "meur", "mln eur", "mln euro"),
    "incident": ("incident", "incidents"),
    "violation": ("violation", "violations"),
    "dwelling": ("dwelling", "dwellings", "woning", "woningen"),
    "visit": ("visit", "visits"),
    "fatality": ("fatality", "fatalities"),
    "serious_injury": ("serious injury", "serious injuries"),
    "msa": ("msa",),
    "msa_loss": ("msa-loss", "msa loss"),
}
_WORDS = {word: name for name, words in _PLAIN.items() for word in words}
_MASSES = {"mg": "milligram", "g": "gram", "kg": "kilogram", "t": "tonne", "kt": "kilotonne", "Mt": "megatonne"}
_TIMES = re.compile(r"[*·×]|(?<=[A-Za-z])\.(?=[A-Za-z])")
_MASS = re.compile(r"(mg|kg|g|kt|Mt|t)(?:\s+|(?=[A-Z0-9])|$)(.*)")


class UnitFit(NamedTuple):
    """How a quantity in one unit meets a factor per another unit."""

    multiplier: float
    """Factor units in one unit of the quantity (per year when ``period`` says so)."""
    period: Period


@cache
def fit(unit: str, factor_unit: str) -> UnitFit:
    """How a quantity in ``unit`` is counted in ``factor_unit``.

    kg CO2-eq/yr beside a factor per kg CO2-eq gives euros per year, kg CO2-eq gives euros once. A state that lasts,
    such as 5 MSA-loss*ha, gives euros per year beside a factor per MSA-loss*ha*yr.

    Raises:
        ValueError: a unit is unknown, or the two do not measure the same thing.
    """
    ratio = _parsed(unit) / _parsed(factor_unit)
    period: Period = "one-off"
    if not ratio.dimensionless:
        ratio, period = ratio * _registry().Quantity(1, "year"), "per year"
    if not ratio.dimensionless:
        raise ValueError(
            f"a quantity in '{unit}' cannot be valued with a factor per '{factor_unit}': they measure different things"
        )
    return UnitFit(float(ratio.to_base_units().magnitude), period)


def check_unit(unit: str) -> None:
    """Raises ValueError when the unit is unknown; the message says which part."""
    _parsed(unit)


def known_words() -> list[str]:
    """All parts that a unit can be built from."""
    return [*_MASSES, *SUBSTANCES, *_WORDS]


@cache
def _parsed(unit: str) -> "Quantity":
    """One of this unit."""
    above, *below = unit.split("/")
    if len(below) > 1:
        raise ValueError(
            f"unit '{unit}' has more than one '/'; write the rest with '*', such as kg/(ha*yr) as kg/ha*yr"
        )
    whole = _product(above, unit)
    return whole / _product(below[0], unit) if below else whole


def _product(text: str, unit: str) -> "Quantity":
    product = _registry().Quantity(1)
    for part in _TIMES.split(text):
        product = product * _registry().parse_expression(_name(part.strip(), unit))
    return product


def _name(part: str, unit: str) -> str:
    """The name under which the units library knows one part of a unit."""
    plain = _WORDS.get(part.casefold())
    if plain is not None:
        return plain
    mass = _MASS.fullmatch(part)
    if mass is not None:
        key = _key(mass[2])
        key = _SAME_SUBSTANCE.get(key, key)
        if key in _substance_keys():
            return f"{_MASSES[mass[1]]}_{key}" if key else _MASSES[mass[1]]
        raise ValueError(f"unit '{unit}': the substance '{mass[2]}' is unknown")
    raise ValueError(f"unit '{unit}': '{part}' is unknown")


def _key(substance: str) -> str:
    """``CO2-eq``, ``CO2 eq`` and ``CO2eq`` are one substance."""
    return re.sub(r"[\s\-_.,]", "", substance.casefold())


@cache
def _substance_keys() -> frozenset[str]:
    return frozenset({"", *map(_key, SUBSTANCES)})


@cache
def _registry() -> "UnitRegistry":
    from pint import UnitRegistry  # takes a sixth of a second; who never asks for euros does not wait for it

    lines = ["milli- = 1e-3", "kilo- = 1e3", "mega- = 1e6", "metre = [length]", "hectare = 10000 * metre ** 2"]
    for key in sorted(_substance_keys()):
        tail = f"_{key}" if key else ""
        lines += [f"gram{tail} = [mass{tail}]", f"tonne{tail} = 1e6 * gram{tail}"]
    numbered = {"metre", "hectare", "kilometre"}
    simple = {name for name in _PLAIN if name.isidentifier()} - numbered
    return UnitRegistry(lines + [f"{name} = [{name}]" for name in sorted(simple)])
