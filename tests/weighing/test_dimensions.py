"""Now, later and elsewhere apart, with the sums worked out by hand."""

import numpy as np
import pytest

from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.cases.test_lutkemeer import CASE
from weighing.comparison import compare
from weighing.dimensions import by_rule, parts
from weighing.weighing import from_profile

HARBOUR = loaded(GOOD)
# scores     tt  rel  co2  green  cost      now: tt, rel, cost; later: co2, green; elsewhere: nothing in the sum
#   as_now    0    0   40     50   100
#   ring     75   60    0      ?    25
#   tram     50  100  100     80    40


def test_contributions_by_part_match_a_hand_calculation():
    # themes equal: tt 1/6, rel 1/6, co2 1/6, green 1/6, cost 1/3
    #   now    as_now 100/3 = 33.33; ring 75/6 + 60/6 + 25/3 = 30.83; tram 50/6 + 100/6 + 40/3 = 38.33
    #   later  as_now (40 + 50)/6 = 15; ring not known; tram (100 + 80)/6 = 30
    now, later, elsewhere = parts(by_rule(HARBOUR, "themes"))
    assert now.contributions == pytest.approx([33.3333, 30.8333, 38.3333], abs=1e-4)
    assert later.contributions == pytest.approx([15, np.nan, 30], nan_ok=True)
    assert (now.weight, later.weight) == pytest.approx((2 / 3, 1 / 3))
    assert elsewhere.inside is None
    assert elsewhere.shares is None
    assert not elsewhere.decided


def test_inside_a_part_the_weights_keep_their_proportions():
    # now carries 2/3, so its totals are 1.5 times its contributions: 50, 46.25, 57.5
    now = parts(by_rule(HARBOUR, "themes"))[0]
    assert now.inside.totals == pytest.approx([50, 46.25, 57.5])
    assert now.inside.first == 2


def test_an_unknown_effect_makes_its_part_a_range_and_leaves_the_other_part_alone():
    # later: co2 and green half each; ring 0/2 + green/2 from 0 to 50
    later = parts(by_rule(HARBOUR, "themes"))[1]
    assert later.inside.intervals[1] == pytest.approx([0, 50])
    assert later.decided
    assert later.inside.first == 2


def test_the_rules_divide_the_weight_as_they_say():
    # topics: work, environment, natural and economic capital, and one for the criterion without a topic: 1/5 each
    assert by_rule(HARBOUR, "topics").weights == pytest.approx([1 / 5] * 5)
    # dimensions: now and later half each; elsewhere has no criterion in the sum
    assert by_rule(HARBOUR, "dimensions").weights == pytest.approx([1 / 6, 1 / 6, 1 / 4, 1 / 4, 1 / 6])
    assert by_rule(HARBOUR, "themes").weights == pytest.approx([1 / 6, 1 / 6, 1 / 6, 1 / 6, 1 / 3])


def test_the_rule_of_three_thirds_gives_a_third_to_each():
    assert [part.weight for part in parts(by_rule(CASE, "dimensions"))] == pytest.approx([1 / 3] * 3)


def test_the_three_parts_add_up_to_every_total():
    for profile in CASE.profiles:
        found = compare(CASE, from_profile(profile))
        assert sum(part.contributions for part in parts(found)) == pytest.approx(found.totals)


def test_a_part_without_weight_counts_its_criteria_equally_and_says_so():
    found = parts(compare(CASE, from_profile(CASE.profile("only_public_money"))))
    assert [part.equal for part in found] == [True, False, True]
    inside = np.array([criterion.time_place == "now" for criterion in CASE.summed])
    assert found[0].inside.weights[inside] == pytest.approx(1 / inside.sum())


def test_a_part_is_not_decided_when_the_first_is_too_seldom_first():
    for profile in CASE.profiles:
        for part in parts(compare(CASE, from_profile(profile))):
            if part.decided:
                assert part.shares[part.inside.first] >= 0.665
                assert not part.inside.undecided
