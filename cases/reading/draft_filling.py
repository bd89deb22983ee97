"""What a draft does not say yet is filled in with words that say so, before the ordinary checks look at it."""

import re
import string
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from cases.definition.draft_state import NO_RANGE, OWN_YARDSTICK, TO_ADD
from cases.definition.model import CaseFile, Performance
from cases.reading.case_ids import Outline, text_at
from files.fields import CASE_LANGUAGES, Text, number_in, yes_or_no
from files.yaml_lines import Document, Path

_STATE = re.compile(rb"^[\"']?state[\"']?\s*:\s*[\"']?draft\b", re.MULTILINE)
_LOOSE = re.compile(r" ([a-z]{1,3}|voor)$")
"""A small word at the end of a text that was cut, which says nothing there."""
SHARES = (0.1, 0.3)
"""Of the range: the yardstick of a criterion that has none yet."""
POINTS = (10, 30)
"""The same for classes, in points."""


def is_draft(contents: Mapping[str, bytes]) -> bool:
    """Whether these files, by name, are those of a draft."""
    return _STATE.search(contents.get("case.yaml", b"")) is not None


def says_draft(document: Document) -> bool:
    """The same for a case.yaml that was read."""
    return document.data.get("state") == "draft"


def filled_in(document: Document, model: type[BaseModel] = CaseFile) -> tuple[Document, tuple[Path, ...]]:
    """The case.yaml or profiles.yaml of a draft, whole, and where something was filled in."""
    data = deepcopy(document.data)
    filling = _Filling()
    if model is CaseFile:
        for key in ("alternatives", "themes", "criteria"):
            data[key] = data[key] if data.get(key) is not None else []
        for key in ("fixed", "open"):
            filling.put(data, (), key, [])
        _fill_reference(data, filling)
        filling.put(data, (), "range_rule", {"main": TO_ADD.model_dump(), "second": TO_ADD.model_dump()})
        for key, fill in (("alternatives", _fill_alternative), ("criteria", _fill_criterion)):
            for number, record in enumerate(data[key] if isinstance(data[key], list) else ()):
                if isinstance(record, dict):
                    fill(record, (key, number), filling, number)
    filling.texts(model, data, ())
    return Document(data, document.places), tuple(dict.fromkeys(filling.to_add))


class _Filling:
    def __init__(self) -> None:
        self.to_add: list[Path] = []

    def put(self, record: dict[str, Any], path: Path, key: str, value: Any) -> None:
        """Fill in a key that is missing."""
        if record.get(key) is None:
            record[key] = value
            self.to_add.append((*path, key))

    def texts(self, model: type[BaseModel], data: dict[str, Any], path: Path) -> None:
        """Every text that a record needs, at whatever depth."""
        for name, field in model.model_fields.items():
            key = field.alias or name
            kinds = _kinds(field.annotation)
            if any(issubclass(kind, Text) for kind in kinds) and field.is_required():
                self.put(data, path, key, TO_ADD.model_dump())
            found = data.get(key)
            by_key = found if get_origin(field.annotation) is dict and isinstance(found, dict) else None
            for kind in kinds:
                if not issubclass(kind, Text):
                    for word, item in {} if by_key is None else by_key.items():
                        self._inside(kind, item, (*path, key, word))
                    self._inside(kind, found if by_key is None else None, (*path, key))

    def _inside(self, kind: type[BaseModel], found: Any, path: Path) -> None:
        if isinstance(found, dict) and found.get("type", "") in (*_type_of(kind), ""):
            self.texts(kind, found, path)
        elif isinstance(found, list):
            for number, item in enumerate(found):
                self._inside(kind, item, (*path, number))


def _kinds(annotation: Any) -> list[type[BaseModel]]:
    """The records that a field may hold, by itself or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [kind for part in get_args(annotation) for kind in _kinds(part)]


def _type_of(kind: type[BaseModel]) -> tuple[str, ...]:
    field = kind.model_fields.get("type")
    return get_args(field.annotation) if field is not None else ()


def _fill_reference(data: dict[str, Any], filling: _Filling) -> None:
    listed = data["alternatives"] if isinstance(data["alternatives"], list) else []
    first = next((key for record in listed if isinstance(record, dict) and (key := text_at(record, "id"))), "")
    filling.put(data, (), "reference", first)


def _fill_alternative(record: dict[str, Any], path: Path, filling: _Filling, number: int) -> None:
    filling.put(record, path, "code", string.ascii_uppercase[number % 26])


def _fill_criterion(record: dict[str, Any], path: Path, filling: _Filling, _: int) -> None:
    """A criterion without a range or a direction stays out of the sum, with the reason."""
    ends = record.get("range")
    shape = record.get("value_function")
    classes = isinstance(shape, dict) and shape.get("type") == "classes"
    ready = (isinstance(ends, dict) or classes) and record.get("better") is not None
    if not isinstance(ends, dict) and not classes:
        filling.to_add.append((*path, "range"))
    filling.put(record, path, "better", "higher")
    if not ready and (record.get("in_sum") is None or yes_or_no(record.get("in_sum"))):
        record["in_sum"] = None
        filling.put(record, path, "in_sum", "no")
        filling.put(record, path, "left_out_because", NO_RANGE.model_dump())
    filling.put(record, path, "in_sum", "yes")
    label = record.get("label")
    if isinstance(label, dict):
        short = {key: short_words(word) for key, word in label.items() if isinstance(word, str) and word.strip()}
        filling.put(record, path, "short", short)
    filling.put(record, path, "unit", "?")
    unit = str(record["unit"])
    filling.put(record, path, "unit_label", dict.fromkeys(CASE_LANGUAGES, unit))
    filling.put(record, path, "decimals", "0")
    filling.put(record, path, "time_place", "now")
    filling.put(record, path, "level", "location")
    if record.get("monitor_topic") is None:  # in a workbook an empty cell says null
        record["monitor_topic"] = None
        filling.to_add.append((*path, "monitor_topic"))
    filling.put(record, path, "yardstick", _yardstick(ends, classes))


def _yardstick(ends: Any, classes: bool) -> dict[str, Any]:
    why = {"why": OWN_YARDSTICK.model_dump()}
    if classes:
        return {"some": POINTS[0], "much": POINTS[1], **why}
    worst, best = (number_in(ends.get(key)) for key in ("worst", "best")) if isinstance(ends, dict) else (None, None)
    width = abs(best - worst) if worst is not None and best is not None and best != worst else 1.0
    return {"some": SHARES[0] * width, "much": SHARES[1] * width, **why}


def short_words(words: str) -> str:
    """The words for tight places: at most 24 signs, cut between words where that can be."""
    words = " ".join(words.split())
    if len(words) <= 24:
        return words
    kept = words[:25].rsplit(" ", 1)[0] if " " in words[:25] else words[:24]
    while found := _LOOSE.search(kept):
        kept = kept[: found.start()]
    return kept.rstrip(" ,;:-(") or words[:24]


def all_effects(
    performances: Mapping[tuple[str, str], Performance], case: Outline
) -> dict[tuple[str, str], Performance]:
    """Every effect of a draft, in the order of the case; one that nobody named is not known."""
    return {
        (alternative, key): performances.get(
            (alternative, key),
            Performance(None, None, None, None, criterion.unit or "?", (), None, TO_ADD, 0),
        )
        for alternative in case.alternatives
        for key, criterion in case.criteria.items()
    }
