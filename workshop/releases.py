"""What is shown of a room's answers, worked out once when it is revealed and kept as it was shown."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, cast

import numpy as np
from sqlalchemy import select

from cases.definition.model import Case
from weighing.links import UNSURE
from workshop.answers import AGES, CAME, ELSEWHERE
from workshop.ballots import Ballot, ballots
from workshop.group.attendance import Attendance, all_attendance
from workshop.group.release import Snapshot, may_release
from workshop.group.reveals import Stage as GroupStage
from workshop.group.reveals import reveal
from workshop.group.votes import NONE, Votes
from workshop.named_values import WITHHELD, marked, named
from workshop.plan import SessionPlan
from workshop.room_errors import TooFewChangedError
from workshop.room_store import RoomStore, Session
from workshop.room_tables import RELEASES
from workshop.script import SOURCE

ASKED: Mapping[str, tuple[str, ...]] = {
    "shift_themes": ("weigh", "second"),
    "shift_outcome": ("weigh", "second"),
    "gut": ("weigh", "gut"),
}
"""Stages that lay the answers to two questions beside each other."""


@dataclass(frozen=True)
class NewRelease:
    """What will be shown, and which answers it rests on."""

    stage: str
    ballots: str
    result: str


def release(store: RoomStore, room: Session, stage: str) -> NewRelease:
    """Work out what a stage shows of the answers as they are now.

    Raises:
        TooFewChangedError: laid beside what was shown before, it would give a few people away.
        StoreUnreachableError.
    """
    questions = ASKED.get(stage, (SOURCE[stage],))
    given = {question: ballots(store, room, question) for question in questions}
    least = room.plan.smallest_group
    if min(map(len, given.values())) < least:  # nothing is shown of so few, so nothing rests on them either
        told = {"n": min(map(len, given.values())), **WITHHELD}
        return NewRelease(stage, "{}", json.dumps(told))
    for question, items in given.items():
        if not may_release(_snapshot(items), _before(store, room, question), least):
            raise TooFewChangedError
    result = _result(store, room, stage, *given.values())
    kept = {question: sorted(_snapshot(items)) for question, items in given.items()}
    return NewRelease(stage, json.dumps(kept), json.dumps(result, sort_keys=True))


def shown(store: RoomStore, room: Session) -> dict[str, dict[str, Any]]:
    """What was revealed and stands in sight now, by stage in the order in which it was revealed."""
    rows = select(RELEASES).where(RELEASES.c.room_id == room.id).order_by(RELEASES.c.number)
    with store.begun() as connection:
        latest = {row.stage: row.result for row in connection.execute(rows)}
    return {stage: json.loads(latest[stage]) for stage in room.state.shown if stage in latest}


def _snapshot(items: tuple[Ballot, ...]) -> Snapshot:
    return frozenset((str(item.person), item.revision) for item in items)


def _before(store: RoomStore, room: Session, question: str) -> list[Snapshot]:
    """The answers to a question on which something rests that was shown before, whatever the picture was."""
    rows = select(RELEASES.c.ballots).where(RELEASES.c.room_id == room.id)
    with store.begun() as connection:
        found = [json.loads(kept) for kept in connection.scalars(rows)]
    return [frozenset((person, revision) for person, revision in kept[question]) for kept in found if question in kept]


def _result(
    store: RoomStore, room: Session, stage: str, first: tuple[Ballot, ...], second: tuple[Ballot, ...] = ()
) -> dict[str, Any]:
    least, case = room.plan.smallest_group, store.case(room)
    answers = [item.answer for item in first]
    if stage == "values_named":
        return named(answers, least)
    if stage in ("marks", "mark_groups"):
        return marked(answers, least, groups=stage == "mark_groups")
    if stage == "who_came":
        silent = max(0, store.counts(room.id).joined - len(first))
        return {"questions": [asdict(found) for found in who_came(room.plan, answers, silent)]}
    if stage == "gut":
        return reveal(case, "gut", votes(case, first, second), None, least)
    later = votes(case, second) if stage in ASKED else None
    return reveal(case, cast(GroupStage, stage), votes(case, first), later, least)


def who_came(plan: SessionPlan, answers: Sequence[Mapping[str, Any]], silent: int) -> tuple[Attendance, ...]:
    """The voluntary questions, each by itself. ``silent``: people who were not asked or sent nothing."""
    choices = {"age": AGES, "area": (*plan.areas, ELSEWHERE), "came": CAME}
    given = {key: [*(answer.get(key) for answer in answers), *[None] * silent] for key in choices}
    shares = {key: plan.shares.get(key, {}) for key in choices}
    outside = {
        key: {one: shares[key][one] / 100 if one in shares[key] else None for one in known}
        for key, known in choices.items()
    }
    return all_attendance(given, outside, plan.smallest_group)


def votes(case: Case, given: tuple[Ballot, ...], gut: tuple[Ballot, ...] = ()) -> Votes:
    """The weightings of a room as rows of points, NaN where somebody left a theme open; and what these people felt."""
    themes, summed = [theme.id for theme in case.themes], [criterion.id for criterion in case.summed]
    points = [[_number(item.answer["points"][theme]) for theme in themes] for item in given]
    inside = [[_number(item.answer.get("criteria", {}).get(key, UNSURE)) for key in summed] for item in given]
    felt = {item.person: item.answer["choice"] for item in gut}
    rows = {item.id: row for row, item in enumerate(case.alternatives)}
    return Votes(
        case,
        np.array(points, dtype=float),
        keys=tuple(str(item.person) for item in given),
        criterion_points=np.array(inside, dtype=float) if any("criteria" in item.answer for item in given) else None,
        gut=np.array([rows.get(felt.get(item.person, ""), NONE) for item in given]) if gut else None,
    )


def _number(found: float | str) -> float:
    return float("nan") if found == UNSURE else float(found)
