"""What a planner without programming runs into, filling in an empty workbook for the first time."""

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import openpyxl
import pytest

from cases.workbook.checked_upload import CheckedUpload, read_workbook
from cases.workbook.sheet_columns import is_text
from cases.workbook.sheet_language import column_named, key_meant
from cases.workbook.sheets import BY_KEY, SHEETS, words
from cases.workbook.version_differences import changes
from cases.workbook.workbook_writing import write_workbook
from tests.cases.workbook.books import read_after
from tests.cases.workbook.office import FILES, IDS, OFFICE, filled
from texts import LANGUAGES
from weighing.comparison import compare
from weighing.weighing import from_profile

Edit = Callable[[openpyxl.Workbook], Any]


def reread(edit: Edit) -> CheckedUpload:
    return read_after(edit, filled("nl"))


def put(book: openpyxl.Workbook, sheet: str, cell: str, value: Any) -> None:
    book[sheet][cell] = value


def row_of(book: openpyxl.Workbook, raw: str) -> int:
    return next(row[0].row for row in book["zaak"].iter_rows() if key_meant(str(row[0].value)) == raw)


@pytest.mark.parametrize("language", FILES)
def test_the_workbook_of_the_handbook_opens_and_gives_the_printed_totals(language):
    found = read_workbook(FILES[language].read_bytes(), FILES[language].name)
    assert found.problems == found.notes == ()
    result = compare(found.case, from_profile(found.case.profile("owner")))
    # Addison Square: .32*100 + .26*60 + .23*100 + .10*75 + .06*0 + .03*90 = 80.8
    assert result.totals == pytest.approx(OFFICE["totals"]["values"], abs=OFFICE["totals"]["tolerance"])
    assert [found.case.alternatives[row].label.get(language) for row in (-result.totals).argsort()] == OFFICE["ranking"]
    assert found.case.expected["owner", IDS[0]].total == 80.8


@pytest.mark.parametrize("language", FILES)
def test_the_workbook_of_the_handbook_is_the_empty_one_of_today_filled_in(language):
    """Renew with: python -m tests.cases.workbook.office"""
    fresh = openpyxl.load_workbook(io.BytesIO(filled(language)))
    shipped = openpyxl.load_workbook(FILES[language])
    assert shipped.sheetnames == fresh.sheetnames
    for sheet in fresh.sheetnames:
        rows = [[[cell.value for cell in row] for row in book[sheet].iter_rows()] for book in (shipped, fresh)]
        assert rows[0] == rows[1], f"{sheet}: renew with python -m tests.cases.workbook.office"


def test_every_language_holds_the_same_case():
    first, *others = (read_workbook(filled(language), "x.xlsx").case for language in LANGUAGES)
    for other in others:
        assert all(is_text(found.new) or found.field[-1].startswith("title") for found in changes(first, other))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_an_empty_workbook_says_what_belongs_behind_it(language):
    page = openpyxl.load_workbook(io.BytesIO(write_workbook(None, language)))[BY_KEY["case"].name(language)]
    said = {key_meant(row[0].value): row[3].value for row in page.iter_rows(min_row=3)}
    assert said["reference"] == words(language)["keys"]["case"]["reference"]
    assert said["fixed > 2"] == said["fixed > 1"]
    assert all(said.values())
    keys = {key.split(" > ")[0] for key in words("nl")["keys"]["case"]}
    assert keys == {str(key).split(" > ")[0] for key in said}


def test_a_column_with_remarks_is_passed_over_on_any_sheet():
    def edit(book):
        page = book["effects"]
        place = page.max_column + 1
        page.cell(1, place).value = "# my own notes"
        page.cell(4, place).value = "=1/0"

    found = read_after(edit)
    assert found.problems == ()
    assert len(found.case.performances) == 18


def test_the_headings_of_profiles_can_be_typed_in_the_protected_sheet():
    page = openpyxl.load_workbook(io.BytesIO(write_workbook(None, "nl")))["punten"]
    assert page.protection.sheet
    assert not page.column_dimensions["C"].protection.locked


@pytest.mark.parametrize("text", ["23,46", "23.46", " 23,46 "])
def test_a_number_typed_as_text_with_a_dutch_comma_is_read(text):
    found = reread(lambda book: put(book, "punten", "C4", text))
    assert found.case.profile("owner").points["working"] == 23.46


@pytest.mark.parametrize(
    ("edit", "place", "nl", "en"),
    [
        (lambda book: put(book, "punten", "C3", 81), "C3", "deel alles door 81, maal 100", "divide all by 81"),
        (lambda book: book["punten"].delete_cols(3), None, "zet 'owner' in rij 1", "write 'owner' in row 1"),
        (lambda book: [put(book, "punten", f"C{row}", None) for row in range(3, 11)], "C1", "geef er één 100",
         "give one of them 100"),
        (lambda book: put(book, "zaak", f"B{row_of(book, 'id')}", "Mijn Café 1"), "B4", "zoals mijn_cafe_1",
         "such as mijn_cafe_1"),
        (lambda book: put(book, "zaak", f"B{row_of(book, 'place')}", "Breda"), "B10", "in de kolom tekst",
         "in the column tekst"),
        (lambda book: put(book, "zaak", f"C{row_of(book, 'list_place')}", "12"), "C5", "in de kolom waarde",
         "in the column waarde"),
    ],
    ids=["largest", "no column", "no points", "id", "text in value", "value in text"],
)  # fmt: skip
def test_a_first_mistake_says_what_to_do(edit, place, nl, en):
    def also_empty(book):
        edit(book)
        row = row_of(book, "place")
        if book["zaak"][f"B{row}"].value:
            put(book, "zaak", f"C{row}", None)

    found = reread(also_empty)
    first = next(problem for problem in found.problems if nl in problem.text.get("nl").lower())
    assert first.cell == place
    assert en in first.text.get("en").lower()


