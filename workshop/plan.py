"""How a session was prepared. Fixed from the moment it opens."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from texts import LANGUAGES
from workshop.room_errors import PlanError
from workshop.script import ALWAYS, SCRIPTS, Kind, Step, StepId, steps_of

SMALLEST_GROUP = 7
"""Of fewer people nothing is ever shown apart; a session can ask for more, never for less."""
MOST_TABLES = 60
LONGEST_KEPT = 365
"""Days that ballots can be kept after the session closed."""
Depth = Literal["themes", "criteria"]
Joining = Literal["open", "codes", "tables"]
"""``open``: whoever has the link. ``codes``: a card with a code that works once. ``tables``: one ballot per table."""


class SessionPlan(BaseModel):
    """What whoever leads chose beforehand."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind = "plans"
    title: Annotated[str, Field(min_length=3, max_length=120)]
    left_out: frozenset[StepId] = frozenset()
    """Steps of the script that this session goes without."""
    depth: Depth = "themes"
    joining: Joining = "open"
    languages: tuple[str, ...] = LANGUAGES
    """The first one is the language of the wall."""
    tables: Annotated[int, Field(ge=0, le=MOST_TABLES)] = 0
    """How many tables there are; 0 where people sit as they like."""
    smallest_group: Annotated[int, Field(ge=SMALLEST_GROUP, le=50)] = SMALLEST_GROUP
    days_kept: Annotated[int, Field(ge=1, le=LONGEST_KEPT)] = 30
    """Days after the session closed; then the ballots are removed by themselves and the account stays."""
    asks_who: bool = False
    """Whether three voluntary questions are asked: age group, neighbourhood, how people came here."""
    areas: tuple[Annotated[str, Field(min_length=1, max_length=60)], ...] = Field(default=(), max_length=12)
    """Neighbourhoods to choose from in those questions."""
    shares: Mapping[str, Mapping[str, Annotated[float, Field(ge=0, le=100)]]] = Field(default_factory=dict)
    """The make-up of the neighbourhood, in percent by question and answer, for as far as it is known."""
    shares_source: Annotated[str, Field(max_length=200)] = ""
    invited: Annotated[str, Field(max_length=2000)] = ""
    """How people were invited and who, in own words. Part of the account."""

    @field_validator("languages")
    @classmethod
    def _known(cls, found: tuple[str, ...]) -> tuple[str, ...]:
        if not found or set(found) - set(LANGUAGES) or len(set(found)) != len(found):
            raise ValueError("languages")
        return found

    @field_validator("left_out")
    @classmethod
    def _optional(cls, found: frozenset[str]) -> frozenset[str]:
        return frozenset(found - ALWAYS)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of this session in order."""
        return steps_of(self.kind, self.left_out)

    @property
    def asked(self) -> tuple[str, ...]:
        """The questions of this session in order."""
        return tuple(step.question for step in self.steps if step.question and self._is_asked(step.question))

    def _is_asked(self, question: str) -> bool:
        return question != "attendance" or self.asks_who


def plan_of(found: Mapping[str, object]) -> SessionPlan:
    """The plan that a form or the database holds.

    Raises:
        PlanError: names the first part that is not as it should be.
    """
    try:
        plan = SessionPlan.model_validate(found)
    except ValidationError as error:
        raise PlanError(".".join(map(str, error.errors()[0]["loc"]))) from error
    if plan.left_out - {step.id for step in SCRIPTS[plan.kind]}:
        raise PlanError("left_out")
    if plan.joining == "tables" and not plan.tables:
        raise PlanError("tables")
    return plan
