"""A cell means what the sheet shows of it; where the two differ it is refused with what was seen, or read right."""

import io
import re
import zipfile
from functools import cache
from xml.sax.saxutils import escape

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from cases.definition.model import Case
from cases.workbook.number_formats import Shown, shown_by
from tests.cases.workbook.books import (
    as_ods,
    cell_of,
    edited,
    good,
    read,
    read_after,
    read_with_cell,
    with_parts,
    zipped,
)
from tests.cases.workbook.mistakes import CO2
from tests.cases.workbook.test_hostile import CASE_FILES

STRICT = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships":
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
}  # fmt: skip
LATE = {"alternative": "tram", "criterion": "reliability"}
PLACE = {"sheet": "effects", "heading": "value"}


@cache
def same() -> Case:
    """The case in the workbook as it is, for what changes nothing of it."""
    found = read(good()).case
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("number_format", "number", "kind", "words"),
    [
        ("General", 1.5, "number", ""),
        ("0.00", -3.0, "number", ""),
        ("#,##0", 5000.0, "number", ""),
        ("#,##0.00", 5000.0, "number", ""),
        ("0.0E+00", 5000.0, "number", ""),
        ("0%", 0.5, "percent", ""),
        ("0,", 5000.0, "scaled", ""),
        ("0.0,", 5000.0, "scaled", ""),
        ("#,##0,,", 5e6, "scaled", ""),
        ("0,.0", 5000.0, "scaled", ""),
        ('0" mln"', 45.0, "number", "mln"),
        ("0\\ \\k", 45.0, "number", "k"),
        ('[>=1000]0,"k"', 45_000.0, "scaled", "k"),
        ('[>=1000]0,"k";0', 45.0, "number", ""),
        ('[<1000]0;0,"k"', 45_000.0, "scaled", "k"),
        ("0;0", -45.0, "unsigned", ""),
        ("0;0", 45.0, "number", ""),
        ("0;-0", -45.0, "number", ""),
        ("0;(0)", -45.0, "number", ""),
        ('0;"min "0', -45.0, "unsigned", "min"),
        ('"n.v.t."', 45.0, "hidden", "n.v.t."),
        ('0;-0;"geen"', 0.0, "hidden", "geen"),
        (";;;", 5.0, "hidden", ""),
        ("[Red]0", 5.0, "number", ""),
        ("[$€-413] #,##0", 5.0, "currency", ""),
        ('"a;b"0', 5.0, "number", "a;b"),
        ("_(0_);(0)", 5.0, "number", ""),
        ("@", 5.0, "number", ""),
    ],
)
def test_a_number_format_shows_what_the_standard_says(number_format, number, kind, words):
    assert shown_by(number_format, number) == Shown(kind, words)


@pytest.mark.parametrize(
    ("number_format", "value", "seen"),
    [
        ('0" mln"', 10, "shows 'mln' beside the number"),
        ("0;0", -10, "without its minus; in it stands -10"),
        ('"n.v.t."', 10, "shows 'n.v.t.' and no number; in it stands 10"),
        ('[>=1000]0,"k";0', 45_000, "shows a thousandth"),
    ],
)
def test_a_number_that_is_shown_otherwise_is_refused_with_what_was_seen(number_format, value, seen):
    found, cell = read_with_cell(value, "effects", "value", number_format, **CO2)
    (problem,) = found.problems
    assert (problem.cell, problem.sheet) == (cell, "effects")
    assert seen in problem.text.get("en")


def test_a_number_with_its_own_unit_beside_it_is_that_number():
    found, _ = read_with_cell(10, "effects", "value", '0" kt/yr"', **CO2)
    assert found.case == same()


@pytest.mark.parametrize(
    ("pieces", "seen"),
    [
        (["10", TextBlock(InlineFont(vertAlign="superscript"), "2")], "a digit in '10²' stands high or low"),
        ([TextBlock(InlineFont(strike=True), "1"), "40"], "'1' in the cell was struck out"),
    ],
)
def test_a_digit_that_stands_high_or_is_struck_out_is_no_digit(pieces, seen):
    def edit(book):
        cell_of(book, **PLACE, **CO2).value = CellRichText(*pieces)

    (problem,) = read_after(edit).problems
    assert seen in problem.text.get("en")


def test_a_whole_cell_that_is_struck_out_is_refused():
    def edit(book):
        cell_of(book, **PLACE, **CO2).font = Font(strike=True)

    (problem,) = read_after(edit).problems
    assert "was struck out" in problem.text.get("en")


def test_a_word_with_a_small_digit_keeps_it():
    def edit(book):
        cell = cell_of(book, "criteria", "label_nl", id="co2")
        cell.value = CellRichText("Uitstoot van CO", TextBlock(InlineFont(vertAlign="subscript"), "2"))

    found = read_after(edit)
    assert found.case is not None, found.problems
    assert found.case.criterion("co2").label.nl == "Uitstoot van CO₂"


