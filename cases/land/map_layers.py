"""The layers of a GeoPackage or of shapefiles in a zip, read with GDAL.

Only for a process that may be ended: GDAL is large, and a file can be made to hurt it (`files.door`).
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

import pyogrio
import shapely

from cases.definition.land_outline import LandOutline
from cases.land.given_areas import GivenArea, texts_of
from cases.reading.areas_file import MOST_AREA_POINTS, MOST_AREAS
from cases.reading.geojson import NoLandError, point, wrong_kind
from cases.reading.outline_file import check_whole
from cases.reading.rijksdriehoek import is_rd
from cases.workbook.archive import check_names, open_archive, part
from files.problems import FileProblems, shown
from texts import Told
from texts.message import message

_RD = {"EPSG:28992", "EPSG:7415"}
_DEGREES = {"EPSG:4326", "EPSG:4258", "EPSG:4979", "EPSG:4937", "OGC:CRS84"}
"""WGS84 and ETRS89, which lie within a metre of each other; with and without heights."""
_NEEDED = (".shx", ".dbf")
_MOST_LAYERS = 40
_LARGEST_SHAPES = 100 * MOST_AREA_POINTS
"""Bytes of the shapes of a layer: a point takes 16, or 32 with a height."""
_LAND = ("Polygon", "Surface", "Unknown", "GeometryCollection", "None")
"""Kinds of layers that can hold areas, by a part of their name; what is in them is looked at."""


def read_layers(data: bytes, problems: FileProblems, notes: list[Told]) -> list[GivenArea]:
    """The areas in every layer that can hold them.

    Raises:
        NoLandError: the file as a whole cannot be used.
        RefusedError: it is a zip that is damaged or goes over a limit.
    """
    areas: list[GivenArea] = []
    for name, source in _sources(data, problems):
        try:
            layers = pyogrio.list_layers(source)[:_MOST_LAYERS]
            if not len(layers):
                raise NoLandError("areas.damaged")
            for layer, kind in layers:
                called = str(layer) if name is None else name
                if kind is None or not any(word in str(kind) for word in _LAND):
                    notes.append(message("areas.other_layer", layer=shown(called)))
                    continue
                areas += _areas(called, source, str(layer), problems, notes)
        except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, pyogrio.errors.FeatureError):
            raise NoLandError("areas.damaged") from None
    return areas


def _sources(data: bytes, problems: FileProblems) -> Iterator[tuple[str | None, bytes]]:
    """What GDAL opens, each with the name of its layer; None where the file names its layers itself."""
    if not data.startswith(b"PK"):
        yield None, _packed({"a.gpkg": data})
        return
    archive = open_archive(data)
    check_names(archive)
    names = {name.casefold(): name for name in archive.namelist() if "__macosx" not in name.casefold()}
    shapes = [name for name in names if name.endswith(".shp")]
    packages = [name for name in names if name.endswith(".gpkg")]
    if not shapes and not packages:
        raise NoLandError("areas.no_map_in_zip")
    for name in packages:
        yield None, _packed({"a.gpkg": part(archive, names[name])})
    for name in shapes[:_MOST_LAYERS]:
        stem, layer = name.removesuffix(".shp"), PurePosixPath(names[name]).stem
        missing = [ending for ending in _NEEDED if stem + ending not in names]
        if missing:
            problems.add(None, "areas.missing_parts", layer=shown(layer), parts=", ".join(missing))
            continue
        parts = {
            f"a{ending}": part(archive, names[stem + ending])
            for ending in (".shp", *_NEEDED, ".prj", ".cpg")
            if stem + ending in names
        }
        if len(parts["a.shp"]) > _LARGEST_SHAPES:
            problems.add(None, "areas.large_layer", layer=shown(layer), most=MOST_AREA_POINTS)
            continue
        yield layer, _packed(parts)


def _packed(parts: Mapping[str, bytes]) -> bytes:
    """As a zip that was packed here, with names of our own: nothing in it can lead outside."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return written.getvalue()


def _areas(called: str, source: bytes, layer: str, problems: FileProblems, notes: list[Told]) -> Iterator[GivenArea]:
    about, _, shapes, columns = pyogrio.raw.read(
        source, layer=layer, max_features=MOST_AREAS + 1, force_2d=True, datetime_as_string=True
    )
    if shapes is None or not len(shapes):
        notes.append(message("areas.empty_layer", layer=shown(called)))
        return
    if len(shapes) > MOST_AREAS:
        raise NoLandError("areas.many", areas=pyogrio.read_info(source, layer=layer)["features"], most=MOST_AREAS)
    system = about["crs"]
    if system is None:
        notes.append(message("areas.no_system", layer=shown(called)))
    elif system not in _RD | _DEGREES:
        problems.add(None, "areas.other_system", layer=shown(called), system=shown(system))
        return
    geometries = shapely.from_wkb(shapes, on_invalid="ignore")
    points = int(shapely.get_num_coordinates(geometries).sum())
    if points > MOST_AREA_POINTS:
        raise NoLandError("areas.many_points", points=points, most=MOST_AREA_POINTS)
    names = [str(name) for name in about["fields"]]
    for place, shape in enumerate(geometries):
        try:
            land = _land(shape, system in _RD)
        except NoLandError as refused:
            area = message("areas.area_of", number=place + 1, layer=shown(called))
            problems.add(None, "areas.feature", area=area, why=refused.text)
            continue
        fields = {name: _plain(column[place]) for name, column in zip(names, columns, strict=True)}
        yield GivenArea(called, place + 1, texts_of(fields), land)


def _land(shape: Any, in_rd: bool) -> LandOutline:
    if shape is None or shape.is_empty:
        raise NoLandError("areas.no_shape")
    if shape.geom_type not in ("Polygon", "MultiPolygon"):
        raise wrong_kind(shape.geom_type)
    outer = shape.bounds
    if in_rd and not (is_rd(*outer[:2]) and is_rd(*outer[2:])):
        raise NoLandError("areas.not_rd", place=", ".join(f"{value:.6g}" for value in outer[:2]))
    land = LandOutline(
        tuple(
            tuple(
                tuple(point([float(value) for value in place]) for place in ring.coords)
                for ring in (polygon.exterior, *polygon.interiors)
            )
            for polygon in (shape.geoms if shape.geom_type == "MultiPolygon" else (shape,))
        )
    )
    check_whole(land, MOST_AREA_POINTS)
    return land


def _plain(value: Any) -> Any:
    """A number or a text of the library as one of Python's own."""
    return value.item() if hasattr(value, "item") else value
