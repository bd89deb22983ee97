"""What the land is used for, on the map: areas of each alternative, each with one use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cases.definition.land_outline import LandOutline


@dataclass(frozen=True)
class LandArea:
    """One area of one alternative with one use: a feature of areas.geojson."""

    alternative: str
    use: str
    land: LandOutline


def hectares_by_use(areas: Iterable[LandArea]) -> Mapping[tuple[str, str], float]:
    """Hectares by alternative and use, in the order in which each pair comes first."""
    found: dict[tuple[str, str], float] = {}
    for area in areas:
        key = area.alternative, area.use
        found[key] = found.get(key, 0.0) + area.land.hectares
    return found
