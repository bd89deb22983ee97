"""Futures in the report: totals and regret, every figure with its source, and the numbers behind them."""

import json

import pytest

from cases import SHIPPED
from reports.blocks import Figure, Section, TableBlock
from reports.document import document
from reports.printed_numbers import numbers
from tests.cases.loaded import loaded
from tests.reports.report_case import FAST, HARBOUR, content, words_of
from texts import LANGUAGES, words
from wording.future_words import headline, standing_sentence

PRACTICE = loaded(SHIPPED / "practice_garden")
OFF = ("quick_enough",)


def section(made, key):
    (found,) = [item for item in made.all(Section) if item.id == key]
    return found


def rows(found, key):
    (table,) = [block for block in found.blocks if isinstance(block, TableBlock) and block.id == key]
    return [[str(cell) for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_totals_and_points_behind_are_those_by_hand(language):
    # the treasurer without the law on the trip; totals and regrets as in tests/weighing/test_futures.py
    made = document(content(language=language, profiles=("treasurer",), requirements_off=OFF))
    found = section(made, "robustness_futures")
    behind, mark = {"nl": ("achter", ","), "en": ("behind", ".")}[language]
    cells = [[cell.replace(mark, ".") for cell in row] for row in rows(found, "futures_totals")]
    assert [row[1:] for row in cells[1:]] == [
        [f"60.0 (1.7 {behind})", f"60.0 (0.0 {behind})", f"60.0 (0.0 {behind})", "1.7"],
        [f"30.0 (31.7 {behind})", f"21.7 (38.3 {behind})", f"20.6 (39.4 {behind})", "39.4"],
        [f"61.7 (0.0 {behind})", f"56.7 (3.3 {behind})", f"54.2 (5.8 {behind})", "5.8"],
    ]
    view = content(language=language, profiles=("treasurer",), requirements_off=OFF).views[0]
    said = " ".join(map(str, words_of(found.blocks)))
    assert str(headline(view.futures, words(language))) in said
    assert all(str(standing_sentence(view.futures, row, words(language))) in said for row in range(3))
    assert [figure.id for figure in found.blocks if isinstance(figure, Figure)] == ["chart_futures_1"]


def test_every_figure_of_a_future_stands_in_the_full_report_with_today_range_grade_and_source():
    made = document(content(language="en"))
    found = rows(section(made, "robustness_futures_claims"), "futures_claims")
    assert found[0] == ["Traffic grows"]
    assert found[1] == [
        "Ring road (A)", "Travel time", "25 minutes per trip", "35 minutes per trip", "30 to 38", "quality D",
        "S1 (2025)", "Invented growth.",
    ]  # fmt: skip
    assert len(found) == len(HARBOUR.futures) + len(HARBOUR.future_effects)
    council = document(content(language="en", depth="council"))
    assert not [item for item in council.all(Section) if item.id == "robustness_futures_claims"]


def test_counts_are_there_for_whole_weightings_and_follow_the_effects_of_each_future():
    made = document(content(language="en", profiles=("treasurer",)))
    counts = rows(section(made, "robustness_futures"), "futures_counts")
    assert counts[0] == ["The treasurer"]
    assert all(len(row) == 2 + len(HARBOUR.futures) for row in counts[1:])


def test_a_case_without_futures_has_no_word_about_them_and_no_numbers():
    made = document(content(PRACTICE, profiles=tuple(profile.id for profile in PRACTICE.profiles[:1])))
    assert not [item for item in made.all(Section) if item.id.startswith("robustness_futures")]
    found = numbers(content(PRACTICE, profiles=(PRACTICE.profiles[0].id,)))
    assert "futures" not in found
    assert "futures" not in next(iter(found["views"].values()))


def test_the_numbers_behind_it_are_those_of_the_library_and_json_can_hold_them():
    found = numbers(content(own=FAST, requirements_off=OFF))
    assert found["futures"]["dear"]["tram"]["cost"] == {"value": 300000, "low": 250000.5, "high": 390000, "grade": "D"}
    view = found["views"]["treasurer"]["futures"]
    assert view["now"]["totals"]["tram"] == pytest.approx([185 / 3] * 2)
    assert view["then"]["busy"]["regrets"]["tram"] == pytest.approx([10 / 3] * 2)
    assert view["then"]["busy"]["highest"] == "as_now"
    assert view["largest"]["ring_road"] == pytest.approx([39.375] * 2)
    assert view["standing"] == {"as_now": "all", "ring_road": "none", "tram": "some"}
    assert sum(view["then"]["dear"]["shares"].values()) == pytest.approx(1)
    json.dumps(found, allow_nan=False)


def test_a_plan_that_fails_a_requirement_has_no_regret_in_the_numbers():
    view = numbers(content())["views"]["treasurer"]["futures"]
    assert view["now"]["regrets"]["as_now"] is None
    assert view["largest"]["as_now"] is None
