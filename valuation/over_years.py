"""A line over the years of the horizon: what it comes to in each, and all of it brought to the present.

A quantity is the same draw in all years, times the share that its path gives each; a price path is drawn as a whole.
So what one unit of the quantity is worth now is one number from low to high, and a quantity that passes 0 is still cut
after it was drawn. Where growth has a range, that number is one for each growth, so the worth of every year is kept.
"""

from dataclasses import replace
from functools import lru_cache

from valuation.amounts import Amount, AmountRange, Discounting
from valuation.factor_set import Factor
from valuation.given import as_after, as_kind, as_year
from valuation.lines import ValuedLine
from valuation.present import annuity, once_weight, year_weights
from valuation.year_paths import EffectPath


def in_year(line: ValuedLine, base_year: int | None, after: int) -> AmountRange:
    """Euros in year ``after`` (0 is the base year), not discounted; a worth is positive, as in ``line.amount``.

    A yearly amount is the quantity of that year times the price of that year; one that falls once is 0 in other years.

    Raises:
        ValueError: no line with an amount per year or once; points or prices by calendar year without a base year; or a
            year before a path of prices.
    """
    as_kind(line, ValuedLine, "the line")
    base_year = as_year(base_year)
    if as_after(after, "the year") < 0:
        raise ValueError(f"the year must be 0 or more, not {after}")
    if line.amount.period == "present value":
        raise ValueError(f"effect '{line.effect}' is at present value already")
    return line.quantity.times(_unit_price(line, base_year, after))


def line_now(line: ValuedLine, terms: Discounting, base_year: int | None = None) -> ValuedLine:
    """The line with its amount brought to the present.

    Raises:
        ValueError: as ``in_year`` and ``once_weight``.
    """
    as_kind(line, ValuedLine, "the line")
    as_kind(terms, Discounting, "the terms")
    base_year = as_year(base_year)
    if line.amount.period == "present value":
        raise ValueError(f"effect '{line.effect}' is at present value already")
    if line.amount.period == "one-off":
        price = _unit_price(line, base_year, line.after).scaled(once_weight(terms, line.after))
    elif not line.changes:
        price = line.factor.value.scaled(annuity(terms))
    else:
        price = _all_years(line.factor, line.path, terms, base_year)
    doubtful = line.path.doubtful and line.amount.period == "per year"
    years = _each_year(line.factor, terms, base_year) if doubtful else ()
    now = replace(line, price_now=price, years_now=years)
    value = line.quantity.times(now.price_with_growth)
    return replace(now, amount=Amount(value, line.amount.basis, "present value", terms))


def _unit_price(line: ValuedLine, base_year: int | None, after: int) -> AmountRange:
    """What one unit of the stated quantity comes to in one year."""
    price = _price_in(line.factor, base_year, after)
    if line.amount.period == "one-off":
        return price.scaled(1.0 if after == line.after else 0.0)
    return price.times(line.path.shares(base_year, after))


def _price_in(factor: Factor, base_year: int | None, after: int) -> AmountRange:
    if factor.by_year is None:
        return factor.value
    if base_year is None:
        raise ValueError(f"prices by calendar year need a base year; '{factor.id}' has them")
    return factor.by_year.at(base_year + after)


@lru_cache(maxsize=256)
def _all_years(factor: Factor, path: EffectPath, terms: Discounting, base_year: int | None) -> AmountRange:
    """What one unit a year is worth now; the same for all alternatives that share factor and path."""
    years = enumerate(_each_year(factor, terms, base_year), start=1)
    return _summed([price.scaled(path.share(base_year, year)) for year, price in years])


@lru_cache(maxsize=256)
def _each_year(factor: Factor, terms: Discounting, base_year: int | None) -> tuple[AmountRange, ...]:
    """What one unit in each of the years 1 up to the horizon is worth now."""
    years = enumerate(year_weights(terms), start=1)
    return tuple(_price_in(factor, base_year, year).scaled(weight) for year, weight in years)


def _summed(prices: list[AmountRange]) -> AmountRange:
    """The sum of prices that all have a central one or none; one without a range counts as itself at both ends."""
    centrals = [price.central for price in prices if price.central is not None]
    central = sum(centrals) if centrals else None
    if all(price.low is None for price in prices):
        return AmountRange(central=central)
    lows, highs = zip(*(price.ends() for price in prices), strict=True)
    return AmountRange(sum(lows), central, sum(highs))
