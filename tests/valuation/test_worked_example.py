"""An invented site of 10 ha, food park A and business park B, worked out by hand. No facts about any real plan."""

from dataclasses import replace

import pytest

from tests.valuation.sets import MKBA, TRUE_PRICE, effect, in_words
from valuation.amounts import Amount, AmountRange, Basis, Discounting
from valuation.apply import msa_loss, value_effect
from valuation.cost_comparison import cost_difference
from valuation.euro_choices import Choices, outcome
from valuation.lines import Effect, Gain, NotValued, Quantity, coverage
from valuation.present import annuity
from valuation.true_price import true_price_totals
from valuation.welfare import welfare_totals


def land(msa):
    """Nature missing on 10 ha of which a share ``msa`` is intact."""
    left = Quantity(AmountRange(central=10 * msa), "MSA*ha", "per year")
    return Effect("land", "land_occupation", msa_loss(left, area_ha=10))


WORDS = [in_words("noise"), in_words("cohesion"), in_words("education")]
A = [
    effect("climate", "climate", 60_000, "kg CO2-eq/yr"),
    land(0.35),
    effect("particulates", "air_pm", 10, "kg PM2.5-eq/yr"),
    effect("soil carbon", "soil_organic_carbon", -20_000, "kg SOC/yr"),
    *WORDS,
]
B = [
    effect("climate", "climate", 900, "t CO2eq/yr"),
    land(0.05),
    effect("particulates", "air_pm", 150, "kg PM2.5-eq/yr"),
    effect("below minimum", "wage_gap_min", 5_000, "EUR/yr"),
    effect("below living wage", "wage_gap_minlw", 40_000, "EUR/yr"),
    *WORDS,
]
CHOSEN = Choices(TRUE_PRICE, biome="other_forest", carbon_factor=None, rate=0.0225, horizon=30)


def table(effects, choices=CHOSEN):
    return outcome(effects, choices).totals.tables["per year"]


def test_t1_cost_to_remedy_matches_a_hand_calculation():
    #               A                        B
    # climate       60,000 x 0.312 = 18,720  900,000 x 0.312 = 280,800
    # land          6.5 x 1,180    =  7,670  9.5 x 1,180     =  11,210
    # particulates  10 x 81.3      =    813  150 x 81.3      =  12,195
    # wage gap                               5,000 x 1.53    =   7,650   40,000 x 1.03 = 41,200
    a, b = table(A), table(B)
    assert {line.effect: line.amount.value.central for line in a.lines} == pytest.approx(
        {"climate": 18_720, "land": 7_670, "particulates": 813}
    )
    assert {line.effect: line.amount.value.central for line in b.lines} == pytest.approx(
        {
            "climate": 280_800,
            "land": 11_210,
            "particulates": 12_195,
            "below minimum": 7_650,
            "below living wage": 41_200,
        }
    )
    assert a.total.value.central == pytest.approx(27_203)
    assert b.total.value.central == pytest.approx(353_055)
    assert (b.total.basis.currency, b.total.basis.price_year, b.total.period) == ("EUR", 2024, "per year")


def test_t1_the_divisions_add_up_to_the_total():
    b = table(B)
    rights = {right.en: amount.value.central for right, amount in b.by_right.items()}
    assert rights["minimum wage and living wage"] == pytest.approx(7_650 + 41_200)
    kinds = {kind: amount.value.central for kind, amount in b.by_cost_type.items()}
    assert kinds == pytest.approx(
        {"compensation": 280_800 + 11_210 + 12_195 + 41_200, "compensation+retribution": 7_650}
    )
    assert sum(rights.values()) == pytest.approx(353_055)


def test_t2_a_gain_is_told_apart_and_changes_no_cost():
    with_gain = outcome(A, CHOSEN).totals
    without = outcome([one for one in A if one.id != "soil carbon"], CHOSEN).totals
    assert with_gain.tables["per year"].total == without.tables["per year"].total
    (gain,) = with_gain.gains
    assert (gain.quantity.value.central, gain.quantity.unit) == (20_000, "kg SOC/yr")


