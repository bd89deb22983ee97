"""What a report is made from, and what it refuses."""

import pytest

from reports.chapters.summary_points import best_worst_blocks
from reports.content import NotExportable
from tests.reports.report_case import FAST, HARBOUR, PROFILES, content
from texts import words
from texts.message import Message
from weighing.euros.valuing import EuroChoices
from weighing.strongest_weakest import strong_points, weak_points
from weighing.weighing import from_largest
from weighing.what_if import changed
from wording.council_rows import council_columns


def refusal(case) -> Message:
    with pytest.raises(NotExportable) as caught:
        content(case)
    return caught.value.text


def test_a_comparison_without_its_reference_is_refused():
    text = refusal(changed(HARBOUR, "no reference", reference="gone"))
    assert "geen alternatief om mee te vergelijken" in text.get("nl")
    assert "no alternative to compare with" in text.get("en")


def test_a_comparison_of_one_alternative_is_refused():
    text = refusal(changed(HARBOUR, "alone", alternatives=HARBOUR.alternatives[:1]))
    assert "maar één alternatief" in text.get("nl")
    assert "only one alternative" in text.get("en")


def test_an_alternative_without_a_weak_point_is_said_and_the_report_can_be_made():
    # A tram than which nothing is better on any criterion.
    best = {"travel_time": 20, "reliability": 2, "co2": 10, "green": 30, "cost": 0, "harbour_view": 5}
    cells = {
        (alternative, criterion): cell if alternative != "tram" else _with(cell, best[criterion])
        for (alternative, criterion), cell in HARBOUR.performances.items()
    }
    perfect = changed(HARBOUR, "perfect", performances=cells)
    assert weak_points(perfect, "tram") == ()
    text, found = words("nl"), content(perfect)
    said = text("audit.no_weak_point", alternatives="Tram (B)")
    assert said in best_worst_blocks(found)[0].note.striptags()
    assert council_columns(perfect, text)[2].cells["worst"].words == text("short.worst_none")
    usual = text("audit.no_weak_point", alternatives="")[:20]
    assert usual not in best_worst_blocks(content(HARBOUR))[0].note.striptags()


def test_one_that_is_above_the_mean_everywhere_is_weak_where_another_is_furthest_ahead():
    # tram 60, as now 0, ring road 100 on travel time and 90 on CO2: above the means, behind the best by 40 and 30
    cells = dict(HARBOUR.performances)
    for name, scores in {"as_now": (0, 0), "ring_road": (100, 90), "tram": (60, 60)}.items():
        for criterion in HARBOUR.criteria:
            cells[name, criterion.id] = cells["tram", criterion.id]
        for key, score in zip(("travel_time", "co2"), scores, strict=True):
            span = HARBOUR.criterion(key).range
            cells[name, key] = _with(cells[name, key], span.worst + (span.best - span.worst) * score / 100)
    middle = changed(HARBOUR, "middle", performances=cells)
    assert weak_points(middle, "tram") == ("travel_time", "co2")
    assert set(strong_points(middle, "tram")) == {"co2", "travel_time"}


def _with(cell, value):
    return type(cell)(float(value), None, None, None, cell.unit, cell.sources, cell.grade, cell.note, cell.line)


def test_strong_and_weak_points_follow_the_rule_of_the_cards():
    # Lead over the mean of the others, in points of score:
    #   travel time   as now 0 - 62.5, ring road 75 - 25, tram 50 - 37.5
    #   cost          as now 100 - 32.5, ring road 25 - 70, tram 40 - 62.5
    assert strong_points(HARBOUR, "as_now") == ("cost",)
    assert weak_points(HARBOUR, "tram") == ("cost",)
    assert strong_points(HARBOUR, "ring_road")[0] == "travel_time"


def test_where_an_alternative_leads_nowhere_the_reference_is_what_it_is_compared_with():
    # All three have the same effects, so nobody leads or lags; only the view from the ring road is worse.
    cells = dict(HARBOUR.performances)
    for criterion in HARBOUR.criteria:
        cells["as_now", criterion.id] = cells["tram", criterion.id]
        cells["ring_road", criterion.id] = cells["tram", criterion.id]
    alike = changed(HARBOUR, "alike", performances=cells | {("ring_road", "harbour_view"): _with_view(1)})
    assert weak_points(alike, "ring_road") == ("harbour_view",)  # shown but not in the sum: no lead, but a sign
    assert weak_points(alike, "tram") == ()


def _with_view(value):
    return _with(HARBOUR.performances["ring_road", "harbour_view"], value)


def test_views_are_the_profiles_in_the_order_asked_and_then_the_makers_own():
    found = content(language="en", profiles=("treasurer", "equal"), own=FAST)
    assert [(view.id, view.label) for view in found.views] == [
        ("treasurer", "The treasurer"), ("equal", "All equal"), ("own", "Own weights")
    ]  # fmt: skip
    assert [round(float(total), 4) for total in found.views[0].comparison.totals] == [60, 30, 61.6667]


def test_a_list_is_put_in_order_by_the_makers_own_weights_or_by_equal_themes_never_by_an_example():
    assert content(own=FAST).base.weighing == FAST
    for other in (content(profiles=("treasurer",)), content(own=from_largest("money"))):
        assert other.base.theme_weights == pytest.approx([1 / 3] * 3)


def test_what_does_not_exist_is_refused():
    with pytest.raises(KeyError):
        content(profiles=("nobody",))
    with pytest.raises(ValueError, match="requirement"):
        content(requirements_off=("nothing",))
    with pytest.raises(NotExportable, match="no weighting to show"):
        content(profiles=())
    with pytest.raises(ValueError, match="valuation"):
        content(changed(HARBOUR, "no euros", valuation=None), profiles=PROFILES, euros=EuroChoices())


def test_what_takes_time_is_worked_out_once():
    found = content(profiles=("only_travel_time",))
    view = found.views[0]
    assert view.verdict is view.verdict
    assert view.said is view.said
    assert view.opinions is view.opinions
    assert found.views is found.views
    assert found.gaps is found.gaps
    assert set(view.around) == set(found.every_weighting) == {"themes", "criteria", "time_place"}
