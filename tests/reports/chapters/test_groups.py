"""Groups of people in the report: counts and spreads, and nothing about a small group."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from tests.reports.chapters.making import ReportDocument, chapter, content, harbour, table, words_of
from texts import LANGUAGES
from weighing.people import Person
from weighing.weighing import OWN, Weighing

ON_TIME = MappingProxyType({"travel_time": 100.0, "reliability": 0.0})


def people(group: str, count: int, **points: float) -> list[Person]:
    return [Person(group, Weighing(OWN, MappingProxyType(points), ON_TIME))] * count


# Only travel time: ring road 75, tram 50. Only money: as now fails a requirement, tram 40, ring road 25.
ROOM = (*people("Drivers", 8, moving=100.0, living=0.0, money=0.0),
        *people("Payers <b>", 7, moving=0.0, living=0.0, money=100.0), *people("Few", 3, moving=100.0))  # fmt: skip


def document(language: str, room: tuple[Person, ...] = ROOM, profiles: int = 0) -> ReportDocument:
    found = replace(content(harbour(), language, 1).settings, people=room)
    found = replace(found, profiles=found.profiles[:profiles])
    made = type(content(harbour(), language, 1))(harbour(), found)
    sections = (chapter(name, made) for name in ("weights", "results", "robustness", "dimensions", "switches", "gaps"))
    return ReportDocument("-", "-", language, (), tuple(item for item in sections if item is not None))  # type: ignore[arg-type]


def test_it_is_counted_for_how_many_people_each_alternative_comes_first():
    rows = {row[0]: row[1:] for row in table(document("en"), "groups_first")}
    assert rows["Drivers (8 people)"] == ["0 of 8", "8 of 8", "0 of 8", "0 of 8"]
    assert rows["Payers <b> (7 people)"] == ["0 of 7", "0 of 7", "7 of 7", "0 of 7"]
    assert rows["Everybody together (15 people)"] == ["0 of 15", "8 of 15", "7 of 15", "0 of 15"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_small_group_nothing_is_shown_but_that_it_is_left_out(language):
    said = words_of(document(language))
    assert "Few" not in said
    assert "18" not in said.split()


def test_agreement_on_weights_comes_before_results():
    found = document("en")
    assert table(found, "groups_agreement")[0] == ["Moving", "differently (difference 100%)"]
    assert table(found, "groups_agreement")[1] == ["Living", "about alike (difference 0%)"]
    # Drivers all give moving everything, payers nothing; of all fifteen the middle one is a driver.
    assert table(found, "groups_weights_1")[0][1:] == ["100% (100% to 100%)", "0% (0% to 0%)", "100% (0% to 100%)"]


def test_a_report_of_people_alone_has_no_verdict_but_all_weightings():
    said = words_of(document("en"))
    assert "There are no weightings in this report." in said
    assert len(table(document("en"), "robustness_first")) == 3


def test_too_few_people_altogether_show_nothing():
    found = document("en", (*people("Few", 6, moving=100.0),), profiles=1)
    assert "There were too few people to show anything: fewer than 7." in words_of(found)
    assert not [item for item in words_of(found).splitlines() if "6 of 6" in item]
