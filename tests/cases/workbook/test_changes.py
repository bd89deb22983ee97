"""What changed between two cases, as keys and values."""

import pytest

from cases.reading.loader import load_case
from cases.workbook.version_differences import Change, changes
from tests.cases.harbour import copy_to, replace
from tests.cases.workbook.books import harbour


def after(tmp_path, *edits: tuple[str, str, str]):
    folder = copy_to(tmp_path)
    for edit in edits:
        replace(folder, *edit)
    return changes(harbour(), load_case(folder))


def test_the_layout_of_files_is_no_change(tmp_path):
    assert after(tmp_path, ("case.yaml", "format: 1\n", "# another remark\n\nformat: 1\n")) == []


@pytest.mark.parametrize(
    ("edit", "change"),
    [
        (("performances.csv", "tram,co2,10,8,14.5", "tram,co2,11,8,14.5"),
         Change("changed", "performances", ("tram", "co2"), ("value",), 10.0, 11.0)),
        (("performances.csv", "tram,harbour_view,3,,,1-5,S2,D,,", 
          "tram,harbour_view,,,,1-5,S2,D,Niet geteld,Not counted"),
         Change("removed", "performances", ("tram", "harbour_view"), ("value",), 3.0, None)),
        (("sources.csv", "Invented traffic model", "Another model"),
         Change("changed", "sources", ("S1",), ("title_en",), "Invented traffic model", "Another model")),
        (("sources.csv", "S1,Verz", "S3,Nieuw,New,De tests,2026,,no\nS1,Verz"),
         Change("added", "sources", ("S3",), (), None, {
             "title_nl": "Nieuw", "title_en": "New", "publisher": "De tests", "year": "2026", "address": None,
             "complete": False})),
        (("case.yaml", "worst: 50, best: 10", "worst: 60, best: 10"),
         Change("changed", "criteria", ("co2",), ("second_range", "worst"), 50.0, 60.0)),
        (("case.yaml", "points: [[10, 100], [20, 40], [30, 0]]", "points: [[10, 100], [20, 50], [30, 0]]"),
         Change("changed", "criteria", ("co2",), ("value_function", "points"),
                [[10.0, 100.0], [20.0, 40.0], [30.0, 0.0]],
                [[10.0, 100.0], [20.0, 50.0], [30.0, 0.0]])),
        (("case.yaml", "nl: Rondweg,", "nl: Randweg,"),
         Change("changed", "alternatives", ("ring_road",), ("label",), {"nl": "Rondweg", "en": "Ring road"},
                {"nl": "Randweg", "en": "Ring road"})),
        (("case.yaml", "Wat het kost.", "Wat het echt kost."),
         Change("changed", "themes", ("money",), ("about",), {"nl": "Wat het kost.", "en": "What it costs."},
                {"nl": "Wat het echt kost.", "en": "What it costs."})),
        (("case.yaml", "nl: Het geluid van de meeuwen.", "nl: Het geluid van meeuwen."),
         Change("changed", "case", (), ("not_counted", "1", "text"),
                {"nl": "Het geluid van de meeuwen.", "en": "The sound of the gulls."},
                {"nl": "Het geluid van meeuwen.", "en": "The sound of the gulls."})),
        (("profiles.yaml", "points: {moving: 50, living: 50, money: 100}",
          "points: {moving: 50, living: 60, money: 100}"),
         Change("changed", "profiles", ("treasurer",), ("points", "living"), 50.0, 60.0)),
        (("expected.csv", "treasurer,ring_road,30\n", ""),
         Change("removed", "expected", ("treasurer", "ring_road"), (), {"total": 30.0}, None)),
    ],
)  # fmt: skip
def test_a_change_names_its_part_item_and_field_with_old_and_new(edit, change, tmp_path):
    assert change in after(tmp_path, edit)


def test_a_change_goes_both_ways(tmp_path):
    folder = copy_to(tmp_path)
    replace(folder, "performances.csv", "tram,co2,10,8,14.5", "tram,co2,11,8,14.5")
    (back,) = changes(load_case(folder), harbour())
    assert (back.old, back.new) == (11.0, 10.0)


def test_another_order_is_told_apart_from_another_content(tmp_path):
    old = "S1,Verzonnen verkeersmodel,Invented traffic model,De tests,2025,https://example.org/model,yes\n"
    moved = ("sources.csv", old, ""), ("sources.csv", "2019-2021,,no\n", f"2019-2021,,no\n{old}")
    assert after(tmp_path, *moved) == [Change("reordered", "sources", (), (), ["S1", "S2"], ["S2", "S1"])]
