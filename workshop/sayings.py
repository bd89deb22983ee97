"""What people write in a session, and what whoever leads notes: read by somebody before anybody else sees it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, insert, select, update

from cases.store.said_words import clean
from workshop.account import keep_account
from workshop.leaders import led
from workshop.room_errors import AnswerError, FullRoomError, StepError
from workshop.room_store import RoomStore
from workshop.room_tables import SAYINGS

MOST_SAID = 300
"""Notes and disputed facts that whoever leads can keep."""
LONGEST_SAID = 500
SAYING_STATES = ("waiting", "shown", "kept", "erased")
"""What becomes of words: not read yet, on the wall, in the account only, removed."""
SAYING_KINDS = ("parked", "note", "dissent")
"""What whoever leads types: a fact that is disputed, a note of the evening, or what somebody holds against it."""


@dataclass(frozen=True)
class Saying:
    """Words of somebody in the room."""

    id: int
    question: str
    kind: str
    words: str
    language: str
    state: str


class Sayings:
    """The words in sessions, for whoever leads."""

    def __init__(self, store: RoomStore) -> None:
        self._store = store

    def all(self, code: str, secret: str) -> tuple[Saying, ...]:
        """Everything that was written, oldest first; words that were erased are gone.

        Raises:
            NoSuchRoomError, WrongSecretError.
        """
        with self._store.begun() as connection:
            room = led(connection, self._store.found(connection, code), secret)
        return sayings_of(self._store, room.id)

    def judge(self, code: str, secret: str, saying: int, state: str) -> None:
        """Show words on the wall, keep them for the account, or erase them for good.

        Raises:
            AnswerError: no such words or state; NoSuchRoomError, WrongSecretError.
        """
        with self._store.locked(code) as (connection, room):
            led(connection, room, secret)
            here = (SAYINGS.c.room_id == room.id) & (SAYINGS.c.id == saying) & (SAYINGS.c.state != "erased")
            new: dict[str, Any] = {"state": state} | ({"words": ""} if state == "erased" else {})
            if state not in SAYING_STATES or not connection.execute(update(SAYINGS).where(here).values(new)).rowcount:
                raise AnswerError("room.no_saying", "saying")
            keep_account(self._store, connection, room)

    def write(self, code: str, secret: str, kind: str, words: str, language: str) -> None:
        """Keep a disputed fact or a note of the evening.

        Raises:
            AnswerError: nothing was written, or too much; FullRoomError, NoSuchRoomError, WrongSecretError.
        """
        kept = clean(words).strip()
        if kind not in SAYING_KINDS or not 0 < len(kept) <= LONGEST_SAID:
            raise AnswerError("room.answer.long" if kept else "room.answer.empty", "words")
        with self._store.locked(code) as (connection, room):
            led(connection, room, secret)
            if room.emptied is not None:
                raise StepError("room.is_emptied")
            mine = (SAYINGS.c.room_id == room.id) & SAYINGS.c.person_id.is_(None)
            if (connection.scalar(select(func.count()).select_from(SAYINGS).where(mine)) or 0) >= MOST_SAID:
                raise FullRoomError
            new = {"room_id": room.id, "question": room.state.here(room.plan).id, "kind": kind, "words": kept}
            connection.execute(insert(SAYINGS).values(language=language, state="kept", **new))
            keep_account(self._store, connection, room)


def sayings_of(store: RoomStore, room_id: int, state: str | None = None) -> tuple[Saying, ...]:
    """Words of a session, oldest first: all that were not erased, or those in one state."""
    here = (SAYINGS.c.room_id == room_id) & (SAYINGS.c.state != "erased" if state is None else SAYINGS.c.state == state)
    with store.begun() as connection:
        rows = connection.execute(select(SAYINGS).where(here).order_by(SAYINGS.c.id)).all()
    return tuple(Saying(r.id, r.question, r.kind, r.words, r.language, r.state) for r in rows)
