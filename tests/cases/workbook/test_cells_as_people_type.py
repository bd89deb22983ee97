"""Cells as people type them: read where one thing can be meant, with a remark at the cell where it was a guess."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from cases.workbook.checked_upload import CheckedUpload, read_workbook
from cases.workbook.workbook_writing import write_workbook
from tests.cases.workbook.books import as_ods, good, harbour, read, sentences, with_parts
from tests.cases.workbook.office import filled

CO2 = ("tram", "co2")


def typed(sheet: str, heading: str, words: object, **row: str) -> CheckedUpload:
    """The harbour as a Dutch workbook with one cell typed by somebody."""
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(harbour(), "nl")))
    page = book[sheet]
    columns = {cell.value: cell.column for cell in page[1]}
    (number,) = [n for n in range(3, page.max_row + 1)
                 if all(page.cell(n, columns[key]).value == value for key, value in row.items())]  # fmt: skip
    page.cell(number, columns[heading]).value = words
    written = io.BytesIO()
    book.save(written)
    return read_workbook(written.getvalue(), "a.xlsx")


@pytest.mark.parametrize(
    ("words", "number", "remark"),
    [
        ("ca. 12,5", 12.5, "effecten', cel C11 (waarde): 'ca. 12,5' is gelezen als 12,5. Zet hoe ver het ernaast kan "
                           "zitten in laag en hoog"),
        ("± 11", 11, "'± 11' is gelezen als 11"),
        ("12 kt/yr", 12, None),
    ],
)  # fmt: skip
def test_a_number_with_a_word_for_about_or_with_its_own_unit_is_read(words, number, remark):
    found = typed("effecten", "waarde", words, alternatief="tram", criterium="co2")
    assert found.case is not None, sentences(found, "nl")
    assert found.case.performances[CO2].value == number
    told = [note.get("nl") for note in found.notes]
    assert (told == []) if remark is None else (len(told) == 1 and remark in told[0]), told


def test_per_cents_small_letters_and_words_in_capitals_are_read():
    found = typed("effecten", "waarde", "34%", alternatief="tram", criterium="green")
    assert found.case.performances["tram", "green"].value == 34
    assert "'34%' is gelezen als 34" in found.notes[0].get("nl")
    found = typed("effecten", "kwaliteit", "b", alternatief="tram", criterium="co2")
    assert found.case.performances[CO2].grade == "B"
    found = typed("criteria", "beter is", "LAGER ", id="co2")
    assert found.case.criterion("co2").better == "lower"
    assert typed("effecten", "waarde", "34%", alternatief="tram", criterium="co2").case is None


def test_a_day_as_the_dutch_write_it_is_read():
    found = typed("zaak", "waarde", "03-11-2025", onderdeel="datum")
    assert found.case.version_date == date(2025, 11, 3)
    assert "'03-11-2025' is gelezen als 3 november 2025" in found.notes[0].get("nl")
    assert typed("zaak", "waarde", "31-02-2025", onderdeel="datum").case is None


def with_result(data: bytes, cell: str, result: str) -> bytes:
    """The first sheet in which this cell holds a formula gets the result that a spreadsheet program would save."""

    def change(parts: dict[str, bytes]) -> None:
        for name in [name for name in parts if name.startswith("xl/worksheets/sheet")]:
            old = b"<f>5+5</f><v></v>" if b"<f>5+5</f><v></v>" in parts[name] else b"<f>5+5</f><v />"
            parts[name] = parts[name].replace(old, f"<f>5+5</f><v>{result}</v>".encode())

    return with_parts(data, change)


def test_a_formula_with_a_result_is_read_and_said_and_one_without_is_refused():
    book = openpyxl.load_workbook(io.BytesIO(filled("nl")))
    book["effecten"]["C3"].value = "=5+5"
    written = io.BytesIO()
    book.save(written)
    refused = read_workbook(written.getvalue(), "a.xlsx")
    assert "een formule (=5+5) zonder uitkomst" in sentences(refused, "nl")[0]
    found = read_workbook(with_result(written.getvalue(), "C3", "10"), "a.xlsx")
    assert found.case is not None, sentences(found, "nl")
    assert next(iter(found.case.performances.values())).value == 10
    assert [note.get("nl") for note in found.notes] == [
        "blad 'effecten', cel C3 (waarde): van de formule =5+5 is de laatste uitkomst gelezen: 10"
    ]


def test_a_formula_in_an_opendocument_workbook_gives_its_result():
    formula = 'table:formula="of:=5+5" office:value-type="float" office:value="10"'

    def change(text: str) -> str:
        start, mark, effects = text.partition('<table:table table:name="effects">')
        return start + mark + effects.replace('office:value-type="float" office:value="10"', formula, 1)

    found = read(as_ods(good(), change), "case.ods")
    assert found.case is not None, sentences(found)
    assert "the formula of:=5+5 was read as its last result: 10" in found.notes[0].get("en")
    assert zipfile.is_zipfile(io.BytesIO(as_ods(good())))
