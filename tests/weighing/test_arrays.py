"""A case as arrays: scores, ranges, weights and yardstick signs, checked by hand."""

from typing import get_args

import numpy as np
import pytest

from cases.definition.shapes import Range, ValueShape
from cases.reading.loader import load_case
from mcda.pieces import line
from mcda.value import Bent, Classes, Goal, Linear
from tests.cases.harbour import GOOD, copy_to, replace
from texts import LANGUAGES, words
from weighing.arrays import arrays, profile_weights, value_function, weights, yardstick_sign

NAN = float("nan")
RANGE = Range(worst=0, best=1)


def test_performances_stand_in_the_order_of_the_case_and_unknown_is_nan():
    found = arrays(load_case(GOOD), "main")
    assert found.alternatives == ("as_now", "ring_road", "tram")
    assert found.criteria == ("travel_time", "reliability", "co2", "green", "cost")
    np.testing.assert_array_equal(
        found.performances, [[40, 0, 20, 15, 0], [25, 1, 30, NAN, 300000], [30, 2, 10, 36, 240000]]
    )
    np.testing.assert_array_equal(found.theme_of, [0, 0, 1, 1, 2])


def test_scores_match_a_hand_calculation():
    # travel_time (40 - x) / 20; reliability by class 0, 60, 100; co2 on the points (10, 100), (20, 40), (30, 0);
    # green x / 30 up to 30 and (60 - x) / 30 beyond; cost (400000 - x) / 400000
    np.testing.assert_allclose(
        arrays(load_case(GOOD), "main").scores, [[0, 0, 40, 50, 100], [75, 60, 0, NAN, 25], [50, 100, 100, 80, 40]]
    )


def test_an_effect_without_a_stated_range_has_its_own_value_at_both_ends():
    found = arrays(load_case(GOOD), "main")
    np.testing.assert_array_equal(found.low[:, 3], [15, NAN, 30])
    np.testing.assert_array_equal(found.high[:, 3], [15, NAN, 40])
    np.testing.assert_array_equal(found.low[:, 1], [0, 0, 2])


def test_the_value_functions_follow_the_case():
    found = arrays(load_case(GOOD), "main")
    assert found.functions == (
        Linear(40, 20), Classes((0, 60, 100)), Bent(((10, 100), (20, 40), (30, 0))), Goal(30, 0, 60), Linear(400000, 0),
    )  # fmt: skip


def test_the_second_range_stretches_a_bent_function_and_leaves_the_others():
    # main 30 -> 10, second 50 -> 10: a performance p moves to 50 + (p - 30) * (10 - 50) / (10 - 30) = 2p - 10
    #   points (10, 100), (20, 40), (30, 0) become (10, 100), (30, 40), (50, 0)
    #   as_now 20: halfway (10, 100) and (30, 40) = 70;  ring_road 30: 40;  tram 10: 100
    case = load_case(GOOD)
    second = arrays(case, "second")
    assert second.functions[2] == Bent(((10, 100), (30, 40), (50, 0)))
    np.testing.assert_allclose(second.scores[:, 2], [70, 40, 100])
    np.testing.assert_array_equal(
        np.delete(second.scores, 2, axis=1), np.delete(arrays(case, "main").scores, 2, axis=1)
    )


@pytest.mark.parametrize("ranges", ["main", "second"])
def test_a_shape_and_its_calculation_draw_the_same_line(ranges):
    case = load_case(GOOD)
    for criterion in case.summed:
        function, main = value_function(criterion, ranges), criterion.range
        if main is None:
            assert function.whole
            assert criterion.value_function.corners(RANGE, RANGE) == ()
            continue
        chosen = (criterion.second_range if ranges == "second" else None) or main
        corners = criterion.value_function.corners(main, chosen)
        assert line(*corners) == function.pieces
        for at, score in corners:
            assert float(function.scores(at)) == score


def test_every_shape_that_is_not_straight_is_told_in_the_report():
    shapes = get_args(get_args(ValueShape)[0])
    assert len(shapes) >= 4
    for shape in shapes:
        kind = get_args(shape.model_fields["type"].annotation)[0]
        for language in LANGUAGES:
            assert shape.straight or f"chapters.shape_{kind}" in words(language).texts


def test_an_effect_beyond_the_range_is_cut_and_marked(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "performances.csv", "as_now,travel_time,40,38.5,42", "as_now,travel_time,41,38.5,42")
    found = arrays(load_case(case), "main")
    assert found.scores[0, 0] == 0
    assert np.argwhere(found.outside).tolist() == [[0, 0]]
    assert not arrays(load_case(GOOD), "main").outside.any()


def test_the_arrays_cannot_be_changed_by_accident():
    with pytest.raises(ValueError, match="read-only"):
        arrays(load_case(GOOD), "main").scores[0, 0] = 1


