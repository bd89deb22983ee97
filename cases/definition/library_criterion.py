"""A criterion of the library: what many Dutch land-use cases compare on, to pick and adapt."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from cases.definition.criterion import MonitorTopic
from files.fields import Fault, Id, Number, Strict, Text, refusal
from texts.message import message


class LibraryCriterion(Strict):
    """One line of cases/library/criteria.csv."""

    id: Id
    label: Text
    unit: Annotated[str, Field(min_length=1)]
    unit_label: Text
    better: Literal["higher", "lower"]
    low: Number = Field(description="Lower end of what is usual, in `unit`; no figure about any place.")
    high: Number
    some: Annotated[Number, Field(gt=0)] = Field(description="A yardstick to begin with: from here on it is + or -.")
    much: Number = Field(description="The same for ++ or --.")
    topic: MonitorTopic
    time_place: Literal["now", "later", "elsewhere"]
    level: Literal["location", "neighbourhood", "city", "region", "world"]
    sdg: tuple[Annotated[int, Field(ge=1, le=17)], ...] = Field(
        min_length=1, description="Goals that the topic touches: our own reading, since CBS names no table."
    )
    basis: Id = Field(description="What range and yardstick rest on: a line of origins.csv.")
    found_in: tuple[Id, ...] = Field(min_length=1, description="Where a figure comes from: lines of origins.csv.")
    derivation: Text = Field(description="How one makes the figure.")
    words: tuple[str, ...] = Field(min_length=1, description="Names under which it stands in sheets, in lower case.")

    @model_validator(mode="after")
    def _is_in_order(self) -> "LibraryCriterion":
        if not (self.low < self.high and self.some < self.much <= self.high - self.low):
            raise refusal(Fault((), message("library.not_in_order", id=self.id)))
        return self


class Origin(Strict):
    """One line of cases/library/origins.csv: where figures, ranges and yardsticks come from."""

    id: Id
    title: Text
    checked: Text = Field(description="What of it was looked up, and what was not.")
