"""What counts twice: criteria that measure the same thing, and effects that are in euros twice."""

from collections.abc import Iterator
from itertools import combinations

from cases.definition.criterion import Criterion
from cases.definition.model import Case
from texts.message import Joined, message
from weighing.euros.double_count import overlapping_euros
from weighing.soundness.finding import Finding


def overlaps(case: Case) -> Iterator[Finding]:
    """Overlaps that the case itself names, between criteria in the sum of two themes; a pair once."""
    summed = {criterion.id: criterion for criterion in case.summed}
    seen: set[frozenset[str]] = set()
    for criterion in case.summed:
        for overlap in criterion.overlaps:
            for other_id in overlap.criteria:
                other = summed.get(other_id)
                pair = frozenset((criterion.id, other_id))
                if other is None or other.theme == criterion.theme or pair in seen:
                    continue
                seen.add(pair)
                found = message("soundness.overlap", first=criterion.label, second=other.label, why=overlap.why)
                yield Finding("overlap", "warning", found, (f"criteria.{criterion.id}", f"criteria.{other.id}"))


def same_figures(case: Case) -> Iterator[Finding]:
    """Criteria in the sum with one unit and one row of figures, of which the case does not say that they overlap.

    However many share a row, it is one finding.
    """
    alike: dict[tuple[object, ...], list[Criterion]] = {}
    for criterion in case.summed:
        figures = tuple(_figures(case, criterion))
        if None not in figures and len(set(figures)) > 1:
            alike.setdefault((criterion.unit, *figures), []).append(criterion)
    for criteria in alike.values():
        if all(_names(first, second) or _names(second, first) for first, second in combinations(criteria, 2)):
            continue
        named = Joined(tuple(message("soundness.quoted", name=item.label) for item in criteria))
        found = message("soundness.same_figures", names=named, alternatives=len(case.alternatives))
        yield Finding("same_figures", "warning", found, tuple(f"criteria.{item.id}" for item in criteria))


def _names(one: Criterion, other: Criterion) -> bool:
    return any(other.id in overlap.criteria for overlap in one.overlaps)


def _figures(case: Case, criterion: Criterion) -> list[float | None]:
    return [case.performances[alternative.id, criterion.id].value for alternative in case.alternatives]


def euro_overlaps(case: Case) -> Iterator[Finding]:
    """Effects with an amount of which the case says that they overlap."""
    for first_id, second_id, why in overlapping_euros(case):
        first, second = case.criterion(first_id).label, case.criterion(second_id).label
        found = message("soundness.euro_overlap", first=first, second=second, why=why)
        yield Finding("euro_overlap", "warning", found, (f"criteria.{first_id}", f"criteria.{second_id}"))
