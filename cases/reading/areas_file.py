"""The areas of each alternative on the map: areas.geojson, one feature for one area with one use, checked."""

import json
from collections.abc import Iterable
from typing import Any

from cases.definition.land_areas import LandArea
from cases.definition.land_outline import LandOutline
from cases.reading.case_ids import Outline
from cases.reading.geojson import NoLandError, features, polygons
from cases.reading.outline_file import check_whole
from cases.reading.sound_areas import check_sound
from files.problems import FileProblems, shown, suggestion
from texts.message import message

AREAS = "areas.geojson"
MOST_AREAS = 1_000
MOST_AREA_POINTS = 20_000
"""In all areas together; they take about half of what the file may have."""
_DECIMALS = 7
"""Of a degree: a centimetre."""


def read_areas(text: str, case: Outline | None, problems: FileProblems) -> tuple[LandArea, ...]:
    """The areas in the order of the file; complete only when nothing was noted.

    Args:
        text: of areas.geojson.
        case: what case.yaml says; None when it cannot be read, and then the names are not checked.
        problems: gets every mistake.
    """
    try:
        found = features(text)
    except NoLandError as refused:
        problems.note(refused.line, refused.text)
        return ()
    if not found:
        problems.add(None, "areas.empty")
    if len(found) > MOST_AREAS:
        problems.add(None, "areas.many", areas=len(found), most=MOST_AREAS)
        return ()
    named = [(message("areas.area", number=number), area) for number, feature in enumerate(found, 1)
                if (area := _area(number, feature, case, problems)) is not None]  # fmt: skip
    points = sum(len(ring) for _, area in named for ring in area.land.rings)
    if points > MOST_AREA_POINTS:
        problems.add(None, "areas.many_points", points=points, most=MOST_AREA_POINTS)
    else:
        check_sound(named, problems)
    return tuple(area for _, area in named)


def areas_bytes(areas: Iterable[LandArea]) -> bytes:
    """The areas as a file that ``read_areas`` reads: degrees (WGS84), a line for each area."""
    lines = [
        json.dumps(
            {
                "type": "Feature",
                "properties": {"alternative": area.alternative, "use": area.use},
                "geometry": {
                    "type": "MultiPolygon",
                    "coordinates": [
                        [[[round(value, _DECIMALS) for value in point] for point in ring] for ring in polygon]
                        for polygon in area.land.polygons
                    ],
                },
            },
            separators=(",", ":"),
            ensure_ascii=False,
        )
        for area in areas
    ]
    return ('{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n").encode()


def _area(number: int, feature: Any, case: Outline | None, problems: FileProblems) -> LandArea | None:
    """One area; None when it cannot be used, with the reason noted."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    named = properties if isinstance(properties, dict) else {}
    known = {
        "alternative": case.alternatives if case is not None else None,
        "use": case.land_uses if case is not None else None,
    }
    words, called = {}, message("areas.area", number=number)
    for key, ids in known.items():
        word = named.get(key)
        if not isinstance(word, str) or not word:
            problems.add(None, "areas.no_property", area=called, name=key)
            return None
        if ids is not None and word not in ids:
            kind, end = (
                message("kinds.alternative" if key == "alternative" else "kinds.land_use"),
                suggestion(word, ids),
            )
            why = message("kinds.unknown", word=shown(word), kind=kind, end=end)
            problems.add(None, "areas.feature", area=called, why=why)
            return None
        words[key] = word
    try:
        land = LandOutline(tuple(polygons(feature)))
        check_whole(land, MOST_AREA_POINTS)
    except NoLandError as refused:
        problems.add(None, "areas.feature", area=called, why=refused.text)
        return None
    return LandArea(words["alternative"], words["use"], land)
