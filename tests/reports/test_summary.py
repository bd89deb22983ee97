"""The first pages: the numbers in them, the same room for every alternative, and no language leaking."""

import re

import pytest
from markupsafe import Markup

from files.fields import Text
from reports.blocks import Section, TableBlock
from reports.chapters.summary_chapter import chapter
from reports.document import command, document, facts
from tests.reports.report_case import FAST, HARBOUR, LUTKEMEER, SURE, content, people, plainly, table, words_of
from texts import LANGUAGES, words
from weighing.weighing import from_largest
from weighing.what_if import changed

DUTCH = re.compile(r"\b(het|een|niet|eerst|komt|voor|welke|weegt|mensen|bij)\b", re.IGNORECASE)
ENGLISH = re.compile(r"\b(the|not|first|which|comes|weighs|people|with|between)\b", re.IGNORECASE)


def summary(**settings):
    return document(content(depth="council", **settings))


def test_the_totals_stand_in_the_table_with_the_first_in_words():
    # The treasurer by hand: as now 60 (but its trip is too long), ring road 30, tram 61.67.
    rows = {row[0]: row[1:4] for row in table(summary(language="en"), "summary_totals")}
    assert rows["The treasurer"] == ["60 does not comply", "30", "62 first"]
    assert rows["Only travel time"] == ["0 does not comply", "75 first", "50"]
    assert rows["All equal"][1] == "31 to 48"  # (67.5 + 0 + 25) / 3 with green at 0, or 16.67 more


def test_best_and_worst_have_value_and_grade_and_the_table_its_sources():
    made = summary(language="en")
    rows = table(made, "summary_points")
    assert rows[1] == [
        "Ring road (A)",
        "Travel time: 25 minutes per trip (quality C); Reliability: sometimes late (quality C)",
        "CO2: 30 kilotonnes a year (quality C); Cost: 300,000 thousand euros (quality C)",
    ]
    assert "sources" in [section.id for section in made.sections]
    assert rows[0][0] == "As now (R), the point of comparison"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_tells_of_jobs_and_money_and_what_0_means(language):
    text, criterion = words(language), LUTKEMEER.criterion
    long, short = (
        document(content(LUTKEMEER, language, profiles=("equal_themes",), depth=depth))
        for depth in ("council", "summary")
    )
    (best,) = [row[1] for row in table(long, "summary_points") if "(A)" in row[0]]
    for said in (best, table(short, "short_table")[0][2]):
        for key in ("jobs", "municipal_result", "business_land_elsewhere"):
            assert text.of(criterion(key).short) in said
        for key in ("municipal_result", "business_land_elsewhere"):
            assert f"{text.of(criterion(key).zero_means)} (0 " in said


def test_every_weighting_has_a_verdict_and_what_flips_it_and_none_is_counted():
    found = content(LUTKEMEER, profiles=("equal_themes", "only_public_money"), depth="summary")
    assert "tel ze niet" in plainly(document(found))
    rows = table(document(found), "summary_totals")
    assert len(rows) == 2
    for row, view in zip(rows, found.views, strict=True):
        assert view.said.label in row[-1]
        assert view.said.flip.striptags() in row[-1]


def test_what_one_must_find_worth_most_is_asked_of_every_alternative():
    found = document(content(LUTKEMEER, profiles=("equal_themes",), depth="council"))
    (part,) = [section for section in found.all(Section) if section.id == "summary_conditions"]
    said = plainly([part])
    assert all(f"{item.label.nl} ({item.code}). " in said for item in LUTKEMEER.alternatives)
    assert said.count("Komt eerst") == len(LUTKEMEER.alternatives)


def test_an_undecided_weighting_names_every_alternative_that_may_be_first():
    found = content(LUTKEMEER, profiles=("residents_citywide",), depth="summary")
    verdict = found.views[0].verdict
    assert verdict.word == "undecided"
    (row,) = table(document(found), "summary_totals")
    marked = {place for place, cell in enumerate(row[1:-1]) if "misschien eerst" in cell}
    assert marked == set(verdict.candidates) == {1, 2, 3}  # the third comes first in 6 of 100
    assert not [cell for cell in row[1:-1] if cell.endswith(" eerst") and "misschien" not in cell]


