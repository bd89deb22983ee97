"""Changes that come at the same moment are committed together: one wait for the disk, however many there are."""

import threading
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import InterfaceError, OperationalError, SQLAlchemyError

from cases.store.store_errors import StoreUnreachableError

Found = TypeVar("Found")
MOST_TOGETHER = 100


class _Change:
    def __init__(self, work: Callable[[Connection], Any]) -> None:
        self.work = work
        self.done = False
        self.found: Any = None
        self.failed: Exception | None = None


class CommittedTogether:
    """Lets one of the threads that wait make the changes of all of them, in one transaction.

    Each change stands in a savepoint of its own, so one that is refused leaves the others as they are. A change may be
    tried more than once and then starts from nothing, so it does nothing but what the transaction undoes.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._turn = threading.Lock()
        self._waiting: deque[_Change] = deque()

    def run(self, work: Callable[[Connection], Found]) -> Found:
        """What ``work`` returns. It is on the disk then.

        Raises:
            StoreUnreachableError: the database does not answer, is full or cannot be written; and what ``work`` raises.
        """
        mine = _Change(work)
        self._waiting.append(mine)
        with self._turn:
            while not mine.done:  # otherwise whoever had the turn before made this change too
                self._commit([self._waiting.popleft() for _ in range(min(MOST_TOGETHER, len(self._waiting)))])
        if mine.failed is not None:
            raise mine.failed
        found: Found = mine.found
        return found

    def _commit(self, changes: list[_Change]) -> None:
        try:
            with self._engine.begin() as connection:
                if self._engine.dialect.name == "sqlite":  # the lock first: what is read stays true until the end
                    connection.exec_driver_sql("BEGIN IMMEDIATE")
                for change in changes:
                    self._make(connection, change)
        except BaseException as error:
            for change in changes:
                change.failed = StoreUnreachableError()
                change.failed.__cause__ = error
            if not isinstance(error, SQLAlchemyError):
                raise
        finally:
            for change in changes:
                change.done = True

    @staticmethod
    def _make(connection: Connection, change: _Change) -> None:
        try:
            with connection.begin_nested():
                change.found = change.work(connection)
        except (OperationalError, InterfaceError):  # the database itself: none of these changes is sure
            raise
        except Exception as error:
            change.failed = error
