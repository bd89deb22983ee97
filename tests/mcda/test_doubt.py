import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.integrate import quad
from scipy.stats import norm, triang

from mcda.doubt import chance_if_known, chance_of_other, margin_doubts
from mcda.robustness import acceptability
from mcda.score_doubt import ScoreRanges, score_ranges
from mcda.value import Bent, Classes, Goal, Linear
from mcda.weightings import Ballots
from tests.budget import examples

quickly = examples(12, 800)
UNKNOWN = np.nan


@st.composite
def doubtful_scores(draw):
    shape = 2, draw(st.integers(1, 4))
    ends = np.sort(draw(arrays(float, (3, *shape), elements=st.integers(0, 20).map(lambda step: 5.0 * step))), axis=0)
    known = draw(arrays(bool, shape))
    points = draw(arrays(float, shape[1], elements=st.integers(0, 5).map(float)).filter(np.any))
    return ends[0], np.where(known, ends[1], np.nan), ends[2], points / points.sum()


def random_doubts(n, seed):
    rng = np.random.default_rng(seed)
    low, central, high = np.sort(rng.uniform(0, 100, (3, 2, n)), axis=0)
    central[rng.random((2, n)) < 0.2] = np.nan
    return low, central, high, rng.dirichlet(np.ones(n))


def in_doubt(low, central, high, weights, shape="triangular"):
    return ScoreRanges(low, central, high, shape=shape), weights


def drawn_leads(low, central, high, weights, shape, samples=1_000_000):
    """Lead of row 0 over row 1 by plain sampling with the generator's own triangular and uniform draws."""
    rng = np.random.default_rng(9)
    leads = np.zeros(samples)
    for row, criterion in np.ndindex(2, len(weights)):
        ends = low[row, criterion], high[row, criterion]
        if np.isnan(central[row, criterion]) or shape == "uniform":
            scores = rng.uniform(*ends, samples)
        else:
            scores = rng.triangular(ends[0], central[row, criterion], ends[1], samples)
        leads += (1 - 2 * row) * weights[criterion] * scores
    return leads


def test_one_doubt_at_a_time_matches_a_hand_calculation():
    # central lead .5*(60-50) + .5*(50-40) = 10; then lead at low, at high, and variance
    #   A on 0: 40 to 70: .5*(40-50) + 5 = 0, .5*(70-50) + 5 = 15; .25*(40^2+60^2+70^2-2400-2800-4200)/18 = 9.7222
    #   B on 1: 30 to 90: 5 + .5*(50-30) = 15, 5 + .5*(50-90) = -15; .25*(30^2+40^2+90^2-1200-2700-3600)/18 = 43.0556
    low, central, high = [[40, 50], [50, 30]], [[60, 50], [50, 40]], [[70, 50], [50, 90]]
    b, a = margin_doubts(ScoreRanges(low, central, high), [0.5, 0.5], 0, 1)
    assert (a.alternative, a.criterion, b.alternative, b.criterion) == (0, 0, 1, 1)
    assert (a.at_low, a.at_high) == pytest.approx((0, 15))
    assert (b.at_low, b.at_high) == pytest.approx((15, -15))
    assert (a.flips, b.flips) == (True, True)
    assert (a.variance_share, b.variance_share) == pytest.approx((0.184211, 0.815789), abs=1e-6)


def test_an_unknown_score_is_uniform_over_its_range_and_counts_as_the_middle():
    # A on 0 unknown: middle 50; B on 1 unknown but at least 60: middle 80. Lead .5*(50-40) + .5*(90-80) = 10
    #   A: .5*(0-40) + 5 = -15 and .5*(100-40) + 5 = 35, variance .25*100^2/12; B: 20 and 0, .25*40^2/12
    low, central, high = [[UNKNOWN, 90], [40, 60]], [[UNKNOWN, 90], [40, UNKNOWN]], [[UNKNOWN, 90], [40, UNKNOWN]]
    a, b = margin_doubts(ScoreRanges(low, central, high), [0.5, 0.5], 0, 1)
    assert (a.at_low, a.at_high) == pytest.approx((-15, 35))
    assert (b.at_low, b.at_high) == pytest.approx((20, 0))
    assert a.variance_share / b.variance_share == pytest.approx(10_000 / 1600)
    # beside a triangular score 0, 50, 100 of the same weight: variances 100^2/12 and 100^2/24
    low, central, high = [[UNKNOWN, 0], [50, 50]], [[UNKNOWN, 50], [50, 50]], [[UNKNOWN, 100], [50, 50]]
    shares = [doubt.variance_share for doubt in margin_doubts(ScoreRanges(low, central, high), [0.5, 0.5], 0, 1)]
    assert shares == pytest.approx([2 / 3, 1 / 3])


