"""Each alternative at its strongest and its weakest, before anyone has weighed: same rule, same form for all."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from cases.definition.model import Case
from mcda.favourable import most_favourable_weights
from mcda.inputs import Floats
from mcda.tipping import block_condition
from weighing.arrays import CaseArrays, arrays, weights, yardstick_sign
from weighing.requirements_tested import contenders

SHOWN = 3
"""How many strong and weak points are shown per alternative."""

CARRIES = 0.05
"""A criterion with less weight than this is not named as a condition."""


@dataclass(frozen=True)
class BestCase:
    """The values with which an alternative comes first."""

    block: tuple[str, ...]
    """Criteria on which this alternative is the best, or one of the best; the largest lead first."""
    share: tuple[float, float] | None
    """Lowest and highest share of all weight on that block with which it comes first, with every theme and every
    criterion in it equal inside the block and outside it; None if no share does, or if there is no block."""
    equal_share: float
    """The share of all weight on that block when every theme weighs the same, and every criterion in it."""
    favourable: tuple[tuple[str, float], ...]
    """The weights that give it the largest lead: criterion and share, largest first; empty if none put it first."""
    margin: float
    """Lead in points with those weights; negative if no weights put it first."""


@dataclass(frozen=True)
class Portrait:
    """One alternative without any weights."""

    strongest: tuple[str, ...]
    """Criteria on which it does best compared with the mean of the others, the largest lead first, at most ``SHOWN``.

    Where it is nowhere above that mean: those on which it is furthest ahead of the least of the others. Where it is
    that nowhere either: those that the yardstick of the case calls better than the reference, which need not be in the
    sum.
    """
    weakest: tuple[str, ...]
    """The same downwards: empty only when nobody does better on any criterion."""
    best_case: BestCase | None
    """It holds whatever the effects are that are not known; None when it depends on these whether any weights put the
    alternative first. None too for an alternative that fails a hard requirement, which is not in the way of the others,
    and for one that is left alone by that."""


@lru_cache(maxsize=64)
def portraits(case: Case) -> dict[str, Portrait]:
    """A portrait per alternative id, on the main ranges and the central values."""
    table = arrays(case, "main")
    ids = [criterion.id for criterion in case.summed]
    equal = weights(case, dict.fromkeys((theme.id for theme in case.themes), 100.0), {})
    rivals = list(contenders(case))
    result = {}
    for row, alternative in enumerate(case.alternatives):
        others = np.delete(table.scores, row, axis=0)
        leads = table.scores[row] - _mean_of_known(others)
        order = [int(index) for index in np.argsort(-leads, kind="stable") if np.isfinite(leads[index])]
        result[alternative.id] = Portrait(
            strongest=_points(case, alternative.id, ids, table.scores[row], others, "+"),
            weakest=_points(case, alternative.id, ids, table.scores[row], others, "-"),
            best_case=_certain(table, equal, ids, row, rivals, order) if row in rivals and len(rivals) > 1 else None,
        )
    return result


def strong_points(case: Case, alternative: str) -> tuple[str, ...]:
    """What every face names as the best of an alternative, by the rule of ``Portrait``."""
    return portraits(case)[alternative].strongest


def weak_points(case: Case, alternative: str) -> tuple[str, ...]:
    """What every face names as the worst of an alternative, by the rule of ``Portrait``."""
    return portraits(case)[alternative].weakest


def _points(case: Case, alternative: str, ids: list[str], own: Floats, others: Floats, sign: str) -> tuple[str, ...]:
    """Strong points for sign +, weak ones for -, by the rule of ``Portrait``."""
    side = 1.0 if sign == "+" else -1.0
    extreme = (np.fmin if sign == "+" else np.fmax).reduce(others, axis=0, initial=np.nan)
    for compared in (_mean_of_known(others), extreme):
        leads = side * (own - compared)
        order = np.argsort(-leads, kind="stable").tolist()
        found = [ids[index] for index in order if leads[index] > 0]
        if found:
            return tuple(found[:SHOWN])
    signs = [(yardstick_sign(case, alternative, criterion.id) or "", criterion.id) for criterion in case.criteria]
    return tuple(key for length in (2, 1) for mark, key in signs if mark == sign * length)[:SHOWN]


@lru_cache(maxsize=64)
def mix_share(case: Case, alternative: str) -> tuple[float, float] | None:
    """Lowest and highest share of all weight with which its most favourable mix puts an alternative first.

    Within the mix the weights keep their proportion, and so do the others, each theme and criterion equal. None where
    no weights put it first, or where ``BestCase`` is None.
    """
    best = portraits(case)[alternative].best_case
    if best is None or not best.favourable:
        return None
    rivals = list(contenders(case))
    row = rivals.index([item.id for item in case.alternatives].index(alternative))
    scores = arrays(case, "main").at_worst_for(rivals[row])[rivals]
    favourable = most_favourable_weights(scores, row).weights
    equal = weights(case, dict.fromkeys((theme.id for theme in case.themes), 100.0), {})
    mix = favourable > 0
    if mix.all():
        return None
    proportions = np.where(mix, favourable / favourable.sum() * equal[mix].sum(), equal)
    return block_condition(scores, proportions, mix, row)


def _mean_of_known(scores: Floats) -> Floats:
    """Per criterion; NaN where none of them is known."""
    known = np.isfinite(scores)
    means: Floats = np.where(known, scores, 0.0).sum(axis=0) / np.where(known.any(axis=0), known.sum(axis=0), np.nan)
    return means


def _certain(
    table: CaseArrays, equal: Floats, ids: list[str], row: int, rivals: list[int], order: list[int]
) -> BestCase | None:
    """The best case with every unknown effect at its worst; None when another effect there could change "never"."""
    place = rivals.index(row)
    found = _best_case(table.at_worst_for(row)[rivals], equal, ids, place, order)
    if found.margin > 0 or most_favourable_weights(table.at_best_for(row)[rivals], place).margin <= 0:
        return found
    return None


def _best_case(scores: Floats, equal: Floats, ids: list[str], row: int, order: list[int]) -> BestCase:
    best = scores[row] >= scores.max(axis=0)
    best &= scores.min(axis=0) < scores.max(axis=0)
    share = block_condition(scores, equal, best, row) if best.any() and not best.all() else None
    favourable = most_favourable_weights(scores, row)
    shares = sorted(zip(ids, favourable.weights.tolist(), strict=True), key=lambda pair: -pair[1])
    return BestCase(
        block=tuple(ids[index] for index in order if best[index]),
        share=share,
        equal_share=float(equal[best].sum()),
        favourable=tuple((criterion, part) for criterion, part in shares if part >= CARRIES)
        if favourable.margin > 0
        else (),
        margin=favourable.margin,
    )
