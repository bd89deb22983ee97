"""Legal duties that a choice may touch, and what to follow after the decision; both stand in case.yaml."""

from pydantic import Field

from cases.definition.group_claims import YesNoUnknown
from files.fields import Id, SourceId, Strict, Text


class Duty(Strict):
    """A legal duty that the choice may touch. A signal for who prepares the decision, not legal advice."""

    id: Id
    label: Text = Field(description="A question that yes or no can answer: is there such an investigation?")
    answer: YesNoUnknown
    why: Text = Field(description="Whether the duty applies, what the answer rests on, and what was not checked.")
    sources: tuple[SourceId, ...] = ()


class FollowUp(Strict):
    """An indicator to follow after the decision: one promise of the plan of evaluation."""

    criterion: Id
    what: Text = Field(description="What is measured or counted, so that it can be compared with the effect here.")
    when: Text
    who: Text = Field(description="An organisation or a role, never a name.")
