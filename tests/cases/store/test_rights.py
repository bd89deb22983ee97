"""Who may do what: every method of the store that asks for a key, with every role and with keys that fit nothing."""

import inspect
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, get_args

import pytest

import cases.store
from cases.store import (
    FullLinksError,
    NoSuchCaseError,
    NoSuchLinkError,
    NotAllowedError,
    RevokedLinkError,
    StoreError,
    WordsError,
    WrongKeyError,
    four_eyes,
)
from cases.store.cell_comments import CellComments
from cases.store.changing import Store
from cases.store.own_case_store import OwnCases
from cases.store.resident_proposals import Proposals
from cases.store.rights import ALLOWED, LINK_ROLES, ROLES, Action
from cases.store.role_links import MOST_LINKS, RoleLinks

from .conftest import CASE, FILES

REASON = "tien tekens en meer"
READERS, WRITERS, MANAGER = {"read", "comment", "edit", "approve", "manage"}, {"edit", "manage"}, {"manage"}
SPEAKERS = READERS - {"read"}
OPENED: list[OwnCases] = []
"""The stores of a test; the last one is in use."""
TABLE: dict[tuple[Any, str], tuple[set[str], Callable[[Any, str, str], Any]]] = {
    (OwnCases, "access"): (READERS, lambda store, case, key: store.access(case, key)),
    (OwnCases, "draft"): (READERS, lambda store, case, key: store.draft(case, key)),
    (OwnCases, "save_draft"): (
        WRITERS, lambda store, case, key: store.save_draft(case, key, b"{}", 1)),
    (OwnCases, "save_version"): (
        WRITERS, lambda store, case, key: store.save_version(case, key, FILES, "planner", REASON)),
    (OwnCases, "publish"): ({"approve", "manage"}, lambda store, case, key: store.publish(case, key, None)),
    (OwnCases, "freeze"): (MANAGER, lambda store, case, key: store.freeze(case, key, REASON)),
    (OwnCases, "unfreeze"): (MANAGER, lambda store, case, key: store.unfreeze(case, key, REASON)),
    (OwnCases, "delete"): (MANAGER, lambda store, case, key: store.delete(case, key)),
    (OwnCases, "restore"): (MANAGER, lambda store, case, key: store.restore(case, key)),
    (OwnCases, "renew_key"): (MANAGER, lambda store, case, key: store.renew_key(case, key)),
    (RoleLinks, "links"): (MANAGER, lambda links, case, key: links.links(case, key)),
    (RoleLinks, "make"): (MANAGER, lambda links, case, key: links.make(case, key, "read", "lezer")),
    (RoleLinks, "revoke"): (MANAGER, lambda links, case, key: links.revoke(case, key, 1)),
    (RoleLinks, "bind"): (set(LINK_ROLES), lambda links, case, key: links.bind(case, key, "personal")),
    (OwnCases, "note_report"): (
        {"edit", "approve", "manage"}, lambda store, case, key: store.note_report(case, key, 1)),
    (four_eyes, "set_four_eyes"): (
        MANAGER, lambda module, case, key: module.set_four_eyes(OPENED[-1].store, case, key, True)),
    (CellComments, "comments"): (READERS, lambda comments, case, key: comments.comments(case, key)),
    (CellComments, "comment"): (
        SPEAKERS, lambda comments, case, key: comments.comment(case, key, "effects", "tram", "value", "Waarom?")),
    (CellComments, "answer_comment"): (
        SPEAKERS, lambda comments, case, key: comments.answer_comment(case, key, 1, "Daarom.")),
    (CellComments, "close_comment"): (WRITERS, lambda comments, case, key: comments.close_comment(case, key, 1)),
    (Proposals, "open_call"): (MANAGER, lambda proposals, case, key: proposals.open_call(case, key)),
    (Proposals, "close_call"): (MANAGER, lambda proposals, case, key: proposals.close_call(case, key)),
    (Proposals, "answer"): (
        WRITERS, lambda proposals, case, key: proposals.answer(case, key, 1, "declined", REASON)),
    (Proposals, "erase"): (MANAGER, lambda proposals, case, key: proposals.erase(case, key, 1, REASON)),
}  # fmt: skip
"""Every method with a key: the roles that may, and a call that is in order."""


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Callable[[], tuple[OwnCases, dict[str, str]]]]:
    """A case with a link of every role and one proposal, made anew at every call."""
    made = OPENED

    def new() -> tuple[OwnCases, dict[str, str]]:
        store = OwnCases(f"sqlite:///{tmp_path}/{len(made)}.db")
        made.append(store)
        keys = {"manage": store.new(CASE, b"{}")}
        keys |= {role: RoleLinks(store.store).make(CASE, keys["manage"], role, f"wie {role}") for role in LINK_ROLES}
        proposals = Proposals(store.store)
        proposals.propose(proposals.open_call(CASE, keys["manage"]), "criterion", "Stilte", "Ik slaap slecht.", "nl")
        CellComments(store.store).comment(CASE, keys["comment"], "effects", "tram", "value", "Klopt dit?")
        return store, keys

    yield new
    for store in made:
        store.store.engine.dispose()
    made.clear()


def of(kind: Any, store: OwnCases) -> Any:
    """What the calls of a row are made on."""
    return store if kind is OwnCases else kind(store.store) if inspect.isclass(kind) else kind


