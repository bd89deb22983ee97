"""From what pydantic found to what a planner can use: the place, what was found and what to do."""

import re
from functools import cache
from typing import Any, TypeVar
from unicodedata import normalize

from pydantic import BaseModel, ValidationError

from files.fields import Fault
from files.problems import FileProblems, closest, shown
from files.yaml_lines import Document, Path
from texts import Told
from texts.message import Message, Value, message

_Model = TypeVar("_Model", bound=BaseModel)

_ITEMS = {
    "alternatives",
    "themes",
    "criteria",
    "profiles",
    "land_uses",
    "futures",
    "causes",
    "groups",
    "requirements",
    "functions",
    "duties",
    "evaluation",
    "rounds",
}
"""Lists whose items are named in a message by what they are and their id."""


def validated(model: type[_Model], document: Document, problems: FileProblems) -> _Model | None:
    """The document as a record of this kind, or None with every mistake noted."""
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    missing = [_path(document, found["loc"]) for found in errors if found["type"] == "missing"]
    explained: set[Path] = set()
    for found in errors:
        if found["type"] == "extra_forbidden":
            path = _path(document, found["loc"])
            beside = [other[-1] for other in missing if other[:-1] == path[:-1]]
            meant = closest(str(path[-1]), [str(key) for key in beside])
            if meant is not None:
                explained.add((*path[:-1], meant))
            text = _unknown_key(str(path[-1]), meant or closest(str(path[-1]), _keys(model)))
            problems.note(document.places.of_key(path), _placed(document, path[:-1], text))
    for found in errors:
        path = _path(document, found["loc"])
        if found["type"] == "extra_forbidden" or (found["type"] == "missing" and path in explained):
            continue
        if found["type"] == "too_short" and len(found["input"]) >= found["ctx"]["min_length"]:
            continue  # pydantic counts only what is sound; what is wrong with the others is said at each of them
        absent = None
        if found["type"] == "missing":
            path, absent = path[:-1], str(path[-1])
        elif found["type"] == "union_tag_not_found":
            absent = "type"
        for fault in _faults(found):
            _note(document, problems, (*path, *fault.path), fault.text, absent or fault.missing)
    return None


def add_at(document: Document, problems: FileProblems, path: Path, key: str, /, **values: Value) -> None:
    """Note a problem at a place in the document; the item it sits in is named."""
    _note(document, problems, path, message(key, **values))


def add_missing(
    document: Document, problems: FileProblems, path: Path, absent: str, key: str, /, **values: Value
) -> None:
    """As `add_at`, for the key `absent` that should be in the part at `path`: the place is where it belongs."""
    _note(document, problems, path, message(key, **values), absent)


def _note(document: Document, problems: FileProblems, path: Path, text: Told, absent: str | None = None) -> None:
    places = document.places
    place = places.of(path) if absent is None else places.of_missing(path, absent)
    problems.note(place, _placed(document, path, text))


def _placed(document: Document, path: Path, text: Told) -> Told:
    """The words with the place before them: ``criterion 'co2', range > worst: ...``."""
    item, rest = None, path
    if len(path) > 1 and path[0] in _ITEMS:
        record = document.data[str(path[0])][path[1]]
        name = record.get("id") if isinstance(record, dict) else None
        name = f"'{shown(name)}'" if isinstance(name, str) else str(int(path[1]) + 1)
        item, rest = message(f"schema.item_{path[0]}", name=name), path[2:]
    way = " > ".join(str(part + 1) if isinstance(part, int) else shown(part) for part in rest)
    if item is None:
        return message("schema.at_key", way=way, said=text) if way else text
    return (
        message("schema.in_item", item=item, way=way, said=text)
        if way
        else message("schema.at_item", item=item, said=text)
    )


def _path(document: Document, loc: tuple[str | int, ...]) -> Path:
    """The way through the document; pydantic also names the kind of a value function, which is no key."""
    here: Any = document.data
    path: list[str | int] = []
    for number, part in enumerate(loc):
        if isinstance(here, dict):
            if part in here:
                here = here[part]
            elif number < len(loc) - 1:
                continue
        elif isinstance(here, list) and isinstance(part, int) and part < len(here):
            here = here[part]
        else:
            continue
        path.append(part)
    return tuple(path)


def _unknown_key(key: str, meant: str | None) -> Message:
    if meant == key:
        return message("schema.key_elsewhere", key=shown(key))
    if meant is not None:
        return message("schema.key_misspelt", key=shown(key), meant=meant)
    return message("schema.key_unknown", key=shown(key))


@cache
def _keys(model: type[BaseModel]) -> tuple[str, ...]:
    """All keys that occur anywhere in this kind of file; to find them takes as long as to read a whole case."""
    schema = model.model_json_schema(by_alias=True)
    return tuple(
        sorted({key for part in (schema, *schema.get("$defs", {}).values()) for key in part.get("properties", {})})
    )


def _faults(found: Any) -> tuple[Fault, ...]:
    if found["type"] == "faults":
        return tuple(Fault(*fault) for fault in found["ctx"]["faults"])
    return (Fault((), _said(found)),)


def _said(found: Any) -> Message:
    """What we say about a mistake that pydantic itself recognises."""
    kind, context, value = found["type"], found.get("ctx", {}), found["input"]
    key = found["loc"][-1] if found["loc"] else ""
    if kind == "missing":
        return message("schema.missing", key=shown(key))
    if value is None:
        return message("schema.nothing")
    if kind in ("literal_error", "union_tag_invalid"):
        allowed = str(context.get("expected") or context.get("expected_tags")).replace(" or ", ", ").replace("'", "")
        return message("schema.no_choice", found=shown(context.get("tag", value)), allowed=allowed)
    if kind == "union_tag_not_found":
        return message("schema.no_type")
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return message("schema.no_keys", found=shown(value))
    if kind in ("tuple_type", "list_type"):
        return message("schema.no_list", found=shown(value))
    if kind == "string_type":
        return message("schema.no_text")
    if kind == "string_pattern_mismatch":
        fits = _as_id(str(value))
        if fits:
            return message("schema.no_id_but", found=shown(value), fits=fits)
        return message("schema.no_id", found=shown(value))
    return _size_said(kind, context, value)


def _as_id(text: str) -> str:
    """An id that looks like these words; empty when none does."""
    plain = normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_").lstrip("0123456789_")[:40]


def _size_said(kind: str, context: dict[str, Any], value: Any) -> Message:
    if kind == "string_too_short":
        return message("schema.empty_text")
    if kind == "string_too_long":
        return message("schema.long_text", found=shown(value), length=len(value), most=context["max_length"])
    if kind == "too_short":
        return message("schema.too_few", count=context["actual_length"], least=context["min_length"])
    if kind == "too_long":
        return message("schema.too_many", most=context["max_length"])
    if kind == "greater_than_equal":
        return message("schema.too_low", found=shown(value), least=context["ge"])
    if kind == "greater_than":
        return message("schema.not_above", found=shown(value), least=context["gt"])
    if kind == "less_than_equal":
        return message("schema.too_high", found=shown(value), most=context["le"])
    if kind == "less_than":
        return message("schema.too_high", found=shown(value), most=context["lt"])
    return message("schema.other", found=shown(value))
