"""The account of a session: what was asked, who took part, what was shown, what people said, what was done with it.

It is written when the session ends, again when words of that evening are judged after that, and for the last time just
before the ballots are removed; from then on it is all there is. It holds what the room saw and counts of people, never
an answer of one person. Words that nobody read are counted and left out.
"""

import json
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from cases.store.said_words import clean
from workshop.leaders import led
from workshop.room_errors import AnswerError, StepError
from workshop.room_store import RoomStore, Session, counts_of
from workshop.room_tables import ACCOUNTS, ANSWERS, LINES, PEOPLE, RELEASES, SAYINGS

FORMAT = 1
LONGEST_DONE = 4000
"""Characters of what was done with it."""
WHO_CAME = "who_came"


class Accounts:
    """The accounts of sessions."""

    def __init__(self, store: RoomStore) -> None:
        self._store = store

    def read(self, code: str) -> dict[str, Any] | None:
        """The account as everybody may read it; None before the session ended.

        Raises:
            NoSuchRoomError, StoreUnreachableError.
        """
        with self._store.begun() as connection:
            room = self._store.found(connection, code)
            row = _kept(connection, room.id)
        if row is None or room.state.phase != "closed":
            return None
        return {**json.loads(row.facts), "done": row.done_with_it, "decided": row.decided, "emptied": room.emptied}

    def fill_in(self, code: str, secret: str, done: str, decided: date | None) -> None:
        """What was done with it, in words of the municipality, and when that was decided.

        Raises:
            StepError: the session did not end yet; AnswerError: too long; NoSuchRoomError, WrongSecretError.
        """
        words = clean(done).strip()
        if len(words) > LONGEST_DONE:
            raise AnswerError("room.answer.long", "done")
        with self._store.locked(code) as (connection, room):
            led(connection, room, secret)
            if _kept(connection, room.id) is None:
                raise StepError("room.no_account")
            new = {"done_with_it": words, "decided": decided and decided.isoformat()}
            connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.room_id == room.id).values(new))

    def strike(self, code: str, secret: str, number: int) -> None:
        """Take words out of the account for good: the numbers are those in ``said``.

        Raises:
            StepError: there is no account; AnswerError: no such words; NoSuchRoomError, WrongSecretError.
        """
        with self._store.locked(code) as (connection, room):
            led(connection, room, secret)
            row = _kept(connection, room.id)
            if row is None:
                raise StepError("room.no_account")
            facts = json.loads(row.facts)
            left = [item for item in facts["said"] if item["number"] != number]
            if len(left) == len(facts["said"]):
                raise AnswerError("room.no_saying", "saying")
            here = (SAYINGS.c.room_id == room.id) & (SAYINGS.c.id == number)
            connection.execute(update(SAYINGS).where(here).values(state="erased", words=""))
            _write(connection, room.id, {**facts, "said": left})
        self._store.forget_traces()


def keep_account(store: RoomStore, connection: Connection, room: Session) -> None:
    """Write the account of a session that ended, from what is there now. What was done with it stays."""
    if room.state.phase == "closed" and room.emptied is None:
        _write(connection, room.id, _facts(store, connection, room))


def _kept(connection: Connection, room_id: int) -> Row[Any] | None:
    return connection.execute(select(ACCOUNTS).where(ACCOUNTS.c.room_id == room_id)).one_or_none()


def _write(connection: Connection, room_id: int, facts: dict[str, Any]) -> None:
    kept = json.dumps(facts, ensure_ascii=False, sort_keys=True)
    if _kept(connection, room_id) is None:
        connection.execute(insert(ACCOUNTS).values(room_id=room_id, facts=kept, done_with_it=""))
    else:
        connection.execute(update(ACCOUNTS).where(ACCOUNTS.c.room_id == room_id).values(facts=kept))


