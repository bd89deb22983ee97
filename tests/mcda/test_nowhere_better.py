"""Which alternative is nowhere better: by hand, and against draws, quantile by quantile."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mcda.nowhere_better import nowhere_better
from mcda.score_doubt import score_ranges
from mcda.value import Bent, Classes, Goal, Linear
from tests.budget import examples

NAN = np.nan
UP, DOWN = Linear(0, 100), Linear(100, 0)


def pairs(low, central, high, functions):
    return {(int(row), int(column)) for row, column in np.argwhere(nowhere_better(low, central, high, functions))}


def test_low_central_and_high_all_count():
    # 1 is lower than 0 in all three; 2 has the same middle and a wider range; 3 is a copy of 0
    low, central, high = [[40], [30], [35], [40]], [[50], [45], [50], [50]], [[60], [60], [65], [60]]
    assert pairs(low, central, high, [UP]) == {(1, 0), (1, 2), (1, 3), (0, 3), (3, 0)}
    assert pairs(low, central, high, [DOWN]) == {(0, 1), (2, 1), (3, 1), (0, 3), (3, 0)}


def test_every_criterion_counts_and_less_can_be_better():
    assert pairs([[40, 9]] * 2, [[40, 9], [40, 9]], [[40, 9]] * 2, [UP, DOWN]) == {(0, 1), (1, 0)}
    assert pairs([[40, 9], [39, 8]], [[40, 9], [39, 8]], [[40, 9], [39, 8]], [UP, DOWN]) == set()
    assert pairs([[40, 9], [39, 10]], [[40, 9], [39, 10]], [[40, 9], [39, 10]], [UP, DOWN]) == {(1, 0)}


def test_what_is_not_known_is_compared_by_its_ends():
    # uniform 20 to 60, uniform 10 to 50, triangular 15-30-55: of the last nobody can say
    low, central, high = [[20], [10], [15]], [[NAN], [NAN], [30]], [[60], [50], [55]]
    assert pairs(low, central, high, [UP]) == {(1, 0)}
    nothing = [[NAN], [NAN]]
    assert pairs(nothing, nothing, nothing, [UP]) == {(0, 1), (1, 0)}
    assert pairs([[NAN], [100]], [[NAN], [100]], [[NAN], [100]], [UP]) == {(0, 1)}


def test_near_a_goal_only_what_is_certain_counts():
    goal = Goal(50, 0, 100)
    assert pairs([[30], [30]], [[40], [40]], [[60], [60]], [goal]) == {(0, 1), (1, 0)}
    assert pairs([[30], [80]], [[40], [90]], [[60], [95]], [goal]) == {(1, 0)}  # at most 40 against at least 60
    assert pairs([[30], [60]], [[40], [70]], [[60], [95]], [goal]) == set()
    assert pairs([[0], [1]], [[0], [1]], [[1], [2]], [Classes((0, 60, 100))]) == {(0, 1)}
    assert pairs([[0], [1]], [[0], [1]], [[1], [2]], [Classes((0, 100, 60))]) == set()


NUMBER = st.integers(-20, 120).map(float)
CELL = st.lists(NUMBER, min_size=3, max_size=3).map(sorted)


@examples(80, 5000)
@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_no_chance_to_reach_a_score_is_larger(cells, random):
    """First-order dominance of the scores that are drawn, by other code: quantile against quantile."""
    functions = [random.choice((UP, DOWN, Bent(((0, 0), (30, 80), (100, 100))), Goal(50, 0, 100))) for _ in range(2)]
    table = np.array(cells)
    low, central, high = table[:, :, 0], table[:, :, 1], table[:, :, 2]
    drawn = np.sort(score_ranges(low, central, high, functions).draws(4096, 1), axis=0)
    for row, column in pairs(low, central, high, functions):
        assert (drawn[:, row] <= drawn[:, column] + 1.5).all()
