"""What is of the wrong type, shape or range, not known or hidden by a mask is refused in one form, at every door."""

from dataclasses import replace

import numpy as np
import pytest

import valuation
from tests.refusals import doors, methods, not_given, not_refused
from tests.valuation.sets import TRUE_PRICE, effect
from valuation import (
    amounts,
    apply,
    cost_comparison,
    cost_doubt,
    doubt_parts,
    euro_choices,
    factor_set,
    lines,
    over_years,
    present,
    set_loader,
    shipped_sets,
    true_price,
    units,
    welfare,
    year_paths,
)

INNER = frozenset({"given", "factors_file", "set_head"})
"""What the doors are made of, and what only the loader asks."""
RANGE = amounts.AmountRange(1.0, 2.0, 3.0)
BASIS, CLIMATE = TRUE_PRICE.basis, TRUE_PRICE.factors["climate"]
TERMS = amounts.Discounting(0.0225, 30)
EFFECT = effect("x", "climate", (1.0, 2.0, 3.0), "kg CO2-eq/yr")
LINE = apply.value_effect(EFFECT, CLIMATE)
OTHER = apply.value_effect(effect("x", "climate", (2.0, 3.0, 5.0), "kg CO2-eq/yr"), CLIMATE)
MKBA_FACTOR = replace(CLIMATE, basis=replace(BASIS, frame="mkba"))
MKBA_LINE = apply.value_effect(replace(EFFECT, party="all"), MKBA_FACTOR)
CHOICES = euro_choices.Choices(TRUE_PRICE, None, None, 0.0225, 30)
LEFT = lines.Quantity(RANGE, "MSA*ha", "per year")
GROWTH = year_paths.EffectPath(0.01, growth_low=0.0, growth_high=0.02)
GROWING = over_years.line_now(replace(LINE, path=GROWTH), TERMS, 2026)
PRICES = year_paths.PricePath(((2025, RANGE), (2030, RANGE)))
SET = (
    "a", TRUE_PRICE.name, "b", "1", "c", TRUE_PRICE.attribution, "d", BASIS, TRUE_PRICE.factors,
    TRUE_PRICE.discount_rates, TRUE_PRICE.vat, TRUE_PRICE.paths,
)  # fmt: skip
GOOD = {
    amounts.Amount: (RANGE, BASIS, "per year", None),
    amounts.AmountRange: (1.0, 2.0, 3.0),
    amounts.Basis: ("EUR", 2024, "a_set", "v", "true_price"),
    amounts.Discounting: (0.0225, 30, "end"),
    amounts.added: ([LINE.amount],),
    amounts.significant: (1234.5, 2),
    apply.msa_loss: (LEFT, 10.0),
    apply.value_effect: (EFFECT, CLIMATE),
    cost_comparison.check_comparable: ([LINE], [OTHER]),
    cost_comparison.cost_difference: ([LINE], [OTHER]),
    cost_comparison.tipping_price: ([LINE], [OTHER], "climate"),
    cost_doubt.Shared: ("x", "traffic", 0.8),
    cost_doubt.draw_costs: ({"a": [LINE], "b": [OTHER]}, 1, 10, {("a", "x"): cost_doubt.Shared("x", "traffic", 1.0)}),
    cost_doubt.gain_of_knowing: ([np.array([1.0, 2.0]), np.array([2.0, 1.0])],),
    cost_doubt.share_first_lower: ([1.0, 2.0], [2.0, 1.0]),
    doubt_parts.doubt_parts: ([LINE],),
    euro_choices.Choices: (TRUE_PRICE, "grassland", "climate", 0.0225, 30, "end", 2026),
    euro_choices.outcome: ([EFFECT], CHOICES),
    factor_set.FactorSet: SET,
    lines.Effect: ("x", "climate", EFFECT.quantity, "all", None, year_paths.UNCHANGED, 0),
    lines.Quantity: (RANGE, "kg", "per year"),
    lines.ValuedLine: ("x", CLIMATE, RANGE, LINE.amount, "all", None, RANGE, year_paths.UNCHANGED, 0, None),
    lines.coverage: ([LINE],),
    lines.valued: ([LINE], "true_price"),
    over_years.in_year: (LINE, 2026, 3),
    over_years.line_now: (LINE, TERMS, 2026),
    present.annuity: (TERMS,),
    present.end_weight: (TERMS,),
    present.once_weight: (TERMS, 3),
    present.year_weights: (TERMS,),
    set_loader.available_sets: (set_loader.SETS,),
    set_loader.load_factor_set: (set_loader.SETS / "mkba_nl",),
    shipped_sets.carbon_factors: (TRUE_PRICE,),
    shipped_sets.factor_sets: (),
    true_price.true_price_totals: ([LINE],),
    units.check_unit: ("kg CO2-eq",),
    units.fit: ("kg CO2-eq/yr", "kg CO2-eq"),
    units.known_words: (),
    welfare.welfare_totals: ([MKBA_LINE],),
    year_paths.EffectPath: (0.01, ()),
    year_paths.PricePath: (((2025, RANGE), (2030, RANGE)), 0.01),
}
"""What goes in; every argument is damaged in turn."""
NAMED = {
    lines.ValuedLine: {"years_now": ()},
    year_paths.EffectPath: {"growth_low": 0.0, "growth_high": 0.02, "varies_as": "traffic"},
    year_paths.PricePath: {"growth_after_low": 0.0, "growth_after_high": 0.02},
}
"""What may be left out of a call."""
METHODS = {
    GROWING.price_grown: (0.01,),
    year_paths.EffectPath(0.01).shares: (2026, 3),
    factor_set.FactorPath("p", TRUE_PRICE.name, ((2025, "climate"), (2030, "climate")), 0.01).prices: (
        TRUE_PRICE.factors,
    ),
    RANGE.scaled: (2.0,),
    RANGE.times: (RANGE,),
    RANGE.plus: (RANGE,),
    LINE.amount.scaled: (2.0,),
    TRUE_PRICE.biomes: ("land_occupation",),
    TRUE_PRICE.find: ("land_occupation", "grassland"),
    TRUE_PRICE.from_year: (2026,),
    CLIMATE.taxed: (0.2,),
    year_paths.EffectPath(0.01).share: (2026, 3),
    PRICES.at: (2027,),
    PRICES.scaled: (2.0,),
}


