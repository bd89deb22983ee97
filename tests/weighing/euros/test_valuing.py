"""The first shipped case and the invented one in euros, worked out by hand from the figures and the factors."""

import shutil
from pathlib import Path

import pytest

from cases import SHIPPED
from cases.reading.loader import CaseError, load_case
from tests.cases.harbour import GOOD, copy_to, line_of, replace
from tests.cases.loaded import loaded
from valuation.lines import Gain, ValuedLine
from valuation.shipped_sets import carbon_factors, factor_sets
from weighing.euros.valuing import EuroChoices, EuroGap, euros

FOLDER = SHIPPED / "lutkemeer"
CASE = loaded(FOLDER)
HARBOUR = loaded(GOOD)
TRUE_PRICE, MKBA = EuroChoices(), EuroChoices("mkba_nl")
FOUND = euros(CASE, TRUE_PRICE)


def amounts(alternative, found=FOUND):
    """Low, central and high of each line with an amount, by criterion; two factors are added."""
    lines = {}
    for item in found.of(alternative).lines:
        if isinstance(item.line, ValuedLine):
            value = item.line.amount.value
            new = (*value.ends(), value.central)
            old = lines.get(item.criterion, (0, 0, 0))
            lines[item.criterion] = tuple(one + other for one, other in zip(old, new, strict=True))
    return lines


def total(alternative, found=FOUND, period="per year"):
    value = found.of(alternative).totals[period].value
    return value.low, value.central, value.high


def test_the_business_park_matches_a_hand_calculation():
    # traffic  746 t x 312                   = 232,752      72 x 312 = 22,464       4,253 x 312 = 1,326,936
    # soil      31 t x 312 lost              =   9,672      17 t is gained: 0         100 x 312 =    31,200
    # nature   (43 - 9.8) x 1,180            =  39,176     (43 - 14.5) = 33,630      (43 - 5.4) =    44,368
    # NOx      1,777 x (0.118 + 3.33)        =   6,127.096  95 x 3.448 = 327.56  10,131 x 3.448 = 34,931.688
    # PM2.5    58.8 x 81.3                   =   4,780.44   8.2 x 81.3 = 666.66   291.7 x 81.3  = 23,715.21
    expected = {
        "traffic_co2": (22_464, 1_326_936, 232_752),
        "soil_carbon": (0, 31_200, 9_672),
        "biodiversity": (33_630, 44_368, 39_176),
        "nox": (327.56, 34_931.688, 6_127.096),
        "pm25": (666.66, 23_715.21, 4_780.44),
    }
    found = amounts("business_park")
    assert found.keys() == expected.keys()
    for criterion, numbers in expected.items():
        assert found[criterion] == pytest.approx(numbers), criterion
    assert total("business_park") == pytest.approx((57_088.22, 292_507.536, 1_461_150.898))


def test_all_other_alternatives_match_a_hand_calculation():
    # fields     3 x 312 = 936, soil 0, 37.8 x 1,180 = 44,604, 8 x 3.448 = 27.584, 0.3 x 81.3 = 24.39
    assert total("reference")[1] == pytest.approx(936 + 44_604 + 27.584 + 24.39)
    # food park  19 x 312 = 5,928, soil is a gain, 23.8 x 1,180 = 28,084, 45 x 3.448 = 155.16, 1.5 x 81.3 = 121.95
    assert total("food_park")[1] == pytest.approx(5_928 + 28_084 + 155.16 + 121.95)
    # combination 364 x 312 = 113,568, soil 0, 25.9 x 1,180 = 30,562, 866 x 3.448 = 2,985.968, 28.7 x 81.3 = 2,333.31
    assert total("combination")[1] == pytest.approx(113_568 + 30_562 + 2_985.968 + 2_333.31)


def test_every_criterion_of_the_case_has_its_line_in_the_order_of_the_case():
    for item in FOUND.alternatives:
        order = list(dict.fromkeys(line.criterion for line in item.lines))
        assert order == [criterion.id for criterion in CASE.criteria]
    assert FOUND.valued_criteria == ("biodiversity", "soil_carbon", "traffic_co2", "nox", "pm25")
    assert len(FOUND.gaps) == 17
    assert all(gap.text is not None for gap in FOUND.gaps)


