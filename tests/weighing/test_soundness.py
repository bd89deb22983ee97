"""Is a case fair and sound: for each kind of finding a case in which it fires, and one in which it just does not."""

from dataclasses import replace as with_fields

import pytest

from cases import SHIPPED
from cases.reading.loader import load_case
from files.fields import Text
from tests.cases.harbour import GOOD, copy_to, replace
from tests.cases.loaded import loaded
from tests.cases.workbook.books import good, read_after
from weighing.dimensions import rules
from weighing.soundness import findings
from weighing.soundness.favours import Favour, favours
from weighing.soundness.finding_lines import as_data, finding_lines
from weighing.what_if import changed

HARBOUR = loaded(GOOD)
VALUE = {"low": None, "high": None}


def found(case, kind):
    return [finding for finding in findings(case) if finding.id == kind]


def with_cells(case, update):
    """Other fields for some effects, by (alternative, criterion)."""
    cells = {key: with_fields(cell, **update.get(key, {})) for key, cell in case.performances.items()}
    return changed(case, repr(update), performances=cells)  # a version of its own: portraits are remembered by it


def with_values(case, criterion, *values):
    """Other central values on one criterion, without low and high."""
    pairs = zip(case.alternatives, values, strict=True)
    return with_cells(case, {(item.id, criterion): VALUE | {"value": value} for item, value in pairs})


def with_criterion(case, key, **update):
    """Other fields for a criterion; its profiles may no longer fit, so no totals are expected."""
    criteria = tuple(item.model_copy(update=update) if item.id == key else item for item in case.criteria)
    return changed(case, f"{key} {update}", criteria=criteria, expected={})


def with_abouts(*words):
    """Three alternatives, described in this number of words and one more about governance."""
    both = [Text(nl="woord " * count, en="word " * count) for count in words]
    one = Text(nl="Regio", en="Region")
    alternatives = tuple(
        item.model_copy(update={"about": about, "governance": one, "reasons_for": (), "reasons_against": ()})
        for item, about in zip(HARBOUR.alternatives, both, strict=True)
    )
    return changed(HARBOUR, str(words), alternatives=alternatives)


def test_overlap_between_two_themes_is_named_once(tmp_path):
    (overlap,) = found(HARBOUR, "overlap")
    assert (overlap.severity, overlap.places) == ("warning", ("criteria.co2", "criteria.travel_time"))
    assert "'CO2 emissions' and 'Travel time'" in overlap.found.get("en")
    assert "Kortere reizen stoten minder uit." in overlap.found.get("nl")
    both_ways = copy_to(tmp_path)
    replace(
        both_ways, "case.yaml", "    in_sum: true\n    monitor_topic: here_now.work_and_leisure\n",
        "    in_sum: true\n    overlaps:\n      - {with: [co2], why: {nl: Ja, en: Yes}}\n"
        "    monitor_topic: here_now.work_and_leisure\n",
    )  # fmt: skip
    assert len(found(load_case(both_ways), "overlap")) == 1


def test_overlap_within_a_theme_or_outside_the_sum_is_no_finding(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "{with: [travel_time]", "{with: [green, harbour_view]")
    assert found(load_case(case), "overlap") == []


def test_two_criteria_with_the_same_figures_are_named_unless_the_case_says_that_they_overlap():
    same = with_criterion(with_values(HARBOUR, "cost", 40, 25, 30), "cost", unit="min/trip")
    (finding,) = found(same, "same_figures")
    assert finding.places == ("criteria.travel_time", "criteria.cost")
    assert "each of the 3 alternatives" in finding.found.get("en")
    assert found(with_values(same, "cost", 40, 25, 31), "same_figures") == []
    assert found(with_criterion(same, "cost", unit="min"), "same_figures") == []
    flat = with_values(with_values(same, "travel_time", 30, 30, 30), "cost", 30, 30, 30)  # all_equal says it already
    assert found(flat, "same_figures") == []
    told_so = HARBOUR.criterion("co2").overlaps[0]  # with travel_time
    assert found(with_criterion(same, "cost", overlaps=(told_so,)), "same_figures") == []


