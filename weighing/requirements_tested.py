"""Hard requirements: tested on every alternative before any sum, and never lifted by one. Decision record 0018."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from cases.definition.hard_requirement import Limit, Requirement
from cases.definition.model import Case, Performance
from files.fields import Text

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


@lru_cache(maxsize=64)
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


def failing_on(case: Case, alternative: str, criterion: str) -> tuple[Requirement, ...]:
    """The requirements on one criterion that an alternative certainly does not meet."""
    return tuple(requirement for requirement in failing(case, alternative) if requirement.criterion == criterion)


def contenders(case: Case, switched_off: Collection[str] = ()) -> tuple[int, ...]:
    """The places in ``case.alternatives`` of those that may come first; empty when every alternative fails.

    Raises:
        ValueError: a requirement that the case does not have.
    """
    return tuple(
        row for row, alternative in enumerate(case.alternatives) if not failing(case, alternative.id, switched_off)
    )


def open_about(case: Case, alternative_id: str, switched_off: Collection[str] = ()) -> tuple[Tested, ...]:
    """What is uncertain or unknown about an alternative, in the order of the case. Doubt holds nobody back.

    Raises:
        KeyError: an alternative that the case does not have.
    """
    own = case.alternative(alternative_id).id
    return tuple(
        found
        for requirement in case.requirements
        if requirement.id not in switched_off
        and (found := tested(case)[(own, requirement.id)]).result in ("uncertain", "unknown")
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
