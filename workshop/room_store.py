"""How a session is found and changed: one transaction each, with the room locked where it changes."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, insert, select, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from cases.definition.model import Case
from cases.store.changing import utc_now
from cases.store.store_errors import StoreUnreachableError
from workshop.committed_together import CommittedTogether
from workshop.frozen_cases import frozen_case
from workshop.plan import SessionPlan
from workshop.room_engine import room_engine
from workshop.room_errors import NoSuchRoomError
from workshop.room_secrets import typed_code
from workshop.room_state import RoomState
from workshop.room_tables import ANSWERS, LINES, PEOPLE, ROOMS


@dataclass(frozen=True)
class Session:
    """A session as it stands."""

    id: int
    code: str
    case_id: str
    case_version: str
    plan: SessionPlan
    state: RoomState
    serial: int
    """Goes up at every change of the state."""
    made: str
    closed: str | None
    remove_after: str | None
    emptied: str | None
    has_phrase: bool


@dataclass(frozen=True)
class Counts:
    """How many there are; the only thing about answers that everybody may know at any moment."""

    joined: int
    sent: dict[str, int]
    """Answers by question."""


class RoomStore:
    """The database of sessions; safe to use from many threads and processes at once."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = utc_now) -> None:
        self.engine = engine
        self.together = CommittedTogether(engine)
        """For changes of which many come at once."""
        self._now = now

    def now(self) -> str:
        """The moment of the server in UTC."""
        return self._now().astimezone(UTC).isoformat(timespec="seconds")

    @contextmanager
    def begun(self) -> Iterator[Connection]:
        """One transaction: all of it is saved at the end, or nothing.

        Raises:
            StoreUnreachableError: the database does not answer, is full or cannot be written.
        """
        try:
            with self.engine.begin() as connection:
                yield connection
        except IntegrityError:
            raise
        except SQLAlchemyError as error:
            raise StoreUnreachableError from error

    def room(self, code: str) -> Session:
        """The session with a code, as somebody typed it.

        Raises:
            NoSuchRoomError, StoreUnreachableError.
        """
        with self.begun() as connection:
            return self.found(connection, code)

    def found(self, connection: Connection, code: str, *, shared: bool = False) -> Session:
        """As ``room``, in a transaction. ``shared``: the state cannot change until the transaction ends.

        Raises:
            NoSuchRoomError.
        """
        rows = select(ROOMS).where(ROOMS.c.code == typed_code(code))
        row = connection.execute(rows.with_for_update(read=True) if shared else rows).one_or_none()
        if row is None:
            raise NoSuchRoomError
        return as_room(row)

    @contextmanager
    def locked(self, code: str) -> Iterator[tuple[Connection, Session]]:
        """A transaction in which nobody else changes this session.

        Raises:
            NoSuchRoomError.
        """
        with self.begun() as connection:
            # Writing first takes the lock, so that what is read next is still true when it is used.
            connection.execute(update(ROOMS).where(ROOMS.c.code == typed_code(code)).values(serial=ROOMS.c.serial + 1))
            yield connection, self.found(connection, code)

    def case(self, room: Session) -> Case:
        """The case of a session, in the version with which it was prepared."""
        return frozen_case(self.engine, room.case_id, room.case_version)

    def counts(self, room_id: int) -> Counts:
        """How many people take part, and how many answered each question."""
        with self.begun() as connection:
            return counts_of(connection, room_id)

    def forget_traces(self) -> None:
        """What was removed stays in the write-ahead log of SQLite until that is emptied; this empties it."""
        if self.engine.dialect.name == "sqlite":
            with suppress(StoreUnreachableError), self.begun() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()

    def line(self, connection: Connection, room: Session, what: str, detail: dict[str, Any] | None = None) -> None:
        """Keep what was done, with how many people there were."""
        counts = counts_of(connection, room.id)
        question = room.state.here(room.plan).question
        kept = {"moment": self.now(), "what": what, "detail": json.dumps(detail or {}, sort_keys=True)}
        sent = counts.sent.get(question or "", 0)
        connection.execute(insert(LINES).values(room_id=room.id, joined=counts.joined, sent=sent, **kept))


@lru_cache(maxsize=64)
def _plan(kept: str) -> SessionPlan:
    return SessionPlan.model_validate_json(kept)


@lru_cache(maxsize=64)
def _state(kept: str) -> RoomState:
    return RoomState.model_validate_json(kept)


def as_room(row: Row[Any]) -> Session:
    """A session, from its row."""
    return Session(
        row.id, row.code, row.case_id, row.case_version, _plan(row.plan), _state(row.state), row.serial, row.made,
        row.closed, row.remove_after, row.emptied, row.phrase is not None,
    )  # fmt: skip


def counts_of(connection: Connection, room_id: int) -> Counts:
    """As ``RoomStore.counts``, in a transaction."""
    joined = connection.scalar(select(func.count()).select_from(PEOPLE).where(PEOPLE.c.room_id == room_id)) or 0
    rows = (
        select(ANSWERS.c.question, func.count().label("many"))
        .where(ANSWERS.c.room_id == room_id)
        .group_by(ANSWERS.c.question)
    )
    return Counts(joined, {row.question: row.many for row in connection.execute(rows)})


def room_store_at(address: str, now: Callable[[], datetime] = utc_now) -> RoomStore:
    """The store of sessions at an address, made when it is not there.

    Raises:
        StoreUnreachableError: the database or its folder cannot be opened or written.
    """
    try:
        return RoomStore(room_engine(address), now)
    except (OSError, SQLAlchemyError) as error:
        raise StoreUnreachableError from error
