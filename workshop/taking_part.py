"""What a participant can do: join, send an answer, see their own answers again. No name, no account, no address."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from workshop.answers import answer_of, spoken
from workshop.roles import DRAWN_FOR, drawn, roles_of
from workshop.room_errors import (
    AnswerError,
    CardError,
    FullRoomError,
    NewerAnswerError,
    NotOpenError,
    NotTakingPartError,
)
from workshop.room_secrets import hashed, is_token, new_token, typed_code
from workshop.room_store import RoomStore, Session
from workshop.room_tables import ANSWERS, CARDS, PEOPLE, SAYINGS

MOST_PEOPLE = 5000
_KEY = re.compile(r"[\w-]{1,60}", re.ASCII)
"""Of one sending."""
MADE_UP = "made_up"
WAYS = ("phone", "paper", "proxy", MADE_UP)
"""How a ballot came in: by a phone, from a printed ballot, typed for somebody, or made up in a rehearsal."""


@dataclass(frozen=True)
class Receipt:
    """An answer that is in the database now."""

    revision: int
    """1 for the first answer to a question; one more each time that it is changed."""
    again: bool
    """True when this very sending had been accepted before: nothing was changed."""


@dataclass(frozen=True)
class Own:
    """What one participant sent, for that participant alone."""

    answers: dict[str, dict[str, Any]]
    revisions: dict[str, int]
    table: str | None
    role: str | None


class TakingPart:
    """The side of the participants."""

    def __init__(self, store: RoomStore) -> None:
        self._store = store

    def join(self, code: str, *, card: str = "", way: str = "phone", again: bool = False) -> str:
        """A new participant; returns the token that is theirs alone.

        Args:
            card: The code on a card, in a session with cards or tables.
            way: How this ballot comes in; only whoever leads can ask another way than a phone.
            again: The same device took part before under another token; the ballot is flagged, not refused.

        Raises:
            NoSuchRoomError, NotOpenError, CardError, FullRoomError, StoreUnreachableError.
        """
        token = new_token()

        def joined(connection: Connection) -> None:
            room = self._store.found(connection, code, shared=True)
            if room.state.phase not in ("rehearsing", "live"):
                raise NotOpenError("room.is_closed" if room.state.phase == "closed" else "room.not_begun")
            if way == MADE_UP and room.state.phase != "rehearsing":
                raise NotOpenError("room.not_rehearsing")
            there = select(func.count()).select_from(PEOPLE).where(PEOPLE.c.room_id == room.id)
            if (connection.scalar(there) or 0) >= MOST_PEOPLE:
                raise FullRoomError
            new = {"room_id": room.id, "token_hash": hashed(token), "way": way, "doubled": again}
            person = connection.scalar(insert(PEOPLE).values(new).returning(PEOPLE.c.id))
            if room.plan.joining != "open" and way == "phone":
                found = _card(connection, room, card)
                doubled = again or _table_is_there(connection, room, found.table_label)
                connection.execute(update(CARDS).where(CARDS.c.id == found.id).values(person_id=person))
                of_card = {"table_label": found.table_label, "doubled": doubled}
                connection.execute(update(PEOPLE).where(PEOPLE.c.id == person).values(of_card))
            if room.plan.kind == "roles" and way in DRAWN_FOR:
                taken = connection.scalars(select(PEOPLE.c.role).where(PEOPLE.c.room_id == room.id))
                role = drawn([role.id for role in roles_of(self._store.case(room))], taken)
                connection.execute(update(PEOPLE).where(PEOPLE.c.id == person).values(role=role))

        self._store.together.run(joined)
        return token

    def send(
        self, code: str, token: str, question: str, body: object, *, key: str, on: int = 0, language: str = "nl"
    ) -> Receipt:
        """Keep an answer. It is committed when this returns.

        Args:
            key: Made by the phone for this sending; the same key again changes nothing and is accepted again.
            on: The revision that the phone saw last, 0 when it sent nothing yet.

        Raises:
            NoSuchRoomError, NotTakingPartError, NotOpenError, AnswerError, NewerAnswerError, StoreUnreachableError.
        """

        def kept(connection: Connection) -> Receipt:
            return self._kept(connection, code, token, question, body, key, on, language)

        try:
            return self._store.together.run(kept)
        except IntegrityError:  # two windows of one person at the same moment: the other one was first
            return self._store.together.run(kept)

    def _kept(
        self, connection: Connection, code: str, token: str, question: str, body: object, key: str, on: int,
        language: str,
    ) -> Receipt:  # fmt: skip
        room = self._store.found(connection, code, shared=True)
        person = self._person(connection, room, token, locked=True)
        if not _KEY.fullmatch(key):
            raise AnswerError("room.answer.shape", "key")
        if question not in room.plan.asked:
            raise NotOpenError
        here = (ANSWERS.c.person_id == person.id) & (ANSWERS.c.question == question)
        before = connection.execute(select(ANSWERS).where(here)).one_or_none()
        if before is not None and before.send_key == key:
            return Receipt(before.revision, again=True)
        if room.state.standing(question) != "open":
            raise NotOpenError
        answer = answer_of(room.plan, self._store.case(room), question, body)
        if before is not None and before.revision != on:
            raise NewerAnswerError(before.revision, json.loads(before.body))
        new = {"send_key": key, "body": as_kept(answer)}
        if before is None:
            place = {"person_id": person.id, "question": question, "room_id": room.id, "revision": 1}
            connection.execute(insert(ANSWERS).values(**place, **new))
        else:
            connection.execute(update(ANSWERS).where(here).values(revision=before.revision + 1, **new))
        said = spoken(answer)
        if said or before is not None:
            _keep_words(connection, room, person.id, question, said, language)
        return Receipt(1 if before is None else before.revision + 1, again=False)

    def own(self, code: str, token: str) -> Own:
        """What this participant sent.

        Raises:
            NoSuchRoomError, NotTakingPartError, StoreUnreachableError.
        """
        with self._store.begun() as connection:
            room = self._store.found(connection, code)
            person = self._person(connection, room, token)
            rows = connection.execute(select(ANSWERS).where(ANSWERS.c.person_id == person.id)).all()
        answers = {row.question: json.loads(row.body) for row in rows}
        return Own(answers, {row.question: row.revision for row in rows}, person.table_label, person.role)

    @staticmethod
    def _person(connection: Connection, room: Session, token: str, *, locked: bool = False) -> Row[Any]:
        """``locked``: no other window of this person changes an answer until the transaction ends."""
        if not is_token(token):
            raise NotTakingPartError
        rows = select(PEOPLE).where((PEOPLE.c.room_id == room.id) & (PEOPLE.c.token_hash == hashed(token)))
        found = connection.execute(rows.with_for_update() if locked else rows).one_or_none()
        if found is None:
            raise NotTakingPartError
        return found


def as_kept(answer: Mapping[str, Any]) -> str:
    """An answer as it stands in the database."""
    return json.dumps(answer, ensure_ascii=False, sort_keys=True)


def _card(connection: Connection, room: Session, typed: str) -> Row[Any]:
    here = (CARDS.c.room_id == room.id) & (CARDS.c.card_hash == hashed(typed_code(typed)))
    found = connection.execute(select(CARDS).where(here).with_for_update()).one_or_none()
    if found is None:
        raise CardError
    if found.person_id is not None:
        raise CardError("room.used_card")
    return found


def _table_is_there(connection: Connection, room: Session, label: str | None) -> bool:
    if label is None:
        return False
    here = (PEOPLE.c.room_id == room.id) & (PEOPLE.c.table_label == label)
    return connection.execute(select(PEOPLE.c.id).where(here).limit(1)).first() is not None


def _keep_words(connection: Connection, room: Session, person: int, question: str, said: str, language: str) -> None:
    """Own words wait until somebody read them; words that were changed wait again."""
    here = (SAYINGS.c.person_id == person) & (SAYINGS.c.question == question)
    before = connection.execute(select(SAYINGS).where(here)).one_or_none()
    if before is None and said:
        new = {"room_id": room.id, "person_id": person, "question": question, "kind": "reason", "state": "waiting"}
        connection.execute(insert(SAYINGS).values(words=said, language=language, **new))
    elif before is not None and before.words != said:
        state = "waiting" if said else "erased"
        connection.execute(update(SAYINGS).where(here).values(words=said, language=language, state=state))
