"""Doubt about the euros: shares of draws, tipping amounts, and what each switch does."""

import numpy as np
import pytest

from cases import SHIPPED
from cases.reading.loader import load_case
from tests.cases.harbour import GOOD, copy_to, replace
from tests.cases.loaded import FROZEN, loaded
from tests.weighing.euros.test_valuing import with_one_off
from valuation.lines import ValuedLine
from weighing.euros.euro_doubt import carbon_factor, euro_difference, sensitivities, tipping_prices
from weighing.euros.valuing import EuroChoices, euros

CASE = loaded(SHIPPED / "lutkemeer")
HARBOUR = loaded(GOOD)
CHOICES = EuroChoices()


def switch(name, case=CASE, choices=CHOICES):
    return next(found for found in sensitivities(case, choices) if found.switch == name)


def test_a_difference_is_the_hand_calculation_and_its_share_mirrors():
    # 292,507.536 - 34,289.11 = 258,218.426 a year
    found = euro_difference(CASE, CHOICES, "business_park", "food_park")
    assert found.amount.value.central == pytest.approx(258_218.426)
    assert (found.amount.period, found.unknown) == ("per year", ())
    other = euro_difference(CASE, CHOICES, "food_park", "business_park")
    assert other.share_first_lower + found.share_first_lower == pytest.approx(1)
    assert other.amount.value.central == pytest.approx(-258_218.426)


def test_ranges_that_do_not_meet_leave_no_doubt_and_ranges_that_meet_do():
    # ring road emits 26 to 35 kt, the tram 8 to 14.5: never lower; park and combination overlap widely
    assert euro_difference(HARBOUR, CHOICES, "ring_road", "tram").share_first_lower == 0
    assert 0.01 < euro_difference(CASE, CHOICES, "business_park", "combination").share_first_lower < 0.25
    assert euro_difference(CASE, CHOICES, "reference", "reference").share_first_lower == 0.5


def test_a_range_that_passes_zero_is_drawn_whole():
    """The soil takes up carbon or loses it: plain draws of the case's own ranges, at the central prices of the set."""
    case, chance, n_draws = loaded(FROZEN / "lutkemeer"), np.random.default_rng(3), 200_000
    prices = {line.line.factor.id: line.line.factor.value.central for line in valued(case, "reference")}
    costs = {}
    for alternative in ("reference", "food_park"):
        costs[alternative] = 0.0
        for item in valued(case, alternative):
            line = item.line
            low, central, high = (line.uncut or line.quantity).ends()[0], line.quantity.central, line.quantity.high
            if line.uncut is not None:
                central = line.uncut.central
            drawn = central if low == high else chance.triangular(low, central, high, n_draws)
            costs[alternative] = costs[alternative] + np.clip(drawn, 0, None) * prices[line.factor.id]
    share = (costs["reference"] < costs["food_park"]).mean()
    assert share == pytest.approx(0.156, abs=0.005)
    found = euro_difference(case, CHOICES, "reference", "food_park")
    assert found.share_first_lower == pytest.approx(share, abs=0.01)


def valued(case, alternative):
    return [item for item in euros(case, CHOICES).of(alternative).lines if isinstance(item.line, ValuedLine)]


def test_the_share_does_not_change_when_it_is_asked_again():
    first = euro_difference(CASE, CHOICES, "reference", "food_park")
    assert euro_difference(CASE, EuroChoices(), "reference", "food_park") == first


def test_nobody_can_say_when_an_effect_is_not_known(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "performances.csv", "tram,co2,10,8,14.5,kt/yr,S1,C,,",
            "tram,co2,,,,kt/yr,,,Niet gemeten,Not measured")  # fmt: skip
    loaded = load_case(case)
    found = euro_difference(loaded, CHOICES, "ring_road", "tram")
    assert (found.share_first_lower, found.amount, found.unknown) == (None, None, ("co2",))
    assert tipping_prices(loaded, CHOICES, "ring_road", "tram") == ()


def test_a_tipping_amount_matches_a_hand_calculation():
    # fields minus food park, at p EUR per tonne: (3 - 19) p + 14 x 1,180 + (8 - 45) x 3.448 + (0.3 - 1.5) x 81.3 = 0
    #   16,520 - 127.576 - 97.56 = 16,294.864; / 16 = 1,018.429 EUR per tonne, 1.018429 per kg
    found = {item.factor.id: item.price for item in tipping_prices(CASE, CHOICES, "reference", "food_park")}
    assert found["climate"] == pytest.approx(1.018429, abs=1e-6)
    # land per hectare: 16 x 312 + 127.576 + 97.56 = 5,217.136; / 14 = 372.653
    assert found["land_occupation_other_forest"] == pytest.approx(372.653, abs=1e-3)
    # the park costs more on every count, so no amount turns the order
    assert {item.price for item in tipping_prices(CASE, CHOICES, "business_park", "food_park")} == {None}


