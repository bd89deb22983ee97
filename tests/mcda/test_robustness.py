"""Shares of ranks and wins: exact values, hand counts, properties, and a published example."""

import json
import threading
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import mcda.in_order
import mcda.sampling
from mcda.inputs import LARGEST, TIE
from mcda.products import long_product, wide_product
from mcda.robustness import acceptability, samples_needed
from mcda.sampling import pieces
from mcda.score_doubt import DrawnScores, ScoreRanges
from mcda.weightings import AllWeightings, Ballots, WeightingsAround, WeightingsInOrder
from tests.budget import budget, examples

PUBLISHED = json.loads((Path(__file__).parents[1] / "data" / "published_examples.json").read_text(encoding="utf-8"))
THROMBOLYTICS = PUBLISHED["smaa_thrombolytics"]
FEW = 2**10
nan = np.nan
quickly = examples(12, 800)


def ranges_around(scores, width, **rest):
    scores = np.asarray(scores, dtype=float)
    return ScoreRanges(np.clip(scores - width, 0, 100), scores, np.clip(scores + width, 0, 100), **rest)


def random_ranges(n_alternatives, n_criteria, seed=2):
    three = np.sort(np.random.default_rng(seed).uniform(0, 100, (3, n_alternatives, n_criteria)), axis=0)
    return ScoreRanges(*three)


# exact values


@pytest.mark.parametrize(
    ("first", "second", "exact"),
    [
        # differences 1, 2, -1: 1 - 1 / ((1 + 1) (2 + 1)) = 5/6; and 1, -2: the share of w with w > 2 (1 - w) is 1/3
        ([1, 2, 0], [0, 0, 1], 5 / 6),
        ([1, 0], [0, 2], 1 / 3),
        ([50], [40], 1),
    ],
)
def test_two_alternatives_share_the_simplex_as_its_volumes(first, second, exact):
    found = acceptability([first, second], AllWeightings(len(first)))
    assert found.first == pytest.approx([exact, 1 - exact], abs=3e-4)
    assert found.wins == pytest.approx(np.array([[0.5, exact], [1 - exact, 0.5]]), abs=3e-4)


def test_central_weights_are_the_centre_of_the_favourable_part():
    # A is first where w1 > 2/3: weights from (2/3, 1/3) to (1, 0), centre (5/6, 1/6); B: centre (1/3, 2/3)
    found = acceptability([[1, 0], [0, 2]], AllWeightings(2))
    assert found.central_weights == pytest.approx(np.array([[5 / 6, 1 / 6], [1 / 3, 2 / 3]]), abs=3e-4)
    assert found.confidence.tolist() == [1, 1]


def test_ranks_of_three_match_a_line_divided_by_hand():
    # w = weight of the first criterion; totals A: 100 w, B: 60, C: 90 (1 - w)
    # A = B at .6; C = B at 1/3; A = C at 90/190 = 9/19. Orders: CBA to 1/3... but there A < B: C B A, then
    # B C A to 9/19, B A C to .6, A B C
    found = acceptability([[100, 0], [60, 60], [0, 90]], AllWeightings(2))
    third, cross = 1 / 3, 9 / 19
    expected = [[0.4, 0.6 - cross, cross], [0.6 - third, 0.4 + third, 0], [third, cross - third, 1 - cross]]
    assert found.rank_shares == pytest.approx(np.array(expected), abs=3e-4)


def test_weights_in_order_compare_running_means():
    # corners (1,0,0), (1/2,1/2,0), (1/3,1/3,1/3): differences 6, -12, -3 have running means 6, -3, -3
    # share with 6 a > 3 (b + c), a + b + c = 1: a > 1/3, (2/3)^2
    found = acceptability([[6, 0, 0], [0, 12, 3]], WeightingsInOrder([30, 20, 10]))
    assert found.first[0] == pytest.approx((2 / 3) ** 2, abs=5e-4)


def test_a_running_mean_that_is_never_below_is_always_first():
    # running means 1, 0.5, 1/3, all above 0, though two criteria are worse
    found = acceptability([[10, 0, 0], [0, 6, 1]], WeightingsInOrder([3, 2, 1]), samples=FEW)
    assert found.first.tolist() == [1, 0]


