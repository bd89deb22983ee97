"""What is worth finding out, in rows: what each uncertainty makes of the lead, and what knowing it gains."""

from dataclasses import dataclass

from cases.definition.model import Case
from mcda.causes import UncertainQuantity
from mcda.information import InformationGain
from texts import Words
from texts.numbers import number
from weighing.verdict import Verdict
from wording.cause_words import effects_text

MOST_DOUBTS = 10
"""More than this is a list, not an answer to what is worth finding out."""
SEEN = 0.05
"""Points; below this a gain is none in one decimal."""


@dataclass(frozen=True)
class DoubtRow:
    """One effect of one alternative, or more that vary as one."""

    label: str
    low: str
    """The lead at its low end, with its sign; in `high` at the high one."""
    high: str
    gain: str
    """By how many points finding it out raises what one may expect of the choice."""
    flips: str
    """Whether this by itself can turn the order."""


def doubt_rows(found: Verdict, text: Words) -> tuple[DoubtRow, ...]:
    """What is most worth finding out on top, at most `MOST_DOUBTS`."""
    return tuple(_row(found, doubt, text) for doubt in found.doubts[:MOST_DOUBTS])


def gaining(found: Verdict) -> int:
    """How many of `doubt_rows`, from the top, gain so much that one decimal shows it."""
    return sum(doubt.points >= SEEN for doubt in found.doubts[:MOST_DOUBTS])


def gain_points(points: float, text: Words) -> str:
    """Points in one decimal; of what is above nothing and too little to show, that it is little."""
    return text("sure.doubts_little") if 0 < points < SEEN else number(points, text.language, 1 if points else 0)


def gain_sentence(found: Verdict, text: Words) -> str:
    """What finding out everything gains."""
    points = found.gain_of_all
    if points < SEEN:
        return text("sure.doubts_all_known_none")
    return text("sure.doubts_all_known", points=number(points, text.language, 1))


def quantity_label(case: Case, quantity: UncertainQuantity, text: Words) -> str:
    """An effect with the code of its alternative; a cause, or all of an alternative, with what moves along."""
    effects = [(case.alternatives[row].id, case.summed[column].id) for row, column in quantity.named]
    if quantity.cause is not None:
        label = next(text.of(cause.label) for cause in case.causes if cause.id == quantity.cause)
        codes = dict.fromkeys(case.alternatives[row].code for row, _ in quantity.cells)
        return text("sure.doubts_of", criterion=label, code=", ".join(codes))
    if len(effects) > 1:
        return text("sure.doubts_all", code=case.alternative(effects[0][0]).code)
    return effects_text(case, effects, text)


def _row(found: Verdict, doubt: InformationGain, text: Words) -> DoubtRow:
    low, high = (number(value, text.language, 1, signed=True) for value in (doubt.at_low, doubt.at_high))
    return DoubtRow(
        quantity_label(found.comparison.case, doubt.quantity, text),
        low,
        high,
        gain_points(doubt.points, text),
        text("sure.doubts_yes" if doubt.flips else "sure.doubts_no"),
    )