def test_t2_a_gain_is_told_in_tonnes_and_lowers_no_cost():
    # food park: 44 t a year taken up (7 to 68); the combination 26 (-26 to 55): only a part is sure to be a gain
    assert "soil_carbon" not in FOUND.of("food_park").valued
    ((criterion, gain),) = FOUND.of("food_park").gains
    assert (criterion, gain.quantity.value.central, gain.quantity.value.ends()) == ("soil_carbon", 44, (7, 68))
    ((_, part),) = FOUND.of("combination").gains
    assert part.quantity.value.ends() == (0, 55)
    assert amounts("combination")["soil_carbon"] == pytest.approx((0, 26 * 312, 0))
    assert all(isinstance(gain, Gain) for item in FOUND.alternatives for _, gain in item.gains)


@pytest.mark.parametrize(
    ("biome", "per_hectare"), [(None, 1_180), ("woodland", 1_600), ("grassland", 2_830), ("inland_wetland", 17_400)]
)
def test_t3_the_biome_decides_the_difference_on_land(biome, per_hectare):
    # 19.2 - 9.8 = 9.4 hectares of intact nature more in the food park
    found = euros(CASE, EuroChoices(biome=biome))
    apart = amounts("business_park", found)["biodiversity"][2] - amounts("food_park", found)["biodiversity"][2]
    assert apart == pytest.approx(9.4 * per_hectare)


def test_t4_the_present_value_over_the_horizon_of_the_case():
    # 30 equal amounts at the end of the year, 2.25%: 21.64532985 x 292,507.536
    assert FOUND.horizon == 30
    assert FOUND.of("business_park").outcome.present_value.value.central == pytest.approx(6_331_422.10, abs=0.5)
    undiscounted = euros(CASE, EuroChoices(rate=0, horizon=10))
    assert undiscounted.of("business_park").outcome.present_value.value.central == pytest.approx(2_925_075.36)


def test_t5_a_cost_benefit_set_answers_another_question_and_never_shares_a_total():
    # CO2 only: lorries 746 t (72 to 4,253), soil 31 (-17 to 100); EUR of 2013 with 18.2% tax. Between 12 to 48 in 2015
    # and 20 to 80 in 2030 a price rises by (20/12)^(1/15) - 1 = 3.464% a year: 17.45301 to 69.81204 in 2026
    # from 72 x 17.45301 lost and 17 x 69.81204 gained, to (4,253 + 100) x 69.81204 = 303,891.81 lost
    found = euros(CASE, MKBA)
    assert found.valued_criteria == ("soil_carbon", "traffic_co2")
    net = found.of("business_park").totals["per year"]
    assert net.value.ends() == pytest.approx((-303_891.81 * 1.182, -(72 * 17.45301 - 17 * 69.81204) * 1.182), rel=1e-4)
    # 2027 to 2056 at 2.25%, the high end per tonne: 80 x (5/3)^(k/15 - 4/15) to 2030, 80 x 2^(k/20 - 4/20) to 2050,
    # then 160; each over 1.0225^k, together 2,480.325: 43% more than one price of 2030, 80 x 21.64533 = 1,731.626
    present = found.of("business_park").outcome.present_value
    assert present.value.ends()[0] == pytest.approx(-4_353 * 2_480.325 * 1.182, rel=1e-6)
    assert found.headline("business_park") == present
    assert (net.basis.frame, net.basis.price_year) == ("mkba", 2013)
    with pytest.raises(ValueError, match="two kinds"):
        _ = net + FOUND.of("business_park").totals["per year"]


def test_t10_an_effect_that_is_not_known_lowers_the_coverage_and_is_never_zero(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "performances.csv", "ring_road,co2,30,26,35,kt/yr,S1,C,\"Extra verkeer, ook geteld\"",
            "ring_road,co2,,,,kt/yr,,,\"Niemand weet het\"")  # fmt: skip
    found = euros(load_case(case), TRUE_PRICE)
    assert found.of("ring_road").totals == {}
    assert found.headline("ring_road") is None
    assert found.of("ring_road").unknown == ("co2",)
    assert (found.of("ring_road").valued, found.of("tram").valued) == ((), ("co2",))
    assert total("tram", found) == pytest.approx((2_496_000, 3_120_000, 4_524_000))


