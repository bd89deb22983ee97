"""Two alternatives: difference, tipping price, doubt."""

from dataclasses import replace

import numpy as np
import pytest

from tests.valuation.sets import TRUE_PRICE, effect
from valuation.amounts import AmountRange
from valuation.apply import value_effect
from valuation.cost_comparison import cost_difference, tipping_price
from valuation.cost_doubt import draw_costs, share_first_lower


def lines(climate, dust, climate_range=None):
    factor = TRUE_PRICE.factors["climate"]
    if climate_range is not None:
        factor = replace(factor, value=AmountRange(*climate_range))
    return [
        value_effect(effect("climate", "climate", climate, "kg CO2-eq/yr"), factor),
        value_effect(effect("dust", "air_pm", dust, "kg PM2.5-eq/yr"), TRUE_PRICE.factors["air_pm"]),
    ]


def test_the_price_at_which_the_order_turns():
    # 1,000 p + 10 x 81.3 = 200 p + 20 x 81.3  =>  800 p = 813  =>  p = 1.01625
    a, b = lines(1_000, 10), lines(200, 20)
    price = tipping_price(a, b, "climate")
    assert price == pytest.approx(1.01625)
    assert tipping_price(b, a, "climate") == pytest.approx(price)
    for shift, sign in ((0.99, -1), (1.01, 1)):
        at = [lines(q, d, (price * shift, price * shift, price * shift)) for q, d in ((1_000, 10), (200, 20))]
        assert np.sign(cost_difference(*at).value.central) == sign


def test_no_price_turns_the_order_of_a_plan_that_is_better_on_everything():
    assert tipping_price(lines(1_000, 20), lines(200, 10), "climate") is None
    assert tipping_price(lines(200, 20), lines(200, 10), "climate") is None
    with pytest.raises(ValueError, match="'fossil'"):
        tipping_price(lines(1, 1), lines(1, 2), "fossil")


def test_a_tipping_price_needs_central_values():
    only_range = lines((100, None, 200), 1)
    with pytest.raises(ValueError, match="'climate' has only a range"):
        tipping_price(only_range, lines(1, 2), "air_pm")


def test_doubt_about_a_factor_counts_only_for_the_difference():
    # 1,000 - 900 = 100 kg at 0.1 to 0.5, and no difference in dust: 10 to 50
    found = cost_difference(lines(1_000, 5, (0.1, 0.3, 0.5)), lines(900, 5, (0.1, 0.3, 0.5)))
    assert found.value.ends() == pytest.approx((10, 50))
    assert found.value.central == pytest.approx(30)


def test_two_values_of_one_factor_are_not_compared():
    with pytest.raises(ValueError, match="'climate' has two different values"):
        cost_difference(lines(1, 1), lines(1, 1, (0.1, 0.3, 0.5)))
    with pytest.raises(ValueError, match="nothing to compare"):
        cost_difference([], [])


def test_one_world_for_all_alternatives():
    # effects without doubt, a factor with much: the plan with less of it costs less in every draw
    a, b = lines(900, 5, (0.0, None, 10.0)), lines(1_000, 5, (0.0, None, 10.0))
    costs = draw_costs([a, b], np.random.default_rng(1), 2_000)
    assert share_first_lower(costs[0], costs[1]) == 1
    assert costs.shape == (2, 2_000)


def test_the_share_matches_a_hand_calculation():
    # a uniform on 0 to 100 kg against exactly 30 kg: a is lower in 30% of the draws
    a, b = lines((0, None, 100), 5), lines(30, 5)
    found = share_first_lower(*draw_costs([a, b], np.random.default_rng(2), 100_000))
    assert found == pytest.approx(0.30, abs=0.006)
    # triangular 0, 0, 100: 1 - 0.7 ** 2 = 51% lies below 30
    found = share_first_lower(*draw_costs([lines((0, 0, 100), 5), b], np.random.default_rng(2), 100_000))
    assert found == pytest.approx(0.51, abs=0.006)


def test_equal_plans_tie_and_the_seed_decides():
    same = lines(30, 5)
    costs = draw_costs([same, same], np.random.default_rng(3), 10)
    assert share_first_lower(costs[0], costs[1]) == 0.5
    wide = [lines((0, 20, 100), (1, 2, 9)), lines(30, 5)]
    one, again = (draw_costs(wide, np.random.default_rng(4), 100) for _ in range(2))
    assert (one == again).all()
    turned = draw_costs([plan[::-1] for plan in wide], np.random.default_rng(4), 100)
    assert (one == turned).all()


def test_doubt_refuses_nonsense():
    with pytest.raises(ValueError, match="at least 1"):
        draw_costs([lines(1, 1)], np.random.default_rng(1), 0)
    with pytest.raises(ValueError, match="no alternatives"):
        draw_costs([], np.random.default_rng(1), 5)
    with pytest.raises(ValueError, match="equally many"):
        share_first_lower(np.zeros(3), np.zeros(2))
    with pytest.raises(ValueError, match="finite"):
        share_first_lower(np.array([np.nan]), np.zeros(1))
