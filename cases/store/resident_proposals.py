"""What residents propose for a case: a criterion or an alternative that is missing. Every answer has a reason.

A proposal holds its words, its language and its day: no name, no address, nothing about the connection.
"""

import secrets
from datetime import date
from typing import Any, get_args

from sqlalchemy import Connection, Row, func, insert, select, update

from cases.store.changing import Store, hashed
from cases.store.said_words import REASON, Answer, clean, faults, said
from cases.store.store_errors import ClosedError, FullError, NoSuchProposalError, WordsError
from cases.store.store_records import Call, Proposal
from cases.store.store_tables import CALLS, OWN, PROPOSALS
from texts.message import message


class Proposals:
    """The proposals in a store. Raises what OwnCases raises about cases, keys and the database."""

    def __init__(self, store: Store, most_open: int = 500) -> None:
        self._store = store
        self._most_open = most_open

    def open_call(self, case_id: str, key: str) -> str:
        """Ask for proposals; returns the token of the link. A call that was closed opens again under the same link."""
        with self._store.change(case_id, key, "open_call") as (connection, _, by):
            found = _call(connection, case_id)
            if found is None:
                token = secrets.token_urlsafe(16)
                connection.execute(insert(CALLS).values(case_id=case_id, token=token, open=1))
            else:
                token = found.token
                connection.execute(update(CALLS).where(CALLS.c.case_id == case_id).values(open=1))
            if found is None or not found.open:
                self._store.note(connection, case_id, "open_call", who=by.label)
            return token

    def close_call(self, case_id: str, key: str) -> None:
        """Take no more proposals; those that are there can still be read and answered."""
        with self._store.change(case_id, key, "close_call") as (connection, _, by):
            found = _call(connection, case_id)
            if found is not None and found.open:
                connection.execute(update(CALLS).where(CALLS.c.case_id == case_id).values(open=0))
                self._store.note(connection, case_id, "close_call", who=by.label)

    def call(self, token: str) -> Call | None:
        """The call behind a link; None when there is none or its case is deleted."""
        rows = select(CALLS).join(OWN).where(CALLS.c.token == token, OWN.c.deleted.is_(None))
        with self._store.begun() as connection:
            return _as_call(connection.execute(rows).one_or_none())

    def call_of(self, case_id: str) -> Call | None:
        """The call of a case; None when there never was one or the case is deleted."""
        rows = select(CALLS).join(OWN).where(CALLS.c.case_id == case_id, OWN.c.deleted.is_(None))
        with self._store.begun() as connection:
            return _as_call(connection.execute(rows).one_or_none())

    def propose(self, token: str, kind: str, title: str, words: str, language: str) -> Proposal:
        """Keep a proposal. The same words for the same case are kept once; then the one that was there is returned.

        Raises:
            ClosedError, FullError, WordsError: title or words are too short or too long, or the kind is none.
        """
        title, words = clean(title).replace("\n", " "), clean(words)
        for wrong in faults(kind, title, words).values():
            raise wrong
        title, words = title.strip(), words.strip()
        call = self.call(token)
        if call is None:
            raise ClosedError
        with self._store.locked(call.case_id) as (connection, _):
            here = PROPOSALS.c.case_id == call.case_id
            found = _call(connection, call.case_id)
            if found is None or not found.open:
                raise ClosedError
            sha256 = hashed("\n".join([kind, title, words]).casefold())
            same = connection.execute(select(PROPOSALS).where(here, PROPOSALS.c.sha256 == sha256)).one_or_none()
            if same is not None:
                return _proposal(same)
            waiting = select(func.count()).select_from(PROPOSALS).where(here, PROPOSALS.c.state.is_(None))
            if (connection.scalar(waiting) or 0) >= self._most_open:
                raise FullError
            number = (connection.scalar(select(func.max(PROPOSALS.c.number)).where(here)) or 0) + 1
            new = {"number": number, "kind": kind, "title": title, "words": words, "language": language}
            # Only the day: a moment to the second could be laid beside the log of some other machine.
            kept = {"sent": self._store.now().date().isoformat(), "sha256": sha256, "reason": "", "merged_into": ""}
            connection.execute(insert(PROPOSALS).values(case_id=call.case_id, **new, **kept))
            return _proposal(_row(connection, call.case_id, number))

    def proposals(self, case_id: str) -> tuple[Proposal, ...]:
        """All proposals for a case, oldest first; none when there never was a call."""
        rows = select(PROPOSALS).where(PROPOSALS.c.case_id == case_id).order_by(PROPOSALS.c.number)
        with self._store.begun() as connection:
            return tuple(_proposal(row) for row in connection.execute(rows))

    def answer(
        self, case_id: str, key: str, proposal_id: int, state: Answer, reason: str, merged_into: str = ""
    ) -> Proposal:
        """Say what is done with a proposal, and why. An older answer stays in the log.

        Raises:
            NoSuchProposalError, WordsError: the reason is missing or too long, or merged names nothing.
        """
        reason = said(clean(reason), *REASON, message("store.reason"))
        if state not in get_args(Answer) or (state == "merged") != bool(merged_into):
            raise WordsError("proposals.no_outcome")
        with self._store.change(case_id, key, "answer") as (connection, _, by):
            if _row(connection, case_id, proposal_id).state == "erased":
                raise NoSuchProposalError
            _write(connection, case_id, proposal_id, state=state, reason=reason, merged_into=merged_into)
            why = f"{merged_into}: {reason}" if merged_into else reason
            self._store.note(connection, case_id, state, number=proposal_id, who=by.label, why=why)
            return _proposal(_row(connection, case_id, proposal_id))

    def erase(self, case_id: str, key: str, proposal_id: int, reason: str) -> Proposal:
        """Remove the words of a proposal for good: for names, or for what may not be shown. Its number and the reason
        stay in sight.

        Raises:
            NoSuchProposalError, WordsError: the reason is missing or too long.
        """
        reason = said(clean(reason), *REASON, message("store.reason"))
        with self._store.change(case_id, key, "erase") as (connection, _, by):
            _row(connection, case_id, proposal_id)
            gone = {"title": "", "words": "", "merged_into": "", "sha256": f"erased {proposal_id}"}
            _write(connection, case_id, proposal_id, state="erased", reason=reason, **gone)
            self._store.note(connection, case_id, "erased", number=proposal_id, who=by.label, why=reason)
            erased = _proposal(_row(connection, case_id, proposal_id))
        self._store.forget_traces()
        return erased


def _call(connection: Connection, case_id: str) -> Row[Any] | None:
    return connection.execute(select(CALLS).where(CALLS.c.case_id == case_id)).one_or_none()


def _as_call(row: Row[Any] | None) -> Call | None:
    return None if row is None else Call(row.token, row.case_id, bool(row.open))


def _row(connection: Connection, case_id: str, number: int) -> Row[Any]:
    rows = select(PROPOSALS).where(PROPOSALS.c.case_id == case_id, PROPOSALS.c.number == number)
    found = connection.execute(rows).one_or_none()
    if found is None:
        raise NoSuchProposalError
    return found


def _write(connection: Connection, case_id: str, number: int, **new: str) -> None:
    here = (PROPOSALS.c.case_id == case_id) & (PROPOSALS.c.number == number)
    connection.execute(update(PROPOSALS).where(here).values(new))


def _proposal(row: Row[Any]) -> Proposal:
    kept = (row.number, row.kind, row.title, row.words, row.language, date.fromisoformat(row.sent))
    return Proposal(*kept, row.state, row.reason, row.merged_into)
