"""Other methods with our own checks in front: by hand, against other calculations, dominance, the library's traps."""

import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import kendalltau

from mcda.pymcdm_parts import pymcdm
from mcda.second_opinion import (
    agreement,
    edas_appraisal,
    marcos_utility,
    promethee_net_flow,
    second_opinions,
    spotis_distance,
    topsis_closeness,
    vikor_compromise,
    vikor_set,
)
from tests.budget import examples

PERFORMANCES = [[3, 8, 5], [4, 6, 5], [5, 2, 5]]
WEIGHTS = [0.5, 0.3, 0.2]
HIGHER = [True, False, True]
METHODS = ["topsis", "vikor", "promethee", "spotis", "marcos", "edas"]


def opinions(performances, weights, higher, q=0.0, p=1.0):
    """All methods, with bounds just around the performances and the same thresholds everywhere."""
    matrix = np.array(performances, dtype=float)
    low, high = np.nanmin(matrix, axis=0), np.nanmax(matrix, axis=0)
    bounds = np.column_stack([low, np.where(low < high, high, low + np.maximum(1, abs(low)))])
    n = matrix.shape[1]
    return {
        opinion.method: opinion
        for opinion in second_opinions(matrix, weights, higher, bounds, np.full(n, q), np.full(n, p))
    }


def random_problems(n, shape=(4, 6), seed=0):
    rng = np.random.default_rng(seed)
    for _ in range(n):
        yield rng.uniform(1, 100, shape), rng.dirichlet(np.ones(shape[1])), rng.random(shape[1]) < 0.5


def of_the_library(name, **settings):
    return getattr(pymcdm("methods"), name)(**settings)


def test_topsis_matches_a_hand_calculation():
    # two alternatives, two criteria, equal weights, more is better: columns (3, 4) and (4, 3), length 5
    # r: A (.6, .8), B (.8, .6); x .5: A (.3, .4), B (.4, .3); best (.4, .4), worst (.3, .3); both lie .1 from either
    assert topsis_closeness([[3, 4], [4, 3]], [1, 1], [True, True]) == pytest.approx([0.5, 0.5])
    # weights 3 : 1 stretch the first: A is .75*.2 = .15 from the best and .25*.2 = .05 from the worst: .05/.2 = .25
    assert topsis_closeness([[3, 4], [4, 3]], [3, 1], [True, True]) == pytest.approx([0.25, 0.75])


def test_topsis_matches_another_calculation():
    for performances, weights, higher in random_problems(30):
        rows = weights * performances / np.linalg.norm(performances, axis=0) * np.where(higher, 1, -1)
        to_best = np.linalg.norm(rows - rows.max(axis=0), axis=1)
        to_worst = np.linalg.norm(rows - rows.min(axis=0), axis=1)
        assert topsis_closeness(performances, weights, higher) == pytest.approx(to_worst / (to_best + to_worst))


def test_the_best_on_everything_is_1_and_the_worst_on_everything_is_0():
    assert topsis_closeness([[9, 1], [5, 5], [1, 9]], [0.6, 0.4], [True, False])[[0, 2]] == pytest.approx([1, 0])


def test_vikor_matches_a_hand_calculation():
    # losses: criterion 1 (more is better, 1..5) A 1, B .5, C 0; criterion 2 (less is better, 10..20) A 0, B .8, C 1
    # weights .6 .4: A (.6, 0), B (.3, .32), C (0, .4); S .6 .62 .4, R .6 .32 .4
    # S on 0 to 1: .2/.22 = .909, 1, 0; R on 0 to 1: 1, 0, .08/.28 = .286; Q = half of each: .9545, .5, .1429
    performances, weights, higher = [[1, 10], [3, 18], [5, 20]], [0.6, 0.4], [True, False]
    assert vikor_compromise(performances, weights, higher) == pytest.approx([0.954545, 0.5, 0.142857], abs=1e-6)
    assert vikor_compromise(performances, weights, higher, v=1) == pytest.approx([0.2 / 0.22, 1, 0])
    assert vikor_compromise(performances, weights, higher, v=0) == pytest.approx([1, 0, 0.08 / 0.28])


