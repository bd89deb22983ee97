"""Choices of value that are built into a comparison, and what each does to the order when it is made the other way.

Every flip is one change from the comparison as it is; they are not stacked. A choice that cannot be made the other way
with the data of the case says why.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from cases.definition.criterion import Criterion
from cases.definition.shapes import BentShape
from mcda.inputs import Floats
from weighing.arrays import arrays
from weighing.comparison import Comparison, compare
from weighing.what_if import changed

Choice = Literal["effects", "value", "range", "later", "elsewhere", "compensation", "equity", "reference"]
Reason = Literal["nothing_left_out", "no_straight_line", "no_second_range", "none_later", "none_elsewhere",
                 "signs_only", "not_in_scores", "unknown_effect", "nothing_left"]  # fmt: skip

CHOICES: tuple[Choice, ...] = (
    "effects", "value", "range", "later", "elsewhere", "compensation", "equity", "reference",
)  # fmt: skip

LATER_COUNTS = 0.5
"""What a later effect counts for when the choice that later counts as now is made the other way."""

HALFWAY = 75.0
"""Score in the middle of the range when a straight value line is bent: the first half of the step counts most."""


@dataclass(frozen=True)
class TurnedChoice:
    """One choice made the other way."""

    choice: Choice
    order: tuple[int, ...] | None
    """Places in ``case.alternatives``, first in front; None when it cannot be made the other way."""
    undecided: bool = False
    reason: Reason | None = None
    """Why not; None when there is an order."""


def turned_choices(comparison: Comparison) -> tuple[TurnedChoice, ...]:
    """Every choice, in a fixed order, at the weights of this comparison."""
    return tuple(_FLIPS[choice](comparison) for choice in CHOICES)


def _found(choice: Choice, other: Comparison | None) -> TurnedChoice:
    if other is None:
        return TurnedChoice(choice, None, reason="nothing_left")
    return TurnedChoice(choice, other.order, other.undecided)


def _effects(comparison: Comparison) -> TurnedChoice:
    """Every effect of the table counts, also those left out because they overlap or are a cause only."""
    case = comparison.case
    if len(case.summed) == len(case.criteria):
        return TurnedChoice("effects", None, reason="nothing_left_out")
    everything = tuple(item.model_copy(update={"in_sum": True, "left_out_because": None}) for item in case.criteria)
    grown = {item.theme for item in case.criteria if not item.in_sum}
    kept = {
        key: points
        for key, points in comparison.weighing.criterion_points.items()
        if case.criterion(key).theme not in grown
    }
    weighing = replace(comparison.weighing, criterion_points=kept)
    other = compare(changed(case, "everything", criteria=everything), weighing, comparison.requirements_off)
    return _found("effects", other)


def _value(comparison: Comparison) -> TurnedChoice:
    """Straight value lines are bent, so that the first half of a step counts more than the second."""
    case = comparison.case
    bent = tuple(_bent(item) for item in case.criteria)
    if bent == case.criteria:
        return TurnedChoice("value", None, reason="no_straight_line")
    table = arrays(changed(case, "bent", criteria=bent), comparison.weighing.ranges)
    return _found("value", replace(comparison, arrays=table))


def _bent(criterion: Criterion) -> Criterion:
    ends = criterion.range
    if ends is None or not criterion.value_function.straight:
        return criterion
    points = ((ends.worst, 0.0), ((ends.worst + ends.best) / 2, HALFWAY), (ends.best, 100.0))
    ordered = points if ends.worst < ends.best else points[::-1]
    return criterion.model_copy(update={"value_function": BentShape(type="bent", points=ordered)})


def _range(comparison: Comparison) -> TurnedChoice:
    """The other set of ranges."""
    case = comparison.case
    if all(criterion.second_range is None for criterion in case.summed):
        return TurnedChoice("range", None, reason="no_second_range")
    other = comparison.weighing.on_ranges("second" if comparison.weighing.ranges == "main" else "main")
    return _found("range", compare(case, other, comparison.requirements_off))


def _later(comparison: Comparison) -> TurnedChoice:
    return _reweighed(comparison, "later", "none_later", LATER_COUNTS)


def _elsewhere(comparison: Comparison) -> TurnedChoice:
    return _reweighed(comparison, "elsewhere", "none_elsewhere", 0.0)


def _reweighed(
    comparison: Comparison, choice: Literal["later", "elsewhere"], reason: Reason, factor: float
) -> TurnedChoice:
    """The criteria of this dimension count for less, and the rest keeps its proportions."""
    inside = np.array([criterion.time_place == choice for criterion in comparison.case.summed])
    if not (comparison.weights * inside).any():
        return TurnedChoice(choice, None, reason=reason)
    weights = np.where(inside, factor, 1.0) * comparison.weights
    if not weights.any():
        return TurnedChoice(choice, None, reason="nothing_left")
    return _found(choice, replace(comparison, weights=weights / weights.sum()))


def _compensation(comparison: Comparison) -> TurnedChoice:
    """A good theme no longer makes up for a bad one: the alternatives by their weakest theme that carries weight."""
    if not comparison.known:
        return TurnedChoice("compensation", None, reason="unknown_effect")
    weakest: Floats = np.nanmin(comparison.theme_scores, axis=1)
    order = tuple(sorted(comparison.order, key=lambda row: (row not in comparison.rivals, -weakest[row])))
    level = len(comparison.rivals) > 1 and weakest[order[0]] - weakest[order[1]] < 1e-9
    return TurnedChoice("compensation", order, bool(level) or not comparison.contenders)


def _equity(_: Comparison) -> TurnedChoice:
    """Groups stand beside the sum as signs; a weight on signs is no weight in the sum."""
    return TurnedChoice("equity", None, reason="signs_only")


def _reference(_: Comparison) -> TurnedChoice:
    """Scores lie on fixed ranges, so another reference changes signs and no score."""
    return TurnedChoice("reference", None, reason="not_in_scores")


_FLIPS: dict[Choice, Callable[[Comparison], TurnedChoice]] = {
    "effects": _effects,
    "value": _value,
    "range": _range,
    "later": _later,
    "elsewhere": _elsewhere,
    "compensation": _compensation,
    "equity": _equity,
    "reference": _reference,
}
