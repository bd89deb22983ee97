"""Where a session stands, and what whoever leads it can do. Pure: a state and a command give the next state."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from workshop.plan import SessionPlan
from workshop.room_errors import StepError
from workshop.script import SOURCE, Step

Asked = Literal["waiting", "open", "closed"]
Phase = Literal["prepared", "rehearsing", "live", "closed"]
LONGEST_TIMER = 120
"""Minutes."""
MOST_POINTS = 100.0


class WhatIf(BaseModel):
    """A weighting that whoever leads tries on the wall: an exploration, never the voice of the room."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    points: dict[str, Annotated[float, Field(ge=0, le=MOST_POINTS)]]
    profile: str | None = None
    """Id of a profile of the case, ``room`` for the medians of the room, ``group-1`` .. for one of its groups."""


class RoomState(BaseModel):
    """Where a session stands. Everything here may be known to everybody."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    phase: Phase = "prepared"
    step: int = 0
    asked: Mapping[str, Asked] = Field(default_factory=dict)
    """How each question stands; one that is not in here waits."""
    shown: tuple[str, ...] = ()
    """The stages that were revealed, in the order in which that was done."""
    blank: bool = False
    timer_ends: str | None = None
    """Moment in UTC; a timer that ends closes nothing."""
    what_if: WhatIf | None = None
    what_if_before: WhatIf | None = None
    """The one before, shown as a ghost and brought back by undo."""
    predict: bool = False
    """Whether the room is asked what will happen before a slider is moved."""
    page: int = 0
    """Which part of a step the wall shows, where it has several: alternatives one by one, themes one by one."""
    qr_large: bool = False

    def here(self, plan: SessionPlan) -> Step:
        """The step that the session is at."""
        return plan.steps[self.step]

    def standing(self, question: str) -> Asked:
        """How a question stands."""
        return self.asked.get(question, "waiting")


def after(plan: SessionPlan, state: RoomState, command: str, detail: Mapping[str, Any], now: str) -> RoomState:
    """The state after a command. ``now``: the moment of the server in UTC.

    Raises:
        StepError: it cannot be done here; nothing changes.
    """
    if command not in DOES:
        raise StepError("room.no_command")
    if state.phase == "closed" and command != "again":
        raise StepError("room.is_closed")
    if state.phase == "prepared" and command not in ("rehearse", "begin"):
        raise StepError("room.not_begun")
    return DOES[command](plan, state, detail, now)


def _changed(state: RoomState, **new: Any) -> RoomState:
    return RoomState.model_validate({**state.model_dump(), **new})


def _rehearse(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    if state.phase != "prepared":
        raise StepError("room.begun_already")
    return _entered(plan, RoomState(phase="rehearsing"), 0)


def _begin(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    """From rehearsal to the evening itself; the store removes what was rehearsed in the same transaction."""
    if state.phase == "live":
        raise StepError("room.begun_already")
    return _entered(plan, RoomState(phase="live"), 0)


def _next(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    return _entered(plan, state, state.step + 1)


def _previous(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    return _entered(plan, state, state.step - 1)


def _jump(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    names = [step.id for step in plan.steps]
    if detail.get("step") not in names:
        raise StepError("room.no_step")
    return _entered(plan, state, names.index(detail["step"]))


def _entered(plan: SessionPlan, state: RoomState, step: int) -> RoomState:
    """At another step. A question that is open stays open until somebody closes it, so nobody loses an answer by a
    slip; the walk-in asks from the start."""
    if not 0 <= step < len(plan.steps):
        raise StepError("room.no_step")
    asked = dict(state.asked)
    if plan.steps[step].question == "attendance" and plan.asks_who and state.standing("attendance") == "waiting":
        asked["attendance"] = "open"
    return _changed(state, step=step, page=0, asked=asked, timer_ends=None, qr_large=False, predict=False)


def _question(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any]) -> str:
    question = detail.get("question", state.here(plan).question)
    if question not in plan.asked:
        raise StepError("room.no_question")
    return str(question)


def _open(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    """Ask. What was shown of these answers is hidden, for who sees the room may follow it."""
    question = _question(plan, state, detail)
    return _changed(state, asked={**state.asked, question: "open"}, shown=_without(state.shown, question))


def _close(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    question = _question(plan, state, detail)
    if state.standing(question) != "open":
        raise StepError("room.not_open")
    return _changed(state, asked={**state.asked, question: "closed"}, timer_ends=None)


def _reset(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    """Back to where nothing was asked; the answers themselves stay in the database."""
    question = _question(plan, state, detail)
    asked = {key: standing for key, standing in state.asked.items() if key != question}
    return _changed(state, asked=asked, shown=_without(state.shown, question), timer_ends=None)


def _without(shown: tuple[str, ...], question: str) -> tuple[str, ...]:
    """Without what shows these answers; the second round is laid beside the first, so it hides with the first too."""
    gone = {question, "second"} if question == "weigh" else {question}
    return tuple(stage for stage in shown if SOURCE[stage] not in gone)


def stages_of(plan: SessionPlan) -> tuple[str, ...]:
    """Everything that can be revealed in this session."""
    found = [stage for step in plan.steps for stage in step.stages]
    return (*(("who_came",) if plan.asks_who else ()), *found)


def _stage(plan: SessionPlan, detail: Mapping[str, Any]) -> str:
    stage = detail.get("stage")
    if stage not in stages_of(plan):
        raise StepError("room.no_stage")
    return str(stage)


def _reveal(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    stage = _stage(plan, detail)
    if state.standing(SOURCE[stage]) != "closed":
        raise StepError("room.close_first")
    if stage in state.shown:
        return state
    return _changed(state, shown=(*state.shown, stage))


def _hide(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    stage = _stage(plan, detail)
    return _changed(state, shown=tuple(item for item in state.shown if item != stage))


def _blank(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    return _changed(state, blank=True)


def _unblank(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    return _changed(state, blank=False)


def _timer(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    minutes = detail.get("minutes")
    if not isinstance(minutes, int | float) or isinstance(minutes, bool) or not 0 < minutes <= LONGEST_TIMER:
        raise StepError("room.timer")
    return _changed(state, timer_ends=(datetime.fromisoformat(now) + timedelta(minutes=minutes)).isoformat())


def _no_timer(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    return _changed(state, timer_ends=None)


def _what_if(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    try:
        tried = WhatIf.model_validate(detail)
    except ValidationError as error:
        raise StepError("room.what_if") from error
    return _changed(state, what_if=tried, what_if_before=state.what_if, predict=False)


def _undo(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    return _changed(state, what_if=state.what_if_before, what_if_before=state.what_if)


def _clear(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    return _changed(state, what_if=None, what_if_before=None, predict=False)


def _predict(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    return _changed(state, predict=bool(detail.get("on", True)))


def _page(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    page = detail.get("page")
    if not isinstance(page, int) or isinstance(page, bool) or not 0 <= page < 100:
        raise StepError("room.no_page")
    return _changed(state, page=page)


def _qr(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    return _changed(state, qr_large=bool(detail.get("on", not state.qr_large)))


def _end(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    """Nothing is asked any more; what was revealed stays in sight."""
    asked = {key: "closed" if standing == "open" else standing for key, standing in state.asked.items()}
    return _changed(state, phase="closed", asked=asked, timer_ends=None, blank=False, what_if=None, what_if_before=None)


def _again(plan: SessionPlan, state: RoomState, detail: Mapping[str, Any], now: str) -> RoomState:
    """Open a session that was closed by mistake."""
    if state.phase != "closed":
        raise StepError("room.begun_already")
    return _changed(state, phase="live")


DOES = {
    "rehearse": _rehearse,
    "begin": _begin,
    "next": _next,
    "previous": _previous,
    "jump": _jump,
    "open": _open,
    "close": _close,
    "hide": _hide,
    "reveal": _reveal,
    "reset": _reset,
    "blank": _blank,
    "unblank": _unblank,
    "timer": _timer,
    "no_timer": _no_timer,
    "what_if": _what_if,
    "undo": _undo,
    "clear": _clear,
    "predict": _predict,
    "page": _page,
    "qr": _qr,
    "end": _end,
    "again": _again,
}
"""What whoever leads can do, by name."""
