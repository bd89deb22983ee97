import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import linprog, minimize

from mcda.flips import common_factor, nearest_weights, smallest_score_changes, smallest_shift
from tests.budget import examples

quickly = examples(15, 1200)
METHODS = [common_factor, smallest_shift, nearest_weights]
# A - B = (40, -20, 10): A leads by .5*40 - .3*20 + .2*10 = 16
SCORES = np.array([[80, 20, 60], [40, 40, 50]])
WEIGHTS = np.array([0.5, 0.3, 0.2])


@st.composite
def problems(draw):
    shape = draw(st.integers(2, 4)), draw(st.integers(1, 6))
    scores = draw(arrays(float, shape, elements=st.integers(0, 20).map(lambda step: 5.0 * step)))
    points = draw(arrays(float, shape[1], elements=st.integers(0, 10).map(float)).filter(np.any))
    groups = draw(st.one_of(st.none(), st.just(np.arange(shape[1]) % min(3, shape[1]))))
    return scores, points / points.sum(), groups


def first_of(scores, weights):
    totals = scores @ weights
    return int(np.flatnonzero(totals >= totals.max() - 1e-9)[0])


def least_moved(leads, weights):
    """Half the summed absolute changes, as a linear programme: gains and losses apart."""
    n = len(weights)
    found = linprog(
        np.full(2 * n, 0.5),
        A_ub=[np.concatenate([leads, -leads])],
        b_ub=[-(leads @ weights)],
        A_eq=[np.repeat([1.0, -1.0], n)],
        b_eq=[0],
        bounds=[(0, None)] * n + [(0, weight) for weight in weights],
    )
    return found.fun if found.status == 0 else np.inf


def least_distance(leads, weights):
    """A general optimiser, from several starting points."""
    best = np.inf
    for start in (weights, np.eye(len(weights))[leads.argmin()], np.full(len(weights), 1 / len(weights))):
        found = minimize(
            lambda other: ((other - weights) ** 2).sum(),
            start,
            jac=lambda other: 2 * (other - weights),
            method="SLSQP",
            bounds=[(0, 1)] * len(weights),
            constraints=[
                {"type": "eq", "fun": lambda other: other.sum() - 1, "jac": np.ones_like},
                {"type": "ineq", "fun": lambda other: -(leads @ other) / 100, "jac": lambda _: -leads / 100},
            ],
            options={"ftol": 1e-14, "maxiter": 500},
        )
        if found.success:
            best = min(best, float(np.sqrt(found.fun)))
    return best


def test_the_common_factor_matches_a_hand_calculation():
    # in favour of A .5*40 + .2*10 = 22, of B .3*20 = 6: factor sqrt(22/6) = 1.9149
    # weights .5/f, .3 f, .2/f = .26112, .57446, .10445, together .94003
    found = common_factor(SCORES, WEIGHTS)
    assert (found.rival, found.factor) == (1, pytest.approx(1.914854))
    assert found.weights == pytest.approx([0.277777, 0.611112, 0.111111], abs=1e-6)
    assert found.weights @ (SCORES[0] - SCORES[1]) == pytest.approx(0, abs=1e-12)


def test_the_smallest_shift_matches_a_hand_calculation():
    # per unit of weight from the first criterion to the second 40 + 20 = 60 points: 16/60 of all weight
    found = smallest_shift(SCORES, WEIGHTS)
    assert (found.rival, found.given_to) == (1, 1)
    assert found.moved == pytest.approx(16 / 60)
    assert found.taken == pytest.approx([16 / 60, 0, 0])
    assert found.weights == pytest.approx([0.5 - 16 / 60, 0.3 + 16 / 60, 0.2])


def test_a_shift_goes_on_with_the_next_criterion_when_one_is_empty():
    # A - B = (100, 50, -10), weights .1, .6, .3: lead 10 + 30 - 3 = 37; the first gives all its .1 (11 points),
    #   the second 26/60
    found = smallest_shift([[100, 50, 0], [0, 0, 10]], [0.1, 0.6, 0.3])
    assert found.taken == pytest.approx([0.1, 26 / 60, 0])
    assert found.moved == pytest.approx(0.1 + 26 / 60)


