import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import SHIPPED
from tests.cases.loaded import loaded
from weighing.weighing import OWN, Weighing, from_largest, from_profile

CASE = loaded(SHIPPED / "lutkemeer")
THEMES = [theme.id for theme in CASE.themes]
FOOD = [criterion.id for criterion in CASE.summed_in("food_soil")]

MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("points"), st.sampled_from(THEMES), st.integers(0, 100)),
        st.tuples(st.just("inside"), st.sampled_from(FOOD), st.integers(0, 100)),
    ),
    max_size=30,
)


def play(weighing: Weighing, moves) -> Weighing:
    for move, key, value in moves:
        theme = move == "points"
        weighing = weighing.with_theme(key, value) if theme else weighing.with_criterion(key, value, FOOD)
    return weighing


@given(st.sampled_from(THEMES), MOVES)
def test_whatever_a_person_does_the_largest_step_is_100(first, moves):
    weighing = play(from_largest(first), moves)
    assert max(weighing.theme_points.values()) == 100
    assert min(weighing.theme_points.values()) >= 0
    assert not weighing.criterion_points or max(weighing.criterion_points.values()) == 100


def test_a_blank_start_holds_one_theme_and_no_hidden_values():
    weighing = from_largest("community")
    assert weighing.theme_points == {"community": 100}
    assert weighing.start == OWN
    assert not weighing.complete(CASE)


def test_before_a_start_there_are_no_weights():
    assert not Weighing().started
    assert Weighing().theme_points == {}


def test_the_only_theme_at_100_is_locked_until_another_is_there():
    weighing = from_largest("work").with_theme("community", 60)
    assert weighing.locked("work")
    assert weighing.with_theme("work", 50) == weighing
    both = weighing.with_theme("community", 100)
    assert not both.locked("work")
    assert both.with_theme("work", 50).theme_points == {"work": 50, "community": 100}


def test_points_in_an_opened_theme_are_kept_for_all_its_criteria():
    weighing = from_largest("food_soil").with_criterion("local_food", 40, FOOD)
    assert weighing.criterion_points == {"fertile_soil": 100, "local_food": 40, "farmland_elsewhere": 100}
    assert weighing.with_equal_criteria(FOOD).criterion_points == {}


@pytest.mark.parametrize("points", [-1, 101, float("nan"), float("inf")])
def test_points_outside_0_to_100_are_refused(points):
    with pytest.raises(ValueError, match="between 0 and 100"):
        from_largest("work").with_theme("community", points)


def test_points_are_stale_on_another_range_until_confirmed():
    weighing = from_largest("work")
    moved = weighing.on_ranges("second")
    assert moved.stale
    assert not moved.confirmed().stale
    assert not moved.on_ranges("main").stale


@pytest.mark.parametrize("profile", CASE.profiles, ids=lambda profile: profile.id)
def test_every_profile_can_be_started_from(profile):
    weighing = from_profile(profile)
    assert weighing.complete(CASE)
    assert weighing.start == profile.id
