"""The word over effects and weights together: copies, plans that are no rival, tolerances, what was never given."""

from dataclasses import replace

import numpy as np
import pytest

from tests.cases.loaded import FROZEN, loaded
from tests.weighing.invented_cases import THEMES, invented
from weighing import joint_draws
from weighing.comparison import compare
from weighing.joint_draws import TOLERANCE, joint_shares
from weighing.verdict import Verdict, verdict
from weighing.weighing import Weighing, from_profile


def own(points=(100, 100, 100, 100), unsure=()):
    given_points = {key: float(value) for key, value in zip(THEMES, points, strict=True) if key not in unsure}
    return Weighing("own", given_points, unsure=frozenset(unsure))


def judged(scores, doubt, weighing, version, names):
    return verdict(compare(invented(scores, doubt, version, names), weighing))


def test_a_copy_of_a_plan_that_is_firm_leaves_it_firm():
    """`families` was firm at 100, and undecided at 57 beside a copy."""
    scores = [[80.0] * 8 + [20], [20.0] * 8 + [30]]
    before = judged(scores, 5, own(), "one", ["food", "park"])
    after = judged([scores[0], *scores], 5, own(), "copy", ["food_too", "food", "park"])
    assert (before.word, before.count) == (after.word, after.count) == ("firm", 100)
    assert after.level == (1,)
    assert after.shares == pytest.approx([0.5, 0.5, 0], abs=1e-3)


def test_a_rival_that_is_nowhere_better_takes_no_part():
    # the second is 4 points behind the first on everything, with margins of 20: it came first in many draws
    scores = [[60.0] * 8 + [40], [56.0] * 8 + [36], [20.0] * 8 + [50]]
    found = judged(scores, 20, own(), "behind", ["a", "b", "c"])
    assert found.race.left_out == (1,)
    assert found.race.field == (0, 2)
    assert found.shares[1] == 0
    assert found.word == "firm"


def test_a_theme_without_points_gets_some_within_the_tolerance():
    """All on the last theme, which has no points: uniform from -10 to 10 beside 300, cut at 0."""
    scores = [[50.0] * 8 + [50], [51.0] * 8 + [20]]
    found = Verdict(compare(invented(scores, 0, "nothing on the last"), own((100, 100, 100, 0))))
    # the second leads by 1 point; it falls behind when the last theme gets more than 1/31 of all points
    chance = np.random.default_rng(7)
    given_points = [np.maximum(value + chance.uniform(-10, 10, 400_000), 0) for value in (100, 100, 100, 0)]
    expected = np.mean(given_points[3] * 30 > sum(given_points[:3]))
    assert found.first == 1
    assert found.weights_shares[0] == pytest.approx(expected, abs=0.006)
    assert joint_shares(found.comparison, (0, 1), "weights", 0.0)[0] == 0


def test_where_no_points_were_given_within_a_theme_every_answer_counts():
    """Two criteria of one theme, 60 against 0 and 0 against 50: from 5/6 of the points of the other on it is ahead."""
    scores = [[60.0, 0.0, *[0.0] * 7], [0.0, 50.0, *[0.0] * 7]]
    comparison = compare(invented(scores, 0, "within"), own((100, 0, 0, 0)))
    assert joint_shares(comparison, (0, 1), "weights")[0] == pytest.approx(1 - 5 / 12, abs=0.01)
    pair = [item.id for item in comparison.case.summed_in(THEMES[0])]
    stated = Weighing("own", own((100, 0, 0, 0)).theme_points, dict.fromkeys(pair, 100.0))
    comparison = compare(comparison.case, stated)
    assert joint_shares(comparison, (0, 1), "weights")[0] > 0.99  # 90 against 110 is the furthest they can be off


def test_firm_effect_by_effect_and_on_the_limit_together():
    """`equal_dimensions` of the frozen Lutkemeer: 90 with the effects alone, 88 with weights further off."""
    case = loaded(FROZEN / "lutkemeer")
    comparison = compare(case, from_profile(case.profile("equal_dimensions")))
    found = verdict(comparison)
    assert 100 * found.effects_share == pytest.approx(90.2, abs=0.3)
    assert 100 * found.share == pytest.approx(89.6, abs=0.3)
    assert (found.word, found.borderline) == ("firm", "shaky")
    further = Verdict(comparison, 20.0)
    assert 100 * further.share == pytest.approx(88.2, abs=0.4)
    assert further.word == "shaky"


def test_more_tolerance_never_makes_the_examples_firmer():
    case = loaded(FROZEN / "lutkemeer")
    comparisons = [compare(case, from_profile(profile)) for profile in case.profiles]
    counts = [sum(Verdict(item, tolerance).word == "firm" for item in comparisons) for tolerance in (0, 5, 10, 15, 40)]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] < counts[0]


def test_draws_of_weights_belong_to_the_ids():
    first = joint_draws._chance("\0theme\0housing", 4096, 1)
    assert (joint_draws._chance("\0theme\0housing", 4096, 1) == first).all()
    assert abs(np.corrcoef(first, joint_draws._chance("\0criterion\0housing", 4096, 1))[0, 1]) < 0.05
    assert np.histogram(first, 8, (0, 1))[0] == pytest.approx(len(first) / 8)
    assert TOLERANCE == 10


@pytest.mark.parametrize("scale", [0.5, 0.07])
def test_the_same_weights_on_another_scale_have_the_same_count(scale):
    """70 of 100 became 67 when all points were halved, though no weight changed."""
    case = loaded(FROZEN / "lutkemeer")
    for profile in case.profiles:
        given = from_profile(profile)
        other = replace(
            given,
            theme_points={key: scale * points for key, points in given.theme_points.items()},
            criterion_points={key: scale * points for key, points in given.criterion_points.items()},
        )
        one, two = verdict(compare(case, given)), verdict(compare(case, other))
        assert (one.word, one.count) == (two.word, two.count), profile.id
