"""One figure of the effects table in words: what screen, phone and report show of it, each in its own form."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cases.definition.criterion import Criterion
from cases.definition.model import Alternative, Case
from texts import Words
from texts.numbers import MINUS
from weighing.arrays import Sign, yardstick_sign
from weighing.gaps import ILLUSTRATIVE
from weighing.requirements_tested import failing_on
from wording.cause_words import cause_of, cause_row
from wording.criterion_words import is_cut
from wording.effect_words import performance_text, performance_with_unit, span
from wording.requirement_words import requirement_names

SIGN_WORDS: dict[Sign, str] = {"++": "much_better", "+": "better", "0": "same", "-": "worse", "--": "much_worse"}
"""The text of each sign, behind ``effects.``."""


class Remark(NamedTuple):
    """Something to know about one figure."""

    heading: str
    words: str


@dataclass(frozen=True)
class EffectCell:
    """What one alternative does on one criterion. A new fact about a figure is a remark, which all show."""

    alternative: Alternative
    known: bool
    value: str
    """Without its unit."""
    with_unit: str
    range: str
    """From the lowest to the highest that is expected; empty where no range is stated."""
    sign: Sign | None
    """Beside the reference; None for the reference itself, and where either is not known."""
    sign_note: str
    """What a plus is compared with, where it stands at a figure below 0; otherwise empty."""
    grade: str
    """Of the evidence; empty where nothing is known."""
    remarks: tuple[Remark, ...]
    sources: tuple[str, ...]

    @property
    def illustrative(self) -> bool:
        """True when the figure was made up to show what could be."""
        return self.grade == ILLUSTRATIVE


def effect_cells(case: Case, criterion: Criterion, text: Words) -> tuple[EffectCell, ...]:
    """The row of a criterion, in the order of the alternatives."""
    return tuple(_cell(case, criterion, alternative, text) for alternative in case.alternatives)


def sign_shown(sign: str) -> str:
    """A sign of the yardstick as it is shown, with a minus that stands out."""
    return sign.replace("-", MINUS)


def _cell(case: Case, criterion: Criterion, alternative: Alternative, text: Words) -> EffectCell:
    performance = case.performances[alternative.id, criterion.id]
    sign = None if alternative.id == case.reference else yardstick_sign(case, alternative.id, criterion.id)
    at_loss = sign in ("+", "++") and performance.value is not None and performance.value < 0
    reference = text.of(case.alternative(case.reference).label)
    return EffectCell(
        alternative=alternative,
        known=performance.value is not None,
        value=performance_text(criterion, performance, text),
        with_unit=performance_with_unit(criterion, performance, text),
        range=span(criterion, performance, text),
        sign=sign,
        sign_note=text("effects.better_than", reference=reference) if at_loss else "",
        grade=performance.grade or "",
        remarks=tuple(_remarks(case, criterion, alternative, text)),
        sources=performance.sources,
    )


def _remarks(case: Case, criterion: Criterion, alternative: Alternative, text: Words) -> Iterator[Remark]:
    performance = case.performances[alternative.id, criterion.id]
    if performance.note is not None:
        yield Remark(text("effects.this_number"), text.of(performance.note))
    if is_cut(criterion, performance):  # an estimate lies outside the range, so that its score stops at 0 or 100
        yield Remark(text("effects.score_range"), text("effects.cut"))
    if (cause := cause_of(case, alternative.id, criterion.id)) is not None:
        row = cause_row(case, cause, text)
        yield Remark(text("causes.title"), text("causes.remark", effects=row.effects, about=row.about))
    if missed := failing_on(case, alternative.id, criterion.id):
        names = text.listed(requirement_names(missed, text))
        yield Remark(text("effects.requirement"), text("effects.misses", requirements=names))
