"""Whether areas are drawn soundly: none crosses itself, and no land of an alternative is in two of them.

The library for this is loaded when the first case with areas is read, and not before.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from cases.definition.land_areas import LandArea
from cases.definition.land_outline import LandOutline
from files.problems import FileProblems
from texts import Told

SLIVER = 0.01
"""Hectares that two areas may both cover: lines that were drawn twice lie a little apart."""
MOST_CROSSINGS = 1_000
"""Of the borders of two areas: two combs of a few thousand points make millions, and gigabytes to work them out."""
_AT_A_TIME = 200


def broken_at(land: LandOutline) -> str | None:
    """Where an area crosses itself, in degrees; None when it does not."""
    from shapely.validation import explain_validity

    shape = _shape(land)
    if shape.is_valid:
        return None
    return ", ".join(explain_validity(shape).partition("[")[2].rstrip("]").split())


def check_sound(areas: Sequence[tuple[Told, LandArea]], problems: FileProblems) -> None:
    """Note every area that crosses itself; when there is none, every two areas of an alternative that overlap.

    Args:
        areas: each with what a message calls it.
        problems: gets every mistake.
    """
    from shapely.strtree import STRtree

    crossing = [(called, place) for called, area in areas if (place := broken_at(area.land)) is not None]
    for called, place in crossing:
        problems.add(None, "areas.crossing", area=called, place=place)
    if crossing:
        return
    together = defaultdict(list)
    for called, area in areas:
        together[area.alternative].append((called, area.land, _shape(area.land)))
    for alternative, found in together.items():
        shapes = [shape for _, _, shape in found]
        pairs = STRtree(shapes).query(shapes, predicate="intersects").T
        for one, two in sorted((int(one), int(two)) for one, two in pairs if one < two):
            if _tangled(found[one][1], found[two][1]):
                problems.add(None, "areas.tangled", one=found[one][0], two=found[two][0], alternative=alternative,
                             most=MOST_CROSSINGS)  # fmt: skip
                continue
            hectares = _hectares(shapes[one].intersection(shapes[two]))
            if hectares > SLIVER:
                problems.add(None, "areas.overlap", one=found[one][0], two=found[two][0], alternative=alternative,
                             hectares=hectares)  # fmt: skip


def _tangled(one: LandOutline, two: LandOutline) -> bool:
    """Whether the borders cross more often than ``MOST_CROSSINGS``; stops counting there."""
    from shapely.strtree import STRtree

    tree, others, count = STRtree(_sides(one)), _sides(two), 0
    for start in range(0, len(others), _AT_A_TIME):
        count += tree.query(others[start : start + _AT_A_TIME], predicate="crosses").shape[1]
        if count > MOST_CROSSINGS:
            return True
    return False


def _sides(land: LandOutline) -> Any:
    from shapely import linestrings

    return linestrings([pair for ring in land.rings for pair in pairwise(ring)])


def _shape(land: LandOutline) -> Any:
    from shapely import MultiPolygon, Polygon

    return MultiPolygon([Polygon(outer, holes) for outer, *holes in land.polygons])


def _hectares(shape: Any) -> float:
    from shapely import Polygon, get_parts

    found = [part for part in get_parts(shape) if isinstance(part, Polygon) and not part.is_empty]
    return LandOutline(
        tuple((tuple(part.exterior.coords), *(tuple(hole.coords) for hole in part.interiors)) for part in found)
    ).hectares
