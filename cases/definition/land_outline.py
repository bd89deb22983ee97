"""Land as polygons in degrees, and their area on the ellipsoid."""

import math
from dataclasses import dataclass
from itertools import pairwise

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius of the earth (IUGG), for lengths in a drawing."""
_EQUATOR_M = 6_378_137.0
_FLATTENING = 1 / 298.257223563
_ECCENTRICITY = math.sqrt(_FLATTENING * (2 - _FLATTENING))
"""Of the ellipsoid of WGS84."""

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
        """The area, holes taken off.

        Each ring is laid flat in the equal-area cylindrical projection of the WGS84 ellipsoid, in which no place is
        larger or smaller than on the ground. In the metres of the Dutch grid (RD) the same land is at most 0.02% less.

        Reference:
            Snyder (1987), Map Projections: A Working Manual, USGS 1395, equations 3-12 and 10-15.
        """
        square_metres = sum(
            _ring_area(outer) - sum(_ring_area(hole) for hole in holes) for outer, *holes in self.polygons
        )
        return square_metres / 10_000


def _ring_area(ring: Ring) -> float:
    heights = [_height(north) for _, north in ring]
    twice = sum(
        math.radians(east - west) * (low + high)
        for ((west, _), (east, _)), (low, high) in zip(pairwise(ring), pairwise(heights), strict=True)
    )
    return abs(twice) * _EQUATOR_M**2 / 4


def _height(north: float) -> float:
    """Above the equator in the projection: Snyder's q, 0 there and about 2 at the pole."""
    sine, e = math.sin(math.radians(north)), _ECCENTRICITY
    return (1 - e**2) * (sine / (1 - (e * sine) ** 2) + math.atanh(e * sine) / e)
