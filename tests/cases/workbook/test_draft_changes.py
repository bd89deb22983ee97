"""Which cells differ between two drafts, and finding a row again by its name."""

from hypothesis import given
from hypothesis import strategies as st

from cases.store.store_records import CellChange
from cases.workbook.draft import Rows, empty_draft
from cases.workbook.draft_changes import cell_changes_between, row_name, row_named
from tests.budget import examples

WIDTH = len(empty_draft().sheets["themes"].headings)
HEADINGS = empty_draft().sheets["themes"].headings


def themes(*names: str, **more: str):
    rows = [[name, *[""] * (WIDTH - 1)] for name in names]
    for place, cell in more.items():
        row, column = place.removeprefix("c").split("_")
        rows[int(row)][int(column)] = cell
    return empty_draft().with_sheet("themes", tuple(map(tuple, rows)))


def test_cells_rows_and_files_are_named():
    before, after = themes("a", "b", "c", c1_1="old"), themes("a", "b", "d", "c", c1_1="new")
    assert cell_changes_between(before, after) == (
        CellChange("themes", "b", HEADINGS[1], "old", "new"),
        CellChange("themes", "d", None, None, "d", 1),
    )
    assert cell_changes_between(after, after) == ()
    gone = cell_changes_between(themes("a", "b"), themes("a"))
    assert gone == (CellChange("themes", "b", None, "b", None, 1),)
    picture = before.with_file("pictures/a.png", b"x")
    assert cell_changes_between(before, picture) == (CellChange("pictures/a.png", "", None, None, ""),)
    assert cell_changes_between(picture, before) == (CellChange("pictures/a.png", "", None, "", None),)


@examples(30, 2000)
@given(st.lists(st.tuples(st.sampled_from("ab "), st.sampled_from("xyz")), unique=True, max_size=8))
def test_a_row_is_found_again_by_its_name(pairs):
    rows = Rows(("one", "two"), tuple((one.strip(), two) for one, two in pairs))
    for place in range(len(rows.rows)):
        name = row_name(rows, place)
        assert row_name(rows, row_named(rows, name)) == name
