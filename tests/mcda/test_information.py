"""What is worth finding out: by hand, a published example, a million plain draws, and what holds for any doubt."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.integrate import quad
from scipy.stats import triang

from mcda import information
from mcda.causes import Cause
from mcda.information import information_gains, perfect_information
from mcda.score_doubt import ScoreRanges, score_ranges
from mcda.value import Bent, Classes, Goal, Linear
from tests.budget import budget, examples

nan = np.nan
SAMPLES = 2**13


def gains(ranges, weights, first=0, other=1, among=None):
    return {gain.quantity.cells: gain for gain in information_gains(ranges, weights, first, other, among)}


def all_known(ranges, weights, samples=SAMPLES):
    return perfect_information((ranges.draws(samples, 1) @ np.asarray(weights)).T)


def unsure(causes=()):
    """Two alternatives on one criterion; of both nothing is known."""
    return ScoreRanges([[0.0], [0.0]], [[nan], [nan]], [[100.0], [100.0]], causes=causes)


def test_one_doubt_against_what_is_certain_matches_a_hand_calculation():
    # 20 to 60 evenly beside 50: now one takes the 50. In 10/40 it turns out above 50, by 5 on average: 1.25
    ranges = ScoreRanges([[20.0], [50.0]], [[nan], [50.0]], [[60.0], [50.0]])
    (gain,) = information_gains(ranges, [1.0], 1, 0)
    assert gain.points == pytest.approx(1.25, abs=1e-6)
    assert (gain.at_low, gain.at_high, gain.flips) == (pytest.approx(30), pytest.approx(-10), True)
    assert all_known(ranges, [1.0]) == pytest.approx(1.25, abs=1e-3)


def test_two_doubts_match_a_hand_calculation():
    # the higher of two evenly drawn scores is 200/3 on average; the higher of one and 50 is 62.5
    found = gains(unsure(), [1.0])
    assert {cells: gain.points for cells, gain in found.items()} == pytest.approx({((0, 0),): 12.5, ((1, 0),): 12.5})
    assert all_known(unsure(), [1.0]) == pytest.approx(200 / 3 - 50, abs=0.3)


@pytest.mark.parametrize(("way", "expected"), [(1, 0), (-1, 25)])
def test_a_cause_counts_as_one_thing_to_find_out(way, expected):
    # the same way the two are always equal; the other way the higher of u and 100 - u is 75 on average
    ranges = unsure([Cause("park", ((0, 0, 1), (1, 0, way)))])
    (gain,) = information_gains(ranges, [1.0], 0, 1)
    assert (gain.quantity.cause, gain.quantity.cells) == ("park", ((0, 0), (1, 0)))
    assert gain.points == pytest.approx(expected, abs=1e-4)
    assert all_known(ranges, [1.0]) == pytest.approx(expected, abs=0.01)
    assert (gain.at_low, gain.at_high) == pytest.approx((0, 0) if way > 0 else (-100, 100))
    assert gain.flips


def test_scores_of_an_alternative_that_varies_together_are_one_thing():
    # total 0 to 100 on one quantile beside 50: 62.5 - 50
    ranges = ScoreRanges([[0, 0], [50, 50]], [[nan, nan], [50, 50]], [[100, 100], [50, 50]], together=[True, False])
    (gain,) = information_gains(ranges, [0.3, 0.7], 0, 1)
    assert gain.quantity.cells == ((0, 0), (0, 1))
    assert gain.points == pytest.approx(12.5)


def test_classes_match_a_hand_calculation():
    # one of two classes, as likely: 0 or 100 beside 40. Now one takes it for 50; known, (100 + 40) / 2 = 70
    ranges = score_ranges([[0.0], [2.0]], [[nan], [2.0]], [[1.0], [2.0]], [Classes((0, 100, 40))])
    assert information_gains(ranges, [1.0], 0, 1)[0].points == pytest.approx(20)


def test_the_published_example_of_the_investor():
    """Clemen (1996), Making Hard Decisions, chapter 12: high-risk stock, low-risk stock or savings, while the market
    goes up (0.5), stays (0.3) or goes down (0.2). Expected 580, 540 and 500; with perfect information 1000."""
    market = [0] * 5 + [1] * 3 + [2] * 2
    payoffs = np.array([[1500, 100, -1000], [1000, 200, -100], [500, 500, 500]])
    assert perfect_information(payoffs[:, market]) == pytest.approx(420)


def test_a_third_alternative_counts_where_it_may_come_first():
    ranges = ScoreRanges([[50.0], [40.0], [0.0]], [[50.0], [40.0], [nan]], [[50.0], [40.0], [100.0]])
    (gain,) = information_gains(ranges, [1.0], 0, 1)
    assert gain.quantity.cells == ((2, 0),)
    assert gain.points == pytest.approx(12.5)
    assert (gain.at_low, gain.at_high, gain.flips) == (pytest.approx(10), pytest.approx(10), False)
    assert information_gains(ranges, [1.0], 0, 1, among=[0, 1]) == ()
    # what may not come first moves the lead, and gains nothing: not itself, and not as what one would choose
    fails = ScoreRanges([[50.0], [60.0], [0.0]], [[50.0], [nan], [nan]], [[50.0], [100.0], [100.0]])
    found = gains(fails, [1.0], 0, 1, among=[0, 2])
    assert {cells: gain.points for cells, gain in found.items()} == pytest.approx({((2, 0),): 12.5, ((1, 0),): 0})
    wide = ScoreRanges([[50.0], [0.0], [50.0]], [[50.0], [nan], [50.0]], [[50.0], [100.0], [50.0]])
    assert [gain.points for gain in information_gains(wide, [1.0], 0, 1, among=[0, 2])] == [0]


@pytest.mark.parametrize("ends", [(10, 20, 90), (0, 0, 100), (30, 100, 100), (40, 55, 60)])
def test_one_triangle_agrees_with_direct_integration(ends):
    low, central, high = ends
    density = triang((central - low) / (high - low), low, high - low)
    for rival in (20.0, density.mean(), 58.0):
        ranges = ScoreRanges([[low], [rival]], [[central], [rival]], [[high], [rival]])
        above = quad(lambda score, at=rival: (score - at) * density.pdf(score), max(low, rival), high, points=[central])
        expected = rival + above[0] - max(density.mean(), rival) if rival < high else 0
        (gain,) = information_gains(ranges, [1.0], 0, 1)
        assert gain.points == pytest.approx(expected, abs=1e-3)


def random_doubts(n_alternatives, n_criteria, seed):
    chance = np.random.default_rng(seed)
    low, central, high = np.sort(chance.uniform(0, 100, (3, n_alternatives, n_criteria)), axis=0)
    central[chance.random(central.shape) < 0.2] = nan
    return low, central, high, chance.dirichlet(np.ones(n_criteria))


@pytest.mark.parametrize("seed", range(budget(2, 12)))
def test_a_million_plain_draws_say_the_same(seed):
    """NumPy's own draws; per slice of one quantity the mean total of each alternative, and the highest of those."""
    low, central, high, weights = random_doubts(3, 3, seed)
    causes = [Cause("a", ((0, 0, 1), (1, 0, -1), (2, 2, 1)))]
    n, chance = 1_000_000, np.random.default_rng(seed + 50)
    points = chance.random((3, 3, n))
    points[1, 0], points[2, 2] = 1 - points[0, 0], points[0, 0]
    totals = np.zeros((3, n))
    for row, column in np.ndindex(3, 3):
        ends, at = (low[row, column], high[row, column]), points[row, column]
        if np.isnan(central[row, column]):
            drawn = ends[0] + (ends[1] - ends[0]) * at
        else:
            drawn = triang.ppf(at, (central[row, column] - ends[0]) / (ends[1] - ends[0]), ends[0], ends[1] - ends[0])
        totals[row] += weights[column] * drawn
    ranges = ScoreRanges(low, central, high, causes=causes)
    best = totals.mean(axis=1).max()
    assert all_known(ranges, weights, 2**15) == pytest.approx(totals.max(axis=0).mean() - best, abs=0.05)
    found = gains(ranges, weights)
    caused = tuple((row, column) for row, column, _ in causes[0].cells)
    every = {caused, *((cell,) for cell in np.ndindex(3, 3) if cell not in caused)}
    assert {cells for cells in every if any(row < 2 for row, _ in cells)} <= found.keys() <= every
    for cells in every:  # of the third alternative what is worth nothing is left out
        slices = (points[cells[0]] * 100).astype(int)
        means = np.array([np.bincount(slices, line) / np.bincount(slices) for line in totals])
        said = found[cells].points if cells in found else 0.0
        assert said == pytest.approx(means.max(axis=0).mean() - best, abs=0.06)


