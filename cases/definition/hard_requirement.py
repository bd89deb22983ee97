"""A hard requirement and a function of the land, as planners write them in case.yaml.

A requirement is a limit that no score and no euro lifts. It is tested on an effect of the case, or answered with yes,
no or unknown for each alternative.
"""

from typing import Literal

from pydantic import Field, model_validator

from cases.definition.group_claims import YesNoUnknown
from files.fields import Fault, Id, Number, SourceId, Strict, Text, refusal
from texts.message import message


class Limit(Strict):
    """The number that must be reached, or not passed."""

    direction: Literal["at_least", "at_most"]
    value: Number
    unit: str = Field(min_length=1, description="The unit of the criterion, written again on purpose.")


class RequirementAnswer(Strict):
    """Whether one alternative meets a requirement that has no criterion."""

    answer: YesNoUnknown
    why: Text
    sources: tuple[SourceId, ...] = ()


class Requirement(Strict):
    """A limit that an alternative must meet before any sum is made."""

    id: Id
    label: Text
    ground: Literal["law", "right", "council_decision", "floor", "ceiling", "proposal"]
    status: Literal["law", "proposal"] = Field(description="law: it binds now. proposal: somebody asks for it.")
    set_by: Text = Field(description="The organisation that set it.")
    why: Text = Field(description="What it asks, of which area, and what was not checked.")
    sources: tuple[SourceId, ...] = Field(min_length=1)
    criterion: Id | None
    limit: Limit | None = None
    answers: dict[str, RequirementAnswer] = Field(default_factory=dict, description="By alternative.")

    @model_validator(mode="after")
    def _one_kind_of_test(self) -> "Requirement":
        faults = []
        if self.criterion is not None and (self.limit is None or self.answers):
            faults.append(Fault(("criterion",), message("requirements.no_limit")))
        if self.criterion is None and (self.limit is not None or not self.answers):
            faults.append(Fault(("criterion",), message("requirements.no_answers")))
        if (self.ground, self.status) in (("law", "proposal"), ("proposal", "law")):
            faults.append(
                Fault(("status",), message("requirements.ground_and_status", ground=self.ground, status=self.status))
            )
        if faults:
            raise refusal(*faults)
        return self


class Serves(Strict):
    """Whether an alternative serves a function."""

    answer: Literal["yes", "partly", "no", "unknown"]
    why: Text | None = None


class LandFunction(Strict):
    """Something the same land can be used for, beside other things."""

    id: Id
    label: Text
    alternatives: dict[str, Serves] = Field(description="One answer for each alternative.")
    sources: tuple[SourceId, ...] = Field(min_length=1)
