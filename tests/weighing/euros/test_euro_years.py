"""Paths, dated costs and doubts of a case: figures by hand, on the invented case."""

import pytest

from cases.reading.loader import load_case
from cases.workbook.checked_upload import read_workbook
from cases.workbook.workbook_writing import write_workbook
from files.problems import CaseError
from tests.cases.harbour import copy_to, replace
from tests.cases.loaded import FROZEN, loaded
from tests.weighing.euros.test_valuing import with_one_off
from texts import LANGUAGES
from weighing.euros.euro_draws import euro_draws
from weighing.euros.euro_links import euros_from_link, euros_to_link
from weighing.euros.euro_years import cost_sums, dated_amounts, doubts_apart, euros_in_year, shown_years
from weighing.euros.valuing import EuroChoices, euros

PATHS = """\
base_year: 2026
paths:
  - criterion: co2
    growth: -0.02
    why: {nl: Schonere motoren, en: Cleaner engines}
    sources: [S1]
  - criterion: co2
    alternatives: [tram]
    points: [{year: 2028, share: 0}, {year: 2030, share: 1}]
    why: {nl: De tram rijdt vanaf 2030, en: The tram runs from 2030 on}
    sources: [S1]
costs:
  - alternative: tram
    label: {nl: Rails leggen, en: Laying rails}
    kind: cost
    year: 2026
    value: 900000
    low: 800000
    high: 1200000
    payer: region
    about: {nl: Verzonnen, en: Made up}
    price_year: 2025
    sources: [S1]
  - alternative: tram
    label: {nl: Nieuwe trams, en: New trams}
    kind: cost
    year: 2036
    value: 500000
    payer: region
    about: {nl: Verzonnen, en: Made up}
    price_year: 2025
    sources: [S1]
  - alternative: tram
    label: {nl: Rails, en: Rails}
    kind: residual_value
    year: 2046
    value: 300000
    payer: region
    about: {nl: Verzonnen, en: Made up}
    price_year: 2025
    sources: [S1]
parties:
"""


def with_years(folder, text=PATHS):
    case = copy_to(folder)
    replace(case, "valuation.yaml", "parties:\n", text)
    return case


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return euros(load_case(with_years(tmp_path_factory.mktemp("years"))), EuroChoices())


def test_present_values_follow_the_path_of_each_alternative(found):
    # as now: 20 kt x 312,000 = 6.24 million, 2% less each year: sum of (0.98/1.0225)^k for k = 1..20
    quotient = 0.98 / 1.0225
    annuity = quotient * (1 - quotient**20) / (1 - quotient)
    assert found.headline("as_now").value.central == pytest.approx(6_240_000 * annuity)
    # tram: nothing in 2027 and 2028, half in 2029, 10 kt x 312,000 from 2030 (year 4) to 2046 (year 20)
    rest = sum(1.0225**-year for year in range(4, 21)) + 0.5 * 1.0225**-3
    assert found.headline("tram").value.central == pytest.approx(3_120_000 * rest)
    assert not found.yearly


def test_each_year_stands_as_it_is(found):
    assert shown_years(found) == (1, 5, 10, 15, 20)
    assert euros_in_year(found, "as_now", 1).central == pytest.approx(6_240_000 * 0.98)
    assert [euros_in_year(found, "tram", year).central for year in (2, 3, 4)] == [0, 1_560_000, 3_120_000]


def test_costs_stand_beside_and_are_taken_off_nothing(found, tmp_path):
    # 900,000 in year 0; 500,000 / 1.0225^10 = 400,255.07; left 300,000 / 1.0225^20 = 192,244.94
    sums = cost_sums(found, "tram")
    assert sums.costs.central == pytest.approx(900_000 + 400_255.07, abs=0.5)
    assert sums.costs.ends() == pytest.approx((800_000 + 400_255.07, 1_200_000 + 400_255.07), abs=0.5)
    assert sums.left.central == pytest.approx(192_244.94, abs=0.5)
    assert dated_amounts(found, "tram")[0].now.central == 900_000
    none = cost_sums(found, "as_now")
    assert (none.costs, none.left) == (None, None)
    without = PATHS[: PATHS.index("costs:")] + "parties:\n"
    alone = euros(load_case(with_years(tmp_path, without)), EuroChoices())
    for item in alone.alternatives:
        assert found.headline(item.alternative) == alone.headline(item.alternative)