def test_vikor_offers_more_than_one_where_no_one_is_clearly_ahead():
    # Q is 0.9545, 0.5 and 0.1429 as above; 0.357 is less than 1/2, so that the second joins; 0.81 is more
    performances, weights, higher = [[1, 10], [3, 18], [5, 20]], [0.6, 0.4], [True, False]
    assert vikor_set(performances, weights, higher).tolist() == [False, True, True]
    assert opinions(performances, weights, higher)["vikor"].ranks.tolist() == [3, 1, 1]
    # with v = 1 Q is 0.909, 1 and 0: C is more than 1/2 ahead and has the least loss in total, so it stands alone
    assert vikor_set(performances, weights, higher, v=1).tolist() == [False, False, True]
    # all alike: all of them together
    assert vikor_set([[3, 1], [1, 3]], [1, 1], [True, True]).tolist() == [True, True]


def test_vikor_asks_for_stability():
    """Clearly ahead in Q, and first neither in total nor at its worst: the next joins it."""
    for performances, weights, higher in random_problems(300):
        behind = vikor_compromise(performances, weights, higher)
        order = np.argsort(behind)
        gap, limit = behind[order[1]] - behind[order[0]], 1 / (len(behind) - 1)
        stable = any(np.isclose(vikor_compromise(performances, weights, higher, v=v)[order[0]], 0) for v in (0.0, 1.0))
        found = set(np.flatnonzero(vikor_set(performances, weights, higher)).tolist())
        if abs(gap - limit) > 1e-6:
            ahead = {int(row) for row in order if behind[row] - behind[order[0]] < limit}
            assert found == (ahead if gap < limit or stable else set(order[:2].tolist()))


def test_vikor_is_the_library_s_wherever_the_library_has_an_answer():
    for performances, weights, higher in random_problems(100):
        library = of_the_library("VIKOR", v=0.4)(performances, weights, np.where(higher, 1, -1), validation=False)
        assert vikor_compromise(performances, weights, higher, v=0.4) == pytest.approx(library)


def test_vikor_answers_where_all_have_the_same_largest_regret_or_the_same_loss():
    # equal weights, each alternative worst on one criterion: R = 1/3 for all
    # losses: A (0, 1, .5), B (1, 0, 0), C (.5, .5, 1), in thirds 1.5, 1, 2 -> S .5, 0, 1, halved by v
    performances = [[3, 1, 2], [1, 3, 3], [2, 2, 1]]
    assert vikor_compromise(performances, [1, 1, 1], [True] * 3) == pytest.approx([0.25, 0, 0.5])
    # S the same: A (0, 1), B (1, 0), C (.5, .5) with equal weights: only R distinguishes, .5 .5 .25
    assert vikor_compromise([[3, 1], [1, 3], [2, 2]], [1, 1], [True, True]) == pytest.approx([0.5, 0.5, 0])
    # both the same: no difference to be made
    assert vikor_compromise([[3, 1], [1, 3]], [1, 1], [True, True]) == pytest.approx([0, 0])


def test_promethee_matches_a_hand_calculation():
    # criterion 1, more is better, q 1, p 3: A 0, B 2, C 5. preference (2-1)/2 = .5 for B over A, 1 for C over A and B
    # criterion 2, less is better, q 0, p 10: A 0, B 5, C 20. A over B .5, A over C 1, B over C 1
    # weights .6 .4: A over B .2, over C .4; B over A .3, over C .4; C over A .6, over B .6
    # net flow: A ((.2 + .4) - (.3 + .6)) / 2 = -.15, B ((.3 + .4) - (.2 + .6)) / 2 = -.05, C (1.2 - .8) / 2 = .2
    flows = promethee_net_flow([[0, 0], [2, 5], [5, 20]], [0.6, 0.4], [True, False], [1, 0], [3, 10])
    assert flows == pytest.approx([-0.15, -0.05, 0.2])


def test_promethee_matches_another_calculation():
    rng = np.random.default_rng(1)
    for performances, weights, higher in random_problems(30):
        q, width = rng.uniform(0, 20, 6), rng.uniform(1, 40, 6)
        gains = np.where(higher, 1, -1) * (performances[:, None] - performances[None])
        preferred = (weights * np.clip((gains - q) / width, 0, 1)).sum(axis=2)
        expected = (preferred.sum(axis=1) - preferred.sum(axis=0)) / 3
        assert promethee_net_flow(performances, weights, higher, q, q + width) == pytest.approx(expected)


