"""A criterion as planners write it in case.yaml, with its yardstick and what it overlaps with."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from cases.definition.shapes import ClassLevel, LinearShape, Range, ValueShape
from files.fields import Answer, Fault, Id, Number, ShortText, Strict, Text, Whole, refusal

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
            raise refusal(
                Fault(
                    (),
                    f"some is {self.some:.12g} and much is {self.much:.12g}. Much must be more than some",
                    f"some is {self.some:.12g} en much is {self.much:.12g}. Much moet groter zijn dan some",
                )
            )
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
    monitor_topic: MonitorTopic | None = Field(description="Topic of the Dutch broad-prosperity monitor, or null.")
    time_place: Literal["now", "later", "elsewhere"]
    level: Literal["location", "neighbourhood", "city", "region", "world"]
    noticed_by: Text = Field(description="Who notices it.")
    about: Text = Field(description="What it measures.")
    derivation: Text = Field(description="How the figures were made.")
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
        return [
            Fault(
                ("in_sum",),
                "the criterion is not in the sum, but the reason is missing. Add left_out_because",
                "het criterium telt niet mee in de som, maar de reden ontbreekt. Voeg left_out_because toe",
            )
        ]
    if criterion.in_sum and criterion.left_out_because is not None:
        return [
            Fault(
                ("left_out_because",),
                "the criterion is in the sum, so it is not left out. Remove this, or write in_sum: false",
                "het criterium telt mee in de som en is dus niet weggelaten. Haal dit weg, of schrijf in_sum: false",
            )
        ]
    return []


def _shape_faults(criterion: Criterion) -> list[Fault]:
    """Whether ``better``, the kind of value function and the presence of a range fit together."""
    faults = []
    if (criterion.value_function.target is not None) != (criterion.better == "goal"):
        faults.append(
            Fault(
                ("better",),
                f"better is '{criterion.better}' and the value function is '{criterion.value_function.type}'. "
                "Write goal in both places or in neither",
                f"better is '{criterion.better}' en de waardefunctie is '{criterion.value_function.type}'. "
                "Schrijf goal op beide plekken of op geen van beide",
            )
        )
    if criterion.classes:
        faults += [
            Fault(
                (key,),
                f"a criterion with classes has no {key}. Remove it; the classes hold the scores",
                f"een criterium met klassen heeft geen {key}. Haal het weg; de klassen bevatten de scores",
            )
            for key in ("range", "second_range")
            if getattr(criterion, key) is not None
        ]
    elif criterion.range is None:
        faults.append(
            Fault(
                (),
                "'range' is missing. Add it, with worst and best",
                "'range' ontbreekt. Voeg het toe, met worst en best",
                "range",
            )
        )
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
                faults.append(
                    Fault(
                        (key,),
                        f"the goal {shape.target:.12g} does not lie between {low:.12g} and {high:.12g}. Change the "
                        "goal or "
                        "this range",
                        f"het doel {shape.target:.12g} ligt niet tussen {low:.12g} en {high:.12g}. Verander het "
                        "doel of dit "
                        "bereik",
                    )
                )
        elif criterion.better != "goal" and (ends.best > ends.worst) != (criterion.better == "higher"):
            faults.append(
                Fault(
                    (key,),
                    f"better is '{criterion.better}', but worst is {ends.worst:.12g} and best is {ends.best:.12g}. "
                    "Turn the ends round, or change better",
                    f"better is '{criterion.better}', maar worst is {ends.worst:.12g} en best is {ends.best:.12g}. "
                    "Draai de uiteinden om, of verander better",
                )
            )
    if shape.own_ends is not None and criterion.range is not None:
        worst, best = shape.own_ends
        if (criterion.range.worst, criterion.range.best) != (worst, best):
            faults.append(
                Fault(
                    ("value_function",),
                    f"the points run from worst {worst:.12g} to best {best:.12g}, but the range from "
                    f"{criterion.range.worst:.12g} to {criterion.range.best:.12g}. Make them equal",
                    f"de punten lopen van slechtst {worst:.12g} naar best {best:.12g}, maar het bereik van "
                    f"{criterion.range.worst:.12g} naar {criterion.range.best:.12g}. Maak ze gelijk",
                )
            )
    return faults
