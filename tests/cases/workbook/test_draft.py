"""A draft holds a case wholly, keeps what is wrong, and names it by the cell that the workbook has."""

import io
import json

import openpyxl
import pytest

from cases.workbook.checked_upload import read_workbook
from cases.workbook.draft import MOST_ROWS, Draft, NoDraftError, draft_bytes, draft_from, empty_draft
from cases.workbook.drafting import check_draft, draft_of, problems_by_sheet, sheets_of, workbook_of, write_draft
from cases.workbook.sheets import SHEETS
from cases.workbook.version_differences import changes
from cases.workbook.workbook_writing import write_workbook
from tests.cases.workbook.books import harbour, read_with_cell
from texts import LANGUAGES

ID = "harbour_link"


def with_text(draft: Draft, key: str, row: int, heading: str, text: str) -> Draft:
    """The draft with another text in one cell; rows count from 0."""
    sheet = draft.sheets[key]
    rows = [list(cells) for cells in sheet.rows]
    rows[row][sheet.headings.index(heading)] = text
    return draft.with_sheet(key, tuple(map(tuple, rows)), sheet.headings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_as_sheets_reads_back_as_the_same_case(language):
    read = check_draft(sheets_of(harbour(), language), language, ID)
    assert read.problems == ()
    assert changes(harbour(), read.case) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_in_one_language_is_checked_in_the_other(language):
    other = next(code for code in LANGUAGES if code != language)
    assert check_draft(sheets_of(harbour(), language), other, ID).case is not None


def test_numbers_have_the_decimal_mark_of_the_language():
    def column(language: str) -> tuple[str, ...]:
        return sheets_of(harbour(), language).sheets["expected"].column("total")

    assert [cell.replace(".", ",") for cell in column("en")] == list(column("nl"))
    assert any("," in cell for cell in column("nl"))


def test_a_draft_keeps_every_cell_and_file_as_bytes():
    draft = sheets_of(harbour(), "nl").with_file("pictures/tram.png", b"\x89PNG\0")
    assert draft_from(draft_bytes(draft)) == draft
    assert draft_bytes(draft) == draft_bytes(draft_from(draft_bytes(draft)))


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"null", b'{"format": 2, "sheets": {}, "files": {}}', b'{"format": 1, "sheets": {"case": []}}',
             b'{"format": 1, "sheets": {}, "files": {"a": "?"}}', b"\xff"],
)  # fmt: skip
def test_bytes_that_are_no_draft_are_refused(data):
    with pytest.raises(NoDraftError):
        draft_from(data)


def test_a_column_that_is_new_since_the_draft_was_kept_is_there_and_empty():
    kept = json.loads(draft_bytes(sheets_of(harbour(), "nl")))
    heading, *rows = ([cells[0], *cells[2:]] for cells in kept["sheets"]["alternatives"])
    kept["sheets"]["alternatives"] = [heading, *rows]
    found = draft_from(json.dumps(kept).encode()).sheets["alternatives"]
    assert found.headings == empty_draft().sheets["alternatives"].headings
    assert set(found.column(found.headings[1])) == {""}


def test_a_mistake_has_the_cell_that_it_has_in_the_exported_workbook():
    draft = with_text(sheets_of(harbour(), "en"), "effects", 1, "value", "10 ± 2")
    (problem,) = check_draft(draft, "en", ID).problems
    assert (problem.sheet, problem.cell) == ("effects", "C4")
    page = openpyxl.load_workbook(io.BytesIO(write_draft(draft, "en")))["effects"]
    assert page[problem.cell].value == "10 ± 2"
    again = read_workbook(write_draft(draft, "en"), "draft.xlsx")
    assert [(found.sheet, found.cell) for found in again.problems] == [("effects", "C4")]


def test_problems_are_counted_for_each_sheet():
    draft = with_text(sheets_of(harbour(), "nl"), "effects", 1, "value", "veel")
    draft = with_text(draft, "criteria", 0, "range_worst", "hoog")
    found = problems_by_sheet(check_draft(draft, "nl", ID))
    assert {key: len(problems) for key, problems in found.items()} == {"criteria": 1, "effects": 1}


