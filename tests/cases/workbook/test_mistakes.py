"""One mistake in the workbook each: the message names the cell, what was found and what to do, in both languages."""

from datetime import date
from typing import Any

import pytest

from cases.workbook.cell_places import CellProblem
from cases.workbook.checked_upload import CheckedUpload
from tests.cases.workbook.books import (
    as_ods,
    cell_of,
    content,
    edited,
    good,
    harbour,
    read,
    read_after,
    read_with_cell,
    sentences,
)
from tests.cases.workbook.mistakes import CO2, COST, GREEN, MISTAKES, Mistake

SHEETS = {"requirement_answers": "answers to requirements"}
NOT_ALONE = {"a profile that is not there", "key twice", "per cent for points"}
"""Mistakes that rightly cause others, elsewhere."""


def damaged(mistake: Mistake) -> tuple[CheckedUpload, str]:
    sheet = SHEETS.get(mistake.sheet, mistake.sheet)
    if mistake.row == {"theme": "theme"}:  # a heading

        def edit(book):
            cell = next(cell for cell in book[sheet][1] if cell.value == mistake.heading)
            cell.value = mistake.value
            place.append(cell.coordinate)

        place: list[str] = []
        return read_after(edit), place[0]
    return read_with_cell(mistake.value, sheet, mistake.heading, mistake.number_format, **mistake.row)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_named_with_its_cell_in_both_languages_and_in_no_words_of_the_machine(mistake):
    found, cell = damaged(mistake)
    assert found.case is None
    assert found.files == {}
    sheet = SHEETS.get(mistake.sheet, mistake.sheet)
    at_the_place = [problem for problem in found.problems if (problem.sheet, problem.cell) == (sheet, cell)]
    assert len(at_the_place) == 1, sentences(found)
    assert mistake.name in NOT_ALONE or len(found.problems) == 1, sentences(found)
    assert mistake.en in at_the_place[0].text.get("en")
    assert mistake.nl in at_the_place[0].text.get("nl")
    for language in ("en", "nl"):
        text = "\n".join(sentences(found, language)).lower()
        for word in ("traceback", "pydantic", "yaml", ".csv", "line ", "regel ", "none", "dict"):
            assert word not in text, text


def test_the_sentence_reads_like_a_place_and_what_to_do():
    found, cell = read_with_cell("n.b.", "effects", "value", **CO2)
    assert sentences(found) == [
        f"sheet 'effects', cell {cell} (value): 'n.b.' is not a number. If it is not known, leave the cell empty and "
        "say why in the note"
    ]
    assert sentences(found, "nl") == [
        f"blad 'effects', cel {cell} (value): 'n.b.' is geen getal. Is het niet bekend, laat de cel dan leeg en "
        "schrijf in de toelichting waarom"
    ]


def test_all_mistakes_are_named_at_once():
    def edit(book):
        cell_of(book, "effects", "value", **CO2).value = "=1+1"
        cell_of(book, "effects", "grade", **GREEN).value = "Z"
        cell_of(book, "criteria", "decimals", id="cost").value = 9
        cell_of(book, "sources", "complete", id="S2").value = "perhaps"

    found = read(edited(edit))
    assert [(problem.sheet, problem.heading) for problem in found.problems] == [
        ("criteria", "decimals"), ("effects", "value"), ("effects", "grade"), ("sources", "complete"),
    ]  # fmt: skip
    assert read_after(edit).problems == found.problems  # the quick way, that most tests here go, says the same


def test_another_row_is_named_as_a_row_and_another_cell_as_a_cell():
    def edit(book):
        cell_of(book, "effects", "criterion", **CO2).value = "cost"
        cell_of(book, "themes", "id", id="money").value = "living"

    found = read_after(edit)
    texts = [text for text in sentences(found) if "already" in text]
    assert texts[0].startswith("sheet 'themes', cell A5 (id): theme 'living': 'living' is already used in cell A4")
    assert any("'tram' with 'cost' is already in row" in text for text in texts)


# What is read right rather than refused.


def value_after(value: Any, row: dict[str, str], number_format: str | None = None):
    found, _ = read_with_cell(value, "effects", "value", number_format, **row)
    assert sentences(found) == []
    key = (row["alternative"], row["criterion"])
    return found.case.performances[key].value, found.notes


