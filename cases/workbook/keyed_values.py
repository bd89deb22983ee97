"""What belongs behind a key in a sheet with keys: text in two languages, or a value."""

from functools import cache
from typing import Any

from pydantic import BaseModel

from cases.definition.model import CaseFile
from cases.definition.participation import Account
from cases.workbook.filling import EMPTY, SHORT_LIST
from cases.workbook.sheet_columns import Column, columns_of
from files.fields import Text
from files.yaml_lines import Path

_MODELS: dict[str, type[BaseModel]] = {"case.yaml": CaseFile, "account.yaml": Account}


def holds_text(file: str, path: Path) -> bool | None:
    """True where text in nl and en belongs, False where a value does; None for a key that is not known here."""
    texts, values = _ways(file)
    way = tuple(step for step in path if isinstance(step, str))
    return True if way in texts else False if way in values else None


@cache
def choices_of(file: str, path: Path) -> Column | None:
    """The column of the model that a key stands for, where its value is one of a closed list."""
    model = _MODELS.get(file)
    columns = columns_of(model) if model is not None else ()
    return next((column for column in columns if column.path == path and column.choices), None)


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
