"""The doubt in the effects of a case, as ranges of scores and as draws that every weighing shares."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import permutations
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from cases.definition.model import Case
from mcda.causes import Cause
from mcda.information import perfect_information
from mcda.inputs import Bools, Floats
from mcda.products import wide_product
from mcda.score_doubt import ScoreRanges, score_ranges
from weighing.arrays import RangeChoice, arrays
from weighing.weighing import LARGEST

Shape = Literal["triangular", "uniform", "none"]
"""Most likely in the middle, everything between low and high as likely, or no doubt: the central effects."""
Together = Literal["case", "apart", "together"]
"""Whether effects vary as the case says, causes included, each by itself, or all those of an alternative together."""

SHAPES: tuple[Shape, ...] = get_args(Shape)
TOGETHER: tuple[Together, ...] = get_args(Together)

SAMPLES = 32_768
"""Draws of the effects at one weighing. Three standard errors of a share are at most 0.83 percentage point (0013)."""

LEVEL = 5e-4
"""Totals, in points, that differ by no more than this in single precision are equal."""

SEED = 2026
"""One seed for all: two people with the same weights read the same number, and nothing flickers."""


def score_doubt(
    case: Case,
    ranges: RangeChoice,
    shape: Shape = "triangular",
    together: Together = "case",
    only: tuple[int, ...] | None = None,
    columns: tuple[int, ...] | None = None,
) -> ScoreRanges:
    """What the scores could be, from the low, central and high effects of the case.

    An effect that is not known can be anything on its range, each score as likely as the next.

    Args:
        case: the case.
        ranges: the ranges of the scores.
        shape: how an effect is spread.
        together: whether effects move together.
        only: places of the alternatives to keep, in this order; None for all.
        columns: places of the criteria in the sum, in the order wanted; None for that of the case.
    """
    return _score_doubt(case, ranges, shape, together, only, columns)


@lru_cache(maxsize=32)
def _score_doubt(
    case: Case,
    ranges: RangeChoice,
    shape: Shape,
    together: Together,
    only: tuple[int, ...] | None,
    columns: tuple[int, ...] | None,
) -> ScoreRanges:
    table = arrays(case, ranges)
    functions = [table.functions[column] for column in columns or range(len(table.functions))]
    rows = list(range(len(case.alternatives)) if only is None else only)
    moves = [
        case.alternatives[row].effects_vary == "together" if together == "case" else together == "together"
        for row in rows
    ]
    cells = np.ix_(rows, range(len(functions)) if columns is None else columns)
    low, central, high = table.low[cells], table.performances[cells], table.high[cells]
    if shape == "none":
        return score_ranges(central, central, central, functions)
    names = tuple(table.criteria[column] for column in columns or range(len(table.criteria)))
    causes = _causes(case, tuple(table.alternatives[row] for row in rows), names) if together == "case" else ()
    return score_ranges(low, central, high, functions, shape=shape, together=np.array(moves), causes=causes)


def _causes(case: Case, alternatives: tuple[str, ...], criteria: tuple[str, ...]) -> tuple[Cause, ...]:
    """The causes of a case, as places among these alternatives and criteria."""
    cells: dict[str, list[tuple[int, int, float]]] = {}
    for effect in case.caused_effects:
        if effect.alternative in alternatives and effect.criterion in criteria:
            place = alternatives.index(effect.alternative), criteria.index(effect.criterion)
            cells.setdefault(effect.cause, []).append((*place, effect.follows))
    return tuple(Cause(name, tuple(followers)) for name, followers in cells.items())


def first_shares(
    case: Case,
    ranges: RangeChoice,
    weights: Floats,
    shape: Shape = "triangular",
    together: Together = "case",
    rivals: Sequence[int] | None = None,
) -> Floats:
    """How often each alternative comes first at these weights, if the effects turn out otherwise.

    Args:
        weights: shape (summed criterion,), sums to 1.
        rivals: the alternatives that may come first, as places in the case; None for all.

    Returns:
        Shape (alternative,), sums to 1; alternatives that tie for the first place share it, and one that may not come
        first has 0.
    """
    return shares_of_first(effect_draws(case, ranges, shape, together), weights, rivals)


def shares_of_first(draws: npt.NDArray[np.float32], weights: Floats, rivals: Sequence[int] | None = None) -> Floats:
    """As ``first_shares``, for draws of shape (alternative, criterion, draw)."""
    totals = _totals(draws, weights)
    if rivals is not None:
        totals[np.delete(np.arange(len(totals)), list(rivals))] = -np.inf
    return shares_of(totals >= totals.max(axis=0) - np.float32(LEVEL))


def gain_of_knowing_all(case: Case, ranges: RangeChoice, weights: Floats, rivals: Sequence[int]) -> float:
    """By how many points the expected total of the choice rises once every effect is known.

    Args:
        weights: shape (summed criterion,), sums to 1.
        rivals: the alternatives that may come first, as places in the case.
    """
    return perfect_information(_totals(effect_draws(case, ranges)[list(rivals)], weights))


def always_first_shares(
    case: Case,
    ranges: RangeChoice,
    points: Floats,
    open_themes: Sequence[int],
    within: Floats,
    rivals: Sequence[int],
) -> Floats:
    """How often each alternative comes first whatever the open themes weigh, if the effects turn out otherwise.

    Args:
        points: shape (theme,), what was given; 0 for the open themes.
        open_themes: places of the themes that may get any points up to the largest.
        within: shape (summed criterion,), share of each criterion within its theme; 0 where it is not looked at.
        rivals: the alternatives that may come first, as places in the case.

    Returns:
        Shape (alternative,); alternatives that tie share the place. What is missing to 1 depends on the open themes.
    """
    draws = effect_draws(case, ranges)[list(rivals)]
    theme_of = arrays(case, ranges).theme_of
    given = points[theme_of] * within
    unit = float(given.sum()) or LARGEST
    base, most = _totals(draws, given / unit), LARGEST * within / unit
    extra = [_totals(draws, np.where(theme_of == theme, most, 0)) for theme in open_themes]
    always = np.ones(base.shape, dtype=bool)
    for one, other in permutations(range(len(rivals)), 2):
        lead = base[one] - base[other]
        for part in extra:
            lead += np.minimum(part[one] - part[other], 0)
        always[one] &= lead >= -LEVEL
    shares = np.zeros(len(case.alternatives))
    shares[list(rivals)] = shares_of(always)
    return shares


def _totals(draws: npt.NDArray[np.float32], weights: Floats) -> npt.NDArray[np.float32]:
    """Shape (alternative, draw)."""
    row = weights.astype(np.float32)[np.newaxis]
    with np.errstate(invalid="ignore"):  # OpenBLAS also multiplies what stands beside the numbers by chance
        return np.concatenate([wide_product(row, of_one) for of_one in draws])


def shares_of(first: Bools) -> Floats:
    """The share of draws, shape (alternative, draw), in which each is first; those that are first together share it."""
    together = first.sum(axis=0)
    shares: Floats = (first if together.max() <= 1 else first / np.maximum(together, 1)).mean(axis=1)
    return shares


def effect_draws(
    case: Case, ranges: RangeChoice, shape: Shape = "triangular", together: Together = "case"
) -> npt.NDArray[np.float32]:
    """Scores of shape (alternative, criterion, draw).

    They do not depend on the weights, so a weighing costs one product; nor on the order of alternatives and criteria,
    since each effect has draws of its own, by its ids.
    """
    return _effect_draws(case, ranges, shape, together)


@lru_cache(maxsize=8)
def _effect_draws(case: Case, ranges: RangeChoice, shape: Shape, together: Together) -> npt.NDArray[np.float32]:
    table = arrays(case, ranges)
    found = score_doubt(case, ranges, shape, together).draws(SAMPLES, SEED, table.alternatives, table.criteria)
    draws = found.transpose(1, 2, 0).astype(np.float32, "C")
    draws.setflags(write=False)
    return draws