def test_of_many_criteria_with_the_same_figures_one_finding_names_all():
    many = HARBOUR
    for key in ("travel_time", "cost", "co2"):
        many = with_criterion(with_values(many, key, 40, 25, 30), key, unit="min/trip", overlaps=())
    (finding,) = found(many, "same_figures")
    assert finding.places == ("criteria.travel_time", "criteria.co2", "criteria.cost")


def test_two_names_that_look_the_same_are_named_once_for_both_languages():
    for part, first, second in (("alternatives", 0, 1), ("themes", 0, 2), ("criteria", 1, 3)):
        items = list(getattr(HARBOUR, part))
        label = items[first].label
        same = Text(nl=label.nl.upper(), en=f" {label.en}\N{NO-BREAK SPACE}".strip(" "))
        items[second] = items[second].model_copy(update={"label": same})
        (finding,) = found(changed(HARBOUR, part, **{part: tuple(items)}, expected={}), "names_alike")
        assert finding.places == (f"{part}.{items[first].id}", f"{part}.{items[second].id}")
    assert found(HARBOUR, "names_alike") == []


@pytest.mark.parametrize(
    ("unit", "values", "odd"),
    [
        ("% paved", (0.45, 60, 30), "as_now"),
        ("% paved", (60, 0.3, 30), "ring_road"),
        ("% paved", (60, 0.03, 30), None),  # far, but not between the others after a factor
        ("% paved", (0, 60, 30), None),
        ("% paved", (0.45, 60, None), None),  # two figures say nothing about which of them is odd
        ("t", (0.45, 60, 30), None),  # a plan may well be small
        ("t", (60, 30, 45_000), "tram"),
        ("t", (60, 4_500, 30), None),
    ],
)
def test_a_figure_on_another_scale_is_named(unit, values, odd):
    case = with_criterion(with_values(HARBOUR, "cost", *values), "cost", unit=unit)
    listed = found(case, "other_scale")
    assert [finding.places for finding in listed] == ([("criteria.cost", f"performances.{odd}.cost")] if odd else [])


def test_no_shipped_case_has_a_figure_on_another_scale_or_one_name_twice():
    for folder in sorted(SHIPPED.iterdir()):
        if (folder / "case.yaml").exists():
            case = loaded(folder)
            assert not found(case, "names_alike")
            assert not found(case, "other_scale"), [finding.found.get("en") for finding in found(case, "other_scale")]


@pytest.mark.parametrize(
    ("nl", "en", "unclear"),
    [("Er wordt niets gebouwd.", "Built.", False), ("Kantoor aan de kade", "Quay office", True)],
)
def test_a_reference_that_is_not_said_to_be_the_present_situation_is_asked_about(nl, en, unclear):
    first = HARBOUR.alternatives[0].model_copy(
        update={"label": Text(nl="Kade", en="Quay"), "about": Text(nl=nl, en=en)}
    )
    case = changed(HARBOUR, en, alternatives=(first, *HARBOUR.alternatives[1:]))
    assert [finding.places for finding in found(case, "reference_unclear")] == [("alternatives.as_now",)] * unclear


def test_figures_of_one_publisher_are_named_for_the_case_or_for_one_alternative():
    (whole,) = found(HARBOUR, "one_publisher")
    assert whole.places == ()
    assert "All 17 known figures rest on sources of one publisher: De tests." in whole.found.get("en")
    two = changed(HARBOUR, "two", sources={**HARBOUR.sources, "S2": with_fields(HARBOUR.sources["S2"], publisher="X")})
    assert found(two, "one_publisher") == []
    tram = with_cells(two, {("tram", item.id): {"sources": ("S2",)} for item in HARBOUR.criteria})
    (one,) = found(tram, "one_publisher")
    assert one.places == ("alternatives.tram",)
    assert "Alle 6 bekende cijfers van 'Tram' komen van één uitgever: X." in one.found.get("nl")