def test_doubt_about_the_scores_matches_a_hand_calculation():
    # one criterion, both uniform: A on 0 to 100, B on 50 to 100: P(A > B) = (1/2) (1/2) = 1/4
    doubtful = ScoreRanges([[0], [50]], [[nan], [nan]], [[100], [100]])
    found = acceptability(doubtful, AllWeightings(1))
    assert found.first == pytest.approx([0.25, 0.75], abs=2e-3)
    assert found.confidence == pytest.approx([0.25, 0.75], abs=4e-3)
    assert found.central_weights == pytest.approx(np.ones((2, 1)))


@pytest.mark.parametrize("mixed", [False, True])
def test_doubtful_scores_agree_with_plain_draws_of_numpy(mixed):
    plain = random_ranges(3, 4)
    low, central, high = plain.low.copy(), plain.central.copy(), plain.high.copy()
    chance = np.random.default_rng(8)
    weights = chance.dirichlet(np.ones(4), 400_000)
    drawn = chance.triangular(low, central, high, (400_000, 3, 4))
    if mixed:  # the first alternative certain, then certain, unknown and doubtful cells in a row
        low[0] = high[0] = drawn[:, 0] = central[0]
        low[1:, 0] = high[1:, 0] = central[1:, 0]
        drawn[:, 1:, 0] = central[1:, 0]
        central[1:, 1] = np.nan
        drawn[:, 1:, 1] = chance.uniform(low[1:, 1], high[1:, 1], (400_000, 2))
    ranges = ScoreRanges(low, central, high)
    totals = np.einsum("smn,sn->sm", drawn, weights)
    places = np.argsort(np.argsort(-totals, axis=1), axis=1)
    expected = [[np.mean(places[:, row] == place) for place in range(3)] for row in range(3)]
    found = acceptability(ranges, AllWeightings(4))
    assert found.rank_shares == pytest.approx(np.array(expected), abs=0.005)
    centre = [weights[places[:, row] == 0].mean(axis=0) for row in range(3)]
    assert found.central_weights == pytest.approx(np.array(centre), abs=0.005)
    at_centre = [np.mean((drawn @ centre[row]).argmax(axis=1) == row) for row in range(3)]
    assert found.confidence == pytest.approx(at_centre, abs=0.01)
    own = acceptability(DrawnScores(drawn[:50_000]), AllWeightings(4))
    assert own.rank_shares == pytest.approx(np.array(expected), abs=0.01)
    at_own = [np.mean((drawn[:50_000] @ own.central_weights[row]).argmax(axis=1) == row) for row in range(3)]
    assert own.confidence == pytest.approx(at_own, abs=1e-4)


def test_standing_together_is_not_the_same_as_apart():
    # A 40 to 60 on both, B certain 55. Apart, halves: the mean of two has a narrower spread, so B wins more often
    rows = [[40, 40], [55, 55]], [[nan, nan], [55, 55]], [[60, 60], [55, 55]]
    both = Ballots([[0.5, 0.5]])
    # together: uniform on 40 to 60, above 55 in a quarter; apart: the sum of two exceeds in (1/2)^2 / 2 = 1/8
    assert acceptability(ScoreRanges(*rows, together=True), both).first[0] == pytest.approx(1 / 4, abs=2e-3)
    assert acceptability(ScoreRanges(*rows, together=False), both).first[0] == pytest.approx(1 / 8, abs=2e-3)


# ballots and ties


def test_ballots_are_counted_one_by_one():
    # ballot 1: 30 40 20, ballot 2: 60 10 20, ballot 3: (45, 25, 20); A is first in two of three
    found = acceptability([[60, 30], [10, 40], [20, 20]], Ballots([[0, 1], [1, 0], [0.5, 0.5]]))
    assert found.rank_shares == pytest.approx(np.array([[2, 1, 0], [1, 1, 1], [0, 1, 2]]) / 3)
    assert found.wins == pytest.approx(np.array([[1.5, 2, 3], [1, 1.5, 2], [0, 1, 1.5]]) / 3)
    assert found.central_weights[0] == pytest.approx([0.75, 0.25])
    assert np.isnan(found.central_weights[2]).all()
    assert (found.samples, found.standard_error.max()) == (3, 0)
    assert found.confidence[:2].tolist() == [1, 1]
    assert np.isnan(found.confidence[2])