def test_the_invented_case_matches_a_hand_calculation():
    # as now 20 kt (18.5 to 21.25) x 312,000 EUR = 6.24 million; ring road 30, tram 10
    found = euros(HARBOUR, TRUE_PRICE)
    assert total("as_now", found) == pytest.approx((5_772_000, 6_240_000, 6_630_000))
    assert total("ring_road", found)[1] == pytest.approx(9_360_000)
    assert found.biome is None
    assert [gap.reason for gap in found.gaps] == ["no_factor", "only_words", "local", "transfer", "only_words"]


def test_what_falls_once_is_never_added_to_what_returns(tmp_path):
    # harbour_view becomes tonnes that are emitted once: as now 4 kt x 312,000 = 1.248 million once, beside 6.24 yearly
    case = load_case(with_one_off(tmp_path))
    found = euros(case, TRUE_PRICE)
    assert not found.yearly
    assert total("as_now", found, "one-off")[1] == pytest.approx(1_248_000)
    assert total("as_now", found)[1] == pytest.approx(6_240_000)
    annuity = (1 - 1.0225**-20) / 0.0225
    assert found.headline("as_now").value.central == pytest.approx(6_240_000 * annuity + 1_248_000)


def with_one_off(folder):
    """The invented case with an effect that falls once."""
    case = copy_to(folder)
    replace(case, "case.yaml", "unit: 1-5", "unit: kt")
    replace(case, "case.yaml", "better: higher\n    range: {worst: 1, best: 5}",
            "better: lower\n    range: {worst: 5, best: 1}")  # fmt: skip
    table = case / "performances.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",1-5,", ",kt,"), encoding="utf-8")
    without = "  - {criterion: harbour_view, reason: only_words, text: {nl: Het zijn punten., en: These are points.}}\n"
    replace(case, "valuation.yaml", without, "")
    replace(case, "valuation.yaml", "not_valued:\n",
            "  - {criterion: harbour_view, impacts: {true_price: [climate]}, unit: kt CO2-eq, reading: as_is, "
            "party: everyone, why: {nl: Bouw, en: Building}}\nnot_valued:\n")  # fmt: skip
    return case


def test_the_carbon_factor_can_be_another_one_or_stated():
    # two-degree exploration for 2030, 100 to 500 EUR with 18.2% tax, in place of the prices for 2030
    other = euros(CASE, EuroChoices("mkba_nl", carbon="co2_two_degrees_2030"))
    assert amounts_of_factor(other, "traffic_co2") == {"co2_two_degrees_2030"}
    # 746 t at a stated 100 EUR per tonne = 74,600; a stated amount is another version, so it mixes with nothing
    stated = euros(CASE, EuroChoices(carbon=100))
    assert amounts("business_park", stated)["traffic_co2"][2] == pytest.approx(74_600)
    assert amounts("business_park", stated)["pm25"] == amounts("business_park")["pm25"]
    with pytest.raises(ValueError, match="two kinds"):
        _ = stated.of("business_park").totals["per year"] + FOUND.of("business_park").totals["per year"]
    # a stated amount replaces the tax too: 746 x 50 = 37,300 without 18.2%
    without_tax = euros(CASE, EuroChoices("mkba_nl", carbon=50))
    assert amounts("business_park", without_tax)["traffic_co2"][2] == pytest.approx(37_300)


def amounts_of_factor(found, criterion):
    return {
        item.line.factor.id
        for alternative in found.alternatives
        for item in alternative.lines
        if item.criterion == criterion and not isinstance(item.line, EuroGap)
    }


