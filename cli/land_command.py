"""``python -m cases land FILE``: a map of a planner as areas of a case, with its hectares."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from cases.definition.land_areas import LandArea
from cases.definition.model import Case
from cases.land.given_areas import LAYER, GivenMap, assigned, likely_field, matching, read_given_areas
from cases.land.names import alternative_names, use_names
from cases.workbook.archive import LARGEST_FILE
from cli.one_form import Parser, words
from texts import Told
from texts.message import Joined, message


class NotChosenError(Exception):
    """It does not follow from the map which field or which value is meant; the reason is in ``text``."""

    def __init__(self, text: Told) -> None:
        super().__init__()
        self.text = text


def add(land: Parser, language: str) -> None:
    """What the command takes."""
    land.add_argument("file", metavar="FILE", type=Path, help=words("land_file", language))
    land.add_argument("--case", metavar="FOLDER", help=words("land_case", language))
    land.add_argument("--alternative", metavar="FIELD", help=words("land_alternative", language))
    land.add_argument("--use", metavar="FIELD", help=words("land_use", language))
    land.add_argument("--to", metavar="FILE", type=Path, help=words("land_to", language))


def areas_in_map(
    path: Path, case: Case | None, alternative: str | None, use: str | None
) -> tuple[tuple[LandArea, ...], tuple[Told, ...]]:
    """The areas in a file, and what one should know of how it was read.

    Args:
        path: of the map.
        case: gives the ids and their names; without one the words of the map are the ids.
        alternative: the field that says the alternative; None: the one that fits best.
        use: the field that says the use; None as well.

    Raises:
        GivenMapError: the map cannot be used.
        NotChosenError: a field or a value is not clear.
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    found = read_given_areas(data, path.name)
    wanted = {
        "alternative": (alternative, alternative_names(case) if case is not None else None),
        "use": (use, use_names(case) if case is not None else None),
    }
    fields, ids = [], []
    for option, (given, names) in wanted.items():
        fields.append(_field(found, option, given, names))
        ids.append(_ids(found.values(fields[-1]), fields[-1], names))
    return assigned(found, (fields[0], fields[1]), *ids), found.notes


def _field(found: GivenMap, option: str, given: str | None, names: Mapping[str, Sequence[str]] | None) -> str:
    chosen = given or (likely_field(found, names) if names is not None else option)
    chosen = LAYER if chosen == "layer" and LAYER in found.fields else chosen
    if chosen not in found.fields:
        known = ", ".join("layer" if name == LAYER else name for name in found.fields)
        raise NotChosenError(message("case_commands.land_field", option=option, known=known))
    return chosen


def _ids(values: Sequence[str], field: str, names: Mapping[str, Sequence[str]] | None) -> dict[str, str]:
    if names is None:
        return {value: value for value in values}
    ids = matching(values, names)
    strange = [value for value, key in ids.items() if not key]
    if strange:
        said, known = Joined(tuple(f"'{value}'" for value in strange)), ", ".join(names)
        raise NotChosenError(message("case_commands.land_value", field=field, values=said, known=known))
    return ids
