"""Hard requirements: tested on every alternative before any sum, and never lifted by one. Decision record 0018."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from cases.fields import Text
from cases.model import Case, Performance
from cases.requirement import Limit, Requirement

if TYPE_CHECKING:
    from cases.comparison import Comparison  # a comparison asks this module who may come first

Result = Literal["met", "not_met", "uncertain", "unknown"]

_ANSWERS: dict[str, Result] = {"yes": "met", "no": "not_met", "unknown": "unknown"}


@dataclass(frozen=True)
class Tested:
    """How one alternative stands against one requirement."""

    alternative: str
    requirement: Requirement
    result: Result
    """``uncertain``: part of the range meets the limit. ``unknown``: there is no effect or no answer."""
    performance: Performance | None
    """The effect that was tested; None for a requirement that is answered."""
    why: Text | None
    """The reason of the answer, or the note of an effect that is not known."""
    sources: tuple[str, ...]


@cache
def tested(case: Case) -> MappingProxyType[tuple[str, str], Tested]:
    """Every requirement of every alternative, by (alternative id, requirement id), in the order of the case."""
    return MappingProxyType(
        {
            (alternative.id, requirement.id): _tested(case, alternative.id, requirement)
            for alternative in case.alternatives
            for requirement in case.requirements
        }
    )


def failing(case: Case, alternative: str, switched_off: Collection[str] = ()) -> tuple[Requirement, ...]:
    """The requirements that an alternative certainly does not meet, without those that are switched off.

    Raises:
        KeyError: the case has no such alternative.
        ValueError: a requirement that the case does not have.
    """
    _refuse_strangers(case, switched_off)
    own = case.alternative(alternative).id
    return tuple(
        requirement
        for requirement in case.requirements
        if requirement.id not in switched_off and tested(case)[(own, requirement.id)].result == "not_met"
    )


def contenders(case: Case, switched_off: Collection[str] = ()) -> tuple[int, ...]:
    """The places in ``case.alternatives`` of those that may come first; empty when every alternative fails.

    Raises:
        ValueError: a requirement that the case does not have.
    """
    return tuple(
        row for row, alternative in enumerate(case.alternatives) if not failing(case, alternative.id, switched_off)
    )


@dataclass(frozen=True)
class Placed:
    """An alternative in an order that respects the requirements."""

    alternative: str
    place: int | None
    """Counted among the alternatives that do not fail, 1 is first; None for one that fails."""
    failing: tuple[Requirement, ...]


def allowed_first(case: Case, order: Iterable[str], switched_off: Collection[str] = ()) -> tuple[Placed, ...]:
    """The same order with places: an alternative that fails stays where it is, without a place.

    Args:
        case: the case.
        order: alternative ids, from the highest to the lowest total.
        switched_off: ids of requirements to leave out; whoever shows the answer says so beside it.

    Raises:
        KeyError: an alternative that the case does not have.
        ValueError: a requirement that the case does not have.
    """
    placed = []
    place = 0
    for alternative in order:
        found = failing(case, alternative, switched_off)
        place += not found
        placed.append(Placed(alternative, None if found else place, found))
    return tuple(placed)


@dataclass(frozen=True)
class FirstAllowed:
    """Which alternative comes first among those that do not fail a requirement."""

    first: int | None
    """Place in ``case.alternatives``; None when every alternative fails."""
    passed_over: tuple[Placed, ...]
    """The alternatives with a higher total that fail, the highest first."""
    open: tuple[Tested, ...]
    """What is uncertain or unknown about the first itself."""
    switched_off: tuple[Requirement, ...]
    """In the order of the case."""


def first_allowed(comparison: "Comparison", requirements_off: Collection[str] = ()) -> FirstAllowed:
    """The first alternative of a comparison that no requirement holds back.

    Doubt does not hold an alternative back: who is not known to fail may come first, with what is open said beside it.

    Raises:
        ValueError: a requirement that the case does not have.
    """
    case = comparison.case
    placed = allowed_first(case, (case.alternatives[row].id for row in comparison.by_total), requirements_off)
    first = next((number for number, item in enumerate(placed) if not item.failing), None)
    off = tuple(requirement for requirement in case.requirements if requirement.id in requirements_off)
    if first is None:
        return FirstAllowed(None, placed, (), off)
    winner = placed[first].alternative
    return FirstAllowed(
        first=comparison.by_total[first],
        passed_over=placed[:first],
        open=tuple(
            found
            for requirement in case.requirements
            if requirement not in off
            and (found := tested(case)[(winner, requirement.id)]).result in ("uncertain", "unknown")
        ),
        switched_off=off,
    )


def _tested(case: Case, alternative: str, requirement: Requirement) -> Tested:
    if requirement.criterion is None or requirement.limit is None:
        given = requirement.answers[alternative]
        return Tested(alternative, requirement, _ANSWERS[given.answer], None, given.why, given.sources)
    cell = case.performances[(alternative, requirement.criterion)]
    why = cell.note if cell.value is None else None
    return Tested(alternative, requirement, _result(cell, requirement.limit), cell, why, cell.sources)


def _result(cell: Performance, limit: Limit) -> Result:
    if cell.value is None:
        return "unknown"
    ends = [end for end in (cell.low, cell.value, cell.high) if end is not None]
    meets = [end >= limit.value if limit.direction == "at_least" else end <= limit.value for end in ends]
    if all(meets):
        return "met"
    return "uncertain" if any(meets) else "not_met"


def _refuse_strangers(case: Case, switched_off: Collection[str]) -> None:
    strangers = sorted(set(switched_off) - {requirement.id for requirement in case.requirements})
    if strangers:
        raise ValueError(f"this case has no requirement '{strangers[0]}'")
