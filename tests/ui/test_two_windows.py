"""Two windows on one own case: whatever they do in whatever order, no confirmed save of the other is lost."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.store import NotAllowedError, own_cases, own_links
from cases.workbook.draft import Draft, draft_bytes, draft_from, empty_draft
from tests.budget import examples
from ui.own.kept_draft import KeptDraft
from ui.own.undo_steps import Steps

SHEET = "themes"
WIDTH = len(empty_draft().sheets[SHEET].headings)
ACTIONS = st.tuples(
    st.sampled_from(("a", "b", "a", "b", "c")),
    st.sampled_from(("cell", "cell", "cell", "add", "remove", "undo", "redo", "look", "mine")),
    st.integers(0, 5),
    st.integers(0, 2),
)


def begin() -> Draft:
    return empty_draft().with_sheet(
        SHEET, tuple(tuple(f"start{row}.{place}" for place in range(WIDTH)) for row in range(4))
    )


def window(key: str) -> KeptDraft:
    found = own_cases().draft("shared", key)
    draft = draft_from(found.data)
    return KeptDraft("shared", key, Steps(draft), draft, found.serial, found.saved, own_cases().access("shared", key))


def cells(draft: Draft) -> set[str]:
    return {cell for row in draft.sheets[SHEET].rows for cell in row if cell}


def stored(key: str) -> Draft:
    return draft_from(own_cases().draft("shared", key).data)


def act(here: KeptDraft, action: str, row: int, place: int, name: str) -> set[str]:
    """One action of a window; gives the texts that it wrote."""
    rows = [list(found) for found in here.draft.sheets[SHEET].rows]
    written: set[str] = set()
    if action == "undo":
        here.undo()
    elif action == "redo":
        here.redo()
    elif action == "look":
        here.take_in()
    elif action == "mine" and here.clashes:
        written = {
            text
            for clash in here.clashes
            for text in ([clash.mine] if isinstance(clash.mine, str) else clash.mine or [])
        }
        here.choose(range(len(here.clashes)))
    else:
        if action == "cell" and rows:
            rows[row % len(rows)][place] = name
            written = {name}
        elif action == "add":
            rows.append([f"{name}.{place}" for place in range(WIDTH)])
            written = set(rows[-1])
        elif action == "remove" and rows:
            del rows[row % len(rows)]
        here.steps.do(here.draft.with_sheet(SHEET, tuple(map(tuple, rows))))
        here.save()
    return written


def reads_along(here: KeptDraft, there: Draft, name: str) -> None:
    """A window that may not write: whatever it tries, the store stays as it is and the window follows it."""
    rows = [list(found) for found in here.draft.sheets[SHEET].rows] or [[""] * WIDTH]
    rows[0][0] = name
    here.steps.do(here.draft.with_sheet(SHEET, tuple(map(tuple, rows))))
    here.save()
    assert here.trouble == NotAllowedError().text
    assert stored(here.key) == there
    here.steps = Steps(here.base)
    here.take_in()
    assert here.draft == there


@pytest.mark.usefixtures("own_store")
def test_no_confirmed_save_of_the_other_is_lost_in_any_order():
    numbers, key = count(), own_cases().new("shared", draft_bytes(begin()))
    editor, reader = (own_links().make("shared", key, role, f"wie {role}") for role in ("edit", "comment"))

    @examples(10, 2000)
    @given(st.lists(ACTIONS, min_size=10, max_size=40))
    def tried(actions):
        own_cases().save_draft("shared", key, draft_bytes(begin()), own_cases().draft("shared", key).serial)
        windows = {"a": window(key), "b": window(editor), "c": window(reader)}
        own: dict[str, set[str]] = {"a": set(), "b": set()}
        for who, action, row, place in actions:
            here = windows[who]
            if who == "c":
                reads_along(here, stored(key), f"c{next(numbers)}")
                continue
            before, seen, choosing = cells(stored(key)), cells(here.base), bool(here.clashes) and action == "mine"
            own[who] |= act(here, action, row, place, f"{who}{next(numbers)}")
            after = stored(key)
            assert here.trouble is None
            assert here.draft == after == here.base
            lost = before - cells(after)
            if not choosing:
                assert not lost - seen, f"{action} of {who} lost what it never saw"
            if action in ("undo", "look"):
                assert lost <= own[who], f"{action} of {who} lost what the other wrote"

    tried()


def test_an_undo_takes_back_ones_own_last_change_and_offers_what_clashes(own_store):
    key = own_store.new("shared", draft_bytes(begin()))
    mine, other = window(key), window(key)
    act(mine, "cell", 0, 1, "mine")
    act(other, "cell", 1, 1, "other")  # joined without a word being lost
    assert other.joined
    assert {"mine", "other"} <= cells(stored(key))
    mine.undo()
    assert {"other", "start0.1"} <= cells(stored(key))
    assert "mine" not in cells(stored(key))
    act(mine, "cell", 0, 1, "mine again")
    act(other, "cell", 0, 1, "theirs")
    assert [(clash.mine, clash.theirs) for clash in other.clashes] == [("theirs", "mine again")]
    other.choose([0])
    mine.undo()
    assert [(clash.mine, clash.theirs) for clash in mine.clashes] == [("start0.1", "theirs")]
    assert "theirs" in cells(stored(key))
    mine.choose([])
    assert "theirs" in cells(stored(key))