def test_every_method_that_asks_for_a_key_has_a_row():
    modules = [import_module(f"cases.store.{found.name}") for found in iter_modules(cases.store.__path__)]
    holders = [*modules, *(kind for module in modules for _, kind in inspect.getmembers(module, inspect.isclass))]
    found = {
        method
        for holder in holders
        for name, method in inspect.getmembers(holder, inspect.isfunction)
        if method.__module__.startswith("cases.store")
        and not name.startswith("_")
        and "key" in inspect.signature(method).parameters
    } - {Store.change, Store.checked, Store.access}  # which ask
    assert {method.__qualname__ for method in found} == {getattr(holder, name).__qualname__ for holder, name in TABLE}
    assert set(ALLOWED) == set(get_args(Action))


def test_each_role_does_what_its_row_says_and_nothing_else(fresh):
    wrong = []
    store, keys = fresh()
    for (kind, name), (allowed, call) in TABLE.items():
        for role in ROLES:
            there = of(kind, store)
            before = store.log(CASE)
            try:
                call(there, CASE, keys[role])
            except NotAllowedError:
                done = False
                if store.log(CASE) != before:
                    wrong.append(f"{name} by {role} was refused and left a line in the log")
            except StoreError as other:
                wrong.append(f"{name} by {role}: {other}")
                continue
            else:
                done = True
            if done != (role in allowed):
                wrong.append(f"{name} by {role}: {'done' if done else 'refused'}")
            if done and name not in ("access", "draft", "links", "comments"):
                store, keys = fresh()
    assert not wrong, "\n".join(wrong)


def test_a_wrong_key_no_such_case_and_a_withdrawn_link_do_nothing_and_the_first_two_read_the_same(fresh):
    store, keys = fresh()
    for number in range(1, 5):
        RoleLinks(store.store).revoke(CASE, keys["manage"], number)
    before = store.log(CASE)
    for (kind, name), (_, call) in TABLE.items():
        there, said = of(kind, store), set()
        for case_id, key in ((CASE, "wrong"), ("no_such_case", keys["manage"]), ("no_such_case", "")):
            with pytest.raises((WrongKeyError, NoSuchCaseError)) as refused:
                call(there, case_id, key)
            said.add(refused.value.text)
        assert len(said) == 1, name
        for role in LINK_ROLES:
            with pytest.raises(RevokedLinkError):
                call(there, CASE, keys[role])
    assert store.log(CASE) == before


def test_a_link_of_one_case_opens_no_other(store, key):
    secret = RoleLinks(store.store).make(CASE, key, "edit", "ecoloog")
    store.new("other_case", b"{}")
    with pytest.raises(WrongKeyError):
        store.draft("other_case", secret)


def test_links_are_listed_with_their_label_and_no_secret_is_kept(store, key, clock, tmp_path):
    links = RoleLinks(store.store)
    secret = links.make(CASE, key, "edit", "  de\n ecoloog ")
    clock.later(days=1)
    links.revoke(CASE, key, 1)
    links.revoke(CASE, key, 1)
    (link,) = links.links(CASE, key)
    assert (link.number, link.role, link.label) == (1, "edit", "de  ecoloog")
    assert (link.revoked - link.made).days == 1
    assert [entry.what for entry in store.log(CASE)] == ["new", "make_link", "revoke_link"]
    store.store.engine.dispose()
    assert all(secret.encode() not in path.read_bytes() for path in (tmp_path / "folder").iterdir())


def test_links_that_cannot_be_are_refused(store, key):
    links = RoleLinks(store.store)
    with pytest.raises(WordsError):
        links.make(CASE, key, "edit", " ")
    with pytest.raises(WordsError):
        links.make(CASE, key, "manage", "planoloog")
    with pytest.raises(NoSuchLinkError):
        links.revoke(CASE, key, 1)
    for _ in range(MOST_LINKS):
        links.make(CASE, key, "read", "lezer")
    with pytest.raises(FullLinksError):
        links.make(CASE, key, "read", "lezer")


def test_a_version_is_called_after_the_label_of_the_link(store, key):
    secret = RoleLinks(store.store).make(CASE, key, "edit", "ecoloog")
    assert store.save_version(CASE, secret, FILES, "wethouder", REASON).who == "ecoloog"
    assert store.log(CASE)[-1].who == "ecoloog"


def test_a_new_management_link_leaves_the_links_of_colleagues_alone(store, key):
    secret = RoleLinks(store.store).make(CASE, key, "edit", "ecoloog")
    again = store.renew_key(CASE, key)
    assert store.access(CASE, again).role == "manage"
    assert store.access(CASE, secret).label == "ecoloog"
    with pytest.raises(WrongKeyError):
        store.draft(CASE, key)


def test_a_store_of_an_earlier_release_opens_with_all_that_was_in_it(tmp_path):
    file = tmp_path / "old.db"
    with sqlite3.connect(file) as old:
        old.executescript((Path(__file__).parent / "data" / "format_1.sql").read_text(encoding="utf-8"))
    old.close()
    for _ in range(2):  # the first time changes it, the second finds it changed
        store = OwnCases(f"sqlite:///{file}", now=lambda: datetime(2026, 2, 1, tzinfo=UTC))
        assert store.about("old_case").frozen == "bijeenkomst"
        assert store.draft("old_case", "old-key-of-a-test").serial == 1
        assert [entry.what for entry in store.log("old_case")][:4] == ["new", "open_call", "declined", "freeze"]
        assert Proposals(store.store).proposals("old_case")[0].reason == REASON
        RoleLinks(store.store).make("old_case", "old-key-of-a-test", "read", "lezer")
        store.store.engine.dispose()
