"""A map in a draft: what it adds, what it leaves as it was, and hectares that are taken over only when asked."""

import pytest

from cases import SHIPPED
from cases.land.map_in_draft import (
    NewUse,
    areas_of,
    counts_hectares,
    criteria_in_hectares,
    names_in,
    patterns_left,
    with_effects,
    with_map,
    with_tiles,
)
from cases.reading.areas_file import read_areas
from cases.workbook.drafting import check_draft, sheets_of
from files.problems import FileProblems
from tests.cases.areas import AREAS, areas, feature, field
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded

HARBOUR, GARDEN = loaded(GOOD), loaded(SHIPPED / "practice_garden")
UNIT = {"nl": "hectare", "en": "ha"}


def made(*features):
    return read_areas(areas(*features).decode(), None, FileProblems("areas.geojson"))


def sound(draft, case):
    found = check_draft(draft, "nl", case.id)
    assert found.case is not None, [problem.sentence("nl") for problem in found.problems]
    return found.case


def test_a_map_leaves_every_figure_as_it_was():
    draft = with_map(sheets_of(HARBOUR, "nl"), made(), (), UNIT)
    case = sound(draft, HARBOUR)
    assert [(area.alternative, area.use) for area in case.areas] == [
        (each["properties"]["alternative"], each["properties"]["use"]) for each in AREAS
    ]
    assert (case.land_use, case.land_total, case.performances) == (
        HARBOUR.land_use, HARBOUR.land_total, HARBOUR.performances,
    )  # fmt: skip


def test_another_map_of_one_alternative_leaves_those_of_the_others():
    draft = with_map(sheets_of(HARBOUR, "nl"), made(), (), UNIT)
    draft = with_map(draft, made(feature("tram", "road", field(0, 0, 100, 100))), (), UNIT)
    owners = [(area.alternative, area.use) for area in areas_of(draft)]
    assert owners.count(("tram", "road")) == 1
    assert ("tram", "reeds") not in owners
    assert len(owners) == 6


def test_hectares_are_taken_over_for_the_alternatives_on_the_map_with_a_source_and_a_grade():
    # Ring road 3.59 and 2 ha; tram 2 ha of reeds; as now is not on this map and keeps what it had.
    draft = with_tiles(with_map(sheets_of(HARBOUR, "nl"), made(*AREAS[2:]), (), UNIT), "S1", "C", ",")
    amounts = {(claim.alternative, claim.use): claim.amount for claim in sound(draft, HARBOUR).land_use}
    assert amounts == {
        ("as_now", "quays"): 5, ("ring_road", "quays"): 3.59, ("ring_road", "road"): 2, ("tram", "reeds"): 2,
    }  # fmt: skip
    taken = [claim for claim in sound(draft, HARBOUR).land_use if (claim.alternative, claim.use) == ("tram", "reeds")]
    assert [(claim.sources, claim.grade) for claim in taken] == [(("S1",), "C")]


def test_a_case_without_uses_gets_those_of_the_map_with_a_total_and_a_unit():
    draft = sheets_of(GARDEN, "nl")
    for name, data in GARDEN.pictures.items():
        draft = draft.with_file(f"pictures/{name}", data)
    owner = GARDEN.alternatives[0].id
    areas_made = made(feature(owner, "akker", field(0, 0, 250, 200)), feature(owner, "sloot", field(250, 0, 300, 200)))
    new = (NewUse("akker", "Akker", "field"), NewUse("sloot", "Sloot", "water"))
    draft = with_map(draft, areas_made, new, UNIT)
    assert "field" not in patterns_left(draft)
    assert names_in(draft, "land_uses", "nl")["akker"] == ["akker", "Akker", "Akker"]
    case = sound(with_tiles(draft, next(iter(GARDEN.sources)), "D", ","), GARDEN)
    assert (case.land_total, case.land_unit.nl, len(case.land_use)) == (6, "hectare", 2)
    assert sound(draft, GARDEN).land_use == ()


@pytest.mark.parametrize(("unit", "counts"), [("hectare", True), ("ha", True), ("m2", False)])
def test_only_tiles_in_hectares_are_offered_hectares(unit, counts):
    draft = sheets_of(HARBOUR, "nl").with_cell("land_unit", "nl", unit).with_cell("land_unit", "en", "ha")
    assert counts_hectares(draft) is counts


def test_hectares_of_one_use_become_the_effects_on_a_criterion_in_hectares():
    # On the map the ring road has 2 ha of road and the tram none; as now is not on this map.
    draft = with_map(sheets_of(HARBOUR, "nl"), made(*AREAS[2:]), (), UNIT)
    assert not criteria_in_hectares(draft)
    sheet = draft.sheets["criteria"]
    place, row = sheet.headings.index("unit"), sheet.rows[0]
    key = row[0]
    changed = ((*row[:place], "ha", *row[place + 1 :]), *sheet.rows[1:])
    draft = draft.with_sheet("criteria", changed, sheet.headings)
    assert list(criteria_in_hectares(draft)) == [key]
    after = with_effects(draft, key, "road", "S1", "C", ",").sheets["effects"]
    names = ("alternative", "criterion", "value", "low", "high", "unit", "source", "grade")
    rows = list(zip(*map(after.column, names), strict=True))
    assert [row for row in rows if row[1] == key and row[0] != "as_now"] == [
        ("ring_road", key, "2", "", "", "ha", "S1", "C"), ("tram", key, "0", "", "", "ha", "S1", "C"),
    ]  # fmt: skip
    before = draft.sheets["effects"]
    others = [row for row in zip(*map(before.column, names), strict=True) if row[1] != key or row[0] == "as_now"]
    assert [row for row in rows if row in others] == others