def test_factors_with_only_a_range_have_no_tipping_amount():
    assert tipping_prices(CASE, EuroChoices("mkba_nl"), "reference", "food_park") == ()


def test_one_off_and_yearly_amounts_are_compared_at_present_value(tmp_path):
    # as now minus tram: (20 - 10) x 312,000 yearly = 3.12 million, (4 - 3) x 312,000 once
    case = load_case(with_one_off(tmp_path))
    found = euro_difference(case, CHOICES, "as_now", "tram")
    annuity = (1 - 1.0225**-20) / 0.0225
    assert found.amount.period == "present value"
    assert found.amount.value.central == pytest.approx(3_120_000 * annuity + 312_000)


def test_every_switch_holds_the_chosen_setting_once():
    assert [found.switch for found in sensitivities(CASE, CHOICES)] == [
        "set", "biome", "carbon", "doubt", "rate", "horizon", "timing",
    ]  # fmt: skip
    for choices in (
        CHOICES,
        EuroChoices(biome="coastal_wetland", rate=0.03, horizon=12, carbon=50.0),
        EuroChoices("mkba_nl", carbon="co2_two_degrees_2050"),
        EuroChoices("mkba_nl", carbon="co2_wlo_2030"),
        EuroChoices("mkba_nl", carbon="co2_two_degrees", timing="middle"),
        EuroChoices(three_times=True, timing="middle"),
    ):
        for found in sensitivities(CASE, choices):
            assert [option.chosen for option in found.options].count(True) == 1, (choices, found.switch)


def test_the_biomes_are_those_of_the_case_with_totals_by_hand():
    # business park without land 292,507.536 - 39,176 = 253,331.536; marsh 33.2 x 17,400 = 577,680
    options = switch("biome").options
    assert [option.choices.biome for option in options] == ["other_forest", "woodland", "grassland", "inland_wetland"]
    assert options[-1].totals["business_park"].value.central == pytest.approx(253_331.536 + 577_680)


def test_the_carbon_amounts_are_a_third_and_three_times_when_the_set_has_one():
    assert [option.choices.carbon for option in switch("carbon").options] == [None, pytest.approx(104), 936]
    # with a price for each year the prices of single years are no choice, until somebody has chosen one
    assert [option.choices.carbon for option in switch("carbon", choices=EuroChoices("mkba_nl")).options] == [
        None, "co2_two_degrees",
    ]  # fmt: skip
    chosen = EuroChoices("mkba_nl", carbon="co2_wlo_2030")
    assert "co2_wlo_2030" in [option.choices.carbon for option in switch("carbon", choices=chosen).options]
    assert carbon_factor(CASE, EuroChoices("mkba_nl")).id == "co2_wlo"
    assert len(switch("carbon", HARBOUR, EuroChoices("mkba_nl")).options) == 6  # a case without a base year


def test_present_values_at_the_standard_rate_the_variants_and_zero():
    found = {option.choices.rate: option.totals["business_park"] for option in switch("rate").options}
    assert set(found) == {0, 0.016, 0.0225, 0.029}
    assert found[0].value.central == pytest.approx(30 * 292_507.536)
    assert found[0.0225].value.central == pytest.approx(6_331_422.10, abs=0.5)
    assert all(total.discounting.years == 30 for total in found.values())


def test_other_horizons_are_half_and_double():
    assert [option.totals["reference"].discounting.years for option in switch("horizon").options] == [15, 30, 60]


def test_another_set_is_another_column_in_its_own_price_year():
    mkba, true_price = switch("set").options
    assert {total.basis.price_year for total in mkba.totals.values()} == {2013}
    assert {total.basis.price_year for total in true_price.totals.values()} == {2024}
    assert "biome" not in [found.switch for found in sensitivities(CASE, EuroChoices("mkba_nl"))]


def test_the_middle_of_the_year_and_a_factor_of_three_by_hand():
    ends, middle = switch("timing").options
    assert middle.totals["food_park"].value.central == pytest.approx(
        1.0225**0.5 * ends.totals["food_park"].value.central
    )
    published, wide = switch("doubt").options
    assert wide.totals["food_park"].value.central == published.totals["food_park"].value.central
    low, high = published.totals["food_park"].value.ends()
    assert wide.totals["food_park"].value.ends() == pytest.approx((low / 3, 3 * high))
    assert wide.totals["food_park"].basis != published.totals["food_park"].basis  # so the two are never added
    assert "doubt" not in [found.switch for found in sensitivities(CASE, EuroChoices("mkba_nl"))]
