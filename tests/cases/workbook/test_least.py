"""How little a planner has to type: measured, and what follows from the rest is not asked."""

import io

import openpyxl

from cases.workbook.checked_upload import read_workbook
from cases.workbook.sheets import BY_KEY
from cases.workbook.workbook_writing import write_workbook
from tests.cases.workbook.books import sentences
from tests.cases.workbook.least import least_workbook


def test_a_case_of_84_effects_is_whole_with_what_cannot_be_worked_out():
    data, cells, words = least_workbook()
    found = read_workbook(data, "wijk.xlsx")
    assert found.case is not None, sentences(found, "nl")[:9]
    assert len(found.case.performances) == 84
    # 12 keys; 6 x 4, 4 x 3 and 14 x 15 cells; 84 x 5; 3 of a source, 6 of a profile, 4 x 2 points
    assert cells == 12 + 24 + 12 + 210 + 420 + 3 + 6 + 8
    assert words < 1000
    criterion = found.case.criteria[0]
    assert (criterion.short.nl, criterion.unit_label.nl, criterion.better) == ("Criterium 0", "ha", "higher")
    assert (criterion.decimals, criterion.in_sum, found.case.alternatives[5].code) == (0, True, "F")
    assert found.case.performances["a0", "c0"].unit == "ha"
    back = read_workbook(write_workbook(found.case, "en"), "wijk.xlsx")
    assert back.case is not None
    assert back.case.version == found.case.version


def test_what_stands_there_is_never_replaced_and_a_unit_of_its_own_is_still_checked():
    book = openpyxl.load_workbook(io.BytesIO(least_workbook()[0]))
    page = book[BY_KEY["effects"].name("nl")]
    (column,) = [cell.column for cell in page[1] if cell.value == "eenheid"]
    page.cell(3, column).value = "km"
    written = io.BytesIO()
    book.save(written)
    (problem,) = read_workbook(written.getvalue(), "a.xlsx").problems
    assert "eenheid 'km', maar criterium 'c0' is in 'ha'" in problem.text.get("nl")
