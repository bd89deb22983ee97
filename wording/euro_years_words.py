"""The euros over the years in rows: what each year comes to, money that falls once, and which doubt moves the sum.

Plain text; a screen escapes it.
"""

from dataclasses import dataclass

from texts import Words
from texts.numbers import quantity
from valuation.amounts import AmountRange, significant
from valuation.lines import ValuedLine
from weighing.euros.euro_draws import euro_information, unknown_among
from weighing.euros.euro_years import cost_sums, dated_amounts, doubts_apart, euros_in_year, shown_years
from weighing.euros.valuing import Euros, valuation_of
from weighing.requirements_tested import contenders
from wording.amount_words import amount_text, money, price_level, range_text
from wording.sentences import inline

DRAWN_DIGITS = 2
"""What finding out is worth comes from draws: another seed gives some 5 per cent more or less."""


@dataclass(frozen=True)
class YearRow:
    """One year, with the amount of every alternative in the order of the case."""

    label: str
    amounts: tuple[str, ...]


@dataclass(frozen=True)
class PathRow:
    """Why an effect is not the same in every year."""

    label: str
    alternatives: str
    """Empty when it holds for all."""
    why: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class CostRow:
    """Money that falls once."""

    label: str
    year: str
    payer: str
    amount: str
    now: str
    about: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class CostRows:
    """What one alternative asks, and what is left of it; never taken off each other or off the effects."""

    alternative: str
    rows: tuple[CostRow, ...]
    costs: str | None
    """All costs brought to the present; None when the case names none."""
    left: str | None


@dataclass(frozen=True)
class ApartRow:
    """One alternative with one doubt at a time."""

    label: str
    effects: str
    factors: str
    larger: str


def year_rows(euros: Euros, text: Words) -> list[YearRow]:
    """Years that differ, not discounted; nothing when every year is the same."""
    if euros.yearly:
        return []
    base = euros.base_year
    rows = []
    for after in shown_years(euros):
        label = text("lens.years_after", count=after) if base is None else text("lens.years_in", year=base + after)
        found = [euros_in_year(euros, item.alternative, after) for item in euros.alternatives]
        rows.append(YearRow(label, tuple(_amount(value, euros, text) for value in found)))
    return rows


def path_rows(euros: Euros, text: Words) -> list[PathRow]:
    """What the case says about effects that grow, shrink or fall in one year."""
    case = euros.case
    return [
        PathRow(
            text.of(case.criterion(path.criterion).label),
            text.listed([inline(text.of(case.alternative(key).label)) for key in path.alternatives]),
            text.of(path.why),
            path.sources,
        )
        for path in valuation_of(case).paths
    ]


def cost_rows(euros: Euros, text: Words) -> list[CostRows]:
    """Dated costs and residual values of every alternative; nothing when the case names none at all."""
    file = valuation_of(euros.case)
    if not file.costs:
        return []
    found = []
    for item in euros.case.alternatives:
        rows = []
        for dated in dated_amounts(euros, item.id):
            cost, label = dated.cost, text.of(dated.cost.label)
            rows.append(
                CostRow(
                    text("lens.costs_residual", label=label) if cost.kind == "residual_value" else label,
                    str(cost.year),
                    text.of(file.party(cost.payer).label),
                    _full(dated.value, cost.currency, text),
                    text("lens.costs_other_horizon") if dated.now is None else _full(dated.now, cost.currency, text),
                    text.of(cost.about),
                    cost.sources,
                )
            )
        sums, currency = cost_sums(euros, item.id), file.costs[0].currency
        costs, left = (None if one is None else _full(one, currency, text) for one in (sums.costs, sums.left))
        found.append(CostRows(text.of(item.label), tuple(rows), costs, left))
    return found


def cost_heads(euros: Euros, text: Words) -> list[str]:
    """The headings of the table of dated costs."""
    file = valuation_of(euros.case)
    level = file.costs[0].price_year if file.costs else file.base_year
    heads = [text(f"lens.costs_{key}") for key in ("what", "year", "pays")]
    rate = quantity(100 * euros.choices.rate, text.language, 2)
    return [*heads, text("lens.costs_amount", year=level), text("lens.costs_now", year=file.base_year, rate=rate)]


