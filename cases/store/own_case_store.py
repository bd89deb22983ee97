"""Own cases: drafts, versions, publication, freezing and deletion, each under a management key."""

import re
import secrets
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from cases.reading.draft_filling import is_draft
from cases.store.cell_changes import note_changes
from cases.store.changing import hashed, moment, store_at, utc_now
from cases.store.four_eyes import check_four_eyes
from cases.store.rights import Access
from cases.store.said_words import said
from cases.store.store_errors import (
    CaseIdTakenError,
    DraftVersionError,
    FrozenError,
    NoSuchCaseError,
    NoSuchVersionError,
    OvertakenError,
    StoreFullError,
    TooLargeError,
    WordsError,
)
from cases.store.store_records import About, CellChange, LogEntry, Published, StoredDraft, Version
from cases.store.store_tables import DRAFTS, LOG, OF_A_CASE, OWN, VERSIONS
from cases.store.version_files import bytes_of, files_of, hashes, keep, sound
from texts.message import message

LARGEST_DRAFT = 20_000_000
"""Bytes: the sheets, and the pictures of a case written as text."""
RESTORE_DAYS = 30
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")


class OwnCases:
    """The own cases in one database. Reading a version or the log needs no key: a screen asks ``opens`` first.

    Every method may raise StoreUnreachableError; those about one case raise NoSuchCaseError, those with a key
    WrongKeyError, and changes to a deleted case DeletedError. Whatever is raised, nothing was saved.
    """

    def __init__(
        self, url: str, taken: Collection[str] = (), now: Callable[[], datetime] = utc_now, most_mb: int = 2000
    ) -> None:
        """``taken``: ids that a new case cannot have; ``most_mb``: million bytes that all cases together may hold."""
        self.store = store_at(url, now)
        self._taken = frozenset(taken)
        self._most = most_mb * 1_000_000

    # Making a case, and the key to it

    def new(self, case_id: str, draft: bytes) -> str:
        """Make a case with a first draft; returns its key, which cannot be shown again.

        Raises:
            CaseIdTakenError, TooLargeError, StoreFullError, WordsError: the id is not one.
        """
        if not _ID.fullmatch(case_id):
            raise WordsError("store.case_id")
        if case_id in self._taken:
            raise CaseIdTakenError(case_id)
        key = secrets.token_urlsafe(24)
        row = {"case_id": case_id, "key_hash": hashed(key), "changes": 0, "size": 0}
        try:
            with self.store.begun() as connection:
                connection.execute(insert(OWN).values(row))
                connection.execute(
                    insert(DRAFTS).values(case_id=case_id, serial=0, saved=self.store.now().isoformat(), data=b"")
                )
                self._write_draft(connection, case_id, draft, 0)
                self.store.note(connection, case_id, "new")
        except IntegrityError:
            raise CaseIdTakenError(case_id) from None
        return key

    def new_key(self, case_id: str) -> str:
        """Another key; the old one opens nothing any more. For whoever runs the server, when a key was lost."""
        with self.store.locked(case_id, deleted_too=True) as (connection, _):
            return self._new_key(connection, case_id)

    def renew_key(self, case_id: str, key: str) -> str:
        """As ``new_key``, for whoever manages the case and thinks that others have seen the old key."""
        with self.store.change(case_id, key, "new_key") as (connection, _, _by):
            return self._new_key(connection, case_id)

    def _new_key(self, connection: Connection, case_id: str) -> str:
        key = secrets.token_urlsafe(24)
        _set(connection, case_id, key_hash=hashed(key))
        self.store.note(connection, case_id, "new_key")
        return key

    def access(self, case_id: str, key: str) -> Access:
        """What a key or a link opens."""
        with self.store.begun() as connection:
            return self.store.access(connection, case_id, key)

    # The draft

    def draft(self, case_id: str, key: str) -> StoredDraft:
        """The draft as it was saved last; of a deleted case too."""
        with self.store.begun() as connection:
            self.store.checked(connection, case_id, key, "draft")
            return _draft(connection, case_id)

    def save_draft(
        self, case_id: str, key: str, data: bytes, serial: int, changes: Iterable[CellChange] = ()
    ) -> StoredDraft:
        """Save a draft that was made from the one with this serial; the cells that it changes are kept with who did it.

        Raises:
            OvertakenError: another one was saved since; TooLargeError; StoreFullError.
        """
        with self.store.change(case_id, key, "save_draft") as (connection, _, by):
            self._write_draft(connection, case_id, data, serial)
            self._grow(connection, case_id, note_changes(self.store, connection, case_id, by.label, changes))
            return _draft(connection, case_id)

    def _write_draft(self, connection: Connection, case_id: str, data: bytes, serial: int) -> None:
        if len(data) > LARGEST_DRAFT:
            raise TooLargeError(LARGEST_DRAFT)
        before = _draft(connection, case_id)
        if before.serial != serial:
            raise OvertakenError
        self._grow(connection, case_id, len(data) - len(before.data))
        new = {"serial": serial + 1, "saved": self.store.now().isoformat(), "data": data}
        connection.execute(update(DRAFTS).where(DRAFTS.c.case_id == case_id).values(new))

    # Versions

    def save_version(self, case_id: str, key: str, contents: Mapping[str, bytes], who: str, why: str) -> Version:
        """Keep sound case files as the newest version. Files that equal the newest version make no new one.

        Raises:
            CaseError: the files are not a sound case with this id; it holds all problems.
            FrozenError, StoreFullError, WordsError: ``who`` (a role) or ``why`` is missing or too long. Who comes by a
                link with a role is called by the label of that link.
        """
        with self.store.begun() as connection:
            by = self.store.checked(connection, case_id, key, "save_version")
        who = by.label or said(who, 2, 80, message("store.role"))
        why = said(why, 2, 500, message("store.reason"))
        made = sound(case_id, contents)  # before the lock: it takes a while
        with self.store.change(case_id, key, "save_version") as (connection, row, _by):
            if row.frozen is not None:
                raise FrozenError(row.frozen)
            newest = _versions(connection, case_id)[:1]
            if newest and files_of(connection, case_id, newest[0].number) == hashes(contents):
                return newest[0]
            number = newest[0].number + 1 if newest else 1
            version = Version(number, made.version, self.store.now(), who, why)
            saved = {"number": number, "hash": version.hash, "saved": version.saved.isoformat(), "who": who, "why": why}
            connection.execute(insert(VERSIONS).values(case_id=case_id, **saved))
            self._grow(connection, case_id, keep(connection, case_id, number, contents))
            self.store.note(connection, case_id, "version", number=number, who=who, why=why)
            return version

    def versions(self, case_id: str) -> tuple[Version, ...]:
        """The versions, newest first."""
        with self.store.begun() as connection:
            self.store.row(connection, case_id)
            return tuple(_versions(connection, case_id))

    def contents(self, case_id: str, number: int) -> dict[str, bytes]:
        """The files of a version, by name.

        Raises:
            NoSuchVersionError: there is no version with this number.
        """
        with self.store.begun() as connection:
            self.store.row(connection, case_id)
            found = bytes_of(connection, case_id, number)
        if not found:
            raise NoSuchVersionError(number)
        return found

    def _grow(self, connection: Connection, case_id: str, size: int) -> None:
        held = connection.scalar(select(func.sum(OWN.c.size))) or 0
        if size > 0 and held + size > self._most:
            raise StoreFullError
        connection.execute(update(OWN).where(OWN.c.case_id == case_id).values(size=OWN.c.size + size))

    # What others see

    def publish(self, case_id: str, key: str, number: int | None) -> None:
        """Put a version in the list of cases; None takes the case off the list.

        Raises:
            FrozenError, NoSuchVersionError, DraftVersionError, FourEyesError.
        """
        with self.store.change(case_id, key, "publish") as (connection, row, by):
            if row.frozen is not None:
                raise FrozenError(row.frozen)
            if number is not None and not files_of(connection, case_id, number):
                raise NoSuchVersionError(number)
            if number is not None and is_draft(bytes_of(connection, case_id, number)):
                raise DraftVersionError(number)
            if number is not None:
                check_four_eyes(connection, case_id, number, by)
            if number != row.published:
                _set(connection, case_id, published=number)
                if number is None:
                    self.store.note(connection, case_id, "take_off", number=row.published, who=by.label)
                else:
                    self.store.note(connection, case_id, "publish", number=number, who=by.label)

    def note_report(self, case_id: str, key: str, number: int) -> None:
        """Keep in the log of which version a report was made."""
        with self.store.change(case_id, key, "note_report") as (connection, _, by):
            self.store.note(connection, case_id, "report", number=number, who=by.label)

    def published(self) -> tuple[Published, ...]:
        """What stands in the list of cases, by id."""
        same = (OWN.c.case_id == VERSIONS.c.case_id) & (OWN.c.published == VERSIONS.c.number)
        rows = select(VERSIONS.c.case_id, VERSIONS.c.number, VERSIONS.c.hash).select_from(OWN.join(VERSIONS, same))
        with self.store.begun() as connection:
            found = connection.execute(rows.where(OWN.c.deleted.is_(None)).order_by(OWN.c.case_id))
            return tuple(Published(row.case_id, row.number, row.hash) for row in found)

    def freeze(self, case_id: str, key: str, why: str) -> None:
        """From now on no version is saved, published, taken off or deleted. The draft can still be written."""
        why = said(why, 2, 500, message("store.reason"))
        with self.store.change(case_id, key, "freeze") as (connection, _, _by):
            _set(connection, case_id, frozen=why)
            self.store.note(connection, case_id, "freeze", why=why)

    def unfreeze(self, case_id: str, key: str, why: str) -> None:
        """Undo ``freeze``; the reason is kept in the log."""
        why = said(why, 2, 500, message("store.reason"))
        with self.store.change(case_id, key, "unfreeze") as (connection, row, _by):
            if row.frozen is not None:
                _set(connection, case_id, frozen=None)
                self.store.note(connection, case_id, "unfreeze", why=why)

    # Deleting

    def delete(self, case_id: str, key: str) -> None:
        """Take a case out of sight. It can be restored for 30 days; after that it is removed for good.

        Raises:
            FrozenError.
        """
        with self.store.change(case_id, key, "delete") as (connection, row, _by):
            if row.frozen is not None:
                raise FrozenError(row.frozen)
            _set(connection, case_id, deleted=self.store.now().isoformat())
            self.store.note(connection, case_id, "delete")
        self.purge()

    def restore(self, case_id: str, key: str) -> None:
        """Undo ``delete``; a published case is in the list again."""
        with self.store.change(case_id, key, "restore", deleted_too=True) as (connection, row, _by):
            if row.deleted is not None:
                _set(connection, case_id, deleted=None)
                self.store.note(connection, case_id, "restore")

    def purge(self) -> None:
        """Remove for good what was deleted more than 30 days ago, with its log and its proposals; call it often."""
        with self.store.begun() as connection:
            rows = connection.execute(select(OWN).where(OWN.c.deleted.is_not(None))).all()
        due = [row.case_id for row in rows if self.store.now().date() > _last_day(row)]
        for old in due:
            with self.store.locked(old, deleted_too=True) as (connection, row):
                if row.deleted is not None and self.store.now().date() > _last_day(row):  # not restored just now
                    for table in OF_A_CASE:
                        connection.execute(delete(table).where(table.c.case_id == old))
        if due:
            self.store.forget_traces()

    # Looking

    def about(self, case_id: str) -> About:
        """How the case stands."""
        with self.store.begun() as connection:
            return _about(self.store.row(connection, case_id))

    def every(self) -> tuple[About, ...]:
        """How every case stands, by id; for whoever runs the server."""
        with self.store.begun() as connection:
            return tuple(_about(row) for row in connection.execute(select(OWN).order_by(OWN.c.case_id)))

    def log(self, case_id: str) -> tuple[LogEntry, ...]:
        """Everything that was done with the case, oldest first."""
        with self.store.begun() as connection:
            self.store.row(connection, case_id)
            rows = connection.execute(select(LOG).where(LOG.c.case_id == case_id).order_by(LOG.c.id))
            return tuple(LogEntry(moment(row.saved), row.what, row.number, row.who, row.why) for row in rows)


def _draft(connection: Connection, case_id: str) -> StoredDraft:
    row = connection.execute(select(DRAFTS).where(DRAFTS.c.case_id == case_id)).one_or_none()
    if row is None:
        raise NoSuchCaseError
    return StoredDraft(row.data, row.serial, moment(row.saved))


def _versions(connection: Connection, case_id: str) -> list[Version]:
    rows = select(VERSIONS).where(VERSIONS.c.case_id == case_id).order_by(VERSIONS.c.number.desc())
    return [Version(row.number, row.hash, moment(row.saved), row.who, row.why) for row in connection.execute(rows)]


def _set(connection: Connection, case_id: str, **new: str | int | None) -> None:
    connection.execute(update(OWN).where(OWN.c.case_id == case_id).values(new))


def _last_day(row: Row[Any]) -> date:
    return (moment(row.deleted) + timedelta(days=RESTORE_DAYS)).date()


def _about(row: Row[Any]) -> About:
    deleted = None if row.deleted is None else moment(row.deleted)
    return About(row.case_id, row.published, row.frozen, deleted, None if deleted is None else _last_day(row))
