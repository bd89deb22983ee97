"""The value function read backwards."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcda.inverse import performance_for_score
from mcda.value import Bent, Classes, Goal, Linear

BENT = Bent(((0.0, 0.0), (10.0, 80.0), (20.0, 80.0), (40.0, 100.0)))


@pytest.mark.parametrize(
    ("function", "score", "near", "performance"),
    [
        (Linear(0, 200), 25, 0, 50),
        (Linear(200, 0), 25, 200, 150),
        (Linear(0, 200), 25, 80, 80),  # it is already enough
        (BENT, 40, 0, 5),
        (BENT, 80, 0, 10),
        (BENT, 90, 15, 30),
        (Goal(goal=10, low=0, high=30), 50, 2, 5),
        (Goal(goal=10, low=0, high=30), 50, 28, 20),
        (Goal(goal=10, low=0, high=30), 50, 9, 9),
        (Goal(goal=10, low=0, high=30), 50, math.nan, 5),
        (Linear(0, 200), 0, math.nan, 0),  # the very ends of the scale are reached too
        (BENT, 100, 0, 40),
        (Classes((0, 40, 100)), 30, 0, 1),
        (Classes((100, 40, 0)), 50, 2, 0),
    ],
)
def test_the_nearest_performance_that_scores_enough(function, score, near, performance):
    assert performance_for_score(function, score, near) == pytest.approx(performance)


@given(st.floats(0, 100), st.floats(-5, 45))
def test_what_is_found_scores_enough(score, near):
    for function in (Linear(40, 0), BENT, Goal(goal=10, low=0, high=30)):
        found = performance_for_score(function, score, near)
        assert float(function.scores([found])[0]) >= score - 1e-9


@pytest.mark.parametrize("score", [-1, 100.5, math.nan])
def test_a_score_outside_0_to_100_is_refused(score):
    with pytest.raises(ValueError, match="a score lies between 0 and 100"):
        performance_for_score(Linear(0, 1), score, 0)