def years_about(euros: Euros, text: Words) -> list[str]:
    """What the table of years shows, the price level of its amounts, and which course over the years has a range."""
    level = price_level(euros.factor_set.basis.price_year, text)
    return [text("lens.years_about"), text("lens.amounts_are", terms=level), *_courses(euros, text)]


def _courses(euros: Euros, text: Words) -> list[str]:
    """Which growth has a range and which has none, of effects and of amounts published for some years."""
    paths = [path for path in valuation_of(euros.case).paths if path.year is None]
    ranged = any(path.growth_low is not None for path in paths)
    bare = dict.fromkeys(path.criterion for path in paths if path.growth_low is None)
    names = text.listed([inline(text.of(euros.case.criterion(key).short)) for key in bare])
    said = [text("lens.years_range")] if ranged else [] if paths else [text("lens.years_no_growth")]
    said += [text("lens.years_no_range", names=names)] if bare else []
    lines = (one.line for item in euros.alternatives for one in item.lines if isinstance(one.line, ValuedLine))
    for factor in dict.fromkeys(line.factor for line in lines if line.amount.period == "per year"):
        prices, base = factor.by_year, euros.base_year
        if prices is None or base is None or prices.growth_after_low is not None:
            continue
        last = prices.points[-1][0]
        if last < base + euros.horizon:
            said.append(text("lens.years_price", impact=inline(text.of(factor.impact)), year=last))
    return said


def apart_about(euros: Euros, text: Words) -> list[str]:
    """What the two doubts apart show, which amounts those are (per year, or over the years at which rate), and what
    finding out is worth."""
    headlines = (euros.headline(item.alternative) for item in euros.alternatives)
    terms = next((amount_text(total, text).terms for total in headlines if total is not None), "")
    about = [text("lens.apart_about"), *([text("lens.amounts_are", terms=terms)] if terms else [])]
    return [*about, *finding_out(euros, text)]


def finding_out(euros: Euros, text: Words) -> list[str]:
    """What finding out is worth to who looks at the euros only; nothing where there is nothing to choose."""
    found, rows = euro_information(euros.case, euros.choices), contenders(euros.case)
    if found is None:
        missing = unknown_among(euros, rows) if len(rows) > 1 else ()
        names = [inline(text.of(euros.case.criterion(key).short)) for key in missing]
        return [text("lens.worth_unknown", names=text.listed(names))] if names else []
    if found.effects is None and found.factors is None:
        return [text("lens.worth_no_range")]
    currency = found.everything.basis.currency
    said = {
        key: money(significant((amount or found.everything).value.ends()[0], DRAWN_DIGITS), currency, text)
        for key, amount in (("everything", found.everything), ("effects", found.effects), ("factors", found.factors))
    }
    which = "effects" if found.factors is None else "factors" if found.effects is None else "both"
    frame = euros.factor_set.basis.frame
    return [f"{text(f'lens.worth_{frame}', **said)} {text(f'lens.worth_{which}', **said)} {text('lens.worth_limits')}"]


def apart_rows(euros: Euros, text: Words) -> list[ApartRow]:
    """For every alternative with an amount: how far each doubt moves the total, and which of them moves it most."""
    rows = []
    for item in euros.case.alternatives:
        found = doubts_apart(euros, item.id)
        if found is None:
            continue
        both = (found.effects, found.factors)
        parts = (
            text("lens.apart_no_margin") if len({*part.ends()}) == 1 else _amount(part, euros, text) for part in both
        )
        rows.append(ApartRow(text.of(item.label), *parts, text(f"lens.apart_by_{found.larger}")))
    return rows


def _amount(value: AmountRange | None, euros: Euros, text: Words) -> str:
    return text("lens.no_amount") if value is None else _full(value, euros.factor_set.basis.currency, text)


def _full(value: AmountRange, currency: str, text: Words) -> str:
    central, span = range_text(value, currency, text)
    return f"{central} ({span})" if central and span else str(central or span)
