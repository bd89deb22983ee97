"""The outline of the land: area by hand, and every mistake in a GeoJSON file named."""

import json
import math

import pytest

from cases.definition.land_outline import LandOutline
from cases.reading.loader import CaseError, load_case
from cases.reading.outline_file import MOST_POINTS, read_outline
from cases.reading.rijksdriehoek import degrees
from files.problems import FileProblems
from tests.cases.pictures import SQUARE, polygon, with_picture


def read(data: bytes) -> LandOutline:
    noted = FileProblems("outline.geojson")
    found = read_outline(data.decode(), noted)
    assert found is not None, noted.listed()
    return found


def box(west: float, south: float, east: float, north: float) -> list[list[float]]:
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def box_hectares(west: float, south: float, east: float, north: float) -> float:
    """The area between two meridians and two parallels on the ellipsoid (Snyder 1987, equation 3-12)."""
    flat = 1 / 298.257223563
    e = math.sqrt(2 * flat - flat**2)

    def q(degrees_north: float) -> float:
        sine = math.sin(math.radians(degrees_north))
        return (1 - e**2) * (sine / (1 - (e * sine) ** 2) - math.log((1 - e * sine) / (1 + e * sine)) / (2 * e))

    return 6_378_137**2 * math.radians(east - west) * (q(north) - q(south)) / 2 / 10_000


def test_the_area_of_a_box_is_exact():
    # One degree by one degree at the equator: 110.574 km by 111.320 km (lengths of a degree in any table of WGS84).
    assert read(polygon(box(0, 0, 1, 1))).hectares == pytest.approx(11_057.4 * 111.320, rel=2e-4)
    # And on either side of 45 degrees: 111.132 km by 78.847 km.
    assert read(polygon(box(0, 44.5, 1, 45.5))).hectares == pytest.approx(11_113.2 * 78.847, rel=2e-4)
    for sides in ((4.0, 52.0, 4.01, 52.01), (-70.5, -33.2, -70.4, -33.1), (10, 60, 12, 64)):
        assert read(polygon(box(*sides))).hectares == pytest.approx(box_hectares(*sides), rel=1e-9)


def test_the_area_is_that_of_an_independent_library():
    from pyproj import Geod

    for sides in ((4.78, 52.36, 4.80, 52.37), (6.5, 53.2, 6.51, 53.205), (5.9, 50.8, 5.95, 50.83)):
        ring = box(*sides)
        square_metres, _ = Geod(ellps="WGS84").polygon_area_perimeter(*zip(*ring, strict=True))
        assert read(polygon(ring)).hectares == pytest.approx(square_metres / 10_000, rel=1e-6)


def test_land_of_100_by_100_metres_in_the_dutch_grid_is_one_hectare():
    # In RD a metre is between 0.9999 and 1.0001 of one on the ground, anywhere in the country.
    for x, y in ((110_000, 487_000), (155_000, 463_000), (200_000, 320_000), (250_000, 590_000)):
        assert read(polygon(box(x, y, x + 100, y + 100))).hectares == pytest.approx(1, abs=0.0004)


def test_a_hole_is_taken_off_and_the_direction_of_a_ring_does_not_matter():
    outer, hole = (5, 52, 5.01, 52.01), (5.002, 52.002, 5.004, 52.004)
    rest = box_hectares(*outer) - box_hectares(*hole)
    for inside in (box(*hole), box(*hole)[::-1]):
        assert read(polygon(box(*outer), inside)).hectares == pytest.approx(rest, rel=1e-9)


def test_every_form_around_polygons_is_read():
    one, two = polygon(), polygon(box(5, 52, 5.01, 52.01))
    shapes = [json.loads(shape) for shape in (one, two)]
    features = [{"type": "Feature", "properties": {"name": "x"}, "geometry": shape} for shape in shapes]
    many = {"type": "MultiPolygon", "coordinates": [shape["coordinates"] for shape in shapes]}
    whole = LandOutline((read(one).polygons[0], read(two).polygons[0]))
    for found in ({"type": "FeatureCollection", "features": features}, many):
        assert read(json.dumps(found).encode()) == whole
    assert read(json.dumps(features[0]).encode()) == read(one)
    assert whole.rings[0] == tuple((east, north) for east, north in SQUARE)


def test_heights_and_the_old_name_of_the_system_are_allowed():
    with_heights = [[*point, 1.5] for point in SQUARE]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    assert read(polygon(with_heights, crs=crs)) == read(polygon())


def test_metres_of_the_dutch_grid_are_converted_to_within_a_metre():
    # Two published pairs: Schreutelkamp and Strang van Hees (2001), Westertoren and Martinitoren.
    for metres, published in (
        ((120700.723, 487525.501), (4.88352559, 52.37453253)),
        ((233883.131, 582065.167), (6.56820053, 53.21938317)),
    ):
        assert degrees(*metres) == pytest.approx(published, abs=1e-6)
    field = polygon(box(114_000, 485_000, 114_500, 485_400))
    for data in (field, polygon(box(114_000, 485_000, 114_500, 485_400), crs=RD)):
        assert read(data).hectares == pytest.approx(20, rel=0.0004)
        assert read(data).rings[0][0] == pytest.approx((4.7854, 52.3514), abs=0.002)


