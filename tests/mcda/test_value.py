"""Scores, totals, intervals and contributions, against sums done by hand."""

import numpy as np
import pytest

from mcda.value import (
    Bent,
    Classes,
    Goal,
    Linear,
    contributions,
    group_contributions,
    score_matrix,
    total_intervals,
    total_scores,
)

NAN = np.nan
INF = np.inf


def test_total_scores_match_a_hand_calculation():
    # travel time 40 -> 20 min/trip, CO2 30 -> 10 kt/yr, weights .75 and .25
    #   do nothing  (40-40)/(20-40) =   0   (20-30)/(10-30) =  50   0.75*0  + 0.25*50  = 12.50
    #   ring road   (25-40)/(20-40) =  75   (30-30)/(10-30) =   0   0.75*75 + 0.25*0   = 56.25
    #   tram        (30-40)/(20-40) =  50   (10-30)/(10-30) = 100   0.75*50 + 0.25*100 = 62.50
    scores = score_matrix([[40, 20], [25, 30], [30, 10]], [Linear(40, 20), Linear(30, 10)])
    assert scores.tolist() == [[0, 50], [75, 0], [50, 100]]
    assert total_scores(scores, [0.75, 0.25]).tolist() == [12.5, 56.25, 62.5]


def test_a_linear_score_is_cut_at_both_ends_and_says_so():
    # range 200 -> 1000 fte: (400-200)/800 = 25; 100 lies below the range, 1010 above it
    function = Linear(worst=200, best=1000)
    performances = [100, 200, 400, 1000, 1010, NAN]
    np.testing.assert_array_equal(function.scores(performances), [0, 0, 25, 100, 100, NAN])
    assert function.outside(performances).tolist() == [True, False, False, False, True, False]


def test_the_worst_end_scores_plain_zero_also_when_lower_is_better():
    assert not np.signbit(Linear(worst=40, best=20).scores(40))


def test_a_bent_function_follows_its_points():
    # (0, 0) (10, 60) (30, 100): 5 -> 30; 20 -> 60 + 40*(20-10)/(30-10) = 80
    function = Bent(((0, 0), (10, 60), (30, 100)))
    np.testing.assert_allclose(function.scores([-1, 0, 5, 10, 20, 30, 31, NAN]), [0, 0, 30, 60, 80, 100, 100, NAN])
    assert function.outside([-1, 0, 30, 31, NAN]).tolist() == [True, False, False, True, False]


def test_a_bent_function_may_fall_and_may_be_flat_for_a_while():
    # (0, 100) (10, 40) (20, 40) (40, 0): 5 -> 70; 15 -> 40; 30 -> 40 - 40*(30-20)/(40-20) = 20
    function = Bent(((0, 100), (10, 40), (20, 40), (40, 0)))
    assert function.scores([0, 5, 15, 30, 40]) == pytest.approx([100, 70, 40, 20, 0])


def test_a_goal_is_best_at_the_goal_and_worst_at_both_ends():
    # goal 50 between 0 and 60: 25 -> 50; 55 -> 100*(60-55)/(60-50) = 50
    function = Goal(goal=50, low=0, high=60)
    np.testing.assert_allclose(function.scores([-5, 0, 25, 50, 55, 60, 70, NAN]), [0, 0, 50, 100, 50, 0, 0, NAN])
    assert function.outside([-5, 0, 60, 70, NAN]).tolist() == [True, False, False, True, False]


def test_classes_give_their_stated_scores():
    function = Classes((0, 30, 100))
    np.testing.assert_array_equal(function.scores([2, 0, NAN, 1]), [100, 0, NAN, 30])
    assert function.outside([2, 0, NAN, 1]).tolist() == [False] * 4


@pytest.mark.parametrize("function", [Linear(1, 0), Bent(((0, 100), (1, 0))), Goal(0, -1, 1), Classes((100, 0))])
def test_scores_keep_the_shape_of_the_performances(function):
    assert function.scores(1).shape == function.outside(1).shape == ()
    assert function.scores([[0, 1, 1]]).shape == (1, 3)
    assert function.scores([[0, 1, 1]])[0, 1] == 0


def test_unknown_makes_a_total_unknown_only_where_it_carries_weight():
    # second row: 0.5*80 + 0.5*20 = 50, the unknown third score has weight 0
    scores = [[NAN, 20, 60], [80, 20, NAN]]
    np.testing.assert_array_equal(total_scores(scores, [0.5, 0.5, 0]), [NAN, 50])


def test_an_interval_counts_unknown_as_0_and_as_100():
    # first row: 0.25*(0 or 100) + 0.75*20 = 15 to 40; second row is known: 0.25*80 + 0.75*40 = 50
    assert total_intervals([[NAN, 20], [80, 40]], [0.25, 0.75]).tolist() == [[15, 40], [50, 50]]


