"""Four eyes, comments, and who changed which cell: what the store keeps of them."""

import pytest

from cases.store import StoreError, WordsError
from cases.store.cell_changes import LONGEST, MOST, cell_changes
from cases.store.cell_comments import CellComments
from cases.store.four_eyes import has_four_eyes, set_four_eyes
from cases.store.role_links import RoleLinks
from cases.store.store_errors import FourEyesError, NoSuchCommentError
from cases.store.store_records import CellChange

from .conftest import CASE, FILES, other

WHY = "eerste versie"
CHANGE = CellChange("effects", "tram / jobs", "value", "3", "4")


def link(store, key, role, label):
    return RoleLinks(store.store).make(CASE, key, role, label)


def test_with_four_eyes_only_another_role_makes_a_version_public(store, key, clock):
    editor, approver = link(store, key, "edit", "ecoloog"), link(store, key, "approve", "teamleider")
    same = link(store, key, "approve", "Ecoloog")
    store.save_version(CASE, editor, FILES, "", WHY)
    store.publish(CASE, key, 1)
    store.publish(CASE, key, None)
    set_four_eyes(store.store, CASE, key, True)
    set_four_eyes(store.store, CASE, key, True)
    assert has_four_eyes(store.store, CASE)
    for wrong, why in ((key, "four eyes"), (same, "worked on the version")):
        with pytest.raises(FourEyesError, match=why):
            store.publish(CASE, wrong, 1)
    assert store.about(CASE).published is None
    store.publish(CASE, approver, 1)
    assert store.about(CASE).published == 1
    store.publish(CASE, key, None)  # taking off is careful enough
    set_four_eyes(store.store, CASE, key, False)
    store.publish(CASE, same, 1)
    assert [entry.what for entry in store.log(CASE)][-6:] == [
        "take_off", "four_eyes_on", "publish", "take_off", "four_eyes_off", "publish",
    ]  # fmt: skip


def test_who_changed_a_cell_since_the_version_before_does_not_approve(store, key, clock):
    editor = link(store, key, "edit", "ecoloog")
    approver = {name: link(store, key, "approve", name) for name in ("ecoloog", "planoloog", "teamleider")}
    set_four_eyes(store.store, CASE, key, True)
    store.save_version(CASE, key, FILES, "wethouder", WHY)
    store.publish(CASE, approver["ecoloog"], 1)
    clock.later(minutes=1)
    store.save_draft(CASE, editor, b"{}", 1, [CHANGE])
    clock.later(minutes=1)
    store.save_version(CASE, key, other(FILES), "planoloog", WHY)
    for name in ("ecoloog", "planoloog"):
        with pytest.raises(FourEyesError):
            store.publish(CASE, approver[name], 2)
    store.publish(CASE, approver["teamleider"], 2)


def test_every_changed_cell_is_kept_with_who_and_when_and_only_with_the_save(store, key, clock):
    editor = link(store, key, "edit", "ecoloog")
    clock.later(minutes=5)
    store.save_draft(CASE, editor, b"{1}", 1, [CHANGE])
    with pytest.raises(StoreError):
        store.save_draft(CASE, key, b"{2}", 1, [CHANGE])
    store.save_draft(CASE, key, b"{2}", 2, [CellChange("themes", "x", "label", None, "y" * 1000)])
    newest, first = cell_changes(store.store, CASE)
    assert (first.who, first.when, first.change) == ("ecoloog", clock(), CHANGE)
    assert (newest.who, newest.change.after) == ("", "y" * LONGEST)


def test_a_large_save_is_one_line_for_each_sheet(store, key):
    many = [CellChange(sheet, str(number), "value", "1", "2") for number in range(MOST) for sheet in ("a", "b")]
    store.save_draft(CASE, key, b"{1}", 1, many)
    assert {(kept.change.sheet, kept.change.count) for kept in cell_changes(store.store, CASE)} == {
        ("a", MOST), ("b", MOST)
    }  # fmt: skip


def test_a_comment_is_open_answered_and_closed(store, key):
    comments = CellComments(store.store)
    colleague = link(store, key, "comment", "ecoloog")
    comments.comment(CASE, colleague, "effects", "tram / jobs", "value", "  Klopt\u202e dit?  ")
    (one,) = comments.comments(CASE, colleague)
    assert (one.number, one.sheet, one.row, one.heading) == (1, "effects", "tram / jobs", "value")
    assert (one.words, one.who, one.state) == ("Klopt dit?", "ecoloog", "open")
    comments.answer_comment(CASE, key, 1, "Ja, zie de bron.")
    (one,) = comments.comments(CASE, key)
    assert (one.state, one.answer, one.answered_by) == ("answered", "Ja, zie de bron.", "")
    comments.close_comment(CASE, key, 1)
    assert comments.comments(CASE, key)[0].state == "closed"
    for refused, error in (
        (lambda: comments.comment(CASE, key, "effects", "", "", " "), WordsError),
        (lambda: comments.answer_comment(CASE, key, 2, "Ja, echt."), NoSuchCommentError),
        (lambda: comments.close_comment(CASE, key, 2), NoSuchCommentError),
    ):
        with pytest.raises(error):
            refused()


def test_all_of_it_goes_with_the_case(store, key, clock):
    CellComments(store.store).comment(CASE, key, "effects", "tram", "value", "Weg hiermee.")
    store.save_draft(CASE, key, b"{1}", 1, [CHANGE])
    set_four_eyes(store.store, CASE, key, True)
    store.delete(CASE, key)
    clock.later(days=40)
    store.purge()
    again = store.new(CASE, b"{}")
    assert CellComments(store.store).comments(CASE, again) == ()
    assert cell_changes(store.store, CASE) == ()
    assert not has_four_eyes(store.store, CASE)
