"""Now, later and elsewhere apart, with the sums worked out by hand."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.budget import examples
from tests.cases.harbour import GOOD
from tests.cases.loaded import FOUR_PLANS, loaded
from texts import words
from weighing.comparison import EQUAL_WITHIN, compare
from weighing.dimensions import by_rule, parts
from weighing.weighing import OWN, Weighing, from_profile
from wording.verdict_words import out_of_100

CASE = loaded(FOUR_PLANS)
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


def test_a_theme_that_is_not_known_weighs_within_each_part_all_that_it_could():
    # moving has 100 points, money is not known. Now: moving alone gives 0, 67.5, 75; with cost as much 50, 46.25, 57.5
    weighing = Weighing(OWN, {"moving": 100.0, "living": 20.0}).with_unsure("money")
    now, later, _ = parts(compare(HARBOUR, weighing))
    assert now.inside.intervals == pytest.approx(np.array([[0, 50], [46.25, 67.5], [57.5, 75]]))
    assert now.weights == pytest.approx((100 / 120, 200 / 220))
    assert now.contribution_ranges[2] == pytest.approx([11500 / 220, 7500 / 120])
    # later holds nothing of money: as without it
    assert later.inside.intervals == pytest.approx(np.array([[45, 45], [0, 50], [90, 90]]))
    assert later.weights == pytest.approx((20 / 220, 20 / 120))


def test_a_part_of_which_nothing_is_known_but_the_weight_is_not_said_to_be_without_weight():
    later = parts(compare(HARBOUR, Weighing(OWN, {"moving": 100.0, "money": 0.0}).with_unsure("living")))[1]
    assert later.inside.intervals == pytest.approx(np.array([[45, 45], [0, 50], [90, 90]]))
    assert (later.equal, later.weights, later.decided) == (False, pytest.approx((0, 0.5)), True)


def test_what_one_does_not_know_elsewhere_takes_nothing_from_a_part():
    everything = Weighing(OWN, {theme.id: 100.0 for theme in CASE.themes})
    known = parts(compare(CASE, everything))[2]
    found = parts(compare(CASE, everything.with_unsure("nature_water")))[2]
    assert found.inside.intervals == pytest.approx(known.inside.intervals)
    assert found.decided
    assert out_of_100(float(found.shares[found.inside.first]), words("en")) == "97"


@st.composite
def with_unknown_themes(draw):
    order = draw(st.permutations([theme.id for theme in CASE.themes]))
    n_open = draw(st.integers(1, 4))
    points = {theme: float(draw(st.sampled_from((0, 0, 30, 100)))) for theme in order[n_open:]} | {order[-1]: 100.0}
    return Weighing(OWN, points, unsure=frozenset(order[:n_open]))


@examples(10, 200)
@given(with_unknown_themes())
def test_every_part_holds_what_all_points_of_the_unknown_themes_make_of_it_and_no_more(weighing):
    unsure = sorted(weighing.unsure)
    corners = [
        parts(compare(CASE, Weighing(OWN, {**weighing.theme_points, **dict(zip(unsure, given_points, strict=True))})))
        for given_points in product((0.0, 100.0), repeat=len(unsure))
    ]
    for place, part in enumerate(parts(compare(CASE, weighing))):
        weighed = [corner[place] for corner in corners if corner[place].weight > 0]
        if not weighed:
            continue
        totals = np.array([item.inside.totals for item in weighed])
        assert part.inside.intervals == pytest.approx(np.column_stack([totals.min(axis=0), totals.max(axis=0)]))
        added = np.array([corner[place].contributions for corner in corners])
        assert part.contribution_ranges == pytest.approx(np.column_stack([added.min(axis=0), added.max(axis=0)]))
        if part.decided:
            leads = [row[part.inside.first] - np.delete(row, part.inside.first).max() for row in totals]
            assert min(leads) >= EQUAL_WITHIN - 1e-9
