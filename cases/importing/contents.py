"""What the cells of a table say once it is known what stands where: criteria with an effect for each alternative."""

import re
from collections import Counter
from typing import NamedTuple

from cases.importing.given_file import GivenCell
from cases.importing.heading_words import (
    NO_YEARS,
    MoneyYears,
    is_balance,
    is_budget,
    is_money,
    is_score,
    money_unit_in,
    years_in,
)
from cases.importing.table_columns import EFFECTS
from cases.importing.table_layout import Layout
from cases.importing.values import Scale, Value, value_of

_UNIT_IN_LABEL = re.compile(r"\s*[(\[]([^()\[\]]{1,30})[)\]]\s*\*?$|,\s*in ([^,]{1,25})$")
_UNIT = re.compile(
    r".*(\N{EURO SIGN}|\beuro?s?\b|%|\bha\b|m2|m\N{SUPERSCRIPT TWO}|m3|m\N{SUPERSCRIPT THREE}|\bkm\b|\bm\b|db|\bton|"
    r"\bkg\b|"
    r"[u\N{MICRO SIGN}\N{GREEK SMALL LETTER MU}]g|\bfte\b|\bmln\b|aantal|stuks|\bjaar\b|\bjr\b|\bmin\b|minuten|\buur\b|"
    r"\buren\b|score|punten|rapportcijfer|"
    r"\bmw\b|\bgj\b|\btj\b|kwh|mwh|\bper\b|/|woningen|banen|x ?1\.?000|\b1\s?-\s?(5|7|10)\b|"
    r"\bmol\b|\bmm\b|\bcm\b|\bt\b|\bschaal\b).*",
    re.IGNORECASE,
)
_AMOUNT_IN_WORDS = re.compile(r"\d,\d|\b(19|20)\d\d\b")
"""``per jaar 0,6`` says how much, ``2027-2030`` says when: neither is a unit."""
_CALLED_SIGNS = re.compile(
    r"[+\-0/ \N{MINUS SIGN}\N{EN DASH}]*|kwalitatief|plussen en minnen|score|effectscore|[+-]+ ?(tot|t/m) ?[+-]+",
    re.IGNORECASE,
)


class FoundCriterion(NamedTuple):
    """One row of the table: a criterion with what its cells say."""

    row: int
    """Below the headings, from 0."""
    label: str
    theme: str
    unit: str
    direction: str
    """As it stands there; empty where there is no such column."""
    weight: Value | None
    note: str
    source: str
    values: tuple[Value, ...]
    """In the order of the alternatives."""
    balance: bool = False
    """True for the row of a table of costs and benefits that sets them against each other: no criterion to weigh."""
    budget: bool = False
    """True for the balance of one organisation, such as that of a land account."""

    @property
    def scale(self) -> Scale | None:
        """The classes that its cells name; None where they hold numbers or nothing."""
        return next((value.scale for value in self.values if value.scale is not None), None)

    @property
    def counts(self) -> bool:
        """True where at least one cell says something that can be compared."""
        return any(value.number is not None or value.word for value in self.values)


class Contents(NamedTuple):
    """The whole table."""

    alternatives: tuple[str, ...]
    criteria: tuple[FoundCriterion, ...]
    money: bool = False
    """True for a table of costs and benefits: more is better, and costs are below zero."""
    years: MoneyYears = NO_YEARS
    """That a table of costs and benefits is about."""
    around: str = ""
    """What stands above and below the table."""

    @property
    def filled(self) -> int:
        """How many cells say something of an effect."""
        return sum(bool(value.text) for criterion in self.criteria for value in criterion.values)


MIXED = ("mixed",)
"""Of a sign with a plus and a minus: 0, for the good and the bad together."""
_OF_SIGNS = (MIXED, ("words",))
"""What may be told of a sign that is a sign all the same."""
MIN_BESIDE, TWO_ORDERS, FOUR_ORDERS = 3, 300.0, 10_000.0
_POINTS = "score"
ONLY_WORDS = ("only_words",)
EMPTY = Value("", how=("empty",))


