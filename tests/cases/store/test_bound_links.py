"""A link that was bound to a sign-in: it opens by that alone, keeps its role and label, and can be withdrawn."""

import pytest

from cases.store import NotAllowedError, RevokedLinkError, WrongKeyError
from cases.store.rights import Access
from cases.store.role_links import RoleLinks

from .conftest import CASE


def of(person: str):
    return lambda case_id: f"{person} {case_id}"


@pytest.fixture
def links(store) -> RoleLinks:
    return RoleLinks(store.store)


def test_it_opens_for_one_person_in_one_case_with_the_role_and_label_of_the_link(store, key, links):
    secret = links.make(CASE, key, "edit", "ecoloog")
    links.bind(CASE, secret, of("een")(CASE))
    assert store.access(CASE, of("een")(CASE)) == Access("edit", "ecoloog")
    with pytest.raises(WrongKeyError):
        store.access(CASE, secret)
    (found,) = links.opened_by(of("een"))
    assert (found.case_id, found.role, found.label) == (CASE, "edit", "ecoloog")
    assert not links.opened_by(of("ander"))
    assert [link.signed_in for link in links.links(CASE, key)] == [True]
    assert [(line.what, line.who) for line in store.log(CASE)][-1] == ("bind_link", "ecoloog")


def test_withdrawn_it_opens_nothing_and_a_new_link_for_the_same_person_takes_its_place(store, key, links):
    links.bind(CASE, links.make(CASE, key, "edit", "ecoloog"), "een")
    links.revoke(CASE, key, 1)
    assert not links.opened_by(lambda _: "een")
    with pytest.raises(RevokedLinkError):
        store.access(CASE, "een")
    for number, role in ((2, "read"), (3, "approve")):
        links.bind(CASE, links.make(CASE, key, role, f"rol {number}"), "een")
        assert store.access(CASE, "een") == Access(role, f"rol {number}")
    assert [link.revoked is None for link in links.links(CASE, key)] == [False, False, True]
    links.bind(CASE, "een", "een")
    assert store.access(CASE, "een").role == "approve"


def test_who_manages_keeps_the_key_and_a_case_that_is_deleted_is_offered_to_nobody(store, key, links):
    with pytest.raises(NotAllowedError):
        links.bind(CASE, key, "een")
    links.bind(CASE, links.make(CASE, key, "read", "lezer"), "een")
    store.delete(CASE, key)
    assert not links.opened_by(lambda _: "een")