@pytest.mark.parametrize(
    ("biome", "difference"),
    [("other_forest", 3_540), ("woodland", 4_800), ("grassland", 8_490), ("inland_wetland", 52_200)],
)
def test_t3_the_biome_decides_how_large_the_difference_on_land_is(biome, difference):
    # 9.5 - 6.5 = 3 MSA-loss.ha: 3 x 1,180, 3 x 1,600, 3 x 2,830, 3 x 17,400
    choices = replace(CHOSEN, biome=biome)
    assert table([land(0.05)], choices).total.value.central - table(
        [land(0.35)], choices
    ).total.value.central == pytest.approx(difference)


def test_t4_present_values():
    assert annuity(Discounting(0.0225, 30)) == pytest.approx(21.64532985, abs=1e-8)
    assert outcome(A, CHOSEN).present_value.value.central == pytest.approx(588_817.91, abs=0.01)
    assert outcome(B, CHOSEN).present_value.value.central == pytest.approx(7_641_991.93, abs=0.01)
    undiscounted = replace(CHOSEN, rate=0)
    assert outcome(A, undiscounted).present_value.value.central == pytest.approx(816_090)
    assert outcome(B, undiscounted).present_value.value.central == pytest.approx(10_591_650)


def test_t5_two_degree_co2_in_a_cost_benefit_analysis():
    # 900 - 60 = 840 t; x 100 to 500 = 84,000 to 420,000; with 18.2% tax 99,288 to 496,440
    def lines(tonnes, factor):
        return [value_effect(effect("climate", "climate", tonnes, "t CO2/yr"), factor)]

    bare, taxed = MKBA.factors["co2_two_degrees_2030"], MKBA.find("co2_two_degrees_2030")
    without = cost_difference(lines(900, bare), lines(60, bare))
    assert without.value.ends() == pytest.approx((84_000, 420_000))
    assert (without.basis.price_year, without.value.central) == (2013, None)
    assert cost_difference(lines(900, taxed), lines(60, taxed)).value.ends() == pytest.approx((99_288, 496_440))


def test_t5_true_price_and_cost_benefit_never_share_a_total():
    mkba = value_effect(effect("climate 2", "", 900, "t CO2/yr"), MKBA.factors["co2_two_degrees_2030"])
    with pytest.raises(ValueError, match="true_price_2025.*mkba_nl|mkba_nl.*true_price_2025"):
        _ = table(B).total + mkba.amount
    with pytest.raises(ValueError, match="frame mkba"):
        true_price_totals([*outcome(B, CHOSEN).lines, mkba])


def test_t6_people_who_move_to_a_louder_class(cited):
    # 200 people leave 50-55 dB for 55-60 dB: low 249 - 50, central 370 - 153, high 441 - 193, 200 times.
    # the classes are points of one curve, so a planner gives the step as one factor
    quiet, loud = cited.factors["noise_50_55"], cited.factors["noise_55_60"]
    ends = (getattr(loud.value, end) - getattr(quiet.value, end) for end in ("low", "central", "high"))
    step = replace(loud, id="noise_step", value=AmountRange(*ends))
    noise = value_effect(effect("noise", "noise", 200, "person", party="residents"), step)
    assert noise.amount.value == AmountRange(39_800, 43_400, 49_600)
    assert (noise.amount.period, noise.amount.basis.price_year) == ("per year", 2021)


def test_t5_with_the_cited_figures(cited):
    # 900 t x 0.050 / 0.130 / 0.160 per kg
    climate = value_effect(effect("climate", "climate", 900, "t CO2/yr", party="everyone"), cited.find("climate"))
    assert climate.amount.value == AmountRange(45_000, 117_000, 144_000)


