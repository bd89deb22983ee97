"""From the cells of the sheets to the data of the case files, remembering from which cell everything came."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from cases.definition.model import FORMAT, CaseFile
from cases.reading.case_folder import OPTIONAL
from cases.workbook.cell_places import CellProblem
from cases.workbook.cell_reading import ReadSheet
from cases.workbook.filling import EMPTY, STEP
from cases.workbook.keyed_values import holds_text, plain_value
from cases.workbook.layout import Found
from cases.workbook.profile_columns import heading_problems
from cases.workbook.sheet_language import key_row_meant
from cases.workbook.sheet_places import SheetPlaces
from cases.workbook.sheets import SHEETS, Sheet
from cases.workbook.worked_out import fill_in, put_in_order, with_units
from files.fields import CASE_LANGUAGES
from files.problems import shown, suggestion
from files.yaml_lines import Path
from texts.message import Message, message

MOST_STEPS = 12
"""Of one key; no case goes deeper."""


@dataclass
class Assembled:
    """The case files as data, with the cell from which each part came."""

    read: tuple[ReadSheet, ...]
    """The sheets that it was made from."""
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    """YAML files by name."""
    places: dict[str, SheetPlaces] = field(default_factory=dict)
    """Of the same files."""
    tables: dict[str, ReadSheet] = field(default_factory=dict)
    """CSV files by name."""


def assembled(read: Mapping[str, ReadSheet], problems: list[CellProblem]) -> Assembled:
    """The data in the sheets of a case.

    Args:
        read: the sheets by key, with what their cells say.
        problems: holds what is wrong with the cells themselves; gets every cell that cannot be used where it stands.
    """
    return _Assembly(read, problems).made()


class _Assembly:
    def __init__(self, read: Mapping[str, ReadSheet], problems: list[CellProblem]) -> None:
        self._read = read
        self._sheets = {key: sheet.found for key, sheet in read.items()}
        self._problems = problems
        self._made = Assembled(tuple(read.values()))
        self._numbers: dict[tuple[str, ...], int] = {}

    def made(self) -> Assembled:
        forms = {
            "records": self._records, "answers": self._records, "table": self._table, "points": self._points,
            "keys": self._keys,
        }  # fmt: skip
        for form in ("records", "answers", "points", "keys", "table"):  # keys name records, so those come first
            for sheet in SHEETS:
                if sheet.form == form and sheet.key in self._read:
                    forms[form](self._read[sheet.key])
        documents = self._made.documents
        for file in OPTIONAL:  # a sheet that is there and empty makes no file
            if not documents.get(file, True):
                del documents[file]
        for file in ("profiles.yaml", "account.yaml"):
            if file in documents:
                documents[file] = {"format": FORMAT, **documents[file]}
        if "case.yaml" in documents:
            case = documents["case.yaml"]
            if case.get("state") != "draft":
                fill_in(case)
                effects = self._made.tables.get("performances.csv")
                if effects is not None:
                    self._made.tables["performances.csv"] = with_units(effects, case)
            put_in_order(case, CaseFile)
        for file, document in documents.items():
            self._places(file).data = document
        return self._made

    def _places(self, file: str) -> SheetPlaces:
        return self._made.places.setdefault(file, SheetPlaces(file, self._sheets))

    def _document(self, file: str) -> dict[str, Any]:
        return self._made.documents.setdefault(file, {})

    def _records(self, read: ReadSheet) -> None:
        found, sheet = read.found, read.found.sheet
        holders = self._holders(sheet)
        if sheet.needed and not sheet.parent:
            self._document(sheet.file).setdefault(sheet.path[0], [])
        for row, values in read.rows:
            if not values:
                continue
            named = values.get(sheet.columns[0].heading) if sheet.parent else None
            if named not in holders:
                self._unknown(found, row, sheet.columns[0].heading, named, [str(name) for name in holders])
                continue
            record, path = holders[named]
            self._place(found, row, values, record, (*path, *sheet.path))

    def _holders(self, sheet: Sheet) -> dict[str | None, tuple[dict[str, Any], Path]]:
        """The records that may hold these, by id, each with its own way through the data; or the file itself."""
        if not sheet.parent:
            return {None: (self._document(sheet.file), ())}
        found: dict[str | None, tuple[dict[str, Any], Path]] = {}
        for number, record in enumerate(self._document(sheet.file).get(sheet.parent, ())):
            found.setdefault(record.get("id"), (record, (sheet.parent, number)))
        return found

    def _place(self, found: Found, row: int, values: dict[str, str], holder: dict[str, Any], path: Path) -> None:
        """Put one row at the end of its list, or under its key."""
        sheet = found.sheet
        columns = sheet.columns[1:] if sheet.parent else sheet.columns
        inside: Any = holder
        for step in sheet.path[:-1]:
            inside = inside.setdefault(step, {})
        if sheet.form == "answers":
            key_column, columns = columns[0], columns[1:]
            key = values.get(key_column.heading, "")
            answers = inside.setdefault(sheet.path[-1], {})
            if not key or key in answers:
                self._wrong_key(found, row, key_column.heading, key)
                return
            record, path = answers.setdefault(key, {}), (*path, key)
            self._spot(found, path, row, key_column.heading)
        else:
            items = inside.setdefault(sheet.path[-1], [])
            record = [None, None] if columns[0].path == (0,) else {}
            path = (*path, len(items))
            items.append(record)
        filled = Counter(column.path[0] for column in columns if column.heading in values)
        for column in columns:
            value = values.get(column.heading)
            if value is not None and value == column.default and filled[column.path[0]] == 1:
                continue  # what goes without saying makes no other version
            if value is not None:
                _set(record, column.path, value.split() if column.kind == "ids" else value)
            elif column.nullable:
                _set(record, column.path, None)
        self._places(sheet.file).records[path] = (sheet.key, row)

    def _spot(self, found: Found, path: Path, row: int, heading: str) -> None:
        number = found.number_of(heading)
        if number is not None:
            self._places(found.sheet.file).spots[path] = (found.sheet.key, row, number)

    def _table(self, read: ReadSheet) -> None:
        if read.found.sheet.needed or any(values for _, values in read.rows):
            self._made.tables[read.found.sheet.file] = read

    def _points(self, read: ReadSheet) -> None:
        found = read.found
        profiles = self._document(found.sheet.file).get("profiles", [])
        by_id = {profile.get("id"): number for number, profile in enumerate(profiles)}
        columns = {number: name for number, name in found.profiles.items() if name in by_id}
        for number, name in found.profiles.items():
            if name not in by_id:
                self._unknown(found, 1, name, name, [str(key) for key in by_id], number)
        for profile in profiles:
            profile["points"] = {}
        seen: set[tuple[str | None, str | None]] = set()
        used: set[int] = set()
        spots = self._places(found.sheet.file).spots
        for row, values in read.rows:
            theme, criterion = values.get("theme"), values.get("criterion")
            if theme is None or (theme, criterion) in seen:
                self._wrong_key(found, row, "theme", theme or "")
                continue
            seen.add((theme, criterion))
            for number, name in columns.items():
                path: Path = ("points", theme) if criterion is None else ("within", theme, criterion)
                if (row, number) in read.points:
                    _set(profiles[by_id[name]], path, read.points[(row, number)])
                spots[("profiles", by_id[name], *path)] = (found.sheet.key, row, number)
            used.add(row)
        headless = [name for name in by_id if name and name not in columns.values()]
        self._problems += heading_problems(found, headless)
        for problem in read.problems:  # of points that are not used nothing more is said
            if problem.column in found.profiles and not (problem.column in columns and problem.row in used):
                self._problems.remove(problem)
        self._without_points(found, profiles, {name: number for number, name in columns.items()})

    def _without_points(self, found: Found, profiles: list[dict[str, Any]], columns: dict[str, int]) -> None:
        """Profiles of which the sheet with points says nothing: what is wrong with them is wrong in its headings."""
        for place, profile in enumerate(profiles):
            name = profile.get("id")
            if profile["points"] or not name:
                continue
            spot = (found.sheet.key, 1, columns.get(name, 0))
            self._places(found.sheet.file).spots[("profiles", place, "points")] = spot

    def _keys(self, read: ReadSheet) -> None:
        found = read.found
        document = self._document(found.sheet.file)
        ids = {values["id"] for sheet in self._read.values() for _, values in sheet.rows if "id" in values}
        for row, typed in read.rows:
            values = key_row_meant(found.sheet.file, typed, ids)
            if not set(values) - {"key"}:
                self._empty_key(found, row, values.get("key", ""))
                continue
            if "key" not in values:
                self._wrong_key(found, row, "key", "")
                continue
            self._key(found, row, values, document, typed["key"])

    def _empty_key(self, found: Found, row: int, key: str) -> None:
        """Nothing is filled in here; if that is wrong, this is where."""
        way = tuple(takewhile(lambda step: not step.isdecimal(), (step.strip() for step in key.split(STEP.strip()))))
        spots = self._places(found.sheet.file).spots
        headings = CASE_LANGUAGES if holds_text(found.sheet.file, way) else ("value",)
        number = next((number for name in headings if (number := found.number_of(name)) is not None), None)
        if way and number is not None:
            spots.setdefault(way, (found.sheet.key, row, number))

    def _key(self, found: Found, row: int, values: dict[str, str], document: dict[str, Any], typed: str) -> None:
        """One key with its value; the steps before it are made on the way."""
        steps = [step.strip() for step in values["key"].split(STEP.strip())]
        here: Any = document
        path: list[str | int] = []
        if len(steps) > MOST_STEPS:
            self._wrong_key(found, row, "key", typed)
            return
        for place in range(len(steps)):
            last = place == len(steps) - 1
            index = self._index(found, here, steps[: place + 1])
            if index is None or (last and _holds(here, index)):
                self._wrong_key(found, row, "key", typed)
                return
            path.append(index)
            if last:
                self._value(found, row, values, here, tuple(path))
            else:
                here = _inside(here, index, {} if not steps[place + 1].isdecimal() else [])

    def _index(self, found: Found, here: Any, steps: list[str]) -> str | int | None:
        """Where the last step leads: a key, the place of a record with this id, or the next place of a list.

        Numbers say what belongs together; a number that was left out leaves no gap.
        """
        step = steps[-1]
        if isinstance(here, dict):
            return step if step else None
        if not isinstance(here, list):
            return None
        ids = [record.get("id") if isinstance(record, dict) else None for record in here]
        if step in ids:
            return ids.index(step)
        return self._numbers.setdefault((found.sheet.key, *steps), len(here)) if step.isdecimal() else None

    def _value(self, found: Found, row: int, values: dict[str, str], here: Any, path: Path) -> None:
        texts = {language: values[language] for language in CASE_LANGUAGES if language in values}
        value = values.get("value")
        if texts and value is not None:
            self._add(found, row, "value", message("keys.both"))
        elif value not in (None, "[]", EMPTY) and holds_text(found.sheet.file, path):
            self._add(found, row, "value", message("keys.text_belongs"))
        elif texts and holds_text(found.sheet.file, path) is False:
            self._add(found, row, next(iter(texts)), message("keys.no_text"))
        _inside(here, path[-1], texts if texts else plain_value(value))
        self._spot(found, path, row, next(iter(texts), "value"))
        for language in CASE_LANGUAGES if texts else ():
            self._spot(found, (*path, language), row, language)

    def _unknown(
        self, found: Found, row: int, heading: str, word: str | None, known: list[str], number: int | None = None
    ) -> None:
        end = suggestion(word or "", known)
        self._add(found, row, heading, message("keys.unknown", word=shown(word or ""), end=end), number)

    def _wrong_key(self, found: Found, row: int, heading: str, word: str) -> None:
        if word:
            self._add(found, row, heading, message("keys.does_not_fit", word=shown(word)))
        else:
            self._add(found, row, heading, message("keys.nothing"))

    def _add(self, found: Found, row: int, heading: str, text: Message, number: int | None = None) -> None:
        place = found.number_of(heading) if number is None else number
        self._problems.append(CellProblem(found.grid.name, row, place, heading, text))


def _set(record: Any, path: Path, value: Any) -> None:
    for step in path[:-1]:
        record = record.setdefault(step, {})
    record[path[-1]] = value


def _holds(here: Any, index: str | int) -> bool:
    return index in here if isinstance(here, dict) else int(index) < len(here)


def _inside(here: Any, index: str | int, new: Any) -> Any:
    if not _holds(here, index):
        if isinstance(here, dict):
            here[index] = new
        else:
            here.append(new)
    return here[index]