def test_sources_without_a_year_or_with_a_cut_address_are_named():
    def with_source(key, **fields):
        return changed(
            HARBOUR, repr(fields), sources=HARBOUR.sources | {key: with_fields(HARBOUR.sources[key], **fields)}
        )

    assert found(with_source("S1", year="2024"), "undated_sources") == []
    (undated,) = found(with_source("S1", year=""), "undated_sources")
    assert (undated.severity, undated.places) == ("notice", ())
    assert undated.found.get("nl") == f"Van 1 van de {len(HARBOUR.sources)} bronnen ontbreekt het jaar: S1."
    before = found(HARBOUR, "cut_addresses")
    (cut,) = found(with_source("S1", address="https://example.org", complete=False), "cut_addresses")
    assert "S1" in cut.found.get("en")
    assert before == [] or "S1" not in before[0].found.get("en")
    whole = with_source("S1", address="https://example.org/a", complete=True)
    assert [finding.found for finding in found(whole, "cut_addresses")] == [finding.found for finding in before]


def test_a_figure_of_grade_b_is_named_when_no_more_than_excerpts_were_read():
    key = ("tram", HARBOUR.criteria[0].id)
    read = with_fields(
        HARBOUR.sources["S2"], title=Text(nl="Nota; gelezen als uittreksel", en="Memo; read as an excerpt")
    )
    case = changed(HARBOUR, "excerpt", sources=HARBOUR.sources | {"S2": read})
    for grade, sources, named in (("B", ("S2",), True), ("C", ("S2",), False), ("B", ("S1", "S2"), False)):
        there = with_cells(case, {key: {"grade": grade, "sources": sources}})
        places = [finding.places for finding in found(there, "excerpt_above_c")]
        assert ((f"performances.{key[0]}.{key[1]}",) in places) == named
    assert not [
        finding for path in SHIPPED.iterdir() if path.is_dir() for finding in found(loaded(path), "excerpt_above_c")
    ]


def grades(**by_alternative):
    """Four known figures for each alternative, with these grades."""
    update = {}
    for alternative in HARBOUR.alternatives:
        for number, criterion in enumerate(HARBOUR.criteria):
            known = number < 4
            update[alternative.id, criterion.id] = {
                "value": 1.0 if known else None,
                "grade": by_alternative[alternative.id][number] if known else None,
            }
    return with_cells(HARBOUR, update)


def test_weaker_evidence_for_one_alternative_is_named():
    # a quarter of four figures is one: not more than a quarter
    assert found(grades(as_now="CCCC", ring_road="CCCC", tram="CCCD"), "uneven_grades") == []
    (finding,) = found(grades(as_now="CCCC", ring_road="CCCC", tram="CCDD"), "uneven_grades")
    assert finding.places[0] == "alternatives.tram"
    assert "Of the figures of 'Tram' 50% is estimated (quality D), of those of 'As now' 0%." in finding.found.get("en")
    (sound,) = found(grades(as_now="CCCC", ring_road="ABCC", tram="CCCC"), "uneven_grades")
    assert sound.places == ("alternatives.ring_road", "alternatives.tram")
    # what is there today can be measured; that alone is no leaning
    assert found(grades(as_now="AAAA", ring_road="CCCC", tram="CCCC"), "uneven_grades") == []


def test_every_unknown_effect_is_named_with_its_reason():
    (unknown,) = found(HARBOUR, "unknown")
    assert unknown.places == ("performances.ring_road.green",)
    assert unknown.found.get("en") == "'Green in the street' of 'Ring road' is not known. Nobody has counted"
    assert unknown.found.get("nl") == "'Groen in de straat' van 'Rondweg' is niet bekend. Niemand heeft geteld"
    assert found(with_values(HARBOUR, "green", 15, 20, 36), "unknown") == []


def test_the_share_of_the_weakest_grade_is_counted_among_known_effects():
    # D: tram/green and three times harbour_view = 4; known: 18 lines less 1 unknown = 17; 4/17 = 24%
    (weakest,) = found(HARBOUR, "grade_d")
    assert weakest.severity == "notice"
    assert "4 of the 17 known figures (24%)" in weakest.found.get("en")
    assert "4 van de 17 bekende cijfers (24%)" in weakest.found.get("nl")
    (half,) = found(grades(as_now="DDCC", ring_road="DDCC", tram="DDCC"), "grade_d")
    assert half.severity == "warning"
    assert found(grades(as_now="CCCC", ring_road="CCCC", tram="CCCC"), "grade_d") == []


