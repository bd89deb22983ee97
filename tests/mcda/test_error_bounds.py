"""What a description says about its own error, against exact values, with a search for the worst case."""

import numpy as np
import pytest
from hypothesis import assume, given, target
from hypothesis import strategies as st

from mcda.information import information_gains
from mcda.robustness import acceptability
from mcda.score_doubt import ScoreRanges
from mcda.shares import share_ahead
from mcda.weightings import AllWeightings
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


LEADS = st.one_of(
    *(
        st.lists(values, min_size=2, max_size=50)
        for values in (
            st.floats(-50, 50).map(lambda lead: round(lead, 3)),
            st.sampled_from([50.0, -50.0]),
            st.sampled_from([0.0, 0.0, 30.0, -30.0, 1.0, -1.0]),
        )
    )
)
"""By how many points one is ahead of the other on each criterion: any, all or nothing, and few that matter."""


@examples(25, 2000)
@given(LEADS, st.integers(1, 40))
def test_a_share_of_all_weightings_in_whole_per_cents_is_at_most_one_off(leads, seed):
    """What the screen says below its counts: beside the exact share of the same pair."""
    assume(any(leads))
    exact = share_ahead(leads)
    found = acceptability([[50 + lead / 2 for lead in leads], [50 - lead / 2 for lead in leads]],
                          AllWeightings(len(leads)), seed=seed).wins[0, 1]  # fmt: skip
    target(abs(found - exact))
    assert abs(round(100 * found) - round(100 * exact)) <= 1


def test_the_error_is_on_average_smaller_than_that_of_plain_draws():
    chance, ratios = np.random.default_rng(3), []
    for n in (8, 20):
        leads = chance.choice([0, 0, 30.0, -30.0, 1.0, -1.0], n)
        exact = share_ahead(leads)
        scores = [50 + leads / 2, 50 - leads / 2]
        found = [acceptability(scores, AllWeightings(n), seed=seed).wins[0, 1] for seed in range(8)]
        ratios.append(np.sqrt(np.mean((np.array(found) - exact) ** 2) / (exact * (1 - exact) / 65_536)))
    assert max(ratios) < 1
