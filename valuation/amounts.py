"""An amount of money that knows what it is: which euros, from which factor set, per year or once."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, get_args

from valuation.given import MOST_YEARS, as_all, as_choice, as_finite, as_kind, as_whole

Frame = Literal["true_price", "mkba"]
"""``true_price``: what it costs to remedy a breach of rights. ``mkba``: welfare gained or lost (cost-benefit)."""


@dataclass(frozen=True)
class AmountRange:
    """A number that may be uncertain.

    ``central`` is None when only a range is known; ``low`` and ``high`` are None when only one number is known. All
    three are None when nothing is known.

    Raises:
        ValueError: a number is not finite, only one of low and high is given, or they are out of order.
    """

    low: float | None = None
    central: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        low, central, high = self.low, self.central, self.high
        if type(low) is type(central) is type(high) is float and -math.inf < low <= central <= high < math.inf:
            return  # what nearly every range is; the checks below take ten times as long
        for end in ("low", "central", "high"):
            if getattr(self, end) is not None:
                object.__setattr__(self, end, as_finite(getattr(self, end), f"the {end} number of a range"))
        given = [value for value in (self.low, self.central, self.high) if value is not None]
        if (self.low is None) != (self.high is None):
            raise ValueError("low and high come together: give both or neither")
        if given != sorted(given):
            raise ValueError(f"low, central and high are out of order: {', '.join(f'{value:g}' for value in given)}")

    @property
    def known(self) -> bool:
        """False when all three are None."""
        return self.central is not None or self.low is not None

    def ends(self) -> tuple[float, float]:
        """The lowest and the highest value it may have; equal when only the central one is known.

        Raises:
            ValueError: nothing is known.
        """
        if self.low is not None and self.high is not None:
            return self.low, self.high
        if self.central is None:
            raise ValueError("there is no number here")
        return self.central, self.central

    def scaled(self, by: float) -> "AmountRange":
        """Each number times ``by``; a negative one turns the range around. Raises ValueError when it is no number."""
        by = as_finite(by, "what a range is multiplied by")
        low = None if self.low is None else self.low * by
        central = None if self.central is None else self.central * by
        high = None if self.high is None else self.high * by
        return AmountRange(low, central, high) if by >= 0 else AmountRange(high, central, low)

    def above_zero(self) -> "AmountRange":
        """The part that is not negative: each number, at least 0."""
        return AmountRange(
            *(None if value is None else max(value, 0.0) for value in (self.low, self.central, self.high))
        )

    def times(self, other: "AmountRange") -> "AmountRange":
        """The product, as wide as the two ranges allow, whatever their signs; ValueError for no range."""
        as_kind(other, AmountRange, "what a range is multiplied by")
        central = None if self.central is None or other.central is None else self.central * other.central
        if self.low is None and other.low is None:
            return AmountRange(central=central)
        (low, high), (other_low, other_high) = self.ends(), other.ends()
        if low >= 0 and other_low >= 0:
            return AmountRange(low * other_low, central, high * other_high)
        products = (low * other_low, low * other_high, high * other_low, high * other_high)
        return AmountRange(min(products), central, max(products))

    def plus(self, other: "AmountRange") -> "AmountRange":
        """The sum; one number without a range counts as itself at both ends. ValueError for no range."""
        as_kind(other, AmountRange, "what is added to a range")
        central = None if self.central is None or other.central is None else self.central + other.central
        if self.low is None and other.low is None:
            return AmountRange(central=central)
        return AmountRange(self.ends()[0] + other.ends()[0], central, self.ends()[1] + other.ends()[1])


@dataclass(frozen=True)
class Basis:
    """What makes two amounts comparable."""

    currency: str
    price_year: int
    factor_set: str
    version: str
    """Version hash of the factor set."""
    frame: Frame

    def __post_init__(self) -> None:
        """Raises ValueError for a price year that is no whole number, or another frame."""
        as_whole(self.price_year, "the price year")
        as_choice(self.frame, get_args(Frame), "the frame")
        for name in ("currency", "factor_set", "version"):
            as_kind(getattr(self, name), str, f"the {name.replace('_', ' ')}")


Timing = Literal["end", "middle"]
"""When within its year an amount falls: ``end`` of each year, or ``middle``: half a year less is discounted."""


@dataclass(frozen=True)
class Discounting:
    """How future years are brought to the present, which is the base year (year 0).

    Raises:
        ValueError: a rate outside 0 to 1, a horizon that is not a whole number of years from 1 to 1,000, or another
            timing.
    """

    rate: float
    """Per year, real; 0.0225 is 2.25%."""
    years: int
    """Horizon: yearly amounts fall in year 1 up to and including this one."""
    timing: Timing = "end"

    def __post_init__(self) -> None:
        if not 0 <= as_finite(self.rate, "the rate") < 1:
            raise ValueError(f"rate {self.rate} is not between 0 and 1; 2.25% is 0.0225")
        if not 1 <= as_whole(self.years, "the horizon") <= MOST_YEARS:
            raise ValueError(f"a horizon of {self.years} years cannot be used; give a whole number from 1 to 1,000")
        as_choice(self.timing, get_args(Timing), "the timing")


@dataclass(frozen=True)
class Amount:
    """Money in a range, with everything needed to know whether it may be added to another amount.

    Raises:
        ValueError: no number at all, or a present value without its rate and horizon (or the other way round).
    """

    value: AmountRange
    basis: Basis
    period: Literal["per year", "one-off", "present value"]
    discounting: Discounting | None = None

    def __post_init__(self) -> None:
        as_kind(self.value, AmountRange, "the value of an amount")
        as_kind(self.basis, Basis, "the basis of an amount")
        as_choice(self.period, ("per year", "one-off", "present value"), "the period of an amount")
        as_kind(self.discounting, Discounting | None, "the discounting of an amount")
        if not self.value.known:
            raise ValueError("an amount needs a number; what has none is not valued")
        if (self.period == "present value") != (self.discounting is not None):
            raise ValueError("a present value, and nothing else, states its rate and horizon")

    def __add__(self, other: "Amount") -> "Amount":
        """The sum of two amounts of one kind.

        Raises:
            ValueError: currency, price year, factor set, version, frame, period, rate or horizon differ.
        """
        if not isinstance(other, Amount):
            return NotImplemented
        if (self.basis, self.period, self.discounting) != (other.basis, other.period, other.discounting):
            raise ValueError(f"amounts of two kinds cannot be added: {self._kind()} and {other._kind()}")
        return replace(self, value=self.value.plus(other.value))

    def scaled(self, by: float) -> "Amount":
        """The same kind of amount, ``by`` times as large."""
        return replace(self, value=self.value.scaled(by))

    def _kind(self) -> str:
        basis = ", ".join(str(getattr(self.basis, field.name)) for field in fields(self.basis))
        used = self.discounting
        terms = f" at {used.rate:.2%} over {used.years} years, {used.timing} of the year" if used else ""
        return f"{basis}, {self.period}{terms}"


def added(amounts: Iterable[Amount]) -> Amount | None:
    """The sum; None (not 0) when there is no amount at all. Raises ValueError as ``Amount.__add__`` does."""
    given: Sequence[Amount] = as_all(amounts, Amount, "the amounts")
    if not given:
        return None
    first = given[0]
    kind = (first.basis, first.period, first.discounting)
    for amount in given:
        if (amount.basis, amount.period, amount.discounting) != kind:
            return first + amount  # refuses, and names both
    centrals = [amount.value.central for amount in given if amount.value.central is not None]
    central = sum(centrals) if len(centrals) == len(given) else None
    if all(amount.value.low is None for amount in given):
        return replace(first, value=AmountRange(central=central))
    lows, highs = zip(*(amount.value.ends() for amount in given), strict=True)
    return replace(first, value=AmountRange(sum(lows), central, sum(highs)))


def significant(value: float, digits: Literal[2, 3] = 2) -> float:
    """The number as it may be shown: two or three significant digits, half away from zero.

    More digits would suggest a precision that no factor has: CE Delft's handbook (EU27, 2024, annex E) puts the
    uncertainty of an average price near a factor of 3.

    Raises:
        ValueError: another number of digits, or a value that is not finite.
    """
    if as_whole(digits, "the number of digits") not in (2, 3):
        raise ValueError(f"amounts are shown in 2 or 3 digits, not in {digits}")
    value = as_finite(value, "an amount that is shown")
    exact = Decimal(f"{value:.12g}")  # without the noise of binary fractions, which could decide about a digit
    if exact == 0:
        return 0.0
    return float(exact.quantize(Decimal(1).scaleb(exact.adjusted() - digits + 1), rounding=ROUND_HALF_UP))