def test_other_words_for_the_ranges_are_refused():
    with pytest.raises(ValueError, match="'third'"):
        arrays(load_case(GOOD), "third")


def test_weights_are_the_theme_share_times_the_share_within_the_theme():
    # themes 100 : 60 : 40 = 0.5, 0.3, 0.2; within moving 100 : 25 = 0.8, 0.2; within living equal
    found = weights(
        load_case(GOOD), {"moving": 100, "living": 60, "money": 40}, {"travel_time": 100, "reliability": 25}
    )
    np.testing.assert_allclose(found, [0.4, 0.1, 0.15, 0.15, 0.2])


def test_a_theme_that_was_not_weighed_carries_no_weight():
    np.testing.assert_allclose(weights(load_case(GOOD), {"living": 100}, {}), [0, 0, 0.5, 0.5, 0])


def test_the_weights_of_a_profile_use_its_points_within_themes():
    # themes 50 : 50 : 100; within moving 100 : 50, within living 100 : 0
    case = load_case(GOOD)
    np.testing.assert_allclose(profile_weights(case, case.profile("treasurer")), [1 / 6, 1 / 12, 0.25, 0, 0.5])


@pytest.mark.parametrize(
    ("themes", "criteria", "words"),
    [
        ({"ferry": 100}, {}, "no theme 'ferry'"),
        ({"moving": 100}, {"harbour_view": 100}, "no criterion in the sum 'harbour_view'"),
        ({"moving": 100}, {"travel_time": 100}, "'moving': give points to all"),
        ({"moving": -1}, {}, "negative"),
        ({}, {}, "0"),
    ],
)
def test_points_that_make_no_weights_are_refused(themes, criteria, words):
    with pytest.raises(ValueError, match=words):
        weights(load_case(GOOD), themes, criteria)


@pytest.mark.parametrize(
    ("alternative", "criterion", "sign"),
    [
        ("ring_road", "travel_time", "++"),  # 40 -> 25: 15 minutes less, much is 12
        ("tram", "travel_time", "+"),  # 40 -> 30: 10 less, some is 2
        ("ring_road", "co2", "--"),  # 20 -> 30: 10 more, much is 10
        ("tram", "co2", "++"),  # 20 -> 10
        ("ring_road", "reliability", "+"),  # score 0 -> 60, some is 30, much is 80
        ("tram", "reliability", "++"),  # score 0 -> 100
        ("tram", "green", "+"),  # 15 lies 15 from the goal 30, 36 lies 6 from it: 9 nearer, some is 5, much is 20
        ("ring_road", "green", None),  # not known
        ("ring_road", "harbour_view", "--"),  # 4 -> 2, much is 2; signs are for all criteria, also outside the sum
        ("tram", "harbour_view", "-"),  # 4 -> 3
        ("as_now", "travel_time", "0"),  # the reference itself
    ],
)
def test_a_sign_says_better_or_worse_than_the_reference(alternative, criterion, sign):
    assert yardstick_sign(load_case(GOOD), alternative, criterion) == sign


def test_a_difference_just_below_the_yardstick_is_no_difference(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "performances.csv", "tram,harbour_view,3", "tram,harbour_view,3.01")
    assert yardstick_sign(load_case(case), "tram", "harbour_view") == "0"


def test_rounding_inside_the_computer_does_not_hide_a_sign(tmp_path):
    # 0.3 - 0.1 is 0.19999999999999998 for a computer, and 0.2 for everybody else
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "some: 1, much: 2,", "some: 0.2, much: 2,")
    replace(case, "performances.csv", "as_now,harbour_view,4", "as_now,harbour_view,0.1")
    replace(case, "performances.csv", "tram,harbour_view,3", "tram,harbour_view,0.3")
    assert yardstick_sign(load_case(case), "tram", "harbour_view") == "+"


def test_an_unknown_reference_leaves_every_sign_unknown(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "performances.csv", "as_now,harbour_view,4,,,1-5,S2,D,,", "as_now,harbour_view,,,,1-5,,,Mist,Fog")
    loaded = load_case(case)
    assert [yardstick_sign(loaded, item.id, "harbour_view") for item in loaded.alternatives] == [None, None, None]


def test_the_order_of_lines_and_columns_in_the_table_is_irrelevant(tmp_path):
    case = copy_to(tmp_path)
    lines = (case / "performances.csv").read_text(encoding="utf-8").splitlines()
    (case / "performances.csv").write_text("\n".join([lines[0], *lines[:0:-1]]), encoding="utf-8")
    np.testing.assert_array_equal(arrays(load_case(case), "main").scores, arrays(load_case(GOOD), "main").scores)
