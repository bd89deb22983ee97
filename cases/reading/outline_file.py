"""The outline of the land: outline.geojson, polygons in degrees or RD metres, checked."""

from cases.definition.land_outline import LandOutline
from cases.reading.geojson import NoLandError, parsed, polygons, wrong_kind
from files.problems import FileProblems

LARGEST_OUTLINE = 1_000_000
"""Bytes. The most points that fit take about a fifth of this."""
MOST_POINTS = 5_000
_WIDEST = 5.0
"""Degrees from one side to the other: no land-use choice is larger, and a plan drawn flat stays honest."""
_LEAST = 0.0001
"""Hectares: a square metre. Below it somebody drew a line, or a hole as large as the land."""


def read_outline(text: str, problems: FileProblems) -> LandOutline | None:
    """The outline in a GeoJSON text; None when it cannot be used, with the reason noted."""
    try:
        found = LandOutline(tuple(polygons(parsed(text))))
        check_whole(found, MOST_POINTS)
    except NoLandError as refused:
        problems.note(refused.line, refused.text)
        return None
    return found


def check_whole(found: LandOutline, most: int) -> None:
    """There is land, in few enough points and not from one end of the country to the next.

    Raises:
        NoLandError: one of these fails.
    """
    points = [point for ring in found.rings for point in ring]
    if not points:
        raise wrong_kind("FeatureCollection")
    if len(points) > most:
        raise NoLandError("outline.many_points", points=len(points), most=most)
    sides = [max(values) - min(values) for values in zip(*points, strict=True)]
    if max(sides) > _WIDEST:
        raise NoLandError("outline.too_wide", degrees=max(sides), most=_WIDEST)
    if found.hectares < _LEAST:
        raise NoLandError("outline.no_land")