def contents_of(layout: Layout) -> Contents:
    """The criteria in a table, each with an effect for each alternative; an empty cell is not known."""
    body = layout.rows[layout.headers :]
    signs = sum(_has_signs(layout, row) for row, kind in zip(body, layout.kinds, strict=True) if kind == "criterion")
    mostly = 0 < layout.kinds.count("criterion") <= signs * 2
    found, theme, balances = [], "", list[FoundCriterion]()
    for number, (row, kind) in enumerate(zip(body, layout.kinds, strict=True)):
        if kind == "theme":
            theme = _first(layout, row, "label") or _first(layout, row, "theme")
        elif kind == "criterion":
            own = _first(layout, row, "theme")
            theme = own or theme
            found.append(_criterion(layout, number, row, theme, mostly))
        elif kind == "total" and is_balance(_first(layout, row, "label")):
            balances.append(_criterion(layout, number, row, theme, mostly)._replace(balance=True))
    title = " ".join([layout.title, *(column.heading for column in layout.columns)])
    money = (
        is_money(title)
        and not any(is_score(criterion.unit) or criterion.scale for criterion in found)
        and not any(criterion.unit and not is_money(criterion.unit) for criterion in found)
    )
    unit = money_unit_in(title) if money else _POINTS if _are_scores(found) else ""
    found += [one._replace(budget=is_budget(f"{title} {one.label}")) for one in balances[-1:]] if money else []
    found = [criterion if criterion.unit or not unit else criterion._replace(unit=unit) for criterion in found]
    around = " ".join(filter(None, (layout.title, layout.below)))
    years = years_in(around) if money else NO_YEARS
    return Contents(layout.alternatives, tuple(found), money, years, around)


def _are_scores(found: list[FoundCriterion]) -> bool:
    """Whole numbers from 1 to 10 and no unit anywhere, for three criteria or more: somebody gave points."""
    numbers = [value.number for criterion in found for value in criterion.values if value.number is not None]
    whole = all(number.is_integer() and 0 <= number <= 10 for number in numbers)
    return len(found) > 2 and bool(numbers) and whole and not any(one.unit or one.scale for one in found)


def _first(layout: Layout, row: tuple[GivenCell | None, ...], role: str) -> str:
    texts = [
        said.text for said, column in zip(row, layout.columns, strict=True) if column.role == role and said is not None
    ]
    return "; ".join(dict.fromkeys(texts)) if role in ("note", "source") else next(iter(texts), "")


def _has_signs(layout: Layout, row: tuple[GivenCell | None, ...]) -> bool:
    values = [value_of(said, layout.mark) for said, column in zip(row, layout.columns, strict=True)
              if column.role in EFFECTS and said is not None]  # fmt: skip
    return _certain_signs(values)


def _certain_signs(values: list[Value]) -> bool:
    """At least one sign that can be nothing else, and nothing that is no sign."""
    certain = any(value.sign is not None and value.number is None and value.how in ((), *_OF_SIGNS) for value in values)
    return certain and all(value.sign is not None or (value.number is None and value.scale is None) for value in values)


def _criterion(
    layout: Layout, number: int, row: tuple[GivenCell | None, ...], theme: str, mostly: bool
) -> FoundCriterion:
    label, in_label = without_unit(_first(layout, row, "label") or _first(layout, row, "theme"))
    values = [_of_alternative(layout, row, name) for name in layout.alternatives]
    values = _same_kind(values, mostly)
    unit = _first(layout, row, "unit") or in_label
    if unit and _CALLED_SIGNS.fullmatch(unit) and any(value.scale for value in values):
        unit = ""
    odd = _odd_sizes(values)
    shared = Counter(value.unit for value in values if value.unit)
    unit = unit or (shared.most_common(1)[0][0] if shared else "")
    weight = next((value_of(said, layout.mark) for said, column in zip(row, layout.columns, strict=True)
                   if column.role == "weight" and said is not None), None)  # fmt: skip
    return FoundCriterion(
        number,
        label,
        theme,
        unit,
        _first(layout, row, "direction"),
        weight,
        _first(layout, row, "note"),
        _first(layout, row, "source"),
        tuple(_compared(value, unit, odd) for value in values),
    )  # fmt: skip


