"""What ballots put first: by hand, beside one person's own result, and by trying weightings."""

import numpy as np
import pytest
from hypothesis import given

from tests.budget import examples
from tests.weighing.invented_cases import BASE, THEMES, N, invented
from tests.workshop.group.rooms import (
    AS_NOW,
    HARBOUR,
    LUTKEMEER,
    OPEN,
    RING_ROAD,
    TRAM,
    by_chance,
    harbour,
    scaled,
    seeds,
)
from weighing.arrays import arrays
from weighing.comparison import compare
from weighing.joint_draws import joint_shares
from weighing.weighing import OWN, Weighing
from workshop.group import outcomes as outcomes_module
from workshop.group.outcomes import Outcomes
from workshop.group.robust_room import first_shares_of_room, middle_verdict, middle_weighing
from workshop.group.votes import NONE, Votes

# Within moving: travel time 75 and 50 for ring road and tram, reliability 60 and 100, so together 67.5 and 75.
# Money: as now 100, ring road 25, tram 40; as now fails a requirement. Living: the ring road's green is not known.


GAPS = invented(
    np.where(
        np.random.default_rng(8).random((3, N)) < 0.15, np.nan, np.random.default_rng(9).uniform(20, 80, (3, N)).round()
    ),
    version="gaps",
)
"""Three plans that lie close, and of which some effects are not known."""


def comparisons(votes):
    """The result that each person gets alone; None where everything was left open."""
    themes, criteria = [theme.id for theme in votes.case.themes], list(votes.table.criteria)
    for row, points in enumerate(votes.points):
        known = {key: value for key, value in zip(themes, points.tolist(), strict=True) if not np.isnan(value)}
        inside = {} if votes.criterion_points is None else dict(zip(criteria, votes.criterion_points[row], strict=True))
        inside = {key: float(value) for key, value in inside.items() if not np.isnan(value)}
        yield compare(votes.case, Weighing(OWN, known, inside, unsure=frozenset(themes) - set(known)))


def test_first_places_by_hand():
    # moving alone: tram by 7.5. Living alone: the ring road is 0 to 50 there, the tram's two effects are known.
    outcomes = Outcomes(harbour([100, 0, 0], [0, 0, 100], [100, 0, OPEN]))
    assert outcomes.first.tolist() == [TRAM, TRAM, TRAM]  # money puts the tram 15 ahead, so it may get any weight
    count = outcomes.counts()
    assert count.certain == (0, 0, 3)
    assert (count.level, count.unsure, count.unknown) == (0, 0, 0)
    assert not outcomes.may_be_first[:, AS_NOW].any()


def test_points_within_a_theme_count():
    inside = np.full((2, len(HARBOUR.summed)), np.nan)
    names = list(arrays(HARBOUR, "main").criteria)
    inside[0, [names.index("travel_time"), names.index("reliability")]] = 100, 0
    votes = harbour([100, 0, 0], [100, 0, 0], criterion_points=inside)
    assert Outcomes(votes).first.tolist() == [RING_ROAD, TRAM]


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("case", [HARBOUR, LUTKEMEER, GAPS], ids=["harbour", "lutkemeer", "gaps"])
@given(seed=seeds)
@examples(6, 500)
def test_every_ballot_has_the_result_of_its_own(case, opened, seed):
    votes = by_chance(seed, 12, case, left_open=0.2, opened=opened)
    outcomes = Outcomes(votes)
    for row, own in enumerate(comparisons(votes)):
        may = set(np.flatnonzero(outcomes.may_be_first[row]).tolist())
        if own is None:
            continue
        assert outcomes.first[row] == (NONE if own.undecided else own.first)
        assert may >= set(own.may_be_first)
        if own.unsure:
            assert may <= {own.first, *own.level_with_first}
        else:
            assert may == {own.first, *own.level_with_first}
            assert outcomes.level[row] == (own.undecided and own.tied)