def test_another_horizon_knows_no_residual_value_and_none_leaves_out_a_cost(found):
    longer = euros(found.case, EuroChoices(horizon=40))
    assert cost_sums(longer, "tram").left is None
    assert dated_amounts(longer, "tram")[2].now is None
    assert cost_sums(longer, "tram").costs == cost_sums(found, "tram").costs
    with pytest.raises(ValueError, match="leaves out what falls after 10 years"):
        euros(found.case, EuroChoices(horizon=9))
    assert euros_from_link(found.case, "true_price_2025~~~~9") is None


def test_half_way_through_the_year_moves_what_falls_during_a_year(found):
    middle = euros(found.case, EuroChoices(timing="middle"))
    half = 1.0225**0.5
    assert middle.headline("as_now").value.central == pytest.approx(half * found.headline("as_now").value.central)
    first, second, left = dated_amounts(middle, "tram")
    assert first.now.central == 900_000  # year 0 is now
    assert second.now.central == pytest.approx(half * 400_255.07, abs=0.5)
    assert left.now == dated_amounts(found, "tram")[2].now  # the end of the horizon is the end


def test_an_effect_that_falls_once_can_have_its_year(tmp_path):
    case = with_one_off(tmp_path)
    dated = """\
base_year: 2026
paths:
  - {criterion: harbour_view, year: 2029, why: {nl: Bouw, en: Building}, sources: [S1]}
parties:
"""
    replace(case, "valuation.yaml", "parties:\n", dated)
    found = euros(load_case(case), EuroChoices())
    # as now: 20 kt each year and 4 kt once, in year 3, at 312,000 EUR per kt
    yearly = 6_240_000 * (1 - 1.0225**-20) / 0.0225
    assert found.headline("as_now").value.central == pytest.approx(yearly + 1_248_000 / 1.0225**3)
    assert 3 in shown_years(found)


def test_choices_about_years_come_back_from_a_link(found):
    for choices in (EuroChoices(timing="middle"), EuroChoices(three_times=True), EuroChoices("mkba_nl", horizon=30)):
        assert euros_from_link(found.case, euros_to_link(choices)) == choices
    for broken in ("true_price_2025~~~~~late", "true_price_2025~~~~~~4", "true_price_2025~~~~~~~"):
        assert euros_from_link(found.case, broken) is None


def test_doubt_about_effects_and_about_amounts_apart_by_hand(found):
    # before paths: tram 10 kt (8 to 14.5) at 312,000; nothing about the amounts, or a third to three times
    case = loaded(FROZEN.parent / "harbour_link")
    parts = doubts_apart(euros(case, EuroChoices()), "tram")
    assert parts.effects.ends() == pytest.approx((8 * 312_000, 14.5 * 312_000))
    assert parts.factors.ends() == (3_120_000, 3_120_000)
    assert parts.larger == "only_effects"  # amounts have no range, so nothing was compared
    wide = doubts_apart(euros(case, EuroChoices(three_times=True)), "tram")
    assert wide.effects == parts.effects
    assert wide.factors.ends() == pytest.approx((1_040_000, 9_360_000))
    assert wide.larger == "factors"
    # cost-benefit, 100 to 500 EUR of 2013 per tonne with 18.2% tax: middle 300; a loss has a minus
    mkba = doubts_apart(euros(case, EuroChoices("mkba_nl")), "tram")
    assert mkba.effects.ends() == pytest.approx((-14_500 * 300 * 1.182, -8_000 * 300 * 1.182))
    assert mkba.factors.ends() == pytest.approx((-10_000 * 500 * 1.182, -10_000 * 100 * 1.182))


