import math
from fractions import Fraction
from itertools import pairwise, permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import linprog

from mcda.shares import (
    bounds_of_first,
    central_weights_of_pair,
    pair_shares,
    share_ahead,
    share_ahead_in_order,
    share_ahead_with_minimum,
    shares_of_draws,
)
from tests.budget import examples

quickly = examples(15, 1000)
DIFFERENCES = arrays(float, st.integers(1, 12), elements=st.one_of(st.integers(-3, 3).map(float), st.floats(-100, 100)))
SCORES = arrays(float, (4, 5), elements=st.integers(0, 4).map(lambda step: 25.0 * step))


def exact_share(differences):
    """Divided difference of max(x, 0)^(n - 1) at the differences, in fractions: the textbook formula, no rounding."""
    knots = sorted(Fraction(difference) for difference in differences)
    if not any(knots):
        return Fraction(0)
    degree = len(knots) - 1
    column = [max(knot, Fraction(0)) ** degree for knot in knots]
    for order in range(1, degree + 1):
        column = [
            (right - left) / (knots[i + order] - knots[i])
            if knots[i] != knots[i + order]
            else math.comb(degree, order) * max(knots[i], Fraction(0)) ** (degree - order)
            for i, (left, right) in enumerate(pairwise(column))
        ]
    return column[0]


def drawn_weights(n, samples=200_000):
    return np.random.default_rng(5).dirichlet(np.ones(n), samples)


def test_shares_match_areas_worked_out_by_hand():
    # (1, 2, -1): behind where w . d <= 0, the corner at the third criterion cut off by a line that meets the edges at
    #   1/(1+1) and 1/(1+2) of their length: 1/2 * 1/3 = 1/6 of the triangle, so ahead in 5/6
    assert share_ahead([1, 2, -1]) == pytest.approx(5 / 6, rel=1e-15)
    # (10, -30): ahead if 10 w > 30 (1-w), so w > 3/4: 1/4; by more than 5: 40 w > 35: 1/8
    assert share_ahead([10, -30]) == pytest.approx(1 / 4)
    assert share_ahead([10, -30], margin=5) == pytest.approx(1 / 8)
    assert share_ahead([10, -30], margin=-10) == pytest.approx(1 / 2)


def test_ties_and_certain_leads_are_not_a_matter_of_weights():
    assert share_ahead([0, 0, 0]) == 0
    assert share_ahead([5]) == 1
    assert share_ahead([-5]) == 0
    assert share_ahead([5, 5], margin=5) == 0
    assert share_ahead([0, 3]) == 1
    assert share_ahead([0, -3]) == 0
    # a criterion on which the two are equal does not decide: w[0] > w[1] in half of the weightings
    assert share_ahead([1, -1, 0, 0]) == pytest.approx(1 / 2)


@pytest.mark.parametrize("n", [2, 3, 7, 20, 60])
@pytest.mark.parametrize("kind", ["spread", "tied", "zeros", "one ahead", "one behind", "nearly equal"])
def test_shares_are_exact_for_many_criteria_and_in_the_tails(n, kind):
    rng = np.random.default_rng(n)
    differences = {
        "spread": rng.normal(0, 30, n),
        "tied": rng.choice([-2.0, -1.0, 1.0, 3.0], n),
        "zeros": rng.choice([-1.5, 0.0, 0.0, 2.0], n),
        "one ahead": np.append(rng.uniform(-100, -1, n - 1), 0.5),
        "one behind": np.append(rng.uniform(1, 100, n - 1), -0.5),
        "nearly equal": rng.choice([-1.0, 1.0], n) * (1 + 1e-13 * rng.random(n)),
    }[kind]
    for signed in (differences, -differences):
        exact = exact_share(signed)
        assert abs(Fraction(share_ahead(signed)) - exact) <= Fraction(1, 10**12) * exact


@quickly
@given(DIFFERENCES)
def test_the_two_directions_and_the_ties_make_up_everything(differences):
    ahead, behind = share_ahead(differences), share_ahead(-differences)
    assert 0 <= ahead <= 1
    assert ahead + behind == pytest.approx(1 if differences.any() else 0, abs=1e-12)