@given(seed=seeds)
@examples(6, 300)
def test_open_themes_by_trying_many_points(seed):
    """What is certain holds for every point tried, and what one of them puts first is possible."""
    votes = by_chance(seed, 6, left_open=0.4)
    outcomes, table = Outcomes(votes), votes.table
    chance, race = np.random.default_rng(seed), list(outcomes.race)
    for row, points in enumerate(votes.points):
        tried = np.tile(points, (300, 1))
        missing = np.isnan(points)
        tried[:, missing] = chance.choice([0, 1, 30, 100], (300, int(missing.sum())))
        tried = tried[tried.max(axis=1) > 0]
        weights = tried[:, table.theme_of] * votes.within[row]
        totals = (weights / weights.sum(axis=1, keepdims=True)) @ table.scores.T
        best = totals[:, race].max(axis=1)
        if outcomes.first[row] != NONE:
            assert (totals[:, outcomes.first[row]] >= best - 1e-6).all()
        assert set(np.flatnonzero(outcomes.may_be_first[row])) >= {
            race[place] for place in totals[:, race].argmax(axis=1)
        }
        behind = totals[:, list(outcomes.contenders)].max(axis=1, keepdims=True) - totals
        for alternative in outcomes.contenders:
            assert outcomes.may_be_near[row, alternative] or (behind[:, alternative] > 5).all()
            assert not outcomes.surely_near[row, alternative] or (behind[:, alternative] <= 5 + 1e-6).all()


def test_what_wins_between_the_corners_only_is_possible():
    """Scores on two themes of 100 0, 40 100 and 82 50; the first theme has 100 points, the second is open.

    At 0 points the first leads with 100 to 82, at 100 the second with 70 to 66; at 43 points the third has 72.4, the
    others 70 and 58.
    """
    scores = np.zeros((3, N))
    columns = [arrays(BASE, "main").theme_of == theme for theme in range(2)]
    for row, (one, other) in enumerate([(100, 0), (40, 100), (82, 50)]):
        scores[row, columns[0]], scores[row, columns[1]] = one, other
    case, rest = invented(scores, version="between corners"), [0] * (len(THEMES) - 2)
    outcomes = Outcomes(Votes(case, np.array([[100, OPEN, *rest], [100, 0, *rest], [100, 100, *rest]])))
    assert outcomes.may_be_first.tolist() == [[True, True, True], [True, False, False], [False, True, False]]
    assert outcomes.first.tolist() == [NONE, 0, 1]


def test_what_beats_each_somewhere_and_never_both_is_not_possible():
    """As above with 65 45 for the third: with a share s of the second theme it has 65 - 20 s, the others 100 - 100 s
    and 40 + 60 s. It is level with the first from s = 0.43 on, and with the second up to 0.32.
    """
    scores = np.zeros((3, N))
    columns = [arrays(BASE, "main").theme_of == theme for theme in range(2)]
    for row, (one, other) in enumerate([(100, 0), (40, 100), (65, 45)]):
        scores[row, columns[0]], scores[row, columns[1]] = one, other
    case = invented(scores, version="never both")
    outcomes = Outcomes(Votes(case, np.array([[100, OPEN, *[0] * (len(THEMES) - 2)]])))
    assert outcomes.may_be_first.tolist() == [[True, True, False]]


def test_what_is_nowhere_better_leaves_nothing_open():
    scores = [[50.0] * N, [49.8] * N, [0.0] * N]
    outcomes = Outcomes(Votes(invented(scores, version="nowhere better"), np.full((1, len(THEMES)), 100.0)))
    assert outcomes.first.tolist() == [0]
    assert outcomes.may_be_first.tolist() == [[True, False, False]]


def test_corners_only_save_time(monkeypatch):
    """The linear programme alone says the same."""
    votes = by_chance(11, 12, left_open=0.3)
    one, other = Outcomes(votes), Outcomes(votes)
    quick = one.may_be_first, one.may_be_near, one.may_be_last
    monkeypatch.setattr(outcomes_module, "MOST_CORNERS", 0)
    assert np.array_equal(quick, (other.may_be_first, other.may_be_near, other.may_be_last))


@given(seeds)
@examples(10, 300)
def test_people_in_another_order_and_people_twice(seed):
    votes = by_chance(seed, 15)
    one = Outcomes(votes)
    count, mixed = one.counts(), Outcomes(votes.only(np.random.default_rng(seed).permutation(15))).counts()
    assert mixed == count
    twice = Outcomes(Votes(votes.case, np.repeat(votes.points, 2, axis=0))).counts()
    assert twice.certain == tuple(2 * number for number in count.certain)
    assert twice.possible == tuple(2 * number for number in count.possible)
    assert sum(count.certain) + count.level + count.unsure + count.unknown == 15
    assert all(low <= high for low, high in zip(count.certain, count.possible, strict=True))
    for item in one.acceptance:
        assert item.near[0] <= item.near[1]
        assert item.last[0] <= item.last[1]


