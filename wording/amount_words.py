"""Amounts in words: two or three digits, the kind of euros always beside them, and units that people can read."""

from dataclasses import dataclass

from texts import Words
from texts.numbers import quantity
from valuation.amounts import Amount, AmountRange, significant

DIGITS = 3
"""CE Delft's handbook (EU27, 2024, annex E) puts the doubt about an average price near a factor of three; more digits
would suggest otherwise."""

_UNIT_WORDS = {
    "yr": "year",
    "MSA-loss": "msa_loss",
    "m3 scarcity-adjusted": "scarce_water",
    "person": "person",
    "hour": "hour",
    "incident": "incident",
    "violation": "violation",
    "visit": "visit",
}
"""Parts of a factor's unit that have a word of their own; others, such as ``kg CO2-eq``, stay as they are."""


@dataclass(frozen=True)
class AmountText:
    """An amount for a table or a sentence; ``terms`` belongs beside every number."""

    central: str | None
    """None when only a range is known."""
    span: str | None
    """From low to high; None when there is no range."""
    terms: str
    """Per year, once or over how many years, and the price year."""
    full: str
    """All of it in one phrase."""


def digits(value: float, text: Words) -> str:
    """A number in at most three significant digits, written out up to a million."""
    shown = significant(value, DIGITS)
    for limit, key in ((1e9, "euros.billion"), (1e6, "euros.million")):
        if abs(shown) >= limit:
            return text(key, number=quantity(shown / limit, text.language, 2))
    return quantity(shown, text.language, 6)


def money(value: float, currency: str, text: Words) -> str:
    """`233.000 euro`. Without its price year; only for use inside a phrase that has it."""
    if currency == "EUR":
        return text("euros.money", number=digits(value, text), count=significant(value, DIGITS))
    return text("euros.money_other", number=digits(value, text), currency=currency)


def price_level(price_year: int | None, text: Words) -> str:
    """`prijspeil 2024`, or that nobody says it."""
    return text("euros.level_unknown") if price_year is None else text("euros.level", year=price_year)


def range_text(value: AmountRange, currency: str, text: Words) -> tuple[str | None, str | None]:
    """The central value, and low to high when they differ."""
    central = None if value.central is None else money(value.central, currency, text)
    if value.low is None or value.high is None or value.low == value.high:
        return central or (None if value.low is None else money(value.low, currency, text)), None
    return central, text("euros.span", low=digits(value.low, text), high=money(value.high, currency, text))


def amount_text(amount: Amount, text: Words, as_in: int | None = None) -> AmountText:
    """An amount with its range, its period and its price year.

    Args:
        as_in: the year of which a yearly amount is, when other years differ.
    """
    central, span = range_text(amount.value, amount.basis.currency, text)
    period = {"per year": "euros.per_year", "one-off": "euros.once"}.get(amount.period)
    if period is not None or amount.discounting is None:
        when = text(period or "euros.once")
    else:
        rate = quantity(100 * amount.discounting.rate, text.language, 2)
        key = {"end": "euros.present", "middle": "euros.present_middle"}[amount.discounting.timing]
        when = text(key, count=amount.discounting.years, rate=rate)
    if as_in is not None and amount.period == "per year":
        when = text("euros.as_in", year=as_in)
    terms = text("euros.terms", when=when, level=price_level(amount.basis.price_year, text))
    return AmountText(central, span, terms, joined(central, span, terms, text))


def stated_text(value: AmountRange, currency: str, price_year: int | None, text: Words) -> str:
    """An amount that somebody named, with its price year or the lack of it."""
    central, span = range_text(value, currency, text)
    return joined(central, span, price_level(price_year, text), text)


def joined(central: str | None, span: str | None, terms: str, text: Words) -> str:
    """`233.000 euro (22.500 tot 1,33 miljoen euro), per jaar, prijspeil 2024`."""
    if central is None or span is None:
        return text("euros.one", amount=central or span, terms=terms)
    return text("euros.both", central=central, span=span, terms=terms)


def unit_words(unit: str, text: Words, count: float = 1) -> str:
    """The unit of a factor as people read it, behind `count` of them; of a product the first part is counted."""
    parts = unit.replace("MSA-loss*ha", "MSA-loss").split("*")
    counts = [significant(count, DIGITS)] + [1] * (len(parts) - 1)
    return " × ".join(
        text(f"euro_unit.{_UNIT_WORDS[part]}", count=number) if part in _UNIT_WORDS else part
        for part, number in zip(parts, counts, strict=True)
    )
