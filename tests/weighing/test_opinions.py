"""Other methods on the shipped case, with the case's own limits and thresholds."""

from dataclasses import replace

import numpy as np
import pytest

from cases import SHIPPED
from cases.reading.loader import load_case
from mcda.second_opinion import promethee_net_flow, spotis_distance
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from weighing.comparison import compare
from weighing.opinions import OWN_METHOD, opinions
from weighing.weighing import from_profile

CASE = loaded(SHIPPED / "lutkemeer")
COMPARISON = compare(CASE, from_profile(CASE.profile("youth")))


def test_methods_get_the_effects_the_ranges_and_the_yardsticks_of_the_case():
    found = opinions(COMPARISON)
    table = COMPARISON.arrays
    higher = np.array([item.better == "higher" for item in CASE.summed])
    bounds = np.array([sorted((item.range.worst, item.range.best)) for item in CASE.summed])
    inside = np.clip(table.performances, bounds[:, 0], bounds[:, 1])
    flows = promethee_net_flow(
        inside,
        COMPARISON.weights,
        higher,
        np.array([item.yardstick.some for item in CASE.summed]),
        np.array([item.yardstick.much for item in CASE.summed]),
    )
    distances = spotis_distance(inside, COMPARISON.weights, higher, bounds)
    assert found.ranks[found.methods.index("promethee")].tolist() == (1 + (flows[:, None] < flows).sum(1)).tolist()
    assert found.ranks[found.methods.index("spotis")].tolist() == (1 + (distances[:, None] > distances).sum(1)).tolist()


def test_the_usual_calculation_comes_first_and_agrees_with_itself():
    found = opinions(COMPARISON)
    assert found.methods[0] == OWN_METHOD
    assert found.ranks[0].tolist() == COMPARISON.ranks.tolist()
    assert np.diag(found.agreement) == pytest.approx(1)
    assert found.same_first[0]


def test_spotis_equals_the_weighted_sum_on_linear_criteria():
    """Both measure on the fixed ranges, so on linear criteria they must give the same order."""
    for profile in CASE.profiles:
        comparison = compare(CASE, from_profile(profile))
        found = opinions(comparison)
        assert found.ranks[found.methods.index("spotis")].tolist() == comparison.ranks.tolist()


def test_methods_that_need_positive_numbers_are_refused_with_the_reason():
    assert {item.method: item.refusal for item in opinions(COMPARISON).refused} == {
        "marcos": "negative",
        "edas": "negative",
    }


def test_an_alternative_that_is_worse_on_everything_is_named_as_dominated():
    last = CASE.alternatives[-1].id
    worse = {}
    for criterion in CASE.criteria:
        values = [CASE.performances[item.id, criterion.id].value for item in CASE.alternatives]
        bad = max(values) if criterion.better == "lower" else min(values)
        worse[last, criterion.id] = replace(CASE.performances[last, criterion.id], value=bad, low=None, high=None)
    case = CASE.model_copy(update={"performances": {**CASE.performances, **worse}, "version": "worse"})
    found = opinions(compare(case, from_profile(CASE.profile("youth"))))
    assert {pair[1] for pair in found.dominated} == {len(CASE.alternatives) - 1}
    assert (found.ranks[:, -1] == found.ranks.max(axis=1)).all()


def test_no_opinion_as_long_as_a_total_is_not_known():
    case = load_case(GOOD)
    assert opinions(compare(case, from_profile(case.profiles[0]))) is None
