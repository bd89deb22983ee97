"""The second round beside the first: by hand, and with what it may not show."""

import numpy as np
import pytest
from hypothesis import given

from tests.budget import examples
from tests.workshop.group.rooms import HARBOUR, LIVING, LUTKEMEER, OPEN, RING_ROAD, TRAM, by_chance, harbour, seeds
from workshop.group.outcomes import Outcomes
from workshop.group.shifts import (
    OutcomeShift,
    both_rounds,
    changed_between,
    gut_beside,
    outcome_shift,
    theme_shifts,
)
from workshop.group.votes import NONE, Votes

FAST, SURE = [100.0, 0.0], [0.0, 100.0]
"""Travel time alone puts the ring road first, reliability alone the tram."""


def keyed(*points, start=0):
    return harbour(*points, keys=tuple(f"p{start + row}" for row in range(len(points))))


def moving_only(firsts):
    """People for whom the ring road or the tram comes first, by what they weigh within moving."""
    inside = np.full((len(firsts), len(HARBOUR.summed)), np.nan)
    names = list(Outcomes(harbour()).votes.table.criteria)
    places = [names.index("travel_time"), names.index("reliability")]
    inside[:, places] = [FAST if first == RING_ROAD else SURE for first in firsts]
    keys = tuple(f"p{row}" for row in range(len(firsts)))
    return harbour(*[[100, 0, 0]] * len(firsts), criterion_points=inside, keys=keys)


def test_moves_by_hand():
    # living: 0 20 40 50 60 80 100 before; one up by 20, one up by 10, one down by 30
    first = keyed(*[[100, points, 0] for points in (0, 20, 40, 50, 60, 80, 100)])
    second = keyed(*[[100, points, 0] for points in (20, 30, 40, 50, 60, 80, 70)])
    found = theme_shifts(first, second, 7)[LIVING]
    assert (found.both, found.up, found.down) == (7, 1, 1)  # 10 is within what one may be off
    assert (found.before, found.after) == ((30, 50, 70), (35, 50, 65))
    assert found.drawn == "closer"
    assert theme_shifts(second, first, 7)[LIVING].drawn == "apart"
    assert theme_shifts(first, first, 7)[LIVING].drawn == "same"


def test_only_who_gave_points_twice_counts():
    first = keyed(*[[100, 50, 0]] * 7, [100, OPEN, 0])
    second = keyed(*[[100, 80, 0]] * 6, [100, OPEN, 0], [100, 80, 0])
    found = theme_shifts(first, second, 7)
    assert [theme.both for theme in found] == [8, None, 8]
    assert found[LIVING].before is None
    assert found[LIVING].up is None


def test_one_who_left_is_not_found_beside_the_whole_first_round():
    """The first round of those who stayed, beside that of everybody, would tell where the one who left stood."""
    first = keyed(*[[100, points, 0] for points in (0, 20, 40, 50, 60, 80, 100, 100)])
    second = keyed(*[[100, points, 0] for points in (0, 20, 40, 50, 60, 80, 100)])
    found = theme_shifts(first, second, 7)[LIVING]
    assert (found.both, found.up, found.down) == (7, 0, 0)
    assert (found.before, found.after) == ((35, 55, 85), (30, 50, 70))  # each as its own distribution shows it
    many = keyed(*[[100, points, 0] for points in (0, 20, 40, 50, 60, 80, 100)], *[[100, 100, 0]] * 7)
    found = theme_shifts(many, second, 7)[LIVING]
    assert found.before == found.after == (30, 50, 70)


def test_rounds_are_joined_by_key():
    first = keyed([100, 10, 0], [100, 20, 0], [100, 30, 0])
    second = keyed([100, 31, 0], [100, 40, 0], start=2)
    one, other = both_rounds(first, second)
    assert (one.keys, one.points[0, LIVING], other.points[0, LIVING]) == (("p2",), 30, 31)
    assert changed_between(first, second) == 4  # p0 and p1 left, p3 came, p2 changed
    assert changed_between(first, first) == 0
    with pytest.raises(ValueError, match="keys"):
        both_rounds(first, harbour([100, 0, 0]))


