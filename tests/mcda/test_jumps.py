"""A kind of value function that jumps, known to these tests only: what reads value functions reads it as it is."""

import math
from dataclasses import dataclass

import numpy as np
import pytest

from mcda.equivalents import equivalent_change
from mcda.inverse import performance_for_score
from mcda.pieces import Piece
from mcda.score_doubt import score_ranges
from mcda.value import Linear, score_matrix
from tests.mcda.moments import mean, variance

nan = math.nan


@dataclass(frozen=True)
class Steps:
    """Nothing up to and including 10 (or, ``early``, up to 10), from there a line from 40 to 60 at 20; 100 after 20."""

    early: bool = False
    whole = False

    @property
    def pieces(self):
        return Piece(0, 0, 10, 0), Piece(10, 40, 20, 60), Piece(20, 100, 40, 100)

    def scores(self, performances, /):
        at = np.asarray(performances, dtype=float)
        low, middle = (at < 10, at < 20) if self.early else (at <= 10, at <= 20)
        return np.where(np.isnan(at), nan, np.where(low, 0, np.where(middle, 40 + 2 * (at - 10), 100)))

    def outside(self, performances, /):
        at = np.asarray(performances, dtype=float)
        return (at < 0) | (at > 40)


LATE, EARLY = Steps(), Steps(early=True)
JOBS = Linear(worst=0, best=1000)


@pytest.mark.parametrize(
    ("score", "near", "performance"),
    [
        (30, 5, 10),  # jumped over
        (40, 5, 10),
        (50, 5, 15),  # on the line after the jump
        (60, 5, 20),
        (80, 5, 20),
        (100, nan, 20),
        (100, 12, 20),
        (0, 5, 5),  # it is already enough
        (80, 30, 30),
    ],
)
def test_a_score_that_is_jumped_over_is_reached_at_the_jump(score, near, performance):
    for steps in (LATE, EARLY):
        found = performance_for_score(steps, score, near)
        assert found == pytest.approx(performance)
        assert steps.scores(found) >= score - 1e-6
    if score == 80 and near == 5:  # the jump itself belongs to the lower side in one of the two
        assert performance_for_score(LATE, score, near) > 20 == performance_for_score(EARLY, score, near)


def test_a_small_change_is_worth_the_slope_beside_it_and_a_jump_is_worth_none():
    # 100 jobs are 10 points at equal weights; between 10 and 20 a unit is 2 points: 5 up
    assert equivalent_change(JOBS, 0.5, 100, 0, LATE, 0.5, 12) == pytest.approx(5)
    assert equivalent_change(LATE, 0.5, 1, 12, JOBS, 0.5, 0) == pytest.approx(20)
    assert equivalent_change(LATE, 0.5, 1, 5, JOBS, 0.5, 0) == 0  # flat
    assert math.isnan(equivalent_change(JOBS, 0.5, 100, 0, LATE, 0.5, nan))
    # at 10 the score of LATE jumps with the smallest step up and stays with one down; EARLY the other way round
    assert math.isnan(equivalent_change(LATE, 0.5, 1, 10, JOBS, 0.5, 0))
    assert equivalent_change(LATE, 0.5, -1, 10, JOBS, 0.5, 0) == 0
    assert equivalent_change(EARLY, 0.5, 1, 10, JOBS, 0.5, 0) == pytest.approx(20)
    assert math.isnan(equivalent_change(EARLY, 0.5, -1, 10, JOBS, 0.5, 0))


def scored(low, central, high, steps=LATE, **rest):
    return score_ranges([[low]], [[central]], [[high]], [steps], **rest)


def test_the_doubt_about_a_score_that_jumps_matches_a_hand_calculation():
    # evenly from 0 to 40: a quarter scores 0, a quarter 40 to 60 (mean 50), half 100
    #   mean 12.5 + 50 = 62.5; variance .25 * 62.5^2 + .25 * (12.5^2 + 20^2 / 12) + .5 * 37.5^2
    for ranges in (scored(nan, nan, 40), scored(0, 20, 40, EARLY, shape="uniform")):
        assert mean(ranges).item() == pytest.approx(62.5)
        assert variance(ranges).item() == pytest.approx(0.25 * 62.5**2 + 0.25 * (12.5**2 + 400 / 12) + 0.5 * 37.5**2)
    # triangle 0, 10, 20: half below 10, and above it the density falls from .1 to 0: 40 + 2 * 10 / 3 on the mean
    assert mean(scored(0, 10, 20)).item() == pytest.approx(0.5 * (40 + 20 / 3))


@pytest.mark.parametrize("together", [True, False])
def test_draws_of_a_score_that_jumps_are_scores_of_drawn_performances(together):
    ranges = scored(5, 12, 30, together=together)
    drawn = ranges.draws(2**14, 1)[:, 0, 0]
    expected = LATE.scores(np.random.default_rng(5).triangular(5, 12, 30, 400_000))
    assert (ranges.low.item(), ranges.central.item(), ranges.high.item()) == (0, 44, 100)
    assert drawn.mean() == pytest.approx(mean(ranges).item(), abs=0.01)
    for score in (0, 41, 59, 61):
        assert np.mean(drawn <= score) == pytest.approx(np.mean(expected <= score), abs=0.004)
    assert not ((drawn > 0) & (drawn < 40)).any()


def test_a_jump_at_the_very_end_of_what_could_be_is_no_straight_line():
    # from 10 to 20 the line is straight, but LATE scores 0 at 10 itself: as good as never, and yet possible
    late, early = scored(10, 14, 20), scored(10, 14, 20, EARLY)
    assert (late.low.item(), late.high.item()) == (0, 60)
    assert (early.low.item(), early.high.item()) == (40, 100)
    # triangle 10, 14, 20 has mean 44 / 3; 40 + 2 * (44 / 3 - 10)
    for ranges in (late, early):
        assert mean(ranges).item() == pytest.approx(40 + 2 * (44 / 3 - 10))


def test_the_scores_of_many_stand_beside_other_kinds():
    matrix = score_matrix([[10, 500], [15, nan]], [LATE, JOBS])
    np.testing.assert_array_equal(matrix, [[0, 50], [50, nan]])