# amount in money of the source year x price index x exchange rate, and the result as it is printed in the publication
DERIVATIONS = [
    ("climate", 0.283 * 1.1918 * 0.92389, 0.31161),
    ("land_occupation_other_forest", 1_127 * 1.5115 * 0.695, 1_183.9),
    ("land_transformation_other_forest", 2_390 * 1.4152 * 0.92389, 3_124.9),
    ("soil_organic_carbon", 0.0286 * 1.2358, 0.03534),
    ("eutrophication_fresh_water", 180 * 1.326, 238.68),
    ("wage_gap_min", 1.000 + 0.030145 + 0.504274, 1.534419),
]


@pytest.mark.parametrize(("factor", "derived", "printed"), DERIVATIONS)
def test_t7_published_figures_follow_from_their_derivations(factor, derived, printed):
    assert derived == pytest.approx(printed, rel=1e-3)
    # the set holds three digits
    assert TRUE_PRICE.factors[factor].value.central == pytest.approx(derived, rel=5e-3)


def test_t8_euros_of_two_years_are_never_added():
    basis = Basis("EUR", 2021, "some_set", "v", "mkba")
    old = Amount(AmountRange(central=0.130), basis, "per year")
    new = Amount(AmountRange(central=1.0), replace(basis, price_year=2024), "per year")
    with pytest.raises(ValueError, match="2021.*2024"):
        _ = old + new


def test_t9_paving_a_field_is_no_gain(small):
    # 10 ha: crops 100,000 x 0.10 = 10,000, urban 100,000 x 0.07 = 7,000; subtracting would call paving a gain of 3,000
    crops, urban = small.factors["crops"], small.factors["urban"]
    field = value_effect(effect("use", "crops", 10, "ha", party="all"), crops)
    paved = value_effect(effect("use", "urban", 10, "ha", party="all"), urban)
    assert field.amount.value.central == pytest.approx(10_000)
    with pytest.raises(ValueError, match="change of land use"):
        cost_difference([paved], [field])
    with pytest.raises(ValueError, match="change of land use"):
        value_effect(effect("use", "crops", -10, "ha", party="all"), crops)
    assert cost_difference([field], [field]).value.central == 0


def test_t10_coverage_falls_when_a_factor_is_missing_and_nothing_becomes_0():
    full = outcome(A, CHOSEN)
    assert (full.totals.coverage.valued, full.totals.coverage.gains, full.totals.coverage.effects) == (3, 1, 7)
    assert [line.effect for line in full.totals.coverage.not_valued] == ["cohesion", "education", "noise"]
    factors = {name: factor for name, factor in TRUE_PRICE.factors.items() if name != "air_pm"}
    poorer = outcome(A, replace(CHOSEN, factor_set=replace(TRUE_PRICE, factors=factors)))
    assert poorer.totals.coverage.valued == 2
    assert NotValued("particulates", "no_factor", "air_pm") in poorer.lines
    assert "particulates" not in {line.effect for line in poorer.totals.tables["per year"].lines}
    assert poorer.totals.tables["per year"].total.value.central == pytest.approx(27_203 - 813)


def test_nothing_valued_gives_no_total_instead_of_0():
    totals = outcome(WORDS, CHOSEN)
    assert totals.totals.tables == {}
    assert totals.present_value is None
    assert totals.totals.coverage.valued == 0


def test_one_off_and_yearly_costs_stand_apart():
    # clearing 6.5 MSA-loss.ha of forest outside the tropics once: 6.5 x 3,120 = 20,280
    clearing = effect("clearing", "land_transformation", 6.5, "MSA-loss*ha", "one-off")
    found = outcome([*A, clearing], CHOSEN)
    assert found.totals.tables["one-off"].total.value.central == pytest.approx(20_280)
    assert found.totals.tables["per year"].total.value.central == pytest.approx(27_203)
    assert found.present_value.value.central == pytest.approx(588_817.91 + 20_280, abs=0.01)


