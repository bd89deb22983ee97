"""Which weightings are looked at: their mean, spread and shape against results known in closed form."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcda.sampling import pieces
from mcda.weightings import AllWeightings, Ballots, WeightingsAround, WeightingsInOrder
from mcda.weights import rank_order_centroid
from tests.budget import examples

GROUPS = [0, 0, 1, 1, 1]
WITHIN = [0.25, 0.75, 0.5, 0.5, 0.0]


def drawn(weightings, samples=2**14, seed=1):
    points = pieces(max(weightings.dimensions, 1), samples, seed)
    return np.concatenate([weightings.draw(piece[: weightings.dimensions]) for piece in points], axis=1)


def test_all_weightings_have_the_mean_and_spread_of_a_flat_simplex():
    # Dirichlet(1, ..., 1) over n: mean 1/n, variance (n-1)/(n^2 (n+1)); P(weight > x) = (1-x)^(n-1)
    weights = drawn(AllWeightings(4))
    assert weights.mean(axis=1) == pytest.approx([0.25] * 4, abs=0.001)
    assert weights.var(axis=1) == pytest.approx([3 / 80] * 4, rel=0.01)
    assert (weights > 0.5).mean(axis=1) == pytest.approx([0.125] * 4, abs=0.003)
    assert weights.dtype == np.float32


def test_one_criterion_gets_all_weight():
    assert (drawn(AllWeightings(1)) == 1).all()


def test_a_group_gets_its_share_however_many_criteria_it_holds():
    weights = drawn(AllWeightings(5, GROUPS))
    # two groups: half each; within: half, and a third each
    assert weights.mean(axis=1) == pytest.approx([1 / 4, 1 / 4, 1 / 6, 1 / 6, 1 / 6], abs=0.001)
    # uniform group weight: variance 1/12
    assert weights[:2].sum(axis=0).var() == pytest.approx(1 / 12, rel=0.01)
    # and so is the share of one of two within a group, whatever the weight of the group
    share = weights[0] / weights[:2].sum(axis=0)
    assert share.var() == pytest.approx(1 / 12, rel=0.01)
    assert np.corrcoef(share, weights[:2].sum(axis=0))[0, 1] == pytest.approx(0, abs=0.02)


def test_fixed_shares_within_groups_stay_fixed():
    weightings = AllWeightings(5, GROUPS, WITHIN)
    weights = drawn(weightings)
    assert weights[1] == pytest.approx(3 * weights[0], rel=1e-5)
    assert weights[2] == pytest.approx(weights[3], rel=1e-5)
    assert (weights[4] == 0).all()
    assert weightings.possible.tolist() == [True, True, True, True, False]
    assert weightings.dimensions == 2


def test_weights_in_order_keep_the_order_and_centre_on_the_rank_order_centroid():
    weights = drawn(WeightingsInOrder([10, 40, 20, 30]))
    assert (np.diff(weights[[1, 3, 2, 0]], axis=0) <= 1e-7).all()
    assert weights[[1, 3, 2, 0]].mean(axis=1) == pytest.approx(rank_order_centroid(4), abs=0.001)


@pytest.mark.parametrize("points", [[9, 5, 5, 1], [9, 9, 9, 1], [9, 5, 5, 5], [9, 9, 5, 5], [5, 5, 5, 5]])
def test_equal_points_let_either_be_the_heavier(points):
    # independent: flat weights, kept when no weight contradicts the order (rejection)
    flat = np.random.default_rng(3).dirichlet(np.ones(4), 400_000)
    places = np.array(points)
    ahead = [(i, j) for i in range(4) for j in range(4) if places[i] > places[j]]
    kept = flat[np.all([flat[:, i] >= flat[:, j] for i, j in ahead], axis=0)] if ahead else flat
    weights = drawn(WeightingsInOrder(points))
    assert weights.mean(axis=1) == pytest.approx(kept.mean(axis=0), abs=0.003)
    assert np.cov(weights) == pytest.approx(np.cov(kept.T), abs=0.001)
    for share in (0.05, 0.5, 0.95):
        assert np.quantile(weights, share, axis=1) == pytest.approx(np.quantile(kept, share, axis=0), abs=0.006)


def test_what_is_not_ranked_carries_no_weight():
    weightings = WeightingsInOrder([2, np.nan, 1])
    assert (drawn(weightings)[1] == 0).all()
    assert weightings.possible.tolist() == [True, False, True]
    grouped = WeightingsInOrder([np.nan, 1], GROUPS)
    assert grouped.possible.tolist() == [False, False, True, True, True]
    assert (drawn(grouped)[:2] == 0).all()


def test_an_order_of_groups_is_kept_between_groups_only():
    weights = drawn(WeightingsInOrder([1, 2], GROUPS))
    assert (weights[:2].sum(axis=0) <= weights[2:].sum(axis=0) + 1e-6).all()
    # the lighter of two: a quarter, in halves; the heavier: three quarters, in thirds
    assert weights.mean(axis=1) == pytest.approx([1 / 8, 1 / 8, 1 / 4, 1 / 4, 1 / 4], abs=0.001)


def test_weightings_around_stay_within_the_factor():
    now, factor = np.array([0.5, 0.3, 0.2, 0.0]), 2.0
    weights = drawn(WeightingsAround(now, factor))
    odds = (weights[0] / weights[1]) / (0.5 / 0.3)
    assert odds.min() >= 1 / factor**2 - 1e-4
    assert odds.max() <= factor**2 + 1e-4
    assert odds.max() > 3.5
    # log odds is a difference of two uniforms of width 2 ln 2: variance 2 (2 ln 2)^2 / 12
    assert np.log(odds).var() == pytest.approx((2 * np.log(2)) ** 2 / 6, rel=0.01)
    assert np.log(odds).mean() == pytest.approx(0, abs=0.005)
    assert (weights[3] == 0).all()


def test_weightings_around_in_groups_move_groups_and_shares_apart():
    now = np.array([0.1, 0.3, 0.3, 0.3, 0.0, 0.0])
    weightings = WeightingsAround(now, 2, [0, 0, 1, 1, 1, 2])
    weights = drawn(weightings)
    group_odds = weights[:2].sum(axis=0) / weights[2:].sum(axis=0) / (0.4 / 0.6)
    assert 0.25 - 1e-4 <= group_odds.min() < 0.3
    assert 3.5 < group_odds.max() <= 4 + 1e-4
    assert np.log(group_odds).var() == pytest.approx((2 * np.log(2)) ** 2 / 6, rel=0.01)
    inside = weights[1] / weights[0] / 3
    assert np.corrcoef(np.log(group_odds), np.log(inside))[0, 1] == pytest.approx(0, abs=0.02)
    assert weightings.possible.tolist() == [True, True, True, True, False, False]


def test_a_factor_of_one_gives_the_weights_themselves():
    now = np.array([0.5, 0.3, 0.2])
    assert drawn(WeightingsAround(now, 1)) == pytest.approx(np.repeat(now[:, np.newaxis], 2**14, axis=1), abs=1e-6)


def test_ballots_come_equally_often():
    weights = drawn(Ballots([[1, 0], [0.5, 0.5], [0, 1], [0.2, 0.8]]))
    values, counts = np.unique(weights[0], return_counts=True)
    assert values.tolist() == [0, 0.2, 0.5, 1]
    assert (counts == 2**12).all()


def test_one_ballot_takes_no_random_number():
    single = Ballots([[0.25, 0.75]])
    assert single.dimensions == 0
    assert (drawn(single) == [[0.25], [0.75]]).all()


ANY = st.one_of(
    st.integers(1, 6).map(AllWeightings),
    st.lists(st.integers(0, 3), min_size=1, max_size=6).map(WeightingsInOrder),
    st.lists(st.integers(0, 3), min_size=2, max_size=2).map(lambda two: WeightingsInOrder(two, GROUPS, WITHIN)),
    st.tuples(st.lists(st.integers(1, 9), min_size=5, max_size=5), st.floats(1, 100)).map(
        lambda two: WeightingsAround(np.array(two[0]) / sum(two[0]), two[1], GROUPS)
    ),
)


@given(ANY, st.integers(0, 5))
@examples(20, 1200)
def test_every_weighting_sums_to_one_and_is_never_negative(weightings, seed):
    weights = drawn(weightings, 64, seed)
    assert weights.shape == (weightings.n_criteria, 64)
    assert weights.sum(axis=0) == pytest.approx(np.ones(64), abs=1e-5)
    assert (weights >= 0).all()
    assert not weights[~weightings.possible].any()


@pytest.mark.parametrize("point", [2.0**-32, 1 - 2.0**-24])
def test_extreme_points_give_finite_weights(point):
    for weightings in (AllWeightings(3), WeightingsInOrder([2, 1, 1]), WeightingsAround([0.5, 0.5], 1e6)):
        points = np.full((weightings.dimensions, 2), point, np.float32)
        assert weightings.draw(points).sum(axis=0) == pytest.approx([1, 1], abs=1e-5)


def test_points_and_given_arrays_are_not_changed():
    now = np.array([0.5, 0.5])
    points = np.full((2, 4), 0.3, np.float32)
    WeightingsAround(now, 3).draw(points)
    AllWeightings(2).draw(points)
    now[0] = 0.4  # still the caller's own
    assert (points == np.float32(0.3)).all()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: AllWeightings(0), "at least 1, not 0"),
        (lambda: AllWeightings(2.5), "whole number"),
        (lambda: AllWeightings(3, [0, 1]), "3 whole numbers"),
        (lambda: AllWeightings(3, [0, 2, 2]), "without a gap"),
        (lambda: AllWeightings(3, [0, 1, 1], [1, 0.5, 0.4]), "group 1 must sum to 1, not to 0.9"),
        (lambda: AllWeightings(2, [0, 0], [1.5, -0.5]), "negative"),
        (lambda: AllWeightings(2, None, [0.5, 0.5]), "no groups"),
        (lambda: WeightingsInOrder([]), "one row of points"),
        (lambda: WeightingsInOrder([np.nan, np.nan]), "at least one of them known"),
        (lambda: WeightingsInOrder([1, -2]), "lowest is -2"),
        (lambda: WeightingsInOrder([1, np.inf]), "finite"),
        (lambda: WeightingsInOrder([1, 2, 3], GROUPS), "3 points were given for 2 groups"),
        (lambda: WeightingsAround([0.5, 0.4], 2), "not to 0.9"),
        (lambda: WeightingsAround([1.5, -0.5], 2), "negative"),
        (lambda: WeightingsAround([0.5, 0.5], 0.5), "not 0.5"),
        (lambda: WeightingsAround([0.5, 0.5], np.nan), "not nan"),
        (lambda: WeightingsAround([0.5, 0.5], 2, [0]), "2 whole numbers"),
        (lambda: Ballots([]), "shape"),
        (lambda: Ballots([0.5, 0.5]), "shape"),
        (lambda: Ballots([[0.5, 0.6]]), "not to 1.1"),
        (lambda: Ballots([[np.nan, 1]]), "finite"),
    ],
)
def test_nonsense_is_refused_in_plain_words(make, words):
    with pytest.raises(ValueError, match=words):
        make()