def shown_in_ods(text: str, value: float, style: str = "") -> bytes:
    """The good workbook with one number, and what LibreOffice shows of it."""
    old = '<table:table-cell office:value-type="float" office:value="10"><text:p>10</text:p>'
    new = f'<table:table-cell{style} office:value-type="float" office:value="{value}"><text:p>{escape(text)}</text:p>'
    assert old in zipfile.ZipFile(io.BytesIO(as_ods(good()))).read("content.xml").decode()
    line = '<style:style style:name="gone"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    return as_ods(
        good(), lambda content: content.replace(old, new, 1).replace("<style:style", line + "<style:style", 1)
    )


@pytest.mark.parametrize(
    ("text", "value", "style", "seen"),
    [
        ("10 mln", 10, "", "shows 'mln' beside the number"),
        ("10", -10, "", "without its minus"),
        ("n.v.t.", 10, "", "and no number"),
        ("45", 45_000, "", "shows a thousandth"),
        ("10", 10, ' table:style-name="gone"', "was struck out"),
    ],
)
def test_an_open_document_is_read_as_it_shows_too(text, value, style, seen):
    found = read(shown_in_ods(text, value, style))
    assert [seen in problem.text.get("en") for problem in found.problems] == [True]


@pytest.mark.parametrize("text", ["10", "10,0", "10 kt/yr", "1E+01"])
def test_an_open_document_with_an_ordinary_look_is_read(text):
    assert read(shown_in_ods(text, 10)).case == same()


@pytest.mark.parametrize("line", ["sep=,", '"sep=,"', "SEP=,", "\ufeffsep=,"])
def test_a_line_for_excel_above_a_table_is_passed_over(line):
    files = {**CASE_FILES, "performances.csv": f"{line}\r\n".encode() + CASE_FILES["performances.csv"]}
    found = read(zipped(files))
    assert found.case is not None, found.problems


def test_a_title_above_the_headings_is_passed_over_and_said_so():
    def edit(book):
        book["effects"].insert_rows(1, 2)
        book["effects"]["A1"] = "Effectentabel 2026"

    found = read(edited(edit))
    assert found.case == same()
    (note,) = found.notes
    assert note.get("en").startswith("On sheet 'effects' the headings stand in row 3.")


def test_a_mistake_below_a_title_has_the_row_that_one_sees():
    def edit(book):
        cell = cell_of(book, **PLACE, **CO2)
        cell.value = "about 5"
        book["effects"].insert_rows(1)
        book["effects"]["A1"] = "Effectentabel 2026"
        rows.append(cell.row)

    rows: list[int] = []
    (problem,) = read(edited(edit)).problems
    assert problem.row == rows[0]


@pytest.mark.parametrize("ending", [" - Table 1", " - Tabel 1"])
def test_the_sheets_that_numbers_exports_are_those_of_the_case(ending):
    def edit(book):
        for page in book:
            page.title = f"{page.title}{ending}"[:31]

    assert read(edited(edit)).case == same()


def test_a_workbook_in_strict_open_xml_is_read():
    def strict(parts):
        for name in [name for name in parts if name.endswith((".xml", ".rels"))]:
            for ordinary, other in STRICT.items():
                parts[name] = parts[name].replace(ordinary.encode(), other.encode())

    data = with_parts(good(), strict)
    assert b"purl.oclc.org" in zipfile.ZipFile(io.BytesIO(data)).read("xl/workbook.xml")
    assert read(data).case == same()


def test_another_table_in_place_of_a_sheet_is_one_message():
    def edit(book):
        page = book["effects"]
        page.delete_rows(1, page.max_row)
        for row in (("Criterium", "Locatie A", "Locatie B", "Locatie C"), ("co2", 1, 2, 3)):
            page.append(row)

    (problem,) = read(edited(edit)).problems
    assert re.search("Locatie A, .* alternatief, criterium, waarde", problem.text.get("nl"))


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\ufeff", "\u00a0"])
def test_a_sign_that_nobody_sees_changes_no_id(sign):
    found, _ = read_with_cell(f"co2{sign}", "effects", "criterion", **CO2)
    assert found.case == same()


@pytest.mark.parametrize(
    "unit", ["kt\N{FRACTION SLASH}yr", "kt/yr\N{NO-BREAK SPACE}", "\N{FULLWIDTH LATIN SMALL LETTER K}t/yr"]
)
def test_a_unit_that_looks_the_same_is_the_same(unit):
    found, _ = read_with_cell(unit, "effects", "unit", **CO2)
    assert (found.case is not None) == (unit != "kt\N{FRACTION SLASH}yr"), found.problems


@pytest.mark.parametrize("name", ["vaak te laat", "OFTEN  late", "often\N{NO-BREAK SPACE}late", "often_late"])
def test_a_class_may_be_named_as_it_is_called(name):
    found, _ = read_with_cell(name, "effects", "value", **LATE)
    expected, _ = read_with_cell("often_late", "effects", "value", **LATE)
    assert expected.case is not None, expected.problems
    assert found.case == expected.case


def test_a_name_that_two_classes_have_is_not_taken_for_one():
    def edit(book):
        for key in ("often_late", "sometimes_late"):
            for language in ("nl", "en"):
                cell_of(book, "classes", f"label_{language}", criterion="reliability", id=key).value = "te laat"
        cell_of(book, **PLACE, **LATE).value = "te laat"

    assert [problem.cell is not None for problem in read_after(edit).problems] == [True]
