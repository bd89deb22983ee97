"""The columns of a sheet, taken from the fields of a record: what a new field needs is already there."""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from files.fields import CASE_LANGUAGES, Text

Kind = Literal["text", "number", "answer", "ids", "day"]
_KINDS: dict[type, Kind] = {bool: "answer", float: "number", int: "number", str: "text", date: "day"}


@dataclass(frozen=True)
class Column:
    """One column: its heading, and where its cells belong in the record of the row."""

    heading: str
    path: tuple[str | int, ...]
    kind: Kind = "text"
    choices: tuple[str, ...] = ()
    """The words of a closed list; empty when anything may stand here."""
    required: bool = True
    """Of the columns of a text, one for each language, any one is enough."""
    nullable: bool = False
    """True when the key must be there but may be empty: an empty cell then says so."""
    default: str | None = None
    """What an absent choice means, so that it can be shown."""


def columns_of(model: type[BaseModel]) -> tuple[Column, ...]:
    """The flat fields of a record as columns, nested records included; lists of records have sheets of their own."""
    return tuple(_columns(model, (), True))


def lists_of(model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    """The lists in a record that are more than words in one cell: the name of each, and of what it is a list."""
    for name, field in model.model_fields.items():
        (kind, *_), _nullable = _alternatives(field.annotation)
        item = _alternatives(get_args(kind)[0])[0] if get_origin(kind) is tuple else [str]
        if item != [str]:
            yield name, item[0]


def _columns(model: type[BaseModel], path: tuple[str, ...], needed: bool) -> Iterator[Column]:
    for name, field in model.model_fields.items():
        here = (*path, field.alias or name)
        kinds, nullable = _alternatives(field.annotation)
        required = needed and field.is_required()
        if issubclass(model, Text):  # any one language is enough
            required, nullable = needed, False
        if len(kinds) > 1 and all(is_record(kind) for kind in kinds):
            yield from _union(kinds, here)
        elif len(kinds) == 1 and is_record(kinds[0]):
            yield from _columns(kinds[0], here, required and not nullable)
        elif len(kinds) == 1:
            column = _leaf(here, kinds[0], field, required, nullable)
            if column is not None:
                yield column


def _union(kinds: list[Any], path: tuple[str, ...]) -> Iterator[Column]:
    """A record of one of several kinds: a column for the kind, then the flat fields that any kind has."""
    names = tuple(get_args(kind.model_fields["type"].annotation)[0] for kind in kinds)
    yield Column(_heading((*path, "type")), (*path, "type"), "text", names, False, default=names[0])
    for kind in kinds:
        yield from (column for column in _columns(kind, path, False) if column.path[-1] != "type")


def _leaf(path: tuple[str, ...], kind: Any, field: FieldInfo, required: bool, nullable: bool) -> Column | None:
    default = field.default if isinstance(field.default, str) else None
    may_be_null = nullable and required
    if get_origin(kind) is Literal:
        return Column(_heading(path), path, "text", get_args(kind), required and not nullable, may_be_null, default)
    if get_origin(kind) is tuple:
        item = _alternatives(get_args(kind)[0])[0]
        return Column(_heading(path), path, "ids", (), required) if item == [str] else None
    if kind in _KINDS:
        return Column(_heading(path), path, _KINDS[kind], (), required and not nullable, may_be_null, default)
    return None


def _alternatives(annotation: Any) -> tuple[list[Any], bool]:
    """The kinds that a field may have, without their conditions, and whether it may be null."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) not in (Union, types.UnionType):
        return [annotation], False
    found = [_alternatives(part)[0] for part in get_args(annotation) if part is not type(None)]
    return [kind for kinds in found for kind in kinds], type(None) in get_args(annotation)


def is_record(kind: Any) -> bool:
    """True for a kind of record."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _heading(path: tuple[str, ...]) -> str:
    return "_".join(path)


def is_text(found: Any) -> bool:
    """True for words by language, which take one line in the sheet with keys."""
    return isinstance(found, dict) and bool(found) and set(found) <= set(CASE_LANGUAGES)
