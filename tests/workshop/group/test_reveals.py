"""Every stage as ids and numbers that can be sent, and nothing of a few."""

import json

import numpy as np
import pytest

from cases.definition.model import Case
from tests.workshop.group.rooms import HARBOUR, LUTKEMEER, by_chance, harbour
from weighing.what_if import changed
from workshop.group.reveals import STAGES, reveal
from workshop.group.votes import Votes, from_weighings
from workshop.rehearsal import made_up_participants


def rehearsed(case, count, seed=1):
    people = made_up_participants(case, count, seed)
    rounds = []
    for weighings in ([one.first for one in people], [one.second for one in people]):
        there = [row for row, weighing in enumerate(weighings) if weighing is not None]
        rounds.append(
            from_weighings(
                case,
                [weighings[row] for row in there],
                [people[row].key for row in there],
                [people[row].gut for row in there],
            )
        )
    return rounds


def withheld(found):
    """Every reason in an answer."""
    if isinstance(found, dict):
        own = [found["withheld"]] if "withheld" in found else []
        return [*own, *(each for value in found.values() for each in withheld(value))]
    return [each for value in found for each in withheld(value)] if isinstance(found, list) else []


@pytest.mark.parametrize("case", [HARBOUR, LUTKEMEER], ids=["harbour", "lutkemeer"])
def test_every_stage_of_a_rehearsal_can_be_sent(case: Case):
    first, second = rehearsed(case, 40)
    for stage in STAGES:
        found = reveal(case, stage, first, second)
        assert json.loads(json.dumps(found, allow_nan=False)) == found
        assert found["n"] >= 7
        assert "withheld" not in found or stage == "groups"


@pytest.mark.parametrize("people", [0, 1, 6])
def test_fewer_than_seven_see_nothing(people):
    few = by_chance(2, people)
    for stage in STAGES:
        found = reveal(LUTKEMEER, stage, few, few)
        assert found == {"n": people, "withheld": "few_ballots"}
    many = by_chance(2, 12)
    assert reveal(LUTKEMEER, "distribution", many, minimum=13) == {"n": 12, "withheld": "few_ballots"}


def test_what_is_the_same_for_every_order_of_people():
    first, second = rehearsed(LUTKEMEER, 24, seed=3)
    chance = np.random.default_rng(1)
    mixed = [votes.only(chance.permutation(len(votes))) for votes in (first, second)]
    for stage in STAGES:
        assert reveal(LUTKEMEER, stage, *mixed) == reveal(LUTKEMEER, stage, first, second), stage


def test_the_first_places_add_up_in_the_room_and_in_its_groups():
    camp, other = [100, 0, 0], [0, 0, 100]
    votes = harbour(*[camp] * 12, *[other] * 9)
    found = reveal(HARBOUR, "first", votes)
    assert [group["n"] for group in found["groups"]] == [12, 9]
    assert [group["n"] for group in reveal(HARBOUR, "groups", votes)["groups"]] == [12, 9]
    for whole in (found, *found["groups"]):
        certain = sum(item["certain"] for item in whole["alternatives"])
        assert certain + whole["level"] + whole["unsure"] + whole["unknown"] == whole["n"]


def test_a_room_that_hardly_changed_shows_no_shift():
    first = by_chance(5, 30)
    points = first.points.copy()
    points[0] = points[1]
    second = Votes(LUTKEMEER, points, first.keys)
    for stage in ("shift_themes", "shift_outcome"):
        assert reveal(LUTKEMEER, stage, first) == {"n": 0, "withheld": "no_second_round"}
        assert reveal(LUTKEMEER, stage, first, second) == {"n": 30, "withheld": "few_changed"}
        assert "withheld" not in reveal(LUTKEMEER, stage, first, first)


def test_gut_feelings_beside_the_own_result():
    votes = harbour(*[[100, 0, 0]] * 10, gut=[2, 2, 2, 2, 2, 1, 1, 0, -1, -1])
    found = reveal(HARBOUR, "gut", votes)
    assert [item["count"] for item in found["alternatives"]] == [1, 2, 5]
    assert found["none"] == 2
    assert found["beside_own"] == {"same": 5, "other": 3, "cannot_tell": 0, "none": 2}


