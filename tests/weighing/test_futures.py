"""Futures: totals and regret by hand, and what may not depend on the order in which anything stands."""

from dataclasses import replace
from itertools import permutations, product

import numpy as np
import pytest

from cases import SHIPPED
from mcda.value import total_intervals
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from weighing.arrays import weights
from weighing.comparison import compare
from weighing.futures import GOOD_ENOUGH, futures, in_future, touched
from weighing.soundness import findings
from weighing.weighing import OWN, Weighing, from_profile
from weighing.what_if import changed

HARBOUR = loaded(GOOD)
TREASURER = from_profile(HARBOUR.profile("treasurer"))
OFF = ("quick_enough",)
"""Without it as_now fails no requirement, so that all three may come first."""


def at(case=HARBOUR, weighing=TREASURER, off=OFF):
    return futures(compare(case, weighing, off))


def with_effects(case, mark, **update):
    """Other values in the first future, by `alternative__criterion`; without low and high."""
    future = case.futures[0].id
    effects = dict(case.future_effects)
    for key, value in update.items():
        alternative, criterion = key.split("__")
        today = case.performances[alternative, criterion]
        effects[future, alternative, criterion] = replace(today, value=value, low=None, high=None)
    return changed(case, mark, future_effects=effects)


def test_totals_and_regrets_match_a_hand_calculation():
    # weights: travel time 1/6, reliability 1/12, CO2 1/4, green 0, cost 1/2; scores of as_now, ring_road, tram
    #   today: travel time 0, 75, 50; reliability 0, 60, 100; CO2 40, 0, 100; cost 100, 25, 40
    #          totals 10 + 50 = 60; 12.5 + 5 + 12.5 = 30; 8.33 + 8.33 + 25 + 20 = 61.67
    #   busy:  travel time of ring_road 35 -> 25, of tram 32 -> 40; reliability of tram 60
    #          60; 4.17 + 5 + 12.5 = 21.67; 6.67 + 5 + 25 + 20 = 56.67
    #   dear:  cost of ring_road 375000 -> 6.25, of tram 300000 -> 25
    #          60; 12.5 + 5 + 3.125 = 20.625; 8.33 + 8.33 + 25 + 12.5 = 54.17
    found = at()
    assert [column.future and column.future.id for column in found.columns] == [None, "busy", "dear"]
    totals = np.array([column.comparison.totals for column in found.columns])
    assert totals == pytest.approx(np.array([[60, 30, 185 / 3], [60, 65 / 3, 170 / 3], [60, 20.625, 325 / 6]]))
    regrets = np.array([[5 / 3, 95 / 3, 0], [0, 115 / 3, 10 / 3], [0, 39.375, 35 / 6]])
    assert found.regrets[..., 0] == pytest.approx(regrets)
    assert found.regrets[..., 1] == pytest.approx(regrets)
    assert found.largest[:, 1] == pytest.approx([5 / 3, 39.375, 35 / 6])
    assert [column.highest for column in found.columns] == [2, 0, 0]
    assert [found.standing(row) for row in range(3)] == ["all", "none", "some"]
    assert found.states(2) == ("good", "good", "behind")
    assert [found.bet(row) for row in range(3)] == [(0,), (2,), (2,)]


def test_the_draws_of_a_future_are_those_of_its_own_effects():
    # dear: tram at its dearest 390000 has 8.33 + 8.33 + 25 + 1.25 = 42.9, at its cheapest 250000.5 it has 60.4
    today, busy, dear = at().columns
    assert today.shares.sum() == pytest.approx(1)
    assert dear.shares[2] < today.shares[2]
    assert busy.shares[1] == 0
    assert at(weighing=Weighing(OWN, {"money": 100.0})).columns[0].shares is None


def test_what_fails_a_hard_requirement_has_no_regret_and_is_no_best():
    # as_now takes longer than the law allows, in every future; then tram is the best in all, and ring_road behind it
    found = at(off=())
    assert found.states(0) == ("fails",) * 3
    assert np.isnan(found.regrets[:, 0]).all()
    assert found.standing(0) == "none"
    assert found.bet(0) == (0, 1, 2)
    assert found.regrets[:, 2, 1] == pytest.approx([0, 0, 0])
    assert found.bet(2) == ()
    assert found.regrets[:, 1, 1] == pytest.approx([95 / 3, 35, 325 / 6 - 20.625])


def test_a_requirement_may_be_failed_in_one_future_only():
    # tram takes 39 minutes when traffic grows, and the law allows 38: it is bet on traffic that does not grow
    found = at(with_effects(HARBOUR, "slow tram", tram__travel_time=39.0), off=())
    assert found.states(2) == ("good", "fails", "good")
    assert found.bet(2) == (1,)
    assert found.standing(2) == "some"
    assert found.columns[1].highest == 1  # the only one that may come first there
    assert found.regrets[1, 1].tolist() == [0, 0]


def test_an_effect_that_nobody_knows_gives_a_range_and_never_zero():
    # travel time of tram not known when traffic grows: a sixth of 0 to 100, so its total is 50 to 66.67
    found = at(with_effects(HARBOUR, "unknown", tram__travel_time=None))
    assert found.columns[1].comparison.intervals[2] == pytest.approx([50, 50 + 50 / 3])
    assert found.regrets[1] == pytest.approx(np.array([[0, 20 / 3], [60 - 65 / 3, 45], [0, 10]]))
    assert found.states(2) == ("good", "open", "behind")
    assert found.standing(2) == "some"
    assert found.standing(0) == "open"  # it may stay 6.67 behind when traffic grows
    assert found.columns[1].highest is None


