"""Roles: drawn by lot, spread evenly, and kept beside the ballot, so that a role and oneself stay apart."""

import random
from collections import Counter

import pytest

from cases.reading.case_folder import read_files
from files.problems import Problems
from tests.cases.loaded import FROZEN
from tests.workshop.evening import Evening
from tests.workshop.group.rooms import LUTKEMEER
from workshop.ballots import ballots, came_in
from workshop.roles import drawn, roles_of
from workshop.room_errors import CaseLacksError
from workshop.script import SCRIPTS


@pytest.fixture(scope="module")
def lutkemeer_files() -> dict[str, bytes]:
    return dict(read_files(FROZEN / "lutkemeer", Problems()))


@pytest.fixture
def game(store, lutkemeer_files) -> Evening:
    return Evening(store, LUTKEMEER, lutkemeer_files, kind="roles")


def test_the_lot_draws_from_the_roles_that_the_fewest_play():
    assert drawn(["a", "b", "c"], ["a", "c", None]) == "b"
    offered = []
    drawn(["a", "b", "c"], ["a"], lambda free: offered.append(list(free)) or free[0])
    assert offered == [["b", "c"]]
    chance = random.Random(7)
    firsts = {drawn(["a", "b", "c"], [], chance.choice) for _ in range(30)}
    assert firsts == {"a", "b", "c"}


def test_whoever_joins_plays_one_of_the_parties_and_no_role_is_played_twice_more_than_another(game):
    game.begun()
    tokens = [game.taking.join(game.code) for _ in range(20)]
    played = Counter(game.taking.own(game.code, token).role for token in tokens)
    parties = {role.id for role in roles_of(LUTKEMEER)}
    assert set(played) <= parties
    assert max(played.values()) - min(played[party] for party in parties) <= 1
    assert came_in(game.store, game.room).roles == played


def test_both_rounds_stay_apart_with_the_role_beside_the_first(game):
    game.begun()
    token = game.taking.join(game.code)
    game.answer(token, body=game.points(10))
    game.lead("jump", step="second")
    game.lead("open")
    game.answer(token, "second", game.points(90))
    (first,), (second,) = (ballots(game.store, game.room, question) for question in ("weigh", "second"))
    theme = LUTKEMEER.themes[0].id
    assert (first.answer["points"][theme], second.answer["points"][theme]) == (10, 90)
    assert first.role == game.taking.own(game.code, token).role is not None


def test_paper_draws_no_role_and_other_sessions_have_none(game, evening):
    game.begun()
    assert game.taking.own(game.code, game.taking.join(game.code, way="paper")).role is None
    evening.begun()
    assert evening.taking.own(evening.code, evening.taking.join(evening.code)).role is None


def test_a_case_without_two_parties_is_told_when_the_session_is_prepared(store, case, files):
    with pytest.raises(CaseLacksError) as told:
        Evening(store, case, files, kind="roles")
    assert told.value.text.key == "room.case_lacks_roles"


def test_a_game_takes_one_lesson():
    assert sum(step.minutes for step in SCRIPTS["roles"]) == 40
