"""Who comes first as the share of a group moves, against lines drawn by hand."""

import numpy as np
import pytest

from mcda.tipping import (
    Segment,
    TippingPoint,
    block_condition,
    tipping_point,
    totals_at_ends,
    winner_segments,
)

GROUP = np.array([True, False])
# one criterion inside the group, one outside: the lines run from the second score (share 0) to the first (share 1)
#   A: 0 -> 100      B: 90 -> 10      C: 60 -> 60      D: 40 -> 40
#   B = C at 90 - 80s = 60, s = .375; C = A at 60 = 100s, s = .6; B = A at 90 - 80s = 100s, s = .5 (below C there)
SCORES = np.array([[100.0, 0.0], [10.0, 90.0], [60.0, 60.0], [40.0, 40.0]])


def test_segments_match_lines_drawn_by_hand():
    found = winner_segments(SCORES, [0.5, 0.5], GROUP)
    assert [segment.winner for segment in found] == [1, 2, 0]
    assert [segment.start for segment in found] == pytest.approx([0, 0.375, 0.6])
    assert [segment.end for segment in found] == pytest.approx([0.375, 0.6, 1])


def test_the_tipping_point_names_the_nearest_change_on_either_side():
    # now .5: C leads with 60; B takes over below .375, A above .6
    tip = tipping_point(SCORES, [0.5, 0.5], GROUP)
    assert (tip.now, tip.lower_winner, tip.upper_winner) == (0.5, 1, 0)
    assert (tip.lower, tip.upper) == pytest.approx((0.375, 0.6))


def test_no_change_on_a_side_is_none():
    # now .9: A leads; below .6 C takes over, above nothing changes
    tip = tipping_point(SCORES, [0.9, 0.1], GROUP)
    assert (tip.lower, tip.lower_winner) == (pytest.approx(0.6), 2)
    assert (tip.upper, tip.upper_winner) == (None, None)


def test_a_dominating_alternative_never_tips():
    assert winner_segments([[10, 20], [30, 40]], [0.5, 0.5], GROUP) == (Segment(0.0, 1.0, 1),)
    assert tipping_point([[10, 20], [30, 40]], [0.5, 0.5], GROUP) == TippingPoint(0.5, None, None, None, None)


def test_block_conditions_match_the_same_lines():
    assert block_condition(SCORES, [0.5, 0.5], GROUP, 0) == pytest.approx((0.6, 1))
    assert block_condition(SCORES, [0.5, 0.5], GROUP, 1) == pytest.approx((0, 0.375))
    assert block_condition(SCORES, [0.5, 0.5], GROUP, 2) == pytest.approx((0.375, 0.6))
    assert block_condition(SCORES, [0.5, 0.5], GROUP, 3) is None


def test_a_line_below_the_envelope_at_every_share_has_no_condition():
    # A 0 -> 100, B 100 -> 0, C 40 -> 40: C beats A below .4 and B above .6, so never both
    scores = [[100, 0], [0, 100], [40, 40]]
    assert block_condition(scores, [0.5, 0.5], GROUP, 2) is None
    assert [segment.winner for segment in winner_segments(scores, [0.5, 0.5], GROUP)] == [1, 0]


def test_touching_the_top_at_one_share_only_is_not_coming_first():
    # C 50 -> 50 meets A and B at s = .5 and nowhere else
    scores = [[100, 0], [0, 100], [50, 50]]
    assert block_condition(scores, [0.5, 0.5], GROUP, 2) is None
    assert {segment.winner for segment in winner_segments(scores, [0.5, 0.5], GROUP)} == {0, 1}


def test_equal_alternatives_share_the_condition_and_the_first_row_gets_the_segment():
    scores = [[20, 20], [70, 30], [70, 30]]
    assert winner_segments(scores, [0.5, 0.5], GROUP) == (Segment(0.0, 1.0, 1),)
    assert block_condition(scores, [0.5, 0.5], GROUP, 1) == block_condition(scores, [0.5, 0.5], GROUP, 2) == (0, 1)


def test_a_difference_that_is_only_rounding_is_no_tipping_point():
    # neighbours differ by less than 1e-9 point: row 1 is the first that ties with the top, and keeps its place
    scores = [[50, 50], [50 + 0.7e-9, 50 + 0.7e-9], [50 + 1.5e-9, 50 + 1.5e-9]]
    assert winner_segments(scores, [0.5, 0.5], GROUP) == (Segment(0.0, 1.0, 1),)
    assert tipping_point(scores, [0.5, 0.5], GROUP) == TippingPoint(0.5, None, None, None, None)


def test_a_tie_right_now_tips_at_once():
    # A 0 -> 100 and B 100 -> 0 meet at .5, which is now: the first row wins, the other takes over just below
    tip = tipping_point([[100, 0], [0, 100]], [0.5, 0.5], GROUP)
    assert (tip.lower, tip.lower_winner, tip.upper) == (0.5, 1, None)


