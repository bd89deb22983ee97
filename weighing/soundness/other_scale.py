"""A figure that seems to stand on another scale than those beside it: 0.45 among 20 to 80%, or 12,000 among 9 to 15."""

from collections.abc import Iterator

from cases.definition.criterion import Criterion
from cases.definition.model import Case
from texts.message import message
from weighing.soundness.finding import Decimal, Finding

SHARE, THOUSAND = 100.0, 1000.0
"""A part of 1 in place of a percentage, and kilos in place of tonnes. The other way round a plan may be small."""
APART = 10.0
"""A figure is looked at when it is so many times smaller or larger than all others."""


def other_scale(case: Case) -> Iterator[Finding]:
    """The one figure of a criterion that lies far from the others, and between them after a factor."""
    for criterion in case.criteria:
        if criterion.classes:
            continue
        found = _odd_one(case, criterion)
        if found is not None:
            alternative, value, factor = found
            said = message(
                "soundness.other_scale",
                criterion=criterion.label,
                alternative=case.alternative(alternative).label,
                value=Decimal(f"{value:.6g}"),
                factor=int(factor),
            )
            places = (f"criteria.{criterion.id}", f"performances.{alternative}.{criterion.id}")
            yield Finding("other_scale", "notice", said, places)


def _odd_one(case: Case, criterion: Criterion) -> tuple[str, float, float] | None:
    """The alternative, its figure and the factor; None when no figure or more than one is odd."""
    figures = {item.id: case.performances[item.id, criterion.id].value for item in case.alternatives}
    known = {key: value for key, value in figures.items() if value}
    odd = []
    for key, value in known.items():
        others = [abs(other) for name, other in known.items() if name != key]
        if len(others) < 2:
            continue
        low, high = min(others), max(others)
        size = abs(value)
        if criterion.unit.startswith("%") and size <= 1 and size * APART < low and low <= size * SHARE <= high:
            odd.append((key, value, SHARE))
        elif size > APART * high and low <= size / THOUSAND <= high:
            odd.append((key, value, THOUSAND))
    return odd[0] if len(odd) == 1 else None
