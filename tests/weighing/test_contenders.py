"""Who fails a hard requirement stays in view and is never first: in the order, verdict, shares and flips."""

from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.reading.loader import load_case
from tests.budget import examples
from tests.cases.harbour import GOOD, copy_to, replace
from tests.cases.loaded import FOUR_PLANS, loaded
from tests.weighing.strict import with_failing
from weighing.comparison import compare
from weighing.opinions import opinions
from weighing.requirements_tested import contenders
from weighing.shares_of_weightings import first_places, trees, winning_values, winning_weighing
from weighing.strongest_weakest import portraits
from weighing.verdict import verdict
from weighing.weighing import Weighing, from_profile

CASE = loaded(FOUR_PLANS)
HARBOUR = loaded(GOOD)
MONEY = Weighing("own", MappingProxyType({"moving": 0.0, "living": 0.0, "money": 100.0}))
NEARBY = from_profile(CASE.profile("residents_nearby"))
FOOD = with_failing(CASE, {"food_park"})
"""Without the requirement the food park comes first for residents nearby."""


def test_the_highest_total_is_passed_over_when_it_fails():
    # with money alone as_now scores 100, the tram 40, the ring road 25; as_now takes 38.5 to 42 minutes, at most 38
    found = compare(HARBOUR, MONEY)
    assert found.by_total == (0, 2, 1)
    assert found.order == (2, 1, 0)
    assert found.passed_over == (0,)
    assert found.ranks.tolist() == [0, 2, 1]
    assert not found.undecided


def test_a_requirement_that_is_switched_off_holds_nobody_back():
    found = compare(HARBOUR, MONEY, ["quick_enough"])
    assert found.order == (0, 2, 1)
    assert found.passed_over == ()
    assert found.ranks.tolist() == [1, 3, 2]


def test_when_all_fail_nobody_is_first(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "at_most, value: 38", "at_most, value: 20")
    found = compare(load_case(case), MONEY)
    assert found.contenders == ()
    assert found.undecided
    assert found.ranks.tolist() == [0, 0, 0]


def test_the_only_one_left_comes_first_and_nothing_flips_it(tmp_path):
    # at most 25 minutes: the ring road may take 22 to 30, the tram 26 to 36, as now 38.5 to 42
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "at_most, value: 38", "at_most, value: 25")
    found = compare(load_case(case), MONEY)
    assert found.contenders == (1,)
    assert found.order == (1, 0, 2)
    judged = verdict(found)
    assert judged.shares.tolist() == [0, 1, 0]
    assert (judged.reason, judged.word, judged.counted) == ("alone", "firm", False)
    assert judged.shift is None
    assert opinions(found) is None


@examples(12, 800)
@given(
    st.sets(st.sampled_from([item.id for item in CASE.alternatives])),
    st.lists(st.integers(0, 100), min_size=7, max_size=7).filter(any),
)
def test_the_first_is_always_the_highest_of_those_that_do_not_fail(failing, points):
    case = with_failing(CASE, failing)
    found = compare(
        case, Weighing("own", MappingProxyType(dict(zip([theme.id for theme in case.themes], points, strict=True))))
    )
    able = [row for row, item in enumerate(case.alternatives) if item.id not in failing]
    assert list(contenders(case)) == able
    if able:
        assert found.totals[found.first] == pytest.approx(max(found.totals[able]))
        assert sorted(found.order[: len(able)]) == able
    assert sorted(found.order) == list(range(len(case.alternatives)))
    assert found.totals == pytest.approx(compare(CASE, found.weighing).totals)


def test_tipping_points_and_segments_name_nobody_that_fails():
    found = compare(FOOD, NEARBY)
    assert compare(CASE, NEARBY).first == 2
    assert found.first == 3
    winners = {segment.winner for strip in found.segments for segment in strip}
    winners |= {point.lower_winner for point in found.tipping_points}
    winners |= {point.upper_winner for point in found.tipping_points}
    assert 2 not in winners
    assert winners > {3}


def test_tipping_points_are_those_of_a_case_without_the_failing_alternative():
    found = compare(FOOD, NEARBY)
    rest = [0, 1, 3]
    for place, point in enumerate(found.tipping_points):
        at_0, at_1, now = found.theme_lines(place)
        for share, winner in ((point.lower, point.lower_winner), (point.upper, point.upper_winner)):
            if share is not None:
                totals = (1 - share) * at_0 + share * at_1
                assert totals[winner] == pytest.approx(max(totals[rest]))
        assert point.now == pytest.approx(now)


def test_the_verdict_leaves_the_failing_alternative_out():
    judged = verdict(compare(FOOD, NEARBY))
    assert judged.shares[2] == 0
    assert judged.shares.sum() == pytest.approx(1)
    assert judged.rival != 2
    assert judged.finest_shift.rival != 2
    assert judged.shift.rival != 2


def test_no_weighting_puts_the_failing_alternative_first():
    found = compare(FOOD, NEARBY)
    for tree in trees(FOOD):
        places = first_places(found, "all", tree, "triangular", "case")
        assert places.rank_shares[2].tolist() == [0, 0, 0, 0]
        assert places.first.sum() == pytest.approx(1)
        assert places.rank_shares[[0, 1, 3], :3].sum() == pytest.approx(3)
    values = winning_values(FOOD, "main", ())
    assert values[2].weights is None
    assert winning_weighing(FOOD, "main", 2) is None
    assert compare(FOOD, winning_weighing(FOOD, "main", 1)).first == 1


def test_switched_off_the_failing_alternative_wins_again():
    off = tuple(item.id for item in FOOD.requirements if item.criterion is None)[:1]
    assert compare(FOOD, NEARBY, off).first == 2
    assert winning_values(FOOD, "main", off)[2].weights is not None


def test_with_one_left_every_weighting_puts_it_first():
    alone = with_failing(CASE, {"reference", "food_park", "combination"})
    found = compare(alone, NEARBY)
    places = first_places(found, "all", "themes", "triangular", "case")
    assert places.first.tolist() == [0, 1, 0, 0]
    assert compare(alone, winning_weighing(alone, "main", 1)).first == 1
    assert [item.best_case for item in portraits(alone).values()] == [None] * 4


def test_other_methods_rank_only_those_that_do_not_fail():
    found = opinions(compare(FOOD, NEARBY))
    assert (found.ranks[:, 2] == 0).all()
    assert (np.sort(found.ranks[:, [0, 1, 3]], axis=1)[:, 0] == 1).all()


def test_the_portrait_says_when_each_comes_first_among_those_that_do_not_fail():
    without = portraits(FOOD)
    assert without["food_park"].best_case is None
    assert without["combination"].best_case.margin > portraits(CASE)["combination"].best_case.margin
