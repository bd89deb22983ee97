"""The library of criteria, and which of them the words in a sheet mean."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cases.definition.library_criterion import LibraryCriterion, Origin
from files.fields import CASE_LANGUAGES
from files.looks import alike
from files.problems import CaseError, Problems
from files.tables import read_table

Entry = LibraryCriterion
_HERE = Path(__file__).parent
_BETWEEN_WORDS = re.compile(r"[^0-9a-z\u00e0-\u00ff,.-]+")
_LISTS = {"sdg": " ", "found_in": " ", "words": "|"}


@cache
def library() -> Mapping[str, LibraryCriterion]:
    """The criteria by id, in the order of the file."""
    return MappingProxyType(
        {entry.id: entry for entry in map(LibraryCriterion.model_validate, _records("criteria.csv", LibraryCriterion))}
    )


@cache
def origins() -> Mapping[str, Origin]:
    """Where figures come from, by id."""
    return MappingProxyType(
        {origin.id: origin for origin in map(Origin.model_validate, _records("origins.csv", Origin))}
    )


def _records(name: str, model: type[LibraryCriterion] | type[Origin]) -> list[dict[str, Any]]:
    problems = Problems()
    table = read_table((_HERE / name).read_bytes(), _columns(model), problems.of(name))
    if table is None or problems.listed():
        raise CaseError(name, problems.listed())
    return [_record(row.cells, model) for row in table.rows]


def _columns(model: type[LibraryCriterion] | type[Origin]) -> list[str]:
    texts = {"label", "unit_label", "derivation", "title", "checked"}
    return [column for name in model.model_fields
            for column in ((f"{name}_nl", f"{name}_en") if name in texts else (name,))]  # fmt: skip


def _record(cells: dict[str, str], model: type[LibraryCriterion] | type[Origin]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in model.model_fields:
        if name in cells:
            sign = _LISTS.get(name)
            found[name] = cells[name] if sign is None else [part.strip() for part in cells[name].split(sign)]
        else:
            found[name] = {"nl": cells[f"{name}_nl"], "en": cells[f"{name}_en"]}
    return found


@cache
def _by_words() -> Mapping[str, LibraryCriterion]:
    found: dict[str, LibraryCriterion] = {}
    for entry in library().values():
        for word in (*entry.words, *map(entry.label.get, CASE_LANGUAGES)):
            found.setdefault(alike(word), entry)
    return MappingProxyType(found)


@lru_cache(maxsize=5_000)
def entry_for(label: str) -> LibraryCriterion | None:
    """The criterion whose name these words are, or hold as whole words; the longest name wins. None: no name fits."""
    plain = alike(re.sub(r"[(\[].*?[)\]]", " ", label))
    exact = _by_words().get(plain)
    if exact is not None:
        return exact
    inside = f" {_BETWEEN_WORDS.sub(' ', plain)} "
    held = [word for word in _by_words() if len(word) > 2 and f" {word} " in inside]
    return _by_words()[max(held, key=len)] if held else None
