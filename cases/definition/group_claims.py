"""The groups of a case, and what each alternative means for them: case.yaml and impacts_by_group.csv.

One line of the table is one claim about one group. A claim has a direction and a size, or a figure with its unit; what
nobody knows is a claim too, with the direction ``unknown``.
"""

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from files.fields import Grade, Id, SourceId, Strict, Text

Direction = Literal["gain", "loss", "none", "unknown"]
Size = Literal["small", "medium", "large", "unknown"]
Role = Literal["pays", "gains", "bears", "works", "lives"]
YesNoUnknown = Literal["yes", "no", "unknown"]


class Vulnerable(Strict):
    """Whether a group finds it hard to cope with a setback."""

    answer: YesNoUnknown
    why: Text
    sources: tuple[SourceId, ...] = ()


class Group(Strict):
    """People, firms or nature for whom the choice means something."""

    id: Id
    label: Text
    about: Text
    vulnerable: Vulnerable
    time_place: Literal["now", "later", "elsewhere"] = Field(description="Here and now, later, or elsewhere.")


@dataclass(frozen=True)
class GroupImpact:
    """What an alternative means for a group: one line of impacts_by_group.csv, one claim."""

    group: str
    alternative: str
    criterion: str | None
    """The criterion it shows on; None: in general."""
    direction: Direction
    size: Size
    """``unknown`` also where a figure stands in place of a class."""
    value: float | None
    """A figure in ``unit``; None where the claim has a class only."""
    unit: str
    role: Role
    sentence: Text
    sources: tuple[str, ...]
    grade: Grade | None
    """None only where the direction is not known."""
    line: int
