"""The outline of the land: polygons in degrees, and their area on the sphere."""

import math
from dataclasses import dataclass
from itertools import pairwise

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius of the earth (IUGG)."""

Point = tuple[float, float]
"""Longitude and latitude, in degrees (WGS84)."""
Ring = tuple[Point, ...]
"""Closed: the last point is the first."""


@dataclass(frozen=True)
class LandOutline:
    """Where the land lies: one polygon or more, each an outer ring and the holes in it."""

    polygons: tuple[tuple[Ring, ...], ...]

    @property
    def rings(self) -> tuple[Ring, ...]:
        """All rings, outer ones and holes, in the order of the file."""
        return tuple(ring for polygon in self.polygons for ring in polygon)

    @property
    def hectares(self) -> float:
        """The area on the sphere, holes taken off.

        Reference:
            Chamberlain and Duquette (2007), Some Algorithms for Polygons on a Sphere, JPL 07-03.
        """
        square_metres = sum(
            _ring_area(outer) - sum(_ring_area(hole) for hole in holes) for outer, *holes in self.polygons
        )
        return square_metres / 10_000


def _ring_area(ring: Ring) -> float:
    steps = pairwise(ring)
    twice = sum(
        math.radians(east - west) * (2 + math.sin(math.radians(south)) + math.sin(math.radians(north)))
        for (west, south), (east, north) in steps
    )
    return abs(twice) * EARTH_RADIUS_M**2 / 2
