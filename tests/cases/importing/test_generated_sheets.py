"""Sheets made at random in the ways of planners come back exactly, and nothing in a sheet makes reading fail."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.importing.contents import Contents, contents_of
from cases.importing.drafting_files import draft_files
from cases.importing.given_file import GivenFile, read_given_file, read_pasted
from cases.importing.proposal import propose
from cases.importing.table_blocks import blocks_in
from cases.importing.table_layout import layout_of
from cases.reading.loader import case_from_files
from cases.workbook.grid import RefusedError
from tests.budget import examples
from tests.cases.importing.made import Known, known_of, sheet_of
from tests.cases.importing.messy import as_csv, as_paste, as_xlsx

DAY = date(2026, 11, 30)


def contents_in(file: GivenFile) -> Contents:
    sheet = file.sheets[0]
    return contents_of(layout_of(sheet, blocks_in(sheet)[0]))


def differences(known: Known, found: Contents) -> list[str]:
    """What did not come back, in words."""
    wrong = []
    if found.alternatives != known.alternatives:
        wrong.append(f"alternatives {found.alternatives}")
    labels = [criterion.label for criterion in found.criteria]
    if labels != [label for label, *_ in known.criteria]:
        wrong.append(f"criteria {labels}")
    for (label, theme, unit, cells), criterion in zip(known.criteria, found.criteria, strict=False):
        if (criterion.theme, criterion.unit) != (theme, unit) and (theme or unit):
            wrong.append(f"{label}: {criterion.theme!r}, {criterion.unit!r}")
        for cell, value in zip(cells, criterion.values, strict=False):
            if cell.sign is not None:
                same = value.word == f"{cell.sign:g}"
            elif isinstance(cell.typed, str) and cell.typed.endswith("mln"):
                same = value.number == pytest.approx(float(cell.typed[:3].replace(",", ".")) * 1e6)
            else:
                numbers = (value.number, value.low, value.high)
                same = all((one is None) == (other is None) and (one is None or one == pytest.approx(other))
                           for one, other in zip((cell.number, cell.low, cell.high), numbers, strict=True))  # fmt: skip
            if not same:
                wrong.append(f"{label}: {cell} is {value}")
    return wrong


@examples(60, 3000)
@given(st.integers(0, 2**32))
def test_a_generated_sheet_comes_back_exactly_and_makes_a_draft(seed):
    dice = Random(seed)
    known = known_of(dice)
    rows, merged = sheet_of(known, dice)
    way = dice.choice(["xlsx", "xlsx", "csv", "paste"])
    if way == "xlsx":
        file = read_given_file(as_xlsx(rows, merged, percent=False), "a.xlsx")
    else:
        file = read_given_file(as_csv(rows), "a.csv") if way == "csv" else read_pasted(as_paste(rows))
    found = contents_in(file)
    shown = "\n".join(" | ".join(map(str, row)) for row in rows)
    assert not differences(known, found), f"{way}\n{shown}"
    case = case_from_files(draft_files(propose(found), "Een plek", DAY, "nl", "a.xlsx"))
    assert len(case.alternatives) == len(known.alternatives)
    # unknown stays unknown
    for (alternative, criterion), effect in case.performances.items():
        place = [item.id for item in case.alternatives].index(alternative)
        row = [item.id for item in case.criteria].index(criterion)
        cell = known.criteria[row][3][place] if len(case.criteria) == len(known.criteria) else None
        assert cell is None or (effect.value is None) == (
            cell.number is cell.sign is None and "mln" not in str(cell.typed)
        )


WORDS = (
    *("Criterium", "Gewicht", "Variant A", "++", "0", "-", "ca. 3", "10-14", "laag", "hoog", "Totaal", "", "=1+1", "("),
    *("\N{EURO SIGN} 1", "1e999", "\N{SUPERSCRIPT TWO}", "PM", "1.234", "Eenheid", "ja", "zeer goed", "12 (8-9)"),
)
CELL = st.one_of(st.text(max_size=12), st.integers(-5, 5).map(str), st.sampled_from(WORDS))


@examples(60, 3000)
@given(st.lists(st.lists(CELL, max_size=7), max_size=9))
def test_nothing_in_a_sheet_makes_reading_fail(rows):
    try:
        file = read_pasted(as_paste(rows))
    except RefusedError:
        return
    for block in blocks_in(file.sheets[0]):
        for across in (None, True, False):
            proposal = propose(contents_of(layout_of(file.sheets[0], block, across)))
            if len(proposal.alternatives) > 1 and any(criterion.take for criterion in proposal.criteria):
                case_from_files(draft_files(proposal, "Een plek", DAY, "nl", "a.csv", with_profile=True))