def test_a_tie_in_a_ballot_is_seen_through_rounding():
    # 70 * .3 = 21 = 30 * .7, which binary fractions do not quite give
    scores = [[70, 0], [0, 30], [0, 0]]
    found = acceptability(scores, Ballots([[0.3, 0.7]]))
    assert found.rank_shares.tolist() == [[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]]
    assert found.wins[0, 1] == 0.5
    # also when a third alternative is doubtful, so that samples are drawn
    found = acceptability(ScoreRanges(scores, scores, [[70, 0], [0, 30], [5, 5]]), Ballots([[0.3, 0.7]]), samples=FEW)
    assert found.rank_shares.tolist() == [[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]]


def test_equal_on_what_carries_weight_is_equal():
    # criterion 2 has no weight, and there they differ, one of them in doubt
    ranges = ScoreRanges([[40, 10], [40, 90]], [[40, 20], [40, 90]], [[40, 30], [40, 90]])
    for weightings in (WeightingsAround([1, 0], 2), WeightingsInOrder([1, nan]), Ballots([[1, 0]])):
        assert (acceptability(ranges, weightings, samples=FEW).rank_shares == 0.5).all()


def test_a_ballot_without_weight_on_the_doubt_is_a_tie_in_that_ballot_only():
    # ballot 1 ties; in ballot 2 A (60 to 80) is ahead of B (50): A first in 3/4
    ranges = ScoreRanges([[40, 60], [40, 50]], [[40, 70], [40, 50]], [[40, 80], [40, 50]])
    found = acceptability(ranges, Ballots([[1, 0], [0, 1]]))
    assert found.first.tolist() == [0.75, 0.25]


def test_an_unknown_score_without_weight_does_not_matter():
    found = acceptability([[60, nan], [40, 10]], WeightingsInOrder([1, nan]), samples=FEW)
    assert found.first.tolist() == [1, 0]


def test_a_lead_smaller_than_single_precision_is_still_a_lead():
    scores = np.full((2, 3), 70.0)
    scores[0] += 1e-7
    assert acceptability(scores, AllWeightings(3), samples=FEW).first.tolist() == [1, 0]
    scores[0] = 70 + TIE / 2
    assert acceptability(scores, AllWeightings(3), samples=FEW).first.tolist() == [0.5, 0.5]


def test_a_doubtful_alternative_does_not_blur_the_certain_ones():
    low = np.array([[70, 33.3, 50.1], [70, 33.3, 50.1], [70, 33.3, 50.1], [0, 0, 0]])
    low[2] -= 1e-7
    high = low + np.array([[0], [0], [0], [90]])
    found = acceptability(ScoreRanges(low, (low + high) / 2, high), AllWeightings(3), samples=FEW)
    assert found.wins[0, 1] == 0.5
    assert found.rank_shares[0] == pytest.approx(found.rank_shares[1])
    assert found.wins[0, 2] == found.wins[1, 2] == 1


# properties

SCORES = st.tuples(st.integers(2, 5), st.integers(1, 5)).flatmap(
    lambda shape: arrays(float, shape, elements=st.integers(0, 100).map(float))
)
WIDTHS = st.sampled_from([0, 5, 30])