def test_the_middle_of_a_group_can_be_filled_in():
    votes = harbour(*[[100, 0, 20]] * 12, *[[0, 50, 100]] * 9)
    large, small = (group["middle"] for group in reveal(HARBOUR, "groups", votes)["groups"])
    assert large == {"points": {"moving": 100, "living": 0, "money": 20}, "criterion_points": {}, "unsure": []}
    assert small["points"] == {"moving": 0, "living": 50, "money": 100}


def test_the_first_places_of_both_rounds_stand_beside_the_shift():
    first, second = rehearsed(LUTKEMEER, 30, seed=2)
    found = reveal(LUTKEMEER, "shift_outcome", first, second)
    for name, votes in (("before", first), ("after", second)):
        alone = reveal(LUTKEMEER, "first", votes)
        assert found[name] == {key: alone[key] for key in ("alternatives", "level", "unsure", "unknown")}


def test_nothing_of_the_table_is_told_when_nobody_moved_and_one_left_or_came():
    """The tram comes first for all in both rounds: beside everybody that would tell of the one who left or came."""
    keys = tuple(f"p{number}" for number in range(30))
    first = harbour(*[[100, 0, 0]] * 30, keys=keys)
    second = harbour(*[[100, 0, 0]] * 10, *[[100, 0, 90]] * 20, keys=keys)
    assert reveal(HARBOUR, "shift_outcome", first, second)["moved"] == {"same": 30, "other": 0}
    for one, other in ((first, second.only(range(29))), (first.only(range(29)), second)):
        found = reveal(HARBOUR, "shift_outcome", one, other)
        assert (found["moved"], found["from_to"]) == ({"withheld": "small_counts"},) * 2


def test_reasons_for_what_is_not_there():
    assert reveal(HARBOUR, "gut", harbour(*[[100, 0, 0]] * 9))["withheld"] == "not_asked"
    assert reveal(HARBOUR, "groups", harbour(*[[100, 0, 0]] * 9))["withheld"] == "few_people"
    assert reveal(HARBOUR, "groups", harbour(*[[100, 0, 0]] * 20))["withheld"] == "no_groups"
    nothing = reveal(HARBOUR, "robust", harbour(*[row for row in np.eye(3) * 100 for _ in range(7)]))
    assert nothing["middle"] == {"withheld": "no_middle"}
    open_room = harbour(*[[100, np.nan, 0]] * 9, keys=tuple("abcdefghi"))
    for stage in ("agreement", "distribution", "shift_themes"):
        assert withheld(reveal(HARBOUR, stage, open_room, open_room)) == ["few_answered"], stage


def test_what_cannot_be_asked():
    votes = harbour(*[[100, 0, 0]] * 9)
    with pytest.raises(ValueError, match="no stage"):
        reveal(HARBOUR, "ranking", votes)
    with pytest.raises(ValueError, match="at least 7"):
        reveal(HARBOUR, "first", votes, minimum=3)
    with pytest.raises(ValueError, match="another case"):
        reveal(LUTKEMEER, "first", votes)


def test_where_every_alternative_fails_none_comes_first():
    limited = next(item for item in HARBOUR.requirements if item.id == "quick_enough")
    strict = limited.model_copy(update={"limit": limited.limit.model_copy(update={"value": 1.0})})
    case = changed(HARBOUR, "all fail", requirements=(strict,))
    votes = Votes(case, np.array([[100, 0, 0]] * 9), tuple("abcdefghi"))
    assert reveal(case, "gut", Votes(case, votes.points, gut=np.zeros(9, int)))["beside_own"] == {
        "withheld": "all_fail"
    }
    for stage in ("first", "robust", "shift_outcome"):
        assert reveal(case, stage, votes, votes)["withheld"] == "all_fail"
    assert "withheld" not in reveal(case, "distribution", votes)
