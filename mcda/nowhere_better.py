"""Which alternative is nowhere better than which other, whatever the weights, when the effects are not certain."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from mcda.inputs import Bools, Floats, as_matrix
from mcda.pieces import ValueFunction
from mcda.score_doubt import score_ranges


def nowhere_better(
    low: npt.ArrayLike, central: npt.ArrayLike, high: npt.ArrayLike, functions: Sequence[ValueFunction]
) -> Bools:
    """Which alternative is on no criterion better than another, in its low, central or high performance.

    Whatever score one asks for on a criterion, the chance to reach it is then never larger (first-order stochastic
    dominance, criterion by criterion), so no weights speak for it. A performance that is not known is compared with
    another one of which only the ends are stated, or when one surely scores at least as much as the other can. Where
    more is not simply better or worse (a goal), equal performances and such sure scores are compared, no others.

    Args:
        low: shape (alternative, criterion), lowest performance in the criterion's unit, as for ``score_ranges``.
        central: the same shape, most likely performance; NaN for "not known".
        high: the same shape, highest performance.
        functions: one value function for each criterion.

    Returns:
        Shape (alternative, alternative): [i, j] is True if i is nowhere better than j. True both ways when the two
        cannot be told apart; False on the diagonal.

    Raises:
        ValueError: as for ``score_ranges``.

    Reference:
        Hadar and Russell (1969), Rules for ordering uncertain prospects, American Economic Review 59(1), 25-34.
    """
    scores = score_ranges(low, central, high, functions)
    ends = [as_matrix(part, "performances") for part in (low, central, high)]
    found = np.ones((len(ends[0]),) * 2, dtype=bool)
    for column, function in enumerate(functions):
        surely = scores.high[:, column][:, np.newaxis] <= scores.low[:, column]
        found &= surely | _ordered(np.array([part[:, column] for part in ends]), _direction(function))
    np.fill_diagonal(found, val=False)
    return found


def _ordered(points: Floats, direction: int) -> Bools:
    """For low, central and high in rows: [i, j] is True if none of those of i is better than that of j."""
    mine, theirs = points[:, :, np.newaxis], points[:, np.newaxis, :]
    alike: Bools = np.all((mine == theirs) | (np.isnan(mine) & np.isnan(theirs)), axis=0)
    if not direction:
        return alike
    no_better = (direction * mine <= direction * theirs) | (np.isnan(mine) & np.isnan(theirs))
    return np.asarray(no_better.all(axis=0))


def _direction(function: ValueFunction) -> int:
    """1 where a higher performance never scores less, -1 where it never scores more, 0 where it turns."""
    steps = np.diff([score for piece in function.pieces for score in (piece.at_left, piece.at_right)])
    return 1 if (steps >= 0).all() else -1 if (steps <= 0).all() else 0
