"""What whoever leads a session can do: prepare it, lead it on, hand out cards, read what people wrote, remove it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from cases.definition.model import Case
from workshop.account import WHO_CAME, keep_account
from workshop.frozen_cases import Files, keep
from workshop.leaders import led
from workshop.plan import SessionPlan
from workshop.rehearsing import answer_what_is_open
from workshop.releases import NewRelease, release
from workshop.roles import FEWEST_ROLES, roles_of
from workshop.room_errors import (
    AnswerError,
    CardError,
    CaseLacksError,
    FullRoomError,
    LedOnError,
    StepError,
    WrongSecretError,
)
from workshop.room_secrets import (
    LONGEST_PHRASE,
    SHORTEST_PHRASE,
    card_code,
    hashed,
    join_code,
    new_token,
    phrase_fits,
    phrase_kept,
)
from workshop.room_state import RoomState, after
from workshop.room_store import RoomStore, Session
from workshop.room_tables import ACCOUNTS, CARDS, LEADERS, LINES, OF_PEOPLE, RELEASES, ROOMS

MOST_CARDS = 2000
FEWEST_PLANS = 2


@dataclass(frozen=True)
class Prepared:
    """A new session. The secret is not kept: only its hash is."""

    code: str
    secret: str


@dataclass(frozen=True)
class Line:
    """Something that was done, when, and with how many people."""

    moment: str
    what: str
    detail: str
    joined: int
    sent: int


class Leading:
    """The side of whoever leads."""

    def __init__(self, store: RoomStore) -> None:
        self._store = store

    def prepare(self, case: Case, files: Files, plan: SessionPlan, passphrase: str = "") -> Prepared:
        """A new session about a case, with the files that the case was read from.

        Raises:
            AnswerError: the passphrase is too short or too long; CaseLacksError; StoreUnreachableError.
        """
        _fits(case, plan)
        if passphrase and not SHORTEST_PHRASE <= len(passphrase) <= LONGEST_PHRASE:
            raise AnswerError("room.phrase", "passphrase")
        secret = new_token()
        new: dict[str, Any] = {"case_id": case.id, "case_version": case.version, "plan": plan.model_dump_json()}
        new |= {"state": RoomState().model_dump_json(), "phrase": phrase_kept(passphrase) if passphrase else None}
        with self._store.begun() as connection:
            keep(connection, case, files)
            code = _free_code(connection)
            made = self._store.now()
            rows = insert(ROOMS).values(code=code, serial=1, made=made, **new).returning(ROOMS.c.id)
            room_id = connection.scalar(rows)
            connection.execute(insert(LEADERS).values(room_id=room_id, secret_hash=hashed(secret), made=made))
        return Prepared(code, secret)

    def enter(self, code: str, passphrase: str) -> str:
        """A secret of one's own, for who knows the passphrase.

        Raises:
            NoSuchRoomError, WrongSecretError.
        """
        with self._store.begun() as connection:
            room = self._store.found(connection, code)
            kept = connection.scalar(select(ROOMS.c.phrase).where(ROOMS.c.id == room.id))
        if kept is None or not phrase_fits(passphrase, kept):
            raise WrongSecretError
        secret = new_token()
        with self._store.begun() as connection:
            new = {"room_id": room.id, "secret_hash": hashed(secret), "made": self._store.now()}
            connection.execute(insert(LEADERS).values(new))
        return secret

    def room(self, code: str, secret: str) -> Session:
        """The session, for who leads it.

        Raises:
            NoSuchRoomError, WrongSecretError.
        """
        with self._store.begun() as connection:
            return led(connection, self._store.found(connection, code), secret)

    def lead(self, code: str, secret: str, command: str, detail: Mapping[str, Any], serial: int) -> Session:
        """Lead the session on. What is revealed is worked out from the answers as they are then, and kept.

        Args:
            serial: Where the session stood for who gave the command: two who press "next" at once go one step on.

        Raises:
            NoSuchRoomError, WrongSecretError, LedOnError, StepError, TooFewChangedError, StoreUnreachableError.
        """
        room = self.room(code, secret)
        shows = str(detail.get("stage", "")) if command == "reveal" else ""
        after(room.plan, room.state, command, detail, self._store.now())  # refused before anything is worked out
        if command == "again" and room.emptied is not None:
            raise StepError("room.is_emptied")
        if command == "end" and room.plan.asks_who and not self._was_shown(room, WHO_CAME):
            shows = WHO_CAME  # the account says who was missing, also when the room was not shown it
        ready = release(self._store, room, shows) if shows else None
        with self._store.locked(code) as (connection, now):
            led(connection, now, secret)
            if now.serial - 1 != serial:
                raise LedOnError(now.serial - 1)
            state = after(now.plan, now.state, command, detail, self._store.now())
            if command == "begin":
                self._empty(connection, now.id)
            new: dict[str, Any] = {"state": state.model_dump_json()}
            if command in ("begin", "end", "again"):  # one that nobody ends is not kept for ever either
                moment = datetime.fromisoformat(self._store.now())
                removed = (moment + timedelta(days=now.plan.days_kept)).isoformat(timespec="seconds")
                new |= {"closed": self._store.now() if command == "end" else None, "remove_after": removed}
            if ready is not None:
                _keep_release(connection, now, ready)
            connection.execute(update(ROOMS).where(ROOMS.c.id == now.id).values(new))
            done = self._store.found(connection, code)
            self._store.line(connection, done, command, {"step": done.state.here(done.plan).id, **_short(detail)})
            keep_account(self._store, connection, done)
        if done.state.phase == "rehearsing":
            answer_what_is_open(self._store, code)
        return done

    def _was_shown(self, room: Session, stage: str) -> bool:
        here = (RELEASES.c.room_id == room.id) & (RELEASES.c.stage == stage)
        with self._store.begun() as connection:
            return connection.scalar(select(RELEASES.c.number).where(here).limit(1)) is not None

    def make_cards(self, code: str, secret: str, many: int = 0) -> tuple[tuple[str, str | None], ...]:
        """New cards with codes that work once: so many, or one for each table; the codes cannot be shown again.

        Raises:
            StepError: the session has no cards; FullRoomError; NoSuchRoomError, WrongSecretError.
        """
        with self._store.locked(code) as (connection, room):
            led(connection, room, secret)
            if room.plan.joining == "open":
                raise StepError("room.no_cards")
            tables = room.plan.joining == "tables"
            labels = [str(number + 1) for number in range(room.plan.tables)] if tables else [None] * many
            there = select(func.count()).select_from(CARDS).where(CARDS.c.room_id == room.id)
            if not labels or len(labels) + (connection.scalar(there) or 0) > MOST_CARDS:
                raise FullRoomError
            made = tuple((card_code(), label) for label in labels)
            rows = [{"room_id": room.id, "card_hash": hashed(card), "table_label": label} for card, label in made]
            connection.execute(insert(CARDS), rows)
        return made

    def one_card(self, code: str, secret: str, table: str) -> str:
        """A new card for a table whose phone gave up.

        Raises:
            CardError: there is no such table; NoSuchRoomError, WrongSecretError.
        """
        with self._store.locked(code) as (connection, room):
            led(connection, room, secret)
            if room.plan.joining != "tables" or table not in {str(n + 1) for n in range(room.plan.tables)}:
                raise CardError
            card = card_code()
            new = {"room_id": room.id, "card_hash": hashed(card), "table_label": table}
            connection.execute(insert(CARDS).values(new))
        return card

    def lines(self, code: str, secret: str) -> tuple[Line, ...]:
        """What was done in this session, oldest first.

        Raises:
            NoSuchRoomError, WrongSecretError.
        """
        room = self.room(code, secret)
        rows = select(LINES).where(LINES.c.room_id == room.id).order_by(LINES.c.id)
        with self._store.begun() as connection:
            return tuple(Line(r.moment, r.what, r.detail, r.joined, r.sent) for r in connection.execute(rows))

    def remove(self, code: str, secret: str) -> None:
        """Remove the session with everything in it, the account too.

        Raises:
            NoSuchRoomError, WrongSecretError.
        """
        with self._store.locked(code) as (connection, room):
            led(connection, room, secret)
            self._empty(connection, room.id)
            for table in (ACCOUNTS, LINES, LEADERS):
                connection.execute(delete(table).where(table.c.room_id == room.id))
            connection.execute(delete(ROOMS).where(ROOMS.c.id == room.id))
        self._store.forget_traces()

    def purge(self) -> int:
        """Remove ballots and words whose days are over; the account stays. Returns of how many sessions.

        A session that nobody ended is ended first, so many days after it began.
        """
        now = self._store.now()
        due = select(ROOMS).where(ROOMS.c.remove_after < now, ROOMS.c.emptied.is_(None))
        with self._store.begun() as connection:
            codes = [row.code for row in connection.execute(due)]
        for code in codes:
            with self._store.locked(code) as (connection, room):
                if room.remove_after is None or room.remove_after >= now:
                    continue  # begun again at this very moment
                if room.state.phase != "closed":
                    state = after(room.plan, room.state, "end", {}, now).model_dump_json()
                    connection.execute(update(ROOMS).where(ROOMS.c.id == room.id).values(state=state, closed=now))
                    room = self._store.found(connection, code)  # noqa: PLW2901
                    self._store.line(connection, room, "end", {"step": room.state.here(room.plan).id})
                keep_account(self._store, connection, room)
                self._empty(connection, room.id)
                connection.execute(update(ROOMS).where(ROOMS.c.id == room.id).values(emptied=now))
        if codes:
            self._store.forget_traces()
        return len(codes)

    @staticmethod
    def _empty(connection: Connection, room_id: int) -> None:
        for table in OF_PEOPLE:
            if table is CARDS:  # cards that were handed out go on working
                connection.execute(update(CARDS).where(CARDS.c.room_id == room_id).values(person_id=None))
            else:
                connection.execute(delete(table).where(table.c.room_id == room_id))


def _fits(case: Case, plan: SessionPlan) -> None:
    """Before there are plans any case will do, also a draft with nothing but a title."""
    if plan.kind != "values" and (len(case.alternatives) < FEWEST_PLANS or not case.summed):
        raise CaseLacksError("room.case_lacks_plans")
    if plan.kind == "roles" and len(roles_of(case)) < FEWEST_ROLES:
        raise CaseLacksError("room.case_lacks_roles")


def _free_code(connection: Connection) -> str:
    for _ in range(50):
        code = join_code()
        if connection.scalar(select(ROOMS.c.id).where(ROOMS.c.code == code)) is None:
            return code
    raise FullRoomError


def _keep_release(connection: Connection, room: Session, ready: NewRelease) -> None:
    here = RELEASES.c.room_id == room.id
    number = (connection.scalar(select(func.max(RELEASES.c.number)).where(here)) or 0) + 1
    kept = {"stage": ready.stage, "ballots": ready.ballots, "result": ready.result}
    connection.execute(insert(RELEASES).values(room_id=room.id, number=number, **kept))


def _short(detail: Mapping[str, Any]) -> dict[str, Any]:
    """What the line keeps: names and numbers, no weights."""
    return {key: value for key, value in detail.items() if key in ("stage", "question", "step", "minutes")}