@quickly
@given(DIFFERENCES, st.randoms(), st.floats(0.01, 100), st.data())
def test_order_and_unit_do_not_matter_and_a_gain_never_lowers_the_share(differences, random, factor, data):
    share = share_ahead(differences)
    assert share_ahead(np.array(random.sample(differences.tolist(), len(differences)))) == pytest.approx(
        share, abs=1e-9
    )
    assert share_ahead(differences * factor) == pytest.approx(share, abs=1e-9)
    better = differences.copy()
    better[data.draw(st.integers(0, len(differences) - 1))] += data.draw(st.floats(0, 50))
    assert share_ahead(better) >= share - 1e-12
    assert share_ahead(differences, margin=1) <= share + 1e-12


def test_weightings_in_order_match_a_hand_calculation():
    # w[0] from 1/2 to 1; ahead if -w[0] + 3 (1 - w[0]) > 0, so w[0] < 3/4: half of the stretch
    assert share_ahead_in_order([-1, 3]) == pytest.approx(1 / 2)
    # by more than 1/2: 3 - 4 w[0] > 1/2, so w[0] < 5/8: a quarter
    assert share_ahead_in_order([-1, 3], margin=0.5) == pytest.approx(1 / 4)
    # the gain lies on the heaviest, so no order-keeping weighting turns the lead around
    assert share_ahead_in_order([3, -1, -1]) == 1


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_weightings_in_order_agree_with_sorted_draws(seed):
    differences = np.random.default_rng(seed).normal(0, 1, 6)
    drawn = -np.sort(-drawn_weights(6), axis=1) @ differences
    assert share_ahead_in_order(differences) == pytest.approx((drawn > 0).mean(), abs=0.005)


def test_minimum_weights_match_a_hand_calculation():
    # w[0] from 1/2 to 1; ahead if w[0] > 3 (1 - w[0]), so w[0] > 3/4: half of the stretch
    assert share_ahead_with_minimum([1, -3], [0.5, 0]) == pytest.approx(1 / 2)
    # w[0] from 1/4 to 3/4 never exceeds 3/4
    assert share_ahead_with_minimum([1, -3], [0.25, 0.25]) == 0
    assert share_ahead_with_minimum([1, -3], [0, 0]) == share_ahead([1, -3])


def test_minimum_weights_that_leave_nothing_free_are_one_weighting():
    # 0.75 * 10 - 0.25 * 10 = 5
    assert share_ahead_with_minimum([10, -10], [0.75, 0.25]) == 1
    assert share_ahead_with_minimum([10, -10], [0.75, 0.25], margin=5) == 0


def test_minimum_weights_agree_with_shifted_draws():
    differences, floor = np.array([4, -3, 1, -2.5]), np.array([0.1, 0.2, 0, 0.05])
    drawn = (floor + (1 - floor.sum()) * drawn_weights(4)) @ differences
    assert share_ahead_with_minimum(differences, floor, 0.2) == pytest.approx((drawn > 0.2).mean(), abs=0.005)


def test_the_typical_weights_of_a_supporter_match_a_hand_calculation():
    # ahead where w[0] > 1/2, on average 3/4; a third criterion that does not decide keeps its mean of 1/3
    assert central_weights_of_pair([1, -1]) == pytest.approx([3 / 4, 1 / 4])
    assert central_weights_of_pair([1, -1, 0]) == pytest.approx([1 / 2, 1 / 6, 1 / 3])
    assert central_weights_of_pair([2, 1]) == pytest.approx([1 / 2, 1 / 2])
    assert np.isnan(central_weights_of_pair([-1, 0])).all()


def test_the_typical_weights_of_a_supporter_agree_with_draws():
    differences, drawn = np.array([3, -4, 1, -1, 0.5]), drawn_weights(5)
    ahead = drawn[drawn @ differences > 0]
    assert central_weights_of_pair(differences) == pytest.approx(ahead.mean(axis=0), abs=0.004)


@quickly
@given(DIFFERENCES)
def test_typical_weights_are_weights_that_lead(differences):
    weights = central_weights_of_pair(differences)
    if (differences > 1e-6).any():
        assert weights.sum() == pytest.approx(1)
        assert (weights >= 0).all()
        assert weights @ differences > -1e-12
    elif not (differences > 0).any():
        assert np.isnan(weights).all()


def test_pair_shares_match_a_hand_calculation():
    # A - B = (40, -40), A - C = (60, 20), B - C = (20, 60)
    shares = pair_shares([[80, 40], [40, 80], [20, 20]])
    assert shares == pytest.approx(np.array([[0, 1 / 2, 1], [1 / 2, 0, 1], [0, 0, 0]]))


