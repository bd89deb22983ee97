"""A map that somebody brings: areas with whatever fields their map program gave them, not yet of any case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cases.definition.land_areas import LandArea
from cases.definition.land_outline import LandOutline
from cases.reading.areas_file import MOST_AREA_POINTS, MOST_AREAS
from cases.reading.geojson import NoLandError, features, polygons
from cases.reading.outline_file import check_whole
from cases.reading.sound_areas import broken_at, check_sound
from cases.workbook.grid import RefusedError
from files.decoding import decoded
from files.problems import FileProblems, Problem, shown
from texts import Told
from texts.message import message

LAYER = "*layer"
"""Stands for the name of the layer where a field is asked for."""
MOST_FIELDS = 60


@dataclass(frozen=True)
class GivenArea:
    """One area as it was drawn."""

    layer: str
    number: int
    """In its layer, from 1."""
    fields: Mapping[str, str]
    """What the map program knows of it, as text; empty where it says nothing."""
    land: LandOutline

    @property
    def called(self) -> Told:
        """How a message names it."""
        return message("areas.area_of", number=self.number, layer=shown(self.layer))

    def value(self, field: str) -> str:
        """What stands in a field, or the name of the layer."""
        return self.layer if field == LAYER else self.fields.get(field, "")


@dataclass(frozen=True)
class GivenMap:
    """All areas of a file."""

    areas: tuple[GivenArea, ...]
    notes: tuple[Told, ...] = ()
    """What was passed over, or read in a way that one should know."""

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field, and ``LAYER`` where there is more than one layer."""
        layers = {area.layer for area in self.areas}
        names = dict.fromkeys(name for area in self.areas for name in area.fields)
        return (*names, *((LAYER,) if len(layers) > 1 else ()))

    def values(self, field: str) -> tuple[str, ...]:
        """Every value in a field, in the order of the file."""
        return tuple(dict.fromkeys(area.value(field) for area in self.areas))


class GivenMapError(Exception):
    """The file holds no areas that can be used; all reasons in ``problems``."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.sentence("en") for problem in problems))


def read_given_areas(data: bytes, name: str) -> GivenMap:
    """The areas in a GeoPackage, a zip with a shapefile, or GeoJSON, in RD metres or in degrees.

    Args:
        data: the whole file; what it is follows from its content.
        name: of the file, for messages.

    Raises:
        GivenMapError: it cannot be used; every area with something wrong is named.
    """
    problems = FileProblems(shown(name, 80))
    notes: list[Told] = []
    found: list[GivenArea] = []
    try:
        if data.startswith((b"PK", b"SQLite format 3\0")):
            from cases.land.map_layers import read_layers  # with the libraries of map programs, which take memory

            found = read_layers(data, problems, notes)
        elif (text := decoded(data, problems)) is not None:
            found = _in_geojson(text, problems)
    except NoLandError as refused:
        problems.note(refused.line, refused.text)
    except RefusedError as refused:
        problems.note(None, refused.text)
    for area in found:
        if (place := broken_at(area.land)) is not None:
            problems.add(None, "areas.crossing", area=area.called, place=place)
    if not found and not problems.listed():
        problems.add(None, "areas.empty")
    if problems.listed():
        raise GivenMapError(problems.listed())
    return GivenMap(tuple(found), tuple(notes))


def assigned(
    found: GivenMap, fields: tuple[str, str], alternatives: Mapping[str, str], uses: Mapping[str, str]
) -> tuple[LandArea, ...]:
    """The areas as those of a case.

    Args:
        found: the map.
        fields: which field says the alternative, and which the use. An empty name: all areas have the value ``""``.
        alternatives: for a value the id of the alternative; an area with another value is left out.
        uses: the same for the use.

    Raises:
        GivenMapError: two areas of an alternative overlap.
    """
    problems, named = FileProblems(""), []
    for area in found.areas:
        alternative, use = alternatives.get(area.value(fields[0])), uses.get(area.value(fields[1]))
        if alternative and use:
            named.append((area.called, LandArea(alternative, use, area.land)))
    check_sound(named, problems)
    if problems.listed():
        raise GivenMapError(problems.listed())
    return tuple(area for _, area in named)


def matching(values: Sequence[str], names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """For each value the id that is called so, in whatever capitals; empty where none is or more than one.

    Args:
        values: what stands in a field.
        names: for each id all its names.
    """
    found = {}
    for value in values:
        meant = [key for key, called in names.items() if value.casefold().strip() in (one.casefold() for one in called)]
        found[value] = meant[0] if len(meant) == 1 else ""
    return found


def likely_field(found: GivenMap, names: Mapping[str, Sequence[str]]) -> str:
    """The field of which the most values are names of these; empty when there is none."""
    counts = {field: sum(map(bool, matching(found.values(field), names).values())) for field in found.fields}
    best = max(counts, key=lambda field: counts[field], default="")
    return best if counts.get(best) else ""


def _in_geojson(text: str, problems: FileProblems) -> list[GivenArea]:
    areas, layer = [], problems.file.rsplit(".", 1)[0]
    found = features(text)
    if len(found) > MOST_AREAS:
        problems.add(None, "areas.many", areas=len(found), most=MOST_AREAS)
        return []
    for number, feature in enumerate(found, 1):
        try:
            land = LandOutline(tuple(polygons(feature)))
            check_whole(land, MOST_AREA_POINTS)
        except NoLandError as refused:
            called = message("areas.area", number=number)
            problems.add(None, "areas.feature", area=called, why=refused.text)
            continue
        properties = feature.get("properties")
        fields = properties if isinstance(properties, dict) else {}
        areas.append(GivenArea(layer, number, texts_of(fields), land))
    points = sum(len(ring) for area in areas for ring in area.land.rings)
    if points > MOST_AREA_POINTS:
        problems.add(None, "areas.many_points", points=points, most=MOST_AREA_POINTS)
        return []
    return areas


def texts_of(fields: Mapping[str, Any]) -> dict[str, str]:
    """What stands in the fields, as short texts; a whole number has no decimals."""
    said = {}
    for name, value in list(fields.items())[:MOST_FIELDS]:
        whole = isinstance(value, float) and value.is_integer()
        said[str(name)[:60]] = "" if value is None or value != value else str(int(value) if whole else value)[:100]  # noqa: PLR0124  # NaN
    return said
