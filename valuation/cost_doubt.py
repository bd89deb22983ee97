"""How sure the order of two costs is, when effects and factors vary within their ranges."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from valuation.amounts import AmountRange
from valuation.cost_comparison import check_comparable
from valuation.given import as_all, as_kind, as_row, as_whole
from valuation.lines import ValuedLine

Floats = npt.NDArray[np.float64]

TIE = 1e-9
"""Costs whose difference is less than this share of the larger one are equal."""


def draw_costs(alternatives: Mapping[str, Sequence[ValuedLine]], seed: int, draws: int = 10_000) -> Floats:
    """Cost of each alternative in each draw, shape (alternative, draw).

    A factor gets one value per draw, common to all alternatives: nobody knows it, but it is the same world for all. A
    price that runs over the years is drawn once, at the same place between low and high in every year.
    Effects are drawn independently. A range with a central value is drawn from a triangular distribution, one without
    from a uniform one; a number without a range stays as it is. An effect of which a part below 0 was cut off is drawn
    over its whole range, and counts as 0 in the draws below 0.

    Args:
        alternatives: by id, the lines of each. What is drawn for an effect depends on the ids of alternative and effect
            and on the seed only: neither the order nor what else there is changes it.
        seed: a whole number from 0.
        draws: how many, at least 1.

    Raises:
        ValueError: fewer than one draw, a seed below 0, no alternatives, or alternatives that ``check_comparable``
            refuses.
    """
    if as_whole(draws, "the number of draws") < 1:
        raise ValueError(f"{draws} draws were asked; at least 1 is needed")
    if as_whole(seed, "the seed") < 0:
        raise ValueError(f"the seed must be 0 or more, not {seed}")
    if not as_kind(alternatives, Mapping, "the alternatives"):
        raise ValueError("there are no alternatives")
    every = list(alternatives.values())
    as_all(alternatives, str, "the ids of alternatives")
    for other in every:
        check_comparable(every[0], other)
    priced = {(line.factor.id, line.price) for lines in every for line in lines}
    prices = {(name, price): _drawn(price, draws, seed, "factor", name) for name, price in priced}
    costs = np.zeros((len(alternatives), draws))
    for row, (name, lines) in enumerate(alternatives.items()):
        for line in sorted(lines, key=lambda line: line.effect):
            sign = -1.0 if line.factor.kind == "benefit" else 1.0
            drawn = _drawn(line.uncut or line.quantity, draws, seed, "effect", name, line.effect)
            costs[row] += (
                sign * (drawn if line.uncut is None else drawn.clip(min=0)) * prices[line.factor.id, line.price]
            )
    return costs


def share_first_lower(first: Floats, second: Floats) -> float:
    """Of two rows of ``draw_costs``: the share of the draws in which the first costs less; a tie counts half.

    Raises:
        ValueError: the rows are empty, differ in length or hold numbers that are not finite.
    """
    first, second = as_row(first, "costs"), as_row(second, "costs")
    if first.ndim != 1 or first.shape != second.shape or first.size == 0:
        raise ValueError(f"two rows of equally many draws are needed, not {first.shape} and {second.shape}")
    difference = first - second
    tie = np.abs(difference) <= TIE * np.maximum(np.abs(first), np.abs(second))
    return float(np.where(tie, 0.5, difference < 0).mean())


def _drawn(value: AmountRange, draws: int, seed: int, *names: str) -> Floats:
    """A stream of its own for each set of names."""
    low, high = value.ends()
    if low == high:
        return np.full(draws, low)
    chance = np.random.default_rng([seed, *"\0".join(names).encode()])
    # one point in each of equally many slices, in any order: the mean and the ends are right in every row
    places = (chance.permutation(draws) + chance.random(draws)) / draws
    if value.central is None:
        return low + (high - low) * places
    return low + (high - low) * _triangular(places, (value.central - low) / (high - low))


def _triangular(places: Floats, peak: float) -> Floats:
    """Quantiles of a triangular distribution from 0 to 1: below the peak only the first root moves, above it the
    other."""
    rising = np.sqrt(peak * np.minimum(places, peak))
    found: Floats = rising + 1 - peak - np.sqrt((1 - peak) * (1 - np.maximum(places, peak)))
    return found
