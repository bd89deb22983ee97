"""One cell of a case with 10 alternatives and 100 criteria is changed in the editor: until the checks have answered."""

import time
from itertools import cycle
from statistics import median

from benchmarks.figures import Figure
from benchmarks.import_case import big_case
from cases.workbook.draft import Draft
from cases.workbook.drafting import check_draft, problems_by_sheet, sheets_of
from files.remembered import Remembered
from ui.own.cell_edits import applied

LANGUAGE, EDITS = "nl", 30
CELLS = (
    ("effects", "value", "7"),
    ("effects", "value", "n.b."),
    ("criteria", "label_nl", "Anders"),
    ("effects", "note_en", "Counted again"),
    ("criteria", "range_best", ""),
    ("alternatives", "about_nl", "Nieuw"),
)
"""What is typed in turn; two of the six break the case, and the edit after it mends that again."""


def measure() -> dict[str, Figure]:
    case = big_case()
    sound, remembered = sheets_of(case, LANGUAGE), Remembered()
    check_draft(sound, LANGUAGE, case.id, remembered)  # the editor asks this once before anything can be typed
    times = []
    for row, (sheet, heading, word) in zip(range(EDITS), cycle(CELLS), strict=False):
        begin = time.perf_counter()
        found = check_draft(_typed(sound, sheet, heading, row, word), LANGUAGE, case.id, remembered)
        problems_by_sheet(found)
        times.append(1000 * (time.perf_counter() - begin))
        assert (found.case is None) == (word in ("n.b.", "")), found.problems
    return {"cell_10x100_ms": Figure(median(times), "ms", note=f"median of {EDITS} edits")}


def _typed(draft: Draft, sheet: str, heading: str, row: int, word: str) -> Draft:
    rows = draft.sheets[sheet]
    edits = {"edited_rows": {row % len(rows.rows): {heading: word}}}
    return draft.with_sheet(sheet, applied(rows.rows, rows.headings, edits), rows.headings)