def test_equal_thresholds_make_preference_jump_past_them_and_not_by_rounding():
    # .4 - .3 is a little more than .1 in a computer, .3 - .2 a little less: neither exceeds .1
    assert promethee_net_flow([[0.2], [0.3], [0.4]], [1], [True], [0.1], [0.1]) == pytest.approx([-0.5, 0, 0.5])
    assert promethee_net_flow([[0.3], [0.4]], [1], [True], [0.1], [0.1]) == pytest.approx([0, 0])
    assert promethee_net_flow([[1], [2], [1000]], [1], [True], [0], [0]) == pytest.approx([-1, 0, 1])


def test_criteria_on_which_all_are_equal_keep_their_weight_in_promethee_and_spotis():
    # .3 of the weight can prefer nobody: B over A is .7, not 1
    assert promethee_net_flow([[1, 4], [9, 4]], [0.7, 0.3], [True] * 2, [0, 0], [1, 1]) == pytest.approx([-0.7, 0.7])
    # A is .8 * .7 from the best on the first and .5 * .3 on the second
    distance = spotis_distance([[2, 5], [4, 5]], [0.7, 0.3], [True, True], [[0, 10], [0, 10]])
    assert distance == pytest.approx([0.56 + 0.15, 0.42 + 0.15])


def test_spotis_is_the_additive_total_of_straight_lines_turned_round():
    # A: (10-4)/10 = .6, (8-0)/20 = .4; weights .5 .5: .5. B: 0 and 1: .5 -> weights 3 : 1: .55 and .25
    bounds = [[0, 10], [0, 20]]
    assert spotis_distance([[4, 8], [10, 20]], [3, 1], [True, False], bounds) == pytest.approx([0.55, 0.25])


def test_an_extra_alternative_changes_no_spotis_distance():
    bounds = [[0, 10], [0, 10], [0, 10]]
    three = spotis_distance(PERFORMANCES, WEIGHTS, HIGHER, bounds)
    four = spotis_distance([*PERFORMANCES, [10, 0, 10]], WEIGHTS, HIGHER, bounds)
    assert four[:3] == pytest.approx(three)


def test_spotis_refuses_what_lies_outside_but_not_rounding():
    with pytest.raises(ValueError, match=r"alternative 1 has 11 on criterion 0 .*, with bounds 0 and 10"):
        spotis_distance([[5, 1], [11, 2]], [1, 1], [True, True], [[0, 10], [0, 10]])
    with pytest.raises(ValueError, match="alternative 0 has -0.1 on criterion 1"):
        spotis_distance([[5, -0.1], [10, 2]], [1, 1], [True, True], [[0, 10], [0, 10]])
    with pytest.raises(ValueError, match="inside the bounds"):
        spotis_distance([[1e300], [0]], [1], [True], [[0, 1e-300]])
    assert spotis_distance([[0.1 + 0.2], [0]], [1], [True], [[0, 0.3]]) == pytest.approx([0, 1])
    # outside on a criterion without weight does not matter
    assert spotis_distance([[5, 99], [10, 2]], [1, 0], [True, True], [[0, 10], [0, 10]]) == pytest.approx([0.5, 0])


def test_marcos_matches_a_hand_calculation():
    # more is better: A 2/4 = .5, B 1; less is better: A 1, B 5/10 = .5. weights .6 .4: S A .7, B .8, ideal 1,
    # anti-ideal .6*.5 + .4*.5 = .5. A: K- = 1.4, K+ = .7, f(K-) = 1/3, f(K+) = 2/3: 2.1 / (1 + .5 + 2) = .6
    assert marcos_utility([[2, 5], [4, 10]], [0.6, 0.4], [True, False]) == pytest.approx([0.6, 2.4 / 3.5])


def test_marcos_is_the_library_s_and_also_answers_where_the_worst_is_0():
    for performances, weights, higher in random_problems(50):
        library = of_the_library("MARCOS")(performances, weights, np.where(higher, 1, -1), validation=False)
        assert marcos_utility(performances, weights, higher) == pytest.approx(library)
    # anti-ideal 0: the limit of the utility function is S
    assert marcos_utility([[0], [1], [4]], [1], [True]) == pytest.approx([0, 0.25, 1])


