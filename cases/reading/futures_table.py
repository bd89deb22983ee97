"""What is otherwise in a future: futures.csv, with one line for one claim."""

from collections.abc import Container

from cases.definition.model import Performance
from cases.reading.case_ids import Outline
from cases.reading.effect_lines import EFFECT_COLUMNS, read_effect_lines
from files.problems import FileProblems
from files.tables import Table

FUTURE_COLUMNS = ("future", "alternative", "criterion", *EFFECT_COLUMNS)


def read_future_effects(
    table: Table, case: Outline | None, source_ids: Container[str] | None, problems: FileProblems
) -> dict[tuple[str, str, str], Performance]:
    """The effects by (future, alternative, criterion), in the order of the file; arguments as for the effects."""
    found = read_effect_lines(
        table, case, source_ids, problems, named=("future", "alternative", "criterion"), double="futures.double"
    )
    return {(future, alternative, criterion): effect for (future, alternative, criterion), effect in found.items()}
