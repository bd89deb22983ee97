"""The records of a YAML file, each with its fields, from the schema of the model."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from cases.manual.kinds import Schema, bounds, kind, limits, records_in
from cases.workbook.sheets import SHEETS, key_explanation, words
from files.fields import CASE_LANGUAGES

Path = tuple[str, ...]


@dataclass(frozen=True)
class FieldLine:
    """One field of a record."""

    key: str
    kind: str
    needed: str
    limits: str
    """Empty when there are none."""
    explanation: str
    """Empty when nobody wrote one."""


@dataclass(frozen=True)
class Record:
    """One kind of record, with the first place where it stands."""

    name: str
    path: Path
    """Empty for the whole file."""
    about: str
    fields: tuple[FieldLine, ...]


def records(file: str, model: type[BaseModel]) -> Iterator[Record]:
    """The file itself and every record inside it, each once, in the order in which a reader meets them."""
    schema = model.model_json_schema(by_alias=True)
    known = schema.get("$defs", {})
    models = dict(_models(model))
    waiting: list[tuple[str, Path, Schema]] = [(model.__name__, (), schema)]
    seen = {model.__name__}
    while waiting:
        name, path, part = waiting.pop(0)
        lines = []
        inside: list[tuple[str, Path, Schema]] = []
        infos = {info.alias or field: info for field, info in models[name].model_fields.items()}
        for key, field in part.get("properties", {}).items():
            here = (*path, key)
            lines.append(_line(file, here, field, infos[key], known))
            for other in records_in(field):
                if other not in seen:
                    seen.add(other)
                    inside.append((other, here, known[other]))
        yield Record(name, path, _one_line(part.get("description", "")), tuple(lines))
        waiting = inside + waiting


def _models(model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    """The class of every record in a file, by the name that the schema gives it."""
    yield model.__name__, model
    for field in model.model_fields.values():
        waiting: list[Any] = [field.annotation]
        while waiting:
            here = waiting.pop()
            if isinstance(here, type) and issubclass(here, BaseModel):
                yield from _models(here)
            waiting += get_args(here)


def _line(file: str, path: Path, field: Schema, info: FieldInfo, known: Schema) -> FieldLine:
    default = field.get("default")
    needed = "yes" if info.is_required() else "no"
    if info.is_required() and any(part.get("type") == "null" for part in field.get("anyOf", ())):
        needed = "yes; may be `~`"
    if isinstance(default, str | int) and not isinstance(default, bool):
        needed = f"no (`{default}`)"
    found = list(dict.fromkeys((*limits(field), *bounds(info.annotation, info.metadata))))
    if field.get("$ref", "").endswith("/ShortText"):
        found = [f"{limit} in each" for limit in limits(known["ShortText"]["properties"]["nl"])]
    about = field.get("description") or _from_workbook(file, path) or _of_record(field, known)
    return FieldLine(path[-1], kind(field), needed, ", ".join(found), _one_line(about))


def _from_workbook(file: str, path: Path) -> str:
    """What the workbook says in the row below the headings, or beside the key."""
    for sheet in SHEETS:
        if sheet.file != file:
            continue
        columns = words("en")["columns"]
        way = ((sheet.parent,) if sheet.parent else ()) + sheet.path
        if path == way:
            return str(words("en")["about"][sheet.key])
        if path[: len(way)] == way and sheet.form in ("records", "answers"):
            heading = "_".join(path[len(way) :])
            headings = {column.heading for column in sheet.columns}
            if heading in headings or f"{heading}_{CASE_LANGUAGES[0]}" in headings:
                return str((columns["any"] | columns.get(sheet.key, {}))[heading])
    keys = [sheet for sheet in SHEETS if sheet.file == file and sheet.form == "keys"]
    return key_explanation(keys[0], path, "en") if keys else ""


def _of_record(field: Schema, known: Schema) -> str:
    """What the record that stands here is, when there is one."""
    names = records_in(field)
    return known[names[0]].get("description", "") if len(names) == 1 else ""


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("``", "`")