def test_edas_matches_a_hand_calculation():
    # averages 4 and 10. more is better: A 2 is .5 below, B 6 .5 above; less is better: A 5 .5 better, B 15 .5 worse
    # weights .6 .4: gains A .2, B .3; losses A .3, B .2. gains / .3: 2/3, 1; 1 - losses / .3: 0, 1/3; means 1/3, 2/3
    assert edas_appraisal([[2, 5], [6, 15]], [0.6, 0.4], [True, False]) == pytest.approx([1 / 3, 2 / 3])


def test_a_criterion_that_cannot_distinguish_changes_no_order():
    rows = np.array(PERFORMANCES)[:, :2]
    expected = {name: one.ranks.tolist() for name, one in opinions(rows, WEIGHTS[:2], HIGHER[:2]).items()}
    for constant in (5, 0.3):
        columns = np.column_stack([rows, [constant] * 3])
        found = {name: one.ranks.tolist() for name, one in opinions(columns, WEIGHTS, HIGHER).items()}
        assert found == expected
    for method in (topsis_closeness, vikor_compromise, edas_appraisal):
        columns = np.column_stack([rows, [0] * 3])
        assert method(columns, WEIGHTS, HIGHER) == pytest.approx(method(rows, WEIGHTS[:2], HIGHER[:2]))


def test_weights_may_be_points_and_a_criterion_without_weight_does_not_count():
    expected = opinions(PERFORMANCES, [0.5, 0.5, 0], HIGHER)
    points = opinions(PERFORMANCES, [70, 70, 0], HIGHER)
    other = opinions([[3, 8, -1], [4, 6, np.nan], [5, 2, 0]], [70, 70, 0], HIGHER)
    for name in METHODS:
        assert points[name].values == pytest.approx(expected[name].values)
        assert other[name].values == pytest.approx(expected[name].values)


def test_very_large_and_very_small_units_change_nothing():
    rows = np.array(PERFORMANCES) + [0.0, 0.0, 1.5] * np.arange(3)[:, None]
    expected = opinions(rows, WEIGHTS, HIGHER)
    found = opinions(rows * [1e200, 1, 1e-200], WEIGHTS, HIGHER)
    for name in set(METHODS) - {"promethee"}:
        assert found[name].values == pytest.approx(expected[name].values)
    unit = np.array([1e305, 1, 1e-305])
    flows = [promethee_net_flow(rows * u, WEIGHTS, HIGHER, 0.5 * u, 2 * u) for u in (np.ones(3), unit)]
    assert flows[1] == pytest.approx(flows[0])


def test_integers_give_the_same_and_nothing_is_changed():
    rows, weights, higher = np.array([[3, 8], [4, 6], [5, 2]]), np.array([2, 1]), np.array([True, False])
    bounds, q, p = np.array([[0, 9], [0, 9]]), np.array([0, 0]), np.array([1, 2])
    whole = second_opinions(rows, weights, higher, bounds, q, p)
    parts = second_opinions(*(array.astype(float) for array in (rows, weights)), higher, bounds, q, p)
    for one, other in zip(whole, parts, strict=True):
        assert one.values == pytest.approx(other.values)
    assert (rows.tolist(), weights.tolist()) == ([[3, 8], [4, 6], [5, 2]], [2, 1])
    assert (q.tolist(), p.tolist(), bounds.tolist()) == ([0, 0], [1, 2], [[0, 9], [0, 9]])


def test_all_methods_answer_in_fixed_order_and_lower_is_better_where_they_say_so():
    found = opinions([[9, 1], [5, 5], [1, 9]], [1, 1], [True, False])
    assert list(found) == METHODS
    assert all(one.ranks.tolist() == [1, 2, 3] for one in found.values())
    assert [name for name, one in found.items() if one.values[0] < one.values[2]] == ["vikor", "spotis"]
    assert all(one.refusal is None and one.message is None for one in found.values())


def test_each_opinion_is_what_the_method_s_own_function_says():
    given_to_all = ([[40, 20, 3], [25, 30, 5], [30, 10, 4]], [3, 1, 1], [False, False, True])
    bounds, q, p = [[20, 40], [10, 30], [0, 5]], [1, 2, 0], [9, 12, 4]
    expected = [
        topsis_closeness(*given_to_all),
        vikor_compromise(*given_to_all, v=0.5),
        promethee_net_flow(*given_to_all, q, p),
        spotis_distance(*given_to_all, bounds),
        marcos_utility(*given_to_all),
        edas_appraisal(*given_to_all),
    ]
    for one, values in zip(second_opinions(*given_to_all, bounds, q, p), expected, strict=True):
        assert one.values == pytest.approx(values)