def test_a_winner_that_only_ties_right_now_tips_on_both_sides():
    # row 0 is 50 -> 50 and meets both others at .5: it wins the tie now, and loses whatever way the share moves
    tip = tipping_point([[50, 50], [100, 0], [0, 100]], [0.5, 0.5], GROUP)
    assert tip == TippingPoint(now=0.5, lower=0.5, lower_winner=2, upper=0.5, upper_winner=1)


def test_a_tie_at_share_0_tips_as_soon_as_the_group_gets_weight():
    # the group has no weight now, both have 50 outside it, and row 1 gains inside
    tip = tipping_point([[0, 50], [100, 50]], [0, 1], GROUP)
    assert tip == TippingPoint(now=0, lower=None, lower_winner=None, upper=0, upper_winner=1)


def test_weights_inside_and_outside_the_group_keep_their_proportions():
    # inside .3 : .1 -> .75 : .25, outside .45 : .15 -> .75 : .25
    #   A: share 0 -> .75*20 + .25*100 = 40, share 1 -> .75*80 + .25*40 = 70
    #   B: share 0 -> .75*60 + .25*20  = 50, share 1 -> .75*50 + .25*90 = 60
    #   40 + 30s = 50 + 10s at s = .5
    scores = [[80, 40, 20, 100], [50, 90, 60, 20]]
    found = winner_segments(scores, [0.3, 0.1, 0.45, 0.15], np.array([True, True, False, False]))
    assert [segment.winner for segment in found] == [1, 0]
    assert found[0].end == pytest.approx(0.5)


def test_a_group_without_weight_counts_its_criteria_equally():
    # inside (0, 0) -> half each: A (80 + 40)/2 = 60, B (50 + 90)/2 = 70; outside A 55, B 50
    # 55 + 5s = 50 + 20s at s = 1/3
    scores = [[80, 40, 55], [50, 90, 50]]
    tip = tipping_point(scores, [0, 0, 1], np.array([True, True, False]))
    assert (tip.now, tip.upper, tip.upper_winner) == (0, pytest.approx(1 / 3), 1)


def test_a_group_with_all_weight_lets_the_others_count_equally():
    # the same lines seen from the other side: the group is the third criterion, now 1; the tip lies at 1 - 1/3
    scores = [[80, 40, 55], [50, 90, 50]]
    tip = tipping_point(scores, [0, 0, 1], np.array([False, False, True]))
    assert (tip.now, tip.lower, tip.lower_winner) == (1, pytest.approx(2 / 3), 1)


def test_an_unknown_score_without_weight_does_not_matter():
    scores = np.column_stack([SCORES, [np.nan, 1, 2, 3]])
    group = np.array([True, False, False])
    assert winner_segments(scores, [0.5, 0.5, 0], group) == winner_segments(SCORES, [0.5, 0.5], GROUP)


@pytest.mark.parametrize("function", [winner_segments, tipping_point, lambda *args: block_condition(*args, 0)])
@pytest.mark.parametrize(
    ("scores", "weights", "group", "words"),
    [
        ([[np.nan, 1], [2, 3]], [0.5, 0.5], [True, False], "not known"),
        ([[np.nan, 1], [2, 3]], [0, 1], [True, False], "not known"),
        ([[np.inf, 1], [2, 3]], [0.5, 0.5], [True, False], "infinite"),
        ([[1, 1], [2, 3]], [0.5, 0.5], [True, True], "not none and not all"),
        ([[1, 1], [2, 3]], [0.5, 0.5], [False, False], "not none and not all"),
        ([[1, 1], [2, 3]], [0.5, 0.5], [True], "2 times true or false"),
        ([[1, 1], [2, 3]], [0.5, 0.5], [0, 1], "true or false"),
        ([[1, 1], [2, 3]], [0.5, 0.6], [True, False], "sum to 1"),
        ([1, 1], [0.5, 0.5], [True, False], "shape"),
    ],
)
def test_arrays_that_do_not_fit_are_refused(function, scores, weights, group, words):
    with pytest.raises(ValueError, match=words):
        function(scores, weights, group)


@pytest.mark.parametrize("alternative", [-1, 4])
def test_an_alternative_that_does_not_exist_is_refused(alternative):
    with pytest.raises(ValueError, match="no alternative"):
        block_condition(SCORES, [0.5, 0.5], GROUP, alternative)


def test_the_lines_meet_the_totals_at_the_share_now():
    # weights 1/4 and 3/4; group = the first criterion: at 0 only the second counts, at 1 only the first
    scores, weights = np.array([[100.0, 20.0], [40.0, 80.0]]), np.array([0.25, 0.75])
    at_0, at_1, now = totals_at_ends(scores, weights, [True, False])
    assert at_0 == pytest.approx([20, 80])
    assert at_1 == pytest.approx([100, 40])
    assert (1 - now) * at_0 + now * at_1 == pytest.approx(scores @ weights)