def _facts(store: RoomStore, connection: Connection, room: Session) -> dict[str, Any]:
    plan, lines = room.plan, _lines(connection, room.id)
    shown = _shown(connection, room.id)
    ended = [line for line in lines if line["what"] == "end"]
    return {
        "format": FORMAT,
        "code": room.code,
        "title": plan.title,
        "kind": plan.kind,
        "depth": plan.depth,
        "joining": plan.joining,
        "smallest_group": plan.smallest_group,
        "case": {"id": room.case_id, "version": room.case_version},
        "rehearsal": not any(line["what"] == "begin" for line in lines),
        "began": lines[0]["moment"] if lines else room.made,
        "ended": ended[-1]["moment"] if ended else room.closed or store.now(),
        "invited": plan.invited,
        "joined": _joined(connection, room.id),
        "steps": _steps(connection, room),
        "missing": shown.pop(WHO_CAME, None),
        "shares_source": plan.shares_source,
        "shown": [{"stage": stage, "result": result} for stage, result in shown.items()],
        "said": _said(connection, room.id),
        "unread": _many(
            connection, select(func.count()).where(SAYINGS.c.room_id == room.id, SAYINGS.c.state == "waiting")
        ),
        "lines": lines,
    }


def _many(connection: Connection, rows: Any) -> int:
    return connection.scalar(rows) or 0


def _joined(connection: Connection, room_id: int) -> dict[str, Any]:
    """How many took part and by which way. It tells of nobody what they answered, so a small number may stand here."""
    ways = select(PEOPLE.c.way, func.count().label("many")).where(PEOPLE.c.room_id == room_id).group_by(PEOPLE.c.way)
    doubled = select(func.count()).where(PEOPLE.c.room_id == room_id, PEOPLE.c.doubled)
    tables = select(func.count(PEOPLE.c.table_label.distinct())).where(PEOPLE.c.room_id == room_id)
    return {
        "all": counts_of(connection, room_id).joined,
        "ways": {row.way: row.many for row in connection.execute(ways.order_by(PEOPLE.c.way))},
        "doubled": _many(connection, doubled),
        "tables": _many(connection, tables),
    }


def _steps(connection: Connection, room: Session) -> list[dict[str, Any]]:
    """The steps in order; of those that asked something how many answered, and by which way."""
    rows = (
        select(ANSWERS.c.question, PEOPLE.c.way, func.count().label("many"))
        .join(PEOPLE, PEOPLE.c.id == ANSWERS.c.person_id)
        .where(ANSWERS.c.room_id == room.id)
        .group_by(ANSWERS.c.question, PEOPLE.c.way)
        .order_by(ANSWERS.c.question, PEOPLE.c.way)
    )
    ways: dict[str, dict[str, int]] = {}
    for row in connection.execute(rows):
        ways.setdefault(row.question, {})[row.way] = row.many
    found = []
    for step in room.plan.steps:
        told: dict[str, Any] = {"step": step.id}
        if step.question in room.plan.asked:
            here = ways.get(str(step.question), {})
            told |= {"question": step.question, "sent": sum(here.values()), "ways": here}
        found.append(told)
    return found


def _shown(connection: Connection, room_id: int) -> dict[str, Any]:
    """What was revealed, as it was shown last, in the order in which it was first revealed."""
    rows = select(RELEASES).where(RELEASES.c.room_id == room_id).order_by(RELEASES.c.number)
    return {row.stage: json.loads(row.result) for row in connection.execute(rows)}


def _said(connection: Connection, room_id: int) -> list[dict[str, Any]]:
    """Words that somebody read and showed or kept."""
    here = (SAYINGS.c.room_id == room_id) & SAYINGS.c.state.in_(("shown", "kept"))
    rows = connection.execute(select(SAYINGS).where(here).order_by(SAYINGS.c.id))
    return [
        {"number": row.id, "kind": row.kind, "step": row.question, "words": row.words, "language": row.language}
        for row in rows
    ]


def _lines(connection: Connection, room_id: int) -> list[dict[str, Any]]:
    """What was done since the session began; a rehearsal before that is no part of it."""
    rows = connection.execute(select(LINES).where(LINES.c.room_id == room_id).order_by(LINES.c.id)).all()
    begins = [place for place, row in enumerate(rows) if row.what == "begin"]
    return [
        {"moment": row.moment, "what": row.what, "joined": row.joined, "sent": row.sent, **json.loads(row.detail)}
        for row in rows[begins[-1] if begins else 0 :]
    ]