def test_equal_alternatives_tie_in_all_weightings():
    assert not pair_shares([[10, 20, 30], [10, 20, 30]]).any()
    # 0.1 + 0.2 is not 0.3 in the computer, but to people it is
    assert not pair_shares([[0.1 + 0.2, 5], [0.3, 5]]).any()


def test_groups_count_as_one_with_fixed_shares_within():
    # group 0: A 0.25*80 + 0.75*40 = 50, B 90; group 1: A 100, B 0 -> leads -40 and 100: ahead in 100/140
    scores = [[80, 100, 40], [90, 0, 90]]
    shares = pair_shares(scores, groups=[0, 1, 0], within=[0.25, 1, 0.75])
    assert shares[0, 1] == pytest.approx(100 / 140)
    assert shares[1, 0] == pytest.approx(40 / 140)


def test_an_unknown_score_without_share_in_its_group_does_not_matter():
    scores = [[80, 100, np.nan], [90, 0, 90]]
    assert pair_shares(scores, [0, 1, 0], [1, 1, 0])[0, 1] == pytest.approx(100 / 110)
    with pytest.raises(ValueError, match="not known"):
        pair_shares(scores, [0, 1, 0], [0.5, 1, 0.5])
    with pytest.raises(ValueError, match="not known"):
        pair_shares(scores)


@quickly
@given(arrays(float, (3, 4, 5), elements=st.integers(0, 4).map(lambda step: 25.0 * step)))
def test_shares_of_draws_are_the_mean_over_the_draws(draws):
    each = np.array([pair_shares(draw) for draw in draws])
    shares, errors = shares_of_draws(draws)
    np.testing.assert_allclose(shares, each.mean(axis=0), rtol=0, atol=1e-12)
    np.testing.assert_allclose(errors, each.std(axis=0, ddof=1) / np.sqrt(3), rtol=0, atol=1e-12)


@pytest.mark.parametrize(("alternatives", "criteria"), [(2, 1), (3, 2), (5, 30)])
def test_shares_of_draws_hold_for_any_size_and_for_groups(alternatives, criteria):
    rng = np.random.default_rng(4)
    draws = rng.uniform(0, 100, (20, alternatives, criteria))
    groups = np.arange(criteria) % 3 if criteria > 2 else np.zeros(criteria, dtype=int)
    within = rng.uniform(1, 2, criteria)
    within /= np.bincount(groups, weights=within)[groups]
    for tree in ((None, None), (groups, within)):
        each = np.array([pair_shares(draw, *tree) for draw in draws])
        np.testing.assert_allclose(shares_of_draws(draws, *tree)[0], each.mean(axis=0), rtol=0, atol=1e-12)


def test_a_single_draw_has_no_standard_error():
    shares, errors = shares_of_draws([[[80, 40], [40, 80]]])
    assert shares[0, 1] == pytest.approx(1 / 2)
    assert np.isnan(errors[0, 1])


def test_whole_numbers_are_fine_and_inputs_stay_as_they_were():
    draws = np.random.default_rng(1).integers(0, 100, (8, 3, 4))
    before = draws.copy()
    assert (shares_of_draws(draws)[0] == shares_of_draws(draws.astype(float))[0]).all()
    np.testing.assert_array_equal(draws, before)


def test_bounds_of_first_match_a_hand_calculation():
    # two alternatives: first is simply ahead
    assert bounds_of_first([[0, 0.7], [0.3, 0]]) == pytest.approx(np.array([[0.7, 0.7], [0.3, 0.3]]))
    # A beats B in .8 and C in .7, B beats C in .6. Highest: .7, .2, .3. Lowest:
    #   A is ahead of B in .8, and C is ahead of A in at most .3 of that: .5
    #   B is ahead of A in .2, and C can be ahead of B in all of that: 0
    #   C is ahead of A in .3, and B can be between C and A in no more than the .2 in which it is ahead of A: .1
    ahead = [[0, 0.8, 0.7], [0.2, 0, 0.6], [0.3, 0.4, 0]]
    assert bounds_of_first(ahead) == pytest.approx(np.array([[0.5, 0.7], [0, 0.2], [0.1, 0.3]]))


