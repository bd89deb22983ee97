"""What is of the wrong type, shape or range, not known or hidden by a mask is refused in one form, at every door."""

import numpy as np
import pytest

import mcda
from mcda import (
    causes,
    compare,
    distance_methods,
    equivalents,
    favourable,
    flips,
    information,
    inverse,
    judgements,
    nowhere_better,
    open_weights,
    outranking,
    ratio_methods,
    regret,
    robustness,
    score_doubt,
    second_opinion,
    shares,
    tipping,
    value,
    weightings,
    weights,
)
from tests.refusals import doors, methods, not_given, not_refused

INNER = frozenset({
    "in_order", "inputs", "pymcdm_parts", "sampling", "standings", "doubtful_row", "problem", "products",
    "pieces", "curved_doubt",
})  # fmt: skip
"""Modules that only ``mcda`` itself asks, with what has passed a door; ``inputs`` is what the doors are made of."""
SCORES, WEIGHTS, GROUP = [[60.0, 20.0], [30.0, 70.0]], [0.5, 0.5], [True, False]
LEADS, ROW = [30.0, -50.0], value.Linear(0.0, 100.0)
TABLE = (SCORES, WEIGHTS, [True, True])
DOUBT = score_doubt.ScoreRanges(SCORES, SCORES, SCORES)
IN_TWO, WHOLE = [0, 0, 1], [0.5, 0.5, 1.0]
THREE = [[60.0, 20.0, 10.0], [30.0, 70.0, 20.0]]
GOOD = {
    causes.Cause: ("park", ((0, 1, 1), (1, 0, -1))),
    compare.differences: (SCORES, 0, 1),
    compare.dominates: (SCORES,),
    compare.ranks: ([60.0, 30.0], 1e-9),
    nowhere_better.nowhere_better: (SCORES, SCORES, SCORES, [ROW, ROW]),
    distance_methods.topsis_closeness: TABLE,
    distance_methods.vikor_compromise: (*TABLE, 0.5),
    distance_methods.vikor_set: (*TABLE, 0.5),
    distance_methods.spotis_distance: (*TABLE, [[0.0, 100.0], [0.0, 100.0]]),
    equivalents.equivalent_change: (ROW, 0.5, 3.0, 20.0, ROW, 0.5, 20.0),
    favourable.most_favourable_weights: (SCORES, 0),
    flips.common_factor: (THREE, [0.4, 0.3, 0.3], IN_TWO),
    flips.nearest_weights: (THREE, [0.4, 0.3, 0.3], IN_TWO),
    flips.smallest_score_changes: (SCORES, WEIGHTS),
    flips.smallest_shift: (THREE, [0.4, 0.3, 0.3], IN_TWO),
    inverse.performance_for_score: (ROW, 50.0, 20.0),
    information.information_gains: (DOUBT, WEIGHTS, 0, 1, [0, 1]),
    information.perfect_information: (SCORES,),
    judgements.best_worst_weights: ([1, 3], [3, 1]),
    judgements.consistency_ratio: (0.2, 3),
    judgements.pairwise_weights: ([[1.0, 3.0], [1 / 3, 1.0]], "eigenvector"),
    open_weights.lowest_means: ([50.0, 20.0], [[60.0, 30.0], [10.0, 20.0]], 100.0, [100.0, 100.0]),
    open_weights.lowest_of_largest: ([50.0, 20.0], [[60.0, 30.0], [10.0, 20.0]], 100.0, [100.0, 100.0]),
    outranking.promethee_net_flow: (*TABLE, [1.0, 1.0], [2.0, 2.0]),
    ratio_methods.edas_appraisal: TABLE,
    ratio_methods.marcos_utility: TABLE,
    regret.regret_ranges: (SCORES, SCORES),
    robustness.acceptability: (SCORES, weightings.AllWeightings(2)),
    robustness.samples_needed: (0.006,),
    score_doubt.DrawnScores: ([SCORES],),
    score_doubt.ScoreRanges: (SCORES, SCORES, SCORES),
    score_doubt.score_ranges: (SCORES, SCORES, SCORES, [ROW, ROW]),
    second_opinion.agreement: ([[1, 2], [2, 1]],),
    second_opinion.second_opinions: (*TABLE, [[0.0, 100.0], [0.0, 100.0]], [1.0, 1.0], [2.0, 2.0]),
    shares.bounds_of_first: ([[0.5, 0.4], [0.6, 0.5]],),
    shares.central_weights_of_pair: (LEADS,),
    shares.pair_shares: (THREE, IN_TWO, WHOLE),
    shares.share_ahead: (LEADS, 1.0),
    shares.share_ahead_in_order: (LEADS, 1.0),
    shares.share_ahead_with_minimum: (LEADS, [0.1, 0.1], 1.0),
    shares.shares_of_draws: ([THREE], IN_TWO, WHOLE),
    tipping.block_condition: (SCORES, WEIGHTS, GROUP, 0),
    tipping.certain_segments: (SCORES, SCORES, WEIGHTS, GROUP),
    tipping.tipping_point: (SCORES, WEIGHTS, GROUP),
    tipping.totals_at_ends: (SCORES, WEIGHTS, GROUP),
    tipping.winner_segments: (SCORES, WEIGHTS, GROUP),
    value.Bent: (((0.0, 0.0), (5.0, 80.0), (10.0, 100.0)),),
    value.Classes: ((0.0, 40.0, 100.0),),
    value.Goal: (5.0, 0.0, 10.0),
    value.Linear: (0.0, 100.0),
    value.contributions: (SCORES, WEIGHTS),
    value.group_contributions: (SCORES, [0, 1], 2),
    value.score_matrix: (SCORES, [ROW, ROW]),
    value.total_intervals: (SCORES, WEIGHTS),
    value.total_scores: (SCORES, WEIGHTS),
    weightings.AllWeightings: (3, IN_TWO, WHOLE),
    weightings.Ballots: ([WEIGHTS],),
    weightings.WeightingsAround: ([0.4, 0.3, 0.3], 2.0, IN_TWO),
    weightings.WeightingsInOrder: (WEIGHTS, IN_TWO, WHOLE),
    weights.hierarchical_weights: (WEIGHTS, [0.5, 0.2, 0.3], IN_TWO),
    weights.rank_order_centroid: (3,),
    weights.weights_from_points: (WEIGHTS,),
    weights.weights_of_groups: ([0.4, 0.3, 0.3], IN_TWO, 2),
    weights.with_largest_at_100: (WEIGHTS,),
}
"""What goes in; every argument is damaged in turn."""


