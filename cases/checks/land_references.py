"""Whether the uses of land in case.yaml can be told apart and measured."""

from cases.checks.references import check_unique
from cases.definition.land_use import MOST_TILES
from cases.reading.case_ids import Outline
from files.fields import number_in
from files.problems import FileProblems
from files.schema import add_at, add_missing
from files.yaml_lines import Document


def check_land_references(document: Document, case: Outline, problems: FileProblems) -> None:
    """Ids and patterns are used once, there are a total and a unit, and not too many tiles."""
    for field in ("id", "pattern"):
        check_unique(document, "land_uses", field, problems)
    for key in ("land_total", "land_unit"):
        if case.land_uses and document.data.get(key) is None:
            add_missing(document, problems, ("land_uses",), key, "land.needs", key=key)
    tile = number_in(document.data.get("land_tile", 1))
    if case.land_total and tile and case.land_total / tile > MOST_TILES:
        count = case.land_total / tile
        add_at(document, problems, ("land_total",), "land.too_many_tiles", tiles=count, most=MOST_TILES)
