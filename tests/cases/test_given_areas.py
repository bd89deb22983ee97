"""Maps as map programs save them: the same areas from every kind of file, and each mistake named with its layer."""

import io
import json
import warnings
import zipfile

import numpy as np
import pyogrio
import pytest
import shapely
from shapely import Point, Polygon, box

from cases.definition.land_areas import hectares_by_use
from cases.land.given_areas import LAYER, GivenMapError, assigned, likely_field, matching, read_given_areas
from cases.land.names import alternative_names, use_names
from cases.reading.areas_file import areas_bytes
from tests.cases.areas import AREAS, X, Y, areas
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded

CASE = loaded(GOOD)
FIELDS = ("alternative", "use")
RD = "EPSG:28992"


def shapes(features=AREAS) -> list[Polygon]:
    return [Polygon(rings[0], rings[1:]) for rings in (each["geometry"]["coordinates"] for each in features)]


def columns(features=AREAS) -> list[np.ndarray]:
    return [np.array([each["properties"][name] for each in features], dtype=object) for name in FIELDS]


def written(folder, name, geometry, crs=RD, fields=None, layer=None, kind="Polygon", append=False):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a file without a system is what some tests are about
        shapefile = name.endswith(".shp")  # in which a field has at most ten letters
        pyogrio.raw.write(
            folder / name,
            geometry=np.array([None if one is None else shapely.to_wkb(one) for one in geometry], dtype=object),
            field_data=columns() if fields is None else fields,
            fields=["plan", "use"] if shapefile else list(FIELDS),
            crs=crs,
            layer=layer,
            geometry_type=kind,
            driver="ESRI Shapefile" if shapefile else "GPKG",
            append=append,
        )
    return folder / name


def one(words) -> list[np.ndarray]:
    return [np.array([word], dtype=object) for word in words]


def shapefile(folder, *left_out: str, inside: str = "", name: str = "plan", **options) -> bytes:
    written(folder, f"{name}.shp", options.pop("geometry", shapes()), **options)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.glob(f"{name}.*")):
            if path.suffix not in (".gpkg", ".zip", *left_out):
                archive.write(path, inside + path.name)
    return made.getvalue()


def hectares(found) -> dict:
    ids = {"": ""} | {key: key for key in ("as_now", "ring_road", "tram")}
    uses = {key: key for key in ("quays", "reeds", "road")}
    return dict(hectares_by_use(assigned(found, (likely_field(found, alternative_names(CASE)), "use"), ids, uses)))


def refused(data: bytes, name: str = "plan.gpkg") -> list[str]:
    with pytest.raises(GivenMapError) as caught:
        read_given_areas(data, name)
    said = [problem.sentence("en") for problem in caught.value.problems]
    assert all(problem.sentence("nl") for problem in caught.value.problems)
    assert all(sentence.startswith(name) for sentence in said)
    return said


def test_every_kind_of_file_gives_the_same_hectares_to_within_a_square_metre(tmp_path):
    expected = {
        ("as_now", "quays"): 5, ("as_now", "reeds"): 1, ("ring_road", "quays"): 3.59, ("ring_road", "road"): 2,
        ("tram", "reeds"): 2,
    }  # fmt: skip
    expected = {key: pytest.approx(value, rel=4e-4) for key, value in expected.items()}
    raised = [shapely.force_3d(shape, 7.0) for shape in shapes()]
    files = {
        "a.geojson": areas(),
        "a.gpkg": written(tmp_path, "a.gpkg", shapes()).read_bytes(),
        "b.gpkg": written(tmp_path, "b.gpkg", raised, kind="Polygon Z", crs="EPSG:7415").read_bytes(),
        "c.gpkg": written(tmp_path, "c.gpkg", shapes(), crs=None).read_bytes(),
        "a.zip": shapefile(tmp_path),
        "b.zip": shapefile(tmp_path, ".cpg", inside="Kaarten/", name="b", geometry=raised, kind="Polygon Z"),
        "c.zip": shapefile(tmp_path, ".prj", name="c"),
    }
    made = {name: read_given_areas(data, name) for name, data in files.items()}
    for name, found in made.items():
        assert hectares(found) == expected, name
    lines = {name: sorted(area.land.rings[0][0] for area in found.areas) for name, found in made.items()}
    assert {len(found) for found in lines.values()} == {6}
    # A map without a system is read by its numbers, and that is said; the others have nothing to say.
    assert {name: len(found.notes) for name, found in made.items() if found.notes} == {"c.gpkg": 1, "c.zip": 1}


def test_degrees_are_taken_as_they_are(tmp_path):
    square = [box(4.78, 52.36, 4.79, 52.37)]
    for crs in ("EPSG:4326", "EPSG:4258"):
        path = written(tmp_path, f"{crs[-4:]}.gpkg", square, crs=crs, fields=one(("tram", "reeds")))
        (area,) = read_given_areas(path.read_bytes(), path.name).areas
        assert min(area.land.rings[0]) == pytest.approx((4.78, 52.36))
        assert area.land.hectares == pytest.approx(75.8, abs=0.1)  # 681 m x 1113 m


