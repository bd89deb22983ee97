"""How sure the euros are, in sentences and rows: two alternatives, amounts that turn their order, and every switch.

Plain text; a screen escapes it.
"""

from dataclasses import dataclass

from cases.definition.model import Case
from texts import Words
from texts.numbers import quantity
from valuation.shipped_sets import factor_sets
from weighing.euros.euro_doubt import Option, Switch, carbon_factor, euro_difference, sensitivities, tipping_prices
from weighing.euros.valuing import EuroChoices, euros, valuation_of
from wording.amount_words import AmountText, amount_text, money, price_level, unit_words
from wording.sentences import inline
from wording.verdict_words import out_of_100


@dataclass(frozen=True)
class OptionRow:
    """One setting of a switch with the total of every alternative, in the order of the case."""

    label: str
    chosen: bool
    name: str
    """What the totals are called: another set may answer another question."""
    note: str
    """How well the figure behind this setting was checked; empty when the setting is no figure of a publisher."""
    totals: tuple[AmountText | None, ...]
    """None: nothing has an amount with this setting. That is not 0."""


@dataclass(frozen=True)
class SensitivityRows:
    """One switch."""

    switch: Switch
    label: str
    about: str
    rows: tuple[OptionRow, ...]


def difference_sentence(case: Case, choices: EuroChoices, first: str, second: str, text: Words) -> str:
    """Which of two alternatives costs less, how often in 100, by how much, and what that leaves out."""
    found = euro_difference(case, choices, first, second)
    label = {key: text.of(case.alternative(key).label) for key in (first, second)}
    now = euros(case, choices)
    frame = now.factor_set.basis.frame
    if found.share_first_lower is None or found.amount is None:
        if not found.unknown:
            return text("euros.difference_none", first=label[first], second=label[second])
        names = [inline(text.of(case.criterion(key).short)) for key in found.unknown]
        return text("euros.difference_unknown", first=label[first], second=label[second], names=text.listed(names))
    share, amount = found.share_first_lower, found.amount.scaled(-1)
    if share < 0.5:
        first, second, share, amount = second, first, 1 - share, found.amount
    said = text(
        f"euros.difference_{frame}", first=label[first], second=label[second], count=out_of_100(share, text),
        amount=amount_text(amount, text).full,
    )  # fmt: skip
    counted = len({*now.of(first).valued, *now.of(second).valued})
    limits = text("euros.difference_counts", count=counted, all=len(case.criteria))
    gains = text("euros.difference_gains") if now.of(first).gains or now.of(second).gains else ""
    return " ".join(part for part in (said, limits, gains if frame == "true_price" else "") if part)


def tipping_sentences(case: Case, choices: EuroChoices, first: str, second: str, text: Words) -> list[str]:
    """For every factor between two alternatives: the amount per unit at which their order turns, or that none does."""
    names = {key: text.of(case.alternative(key).label) for key in (first, second)}
    found = tipping_prices(case, choices, first, second)
    if not found:
        return [text("euros.tipping_unknown", first=names[first], second=names[second])]
    sentences = []
    for item in found:
        basis = item.factor.basis
        values = {
            "factor": inline(text.of(item.factor.impact)),
            "first": names[first],
            "second": names[second],
        }
        if item.price is None or item.factor.value.central is None:
            sentences.append(text("euros.tipping_never", **values))
            continue
        sentences.append(
            text(
                "euros.tipping",
                at=money(item.price, basis.currency, text),
                now=money(item.factor.value.central, basis.currency, text),
                unit=unit_words(item.factor.unit, text),
                level=price_level(basis.price_year, text),
                **values,
            )
        )
    return sentences


def sensitivity_rows(case: Case, choices: EuroChoices, text: Words) -> list[SensitivityRows]:
    """Every switch with what each setting does to every total."""
    return [
        SensitivityRows(
            found.switch,
            text(f"euro_switch.{found.switch}"),
            _about(case, found.switch, text),
            tuple(_row(case, found.switch, option, text) for option in found.options),
        )
        for found in sensitivities(case, choices)
    ]


def _row(case: Case, switch: Switch, option: Option, text: Words) -> OptionRow:
    totals = (option.totals[item.id] for item in case.alternatives)
    frame = factor_sets()[option.choices.factor_set].basis.frame
    return OptionRow(
        _label(case, switch, option.choices, text),
        option.chosen,
        text(f"euros.name_{frame}"),
        _note(case, switch, option.choices, text),
        tuple(None if total is None else amount_text(total, text) for total in totals),
    )


def _label(case: Case, switch: Switch, choices: EuroChoices, text: Words) -> str:
    found = factor_sets()[choices.factor_set]
    if switch == "set":
        return text.of(found.name)
    if switch == "biome":
        return biome_name(choices.factor_set, str(choices.biome), text)
    if switch == "rate":
        return text("euros.rate", rate=quantity(100 * choices.rate, text.language, 2))
    if switch == "timing":
        return text(f"euros.timing_{choices.timing}")
    if switch == "doubt":
        return text("euros.doubt_three" if choices.three_times else "euros.doubt_published")
    if switch == "horizon":
        return text("euros.horizon", count=euros(case, choices).horizon)
    if isinstance(choices.carbon, str):
        return text.of(carbon_factor(case, choices).impact)
    if choices.carbon is None:
        return text("euros.carbon_of_set")
    level = price_level(found.basis.price_year, text)
    return text("euros.carbon_stated", amount=money(choices.carbon, found.basis.currency, text), level=level)


def _note(case: Case, switch: Switch, choices: EuroChoices, text: Words) -> str:
    if switch == "rate":
        rates = [rate for found in factor_sets().values() for rate in found.discount_rates]
        marks = [rate.verified for rate in rates if rate.rate == choices.rate]
        return text("euro_verified." + (marks[0] if marks else "stated"))
    if switch == "carbon" and isinstance(choices.carbon, str | None):
        return text(f"euro_verified.{carbon_factor(case, choices).verified}")
    if switch == "doubt" and choices.three_times:
        return text("euros.doubt_three_source")
    return text("euros.what_if") if switch == "carbon" else ""


def biome_name(factor_set: str, biome: str, text: Words) -> str:
    """The name of a biome, as the set calls the factor for it; KeyError when the set has no such biome."""
    names = {factor.biome: text.of(factor.impact) for factor in factor_sets()[factor_set].factors.values()}
    return names[biome].partition(": ")[2] or names[biome]


def _about(case: Case, switch: Switch, text: Words) -> str:
    """What the switch means; for the biome and the horizon also why the case chose as it did."""
    file = valuation_of(case)
    why = {"biome": file.biome, "horizon": file.horizon_years}.get(switch)
    said = text(f"euro_switch_about.{switch}")
    return said if why is None else f"{said} {text.of(why.why)}"
