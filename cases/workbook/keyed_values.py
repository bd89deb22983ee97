"""What belongs behind a key in a sheet with keys: text in two languages, or a value."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import BaseModel

from cases.definition.model import CaseFile
from cases.definition.participation import Account
from cases.definition.valuation_file import ValuationFile
from cases.workbook.filling import EMPTY, SHORT_LIST
from cases.workbook.sheet_columns import Column, columns_of, is_record, lists_of
from files.fields import Text
from files.yaml_lines import Path

_MODELS: dict[str, type[BaseModel]] = {"case.yaml": CaseFile, "account.yaml": Account}


def holds_text(file: str, path: Path) -> bool | None:
    """True where text in nl and en belongs, False where a value does; None for a key that is not known here."""
    texts, values = _ways(file)
    way = tuple(step for step in path if isinstance(step, str))
    return True if way in texts else False if way in values else None


@cache
def choices_of(file: str, path: tuple[str, ...]) -> Column | None:
    """The column of the model that a key stands for, where its value is one of a closed list."""
    way = tuple(step for step in path if not step.isdecimal())
    return next((column for column in columns_behind_keys(file) if column.path == way and column.choices), None)


@cache
def columns_behind_keys(file: str) -> tuple[Column, ...]:
    """Of the model of a file; of the one with euros, whose records are lists in lists, with those of every list."""
    if file == "valuation.yaml":
        return tuple(_nested(ValuationFile, ()))
    return columns_of(_MODELS[file]) if file in _MODELS else ()


def _nested(model: type[BaseModel], path: tuple[str, ...]) -> Iterator[Column]:
    for column in columns_of(model):
        yield replace(column, path=(*path, *column.path), heading=str(column.path[-1]))
    for name, item in lists_of(model):
        if is_record(item) and not issubclass(item, Text):
            yield from _nested(item, (*path, name))


@cache
def _ways(file: str) -> tuple[frozenset[Path], frozenset[Path]]:
    model = _MODELS.get(file)
    if model is None:
        return frozenset(), frozenset()
    paths = [column.path for column in columns_of(model)]
    texts = {path[:-1] for path in paths if path[-1] in Text.model_fields}
    lists = {(name,) for name, field in model.model_fields.items() if field.annotation == tuple[Text, ...]}
    return frozenset(texts | lists), frozenset(path for path in paths if path[:-1] not in texts)


def plain_value(value: str | None) -> Any:
    """What a cell behind a key says: nothing, an empty part, a list of short words, or the words themselves."""
    if value is None or value == EMPTY:
        return None
    if value == "{}":
        return {}
    return value.strip("[]").replace(",", " ").split() if SHORT_LIST.fullmatch(value) else value
