"""Choices of value in one line each: what is built in, what the other way is, and what that does to the order.

Safe HTML, as in `wording.sentences`.
"""

from dataclasses import dataclass

from markupsafe import Markup

from texts import Words
from texts.numbers import number, percent
from weighing.comparison import Comparison
from weighing.turned_choices import HALFWAY, LATER_COUNTS, Choice, TurnedChoice, turned_choices


@dataclass(frozen=True)
class ChoiceRow:
    """One choice."""

    choice: Choice
    name: str
    built_in: str
    other: str
    effect: Markup
    """What the other way does to the order, or why it cannot be made."""
    moves: bool
    """True when another alternative comes first, or when it can no longer be said which does."""


def choice_rows(comparison: Comparison, text: Words) -> tuple[ChoiceRow, ...]:
    """All choices at the weights of this comparison."""
    return tuple(_row(comparison, flip, text) for flip in turned_choices(comparison))


def order_text(comparison: Comparison, order: tuple[int, ...]) -> str:
    """The codes of the alternatives, the first in front."""
    return " ".join(comparison.case.alternatives[row].code for row in order)


def _row(comparison: Comparison, flip: TurnedChoice, text: Words) -> ChoiceRow:
    values = {
        "half": number(HALFWAY, text.language),
        "share": percent(LATER_COUNTS, text.language),
        "range": text(f"ranges.{comparison.weighing.ranges}").lower(),
    }
    return ChoiceRow(
        choice=flip.choice,
        name=text(f"choice.{flip.choice}"),
        built_in=text(f"choice.{flip.choice}_built_in", **values),
        other=text(f"choice.{flip.choice}_other", **values),
        effect=_effect(comparison, flip, text),
        moves=_moves(comparison, flip),
    )


def _moves(comparison: Comparison, flip: TurnedChoice) -> bool:
    if flip.order is None:
        return False
    return flip.undecided != comparison.undecided or flip.order[0] != comparison.first


def _effect(comparison: Comparison, flip: TurnedChoice, text: Words) -> Markup:
    if flip.order is None:
        return text.html(f"choice_reason.{flip.reason}")
    case, order = comparison.case, order_text(comparison, flip.order)
    names = {"first": text.of(case.alternatives[flip.order[0]].label), "order": order}
    if flip.undecided:
        second = text.of(case.alternatives[flip.order[1]].label)
        return text.html("choice.effect_tie", second=second, **names)
    if flip.order[0] != comparison.first or comparison.undecided:
        return text.html("choice.effect_first", **names)
    if flip.order != comparison.order:
        return text.html("choice.effect_order", **names)
    return text.html("choice.effect_none", **names)
