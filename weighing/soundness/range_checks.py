"""Ranges that make a criterion say nothing, and effects that lie outside them."""

from collections.abc import Iterator

import numpy as np

from cases.definition.criterion import Criterion
from cases.definition.model import Case
from mcda.inputs import TIE
from texts.message import Message, message
from weighing.arrays import RangeChoice, arrays, value_function
from weighing.soundness.finding import Decimal, Finding, Severity

LITTLE = 1.0
"""Points of score. Alternatives that differ by less fill less than 1% of the scale."""


def all_equal(case: Case) -> Iterator[Finding]:
    """Criteria on which every alternative has the same known effect."""
    for criterion in case.criteria:
        values = _values(case, criterion)
        if len(set(values)) == 1 and None not in values:
            found = message("soundness.all_equal", criterion=criterion.label, alternatives=len(values))
            yield Finding("all_equal", "warning", found, (f"criteria.{criterion.id}",))


def little_of_range(case: Case) -> Iterator[Finding]:
    """Criteria on which the effects differ, but their scores by less than 1% of the scale.

    Where an effect is not known nobody can say, and nothing is found.
    """
    for criterion in case.criteria:
        values = _values(case, criterion)
        if None in values or len(set(values)) == 1:
            continue
        scores = value_function(criterion).scores(np.array(values, dtype=float))
        width = float(scores.max() - scores.min())
        if width < LITTLE - TIE:
            share = Decimal(f"{width:.2g}")
            found = message("soundness.little_of_range", criterion=criterion.label, share=share)
            yield Finding("little_of_range", "warning", found, (f"criteria.{criterion.id}",))


def outside_range(case: Case) -> Iterator[Finding]:
    """Effects in the sum that lie outside the main or the second range, with their low and high estimates."""
    yield from outside_main_range(case)
    yield from _outside(case, "second")


def outside_main_range(case: Case) -> Iterator[Finding]:
    """As ``outside_range``, of the main range only."""
    yield from _outside(case, "main")


def _outside(case: Case, choice: RangeChoice) -> Iterator[Finding]:
    table = arrays(case, choice)
    for column, criterion in enumerate(case.summed):
        if choice == "second" and criterion.second_range is None:
            continue
        # The second range is about central values only; low and high estimates lie outside it by choice.
        ends = (table.low, table.high) if choice == "main" else (table.performances, table.performances)
        effects = np.column_stack([ends[0][:, column], table.performances[:, column], ends[1][:, column]])
        beyond = table.functions[column].outside(effects)
        for row in np.flatnonzero(beyond.any(axis=1)):
            low, _, high = effects[row]
            alternative = case.alternatives[row]
            found = message(
                "soundness.outside_range",
                criterion=criterion.label,
                alternative=alternative.label,
                shown=_shown(low, high),
                unit=criterion.unit_label,
                range=message("soundness.main_range" if choice == "main" else "soundness.second_range"),
            )
            severity: Severity = "warning" if beyond[row, 1] else "notice"
            yield Finding("outside_range", severity, found, (f"performances.{alternative.id}.{criterion.id}",))


def _shown(low: float, high: float) -> Decimal | Message:
    first, last = Decimal(f"{low:.10g}"), Decimal(f"{high:.10g}")
    return first if low == high else message("soundness.span", low=first, high=last)


def _values(case: Case, criterion: Criterion) -> list[float | None]:
    return [case.performances[alternative.id, criterion.id].value for alternative in case.alternatives]
