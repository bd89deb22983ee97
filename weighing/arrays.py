"""A case as the arrays with which ``mcda`` calculates, and the yardstick signs of the effects table."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

import numpy as np

from cases.definition.criterion import Criterion
from cases.definition.model import Case, Performance
from cases.definition.profile import Profile
from mcda.inputs import Bools, Floats, Ints
from mcda.nowhere_better import nowhere_better
from mcda.pieces import ValueFunction
from mcda.score_doubt import score_ranges
from mcda.value import Bent, Classes, Goal, Linear, score_matrix
from mcda.weights import hierarchical_weights

RangeChoice = Literal["main", "second"]
Sign = Literal["++", "+", "0", "-", "--"]

_ROUNDING = 1e-9
"""Share of the yardstick by which a difference may fall short: 0.3 - 0.1 counts as 0.2."""


@dataclass(frozen=True, eq=False)
class CaseArrays:
    """The criteria in the sum, in the order of ``case.summed``; the arrays cannot be written to."""

    alternatives: tuple[str, ...]
    criteria: tuple[str, ...]
    performances: Floats
    """Shape (alternative, criterion), in the unit of the criterion or the number of the class; NaN: not known."""
    low: Floats
    """As ``performances``: the lowest one expects; the performance itself where no range is stated."""
    high: Floats
    functions: tuple[ValueFunction, ...]
    scores: Floats
    """Shape (alternative, criterion), 0 to 100 on the chosen ranges; NaN: not known."""
    lowest: Floats
    """As ``scores``; where an effect is not known, the lowest score in the range that is stated for it, or else 0."""
    highest: Floats
    """As ``lowest``: the highest score in that range, or else 100."""
    theme_of: Ints
    """Shape (criterion,): the place of the criterion's theme in ``case.themes``."""
    outside: Bools
    """Shape (alternative, criterion): True where the performance lies outside the range, so that the score was cut."""

    def at_worst_for(self, row: int) -> Floats:
        """As ``scores``, every unknown effect as bad as it can be for this alternative, and as good for the others."""
        scores = self.highest.copy()
        scores[row] = self.lowest[row]
        return scores

    def at_best_for(self, row: int) -> Floats:
        """The other way round: as good as it can be for this alternative, and as bad for the others."""
        scores = self.lowest.copy()
        scores[row] = self.highest[row]
        return scores

    @cached_property
    def nowhere_better(self) -> Bools:
        """Shape (alternative, alternative): [i, j] is True if i is on no criterion better than j (record 0013)."""
        found = nowhere_better(self.low, self.performances, self.high, self.functions)
        found.setflags(write=False)
        return found


@lru_cache(maxsize=64)
def arrays(case: Case, ranges: RangeChoice) -> CaseArrays:
    """The arrays of a case; nobody can write in them, for they are made once and serve every weighing.

    Args:
        case: a sound case.
        ranges: ``second`` uses the second range of the criteria that have one, and the main range of the others. The
            points of a bent value function are then stretched along with the range; a goal stays where it is.

    Raises:
        ValueError: another word for ``ranges``.
    """
    if ranges not in ("main", "second"):
        raise ValueError(f"the ranges are 'main' or 'second', not '{ranges}'")
    summed = case.summed
    cells = [
        [case.performances[(alternative.id, criterion.id)] for criterion in summed] for alternative in case.alternatives
    ]
    performances = _matrix([[_number(cell.value) for cell in row] for row in cells])
    low = _matrix([[_number(_else(cell.low, cell)) for cell in row] for row in cells])
    high = _matrix([[_number(_else(cell.high, cell)) for cell in row] for row in cells])
    functions = tuple(value_function(criterion, ranges) for criterion in summed)
    unknown, scores = np.isnan(performances), score_matrix(performances, functions)
    ends = (np.where(unknown, end, performances) for end in (low, high))
    possible = score_ranges(next(ends), performances, next(ends), functions)
    themes = [theme.id for theme in case.themes]
    found = CaseArrays(
        alternatives=tuple(alternative.id for alternative in case.alternatives),
        criteria=tuple(criterion.id for criterion in summed),
        performances=performances,
        low=low,
        high=high,
        functions=functions,
        scores=scores,
        lowest=np.where(unknown, possible.low, scores),
        highest=np.where(unknown, possible.high, scores),
        theme_of=np.array([themes.index(criterion.theme) for criterion in summed], dtype=np.int64),
        outside=np.column_stack(
            [function.outside(column) for function, column in zip(functions, performances.T, strict=True)]
        ),
    )
    for array in (found.performances, found.low, found.high, found.scores, found.lowest, found.highest,
                  found.theme_of, found.outside):  # fmt: skip
        array.setflags(write=False)
    return found


