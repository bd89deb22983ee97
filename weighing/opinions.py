"""What other methods make of the same effects and weights, with limits and thresholds that the case itself states.

Each method gets the effects in their own units. On a criterion with a goal or with classes more is not simply better;
there it gets the scores. Effects outside the range count as the end of the range, as in the usual calculation. The
thresholds of PROMETHEE are the yardsticks of the case: below "some" a difference does not count, from "much" it counts
fully.
"""

from dataclasses import dataclass

import numpy as np

from cases.definition.criterion import Criterion
from mcda.compare import dominates, ranks
from mcda.inputs import Floats, Ints
from mcda.second_opinion import Opinion, agreement, second_opinions
from weighing.comparison import Comparison

OWN_METHOD = "weighted_sum"


@dataclass(frozen=True)
class Opinions:
    """The order by the usual calculation and by each other method."""

    methods: tuple[str, ...]
    """The methods that gave an order; the usual calculation is the first."""
    ranks: Ints
    """Shape (method, alternative); 1 is first, equals share the best place, 0 fails a hard requirement."""
    agreement: Floats
    """Shape (method, method): rank correlation (Kendall's tau-b), 1 for the same order, -1 for the reverse; NaN where
    one of the two puts all alternatives together."""
    refused: tuple[Opinion, ...]
    """The methods that cannot be used here, with the reason."""
    dominated: tuple[tuple[int, int], ...]
    """Pairs of alternatives: the first is at least as good as the second on every criterion in the sum."""

    counted: tuple[bool, ...]
    """Per method whether it could have said something else. Not the usual calculation itself; nor SPOTIS where every
    value function is a straight line, because on fixed ranges it then is the same sum turned round."""

    @property
    def firsts(self) -> frozenset[tuple[int, ...]]:
        """The different answers to what comes first, each as the rows on the first place."""
        return frozenset(tuple(np.flatnonzero(row == 1).tolist()) for row in self.ranks)

    @property
    def same_first(self) -> tuple[bool, ...]:
        """Per method whether the alternatives it puts first are exactly those of the usual calculation."""
        return tuple(bool(np.array_equal(row == 1, self.ranks[0] == 1)) for row in self.ranks)


def opinions(comparison: Comparison) -> Opinions | None:
    """Every offered method on this comparison.

    None when a total is not known, or when hard requirements leave fewer than two alternatives to choose from. The
    methods get only the alternatives that fail none; the others have rank 0.
    """
    rivals = list(comparison.contenders)
    if not comparison.known or len(rivals) < 2:
        return None
    columns = [_column(comparison, place, item) for place, item in enumerate(comparison.case.summed)]
    found = second_opinions(
        np.column_stack([column.performances[rivals] for column in columns]),
        comparison.weights,
        np.array([column.better_is_higher for column in columns]),
        np.array([column.bounds for column in columns]),
        np.array([column.indifference for column in columns]),
        np.array([column.preference for column in columns]),
    )
    straight = all(criterion.value_function.straight for criterion in comparison.case.summed)
    used = [opinion for opinion in found if opinion.ranks is not None]
    given = np.array([ranks(comparison.totals[rivals]), *(opinion.ranks for opinion in used)])
    table = np.zeros((len(given), len(comparison.totals)), dtype=given.dtype)
    table[:, rivals] = given
    dominated = np.argwhere(dominates(comparison.arrays.scores)).tolist()
    return Opinions(
        methods=(OWN_METHOD, *(opinion.method for opinion in used)),
        ranks=table,
        agreement=agreement(given),
        refused=tuple(opinion for opinion in found if opinion.ranks is None),
        dominated=tuple((row, column) for row, column in dominated),
        counted=(False, *(opinion.method != "spotis" or not straight for opinion in used)),
    )


@dataclass(frozen=True)
class _Column:
    performances: Floats
    better_is_higher: bool
    bounds: tuple[float, float]
    indifference: float
    preference: float


def _column(comparison: Comparison, place: int, criterion: Criterion) -> _Column:
    table, function = comparison.arrays, comparison.arrays.functions[place]
    some, much = criterion.yardstick.some, criterion.yardstick.much
    shape = criterion.value_function
    if not function.whole and shape.target is None:
        low, high = function.pieces[0].left, function.pieces[-1].right
        performances = np.clip(table.performances[:, place], low, high)
        return _Column(performances, criterion.better == "higher", (low, high), some, much)
    if shape.target is not None and criterion.range is not None:
        points_per_unit = 200 / abs(criterion.range.best - criterion.range.worst)
        some, much = some * points_per_unit, much * points_per_unit
    return _Column(table.scores[:, place], True, (0.0, 100.0), some, much)
