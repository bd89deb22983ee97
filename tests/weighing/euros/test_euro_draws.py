"""Euros in draws: effects that share a cause, and what finding out gains, beside plain draws by numpy."""

from dataclasses import replace

import numpy as np
import pytest

from cases import SHIPPED
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from valuation.cost_doubt import gain_of_knowing
from valuation.lines import ValuedLine
from weighing.euros.euro_doubt import euro_difference
from weighing.euros.euro_draws import euro_draws, euro_information
from weighing.euros.valuing import EuroChoices, euros
from weighing.what_if import changed

CASE = loaded(SHIPPED / "lutkemeer")
WIDE = EuroChoices(three_times=True)
PART = {"wholly": 1.0, "mostly": 0.8, "partly": 0.5}
TURNED = {"soil_carbon", "biodiversity"}
"""Of the Lutkemeer: more taken up, or more nature, is a smaller cost."""


def _drawn(amount, at):
    low, high = amount.ends()
    if low == high:
        return np.full(at.size, low)
    middle, width = amount.central, high - low
    rising, falling = low + (at * width * (middle - low)) ** 0.5, high - ((1 - at) * width * (high - middle)) ** 0.5
    return np.where(at * width < middle - low, rising, falling)


def _plain(choices, n, seed):
    """Quantities and prices by line of each alternative, from the words of the case, with a coin for each effect."""
    chance = np.random.default_rng(seed)
    caused = {(one.alternative, one.criterion): one for one in CASE.caused_effects}
    causes, prices, found = {}, {}, []
    for item in euros(CASE, choices).alternatives:
        rows = []
        for one in item.lines:
            line = one.line
            if not isinstance(line, ValuedLine):
                continue
            at, effect = chance.random(n), caused.get((item.alternative, one.criterion))
            if effect is not None:
                shared = causes.setdefault(effect.cause, chance.random(n))
                shared = 1 - shared if (effect.way == "against") != (one.criterion in TURNED) else shared
                at = np.where(chance.random(n) < PART[effect.strength], shared, at)
            drawn = _drawn(line.uncut or line.quantity, at).clip(min=0)
            price = prices.setdefault(line.factor.id, _drawn(line.price, chance.random(n)))
            rows.append((drawn, price))
        found.append(rows)
    return found


def test_costs_with_shared_causes_are_those_of_plain_drawing():
    costs = np.array([sum(q * p for q, p in rows) for rows in _plain(EuroChoices(), 100_000, 3)])
    found = euro_draws(CASE, EuroChoices()).costs
    apart = euro_draws(changed(CASE, "apart", causes=(), caused_effects=()), EuroChoices()).costs
    names = [item.id for item in CASE.alternatives]
    for one, other in ((1, 3), (0, 2), (2, 3)):
        expected = (costs[one] < costs[other]).mean()
        pair = names[one], names[other]
        assert euro_difference(CASE, EuroChoices(), *pair).share_first_lower == pytest.approx(expected, abs=0.012)
    assert found.mean(axis=1) == pytest.approx(costs.mean(axis=1), rel=0.02)
    # of one plan CO2, NOx and fine dust rise together, so its total is less certain than with each by itself
    assert found.std(axis=1) == pytest.approx(costs.std(axis=1), rel=0.03)
    assert (found.std(axis=1)[[1, 3]] > 1.02 * apart.std(axis=1)[[1, 3]]).all()
    assert found.mean(axis=1) == pytest.approx(apart.mean(axis=1), rel=0.02)


def test_what_finding_out_gains_is_that_of_plain_drawing():
    choices, drawn = WIDE, _plain(WIDE, 150_000, 7)
    everything = np.array([sum(q * p for q, p in rows) for rows in drawn])
    # effects and prices are independent: who knows the one expects the mean of the other
    of_effects = np.array([sum(q * p.mean() for q, p in rows) for rows in drawn])
    of_prices = np.array([sum(q.mean() * p for q, p in rows) for rows in drawn])
    found = euro_information(CASE, choices)
    gains = [amount.value.central for amount in (found.everything, found.effects, found.factors)]
    plain = [rows.mean(axis=1).min() - rows.min(axis=0).mean() for rows in (everything, of_effects, of_prices)]
    assert gains == pytest.approx(plain, rel=0.05, abs=30)
    assert 0 <= gains[1] <= gains[0] + 1
    assert 0 <= gains[2] <= gains[0] + 1


def test_a_gain_by_hand_and_the_published_example_of_the_investor():
    # 10 or 30 as likely, beside 18: now the 18, since 20 is more; known, (10 + 18) / 2 = 14
    assert gain_of_knowing([np.array([10.0, 30.0]), np.array([18.0, 18.0])]) == pytest.approx(4)
    assert gain_of_knowing([np.array([10.0, 30.0])]) == 0
    # Clemen (1996), chapter 12, as costs: perfect information gains 420
    market = [0] * 5 + [1] * 3 + [2] * 2
    costs = -np.array([[1500.0, 100, -1000], [1000, 200, -100], [500, 500, 500]])[:, market]
    assert gain_of_knowing(list(costs)) == pytest.approx(420)


def test_nobody_can_say_what_finding_out_gains_with_one_plan_left_or_an_effect_that_is_not_known():
    cell = CASE.performances["business_park", "nox"]
    dark = replace(cell, value=None, low=None, high=None)
    assert euro_information(changed(CASE, "dark", performances={**CASE.performances, ("business_park", "nox"): dark}),
                            EuroChoices()) is None  # fmt: skip
    alone = changed(loaded(GOOD), "alone", alternatives=loaded(GOOD).alternatives[:1])
    assert euro_information(alone, EuroChoices()) is None


def test_the_order_of_alternatives_and_causes_changes_no_draw_and_two_sides_of_one_effect_are_one_quantity():
    turned = changed(CASE, "turned", alternatives=CASE.alternatives[::-1], causes=CASE.causes[::-1],
                     caused_effects=CASE.caused_effects[::-1])  # fmt: skip
    here, there = (euro_draws(case, EuroChoices()).costs for case in (CASE, turned))
    assert (here == there[::-1]).all()
