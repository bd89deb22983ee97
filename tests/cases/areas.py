"""The harbour link with areas on the map, made from metres in the Dutch grid so that hectares are seen by eye."""

import json
from pathlib import Path

from tests.cases.harbour import copy_to

X, Y = 110_000, 487_000
"""A corner in the Dutch grid, near Amsterdam."""


def field(left: float, down: float, right: float, up: float) -> list[list[float]]:
    """A closed ring, in metres from the corner."""
    return [[X + east, Y + north] for east, north in
            ((left, down), (right, down), (right, up), (left, up), (left, down))]  # fmt: skip


def feature(alternative: str, use: str, *rings: list[list[float]]) -> dict[str, object]:
    return {
        "type": "Feature",
        "properties": {"alternative": alternative, "use": use},
        "geometry": {"type": "Polygon", "coordinates": list(rings)},
    }


AREAS = [
    feature("as_now", "quays", field(0, 0, 250, 200)),  # 5 ha
    feature("as_now", "reeds", field(250, 0, 300, 200)),  # 1 ha
    feature("ring_road", "quays", field(0, 0, 180, 200), field(40, 40, 50, 50)),  # 3.6 ha with a hole of 0.01 ha
    feature("ring_road", "road", field(200, 0, 300, 100)),  # 1 ha, in two areas
    feature("ring_road", "road", field(200, 100, 300, 200)),  # 1 ha
    feature("tram", "reeds", field(0, 0, 100, 200)),  # 2 ha
]


def areas(*features: dict[str, object], **more: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features) or AREAS, **more}).encode()


def with_areas(folder: Path, data: bytes | None = None) -> Path:
    """A copy of the harbour link with a map."""
    case = copy_to(folder)
    (case / "areas.geojson").write_bytes(areas() if data is None else data)
    return case