def test_a_doubt_that_cannot_change_the_order_by_itself_does_not_flip():
    # lead 30; A between 60 and 80 against 40
    (doubt,) = margin_doubts(ScoreRanges([[60], [40]], [[70], [40]], [[80], [40]]), [1], 0, 1)
    assert not doubt.flips
    assert doubt.removed == 0


def test_nothing_in_doubt_gives_nothing():
    scores = [[60, 50], [50, 55]]
    assert margin_doubts(ScoreRanges(scores, scores, scores), [0.5, 0.5], 0, 1) == ()
    assert chance_of_other(ScoreRanges(scores, scores, scores), [0.5, 0.5], 0, 1) == 0
    assert chance_of_other(ScoreRanges(scores, scores, scores), [0.5, 0.5], 1, 0) == 1
    assert np.isnan(chance_if_known(ScoreRanges(scores, scores, scores), [0.5, 0.5], 0, 1)).all()
    tie = [[50], [50]]
    assert chance_of_other(ScoreRanges(tie, tie, tie), [1], 0, 1) == 0.5


def test_doubt_without_weight_or_about_a_third_alternative_does_not_count():
    low, central, high = (
        [[60, 0], [50, 0], [0, 0]],
        [[60, UNKNOWN], [50, 50], [50, 50]],
        [[60, 100], [50, 100], [100, 100]],
    )
    assert margin_doubts(ScoreRanges(low, central, high), [1, 0], 0, 1) == ()


def test_chances_match_areas_worked_out_by_hand():
    # A unknown against a certain 30: uniform, behind in 30 %
    one = ([[UNKNOWN], [30]],) * 3
    assert chance_of_other(ScoreRanges(*one), [1], 0, 1) == pytest.approx(0.3, abs=1e-4)
    # triangular 0, 60, 100 below 50: 50^2/(100*60)
    assert chance_of_other(ScoreRanges([[0], [50]], [[60], [50]], [[100], [50]]), [1], 0, 1) == pytest.approx(
        5 / 12, abs=1e-4
    )
    # as uniform one half
    peak = ([[0], [50]], [[60], [50]], [[100], [50]])
    assert chance_of_other(ScoreRanges(*peak, shape="uniform"), [1], 0, 1) == pytest.approx(0.5, abs=1e-4)
    # two unknowns that must reach 80 together: the corner 80^2/2 of the square 100^2
    two = ([[UNKNOWN, UNKNOWN], [40, 40]],) * 3
    assert chance_of_other(ScoreRanges(*two), [0.5, 0.5], 0, 1) == pytest.approx(0.32, abs=1e-4)


def test_what_finding_out_removes_matches_a_hand_calculation():
    # a single doubt: once known, nothing is left to be wrong about
    one = ([[UNKNOWN], [30]],) * 3
    assert margin_doubts(ScoreRanges(*one), [1], 0, 1)[0].removed == pytest.approx(1, abs=1e-3)
    # two unknowns x + y against 100: chance 1/2; with x known the smaller chance is min(x, 100-x)/100, on average 1/4
    even = ([[UNKNOWN, UNKNOWN], [50, 50]],) * 3
    assert [doubt.removed for doubt in margin_doubts(ScoreRanges(*even), [0.5, 0.5], 0, 1)] == pytest.approx(
        [0.5, 0.5], abs=1e-3
    )
    # against 80: chance .32; with x below 30 the other becomes the likelier one, chance (80-x)/100: removed is the mean
    #   of 2(80-x)/100 - 1 over x from 0 to 30, (.6*30 - 30^2/100)/100 = .09, so .09/.32 = .28125
    two = ([[UNKNOWN, UNKNOWN], [40, 40]],) * 3
    assert [doubt.removed for doubt in margin_doubts(ScoreRanges(*two), [0.5, 0.5], 0, 1)] == pytest.approx(
        [0.28125] * 2, abs=1e-3
    )
    assert chance_if_known(ScoreRanges(*two), [0.5, 0.5], 0, 1)[0] == pytest.approx([0.23, 0.23], abs=1e-3)
    # against 50: chance 1/8; whatever x is, at least an even chance is left that A is ahead: nothing to learn
    few = ([[UNKNOWN, UNKNOWN], [25, 25]],) * 3
    assert [doubt.removed for doubt in margin_doubts(ScoreRanges(*few), [0.5, 0.5], 0, 1)] == pytest.approx(
        [0, 0], abs=1e-9
    )


