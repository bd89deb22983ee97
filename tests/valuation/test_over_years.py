"""Euros over the years: hand-made tables, what must hold for any path, and drawing before cutting."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.budget import examples
from tests.valuation.sets import MKBA, TRUE_PRICE, effect
from valuation.amounts import AmountRange, Discounting
from valuation.apply import value_effect
from valuation.cost_comparison import cost_difference, tipping_price
from valuation.cost_doubt import draw_costs, share_first_lower
from valuation.euro_choices import Choices, outcome
from valuation.over_years import in_year, line_now
from valuation.present import annuity
from valuation.year_paths import EffectPath, PricePath

CO2 = TRUE_PRICE.factors["climate"]  # 0.312 EUR per kg
TEN_PERCENT = Discounting(0.10, 4)
PRICES = PricePath(((2025, AmountRange(80, 100, 120)), (2027, AmountRange(96.8, 121, 145.2))))
"""Rises 10% a year from 2025 to 2027, and stays."""


def line(value, path=EffectPath(), prices=None, name="climate", unit="kg CO2-eq/yr", **more):  # noqa: B008
    """A line in True Price; with ``prices`` its factor follows them, from 2025."""
    factor = TRUE_PRICE.factors[name]
    if prices is not None:
        factor = replace(factor, value=prices.at(2025), by_year=prices, year=2025)
    period = "per year" if unit.endswith("/yr") else "one-off"
    given_effect = replace(effect("x", name, value, unit, period), path=path, **more)
    return value_effect(given_effect, factor)


def test_a_path_of_effect_and_price_matches_a_table_made_by_hand():
    # 200 kg in 2025, 10% less each year; price 100, 110, 121, 121, 121; 10% interest; year k at its end
    #   year   quantity  price   amount     divided by   now
    #   2026   180       110     19,800     1.1          18,000
    #   2027   162       121     19,602     1.21         16,200
    #   2028   145.8     121     17,641.8   1.331        13,254.545
    #   2029   131.22    121     15,877.62  1.4641       10,844.628
    #                                       together     58,299.174
    found = line(200, EffectPath(growth=-0.10), PRICES)
    years = [in_year(found, 2025, after).central for after in (1, 2, 3, 4)]
    assert years == pytest.approx([19_800, 19_602, 17_641.8, 15_877.62])
    now = line_now(found, TEN_PERCENT, 2025).amount
    assert now.value.central == pytest.approx(58_299.1736, abs=1e-3)
    # low prices are 80% and high ones 120% of it in every year
    assert now.value.ends() == pytest.approx((0.8 * 58_299.1736, 1.2 * 58_299.1736))
    assert now.period == "present value"


def test_points_hold_before_the_first_and_after_the_last_with_a_straight_line_between():
    # nothing until 2026, all from 2028: 0, 0.5, 1, 1 of 100 kg at 0.312; 0 + 15.6/1.21 + 31.2/1.331 + 31.2/1.4641
    path = EffectPath(points=((2026, 0.0), (2028, 1.0)))
    assert [path.share(2025, after) for after in (0, 1, 2, 3, 4)] == [0, 0, 0.5, 1, 1]
    assert line_now(line(100, path), TEN_PERCENT, 2025).amount.value.central == pytest.approx(57.6437, abs=1e-3)


def test_a_one_off_amount_falls_in_its_year_and_in_year_0_it_counts_in_full():
    # 1,000 kg at 0.312 = 312; after two years at 10%: 257.851; half a year earlier 270.437
    assert line_now(line(1000, unit="kg CO2-eq"), TEN_PERCENT).amount.value.central == pytest.approx(312)
    later = line(1000, unit="kg CO2-eq", after=2)
    assert line_now(later, TEN_PERCENT).amount.value.central == pytest.approx(257.851, abs=1e-3)
    middle = Discounting(0.10, 4, "middle")
    assert line_now(later, middle).amount.value.central == pytest.approx(270.437, abs=1e-3)
    assert [in_year(later, None, after).central for after in (0, 1, 2, 3)] == [0, 0, 312, 0]
    with pytest.raises(ValueError, match="outside the horizon"):
        line_now(replace(later, after=5), TEN_PERCENT)


def test_prices_that_grow_are_worth_42_percent_more_than_one_price_of_2030():
    # 3.5% a year around 80 in 2030, years 2026 to 2055 at 2.25%: sum of (1.035/1.0225)^k for k = 1..30, over 1.035^5,
    # beside the annuity 21.645: 30.663 / 21.645 = 1.4166
    first = 80 / 1.035**5
    path = PricePath(((2025, AmountRange(central=first)), (2030, AmountRange(central=80))), growth_after=0.035)
    flat = line(1, prices=None)
    flat = replace(flat, factor=replace(CO2, value=AmountRange(central=80)))
    terms = Discounting(0.0225, 30)
    growing = line_now(line(1, prices=path), terms, 2025).amount.value.central
    assert growing / line_now(flat, terms).amount.value.central == pytest.approx(1.4166, abs=1e-4)
    quotient = 1.035 / 1.0225
    closed = first * quotient * (quotient**30 - 1) / (quotient - 1)
    assert growing == pytest.approx(closed)


def test_the_shipped_path_gives_the_published_prices_in_their_years_and_doubles_in_20():
    factor = MKBA.from_year(2026).find("co2_wlo")
    for year, low, high in ((2015, 12, 48), (2030, 20, 80), (2050, 40, 160), (2070, 40, 160)):
        assert factor.by_year.at(year).ends() == pytest.approx((1.182 * low, 1.182 * high))
    # half-way on a path of equal percentages: the root of 20 x 40
    assert factor.by_year.at(2040).ends()[0] == pytest.approx(1.182 * 800**0.5)
    assert (factor.year, factor.verified) == (2026, "unverified")
    assert factor.value.ends() == pytest.approx(factor.by_year.at(2026).ends())
    assert MKBA.from_year(2026).find("co2_two_degrees").verified == "secondary"
    assert "co2_wlo" not in MKBA.from_year(2014).factors  # it has not begun
    with pytest.raises(ValueError, match="begins in 2015"):
        factor.by_year.at(2014)


PATHS = st.one_of(
    st.floats(-0.2, 0.2).map(lambda growth: EffectPath(growth=growth)),
    st.lists(st.tuples(st.integers(2020, 2070), st.floats(0, 3)), max_size=4, unique_by=lambda point: point[0]).map(
        lambda points: EffectPath(points=tuple(sorted(points)))
    ),
)
TERMS = st.builds(
    Discounting, st.sampled_from([0.0, 0.016, 0.0225, 0.1]), st.integers(1, 60), st.sampled_from(["end", "middle"])
)
SIZES = st.floats(0, 1e6)


@examples(40, 2000)
@given(SIZES, TERMS, st.booleans())
def test_without_growth_everything_is_as_it_was(size, terms, with_points):
    path = EffectPath(points=((2030, 1.0),)) if with_points else EffectPath(growth=0.0)
    found = line_now(line(size, path), terms, 2025).amount.value.central
    assert found == pytest.approx(size * 0.312 * annuity(terms), rel=1e-12, abs=1e-9)


@examples(40, 2000)
@given(PATHS, TERMS, SIZES, SIZES, st.floats(0, 100))
def test_a_present_value_is_linear_in_the_effect(path, terms, one, other, times):
    def now(size):
        return line_now(line(size, path, PRICES), terms, 2025).amount.value.central

    assert now(one + other) == pytest.approx(now(one) + now(other), rel=1e-9, abs=1e-9)
    assert now(times * one) == pytest.approx(times * now(one), rel=1e-9, abs=1e-9)


@examples(40, 2000)
@given(PATHS, TERMS)
def test_the_years_apart_add_up_and_the_middle_is_half_a_year_more(path, terms):
    found = line(7.0, path, PRICES)
    ends = replace(terms, timing="end")
    years = sum(in_year(found, 2025, after).central / (1 + terms.rate) ** after for after in range(1, terms.years + 1))
    assert line_now(found, ends, 2025).amount.value.central == pytest.approx(years)
    middle = line_now(found, replace(terms, timing="middle"), 2025).amount.value.central
    assert middle == pytest.approx((1 + terms.rate) ** 0.5 * years)


def test_an_outcome_adds_up_lines_with_and_without_a_path():
    growing = replace(effect("a", "climate", 100, "kg CO2-eq/yr"), path=EffectPath(growth=0.05))
    once = replace(effect("b", "climate", 50, "kg CO2-eq", "one-off"), after=3)
    choices = Choices(TRUE_PRICE, None, None, 0.10, 4)
    # 31.2 x (1.05/1.1 + 1.05^2/1.21 + 1.05^3/1.331 + 1.05^4/1.4641) + 15.6 / 1.331
    by_hand = 31.2 * sum((1.05 / 1.1) ** year for year in (1, 2, 3, 4)) + 15.6 / 1.331
    assert outcome([growing, once], choices).present_value.value.central == pytest.approx(by_hand)


def test_what_passes_zero_is_drawn_first_and_cut_then_in_every_year_alike():
    # triangular -90, -80, 10: 1.11% of the draws are a cost, 0.037037 kg on average (by hand in test_compare)
    lost = line((-90, -80, 10), EffectPath(growth=0.03), name="air_pm", unit="kg PM2.5-eq/yr")
    now = line_now(lost, Discounting(0.0225, 30))
    (drawn,) = draw_costs({"x": [now]}, seed=1, draws=100_000).costs
    per_kg = 81.3 * sum((1.03 / 1.0225) ** year for year in range(1, 31))
    assert (drawn > 0).mean() == pytest.approx(1 / 90, abs=1e-4)
    assert drawn.mean() == pytest.approx(0.037037 * per_kg, rel=0.01)
    assert drawn.min() == 0
    assert now.amount.value.ends()[0] == 0


def test_draws_over_years_are_those_of_a_loop_over_years():
    paths = {"a": EffectPath(growth=0.04), "b": EffectPath(points=((2026, 0.0), (2035, 2.0)))}
    effects = {"a": (-20.0, 5.0, 60.0), "b": (0.0, 20.0, 30.0)}
    terms, chance, n_draws = Discounting(0.0225, 20), np.random.default_rng(5), 200_000
    place, brute = chance.random(n_draws), {}
    for name, (low, central, high) in effects.items():
        quantity = chance.triangular(low, central, high, n_draws)
        brute[name] = np.zeros(n_draws)
        for year in range(1, 21):
            price = PRICES.at(2025 + year)
            middle = (price.central - price.low) / (price.high - price.low)
            up, down = np.sqrt(place * middle), 1 - np.sqrt((1 - place) * (1 - middle))
            drawn = price.low + (price.high - price.low) * np.where(place < middle, up, down)
            yearly = np.clip(quantity * paths[name].share(2025, year), 0, None) * drawn
            brute[name] += yearly / 1.0225**year
    lines = {name: [line_now(line(effects[name], paths[name], PRICES), terms, 2025)] for name in effects}
    found = draw_costs(lines, seed=3, draws=20_000).costs
    assert found.mean(axis=1) == pytest.approx([brute["a"].mean(), brute["b"].mean()], rel=0.01)
    assert share_first_lower(*found) == pytest.approx((brute["a"] < brute["b"]).mean(), abs=0.01)


def test_a_path_of_prices_is_one_draw_for_effects_with_another_course():
    # certain quantities: in a draw with high prices both cost much, so the dearer one is dearer in every draw
    terms = Discounting(0.0225, 20)
    lines = {
        "grows": [line_now(line(10, EffectPath(growth=0.01), PRICES), terms, 2025)],
        "flat": [line_now(line(10, prices=PRICES), terms, 2025)],
    }
    grows, flat = draw_costs(lines, seed=3, draws=5_000).costs
    assert np.corrcoef(grows, flat)[0, 1] == pytest.approx(1)
    assert share_first_lower(flat, grows) == 1


def test_a_price_that_runs_over_the_years_is_one_for_both_alternatives():
    # 30 and 20 kg on one path of prices: the difference is 10 kg at low, central or high prices, never a mix
    terms = Discounting(0.10, 4)
    many, few = (line_now(line(size, prices=PRICES), terms, 2025) for size in (30, 20))
    ten = line_now(line(10, prices=PRICES), terms, 2025)
    assert cost_difference([many], [few]).value.ends() == pytest.approx(ten.amount.value.ends())
    assert cost_difference([many], [few]).value.central == pytest.approx(ten.amount.value.central)
    # with different courses: 10 kg in all years against 10 kg that grow, each at low, central and high prices
    grown = line_now(line(10, EffectPath(growth=0.1), PRICES), terms, 2025)
    ends = [one.amount.value.ends()[end] - ten.amount.value.ends()[end] for one in (grown,) for end in (0, 1)]
    assert cost_difference([grown], [ten]).value.ends() == pytest.approx(sorted(ends))


def test_a_tipping_price_over_the_years_is_the_price_of_each_year():
    # 10 kg a year beside 5 kg a year and 100 kg of dust once (81.3 each): 5 p x annuity = 8,130
    terms = Discounting(0.10, 4)
    more = [line_now(line(10), terms)]
    dust = value_effect(effect("dust", "air_pm", 100, "kg PM2.5-eq", "one-off"), TRUE_PRICE.factors["air_pm"])
    less = [line_now(replace(line(5), effect="y"), terms), line_now(dust, terms)]
    assert tipping_price(more, less, "climate") == pytest.approx(8130 / 5 / 3.169865, rel=1e-6)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (lambda: EffectPath(growth=1.5), "1% is 0.01"),
        (lambda: EffectPath(growth=0.1, points=((2030, 1.0),)), "growth or points"),
        (lambda: EffectPath(points=((2030, 1.0), (2030, 2.0))), "must rise: 2030, 2030"),
        (lambda: EffectPath(points=((2030, -0.5),)), "share in 2030 is -0.5"),
        (lambda: EffectPath(points=((2030, 1.0),)).share(None, 1), "need a base year"),
        (lambda: PricePath(((2030, AmountRange(central=1)),)), "at least two years"),
        (lambda: PricePath(((2030, AmountRange(central=1)), (2040, AmountRange(1, None, 2)))), "same of low"),
        (lambda: PricePath(((2030, AmountRange(central=0)), (2040, AmountRange(central=1)))), "price of 2030"),
        (lambda: line_now(line(1, prices=PRICES), TEN_PERCENT), "need a base year"),
        (lambda: line_now(line_now(line(1), TEN_PERCENT), TEN_PERCENT), "already"),
        (lambda: replace(effect("x", "climate", 1, "kg CO2-eq"), after=-1), "before the base year"),
    ],
)
def test_what_cannot_be_is_refused_in_words(made, words):
    with pytest.raises(ValueError, match=words):
        made()
