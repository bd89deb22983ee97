"""What a description says about its own error, against exact values, with a search for the worst case."""

import pytest
from hypothesis import assume, given, target
from hypothesis import strategies as st

from mcda.information import information_gains
from mcda.score_doubt import ScoreRanges
from tests.budget import examples

SAID = 0.001
"""Points; what ``mcda.information.STEPS`` promises."""


def mean_above(low, central, high, limit):
    """Exact mean of how far a triangular score lies above a limit, 0 where it does not."""
    if limit >= central:
        return (high - limit) ** 3 / (3 * (high - low) * (high - central))
    below = (limit - low) ** 3 / (3 * (high - low) * (central - low))
    return (low + central + high) / 3 - limit + below


def test_the_exact_mean_is_that_of_areas_by_hand():
    # 0, 50, 100 above 50: half of the time, by a third of 50 on average; 0, 0, 30 above 0: its mean
    assert mean_above(0, 50, 100, 50) == pytest.approx(50 / 6)
    assert mean_above(0, 0, 30, 0) == pytest.approx(10)


@examples(150, 4000)
@given(st.tuples(*[st.floats(0, 100)] * 3).map(sorted), st.floats(0, 100))
def test_what_one_thing_gains_is_right_to_within_what_it_says(ends, rival):
    low, central, high = ends
    assume(low + 1e-3 < high and low < rival < high)
    exact = mean_above(low, central, high, rival) - max((low + central + high) / 3 - rival, 0)
    ranges = ScoreRanges([[low], [rival]], [[central], [rival]], [[high], [rival]])
    (gain,) = information_gains(ranges, [1.0], 0, 1)
    error = abs(gain.points - exact)
    target(error)
    assert error <= SAID, (gain.points, exact)
