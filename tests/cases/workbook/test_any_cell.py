"""Whatever stands in the cells, reading ends in a case or in words; never in an error of the program."""

import copy
import io
import zipfile
from datetime import date
from functools import cache

from hypothesis import example, given
from hypothesis import strategies as st

from cases.workbook.cell_places import CellProblem
from cases.workbook.checked_upload import from_sheets
from cases.workbook.grid import Cell, Workbook
from cases.workbook.xlsx_reader import read_xlsx
from tests.budget import examples
from tests.cases.workbook.books import good

TEXT = st.characters(blacklist_categories=("Cs", "Cc"))
CELLS = st.one_of(
    st.builds(Cell, st.just("text"), st.text(TEXT, min_size=1, max_size=20)),
    st.builds(Cell, st.just("text"), st.sampled_from(
        ["tram", "co2", "living", "a > b > c", "fixed > 1", "criteria > co2 > range", "> >", "1", "fixed", "~", "[]",
         "{}", "[S1]", "[", "]", " > ".join("a" * 5000), "a" * 40_000, "\u2028", "goal", "bent", "classes", "0",
         "1.234", "\\"])),
    st.builds(Cell, st.sampled_from(["number", "percent", "currency", "scaled"]), st.floats()),
    st.builds(Cell, st.just("bool"), st.booleans()),
    st.builds(Cell, st.just("date"), st.dates(max_value=date(2100, 1, 1))),
    st.builds(Cell, st.sampled_from(["formula", "error"]), st.text(TEXT)),
)  # fmt: skip
EDITS = st.lists(st.tuples(st.integers(0, 23), st.integers(1, 8), st.integers(1, 12), CELLS), min_size=1, max_size=6)


@cache
def workbook() -> Workbook:
    data = good()
    found = read_xlsx(data, zipfile.ZipFile(io.BytesIO(data)), "case.xlsx")
    return Workbook(tuple(sheet for sheet in found.sheets if sheet.name not in ("read me", "choices")))


@examples(10, 1200)
@given(EDITS)
@example([(0, 4, 1, Cell("text", "x" * 2000))])
@example([(0, 9, 1, Cell("text", " > ".join("a" * 5000)))])
@example([(13, 3, 1, Cell("text", "x" * 2000))])
@example([(0, 4, 2, Cell("text", "\N{GRINNING FACE}" * 90))])
@example([(0, 4, 2, Cell("text", ".."))])
@example([(2, 3, 1, Cell("text", "/"))])
def test_any_cell_ends_in_a_case_or_in_words_with_a_place(edits):
    sheets = list(workbook().sheets)
    for number in {sheet % len(sheets) for sheet, *_ in edits}:
        sheets[number] = copy.deepcopy(sheets[number])
    for sheet, row, column, cell in edits:
        sheets[sheet % len(sheets)].put(row, column, cell)
    found = from_sheets(Workbook(tuple(sheets)))
    assert (found.case is None) == bool(found.problems)
    names = {sheet.name for sheet in sheets}
    for problem in found.problems:
        assert isinstance(problem, CellProblem)
        assert problem.sheet in names
        for language in ("nl", "en"):
            assert problem.sentence(language)
