"""Trade-offs in real units, against sums done by hand."""

import math

import pytest

from mcda.equivalents import equivalent_change
from mcda.value import Bent, Classes, Goal, Linear

JOBS = Linear(worst=0, best=1000)
LORRIES = Linear(worst=800, best=0)
BENT = Bent(((0, 0), (10, 60), (30, 60), (50, 100)))
GOAL = Goal(goal=50, low=0, high=70)


def test_a_weight_reads_as_a_trade_in_real_units():
    # jobs: .3 * 100/1000 = .03 points for each job; lorries: .2 * 100/-800 = -.025 points for each lorry a day
    # 50 jobs more = 1.5 points = 60 lorries a day fewer
    assert equivalent_change(JOBS, 0.3, 50, 0, LORRIES, 0.2, 800) == pytest.approx(-60)
    assert equivalent_change(JOBS, 0.3, -50, 100, LORRIES, 0.2, 0) == pytest.approx(60)


def test_for_linear_functions_the_place_does_not_matter():
    answers = {equivalent_change(JOBS, 0.3, 50, at, LORRIES, 0.2, 800 - at) for at in (0, 400, 1000, math.nan)}
    assert len(answers) == 1


def test_only_the_ratio_of_the_weights_matters():
    assert equivalent_change(JOBS, 30, 50, 0, LORRIES, 20, 0) == pytest.approx(-60)


@pytest.mark.parametrize(
    ("change", "at", "expected"),
    [
        (1, 5, 12),  # first piece: 60/10 = 6 points a unit
        (1, 40, 4),  # last piece: 40/20 = 2 points a unit, .25 * 2 / .125 = 4
        (1, 20, 0),  # flat piece
        (1, 10, 0),  # at a bend the piece on the side of the change counts: upward is flat
        (-1, 10, -12),  # and downward is the first piece
        (-1, 30, 0),
        (1, 30, 4),
        (1, 50, 4),  # beyond the last point the last piece counts
        (-1, 0, -12),
    ],
)
def test_a_bent_function_uses_the_slope_beside_the_place(change, at, expected):
    # weight .25 for the bent criterion, 1 for lorries, of which one fewer is 100/800 = .125 points: .25 * 6 / .125 = 12
    assert equivalent_change(BENT, 0.25, change, at, LORRIES, 1, 400) == pytest.approx(-expected)


def test_a_goal_asks_for_a_step_towards_it():
    # 100 jobs = 10 points; below the goal 100/50 = 2 points a unit: 5 up; above it 100/20 = 5 points a unit: 2 down
    assert equivalent_change(JOBS, 0.5, 100, 0, GOAL, 0.5, 20) == pytest.approx(5)
    assert equivalent_change(JOBS, 0.5, 100, 0, GOAL, 0.5, 60) == pytest.approx(-2)


def test_at_the_goal_nothing_can_be_gained_and_a_loss_goes_up():
    assert math.isnan(equivalent_change(JOBS, 0.5, 100, 0, GOAL, 0.5, 50))
    assert equivalent_change(JOBS, 0.5, -100, 0, GOAL, 0.5, 50) == pytest.approx(2)


def test_a_loss_away_from_the_goal_goes_away_from_it():
    assert equivalent_change(JOBS, 0.5, -100, 500, GOAL, 0.5, 20) == pytest.approx(-5)


def test_nothing_is_worth_nothing():
    assert equivalent_change(JOBS, 0, 50, 0, LORRIES, 0.2, 0) == 0
    assert equivalent_change(JOBS, 0.3, 0, 0, LORRIES, 0.2, 0) == 0


@pytest.mark.parametrize(
    ("function_a", "at_a", "function_b", "weight_b", "at_b"),
    [
        (JOBS, 0, LORRIES, 0, 0),  # b carries no weight
        (JOBS, 0, BENT, 0.5, 20),  # b is flat there
        (JOBS, 0, Classes((0, 100)), 0.5, 0),  # nothing lies between classes
        (Classes((0, 100)), 0, JOBS, 0.5, 0),
        (BENT, math.nan, JOBS, 0.5, 0),  # the starting place of a is not known
        (JOBS, 0, GOAL, 0.5, math.nan),
    ],
)
def test_no_answer_is_nan(function_a, at_a, function_b, weight_b, at_b):
    assert math.isnan(equivalent_change(function_a, 0.5, 1, at_a, function_b, weight_b, at_b))


@pytest.mark.parametrize(
    ("weight_a", "change_a", "weight_b"),
    [(-1, 1, 1), (1, 1, -1), (math.nan, 1, 1), (1, 1, math.inf), (1, math.nan, 1), (1, math.inf, 1)],
)
def test_weights_and_changes_that_mean_nothing_are_refused(weight_a, change_a, weight_b):
    with pytest.raises(ValueError, match="finite"):
        equivalent_change(JOBS, weight_a, change_a, 0, LORRIES, weight_b, 0)