def test_equals_share_the_best_place():
    for one in opinions([[1, 9], [5, 5], [5, 5], [1, 9]], [2, 1], [True, True]).values():
        assert sorted(one.ranks.tolist()) == [1, 1, 3, 3]


@pytest.mark.parametrize(
    ("performances", "refusals"),
    [
        ([[1, 2]], ["alone"] * 6),
        ([[1, np.nan], [3, 4]], ["unknown"] * 6),
        ([[1, 2], [1, 2]], ["equal"] * 6),
        ([[-1, 2], [3, 4]], [None] * 4 + ["negative"] * 2),
        ([[1, 0], [3, 4]], [None] * 4 + ["zero", None]),
        ([[0, 1], [0, 4]], [None] * 4 + ["zero", None]),
        ([[1, 2], [3, 400]], [None] * 3 + ["outside"] + [None] * 2),
    ],
)
def test_a_method_without_an_answer_says_why(performances, refusals):
    found = second_opinions(performances, [1, 1], [True, False], [[-10, 10]] * 2, [0, 0], [1, 1])
    assert [one.refusal for one in found] == refusals
    for one in found:
        assert (one.values is None) == (one.ranks is None) == (one.refusal is not None) == bool(one.message)


def test_agreement_is_kendall_s_tau_b():
    # 1 2 3 and 1 3 2: of three pairs two agree and one does not: 1/3
    assert agreement([[1, 2, 3], [1, 3, 2]]) == pytest.approx(np.array([[1, 1 / 3], [1 / 3, 1]]))
    places = np.random.default_rng(3).integers(1, 6, (5, 7))
    expected = [[kendalltau(one, other).statistic for other in places] for one in places]
    assert agreement(places) == pytest.approx(np.array(expected))
    assert agreement([[1, 2, 3], [3, 2, 1]])[0, 1] == -1


def test_a_ranking_without_any_order_agrees_with_nothing():
    found = agreement([[1, 1, 1], [1, 2, 3]])
    assert np.isnan(found[0, 1])
    assert np.isnan(found[1, 0])
    assert np.diag(found).tolist() == [1, 1]


@pytest.mark.parametrize("places", [[1, 2], [[1], [1]], [], [[0, 1], [1, 2]], [[1, np.nan], [1, 2]], [[1, np.inf]]])
def test_agreement_refuses_what_is_no_ranking(places):
    with pytest.raises(ValueError, match="ranks must"):
        agreement(places)


def with_dominated(performances, higher, worsening):
    """The first row again as a second one, worse by ``worsening`` where that is above 0."""
    worse = performances[0] - np.where(higher, 1, -1) * worsening
    return np.vstack([performances[0], worse, performances[1:]])


def test_no_method_ranks_an_alternative_below_one_it_dominates_in_random_problems():
    rng = np.random.default_rng(8)
    for positive in (True, False):
        for performances, weights, higher in random_problems(150, shape=(3, 6), seed=9):
            rows = with_dominated(performances, higher, rng.uniform(0, 30, 6) * (rng.random(6) < 0.5))
            rows = rows - rows.min(axis=0) + 1 if positive else rows - 50
            found = opinions(rows, weights, higher, q=2, p=20)
            assert sum(one.ranks is None for one in found.values()) == (0 if positive else 2)
            for name, one in found.items():
                assert one.ranks is None or one.ranks[0] <= one.ranks[1], name


NUMBER = st.one_of(st.integers(-3, 10).map(float), st.floats(-1e3, 1e3), st.just(0.0))
WEIGHT = st.one_of(st.integers(0, 5).map(float), st.floats(0, 1))


@st.composite
def problems(draw, number=NUMBER, weight=WEIGHT, least=1):
    shape = draw(st.integers(least, 5)), draw(st.integers(1, 5))
    performances = draw(arrays(float, shape, elements=number))
    weights = draw(arrays(float, shape[1], elements=weight).filter(np.any))
    return performances, weights, draw(arrays(bool, shape[1]))


