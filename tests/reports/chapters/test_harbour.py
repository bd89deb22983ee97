"""Cells of the harbour case, worked out by hand."""

import pytest

from reports.blocks import Callout, Section, TableBlock, plain
from reports.document import ReportDocument
from tests.reports.chapters.making import annex, chapter, content, harbour, table, words_of


@pytest.fixture(scope="module")
def english() -> ReportDocument:
    return annex(harbour(), "en")


@pytest.fixture(scope="module")
def dutch() -> ReportDocument:
    return annex(harbour(), "nl")


def test_an_effect_has_its_figure_range_sign_and_grade(english, dutch):
    rows = {row[0].split(" (")[0]: row[1:] for row in table(english, "effects_all")}
    # 40 - 25 = 15 minutes better: 12 or more is ++. 40 - 30 = 10 is + (2 or more). The reference has no sign.
    assert rows["Travel time"] == [
        "40 (39 to 42) quality A",
        "25 (22 to 30) [++] quality C",
        "30 (26 to 36) [+] quality C",
    ]
    # Not known is said, and neither 0 nor empty.
    assert rows["Green in the street"] == ["15 quality A", "not known", "36 (30 to 40) [+] quality D"]
    assert [row[1:] for row in table(dutch, "effects_all")][3][1] == "niet bekend"


def test_a_criterion_outside_the_sum_is_in_the_table_and_says_so(english):
    named = [row[0] for row in table(english, "effects_all")]
    assert "View of the harbour (points from 1 to 5; elsewhere; not in the sum)" in named
    assert table(english, "effects_left_out") == [["View of the harbour", "Taste cannot be summed."]]


def test_every_figure_names_its_sources_with_their_year(english):
    rows = table(english, "effects_sources")
    along = "Travel time (R); the other way round: Travel time (B); mostly: Travel time (A)."
    moves = f"{along} If traffic grows more, every trip takes longer."
    assert ["Tram (B)", "30 minutes per trip", "26 to 36", "quality C", "S1 (2025), S2 (2019-2021)", moves] in rows
    # An unknown figure says why; one outside the range of 30 to 10 says that its score stops there.
    assert ["Ring road (A)", "not known", "", "", "", "Nobody has counted."] in rows
    cut = "Induced traffic, counted too. This lies outside the range. So the score stops at 0 or 100."
    assert ["Ring road (A)", "30 kilotonnes a year", "26 to 35", "quality C", "S1 (2025)", cut] in rows


def test_the_yardstick_of_a_criterion_with_classes_is_in_points_of_score(english):
    limits = {row[0]: row[2] for row in table(english, "effects_rules")}
    assert limits["Reliability"].startswith("Difference of 30 points of score or more: + or -.")
    ranges = {row[0]: row[3] for row in table(english, "effects_rules")}
    assert "often late 0, sometimes late 60 and on time 100" in ranges["Reliability"]
    assert "10: 100; 20: 40; 30: 0" in ranges["CO2 emissions"]
    assert "Best is 30 per cent of the street" in ranges["Green in the street"]


def test_a_step_stands_beside_its_weight(english):
    rows = {row[0]: row[1:] for row in table(english, "weights_steps_1")}
    # All equal: a third for moving, half of that each. The treasurer: a half for money, which has one criterion.
    assert rows["Travel time"] == ["40 to 20 minutes per trip", "16.7%", "100.0%", "16.7%"]
    assert rows["Cost"] == ["400,000 to 0 thousand euros", "33.3%", "0.0%", "50.0%"]


def test_a_total_with_an_unknown_effect_is_a_range_and_a_failing_alternative_is_marked(english):
    rows = {row[0]: row[1:] for row in table(english, "results_by_weighting")}
    # Ring road: moving (75 + 60) / 2 / 3 = 22.5; living 0 to 50 / 3; money 25 / 3 = 8.3: 30.8 to 47.5.
    assert rows["All equal"] == ["48 (does not comply)", "31 to 48", "68"]
    assert rows["Only travel time"] == ["0 (does not comply)", "75", "50"]


def test_the_first_is_bold_and_a_failing_alternative_never_is(english):
    found = next(item for item in english.all(TableBlock) if item.id == "results_by_weighting")
    bold = [[place for place, cell in enumerate(row.cells) if "<b>" in cell] for row in found.rows]
    assert bold == [[3], [2], [3]]  # tram, ring road, tram; the treasurer gives as now 60 and tram 62


def test_contributions_add_up_to_the_total_and_to_the_difference(english):
    rows = table(english, "contributions_treasurer")
    # Theme, weight, as now, ring road, tram, tram minus ring road. Moving: 0.25 x (2/3 x 50 + 1/3 x 100) = 16.67.
    assert rows[0] == ["1. Moving", "25%", "0.0", "17.5", "16.7", "−0.8"]
    assert rows[-1] == ["Total", "", "60.0", "30.0", "61.7", "+31.7"]


def test_an_unknown_contribution_is_not_zero(english):
    rows = table(english, "contributions_equal")
    assert rows[1] == ["2. Living", "33%", "15.0", "not known", "30.0", "not known"]
    assert rows[-1][3] == "30.8 to 47.5"