def test_a_one_off_factor_refuses_a_yearly_effect():
    clearing = effect("clearing", "land_transformation", 6.5, "MSA-loss*ha", "per year")
    with pytest.raises(ValueError, match="'clearing' is said to be per year.*one-off"):
        outcome([clearing], CHOSEN)


def test_a_biome_that_was_not_chosen_leaves_land_without_an_amount():
    found = outcome([land(0.35)], replace(CHOSEN, biome=None))
    assert found.lines == (NotValued("land", "biome_not_chosen", "land_occupation"),)
    with pytest.raises(ValueError, match="'tundra'"):
        outcome([land(0.35)], replace(CHOSEN, biome="tundra"))


def test_another_carbon_factor_is_a_switch():
    emitted = [effect("climate", "climate", 840, "t CO2-eq/yr", party="all")]
    choices = Choices(MKBA, None, "co2_two_degrees_2050", 0.0225, 30)
    # 840 x 200 x 1.182 = 198,576; 840 x 1,000 x 1.182 = 992,880; a loss, so negative welfare
    assert outcome(emitted, choices).totals.tables["per year"].total.net.value.ends() == pytest.approx(
        (-992_880, -198_576)
    )
    assert outcome(emitted, replace(choices, carbon_factor=None)).totals.coverage.valued == 0
    with pytest.raises(ValueError, match="no factor 'co2'"):
        replace(choices, carbon_factor="co2")


def test_welfare_is_told_by_party_before_the_sum(small):
    lines = [
        value_effect(effect("climate", "climate", 1_000, "kg CO2-eq/yr", party="world"), small.find("climate")),
        value_effect(effect("visits", "recreation", 100, "visit/yr", party="visitors"), small.find("recreation")),
        value_effect(effect("grant", "subsidy", 500, "EUR/yr", party="farm"), small.find("subsidy")),
        value_effect(effect("ore", "ore", 1, "kg Cu-eq/yr", party="world"), small.find("ore")),
    ]
    totals = welfare_totals(lines)
    found = totals.tables["per year"]
    # climate with 18% tax: 59 to 236 lost; visits: 200 to 500 gained; net 200 - 236 = -36 to 500 - 59 = 441
    assert found.by_party["world"].losses.value.ends() == pytest.approx((59, 236))
    assert found.by_party["visitors"].net.value.ends() == pytest.approx((200, 500))
    assert found.total.net.value.ends() == pytest.approx((-36, 441))
    assert found.total.net.value.central is None
    assert [transfer.party for transfer in totals.transfers] == ["farm"]
    assert [line.reason_key for line in totals.coverage.not_valued] == ["tentative"]
    with pytest.raises(ValueError, match="'climate' does not say who"):
        welfare_totals([replace(lines[0], party=None)])


def test_an_effect_that_occurs_twice_is_refused():
    with pytest.raises(ValueError, match="'climate' occurs twice"):
        outcome([A[0], A[0]], CHOSEN)
    with pytest.raises(ValueError, match="no effects"):
        coverage([])


def test_a_range_that_passes_0_counts_its_harm_and_tells_its_gain():
    line = value_effect(effect("soil", "", (-50, 20, 100), "kg SOC/yr"), TRUE_PRICE.factors["soil_organic_carbon"])
    assert line.amount.value.ends() == pytest.approx((0, 3.53))
    assert line.amount.value.central == pytest.approx(0.706)
    assert line.possible_gain.quantity.value == AmountRange(0, 0, 50)
    assert true_price_totals([line]).gains == (line.possible_gain,)
    gain = value_effect(effect("soil", "", (-50, -20, 0), "kg SOC/yr"), TRUE_PRICE.factors["soil_organic_carbon"])
    assert isinstance(gain, Gain)
    assert gain.quantity.value == AmountRange(0, 20, 50)
