"""The answers of a room as they are now, without who gave them."""

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from workshop.room_store import RoomStore, Session
from workshop.room_tables import ANSWERS, PEOPLE


@dataclass(frozen=True)
class Ballot:
    """One answer to one question."""

    person: int
    """A number that is never shown: it tells which two answers are of one person."""
    revision: int
    answer: dict[str, Any]
    way: str
    table: str | None
    role: str | None


@dataclass(frozen=True)
class CameIn:
    """How ballots came in, for whoever leads."""

    doubled: int
    """People of whom it looks like they take part a second time: flagged, never taken out."""
    ways: dict[str, int]
    """People by the way in which they take part."""
    roles: dict[str, int]
    """People by the role that they drew."""


def came_in(store: RoomStore, room: Session) -> CameIn:
    """How the people of a session came in.

    Raises:
        StoreUnreachableError.
    """
    rows = select(PEOPLE.c.way, PEOPLE.c.doubled, PEOPLE.c.role).where(PEOPLE.c.room_id == room.id)
    with store.begun() as connection:
        found = connection.execute(rows).all()
    roles = Counter(row.role for row in found if row.role)
    return CameIn(sum(row.doubled for row in found), dict(Counter(row.way for row in found)), dict(roles))


def ballots(store: RoomStore, room: Session, question: str) -> tuple[Ballot, ...]:
    """All answers to a question, in the order in which people joined.

    Raises:
        StoreUnreachableError.
    """
    rows = (
        select(ANSWERS, PEOPLE.c.way, PEOPLE.c.table_label, PEOPLE.c.role)
        .join(PEOPLE, PEOPLE.c.id == ANSWERS.c.person_id)
        .where(ANSWERS.c.room_id == room.id, ANSWERS.c.question == question)
        .order_by(ANSWERS.c.person_id)
    )
    with store.begun() as connection:
        found = connection.execute(rows).all()
    return tuple(
        Ballot(row.person_id, row.revision, json.loads(row.body), row.way, row.table_label, row.role) for row in found
    )