def test_a_criterion_on_which_all_are_equal_is_named():
    assert found(with_values(HARBOUR, "harbour_view", 4, 4, 3), "all_equal") == []
    (equal,) = found(with_values(HARBOUR, "harbour_view", 4, 4, 4), "all_equal")
    assert (equal.severity, equal.places) == ("warning", ("criteria.harbour_view",))
    assert found(with_values(HARBOUR, "harbour_view", None, None, None), "all_equal") == []


def test_effects_that_fill_less_than_a_hundredth_of_the_scale_are_named():
    # the range of cost is 0 to 400,000: 4,000 is 1%, 3,000 is 0.75%
    assert found(with_values(HARBOUR, "cost", 0, 2000, 4000), "little_of_range") == []
    (little,) = found(with_values(HARBOUR, "cost", 0, 2000, 3000), "little_of_range")
    assert little.places == ("criteria.cost",)
    assert "fill 0.75% of the scale" in little.found.get("en")
    assert "vullen 0,75% van de schaal" in little.found.get("nl")
    assert found(with_values(HARBOUR, "cost", 0, None, 3000), "little_of_range") == []


def test_an_effect_that_runs_beyond_the_range_is_named():
    # travel_time 40 -> 20: as_now runs to 42; co2 30 -> 10: ring_road runs to 35, tram from 8;
    # the second range of co2, 50 -> 10, is about central values only, and those lie within it
    beyond = found(HARBOUR, "outside_range")
    assert [(finding.severity, *finding.places) for finding in beyond] == [
        ("notice", "performances.as_now.travel_time"),
        ("notice", "performances.ring_road.co2"),
        ("notice", "performances.tram.co2"),
    ]
    assert "is 38.5 to 42 minutes per trip" in beyond[0].found.get("en")
    assert "is 38,5 tot 42 minuten per reis" in beyond[0].found.get("nl")
    within = with_values(with_values(HARBOUR, "travel_time", 40, 25, 20), "co2", 30, 20, 10)
    assert found(within, "outside_range") == []
    assert [finding.severity for finding in found(with_values(within, "co2", 31, 20, 10), "outside_range")] == [
        "warning"
    ]


def test_a_central_value_beyond_the_second_range_is_named(tmp_path):
    # ring_road's 30 lies beyond 28; its main range still ends at 30
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "second_range: {worst: 50, best: 10}", "second_range: {worst: 28, best: 10}")
    (beyond,) = [item for item in found(load_case(case), "outside_range") if "tweede bereik" in item.found.get("nl")]
    assert beyond.places == ("performances.ring_road.co2",)


@pytest.mark.parametrize(
    ("unit", "mixed"),
    [("kt/yr", False), ("t/yr", True), ("kt/jaar", True), ("kg / day", True), ("t", False), ("t CO2/yr", False),
     ("kt/home/yr", False), ("1-5", False), ("m2/yr", False)],
)  # fmt: skip
def test_one_quantity_in_two_units_is_named(unit, mixed):
    # beside co2 in kt/yr; once beside per year, of another substance and per home are other quantities
    result = found(with_criterion(HARBOUR, "harbour_view", unit=unit), "mixed_units")
    assert [finding.places for finding in result] == [("criteria.co2", "criteria.harbour_view")] * mixed


def test_a_theme_with_more_than_twice_the_criteria_of_another_is_named():
    # in the sum: moving 2, living 2, money 1; with harbour_view living has 3, more than twice 1
    assert found(HARBOUR, "uneven_themes") == []
    (uneven,) = found(with_criterion(HARBOUR, "harbour_view", in_sum=True), "uneven_themes")
    assert uneven.places == ("themes.living", "themes.money")
    assert "'Living' has 3 criteria and 'Money' has 1" in uneven.found.get("en")


def test_monitor_topics_without_a_criterion_are_named():
    # 14 topics; the case has work_and_leisure, environment, natural_capital and economic_capital
    topics = [finding.places[0] for finding in found(HARBOUR, "topic_without_criterion")]
    assert len(topics) == 10
    assert "monitor_topics.here_now.health" in topics
    assert "monitor_topics.later.economic_capital" not in topics