def test_an_empty_list_and_a_key_left_empty_on_purpose_are_no_text_in_the_wrong_column():
    def no_open_points(book):
        row = row_of(book, "open > 1")
        for column, value in (("A", "open"), ("B", "[]"), ("C", None)):
            put(book, "zaak", f"{column}{row}", value)

    found = reread(no_open_points)
    assert found.problems == ()
    assert found.case.open == ()


def many_mistakes(book: openpyxl.Workbook) -> None:
    """What the table in the handbook warns of, all at once; points without a name need a book of their own."""
    for row, share in ((5, 32), (6, 26), (7, 23)):
        put(book, "punten", f"C{row}", share)
    put(book, "alternatieven", "A4", "Bilton Village")
    put(book, "alternatieven", "C5", None)
    title = row_of(book, "title")
    for column, words_there in (("B", "Kantoor"), ("C", None)):
        put(book, "zaak", f"{column}{title}", words_there)
    put(book, "effecten", "C4", 0.6)
    book["effecten"]["C4"].number_format = "0%"
    put(book, "effecten", "F3", "punten")
    put(book, "effecten", "C5", None)
    put(book, "effecten", "C9", "35.000")


@cache
def said(language: str) -> list[str]:
    """What is said of all these mistakes in the workbook of a language, in that language."""
    found = [
        read_after(in_sheets_of(language, edit), filled(language))
        for edit in (many_mistakes, lambda book: put(book, "punten", "C1", None))
    ]
    return [problem.text.get(language).lower() for read in found for problem in read.problems]


def in_sheets_of(language: str, edit: Edit) -> Edit:
    """The edit of the Dutch workbook, made in the one of another language."""
    names = {sheet.name("nl"): sheet.name(language) for sheet in SHEETS}

    class Named:
        def __init__(self, book: openpyxl.Workbook) -> None:
            self.book = book

        def __getitem__(self, name: str) -> Any:
            return self.book[names[name]]

    return lambda book: edit(Named(book))


@pytest.mark.parametrize(("page", "language"), [("eigen-zaak.md", "nl"), ("own-case.md", "en")])
def test_the_messages_in_the_handbook_are_those_that_a_planner_gets(page, language):
    text = (FILES["nl"].parent / page).read_text(encoding="utf-8")
    head = {"nl": "| er staat |", "en": "| it says |"}[language]
    rows = text.partition(head)[2].partition("\n\n")[0].splitlines()[2:]
    quoted = [row.split("|")[1].strip().lower() for row in rows]
    assert len(quoted) == 9
    sentences = said(language)
    for words_there in quoted:
        parts = [part.strip() for part in words_there.split("...")]
        assert any(all(part in sentence for part in parts) for sentence in sentences), words_there


def test_points_without_the_name_of_their_profile_hide_no_other_problem():
    def edit(book):
        for cell in ("C1", "D1"):
            put(book, "punten", cell, None)
        put(book, "effecten", "C3", "10-20")

    found = reread(edit)
    assert [(problem.sheet, problem.cell) for problem in found.problems] == [
        ("effecten", "C3"), ("punten", "C1"), ("punten", "D1")
    ]  # fmt: skip
    assert found.problems[1].text.get("nl") == (
        "er staat niet van wie deze punten zijn. Zet hier de id van een profiel: owner, equal. Of maak de kolom leeg"
    )


def test_a_profile_without_a_column_is_still_named_beside_a_nameless_column():
    def edit(book):
        put(book, "punten", "C1", None)
        for row in range(1, 11):
            put(book, "punten", f"D{row}", None)

    texts = [problem.text.get("en") for problem in reread(edit).problems]
    assert [text[:29] for text in texts] == ["profile 'equal' has no column", "it does not say whose points "]


def test_criteria_that_all_miss_something_are_not_said_to_be_absent():
    def edit(book):
        column = next(cell.column for cell in book["criteria"][1] if cell.value == "wie merkt het")
        for row in range(3, book["criteria"].max_row + 1):
            book["criteria"].cell(row, column).value = None

    texts = [problem.text.get("en") for problem in reread(edit).problems]
    assert len(texts) == 7
    assert all("missing" in text for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_heading_that_every_row_needs_has_another_colour(language):
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(None, language)))
    sheet = BY_KEY["criteria"]
    colours = {column_named(sheet, cell.value).heading: cell.fill.fgColor.rgb for cell in book["criteria"][1]}
    own = {heading.removesuffix(f"_{language}"): colour for heading, colour in colours.items()}
    assert own["noticed_by"] == own["id"] != own["monitor_topic"] == own["left_out_because"]
