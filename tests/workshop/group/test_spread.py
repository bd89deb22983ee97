"""Dots, middle and quarters, by hand; and that no figure tells more than the dots."""

import numpy as np
from hypothesis import given

from tests.workshop.group.rooms import LIVING, MONEY, MOVING, OPEN, by_chance, harbour, seeds
from workshop.group.own_place import own_place
from workshop.group.spread import rounded, theme_dots


def test_a_spread_by_hand():
    # living: 0 10 20 30 40 50 60 and one left open; the quarters of seven lie at places 1.5, 3 and 4.5
    votes = harbour(*[[100, living, 100] for living in (0, 10, 20, 30, 40, 50, 60)], [100, OPEN, 100])
    found = theme_dots(votes, 7)[LIVING].dots
    assert (found.answered, found.open) == (7, 1)
    assert (found.low, found.median, found.high) == (15, 30, 45)
    assert found.dots == (0, 10, 20, 30, 40, 50, 60)


def test_points_are_rounded_before_anything_follows_from_them():
    assert rounded(np.array([0, 2.4, 2.5, 7.5, 33, 98, 100])).tolist() == [0, 0, 5, 10, 35, 100, 100]
    votes = harbour(*[[100, living, 0] for living in (1, 33, 33, 33, 33, 33, 99)])
    found = theme_dots(votes, 7)[LIVING].dots
    assert (found.dots[0], found.median, found.dots[-1]) == (0, 35, 100)


def test_a_theme_that_fewer_than_the_minimum_weighed_is_withheld():
    votes = harbour(*[[100, 50, 10]] * 6, [100, OPEN, 10])
    found = theme_dots(votes, 7)
    assert (found[LIVING].dots, found[LIVING].withheld) == (None, "few_answered")
    assert found[MOVING].dots is not None
    assert all(theme.dots is None for theme in theme_dots(votes, 8))


@given(seeds)
def test_the_order_of_people_changes_no_spread(seed):
    votes = by_chance(seed, 20)
    assert theme_dots(votes, 7) == theme_dots(votes.only(np.random.default_rng(seed).permutation(20)), 7)


def test_own_place_by_hand():
    votes = harbour(*[[100, living, 100] for living in (0, 10, 20, 30, 40, 50, 60, 60)])
    places = [own_place(votes, np.array([100, living, OPEN]), 7) for living in (0, 20, 40, 60)]
    assert all(place[MONEY] is None for place in places)
    # quarters at places 1.75, 3.5 and 5.25: 17.5, 35 and 52.5
    assert [place[LIVING].quarter for place in places] == [1, 2, 3, 4]
    assert [(place[LIVING].below, place[LIVING].alike) for place in places] == [(0, 12), (25, 12), (50, 12), (75, 25)]
    assert places[0][MOVING].alike == 100
    assert own_place(votes, np.array([100, 0, 0]), 9) == (None, None, None)


def test_who_stands_on_a_quarter_stands_in_the_middle_half():
    votes = harbour(*[[100, living, 100] for living in range(0, 90, 10)])  # quarters 20, 40 and 60
    places = [own_place(votes, np.array([100, living, 0]), 7)[LIVING].quarter for living in (15, 20, 40, 45, 60, 65)]
    assert places == [1, 2, 2, 3, 3, 4]