def _compared(value: Value, unit: str, odd: frozenset[float]) -> Value:
    """The value, with what is strange about it beside the rest of its row."""
    how = value.how
    if value.unit and not _alike(value.unit, unit):
        how = (*how, "other_unit")
    return value._replace(how=(*how, "other_size")) if value.number in odd else value._replace(how=how)


def _odd_sizes(values: list[Value]) -> frozenset[float]:
    """A number that is about a thousand times as large or as small as each of the others: a point was misread."""
    numbers = [value.number for value in values if value.number]
    if len(numbers) < MIN_BESIDE:
        return frozenset()
    odd = set()
    for place, number in enumerate(numbers):
        others = [abs(other / number) for beside, other in enumerate(numbers) if beside != place]
        if all(TWO_ORDERS < ratio < FOUR_ORDERS for ratio in others) or all(
            TWO_ORDERS < 1 / ratio < FOUR_ORDERS for ratio in others
        ):
            odd.add(number)
    return frozenset(odd)


def _alike(one: str, other: str) -> bool:
    plain = one.casefold().strip(" ."), other.casefold().strip(" .")
    return plain[0] in plain[1] or plain[1] in plain[0]


def without_unit(label: str) -> tuple[str, str]:
    """``Geluid (dB)`` is the criterion ``Geluid`` in ``dB``; what stands between brackets and is no unit stays."""
    found = _UNIT_IN_LABEL.search(label)
    unit = (found[1] or found[2] or "").strip() if found else ""
    if (
        found is None
        or not _UNIT.fullmatch(unit)
        or _AMOUNT_IN_WORDS.search(unit)
        or not label[: found.start()].strip()
    ):
        return label, ""
    return label[: found.start()].strip(), re.sub(r"^in (?=\S)", "", unit)


def _of_alternative(layout: Layout, row: tuple[GivenCell | None, ...], name: str) -> Value:
    """The effect of one alternative, from one column or from those of its low, middle and high."""
    by_role = {
        column.role: value_of(said, layout.mark)
        for said, column in zip(row, layout.columns, strict=True)
        if column.of == name and column.role in EFFECTS and said is not None
    }
    if not by_role:
        return EMPTY
    middle = by_role.get("alternative") or by_role.get("middle")
    low, high = by_role.get("low"), by_role.get("high")
    if low is None and high is None:
        return middle or EMPTY
    numbers = [value.number for value in (low, middle, high) if value is not None and value.number is not None]
    first = middle or low or high or EMPTY
    if len(numbers) < 2:
        return first if first.number is not None or not numbers else Value(first.text, numbers[0], how=("one_end",))
    text = " / ".join(value.text for value in (low, middle, high) if value is not None)
    bottom, top = min(numbers), max(numbers)
    if middle is not None and middle.number is not None:
        return Value(text, middle.number, bottom, top, unit=middle.unit, how=middle.how)
    return Value(text, float(f"{(bottom + top) / 2:.12g}"), bottom, top, unit=first.unit, how=("middle",))


def _same_kind(values: list[Value], mostly: bool) -> list[Value]:
    """A row is of signs, of words of one scale, or of numbers; what is of another kind is not known there."""
    filled = [value for value in values if value != EMPTY]
    none_else = all(value.sign is not None or value.number is None for value in filled)
    if _certain_signs(filled) or (mostly and none_else and any(value.sign is not None for value in filled)):
        return [_as_sign(value) for value in values]
    scales = Counter(value.scale for value in filled if value.scale is not None)
    if scales and not any(value.number is not None for value in filled):
        main = scales.most_common(1)[0][0]
        return [value if value.scale == main or value.how else value._replace(scale=None, word="", how=ONLY_WORDS)
                for value in values]  # fmt: skip
    return [_as_number(value) for value in values]


def _as_sign(value: Value) -> Value:
    if value.sign is None:
        return value if value.how else value._replace(how=ONLY_WORDS)
    return Value(value.text, scale="signs", word=f"{value.sign:g}", how=value.how if value.how in _OF_SIGNS else ())


def _as_number(value: Value) -> Value:
    value = value._replace(sign=None)
    if value.number is not None or value.how:
        return value
    return value._replace(scale=None, word="", how=ONLY_WORDS)