def test_contributions_are_weight_times_score_and_group_by_theme():
    # weights .5 .3 .2; row one: 40, 3, 20 = 63; groups 1, 0, 1: group 0 has 3, group 1 has 60, group 2 nothing
    # row two: the unknown score of criterion 1 makes group 0 unknown and leaves group 1 at .5*20 + .2*50 = 20
    parts = contributions([[80, 10, 100], [20, NAN, 50]], [0.5, 0.3, 0.2])
    np.testing.assert_allclose(parts, [[40, 3, 20], [10, NAN, 10]])
    np.testing.assert_allclose(group_contributions(parts, [1, 0, 1], 3), [[3, 60, 0], [NAN, 20, 0]])


def test_arguments_are_not_changed():
    scores, weights = np.array([[NAN, 20.0]]), np.array([0.0, 1.0])
    total_scores(scores, weights), total_intervals(scores, weights), contributions(scores, weights)
    np.testing.assert_array_equal(scores, [[NAN, 20]])
    assert weights.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (lambda: Linear(3, 3), "cannot differ"),
        (lambda: Linear(NAN, 3), "finite"),
        (lambda: Linear(0, INF), "finite"),
        (lambda: Linear(-1.5e308, 1.5e308), "too wide"),
        (lambda: Bent(((0, 0),)), "two points"),
        (lambda: Bent(((0, 0, 5), (1, 100, 5))), "a performance and a score"),
        (lambda: Bent(((0, 0), (0, 100))), "increase"),
        (lambda: Bent(((1, 0), (0, 100))), "increase"),
        (lambda: Bent(((0, 0), (NAN, 50), (2, 100))), "finite"),
        (lambda: Bent(((0, 0), (1, 101))), "0 to 100"),
        (lambda: Bent(((0, -1), (1, 100))), "0 to 100"),
        (lambda: Bent(((0, 0), (1, NAN))), "0 to 100"),
        (lambda: Bent(((0, 0), (1, 90))), "reach both"),
        (lambda: Bent(((0, 10), (1, 100))), "reach both"),
        (lambda: Bent(((0, 0), (1, 100), (2, 50))), "only rise or only fall"),
        (lambda: Goal(0, 0, 10), "between"),
        (lambda: Goal(10, 0, 10), "between"),
        (lambda: Goal(NAN, 0, 10), "finite"),
        (lambda: Goal(5, -INF, 10), "finite"),
        (lambda: Classes((100,)), "two classes"),
        (lambda: Classes((0, 50)), "reach both"),
        (lambda: Classes((0, 120, 100)), "0 to 100"),
    ],
)
def test_a_value_function_refuses_nonsense_at_birth(build, words):
    with pytest.raises(ValueError, match=words):
        build()


@pytest.mark.parametrize("wrong", [3, -1, 0.5])
def test_a_class_that_does_not_exist_is_refused(wrong):
    for method in (Classes((0, 30, 100)).scores, Classes((0, 30, 100)).outside):
        with pytest.raises(ValueError, match="not a class"):
            method([0, wrong])


@pytest.mark.parametrize("function", [Linear(0, 1), Bent(((0, 0), (1, 100))), Goal(0, -1, 1), Classes((0, 100))])
def test_an_infinite_performance_is_refused(function):
    for method in (function.scores, function.outside):
        with pytest.raises(ValueError, match="infinite"):
            method([0, -INF])


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: score_matrix([[1, 2]], [Linear(0, 1)]), "1 value functions were given for 2"),
        (lambda: score_matrix([1, 2], [Linear(0, 1)] * 2), "shape"),
        (lambda: score_matrix([[1, INF]], [Linear(0, 1)] * 2), "infinite"),
        (lambda: total_scores([50, 50], [0.5, 0.5]), "shape"),
        (lambda: total_scores([[50, INF]], [0.5, 0.5]), "infinite"),
        (lambda: total_scores([[50, 50]], [1]), "1 weights were given for 2 criteria"),
        (lambda: total_scores([[50, 50]], [[0.5, 0.5]]), "one row"),
        (lambda: total_scores([[50, 50]], [3, 1]), "sum to 1"),
        (lambda: total_scores([[50, 50]], [0, 0]), "sum to 1"),
        (lambda: total_scores([[50, 50]], [1.5, -0.5]), "negative"),
        (lambda: total_intervals([[50, 50]], [NAN, 1]), "finite"),
        (lambda: contributions([[50, 50]], [0.5, 0.4]), "sum to 1"),
        (lambda: group_contributions([[1, 2]], [0], 1), "2 whole numbers"),
        (lambda: group_contributions([[1, 2]], [0.0, 1.0], 2), "whole numbers"),
        (lambda: group_contributions([[1, 2]], [0, 2], 2), "from 0 to 1"),
        (lambda: group_contributions([[1, 2]], [0, -1], 2), "from 0 to 1"),
        (lambda: group_contributions([[INF, 2]], [0, 1], 2), "infinite"),
    ],
)
def test_arrays_that_do_not_fit_are_refused(call, words):
    with pytest.raises(ValueError, match=words):
        call()