@st.composite
def doubts(draw):
    rows, columns = draw(st.integers(2, 4)), draw(st.integers(1, 4))
    steps = st.integers(0, 20).map(lambda step: 5.0 * step)
    ends = np.sort(draw(arrays(float, (3, rows, columns), elements=steps)), axis=0)
    ends[1][draw(arrays(bool, (rows, columns)))] = nan
    cells = [(row, column, draw(st.sampled_from([1, -1]))) for row, column in np.ndindex(rows, columns)]
    followers = draw(st.lists(st.sampled_from(cells), unique_by=lambda cell: cell[:2], max_size=4))
    kinds = [Linear(0, 100), Linear(100, 0), Goal(40, 0, 100), Bent(((0, 0), (30, 70), (100, 100)))]
    functions = [draw(st.sampled_from(kinds)) for _ in range(columns)]
    points = draw(arrays(float, columns, elements=st.integers(0, 5).map(float)).filter(np.any))
    together = draw(arrays(bool, rows))
    return ends, functions, [Cause("a", tuple(followers))], points / points.sum(), together


@given(doubts())
@examples(20, 800)
def test_nothing_is_worth_less_than_nothing_or_more_than_knowing_everything(found):
    ends, functions, causes, weights, together = found
    ranges = score_ranges(*ends, functions, causes=causes, together=together)
    totals = (ranges.draws(SAMPLES, 1) @ weights).T
    most, error = perfect_information(totals), 4 * (totals.max(axis=0) - totals).std(axis=1).max() / SAMPLES**0.5
    for gain in information_gains(ranges, weights, 0, 1):
        assert 0 <= gain.points <= most + error + 0.01
        assert gain.points == 0 or most > 0


