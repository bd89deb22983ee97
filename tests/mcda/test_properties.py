"""What must hold for every case: order, units, tree, added alternatives, sums, ties, unknowns."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mcda.compare import differences, dominates, ranks
from mcda.equivalents import equivalent_change
from mcda.second_opinion import topsis_closeness
from mcda.tipping import block_condition, tipping_point, winner_segments
from mcda.value import (
    Bent,
    Classes,
    Goal,
    Linear,
    contributions,
    group_contributions,
    score_matrix,
    total_intervals,
    total_scores,
)
from mcda.weights import hierarchical_weights, rank_order_centroid, weights_from_points, with_largest_at_100
from tests.budget import examples

quickly = examples(15, 1000)
thoroughly = examples(40, 3000)
SCORE = st.one_of(st.integers(0, 100).map(float), st.floats(0, 100))
POINT = st.one_of(st.integers(0, 100).map(float), st.floats(0, 100, allow_subnormal=False))
SHARES = st.lists(st.floats(0, 1), min_size=5, max_size=5)


@dataclass(frozen=True)
class Problem:
    """A case in numbers: linear criteria with ranges, performances around them, and points by theme and criterion."""

    functions: list[Linear]
    performances: np.ndarray
    theme_points: np.ndarray
    item_points: np.ndarray
    themes: np.ndarray

    @property
    def scores(self):
        return score_matrix(self.performances, self.functions)

    @property
    def weights(self):
        return hierarchical_weights(self.theme_points, self.item_points, self.themes)


@st.composite
def problems(draw):
    n_themes, n_alternatives = draw(st.integers(1, 4)), draw(st.integers(1, 5))
    extra = draw(st.lists(st.integers(0, n_themes - 1), max_size=4))
    themes = np.array([*range(n_themes), *extra])
    whole = st.integers(-1000, 1000)
    ends = draw(
        st.lists(st.tuples(whole, whole).filter(lambda two: two[0] != two[1]), min_size=len(themes), max_size=9)
    )
    functions = [Linear(worst, best) for worst, best in ends[: len(themes)]]
    performances = draw(arrays(float, (n_alternatives, len(themes)), elements=st.floats(-1200, 1200)))
    theme_points = draw(arrays(float, n_themes, elements=POINT).filter(np.any))
    item_points = draw(arrays(float, len(themes), elements=st.floats(1, 100)))
    return Problem(functions, performances, theme_points, item_points, themes)


@st.composite
def scores_and_weights(draw, least_alternatives=1, unknown=False, least_criteria=1):
    shape = draw(st.integers(least_alternatives, 6)), draw(st.integers(least_criteria, 6))
    element = st.one_of(SCORE, st.just(np.nan)) if unknown else SCORE
    scores = draw(arrays(float, shape, elements=element))
    return scores, weights_from_points(draw(arrays(float, shape[1], elements=POINT).filter(np.any)))


@st.composite
def scores_weights_group(draw):
    scores, weights = draw(scores_and_weights(least_criteria=2))
    group = draw(arrays(bool, len(weights)).filter(lambda mask: mask.any() and not mask.all()))
    return scores, weights, group


def totals_at(scores, weights, group, share):
    """Slow and simple: make the weights for this share, then add up."""
    parts = np.zeros(len(weights))
    for mask, part in ((group, share), (~group, 1 - share)):
        inside = weights[mask] if weights[mask].any() else np.ones(mask.sum())
        parts[mask] = part * inside / inside.sum()
    return (scores * parts).sum(axis=1)


@quickly
@given(scores_and_weights(least_alternatives=2, unknown=True))
def test_totals_respect_dominance_whatever_the_unknowns(drawn):
    scores, weights = drawn
    intervals = total_intervals(scores, weights)
    for i, j in np.argwhere(dominates(scores)):
        assert intervals[i, 0] >= intervals[j, 1] - 1e-9


@quickly
@given(scores_and_weights(), st.data())
def test_a_better_score_never_lowers_the_total(drawn, data):
    scores, weights = drawn
    column = data.draw(st.integers(0, len(weights) - 1))
    better = scores.copy()
    better[0, column] = data.draw(st.floats(scores[0, column], 100))
    assert total_scores(better, weights)[0] >= total_scores(scores, weights)[0] - 1e-9


@quickly
@given(scores_and_weights(unknown=True), st.randoms())
def test_the_order_of_alternatives_and_criteria_does_not_matter(drawn, random):
    scores, weights = drawn
    rows = np.array(random.sample(range(len(scores)), len(scores)))
    columns = np.array(random.sample(range(len(weights)), len(weights)))
    turned, turned_weights = scores[rows][:, columns], weights[columns]
    kwargs = {"rtol": 0, "atol": 1e-9}
    np.testing.assert_allclose(total_scores(turned, turned_weights), total_scores(scores, weights)[rows], **kwargs)
    np.testing.assert_allclose(
        total_intervals(turned, turned_weights), total_intervals(scores, weights)[rows], **kwargs
    )
    parts = contributions(scores, weights)
    np.testing.assert_allclose(contributions(turned, turned_weights), parts[rows][:, columns], **kwargs)
    np.testing.assert_array_equal(dominates(turned), dominates(scores)[rows][:, rows])
    totals = total_scores(scores, weights)
    np.testing.assert_array_equal(ranks(totals[rows]), ranks(totals)[rows])


@quickly
@given(scores_weights_group(), st.randoms())
def test_who_comes_first_does_not_depend_on_the_order(drawn, random):
    scores, weights, group = drawn
    rows = np.array(random.sample(range(len(scores)), len(scores)))
    columns = np.array(random.sample(range(len(weights)), len(weights)))
    for segment in winner_segments(scores[rows][:, columns], weights[columns], group[columns]):
        totals = totals_at(scores, weights, group, (segment.start + segment.end) / 2)
        assert totals[rows[segment.winner]] >= totals.max() - 1e-6


@quickly
@given(problems(), st.data())
def test_another_unit_changes_nothing(problem, data):
    # hectares to square metres, degrees Celsius to Fahrenheit: the performances and the range move together
    factors = data.draw(st.lists(st.sampled_from([0.001, 1.8, 10_000.0]), min_size=9, max_size=9))
    shifts = data.draw(st.lists(st.sampled_from([-40.0, 0.0, 32.0]), min_size=9, max_size=9))
    functions = [
        Linear(function.worst * factor + shift, function.best * factor + shift)
        for function, factor, shift in zip(problem.functions, factors, shifts, strict=False)
    ]
    n = len(functions)
    performances = problem.performances * factors[:n] + np.array(shifts[:n])
    assert total_scores(score_matrix(performances, functions), problem.weights) == pytest.approx(
        total_scores(problem.scores, problem.weights), abs=1e-6
    )


@quickly
@given(problems(), st.floats(0.1, 0.9), st.data())
def test_splitting_a_criterion_changes_neither_its_theme_nor_the_totals(problem, part, data):
    split = data.draw(st.integers(0, len(problem.themes) - 1))
    points = np.append(problem.item_points, problem.item_points[split] * part)
    points[split] *= 1 - part
    themes = np.append(problem.themes, problem.themes[split])
    weights = hierarchical_weights(problem.theme_points, points, themes)
    for theme in range(len(problem.theme_points)):
        before = problem.weights[problem.themes == theme].sum()
        assert weights[themes == theme].sum() == pytest.approx(before, abs=1e-12)
    performances = np.column_stack([problem.performances, problem.performances[:, split]])
    scores = score_matrix(performances, [*problem.functions, problem.functions[split]])
    assert total_scores(scores, weights) == pytest.approx(total_scores(problem.scores, problem.weights), abs=1e-9)


@quickly
@given(problems(), st.floats(0, 1000), st.data())
def test_no_number_of_criteria_changes_the_weight_of_a_theme(problem, points, data):
    theme = data.draw(st.integers(0, len(problem.theme_points) - 1))
    grown = hierarchical_weights(
        problem.theme_points, np.append(problem.item_points, points), np.append(problem.themes, theme)
    )
    shares = np.bincount(np.append(problem.themes, theme), weights=grown)
    assert shares == pytest.approx(weights_from_points(problem.theme_points), abs=1e-12)


@quickly
@given(problems(), st.data())
def test_one_more_alternative_inside_the_ranges_changes_no_other_total(problem, data):
    places = data.draw(st.lists(st.floats(0, 1), min_size=9, max_size=9))
    added = [f.worst + place * (f.best - f.worst) for f, place in zip(problem.functions, places, strict=False)]
    grown = score_matrix(np.vstack([problem.performances, added]), problem.functions)
    before = total_scores(problem.scores, problem.weights)
    np.testing.assert_array_equal(total_scores(grown, problem.weights)[:-1], before)


@quickly
@given(problems(), st.floats(1, 100))
def test_only_the_proportions_of_points_count(problem, factor):
    weights = hierarchical_weights(problem.theme_points * factor, problem.item_points / factor, problem.themes)
    assert weights == pytest.approx(problem.weights, abs=1e-12)
    assert weights.sum() == pytest.approx(1, abs=1e-12)


@quickly
@given(problems())
def test_contributions_and_theme_contributions_add_up_to_the_total(problem):
    parts = contributions(problem.scores, problem.weights)
    totals = total_scores(problem.scores, problem.weights)
    assert parts.sum(axis=1) == pytest.approx(totals, abs=1e-9)
    themes = group_contributions(parts, problem.themes, len(problem.theme_points))
    assert themes.sum(axis=1) == pytest.approx(totals, abs=1e-9)
    assert (totals >= -1e-9).all()
    assert (totals <= 100 + 1e-9).all()


@quickly
@given(scores_and_weights(least_alternatives=2))
def test_differences_add_up_to_the_difference_in_totals(drawn):
    scores, weights = drawn
    totals, parts = total_scores(scores, weights), contributions(scores, weights)
    assert differences(parts, 0, 1).sum() == pytest.approx(totals[0] - totals[1], abs=1e-9)
    np.testing.assert_array_equal(differences(parts, 0, 1), -differences(parts, 1, 0))


@quickly
@given(arrays(float, st.integers(1, 9), elements=st.floats(0, 1e300, allow_subnormal=False)).filter(np.any))
def test_the_largest_swing_is_exactly_100_and_nothing_exceeds_it(points):
    assert with_largest_at_100(points).max() == 100
    assert with_largest_at_100(with_largest_at_100(points)).max() == 100


@quickly
@given(st.integers(1, 60))
def test_ranking_weights_fall_and_sum_to_1(n):
    weights = rank_order_centroid(n)
    assert weights.sum() == pytest.approx(1, abs=1e-12)
    assert (np.diff(weights) < 0).all()
    assert weights[-1] > 0


@quickly
@given(scores_and_weights(unknown=True), st.data())
def test_an_interval_contains_the_total_of_every_completion(drawn, data):
    scores, weights = drawn
    filled = np.where(np.isnan(scores), data.draw(arrays(float, scores.shape, elements=SCORE)), scores)
    low, high = total_intervals(scores, weights).T
    totals = total_scores(filled, weights)
    assert (low <= totals + 1e-9).all()
    assert (totals <= high + 1e-9).all()
    known = ~np.isnan(total_scores(scores, weights))
    np.testing.assert_array_equal(low[known], high[known])


@quickly
@given(scores_and_weights(least_alternatives=2, unknown=True), st.data())
def test_dominance_with_unknowns_means_dominance_in_every_completion(drawn, data):
    scores, _ = drawn
    filled = np.where(np.isnan(scores), data.draw(arrays(float, scores.shape, elements=SCORE)), scores)
    assert (dominates(filled) | ~dominates(scores)).all()


@thoroughly
@given(scores_weights_group(), SHARES)
def test_winner_segments_agree_with_brute_force_at_any_share(drawn, shares):
    scores, weights, group = drawn
    segments = winner_segments(scores, weights, group)
    assert (segments[0].start, segments[-1].end) == (0, 1)
    for one, next_one in pairwise(segments):
        assert one.end == next_one.start
        assert one.winner != next_one.winner
    assert len({segment.winner for segment in segments}) == len(segments)
    for share in [0, 1, *shares]:
        totals = totals_at(scores, weights, group, share)
        winners = [segment.winner for segment in segments if segment.start <= share <= segment.end]
        assert (totals[winners] >= totals.max() - 1e-6).all()


@quickly
@given(scores_weights_group(), SHARES)
def test_a_block_condition_agrees_with_brute_force_at_any_share(drawn, shares):
    scores, weights, group = drawn
    for alternative in range(len(scores)):
        condition = block_condition(scores, weights, group, alternative)
        for share in shares:
            totals = totals_at(scores, weights, group, share)
            lead = totals[alternative] - np.delete(totals, alternative).max(initial=-1)
            if lead > 1e-6:
                assert condition[0] <= share <= condition[1]
            elif lead < -1e-6:
                assert condition is None or not condition[0] < share < condition[1]


@quickly
@given(scores_weights_group(), st.data())
def test_nothing_flips_before_a_tipping_point_and_something_does_beyond_it(drawn, data):
    scores, weights, group = drawn
    tip = tipping_point(scores, weights, group)
    assert tip.now == pytest.approx(weights[group].sum())
    here = totals_at(scores, weights, group, tip.now)
    winner = int(np.flatnonzero(here >= here.max() - 1e-9)[0])
    low, high = (0 if tip.lower is None else tip.lower), (1 if tip.upper is None else tip.upper)
    assert 0 <= low <= tip.now <= high <= 1
    inside = totals_at(scores, weights, group, data.draw(st.floats(low, high)))
    assert inside[winner] >= inside.max() - 1e-6
    for edge, end, other in ((tip.lower, 0, tip.lower_winner), (tip.upper, 1, tip.upper_winner)):
        assert (edge is None) == (other is None)
        if other is not None:
            assert other != winner
            at_edge, at_end = totals_at(scores, weights, group, edge), totals_at(scores, weights, group, end)
            assert at_edge[other] >= at_edge[winner] - 1e-6
            assert at_end[other] > at_end[winner] - 1e-9


@quickly
@given(st.floats(-50, 50), st.floats(0.01, 1), st.floats(0.01, 1), st.floats(-1000, 1000))
def test_an_equivalent_change_gains_the_same_points_and_works_both_ways(change, weight_a, weight_b, at):
    a, b = Linear(-1000, 1000), Linear(5000, -5000)
    answer = equivalent_change(a, weight_a, change, at, b, weight_b, 0)
    assert weight_a * change * 100 / 2000 == pytest.approx(-weight_b * answer * 100 / 10000)
    assert equivalent_change(b, weight_b, answer, 0, a, weight_a, at) == pytest.approx(change)


@quickly
@given(st.lists(st.one_of(st.integers(-10, 10).map(float), st.just(np.nan)), min_size=1))
def test_scores_stay_within_0_to_100_and_unknown_stays_unknown(performances):
    for function in (Linear(3, -4), Bent(((-5, 0), (0, 90), (6, 100))), Goal(1, -3, 8)):
        scores = function.scores(performances)
        np.testing.assert_array_equal(np.isnan(scores), np.isnan(performances))
        assert np.all((scores[~np.isnan(scores)] >= 0) & (scores[~np.isnan(scores)] <= 100))
        assert np.isin(scores[function.outside(performances)], [0, 100]).all()
    numbers = np.abs(np.array(performances)) % 2
    np.testing.assert_array_equal(Classes((0, 100)).scores(numbers), numbers * 100)


@quickly
@given(
    arrays(float, (4, 3), elements=st.integers(-50, 50).map(float)), st.lists(st.integers(1, 9), min_size=3, max_size=3)
)
def test_topsis_respects_dominance_units_and_order(performances, points):
    assume((np.ptp(performances, axis=0) > 0).any())
    higher = np.array([True, False, True])
    closeness = topsis_closeness(performances, points, higher)
    assert np.isfinite(closeness).all()
    for i, j in np.argwhere(dominates(performances * [1, -1, 1])):
        assert closeness[i] >= closeness[j] - 1e-9
    assert topsis_closeness(performances * [1000, 0.01, 7], points, higher) == pytest.approx(closeness)
    turned = topsis_closeness(performances[::-1, ::-1], points[::-1], higher[::-1])
    assert turned == pytest.approx(closeness[::-1])
