"""PROMETHEE II: how strongly each alternative is preferred over the others, pair by pair."""

import numpy as np
import numpy.typing as npt

from mcda.inputs import Floats, as_points
from mcda.problem import SAME, as_problem, in_units_of
from mcda.pymcdm_parts import pymcdm


def promethee_net_flow(
    performances: npt.ArrayLike,
    weights: npt.ArrayLike,
    better_is_higher: npt.ArrayLike,
    indifference: npt.ArrayLike,
    preference: npt.ArrayLike,
) -> Floats:
    """PROMETHEE II: preference for each alternative over the others, minus preference for the others over it.

    On each criterion a difference up to the indifference threshold q counts for nothing, from the preference threshold
    p on it counts in full, and in between it counts in proportion (type V, linear with an indifference zone). Where p
    equals q, preference jumps from nothing to full as soon as the difference exceeds them (with 0 and 0: any difference
    counts in full). Preferences are weighted, added up, and averaged over the other alternatives.

    Args:
        performances: as for ``topsis_closeness``.
        weights: as for ``topsis_closeness``.
        better_is_higher: as for ``topsis_closeness``.
        indifference: q, shape (criterion,), 0 or more, in the criterion's unit.
        preference: p, shape (criterion,), q or more, in the criterion's unit.

    Returns:
        Net flow of each alternative, shape (alternative,), from -1 to 1, together 0, higher is better.

    Raises:
        ValueError: as for ``topsis_closeness``, or the thresholds are negative, not finite, not one for each criterion,
            or an indifference threshold is above its preference threshold.
        NoAnswerError: as for ``topsis_closeness``.

    Reference:
        Brans and Vincke (1985), A preference ranking organisation method, Management Science 31(6), 647-656. Calculated
        by pymcdm.
    """
    problem = as_problem("PROMETHEE", performances, weights, better_is_higher)
    q = _thresholds(indifference, "indifference", problem.carrying.size)
    p = _thresholds(preference, "preference", problem.carrying.size)
    if (q > p).any():
        criterion = int(np.argmax(q > p))
        raise ValueError(
            f"the indifference threshold {q[criterion]:g} of criterion {criterion} (counted from 0) is above its "
            f"preference threshold {p[criterion]:g}"
        )
    q, p = q[problem.carrying], p[problem.carrying]
    largest = np.maximum(np.abs(problem.performances).max(axis=0), p)
    columns, q, p = (in_units_of(numbers, largest) for numbers in (problem.performances, q, p))
    jump = np.where(q == p, SAME, 0)  # 0.4 - 0.3 is a little more than 0.1: rounding must not make a preference

    # A new object for every call: it can be used once. It works out the slope everywhere, also where p equals q.
    method = pymcdm("methods").PROMETHEE_II("vshape_2", p=p + jump, q=q + jump)
    with np.errstate(all="ignore"):
        flows: Floats = method(columns, problem.weights, problem.directions, validation=False)
    return flows


def _thresholds(numbers: npt.ArrayLike, name: str, n_criteria: int) -> Floats:
    vector = as_points(numbers, f"{name} thresholds")
    if vector.size != n_criteria:
        raise ValueError(f"{vector.size} {name} thresholds were given for {n_criteria} criteria")
    return vector
