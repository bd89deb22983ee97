"""How effects and prices run over the years: growth, points by year, and prices published for some years."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from valuation.amounts import AmountRange
from valuation.given import as_after, as_all, as_finite, as_kind, as_whole, as_year

MOST_GROWTH = 1.0
"""Growth lies between -1 and this, both left out: outside it an effect would end at once, or double every year."""


def _check_growth(low: float | None, growth: float, high: float | None) -> None:
    if (low is None) != (high is None):
        raise ValueError("low and high growth come together: give both or neither")
    given = [as_finite(growth, "growth")]
    if low is not None and high is not None:
        given = [as_finite(low, "growth"), *given, as_finite(high, "growth")]
    for one in given:
        if not -1 < one < MOST_GROWTH:
            raise ValueError(f"growth of {one} a year cannot be used; 1% is 0.01")
    if given != sorted(given):
        raise ValueError(f"low, central and high growth are out of order: {', '.join(f'{one:g}' for one in given)}")


def _check_years(points: Sequence[tuple[int, object]]) -> None:
    rows = as_all(points, tuple, "points")
    if any(len(row) != 2 for row in rows):
        raise ValueError("points are pairs of a year and a number")
    years = [as_whole(year, "a year") for year, _ in rows]
    if any(later <= earlier for earlier, later in pairwise(years)):
        raise ValueError(f"years must rise: {', '.join(map(str, years))}")


@dataclass(frozen=True)
class EffectPath:
    """How large an effect is in each year, as a share of the effect that the case states: growth, or points.

    Shares are never below 0: an effect that turns round is another effect. So a range that passes 0 is drawn first and
    cut afterwards, in every year alike.

    Raises:
        ValueError: growth and points together, growth outside -1 to 1 or out of order, years that do not rise, or a
            share below 0.
    """

    growth: float = 0.0
    """Per year; 0.01 is 1% more each year than the year before, counted from the base year."""
    points: tuple[tuple[int, float], ...] = ()
    """Calendar year and share; a straight line between two, and the first and last hold before and after them."""
    growth_low: float | None = None
    growth_high: float | None = None
    """Between which growth may lie, the same in all years; None: nobody stated a range."""
    varies_as: str = ""
    """Name of what grows: paths with one name stand at the same place between low and high growth in every draw."""

    def __post_init__(self) -> None:
        _check_growth(self.growth_low, self.growth, self.growth_high)
        as_kind(self.varies_as, str, "the name of what grows")
        _check_years(self.points)
        if (self.growth or self.doubtful) and self.points:
            raise ValueError("a path has growth or points, not both")
        for year, share in self.points:
            if as_finite(share, "a share") < 0:
                raise ValueError(f"the share in {year} is {share:g}; it cannot be below 0")

    @property
    def flat(self) -> bool:
        """True when every year is as stated."""
        return not self.growth and not self.doubtful and all(share == 1 for _, share in self.points)

    @property
    def doubtful(self) -> bool:
        """True when growth has a range that is not empty."""
        return self.growth_low is not None and self.growth_low != self.growth_high

    @property
    def growths(self) -> AmountRange:
        """Growth per year from low to high; all that it is when nobody stated a range."""
        return AmountRange(self.growth_low, self.growth, self.growth_high)

    def shares(self, base_year: int | None, after: int) -> AmountRange:
        """The share in year ``after`` with low, central and high growth; raises ValueError as ``share``."""
        base_year = as_year(base_year)
        low, central, high = (
            None if growth is None else (1 + growth) ** as_after(after, "the year")
            for growth in (self.growth_low, self.growth, self.growth_high)
        )
        return AmountRange(low, self.share(base_year, after) if self.points else central, high)

    def share(self, base_year: int | None, after: int) -> float:
        """The share in year ``after``, counted from the base year.

        Raises:
            ValueError: there are points and no base year, or a year is no whole number.
        """
        base_year, after = as_year(base_year), as_after(after, "the year")
        if not self.points:
            return float((1 + self.growth) ** after)
        if base_year is None:
            raise ValueError("points by calendar year need a base year")
        year = base_year + after
        if year <= self.points[0][0]:
            return self.points[0][1]
        for (first, low), (second, high) in pairwise(self.points):
            if year <= second:
                return low + (high - low) * (year - first) / (second - first)
        return self.points[-1][1]


UNCHANGED = EffectPath()
"""Every year as stated."""


@dataclass(frozen=True)
class PricePath:
    """A price that differs by year: published for some years, with the same percentage a year between two of them.

    Raises:
        ValueError: fewer than two years, years that do not rise, prices that are not all above 0, a price with other
            ends (low, central, high) than the first, or growth outside -1 to 1.
    """

    points: tuple[tuple[int, AmountRange], ...]
    """Calendar year, and the price as published for it."""
    growth_after: float = 0.0
    """Per year after the last published year; 0 keeps the last price."""
    growth_after_low: float | None = None
    growth_after_high: float | None = None
    """Between which that growth may lie: the low price grows least, the high price most. None: nobody stated it."""

    def __post_init__(self) -> None:
        _check_years(self.points)
        if len(self.points) < 2:
            raise ValueError("a path of prices needs at least two years")
        _check_growth(self.growth_after_low, self.growth_after, self.growth_after_high)
        prices = as_all([price for _, price in self.points], AmountRange, "prices")
        if len({tuple(end is None for end in _ends(price)) for price in prices}) > 1:
            raise ValueError("every year of a path needs the same of low, central and high")
        for year, price in self.points:
            if not price.known or price.ends()[0] <= 0:
                raise ValueError(f"the price of {year} must be above 0")

    def at(self, year: int) -> AmountRange:
        """The price in a calendar year.

        Raises:
            ValueError: no whole number, or a year before the first that was published.
        """
        first = self.points[0][0]
        if as_whole(year, "the year") < first:
            raise ValueError(f"there is no price for {year}; the path begins in {first}")
        for (begin, low), (end, high) in pairwise(self.points):
            if year <= end:
                part = (year - begin) / (end - begin)
                ends = zip(_ends(low), _ends(high), strict=True)
                return AmountRange(*(_between(one, other, part) for one, other in ends))
        last, price = self.points[-1]
        as_after(year - last, "the year")
        growths = AmountRange(self.growth_after_low, self.growth_after, self.growth_after_high)
        return price.times(
            AmountRange(*(None if one is None else (1 + one) ** (year - last) for one in _ends(growths)))
        )

    def scaled(self, by: float) -> "PricePath":
        """Every price times ``by``, above 0."""
        return replace(self, points=tuple((year, price.scaled(by)) for year, price in self.points))


def _ends(price: AmountRange) -> tuple[float | None, ...]:
    return price.low, price.central, price.high


def _between(one: float | None, other: float | None, part: float) -> float | None:
    """The same percentage each year on the way from one to the other."""
    return None if one is None or other is None else one * math.exp(part * math.log(other / one))
