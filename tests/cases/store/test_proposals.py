"""What residents propose: the call, what is kept of a proposal, the answers, and what the log says."""

from datetime import date

import pytest

from cases.store import Call, ClosedError, DeletedError, FullError, NoSuchProposalError, WordsError, WrongKeyError
from cases.store.resident_proposals import Proposals
from cases.store.said_words import faults
from cases.store.store_tables import PROPOSALS

from .conftest import CASE

QUIET = ("criterion", "Stilte in de nacht", "Ik slaap slecht door het laden en lossen.")


@pytest.fixture
def proposals(store) -> Proposals:
    return Proposals(store.store, most_open=3)


@pytest.fixture
def token(proposals, key) -> str:
    return proposals.open_call(CASE, key)


def test_a_call_is_opened_closed_and_opened_again_under_the_same_link(proposals, store, key):
    assert proposals.call_of(CASE) is None
    token = proposals.open_call(CASE, key)
    assert proposals.call(token) == proposals.call_of(CASE) == Call(token, CASE, True)
    proposals.close_call(CASE, key)
    assert proposals.call(token) == Call(token, CASE, False)
    assert proposals.open_call(CASE, key) == token
    assert proposals.call("no such token") is None
    assert [entry.what for entry in store.log(CASE)] == ["new", "open_call", "close_call", "open_call"]


def test_only_the_key_opens_closes_and_answers(proposals, key, token):
    proposals.propose(token, *QUIET, "nl")
    for refused in (
        lambda: proposals.open_call(CASE, "wrong"),
        lambda: proposals.close_call(CASE, "wrong"),
        lambda: proposals.answer(CASE, "wrong", 1, "declined", "tien tekens en meer"),
        lambda: proposals.erase(CASE, token, 1, "tien tekens en meer"),
    ):
        with pytest.raises(WrongKeyError):
            refused()
    assert proposals.proposals(CASE)[0].state is None


def test_a_proposal_is_kept_with_its_day_and_nothing_else(proposals, token):
    made = proposals.propose(token, "criterion", "  Stilte\nin de nacht ", " Eerste regel.\r\nTweede regel.\t", "nl")
    assert (made.id, made.kind, made.title, made.language) == (1, "criterion", "Stilte in de nacht", "nl")
    assert made.words == "Eerste regel.\nTweede regel."
    assert made.sent == date(2026, 1, 31)
    assert (made.state, made.reason, made.merged_into) == (None, "", "")
    assert proposals.proposals(CASE) == (made,)
    assert set(PROPOSALS.c.keys()) == {
        "id", "case_id", "number", "kind", "title", "words", "language", "sent", "sha256", "state", "reason",
        "merged_into",
    }  # fmt: skip


def test_marks_that_turn_or_hide_text_are_taken_out(proposals, token):
    made = proposals.propose(
        token, "alternative", "Een\u202et\u200bui\u00adn\x00", "Een tuin\u2066 voor\x1b iedereen", "nl"
    )
    assert made.title == "Eentuin"
    assert made.words == "Een tuin voor iedereen"


@pytest.mark.parametrize(
    ("proposal", "wrong"),
    [
        (("", "", ""), {"kind", "title", "words"}),
        (("plan", *QUIET[1:]), {"kind"}),
        (("criterion", "ab ", QUIET[2]), {"title"}),
        (("criterion", "x" * 101, QUIET[2]), {"title"}),
        (("alternative", "Een tuin", "te kort \n"), {"words"}),
        (("alternative", "Een tuin", "x" * 1501), {"words"}),
        (("alternative", "\u200b\u2060\u00ad\u200d" * 9, "\u0301" * 90), {"title", "words"}),
        (("alternative", "abc", "x" * 10), set()),
        (("alternative", "\U0001f468\u200d\U0001f33e\U0001f33b\U0001f33e", "x" * 10), set()),
        (("criterion", "x" * 100, "x" * 1500), set()),
    ],
)
def test_lengths_are_limited_and_every_fault_is_named_at_once(proposals, token, proposal, wrong):
    found = faults(*proposal)
    assert set(found) == wrong
    assert all(error.text.get("nl") != error.text.get("en") for error in found.values())
    if wrong:
        with pytest.raises(WordsError):
            proposals.propose(token, *proposal, "nl")
    else:
        proposals.propose(token, *proposal, "nl")
    assert len(proposals.proposals(CASE)) == (0 if wrong else 1)