def test_every_public_function_is_in_the_table():
    assert {door.__name__ for door in doors(valuation, INNER)} == {function.__name__ for function in GOOD}


def test_so_is_every_argument_and_every_method():
    assert not_given(GOOD, NAMED) == []
    assert {method.__qualname__ for method in METHODS} == methods(valuation, INNER)


MAY_BE_NONE = {
    (amounts.AmountRange, 1), (amounts.Amount, 3), (apply.value_effect, 1), (euro_choices.Choices, 1),
    (euro_choices.Choices, 2), (euro_choices.Choices, 6), (lines.Effect, 2), (lines.Effect, 3), (lines.Effect, 4),
    (cost_doubt.Shared, 1), (lines.ValuedLine, 4), (lines.ValuedLine, 5), (lines.ValuedLine, 6), (lines.ValuedLine, 9),
    (over_years.in_year, 1), (over_years.line_now, 2),
}  # fmt: skip
ANY_WORD = {
    (cost_doubt.Shared, 0), (cost_doubt.Shared, 1),
    (amounts.Basis, 0), (amounts.Basis, 2), (amounts.Basis, 3), (lines.Effect, 0), (lines.Effect, 1), (lines.Effect, 3),
    (lines.Quantity, 1), (lines.ValuedLine, 0), (lines.ValuedLine, 4), (euro_choices.Choices, 1),
}  # fmt: skip
"""Names that are checked where they are looked up."""
ANY_WHOLE = {
    (amounts.Basis, 1), (amounts.Discounting, 1), (cost_doubt.draw_costs, 1), (cost_doubt.draw_costs, 2),
    (euro_choices.Choices, 4), (euro_choices.Choices, 6), (lines.Effect, 6), (lines.ValuedLine, 8),
    (over_years.in_year, 1), (over_years.in_year, 2), (over_years.line_now, 2), (present.once_weight, 1),
}  # fmt: skip
"""Numbers for which another whole number is as good; -1 and ones that are too large are in tests of their own."""
TOLD = {0, 1, 2, 3, 4, 5, 6}
"""Words about a factor set, shown and never calculated with."""


def fine(function, place, bad):
    if function is factor_set.FactorSet and place in TOLD:
        return True
    if bad is None:
        return (function, place) in MAY_BE_NONE
    if isinstance(bad, str):
        return (function, place) in ANY_WORD or place == "varies_as"
    return isinstance(bad, int) and (function, place) in ANY_WHOLE


def test_every_damaged_argument_is_refused_by_a_value_error():
    assert not (wrong := not_refused(GOOD, fine, NAMED)), "\n".join(wrong)


def test_so_is_one_of_a_method():
    def may(function, place, bad):
        name = function.__name__
        if bad is None or isinstance(bad, str):
            unsaid = [("share", 0), ("shares", 0), ("find", 1), ("price_grown", 0)]
            return (name, place) in (unsaid if bad is None else [("biomes", 0), ("find", 0)])
        return isinstance(bad, int) and name in ("at", "from_year", "share", "shares")

    assert not (wrong := not_refused(METHODS, may)), "\n".join(wrong)


def test_named_mistakes():
    with pytest.raises(ValueError, match="masked"):
        cost_doubt.share_first_lower(np.ma.masked_array([99.0, 1.0], [True, False]), [1.0, 2.0])
    with pytest.raises(ValueError, match="whole number"):
        cost_doubt.draw_costs({"a": [LINE]}, 1, 2.5)
    with pytest.raises(ValueError, match="seed must be 0 or more"):
        cost_doubt.draw_costs({"a": [LINE]}, -1)
    with pytest.raises(ValueError, match="at least 1 is needed"):
        cost_doubt.draw_costs({"a": [LINE]}, 1, 0)
    with pytest.raises(ValueError, match="must be a number, not True"):
        amounts.AmountRange(central=True)
    with pytest.raises(ValueError, match="finite"):
        amounts.AmountRange(central=float("nan"))
    with pytest.raises(ValueError, match="must be one of per year, one-off"):
        lines.Quantity(RANGE, "kg", "monthly")
