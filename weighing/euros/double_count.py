"""No effect counts twice: what is in euros is not weighed beside it, and the other way round."""

from collections.abc import Iterator
from dataclasses import dataclass

from cases.definition.model import Case
from files.fields import Text
from mcda.inputs import Floats
from weighing.euros.valuing import EuroChoices, euros


@dataclass(frozen=True)
class Twice:
    """A criterion to grey, and why."""

    criterion: str
    other: str
    """The criterion on the other side: itself, or one that it overlaps with."""
    why: Text | None
    """The words of the case about the overlap; None when the criterion itself is on both sides."""


@dataclass(frozen=True)
class CountedTwice:
    """What to grey when scores and euros are shown together: one of the two lists, never both."""

    in_scores: tuple[Twice, ...]
    """Weighed criteria that are in euros, or overlap with one that is. Grey these to keep the euros whole."""
    in_euros: tuple[Twice, ...]
    """Criteria in euros that are weighed, or overlap with one that is. Grey these to keep the scores whole."""


def counted_twice(case: Case, choices: EuroChoices, weights: Floats) -> CountedTwice:
    """Which effects would count twice.

    Args:
        weights: shape (summed criterion,), in the order of ``case.summed``; a criterion without weight is not weighed.

    Raises:
        ValueError: as ``euros``, or another number of weights.
    """
    if weights.shape != (len(case.summed),):
        raise ValueError(f"{len(case.summed)} weights are needed, not {weights.shape}")
    weighed = [item.id for item, weight in zip(case.summed, weights.tolist(), strict=True) if weight > 0]
    valued = list(euros(case, choices).valued_criteria)
    return CountedTwice(tuple(_beside(case, weighed, valued)), tuple(_beside(case, valued, weighed)))


def overlapping_euros(case: Case) -> tuple[tuple[str, str, Text], ...]:
    """Pairs of criteria that both get an amount although the case says that they overlap, with its words."""
    valued = [effect.criterion for effect in case.valuation.effects] if case.valuation else []
    pairs = []
    for place, first in enumerate(valued):
        for second in valued[place + 1 :]:
            why = _overlap(case, first, second)
            if why is not None:
                pairs.append((first, second, why))
    return tuple(pairs)


def _beside(case: Case, side: list[str], other_side: list[str]) -> Iterator[Twice]:
    """The criteria of one side that are on the other side too, or overlap with one that is."""
    for criterion in side:
        if criterion in other_side:
            yield Twice(criterion, criterion, None)
            continue
        for other in other_side:
            why = _overlap(case, criterion, other)
            if why is not None:
                yield Twice(criterion, other, why)
                break


def _overlap(case: Case, first: str, second: str) -> Text | None:
    """What the case says about the overlap of two criteria, at either of them; None when it names no overlap."""
    for one, other in ((first, second), (second, first)):
        for overlap in case.criterion(one).overlaps:
            if other in overlap.criteria:
                return overlap.why
    return None
