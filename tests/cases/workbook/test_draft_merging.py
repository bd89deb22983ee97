"""Two drafts from one: what does not clash is joined, what clashes is named and stays as the other saved it."""

from cases.workbook.draft import Draft, empty_draft
from cases.workbook.draft_merging import DraftClash, merged, with_mine

BASE = (("a", "A"), ("b", "B"), ("c", "C"), ("d", "D"))


def themes(*rows: tuple[str, str]) -> Draft:
    draft = empty_draft()
    width = len(draft.sheets["themes"].headings)
    return draft.with_sheet("themes", tuple((*row, *[""] * (width - 2)) for row in rows))


def rows(draft: Draft) -> list[tuple[str, ...]]:
    return [row[:2] for row in draft.sheets["themes"].rows]


def test_cells_rows_and_files_of_both_come_together():
    base = themes(*BASE)
    mine = themes(("a", "mine"), ("b", "B"), ("d", "D"), ("m", "M")).with_file("x", b"mine")
    theirs = themes(("a", "A"), ("t", "T"), ("b", "theirs"), ("c", "C"), ("d2", "D")).with_file("y", b"theirs")
    found = merged(base, mine, theirs)
    assert not found.clashes
    assert rows(found.draft) == [("a", "mine"), ("t", "T"), ("b", "theirs"), ("d2", "D"), ("m", "M")]
    assert dict(found.draft.files) == {"x": b"mine", "y": b"theirs"}
    assert merged(base, base, theirs) == (theirs, ())
    assert merged(base, mine, base) == (mine, ())
    assert merged(base, theirs, theirs) == (theirs, ())


def test_what_clashes_stays_as_theirs_until_mine_is_chosen():
    base = themes(*BASE).with_file("x", b"base")
    mine = themes(("a", "mine"), ("c", "mine too"), ("d", "D")).with_file("x", b"mine")
    theirs = themes(("a", "theirs"), ("b", "theirs too"), ("d", "D")).with_file("x", b"theirs")
    found = merged(base, mine, theirs)
    assert found.draft == theirs
    row = mine.sheets["themes"].rows[1]
    assert set(found.clashes) == {
        DraftClash("themes", 0, theirs.sheets["themes"].headings[1], "mine", "theirs"),
        DraftClash("themes", 1, None, None, theirs.sheets["themes"].rows[1]),
        DraftClash("themes", None, None, row, None),
        DraftClash("x", None, None, b"mine", b"theirs"),
    }
    chosen = with_mine(found.draft, found.clashes)
    assert rows(chosen) == [("a", "mine"), ("d", "D"), ("c", "mine too")]
    assert dict(chosen.files) == {"x": b"mine"}
    assert with_mine(found.draft, found.clashes[:0]) == theirs


def test_a_column_that_one_of_both_added_stays():
    base, headings = themes(*BASE), empty_draft().sheets["themes"].headings
    wider = tuple((*row, "9") for row in base.sheets["themes"].rows)
    mine = base.with_sheet("themes", wider, (*headings, "new"))
    theirs = themes(("a", "theirs"), *BASE[1:])
    found = merged(base, mine, theirs)
    assert not found.clashes
    assert found.draft.sheets["themes"].column("new") == ("9",) * 4
    assert rows(found.draft)[0] == ("a", "theirs")
