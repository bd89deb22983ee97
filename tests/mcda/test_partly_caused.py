"""Cells that follow a cause partly: what is drawn, counted and worth finding out, beside plain draws of the same rule.

The rule by other code: in each draw a coin for each cell says whether it stands at the cause or at its own quantile.
"""

import numpy as np
import pytest
from scipy import stats

from mcda.causes import Cause, UncertainQuantity
from mcda.information import information_gains, perfect_information
from mcda.robustness import acceptability
from mcda.score_doubt import ScoreRanges, score_ranges
from mcda.value import Bent, Goal, Linear
from mcda.weightings import Ballots
from tests.budget import budget

SAMPLES = 2**14
nan = np.nan
LOW, CENTRAL, HIGH = [[20.0], [0.0]], [[nan], [nan]], [[60.0], [100.0]]


@pytest.mark.parametrize(("one", "other"), [(0.8, 1), (0.8, -0.5), (0.5, 0.5), (0, 1)])
def test_rank_correlations_are_the_strength_and_the_product_and_each_distribution_stays(one, other):
    ends = [[10.0] * 3] * 2, [[30.0] * 3] * 2, [[90.0] * 3] * 2
    functions = [Linear(0, 100), Linear(100, 0), Bent(((0, 0), (40, 80), (100, 100)))]
    cells = ((0, 0, one), (1, 0, other), (0, 1, one), (1, 2, other), (0, 2, 1))
    drawn = score_ranges(*ends, functions, causes=[Cause("rain", cells)]).draws(SAMPLES, 3)
    performance = stats.triang(0.25, 10, 80)
    for row in (0, 1):
        for column, function in enumerate(functions):
            expected = function.scores(performance.ppf((np.arange(SAMPLES) + 0.5) / SAMPLES))
            assert stats.ks_2samp(drawn[:, row, column], expected).statistic < 0.012
            assert drawn[:, row, column].mean() == pytest.approx(expected.mean(), abs=0.4)
    cause = drawn[:, 0, 2]  # follows wholly, and its score rises with the performance
    pairs = {
        (0, 0): one, (1, 0): other, (0, 1): -one, (1, 2): other,
    }  # fmt: skip
    for cell, follows in pairs.items():
        assert stats.spearmanr(cause, drawn[:, *cell]).statistic == pytest.approx(follows, abs=0.025)
    assert stats.spearmanr(drawn[:, 0, 0], drawn[:, 1, 0]).statistic == pytest.approx(one * other, abs=0.025)
    assert stats.spearmanr(drawn[:, 1, 0], drawn[:, 1, 1]).statistic == pytest.approx(0, abs=0.025)


def test_nothing_followed_is_apart_and_all_of_it_is_one():
    apart, one = ScoreRanges(LOW, CENTRAL, HIGH).draws(256, 1), np.array([[[0.0], [0.0]]])
    none = ScoreRanges(LOW, CENTRAL, HIGH, causes=[Cause("a", ((0, 0, 0), (1, 0, 0)))])
    assert (none.draws(256, 1) == apart).all()
    whole = ScoreRanges(LOW, CENTRAL, HIGH, causes=[Cause("a", ((0, 0, 1), (1, 0, 1)))]).draws(256, 1)
    assert whole[:, 1, 0] == pytest.approx((whole[:, 0, 0] - 20) / 0.4, abs=1e-12)
    # in the draws in which it follows it stands where it would if it followed wholly, in the others it is as if apart
    mostly = ScoreRanges(LOW, CENTRAL, HIGH, causes=[Cause("a", ((0, 0, 1), (1, 0, 0.8)))]).draws(2**12, 1) + one
    follows = np.isclose(mostly[:, 1, 0], (mostly[:, 0, 0] - 20) / 0.4, atol=1e-9)
    assert follows.mean() == pytest.approx(0.8, abs=1e-3)


def _plain(ranges_of, cells, n, seed):
    """Scores by cell from numpy alone, for a rule written with a coin of its own; uniform cells."""
    chance = np.random.default_rng(seed)
    cause = chance.random(n)
    found = {}
    for (row, column), (low, high) in ranges_of.items():
        follows = cells.get((row, column), 0.0)
        shared = cause if follows > 0 else 1 - cause
        at = np.where(chance.random(n) < abs(follows), shared, chance.random(n))
        found[row, column] = low + (high - low) * at
    return cause, found


RANGES = {(0, 0): (20, 60), (0, 1): (30, 50), (1, 0): (0, 100), (1, 1): (10, 60), (2, 0): (35, 45), (2, 1): (5, 75)}
FOLLOWS = {(0, 0): 0.8, (1, 0): -0.5, (2, 1): 1.0, (1, 1): 0.8}
WEIGHTS = np.array([0.6, 0.4])


def _linked():
    low, high = (np.array([[RANGES[row, column][end] for column in (0, 1)] for row in (0, 1, 2)]) for end in (0, 1))
    cells = tuple((row, column, follows) for (row, column), follows in FOLLOWS.items())
    return ScoreRanges(low, np.full((3, 2), nan), high, causes=[Cause("rain", cells)])


def test_shares_of_first_places_equal_plain_drawing():
    _, found = _plain(RANGES, FOLLOWS, 400_000, 7)
    totals = np.array([sum(WEIGHTS[column] * found[row, column] for column in (0, 1)) for row in range(3)])
    expected = np.bincount(totals.argmax(axis=0), minlength=3) / 400_000
    assert acceptability(_linked(), Ballots([WEIGHTS])).first == pytest.approx(expected, abs=0.006)
    drawn = (_linked().draws(2**16, 1) @ WEIGHTS).T
    assert np.bincount(drawn.argmax(axis=0), minlength=3) / 2**16 == pytest.approx(expected, abs=0.008)


