"""Whatever is no number, no whole number or hidden by a mask is refused in one form, wherever it comes in."""

import numpy as np
import pandas as pd
import pytest

from mcda import compare, favourable, flips, robustness, shares, tipping, value, weights
from mcda.doubt import chance_if_known, chance_of_other, margin_doubts
from mcda.score_doubt import DrawnScores, ScoreRanges
from mcda.weightings import AllWeightings, Ballots, WeightingsAround, WeightingsInOrder

SCORES, WEIGHTS, GROUP = [[60.0, 20.0], [30.0, 70.0]], [0.5, 0.5], [True, False]
DOUBT = ScoreRanges(SCORES, SCORES, SCORES)
GOOD = {
    compare.differences: (SCORES, 0, 1),
    compare.dominates: (SCORES,),
    compare.ranks: ([60.0, 30.0],),
    favourable.most_favourable_weights: (SCORES, 0),
    flips.common_factor: (SCORES, WEIGHTS),
    flips.nearest_weights: (SCORES, WEIGHTS),
    flips.smallest_score_changes: (SCORES, WEIGHTS),
    flips.smallest_shift: (SCORES, WEIGHTS),
    robustness.acceptability: (SCORES, AllWeightings(2)),
    shares.pair_shares: (SCORES,),
    tipping.block_condition: (SCORES, WEIGHTS, GROUP, 0),
    tipping.tipping_point: (SCORES, WEIGHTS, GROUP),
    tipping.totals_at_ends: (SCORES, WEIGHTS, GROUP),
    tipping.winner_segments: (SCORES, WEIGHTS, GROUP),
    value.contributions: (SCORES, WEIGHTS),
    value.total_intervals: (SCORES, WEIGHTS),
    value.total_scores: (SCORES, WEIGHTS),
    weights.rank_order_centroid: (3,),
    weights.weights_from_points: (WEIGHTS,),
    weights.with_largest_at_100: (WEIGHTS,),
    margin_doubts: (DOUBT, WEIGHTS, 0, 1),
    chance_of_other: (DOUBT, WEIGHTS, 0, 1),
    chance_if_known: (DOUBT, WEIGHTS, 0, 1),
    ScoreRanges: (SCORES, SCORES, SCORES),
    DrawnScores: ([SCORES],),
    Ballots: ([WEIGHTS],),
    WeightingsAround: (WEIGHTS, 2.0),
    WeightingsInOrder: (WEIGHTS,),
    value.Linear: (0.0, 100.0),
}
"""What goes in; every number, row and table in it is damaged in turn."""


def damaged(good):
    """The same argument in forms that are no numbers."""
    if isinstance(good, bool) or not isinstance(good, int | float | list):
        return
    if isinstance(good, int):
        yield from (good + 0.5, str(good), pd.NA)
        return
    if isinstance(good, float):
        yield from (str(good), pd.NA, 1j)
        return
    if isinstance(good[0], bool):
        return
    table = np.array(good)
    first = (0,) * table.ndim
    for wrong in ("a", pd.NA, 1j):
        changed = table.astype(object)
        changed[first] = wrong
        yield changed
    mask = np.zeros(table.shape, dtype=bool)
    mask[first] = True
    yield np.ma.masked_array(table, mask)
    yield table.astype(str)


def test_every_argument_that_is_no_number_is_refused_by_a_value_error():
    wrong = []
    for function, good in GOOD.items():
        function(*good)
        for place, argument in enumerate(good):
            for bad in damaged(argument):
                try:
                    function(*good[:place], bad, *good[place + 1 :])
                except ValueError:
                    continue
                except Exception as error:
                    wrong.append((function.__name__, place, repr(bad), type(error).__name__))
                else:
                    wrong.append((function.__name__, place, repr(bad), "accepted"))
    assert not wrong, "\n".join(map(str, wrong))


def test_named_mistakes():
    with pytest.raises(ValueError, match="whole number"):
        weights.rank_order_centroid(2.5)
    with pytest.raises(ValueError, match="only one alternative"):
        favourable.most_favourable_weights([[50.0, 50.0]], 0)
    with pytest.raises(ValueError, match="too large"):
        favourable.most_favourable_weights([[1e300, 0.0], [0.0, 1e300]], 0)
    with pytest.raises(ValueError, match="masked"):
        compare.dominates(np.ma.masked_array([[99.0, 1.0], [2.0, 3.0]], [[True, False], [False, False]]))