@pytest.mark.parametrize(
    ("text", "number"), [("10,5", 10.5), ("10.5", 10.5), ("10", 10.0), ("\u22120,5", -0.5), ("1e1", 10)]
)
def test_a_number_that_stands_as_text_is_read_when_it_can_be_read_in_one_way_only(text, number):
    def edit(book):
        for heading in ("low", "high"):
            cell_of(book, "effects", heading, alternative="as_now", criterion="co2").value = None
        cell_of(book, "effects", "value", alternative="as_now", criterion="co2").value = text

    found = read_after(edit)
    assert sentences(found) == []
    assert found.case.performances[("as_now", "co2")].value == number


def test_a_per_cent_cell_is_read_as_its_number_where_the_unit_is_per_cent_and_that_is_said():
    value, notes = value_after(0.36, GREEN, "0%")
    assert value == 36
    (note,) = notes
    assert "the cell shows 36% and the unit is '%'; read as 36" in note.get("en")
    assert "de cel toont 36% en de eenheid is '%'; gelezen als 36" in note.get("nl")


def test_a_share_without_a_per_cent_sign_stays_what_it_is():
    def edit(book):
        cell_of(book, "effects", "value", **GREEN).value = 0.36
        for heading in ("low", "high"):
            cell_of(book, "effects", heading, **GREEN).value = None

    assert read_after(edit).case.performances[("tram", "green")].value == 0.36


def test_an_amount_in_euros_is_read_where_the_unit_is_one_euro():
    def edit(book):
        cell_of(book, "criteria", "unit", id="cost").value = "EUR"
        for alternative in ("as_now", "ring_road", "tram"):
            cell_of(book, "effects", "unit", alternative=alternative, criterion="cost").value = "EUR"
        cell_of(book, "effects", "value", **COST).number_format = "[$€-413] #,##0.00"

    found = read_after(edit)
    assert [text for text in sentences(found) if "sheet 'effects'" in text] == []


def test_unknown_stays_unknown_and_is_never_zero():
    cell = read(good()).case.performances[("ring_road", "green")]
    assert (cell.value, cell.note.en) == (None, "Nobody has counted")


def test_a_date_is_right_where_a_day_belongs():
    found, _ = read_with_cell(date(2026, 4, 1), "case", "value", "d-m-yyyy", key="version_date")
    assert found.case.version_date == date(2026, 4, 1)


# Sheets and headings.


def test_an_own_sheet_is_passed_over_and_named_hidden_or_not():
    def edit(book):
        book.create_sheet("my sums")["A1"] = "=1+1"
        book.create_sheet("secret")["A1"] = "x"
        book["secret"].sheet_state = "veryHidden"

    found = read(edited(edit))
    assert content(found.case) == content(harbour())
    assert [note.get("en") for note in found.notes] == [
        "Sheet 'my sums' is not part of a case and was not read.",
        "Sheet 'secret' (hidden) is not part of a case and was not read.",
    ]


def test_a_hidden_sheet_of_the_case_is_refused():
    def edit(book):
        book["sources"].sheet_state = "hidden"

    found = read(edited(edit))
    assert sentences(found) == [
        "sheet 'sources': the sheet is hidden. Make it visible, so that everyone sees what is read"
    ]
    assert "verborgen" in sentences(found, "nl")[0]


def test_hidden_rows_and_columns_are_read_and_named():
    def edit(book):
        book["effects"].row_dimensions[5].hidden = True
        book["sources"].column_dimensions["D"].hidden = True

    found = read_after(edit)
    assert content(found.case) == content(harbour())
    assert [note.get("en") for note in found.notes] == [
        f"Sheet '{name}' has hidden rows or columns. They were read too." for name in ("effects", "sources")
    ]


def test_merged_cells_are_refused_with_their_place():
    def edit(book):
        book["effects"].merge_cells("I4:J5")

    found = read_after(edit)
    assert (
        sentences(found)[0] == "sheet 'effects', cell I4: the cells I4:J5 are merged. Split them and fill in each cell"
    )
    assert "samengevoegd" in sentences(found, "nl")[0]