def test_what_finding_out_removes_agrees_with_direct_integration():
    # lead .4 X - .6 Y with X triangular 20, 70, 90 and Y triangular 10, 20, 80; X known: behind if Y > X * .4/.6
    low, central, high = [[20, 0], [0, 10]], [[70, 0], [0, 20]], [[90, 0], [0, 80]]
    x, y = triang(50 / 70, 20, 70), triang(10 / 70, 10, 70)

    def behind_if_x(value):
        return y.sf(value * 0.4 / 0.6)

    kinks = {"points": [30, 70], "limit": 200}
    chance = quad(lambda value: x.pdf(value) * behind_if_x(value), 20, 90, **kinks)[0]
    wrong = quad(lambda value: x.pdf(value) * min(behind_if_x(value), 1 - behind_if_x(value)), 20, 90, **kinks)[0]
    assert chance_of_other(ScoreRanges(low, central, high), [0.4, 0.6], 0, 1) == pytest.approx(chance, abs=1e-4)
    assert chance_if_known(ScoreRanges(low, central, high), [0.4, 0.6], 0, 1)[0, 0] == pytest.approx(wrong, abs=1e-4)


@pytest.mark.parametrize("shape", ["triangular", "uniform"])
@pytest.mark.parametrize(("n", "seed"), [(1, 3), (2, 1), (4, 1), (12, 1)])
def test_chances_agree_with_a_million_draws(n, seed, shape):
    doubts = random_doubts(n, seed)
    drawn = (drawn_leads(*doubts, shape, 1_000_000 if n < 10 else 200_000) < 0).mean()
    assert 0.01 < drawn < 0.99
    assert chance_of_other(*in_doubt(*doubts, shape), 0, 1) == pytest.approx(drawn, abs=0.002 if n < 10 else 0.004)


def test_chances_stay_right_for_very_many_doubts():
    # 200 equal doubts: even totals give exactly one half. A from 8 to 100 and B from 0 to 92: a lead of 8 on average,
    #   variance 2 * 92^2/12 / 100; the sum of 200 uniform parts is normal to about 1e-4
    n = 100
    low, central, high = np.zeros((2, n)), np.full((2, n), UNKNOWN), np.full((2, n), 100.0)
    assert chance_of_other(ScoreRanges(low, central, high), np.full(n, 1 / n), 0, 1) == pytest.approx(0.5, abs=1e-6)
    low[0], high[1] = 8, 92
    normal = norm.cdf(-8 / np.sqrt(2 * 92**2 / 12 / n))
    assert chance_of_other(ScoreRanges(low, central, high), np.full(n, 1 / n), 0, 1) == pytest.approx(normal, abs=3e-4)


# ---- ranges that are cut, bent, in classes, unknown, or stand together: the same doubt as in ``robustness`` ----


def test_a_range_that_is_cut_at_the_end_of_the_scale_matches_a_hand_calculation():
    # performance triangular -40, 10, 60 against a certain 15: below it in 1 - 45^2 / (100 x 50) = 59.5 %
    ranges = score_ranges([[-40], [15]], [[10], [15]], [[60], [15]], [Linear(0, 100)])
    assert chance_of_other(ranges, [1], 0, 1) == pytest.approx(0.595, abs=1e-3)
    # against a certain 0, level in 40^2 / (100 x 50) = 32 %, which counts half
    ranges = score_ranges([[-40], [0]], [[10], [0]], [[60], [0]], [Linear(0, 100)])
    assert chance_of_other(ranges, [1], 0, 1) == pytest.approx(0.16, abs=1e-3)