@given(SCORES, WIDTHS)
@quickly
def test_rank_shares_sum_to_one_both_ways_and_wins_mirror(scores, width):
    found = acceptability(ranges_around(scores, width), AllWeightings(scores.shape[1]), samples=FEW)
    assert found.rank_shares.sum(axis=0) == pytest.approx(np.ones(len(scores)))
    assert found.rank_shares.sum(axis=1) == pytest.approx(np.ones(len(scores)))
    assert found.wins + found.wins.T == pytest.approx(np.ones((len(scores), len(scores))))
    # the number of rivals ahead, on average, is the mean rank
    ranks = found.rank_shares @ np.arange(1, len(scores) + 1)
    assert (1 - found.wins).sum(axis=1) + 0.5 == pytest.approx(ranks)
    ever = found.first > 0
    assert found.central_weights[ever].sum(axis=1) == pytest.approx(np.ones(ever.sum()), abs=1e-5)
    assert np.isnan(found.central_weights[~ever]).all()
    assert (np.isnan(found.confidence) == ~ever).all()
    assert ((found.standard_error >= 0) & (found.standard_error <= 0.5 / FEW**0.5)).all()


@given(SCORES, st.randoms(use_true_random=False))
@quickly
def test_the_order_of_alternatives_does_not_matter(scores, chance):
    order = list(range(len(scores)))
    chance.shuffle(order)
    weightings = AllWeightings(scores.shape[1])
    found = acceptability(scores, weightings, samples=FEW)
    shuffled = acceptability(scores[order], weightings, samples=FEW)
    assert shuffled.rank_shares == pytest.approx(found.rank_shares[order])
    assert shuffled.wins == pytest.approx(found.wins[np.ix_(order, order)])
    assert shuffled.central_weights == pytest.approx(found.central_weights[order], nan_ok=True, abs=1e-5)


@given(SCORES, WIDTHS)
@quickly
def test_a_dominated_alternative_is_never_first(scores, width):
    worse = np.clip(scores[:1] - 1 - 2 * width, 0, None)
    both = ranges_around(np.vstack([scores + 1, worse]).clip(0, 100), 0)
    found = acceptability(both, AllWeightings(scores.shape[1]), samples=FEW)
    assert found.first[-1] == 0
    # still so when the doubt is too small to bridge the gap
    doubtful = np.vstack([scores[:1], worse])
    if (scores[0] - worse[0] > 2 * width).all() and (scores[0] + width <= 100).all():
        assert acceptability(ranges_around(doubtful, width), AllWeightings(scores.shape[1]), samples=FEW).first[1] == 0


@given(SCORES)
@quickly
def test_an_identical_alternative_halves_the_shares_of_the_first(scores):
    weightings = AllWeightings(scores.shape[1])
    alone = acceptability(scores, weightings, samples=FEW)
    doubled = acceptability(np.vstack([scores, scores[:1]]), weightings, samples=FEW)
    assert doubled.rank_shares[0] == pytest.approx(doubled.rank_shares[-1])
    assert doubled.wins[0, -1] == 0.5
    if np.unique(scores, axis=0).shape == scores.shape and alone.first[0] in (0, 1):
        assert doubled.first[0] + doubled.first[-1] == pytest.approx(alone.first[0])
    assert doubled.wins[:-1, :-1] == pytest.approx(alone.wins)


@given(SCORES)
@quickly
def test_certain_ranges_give_what_certain_scores_give(scores):
    weightings = AllWeightings(scores.shape[1])
    plain = acceptability(scores, weightings, samples=FEW)
    for same in (ranges_around(scores, 0), scores.astype(int)):
        assert (acceptability(same, weightings, samples=FEW).rank_shares == plain.rank_shares).all()


def test_a_confidence_holds_to_two_points_from_a_share_of_five_in_a_hundred_on():
    """Searches for the worst case among problems of every kind: few and many criteria, small and large doubt."""
    worst = 0.0
    for number in range(budget(12, 120)):
        chance = np.random.default_rng(number)
        shape = tuple(chance.integers((2, 2), (7, 12)))
        central, width = chance.uniform(0, 100, shape), chance.uniform(0, chance.choice([5, 20, 60]), shape)
        low = central - width * chance.uniform(0, 1, shape)  # lopsided
        ranges = ScoreRanges(low.clip(0), central, (central + width).clip(max=100), together=number % 3 == 0)
        found = [acceptability(ranges, AllWeightings(int(shape[1])), seed=seed) for seed in (1, 2)]
        enough = found[0].first >= 0.05
        worst = max(worst, np.abs(found[0].confidence - found[1].confidence)[enough].max())
    assert 0.001 < worst < 0.02


