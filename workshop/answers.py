"""What people send, checked before it is kept. An answer that cannot be right is refused whole, never mended."""

import math
import re
from collections.abc import Mapping
from typing import Any, get_args

from cases.definition.criterion import MonitorTopic
from cases.definition.model import Case
from cases.store.said_words import clean
from weighing.links import UNSURE
from weighing.weighing import LARGEST
from workshop.plan import SessionPlan
from workshop.room_errors import AnswerError

NONE_OF_THESE = "none"
"""Chosen as gut feeling: no alternative, or no idea."""
AGES = ("under_25", "25_44", "45_64", "65_up")
CAME = ("invited", "neighbour", "organisation", "otherwise")
ELSEWHERE = "elsewhere"
SAID = "said"
"""The part of an answer with own words, for whoever moderates."""
LONGEST_SAID = 300
"""Characters of a reason: what can be read on a wall."""
MOST_NAMED = 10
LONGEST_NAMED = 80
LIMIT = 200
TOPICS = get_args(MonitorTopic)
_SAID = re.compile(r"said\.[1-9]\d{0,8}", re.ASCII)
"""Own words that were shown to the room, by their number."""


def answer_of(plan: SessionPlan, case: Case, question: str, found: object) -> dict[str, Any]:
    """The answer to a question, as it is kept.

    Args:
        found: What was sent: for ``weigh`` and ``second`` ``{"points": {theme: 0-100 or "x"}, "criteria": {...}}``, for
            ``gut`` ``{"choice": alternative}``, for ``attendance`` ``{"age", "area", "came"}``, for ``name``
            ``{"values": [{"topic", "words"}]}``, for ``mark`` ``{"marks": {value: {"figure", "limit"}}}``, for
            ``record`` nothing but words. Each may hold ``said``: own words.

    Raises:
        AnswerError: names the part that cannot be right.
    """
    if not isinstance(found, dict) or not all(isinstance(key, str) for key in found):
        raise AnswerError("room.answer.shape")
    said = _words(found.get(SAID, ""), LONGEST_SAID, SAID)
    kept = _CHECKS[question](plan, case, found)
    if question == "record" and not said:
        raise AnswerError("room.answer.empty", SAID)
    return kept | ({SAID: said} if said else {})


def spoken(answer: Mapping[str, Any]) -> str:
    """All own words in an answer that was kept, for whoever moderates."""
    inside = [item["words"] for item in (*answer.get("values", ()), *answer.get("marks", {}).values())]
    return "; ".join(filter(None, [*inside, answer.get(SAID, "")]))


def _weighing(plan: SessionPlan, case: Case, found: Mapping[str, Any]) -> dict[str, Any]:
    """Every theme has points or is left open on purpose; the largest step is 100, unless all are left open."""
    themes = {theme.id for theme in case.themes}
    points = found.get("points")
    if not isinstance(points, dict) or set(points) != themes:
        raise AnswerError("room.answer.themes", "points")
    kept: dict[str, Any] = {"points": {theme.id: _points(points[theme.id], theme.id) for theme in case.themes}}
    given = [value for value in kept["points"].values() if value != UNSURE]
    if given and max(given) != LARGEST:
        raise AnswerError("room.answer.largest", "points")
    inside = found.get("criteria")
    if inside and plan.depth == "criteria":
        kept["criteria"] = _criteria(case, inside)
    return kept


def _criteria(case: Case, inside: object) -> dict[str, float]:
    """Of each theme that was opened all criteria, with one of them at 100."""
    if not isinstance(inside, dict):
        raise AnswerError("room.answer.shape", "criteria")
    kept: dict[str, float] = {}
    for theme in case.themes:
        here = [criterion.id for criterion in case.summed_in(theme.id)]
        if not set(here) & set(inside):
            continue
        if not set(here) <= set(inside):
            raise AnswerError("room.answer.themes", theme.id)
        points = {key: _points(inside[key], key, open_too=False) for key in here}
        if max(map(float, points.values())) != LARGEST:
            raise AnswerError("room.answer.largest", theme.id)
        kept |= {key: float(value) for key, value in points.items()}
    if set(inside) - set(kept):
        raise AnswerError("room.answer.unknown", str(min(set(inside) - set(kept))))
    return kept


def _points(found: object, part: str, *, open_too: bool = True) -> float | str:
    if open_too and found == UNSURE:
        return UNSURE
    if isinstance(found, bool) or not isinstance(found, int | float) or not math.isfinite(found):
        raise AnswerError("room.answer.number", part)
    if not 0 <= found <= LARGEST:
        raise AnswerError("room.answer.range", part)
    return round(float(found), 3)


def _gut(plan: SessionPlan, case: Case, found: Mapping[str, Any]) -> dict[str, Any]:
    known = (NONE_OF_THESE, *(item.id for item in case.alternatives))
    return {"choice": _one_of(found.get("choice"), known, "choice")}


def _attendance(plan: SessionPlan, case: Case, found: Mapping[str, Any]) -> dict[str, Any]:
    """Each of the three may be left out."""
    known = {"age": AGES, "area": (*plan.areas, ELSEWHERE), "came": CAME}
    return {key: _one_of(found[key], choices, key) for key, choices in known.items() if found.get(key)}


def _name(plan: SessionPlan, case: Case, found: Mapping[str, Any]) -> dict[str, Any]:
    values = found.get("values")
    if not isinstance(values, list) or not 0 < len(values) <= MOST_NAMED:
        raise AnswerError("room.answer.values", "values")
    kept = []
    for item in values:
        if not isinstance(item, dict):
            raise AnswerError("room.answer.shape", "values")
        topic = item.get("topic") or ""
        if topic and topic not in TOPICS:  # a name of one's own would be on the wall before anybody read it
            raise AnswerError("room.answer.unknown", "topic")
        words = _words(item.get("words", ""), LONGEST_NAMED, "words")
        if not topic and not words:
            raise AnswerError("room.answer.empty", "values")
        kept.append({"topic": topic, "words": words})
    return {"values": kept}


def _mark(plan: SessionPlan, case: Case, found: Mapping[str, Any]) -> dict[str, Any]:
    marks = found.get("marks")
    if not isinstance(marks, dict) or len(marks) > 100:
        raise AnswerError("room.answer.shape", "marks")
    kept = {}
    for key, item in marks.items():
        if not isinstance(item, dict):
            raise AnswerError("room.answer.shape", "marks")
        if key not in TOPICS and not _SAID.fullmatch(key):
            raise AnswerError("room.answer.unknown", "marks")
        kept[key] = {
            "figure": item.get("figure") is True,
            "limit": item.get("limit") is True,
            "words": _words(item.get("words", ""), LIMIT, "words"),
        }
    return {"marks": kept}


def _record(plan: SessionPlan, case: Case, found: Mapping[str, Any]) -> dict[str, Any]:
    return {}


def _one_of(found: object, known: tuple[str, ...], part: str) -> str:
    if not isinstance(found, str) or found not in known:
        raise AnswerError("room.answer.unknown", part)
    return found


def _words(found: object, longest: int, part: str) -> str:
    if not isinstance(found, str):
        raise AnswerError("room.answer.shape", part)
    if len(found) > 4 * longest:  # before it is cleaned: what is much too long is not looked at
        raise AnswerError("room.answer.long", part)
    kept = clean(found).replace("\n", " ").strip()
    if len(kept) > longest:
        raise AnswerError("room.answer.long", part)
    return kept


_CHECKS = {
    "attendance": _attendance,
    "gut": _gut,
    "weigh": _weighing,
    "second": _weighing,
    "name": _name,
    "mark": _mark,
    "record": _record,
}
