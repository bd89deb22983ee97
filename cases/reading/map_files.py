"""Files of a case with places on the map: the outline of the land and the areas of each alternative."""

from collections.abc import Mapping

from cases.definition.land_areas import LandArea
from cases.definition.land_outline import LandOutline
from cases.reading.areas_file import AREAS, read_areas
from cases.reading.case_ids import Outline
from cases.reading.outline_file import read_outline
from files.decoding import decoded
from files.problems import FileProblems, Problems
from files.remembered import Remembered


def outline_in(files: Mapping[str, bytes], problems: Problems) -> LandOutline | None:
    """The outline; None when there is none that can be used."""
    own = problems.of("outline.geojson")
    text = decoded(files[own.file], own) if own.file in files else None
    return read_outline(text, own) if text is not None else None


def areas_in(
    files: Mapping[str, bytes], case: Outline | None, problems: Problems, remembered: Remembered
) -> tuple[LandArea, ...]:
    """The areas; none when there is no file with them. Looked at again only when the file or the names changed."""
    own, data = problems.of(AREAS), files.get(AREAS)
    if data is None:
        return ()

    def make() -> tuple[tuple[LandArea, ...], FileProblems]:
        noted = FileProblems(AREAS)
        text = decoded(data, noted)
        return (read_areas(text, case, noted) if text is not None else ()), noted

    names = None if case is None else (case.alternatives, case.land_uses)
    found, noted = remembered.get(AREAS, (data, names), make)
    own.extend(noted)
    return found
