"""The range of a criterion and its value function, as planners write them in case.yaml."""

from itertools import pairwise
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field, field_validator, model_validator

from files.fields import Fault, Id, Number, Points, Strict, Text, refusal
from texts.message import message


class Range(Strict):
    """The two ends between which a criterion is weighed, in its unit."""

    worst: Number = Field(description="Performance that scores 0. For a goal: one of the two ends.")
    best: Number = Field(description="Performance that scores 100. For a goal: the other end.")

    @model_validator(mode="after")
    def _ends_differ(self) -> "Range":
        if self.worst == self.best:
            raise refusal(Fault((), message("shapes.equal_ends", best=self.best)))
        return self


Corners = tuple[tuple[float, float], ...]
"""Points of (performance, score) with a straight line from each to the next, performances rising."""


class Shape(Strict):
    """How effects become scores: all that the rest of the program asks of a kind of value function.

    The answers here are those of most kinds; a kind says itself what is otherwise. A new kind is a class below, in
    ``ValueShape``, and the text ``chapters.shape_<type>``. A list inside it, of records or of points of (performance,
    score), gets a sheet of a workbook by itself; `workbook.toml` names it by the type of the kind.
    """

    straight: ClassVar[bool] = False
    """Every step along the range is worth the same."""

    @property
    def levels(self) -> tuple["ClassLevel", ...]:
        """The classes that stand in place of numbers, numbered from 0; empty where an effect is a number."""
        return ()

    @property
    def target(self) -> float | None:
        """The best performance where it lies inside the range; None where more, or less, is always better."""
        return None

    @property
    def own_ends(self) -> tuple[float, float] | None:
        """The worst and the best end that the shape itself names; the range of the criterion must be the same."""
        return None

    def corners(self, main: Range, chosen: Range) -> Corners:
        """The line on the chosen range; ``main`` is the range for which the case gives it. Empty with classes."""
        return _rising((chosen.worst, 0.0), (chosen.best, 100.0))


class LinearShape(Shape):
    """Every step along the range is worth the same."""

    type: Literal["linear"] = "linear"
    straight: ClassVar[bool] = True


class BentShape(Shape):
    """Straight lines through points of (performance, score)."""

    type: Literal["bent"]
    points: tuple[tuple[Number, Points], ...] = Field(min_length=2, max_length=20)

    @field_validator("points")
    @classmethod
    def _is_a_line_from_0_to_100(cls, points: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
        steps = list(pairwise(points))
        rises = [right[1] - left[1] for left, right in steps]
        if any(right[0] <= left[0] for left, right in steps):
            raise refusal(Fault((), message("shapes.not_rising")))
        if min(rises) < 0 < max(rises):
            raise refusal(Fault((), message("shapes.up_and_down")))
        faults = _ends_faults([score for _, score in points])
        if faults:
            raise refusal(*faults)
        return points

    @property
    def own_ends(self) -> tuple[float, float]:
        """The performances of the lowest and of the highest score: the points need no range beside them."""
        first, last = self.points[0], self.points[-1]
        worst, best = (first, last) if last[1] > first[1] else (last, first)
        return worst[0], best[0]

    def corners(self, main: Range, chosen: Range) -> Corners:
        """The points, stretched along with the range."""
        if chosen == main:
            return self.points
        stretch = (chosen.best - chosen.worst) / (main.best - main.worst)
        return _rising(*((chosen.worst + (at - main.worst) * stretch, score) for at, score in self.points))


class GoalShape(Shape):
    """Best at a goal inside the range, and 0 at both ends."""

    type: Literal["goal"]
    goal: Number

    @property
    def target(self) -> float:
        """The performance that scores 100, in the unit of the criterion."""
        return self.goal

    def corners(self, main: Range, chosen: Range) -> Corners:
        """The goal stays where it is, whatever the range."""
        return _rising((chosen.worst, 0.0), (self.goal, 100.0), (chosen.best, 0.0))


class ClassLevel(Strict):
    """One class, with the score it is worth."""

    id: Id
    label: Text
    score: Points


class ClassesShape(Shape):
    """Classes with stated scores instead of a number."""

    type: Literal["classes"]
    classes: tuple[ClassLevel, ...] = Field(min_length=2, max_length=20)

    @field_validator("classes")
    @classmethod
    def _run_from_0_to_100(cls, classes: tuple[ClassLevel, ...]) -> tuple[ClassLevel, ...]:
        faults = _ends_faults([level.score for level in classes])
        seen: set[str] = set()
        for number, level in enumerate(classes):
            if level.id in seen:
                faults.append(Fault((number,), message("shapes.double_class", id=level.id)))
            seen.add(level.id)
        if faults:
            raise refusal(*faults)
        return classes

    @property
    def levels(self) -> tuple[ClassLevel, ...]:
        """The classes, in the order of the file; a performance holds the place of one of them."""
        return self.classes

    def corners(self, main: Range, chosen: Range) -> Corners:
        """None: nothing lies between two classes."""
        return ()


ValueShape = Annotated[LinearShape | BentShape | GoalShape | ClassesShape, Field(discriminator="type")]
SHAPES: tuple[type[Shape], ...] = get_args(get_args(ValueShape)[0])


def _rising(*points: tuple[float, float]) -> Corners:
    return points if points[0][0] < points[-1][0] else points[::-1]


def _ends_faults(scores: list[float]) -> list[Fault]:
    if min(scores) == 0 and max(scores) == 100:
        return []
    return [Fault((), message("shapes.not_whole", lowest=min(scores), highest=max(scores)))]
