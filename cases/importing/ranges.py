"""Ranges and yardsticks that are proposed for figures from a sheet, by rules that are said where they are used."""

from math import ceil, floor, log10

SHARES = (0.1, 0.3)
"""Of the range: from which difference on there is a + and a ++."""
MOST_DECIMALS = 3


def rounded_outward(numbers: list[float], percent: bool = False) -> tuple[float, float]:
    """The lowest and the highest of these, each away from the other to a round figure: a tenth of their distance.

    Equal figures get as much below as above; percentages stay between 0 and 100 where all of them are.
    """
    low, high = min(numbers), max(numbers)
    if low == high:
        wide = abs(low) * 0.5 or 1.0
        bottom, top = (0.0, 1.0) if low == 0 else (low - wide, high + wide)
    else:
        bottom, top = low, high
    step = _round_step((top - bottom) / 10)
    found = _times(floor(_near(bottom / step)), step), _times(ceil(_near(top / step)), step)
    if percent and low >= 0 and high <= 100:
        found = max(found[0], 0.0), min(found[1], 100.0)
    if low >= 0:
        found = max(found[0], 0.0), found[1]
    return found


def yardstick_for(low: float, high: float) -> tuple[float, float]:
    """From which difference on there is a + and a ++: a tenth and three tenths of the range, in round figures."""
    some, much = (_two_digits(share * (high - low)) for share in SHARES)
    return some, much if much > some else 3 * some


def decimals_for(numbers: list[float]) -> int:
    """How many digits behind the decimal mark show these figures as they are; three at most."""
    for decimals in range(MOST_DECIMALS):
        if all(abs(number - round(number, decimals)) < 1e-9 * max(1.0, abs(number)) for number in numbers):
            return decimals
    return MOST_DECIMALS


def _round_step(about: float) -> float:
    power = 10.0 ** floor(log10(about))
    return next(factor * power for factor in (1.0, 2.0, 5.0, 10.0) if factor * power >= about * (1 - 1e-9))


def _times(count: int, step: float) -> float:
    return float(f"{count * step:.12g}")


def _near(number: float) -> float:
    return round(number) if abs(number - round(number)) < 1e-9 * max(1.0, abs(number)) else number


def _two_digits(number: float) -> float:
    return float(f"{number:.2g}")
