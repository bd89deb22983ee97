"""Growth with a range: a table made by hand, a loop over draws and years, and what belongs to which doubt."""

from dataclasses import replace

import numpy as np
import pytest

from tests.valuation.test_over_years import PRICES, line
from valuation.amounts import AmountRange, Discounting
from valuation.cost_comparison import cost_difference
from valuation.cost_doubt import draw_costs, share_first_lower
from valuation.doubt_parts import doubt_parts
from valuation.over_years import in_year, line_now
from valuation.year_paths import EffectPath, PricePath

TERMS = Discounting(0.10, 3)
GROWTH = EffectPath(growth=0.1, growth_low=0.0, growth_high=0.2, varies_as="climate")


def test_a_range_of_growth_widens_later_years_as_by_hand():
    # 100 kg x 0.312 = 31.2 a year; factors 1, 1.1 and 1.2 a year
    found = line(100, GROWTH)
    assert in_year(found, 2025, 2).ends() == pytest.approx((31.2, 31.2 * 1.44))
    assert in_year(found, 2025, 2).central == pytest.approx(31.2 * 1.21)
    assert in_year(found, 2025, 0).ends() == pytest.approx((31.2, 31.2))
    now = line_now(found, TERMS)
    # at 10%: low 31.2 x (1/1.1 + 1/1.21 + 1/1.331) = 31.2 x 2.486852; central 31.2 x 3; high 31.2 x 3.578713
    high = sum((1.2 / 1.1) ** year for year in (1, 2, 3))
    assert now.amount.value.ends() == pytest.approx((31.2 * 2.486852, 31.2 * high), rel=1e-6)
    assert now.amount.value.central == pytest.approx(31.2 * 3)
    # the amount per unit has no range, so all doubt is that of the effect
    parts = doubt_parts([now])
    assert parts.larger == "only_effects"
    assert parts.effects.ends() == pytest.approx(now.amount.value.ends())


def test_growth_of_a_price_is_doubt_about_the_amount_per_unit():
    # 100 in 2025 and 110 in 2026; from then on 0%, 10% or 20% a year
    prices = PricePath(((2025, AmountRange(central=100)), (2026, AmountRange(central=110))), 0.1, 0.0, 0.2)
    assert prices.at(2028).ends() == pytest.approx((110, 110 * 1.44))
    assert prices.at(2028).central == pytest.approx(110 * 1.21)
    assert prices.scaled(2).at(2028).ends() == pytest.approx((220, 220 * 1.44))
    now = line_now(line(10, prices=prices), TERMS, 2025)
    assert doubt_parts([now]).larger == "only_factors"
    assert now.amount.value.ends() == pytest.approx(
        (10 * 110 * 2.486852, 10 * 110 * (1 / 1.1 + 1.2 / 1.21 + 1.44 / 1.331)), rel=1e-6
    )


def test_draws_with_growth_are_those_of_a_loop_over_years():
    terms, chance, n_draws = Discounting(0.0225, 20), np.random.default_rng(8), 100_000
    effects, path = {"a": (-20.0, 5.0, 60.0), "b": (0.0, 20.0, 30.0)}, replace(GROWTH, growth=0.02, growth_high=0.08)
    place, growth = chance.random(n_draws), chance.triangular(0.0, 0.02, 0.08, n_draws)
    brute = {}
    for name, ends in effects.items():
        amounts = chance.triangular(*ends, n_draws).clip(min=0)
        brute[name] = np.zeros(n_draws)
        for year in range(1, 21):
            price = PRICES.at(2025 + year)
            middle = (price.central - price.low) / (price.high - price.low)
            up, down = np.sqrt(place * middle), 1 - np.sqrt((1 - place) * (1 - middle))
            drawn = price.low + (price.high - price.low) * np.where(place < middle, up, down)
            brute[name] += amounts * (1 + growth) ** year * drawn / 1.0225**year
    lines = {name: [line_now(line(effects[name], path, PRICES), terms, 2025)] for name in effects}
    found = draw_costs(lines, seed=3, draws=20_000)
    assert found.costs.mean(axis=1) == pytest.approx([brute["a"].mean(), brute["b"].mean()], rel=0.01)
    assert found.costs.std(axis=1) == pytest.approx([brute["a"].std(), brute["b"].std()], rel=0.02)
    assert share_first_lower(*found.costs) == pytest.approx((brute["a"] < brute["b"]).mean(), abs=0.01)
    # what one expects, once the one or the other is known, is right on average; and it is less wide than all
    for known in (found.if_effects_known, found.if_factors_known):
        assert known.mean(axis=1) == pytest.approx(found.costs.mean(axis=1), rel=0.005)
        assert (known.std(axis=1) < found.costs.std(axis=1)).all()


def test_doubt_of_growth_alone_is_all_of_the_effects_and_none_of_the_amounts():
    drawn = draw_costs({"x": [line_now(line(100, GROWTH), TERMS)]}, seed=1, draws=5_000)
    assert drawn.if_effects_known == pytest.approx(drawn.costs)
    assert drawn.if_factors_known == pytest.approx(np.full((1, 5_000), drawn.costs.mean()), rel=1e-3)


def test_what_grows_with_one_name_is_one_draw_for_all_alternatives():
    # 30 and 20 kg that grow alike: the larger costs more in every draw, and the difference is that of 10 kg
    many, few, ten = (line_now(line(size, GROWTH), TERMS) for size in (30, 20, 10))
    costs = draw_costs({"many": [many], "few": [few]}, seed=2, draws=2_000).costs
    assert share_first_lower(costs[1], costs[0]) == 1
    assert cost_difference([many], [few]).value.ends() == pytest.approx(ten.amount.value.ends())
    # with another name each grows by itself: 30 kg that grow least beside 20 kg that grow most, and the reverse
    other = line_now(line(20, replace(GROWTH, varies_as="other")), TERMS)
    (low, high), (few_low, few_high) = many.amount.value.ends(), other.amount.value.ends()
    assert cost_difference([many], [other]).value.ends() == pytest.approx((low - few_high, high - few_low))


def test_a_range_that_cannot_be_is_refused():
    for make, said in (
        (lambda: EffectPath(growth=0.1, growth_low=0.0), "come together"),
        (lambda: EffectPath(growth=0.1, growth_low=0.2, growth_high=0.3), "out of order: 0.2, 0.1, 0.3"),
        (lambda: EffectPath(growth_low=-0.1, growth_high=1.0), "1% is 0.01"),
        (lambda: EffectPath(points=((2030, 1.0),), growth_low=-0.1, growth_high=0.1), "growth or points"),
        (lambda: replace(PRICES, growth_after_low=0.01), "come together"),
    ):
        with pytest.raises(ValueError, match=said):
            make()
