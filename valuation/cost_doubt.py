"""How sure the order of two costs is, when effects and factors vary within their ranges."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from valuation.amounts import AmountRange
from valuation.cost_comparison import check_comparable
from valuation.lines import ValuedLine

Floats = npt.NDArray[np.float64]

TIE = 1e-9
"""Costs whose difference is less than this share of the larger one are equal."""


def draw_costs(
    alternatives: Sequence[Sequence[ValuedLine]], chance: np.random.Generator, draws: int = 10_000
) -> Floats:
    """Cost of each alternative in each draw, shape (alternative, draw).

    A factor gets one value per draw, common to all alternatives: nobody knows it, but it is the same world for
    all. Effects
    are drawn independently. A range with a central value is drawn from a triangular distribution, one without from a
    uniform one; a number without a range stays as it is.

    Raises:
        ValueError: fewer than one draw, no alternatives, or alternatives that ``check_comparable`` refuses.
    """
    if draws < 1:
        raise ValueError(f"{draws} draws were asked; at least 1 is needed")
    if not alternatives:
        raise ValueError("there are no alternatives")
    for other in alternatives:
        check_comparable(alternatives[0], other)
    factors = {line.factor.id: line.factor for lines in alternatives for line in lines}
    prices = {name: _drawn(factors[name].value, chance, draws) for name in sorted(factors)}
    costs = np.zeros((len(alternatives), draws))
    for row, lines in enumerate(alternatives):
        for line in sorted(lines, key=lambda line: line.effect):
            sign = -1.0 if line.factor.kind == "benefit" else 1.0
            costs[row] += sign * _drawn(line.quantity, chance, draws) * prices[line.factor.id]
    return costs


def share_first_lower(first: Floats, second: Floats) -> float:
    """Of two rows of ``draw_costs``: the share of the draws in which the first costs less; a tie counts half.

    Raises:
        ValueError: the rows are empty, differ in length or hold numbers that are not finite.
    """
    first, second = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    if first.ndim != 1 or first.shape != second.shape or first.size == 0:
        raise ValueError(f"two rows of equally many draws are needed, not {first.shape} and {second.shape}")
    if not (np.isfinite(first).all() and np.isfinite(second).all()):
        raise ValueError("costs must be finite numbers")
    difference = first - second
    tie = np.abs(difference) <= TIE * np.maximum(np.abs(first), np.abs(second))
    return float(np.where(tie, 0.5, difference < 0).mean())


def _drawn(value: AmountRange, chance: np.random.Generator, draws: int) -> Floats | float:
    low, high = value.ends()
    if low == high:
        return low
    if value.central is None:
        return chance.uniform(low, high, draws)
    return chance.triangular(low, value.central, high, draws)
