"""Areas with a use on the map: hectares by hand, every mistake named with its area, and in the version of the case."""

import json

import pytest

from cases.definition.land_areas import hectares_by_use
from cases.reading.areas_file import MOST_AREA_POINTS, MOST_AREAS, areas_bytes, read_areas
from cases.reading.case_folder import read_files
from cases.reading.loader import CaseError, load_case
from cases.workbook.case_zip import write_bundle
from cases.workbook.checked_upload import read_workbook
from cases.workbook.version_differences import changes
from cases.workbook.workbook_writing import write_workbook
from files.problems import FileProblems, Problems
from tests.cases.areas import AREAS, areas, feature, field, with_areas

FLAT = [[4.0, 52.0], [4.01, 52.01], [4.01, 52.0], [4.0, 52.02], [4.0, 52.0]]
"""A bow tie: its lines cross."""


def test_hectares_by_use_are_those_worked_out_by_hand(tmp_path):
    # 250 m x 200 m = 5 ha; 180 m x 200 m less 10 m x 10 m = 3.59 ha; two of 100 m x 100 m = 2 ha.
    found = hectares_by_use(load_case(with_areas(tmp_path)).areas)
    expected = {
        ("as_now", "quays"): 5, ("as_now", "reeds"): 1, ("ring_road", "quays"): 3.59, ("ring_road", "road"): 2,
        ("tram", "reeds"): 2,
    }  # fmt: skip
    assert found == {key: pytest.approx(value, rel=4e-4) for key, value in expected.items()}


def test_areas_are_written_as_they_are_read():
    noted = FileProblems("areas.geojson")
    found = read_areas(areas().decode(), None, noted)
    again = read_areas(areas_bytes(found).decode(), None, noted)
    assert not noted.listed()
    assert areas_bytes(again) == areas_bytes(found)
    for one, two in zip(found, again, strict=True):
        assert (one.alternative, one.use) == (two.alternative, two.use)
        assert two.land.hectares == pytest.approx(one.land.hectares, rel=1e-4)


def without(key: str) -> bytes:
    found = json.loads(areas())
    del found["features"][2]["properties"][key]
    return json.dumps(found).encode()


def swapped(**properties: str) -> bytes:
    found = json.loads(areas())
    found["features"][1]["properties"] |= properties
    return json.dumps(found).encode()


CIRCLE = [[X, Y] for X, Y in ((4 + number / 1e7, 52.0) for number in range(MOST_AREA_POINTS))]
MISTAKES = {
    "no collection": (b'{"type": "Polygon", "coordinates": []}', ["not a collection of areas"], ["geen verzameling"]),
    "no GeoJSON": (b"{", ["from here on this is not GeoJSON"], ["geen GeoJSON"]),
    "too deep": (b"[" * 100_000, ["nested too deeply"], ["te diep"]),
    "empty collection": (b'{"type": "FeatureCollection", "features": []}', ["holds no areas"], ["geen gebieden"]),
    "a collection in a collection": (
        areas({**AREAS[0], "geometry": {"type": "GeometryCollection", "geometries": []}}),
        ["area 1: 'GeometryCollection' is not"], ["gebied 1: 'GeometryCollection' is geen"],
    ),
    "no alternative": (without("alternative"), ["area 3 has no 'alternative'"], ["gebied 3 heeft geen 'alternative'"]),
    "no use": (without("use"), ["area 3 has no 'use'"], ["gebied 3 heeft geen 'use'"]),
    "another alternative": (
        swapped(alternative="tarm"), ["area 2: 'tarm' is not an alternative", "did you mean 'tram'"],
        ["gebied 2: 'tarm' is geen alternatief"],
    ),
    "another use": (swapped(use="reed"), ["area 2: 'reed' is not a use of land"], ["gebied 2: 'reed' is geen soort"]),
    "crossing lines": (
        areas(AREAS[0], feature("tram", "reeds", FLAT)), ["area 2 crosses itself at 4.00666"],
        ["gebied 2 kruist zichzelf bij 4.00666"],
    ),
    "two areas over each other": (
        areas(AREAS[0], feature("as_now", "road", field(200, 0, 300, 100))),
        ["area 1 and area 2 overlap in 'as_now', over 0.50 hectares"], ["over elkaar, over 0.50 hectare"],
    ),
    "another system": (
        areas(crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}), ["'crs' is not"], ["'crs'"]
    ),
    "metres of another grid": (areas(feature("tram", "reeds", [[500_000.0, 6_866_000.0]] * 4)), ["area 1: '500000"],
                               ["gebied 1: '500000"]),
    "too many areas": (areas(*[AREAS[0]] * (MOST_AREAS + 1)), ["there are 1001 areas"], ["er zijn 1001 gebieden"]),
    "too many points": (
        areas(feature("tram", "reeds", [*CIRCLE, [4.0, 52.1], CIRCLE[0]])), ["20002 points"], ["20002 punten"]
    ),
}  # fmt: skip


def test_a_mistake_is_one_message_with_its_area_in_both_languages(tmp_path):
    case, wrong = with_areas(tmp_path), []
    for name, (data, *expected) in MISTAKES.items():
        (case / "areas.geojson").write_bytes(data)
        try:
            load_case(case)
            wrong.append(f"{name}: taken for sound")
        except CaseError as error:
            for language, parts in zip(("en", "nl"), expected, strict=True):
                said = [problem.sentence(language) for problem in error.problems]
                if len(said) != 1 or any(part not in said[0] for part in ("areas.geojson", *parts)):
                    wrong.append(f"{name}: {said}")
    assert not wrong, "\n".join(wrong)


def test_neighbours_may_share_a_line_and_a_sliver(tmp_path):
    # 50 m x 2 m = 0.01 ha is a line drawn twice.
    touching = areas(AREAS[0], feature("as_now", "road", field(249, 0, 300, 90)))
    assert len(load_case(with_areas(tmp_path, touching)).areas) == 2


def test_the_areas_belong_to_the_version_and_go_along_in_every_file(tmp_path):
    folder = with_areas(tmp_path)
    case = load_case(folder)
    contents = read_files(folder, Problems())
    assert read_workbook(write_bundle(contents), "a.zip").case.version == case.version
    workbook = read_workbook(write_workbook(case, "nl"), "a.xlsx", {"areas.geojson": contents["areas.geojson"]})
    assert workbook.case.areas == case.areas
    (folder / "areas.geojson").write_bytes(areas(*AREAS[:4], *AREAS[5:]))
    other = load_case(folder)
    assert other.version != case.version
    assert [(change.part, change.item) for change in changes(case, other)] == [("areas", ("ring_road", "road"))]
