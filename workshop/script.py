"""What a session goes through: its steps, what each asks of people, and what can be shown of the answers, in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

Kind = Literal["plans", "values", "roles"]
"""``plans``: weigh the alternatives of a case. ``values``: before there are plans, what is of value here.
``roles``: first in somebody else's shoes, then in one's own."""
StepId = Literal[
    "walk_in", "frame", "facts", "gut", "cards", "weigh", "values", "outcome", "second", "shift",
    "name", "mark", "marks", "record",
]  # fmt: skip
Question = Literal["attendance", "gut", "weigh", "second", "name", "mark", "record"]
"""What people answer. ``weigh`` and ``second`` are the two rounds of weighing."""
Stage = Literal[
    "who_came", "gut", "agreement", "distribution", "groups", "first", "robust", "shift_themes", "shift_outcome",
    "values_named", "marks", "mark_groups",
]  # fmt: skip
"""What can be shown of the answers."""
KINDS: tuple[Kind, ...] = get_args(Kind)
QUESTIONS: tuple[Question, ...] = get_args(Question)
STAGES: tuple[Stage, ...] = get_args(Stage)


@dataclass(frozen=True)
class Step:
    """One step of the script."""

    id: StepId
    minutes: int
    """How long it usually takes; a clock on the desk, which closes nothing."""
    question: Question | None = None
    stages: tuple[Stage, ...] = ()
    """What can be shown here, in this order."""


_BEGIN = (Step("walk_in", 10, "attendance"), Step("frame", 10))
_RECORD = Step("record", 10, "record")
_SHOWN = (
    Step("values", 15, None, ("agreement", "distribution", "groups")),
    Step("outcome", 15, None, ("gut", "first", "robust")),
)
SCRIPTS: Mapping[Kind, tuple[Step, ...]] = MappingProxyType(
    {
        "plans": (
            *_BEGIN,
            Step("facts", 10),
            Step("gut", 5, "gut"),
            Step("weigh", 15, "weigh"),
            *_SHOWN,
            Step("second", 10, "second"),
            Step("shift", 5, None, ("shift_themes", "shift_outcome")),
            _RECORD,
        ),
        "values": (
            *_BEGIN,
            Step("name", 20, "name", ("values_named",)),
            Step("mark", 20, "mark"),
            Step("marks", 20, None, ("marks", "mark_groups")),
            _RECORD,
        ),
        "roles": (  # one lesson of 40 minutes
            Step("walk_in", 3, "attendance"),
            Step("frame", 3),
            Step("facts", 4),
            Step("cards", 3),
            Step("weigh", 7, "weigh"),
            Step("values", 5, None, ("agreement", "distribution", "groups")),
            Step("outcome", 5, None, ("first", "robust")),
            Step("second", 5, "second"),
            Step("shift", 3, None, ("shift_themes", "shift_outcome")),
            Step("record", 2, "record"),
        ),
    }
)
"""The whole script of each kind. A session may leave steps out (``steps_of``), never put them in another order."""
ALWAYS: frozenset[StepId] = frozenset({"walk_in", "record"})
"""Steps that cannot be left out."""
SOURCE: Mapping[str, Question] = MappingProxyType(
    {
        "who_came": "attendance",
        "gut": "gut",
        "agreement": "weigh",
        "distribution": "weigh",
        "groups": "weigh",
        "first": "weigh",
        "robust": "weigh",
        "shift_themes": "second",
        "shift_outcome": "second",
        "values_named": "name",
        "marks": "mark",
        "mark_groups": "mark",
    }
)
"""The question whose answers a stage shows; while that is open nothing of it is shown."""


def steps_of(kind: Kind, left_out: frozenset[str] = frozenset()) -> tuple[Step, ...]:
    """The steps of a session, without those that were left out, and without the stages that need a left-out step."""
    kept = [step for step in SCRIPTS[kind] if step.id in ALWAYS or step.id not in left_out]
    asked = {step.question for step in kept}
    return tuple(
        Step(step.id, step.minutes, step.question, tuple(stage for stage in step.stages if SOURCE[stage] in asked))
        for step in kept
    )
