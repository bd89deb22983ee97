"""The whole reference as one page of Markdown."""

from pydantic import BaseModel

from cases.definition.model import CaseFile
from cases.definition.participation import Account
from cases.definition.picture import FOLDER, LARGEST_PICTURE, LARGEST_TOTAL, LONGEST_SIDE, MOST_PICTURES
from cases.definition.profile import ProfilesFile
from cases.definition.valuation_file import ValuationFile
from cases.manual.manual_columns import column_lines
from cases.manual.manual_records import FieldLine, Record, records
from cases.reading.case_folder import OPTIONAL, REQUIRED, largest
from cases.workbook.sheets import SHEETS, words

MODELS: dict[str, type[BaseModel]] = {
    "case.yaml": CaseFile,
    "profiles.yaml": ProfilesFile,
    "valuation.yaml": ValuationFile,
    "account.yaml": Account,
}
"""The YAML files, each with its model."""
OTHERS = {
    "areas.geojson": "What lies where: a GeoJSON file (FeatureCollection) in WGS84 degrees. Each feature is one area, "
    "a Polygon or MultiPolygon, with the properties `alternative` and `use`: an id of `alternatives` and one of "
    "`land_uses` in `case.yaml`. No area crosses itself, and no two areas of an alternative overlap by more than "
    "0.01 hectare. `python -m cases land` makes the file from a GeoPackage, a shapefile or GeoJSON. Its limits are in "
    "[decision record 0047](decisions/0047-land-on-the-map.md).",
    "outline.geojson": "The outline of the place: polygons in WGS84 degrees, in a GeoJSON file. Its limits are in "
    "[decision record 0025](decisions/0025-pictures-and-outline.md).",
}
"""Files that are neither records nor a table."""

_HEAD = """# Case files

This page is made from the case model by `python -m cases reference`. Do not edit it; a test compares it with the model.

A case is a folder; its name is the id of the case. Why it looks like this: [0002](decisions/0002-case-format.md). The
same fields stand in a spreadsheet ([a case as a spreadsheet](case-workbook.md)); there a field inside a record becomes
a column such as `range_worst`.

| words here | mean |
|---|---|
| text in `nl` or `en` | key `nl` or `en`, or both; in a CSV file columns such as `title_nl`, of which one is enough |
| id | small letters, digits and `_`, beginning with a letter, at most 40 characters |
| source id | letters, digits, `.`, `_` and `-`, at most 40 characters, such as `S1` |
| number | digits with a point in YAML; in a CSV file also a Dutch decimal comma |
| needed: no (`apart`) | may be left out; then it is `apart` |
"""


def page() -> str:
    """The reference of every file of a case.

    Raises:
        KeyError: the program reads a file that nobody described here.
    """
    parts = [_HEAD, _contents()]
    for file in (*REQUIRED, *OPTIONAL):
        parts.append(f"## {file}\n")
        if file in MODELS:
            parts += [_record(file, found) for found in records(file, MODELS[file])]
        elif any(sheet.file == file for sheet in SHEETS):
            sheet = next(sheet for sheet in SHEETS if sheet.file == file)
            parts.append(f"{words('en')['about'][sheet.key]} Separated by `,` or `;`, in UTF-8.\n")
            parts.append(_table(column_lines(sheet), "column"))
        else:
            parts.append(OTHERS[file] + "\n")
    return "\n".join(parts)


def _contents() -> str:
    lines = ["## Which files\n", "| file | needed | at most |", "|---|---|---|"]
    for file in (*REQUIRED, *OPTIONAL):
        anchor, needed = file.replace(".", ""), "yes" if file in REQUIRED else "no"
        lines.append(f"| [{file}](#{anchor}) | {needed} | {_megabytes(largest(file))} |")
    lines.append(
        f"| {FOLDER}/*.png, .jpg, .jpeg, .webp | when `case.yaml` names them | {_megabytes(LARGEST_PICTURE)} and "
        f"{LONGEST_SIDE} x {LONGEST_SIDE} pixels each; {MOST_PICTURES} pictures, {_megabytes(LARGEST_TOTAL)} together |"
    )
    return "\n".join([*lines, ""])


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:g} MB"


def _record(file: str, record: Record) -> str:
    if not record.path:
        return _table(record.fields, "key")
    where = " > ".join(record.path)
    return f"### {record.name}\n\n{record.about} In `{where}`.\n\n{_table(record.fields, 'key')}"


def _table(lines: tuple[FieldLine, ...] | list[FieldLine], first: str) -> str:
    rows = [f"| {first} | what | needed | limits | explanation |", "|---|---|---|---|---|"]
    rows += [f"| `{line.key}` | {line.kind} | {line.needed} | {line.limits} | {line.explanation} |" for line in lines]
    return "\n".join(row.replace("|  |", "| |") for row in rows) + "\n"
