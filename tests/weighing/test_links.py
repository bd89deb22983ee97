from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import SHIPPED
from tests.cases.loaded import loaded
from weighing.links import (
    Ignored,
    check,
    from_link,
    other_version,
    requirements_in,
    requirements_to_link,
    to_link,
)
from weighing.weighing import OWN, Weighing, from_largest, from_profile

CASE = loaded(SHIPPED / "lutkemeer")
THEMES = [theme.id for theme in CASE.themes]
FOOD = [criterion.id for criterion in CASE.summed_in("food_soil")]


@st.composite
def weighings(draw):
    points = draw(st.dictionaries(st.sampled_from(THEMES), st.floats(0, 100).map(lambda x: round(x, 3)), min_size=1))
    points[draw(st.sampled_from(THEMES))] = 100.0
    inside = {}
    if draw(st.booleans()):
        inside = {key: float(draw(st.integers(0, 100))) for key in FOOD} | {draw(st.sampled_from(FOOD)): 100.0}
    ranges, points_on = draw(st.sampled_from([("main", "main"), ("second", "main"), ("second", "second")]))
    start = draw(st.sampled_from([OWN, "water_board"]))
    return Weighing(start, MappingProxyType(points), MappingProxyType(inside), ranges, points_on)


@given(weighings())
def test_a_link_brings_back_exactly_the_same_weighing(weighing):
    back, ignored = from_link(CASE, to_link(CASE, weighing))
    assert back == weighing
    assert ignored == ()


@pytest.mark.parametrize("profile", CASE.profiles, ids=lambda profile: profile.id)
def test_every_profile_survives_a_link(profile):
    weighing = from_profile(profile)
    assert from_link(CASE, to_link(CASE, weighing)) == (weighing, ())


def test_no_weights_give_an_empty_link_and_back():
    assert to_link(CASE, Weighing()) == {}
    assert from_link(CASE, {}) == (Weighing(), ())


@pytest.mark.parametrize(
    ("part", "text", "found"),
    [
        ("w", "work-100~nonsense-50", "nonsense-50"),
        ("w", "work-100~community-abc", "community-abc"),
        ("w", "work-100~community-101", "community-101"),
        ("w", "work-100~community-nan", "community-nan"),
        ("w", "work-100~community-inf", "community-inf"),
        ("w", "work-100~work-20", "work-20"),
        ("w", "work-100~<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("w", "work-100~community--5", "community--5"),
        ("w", "work-100~-", "-"),
    ],
)
def test_a_part_that_makes_no_sense_is_named_and_the_rest_works(part, text, found):
    weighing, ignored = from_link(CASE, {"start": OWN, part: text})
    assert weighing.theme_points == {"work": 100}
    assert ignored == (Ignored(part, found),)


def test_a_link_in_which_nothing_is_100_gives_no_weights_and_says_so():
    weighing, ignored = from_link(CASE, {"start": OWN, "w": "work-90~community-20"})
    assert not weighing.started
    assert ignored == (Ignored("w", "work-90~community-20"),)


def test_an_unknown_start_becomes_an_own_start():
    weighing, ignored = from_link(CASE, {"start": "removed_profile", "w": "work-100"})
    assert weighing.start == OWN
    assert ignored == (Ignored("start", "removed_profile"),)


def test_points_for_half_a_theme_are_ignored():
    weighing, ignored = from_link(CASE, {"start": OWN, "w": "food_soil-100", "c": "local_food-40"})
    assert weighing.criterion_points == {}
    assert [item.part for item in ignored] == ["c"]


def test_an_unknown_range_is_ignored():
    weighing, ignored = from_link(CASE, {"start": OWN, "w": "work-100", "r": "39"})
    assert weighing.ranges == "main"
    assert ignored == (Ignored("r", "39"),)


def test_a_very_long_link_is_cut_short_without_reading_it():
    weighing, ignored = from_link(CASE, {"start": OWN, "w": "work-100~" + "x" * 100_000})
    assert not weighing.started
    assert len(ignored[0].found) < 70


@given(st.dictionaries(st.sampled_from(["start", "w", "c", "r", "v", "lang"]), st.text(max_size=200)))
def test_no_link_whatever_breaks_the_reader(parts):
    weighing, _ = from_link(CASE, parts)
    assert not weighing.theme_points or max(weighing.theme_points.values()) == 100


def test_a_link_of_another_version_is_recognised():
    assert other_version(CASE, {"v": "000000000000"}) == "000000000000"
    assert other_version(CASE, to_link(CASE, from_largest("work"))) is None
    assert other_version(CASE, {}) is None


def test_what_somebody_does_not_know_has_a_sign_of_its_own():
    weighing = from_largest("work").with_theme("community", 20).with_unsure("food_soil")
    parts = to_link(CASE, weighing)
    assert parts["w"] == "work-100~food_soil-x~community-20"
    assert from_link(CASE, parts) == (weighing, ())


def test_the_check_matches_a_hand_calculation():
    # start and w with ~ between the five parts: "a~~~b~", as numbers 97 126 126 126 98 126; times 37 plus the next,
    # modulo 1021: 97; 3715 - 3*1021 = 652; 24250 - 23*1021 = 767; 28505 - 27*1021 = 938; 34804 - 34*1021 = 90;
    # 3456 - 3*1021 = 393, and 393 = 12 * 32 + 9: the letters at 12 and 9
    assert check({"start": "a", "w": "b"}) == "c9"


@pytest.mark.parametrize("weighing", [from_profile(CASE.profiles[0]), from_largest("work").with_unsure("community")])
def test_a_link_that_was_changed_on_its_way_gives_no_weights_and_says_so(weighing):
    parts = to_link(CASE, weighing)
    wrong = []
    for key in ("start", "w", "c"):
        text = parts.get(key, "")
        cut = [text[:length] for length in range(len(text))]
        other = [text[:place] + "7" + text[place + 1 :] for place in range(len(text)) if text[place] != "7"]
        wrong += [{**parts, key: found} for found in (*cut, *other)]
    wrong.append({key: text for key, text in parts.items() if key not in ("w", "c")})
    missed = [found for found in wrong if from_link(CASE, found) != (Weighing(), (Ignored("k", parts["k"]),))]
    assert len(missed) <= len(wrong) / 500  # two characters see a change almost always, one wrong character always


def test_a_link_of_another_format_gives_no_weights_and_says_which_part():
    parts = to_link(CASE, from_largest("work")) | {"k": "3ab"}
    assert from_link(CASE, parts) == (Weighing(), (Ignored("format", "3ab"),))


def test_a_link_without_a_check_opens_as_it_did():
    weighing = from_profile(CASE.profiles[0])
    parts = {key: text for key, text in to_link(CASE, weighing).items() if key != "k"}
    assert from_link(CASE, parts) == (weighing, ())


def test_hard_requirements_that_a_link_leaves_out_come_back_in_the_order_of_the_case():
    ids = [item.id for item in CASE.requirements]
    found, strange = requirements_in(CASE, requirements_to_link([ids[2], ids[0], "no_such", ""]))
    assert found == (ids[0], ids[2])
    assert strange == (Ignored("h", "no_such"),)
    assert requirements_to_link(()) == {}
    assert requirements_in(CASE, {}) == ((), ())


def test_criteria_that_were_moved_stay_in_the_link():
    weighing = replace(from_profile(CASE.profile("water_board")), moved=(FOOD[0],))
    parts = to_link(CASE, weighing)
    assert parts["m"] == FOOD[0]
    assert from_link(CASE, parts)[0].moved == (FOOD[0],)
