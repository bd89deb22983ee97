"""Bringing later years to the present. Flows over years are discounted here; factors are never discounted themselves,
because several already hold the worth of future years.
"""

from dataclasses import replace

from valuation.amounts import Amount, Discounting


def annuity(rate: float, years: int) -> float:
    """What one euro at the end of each year is worth now: (1 - (1 + rate)^-years) / rate, and ``years`` at rate 0.

    Args:
        rate: real, per year; 0.0225 is 2.25%.
        years: horizon, at least 1.

    Raises:
        ValueError: a rate outside 0 to 1, or a horizon that is not a whole number of years from 1 to 1,000.

    Reference:
        Boardman et al. (2018), Cost-Benefit Analysis, appendix on annuities.
    """
    _check(rate, years)
    return sum((1 + rate) ** -year for year in range(1, years + 1))


def present_value(yearly: Amount, rate: float, years: int) -> Amount:
    """Worth now of an equal amount at the end of each of ``years`` years.

    Raises:
        ValueError: as ``annuity``, or the amount is not per year.
    """
    if yearly.period != "per year":
        raise ValueError(f"only a yearly amount returns each year; this one is {yearly.period}")
    scaled = yearly.value.scaled(annuity(rate, years))
    return replace(yearly, value=scaled, period="present value", discounting=Discounting(rate, years))


def present_value_once(once: Amount, rate: float, years: int, after: int = 0) -> Amount:
    """Worth now of an amount that falls once, ``after`` years from now, within the horizon of ``years``.

    Raises:
        ValueError: as ``annuity``, the amount is not one-off, or it falls beyond the horizon.
    """
    if once.period != "one-off":
        raise ValueError(f"only a one-off amount falls once; this one is {once.period}")
    _check(rate, years)
    if not 0 <= after <= years:
        raise ValueError(f"the amount falls after {after} years, outside the horizon of 0 to {years}")
    scaled = once.value.scaled((1 + rate) ** -after)
    return replace(once, value=scaled, period="present value", discounting=Discounting(rate, years))


def _check(rate: float, years: int) -> None:
    if not 0 <= rate < 1:
        raise ValueError(f"rate {rate} is not between 0 and 1; 2.25% is 0.0225")
    if not isinstance(years, int) or not 1 <= years <= 1000:
        raise ValueError(f"a horizon of {years} years cannot be used; give a whole number from 1 to 1,000")
