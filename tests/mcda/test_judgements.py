"""Weights from judgements: by hand, rebuilt from known weights, against other formulas, and wrong input."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import linprog

from mcda.judgements import MOST, best_worst_weights, consistency_ratio, pairwise_weights
from tests.budget import examples

HEAVINESS = st.integers(1, 20)


def test_best_worst_matches_a_hand_calculation():
    # two criteria, 4 times: 4/5 and 1/5
    found = best_worst_weights([1, 4], [4, 1])
    assert found.weights == pytest.approx([0.8, 0.2])
    assert found.xi == pytest.approx(0)
    # best 2 times the middle and 4 times the worst, but the middle 3 times the worst (2 would fit)
    # with w = (b, m, l): b - 2m = -x, m - 3l = -x, b - 4l = x, so m = 3l - x, b = 4l + x = 6l - 3x, 4x = 2l, x = l/2
    # l 1: b 4.5, m 2.5, together 8
    found = best_worst_weights([1, 2, 4], [4, 3, 1])
    assert found.weights == pytest.approx(np.array([4.5, 2.5, 1]) / 8)
    assert found.xi == pytest.approx(0.5 / 8)


@given(arrays(float, st.integers(2, 9), elements=HEAVINESS))
@examples(15, 1000)
def test_judgements_that_fit_together_give_back_the_weights_they_came_from(heaviness):
    found = best_worst_weights(heaviness.max() / heaviness, heaviness / heaviness.min())
    assert found.weights == pytest.approx(heaviness / heaviness.sum())
    assert found.xi == pytest.approx(0, abs=1e-9)


def random_judgements(rng, n):
    to_worst, from_best = rng.integers(1, 10, n), rng.integers(1, 10, n)
    from_best[0] = to_worst[-1] = 1
    to_worst[0] = from_best[-1] = rng.integers(2, 10)
    return from_best, to_worst


@pytest.mark.parametrize("n", [3, 5, 8])
def test_best_worst_weights_are_the_only_optimum(n):
    # among all weights with the same xi, no weight can be higher or lower
    rng = np.random.default_rng(n)
    for _ in range(4):
        from_best, to_worst = random_judgements(rng, n)
        found = best_worst_weights(from_best, to_worst)
        unit = np.eye(n)
        gaps = np.vstack([unit[0] - from_best[:, None] * unit, unit - to_worst[:, None] * unit[-1]])
        assert np.abs(gaps @ found.weights).max() == pytest.approx(found.xi)
        for goal in np.vstack([unit, -unit]):
            end = linprog(
                goal,
                A_ub=np.vstack([gaps, -gaps]),
                b_ub=np.full(4 * n, found.xi + 1e-9),
                A_eq=np.ones((1, n)),
                b_eq=[1],
            )
            assert end.x == pytest.approx(found.weights, abs=1e-5)


def test_xi_cannot_be_smaller_than_what_random_weights_reach():
    rng = np.random.default_rng(4)
    from_best, to_worst = random_judgements(rng, 5)
    found = best_worst_weights(from_best, to_worst)
    for weights in rng.dirichlet(np.ones(5), 2000):
        gaps = np.append(weights[0] - from_best * weights, weights - to_worst * weights[-1])
        assert np.abs(gaps).max() >= found.xi


def test_the_order_of_criteria_does_not_matter_for_best_worst():
    from_best, to_worst = np.array([1, 3, 2, 8]), np.array([8, 2, 5, 1])
    order = [2, 3, 0, 1]
    expected, found = best_worst_weights(from_best, to_worst), best_worst_weights(from_best[order], to_worst[order])
    assert found.weights == pytest.approx(expected.weights[order])
    assert from_best.tolist() == [1, 3, 2, 8]


def test_judgements_of_all_equal_give_equal_weights():
    assert best_worst_weights([1, 1, 1], [1, 1, 1]).weights == pytest.approx([1 / 3] * 3)


def test_extreme_judgements_still_give_weights():
    found = best_worst_weights([1, 30, MOST], [MOST, 30, 1])
    assert np.isfinite(found.weights).all()
    assert found.weights.sum() == pytest.approx(1)
    assert (np.diff(found.weights) < 0).all()


def test_consistency_ratio_divides_by_the_index_of_rezaei():
    indices = [0.44, 1.0, 1.63, 2.3, 3.0, 3.73, 4.47, 5.23]
    assert [0.1 / consistency_ratio(0.1, n) for n in range(2, 10)] == pytest.approx(indices)
    assert consistency_ratio(0, 1) == consistency_ratio(0, 8) == 0


@pytest.mark.parametrize(
    ("xi", "best_to_worst", "words"),
    [
        (-0.1, 4, "from 0"),
        (np.nan, 4, "from 0"),
        (0.1, 0, "1 to 9"),
        (0.1, 2.5, "2.5"),
        (0.1, 10, "10"),
        (0.1, 1, "no c"),
    ],
)
def test_a_consistency_ratio_without_an_index_is_refused(xi, best_to_worst, words):
    with pytest.raises(ValueError, match=words):
        consistency_ratio(xi, best_to_worst)


@pytest.mark.parametrize(
    ("best_to_others", "others_to_worst", "words"),
    [
        ([], [], "best_to_others must be one row"),
        ([1], [1], "at least two"),
        ([1, 4], [4, 2, 1], "2 judgements, others_to_worst has 3"),
        ([2, 4], [4, 1], "best_to_others must hold a 1"),
        ([1, 4], [4, 2], "others_to_worst must hold a 1"),
        ([1, 0.5], [4, 1], "from 1 to 1000; they run from 0.5 to 1"),
        ([1, 1e6], [4, 1], "1e"),
        ([1, -4], [4, 1], "from -4"),
        ([1, np.nan], [4, 1], "finite"),
        ([1, 4], [np.inf, 1], "finite"),
        ([1, 4], [5, 1], "best_to_others says 4, others_to_worst says 5"),
        ([1, 4], [1, 4], "is the best and the worst"),
    ],
)
def test_best_worst_judgements_that_cannot_be_used_are_refused(best_to_others, others_to_worst, words):
    with pytest.raises(ValueError, match=words):
        best_worst_weights(best_to_others, others_to_worst)


@pytest.mark.parametrize("method", ["eigenvector", "geometric_mean"])
@given(arrays(float, st.integers(1, 9), elements=HEAVINESS))
@examples(10, 600)
def test_a_table_that_fits_together_gives_back_the_weights_it_came_from(method, heaviness):
    found = pairwise_weights(heaviness[:, None] / heaviness, method)
    assert found.weights == pytest.approx(heaviness / heaviness.sum())
    assert found.consistency_ratio == pytest.approx(0, abs=1e-9)
    assert found.worst_triad is None


def test_the_largest_judgement_that_may_be_given_is_used_as_it_is():
    # 1000 against 1/1000: 1000 of 1001 parts, and one
    assert pairwise_weights([[1, 1000], [1 / 1000, 1]]).weights == pytest.approx([1000 / 1001, 1 / 1001])


def test_pairwise_weights_match_a_hand_calculation():
    # A 2 times B, B 2 times C, A 8 times C (4 would fit). row means: cube roots of 16, 1, 1/16 = 2.520, 1, .397
    # for three items the eigenvector is the same; largest eigenvalue 1 + t + 1/t, t = cube root of 8 / (2 x 2) = 1.2599
    # 1 + 1.25992 + .79370 = 3.05362; index .05362 / 2 = .02681; ratio .02681 / .58 = .04622
    judged = [[1, 2, 8], [1 / 2, 1, 2], [1 / 8, 1 / 2, 1]]
    for method in ("eigenvector", "geometric_mean"):
        found = pairwise_weights(judged, method)
        assert found.weights == pytest.approx(np.array([2.5198421, 1, 0.3968503]) / 3.9166924)
        assert found.consistency_ratio == pytest.approx(0.04622, abs=1e-5)
        assert found.worst_triad == (0, 1, 2)


def test_eigenvector_and_geometric_mean_differ_from_four_items_on():
    judged = np.array([[1, 2, 7, 1], [1 / 2, 1, 2, 3], [1 / 7, 1 / 2, 1, 2], [1, 1 / 3, 1 / 2, 1]])
    found = pairwise_weights(judged)
    # the eigenvector by repeated multiplication, the geometric mean by logarithms
    vector = np.ones(4)
    for _ in range(200):
        vector = judged @ vector / (judged @ vector).sum()
    assert found.weights == pytest.approx(vector)
    assert found.consistency_ratio == pytest.approx(((judged @ vector / vector).mean() - 4) / 3 / 0.9)
    means = np.prod(judged, axis=1) ** 0.25
    assert pairwise_weights(judged, "geometric_mean").weights == pytest.approx(means / means.sum())
    assert abs(vector - means / means.sum()).max() > 0.005


def test_the_worst_triad_is_the_one_that_contradicts_itself_most():
    # all fits weights 8 4 2 1, but item 3 is said to be 4 times item 1 where a quarter would fit
    heaviness = np.array([8.0, 4, 2, 1])
    judged = heaviness[:, None] / heaviness
    judged[1, 3], judged[3, 1] = 1 / 4, 4
    # every triad with 1 and 3 is a factor 16 off; the first of them is named
    assert pairwise_weights(judged).worst_triad == (0, 1, 3)
    judged[1, 2], judged[2, 1] = 6, 1 / 6
    # now 1 x 2 x 3: 6 x 2 against 1/4 is a factor 48
    assert pairwise_weights(judged).worst_triad == (1, 2, 3)


def test_one_or_two_items_cannot_contradict_each_other():
    assert pairwise_weights([[1]]).weights == pytest.approx([1])
    found = pairwise_weights([[1, 3], [1 / 3, 1]])
    assert found.weights == pytest.approx([0.75, 0.25])
    assert (found.consistency_ratio, found.worst_triad) == (0, None)


def test_fractions_rounded_to_two_decimals_count_as_their_larger_half():
    rounded = [[1, 3, 7], [0.33, 1, 8], [0.14, 0.13, 1]]
    exact = [[1, 3, 7], [1 / 3, 1, 8], [1 / 7, 1 / 8, 1]]
    one, other = pairwise_weights(rounded), pairwise_weights(exact)
    assert one.weights == pytest.approx(other.weights)
    assert one.consistency_ratio == pytest.approx(other.consistency_ratio)


def test_there_is_no_consistency_ratio_for_more_than_fifteen_items():
    heaviness = np.arange(1.0, 17)
    found = pairwise_weights(heaviness[:, None] / heaviness)
    assert found.weights == pytest.approx(heaviness / heaviness.sum())
    assert np.isnan(found.consistency_ratio)
    assert pairwise_weights((heaviness[:, None] / heaviness)[:15, :15]).consistency_ratio == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("matrix", "words"),
    [
        ([], "shape"),
        ([1, 2], "shape"),
        ([[1, 2]], r"\(1, 2\)"),
        ([[1, np.nan], [1, 1]], "finite"),
        ([[1, np.inf], [0, 1]], "finite"),
        ([[1, 0], [1, 1]], "above 0; the lowest is 0"),
        ([[1, -2], [-0.5, 1]], "lowest is -2"),
        ([[2, 2], [0.5, 1]], "diagonal"),
        ([[1, 2], [2, 1]], "item 0 against 1 is 2, but 1 against 0 is 2"),
        ([[1, 1e4], [1e-4, 1]], "1/1000 to 1000"),
    ],
)
def test_tables_that_cannot_be_used_are_refused(matrix, words):
    with pytest.raises(ValueError, match=words):
        pairwise_weights(matrix)


def test_an_unknown_way_of_calculating_is_refused():
    with pytest.raises(ValueError, match="'eigenvector' or 'geometric_mean', not 'mean'"):
        pairwise_weights([[1, 2], [0.5, 1]], "mean")
