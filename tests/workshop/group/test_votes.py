"""What is a ballot, and what is refused."""

import numpy as np
import pytest

from tests.workshop.group.rooms import HARBOUR, LUTKEMEER, OPEN, by_chance, harbour
from weighing.open_box import within_themes
from weighing.weighing import OWN, Weighing
from workshop.group.votes import NONE, Votes, from_weighings, refuse_small


def test_the_largest_is_100_unless_everything_is_open():
    assert len(harbour([100, 0, OPEN], [OPEN, OPEN, OPEN])) == 2
    for row in ([90, 10, 0], [101, 100, 0], [100, -1, 0], [np.inf, 100, 0], [0, 0, 0], [50, OPEN, OPEN]):
        with pytest.raises(ValueError, match="points"):
            harbour(row)


def test_keys_and_gut_feelings_fit_the_ballots():
    with pytest.raises(ValueError, match="keys"):
        harbour([100, 0, 0], [0, 100, 0], keys=("a", "a"))
    with pytest.raises(ValueError, match="gut"):
        harbour([100, 0, 0], gut=[3])
    assert harbour([100, 0, 0], gut=[NONE]).gut.tolist() == [NONE]


def test_a_theme_is_opened_whole_or_not_at_all():
    inside = np.full((1, len(HARBOUR.summed)), np.nan)
    inside[0, 0] = 100
    with pytest.raises(ValueError, match="all criteria"):
        harbour([100, 0, 0], criterion_points=inside)


def test_ballots_come_from_what_people_said():
    travel = {"travel_time": 100.0, "reliability": 25.0}
    one = Weighing(OWN, {"moving": 100.0, "money": 20.0}, travel, unsure=frozenset({"living"}))
    other = Weighing(OWN, {}, unsure=frozenset({"moving", "living", "money"}))
    votes = from_weighings(HARBOUR, (one, other), ("a", "b"))
    assert np.array_equal(votes.points, [[100, OPEN, 20], [OPEN] * 3], equal_nan=True)
    assert votes.within[0] == pytest.approx(within_themes(HARBOUR, one))
    assert votes.within[1] == pytest.approx(within_themes(HARBOUR, other))
    with pytest.raises(ValueError, match="every theme"):
        from_weighings(HARBOUR, (Weighing(OWN, {"moving": 100.0}),))


def test_the_canonical_order_follows_from_what_was_given():
    votes = by_chance(3, 40, opened=True)
    mixed = votes.only(np.random.default_rng(1).permutation(40))
    for name in ("points", "criterion_points"):
        one, other = (getattr(each, name)[each.canonical] for each in (votes, mixed))
        assert np.array_equal(one, other, equal_nan=True)


def test_nothing_given_is_another_ballot_than_left_open():
    one = harbour([100, 0, 0], [100, OPEN, 0])
    for votes in (one, one.only([1, 0])):
        assert np.array_equal(votes.points[votes.canonical], [[100, OPEN, 0], [100, 0, 0]], equal_nan=True)


def test_a_minimum_below_seven_is_refused():
    refuse_small(7)
    with pytest.raises(ValueError, match="at least 7"):
        refuse_small(6)


def test_nobody_can_write_in_the_ballots():
    votes = Votes(LUTKEMEER, np.full((1, len(LUTKEMEER.themes)), 100.0))
    with pytest.raises(ValueError, match="read-only"):
        votes.points[0, 0] = 0
