"""Is there any set of weights with which this alternative comes first, and with which does it lead most?"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mcda.inputs import Floats, as_alternative, as_rivals


@dataclass(frozen=True)
class Favourable:
    """The weights most favourable to one alternative."""

    weights: Floats
    """Shape (criterion,), sums to 1."""
    margin: float
    """Lead in points over the best other alternative with these weights; below 0 if no weights put it first."""


def most_favourable_weights(scores: npt.ArrayLike, alternative: int) -> Favourable:
    """The weights that give an alternative its largest lead, or its smallest arrears, over the best of the others.

    The linear programme: maximise t subject to w . (scores[alternative] - scores[other]) >= t for every other
    alternative, w >= 0, sum(w) = 1.

    Args:
        scores: shape (alternative, criterion), 0 to 100, all known.
        alternative: row of the alternative.

    Raises:
        ValueError: a score is not known (NaN) or too large, or there are fewer than two alternatives or no such one.

    Reference:
        Insua and French (1991), A framework for sensitivity analysis in discrete multi-objective decision-making,
        European Journal of Operational Research 54, 176-190 (potential optimality).
    """
    from scipy.optimize import linprog  # here, because it takes half a second and most pages do without

    matrix = as_rivals(scores)
    mine = as_alternative(alternative, matrix.shape[0])
    if np.isnan(matrix).any():
        raise ValueError("a score is not known, so nobody can say which weights are favourable")
    leads = np.delete(matrix[mine] - matrix, mine, axis=0)
    n_others, n_criteria = leads.shape
    found = linprog(
        np.append(np.zeros(n_criteria), -1.0),
        A_ub=np.column_stack([-leads, np.ones(n_others)]),
        b_ub=np.zeros(n_others),
        A_eq=np.append(np.ones(n_criteria), 0.0)[None],
        b_eq=[1.0],
        bounds=[(0, None)] * n_criteria + [(None, None)],
        method="highs",
    )
    if not found.success:
        raise RuntimeError(f"the linear programme for favourable weights failed: {found.message}")
    weights = np.clip(found.x[:-1], 0, None)
    weights /= weights.sum()
    return Favourable(weights, float((leads @ weights).min()))
