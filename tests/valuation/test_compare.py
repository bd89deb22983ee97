"""Two alternatives: difference, tipping price, doubt."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.valuation.sets import TRUE_PRICE, effect
from valuation.amounts import AmountRange
from valuation.apply import value_effect
from valuation.cost_comparison import cost_difference, tipping_price
from valuation.cost_doubt import draw_costs, share_first_lower
from valuation.lines import ValuedLine


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


def costs_of(*plans, seed=1, draws=2_000):
    return draw_costs({f"plan {number}": lines for number, lines in enumerate(plans)}, seed, draws).costs


def test_one_world_for_all_alternatives():
    # effects without doubt, a factor with much: the plan with less of it costs less in every draw
    a, b = lines(900, 5, (0.0, None, 10.0)), lines(1_000, 5, (0.0, None, 10.0))
    costs = costs_of(a, b)
    assert share_first_lower(costs[0], costs[1]) == 1
    assert costs.shape == (2, 2_000)


def test_the_share_matches_a_hand_calculation():
    # a uniform on 0 to 100 kg against exactly 30 kg: a is lower in 30% of the draws
    a, b = lines((0, None, 100), 5), lines(30, 5)
    assert share_first_lower(*costs_of(a, b, draws=100_000)) == pytest.approx(0.30, abs=1e-4)
    # triangular 0, 0, 100: 1 - 0.7 ** 2 = 51% lies below 30
    assert share_first_lower(*costs_of(lines((0, 0, 100), 5), b, draws=100_000)) == pytest.approx(0.51, abs=1e-4)


def test_what_passes_zero_is_drawn_first_and_cut_then():
    # triangular -90, -80, 10: above 0 in 10^2 / (100 x 90) = 1.11% of the draws, where the mean is a third of 10:
    # 0.0111 x 3.33 = 0.0370 kg over all draws
    price = TRUE_PRICE.factors["air_pm"].value.central
    lost = value_effect(effect("dust", "air_pm", (-90, -80, 10), "kg PM2.5-eq/yr"), TRUE_PRICE.factors["air_pm"])
    (drawn,) = costs_of([lost], draws=100_000)
    assert (drawn > 0).mean() == pytest.approx(1 / 90, abs=1e-4)
    assert drawn.mean() == pytest.approx(0.037037 * price, rel=0.01)
    assert drawn.min() == 0


RANGES = st.lists(st.integers(-90, 90), min_size=3, max_size=3).map(lambda found: tuple(sorted(map(float, found))))


@given(RANGES, st.floats(0.5, 20))
def test_the_cost_of_any_range_is_the_mean_of_its_own_triangle_above_zero(found, years):
    dust = value_effect(effect("dust", "air_pm", found, "kg PM2.5-eq/yr"), TRUE_PRICE.factors["air_pm"])
    if not isinstance(dust, ValuedLine):
        assert found[2] <= 0  # certainly a gain, and never a cost
        return
    (drawn,) = costs_of([replace(dust, price_now=dust.price.scaled(years))], draws=20_000)
    low, central, high = found
    brute = np.full(1, low) if low == high else np.random.default_rng(7).triangular(low, central, high, 200_000)
    mean = years * TRUE_PRICE.factors["air_pm"].value.central * brute.clip(min=0)
    assert drawn.mean() == pytest.approx(mean.mean(), abs=5 * mean.std() / np.sqrt(len(mean)) + 1e-9)


def test_a_line_cannot_lose_what_was_cut_off():
    cut = value_effect(effect("dust", "air_pm", (-90, -80, 10), "kg PM2.5-eq/yr"), TRUE_PRICE.factors["air_pm"])
    with pytest.raises(ValueError, match="effect 'dust'"):
        replace(cut, quantity=cut.quantity.scaled(2))


def test_equal_plans_tie_and_only_ids_and_seed_decide():
    same = lines(30, 5)
    assert share_first_lower(*costs_of(same, same, draws=10)) == 0.5
    wide = {"a": lines((0, 20, 100), (1, 2, 9)), "b": lines((0, 30, 50), 5)}
    costs = draw_costs(wide, 4, 100).costs
    assert (costs == draw_costs(wide, 4, 100).costs).all()
    assert (costs != draw_costs(wide, 5, 100).costs).any()
    turned = draw_costs({name: wide[name][::-1] for name in ("b", "a")}, 4, 100).costs
    assert (costs == turned[::-1]).all()
    assert (draw_costs({"a": wide["a"]}, 4, 100).costs == costs[:1]).all()


def test_doubt_refuses_nonsense():
    with pytest.raises(ValueError, match="at least 1"):
        costs_of(lines(1, 1), draws=0)
    with pytest.raises(ValueError, match="0 or more"):
        costs_of(lines(1, 1), seed=-1)
    with pytest.raises(ValueError, match="no alternatives"):
        draw_costs({}, 1, 5)
    with pytest.raises(ValueError, match="equally many"):
        share_first_lower(np.zeros(3), np.zeros(2))
    with pytest.raises(ValueError, match="finite"):
        share_first_lower(np.array([np.nan]), np.zeros(1))
