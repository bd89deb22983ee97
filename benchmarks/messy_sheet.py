"""A messy sheet of 100 criteria and 10 alternatives: from its bytes to what is proposed, and to a draft case."""

import io
import time
from collections.abc import Callable
from datetime import date
from statistics import median
from typing import Any

import openpyxl

from benchmarks.figures import Figure, Reference
from cases.importing.contents import contents_of
from cases.importing.drafting_files import draft_files
from cases.importing.given_file import read_given_file
from cases.importing.proposal import ImportProposal, propose
from cases.importing.table_blocks import blocks_in
from cases.importing.table_layout import layout_of
from cases.reading.loader import case_from_files

GOAL_SECONDS = 2.0
RUNS = 5
CELLS = (12, 3.5, "ca. 2,6", "10-14", "1.200", "n.v.t.", "?", "45%", "1,2 mln", "3k", 0, "12*", "\N{PLUS-MINUS SIGN} 7")


def measure() -> dict[str, Figure]:
    """Median seconds, beside what it takes to only open the same file with the library that reads it."""
    data = messy_sheet()
    opened = _median(
        lambda: [[cell.value for cell in row] for row in openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows()]
    )
    proposed = _median(lambda: _proposed(data))
    made = _median(lambda: case_from_files(draft_files(_proposed(data), "Groot", date(2026, 1, 1), "nl", "groot.xlsx")))
    only = Reference("opening it with openpyxl", opened)
    note = f"median of {RUNS}, without the door"
    return {
        "proposed_10x100_s": Figure(proposed, "s", GOAL_SECONDS, only, note),
        "draft_10x100_s": Figure(made, "s", GOAL_SECONDS, only, note),
    }


def messy_sheet() -> bytes:
    """The bytes of the workbook: a title, merged headings, themes in a column, all kinds of cells, a total, a note."""
    book = openpyxl.Workbook()
    page: Any = book.active
    page.append(["Vergelijking van tien plannen, concept"])
    page.append([])
    page.append(["", "", "", "Alternatieven"])
    page.merge_cells(start_row=3, end_row=3, start_column=4, end_column=13)
    page.append(["Thema", "Criterium", "Eenheid", *(f"Variant {letter}" for letter in "ABCDEFGHIJ"), "Gewicht"])
    for number in range(100):
        cells = [CELLS[(number * 7 + place * 3) % len(CELLS)] for place in range(10)]
        page.append(
            [f"Thema {number // 10}" if number % 10 == 0 else "", f"Punt {number + 1}", "ha", *cells, number % 9]
        )
    page.append(["", "Totaal", "", *range(10)])
    page.append([])
    page.append(["* schatting"])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _proposed(data: bytes) -> ImportProposal:
    sheet = read_given_file(data, "groot.xlsx").sheets[0]
    found = propose(contents_of(layout_of(sheet, blocks_in(sheet)[0])))
    assert (len(found.criteria), len(found.alternatives)) == (100, 10)
    return found


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return median(times)