def test_from_and_to_by_hand():
    before = moving_only([RING_ROAD] * 20 + [TRAM] * 10)
    after = moving_only([RING_ROAD] * 12 + [TRAM] * 8 + [TRAM] * 10)
    assert Outcomes(before).first.tolist() == [RING_ROAD] * 20 + [TRAM] * 10
    found = outcome_shift(Outcomes(before), Outcomes(after), 7, few_left=False)
    assert (found.both, found.same) == (30, 22)
    assert found.table[RING_ROAD] == (0, 12, 8, 0)
    assert found.table[TRAM] == (0, 0, 10, 0)


def test_a_few_who_moved_are_not_told():
    before = moving_only([RING_ROAD] * 20 + [TRAM] * 10)
    after = moving_only([RING_ROAD] * 17 + [TRAM] * 3 + [TRAM] * 10)
    assert outcome_shift(Outcomes(before), Outcomes(after), 7, few_left=False) == OutcomeShift(30, None, None)


def test_small_counts_are_hidden_with_what_gives_them_away():
    # ring road to tram 9, tram to ring road 3: with the sums of both rounds and who stayed, two plans hide nothing
    before = moving_only([RING_ROAD] * 25 + [TRAM] * 18)
    after = moving_only([RING_ROAD] * 16 + [TRAM] * 9 + [RING_ROAD] * 3 + [TRAM] * 15)
    assert outcome_shift(Outcomes(before), Outcomes(after), 7, few_left=False) == OutcomeShift(43, 31, None)


def test_nobody_moved():
    room = moving_only([RING_ROAD] * 20 + [TRAM] * 10)
    found = outcome_shift(Outcomes(room), Outcomes(room), 7, few_left=False)
    assert (found.same, found.table[RING_ROAD]) == (30, (0, 20, 0, 0))
    # one left after the first round: beside the first places of everybody this would tell what that one had
    assert outcome_shift(Outcomes(room), Outcomes(room), 7, few_left=True) == OutcomeShift(30, None, None)


def test_with_a_few_who_left_no_row_is_known_to_the_last_person():
    before = moving_only([RING_ROAD] * 20 + [TRAM] * 10)
    after = moving_only([RING_ROAD] * 12 + [TRAM] * 8 + [TRAM] * 10)
    found = outcome_shift(Outcomes(before), Outcomes(after), 7, few_left=True)
    assert found.table[RING_ROAD] == (None, 12, 8, None)
    assert found.table[TRAM] == (None, None, 10, None)


@given(seeds)
@examples(8, 300)
def test_no_count_of_a_few_stands_in_the_table(seed):
    chance = np.random.default_rng(seed)
    one, two = by_chance(seed, 40), by_chance(seed + 1, 40)
    stay = chance.random(40) < 0.7
    two = Votes(LUTKEMEER, np.where(stay[:, None], one.points, two.points), two.keys)
    before, after = Outcomes(one), Outcomes(two)
    for few_left in (False, True):
        found = outcome_shift(before, after, 7, few_left=few_left)
        shown = [count for row in found.table or () for count in row if count is not None]
        assert all(count >= 7 or (count == 0 and not few_left) for count in shown)
        mix = chance.permutation(40)
        mixed = outcome_shift(Outcomes(one.only(mix)), Outcomes(two.only(mix)), 7, few_left=few_left)
        assert mixed == found


def test_gut_feeling_beside_the_result():
    inside = moving_only([TRAM, TRAM, RING_ROAD, RING_ROAD, TRAM]).criterion_points
    points = [[100, 0, 0]] * 3 + [[100, OPEN, 0], [100, 0, 0]]  # living can put the tram before the ring road
    votes = harbour(*points, criterion_points=inside, gut=[TRAM, RING_ROAD, RING_ROAD, TRAM, NONE])
    found = gut_beside(Outcomes(votes))
    assert (found.same, found.other, found.cannot_tell, found.none) == (2, 1, 1, 1)
    assert gut_beside(Outcomes(harbour(*points))) is None
