"""The files of a case in memory: as text from sheets, and through the same checks as a folder."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cases.definition.model import Case, CaseFile
from cases.reading.case_ids import text_at
from cases.reading.loader import case_from_files
from cases.workbook.assembling import Assembled
from cases.workbook.csv_text import csv_text
from cases.workbook.sheets import SHEETS
from cases.workbook.yaml_text import Path, yaml_text
from files.decoding import decoded
from files.problems import FileProblems
from files.yaml_lines import read_yaml


@dataclass
class Written:
    """The case files, and what stands on each of their lines."""

    contents: dict[str, bytes] = field(default_factory=dict)
    paths: dict[str, list[Path]] = field(default_factory=dict)
    """YAML files: the way through the data, by line."""
    rows: dict[str, dict[int, int]] = field(default_factory=dict)
    """CSV files: the row of the sheet, by line."""


def written(case: Assembled) -> Written:
    """The files in the format of a case folder."""
    found = Written()
    for file, document in case.documents.items():
        text, paths = yaml_text(_in_order(document) if file == "case.yaml" else document)
        found.contents[file], found.paths[file] = text.encode(), paths
    for sheet in SHEETS:
        if sheet.form == "table" and sheet.file in case.tables:
            text, rows = csv_text([column.heading for column in sheet.columns], case.tables[sheet.file])
            found.contents[sheet.file], found.rows[sheet.file] = text.encode(), rows
    return found


def checked(contents: Mapping[str, bytes]) -> Case:
    """The case that these files make.

    Raises:
        CaseError: with all problems, by file and line.
    """
    return case_from_files(contents, case_id(contents) or "case")


def case_id(contents: Mapping[str, bytes]) -> str | None:
    """The id in case.yaml, if one can be read that may be the name of a folder."""
    unused = FileProblems("case.yaml")
    text = decoded(contents.get("case.yaml", b""), unused)
    document = read_yaml(text, unused) if text is not None else None
    found = text_at(document.data, "id") if document is not None else None
    return found if found is not None and re.fullmatch(r"[^/\\\0]{1,60}", found) and found.strip(".") else None


def _in_order(document: dict[str, Any]) -> dict[str, Any]:
    """The keys in the order of the model; others, which the checks will name, at the end."""
    names = [*CaseFile.model_fields, *document]
    return {name: document[name] for name in dict.fromkeys(names) if name in document}