@given(doubts(), st.randoms(use_true_random=False))
@examples(15, 500)
def test_the_order_of_alternatives_and_criteria_changes_nothing(found, random):
    ends, functions, causes, weights, together = found
    rows, columns = (list(range(size)) for size in ends[0].shape)
    random.shuffle(rows)
    random.shuffle(columns)
    turned = [end[np.ix_(rows, columns)] for end in ends]
    moved = [
        Cause(one.name, tuple((rows.index(row), columns.index(column), way) for row, column, way in one.cells))
        for one in causes
    ]
    here = information_gains(score_ranges(*ends, functions, causes=causes, together=together), weights, 0, 1)
    there = information_gains(
        score_ranges(*turned, [functions[column] for column in columns], causes=moved, together=together[rows]),
        weights[columns], rows.index(0), rows.index(1),
    )  # fmt: skip
    by_cells = {frozenset((rows[row], columns[column]) for row, column in gain.quantity.cells): gain for gain in there}
    assert len(here) == len(there)
    for gain in here:
        other = by_cells[frozenset(gain.quantity.cells)]
        assert (gain.points, gain.at_low, gain.at_high) == pytest.approx(
            (other.points, other.at_low, other.at_high), abs=1e-6
        )
        assert gain.flips == other.flips


def test_a_gain_is_as_right_as_the_module_says(monkeypatch):
    """Searches for the worst case, beside 8 times as many steps: bends, goals, classes, partly caused."""
    worst = {False: 0.0, True: 0.0}
    for number in range(budget(30, 1500)):
        chance = np.random.default_rng(number)
        jumps = number % 2 == 1
        ends = np.sort(chance.uniform(0, 100, (3, 3, 1)), axis=0)
        kinds = [
            Linear(0, 100),
            Goal(chance.uniform(5, 95), 0, 100),
            Bent(((0, 0), (40, chance.uniform(1, 99)), (100, 100))),
        ]
        function = kinds[number % 3]
        if jumps:
            between = chance.choice(101, chance.integers(0, 6)).astype(float)
            function = Classes((0.0, *between, 100.0))
            ends = np.sort(chance.integers(0, between.size + 2, (3, 3, 1)), axis=0).astype(float)
        if number % 5 == 0:
            ends[1] = nan
        cells = tuple((row, 0, chance.choice([1, -1, 0.8, -0.5])) for row in range(3))
        ranges = score_ranges(*ends, [function], causes=[Cause("a", cells)])
        found = []
        for steps in (information.STEPS, 8 * information.STEPS):
            at = np.concatenate([[0.0], (np.arange(steps) + 0.5) / steps, [1.0]])
            with monkeypatch.context() as finer:
                finer.setattr(information, "_QUANTILES", at)
                found.append(
                    {(g.quantity.cause, g.quantity.named): g.points for g in information_gains(ranges, [1.0], 0, 1)}
                )
        off = [abs(found[0].get(key, 0) - found[1].get(key, 0)) for key in {*found[0], *found[1]}]
        worst[jumps] = max([worst[jumps], *off])
    assert 1e-6 < worst[False] < 0.002
    assert 1e-3 < worst[True] < 0.05


