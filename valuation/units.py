"""Units of effects and factors: how many of one go into another, and whether that gives euros per year or once.

Each substance has a dimension of its own, so that a mass of one never turns into a mass of another: kg CO2-eq and
kg PM2.5-eq differ like metres and hours. The same holds for what is left of nature (MSA) and what is lost (MSA-loss),
and for water with and without correction for scarcity.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from valuation.given import as_kind

Period = Literal["per year", "one-off"]
PERIODS: tuple[Period, ...] = ("per year", "one-off")

SUBSTANCES = (
    "CO2-eq", "CH4", "N2O", "PM2.5-eq", "PM2.5", "PM10", "NOx-eq", "NOx", "SO2-eq", "SO2", "NH3", "NMVOC-eq", "NMVOC",
    "CFC-11-eq", "1,4-DB-eq", "1,4-DB-eq industrial soil", "P-eq", "P", "N-eq", "N", "PO4", "Cu-eq", "oil-eq", "SOC",
    "soil",
)  # fmt: skip
"""What may stand behind a mass."""

_SAME_SUBSTANCE = {"co2": "co2eq", "co2e": "co2eq"}
"""A kilogram of CO2 is a kilogram CO2-eq by definition. No other substance may stand in for its equivalents: a factor
per kg NOx covers all that NOx does, one per kg NOx-eq a single pathway."""


class _Size(NamedTuple):
    """How large one of a unit is, and what it measures: the power of each dimension, never 0."""

    multiplier: float
    powers: dict[str, int]

    def times(self, other: "_Size", power: Literal[1, -1] = 1) -> "_Size":
        """The product, or the quotient when the power is -1."""
        powers = {key: self.powers.get(key, 0) + power * other.powers.get(key, 0) for key in self.powers | other.powers}
        return _Size(self.multiplier * other.multiplier**power, {key: found for key, found in powers.items() if found})


_PLAIN = {
    ("m",): _Size(1, {"length": 1}),
    ("km",): _Size(1e3, {"length": 1}),
    ("m2",): _Size(1, {"length": 2}),
    ("km2",): _Size(1e6, {"length": 2}),
    ("ha", "hectare"): _Size(1e4, {"length": 2}),
    ("m3",): _Size(1, {"length": 3}),
    ("k€", "keur"): _Size(1e3, {"euro": 1}),
    ("m€", "meur", "mln eur", "mln euro"): _Size(1e6, {"euro": 1}),
}
_COUNTED = {
    "scarce water": ("m3 scarcity-adjusted",),
    "tonne-kilometre": ("tkm",),
    "year": ("yr", "year", "years", "jaar"),
    "hour": ("hour", "hours", "uur"),
    "fte": ("fte",),
    "person": ("person", "persons", "people", "resident", "residents", "worker", "workers", "persoon", "inwoner"),
    "daly": ("daly",),
    "life year": ("life year",),
    "euro": ("eur", "euro", "€"),
    "incident": ("incident", "incidents"),
    "violation": ("violation", "violations"),
    "dwelling": ("dwelling", "dwellings", "woning", "woningen"),
    "visit": ("visit", "visits"),
    "fatality": ("fatality", "fatalities"),
    "serious injury": ("serious injury", "serious injuries"),
    "msa": ("msa",),
    "msa-loss": ("msa-loss", "msa loss"),
}
"""Dimensions of their own, by the words for one of each."""
_WORDS = {word: size for words, size in _PLAIN.items() for word in words} | {
    word: _Size(1, {dimension: 1}) for dimension, words in _COUNTED.items() for word in words
}
_GRAMS = {"mg": 1e-3, "g": 1.0, "kg": 1e3, "t": 1e6, "kt": 1e9, "Mt": 1e12}
_YEAR = _WORDS["year"]
_TIMES = re.compile(r"[*·×]|(?<=[A-Za-z])\.(?=[A-Za-z])")
_MASS = re.compile(r"(mg|kg|g|kt|Mt|t)(?:\s+|(?=[A-Z0-9])|$)(.*)")


class UnitFit(NamedTuple):
    """How a quantity in one unit meets a factor per another unit."""

    multiplier: float
    """Factor units in one unit of the quantity (per year when ``period`` says so)."""
    period: Period


def fit(unit: str, factor_unit: str) -> UnitFit:
    """How a quantity in ``unit`` is counted in ``factor_unit``.

    kg CO2-eq/yr beside a factor per kg CO2-eq gives euros per year, kg CO2-eq gives euros once. A state that lasts,
    such as 5 MSA-loss*ha, gives euros per year beside a factor per MSA-loss*ha*yr.

    Raises:
        ValueError: a unit is unknown, or the two do not measure the same thing.
    """
    return _fit(as_kind(unit, str, "a unit"), as_kind(factor_unit, str, "the unit of a factor"))


@cache
def _fit(unit: str, factor_unit: str) -> UnitFit:
    period: Period = "one-off"
    ratio = _parsed(unit).times(_parsed(factor_unit), -1)
    if ratio.powers:
        ratio, period = ratio.times(_YEAR), "per year"
    if ratio.powers:
        raise ValueError(
            f"a quantity in '{unit}' cannot be valued with a factor per '{factor_unit}': they measure different things"
        )
    return UnitFit(ratio.multiplier, period)


def check_unit(unit: str) -> None:
    """Raises ValueError when the unit is unknown; the message says which part."""
    _parsed(as_kind(unit, str, "a unit"))


def known_words() -> list[str]:
    """All parts that a unit can be built from."""
    return [*_GRAMS, *SUBSTANCES, *_WORDS]


@cache
def _parsed(unit: str) -> _Size:
    """One of this unit."""
    above, *below = unit.split("/")
    if len(below) > 1:
        raise ValueError(
            f"unit '{unit}' has more than one '/'; write the rest with '*', such as kg/(ha*yr) as kg/ha*yr"
        )
    whole = _product(above, unit)
    return whole.times(_product(below[0], unit), -1) if below else whole


def _product(text: str, unit: str) -> _Size:
    product = _Size(1, {})
    for part in _TIMES.split(text):
        product = product.times(_size(part.strip(), unit))
    return product


def _size(part: str, unit: str) -> _Size:
    """One part of a unit."""
    plain = _WORDS.get(part.casefold())
    if plain is not None:
        return plain
    mass = _MASS.fullmatch(part)
    if mass is not None:
        key = _key(mass[2])
        key = _SAME_SUBSTANCE.get(key, key)
        if key in _substance_keys():
            return _Size(_GRAMS[mass[1]], {f"mass {key}": 1})
        raise ValueError(f"unit '{unit}': the substance '{mass[2]}' is unknown")
    raise ValueError(f"unit '{unit}': '{part}' is unknown")


def _key(substance: str) -> str:
    """``CO2-eq``, ``CO2 eq`` and ``CO2eq`` are one substance."""
    return re.sub(r"[\s\-_.,]", "", substance.casefold())


@cache
def _substance_keys() -> frozenset[str]:
    return frozenset({"", *map(_key, SUBSTANCES)})
