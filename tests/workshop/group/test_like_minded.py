"""Groups: found where they were put, not found where there are none, and the same in any order."""

import numpy as np
import pytest
from hypothesis import given

from tests.budget import examples
from tests.workshop.group.rooms import HARBOUR, LUTKEMEER, by_chance, scaled, seeds
from workshop.group.like_minded import (
    FLOOR,
    Groups,
    _cut,
    _divide,
    _roots,
    _silhouette,
    _stable,
    _tree,
    adjusted_rand,
    like_minded,
    weight_shares,
)
from workshop.group.votes import Votes

THEMES = [theme.id for theme in LUTKEMEER.themes]


def camps(sizes, spread, seed=1, left_open=0.0):
    """Camps that each put 100 on a theme of their own and the next, and 15 on the others."""
    chance = np.random.default_rng(seed)
    camp = np.repeat(np.arange(len(sizes)), sizes)
    points = np.full((camp.size, len(THEMES)), 15.0)
    for shift in (0, 1):
        points[np.arange(camp.size), (2 * camp + shift) % len(THEMES)] = 100
    points = scaled(np.maximum(points + spread * chance.normal(size=points.shape), 1))
    points[(points < 100) & (chance.random(points.shape) < left_open)] = np.nan
    return Votes(LUTKEMEER, points), camp


@pytest.mark.parametrize("sizes", [(12, 9), (20, 10, 8), (12, 11, 10, 9)])
def test_camps_are_found_and_described_by_what_they_weigh(sizes):
    votes, camp = camps(sizes, 8)
    found = like_minded(votes, 7)
    assert [len(group.rows) for group in found.groups] == list(sizes)
    assert found.stable
    for number, group in enumerate(found.groups):
        assert {camp[row] for row in group.rows} == {number}
        own = {THEMES[2 * number % len(THEMES)], THEMES[(2 * number + 1) % len(THEMES)]}
        assert own <= {theme.theme for theme in group.more}
        for theme in (*group.more, *group.less):
            assert abs(theme.median - theme.of_others) >= 0.5 / len(THEMES) - 0.011  # both are rounded to 0.01


def test_a_median_of_a_group_by_hand():
    camp, other = [100, 100, *[0] * (len(THEMES) - 2)], [0, 0, 100, *[0] * (len(THEMES) - 3)]
    found = like_minded(Votes(LUTKEMEER, np.array([camp] * 8 + [other] * 7, float)), 7)
    assert [(theme.theme, theme.median, theme.of_others, theme.of_room) for theme in found.groups[0].more] == [
        (THEMES[0], 0.5, 0, 0.5),
        (THEMES[1], 0.5, 0, 0.5),
    ]
    assert [theme.theme for theme in found.groups[0].less] == [THEMES[2]]


def test_a_group_is_not_described_by_what_few_of_it_answered():
    votes, camp = camps((12, 10), 8)
    points = votes.points.copy()
    theme = 2  # on which the second camp puts 100
    points[np.flatnonzero(camp == 1)[:4], theme] = np.nan
    points[camp == 1, 3] = 100
    assert votes.points[camp == 1, theme].min() > 80
    found = like_minded(Votes(LUTKEMEER, points), 7)
    assert [{camp[row] for row in group.rows} for group in found.groups] == [{0}, {1}]
    assert THEMES[3] in {item.theme for item in found.groups[1].more}
    assert THEMES[theme] not in {item.theme for item in found.groups[1].more}


def test_a_group_below_the_minimum_is_no_group():
    assert isinstance(like_minded(camps((20, 7), 8)[0], 7), Groups)
    assert like_minded(camps((20, 6), 8)[0], 7) == "no_groups"
    assert like_minded(camps((20, 7), 8)[0], 8) == "no_groups"


def test_too_few_people_for_two_groups():
    assert like_minded(camps((7, 6), 8)[0], 7) == "few_people"


def test_a_room_without_groups_gets_none():
    for seed in range(4):
        chance = np.random.default_rng(seed)
        cloud = Votes(LUTKEMEER, scaled(60 + 18 * chance.normal(size=(40, len(THEMES)))))
        anything = Votes(LUTKEMEER, scaled(chance.uniform(0, 100, (40, len(THEMES)))))
        assert like_minded(cloud, 7) == "no_groups", seed
        assert like_minded(anything, 7) == "no_groups", seed


