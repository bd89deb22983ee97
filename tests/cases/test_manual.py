"""The reference of the case files: complete, true, and the page in docs is the one of today."""

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from cases.definition.model import MOST_CRITERIA, CaseFile
from cases.definition.shapes import SHAPES
from cases.manual.manual_columns import NEEDED, column_lines
from cases.manual.manual_page import MODELS, page
from cases.manual.manual_records import records
from cases.reading.case_folder import OPTIONAL, REQUIRED
from cases.reading.loader import load_case
from cases.workbook.sheet_language import choice, shown_explanation
from cases.workbook.sheets import SHEETS, explanation
from cli.case_commands import main
from files.problems import CaseError
from files.tables import in_languages
from tests.cases.harbour import copy_to
from texts import LANGUAGES
from texts.message import message

(SHEET_OF_CRITERIA,) = [sheet for sheet in SHEETS if sheet.key == "criteria"]
PAGE = Path(__file__).parent.parent.parent / "docs" / "case-files.md"
FIELDS = {
    (record.name, line.key): line
    for file, model in MODELS.items()
    for record in records(file, model)
    for line in record.fields
}


def test_the_page_in_docs_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == page(), "renew it: python -m cases reference > docs/case-files.md"


def test_every_kind_of_value_function_is_named_where_one_is_chosen():
    (column,) = [found for found in SHEET_OF_CRITERIA.columns if found.heading == "value_function_type"]
    for language in LANGUAGES:
        told, said = shown_explanation(SHEET_OF_CRITERIA, column, language), message("schema.no_type").get(language)
        for shape in SHAPES:
            (kind,) = get_args(shape.model_fields["type"].annotation)
            assert choice(SHEET_OF_CRITERIA, column, kind, language) in told, (kind, language)
            assert kind in said, (kind, language)


def test_a_column_that_nobody_explained_is_named():
    column = replace(SHEET_OF_CRITERIA.columns[0], heading="value_function_speed")
    with pytest.raises(KeyError, match="'nl' does not say what belongs in 'value_function_speed'"):
        explanation(SHEET_OF_CRITERIA, column, "nl")


def test_the_command_prints_the_page(capsys):
    assert main(["reference"]) == 0
    assert capsys.readouterr().out == page()


def test_every_file_and_every_field_of_a_case_is_explained():
    for file in (*REQUIRED, *OPTIONAL):
        assert f"\n## {file}\n" in page()
    assert {key for name, key in FIELDS if name == "CaseFile"} == set(CaseFile.model_fields)
    assert [place for place, line in FIELDS.items() if not line.explanation] == []


@pytest.mark.parametrize(
    ("record", "key", "kind", "needed", "limits"),
    [
        ("CaseFile", "criteria", "list of [Criterion](#criterion)", "yes", f"1 to {MOST_CRITERIA}"),
        ("CaseFile", "list_place", "whole number", "no (`1000`)", "0 to 1000"),
        ("CaseFile", "version_date", "date (`2026-03-31`)", "yes", ""),
        ("Criterion", "decimals", "whole number", "yes", "0 to 3"),
        ("Criterion", "short", "short text in `nl` or `en`", "yes", "1 to 24 characters in each"),
        ("Criterion", "better", "one of `higher`, `lower`, `goal`", "yes", ""),
        ("Criterion", "in_sum", "yes or no", "yes", ""),
        ("Criterion", "range", "[Range](#range)", "no", ""),
        ("Overlap", "with", "list of id", "yes", "at least 1"),
        ("Yardstick", "some", "number", "yes", "above 0"),
        ("BentShape", "points", "list of list of number, number", "yes", "2 to 20, each 0 to 100"),
        ("Profile", "points", "keys (ids), each with number", "yes", "each 0 to 100"),
        ("RoundOfInput", "people", "whole number", "no", "at least 0"),
        ("EuroEffect", "impacts", "keys (`true_price`, `mkba`), each with list of id", "yes", ""),
        ("MoneyTransfer", "price_year", "whole number", "yes; may be `~`", ""),
    ],
)
def test_type_need_and_limits_are_those_of_the_model(record, key, kind, needed, limits):
    line = FIELDS[record, key]
    assert (line.kind, line.needed, line.limits) == (kind, needed, limits)


# One row of each table that is sound, and in it every cell that must not be empty.
ROWS = {
    "performances.csv": {
        "with a value": "tram,cost,240000,201250.75,312000,1000 EUR,S1,C,,",
        "without a value": "ring_road,green,,,,%,,,Niemand heeft geteld,Nobody has counted",
    },
    "sources.csv": {"a source": "S1,Verzonnen verkeersmodel,Invented traffic model,De tests,2025,https://example.org/model,yes"},
}  # fmt: skip


@pytest.mark.parametrize(("file", "kind"), [(file, kind) for file, rows in ROWS.items() for kind in rows])
def test_a_cell_may_be_empty_exactly_where_the_page_says_so(file, kind, tmp_path):
    sheet = next(sheet for sheet in SHEETS if sheet.file == file)
    row = ROWS[file][kind]
    cells = row.split(",")
    case = copy_to(tmp_path)
    text = (case / file).read_text(encoding="utf-8")
    assert text.count(row) == 1
    for number, line in enumerate(column_lines(sheet)):
        if not cells[number]:
            continue
        emptied = [cell for place, cell in enumerate(cells) if place < number] + ["", *cells[number + 1 :]]
        (case / file).write_text(text.replace(row, ",".join(emptied)), encoding="utf-8")
        others = [place for place, other in enumerate(column_lines(sheet)) if other.key in in_languages(line.key)]
        needed = line.needed in ("yes", kind) or line.needed.startswith("no; with")
        if others:  # of a text in more languages only the last one that is there may not go
            assert "in one language" in line.needed
            needed = False
        try:
            load_case(case)
            assert not needed, f"{line.key} may be empty"
        except CaseError:
            assert needed or line.key == "value", f"{line.key} is needed"  # an empty value then needs a note


def test_what_may_be_empty_names_columns_that_exist():
    for file, cells in NEEDED.items():
        (sheet,) = [sheet for sheet in SHEETS if sheet.file == file]
        assert set(cells) <= {column.heading for column in sheet.columns}