def test_a_case_keeps_its_id():
    read = check_draft(sheets_of(harbour(), "en").with_cell("id", "value", "other"), "en", ID)
    assert read.case is None
    assert read.files == {}
    assert (read.problems[0].cell, "harbour_link" in read.problems[0].text.get("en")) == ("B4", True)


def test_a_broken_workbook_becomes_a_draft_with_the_same_mistakes():
    read, cell = read_with_cell("a lot", "effects", "value", alternative="tram", criterion="travel_time")
    draft = draft_of(read.workbook, "en")
    found = check_draft(draft, "en", ID).problems
    assert [(problem.sheet, problem.cell) for problem in found] == [("effects", cell)]


def test_a_percentage_and_a_formula_in_a_workbook_stay_visible_in_the_draft():
    read, _ = read_with_cell(0.5, "effects", "value", "0%", alternative="tram", criterion="travel_time")
    assert "50%" in draft_of(read.workbook, "en").sheets["effects"].column("value")
    read, _ = read_with_cell("=1+1", "effects", "value", alternative="tram", criterion="travel_time")
    assert "=1+1" in draft_of(read.workbook, "en").sheets["effects"].column("value")


def test_the_remarks_in_a_workbook_do_not_become_a_column():
    for language in LANGUAGES:
        read = read_workbook(write_workbook(harbour(), language), "book.xlsx")
        draft = draft_of(read.workbook, language)
        direct = sheets_of(harbour(), language)
        assert {key: found.headings for key, found in draft.sheets.items()} == {
            key: found.headings for key, found in direct.sheets.items()
        }
        assert check_draft(draft, language, ID).case is not None


def test_a_strange_column_is_named_until_it_is_empty():
    draft = sheets_of(harbour(), "en")
    sheet = draft.sheets["themes"]
    wider = draft.with_sheet("themes", tuple((*row, "x") for row in sheet.rows), (*sheet.headings, "colour"))
    assert "colour" in check_draft(wider, "en", ID).problems[0].text.get("en")
    emptied = wider.with_sheet("themes", tuple((*row, "") for row in sheet.rows))
    assert check_draft(emptied, "en", ID).case is not None


def test_a_cell_that_looks_like_a_formula_is_written_as_text():
    draft = sheets_of(harbour(), "en").with_cell("title", "en", "=1+1")
    page = openpyxl.load_workbook(io.BytesIO(write_draft(draft, "en")))["case"]
    found = [cell for row in page.iter_rows() for cell in row if cell.value == "=1+1"]
    assert [cell.data_type for cell in found] == ["s"]


def test_an_empty_draft_has_every_sheet_and_the_keys_to_fill_in():
    draft = sheets_of(None, "nl")
    assert list(draft.sheets) == [sheet.key for sheet in SHEETS]
    assert {"id", "title", "question"} <= set(draft.sheets["case"].column("key"))
    read = check_draft(draft, "nl", "new")
    assert read.case is None
    assert read.problems
    assert read_workbook(write_draft(draft, "nl"), "empty.xlsx").problems


def test_rows_at_the_end_that_are_empty_are_left_out_and_too_many_are_refused():
    draft = empty_draft()
    assert draft.with_sheet("themes", (("a", "", "", "", ""), ("", "", " ", "", ""))).sheets["themes"].rows == (
        ("a", "", "", "", ""),
    )
    with pytest.raises(ValueError, match="at most"):
        draft.with_sheet("themes", (("a", "", "", "", ""),) * (MOST_ROWS + 1))
    with pytest.raises(ValueError, match="cells"):
        draft.with_sheet("themes", (("a",),))


def test_sheets_without_rows_that_may_stay_empty_are_not_in_the_workbook():
    names = [grid.name for grid in workbook_of(empty_draft(), "en").sheets]
    assert names == [sheet.name("en") for sheet in SHEETS if sheet.needed]
