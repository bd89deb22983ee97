"""Doubt about effects and about amounts per unit, one at a time."""

from dataclasses import replace

import pytest

from tests.valuation.sets import TRUE_PRICE, effect
from valuation.amounts import AmountRange
from valuation.apply import value_effect
from valuation.doubt_parts import doubt_parts


def line(quantity, price, name="x", kind="externality"):
    factor = replace(TRUE_PRICE.factors["climate"], id=f"{name}_{kind}", value=AmountRange(*price), kind=kind)
    return value_effect(effect(name, "climate", quantity, "kg CO2-eq/yr"), factor)


def test_one_doubt_at_a_time_by_hand():
    # 2 (1 to 4) kg at 10 (5 to 30): effects alone 1 x 10 to 4 x 10; prices alone 2 x 5 to 2 x 30
    found = doubt_parts([line((1, 2, 4), (5, 10, 30))])
    assert found.effects.ends() == (10, 40)
    assert found.factors.ends() == (10, 60)
    assert found.larger == "factors"


def test_without_a_central_value_the_middle_is_half_way_and_a_worth_is_a_negative_cost():
    # 3 (2 to 4) kg at 15 (10 to 20); a worth turns the ranges around
    found = doubt_parts([line((2, None, 4), (10, None, 20), kind="benefit")])
    assert found.effects.ends() == (-60, -30)
    assert found.factors.ends() == (-60, -30)
    assert found.larger == "both"


def test_one_amount_per_unit_is_the_same_for_all_its_effects():
    # 3 kg and -2 kg at 10 to 20: together 1 kg, so 10 to 20, not 3 x 10 - 2 x 20 to 3 x 20 - 2 x 10
    more, less = (
        line(3.0, (10, 15, 20)),
        replace(line(2.0, (10, 15, 20)), effect="y", quantity=AmountRange(central=-2.0)),
    )
    assert doubt_parts([more, less]).factors.ends() == (10, 20)


@pytest.mark.parametrize(
    ("quantity", "price", "larger"),
    [
        ((1, 2, 3), (None, 10, None), "only_effects"),
        (2.0, (5, 10, 15), "only_factors"),
        (2.0, (None, 10, None), "neither"),
        ((1, 2, 3), (5, 10, 15), "both"),
        ((0, 2, 4), (9, 10, 11), "effects"),
    ],
)
def test_what_has_no_range_was_not_compared(quantity, price, larger):
    assert doubt_parts([line(quantity, price)]).larger == larger