@examples(30, 3000)
@given(problems(), st.data())
def test_no_method_ranks_an_alternative_below_one_it_dominates(problem, data):
    performances, weights, higher = problem
    worsening = data.draw(
        arrays(float, weights.size, elements=st.one_of(st.integers(0, 3).map(float), st.floats(0, 9)))
    )
    q = data.draw(st.floats(0, 5))
    rows = with_dominated(performances, higher, worsening)
    for name, one in opinions(rows, weights, higher, q, q + data.draw(st.floats(0, 5))).items():
        assert one.ranks is None or one.ranks[0] <= one.ranks[1], name


@examples(15, 1200)
@given(problems(least=2), st.randoms(use_true_random=False))
def test_the_order_of_alternatives_and_criteria_does_not_matter(problem, random):
    performances, weights, higher = problem
    rows, columns = list(range(len(performances))), list(range(weights.size))
    random.shuffle(rows)
    random.shuffle(columns)
    one = opinions(performances, weights, higher)
    other = opinions(performances[rows][:, columns], weights[columns], higher[columns])
    for name in METHODS:
        assert one[name].refusal == other[name].refusal
        if one[name].refusal is None:
            assert other[name].values == pytest.approx(one[name].values[rows], abs=1e-6)


ODD = st.sampled_from(
    [0.0, -0.0, 1.0, 1.0, 2.0, -1.0, 1e200, -1e200, 1.7e308, -1.7e308, 1e-200, 5e-324, np.nan, np.inf]
)
ODD_WEIGHT = st.sampled_from([0.0, 0.0, 1.0, 2.0, -1.0, 1e-320, 1e200, 1e301, np.nan])
ODD_THRESHOLD = st.sampled_from([0.0, 1.0, 1e-320, 1e308])


@examples(40, 4000)
@given(problems(ODD, ODD_WEIGHT), st.data())
def test_whatever_comes_in_no_nan_comes_out(problem, data):
    performances, weights, higher = problem
    q, p = np.sort(data.draw(arrays(float, (2, weights.size), elements=ODD_THRESHOLD)), axis=0)
    given_to_all = (performances, weights, higher)
    for method, more in [
        (topsis_closeness, ()),
        (vikor_compromise, ()),
        (marcos_utility, ()),
        (edas_appraisal, ()),
        (promethee_net_flow, (q, p)),
        (spotis_distance, ([[-1.7e308, 1.7e308]] * weights.size,)),
        (spotis_distance, ([[-1, 2]] * weights.size,)),
    ]:
        try:
            values = method(*given_to_all, *more)
        except ValueError:
            continue
        assert values.shape == (len(performances),)
        assert np.isfinite(values).all()


@pytest.mark.parametrize(
    ("performances", "weights", "higher", "words"),
    [
        ([[1, 2]], [0.5, 0.5], [True, True], "at least two"),
        ([[1, np.nan], [3, 4]], [0.5, 0.5], [True, True], "not known"),
        ([[1, np.inf], [3, 4]], [0.5, 0.5], [True, True], "infinite"),
        ([1, 2], [0.5, 0.5], [True, True], "shape"),
        ([[1, 2], [3, 4]], [0.5, -0.5], [True, True], "negative"),
        ([[1, 2], [3, 4]], [0.5, np.nan], [True, True], "finite"),
        ([[1, 2], [3, 4]], [0, 0], [True, True], "nothing got any points"),
        ([[1, 2], [3, 4]], [1], [True, True], "1 weights were given for 2 criteria"),
        ([[1, 2], [3, 4]], [0.5, 0.5], [True], "2 times true or false"),
        ([[1, 2], [3, 4]], [0.5, 0.5], [1, -1], "true or false"),
        ([[1, 2], [1, 2]], [0.5, 0.5], [True, True], "equal on every criterion"),
        ([[1, 2], [1, 9]], [1, 0], [True, True], "equal on every criterion"),
    ],
)
def test_input_that_the_library_would_let_pass_is_refused(performances, weights, higher, words):
    for method, more in [
        (topsis_closeness, ()),
        (vikor_compromise, ()),
        (marcos_utility, ()),
        (edas_appraisal, ()),
        (promethee_net_flow, ([0, 0], [1, 1])),
        (spotis_distance, ([[0, 10], [0, 10]],)),
    ]:
        with pytest.raises(ValueError, match=words):
            method(performances, weights, higher, *more)