def value_function(criterion: Criterion, ranges: RangeChoice = "main") -> ValueFunction:
    """The value function of a criterion on the chosen range: the one place where a shape becomes a calculation."""
    shape, main = criterion.value_function, criterion.range
    if shape.levels:
        return Classes(tuple(level.score for level in shape.levels))
    assert main is not None  # only a criterion with classes has no range; the model sees to it
    chosen = criterion.second_range if ranges == "second" and criterion.second_range is not None else main
    if shape.straight:
        return Linear(chosen.worst, chosen.best)
    if shape.target is not None:
        return Goal(shape.target, min(chosen.worst, chosen.best), max(chosen.worst, chosen.best))
    return Bent(shape.corners(main, chosen))


def weights(case: Case, theme_points: Mapping[str, float], criterion_points: Mapping[str, float]) -> Floats:
    """Weights of the summed criteria: share of the theme times share within the theme.

    Args:
        case: the case.
        theme_points: swing points by theme id; a theme that is not in it gets no weight.
        criterion_points: swing points by criterion id. In a theme of which no criterion is in it, all count equally.

    Returns:
        Shape (criterion,) in the order of ``case.summed``; sums to 1.

    Raises:
        ValueError: an id that is not in the sum, some but not all criteria of a theme, points below 0, or all 0.
    """
    summed = case.summed
    _refuse_unknown(theme_points, [theme.id for theme in case.themes], "theme")
    _refuse_unknown(criterion_points, [criterion.id for criterion in summed], "criterion in the sum")
    points = np.ones(len(summed))
    for theme in case.themes:
        given = [criterion.id in criterion_points for criterion in case.summed_in(theme.id)]
        if any(given) and not all(given):
            raise ValueError(f"theme '{theme.id}': give points to all its criteria or to none")
    for place, criterion in enumerate(summed):
        points[place] = criterion_points.get(criterion.id, 1.0)
    themes = [theme.id for theme in case.themes]
    groups = np.array([themes.index(criterion.theme) for criterion in summed], dtype=np.int64)
    return hierarchical_weights([theme_points.get(theme, 0.0) for theme in themes], points, groups)


def profile_weights(case: Case, profile: Profile) -> Floats:
    """The weights of an example profile, in the order of ``case.summed``."""
    return weights(case, profile.points, profile.criterion_points)


def yardstick_sign(case: Case, alternative_id: str, criterion_id: str) -> Sign | None:
    """How an alternative compares with the reference, by the yardstick of the criterion.

    Plus means better, whether more or less is better; near a goal means better. On a criterion with classes the
    yardstick is in points of score.

    Returns:
        The sign; None when the effect of the alternative or of the reference is not known.
    """
    criterion, gain = case.criterion(criterion_id), gain_by_yardstick(case, alternative_id, criterion_id)
    if gain is None:
        return None
    if abs(gain) >= criterion.yardstick.much * (1 - _ROUNDING):
        return "++" if gain > 0 else "--"
    if abs(gain) >= criterion.yardstick.some * (1 - _ROUNDING):
        return "+" if gain > 0 else "-"
    return "0"


def gain_by_yardstick(case: Case, alternative_id: str, criterion_id: str) -> float | None:
    """How much better than the reference, in the unit of the yardstick; None when either effect is not known."""
    criterion = case.criterion(criterion_id)
    own = case.performances[(case.alternative(alternative_id).id, criterion.id)].value
    reference = case.performances[(case.reference, criterion.id)].value
    return None if own is None or reference is None else _worth(criterion, own) - _worth(criterion, reference)


def _worth(criterion: Criterion, performance: float) -> float:
    """A number that rises as the performance gets better, in the unit of the yardstick."""
    shape = criterion.value_function
    if shape.levels:
        return shape.levels[int(performance)].score
    if shape.target is not None:
        return -abs(performance - shape.target)
    return performance if criterion.better == "higher" else -performance


def _matrix(rows: list[list[float]]) -> Floats:
    return np.array(rows, dtype=float)


def _number(found: float | None) -> float:
    return np.nan if found is None else found


def _else(found: float | None, cell: Performance) -> float | None:
    return cell.value if found is None else found


def _refuse_unknown(points: Mapping[str, float], known: list[str], word: str) -> None:
    unknown = [key for key in points if key not in known]
    if unknown:
        raise ValueError(f"this case has no {word} '{unknown[0]}'")
