"""What is not in the numbers, in one list: not counted, not known, illustrative, and without an amount in euros.

The order says how much finding out could change the result. For an effect that is first what ``mcda.information``
says it gains at the given weights, together with what varies as one with it. Where that is equal, the points by which
the effect can move a total decide. Whatever has no such number stands on top of its part: nobody can say that it
matters little.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from cases.definition.model import Case
from files.fields import Text
from mcda.information import information_gains
from weighing.comparison import Comparison
from weighing.euros.valuing import EuroChoices, euros
from weighing.requirements_tested import tested
from weighing.score_draws import score_doubt

Kind = Literal["not_counted", "unknown", "illustrative", "no_euro"]
KINDS: tuple[Kind, ...] = ("not_counted", "unknown", "illustrative", "no_euro")

ILLUSTRATIVE = "D"


@dataclass(frozen=True)
class Gap:
    """One thing that the numbers do not hold, or hold badly."""

    kind: Kind
    about: Literal["words", "effect", "criterion", "requirement", "group"]
    key: str
    """Id of the criterion, requirement or group; empty for the case's own words."""
    alternatives: tuple[str, ...]
    """Ids; empty means all. Illustrative effects of one criterion without a number to tell them apart are one gap."""
    why: Text | None
    """The words of the case; None where it has none."""
    reason: str = ""
    """For an effect without an amount in euros: the reason (``weighing.euros.valuing.Gap.reason``)."""
    weight: float | None = None
    """For an effect without an amount in euros: the weight of its criterion, 0 to 1; None when not in the sum."""
    could_change: "CouldChange | None" = None
    """For an effect; None: no number can say it, because no range is stated or the effect is not in the sum."""


@dataclass(frozen=True)
class CouldChange:
    """What finding out one effect could do."""

    gain: float
    """Points by which the expected total of the choice rises once this is known, and all that varies as one with it."""
    points: float
    """By how many points the total moves from the worst to the best that the effect can be."""


def gaps(comparison: Comparison) -> tuple[Gap, ...]:
    """The list for the weights of this comparison, kind by kind; within a kind what has no number, then large to small.

    Equals stand in the order of the case.
    """
    case = comparison.case
    changes = _changes(comparison)
    found = [*not_known(case, changes), *_illustrative(case, changes), *_without_euro(comparison)]
    return tuple(
        gap for kind in KINDS for gap in sorted((gap for gap in found if gap.kind == kind), key=_most_telling_first)
    )


def not_known(case: Case, changes: Mapping[tuple[str, str], CouldChange] = MappingProxyType({})) -> tuple[Gap, ...]:
    """What the case says is not counted and what nobody knows; no weights are needed for this."""
    return (*_words(case), *_unknown(case, changes))


def _most_telling_first(gap: Gap) -> tuple[bool, float, float]:
    """Rounded to what ``mcda.information`` can tell apart."""
    if gap.could_change is not None:
        return True, -round(gap.could_change.gain, 4), -round(gap.could_change.points, 9)
    return gap.weight is not None, 0.0, -round(gap.weight or 0.0, 9)


def _changes(comparison: Comparison) -> dict[tuple[str, str], CouldChange]:
    """By (alternative id, criterion id). Effects without a stated range are not in it; without weight both are 0."""
    case, weights = comparison.case, comparison.weights
    doubt = score_doubt(case, comparison.weighing.ranges)
    points = weights * (doubt.high - doubt.low)
    found = information_gains(doubt, weights, comparison.first, comparison.second, comparison.rivals)
    gains = {cell: gain.points for gain in found for cell in gain.quantity.known}
    return {
        (alternative.id, criterion.id): CouldChange(gains.get((row, column), 0.0), float(points[row, column]))
        for row, alternative in enumerate(case.alternatives)
        for column, criterion in enumerate(case.summed)
        if (cell := case.performances[alternative.id, criterion.id]).value is None or cell.low is not None
    }


def _words(case: Case) -> list[Gap]:
    return [Gap("not_counted", "words", "", item.alternatives, item.text) for item in case.not_counted]


def _unknown(case: Case, changes: Mapping[tuple[str, str], CouldChange]) -> list[Gap]:
    """Effects, requirements and claims about groups of which nobody knows."""
    found = [
        Gap(
            "unknown",
            "effect",
            criterion,
            (alternative,),
            cell.note,
            could_change=changes.get((alternative, criterion)),
        )
        for (alternative, criterion), cell in case.performances.items()
        if cell.value is None
    ]
    for requirement in case.requirements:
        open_ = [item.id for item in case.alternatives if tested(case)[item.id, requirement.id].result == "unknown"]
        if open_:
            found.append(Gap("unknown", "requirement", requirement.id, _or_all(case, open_), requirement.why))
    return found + [
        Gap("unknown", "group", impact.group, (impact.alternative,), impact.sentence)
        for impact in case.group_impacts
        if impact.direction == "unknown"
    ]


def _illustrative(case: Case, changes: dict[tuple[str, str], CouldChange]) -> list[Gap]:
    """The figures of the weakest grade; those of one criterion without a number stand together."""
    found = []
    for criterion in case.criteria:
        weak = [
            alternative.id
            for alternative in case.alternatives
            if (cell := case.performances[alternative.id, criterion.id]).grade == ILLUSTRATIVE
            and cell.value is not None
        ]
        without = [alternative for alternative in weak if (alternative, criterion.id) not in changes]
        if without:
            why = criterion.left_out_because
            found.append(Gap("illustrative", "effect", criterion.id, _or_all(case, without), why))
        found += [
            Gap(
                "illustrative",
                "effect",
                criterion.id,
                (alternative,),
                case.performances[alternative, criterion.id].note,
                could_change=changes[alternative, criterion.id],
            )
            for alternative in weak
            if alternative not in without
        ]
    return found


def _without_euro(comparison: Comparison) -> list[Gap]:
    """Criteria without an amount in the built-in set; nothing for a case without valuation.yaml."""
    case = comparison.case
    if not case.has_amounts:
        return []
    weights = dict(zip((criterion.id for criterion in case.summed), comparison.weights.tolist(), strict=True))
    return [
        Gap("no_euro", "criterion", gap.criterion, (), gap.text, gap.reason, weights.get(gap.criterion))
        for gap in euros(case, EuroChoices()).gaps
    ]


def _or_all(case: Case, alternatives: list[str]) -> tuple[str, ...]:
    return () if len(alternatives) == len(case.alternatives) else tuple(alternatives)
