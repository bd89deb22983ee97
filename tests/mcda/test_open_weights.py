from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcda.open_weights import lowest_means, lowest_of_largest


def test_the_lowest_mean_matches_a_hand_calculation():
    # 150 points give 60; two open groups with 0 and 50 may get up to 100 points each
    #   nothing               60
    #   the 0 alone           150 * 60 / 250 = 36
    #   the 0 and the 50      (150 * 60 + 100 * 50) / 350 = 40
    # a second row: 150 points give 30, the open groups 100 and 40: nothing is lowest
    found = lowest_means([60, 30], [[50, 0], [100, 40]], points=150, most=100)
    assert found == pytest.approx([36, 30])


def test_each_open_group_can_have_a_largest_of_its_own_and_without_points_the_lowest_value_counts():
    # the 0 may get 50 points: 150 * 60 / 200 = 45; the 50 with 100 more: (9000 + 5000) / 300 = 46.67
    assert lowest_means([60], [[50, 0]], points=150, most=[100, 50]) == pytest.approx([45])
    assert lowest_means([0], [[50, 10]], points=0, most=100) == pytest.approx([10])


def test_without_open_groups_the_mean_stays():
    assert lowest_means([60, 30], np.zeros((2, 0)), points=150, most=100) == pytest.approx([60, 30])


VALUES = st.floats(-100, 100)


@given(VALUES, st.lists(VALUES, min_size=1, max_size=3), st.floats(100, 500))
def test_no_points_of_the_box_give_less_and_some_corner_gives_it(mean, values, points):
    found = float(lowest_means([mean], [values], points, 100)[0])
    grid = [
        (points * mean + np.dot(given, values)) / (points + sum(given))
        for given in product(np.linspace(0, 100, 11), repeat=len(values))
    ]
    assert min(grid) == pytest.approx(found)


@pytest.mark.parametrize(
    ("values", "points"),
    [([[1.0], [2.0]], 100), ([[np.nan]], 100), ([[np.inf]], 100), ([[1.0]], -1), ([[]], 0), ([1.0], 100)],
)
def test_what_does_not_fit_is_refused(values, points):
    with pytest.raises(ValueError, match="open values|points must"):
        lowest_means([50.0], values, points, 100)


def test_the_lowest_of_the_largest_matches_a_hand_calculation():
    # 100 points give 20 and 0; one open group with values 0 and 40 gets p of at most 100 points
    #   first 100 * 20 / (100 + p), second 40 p / (100 + p): equal at p = 50, both 13.33; either is larger elsewhere
    assert lowest_of_largest([20, 0], [[0], [40]], points=100, most=100) == pytest.approx(40 / 3)
    # the lowest means by themselves are 10 (p = 100) and 0 (p = 0): never both
    assert lowest_means([20, 0], [[0], [40]], points=100, most=100) == pytest.approx([10, 0])
    assert lowest_of_largest([60, 30], np.zeros((2, 0)), points=150, most=100) == 60


@given(
    st.lists(st.tuples(VALUES, VALUES, VALUES), min_size=1, max_size=4),
    st.sampled_from([0.0, 100.0, 250.0]),
)
def test_no_points_of_the_box_give_a_lower_largest_and_some_come_near(rows, points):
    means, values = np.array([row[0] for row in rows]), np.array([row[1:] for row in rows])
    found = lowest_of_largest(means, values, points, 100)
    grid = [
        float(((points * means + values @ given) / (points + sum(given))).max())
        for given in product(np.linspace(0, 100, 41), repeat=2)
        if points + sum(given) > 0
    ]
    assert found <= min(grid) + 1e-6
    assert found == pytest.approx(min(grid), abs=6)  # a grid of 41 steps on values that are 200 apart
