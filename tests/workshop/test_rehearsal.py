"""Made-up participants: the same for the same seed, of every kind, and good for a rehearsal of all results."""

from tests.workshop.group.rooms import HARBOUR, LUTKEMEER
from weighing.what_if import changed
from workshop.group.votes import NONE
from workshop.rehearsal import made_up_participants


def test_the_same_people_for_the_same_seed():
    assert made_up_participants(HARBOUR, 8, 1) == made_up_participants(HARBOUR, 12, 1)[:8]
    assert made_up_participants(HARBOUR, 8, 1) != made_up_participants(HARBOUR, 8, 2)
    assert made_up_participants(HARBOUR, 0, 1) == ()


def test_there_are_people_of_every_kind():
    people = made_up_participants(LUTKEMEER, 150, 4)
    assert 5 <= sum(one.joins > 0 for one in people) <= 30
    assert 1 <= sum(one.first is None for one in people) <= 20
    assert all(one.second is None for one in people if one.first is None)
    assert any(one.first is not None and one.second is None for one in people)
    assert any(one.first and one.first.unsure for one in people)
    assert 20 <= sum(one.second is not None and one.second != one.first for one in people) <= 90
    assert {one.gut for one in people} >= {NONE, *range(len(LUTKEMEER.alternatives))} - {1}
    for one in people:
        for weighing in filter(None, (one.first, one.second)):
            assert weighing.answered(LUTKEMEER)
            assert max(weighing.theme_points.values()) == 100
            assert all(points % 5 == 0 for points in weighing.theme_points.values())


def test_a_case_without_profiles_has_participants_too():
    bare = changed(HARBOUR, "no profiles", profiles=())
    assert all(one.first is None or one.first.answered(bare) for one in made_up_participants(bare, 9, 1))
