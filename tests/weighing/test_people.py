"""Groups of people: worked out by hand, and so small that nobody can be found in them."""

import json
import random

import pytest

from reports.content import NotExportable
from reports.document import document
from reports.printed_numbers import numbers
from tests.reports.report_case import FAST, HARBOUR, SURE, content, people, plainly
from weighing.people import SMALLEST_GROUP, Person, Spread, of_room, room
from weighing.weighing import OWN, Weighing

AS_NOW, RING_ROAD, TRAM = range(3)
MOVING, LIVING, MONEY = range(3)


def weighing(**points: float) -> Weighing:
    return Weighing(OWN, {theme: float(given) for theme, given in points.items()})


def test_first_places_and_totals_of_a_group_match_a_count_by_hand():
    # 4 x ring road 75, tram 50; 3 x ring road 60, tram 100. As now may not come first: the trip takes too long.
    (group,) = room(HARBOUR, people("dockers", (FAST, 4), (SURE, 3))).groups
    assert (group.name, group.people, group.whole) == ("dockers", 7, 7)
    assert group.first == (0, 4, 3)
    assert group.open == 0
    # Sorted 60 60 60 75 75 75 75: one in ten lies at place 0.6, half at 3, nine in ten at 5.4.
    assert group.totals[RING_ROAD].worst == Spread(60, 75, 75)
    # Sorted 50 50 50 50 100 100 100.
    assert group.totals[TRAM].worst == group.totals[TRAM].best == Spread(50, 50, 100)
    assert group.most_often_first == (RING_ROAD,)


def test_an_unknown_effect_makes_a_total_an_interval():
    # Everything on living: CO2 and green count half each. Ring road: CO2 30 kt scores 0, green is not known.
    (group,) = room(HARBOUR, people("", (weighing(moving=0, living=100, money=0), 7))).groups
    assert group.kind == "none"
    assert group.totals[RING_ROAD].worst == Spread(0, 0, 0)
    assert group.totals[RING_ROAD].best == Spread(50, 50, 50)


def test_who_did_not_weigh_a_theme_is_not_in_its_spread():
    # Money against moving at 100: weights m / (100 + m) = 0, 0, 0.2, 1/3, 1/3, 0.5, 0.5, and one who left money out.
    given = [(weighing(moving=100, living=0, money=money), 1) for money in (0, 0, 25, 50, 50, 100, 100)]
    (group,) = room(HARBOUR, people("a", *given, (weighing(moving=100, living=0), 1))).groups
    assert (group.people, group.whole) == (8, 7)
    spread = group.themes[MONEY]
    assert (spread.low, spread.middle, spread.high) == pytest.approx((0, 1 / 3, 0.5))


def test_a_theme_that_fewer_than_seven_weighed_is_not_shown():
    both, one = weighing(moving=100, money=50), weighing(moving=100)
    (group,) = room(HARBOUR, people("a", (both, 6), (one, 1))).groups
    assert group.themes[MONEY] is None
    assert group.themes[LIVING] is None
    assert group.themes[MOVING] is not None


@pytest.mark.parametrize("count", [1, SMALLEST_GROUP - 1])
def test_nothing_at_all_is_shown_of_a_small_group(count):
    large = people("dockers", (FAST, 4), (SURE, 4))
    small = people("Jansen family", (weighing(moving=0, living=0, money=100), count))
    alone, beside = (content(people=some, profiles=()) for some in (large, (*large, *small)))
    assert beside.room.left_out
    before, after = numbers(alone), numbers(beside)
    assert after["room"].pop("left_out") is True
    assert before["room"].pop("left_out") is False
    assert after == before
    # The report says in two sentences that there was a small group, and nothing about its size, name or weights.
    said, said_before = (plainly(document(found)).split("\n") for found in (beside, alone))
    assert "Jansen" not in "".join(said) + json.dumps(after)
    new = [line for line in said if line not in said_before]
    assert len(said) == len(said_before) + len(new)
    assert {word for line in new for word in line.split() if word.isdigit()} <= {str(SMALLEST_GROUP)}
    assert of_room(beside.settings.people) == of_room(large)


def test_six_people_in_all_stay_invisible():
    found = room(HARBOUR, people("", (FAST, 6)))
    assert (found.groups, found.everyone, found.left_out) == ((), None, True)
    report = plainly(document(content(people=people("", (FAST, 6)))))
    assert "te weinig wegingen" in report
    with pytest.raises(NotExportable, match="no weighting to show"):
        content(people=people("", (FAST, 6)), profiles=())


def test_small_groups_are_joined_when_together_they_are_large_enough():
    found = room(HARBOUR, (*people("b", (FAST, 6)), *people("", (SURE, 1)), *people("a", (SURE, 7))))
    assert [(group.kind, group.name, group.people) for group in found.groups] == [("group", "a", 7), ("others", "", 7)]
    assert found.groups[1].first == (0, 6, 1)
    assert not found.left_out
    assert (found.everyone.kind, found.everyone.people, found.everyone.first) == ("all", 14, (0, 6, 8))


def test_the_order_of_the_file_does_not_matter():
    everybody = [*people("b", (FAST, 8)), *people("a", (SURE, 7), (FAST, 2)), *people("", (FAST, 3), (SURE, 5))]
    before = room(HARBOUR, everybody)
    random.Random(1).shuffle(everybody)
    assert room(HARBOUR, everybody) == before
    assert [group.name for group in before.groups] == ["a", "b", ""]


def test_groups_agree_on_a_theme_when_their_middles_lie_close():
    # Three themes, so an equal share is 1/3. Middles of a: 1, 0, 0 and of b: 0.5, 0.1, 0.4 (points 100, 20, 80).
    #   moving 1 - 0.5 = 0.5, more than a whole share; living 0.1, less than half of one; money 0.4, more than a whole
    found = room(HARBOUR, (*people("a", (FAST, 7)), *people("b", (weighing(moving=100, living=20, money=80), 7))))
    assert [item.gap for item in found.agreement] == pytest.approx([0.5, 0.1, 0.4])
    assert [item.word for item in found.agreement] == ["differently", "alike", "differently"]


def test_one_group_cannot_agree_or_disagree():
    assert {item.word for item in room(HARBOUR, people("a", (FAST, 7))).agreement} == {None}


def test_who_weighed_nothing_is_not_counted():
    found = room(HARBOUR, (*people("a", (FAST, 7)), Person("a", Weighing())))
    assert found.groups[0].people == 7


def test_requirements_that_are_off_change_who_may_come_first():
    # Only money: as now 100, ring road 25, tram 40. Its trip of 40 minutes is 2 too long.
    money = people("a", (weighing(moving=0, living=0, money=100), 7))
    assert room(HARBOUR, money).groups[0].first == (0, 0, 7)
    assert room(HARBOUR, money, ("quick_enough",)).groups[0].first == (7, 0, 0)