def test_a_criterion_counts_for_the_time_of_its_topic():
    # CO2 is filed with the environment of here and now, and counts for later; cost is the same with capital
    assert {finding.places for finding in found(HARBOUR, "topic_other_time")} == {("criteria.co2",), ("criteria.cost",)}
    filed = changed(HARBOUR, "filed", criteria=tuple(
        item.model_copy(update={"time_place": "now"}) if item.id == "co2" else item for item in HARBOUR.criteria
    ))  # fmt: skip
    assert [finding.places for finding in found(filed, "topic_other_time")] == [("criteria.cost",)]
    assert not [path for path in SHIPPED.iterdir() if path.is_dir() and found(loaded(path), "topic_other_time")]


def test_a_limit_at_exactly_one_plans_difference_is_found_and_no_shipped_case_has_one():
    (cost,) = [item for item in HARBOUR.criteria if item.id == "cost"]
    values = {item.id: HARBOUR.performances[item.id, "cost"].value for item in HARBOUR.alternatives}
    gap = abs(values["tram"] - values["as_now"])
    for limit, there in ((gap, True), (gap * 1.004, True), (gap * 1.006, False), (gap * 0.99, False)):
        moved = cost.model_copy(update={"yardstick": cost.yardstick.model_copy(update={"some": 1.0, "much": limit})})
        criteria = tuple(moved if item is cost else item for item in HARBOUR.criteria)
        said = found(changed(HARBOUR, f"limit {limit}", criteria=criteria), "limit_at_a_plan")
        assert any(finding.places == ("criteria.cost",) for finding in said) == there, limit
    assert not [path.name for path in SHIPPED.iterdir() if path.is_dir() and found(loaded(path), "limit_at_a_plan")]


def test_a_case_that_names_no_topic_is_said_not_to_name_one():
    criteria = tuple(item.model_copy(update={"monitor_topic": None}) for item in HARBOUR.criteria)
    unsaid = changed(HARBOUR, "no topics", criteria=criteria)
    assert found(unsaid, "topic_without_criterion") == []
    (finding,) = found(unsaid, "topics_not_said")
    assert finding.places == ()
    assert rules(unsaid) == ("dimensions",)
    assert rules(HARBOUR) == ("topics", "dimensions")


def test_leads_are_counted_per_criterion_and_per_theme():
    # scores     tt  rel  co2  green  cost     moving  living           money
    #   as_now    0    0   40     50   100        0      45              100
    #   ring     75   60    0      ?    25       67.5    0 to 50          25
    #   tram     50  100  100     80    40       75      90               40
    # criteria: ring leads tt; tram leads rel and co2; as_now leads cost; green may still go to ring, so nobody's
    # themes: tram leads moving, and living whatever ring's green is (90 > 50); as_now leads money
    assert favours(HARBOUR) == {
        "as_now": Favour(criteria=1, themes=1),
        "ring_road": Favour(criteria=1, themes=0),
        "tram": Favour(criteria=2, themes=2),
    }
    assert found(HARBOUR, "one_sided_list") == []


def test_a_tie_counts_for_each_and_a_list_that_helps_one_is_named():
    tied = with_values(HARBOUR, "cost", 0, 300000, 0)
    counted = favours(tied)
    assert (counted["as_now"].criteria, counted["tram"].criteria) == (1, 3)
    assert (counted["as_now"].themes, counted["tram"].themes) == (1, 3)
    (all_themes,) = found(tied, "one_sided_list")
    assert (all_themes.severity, all_themes.places) == ("warning", ("alternatives.tram",))
    assert "3 of the 5 criteria and 3 of the 3 themes" in all_themes.found.get("en")
    # first on travel time, reliability, co2 and green, not on cost: 4 of 5 criteria, 2 of 3 themes
    most = with_values(with_values(HARBOUR, "travel_time", 40, 25, 20), "green", 15, 10, 30)
    (four,) = found(most, "one_sided_list")
    assert four.severity == "notice"
    # Lutkemeer: the food park leads on 10 of the 16 criteria (62%) and 4 of the 7 themes
    (food_park,) = found(loaded(SHIPPED / "lutkemeer"), "one_sided_list")
    assert (food_park.severity, food_park.places) == ("notice", ("alternatives.food_park",))


def test_twice_the_text_about_one_alternative_is_named():
    assert found(with_abouts(9, 9, 18), "uneven_text") == []  # 19 words beside 10
    (uneven,) = found(with_abouts(9, 9, 19), "uneven_text")
    assert uneven.places == ("alternatives.tram", "alternatives.as_now")
    assert "'Tram' is beschreven in 20 woorden en 'Zoals nu' in 10." in uneven.found.get("nl")