RD = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
UTM = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32631"}}
CIRCLE = [[5 + math.cos(n / 1000) / 100, 52 + math.sin(n / 1000) / 100] for n in range(MOST_POINTS)]
MISTAKES = {
    "no JSON": (b'{\n"type":\nPolygon}', "from here on this is not GeoJSON", "geen GeoJSON", 3),
    "cut off": (polygon()[:-5], "from here on this is not GeoJSON", "geen GeoJSON", 1),
    "NaN": (polygon().replace(b"52.01", b"NaN", 1), "'NaN' stands where a number belongs", "waar een getal", None),
    "infinite": (polygon().replace(b"52.01", b"1e999", 1), "not longitude and latitude", "geen lengte en", None),
    "digits without end": (polygon().replace(b"52.01", b"9" * 5000, 1), "not longitude", "geen lengte", None),
    "metres of RD, swapped": (polygon([[487000.0, 120000.0]] * 4), "x first and then y", "eerst x en dan y", None),
    "another system": (polygon(crs=UTM), "WGS84 (EPSG:4326), or in RD", "Rijksdriehoek", None),
    "beyond the pole": (polygon(box(4, 89, 4.1, 91)), "not longitude and latitude", "geen lengte", None),
    "swapped": (polygon([point[::-1] for point in SQUARE]), "Swap the two numbers", "Wissel de twee getallen", None),
    "open ring": (polygon(SQUARE[:-1]), "the ring that starts at 4, 52 is not closed", "niet gesloten", None),
    "line": (b'{"type": "LineString", "coordinates": []}', "'LineString' is not an outline", "geen omtrek", None),
    "point in a feature": (
        b'{"type": "Feature", "geometry": {"type": "Point", "coordinates": [4, 52]}}',
        "'Point' is not an outline of land", "'Point' is geen omtrek", None,
    ),
    "feature of nothing": (b'{"type": "Feature", "geometry": null}', "nothing is not an outline", "niets is", None),
    "no features": (b'{"type": "FeatureCollection", "features": []}', "is not an outline", "geen omtrek", None),
    "a list": (b"[]", "nothing is not an outline", "niets is geen omtrek", None),
    "a word for a list": (b'{"type": "Polygon", "coordinates": "x"}', "where a list of points", "een lijst met", None),
    "polygon of nothing": (b'{"type": "Polygon", "coordinates": []}', "without points", "zonder punten", None),
    "too few points": (polygon(SQUARE[:2] + SQUARE[:1]), "a ring has 3 points", "een ring heeft 3 punten", None),
    "no land": (polygon([[4, 52], [4, 53], [4, 54], [4, 52]]), "its area is zero", "de oppervlakte is nul", None),
    "hole as large as the land": (polygon(SQUARE, SQUARE), "its area is zero", "de oppervlakte is nul", None),
    "a word for a number": (polygon([["a", 52.0], *SQUARE[1:]]), "is not a point", "is geen punt", None),
    "half a country": (polygon(box(-5, 40, 5, 50)), "10.0 degrees wide or high", "10.0 graden breed", None),
    "too many points": (polygon([*CIRCLE, CIRCLE[0]]), "has 5001 points; at most 5000 fit", "heeft 5001 punten", None),
    "too deep": (b"[" * 100_000, "nested too deeply", "te diep in elkaar", None),
    "empty": (b" ", "the file is empty", "het bestand is leeg", 1),
}  # fmt: skip


@pytest.mark.parametrize(("data", "en", "nl", "line"), MISTAKES.values(), ids=list(MISTAKES))
def test_a_mistake_is_named_in_both_languages(data, en, nl, line, tmp_path):
    case = with_picture(tmp_path)
    (case / "outline.geojson").write_bytes(data)
    with pytest.raises(CaseError) as caught:
        load_case(case)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("outline.geojson", line)
    assert en in problem.text.get("en")
    assert nl in problem.text.get("nl")
    assert "None" not in problem.text.get("en")


def test_a_million_points_are_refused_without_reading_them(tmp_path):
    case = with_picture(tmp_path)
    (case / "outline.geojson").write_bytes(polygon([[4.0, 52.0]] * 1_000_000))
    with pytest.raises(CaseError, match="outline.geojson: the file is larger than 1 MB"):
        load_case(case)


def test_the_outline_belongs_to_the_version(tmp_path):
    case = with_picture(tmp_path)
    before = load_case(case)
    assert before.outline == read(polygon())
    (case / "outline.geojson").write_bytes(polygon(box(4, 52, 4.02, 52.01)))
    assert load_case(case).version != before.version
    (case / "outline.geojson").unlink()
    assert load_case(case).outline is None