def test_without_doubt_nothing_is_worth_finding_out():
    certain = ScoreRanges([[60.0, 20.0], [30.0, 70.0]], [[60.0, 20.0], [30.0, 70.0]], [[60.0, 20.0], [30.0, 70.0]])
    assert information_gains(certain, [0.5, 0.5], 0, 1) == ()
    assert all_known(certain, [0.5, 0.5]) == 0
    # what is in doubt but carries no weight counts no more
    assert (
        information_gains(ScoreRanges([[60, 0], [30, 70]], [[60, 20], [30, 70]], [[60, 90], [30, 70]]), [1, 0], 0, 1)
        == ()
    )


def test_the_most_telling_comes_first_and_equals_keep_their_order():
    low, central, high, weights = random_doubts(3, 6, 3)
    found = [gain.points for gain in information_gains(ScoreRanges(low, central, high), weights, 0, 1)]
    assert found == sorted(found, reverse=True)
    same = ([[nan] * 3, [40, 50, 60]],) * 3
    assert [gain.quantity.cells[0][1] for gain in information_gains(ScoreRanges(*same), [1 / 3] * 3, 0, 1)] == [0, 1, 2]


def test_memory_stays_small_with_very_many_criteria():
    low, central, high, weights = random_doubts(2, 200, 2)
    ranges = ScoreRanges(low, central, high)
    tracemalloc.start()
    found = information_gains(ranges, weights, 0, 1)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found) == 400
    assert peak < 40e6


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"other": 0}, "both alternative 0"),
        ({"first": 2}, "2"),
        ({"among": [0, 5]}, "5"),
        ({"among": []}, "nobody can come first"),
        ({"among": 3}, "a list of alternatives"),
        ({"weights": [0.5]}, "sum to 1"),
    ],
)
def test_input_that_does_not_fit_is_refused(change, words):
    with pytest.raises(ValueError, match=words):
        information_gains(**{"scores": unsure(), "weights": [1.0], "first": 0, "other": 1} | change)