def test_an_alternative_that_is_never_below_the_others_is_named():
    # tram: best on everything but cost, travel time and, outside the sum, the view
    alike = with_values(with_values(HARBOUR, "travel_time", 40, 25, 25), "harbour_view", 4, 2, 4)
    better = with_values(alike, "cost", 300000, 300000, 300001)
    assert [item.places for item in found(better, "no_weak_point") if "alternatives.tram" in item.places] == []
    best = with_values(better, "cost", 300000, 300000, 300000)
    assert ("alternatives.tram",) in [item.places for item in found(best, "no_weak_point")]


def test_warnings_come_first_and_are_told_in_both_languages():
    result = findings(HARBOUR)
    severities = [finding.severity for finding in result]
    assert severities == sorted(severities, reverse=True)
    for language, words in (("nl", "Wat u kunt doen: "), ("en", "What to do: ")):
        lines = list(finding_lines(result, language))
        assert sum(words in line for line in lines) == len({(item.severity, item.id) for item in result})
        assert all(f"  - {finding.found.get(language)}" in lines for finding in result)
    data = as_data(result)
    assert [item["found"]["en"] for item in data] == [finding.found.get("en") for finding in result]
    assert set(data[0]) == {"id", "severity", "places", "title", "found", "why", "mend"}


def test_the_totals_of_every_shipped_case_are_those_of_its_independent_calculation():
    cases = [loaded(path.parent) for path in sorted(SHIPPED.glob("*/case.yaml"))]
    assert not [finding.found.get("en") for case in cases for finding in found(case, "expected_total")]


def test_a_total_that_is_not_the_expected_one_is_named_with_its_line(tmp_path):
    # travel time alone: the ring road takes 25 of 40 to 20 minutes, (25 - 40) / (20 - 40) = 75
    wrong = copy_to(tmp_path)
    replace(wrong, "expected.csv", "only_travel_time,ring_road,75", "only_travel_time,ring_road,74.4")
    (finding,) = found(load_case(wrong), "expected_total")
    assert (finding.severity, finding.places) == ("warning", ("alternatives.ring_road",))
    said = "expected.csv, line 6: 'Ring road' with profile 'Only travel time' should get 74.4. Calculated is 75.0."
    assert finding.found.get("en") == said
    assert "zou 74,4 krijgen. Berekend is 75,0." in finding.found.get("nl")


@pytest.mark.parametrize(
    ("written", "differs"), [("61.6667", False), ("61.67", False), ("61,7", False), ("62", False), ("61.66", True),
                             ("61", True), ("", True)]
)  # fmt: skip
def test_a_total_is_compared_in_the_digits_in_which_it_is_written(written, differs, tmp_path):
    # the tram with profile treasurer gets 61.6667; with a decimal comma the other totals are written so, too
    case = copy_to(tmp_path)
    replace(case, "expected.csv", "treasurer,tram,61.6667", f"treasurer,tram,{written}")
    file = case / "expected.csv"
    if "," in written:
        file.write_text(_semicolons(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert bool(found(load_case(case), "expected_total")) == differs


def test_a_total_that_should_not_be_known_and_is_known_is_named(tmp_path):
    case = copy_to(tmp_path)
    replace(case, "expected.csv", "equal,ring_road,", "equal,ring_road,50")
    (finding,) = found(load_case(case), "expected_total")
    assert "should get 50. Calculated is not known." in finding.found.get("en")


def test_in_a_workbook_the_cell_is_named():
    def edit(book):
        page = book["expected"]
        row = next(row for row in page.iter_rows(min_row=3) if row[0].value == "treasurer" and row[1].value == "tram")
        row[2].value = 12

    (finding,) = found(read_after(edit, good("en")).case, "expected_total")
    assert finding.found.get("en").startswith("sheet 'expected', cell C11 (total): 'Tram' with profile")


def _semicolons(text):
    """The same table as a Dutch spreadsheet writes it."""
    lines = (line.split(",", 2) for line in text.splitlines())
    return "\n".join(";".join([*cells[:2], cells[2].replace(".", ",")]) for cells in lines)
