"""Example profiles: swing points of the themes and of the criteria inside them, in profiles.yaml."""

from typing import Literal

from pydantic import Field, field_validator

from files.fields import Fault, Id, Points, Strict, Text, Whole, refusal
from texts.message import message

MOST_PROFILES = 40


class Profile(Strict):
    """An example of swing points. The largest step is 100 by rule, over the themes and within a theme."""

    id: Id
    kind: Literal["reference", "single_value", "view", "party"]
    label: Text
    about: Text
    rationale: Text
    not_covered: Text | None = Field(default=None, description="What this view finds important and the case lacks.")
    evidence: Literal["method", "public_position", "partly_documented", "assumption", "workshop_report"]
    points: dict[str, Points] = Field(description="Points of every theme, 0 to 100; the largest is 100.")
    within: dict[str, dict[str, Points]] = Field(
        default_factory=dict,
        description="Points of the criteria of a theme; the largest is 100. A theme left out counts them equally.",
    )

    @field_validator("points")
    @classmethod
    def _largest_theme_is_100(cls, points: dict[str, float]) -> dict[str, float]:
        faults = _largest_faults(points, ())
        if faults:
            raise refusal(*faults)
        return points

    @field_validator("within")
    @classmethod
    def _largest_criterion_is_100(cls, within: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
        faults = [fault for theme, points in within.items() for fault in _largest_faults(points, (theme,))]
        if faults:
            raise refusal(*faults)
        return within

    @property
    def criterion_points(self) -> dict[str, float]:
        """The points of all criteria in ``within``, in one table."""
        return {criterion: points for group in self.within.values() for criterion, points in group.items()}


class ProfilesFile(Strict):
    """The file profiles.yaml."""

    format: Whole = Field(description="Version of the case format: 1.")
    profiles: tuple[Profile, ...] = Field(min_length=1, max_length=MOST_PROFILES)


def _largest_faults(points: dict[str, float], path: tuple[str, ...]) -> list[Fault]:
    largest = max(points.values(), default=0.0)
    if largest == 100:
        return []
    how = message("profiles.divide", largest=largest) if largest > 0 else message("profiles.give_100")
    return [Fault(path, message("profiles.largest", largest=largest, how=how))]