def test_counts_of_as_many_draws_as_a_verdict_takes_are_within_three_standard_errors_of_the_exact_share():
    """Searches for the worst case among pairs of uniform scores: one follows the other, wholly to not at all."""
    middles, worst = (np.arange(20_000) + 0.5) / 20_000, 0.0
    for number in range(budget(20, 400)):
        chance = np.random.default_rng(number)
        low, high = np.sort(chance.uniform(0, 100, (2, 2)), axis=0)
        follows = float(chance.choice([1, -1, 0.8, -0.8, 0.5, -0.5, 0]))
        one = low[0] + (high - low)[0] * middles
        at = middles if follows > 0 else 1 - middles
        along = (low[1] + (high - low)[1] * at > one).mean()
        apart = ((high[1] - one) / (high - low)[1]).clip(0, 1).mean()
        exact = abs(follows) * along + (1 - abs(follows)) * apart
        cause = Cause(str(number), ((0, 0, 1), (1, 0, follows)))
        ranges = ScoreRanges(low[:, None], np.full((2, 1), nan), high[:, None], causes=[cause])
        drawn = ranges.draws(2**15, 2026)[:, :, 0]
        worst = max(worst, abs((drawn[:, 1] > drawn[:, 0]).mean() - exact))
    assert 1e-4 < worst < 0.0083


@pytest.mark.parametrize("seed", range(budget(1, 6)))
def test_what_a_cause_and_each_cell_gain_equals_plain_drawing(seed):
    """Per slice of the cause, or of one score, the mean total of each alternative, and the highest of those."""
    n = 400_000
    cause, found = _plain(RANGES, FOLLOWS, n, seed)
    totals = np.array([sum(WEIGHTS[column] * found[row, column] for column in (0, 1)) for row in range(3)])
    best = totals.mean(axis=1).max()
    known = {"rain": cause} | {
        cell: (scores - RANGES[cell][0]) / (RANGES[cell][1] - RANGES[cell][0]) for cell, scores in found.items()
    }
    gains = {
        gain.quantity.cause or gain.quantity.known[0]: gain for gain in information_gains(_linked(), WEIGHTS, 0, 1)
    }
    # what follows wholly is known with the cause, so it is not one by itself
    assert set(known) - set(gains) <= {(2, 1), (2, 0)}
    for key, gain in gains.items():
        slices = (known[key] * 100).astype(int).clip(0, 99)
        means = np.array([np.bincount(slices, line) / np.bincount(slices) for line in totals])
        assert gain.points == pytest.approx(means.max(axis=0).mean() - best, abs=0.07), key
    drawn = perfect_information((_linked().draws(2**15, 1) @ WEIGHTS).T)
    assert drawn == pytest.approx(totals.max(axis=0).mean() - best, abs=0.1)


def test_the_lead_moves_with_what_one_may_expect_of_a_cause_and_with_all_of_a_cell():
    gains = {g.quantity.cause or g.quantity.known[0]: g for g in information_gains(_linked(), WEIGHTS, 0, 1)}
    # the middle of the first two: 0.6 x 40 + 0.4 x 40 = 40 beside 0.6 x 50 + 0.4 x 35 = 44. The cause at its lowest
    # takes 0.8 x 0.6 x 20 from the first; from the other 0.8 x 0.4 x 25, and against it comes 0.5 x 0.6 x 50
    assert gains["rain"].at_low == pytest.approx(-4 - 9.6 + 8 - 15)
    assert gains["rain"].at_high == pytest.approx(-4 + 9.6 - 8 + 15)
    assert (gains[0, 0].at_low, gains[0, 0].at_high) == pytest.approx((-4 - 12, -4 + 12))
    assert gains[0, 0].quantity.named == ((0, 0),)
    assert gains["rain"].quantity.by_cell == pytest.approx({cell: abs(part) for cell, part in FOLLOWS.items()})


def test_each_doubtful_cell_is_known_by_one_quantity():
    quantities = _linked().quantities(np.array([True, True]))
    assert sorted(cell for one in quantities for cell in one.known) == sorted(RANGES)
    assert UncertainQuantity(None, ((0, 1),)) in quantities


def test_a_goal_that_follows_partly_is_drawn_as_a_performance():
    ends = [[20.0, 20.0]], [[40.0, 40.0]], [[90.0, 90.0]]
    ranges = score_ranges(*ends, [Linear(0, 100), Goal(50, 0, 100)], causes=[Cause("a", ((0, 0, 1), (0, 1, 0.5)))])
    drawn = ranges.draws(2**12, 2)
    same = np.isclose(drawn[:, 0, 1], Goal(50, 0, 100).scores(drawn[:, 0, 0]), atol=1e-6)
    assert same.mean() == pytest.approx(0.5, abs=0.01)
    alone = score_ranges(*ends, [Linear(0, 100), Goal(50, 0, 100)]).draws(2**12, 2)[:, 0, 1]
    assert stats.ks_2samp(drawn[:, 0, 1], alone).statistic < 0.03


def test_the_order_of_alternatives_criteria_and_causes_changes_no_draw():
    names, columns, rows, places = list("stu"), list("vw"), [2, 0, 1], [1, 0]
    here = _linked()
    (cause,) = here.causes
    turned = Cause("rain", tuple((rows.index(r), places.index(c), way) for r, c, way in cause.cells[::-1]))
    moved = [end[np.ix_(rows, places)] for end in (here.low, here.central, here.high)]
    there = ScoreRanges(*moved, causes=[turned])
    again = there.draws(256, 7, [names[row] for row in rows], [columns[place] for place in places])
    assert (again == here.draws(256, 7, names, columns)[:, rows][:, :, places]).all()
