"""One list of what is not in the numbers: complete, in parts, and never with the unmeasured at the bottom."""

import pytest

from mcda.information import information_gains
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.cases.test_lutkemeer import CASE
from weighing.comparison import compare
from weighing.dimensions import by_rule
from weighing.gaps import KINDS, gaps
from weighing.score_draws import score_doubt
from weighing.weighing import from_profile
from weighing.what_if import changed

HARBOUR = loaded(GOOD)
AT_CASE = by_rule(CASE, "themes")


def of_kind(found, kind):
    return [gap for gap in found if gap.kind == kind]


def test_the_harbour_list_by_hand():
    # not counted: 1. unknown: green_floor and heard for the ring road, one claim about the valley, green of the ring
    # road. quality D: harbour_view of all three (not in the sum, so together), green of the tram. no euro: 5 criteria.
    found = gaps(by_rule(HARBOUR, "themes"))
    assert [(gap.kind, gap.about, gap.key, gap.alternatives) for gap in found][:7] == [
        ("not_counted", "words", "", ("tram",)),
        ("unknown", "requirement", "green_floor", ("ring_road",)),
        ("unknown", "requirement", "heard", ("ring_road",)),
        ("unknown", "group", "valley", ("as_now",)),
        ("unknown", "effect", "green", ("ring_road",)),
        ("illustrative", "effect", "harbour_view", ()),
        ("illustrative", "effect", "green", ("tram",)),
    ]
    assert len(of_kind(found, "no_euro")) == 5


def test_the_points_that_an_unknown_effect_can_move():
    # green weighs 1/6 and is best at 30%. Not known: 0 to 100 points, so 100/6. Of the tram 30 to 40%: 100 to 66.7, so
    # 33.3/6 = 100/18
    found = {(gap.key, *gap.alternatives): gap for gap in gaps(by_rule(HARBOUR, "themes")) if gap.could_change}
    assert found["green", "ring_road"].could_change.points == pytest.approx(100 / 6)
    assert found["green", "tram"].could_change.points == pytest.approx(100 / 18)


def test_every_illustrative_figure_is_in_the_list_once():
    listed = [
        (alternative, gap.key)
        for gap in of_kind(gaps(AT_CASE), "illustrative")
        for alternative in gap.alternatives or [item.id for item in CASE.alternatives]
    ]
    weak = [key for key, cell in CASE.performances.items() if cell.grade == "D" and cell.value is not None]
    assert sorted(listed) == sorted(weak)


def test_what_has_no_number_stands_on_top_of_its_part_and_the_rest_runs_down():
    for kind in KINDS:
        part = of_kind(gaps(AT_CASE), kind)
        without = [gap.could_change is None and gap.weight is None for gap in part]
        assert without == sorted(without, reverse=True), kind
        weights = [gap.weight for gap in part if gap.weight is not None]
        assert weights == sorted(weights, reverse=True)
        known = [gap.could_change for gap in part if gap.could_change]
        changes = [(round(change.gain, 4), round(change.points, 6)) for change in known]
        assert changes == sorted(changes, reverse=True)


def test_what_an_effect_gains_is_that_of_everything_that_varies_as_one_with_it():
    at = compare(CASE, from_profile(CASE.profile("residents_citywide")))
    found = information_gains(score_doubt(CASE, "main"), at.weights, at.first, at.second, at.rivals)
    gains = {cell: gain.points for gain in found for cell in gain.quantity.known}
    assert max(gains.values()) > 0.1
    listed = 0
    for gap in of_kind(gaps(at), "illustrative"):
        if gap.could_change:
            place = (
                [item.id for item in CASE.alternatives].index(gap.alternatives[0]),
                [item.id for item in CASE.summed].index(gap.key),
            )
            assert gap.could_change.gain == gains.get(place, 0)
            listed += gap.could_change.gain > 0
    assert listed > 1


def test_a_case_without_euros_has_no_such_part():
    assert of_kind(gaps(by_rule(changed(CASE, "no euros", valuation=None), "themes")), "no_euro") == []
