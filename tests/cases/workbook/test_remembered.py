"""A check that remembers the drafts before gives the answer of a first check; sheets give the case of their files."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from cases.reading.loader import case_from_files, load_case
from cases.workbook.assembling import assembled
from cases.workbook.case_parts import case_files
from cases.workbook.cell_reading import criteria_in, read_sheet
from cases.workbook.checked_upload import CheckedUpload
from cases.workbook.draft import Draft
from cases.workbook.drafting import check_draft, sheets_of, workbook_of
from cases.workbook.layout import arranged
from cases.workbook.sheets import SHEETS
from files.remembered import Remembered
from tests.budget import examples
from tests.cases.harbour import GOOD
from tests.cases.workbook.books import content

WORDS = (
    *("", "tram", "co2", "living", "a > b", "fixed > 1", "criteria > co2 > range", "[]", "[S1]", "~", "1.234", "1,5"),
    *("12", "100", "10-20", "n.b.", "ja", "goal", "classes", "S9", "x" * 2000, "twee\nregels", "\x07"),
)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["cell", "cell", "cell", "row away", "row twice", "undo", "undo"]),
        st.sampled_from([sheet.key for sheet in SHEETS]),
        st.integers(0, 30),
        st.integers(0, 50),
        st.sampled_from(WORDS),
    ),
    min_size=2,
    max_size=6,
)


@cache
def harbour() -> Draft:
    return sheets_of(load_case(GOOD), "nl")


def edited(draft: Draft, kind: str, sheet: str, row: int, column: int, word: str) -> Draft:
    found = draft.sheets[sheet]
    rows = list(found.rows)
    if not rows:
        return draft.with_sheet(sheet, ((word,) * len(found.headings),))
    row, column = row % len(rows), column % len(found.headings)
    if kind == "row away":
        del rows[row]
    elif kind == "row twice":
        rows.insert(row, rows[row])
    else:
        rows[row] = (*rows[row][:column], word, *rows[row][column + 1 :])
    return draft.with_sheet(sheet, tuple(rows), found.headings)


def answer(found: CheckedUpload) -> tuple:
    return (
        found.problems,
        found.notes,
        dict(found.files),
        None if found.case is None else (content(found.case), found.case.version, lines(found.case)),
    )


def lines(case) -> list[int]:
    return [cell.line for cell in case.performances.values()]


@examples(8, 1200)
@given(EDITS)
def test_an_edit_gets_the_answer_of_a_check_from_scratch(edits):
    remembered, states = Remembered(), [harbour()]
    check_draft(states[-1], "nl", "harbour_link", remembered)
    for kind, *what in edits:
        if kind != "undo":
            states.append(edited(states[-1], kind, *what))
        elif len(states) > 1:
            states.pop()
        again = check_draft(states[-1], "nl", "harbour_link", remembered)
        assert answer(again) == answer(check_draft(states[-1], "nl", "harbour_link"))


def test_another_language_names_the_sheets_anew():
    remembered = Remembered()
    broken = edited(harbour(), "cell", "effects", 0, 2, "n.b.")
    found = [check_draft(broken, language, "harbour_link", remembered) for language in ("nl", "en")]
    assert [read.problems[0].sheet for read in found] == ["effecten", "effects"]


@examples(8, 800)
@given(EDITS)
def test_a_case_from_sheets_is_the_case_in_its_files(edits):
    draft = harbour()
    for kind, *what in edits:
        changed = edited(draft, kind, *what)
        found = check_draft(changed, "nl", "harbour_link")
        draft = changed if found.case is not None else draft  # what breaks the case is left out
    found = check_draft(draft, "nl", "harbour_link")
    again = case_from_files(found.files)
    assert (content(found.case), found.case.version, lines(found.case)) == (content(again), again.version, lines(again))


@examples(10, 1200)
@given(EDITS)
def test_no_file_is_larger_than_was_counted_without_writing_it(edits):
    draft = harbour()
    for kind, *what in edits:
        draft = edited(draft, kind, *what)
    sheets = arranged(workbook_of(draft, "nl"), [], [], Remembered())
    criteria = criteria_in(sheets)
    read = {key: read_sheet(found, criteria, Remembered()) for key, found in sheets.items()}
    problems = [problem for sheet in read.values() for problem in sheet.problems]
    for file, data in case_files(assembled(read, problems), {}).items():
        assert len(data) <= sum(sheet.most_bytes for sheet in read.values() if sheet.found.sheet.file == file), file