def test_the_standard_error_is_on_the_safe_side():
    ranges, weightings = random_ranges(3, 5), AllWeightings(5)
    shares = [acceptability(ranges, weightings, samples=FEW, seed=seed).rank_shares for seed in range(30)]
    stated = acceptability(ranges, weightings, samples=FEW).standard_error
    assert (np.std(shares, axis=0) < 1.25 * stated).all()


# a published example


@pytest.mark.parametrize(
    "variant",
    [THROMBOLYTICS, *THROMBOLYTICS["variants"]],
    ids=lambda variant: variant.get("name", "smaa_thrombolytics"),
)
def test_smaa_thrombolytics(variant):
    # van Valkenhoef, R package smaa; problem of Lynd and O'Brien (2004)
    chance = np.random.default_rng(1)
    performances = chance.beta(*np.moveaxis(np.array(THROMBOLYTICS["beta_parameters"], float), 2, 0), (65_536, 2, 3))
    best, worst = np.array(THROMBOLYTICS["ranges"]).T
    draws = DrawnScores(100 * (worst - performances) / (worst - best))
    asked = variant["weightings"]
    if asked["kind"] == "all":
        weightings = AllWeightings(3)
    elif asked["kind"] == "ordered":
        weightings = WeightingsInOrder(-np.argsort(asked["most_to_least"]) + 3)
    else:
        weightings = Ballots([asked["weights"]])
    found = acceptability(draws, weightings)
    printed = {"rank1_acceptability": "first", "central_weights": "central_weights", "confidence_factor": "confidence"}
    for name, ours in printed.items():
        if name in variant:
            expected = np.array(variant[name]["values"])
            assert getattr(found, ours) == pytest.approx(expected, abs=variant[name]["tolerance"])
    assert np.argsort(-found.first).tolist() == variant["ranking"]


# the same points every time


@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_products_in_strips_are_the_whole_product(kind):
    chance = np.random.default_rng(1)
    left, right = chance.random((20, 5000)).astype(kind), chance.random((30, 5000)).astype(kind)
    np.testing.assert_allclose(long_product(left, right), left.astype(float) @ right.T.astype(float), rtol=1e-5)
    found = wide_product(left[:, :30], right)
    assert found.dtype == kind
    np.testing.assert_allclose(found, left[:, :30] @ right, rtol=1e-5)
    assert (wide_product(left[:, :0], right[:0]) == 0).all()


def test_the_same_question_has_the_same_answer_to_the_last_bit():
    ranges, weightings = random_ranges(3, 6), AllWeightings(6)
    one, two = acceptability(ranges, weightings, samples=2**13), acceptability(ranges, weightings, samples=2**13)
    assert (one.rank_shares == two.rank_shares).all()
    assert (one.central_weights == two.central_weights).all()
    assert (one.rank_shares != acceptability(ranges, weightings, samples=2**13, seed=2).rank_shares).any()


def test_points_made_anew_are_the_points_that_were_kept(monkeypatch):
    kept = [np.array(piece) for piece in pieces(5, 2**14, 7)]
    monkeypatch.setattr(mcda.sampling, "KEPT_BYTES", 1000)
    made = list(pieces(5, 2**14, 7))
    assert len(kept) == len(made) == 2
    assert all((one == two).all() for one, two in zip(kept, made, strict=True))
    with pytest.raises(ValueError, match="read-only"):
        made[0][0] = 0
    assert min(piece.min() for piece in made) > 0
    assert max(piece.max() for piece in made) < 1


def test_what_is_kept_is_limited(monkeypatch):
    monkeypatch.setattr(mcda.sampling, "_kept", type(mcda.sampling._kept)())
    monkeypatch.setattr(mcda.sampling, "KEPT_BYTES", 100_000)
    for seed in range(5):
        next(pieces(10, FEW, seed))  # 40,960 bytes each
        assert sum(table.nbytes for table in mcda.sampling._kept.values()) <= 100_000
    assert [key[-1] for key in mcda.sampling._kept] == [3, 4]
    with pytest.raises(ValueError, match="read-only"):
        next(pieces(10, FEW, 4))[0] = 0


