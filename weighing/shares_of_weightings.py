"""How often does each alternative come first, over many weightings? Always with the list of things that is weighed.

A share of "all weightings" says as much about that list (the tree) as about the alternatives. So no share stands
alone: it is asked for a named tree, and screens show every tree of the case beside each other.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

import numpy as np

from cases.definition.model import Case
from mcda.favourable import most_favourable_weights
from mcda.inputs import TIE, Floats, Ints
from mcda.robustness import Acceptability, acceptability
from mcda.weightings import AllWeightings, Weightings, WeightingsAround, WeightingsInOrder
from mcda.weights import weights_of_groups
from weighing.arrays import RangeChoice, arrays
from weighing.arrays import weights as weights_of_themes
from weighing.comparison import Comparison, compare
from weighing.requirements_tested import contenders
from weighing.score_draws import Shape, Together, first_shares, score_doubt
from weighing.weighing import Weighing, from_weights

Tree = Literal["themes", "criteria", "time_place"]
Over = Literal["around", "order", "all"]
"""Weightings close to these weights, those that keep their order, or all."""

OVER: tuple[Over, ...] = get_args(Over)

AROUND = 2.0
"""Close to: every weight at most twice as large or as small."""

STEADY_SHARE = 0.05
"""From this share on a confidence differs by less than 2 percentage points when other weightings are sampled."""

ENOUGH = 0.0005
"""A share below this rests on too few sampled weightings to call their middle typical."""


def trees(case: Case) -> tuple[Tree, ...]:
    """The ways to divide the weight: first over themes, over the criteria at once, first over now, later, elsewhere."""
    order: tuple[Tree, ...] = ("themes", "criteria", "time_place")
    return tuple(tree for tree in order if tree == "criteria" or 1 < branches(case, tree) < len(case.summed))


def branches(case: Case, tree: Tree) -> int:
    """Over how many things the weight is divided first."""
    return len(case.summed) if tree == "criteria" else len(set(_groups(case, tree).tolist()))


def first_places(comparison: Comparison, over: Over, tree: Tree, shape: Shape, together: Together) -> Acceptability:
    """Rank acceptability, pairwise shares and central weights over these weightings, drawn on this tree.

    An alternative that fails a hard requirement takes no place: its row is 0, in the weights NaN.
    """
    weights = () if over == "all" else tuple(comparison.weights.tolist())
    case, ranges = comparison.case, comparison.weighing.ranges
    return _first_places(case, ranges, over, tree, shape, together, weights, comparison.rivals)


@lru_cache(maxsize=256)
def _first_places(
    case: Case,
    ranges: RangeChoice,
    over: Over,
    tree: Tree,
    shape: Shape,
    together: Together,
    weights: tuple[float, ...],
    rivals: tuple[int, ...],
) -> Acceptability:
    every, criteria = len(case.alternatives), [criterion.id for criterion in case.summed]
    if len(rivals) == 1:
        return _only_one(rivals[0], every, len(criteria))
    # drawn in the order of the ids, so that the order of the case changes nothing
    rows = tuple(sorted(rivals, key=lambda row: case.alternatives[row].id))
    columns = tuple(sorted(range(len(criteria)), key=lambda column: criteria[column]))
    groups = None if tree == "criteria" else _groups(case, tree)[list(columns)]
    weightings = _weightings(case, over, groups, tuple(weights[column] for column in columns if weights))
    doubt = score_doubt(case, ranges, shape, together, rows, columns)
    return _in_the_case(acceptability(doubt, weightings), rows, columns, every)


def _in_the_case(
    found: Acceptability, given_rows: tuple[int, ...], given_columns: tuple[int, ...], every: int
) -> Acceptability:
    """The figures in the places of the case; an alternative that fails a requirement has none."""
    rows, columns = np.array(given_rows), np.array(given_columns)
    shares, wins, errors = (np.zeros((every, every)) for _ in range(3))
    central, confidence = np.full((every, columns.size), np.nan), np.full(every, np.nan)
    shares[rows, : len(rows)], errors[rows, : len(rows)] = found.rank_shares, found.standard_error
    wins[np.ix_(rows, rows)] = found.wins
    central[np.ix_(rows, columns)], confidence[rows] = found.central_weights, found.confidence
    return Acceptability(shares, wins, central, confidence, errors, found.samples, found.seed)


def _only_one(row: int, every: int, n_criteria: int) -> Acceptability:
    """All other alternatives fail a hard requirement: no weighting puts another first, so none needs to be drawn."""
    shares = np.zeros((every, every))
    shares[row, 0] = 1.0
    confidence = np.where(shares[:, 0] > 0, 1.0, np.nan)
    nothing = np.zeros((every, every))
    return Acceptability(shares, nothing, np.full((every, n_criteria), np.nan), confidence, nothing, 0, 0)


def _weightings(case: Case, over: Over, groups: Ints | None, weights: tuple[float, ...]) -> Weightings:
    if over == "all":
        return AllWeightings(len(case.summed), groups)
    if over == "around":
        return WeightingsAround(np.array(weights), AROUND, groups)
    if groups is None:
        return WeightingsInOrder(np.array(weights))
    return WeightingsInOrder(weights_of_groups(weights, groups, int(groups.max()) + 1), groups)


@dataclass(frozen=True)
class WinningValues:
    """The weights with which one alternative comes first."""

    share: float
    """Of all weightings over themes and then criteria, effects central: the part in which it comes first."""
    weights: Floats | None
    """Shape (summed criterion,): the middle of those weightings, or the most favourable weights when there are very
    few; None when no weights put it first."""
    theme_weights: Floats
    """Shape (theme,): the same by theme; all 0 when no weights put it first."""
    confidence: float | None
    """How often it comes first at these weights when the effects turn out otherwise; 0 when no weights put it first.
    None when it comes first in less than ``STEADY_SHARE``: its middle then rests on few sampled weightings, and with
    others of them this count could differ by points."""
    typical: bool
    """False when the weights are the most favourable ones, because those that put it first are very few."""
    margin: float
    """Lead in points over the best other with the most favourable weights; not above 0 when no weights put it first,
    minus infinity when a hard requirement holds it back, infinity when one holds all others back; NaN when it depends
    on an effect that is not known whether any weights do."""


@lru_cache(maxsize=32)
def winning_values(case: Case, ranges: RangeChoice, requirements_off: tuple[str, ...]) -> tuple[WinningValues, ...]:
    """Per alternative the values that make it win, whatever the effects are that are not known.

    No values make an alternative win that fails a hard requirement; it is not in the way of the others either.
    """
    table = arrays(case, ranges)
    scores, known = table.scores, bool(np.isfinite(table.scores).all())
    tree: Tree = "themes" if "themes" in trees(case) else "criteria"
    able = contenders(case, requirements_off)
    rivals = able or tuple(range(len(scores)))
    every = _first_places(case, ranges, "all", tree, "none", "apart", (), rivals) if known else None
    result = []
    for row in range(len(scores)):
        if row not in able:
            result.append(WinningValues(0.0, None, np.zeros(len(case.themes)), 0.0, False, -math.inf))
            continue
        if len(rivals) == 1:
            equal = weights_of_themes(case, dict.fromkeys((theme.id for theme in case.themes), 1.0), {})
            themes = weights_of_groups(equal, table.theme_of, len(case.themes))
            result.append(WinningValues(1.0, equal, themes, 1.0, False, math.inf))
            continue
        found = every or _first_for_certain(case, ranges, tree, row, rivals)
        scores = table.at_worst_for(row)
        best = most_favourable_weights(scores[list(rivals)], rivals.index(row))
        share = float(found.first[row])
        typical = share >= ENOUGH
        if best.margin <= TIE:
            nothing, margin = np.zeros(len(case.themes)), best.margin
            if not known:  # at its best, with all others at their worst
                margin = most_favourable_weights(table.at_best_for(row)[list(rivals)], rivals.index(row)).margin
            result.append(WinningValues(share, None, nothing, 0.0, typical, margin if margin <= TIE else math.nan))
            continue
        weights = found.central_weights[row] if typical else best.weights
        themes = weights_of_groups(weights, table.theme_of, len(case.themes))
        steady = share >= STEADY_SHARE
        confidence = float(first_shares(case, ranges, weights, rivals=rivals)[row]) if steady else None
        result.append(WinningValues(share, weights, themes, confidence, typical, best.margin))
    return tuple(result)


def _first_for_certain(case: Case, ranges: RangeChoice, tree: Tree, row: int, rivals: tuple[int, ...]) -> Acceptability:
    """All weightings, over its scores at its worst: what is said of this row holds whatever is not known."""
    rows = tuple(sorted(rivals, key=lambda place: case.alternatives[place].id))
    criteria = [criterion.id for criterion in case.summed]
    columns = tuple(sorted(range(len(criteria)), key=lambda column: criteria[column]))
    groups = None if tree == "criteria" else _groups(case, tree)[list(columns)]
    scores = arrays(case, ranges).at_worst_for(row)[np.ix_(rows, columns)]
    return _in_the_case(
        acceptability(scores, _weightings(case, "all", groups, ())), rows, columns, len(case.alternatives)
    )


def winning_weighing(
    case: Case, ranges: RangeChoice, alternative: int, requirements_off: tuple[str, ...] = ()
) -> Weighing | None:
    """Points with which the alternative comes first: whole points if it then still does. None if no weights do it."""
    found = winning_values(case, ranges, requirements_off)
    weights = found[alternative].weights
    if weights is None:
        return None
    rounded = from_weights(case, weights, ranges, decimals=0)
    comparison = compare(case, rounded, requirements_off)
    if comparison is not None and comparison.first == alternative and not comparison.undecided:
        return rounded
    return from_weights(case, weights, ranges, decimals=6)


def _groups(case: Case, tree: Tree) -> Ints:
    """The number of the theme, or of now, later or elsewhere, of each criterion; without gaps."""
    names = [criterion.theme if tree == "themes" else criterion.time_place for criterion in case.summed]
    return np.unique(names, return_inverse=True)[1].astype(np.int64)