def test_with_few_themes_any_room_can_be_cut_in_three():
    """The shares of three themes fill a triangle: its corners pass the fixed limit, and so do those of even clouds."""
    for seed in range(4):
        votes = Votes(HARBOUR, scaled(np.random.default_rng(seed).uniform(0, 100, (60, 3))))
        silhouette, _ = _divide(_roots(votes)[votes.canonical], 7)
        assert silhouette > FLOOR
        assert like_minded(votes, 7) == "no_groups", seed


def test_an_open_theme_has_the_middle_of_the_room_by_hand():
    votes = Votes(HARBOUR, np.array([[100, np.nan, 50], [100, 40, 0], [100, 60, 0], [np.nan] * 3]))
    shares = weight_shares(votes)
    assert shares[0] == pytest.approx([0.5, np.nan, 0.25], nan_ok=True)  # beside living 50, the middle of 40 and 60
    assert np.isnan(shares[3]).all()


def test_everybody_the_same_is_no_group():
    assert like_minded(Votes(LUTKEMEER, np.full((30, len(THEMES)), 100.0)), 7) == "no_groups"
    assert like_minded(Votes(LUTKEMEER, np.full((30, len(THEMES)), np.nan)), 7) == "no_groups"


def test_a_theme_left_open_pulls_to_no_group():
    votes, camp = camps((15, 12), 8, left_open=0.15)
    assert votes.open.any()
    found = like_minded(votes, 7)
    assert [{camp[row] for row in group.rows} for group in found.groups] == [{0}, {1}]
    shares = weight_shares(votes)
    assert np.array_equal(np.isnan(shares), votes.open)


def test_a_division_that_hangs_on_a_few_is_not_stable():
    """A cloud that is cut in three is cut otherwise without some tenth of its people."""
    cloud = np.random.default_rng(3).normal(size=(40, 4))
    assert not _stable(cloud, _cut(_tree(cloud), 3))
    apart = cloud + 20 * np.repeat(np.arange(4), 10)[:, np.newaxis]
    assert _stable(apart, _cut(_tree(apart), 4))


@given(seeds)
@examples(5, 200)
def test_the_order_of_people_changes_no_group(seed):
    votes, _ = camps((11, 9), 15, seed, left_open=0.05)
    mix = np.random.default_rng(seed).permutation(20)
    one, other = like_minded(votes, 7), like_minded(votes.only(mix), 7)
    if isinstance(one, str):
        assert one == other
        return
    assert [set(group.rows) for group in one.groups] == [
        {int(mix[row]) for row in group.rows} for group in other.groups
    ]
    assert [(group.more, group.less) for group in one.groups] == [(group.more, group.less) for group in other.groups]
    assert (one.stable, one.silhouette) == (other.stable, other.silhouette)


@given(seeds)
@examples(5, 200)
def test_every_group_and_the_rest_of_the_room_are_large_enough(seed):
    votes = by_chance(seed, 24) if seed % 2 else camps((10, 8, 6), 12, seed)[0]
    found = like_minded(votes, 7)
    if isinstance(found, Groups):
        rows = [row for group in found.groups for row in group.rows]
        assert sorted(rows) == list(range(len(votes)))
        assert min(len(group.rows) for group in found.groups) >= 7


def test_a_room_that_comes_twice_has_the_same_groups():
    votes, camp = camps((12, 9), 10)
    found = like_minded(Votes(LUTKEMEER, np.repeat(votes.points, 2, axis=0)), 7)
    assert [{np.repeat(camp, 2)[row] for row in group.rows} for group in found.groups] == [{0}, {1}]


def test_adjusted_rand_index_by_hand():
    # Table 2 1 / 0 3 of six people: pairs together in both 1 + 3 = 4, in rows 3 + 3 = 6, in columns 1 + 6 = 7;
    # by chance 6 x 7 / 15 = 2.8, at most 6.5: (4 - 2.8) / (6.5 - 2.8)
    one, other = np.array([1, 1, 1, 2, 2, 2]), np.array([5, 5, 9, 9, 9, 9])
    assert adjusted_rand(one, other) == pytest.approx(1.2 / 3.7)
    assert adjusted_rand(one, np.array([3, 3, 3, 1, 1, 1])) == 1
    assert adjusted_rand(np.ones(6, int), np.ones(6, int)) == 1


def test_silhouette_by_hand():
    # places 0 1 | 4 6: own distances 1 1 2 2, to the other group 5 4 3.5 5.5
    places = np.array([0.0, 1, 4, 6])
    distances = np.abs(places[:, None] - places)
    expected = np.mean([4 / 5, 3 / 4, 1.5 / 3.5, 3.5 / 5.5])
    assert _silhouette(distances, np.array([1, 1, 2, 2])) == pytest.approx(expected)
