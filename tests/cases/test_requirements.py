"""Hard requirements: met, not met, uncertain, unknown; and no total that lifts a failure."""

from itertools import product
from types import MappingProxyType

import pytest

from cases import requirements
from cases.comparison import compare
from cases.loader import load_case
from cases.requirements import allowed_first, failing, first_allowed
from cases.weighing import Weighing, from_profile
from tests.cases.harbour import GOOD, copy_to, replace
from tests.cases.test_lutkemeer import CASE as LUTKEMEER

HARBOUR = load_case(GOOD)
MONEY = Weighing("own", MappingProxyType({"moving": 0.0, "living": 0.0, "money": 100.0}))


def results(case):
    return {key: found.result for key, found in requirements.tested(case).items()}


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
    assert requirements.tested(load_case(case))["as_now", "carbon_cap"].result == result


@pytest.mark.parametrize(
    ("limit", "result"), [(26, "met"), (26.01, "uncertain"), (35, "uncertain"), (35.01, "not_met")]
)
def test_a_floor_works_the_other_way_round(limit, result, tmp_path):
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "at_most, value: 28", f"at_least, value: {limit}")
    assert requirements.tested(load_case(case))["ring_road", "carbon_cap"].result == result


def test_an_answer_brings_its_reason_and_an_unknown_effect_its_note():
    found = requirements.tested(HARBOUR)
    assert found["ring_road", "heard"].why.en == "There is no record."
    assert found["tram", "heard"].sources == ("S2",)
    assert found["ring_road", "green_floor"].why.en == "Nobody has counted"
    assert found["as_now", "quick_enough"].performance.value == 40


def test_only_certain_failures_hold_an_alternative_back():
    assert [item.id for item in failing(HARBOUR, "as_now")] == ["quick_enough"]
    assert failing(HARBOUR, "ring_road") == ()
    assert failing(HARBOUR, "as_now", {"quick_enough"}) == ()


def test_a_failing_alternative_stays_in_the_order_without_a_place():
    placed = allowed_first(HARBOUR, ["as_now", "tram", "ring_road"])
    assert [(item.alternative, item.place) for item in placed] == [("as_now", None), ("tram", 1), ("ring_road", 2)]
    assert [item.place for item in allowed_first(HARBOUR, ["tram", "as_now", "ring_road"])] == [1, None, 2]
    assert [item.place for item in allowed_first(HARBOUR, ["as_now", "tram", "ring_road"], ["quick_enough"])] == [
        1,
        2,
        3,
    ]


def test_no_score_lifts_a_failure():
    # with money alone as_now scores 100, the tram 40, the ring road 25
    comparison = compare(HARBOUR, MONEY)
    assert comparison.totals == pytest.approx([100, 25, 40])
    found = first_allowed(comparison)
    assert found.first == 2
    assert [item.alternative for item in found.passed_over] == ["as_now"]
    assert found.open == ()
    assert comparison.by_total[0] == 0
    assert comparison.first == 2


def test_switching_a_requirement_off_gives_the_result_without_it_and_says_so():
    found = first_allowed(compare(HARBOUR, MONEY), {"quick_enough"})
    assert found.first == 0
    assert [item.id for item in found.switched_off] == ["quick_enough"]


def test_what_is_open_about_the_first_itself_is_listed():
    points = MappingProxyType({"moving": 100.0, "living": 0.0, "money": 0.0})
    within = MappingProxyType({"travel_time": 100.0, "reliability": 0.0})
    found = first_allowed(compare(HARBOUR, Weighing("own", points, within)))
    assert found.first == 1
    assert [(item.requirement.id, item.result) for item in found.open] == [
        ("carbon_cap", "uncertain"), ("green_floor", "unknown"), ("heard", "unknown"),
    ]  # fmt: skip


def test_if_all_fail_none_comes_first(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "at_most, value: 38", "at_most, value: 20")
    found = first_allowed(compare(load_case(case), MONEY))
    assert found.first is None
    assert len(found.passed_over) == 3


def test_whatever_the_order_a_failing_alternative_has_no_place_and_the_places_count_on():
    for order in product(range(3), repeat=3):
        if len(set(order)) == 3:
            placed = allowed_first(HARBOUR, [HARBOUR.alternatives[row].id for row in order])
            assert [item.place for item in placed if not item.failing] == [1, 2]
            assert [item.place for item in placed if item.failing] == [None]


def test_strangers_are_refused():
    with pytest.raises(ValueError, match="no requirement 'speed'"):
        failing(HARBOUR, "tram", ["speed"])
    with pytest.raises(KeyError, match="ferry"):
        failing(HARBOUR, "ferry")


def test_a_case_without_requirements_changes_nothing(tmp_path):
    case = copy_to(tmp_path)
    text = (case / "case.yaml").read_text(encoding="utf-8")
    (case / "case.yaml").write_text(
        text[: text.index("requirements:\n")] + text[text.index("functions:\n") :], encoding="utf-8"
    )
    found = first_allowed(compare(load_case(case), MONEY))
    assert (found.first, found.passed_over, found.open) == (0, (), ())


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
        assert first_allowed(comparison).first == comparison.first


def test_law_and_proposal_are_told_apart():
    assert {item.id for item in LUTKEMEER.requirements if item.status == "proposal"} == {"water_level", "urban_farming"}