def rename(book, old: str, new: str) -> None:
    book[old].title = new


def test_a_wrong_sheet_name_is_named_with_what_was_probably_meant():
    found = read_after(lambda book: rename(book, "effects", "efects"))
    assert sentences(found) == ["sheet 'efects': there is no sheet of this name in a case; did you mean 'effects'?"]
    found = read_after(lambda book: rename(book, "sources", "where from"))
    assert "het blad ontbreekt" in sentences(found, "nl")[0]
    assert "bronnen" in sentences(found, "nl")[0]


def test_a_workbook_of_something_else_is_refused_by_its_missing_sheets():
    def edit(book):
        for page in book.worksheets[1:]:
            book.remove(page)

    assert len(sentences(read(edited(edit)))) == 8


def heading(book, sheet: str, old: str):
    return next(cell for cell in book[sheet][1] if cell.value == old)


def test_headings_must_be_there_once_and_be_known():
    def edit(book):
        heading(book, "effects", "grade").value = "source"
        heading(book, "sources", "publisher").value = "publishers"
        heading(book, "criteria", "unit").value = None
        book["alternatives"].cell(1, 20).value = "remark"

    found = read_after(edit)
    texts = sentences(found)
    assert "sheet 'effects', cell H1 (source): this heading is already in column G. Keep one" in texts
    assert "sheet 'effects', column 'grade': the column is missing. Add it to the first row" in texts
    assert "sheet 'sources', cell D1 (publishers): heading 'publishers' is unknown; did you mean 'publisher'?" in texts
    assert "sheet 'criteria', column 'unit': the column is missing. Add it to the first row" in texts
    assert "sheet 'criteria', cell G6: there is no heading above this cell. Add one, or empty the cell" in texts
    assert any(text.startswith("sheet 'alternatives', cell T1 (remark): heading 'remark' is unknown") for text in texts)
    assert all(isinstance(problem, CellProblem) for problem in found.problems)
    dutch = sentences(found, "nl")
    assert "blad 'effects', cel H1 (source): deze kop staat al in kolom G. Houd er één" in dutch
    assert "blad 'effects', kolom 'grade': de kolom ontbreekt. Zet hem in de eerste rij" in dutch


def test_the_order_of_sheets_columns_and_empty_rows_does_not_matter():
    def edit(book):
        book.move_sheet("effects", -8)
        book["effects"].insert_rows(6, 3)
        book["sources"].move_range("A1:A4", cols=12)

    found = read(edited(edit))
    assert sentences(found) == []
    assert content(found.case) == content(harbour())


def test_the_row_with_the_explanation_may_be_removed():
    found = read_after(lambda book: book["effects"].delete_rows(2))
    assert content(found.case) == content(harbour())


# OpenDocument goes the same way; what differs is how it marks things.


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('office:value-type="float" office:value="14.5"', 'office:value-type="percentage" office:value="0.5"',
         "the cell shows 50%"),
        ('office:value-type="float" office:value="14.5"', 'office:value-type="currency" office:value="14.5"',
         "an amount of money"),
        ('office:value-type="float" office:value="14.5"', 'office:value-type="date" office:date-value="2026-05-10"',
         "a date or a time (2026-05-10)"),
        ('<table:table table:name="effects">', '<table:table table:name="effects" table:style-name="hid">',
         "the sheet is hidden"),
    ],
)  # fmt: skip
def test_what_misleads_in_an_opendocument_workbook_is_refused_too(old, new, words):
    def change(text):
        start, _, effects = text.partition('<table:table table:name="effects">')
        return start + ('<table:table table:name="effects">' + effects).replace(old, new, 1)

    found = read(as_ods(good(), change), "case.ods")
    assert found.case is None
    assert any(words in text for text in sentences(found)), sentences(found)


def test_merged_cells_in_an_opendocument_workbook_are_refused():
    old = '<table:table-cell office:value-type="string"><text:p>Extra verkeer, ook geteld'
    new = old.replace("<table:table-cell ", '<table:table-cell table:number-columns-spanned="2" ')
    found = read(as_ods(good(), lambda text: text.replace(old, new)), "case.ods")
    assert "the cells I10:J10 are merged" in sentences(found)[0]