def test_effects_that_stand_together_tell_about_each_other():
    # A is 100 u on both criteria, against a certain 40 on both: behind when u is below .4, and one effect tells all
    low, central, high = [[0, 0], [40, 40]], [[UNKNOWN, UNKNOWN], [40, 40]], [[100, 100], [40, 40]]
    ranges = ScoreRanges(low, central, high, together=[True, False])
    assert chance_of_other(ranges, [0.5, 0.5], 0, 1) == pytest.approx(0.4, abs=1e-3)
    found = margin_doubts(ranges, [0.5, 0.5], 0, 1)
    assert [doubt.removed for doubt in found] == pytest.approx([1, 1], abs=2e-3)
    assert [doubt.variance_share for doubt in found] == pytest.approx([0.5, 0.5])
    # apart: x + y below 80 is the corner 80^2/2 of the square 100^2
    apart = ScoreRanges(low, central, high)
    assert chance_of_other(apart, [0.5, 0.5], 0, 1) == pytest.approx(0.32, abs=1e-3)


FUNCTIONS = (
    Linear(0, 100),
    Linear(80, 10),
    Bent([(0, 0), (30, 80), (100, 100)]),
    Goal(50, 10, 80),
    Classes((0, 20, 70, 100)),
)


@st.composite
def doubtful_performances(draw):
    """Everything that a case may say: cut at either end, bent, a goal, classes, unknown, apart or together."""
    columns = draw(st.lists(st.sampled_from(FUNCTIONS), min_size=1, max_size=4))
    ends = np.empty((3, 2, len(columns)))
    for row, column in np.ndindex(2, len(columns)):
        classes = isinstance(columns[column], Classes)
        steps = st.integers(0, 3) if classes else st.integers(-6, 16).map(lambda step: 10.0 * step)
        ends[:, row, column] = sorted(draw(st.tuples(steps, steps, steps)))
        if draw(st.integers(0, 4)) == 0:
            ends[1, row, column] = UNKNOWN
    points = draw(arrays(float, len(columns), elements=st.integers(0, 5).map(float)).filter(np.any))
    together = draw(arrays(bool, 2))
    shape = draw(st.sampled_from(["triangular", "uniform"]))
    return score_ranges(*ends, columns, shape=shape, together=together), points / points.sum()


@quickly
@given(doubtful_performances())
def test_chances_are_those_of_robustness_for_whatever_is_in_doubt(case):
    ranges, weights = case
    sampled = acceptability(ranges, Ballots([weights]), samples=2**14).wins[1, 0]
    assert chance_of_other(ranges, weights, 0, 1) == pytest.approx(sampled, abs=0.006)


@examples(8, 300)
@given(doubtful_performances())
def test_what_is_left_to_be_wrong_about_is_that_of_plain_draws(case):
    """Scores drawn once; per outcome of one score, in 100 slices, the smaller of the two chances."""
    ranges, weights = case
    drawn = ranges.draws(2**16, 3)
    lead = (drawn[:, 0] - drawn[:, 1]) @ weights
    behind = np.where(np.abs(lead) < 1e-9, 0.5, lead < 0)
    left = chance_if_known(ranges, weights, 0, 1)
    for row, column in np.argwhere(~np.isnan(left)):
        own = drawn[:, row, column]
        slices = np.unique(np.searchsorted(np.quantile(own, np.linspace(0, 1, 101)), own), return_inverse=True)[1]
        sums, counts = np.bincount(slices, behind), np.bincount(slices)
        brute = np.minimum(sums, counts - sums).sum() / len(own)
        assert left[row, column] == pytest.approx(brute, abs=0.015)


def test_memory_stays_small_with_very_many_criteria():
    """200 criteria, 400 doubts: it took a gigabyte."""
    ranges, weights = in_doubt(*random_doubts(200, 2))
    tracemalloc.start()
    found = margin_doubts(ranges, weights, 0, 1)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found) == 400
    assert peak < 60e6
    assert sum(doubt.variance_share for doubt in found) == pytest.approx(1)