def test_now_later_and_elsewhere_stand_apart_and_a_part_without_criteria_says_so(english):
    found = next(item for item in english.all(TableBlock) if item.id == "dimension_totals")
    bands = [place for place, row in enumerate(found.rows) if row.band]
    assert [plain(found.rows[place].cells[0]) for place in bands[1:]] == [
        "Later: CO2, Green",
        "Elsewhere: No criterion in the sum is about this yet. That is a gap, not a zero.",
    ]
    rows = [[plain(cell) for cell in row.cells] for row in found.rows[bands[1] + 1 : bands[2]]]
    later = {row[0]: row[1:] for row in rows}
    # CO2: 40, 0, 100. Green: 50, not known, 80. Each counts half.
    assert later["All equal"] == ["33%", "45 (does not comply)", "0 to 50", "90", "100"]
    assert later["Only travel time"][0] == "0%*"
    assert bands[2] == len(found.rows) - 1  # a part without criteria has no totals


def test_a_gain_and_a_loss_of_one_group_stand_beside_each_other(english):
    assert table(english, "who_matrix")[0] == ["Dockers (vulnerable)", "0", "++ −", "+"]
    rows = table(english, "who_all")
    assert [row[1] for row in rows if row[0] == "Ring road (A)"][:2] == ["++ large gain", "− small loss"]


def test_a_requirement_is_failed_uncertain_or_not_known_with_the_number_and_the_limit(english):
    met = {row[0]: row[1:] for row in table(english, "requirements_matrix")}
    assert met["Trip of at most 38 minutes (in force now)"] == ["Not met", "Met", "Met"]
    assert met["At most 28 kilotonnes of CO2 (proposal, not in force)"] == ["Met", "Uncertain", "Met"]
    assert met["Neighbours were heard (in force now)"][1] == "Not known"
    why = "Not met: 40 minutes per trip, with a margin of 39 to 42. The limit is at most 38 minutes per trip."
    assert ["As now (R)", "Not met", why, "S1 (2025)"] in table(english, "requirements_results")


def test_a_requirement_that_is_off_says_so_and_lets_the_alternative_come_first():
    off = tuple(item.id for item in harbour().requirements)
    found = content(harbour(), "en", requirements_off=off)
    requirements, results = chapter("requirements", found), chapter("results", found)
    assert requirements is not None
    assert results is not None
    rows = [row.cells for section in requirements.blocks if isinstance(section, Section) for block in section.blocks
            if isinstance(block, TableBlock) and block.id == "requirements_matrix" for row in block.rows]  # fmt: skip
    assert all("is off" in row[0] for row in rows)
    assert "does not comply" not in str(results)


def test_results_are_shown_with_and_without_what_is_in_euros(english):
    rows = {row[0]: row[1:] for row in table(english, "euros_with_without")}
    # CO2 has an amount and overlaps with travel time: 25% + 16.7% falls away. Left: reliability 8.3% and cost 50%.
    # Tram: (8.33 x 100 + 50 x 40) / 58.33 = 48.6; ring road: (8.33 x 60 + 50 x 25) / 58.33 = 30.
    assert rows["The treasurer: without what is in euros"] == ["42%", "86 (does not comply)", "30", "49"]
    assert rows["Only travel time: without what is in euros"][1:] == ["nothing left to weigh"] * 3


def test_euros_are_left_out_when_they_are_off():
    assert chapter("euros", content(harbour(), "en", euros=None)) is None


def test_amounts_have_low_and_high_and_a_failure_is_not_lifted(english):
    row = table(english, "euros_by_alternative")[0]
    # 20 kt (18.5 to 21.25) at 0.312 euros a kilogramme.
    assert row[1] == "6.24 million euros (5.77 million to 6.63 million euros), per year, price level 2024"
    assert "As now (R): A hard requirement rules this alternative out, whatever the amount." in words_of(english)


def test_shares_are_shown_for_more_than_one_named_tree(english):
    rows = table(english, "robustness_first")
    names = [row[0] for row in rows]
    assert len(set(names)) == 3
    assert names == names[:3] * 4  # all weightings, and around each of three
    assert all(row[1] == "0" for row in rows)  # as now fails a requirement


def test_a_verdict_never_stands_without_the_weighting_that_it_is_about(english):
    callouts = [item for item in english.all(Callout) if item.title in ("Firm", "Shaky", "Undecided")]
    assert len(callouts) == 3
    assert all("With the weights of the example" in item.text[0] for item in callouts)


def test_a_theme_of_which_an_effect_is_not_known_has_no_tipping_point(english):
    rows = table(english, "tips_only_travel_time")
    assert rows[1] == ["Living", "0%", "When this flips we do not know yet: an effect is not known."]
    assert rows[2][2] == (
        "Tram gets the highest total of what is not ruled out if money weighs more than 63%. Now it weighs 0%."
    )


def test_what_was_not_answered_in_the_account_says_so(english):
    rows = table(english, "account_rounds")
    assert ["Contribution (question)", "Where is the stop? What was done with it: no answer found"] in rows
    assert ["How many people", "not known"] in rows


def test_orders_are_in_letters_for_every_weighting(english):
    rows = {row[0]: row[1:] for row in table(english, "switches_orders")}
    assert rows["Only travel time"][0] == "A B R"
    assert "not reversed" in rows["Only travel time"]  # nothing later carries weight


def test_each_alternative_has_strong_and_weak_points_with_grade_and_source(english, dutch):
    for document, title in ((dutch, "Sterkste punten"), (english, "Strongest points")):
        for item in harbour().alternatives:
            found = next(one for one in document.all(TableBlock) if one.id == f"points_{item.id}")
            bands = [place for place, row in enumerate(found.rows) if row.band]
            assert len(bands) == 2
            assert found.rows[0].cells == (title,)
            assert bands[1] > 1
            assert all(row[3] and row[4] for row in table(document, found.id))