def test_the_room_meets_the_draws_of_one_person():
    """One ballot alone: the shares that its own verdict has over the effects."""
    votes = by_chance(4, 1, left_open=0)
    (own,) = comparisons(votes)
    found = first_shares_of_room(Outcomes(votes))
    assert found.shares == pytest.approx(joint_shares(own, own.in_race, "effects"), abs=1e-3)
    points = votes.points.copy()
    points[0, int(np.argmin(points[0]))] = np.nan
    votes = Votes(votes.case, points)
    (own,) = comparisons(votes)
    found = first_shares_of_room(Outcomes(votes))
    assert found.shares == pytest.approx(joint_shares(own, own.in_race, "effects"), abs=1e-3)
    assert found.unsure == pytest.approx(1 - sum(found.shares))


def test_plans_that_cannot_be_told_apart_share_the_first_place():
    case = invented([[60.0] * N, [60.0] * N, [20.0] * N], version="twins")
    votes = Votes(case, np.full((3, len(THEMES)), 100.0))
    outcomes = Outcomes(votes)
    assert first_shares_of_room(outcomes).shares == (0.5, 0.5, 0)
    count = outcomes.counts()
    assert (count.certain, count.possible, count.level) == ((0, 0, 0), (3, 3, 0), 3)


def test_a_large_room_meets_all_draws_in_parts():
    votes = by_chance(6, 8, left_open=0.1)
    few = first_shares_of_room(Outcomes(votes))
    many = Votes(votes.case, np.repeat(votes.points, 24, axis=0))
    mixed = many.only(np.random.default_rng(1).permutation(len(many)))
    shares = [first_shares_of_room(Outcomes(room)).shares for room in (many, mixed)]
    assert shares[0] == pytest.approx(shares[1], abs=1e-12)
    assert shares[0] == pytest.approx(few.shares, abs=0.01)


def test_the_middle_of_the_room_by_hand():
    votes = harbour(*[[100, 50, OPEN]] * 4, *[[100, 0, 40]] * 3, *[[40, 100, 80]] * 3)
    # moving: 100; living 0 0 0 50 50 50 50 100 100 100: 50; money was answered by six
    middle = middle_weighing(votes, 7)
    assert dict(middle.theme_points) == {"moving": 100, "living": 50}
    assert middle.unsure == {"money"}
    assert middle_verdict(votes, 7).comparison.weighing == middle
    # each on a theme of its own: every middle is 0
    assert middle_weighing(harbour(*[row for row in np.eye(3) * 100 for _ in range(7)]), 7) is None
    assert middle_verdict(harbour(*[row for row in np.eye(3) * 100 for _ in range(7)]), 7) is None


def test_the_middle_within_themes_that_were_opened():
    inside = np.full((9, len(HARBOUR.summed)), np.nan)
    inside[:5, :2] = 100, 50
    middle = middle_weighing(harbour(*[[100, 0, 0]] * 9, criterion_points=inside), 7)
    names = arrays(HARBOUR, "main").criteria
    assert dict(middle.criterion_points)[names[0]] == 100
    assert dict(middle.criterion_points)[names[1]] == 50


def test_a_theme_that_everybody_divides_otherwise_counts_its_criteria_equally():
    inside = np.full((10, len(HARBOUR.summed)), np.nan)
    inside[:5, :2], inside[5:, :2] = (100, 0), (0, 100)
    middle = middle_weighing(harbour(*[[100, 0, 0]] * 10, criterion_points=inside), 7)
    names = arrays(HARBOUR, "main").criteria
    assert middle.criterion_points[names[0]] == middle.criterion_points[names[1]] == 100


def test_who_is_least_objected_to():
    points = scaled(np.random.default_rng(2).uniform(1, 100, (30, len(LUTKEMEER.themes))))
    votes = Votes(LUTKEMEER, points)
    outcomes = Outcomes(votes)
    found = {item.row: item for item in outcomes.acceptance}
    assert set(found) == set(outcomes.contenders)
    weights = points[:, votes.table.theme_of] * votes.within
    totals = (weights / weights.sum(axis=1, keepdims=True)) @ votes.table.scores.T
    inside = totals[:, list(outcomes.contenders)]
    for place, row in enumerate(outcomes.contenders):
        assert found[row].near == (int((inside.max(axis=1) - inside[:, place] <= 5).sum()),) * 2
        others = np.delete(inside, place, axis=1).min(axis=1)
        assert found[row].last[0] == int((others - inside[:, place] >= 0.5).sum())