NAMED = {
    robustness.acceptability: {"samples": 64, "seed": 1},
    score_doubt.ScoreRanges: {
        "shape": "uniform", "together": [True, False], "curved": (), "causes": (causes.Cause("c", ((0, 0, 1),)),),
    },
    score_doubt.score_ranges: {"shape": "uniform", "together": [True, False], "causes": (causes.Cause("c", ()),)},
    value.total_intervals: {"low": [[0.0, 1.0], [2.0, 3.0]], "high": [[90.0, 91.0], [92.0, 93.0]]},
}  # fmt: skip
"""What may be left out of a call."""
LINES = (ROW, value.Bent(((0.0, 0.0), (5.0, 80.0), (10.0, 100.0))), value.Goal(5.0, 0.0, 10.0))
CLASSES = value.Classes((0.0, 40.0, 100.0))
METHODS = {
    **{line.scores: ([[1.0, 2.0], [3.0, 4.0]],) for line in LINES},
    **{line.outside: ([[1.0, 2.0], [3.0, 4.0]],) for line in LINES},
    CLASSES.scores: ([0.0, 1.0],),
    CLASSES.outside: ([0.0, 1.0],),
    DOUBT.draws: (64, 1, ["a", "b"], ["c", "d"]),
}
ONLY_ASKED_HERE = {
    "Driver.name", *(f"Drivers.{name}" for name in ("of", "own", "part", "falls", "places", "quantities")),
    "ScoreRanges.quantities", "ScoreRanges.scores_at", "ScoreRanges.rows",
    *(f"{kind}.draw" for kind in ("AllWeightings", "WeightingsInOrder", "WeightingsAround", "Ballots")),
}  # fmt: skip
"""Methods that only ``mcda`` itself asks, with points that it drew."""


