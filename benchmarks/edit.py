"""One cell of a case with 10 alternatives and 100 criteria is changed in the editor: until the checks have answered."""

import time
from statistics import median

from benchmarks.figures import Figure
from benchmarks.import_case import big_case
from cases.workbook.draft import Draft
from cases.workbook.drafting import check_draft, problems_by_sheet, sheets_of
from files.remembered import Remembered
from ui.own.cell_edits import applied

LANGUAGE, EDITS = "nl", 35
CELLS = (
    ("effects", "value", "7"),
    ("effects", "value", "n.b."),
    ("effects", "value", "8"),
    ("effects", "note_en", "Counted again"),
    ("criteria", "label_nl", "Anders"),
    ("criteria", "range_best", ""),
    ("criteria", "range_best", "1000"),
)
"""What is typed in turn, each in the draft that the one before left; the second and the sixth break the case."""


def measure() -> dict[str, Figure]:
    """Median time from an edit to the answer of the checks, as the editor asks it."""
    case = big_case()
    draft, remembered = sheets_of(case, LANGUAGE), Remembered()
    check_draft(draft, LANGUAGE, case.id, remembered)  # the editor asks this once before anything can be typed
    times = []
    for edit in range(EDITS):
        sheet, heading, word = CELLS[edit % len(CELLS)]
        begin = time.perf_counter()
        draft = _typed(draft, sheet, heading, edit // len(CELLS), word)
        found = check_draft(draft, LANGUAGE, case.id, remembered)
        problems_by_sheet(found)
        times.append(1000 * (time.perf_counter() - begin))
        assert (found.case is None) == (word in ("n.b.", "")), found.problems
    return {"cell_10x100_ms": Figure(median(times), "ms", note=f"median of {EDITS} edits")}


def _typed(draft: Draft, sheet: str, heading: str, row: int, word: str) -> Draft:
    rows = draft.sheets[sheet]
    edits = {"edited_rows": {row % len(rows.rows): {heading: word}}}
    return draft.with_sheet(sheet, applied(rows.rows, rows.headings, edits), rows.headings)
