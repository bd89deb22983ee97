"""Effects on a strip: where the marks stand, by hand, and that none hides another."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases import SHIPPED
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from texts import LANGUAGES, words
from weighing.what_if import changed
from wording.effect_cells import effect_cells
from wording.effect_strips import ROOM, effect_strip, stacked

HARBOUR, LUTKEMEER, TEN = loaded(GOOD), loaded(SHIPPED / "lutkemeer"), loaded(GOOD.parent / "ten_plans")
PLACES = st.tuples(st.floats(0, 100), st.floats(0, 100)).map(lambda ends: (min(ends), max(ends)))


def strip(case, criterion, language="nl"):
    return effect_strip(case, case.criterion(criterion), words(language))


def marks(case, criterion):
    return {mark.cell.alternative.id: mark for mark in strip(case, criterion).marks}


def with_tram(criterion, **figures):
    """The harbour with other figures for the tram on one criterion."""
    table, place = dict(HARBOUR.performances), ("tram", criterion)
    table[place] = replace(table[place], **figures)
    return changed(HARBOUR, f"tram {criterion} {figures}", performances=MappingProxyType(table))


def test_a_mark_stands_where_its_unit_says():
    # From 40 (worst) to 20 (best) minutes: the ring road takes 25, (40-25)/20 = 75; low 22 and high 30 are 90 and 50.
    found = marks(HARBOUR, "travel_time")["ring_road"]
    assert found.place == pytest.approx(75)
    assert found.whisker == pytest.approx((50, 90))
    assert (strip(HARBOUR, "travel_time").worst, strip(HARBOUR, "travel_time").best) == ("40", "20 minuten per reis")


def test_classes_and_a_goal_stand_by_their_score():
    scores = [level.score for level in HARBOUR.criterion("reliability").classes]
    assert {mark.place for mark in strip(HARBOUR, "reliability").marks} <= set(scores)
    # Best at 30 per cent, worst at 0 and 60. 36 is 6 of 30 away: 80. From 24 to 40 goes from 80 by the goal to 66.7.
    found = marks(with_tram("green", value=36.0, low=24.0, high=40.0), "green")["tram"]
    assert (found.place, found.whisker) == (pytest.approx(80), pytest.approx((200 / 3, 100)))


def test_who_is_not_known_is_named_and_who_fails_a_requirement_is_marked():
    green = strip(HARBOUR, "green")
    assert [cell.alternative.id for cell in green.unknown] == ["ring_road"]
    assert "ring_road" not in {mark.cell.alternative.id for mark in green.marks}
    assert [key for key, mark in marks(HARBOUR, "travel_time").items() if mark.fails] == ["as_now"]
    cell = effect_cells(HARBOUR, HARBOUR.criterion("travel_time"), words("nl"))[0]
    assert any(remark.heading == words("nl")("effects.requirement") for remark in cell.remarks)


@pytest.mark.parametrize(("value", "side", "place"), [(45.0, "worse", 0), (15.0, "better", 100), (40.0, "", 0)])
def test_what_lies_outside_the_range_stands_at_its_end_and_says_so(value, side, place):
    found = marks(with_tram("travel_time", value=value), "travel_time")["tram"]
    assert (found.outside, found.place) == (side, place)
    assert (words("nl")("strip.worse") in found.words) == (side == "worse")


@given(st.lists(PLACES, max_size=12))
def test_no_two_marks_touch(spans):
    rows = stacked(spans)
    for one, (low, high) in enumerate(spans):
        for other, (left, right) in enumerate(spans[:one]):
            assert rows[one] != rows[other] or low - right >= 2 * ROOM or left - high >= 2 * ROOM
    assert set(rows) == set(range(max(rows, default=-1) + 1))  # no row stays empty


def test_equal_effects_get_a_row_each():
    assert stacked([(50, 50)] * 3 + [(10, 10)]) == (0, 1, 2, 0)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", [LUTKEMEER, HARBOUR, TEN], ids=lambda case: case.id)
def test_every_effect_is_on_its_strip_in_the_order_of_the_case_and_says_its_figure(case, language):
    for criterion in case.criteria:
        found = effect_strip(case, criterion, words(language))
        shown = [cell.alternative.id for cell in (*(mark.cell for mark in found.marks), *found.unknown)]
        assert sorted(shown) == sorted(item.id for item in case.alternatives)
        order = [case.alternatives.index(mark.cell.alternative) for mark in found.marks]
        assert order == sorted(order)
        for mark in found.marks:
            assert mark.cell.with_unit in mark.words
            assert mark.cell.alternative.label.get(language) in mark.words
            assert (words(language)("grade.D") in mark.words) == mark.cell.illustrative
