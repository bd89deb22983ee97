"""Bringing later years to the present. Flows over years are discounted here; factors are never discounted themselves,
because several already hold the worth of future years.

Year 0 is the base year, and counts in full. Yearly amounts fall in year 1 up to and including the horizon, at the end
of each year or in its middle.
"""

from valuation.amounts import Discounting
from valuation.given import as_kind, as_whole


def year_weights(terms: Discounting) -> tuple[float, ...]:
    """What one euro in each of the years 1 up to and including the horizon is worth now; shape (year,).

    At the end of year k that is (1 + rate)^-k, in its middle (1 + rate)^-(k - 0.5).

    Raises:
        ValueError: ``terms`` are none.
    """
    as_kind(terms, Discounting, "the terms")
    return tuple(once_weight(terms, year) for year in range(1, terms.years + 1))


def annuity(terms: Discounting) -> float:
    """What one euro in each year is worth now: (1 - (1 + rate)^-years) / rate at the end of each year, and ``years`` at
    rate 0; in the middle (1 + rate)^0.5 times as much.

    Raises:
        ValueError: ``terms`` are none.

    Reference:
        Boardman et al. (2018), Cost-Benefit Analysis, appendix on annuities.
    """
    return sum(year_weights(terms))


def once_weight(terms: Discounting, after: int) -> float:
    """What one euro that falls once, in year ``after``, is worth now; 1 in year 0.

    Raises:
        ValueError: ``terms`` are none, or the year is not a whole number from 0 to the horizon.
    """
    as_kind(terms, Discounting, "the terms")
    if not 0 <= as_whole(after, "the year") <= terms.years:
        raise ValueError(f"the amount falls after {after} years, outside the horizon of 0 to {terms.years}")
    half = 0.5 if terms.timing == "middle" and after else 0.0
    return float((1 + terms.rate) ** (half - after))


def end_weight(terms: Discounting) -> float:
    """What one euro at the end of the horizon is worth now, such as a residual value: (1 + rate)^-years, whatever the
    timing.

    Raises:
        ValueError: ``terms`` are none.
    """
    as_kind(terms, Discounting, "the terms")
    return float((1 + terms.rate) ** -terms.years)
