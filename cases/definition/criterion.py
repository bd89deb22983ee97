"""A criterion as planners write it in case.yaml, with its yardstick and what it overlaps with."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from cases.definition.shapes import ClassLevel, LinearShape, Range, ValueShape
from files.fields import Answer, Fault, Id, Number, ShortText, Strict, Text, Whole, refusal
from texts.message import message

MonitorTopic = Literal[
    "here_now.subjective_wellbeing",
    "here_now.material_prosperity",
    "here_now.health",
    "here_now.work_and_leisure",
    "here_now.housing",
    "here_now.society",
    "here_now.safety",
    "here_now.environment",
    "later.economic_capital",
    "later.natural_capital",
    "later.human_capital",
    "later.social_capital",
    "elsewhere.trade_and_aid",
    "elsewhere.environment_and_resources",
]
TopicWeights = Mapping[tuple[str, MonitorTopic], float]
"""Shares in per cent by (profile, topic). A profile with one topic has all of them; they add up to 100."""


class Yardstick(Strict):
    """How large a difference with the reference must be for + or -, and for ++ or --.

    In the unit of the criterion; in points of score for a criterion with classes.
    """

    some: Annotated[Number, Field(gt=0)]
    much: Number
    why: Text

    @model_validator(mode="after")
    def _much_is_more_than_some(self) -> "Yardstick":
        if self.some >= self.much:
            raise refusal(Fault((), message("criteria.yardstick", some=self.some, much=self.much)))
        return self


class Overlap(Strict):
    """Criteria that partly measure the same thing."""

    criteria: tuple[Id, ...] = Field(alias="with", min_length=1)
    why: Text


class Anchor(Strict):
    """What a value on a qualitative scale stands for."""

    value: Number
    text: Text


class Criterion(Strict):
    """A point on which the alternatives are compared."""

    always_has_range: ClassVar[bool] = True
    """Also outside the sum; not in a draft."""
    id: Id
    theme: Id
    label: Text
    short: ShortText = Field(description="At most 24 characters, for tight places.")
    unit: Annotated[str, Field(min_length=1)] = Field(description="The same as in the unit column of performances.csv.")
    unit_label: Text = Field(description="How the unit is shown.")
    decimals: Annotated[Whole, Field(ge=0, le=3)] = Field(description="Digits shown behind the decimal mark.")
    better: Literal["higher", "lower", "goal"]
    range: Range | None = Field(default=None, description="Needed, except with classes.")
    second_range: Range | None = Field(default=None, description="A second choice one could defend.")
    range_why: Text
    value_function: ValueShape = Field(
        default=LinearShape(), description="How effects become scores from 0 to 100; left out: along a straight line."
    )
    yardstick: Yardstick
    in_sum: Answer
    left_out_because: Text | None = Field(default=None, description="Needed when in_sum is false.")
    overlaps: tuple[Overlap, ...] = ()
    monitor_topic: MonitorTopic | None = Field(description="Topic of the Dutch Monitor of Well-being, or null.")
    time_place: Literal["now", "later", "elsewhere"]
    level: Literal["location", "neighbourhood", "city", "region", "world"]
    noticed_by: Text = Field(description="Who notices it.")
    about: Text = Field(description="What it measures.")
    derivation: Text = Field(description="How the figures were made.")
    zero_means: Text | None = Field(
        default=None, description="What 0 stands for in words, where it is named as a point."
    )
    anchors: tuple[Anchor, ...] = ()

    @model_validator(mode="after")
    def _parts_agree(self) -> "Criterion":
        faults = [*_left_out_faults(self), *_shape_faults(self), *_range_faults(self)]
        if faults:
            raise refusal(*faults)
        return self

    @property
    def classes(self) -> tuple[ClassLevel, ...]:
        """The classes that an effect is one of, as they are numbered from 0; empty where it is a number."""
        return self.value_function.levels


def _left_out_faults(criterion: Criterion) -> list[Fault]:
    if not criterion.in_sum and criterion.left_out_because is None:
        return [Fault(("in_sum",), message("criteria.no_reason"))]
    if criterion.in_sum and criterion.left_out_because is not None:
        return [Fault(("left_out_because",), message("criteria.left_out_but_in"))]
    return []


def _shape_faults(criterion: Criterion) -> list[Fault]:
    """Whether ``better``, the kind of value function and the presence of a range fit together."""
    faults = []
    if (criterion.value_function.target is not None) != (criterion.better == "goal"):
        faults.append(
            Fault(
                ("better",),
                message("criteria.goal_in_one_place", better=criterion.better, type=criterion.value_function.type),
            )
        )
    if criterion.classes:
        faults += [
            Fault((key,), message("criteria.classes_have_no", key=key))
            for key in ("range", "second_range")
            if getattr(criterion, key) is not None
        ]
    elif criterion.range is None and (criterion.in_sum or criterion.always_has_range):
        faults.append(Fault((), message("criteria.no_range"), missing="range"))
    return faults


def _range_faults(criterion: Criterion) -> list[Fault]:
    """Whether each range runs in the direction of ``better`` and fits the value function."""
    faults = []
    shape = criterion.value_function
    for key in ("range", "second_range"):
        ends: Range | None = getattr(criterion, key)
        if ends is None or shape.levels:
            continue
        if shape.target is not None:
            low, high = sorted((ends.worst, ends.best))
            if not low < shape.target < high:
                faults.append(Fault((key,), message("criteria.goal_outside", target=shape.target, low=low, high=high)))
        elif criterion.better != "goal" and (ends.best > ends.worst) != (criterion.better == "higher"):
            faults.append(
                Fault((key,), message("criteria.wrong_way", better=criterion.better, worst=ends.worst, best=ends.best))
            )
    if shape.own_ends is not None and criterion.range is not None:
        worst, best = shape.own_ends
        if (criterion.range.worst, criterion.range.best) != (worst, best):
            faults.append(
                Fault(
                    ("value_function",),
                    message(
                        "criteria.other_ends",
                        worst=worst,
                        best=best,
                        range_worst=criterion.range.worst,
                        range_best=criterion.range.best,
                    ),
                )
            )
    return faults