def test_it_says_what_it_is_not():
    said = plainly(summary(language="en"))
    assert "not an environmental impact report (MER)" in said
    assert "A total score is never the reason" in said
    assert "4 of all 17 figures are estimated" in said


def test_an_incomplete_own_weighing_asks_for_the_rest():
    (row,) = table(summary(profiles=(), own=from_largest("moving")), "summary_totals")
    assert row[-1].startswith("Nog 2 thema's niet gewogen.")
    assert "Weeg eerst alle thema's" in row[-1]


def test_groups_are_shown_by_value_first_and_then_by_plan():
    room = (*people("Kade", (FAST, 4), (SURE, 3)), *people("Dal", (SURE, 8)))
    found = summary(people=room)
    # Dal 8 of 8 tram; Kade 4 of 7 ring road = 57, 3 of 7 tram = 43; all 4 of 15 = 27 and 11 of 15 = 73.
    assert table(found, "summary_people_first") == [
        ["Dal", "8", "0", "0", "100", "0"],
        ["Kade", "7", "0", "57", "43", "0"],
        ["Iedereen samen", "15", "0", "27", "73", "0"],
    ]
    (part,) = [section for section in found.all(Section) if section.id == "summary_people"]
    said = plainly([part])
    assert said.index("ongeveer gelijk") < said.index(
        "Kade: bij 57 van elke 100 mensen komt Rondweg eerst, bij 43 niet"
    )


def test_a_case_without_groups_requirements_stories_or_account_says_so():
    bare = changed(HARBOUR, "bare", groups=(), group_impacts=(), requirements=(), stories=(), account=None)
    said = plainly([chapter(content(bare))])
    for sentence in ("geen groepen genoemd", "geen harde eisen opgegeven", "geen verhalen", "geen verslag"):
        assert sentence in said


@pytest.mark.parametrize(("language", "strange"), [("nl", ENGLISH), ("en", DUTCH)])
def test_no_word_of_the_other_language_is_in_it(language, strange):
    room = (*people("K", (FAST, 4), (SURE, 3)), *people("D", (SURE, 8)), *people("E", (SURE, 1)))
    found = plainly([chapter(content(language=language, people=room, own=SURE))])
    assert not strange.findall(found)


def test_turning_the_alternatives_round_turns_the_tables_round():
    turned = changed(HARBOUR, "turned", alternatives=HARBOUR.alternatives[::-1])
    before, after = (document(content(case)) for case in (HARBOUR, turned))
    assert table(after, "summary_points") == table(before, "summary_points")[::-1]
    for key, last in (("summary_totals", -1), ("summary_losers", None)):
        assert [row[1:last] for row in table(after, key)] == [row[1:last][::-1] for row in table(before, key)]


def test_markup_in_names_stays_words():
    evil = '<script>alert(1)</script> & "x"'
    hostile = changed(
        HARBOUR,
        "hostile",
        title=Text(nl=evil, en=evil),
        alternatives=tuple(item.model_copy(update={"label": Text(nl=evil, en=evil)}) for item in HARBOUR.alternatives),
    )
    found = document(content(hostile, people=people(evil, (FAST, 7)), depth="summary"))
    assert evil in found.title
    marked = [item for item in words_of(found) if isinstance(item, Markup)]
    assert not [item for item in marked if "<script" in item]
    assert any("&lt;script&gt;" in item for item in marked)


def test_the_facts_say_how_to_make_it_again():
    found = content(language="en", requirements_off=("green_floor",), people=people("", (FAST, 7)))
    # own cases and weightings of people are in the JSON of the report
    assert command(found) == (
        f"python -m reports harbour_link-{HARBOUR.version}-en.json --lang en --day 2026-11-21 --depth full"
    )
    said = dict(facts(found))
    assert said["Version of the case"] == f"{HARBOUR.version}, data of 31 March 2026"
    assert re.fullmatch(r"Waardenweger \d+\.\d+\.\d+", said["Program"])


def test_the_full_report_has_every_chapter_once_and_every_table_its_own_id():
    found = document(content(own=FAST))
    ids = [section.id for section in found.sections]
    assert ids[:2] == ["short", "summary"]
    assert ids[-1] == "made"
    assert ids.index("requirements") < ids.index("results")
    for kind in (Section, TableBlock):
        keys = [item.id for item in found.all(kind)]
        assert len(keys) == len(set(keys))
