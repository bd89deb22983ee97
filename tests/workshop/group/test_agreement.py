"""Where a room agrees: the rule by hand, and what was left open by trying everything."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.group.rooms import LIVING, MONEY, MOVING, OPEN, by_chance, harbour, seeds
from workshop.group.agreement import agreement, widths
from workshop.group.votes import Votes


def test_words_by_hand():
    # living 0 to 60: quarters 15 and 45, so 30 wide; money 0 to 100 in steps of 100/6, rounded: quarters 25 and 75
    living, money = (0, 10, 20, 30, 40, 50, 60), (0, 15, 35, 50, 65, 85, 100)
    found = agreement(harbour(*[[100, one, other] for one, other in zip(living, money, strict=True)]), 7)
    assert [theme.word for theme in found] == ["agree", "between", "differ"]
    assert [theme.width for theme in found] == [0, 30, 50]
    assert [theme.borderline for theme in found] == [None, None, None]
    assert [theme.theme for theme in found] == ["moving", "living", "money"]
    assert found[MONEY].far == 2  # 0 and 100 are 50 from the middle; 15 and 85 are 35
    assert all(theme.certain for theme in found)


@pytest.mark.parametrize(
    ("width", "word", "near"),
    [(20, "agree", "between"), (25, "between", "agree"), (35, "between", "differ"), (40, "differ", "between")],
)
def test_one_rounding_step_from_a_limit_is_said(width, word, near):
    """Of seven the quarters lie halfway the second and third, and the fifth and sixth."""
    points = (0, 20, 20, 30, 20 + width, 20 + width, 100)
    found = agreement(harbour(*[[100, living, 0] for living in points]), 7)[LIVING]
    assert (found.width, found.word, found.borderline) == (width, word, near)


def test_a_few_who_stand_apart_are_counted_where_the_room_agrees():
    found = agreement(harbour(*[[100, 20, 0]] * 16, *[[100, 90, 0]] * 4), 7)[LIVING]
    assert (found.word, found.far) == ("agree", 4)


def test_what_was_left_open_can_make_the_word_uncertain():
    alike = [[100, 50, 0]] * 12
    sure, unsure = (agreement(harbour(*alike, *[[100, OPEN, 0]] * count), 7)[LIVING] for count in (2, 8))
    assert (sure.word, sure.certain) == ("agree", True)
    assert (unsure.word, unsure.certain) == ("agree", False)


@given(st.lists(st.integers(0, 4).map(lambda step: 25.0 * step), min_size=1, max_size=6), st.integers(0, 3))
def test_the_narrowest_and_widest_middle_half_by_trying_all(points, left_open):
    grid = sorted({0.0, 100.0, float(np.median(points)), *points})
    tried = [
        float(np.subtract(*np.quantile([*points, *extra], (0.75, 0.25)))) for extra in product(grid, repeat=left_open)
    ]
    assert widths(np.array(points), left_open) == pytest.approx((min(tried), max(tried)))


@given(seeds)
def test_the_order_of_people_changes_no_word(seed):
    votes = by_chance(seed, 30)
    assert agreement(votes, 7) == agreement(votes.only(np.random.default_rng(seed).permutation(30)), 7)


def test_a_room_that_comes_twice_has_the_same_words():
    votes = by_chance(5, 101)
    twice = Votes(votes.case, np.repeat(votes.points, 2, axis=0))
    for one, other in zip(agreement(votes, 7), agreement(twice, 7), strict=True):
        assert one.word == other.word
        assert 2 * one.far == other.far


def test_few_answers_have_no_word():
    found = agreement(harbour(*[[100, 50, 0]] * 6, [100, OPEN, 0]), 7)
    assert (found[LIVING].word, found[LIVING].certain, found[LIVING].far) == (None, False, None)
    assert found[MOVING].word == "agree"