@pytest.mark.parametrize(
    ("indifference", "preference", "words"),
    [
        ([0], [1, 1], "1 indifference thresholds were given for 2 criteria"),
        ([0, 0], [1], "1 preference thresholds were given for 2 criteria"),
        ([0, 2], [1, 1], r"threshold 2 of criterion 1 .* is above its preference threshold 1"),
        ([-1, 0], [1, 1], "indifference thresholds cannot be negative"),
        ([0, 0], [1, np.nan], "preference thresholds must be finite"),
    ],
)
def test_thresholds_that_the_library_would_let_pass_are_refused(indifference, preference, words):
    with pytest.raises(ValueError, match=words):
        promethee_net_flow([[1, 2], [3, 4]], [1, 1], [True, True], indifference, preference)


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ([[0, 10]], r"shape \(2, 2\)"),
        ([0, 10], "shape"),
        ([[0, 10], [10, 0]], "below the highest"),
        ([[0, 10], [5, 5]], "below the highest"),
        ([[0, 10], [np.nan, 5]], "must be known"),
        ([[0, 10], [0, np.inf]], "infinite"),
    ],
)
def test_bounds_that_are_no_ranges_are_refused(bounds, words):
    with pytest.raises(ValueError, match=words):
        spotis_distance([[1, 2], [3, 4]], [1, 1], [True, True], bounds)


@pytest.mark.parametrize("v", [-0.1, 1.1, np.nan])
def test_a_vikor_share_outside_0_to_1_is_refused(v):
    with pytest.raises(ValueError, match="from 0 to 1"):
        vikor_compromise([[1, 2], [3, 4]], [1, 1], [True, True], v)


def test_why_copras_and_aroman_are_not_offered():
    # equal but for the cost: the cheapest must come first. If this fails, the library was mended: think again
    cost, equal = np.array([[10.0, 1], [10, 2], [10, 4]]), np.array([0.5, 0.5])
    assert np.argmax(of_the_library("COPRAS")(cost, equal, np.array([1, -1]), validation=False)) == 2
    # the second is worse than the first on everything
    below = 0
    for performances, weights, higher in random_problems(100, shape=(3, 6), seed=2):
        rows = with_dominated(performances, higher, np.where(higher, performances[0] / 2, 5))
        values = of_the_library("AROMAN")(rows, weights, np.where(higher, 1, -1), validation=False)
        below += values[0] < values[1]
    assert below > 0


def test_the_library_is_loaded_only_when_it_is_needed_and_without_its_drawings():
    code = (
        "import sys; from mcda.second_opinion import second_opinions; early = 'pymcdm' in sys.modules\n"
        "found = second_opinions([[1, 2], [2, 1]], [0.7, 0.3], [True, True], [[0, 3], [0, 3]], [0, 0], [1, 1])\n"
        "assert all(opinion.ranks is not None for opinion in found)\n"
        "raise SystemExit(early or 'pymcdm' not in sys.modules or 'matplotlib' in sys.modules)"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0


def test_the_compromise_set_is_that_of_its_conditions_on_any_table():
    """Opricovic and Tzeng (2004), section 2, worked out again from the losses S and R of random tables."""
    chance, kinds = np.random.default_rng(5), set()
    for _ in range(1500):
        size, columns = chance.integers(2, 7), chance.integers(2, 6)
        table, weights = chance.integers(0, 12, (size, columns)).astype(float), chance.dirichlet(np.ones(columns))
        span = np.ptp(table, axis=0)
        if not span.all():
            continue
        losses = weights * (table.max(axis=0) - table) / span
        total, worst = losses.sum(axis=1), losses.max(axis=1)
        if min(np.ptp(total), np.ptp(worst)) < 1e-6:
            continue
        behind = sum((part - part.min()) / np.ptp(part) for part in (total, worst)) / 2
        behind -= behind.min()
        best, advantage = int(behind.argmin()), np.sort(behind)[1]
        stable = total[best] < total.min() + 1e-9 or worst[best] < worst.min() + 1e-9
        if advantage < 1 / (size - 1) - 1e-9:
            limit, kind = 1 / (size - 1) - 1e-9, "no advantage"
        else:
            limit, kind = (1e-9, "one") if stable else (advantage + 1e-9, "not stable")
        kinds.add((kind, bool(stable)))
        assert (vikor_set(table, weights, [True] * columns) == (behind < limit)).all()
    assert ("no advantage", False) in kinds
