"""The answers of a room as they are now, without who gave them."""

import json
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
