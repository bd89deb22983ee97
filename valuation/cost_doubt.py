"""What alternatives cost, when effects and factors vary within their ranges: in draws, and how sure their order is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from valuation.amounts import AmountRange
from valuation.cost_comparison import check_comparable
from valuation.given import as_all, as_finite, as_kind, as_row, as_whole
from valuation.lines import ValuedLine

Floats = npt.NDArray[np.float64]

MIDDLES = (np.arange(16) + 0.5) / 16
"""Places over which a doubt is averaged that is not the one in question."""

TIE = 1e-9
"""Costs whose difference is less than this share of the larger one are equal."""


@dataclass(frozen=True)
class Shared:
    """With what an effect is drawn.

    Raises:
        ValueError: something that is no name, or a rank correlation outside -1 to 1.
    """

    own: str
    """Name of its own draw: effects of one alternative with one name are one quantity, with two prices."""
    cause: str | None = None
    """What effects of more alternatives follow; one draw for all of them."""
    follows: float = 0.0
    """Rank correlation of the effect, as it costs more when it is larger, with the cause. With 0.8 it stands at the
    quantile of the cause in 80 of 100 draws, and in the others at its own."""

    def __post_init__(self) -> None:
        as_kind(self.own, str, "the name of a draw")
        as_kind(self.cause, str | None, "the cause of an effect")
        if abs(as_finite(self.follows, "a rank correlation")) > 1:
            raise ValueError(f"a rank correlation lies between -1 and 1, not at {self.follows:g}")


@dataclass(frozen=True, eq=False)
class CostDraws:
    """Each array has the shape (alternative, draw)."""

    costs: Floats
    if_effects_known: Floats
    """What one may expect of each cost, once it is known how the effects of this draw turn out."""
    if_factors_known: Floats
    """What one may expect of each cost, once the amounts per unit of this draw are known."""


APART: Mapping[tuple[str, str], Shared] = MappingProxyType({})
"""Every effect by itself."""


def draw_costs(
    alternatives: Mapping[str, Sequence[ValuedLine]],
    seed: int,
    draws: int = 10_000,
    shared: Mapping[tuple[str, str], Shared] = APART,
) -> CostDraws:
    """Cost of each alternative in each draw.

    A factor gets one value per draw, common to all alternatives: nobody knows it, but it is the same world for all. A
    price that runs over the years is drawn once, at the same place between low and high in every year.
    Effects are drawn independently, but for what ``shared`` says. A range with a central value is drawn from a
    triangular distribution, one without from a uniform one; a number without a range stays as it is. An effect of which
    a part below 0 was cut off is drawn over its whole range, and counts as 0 in the draws below 0. Growth with a range
    is drawn once for all that has its name (``EffectPath.varies_as``), and belongs to the effects. Effects, growth and
    factors are independent of each other.

    Args:
        alternatives: by id, the lines of each. What is drawn for an effect depends on the ids of alternative and
            effect, or on the names that ``shared`` gives it, and on the seed only: neither the order nor what else
            there is changes it.
        seed: a whole number from 0.
        draws: how many, at least 1.
        shared: by ids of alternative and effect; an effect that is not in it is drawn by itself.

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
    as_all(as_kind(shared, Mapping, "what is shared").values(), Shared, "what is shared")
    every = list(alternatives.values())
    as_all(alternatives, str, "the ids of alternatives")
    for other in every:
        check_comparable(every[0], other)
    priced = {(line.factor.id, line.price) for lines in every for line in lines}
    prices = {(name, price): _within(price, _places(draws, seed, "factor", name)) for name, price in priced}
    found = [np.zeros((len(alternatives), draws)) for _ in range(3)]
    for row, (name, lines) in enumerate(alternatives.items()):
        for line in sorted(lines, key=lambda line: line.effect):
            places = _effect_places(name, shared.get((name, line.effect), Shared(line.effect)), draws, seed)
            drawn = _within(line.uncut or line.quantity, places)
            amounts = (-1.0 if line.factor.kind == "benefit" else 1.0) * (
                drawn if line.uncut is None else drawn.clip(min=0)
            )
            price = prices[line.factor.id, line.price]
            known = (price, price.mean(), price) if not line.years_now else _grown_prices(line, draws, seed)
            for costs, amount, per_unit in zip(found, (amounts, amounts, amounts.mean()), known, strict=True):
                costs[row] += amount * per_unit
    return CostDraws(*found)