def test_the_same_words_are_kept_once(proposals, token):
    first = proposals.propose(token, *QUIET, "nl")
    assert proposals.propose(token, QUIET[0], QUIET[1].upper(), f" {QUIET[2]} ", "en") == first
    other = proposals.propose(token, "alternative", *QUIET[1:], "nl")
    assert [item.id for item in proposals.proposals(CASE)] == [first.id, other.id] == [1, 2]


def test_a_closed_call_takes_nothing(proposals, key, token):
    proposals.close_call(CASE, key)
    for unknown in (token, "no such token"):
        with pytest.raises(ClosedError):
            proposals.propose(unknown, *QUIET, "nl")
    assert proposals.proposals(CASE) == ()


def test_a_deleted_case_has_no_call_until_it_is_restored(proposals, store, key, token):
    store.delete(CASE, key)
    assert proposals.call(token) is None
    with pytest.raises(ClosedError):
        proposals.propose(token, *QUIET, "nl")
    with pytest.raises(DeletedError):
        proposals.open_call(CASE, key)
    store.restore(CASE, key)
    assert proposals.call(token).open


def test_so_many_may_wait_for_an_answer_and_no_more(proposals, key, token):
    for number in range(3):
        proposals.propose(token, "criterion", f"Titel {number}", "Een uitleg van tien", "nl")
    with pytest.raises(FullError):
        proposals.propose(token, *QUIET, "nl")
    proposals.answer(CASE, key, 2, "declined", "Dit staat er al in.")
    assert proposals.propose(token, *QUIET, "nl").id == 4


def test_an_answer_needs_a_reason_and_may_change_while_the_log_keeps_the_old_one(proposals, store, key, token):
    proposals.propose(token, *QUIET, "nl")
    for short in ("", "te kort  ", " " * 20):
        with pytest.raises(WordsError):
            proposals.answer(CASE, key, 1, "declined", short)
    proposals.answer(CASE, key, 1, "declined", "Dit is niet te meten.")
    merged = proposals.answer(CASE, key, 1, "merged", "Geluid telt al mee.", "criterion:green")
    assert (merged.state, merged.reason, merged.merged_into) == ("merged", "Geluid telt al mee.", "criterion:green")
    back = proposals.answer(CASE, key, 1, "accepted", "Wij zoeken er cijfers bij.")
    assert (back.state, back.merged_into) == ("accepted", "")
    assert proposals.proposals(CASE) == (back,)
    assert [(entry.what, entry.number, entry.why) for entry in store.log(CASE)[2:]] == [
        ("declined", 1, "Dit is niet te meten."),
        ("merged", 1, "criterion:green: Geluid telt al mee."),
        ("accepted", 1, "Wij zoeken er cijfers bij."),
    ]


@pytest.mark.parametrize(("state", "into"), [("merged", ""), ("accepted", "criterion:green"), ("maybe", "")])
def test_an_answer_that_means_nothing_is_refused(proposals, key, token, state, into):
    proposals.propose(token, *QUIET, "nl")
    with pytest.raises(WordsError):
        proposals.answer(CASE, key, 1, state, "een goede reden", into)
    with pytest.raises(NoSuchProposalError):
        proposals.answer(CASE, key, 2, "declined", "een goede reden")


def test_erased_words_are_gone_from_the_database_and_the_reason_stays(proposals, store, key, token, tmp_path):
    proposals.propose(token, "criterion", "Mijn buurman", "Jan Jansen woont op nummer 7. " * 40, "nl")
    proposals.answer(CASE, key, 1, "accepted", "Een goede reden.")
    erased = proposals.erase(CASE, key, 1, "Er stond een naam in.")
    assert (erased.state, erased.title, erased.words, erased.reason) == ("erased", "", "", "Er stond een naam in.")
    with pytest.raises(NoSuchProposalError):
        proposals.answer(CASE, key, 1, "accepted", "Toch een goed idee.")
    assert proposals.propose(token, *QUIET, "nl").id == 2
    assert [entry.what for entry in store.log(CASE)][-1] == "erased"
    files = list((tmp_path / "folder").iterdir())
    assert len(files) == 3  # also in the write-ahead log of a store that stays open
    assert all(b"Jan Jansen" not in path.read_bytes() for path in files)


def test_a_case_that_is_removed_takes_its_proposals_along(proposals, store, key, token, clock, tmp_path):
    proposals.propose(token, *QUIET, "nl")
    store.delete(CASE, key)
    clock.later(days=31)
    store.purge()
    assert proposals.proposals(CASE) == ()
    assert proposals.call(token) is None
    assert all(QUIET[2].encode() not in path.read_bytes() for path in (tmp_path / "folder").iterdir())
