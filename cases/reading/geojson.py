"""Polygons in GeoJSON, as a map program saves them: in degrees or in RD metres, given in degrees, checked."""

import json
import math
from collections.abc import Iterator
from typing import Any

from cases.definition.land_outline import Point, Ring
from cases.reading.rijksdriehoek import degrees, is_rd
from files.problems import shown
from texts.message import Value, message

_FARTHEST_NORTH = 85.0
_SYSTEMS = ("crs84", "4326", "28992")
"""Ends of the names of WGS84 and of RD; which of the two it is, the numbers tell."""


class NoLandError(Exception):
    """What is no polygon: the line where one is known, and the reason in ``text``."""

    def __init__(self, key: str, line: int | None = None, /, **values: Value) -> None:
        super().__init__(key)
        self.line, self.text = line, message(key, **values)


def parsed(text: str) -> Any:
    """What a JSON text holds, with every number as a float."""

    def no_number(word: str) -> Any:
        raise NoLandError("outline.no_number", word=word)

    try:
        return json.loads(text, parse_constant=no_number, parse_int=float)
    except json.JSONDecodeError as error:
        raise NoLandError("outline.no_json", error.lineno) from None
    except RecursionError:
        raise NoLandError("outline.too_deep") from None


def polygons(found: Any) -> Iterator[tuple[Ring, ...]]:
    """The polygons in a GeoJSON object; properties and other additions are passed over.

    Raises:
        NoLandError: something in it is no polygon.
    """
    kind = found.get("type") if isinstance(found, dict) else None
    if isinstance(found, dict) and "crs" in found and not _is_known(found["crs"]):
        raise _wrong_degrees("crs")
    if kind == "FeatureCollection":
        for feature in listed(found.get("features")):
            if not isinstance(feature, dict) or feature.get("type") != "Feature":
                raise wrong_kind(feature.get("type") if isinstance(feature, dict) else feature)
            yield from polygons(feature)
    elif kind == "Feature":
        geometry = found.get("geometry")
        if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
            raise wrong_kind(geometry.get("type") if isinstance(geometry, dict) else geometry)
        yield from polygons(geometry)
    elif kind == "Polygon":
        yield _polygon(found.get("coordinates"))
    elif kind == "MultiPolygon":
        yield from (_polygon(part) for part in listed(found.get("coordinates")))
    else:
        raise wrong_kind(kind)


def features(text: str) -> list[Any]:
    """What stands in a collection of features, not yet looked at.

    Raises:
        NoLandError: the text is no collection, or one in a system that is not known.
    """
    found = parsed(text)
    kind = found.get("type") if isinstance(found, dict) else None
    if kind != "FeatureCollection":
        raise NoLandError("areas.no_collection")
    if "crs" in found and not _is_known(found["crs"]):
        raise _wrong_degrees("crs")
    return listed(found.get("features"))


def _polygon(found: Any) -> tuple[Ring, ...]:
    rings = tuple(_ring(ring) for ring in listed(found))
    if not rings:
        raise NoLandError("outline.no_points")
    return rings


def _ring(found: Any) -> Ring:
    ring = tuple(point(item) for item in listed(found))
    if len(ring) < 4 or len(set(ring)) < 3:
        raise NoLandError("outline.short_ring", count=len(ring))
    if ring[0] != ring[-1]:
        raise NoLandError("outline.open_ring", place=_place(ring[0]))
    return ring


def point(found: Any) -> Point:
    """A place in degrees, whether it was in degrees or in RD metres."""
    numbers = listed(found)
    if len(numbers) not in (2, 3) or not all(isinstance(number, float) for number in numbers):
        raise NoLandError("outline.no_point", found=shown(found))
    east, north = numbers[0], numbers[1]  # a third number is a height, which an outline does not need
    if is_rd(east, north):
        return degrees(east, north)
    if not (math.isfinite(east) and math.isfinite(north) and abs(east) <= 180 and abs(north) <= _FARTHEST_NORTH):
        raise _wrong_degrees(_place((east, north)))
    if 50 < east < 54 and 3 < north < 8:
        raise NoLandError("outline.swapped", place=_place((east, north)))
    return east, north


def listed(found: Any) -> list[Any]:
    """The same, when it is a list.

    Raises:
        NoLandError: it is something else.
    """
    if isinstance(found, list):
        return found
    raise NoLandError("outline.no_list", found=shown(found))


def _is_known(crs: Any) -> bool:
    """True for the older way of naming the one system that GeoJSON has, and for RD."""
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    return isinstance(name, str) and name.casefold().endswith(_SYSTEMS)


def _wrong_degrees(what: str) -> NoLandError:
    return NoLandError("outline.wrong_degrees", what=what)


def wrong_kind(found: Any) -> NoLandError:
    """The refusal of something that is no polygon."""
    what = message("outline.nothing") if found is None else f"'{shown(found)}'"
    return NoLandError("outline.other_kind", found=what)


def _place(where: Point) -> str:
    return f"{where[0]:.6g}, {where[1]:.6g}"