def test_a_dominated_alternative_does_not_blur_the_bounds():
    # C is always behind B, so A is first exactly where it is ahead of B (and then of C too)
    assert bounds_of_first([[0, 0.6, 0.7], [0.4, 0, 1], [0.3, 0, 0]])[0] == pytest.approx([0.6, 0.6])


@quickly
@given(SCORES)
def test_bounds_hold_for_drawn_weightings(scores):
    totals = drawn_weights(5, 4000) @ scores.T
    bounds = bounds_of_first(pair_shares(scores))
    for row in range(4):
        first = (totals[:, [row]] > np.delete(totals, row, axis=1) + 1e-9).all(axis=1).mean()
        assert bounds[row, 0] - 0.05 <= first <= bounds[row, 1] + 0.05


@pytest.mark.parametrize("seed", range(8))
def test_no_bound_is_tighter_than_the_pairs_allow(seed):
    # chances of all 24 orders that give these pair shares: the extremes by linear programming lie within the bounds
    rng = np.random.default_rng(seed)
    orders = list(permutations(range(4)))
    chances = rng.dirichlet(np.full(len(orders), 0.2))
    ahead = np.array([[[order.index(i) < order.index(j) for order in orders] for j in range(4)] for i in range(4)])
    bounds = bounds_of_first(ahead @ chances)
    rows = [ahead[i, j].astype(float) for i in range(4) for j in range(i)]
    for a in range(4):
        first = np.array([order[0] == a for order in orders], dtype=float)
        for sign, bound in ((1, bounds[a, 0]), (-1, -bounds[a, 1])):
            found = linprog(sign * first, A_eq=[*rows, np.ones(24)], b_eq=[*(np.array(rows) @ chances), 1])
            assert found.fun >= bound - 1e-9


@pytest.mark.parametrize(
    ("function", "arguments", "words"),
    [
        (share_ahead, ([np.nan, 1],), "finite"),
        (share_ahead, ([],), "one row"),
        (share_ahead, ([1, 2], np.nan), "finite"),
        (share_ahead, ([1e200, 2],), "1e150"),
        (share_ahead_in_order, ([np.inf, 1],), "finite"),
        (share_ahead_with_minimum, ([1, 2], [0.1]), "1 minimum weights were given for 2"),
        (share_ahead_with_minimum, ([1, 2], [-0.1, 0]), "negative"),
        (share_ahead_with_minimum, ([1, 2], [0.7, 0.5]), "add up to 1.2"),
        (central_weights_of_pair, ([[1, 2]],), "one row"),
        (pair_shares, ([[1, 2]],), "only one alternative"),
        (pair_shares, ([[1, np.inf], [1, 2]],), "infinite"),
        (pair_shares, ([[1, 1e200], [1, 2]],), "too large"),
        (pair_shares, ([[1, 2], [3, 4]], [0, 1]), "belong together"),
        (pair_shares, ([[1, 2], [3, 4]], None, [1, 1]), "belong together"),
        (pair_shares, ([[1, 2], [3, 4]], [0, 2], [1, 1]), "without a gap"),
        (pair_shares, ([[1, 2], [3, 4]], [0, -1], [1, 1]), "numbers from 0"),
        (pair_shares, ([[1, 2], [3, 4]], [0.0, 1.0], [1, 1]), "whole numbers"),
        (pair_shares, ([[1, 2], [3, 4]], [0, 0], [0.5, 0.6]), "group 0 must sum to 1"),
        (pair_shares, ([[1, 2], [3, 4]], [0, 0], [1.0]), "1 shares within a group were given for 2"),
        (shares_of_draws, ([[1, 2], [3, 4]],), "sample, alternative, criterion"),
        (shares_of_draws, ([[[1, 2]]],), "only one alternative"),
        (shares_of_draws, ([[[1, np.nan], [3, 4]]],), "not known"),
        (bounds_of_first, ([[0, 0.5]],), "square"),
        (bounds_of_first, ([[0]],), "at least two"),
        (bounds_of_first, ([[0, 1.5], [0, 0]],), "within 0 to 1"),
        (bounds_of_first, ([[0, np.nan], [0, 0]],), "within 0 to 1"),
        (bounds_of_first, ([[0, 0.7], [0.7, 0]],), "exceed 1"),
    ],
)
def test_input_that_does_not_fit_is_refused(function, arguments, words):
    with pytest.raises(ValueError, match=words):
        function(*arguments)
