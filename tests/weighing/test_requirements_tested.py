"""Hard requirements: met, not met, uncertain, unknown; and no total that lifts a failure."""

from types import MappingProxyType

import pytest

from cases.reading.loader import load_case
from tests.cases.harbour import GOOD, copy_to, replace
from tests.cases.loaded import loaded
from tests.cases.test_lutkemeer import CASE as LUTKEMEER
from weighing import requirements_tested
from weighing.comparison import compare
from weighing.requirements_tested import failing, open_about
from weighing.weighing import Weighing, from_profile

HARBOUR = loaded(GOOD)
MONEY = Weighing("own", MappingProxyType({"moving": 0.0, "living": 0.0, "money": 100.0}))


def results(case):
    return {key: found.result for key, found in requirements_tested.tested(case).items()}


def test_a_range_is_tested_whole():
    # at most 28 kt: 18.5 to 21.25, 26 to 35, 8 to 14.5; at least 10%: 15, nobody counted, 30 to 40
    # at most 38 minutes: 38.5 to 42, 22 to 30, 26 to 36
    assert results(HARBOUR) == {
        ("as_now", "carbon_cap"): "met", ("as_now", "green_floor"): "met",
        ("as_now", "quick_enough"): "not_met", ("as_now", "heard"): "met",
        ("ring_road", "carbon_cap"): "uncertain", ("ring_road", "green_floor"): "unknown",
        ("ring_road", "quick_enough"): "met", ("ring_road", "heard"): "unknown",
        ("tram", "carbon_cap"): "met", ("tram", "green_floor"): "met",
        ("tram", "quick_enough"): "met", ("tram", "heard"): "met",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("limit", "result"),
    [(21.25, "met"), (21.24, "uncertain"), (18.5, "uncertain"), (18.49, "not_met")],
)
def test_a_limit_that_is_just_reached_is_met(limit, result, tmp_path):
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "value: 28", f"value: {limit}")
    assert requirements_tested.tested(load_case(case))["as_now", "carbon_cap"].result == result


@pytest.mark.parametrize(
    ("limit", "result"), [(26, "met"), (26.01, "uncertain"), (35, "uncertain"), (35.01, "not_met")]
)
def test_a_floor_works_the_other_way_round(limit, result, tmp_path):
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "at_most, value: 28", f"at_least, value: {limit}")
    assert requirements_tested.tested(load_case(case))["ring_road", "carbon_cap"].result == result


def test_an_answer_brings_its_reason_and_an_unknown_effect_its_note():
    found = requirements_tested.tested(HARBOUR)
    assert found["ring_road", "heard"].why.en == "There is no record."
    assert found["tram", "heard"].sources == ("S2",)
    assert found["ring_road", "green_floor"].why.en == "Nobody has counted"
    assert found["as_now", "quick_enough"].performance.value == 40


def test_only_certain_failures_hold_an_alternative_back():
    assert [item.id for item in failing(HARBOUR, "as_now")] == ["quick_enough"]
    assert failing(HARBOUR, "ring_road") == ()
    assert failing(HARBOUR, "as_now", {"quick_enough"}) == ()


def test_a_failing_alternative_stays_in_the_order_without_a_place():
    # with money alone: as now, then the tram, then the ring road; as now takes 38.5 to 42 minutes, at most 38
    comparison = compare(HARBOUR, MONEY)
    assert comparison.by_total == (0, 2, 1)
    assert comparison.ranks.tolist() == [0, 2, 1]
    assert compare(HARBOUR, MONEY, ["quick_enough"]).ranks.tolist() == [1, 3, 2]


def test_no_score_lifts_a_failure():
    # with money alone as_now scores 100, the tram 40, the ring road 25
    comparison = compare(HARBOUR, MONEY)
    assert comparison.totals == pytest.approx([100, 25, 40])
    assert comparison.by_total[0] == 0
    assert comparison.first == 2
    assert comparison.passed_over == (0,)
    assert open_about(HARBOUR, "tram") == ()


def test_switching_a_requirement_off_gives_the_result_without_it():
    comparison = compare(HARBOUR, MONEY, ["quick_enough"])
    assert comparison.first == 0
    assert comparison.passed_over == ()


def test_what_is_open_about_the_first_itself_is_listed():
    points = MappingProxyType({"moving": 100.0, "living": 0.0, "money": 0.0})
    within = MappingProxyType({"travel_time": 100.0, "reliability": 0.0})
    assert compare(HARBOUR, Weighing("own", points, within)).first == 1
    assert [(item.requirement.id, item.result) for item in open_about(HARBOUR, "ring_road")] == [
        ("carbon_cap", "uncertain"), ("green_floor", "unknown"), ("heard", "unknown"),
    ]  # fmt: skip
    assert [item.requirement.id for item in open_about(HARBOUR, "ring_road", ["green_floor"])] == [
        "carbon_cap", "heard",
    ]  # fmt: skip


def test_if_all_fail_none_comes_first(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "at_most, value: 38", "at_most, value: 20")
    comparison = compare(load_case(case), MONEY)
    assert comparison.contenders == ()
    assert not comparison.ranks.any()


@pytest.mark.parametrize("theme", ["moving", "living", "money"])
def test_whatever_the_order_a_failing_alternative_has_no_place_and_the_places_count_on(theme):
    points = MappingProxyType({"moving": 0.0, "living": 0.0, "money": 0.0} | {theme: 100.0})
    ranks = compare(HARBOUR, Weighing("own", points)).ranks
    known = [rank for rank in ranks[1:] if rank]
    assert ranks[0] == 0
    assert sorted(known) == list(range(1, len(known) + 1))


def test_strangers_are_refused():
    with pytest.raises(ValueError, match="no requirement 'speed'"):
        failing(HARBOUR, "tram", ["speed"])
    with pytest.raises(KeyError, match="ferry"):
        failing(HARBOUR, "ferry")
    with pytest.raises(KeyError, match="ferry"):
        open_about(HARBOUR, "ferry")


def test_a_case_without_requirements_changes_nothing(tmp_path):
    case = copy_to(tmp_path)
    text = (case / "case.yaml").read_text(encoding="utf-8")
    (case / "case.yaml").write_text(
        text[: text.index("requirements:\n")] + text[text.index("functions:\n") :], encoding="utf-8"
    )
    found = compare(load_case(case), MONEY)
    assert (found.first, found.passed_over, open_about(found.case, "as_now")) == (0, (), ())


# The first shipped case


def test_nothing_that_was_not_checked_is_called_met():
    checked = {key for key, result in results(LUTKEMEER).items() if result != "unknown"}
    assert checked == {
        ("reference", "rain_on_new_buildings"), ("reference", "water_level"),
        *((item.id, "urban_farming") for item in LUTKEMEER.alternatives),
    }  # fmt: skip
    assert "not_met" not in results(LUTKEMEER).values()


def test_the_requirements_hold_no_alternative_back_so_the_order_stays():
    for profile in LUTKEMEER.profiles:
        comparison = compare(LUTKEMEER, from_profile(profile))
        assert comparison.order == comparison.by_total


def test_law_and_proposal_are_told_apart():
    assert {item.id for item in LUTKEMEER.requirements if item.status == "proposal"} == {"water_level", "urban_farming"}