def test_the_nearest_weights_match_a_hand_calculation():
    # two criteria: the only way is along the line; A - B = (40, -20) is level at w = 1/3, from 3/4 a step of 5/12
    #   in both weights, so a distance of 5/12 * sqrt 2
    found = nearest_weights([[80, 20], [40, 40]], [0.75, 0.25])
    assert found.weights == pytest.approx([1 / 3, 2 / 3])
    assert found.distance == pytest.approx(5 / 12 * np.sqrt(2))
    # d = (40, -20, 10) less its mean 10 is (30, -30, 0): from .5, .3, .2 a step of 16/1800 * (30, -30, 0)
    assert nearest_weights(SCORES, WEIGHTS).weights == pytest.approx([0.5 - 16 / 60, 0.3 + 16 / 60, 0.2])


def test_the_score_changes_match_a_hand_calculation():
    # the lead of 16 takes 32 points of the first criterion, 53.3 of the second, 80 of the third
    # A can fall 80, 20, 60; B can rise 60, 60, 50
    found = smallest_score_changes(SCORES, WEIGHTS)
    assert found.first == 0
    np.testing.assert_allclose(found.fall_of_first, [[np.nan] * 3, [32, np.nan, np.nan]])
    np.testing.assert_allclose(found.rise_of_other, [[np.nan] * 3, [32, 160 / 3, np.nan]])


def test_a_score_may_change_up_to_the_end_of_the_scale():
    # a lead of 20 - 18 = 2 on a fifth of the weight takes 10 points: from 90 to exactly 100, rounding or not
    found = smallest_score_changes([[20, 20], [90, 0]], [0.2, 0.8])
    assert found.rise_of_other[1, 0] == pytest.approx(10)
    # a lead of 10 on half the weight takes the 20 points that the first has there
    assert smallest_score_changes([[20, 100], [0, 100]], [0.5, 0.5]).fall_of_first[1, 0] == pytest.approx(20)


def test_of_several_rivals_the_nearest_counts():
    # A - B = (50, -10), A - C = (10, -40); at .9, .1 A leads by 44 and 5
    #   B: sqrt(45/1) = 6.7, 44/60 moved; C: sqrt(9/4) = 1.5, 5/50 moved
    scores, weights = [[60, 20], [10, 30], [50, 60]], [0.9, 0.1]
    assert (common_factor(scores, weights).rival, common_factor(scores, weights).factor) == (2, pytest.approx(1.5))
    assert (smallest_shift(scores, weights).rival, smallest_shift(scores, weights).moved) == (2, pytest.approx(0.1))
    assert nearest_weights(scores, weights).rival == 2


def test_with_groups_the_shares_within_each_group_stay():
    # group 0 (criteria 0 and 2, shares 3/4 and 1/4): A 80, B 20; group 1: A 10, B 50; lead .8*60 - .2*40 = 40
    scores, weights, groups = [[100, 10, 20], [20, 50, 20]], [0.6, 0.2, 0.2], [0, 1, 0]
    shift = smallest_shift(scores, weights, groups)
    assert shift.taken == pytest.approx([0.4, 0])
    assert shift.given_to == 1
    assert shift.weights == pytest.approx([0.3, 0.6, 0.1])
    factor = common_factor(scores, weights, groups)
    assert factor.factor == pytest.approx(np.sqrt(48 / 8))
    assert factor.weights == pytest.approx([0.3, 0.6, 0.1])
    nearest = nearest_weights(scores, weights, groups)
    assert nearest.weights == pytest.approx([0.3, 0.6, 0.1])
    assert nearest.distance == pytest.approx(0.4 * np.sqrt(2))


