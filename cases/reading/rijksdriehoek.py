"""Metres of the Dutch national grid (Rijksdriehoek, RD, EPSG:28992) as longitude and latitude."""

from collections.abc import Mapping
from types import MappingProxyType

X0, Y0 = 155_000, 463_000
"""The middle of the grid, the tower of Amersfoort, in metres."""
EAST0, NORTH0 = 5.38720621, 52.15517440
"""The same tower in degrees."""
_NORTH: Mapping[tuple[int, int], float] = MappingProxyType({
    (0, 1): 3235.65389, (2, 0): -32.58297, (0, 2): -0.24750, (2, 1): -0.84978, (0, 3): -0.06550, (2, 2): -0.01709,
    (1, 0): -0.00738, (4, 0): 0.00530, (2, 3): -0.00039, (4, 1): 0.00033, (1, 1): -0.00012,
})  # fmt: skip
"""Seconds of latitude for each power of x and y, in units of 100 km."""
_EAST: Mapping[tuple[int, int], float] = MappingProxyType({
    (1, 0): 5260.52916, (1, 1): 105.94684, (1, 2): 2.45656, (3, 0): -0.81885, (1, 3): 0.05594, (3, 1): -0.05607,
    (0, 1): 0.01199, (3, 2): -0.00256, (1, 4): 0.00128, (0, 2): 0.00022, (2, 0): -0.00022, (5, 0): 0.00026,
})  # fmt: skip
"""The same for longitude."""


def is_rd(x: float, y: float) -> bool:
    """True for a place in the Netherlands in RD metres. No degrees look like it."""
    return 0 <= x <= 300_000 and 300_000 <= y <= 630_000


def degrees(x: float, y: float) -> tuple[float, float]:
    """Longitude and latitude (WGS84) of a place in RD, to within a metre.

    Reference:
        Schreutelkamp and Strang van Hees (2001), Benaderingsformules voor de transformatie tussen RD- en
        WGS84-kaartcoordinaten, Geodesia 43.
    """
    dx, dy = (x - X0) / 100_000, (y - Y0) / 100_000
    north = sum(factor * dx**p * dy**q for (p, q), factor in _NORTH.items())
    east = sum(factor * dx**p * dy**q for (p, q), factor in _EAST.items())
    return EAST0 + east / 3600, NORTH0 + north / 3600
