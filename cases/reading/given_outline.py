"""An outline that somebody gives apart from the other files of a case."""

from cases.reading.case_folder import fits
from cases.reading.outline_file import read_outline
from files.decoding import decoded
from files.problems import Problem, Problems

OUTLINE = "outline.geojson"


def faults_of_outline(data: bytes) -> tuple[Problem, ...]:
    """What is wrong with these bytes as the outline of a case; nothing when they can be used."""
    problems = Problems()
    own = problems.of(OUTLINE)
    readable = decoded(data, own) if fits(OUTLINE, len(data), problems) else None
    if readable is not None:
        read_outline(readable, own)
    return problems.listed()