def test_in_a_group_without_weight_the_criteria_count_equally():
    # group 1 has (0, 0) -> half each: A 30, B 50; group 0: A 60, B 40; level when the group gets half
    shift = smallest_shift([[60, 20, 40], [40, 60, 40]], [1, 0, 0], [0, 1, 1])
    assert shift.weights == pytest.approx([0.5, 0.25, 0.25])


@pytest.mark.parametrize("method", METHODS)
def test_what_is_level_already_needs_no_change(method):
    for scores in ([[30, 60], [30, 60]], [[40, 50], [50, 40]], [[0, 10], [50, 40], [40, 50]]):
        found = method(scores, [0.5, 0.5])
        size = {"CommonFactor": "factor", "SmallestShift": "moved", "NearestWeights": "distance"}
        assert getattr(found, size[type(found).__name__]) == (1 if method is common_factor else 0)
        assert found.weights == pytest.approx([0.5, 0.5])
        assert found.rival == len(scores) - 1
    assert smallest_shift([[30, 60], [30, 60]], [0.5, 0.5]).given_to is None
    changes = smallest_score_changes([[30, 60], [30, 60]], [0.5, 0.5])
    np.testing.assert_array_equal(changes.rise_of_other, [[np.nan, np.nan], [0, 0]])


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("scores", [[[10, 20], [30, 40]], [[30, 40], [30, 20]], [[50, 50], [50 - 1e-12, 20]]])
def test_nothing_flips_an_alternative_that_dominates(method, scores):
    assert method(scores, [0.5, 0.5]) is None


def test_a_criterion_without_weight_gets_no_factor_but_can_be_given_weight():
    scores, weights = [[80, 0], [20, 100]], [1, 0]
    assert common_factor(scores, weights) is None
    # 60 points of lead, 160 per unit of weight
    assert smallest_shift(scores, weights).moved == pytest.approx(60 / 160)


def test_an_unknown_score_matters_only_where_it_can_get_weight():
    scores, weights = [[80, 20, np.nan], [20, 90, 30]], [0.75, 0.25, 0]
    # 45 in favour, 17.5 against
    assert common_factor(scores, weights).factor == pytest.approx(np.sqrt(45 / 17.5))
    assert np.isnan(smallest_score_changes(scores, weights).rise_of_other[:, 2]).all()
    for method in (smallest_shift, nearest_weights):
        with pytest.raises(ValueError, match="not known"):
            method(scores, weights)


def test_a_weight_of_nearly_nothing_does_not_break_the_sums():
    scores, weights = [[80, 0], [20, 100]], [1 - 1e-300, 1e-300]
    assert common_factor(scores, weights) is None
    assert np.isnan(smallest_score_changes(scores, weights).fall_of_first[1, 1])


@pytest.mark.parametrize("seed", range(12))
def test_shift_and_distance_agree_with_general_optimisers(seed):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(2, 8))
    scores, weights = rng.uniform(0, 100, (3, n)), rng.dirichlet(np.ones(n))
    first = first_of(scores, weights)
    leads = [scores[first] - row for row in np.delete(scores, first, axis=0)]
    shift, nearest = smallest_shift(scores, weights), nearest_weights(scores, weights)
    least = min(least_moved(lead, weights) for lead in leads)
    if shift is None:
        assert least == np.inf
        assert nearest is None
    else:
        assert shift.moved == pytest.approx(least, abs=1e-9)
        assert nearest.distance == pytest.approx(min(least_distance(lead, weights) for lead in leads), abs=1e-6)


@quickly
@given(problems())
def test_at_the_flip_the_rival_is_level_and_nobody_is_ahead_of_the_two(problem):
    scores, weights, groups = problem
    first = first_of(scores, weights)
    for method in METHODS:
        found = method(scores, weights, groups)
        if found is not None:
            totals = scores @ found.weights
            assert found.rival != first
            assert found.weights.sum() == pytest.approx(1)
            assert (found.weights >= 0).all()
            assert totals[found.rival] == pytest.approx(totals[first], abs=1e-8)
            assert totals.max() <= totals[first] + 1e-8


