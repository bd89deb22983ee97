"""What the scores could be: moments and draws against closed forms and independent draws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from mcda.score_doubt import DrawnScores, ScoreRanges, score_ranges
from mcda.value import Bent, Classes, Goal, Linear
from tests.budget import examples
from tests.mcda.moments import mean, variance

SAMPLES = 2**14
nan = np.nan


def one(low, central, high, **rest):
    """A single cell beside a certain one, so that the shape is (2, 1)."""
    return ScoreRanges([[low], [50]], [[central], [50]], [[high], [50]], **rest)


def scored(low, central, high, function, **rest):
    return score_ranges([[low]], [[central]], [[high]], [function], **rest)


def triangular(low, central, high, size=400_000):
    """Draws of NumPy itself, an independent way to the same distribution."""
    return np.random.default_rng(5).triangular(low, central, high, size)


def test_triangular_moments_match_a_hand_calculation():
    # (10 + 20 + 60) / 3 = 30; (100 + 400 + 3600 - 200 - 600 - 1200) / 18 = 2100 / 18
    ranges = one(10, 20, 60)
    assert mean(ranges) == pytest.approx(np.array([[30], [50]]))
    assert variance(ranges) == pytest.approx(np.array([[2100 / 18], [0]]))


def test_uniform_moments_match_a_hand_calculation():
    # (10 + 60) / 2 = 35; 50^2 / 12
    for ranges in (one(10, 20, 60, shape="uniform"), one(10, nan, 60)):
        assert mean(ranges)[0, 0] == pytest.approx(35)
        assert variance(ranges)[0, 0] == pytest.approx(2500 / 12)


def test_an_unknown_score_could_be_anything_between_what_is_known():
    assert one(nan, nan, nan).draws(SAMPLES, 1)[:, 0, 0].mean() == pytest.approx(50, abs=0.05)
    assert (mean(one(40, nan, nan))[0, 0], mean(one(nan, nan, 40))[0, 0]) == (70, 20)


@pytest.mark.parametrize("ends", [(10, 20, 60), (0, 0, 30), (70, 100, 100), (0, 50, 100)])
def test_draws_follow_the_triangular_distribution(ends):
    drawn = one(*ends).draws(SAMPLES, 3)
    low, central, high = ends
    expected = stats.triang((central - low) / (high - low), low, high - low)
    assert stats.kstest(drawn[:, 0, 0], expected.cdf).statistic < 0.001
    assert (drawn[:, 1, 0] == 50).all()


def test_cells_are_independent_unless_they_stand_together():
    low, central, high = np.zeros((2, 3)), np.full((2, 3), 40.0), np.full((2, 3), 90.0)
    central[:, 2] = nan
    drawn = ScoreRanges(low, central, high, together=[True, False]).draws(SAMPLES, 1)
    flat = drawn.reshape(SAMPLES, -1)
    found = np.corrcoef(flat.T)
    assert found[0, 1] == pytest.approx(1, abs=1e-9)
    assert stats.spearmanr(flat[:, 0], flat[:, 2]).statistic == pytest.approx(1)
    assert np.abs(found[3:, :3]).max() < 0.03
    assert np.abs(found[3:, 3:] - np.eye(3)).max() < 0.03


def test_a_criterion_that_falls_swaps_the_ends():
    # 40 costs 0 points and 20 gives 100: performance 22, 25, 30 is score 50, 75, 90
    ranges = scored(22, 25, 30, Linear(worst=40, best=20))
    assert (ranges.low.item(), ranges.central.item(), ranges.high.item()) == pytest.approx((50, 75, 90))
    assert ranges.curved == ()


def test_a_certain_performance_is_a_certain_score():
    ranges = scored(30, 30, 30, Linear(worst=40, best=20))
    assert not ranges.doubtful.any()
    assert mean(ranges) == pytest.approx(np.array([[50]]))
    # all of it beyond the end of the range: cut at 100 for certain
    assert not scored(5, 10, 15, Linear(worst=40, best=20)).doubtful.any()


CURVES = {
    "bent inside": (10, 40, 90, Bent(((0, 0), (50, 80), (100, 100)))),
    "bent and falling": (10, 40, 90, Bent(((0, 100), (50, 20), (100, 0)))),
    "goal inside": (10, 40, 90, Goal(goal=60, low=0, high=100)),
    "cut at the best end": (50, 90, 130, Linear(worst=0, best=100)),
    "cut at the worst end of a cost": (50, 90, 130, Linear(worst=100, best=0)),
    "classes": (0, 1, 3, Classes((0, 30, 90, 100))),
    "classes that turn": (0, 1, 2, Classes((0, 100, 40))),
    "peak at the low end": (0, 0, 130, Linear(worst=0, best=100)),
    "peak at the high end": (-20, 100, 100, Linear(worst=0, best=100)),
}


@pytest.mark.parametrize("name", CURVES)
@pytest.mark.parametrize("together", [True, False])
def test_a_curved_cell_is_the_score_of_a_drawn_performance(name, together):
    low, central, high, function = CURVES[name]
    performances = triangular(low, central, high)
    expected = function.scores(np.rint(performances) if isinstance(function, Classes) else performances)
    ranges = scored(low, central, high, function, together=together)
    assert mean(ranges).item() == pytest.approx(expected.mean(), abs=0.15)
    assert variance(ranges).item() ** 0.5 == pytest.approx(expected.std(), abs=0.15)
    drawn = ranges.draws(SAMPLES, 1)[:, 0, 0]
    assert drawn.mean() == pytest.approx(mean(ranges).item(), abs=0.01)
    assert drawn.var() == pytest.approx(variance(ranges).item(), rel=0.002)
    for share in (0.01, 0.3, 0.8):
        assert np.mean(drawn <= share * 100) == pytest.approx(np.mean(expected <= share * 100), abs=0.004)
    assert drawn.min() >= ranges.low.item()
    assert drawn.max() <= ranges.high.item()


def test_class_probabilities_match_a_hand_calculation():
    # triangle 0, 1, 2: below .5 an eighth, above 1.5 an eighth; mean 0/8 + 40*6/8 + 100/8 = 42.5
    ranges = scored(0, 1, 2, Classes((0, 40, 100)))
    assert mean(ranges).item() == pytest.approx(42.5)
    # (42.5^2 + 6 * 2.5^2 + 57.5^2) / 8
    assert variance(ranges).item() == pytest.approx((42.5**2 + 6 * 2.5**2 + 57.5**2) / 8)


@pytest.mark.parametrize("name", CURVES)
def test_together_the_scores_of_an_alternative_rise_with_one_quantile(name):
    low, central, high, function = CURVES[name]
    ends = ([[low, 0.0]], [[central, 50.0]], [[high, 100.0]])
    drawn = score_ranges(*ends, [function, Linear(worst=100, best=0)], together=True).draws(1024, 1)[:, 0]
    assert (np.diff(drawn[np.argsort(drawn[:, 1]), 0]) >= -1e-9).all()


def test_an_unknown_performance_could_have_every_score():
    functions = [Linear(40, 20), Goal(5, 0, 10), Classes((0, 90, 100))]
    row = [[nan, nan, nan]]
    ranges = score_ranges(row, row, row, functions)
    assert (ranges.low == 0).all()
    assert (ranges.high == 100).all()
    assert mean(ranges) == pytest.approx(np.full((1, 3), 50))


def test_an_unknown_end_is_the_end_of_the_range():
    # cost at least 30 on a range from 40 (worst) to 20: scores 0 to 50, evenly
    ranges = scored(30, nan, nan, Linear(worst=40, best=20))
    assert (ranges.low.item(), mean(ranges).item(), ranges.high.item()) == pytest.approx((0, 25, 50))
    # a class of 1 or more, of three: 1 (width .5) or 2 (width .5)
    assert mean(scored(1, nan, nan, Classes((0, 40, 100)))).item() == pytest.approx(70)


PERFORMANCE = st.integers(-50, 150)
FUNCTIONS = st.sampled_from(
    [Linear(0, 100), Linear(100, 0), Goal(30, 0, 100), Bent(((0, 0), (20, 70), (100, 100))), Bent(((-5, 100), (90, 0)))]
)


@given(st.tuples(PERFORMANCE, PERFORMANCE, PERFORMANCE).map(sorted), FUNCTIONS, st.booleans(), st.booleans())
@examples(20, 1600)
def test_moments_agree_with_draws_and_draws_stay_inside(ends, function, together, flat):
    ranges = scored(*ends, function, together=together, shape="uniform" if flat else "triangular")
    drawn = ranges.draws(2**11, 1)[:, 0, 0]
    assert mean(ranges).item() == pytest.approx(drawn.mean(), abs=0.1)
    assert variance(ranges).item() == pytest.approx(drawn.var(), rel=0.01, abs=0.05)
    assert (drawn >= ranges.low.item()).all()
    assert (drawn <= ranges.high.item()).all()


def test_whole_numbers_work_and_nothing_given_is_changed():
    low = np.array([[0, 10]])
    ranges = ScoreRanges(low, np.array([[5, 20]]), np.array([[10, 30]]))
    assert ranges.draws(4, 1).dtype == float
    low[0, 0] = 7
    assert ranges.low[0, 0] == 0


def test_the_same_seed_gives_the_same_draws():
    assert (one(0, 10, 20).draws(64, 4) == one(0, 10, 20).draws(64, 4)).all()
    assert (one(0, 10, 20).draws(64, 4) != one(0, 10, 20).draws(64, 5)).any()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: one(30, 20, 60), "alternative 0, criterion 0: low, central and high must be in that order"),
        (lambda: one(70, nan, 60), "in that order, not 70, nan, 60"),
        (lambda: one(nan, 20, 60), "low or high is not known"),
        (lambda: one(-1, 20, 60), "within 0 to 100, not from -1"),
        (lambda: one(1, 20, 101), "to 101"),
        (lambda: one(101, nan, nan), "low 101 is above high 100"),
        (lambda: one(1, 20, np.inf), "infinite"),
        (lambda: one(1, 2, 3, shape="normal"), "triangular, uniform, not 'normal'"),
        (lambda: one(1, 2, 3, together=[True]), "one of these for each alternative"),
        (lambda: one(1, 2, 3, together=1), "true or false"),
        (lambda: ScoreRanges([[1]], [[1, 2]], [[1]]), "one shape"),
        (lambda: ScoreRanges([], [], []), "shape"),
        (lambda: one(1, 2, 3).draws(100, 1), "power of two"),
        (lambda: one(1, 2, 3).draws(64, -1), "0 or more"),
        (lambda: scored(1, 2, 3, Classes((0, 50, 100))), "3 is not a class"),
        (lambda: scored(0, 0.5, 1, Classes((0, 50, 100))), "0.5 is not a class"),
        (lambda: scored(3, 2, 1, Linear(0, 10)), "in that order"),
        (lambda: scored(nan, nan, -3, Linear(0, 10)), "low 0 is above high -3"),
        (lambda: score_ranges([[1, 2]], [[1, 2]], [[1, 2]], [Linear(0, 1)]), "1 value functions"),
        (lambda: DrawnScores([[1, 2]]), "sample, alternative, criterion"),
        (lambda: DrawnScores(np.empty((0, 2, 2))), "sample, alternative, criterion"),
        (lambda: DrawnScores([[[1, nan]]]), "finite"),
    ],
)
def test_nonsense_is_refused_in_plain_words(make, words):
    with pytest.raises(ValueError, match=words):
        make()
