"""The outline of the land as a map program saves it: outline.geojson, polygons in degrees or RD metres, checked."""

import json
import math
from collections.abc import Iterator
from typing import Any

from cases.definition.land_outline import LandOutline, Point, Ring
from cases.reading.rijksdriehoek import degrees, is_rd
from files.problems import FileProblems, shown
from texts.message import Value, message

LARGEST_OUTLINE = 1_000_000
"""Bytes. The most points that fit take about a fifth of this."""
MOST_POINTS = 5_000
_WIDEST = 5.0
"""Degrees from one side to the other: no land-use choice is larger, and a plan drawn flat stays honest."""
_FARTHEST_NORTH = 85.0
_LEAST = 0.0001
"""Hectares: a square metre. Below it somebody drew a line, or a hole as large as the land."""
_SYSTEMS = ("crs84", "4326", "28992")
"""Ends of the names of WGS84 and of RD; which of the two it is, the numbers tell."""


class _RefusedError(Exception):
    def __init__(self, key: str, line: int | None = None, /, **values: Value) -> None:
        super().__init__(key)
        self.line, self.text = line, message(key, **values)


def read_outline(text: str, problems: FileProblems) -> LandOutline | None:
    """The outline in a GeoJSON text; None when it cannot be used, with the reason noted."""
    try:
        found = LandOutline(tuple(_polygons(_parsed(text))))
        _check_whole(found)
    except _RefusedError as refused:
        problems.note(refused.line, refused.text)
        return None
    return found


def _parsed(text: str) -> Any:
    def no_number(word: str) -> Any:
        raise _RefusedError("outline.no_number", word=word)

    try:
        return json.loads(text, parse_constant=no_number, parse_int=float)
    except json.JSONDecodeError as error:
        raise _RefusedError("outline.no_json", error.lineno) from None
    except RecursionError:
        raise _RefusedError("outline.too_deep") from None


def _polygons(found: Any) -> Iterator[tuple[Ring, ...]]:
    """The polygons in a GeoJSON object; properties and other additions are passed over."""
    kind = found.get("type") if isinstance(found, dict) else None
    if isinstance(found, dict) and "crs" in found and not _is_known(found["crs"]):
        raise _wrong_degrees("crs")
    if kind == "FeatureCollection":
        for feature in _list(found.get("features")):
            if not isinstance(feature, dict) or feature.get("type") != "Feature":
                raise _wrong_kind(feature.get("type") if isinstance(feature, dict) else feature)
            yield from _polygons(feature)
    elif kind == "Feature":
        geometry = found.get("geometry")
        if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
            raise _wrong_kind(geometry.get("type") if isinstance(geometry, dict) else geometry)
        yield from _polygons(geometry)
    elif kind == "Polygon":
        yield _polygon(found.get("coordinates"))
    elif kind == "MultiPolygon":
        yield from (_polygon(part) for part in _list(found.get("coordinates")))
    else:
        raise _wrong_kind(kind)


def _polygon(found: Any) -> tuple[Ring, ...]:
    rings = tuple(_ring(ring) for ring in _list(found))
    if not rings:
        raise _RefusedError("outline.no_points")
    return rings


def _ring(found: Any) -> Ring:
    ring = tuple(_point(point) for point in _list(found))
    if len(ring) < 4 or len(set(ring)) < 3:
        raise _RefusedError("outline.short_ring", count=len(ring))
    if ring[0] != ring[-1]:
        raise _RefusedError("outline.open_ring", place=_place(ring[0]))
    return ring


def _point(found: Any) -> Point:
    numbers = _list(found)
    if len(numbers) not in (2, 3) or not all(isinstance(number, float) for number in numbers):
        raise _RefusedError("outline.no_point", found=shown(found))
    east, north = numbers[0], numbers[1]  # a third number is a height, which an outline does not need
    if is_rd(east, north):
        return degrees(east, north)
    if not (math.isfinite(east) and math.isfinite(north) and abs(east) <= 180 and abs(north) <= _FARTHEST_NORTH):
        raise _wrong_degrees(_place((east, north)))
    if 50 < east < 54 and 3 < north < 8:
        raise _RefusedError("outline.swapped", place=_place((east, north)))
    return east, north


def _check_whole(found: LandOutline) -> None:
    points = [point for ring in found.rings for point in ring]
    if not points:
        raise _wrong_kind("FeatureCollection")
    if len(points) > MOST_POINTS:
        raise _RefusedError("outline.many_points", points=len(points), most=MOST_POINTS)
    sides = [max(values) - min(values) for values in zip(*points, strict=True)]
    if max(sides) > _WIDEST:
        raise _RefusedError("outline.too_wide", degrees=max(sides), most=_WIDEST)
    if found.hectares < _LEAST:
        raise _RefusedError("outline.no_land")


def _list(found: Any) -> list[Any]:
    if isinstance(found, list):
        return found
    raise _RefusedError("outline.no_list", found=shown(found))


def _is_known(crs: Any) -> bool:
    """True for the older way of naming the one system that GeoJSON has, and for RD."""
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    return isinstance(name, str) and name.casefold().endswith(_SYSTEMS)


def _wrong_degrees(what: str) -> _RefusedError:
    return _RefusedError("outline.wrong_degrees", what=what)


def _wrong_kind(found: Any) -> _RefusedError:
    what = message("outline.nothing") if found is None else f"'{shown(found)}'"
    return _RefusedError("outline.other_kind", found=what)


def _place(point: Point) -> str:
    return f"{point[0]:.6g}, {point[1]:.6g}"