def test_the_doubt_most_worth_finding_out_comes_first():
    found = margin_doubts(*in_doubt(*random_doubts(6, 3)), 0, 1)
    removed = [doubt.removed for doubt in found]
    assert removed == sorted(removed, reverse=True)
    assert len({(doubt.alternative, doubt.criterion) for doubt in found}) == 12
    # the widest doubt is not always the one to find out. A: x is 20, 80, 90 and y is 20, 30, 100, together against 80.
    #   At the lowest y = 20 the other is ahead if x < 60, in 40^2/(70*60) = 38 %: no y changes the choice; a low x does
    x, y = margin_doubts(
        ScoreRanges([[20, 20], [40, 40]], [[80, 30], [40, 40]], [[90, 100], [40, 40]]), [0.5, 0.5], 0, 1
    )
    assert (x.criterion, y.criterion) == (0, 1)
    assert x.variance_share < y.variance_share
    assert x.removed > y.removed == 0
    # equals keep the order of alternatives and criteria
    same = ([[UNKNOWN] * 3, [40, 50, 60]],) * 3
    assert [doubt.criterion for doubt in margin_doubts(ScoreRanges(*same), [1 / 3] * 3, 0, 1)] == [0, 1, 2]


@quickly
@given(doubtful_scores(), st.sampled_from(["triangular", "uniform"]))
def test_swapping_the_two_mirrors_everything(doubts, shape):
    here, there = (margin_doubts(*in_doubt(*doubts, shape), *pair) for pair in ((0, 1), (1, 0)))
    mirrored = {(doubt.alternative, doubt.criterion): doubt for doubt in there}
    assert len(here) == len(there)
    for doubt in here:
        other = mirrored[doubt.alternative, doubt.criterion]
        assert (doubt.at_low, doubt.at_high) == pytest.approx((-other.at_low, -other.at_high), abs=1e-9)
        assert doubt.variance_share == pytest.approx(other.variance_share)
        assert doubt.flips == other.flips
    if here:
        chances = [chance_of_other(*in_doubt(*doubts, shape), *pair) for pair in ((0, 1), (1, 0))]
        assert sum(chances) == pytest.approx(1, abs=1e-9)
    left = [chance_if_known(*in_doubt(*doubts, shape), *pair) for pair in ((0, 1), (1, 0))]
    np.testing.assert_allclose(left[0], left[1], rtol=0, atol=1e-4)


@quickly
@given(doubtful_scores())
def test_variance_shares_add_up_and_knowing_more_never_hurts(doubts):
    found = margin_doubts(*in_doubt(*doubts), 0, 1)
    chance, left = chance_of_other(*in_doubt(*doubts), 0, 1), chance_if_known(*in_doubt(*doubts), 0, 1)
    assert 0 <= chance <= 1
    assert np.count_nonzero(~np.isnan(left)) == len(found)
    assert not found or sum(doubt.variance_share for doubt in found) == pytest.approx(1)
    for doubt in found:
        assert 0 <= doubt.removed <= 1
        assert left[doubt.alternative, doubt.criterion] == pytest.approx(min(chance, 1 - chance) * (1 - doubt.removed))


def test_a_lead_that_can_only_shrink_from_a_tie_is_a_certain_loss():
    # A at most 50 against a certain 50
    low, central, high = [[20], [50]], [[50], [50]], [[50], [50]]
    assert chance_of_other(ScoreRanges(low, central, high), [1], 0, 1) == pytest.approx(1, abs=2e-4)
    assert chance_of_other(ScoreRanges(low, central, high), [1], 1, 0) == pytest.approx(0, abs=2e-4)


def test_whole_numbers_are_fine_and_inputs_stay_as_they_were():
    given_arrays = [np.array(rows) for rows in ([[0, 10], [5, 5]], [[50, 20], [30, 40]], [[60, 90], [80, 70]])]
    before = [rows.copy() for rows in given_arrays]
    assert len(margin_doubts(ScoreRanges(*given_arrays), [0.5, 0.5], 0, 1)) == 4
    for rows, old in zip(given_arrays, before, strict=True):
        np.testing.assert_array_equal(rows, old)


@pytest.mark.parametrize("function", [margin_doubts, chance_of_other, chance_if_known])
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"scores": ScoreRanges([[0, 0]], [[0, 0]], [[0, 0]])}, "only one alternative"),
        ({"weights": [0.5, 0.6]}, "sum to 1"),
        ({"first": 2}, "no alternative 2"),
        ({"other": -1}, "no alternative -1"),
        ({"other": 0}, "two different"),
    ],
)
def test_input_that_does_not_fit_is_refused(function, change, words):
    arguments = {
        "scores": ScoreRanges([[0, 0], [0, 0]], [[50, 50], [50, 50]], [[100, 100], [100, 100]]),
        "weights": [0.5, 0.5],
        "first": 0,
        "other": 1,
    }
    with pytest.raises(ValueError, match=words):
        function(**(arguments | change))