def test_every_public_function_is_in_the_table():
    assert {door.__name__ for door in doors(mcda, INNER)} == {function.__name__ for function in GOOD}


def test_so_is_every_argument_and_every_method():
    assert not_given(GOOD, NAMED) == []
    assert {method.__qualname__ for method in METHODS} == methods(mcda, INNER) - ONLY_ASKED_HERE


NOT_KNOWN = {
    compare.differences: 0, compare.dominates: 0, compare.ranks: 0, equivalents.equivalent_change: (3, 6),
    inverse.performance_for_score: 2, score_doubt.ScoreRanges: 1, score_doubt.score_ranges: 1,
    nowhere_better.nowhere_better: 1,
    second_opinion.second_opinions: 0, value.contributions: 0, value.group_contributions: 0, value.score_matrix: 0,
    value.total_intervals: 0, value.total_scores: 0, weightings.WeightingsInOrder: 0,
}  # fmt: skip
"""Where NaN says that nobody knows it: by function the argument, or more of them."""
NOT_GIVEN = {
    flips.common_factor, flips.nearest_weights, flips.smallest_shift, weightings.AllWeightings,
    weightings.WeightingsAround, weightings.WeightingsInOrder, information.information_gains,
}  # fmt: skip
"""Whose last argument may be None."""
ANY_COUNT = {
    value.group_contributions, weights.rank_order_centroid, weights.weights_of_groups, open_weights.lowest_means,
    open_weights.lowest_of_largest,
}  # fmt: skip
"""To whom another number of groups, items or points is as good."""


def fine(function, place, bad):
    if isinstance(bad, float | np.ndarray) and np.isnan(np.asarray(bad, dtype=float)).any():
        return function is shares.bounds_of_first or place in np.atleast_1d(NOT_KNOWN.get(function, -1))
    if bad is None:
        return function in NOT_GIVEN and place in (2, 4)
    if place == "seed" or (function is value.total_intervals and isinstance(bad, int)):
        return isinstance(bad, int)  # any seed, and one end for all
    if isinstance(bad, str):
        return function is causes.Cause  # any name will do
    return function in ANY_COUNT if isinstance(bad, int) else function is shares.bounds_of_first  # not the diagonal


def test_every_damaged_argument_is_refused_by_a_value_error():
    assert not (wrong := not_refused(GOOD, fine, NAMED)), "\n".join(wrong)


def test_so_is_every_damaged_argument_of_a_method():
    def may(method, place, bad):
        if method.__qualname__ == "ScoreRanges.draws":
            return bad is None if place >= 2 else place == 1 and isinstance(bad, int)  # else numbers; any seed
        if bad is None or isinstance(bad, int):  # nothing is not known, and one number has a score as well
            return True
        shaped = isinstance(bad, np.ndarray) and bad.dtype.kind in "fO"  # any shape will do
        return shaped and not np.isinf(bad.astype(float)).any()

    assert not (wrong := not_refused(METHODS, may)), "\n".join(wrong)


def test_named_mistakes():
    with pytest.raises(ValueError, match="within 0 to 100"):
        value.total_scores([[255, 255]], [0.5, 0.5])
    with pytest.raises(ValueError, match="whole number"):
        weights.rank_order_centroid(2.5)
    with pytest.raises(ValueError, match="only one alternative"):
        favourable.most_favourable_weights([[50.0, 50.0]], 0)
    with pytest.raises(ValueError, match="too large"):
        favourable.most_favourable_weights([[1e300, 0.0], [0.0, 1e300]], 0)
    with pytest.raises(ValueError, match="masked"):
        compare.dominates(np.ma.masked_array([[99.0, 1.0], [2.0, 3.0]], [[True, False], [False, False]]))
