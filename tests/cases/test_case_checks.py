"""What a reader should know about a sound case: one test for each kind of finding."""

from cases.checks import Favour, checks, favours
from cases.loader import load_case
from tests.cases.harbour import GOOD, copy_to, replace


def found(case, kind):
    return [finding for finding in checks(load_case(case)) if finding.kind == kind]


def test_overlap_between_two_themes_is_named_once(tmp_path):
    (overlap,) = found(GOOD, "overlap")
    assert overlap.where == "criteria.co2"
    assert "'CO2 emissions' and 'Travel time'" in overlap.text.en
    assert "Kortere reizen stoten minder uit." in overlap.text.nl
    both_ways = copy_to(tmp_path)
    replace(
        both_ways, "case.yaml", "    in_sum: true\n    monitor_topic: here_now.work_and_leisure\n",
        "    in_sum: true\n    overlaps:\n      - {with: [co2], why: {nl: Ja, en: Yes}}\n"
        "    monitor_topic: here_now.work_and_leisure\n",
    )  # fmt: skip
    assert len(found(both_ways, "overlap")) == 1


def test_overlap_within_a_theme_or_outside_the_sum_is_no_finding(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "{with: [travel_time]", "{with: [green, harbour_view]")
    assert found(case, "overlap") == []


def test_every_unknown_effect_is_named_with_its_reason():
    (unknown,) = found(GOOD, "unknown")
    assert unknown.where == "performances.ring_road.green"
    assert unknown.text.en == "'Green in the street' of 'Ring road' is not known. Nobody has counted"
    assert unknown.text.nl == "'Groen in de straat' van 'Rondweg' is niet bekend. Niemand heeft geteld"


def test_the_share_of_the_weakest_grade_is_counted_among_known_effects():
    # D: tram/green and three times harbour_view = 4; known: 18 lines less 1 unknown = 17; 4/17 = 24%
    (weakest,) = found(GOOD, "grade_d")
    assert "4 of the 17 known figures (24%)" in weakest.text.en
    assert "4 van de 17 bekende cijfers (24%)" in weakest.text.nl


def test_a_criterion_on_which_all_are_equal_is_named(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "performances.csv", "ring_road,harbour_view,2", "ring_road,harbour_view,4")
    assert found(case, "all_equal") == []
    replace(case, "performances.csv", "tram,harbour_view,3", "tram,harbour_view,4")
    assert [finding.where for finding in found(case, "all_equal")] == ["criteria.harbour_view"]


def test_an_effect_that_runs_beyond_the_range_is_named():
    # travel_time 40 -> 20: as_now runs to 42; co2 30 -> 10: ring_road runs to 35, tram from 8;
    # the second range of co2, 50 -> 10, is about central values only, and those lie within it
    beyond = found(GOOD, "outside_range")
    assert [finding.where for finding in beyond] == [
        "performances.as_now.travel_time",
        "performances.ring_road.co2",
        "performances.tram.co2",
    ]
    assert "is 38.5 - 42 minutes per trip" in beyond[0].text.en
    assert "is 38,5 - 42 minuten per reis" in beyond[0].text.nl


def test_a_central_value_beyond_the_second_range_is_named(tmp_path):
    # ring_road's 30 lies beyond 28; its main range still ends at 30
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "second_range: {worst: 50, best: 10}", "second_range: {worst: 28, best: 10}")
    (beyond,) = [finding for finding in found(case, "outside_range") if "tweede bereik" in finding.text.nl]
    assert beyond.where == "performances.ring_road.co2"


def test_a_theme_with_more_than_twice_the_criteria_of_another_is_named(tmp_path):
    # in the sum: moving 2, living 2, money 1; with harbour_view living has 3, more than twice 1
    assert found(GOOD, "uneven_themes") == []
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "in_sum: false", "in_sum: true")
    replace(
        case, "case.yaml",
        "    left_out_because: {nl: Over smaak valt niet te rekenen., en: Taste cannot be summed.}\n", "",
    )  # fmt: skip
    replace(case, "profiles.yaml", "green: 0}", "green: 0, harbour_view: 0}")
    (uneven,) = found(case, "uneven_themes")
    assert uneven.where == "themes.living"
    assert "'Living' has 3 criteria and 'Money' has 1" in uneven.text.en


def test_monitor_topics_without_a_criterion_are_named():
    # 14 topics; the case has work_and_leisure, environment, natural_capital and economic_capital
    topics = [finding.where for finding in found(GOOD, "topic_without_criterion")]
    assert len(topics) == 10
    assert "monitor_topics.here_now.health" in topics
    assert "monitor_topics.later.economic_capital" not in topics


def test_leads_are_counted_per_criterion_and_per_theme():
    # scores     tt  rel  co2  green  cost     moving  living           money
    #   as_now    0    0   40     50   100        0      45              100
    #   ring     75   60    0      ?    25       67.5    0 to 50          25
    #   tram     50  100  100     80    40       75      90               40
    # criteria: ring leads tt; tram leads rel and co2; as_now leads cost; green may still go to ring, so nobody's
    # themes: tram leads moving, and living whatever ring's green is (90 > 50); as_now leads money
    assert favours(load_case(GOOD)) == {
        "as_now": Favour(criteria=1, themes=1),
        "ring_road": Favour(criteria=1, themes=0),
        "tram": Favour(criteria=2, themes=2),
    }


def test_a_tie_counts_for_each(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "performances.csv", "tram,cost,240000,201250.75,312000", "tram,cost,0,0,0")
    counted = favours(load_case(case))
    assert (counted["as_now"].criteria, counted["tram"].criteria) == (1, 3)
    assert (counted["as_now"].themes, counted["tram"].themes) == (1, 3)