@pytest.mark.parametrize("folder", [GOOD, SHIPPED / "lutkemeer"])
def test_a_future_like_today_gives_the_totals_of_today(folder):
    case = loaded(folder)
    alike = {("same", *key): effect for key, effect in case.performances.items()}
    future = HARBOUR.futures[0].model_copy(update={"id": "same"})
    case = changed(case, "same", futures=(future,), future_effects=alike)
    today, same = at(case, from_profile(case.profiles[0]), ()).columns
    assert same.comparison.intervals.tolist() == today.comparison.intervals.tolist()
    np.testing.assert_array_equal(same.regrets, today.regrets)
    assert same.shares.tolist() == today.shares.tolist()


def test_neither_the_order_of_futures_nor_that_of_alternatives_changes_anything():
    first = at()
    for turn in permutations(range(3)):
        case = changed(HARBOUR, f"turned {turn}", futures=HARBOUR.futures[::-1],
                       alternatives=tuple(HARBOUR.alternatives[place] for place in turn))  # fmt: skip
        found = at(case)
        assert found.regrets[[0, 2, 1]] == pytest.approx(first.regrets[:, turn])
        assert [found.standing(row) for row in range(3)] == [first.standing(row) for row in turn]
        there = [[(0, 2, 1)[place] for place in found.bet(row)] for row in range(3)]
        assert there == [list(first.bet(row)) for row in turn]


def test_a_theme_that_somebody_does_not_know_gives_the_regrets_at_every_weight_that_it_could_have():
    weighing = Weighing(OWN, {"moving": 100.0, "living": 40.0}, unsure=frozenset({"money"}))
    found = at(HARBOUR, weighing)
    grid = np.linspace(0, 100, 201)
    for place, column in enumerate(found.columns):
        low, high = np.inf * np.ones(3), -np.inf * np.ones(3)
        for money in grid:
            at_money = weights(HARBOUR, {**weighing.theme_points, "money": float(money)}, {})
            table = column.comparison.arrays
            for ends in product((0, 1), repeat=3):
                ranges = total_intervals(table.scores, at_money, table.lowest, table.highest)
                totals = ranges[range(3), ends]
                regret = totals.max() - totals
                low, high = np.minimum(low, regret), np.maximum(high, regret)
        assert found.regrets[place, :, 1] == pytest.approx(high, abs=1e-9)
        assert found.regrets[place, :, 0] == pytest.approx(low, abs=0.2)  # the grid has steps of half a point
        assert (found.regrets[place, :, 0] <= low + 1e-9).all()


def test_a_case_without_futures_has_none_and_an_unknown_future_is_refused():
    assert futures(compare(changed(HARBOUR, "none", futures=(), future_effects={}), TREASURER)) is None
    with pytest.raises(KeyError, match="no future 'rain'"):
        in_future(HARBOUR, "rain")


def test_the_limit_is_counted_as_it_is_said():
    # tram exactly 5 points behind as_now when traffic grows: 56.67 - 1.67 is a travel time of 34 minutes
    case = with_effects(HARBOUR, "limit", tram__travel_time=34.0)
    assert at(case).regrets[1, 2, 1] == GOOD_ENOUGH
    assert at(case).states(2)[1] == "good"


def named(case, kind):
    return [finding for finding in findings(case) if finding.id == kind]


def test_a_future_that_touches_some_only_without_a_reason_is_a_finding():
    assert touched(HARBOUR, "busy") == ["ring_road", "tram"]
    assert not named(HARBOUR, "future_not_all")
    silent = tuple(future.model_copy(update={"why_not_all": None}) for future in HARBOUR.futures)
    one, other = named(changed(HARBOUR, "silent", futures=silent), "future_not_all")
    assert (one.severity, one.places, other.places) == ("warning", ("futures.busy",), ("futures.dear",))
    assert "'Traffic grows' changes nothing for As now" in one.found.get("en")


def test_a_future_that_changes_no_total_is_a_finding():
    assert not named(HARBOUR, "future_not_in_sum")
    outside = {("busy", "tram", "harbour_view"): replace(HARBOUR.performances["tram", "harbour_view"], value=2.0)}
    dear = {key: effect for key, effect in HARBOUR.future_effects.items() if key[0] == "dear"}
    (found,) = named(changed(HARBOUR, "view", future_effects=outside | dear), "future_not_in_sum")
    assert found.places == ("futures.busy",)


def test_an_effect_outside_the_range_in_a_future_is_a_finding_where_it_is_not_one_today():
    assert not named(HARBOUR, "future_outside_range")
    case = with_effects(HARBOUR, "beyond", ring_road__travel_time=44.0)  # the range ends at 40
    (found,) = named(case, "future_outside_range")
    assert found.severity == "warning"
    assert found.places == ("futures.busy", "performances.ring_road.travel_time")
    assert "In the future 'Traffic grows': 'Travel time' of 'Ring road' is 44 minutes" in found.found.get("en")
    assert at(case).columns[1].comparison.arrays.scores[1, 0] == 0  # cut, as elsewhere