def test_many_samples_take_little_memory(monkeypatch):
    monkeypatch.setattr(mcda.in_order, "_processors", lambda: 1)  # each processor more has a few pieces more
    ranges, weightings = random_ranges(4, 20), AllWeightings(20)
    tracemalloc.start()
    acceptability(ranges, weightings, samples=2**19)  # kept whole, its points would take 210 MB
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 30e6


def test_two_sessions_at_once_get_the_answer_of_one():
    ranges, weightings = random_ranges(4, 8, seed=9), AllWeightings(8)
    alone = acceptability(ranges, weightings, samples=2**13, seed=11).rank_shares
    mcda.sampling._kept.clear()
    found = []
    sessions = [
        threading.Thread(
            target=lambda: found.append(acceptability(ranges, weightings, samples=2**13, seed=11).rank_shares)
        )
        for _ in range(4)
    ]
    for session in sessions:
        session.start()
    for session in sessions:
        session.join()
    assert len(found) == 4
    assert all((shares == alone).all() for shares in found)


def test_samples_needed_for_a_whole_per_cent():
    # 3 sqrt(.25 / n) <= .006: n >= 62,500
    assert samples_needed(0.006) == 65_536
    assert samples_needed(0.0059) == 65_536
    assert samples_needed(0.0058) == 2**17
    assert samples_needed(1) == 4


# bad input


@pytest.mark.parametrize(
    ("scores", "weightings", "words"),
    [
        ([[1, 2]], AllWeightings(2), "only one alternative"),
        (ranges_around([[1, 2]], 1), AllWeightings(2), "only one alternative"),
        (DrawnScores([[[1, 2]]]), AllWeightings(2), "only one alternative"),
        ([[1, 2], [nan, 1]], AllWeightings(2), "alternative 1 on criterion 0 is not known.*give ScoreRanges"),
        ([[1, 2], [np.inf, 1]], AllWeightings(2), "infinite"),
        ([[1, 2], [2, 1]], AllWeightings(3), "2 criteria, but the weightings are of 3"),
        (ranges_around([[1, 2], [2, 1]], 1), AllWeightings(3), "2 criteria"),
        (DrawnScores(np.ones((5, 2, 2))), AllWeightings(3), "2 criteria"),
        ([[1, 2], [1e200, 1]], AllWeightings(2), "too large to calculate"),
        ([], AllWeightings(1), "shape"),
        ([1, 2], AllWeightings(2), "shape"),
    ],
)
def test_scores_that_cannot_be_compared_are_refused_in_plain_words(scores, weightings, words):
    with pytest.raises(ValueError, match=words):
        acceptability(scores, weightings)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"samples": 1000}, "power of two.*not 1000"),
        ({"samples": 0}, "power of two"),
        ({"samples": -4}, "power of two"),
        ({"samples": 64.0}, "whole number"),
        ({"seed": -1}, "seed must be 0 or more"),
        ({"seed": None}, "whole number"),
    ],
)
def test_samples_and_seeds_that_cannot_be_used_are_refused(asked, words):
    with pytest.raises(ValueError, match=words):
        acceptability([[1, 2], [2, 1]], AllWeightings(2), **asked)


@pytest.mark.parametrize("half_width", [0, -1, nan, 2, 1e-9])
def test_a_half_width_that_cannot_be_reached_is_refused(half_width):
    with pytest.raises(ValueError, match="half-width"):
        samples_needed(half_width)


@given(arrays(float, st.tuples(st.integers(2, 3), st.integers(1, 3)), elements=st.floats()))
@quickly
def test_any_numbers_give_finite_shares_or_a_message(scores):
    usable = (np.abs(scores) <= LARGEST).all()  # False for NaN
    if usable:
        assert np.isfinite(acceptability(scores, AllWeightings(scores.shape[1]), samples=64).rank_shares).all()
    else:
        with pytest.raises(ValueError, match="not known|infinite|too large"):
            acceptability(scores, AllWeightings(scores.shape[1]), samples=64)
