"""A rehearsal: made-up people take part and answer each question as it opens, until the evening itself begins."""

from collections.abc import Mapping
from typing import Any, get_args

import numpy as np
from sqlalchemy import Connection, insert, select

from cases.definition.criterion import MonitorTopic
from cases.definition.model import Case
from texts import words
from weighing.links import UNSURE
from weighing.weighing import Weighing
from workshop.answers import AGES, CAME, ELSEWHERE, SAID, answer_of, spoken
from workshop.group.votes import NONE
from workshop.rehearsal import MadeUpParticipant, made_up_participants
from workshop.room_errors import AnswerError, StepError
from workshop.room_secrets import new_token
from workshop.room_store import RoomStore, Session
from workshop.room_tables import ANSWERS, PEOPLE, SAYINGS
from workshop.taking_part import MADE_UP, TakingPart, as_kept

USUAL, MOST = 60, 500
"""How many people are made up when nobody says how many, and the most at once."""
TELLS_WHO, SPEAKS, SPEAKS_LAST = 0.8, 0.1, 0.3
"""Chance to answer a voluntary question; to write a reason; and to write a line at the end."""
NAMED, NEEDS_FIGURE, HAS_LIMIT = 4, 0.5, 0.2
"""The most values that somebody names; and the chance that one needs a figure, or has a limit."""


def let_made_up_join(store: RoomStore, code: str, many: int = USUAL) -> None:
    """So many people more, who also answer what is asked now.

    Raises:
        AnswerError: none, or too many; StepError: nothing is rehearsed now; NoSuchRoomError, FullRoomError,
        StoreUnreachableError.
    """
    if not 0 < many <= MOST:
        raise AnswerError("room.made_up_number", "many")
    if store.room(code).state.phase != "rehearsing":
        raise StepError("room.not_rehearsing")
    for _ in range(many):
        TakingPart(store).join(code, way=MADE_UP)
    answer_what_is_open(store, code)


def answer_what_is_open(store: RoomStore, code: str) -> None:
    """The made-up people of a rehearsal answer what is asked now; without a rehearsal nothing happens.

    Raises:
        NoSuchRoomError, StoreUnreachableError.
    """
    if store.room(code).state.phase == "rehearsing":
        store.together.run(lambda connection: _answer(store, connection, code))


def _answer(store: RoomStore, connection: Connection, code: str) -> None:
    room = store.found(connection, code, shared=True)
    asked = [question for question in room.plan.asked if room.state.standing(question) == "open"]
    if room.state.phase != "rehearsing" or not asked:
        return
    rows = select(PEOPLE.c.id).where(PEOPLE.c.room_id == room.id, PEOPLE.c.way == MADE_UP).order_by(PEOPLE.c.id)
    found = list(connection.scalars(rows))
    if not found:
        return
    case = store.case(room)
    weighs = room.plan.kind != "values"
    people = made_up_participants(case, len(found), room.id) if weighs else (None,) * len(found)
    for question in asked:
        here = select(ANSWERS.c.person_id).where(ANSWERS.c.room_id == room.id, ANSWERS.c.question == question)
        sent = set(connection.scalars(here))
        place = next(number for number, step in enumerate(room.plan.steps) if step.question == question)
        for number, (person, one) in enumerate(zip(found, people, strict=True)):
            late = one is not None and one.joins > place / len(room.plan.steps)
            chance = np.random.default_rng([room.id, number, place])
            body = None if late or person in sent else _body(room, case, question, one, chance)
            if body is not None:
                _keep(connection, room, person, question, answer_of(room.plan, case, question, body))


def _keep(connection: Connection, room: Session, person: int, question: str, answer: Mapping[str, Any]) -> None:
    of_person = {"room_id": room.id, "person_id": person, "question": question}
    kept = {"revision": 1, "send_key": new_token(), "body": as_kept(answer)}
    connection.execute(insert(ANSWERS).values(**of_person, **kept))
    if said := spoken(answer):
        new = {"kind": "reason", "state": "waiting", "words": said, "language": room.plan.languages[0]}
        connection.execute(insert(SAYINGS).values(**of_person, **new))


def _body(
    room: Session, case: Case, question: str, one: MadeUpParticipant | None, chance: np.random.Generator
) -> dict[str, Any] | None:
    """What somebody answers, as a phone would send it; None for no answer."""
    said = words(room.plan.languages[0])("room.made_up_said")
    if question == "attendance":
        choices = {"age": AGES, "area": (*room.plan.areas, ELSEWHERE), "came": CAME}
        return {key: str(chance.choice(known)) for key, known in choices.items() if chance.random() < TELLS_WHO}
    if question == "name":
        named = chance.permutation(get_args(MonitorTopic))[: int(chance.integers(1, NAMED + 1))]
        return {"values": [{"topic": str(topic), "words": ""} for topic in named]}
    if question == "mark":
        return {"marks": {topic: _mark(chance) for topic in get_args(MonitorTopic)}}
    if question == "record":
        return {SAID: said} if chance.random() < SPEAKS_LAST else None
    if one is None:
        return None
    if question == "gut":
        return None if one.gut == NONE else {"choice": case.alternatives[one.gut].id}
    given = one.first if question == "weigh" else one.second
    return None if given is None else _points(case, given) | ({SAID: said} if chance.random() < SPEAKS else {})


def _points(case: Case, given: Weighing) -> dict[str, Any]:
    return {"points": {theme.id: given.theme_points.get(theme.id, UNSURE) for theme in case.themes}}


def _mark(chance: np.random.Generator) -> dict[str, Any]:
    figure, limit = chance.random(2) < (NEEDS_FIGURE, HAS_LIMIT)
    return {"figure": bool(figure), "limit": bool(limit), "words": ""}