def test_layers_may_be_alternatives_and_a_layer_of_points_is_passed_over(tmp_path):
    path = written(tmp_path, "l.gpkg", [shapes()[0]], fields=one(("", "quays")), layer="Tram")
    written(tmp_path, "l.gpkg", [shapes()[1]], fields=one(("", "reeds")), layer="As now", append=True)
    written(tmp_path, "l.gpkg", [Point(X, Y)], fields=one(("", "")), layer="trees", kind="Point", append=True)
    found = read_given_areas(path.read_bytes(), "l.gpkg")
    assert likely_field(found, alternative_names(CASE)) == LAYER
    assert likely_field(found, use_names(CASE)) == "use"
    ids = matching(found.values(LAYER), alternative_names(CASE))
    assert ids == {"Tram": "tram", "As now": "as_now"}
    made = assigned(found, (LAYER, "use"), ids, {"quays": "quays", "reeds": "reeds"})
    assert [(area.alternative, area.use) for area in made] == [("tram", "quays"), ("as_now", "reeds")]
    assert "'trees'" in found.notes[0].get("en")


def test_areas_without_a_chosen_value_are_left_out_and_one_value_may_stand_for_all():
    found = read_given_areas(areas(), "a.geojson")
    uses = {"quays": "quays", "reeds": "", "road": "road"}
    made = assigned(found, ("", "use"), {"": "tram"}, {"road": "road"})
    assert {(area.alternative, area.use) for area in made} == {("tram", "road")}
    assert len(assigned(found, FIELDS, {"as_now": "as_now"}, uses)) == 1
    with pytest.raises(GivenMapError, match="area 1 of layer 'a' and area 3 of layer 'a' overlap in 'tram', over 3.5"):
        assigned(found, ("", "use"), {"": "tram"}, uses)


def test_each_mistake_is_one_message_that_names_the_layer_and_the_area(tmp_path):
    bow = Polygon([(X, Y), (X + 100, Y + 100), (X + 100, Y), (X, Y + 200)])
    nested = shapely.GeometryCollection([shapely.GeometryCollection([shapes()[0]])])
    far = box(1e300, 1e300, 1.1e300, 1.1e300)
    many = Polygon(shapely.get_coordinates(Point(X, Y).buffer(100, quad_segs=10_000)))

    def package(name, shape, kind="Polygon", crs=RD):
        return written(tmp_path, f"{name}.gpkg", [shape], fields=one(("tram", "reeds")), layer="plan", kind=kind,
                       crs=crs).read_bytes()  # fmt: skip

    cases = {
        "a bow tie": (package("bow", bow), "area 1 of layer 'plan' crosses itself at"),
        "nested collections": (package("nest", nested, "Unknown"), "area 1 of layer 'plan': 'GeometryCollection'"),
        "no shape": (package("none", None), "area 1 of layer 'plan': there is no shape"),
        "huge numbers": (package("far", far), "area 1 of layer 'plan': 1e+300, 1e+300 lies outside the land of RD"),
        "degrees that say RD": (package("deg", box(4.7, 52.3, 4.8, 52.4)), "4.7, 52.3 lies outside the land of RD"),
        "metres that say degrees": (package("web", box(5e5, 6.8e6, 5.1e5, 6.9e6), crs="EPSG:4326"), "6.8e+06' is not"),
        "another system": (package("merc", shapes()[0], crs="EPSG:3857"), "layer 'plan' is in EPSG:3857. Save"),
        "too many points": (package("many", many), "40001 points together; at most 20000 fit"),
        "points only": (package("dots", Point(X, Y), "Point"), "the file holds no areas"),
        "no rows": (
            written(tmp_path, "rows.gpkg", [], fields=[np.array([], dtype=object)] * 2).read_bytes(), "holds no areas"
        ),
        "no tables of a shapefile": (shapefile(tmp_path, ".dbf", ".shx"), "layer 'plan' lacks .shx, .dbf"),
        "a zip with something else": (with_zip({"a.txt": b"x"}), "this zip holds no map"),
        "a zip that leads outside": (with_zip({"../a.shp": b"x"}), "outside its own folder"),
        "a shapefile of noise": (
            with_zip({f"a.{part}": b"noise" * 99 for part in ("shp", "shx", "dbf")}), "damaged, or it is no map"
        ),
        "half a package": (package("half", shapes()[0])[:5000], "damaged, or it is no map"),
        "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(99), "not UTF-8"),
        "nothing": (b"", "the file is empty"),
    }  # fmt: skip
    wrong = [
        f"{name}: {said}"
        for name, (data, expected) in cases.items()
        if len(said := refused(data)) != 1 or expected not in said[0]
    ]
    assert not wrong, "\n".join(wrong)


def with_zip(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def test_values_are_short_plain_texts():
    feature = {**AREAS[0], "properties": {"a": 3, "b": 2.5, "c": None, "d": "x" * 999, "e": True, "f": {"g": [1]}}}
    (area,) = read_given_areas(areas(feature), "a.geojson").areas
    assert [area.fields[name] for name in "abce"] == ["3", "2.5", "", "True"]
    assert len(area.fields["d"]) == 100


def test_what_is_written_is_read_by_a_map_program(tmp_path):
    path = tmp_path / "areas.geojson"
    found = read_given_areas(areas(), "a.geojson")
    path.write_bytes(areas_bytes(assigned(found, FIELDS, {"tram": "tram"}, {"reeds": "reeds"})))
    assert json.loads(path.read_bytes())["type"] == "FeatureCollection"
    about = pyogrio.read_info(path)
    assert (about["crs"], about["features"], list(about["fields"])) == ("EPSG:4326", 1, ["alternative", "use"])