MISTAKES = [
    ("base_year: 2026\n", "", "'base_year' is missing|Add base_year", "Voeg base_year toe"),
    ("growth: -0.02\n", "growth: -0.02\n    year: 2030\n", "give one of the three", "één van de drie"),
    ("growth: -0.02\n", "year: 2030\n", "is there every year", "is er elk jaar"),
    ("growth: -0.02\n", "growth_low: -0.02\n", "give one of the three|growth_high belong together", "geen van beide"),
    (
        "growth: -0.02\n", "growth: -0.02\n    growth_low: -0.01\n    growth_high: 0\n",
        "with growth between", "growth ertussen",
    ),
    ("growth: -0.02\n", "growth: -2\n", "-2 is too low", "-2 is te laag"),
    ("year: 2030, share: 1", "year: 2027, share: 1", "years must rise, each once: 2028, 2027", "oplopen"),
    ("year: 2030, share: 1", "year: 2030, share: -1", "-1 is too low", "te laag"),
    ("- criterion: co2\n    growth", "- criterion: cost\n    growth", "'cost' is not in effects", "niet in effects"),
    ("    alternatives: [tram]\n", "", "'co2' has a path already, in number 1", "heeft al een verloop"),
    ("    alternatives: [tram]\n", "    alternatives: [trams]\n", "'trams' is not an alternative", "geen alternatief"),
    ("year: 2036", "year: 2096", "2096 lies outside 2026 to 2046", "ligt buiten 2026"),
    ("year: 2046", "year: 2045", "holds at the end: 2046. This says 2045", "geldt aan het eind: 2046"),
    ("payer: region", "payer: regio", "'regio' is not a party", "geen partij"),
    ("price_year: 2025", "price_year: 2020", "Convert them to one currency and price year", "één munt en prijspeil"),
    ("mkba: [co2_two_degrees_2030]", "mkba: [co2_wlo]", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "en", "nl"), MISTAKES)
def test_a_mistake_about_years_is_named_with_its_place_and_what_to_do(tmp_path, old, new, en, nl):
    case = with_years(tmp_path)
    path = case / "valuation.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    if en is None:
        load_case(case)
        return
    with pytest.raises(CaseError, match=en) as caught:
        load_case(case)
    problem = next(one for one in caught.value.problems if one.file == "valuation.yaml")
    assert problem.line is not None
    assert nl in caught.value.message("nl")


@pytest.mark.parametrize(
    ("base", "words"), [("", "is a price by calendar year"), ("base_year: 2010\n", "begins in 2015")]
)
def test_a_price_by_year_needs_a_base_year_that_it_covers(tmp_path, base, words):
    case = copy_to(tmp_path)
    replace(case, "valuation.yaml", "co2_two_degrees_2030", "co2_wlo")
    replace(case, "valuation.yaml", "parties:\n", f"{base}parties:\n")
    with pytest.raises(CaseError, match=words):
        load_case(case)


RANGE = "growth: -0.02\n    growth_low: -0.05\n    growth_high: 0.01\n"


def test_growth_with_a_range_is_in_each_year_in_the_total_and_in_doubt_about_effects(tmp_path, found):
    # as now: 20 kt (18.5 to 21.25) x 312,000
    wide = euros(load_case(with_years(tmp_path, PATHS.replace("growth: -0.02\n", RANGE))), EuroChoices())
    third = euros_in_year(wide, "as_now", 3)
    assert third.ends() == pytest.approx((18.5 * 312_000 * 0.95**3, 21.25 * 312_000 * 1.01**3))
    value = wide.headline("as_now").value
    assert value.central == pytest.approx(found.headline("as_now").value.central)
    low, high = (sum((share / 1.0225) ** year for year in range(1, 21)) for share in (0.95, 1.01))
    assert value.ends() == pytest.approx((18.5 * 312_000 * low, 21.25 * 312_000 * high))
    assert doubts_apart(wide, "as_now").larger == "only_effects"
    assert wide.headline("tram") == found.headline("tram")  # its own path says otherwise
    drawn = euro_draws(wide.case, EuroChoices())
    assert drawn.costs[0].std() > 0
    assert drawn.if_effects_known[0] == pytest.approx(drawn.costs[0])


def test_years_come_back_from_a_workbook_in_either_language(tmp_path):
    case = load_case(with_years(tmp_path, PATHS.replace("growth: -0.02\n", RANGE)))
    for language in LANGUAGES:
        read = read_workbook(write_workbook(case, language), "case.xlsx")
        assert read.problems == ()
        assert read.case.valuation == case.valuation
