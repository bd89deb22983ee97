"""A weight in real units: which change on one criterion is worth as much as a change on another?"""

import math

from mcda.inputs import as_finite, as_number
from mcda.pieces import ValueFunction, refuse_no_function

NEAR = 1e-6
"""Points; a smaller difference is rounding, not a jump."""


def equivalent_change(
    function_a: ValueFunction,
    weight_a: float,
    change_a: float,
    at_a: float,
    function_b: ValueFunction,
    weight_b: float,
    at_b: float,
) -> float:
    """The change in b that is worth as much as a change in a: both move the total by the same number of points.

    Value gained is weight x slope of the value function x change. For linear functions the answer does not depend on
    where the change starts. For the other kinds the slope just beside ``at_a`` or ``at_b`` is used, on the side to
    which the change goes, so the answer holds for small changes.

    Args:
        function_a: value function of criterion a.
        weight_a: weight of a, 0 or more; only the ratio to ``weight_b`` matters.
        change_a: change in a, in a's unit; minus for less.
        at_a: performance from which a changes, in a's unit.
        function_b: value function of criterion b.
        weight_b: weight of b, 0 or more.
        at_b: performance from which b changes, in b's unit.

    Returns:
        Change in b's unit, with its sign: a gain in a gives the change that is a gain in b. At a goal a loss can go
        either way; the answer goes up. NaN when no change in b can be worth it: b carries no weight, b's function is
        flat or at its best there, or a or b has classes, between which nothing lies, or jumps at once. NaN too where
        a function that is not one straight line starts from a performance that is not known (NaN).

    Raises:
        ValueError: a weight is negative or not finite, or the change is not finite.

    Reference:
        Keeney and Raiffa (1976), Decisions with Multiple Objectives (value trade-offs).
    """
    if min(as_finite(weight, "a weight") for weight in (weight_a, weight_b)) < 0:
        raise ValueError("weights must be finite and 0 or more")
    as_finite(change_a, "the change")
    for function, at in ((function_a, at_a), (function_b, at_b)):
        refuse_no_function(function)
        if math.isinf(as_number(at, "a performance")):
            raise ValueError("a performance cannot be infinite")
    if weight_b == 0:
        return math.nan
    gain = weight_a * _slope(function_a, at_a, change_a) * change_a
    for direction in (1.0, -1.0):
        slope = weight_b * _slope(function_b, at_b, direction)
        if math.isnan(gain) or math.isnan(slope):
            return math.nan
        if gain != 0 and slope != 0 and (gain > 0) == (slope * direction > 0):
            return gain / slope
    return 0.0 if gain == 0 else math.nan


def _slope(function: ValueFunction, at: float, direction: float) -> float:
    """Points per unit just beside ``at``, on the side of ``direction``; beyond the range, that of the nearest piece.

    NaN with classes, where it depends on an ``at`` that is not known, and where the score jumps at once.
    """
    pieces = function.pieces
    if function.whole or (len(pieces) > 1 and math.isnan(at)):
        return math.nan
    holding = (piece for piece in pieces if at < piece.right or (at == piece.right and direction < 0))
    piece = next(holding, pieces[-1])
    jumps = piece.left <= at <= piece.right and not math.isclose(
        float(function.scores(at)), piece.score(at), abs_tol=NEAR
    )
    return math.nan if jumps else piece.slope
