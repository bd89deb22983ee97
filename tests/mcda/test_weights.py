"""Points and rankings to weights, against sums done by hand."""

import numpy as np
import pytest

from mcda.weights import (
    hierarchical_weights,
    rank_order_centroid,
    weights_from_points,
    weights_of_groups,
    with_largest_at_100,
)


def test_points_three_to_one_are_three_quarters_and_one_quarter():
    assert weights_from_points([3, 1]).tolist() == [0.75, 0.25]
    assert weights_from_points([0, 40, 0]).tolist() == [0, 1, 0]


def test_a_weight_is_the_share_of_the_theme_times_the_share_within_it():
    # themes 100 : 60 -> .625 and .375; within theme 0 the points 100, 50, 50 -> .5 .25 .25; theme 1 has one criterion
    # .625*.5 = .3125   .625*.25 = .15625   .375*1 = .375   .625*.25 = .15625   sum 1
    weights = hierarchical_weights([100, 60], [100, 50, 7, 50], [0, 0, 1, 0])
    assert weights.tolist() == [0.3125, 0.15625, 0.375, 0.15625]


def test_a_theme_without_points_gives_its_criteria_nothing():
    # theme 0 has no points and criteria of 0 and 80; theme 1 carries everything: 10 and 30 of 40
    assert hierarchical_weights([0, 20], [0, 80, 10, 30], [0, 0, 1, 1]).tolist() == [0, 0, 0.25, 0.75]
    assert hierarchical_weights([0, 20], [0, 0, 5], [0, 0, 1]).tolist() == [0, 0, 1]


def test_a_group_weighs_what_its_criteria_weigh_together_and_an_empty_one_nothing():
    # group 0: .25 + .25, group 1 has no criterion, group 2: .5
    weights = weights_of_groups([0.25, 0.5, 0.25], np.array([0, 2, 0]), 3)
    assert weights.tolist() == [0.5, 0, 0.5]
    assert weights_of_groups([], np.array([], dtype=int), 2).dtype == float


def test_rank_order_centroid_of_three_matches_a_hand_calculation():
    # (1 + 1/2 + 1/3)/3 = 11/18   (1/2 + 1/3)/3 = 5/18   (1/3)/3 = 2/18
    assert rank_order_centroid(3) == pytest.approx([11 / 18, 5 / 18, 2 / 18])
    assert rank_order_centroid(1).tolist() == [1]


def test_the_largest_swing_becomes_100_and_proportions_stay():
    # 20 : 50 : 10 -> 40 : 100 : 20
    assert with_largest_at_100([20, 50, 10]).tolist() == [40, 100, 20]


@pytest.mark.parametrize("function", [weights_from_points, with_largest_at_100])
@pytest.mark.parametrize(
    ("points", "words"),
    [
        ([0, 0], "nothing got any points"),
        ([3, -1], "negative"),
        ([3, np.nan], "finite"),
        ([3, np.inf], "finite"),
        ([1e308, 1e308], "too large"),
        ([], "one row"),
        ([[1, 2]], "one row"),
    ],
)
def test_points_that_mean_nothing_are_refused(function, points, words):
    with pytest.raises(ValueError, match=words):
        function(points)


@pytest.mark.parametrize(
    ("group_points", "item_points", "groups", "words"),
    [
        ([1, 1], [1, 0], [0, 1], "group 1 has points, but none of its items"),
        ([1, 1], [1, 1], [0, 0], "group 1 has points, but none of its items"),
        ([0, 0], [1, 1], [0, 1], "nothing got any points"),
        ([1, -1], [1, 1], [0, 1], "negative"),
        ([1, 1], [1, -1], [0, 1], "negative"),
        ([1, 1], [1, np.nan], [0, 1], "finite"),
        ([1, 1], [1, 1], [0, 2], "from 0 to 1"),
        ([1, 1], [1, 1], [0], "2 whole numbers"),
        ([1, 1], [1, 1], [0.0, 1.0], "whole numbers"),
    ],
)
def test_a_tree_of_points_that_cannot_be_weights_is_refused(group_points, item_points, groups, words):
    with pytest.raises(ValueError, match=words):
        hierarchical_weights(group_points, item_points, groups)


@pytest.mark.parametrize("n", [0, -3])
def test_a_ranking_of_nothing_is_refused(n):
    with pytest.raises(ValueError, match="at least one"):
        rank_order_centroid(n)