@quickly
@given(problems())
def test_anything_nearer_does_not_flip(problem):
    scores, weights, groups = problem
    first = first_of(scores, weights)
    assume(np.sort(scores @ weights)[-2] < scores[first] @ weights - 0.01)
    for method in (smallest_shift, nearest_weights):
        found = method(scores, weights, groups)
        if found is not None and (groups is None or np.bincount(groups, weights=weights).all()):
            assert first_of(scores, weights + 0.99 * (found.weights - weights)) == first
    found = common_factor(scores, weights, groups)
    if found is not None and groups is None:
        part = 1 + 0.99 * (found.factor - 1)
        for rival in np.delete(np.arange(len(scores)), first):
            changed = weights * part ** -np.sign(scores[first] - scores[rival])
            assert changed @ (scores[first] - scores[rival]) > 0


@quickly
@given(problems())
def test_no_flip_means_dominance_on_all_that_can_move(problem):
    scores, weights, groups = problem
    first = first_of(scores, weights)
    gaps = scores[first] @ weights - np.delete(scores @ weights, first)
    assume(groups is None and gaps.min() > 1e-6)
    leads = scores[first] - np.delete(scores, first, axis=0)
    for method in (smallest_shift, nearest_weights):
        assert (method(scores, weights) is None) == bool((leads >= 0).all())
    assert (common_factor(scores, weights) is None) == bool((leads[:, weights > 0] >= 0).all())


@quickly
@given(problems())
def test_one_changed_score_brings_the_two_level(problem):
    scores, weights, _ = problem
    found = smallest_score_changes(scores, weights)
    for changes, falls in ((found.fall_of_first, True), (found.rise_of_other, False)):
        for rival, criterion in np.argwhere(~np.isnan(changes)):
            changed = scores.copy()
            changed[found.first if falls else rival, criterion] += changes[rival, criterion] * (-1 if falls else 1)
            totals = changed @ weights
            assert totals[rival] == pytest.approx(totals[found.first], abs=1e-6)
            assert -1e-8 <= changed.min() <= changed.max() <= 100 + 1e-8


def test_inputs_stay_as_they_were():
    scores, weights, groups = SCORES.copy(), WEIGHTS.copy(), np.array([0, 1, 1])
    for method in METHODS:
        method(scores, weights, groups)
    smallest_score_changes(scores, weights)
    np.testing.assert_array_equal(scores, SCORES)
    np.testing.assert_array_equal(weights, WEIGHTS)
    np.testing.assert_array_equal(groups, [0, 1, 1])


@pytest.mark.parametrize("method", [*METHODS, smallest_score_changes])
@pytest.mark.parametrize(
    ("scores", "weights", "words"),
    [
        ([[1, 2]], [0.5, 0.5], "only one alternative"),
        ([[1, np.nan], [1, 2]], [0.5, 0.5], "not known"),
        ([[1, np.inf], [1, 2]], [0.5, 0.5], "infinite"),
        ([[1, 2], [3, 4]], [0.5, 0.6], "sum to 1"),
        ([[1, 2], [3, 4]], [1.5, -0.5], "negative"),
        ([[1, 2], [3, 4]], [1.0], "1 weights were given for 2"),
        ([], [], "shape"),
    ],
)
def test_input_that_does_not_fit_is_refused(method, scores, weights, words):
    with pytest.raises(ValueError, match=words):
        method(scores, weights)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("groups", "words"), [([0], "whole numbers"), ([0, 2], "without a gap"), ([-1, 0], "from 0")])
def test_groups_that_do_not_fit_are_refused(method, groups, words):
    with pytest.raises(ValueError, match=words):
        method([[1, 2], [3, 1]], [0.5, 0.5], groups)


def test_scores_outside_the_scale_have_no_room_to_change():
    with pytest.raises(ValueError, match="within 0 to 100"):
        smallest_score_changes([[1, 200], [3, 4]], [0.5, 0.5])
