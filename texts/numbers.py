"""Numbers as people write them: 12.500,5 in Dutch, 12,500.5 in English. Every number on screen goes through here.

Rounding rule: nine decimals first, which takes away the noise of binary fractions; then half away from zero on the
digits shown (2,5 becomes 3; -2,5 becomes -3). The board rounds in the same way, in ``web/static/board/numbers.js``.
"""

import datetime
import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import get_decimal_symbol, get_group_symbol

from texts.languages import KNOWN

MINUS = "\N{MINUS SIGN}"

STEADY = 9
"""Decimals that mean something. What stands behind them is noise, and decides about no digit, order or word."""


NOISE = 1e-12
"""What is smaller than this comes from subtracting binary fractions and is nothing."""


def number(value: float, language: str, decimals: int = 0, *, signed: bool = False) -> str:
    """`value` with exactly `decimals` digits and the thousands mark of the language; `signed` also shows a plus."""
    rounded = rounded_decimal(value, decimals)
    text = f"{abs(rounded):,.{decimals}f}".translate(_marks(language))
    if rounded < 0:
        return MINUS + text
    return "+" + text if signed and rounded > 0 else text


@cache
def _marks(language: str) -> dict[int, str]:
    """The marks of a language in place of Python's own; asked of Babel once, because formatting there is slow."""
    return str.maketrans({",": get_group_symbol(language), ".": get_decimal_symbol(language)})


def quantity(value: float, language: str, decimals: int = 0) -> str:
    """Like `number`, without zeros at the end: a performance of 42.0 ha is shown as 42, one of 42.2 as 42,2.

    What is not nothing is never shown as 0: where so many decimals would, two digits that count are shown.
    """
    rounded = rounded_decimal(value, decimals)
    if not rounded and abs(value) > NOISE:
        return _small(value, language)
    shown = max(0, -int(rounded.normalize().as_tuple().exponent))
    return number(value, language, min(shown, decimals))


def _small(value: float, language: str) -> str:
    """A number that is almost nothing, in two digits that count: 0,00000052."""
    exact = Decimal(repr(float(value)))
    rounded = exact.quantize(Decimal(1).scaleb(exact.adjusted() - 1), rounding=ROUND_HALF_UP)
    text = f"{abs(rounded):f}".rstrip("0").translate(_marks(language))
    return MINUS + text if rounded < 0 else text


def percent(share: float, language: str, decimals: int = 0) -> str:
    """A share between 0 and 1 as `41%`."""
    return number(share * 100, language, decimals) + "%"


def rounded_decimal(value: float, decimals: int) -> Decimal:
    """The one rounding rule of the product (decision record 0012)."""
    result = Decimal(repr(round(float(value), STEADY))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return result if result else abs(result)


def whole_parts(values: Sequence[float], total: int) -> tuple[int, ...]:
    """Whole numbers for values that are shown together, so that they sum to `total`: the largest remainders go up."""
    exact = [round(float(value), STEADY) for value in values]
    whole = [math.floor(value) for value in exact]
    up = sorted(range(len(exact)), key=lambda place: (whole[place] - exact[place], place))
    up = up[: max(total - sum(whole), 0)]
    return tuple(count + (place in up) for place, count in enumerate(whole))


MOST = 3
"""Decimals of a share in per cent, at most."""


def inner_decimals(share: float, fewest: int = 0) -> int:
    """The fewest decimals, and at most three, with which a share between 0 and 1 does not read as 0% or 100%."""
    if share in (0, 1):
        return fewest
    fits = (places for places in range(fewest, MOST) if 0 < rounded_decimal(share * 100, places) < 100)
    return next(fits, MOST)


def day(date: datetime.date, language: str) -> str:
    """A date in words: `21 november 2026`."""
    return format_date(date, format="long", locale=KNOWN[language].locale)


@cache
def decimal_mark(language: str) -> str:
    """What stands before the decimals: a comma in Dutch, a point in English."""
    return get_decimal_symbol(KNOWN[language].locale)


def vega_locale(language: str) -> dict[str, Any]:
    """The number format for charts, in the form that Vega wants."""
    before = _before_an_amount(language)
    return {
        "decimal": decimal_mark(language),
        "thousands": get_group_symbol(language),
        "grouping": [3],
        "currency": [before.replace("\N{CURRENCY SIGN}", "\N{EURO SIGN}"), ""],
    }


@cache
def _before_an_amount(language: str) -> str:
    return str(Locale.parse(KNOWN[language].locale).currency_formats["standard"].prefix[0])
