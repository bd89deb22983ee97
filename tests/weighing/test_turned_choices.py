"""Choices that are built in, made the other way one at a time."""

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest

from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.cases.test_lutkemeer import CASE
from weighing.comparison import compare
from weighing.coverage import TOPICS, coverage, silent_share
from weighing.dimensions import by_rule
from weighing.turned_choices import CHOICES, _bent, turned_choices
from weighing.weighing import Weighing
from weighing.what_if import changed

HARBOUR = loaded(GOOD)
AT = by_rule(CASE, "themes")


def flip(comparison, choice):
    return {item.choice: item for item in turned_choices(comparison)}[choice]


def test_every_choice_has_an_order_or_a_reason():
    for comparison in (AT, by_rule(HARBOUR, "themes")):
        found = turned_choices(comparison)
        assert [item.choice for item in found] == list(CHOICES)
        assert all((item.order is None) == (item.reason is not None) for item in found)


def test_without_compensation_the_worst_theme_decides():
    # Moving: as now 0, ring road 67.5, tram 75; money: 100, 25, 40. Worst: 0, 25, 40; as_now fails a requirement.
    points = MappingProxyType({"moving": 100.0, "living": 0.0, "money": 100.0})
    assert flip(compare(HARBOUR, Weighing("own", points)), "compensation").order == (2, 1, 0)
    # of the shipped case the combination has the best worst theme
    worst = np.nanmin(AT.theme_scores, axis=1)
    assert flip(AT, "compensation").order == tuple(np.argsort(-worst, kind="stable").tolist())


def test_later_counts_half_and_elsewhere_not():
    for choice, factor in (("later", 0.5), ("elsewhere", 0.0)):
        weights = np.array([factor if item.time_place == choice else 1.0 for item in CASE.summed]) * AT.weights
        totals = AT.arrays.scores @ (weights / weights.sum())
        assert flip(AT, choice).order == tuple(np.argsort(-totals, kind="stable").tolist())


def test_a_bent_line_puts_the_middle_of_a_range_at_75():
    # with money alone: cost 0 -> 100; 300,000 and 240,000 of 400,000: 25 -> 37.5 and 40 -> 60. The order stays.
    money = Weighing("own", MappingProxyType({"moving": 0.0, "living": 0.0, "money": 100.0}))
    assert flip(compare(HARBOUR, money), "value").order == (2, 1, 0)


def test_the_other_range_is_that_of_the_second_choice():
    other = compare(CASE, AT.weighing.on_ranges("second"))
    assert flip(AT, "range").order == other.order


def test_counting_everything_uses_all_criteria():
    # harbour_view 4, 2, 3 on 1 to 5 is all that is left when it is added to a theme that alone carries weight
    assert flip(AT, "effects").order is not None
    everything = changed(
        CASE, "all", criteria=tuple(item.model_copy(update={"in_sum": True}) for item in CASE.criteria)
    )
    assert len(everything.summed) == len(CASE.criteria)
    assert flip(by_rule(everything, "themes"), "effects").reason == "nothing_left_out"


@pytest.mark.parametrize(
    ("choice", "reason"),
    [("elsewhere", "none_elsewhere"), ("compensation", "unknown_effect"), ("equity", "signs_only")],
)
def test_a_choice_that_cannot_be_turned_says_why(choice, reason):
    assert flip(by_rule(HARBOUR, "themes"), choice).reason == reason


def test_a_flip_changes_nothing_in_the_case_itself():
    before = AT.totals.copy()
    turned_choices(AT)
    assert by_rule(CASE, "themes").totals == pytest.approx(before)
    assert len(CASE.summed) == 16


def test_coverage_names_every_topic_and_spreads_nothing():
    # of the shipped case health has criteria outside the sum only; housing, society, safety and trade and aid have none
    found = coverage(CASE, AT.weights)
    assert [item.topic for item in found] == list(TOPICS)
    silent = [item.topic for item in found if item.silent]
    here = ["here_now.health", "here_now.housing", "here_now.society", "here_now.safety"]
    assert silent == [*here, "elsewhere.trade_and_aid"]
    assert all(item.weight == 0 for item in found if item.silent)
    assert found[2].left_out == ("nox", "pm25")
    assert sum(item.weight for item in found) == pytest.approx(1)
    assert silent_share(CASE) == pytest.approx(5 / 14)


def test_weight_on_a_criterion_without_a_topic_reaches_no_topic():
    # reliability has no topic and weighs 1/6 with equal themes
    assert sum(item.weight for item in coverage(HARBOUR, by_rule(HARBOUR, "themes").weights)) == pytest.approx(5 / 6)


def test_a_case_that_leaves_nothing_open_says_which_choice_cannot_be_made_the_other_way():
    counted = tuple(item for item in CASE.criteria if item.in_sum)
    once = tuple(item.model_copy(update={"second_range": None}) for item in counted)
    bare = by_rule(changed(CASE, "nothing_left_out", criteria=once), "themes")
    assert flip(bare, "effects").reason == "nothing_left_out"
    assert flip(bare, "range").reason == "no_second_range"
    bent = tuple(_bent(item) for item in once)
    assert flip(by_rule(changed(CASE, "all_bent", criteria=bent), "themes"), "value").reason == "no_straight_line"
    elsewhere = np.where([item.time_place == "elsewhere" for item in counted], bare.weights, 0.0)
    only = replace(bare, weights=elsewhere / elsewhere.sum())
    assert flip(only, "elsewhere").reason == "nothing_left"
