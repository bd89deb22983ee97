"""How every change is made: in one transaction, with the case locked, the key checked and a line in the log."""

import hashlib
import hmac
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from cases.store.rights import Access, Action
from cases.store.store_errors import (
    DeletedError,
    NoSuchCaseError,
    NotAllowedError,
    RevokedLinkError,
    StoreUnreachableError,
    WrongKeyError,
)
from cases.store.store_tables import LOG, OWN, ROLE_LINKS, engine_at


def utc_now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def hashed(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def moment(saved: str) -> datetime:
    """A moment as it was, from how it is kept."""
    return datetime.fromisoformat(saved)


class Store:
    """A database of own cases and proposals; safe to use from many threads and processes at once."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = utc_now) -> None:
        self.engine = engine
        self._now = now

    def now(self) -> datetime:
        """The moment in UTC, in whole seconds."""
        return self._now().astimezone(UTC).replace(microsecond=0)

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

    def forget_traces(self) -> None:
        """What was removed stays in the write-ahead log of SQLite until that is emptied; this empties it.

        Somebody who is reading, or a full disk, may stand in the way; what was removed is gone from the tables all the
        same. Then the next time does it, or the end of the last process.
        """
        if self.engine.dialect.name == "sqlite":
            with suppress(StoreUnreachableError), self.begun() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()

    @contextmanager
    def locked(self, case_id: str, *, deleted_too: bool = False) -> Iterator[tuple[Connection, Row[Any]]]:
        """A transaction on one case, with its row; others wait. No key is asked: the caller must have another right.

        Raises:
            NoSuchCaseError, DeletedError: nothing is changed.
        """
        with self.begun() as connection:
            # Writing first takes the lock, so that what is read next is still true when it is used.
            connection.execute(update(OWN).where(OWN.c.case_id == case_id).values(changes=OWN.c.changes + 1))
            row = self.row(connection, case_id)
            if row.deleted is not None and not deleted_too:
                raise DeletedError
            yield connection, row

    @contextmanager
    def change(
        self, case_id: str, key: str, action: Action, *, deleted_too: bool = False
    ) -> Iterator[tuple[Connection, Row[Any], Access]]:
        """As ``locked``, for who may do this with this key, and with whose key it is.

        Raises:
            NoSuchCaseError, WrongKeyError, NotAllowedError, DeletedError: nothing is changed.
        """
        with self.locked(case_id, deleted_too=True) as (connection, row):
            by = self.checked(connection, case_id, key, action)
            if row.deleted is not None and not deleted_too:
                raise DeletedError
            yield connection, row, by

    def checked(self, connection: Connection, case_id: str, key: str, action: Action) -> Access:
        """Whose key it is, when that role may do this.

        Raises:
            NoSuchCaseError, WrongKeyError, NotAllowedError.
        """
        by = self.access(connection, case_id, key)
        if not by.may(action):
            raise NotAllowedError
        return by

    def access(self, connection: Connection, case_id: str, key: str) -> Access:
        """Whose key it is: of who manages the case, or of a link with a role.

        Raises:
            NoSuchCaseError, WrongKeyError, RevokedLinkError.
        """
        if hmac.compare_digest(self.row(connection, case_id).key_hash, hashed(key)):
            return Access("manage", "")
        here = (ROLE_LINKS.c.case_id == case_id) & (ROLE_LINKS.c.secret_hash == hashed(key))
        link = connection.execute(select(ROLE_LINKS).where(here)).one_or_none()
        if link is None:
            raise WrongKeyError
        if link.revoked is not None:
            raise RevokedLinkError
        return Access(link.role, link.label)

    def row(self, connection: Connection, case_id: str) -> Row[Any]:
        """What is kept of a case.

        Raises:
            NoSuchCaseError: there is none with this id.
        """
        found = connection.execute(select(OWN).where(OWN.c.case_id == case_id)).one_or_none()
        if found is None:
            raise NoSuchCaseError
        return found

    def note(
        self,
        connection: Connection,
        case_id: str,
        what: str,
        *,
        number: int | None = None,
        who: str = "",
        why: str = "",
    ) -> None:
        """A line in the log of a case."""
        line: dict[str, Any] = {"what": what, "number": number, "who": who, "why": why}
        connection.execute(insert(LOG).values(case_id=case_id, saved=self.now().isoformat(), **line))


def store_at(address: str, now: Callable[[], datetime] = utc_now) -> Store:
    """The store at an address, made when it is not there.

    Raises:
        StoreUnreachableError: the database or its folder cannot be opened or written.
    """
    try:
        return Store(engine_at(address), now)
    except (OSError, SQLAlchemyError) as error:
        raise StoreUnreachableError from error