def test_only_factors_per_mass_of_co2_are_carbon_factors():
    assert carbon_factors(factor_sets()["true_price_2025"]) == ("climate",)
    assert len(carbon_factors(factor_sets()["mkba_nl"])) == 6
    assert len(carbon_factors(factor_sets()["mkba_nl"].from_year(2026))) == 8  # two of them a price for each year


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (EuroChoices("true_price_1999"), "no factor set"),
        (EuroChoices(biome="moon"), "biome"),
        (EuroChoices(carbon="air_pm"), "no factor 'air_pm' for CO2"),
        (EuroChoices(carbon=-5), "0 or more"),
        (EuroChoices(carbon=float("nan")), "0 or more"),
        (EuroChoices(rate=2.25), "2.25% is 0.0225"),
        (EuroChoices(horizon=0), "horizon"),
    ],
)
def test_a_choice_that_cannot_be_used_is_refused(choices, words):
    with pytest.raises(ValueError, match=words):
        euros(CASE, choices)


def test_a_case_without_the_file_opens_and_has_no_euros(tmp_path):
    case = copy_to(tmp_path)
    (case / "valuation.yaml").unlink()
    loaded = load_case(case)
    assert loaded.valuation is None
    with pytest.raises(ValueError, match=r"no valuation\.yaml"):
        euros(loaded, TRUE_PRICE)


def test_the_same_question_gives_the_same_object():
    assert euros(CASE, TRUE_PRICE) is euros(load_case(FOLDER), EuroChoices())


@pytest.mark.parametrize(
    ("old", "new", "line", "en", "nl"),
    [
        ("  value: 43\n", "  value: 25\n", "- criterion: biodiversity",
         "'food_park' has 26.5, but on 25 ha between 0 and 25 can be left", "op 25 ha kan tussen 0 en 25 over zijn"),
        ("  id: other_forest\n", "  id: other_forrest\n", "id: other_forrest", "did you mean 'other_forest'?", "bioom"),
        ("also: [woodland,", "also: [wetland,", "also: [wetland", "is not a biome of the factors", "geen bioom"),
        ("sources: [S1, S90]\n\nbiome", "sources: [S1, S999]\n\nbiome", "[S1, S999]", "source 'S999'", "bron 'S999'"),
        ("area_ha:", "area:", "area:", "'area' is unknown", "'area' is onbekend"),
    ],
)  # fmt: skip
def test_land_that_does_not_fit_is_named_with_its_place(old, new, line, en, nl, tmp_path):
    case = Path(shutil.copytree(FOLDER, tmp_path / "lutkemeer"))
    replace(case, "valuation.yaml", old, new)
    with pytest.raises(CaseError) as caught:
        load_case(case)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("valuation.yaml", line_of(case, "valuation.yaml", line))
    assert en in problem.text.get("en")
    assert nl in problem.text.get("nl")


@pytest.mark.parametrize(
    ("first", "after", "words"),
    [("area_ha:", "\nbiome:", "Add area_ha"), ("biome:", "\nhorizon_years:", "Add biome")],
)
def test_land_without_its_area_or_its_biome_is_a_mistake(first, after, words, tmp_path):
    case = Path(shutil.copytree(FOLDER, tmp_path / "lutkemeer"))
    text = (case / "valuation.yaml").read_text(encoding="utf-8")
    start = text.index(f"\n{first}")
    (case / "valuation.yaml").write_text(text[:start] + text[text.index(after, start) :], encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        load_case(case)
    (problem,) = caught.value.problems
    assert words in problem.text.get("en")


def test_a_criterion_with_classes_gets_no_amount(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "valuation.yaml", "  - criterion: co2\n", "  - criterion: reliability\n")
    replace(case, "valuation.yaml", "criterion: reliability, reason", "criterion: co2, reason")
    with pytest.raises(CaseError, match="a criterion with classes has no amount"):
        load_case(case)


def test_the_order_of_alternatives_changes_nothing():
    reordered = CASE.model_copy(update={"alternatives": CASE.alternatives[::-1], "version": "reordered"})
    found = euros(reordered, TRUE_PRICE)
    assert {item.alternative: item.totals for item in found.alternatives} == {
        item.alternative: item.totals for item in FOUND.alternatives
    }