def _grown_prices(line: ValuedLine, draws: int, seed: int) -> tuple[Floats, Floats, Floats]:
    """What one unit is worth now in each draw; and what one expects of it, once growth or the price is known."""
    growths, at = line.path.growths, _places(draws, seed, "factor", line.factor.id)
    grown = _within(growths, _places(draws, seed, "growth", line.path.varies_as))
    of_growth = np.mean([_triangle(*_grown(line, grown), place) for place in MIDDLES], axis=0)
    of_price = np.mean([_triangle(*_grown(line, one), at) for one in _within(growths, MIDDLES)], axis=0)
    return _triangle(*_grown(line, grown), at), of_growth, of_price


def _grown(line: ValuedLine, growths: Floats) -> tuple[Floats, Floats | None, Floats]:
    """Low, central and high of what one unit is worth now, at each of these growths."""
    share = 1 + np.asarray(growths)
    low, middle, high = (np.zeros_like(share) for _ in range(3))
    for price in reversed(line.years_now):
        ends = price.ends()
        low, high = (low + ends[0]) * share, (high + ends[1]) * share
        middle = (middle + (price.central or 0.0)) * share
    return low, None if line.price.central is None else middle, high


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


def gain_of_knowing(costs: Sequence[Floats]) -> float:
    """By how much the expected cost of the choice falls, for who takes the lowest, once each draw is known.

    Args:
        costs: a row of draws for each alternative that may be chosen; each draw is as likely as any other.

    Returns:
        0 or more; 0 for one alternative. The expected value of perfect information for ``costs`` of ``CostDraws``, and
        of partial information for its other arrays.

    Raises:
        ValueError: as ``share_first_lower``, or no rows.
    """
    rows = [as_row(row, "costs") for row in as_all(costs, np.ndarray, "costs")]
    if not rows or len({row.size for row in rows} - {0}) != 1:
        raise ValueError("rows of equally many draws are needed, at least one")
    every = np.array(rows)
    return max(float(every.mean(axis=1).min() - every.min(axis=0).mean()), 0.0)


def _effect_places(alternative: str, shared: Shared, draws: int, seed: int) -> Floats:
    """Quantiles of one effect: of its cause in a part of the draws, and its own in the others."""
    own = _places(draws, seed, "effect", alternative, shared.own)
    part = abs(shared.follows)
    if shared.cause is None or not part:
        return own
    cause = _places(draws, seed, "cause", shared.cause)
    along = cause if shared.follows > 0 else 1 - cause
    if part == 1:
        return along
    return np.where(own < part, along, (own - part) / (1 - part))


def _places(draws: int, seed: int, *names: str) -> Floats:
    """Quantiles in a stream of its own for each set of names."""
    chance = np.random.default_rng([seed, *"\0".join(names).encode()])
    # one point in each of equally many slices, in any order: the mean and the ends are right in every row
    found: Floats = (chance.permutation(draws) + chance.random(draws)) / draws
    return found


def _within(value: AmountRange, places: Floats) -> Floats:
    """The quantiles of an amount from low to high."""
    low, high = value.ends()
    if low == high:
        return np.full(places.size, low)
    return _triangle(low, value.central, high, places)


def _triangle(
    low: Floats | float, central: Floats | float | None, high: Floats | float, places: Floats | float
) -> Floats:
    """Quantiles between ends, with a peak or (None) without."""
    if central is None:
        return np.asarray(low + (high - low) * places)
    with np.errstate(invalid="ignore"):
        peak = np.where(high > low, (central - low) / (high - low), 0.0)
    return np.asarray(low + (high - low) * _triangular(places, peak))


def _triangular(places: Floats | float, peak: Floats | float) -> Floats:
    """Quantiles of a triangular distribution from 0 to 1: below the peak only the first root moves, above it the
    other."""
    rising = np.sqrt(peak * np.minimum(places, peak))
    found: Floats = rising + 1 - peak - np.sqrt((1 - peak) * (1 - np.maximum(places, peak)))
    return found
