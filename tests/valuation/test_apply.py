"""One effect and one factor: what is refused, and why something has no amount."""

import pytest

from tests.valuation.sets import TRUE_PRICE, effect
from valuation.amounts import AmountRange
from valuation.apply import msa_loss, value_effect
from valuation.lines import Effect, NotValued, Quantity


def msa(*numbers):
    return Quantity(
        AmountRange(*numbers) if len(numbers) == 3 else AmountRange(central=numbers[0]), "MSA*ha", "per year"
    )


def test_much_nature_left_is_little_loss():
    assert msa_loss(msa(2, 4, 5), 10).value == AmountRange(5, 6, 8)
    assert msa_loss(msa(10), 10).value.central == 0


@pytest.mark.parametrize("left", [(11,), (-1,), (2, 4, 11)])
def test_more_nature_than_the_area_holds_is_refused(left):
    with pytest.raises(ValueError, match="on 10 ha between 0 and 10"):
        msa_loss(msa(*left), 10)


def test_nature_that_is_left_cannot_be_valued_as_a_loss():
    with pytest.raises(ValueError, match="'land': a quantity in 'MSA\\*ha'"):
        value_effect(effect("land", "", 6.5, "MSA*ha"), TRUE_PRICE.find("land_occupation", "grassland"))


def test_a_range_of_effect_and_factor_gives_the_widest_amount(small):
    line = value_effect(effect("climate", "", (10, 20, 40), "kg CO2-eq/yr"), small.factors["climate"])
    assert line.amount.value == AmountRange(0.5, 2, 8)
    avoided = value_effect(effect("climate", "", (-40, -20, -10), "kg CO2-eq/yr"), small.factors["climate"])
    assert avoided.amount.value == AmountRange(-8, -2, -0.5)


@pytest.mark.parametrize(
    ("given", "factor", "reason"),
    [
        (Effect("x", "climate", None), "climate", "in_words_only"),
        (Effect("x", "climate", Quantity(AmountRange(), "kg CO2-eq/yr", "per year")), "climate", "quantity_unknown"),
        (effect("x", "climate", 1, "kg CO2-eq/yr", keep_out="capped"), "climate", "capped"),
        (effect("x", "climate", 1, "kg CO2-eq/yr"), None, "no_factor"),
        (effect("x", "cooling", 1, "person"), "cooling", "no_value"),
        (effect("x", "ore", 1, "kg Cu-eq/yr"), "ore", "tentative"),
    ],
)
def test_why_an_effect_has_no_amount(small, given, factor, reason):
    found = value_effect(given, small.factors[factor] if factor else None)
    assert found == NotValued("x", reason, given.impact)


def test_a_transfer_says_who_gets_it(small):
    with pytest.raises(ValueError, match="who gets or pays"):
        value_effect(effect("grant", "subsidy", 5, "EUR/yr"), small.factors["subsidy"])
