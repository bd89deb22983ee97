"""Which performance gives a certain score? The value function read backwards."""

import math
from itertools import pairwise

from mcda.value import Classes, ValueFunction


def performance_for_score(function: ValueFunction, score: float, near: float) -> float:
    """The performance nearest to ``near`` that scores at least ``score``.

    Args:
        function: the value function of the criterion.
        score: 0 to 100.
        near: the performance now, in the criterion's unit (number of the class on a criterion with classes); NaN
            (not known): the lowest performance that will do.

    Returns:
        In the criterion's unit; ``near`` itself when it already scores enough.

    Raises:
        ValueError: the score does not lie between 0 and 100.
    """
    if not 0 <= score <= 100:
        raise ValueError(f"a score lies between 0 and 100, not at {score:g}")
    if not math.isnan(near) and float(function.scores([near])[0]) >= score:
        return near
    found = _crossings(function, score)
    return (
        min(found) if math.isnan(near) else min(found, key=lambda performance: (abs(performance - near), performance))
    )


def _crossings(function: ValueFunction, score: float) -> list[float]:
    """Where the score is reached; every class that scores enough."""
    if isinstance(function, Classes):
        return [float(place) for place, stated in enumerate(function.class_scores) if stated >= score]
    found = []
    for (left, score_left), (right, score_right) in pairwise(function.corners):
        if min(score_left, score_right) <= score <= max(score_left, score_right):
            flat = score_left == score_right
            found += (
                [left, right] if flat else [left + (right - left) * (score - score_left) / (score_right - score_left)]
            )
    return found
