"""What is different between two versions of a case, as keys and values; the words are the caller's."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from cases.definition.model import Case
from cases.workbook.case_data import documents, tables
from files.fields import CASE_LANGUAGES


@dataclass(frozen=True)
class Change:
    """One difference."""

    kind: Literal["added", "removed", "changed", "reordered"]
    part: str
    """``case``, ``valuation``, or the list it is in: ``alternatives``, ``themes``, ``criteria``, ``performances``,
    ``sources``, ``profiles``, ``groups``, ``stories``, ``pictures`` (of which the values stand for the content),
    ``outline``, ``areas`` and so on."""
    item: tuple[str, ...]
    """Ids of what changed: one for a criterion; alternative and criterion for an effect; empty for the case itself."""
    field: tuple[str, ...]
    """The way to the value inside the item, with numbers from 1 in a list; empty for a whole item."""
    old: Any
    """Plain data, texts as a dict of nl and en; None when there was nothing."""
    new: Any


_TABLE_KEYS = {
    "performances.csv": ("performances", ("alternative", "criterion")),
    "sources.csv": ("sources", ("id",)),
    "land_use.csv": ("land_use", ("alternative", "use")),
    "futures.csv": ("future_effects", ("future", "alternative", "criterion")),
    "effects_by_cause.csv": ("caused_effects", ("alternative", "criterion")),
    "stories.csv": ("stories", ("id",)),
    "expected.csv": ("expected", ("profile", "alternative")),
    "profile_topics.csv": ("topic_weights", ("profile", "topic")),
    "impacts_by_group.csv": ("group_impacts", ("group", "alternative", "criterion", "direction", "role")),
}


def changes(old: Case, new: Case) -> list[Change]:
    """All differences, part by part and in the order of the new case; what was removed comes after.

    The version and the layout of the files do not count: cases with the same content have no changes.
    """
    before, after = _parts(old), _parts(new)
    found: list[Change] = []
    for part in dict.fromkeys([*after, *before]):
        found += _changes(part, before.get(part, {}), after.get(part, {}))
    return found


_Items = dict[tuple[str, ...], Any]


def _parts(case: Case) -> dict[str, _Items]:
    """The content of a case by part and item."""
    parts: dict[str, _Items] = {"case": {}}
    files = documents(case)
    for key, found in files["case.yaml"].items():
        if isinstance(found, list) and found and all(isinstance(item, dict) and "id" in item for item in found):
            parts[key] = _by_id(found)
        else:
            parts["case"].setdefault((), {})[key] = found
    parts["profiles"] = _by_id(files["profiles.yaml"]["profiles"])
    if "valuation.yaml" in files:
        parts["valuation"] = {(): files["valuation.yaml"]}
    if "account.yaml" in files:
        rounds = files["account.yaml"].pop("rounds")
        parts |= {"account": {(): files["account.yaml"]}, "rounds": _by_id(rounds)}
    parts["pictures"] = {(name,): sha256(data).hexdigest()[:12] for name, data in case.pictures.items()}
    parts["outline"] = {} if case.outline is None else {(): case.outline.rings}
    areas: _Items = {}
    for area in case.areas:
        areas.setdefault((area.alternative, area.use), []).append(area.land.rings)
    parts["areas"] = areas
    for file, rows in tables(case).items():
        part, keys = _TABLE_KEYS[file]
        parts[part] = {
            tuple(str(row[key] or "") for key in keys): {name: cell for name, cell in row.items() if name not in keys}
            for row in rows
        }
    return parts


def _by_id(records: list[dict[str, Any]]) -> _Items:
    return {(record["id"],): {key: part for key, part in record.items() if key != "id"} for record in records}


def _changes(part: str, before: _Items, after: _Items) -> Iterator[Change]:
    for item, found in after.items():
        if item not in before:
            yield Change("added", part, item, (), None, found)
        else:
            yield from _inside(part, item, (), before[item], found)
    for item, found in before.items():
        if item not in after:
            yield Change("removed", part, item, (), found, None)
    stayed = [item for item in before if item in after], [item for item in after if item in before]
    if stayed[0] != stayed[1]:
        yield Change("reordered", part, (), (), *(["/".join(item) for item in items] for items in stayed))


def _inside(part: str, item: tuple[str, ...], way: tuple[str, ...], old: Any, new: Any) -> Iterator[Change]:
    """The differences inside an item, as deep as its keys go. A text is one value, and so is a list of words."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict) and not set(CASE_LANGUAGES) & (set(old) | set(new)):
        for key in dict.fromkeys([*new, *old]):
            yield from _inside(part, item, (*way, key), old.get(key), new.get(key))
    elif _of_records(old) and _of_records(new):
        for number in range(max(len(old), len(new))):
            pair = (found[number] if number < len(found) else None for found in (old, new))
            yield from _inside(part, item, (*way, str(number + 1)), *pair)
    else:
        kind: Literal["added", "removed", "changed"] = "changed"
        if old is None or new is None:
            kind = "added" if old is None else "removed"
        yield Change(kind, part, item, way, old, new)


def _of_records(found: Any) -> bool:
    return isinstance(found, list) and any(isinstance(inner, dict) for inner in found)
