"""From a case to the rows of every sheet. What no sheet has a column for becomes a row in the sheet with keys."""

import copy
import re
from typing import Any

from cases.definition.model import Case
from cases.workbook.case_data import Row, documents, tables
from cases.workbook.sheet_columns import Column, is_text
from cases.workbook.sheets import SHEETS, Sheet
from files.fields import CASE_LANGUAGES

STEP = " > "
"""Between the parts of a key, as in messages: ``fixed > 1``."""
EMPTY = "~"
"""A key that is there and empty on purpose."""
SHORT_LIST = re.compile(r"\[([\w.-]+([, ]+[\w.-]+)*)?\]", re.ASCII)
"""A list of short words in one cell: ``[S1, S2]``."""


def filled(case: Case) -> dict[str, list[Row]]:
    """The rows by key of the sheet. Together they hold the whole case."""
    left = copy.deepcopy(documents(case))
    csv_rows = tables(case)
    rows: dict[str, list[Row]] = {}
    for sheet in SHEETS:  # children first: their lists lie inside the records of the parents
        if sheet.parent is not None:
            rows[sheet.key] = _children(sheet, left.get(sheet.file, {}))
    for sheet in SHEETS:
        if sheet.form == "table":
            rows[sheet.key] = csv_rows[sheet.file]
        elif sheet.form == "points":
            rows[sheet.key] = _points(left[sheet.file]["profiles"])
        elif sheet.parent is None and sheet.form == "records":
            records = left.get(sheet.file, {}).get(sheet.path[0], ())
            rows[sheet.key] = [_taken(record, sheet.columns) for record in records]
    for sheet in SHEETS:
        if sheet.form == "keys":
            rows[sheet.key] = _keys(left.get(sheet.file, {}), sheet.file)
    return rows


def _children(sheet: Sheet, document: dict[str, Any]) -> list[Row]:
    rows: list[Row] = []
    parent_heading, *columns = sheet.columns
    for parent in document.get(str(sheet.parent), ()):
        found = _take(parent, sheet.path)
        for item in _items(sheet, found):
            rows.append({parent_heading.heading: parent["id"], **_taken(item, tuple(columns))})
            assert not set(item) - {"id"} or isinstance(item, list), f"no column in '{sheet.key}' takes {set(item)}"
    return rows


def _items(sheet: Sheet, found: Any) -> list[Any]:
    if found is None:
        return []
    if sheet.form == "answers":
        return [{sheet.columns[1].heading: key, **answer} for key, answer in found.items()]
    return list(found)


def _taken(record: Any, columns: tuple[Column, ...]) -> Row:
    """The cells of one record, which is emptied on the way; its id stays, so that what is left has a name."""
    row: Row = {}
    for column in columns:
        found = record.get("id") if column.path == ("id",) else _take(record, column.path)
        if column.kind == "ids":
            found = " ".join(found) if found else None
        row[column.heading] = column.default if found is None else found
    return row


def _take(part: Any, path: tuple[str | int, ...]) -> Any:
    """Remove what is at the end of the path and give it; None when nothing is there."""
    first, rest = path[0], path[1:]
    if isinstance(part, list | tuple):
        return part[int(first)]
    if not isinstance(part, dict) or first not in part:
        return None
    if not rest:
        return part.pop(first)
    found = _take(part[first], rest)
    if not part[first]:
        del part[first]
    return found


def _points(profiles: list[dict[str, Any]]) -> list[Row]:
    """A row per theme and per criterion, a column per profile."""
    rows: dict[tuple[str, str | None], Row] = {}

    def cell(theme: str, criterion: str | None, profile: str, points: float) -> None:
        row = rows.setdefault((theme, criterion), {"theme": theme, "criterion": criterion})
        row[profile] = points

    for profile in profiles:
        for theme, points in profile.pop("points").items():
            cell(theme, None, profile["id"], points)
    for profile in profiles:
        for theme, within in profile.pop("within", {}).items():
            for criterion, points in within.items():
                cell(theme, criterion, profile["id"], points)
    return list(rows.values())


def _keys(document: dict[str, Any], file: str) -> list[Row]:
    lists = {sheet.path[0] for sheet in SHEETS if sheet.file == file and sheet.form == "records" and not sheet.parent}
    rows: list[Row] = []
    for key, part in document.items():
        if key not in lists:
            rows += _flat(part, (str(key),))
            continue
        for record in part:  # whatever no column took, under the id of its record
            rows += [
                row for name, inner in record.items() if name != "id" for row in _flat(inner, (key, record["id"], name))
            ]
    return rows


def _flat(part: Any, way: tuple[str, ...]) -> list[Row]:
    key = STEP.join(way)
    if is_text(part):
        return [{"key": key, "value": None, **dict.fromkeys(CASE_LANGUAGES), **part}]
    if isinstance(part, list) and SHORT_LIST.fullmatch(words := f"[{', '.join(map(str, part))}]"):
        part = words
    if isinstance(part, dict | list) and part:
        inside = part.items() if isinstance(part, dict) else enumerate(part, start=1)
        return [row for name, inner in inside for row in _flat(inner, (*way, str(name)))]
    value = EMPTY if part is None else "{}" if isinstance(part, dict) else part
    return [{"key": key, "value": value, **dict.fromkeys(CASE_LANGUAGES)}]
