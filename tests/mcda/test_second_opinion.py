"""TOPSIS with our own checks in front, against a hand calculation and the traps known of the library."""

import os
import subprocess
import sys

import numpy as np
import pytest

from mcda.second_opinion import topsis_closeness

PERFORMANCES = [[3, 8, 5], [4, 6, 5], [5, 2, 5]]
WEIGHTS = [0.5, 0.3, 0.2]
HIGHER = [True, False, True]


def test_topsis_matches_a_hand_calculation():
    # two alternatives, two criteria, equal weights, more is better: columns (3, 4) and (4, 3), length 5
    # r: A (.6, .8), B (.8, .6); x .5: A (.3, .4), B (.4, .3); best (.4, .4), worst (.3, .3); both lie .1 from either
    assert topsis_closeness([[3, 4], [4, 3]], [1, 1], [True, True]) == pytest.approx([0.5, 0.5])
    # weights 3 : 1 stretch the first: A is .75*.2 = .15 from the best and .25*.2 = .05 from the worst: .05/.2 = .25
    assert topsis_closeness([[3, 4], [4, 3]], [3, 1], [True, True]) == pytest.approx([0.25, 0.75])


def test_the_best_on_everything_is_1_and_the_worst_on_everything_is_0():
    assert topsis_closeness([[9, 1], [5, 5], [1, 9]], [0.6, 0.4], [True, False])[[0, 2]] == pytest.approx([1, 0])


def test_a_criterion_that_cannot_distinguish_changes_nothing():
    expected = topsis_closeness(np.array(PERFORMANCES)[:, :2], WEIGHTS[:2], HIGHER[:2])
    for constant in (5, 0, -3):
        columns = np.column_stack([np.array(PERFORMANCES)[:, :2], [constant] * 3])
        assert topsis_closeness(columns, WEIGHTS, HIGHER) == pytest.approx(expected)


def test_weights_may_be_points_and_may_be_zero():
    expected = topsis_closeness(PERFORMANCES, [0.5, 0.5, 0], HIGHER)
    assert topsis_closeness(PERFORMANCES, [70, 70, 0], HIGHER) == pytest.approx(expected)
    other_last_column = [[3, 8, 1], [4, 6, 9], [5, 2, 4]]
    assert topsis_closeness(other_last_column, [70, 70, 0], HIGHER) == pytest.approx(expected)


def test_very_large_units_do_not_make_a_criterion_vanish():
    expected = topsis_closeness(PERFORMANCES, WEIGHTS, HIGHER)
    assert topsis_closeness(np.array(PERFORMANCES) * [1e200, 1, 1e-200], WEIGHTS, HIGHER) == pytest.approx(expected)


def test_the_library_is_loaded_only_when_it_is_needed():
    code = "import sys, mcda.second_opinion; raise SystemExit('pymcdm' in sys.modules or 'matplotlib' in sys.modules)"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", code], env=environment).returncode == 0


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
    with pytest.raises(ValueError, match=words):
        topsis_closeness(performances, weights, higher)
