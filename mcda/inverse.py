"""Which performance gives a certain score? The value function read backwards."""

import math
from itertools import pairwise

from mcda.inputs import as_number
from mcda.pieces import Piece, ValueFunction, refuse_no_function

NEAR = 1e-9
"""Points by which a score may fall short through rounding."""


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
    refuse_no_function(function)
    if math.isinf(as_number(near, "the performance now")):
        raise ValueError("the performance now cannot be infinite")
    if not 0 <= as_number(score, "a score") <= 100:
        raise ValueError(f"a score lies between 0 and 100, not at {score:g}")
    if not math.isnan(near) and float(function.scores([near])[0]) >= score:
        return near
    found = _crossings(function, score)
    return (
        min(found) if math.isnan(near) else min(found, key=lambda performance: (abs(performance - near), performance))
    )


def _crossings(function: ValueFunction, score: float) -> list[float]:
    """Where the score is reached or jumped over; every class that scores enough."""
    pieces = function.pieces
    if function.whole:
        return [float(round((piece.left + piece.right) / 2)) for piece in pieces if piece.at_left >= score]
    found = []
    for piece in pieces:
        if min(piece.at_left, piece.at_right) <= score <= max(piece.at_left, piece.at_right):
            flat = piece.slope == 0
            found += (
                [(piece.left, piece), (piece.right, piece)]
                if flat
                else [(piece.left + (score - piece.at_left) / piece.slope, piece)]
            )
    for before, after in pairwise(pieces):
        if min(before.at_right, after.at_left) <= score <= max(before.at_right, after.at_left):
            found.append((after.left, before if before.at_right > after.at_left else after))
    return [_within(function, performance, piece, score) for performance, piece in found]


def _within(function: ValueFunction, performance: float, piece: Piece, score: float) -> float:
    """The performance; just inside the piece where it is an end that belongs to the lower side of a jump."""
    if float(function.scores([performance])[0]) >= score - NEAR:
        return performance
    return math.nextafter(performance, (piece.left + piece.right) / 2)
