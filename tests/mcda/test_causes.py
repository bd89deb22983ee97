"""Effects that follow one cause stand at one quantile, wherever doubt is drawn or calculated."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from mcda.causes import Cause, UncertainQuantity
from mcda.information import information_gains
from mcda.robustness import acceptability
from mcda.score_doubt import ScoreRanges, score_ranges
from mcda.value import Bent, Goal, Linear
from mcda.weightings import Ballots
from tests.budget import examples

SAMPLES = 2**14
nan = np.nan
# score 20 to 60 beside 0 to 100, each evenly: 20 + 40u and 100v
LOW, CENTRAL, HIGH = [[20.0], [0.0]], [[nan], [nan]], [[60.0], [100.0]]
WAYS = {
    "apart": ((), 0.6),  # 1 - the mean of 20 to 60
    "same way": ((Cause("park", ((0, 0, 1), (1, 0, 1))),), 2 / 3),  # 100u > 20 + 40u from u = 1/3 on
    "other way": ((Cause("park", ((0, 0, 1), (1, 0, -1))),), 4 / 7),  # 100 - 100u > 20 + 40u up to u = 4/7
}


@pytest.mark.parametrize("way", WAYS)
def test_two_cells_match_a_hand_calculation_in_every_calculation(way):
    causes, expected = WAYS[way]
    ranges = ScoreRanges(LOW, CENTRAL, HIGH, causes=causes)
    drawn = ranges.draws(SAMPLES, 1)[:, :, 0]
    assert (drawn[:, 1] > drawn[:, 0]).mean() == pytest.approx(expected, abs=0.006 if way == "apart" else 1e-3)
    found = acceptability(ranges, Ballots([[1.0]]), samples=SAMPLES)
    assert found.first[1] == pytest.approx(expected, abs=1e-3)
    assert found.confidence[1] == pytest.approx(expected, abs=2e-3)


def test_cells_of_one_cause_stand_at_one_quantile_of_performance():
    functions = [Linear(0, 100), Linear(100, 0), Goal(50, 0, 100), Bent(((0, 0), (30, 80), (100, 100)))]
    low, central, high = [[20.0] * 4] * 2, [[40.0] * 4] * 2, [[90.0] * 4] * 2
    cells = tuple((row, column, 1 - 2 * row) for row in (0, 1) for column in range(4))
    ranges = score_ranges(low, central, high, functions, causes=[Cause("traffic", cells)], together=[True, False])
    drawn = ranges.draws(SAMPLES, 3)
    # the score of the first criterion is the performance itself
    for row, performance in ((0, drawn[:, 0, 0]), (1, drawn[:, 1, 0])):
        for column, function in enumerate(functions):
            assert drawn[:, row, column] == pytest.approx(function.scores(performance), abs=1e-6)
    assert stats.spearmanr(drawn[:, 0, 0], drawn[:, 1, 0]).statistic == pytest.approx(-1)
    expected = stats.triang(2 / 7, 20, 70)
    assert stats.kstest(drawn[:, 0, 0], expected.cdf).statistic < 0.001
    assert 1 - expected.cdf(drawn[:, 1, 0]) == pytest.approx(expected.cdf(drawn[:, 0, 0]), abs=1e-9)


def test_rounding_at_the_end_of_a_range_does_not_turn_a_cell_round():
    """Of 0 to 1 on a range from 100 to 0 the steps were 0, -1 and a rounding upwards: it did not count as falling."""
    ends = [[0.0], [0.0]], [[0.0], [0.0]], [[1.0], [55.0]]
    ranges = score_ranges(*ends, [Linear(100, 0)], causes=[Cause("x", ((0, 0, 1), (1, 0, 1)))])
    assert [way for *_, way in ranges.causes[0].cells] == [-1, -1]


def test_a_cell_that_follows_a_cause_leaves_what_varies_together():
    ends = np.zeros((2, 3)), np.full((2, 3), 30.0), np.full((2, 3), 90.0)
    ranges = ScoreRanges(*ends, together=[True, False], causes=[Cause("land", ((0, 1, 1), (1, 1, 1)))])
    drawn = ranges.draws(SAMPLES, 1)
    assert drawn[:, 0, 1] == pytest.approx(drawn[:, 1, 1])
    assert drawn[:, 0, 0] == pytest.approx(drawn[:, 0, 2])
    others = np.corrcoef(np.array([drawn[:, 0, 0], drawn[:, 0, 1], drawn[:, 1, 0], drawn[:, 1, 2]]))
    assert np.abs(others - np.eye(4)).max() < 0.03
    assert set(ranges.quantities(np.ones(3, dtype=bool))) == {
        UncertainQuantity("land", ((0, 1), (1, 1))),
        UncertainQuantity(None, ((0, 0), (0, 2))),
        UncertainQuantity(None, ((1, 0),)),
        UncertainQuantity(None, ((1, 2),)),
    }


def test_the_order_of_alternatives_criteria_and_causes_changes_no_draw():
    chance = np.random.default_rng(3)
    low, central, high = np.sort(chance.uniform(0, 100, (3, 4, 5)), axis=0)
    causes = [Cause("a", ((0, 1, 1), (2, 3, -1))), Cause("b", ((3, 0, 1), (1, 1, 1), (1, 4, -1)))]
    names, columns, together = list("stuv"), list("vwxyz"), np.array([True, False, False, True])
    drawn = ScoreRanges(low, central, high, together=together, causes=causes).draws(256, 7, names, columns)
    rows, places = [2, 0, 3, 1], [4, 2, 0, 1, 3]
    turned = [
        Cause(cause.name, tuple((rows.index(row), places.index(column), way) for row, column, way in cause.cells[::-1]))
        for cause in causes[::-1]
    ]
    moved = [end[np.ix_(rows, places)] for end in (low, central, high)]
    again = ScoreRanges(*moved, together=together[rows], causes=turned).draws(
        256, 7, [names[row] for row in rows], [columns[place] for place in places]
    )
    assert (again == drawn[:, rows][:, :, places]).all()


def test_no_name_of_a_cause_gives_it_the_draws_of_an_alternative():
    ends = np.zeros((2, 2)), np.full((2, 2), 50.0), np.full((2, 2), 100.0)
    causes = [Cause("park", ((0, 0, 1), (1, 0, 1)))]
    drawn = ScoreRanges(*ends, together=True, causes=causes).draws(256, 7, ["park", "other"])
    assert abs(np.corrcoef(drawn[:, 0].T)[0, 1]) < 0.2


ENDS = st.tuples(*[st.integers(0, 100)] * 3).map(sorted).filter(lambda ends: ends[0] < ends[2])


@given(ENDS, ENDS, st.sampled_from([1, -1]), st.booleans())
@examples(20, 800)
def test_the_difference_of_two_cells_of_one_cause_has_the_known_distribution(first, other, way, falling):
    functions = [Linear(100, 0) if falling else Linear(0, 100)]
    low, central, high = ([[a], [b]] for a, b in zip(first, other, strict=True))
    ranges = score_ranges(low, central, high, functions, causes=[Cause("x", ((0, 0, 1), (1, 0, way)))])
    drawn = ranges.draws(2**12, 5)[:, :, 0]
    at = (np.arange(200_000) + 0.5) / 200_000
    own, rival = (_triangle(ends).ppf(q) for ends, q in ((first, at), (other, at if way > 0 else 1 - at)))
    expected = (rival - own) if falling else (own - rival)
    difference = drawn[:, 0] - drawn[:, 1]
    shares = [0.02, 0.2, 0.5, 0.8, 0.98]
    assert np.quantile(difference, shares) == pytest.approx(np.quantile(expected, shares), abs=0.3)
    assert difference.var() == pytest.approx(expected.var(), rel=0.01, abs=0.02)
    (gain,) = information_gains(ranges, [1.0], 0, 1)
    best = max(own.mean(), rival.mean()) if not falling else 100 - min(own.mean(), rival.mean())
    known = np.maximum(own, rival).mean() if not falling else 100 - np.minimum(own, rival).mean()
    assert gain.points == pytest.approx(known - best, abs=0.01)


def _triangle(ends):
    low, central, high = ends
    return stats.triang((central - low) / (high - low), low, high - low)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Cause("", ((0, 0, 1),)), "needs a name"),
        (lambda: Cause("a", ((0, 0, 1.01),)), "from -1 to 1"),
        (lambda: Cause("a", ((0, 0, np.nan),)), "from -1 to 1"),
        (lambda: Cause("a", ((0, 0, "mostly"),)), "from -1 to 1"),
        (lambda: Cause("a", ((0, 0),)), "from -1 to 1"),
        (lambda: Cause("a", ((0, 0.5, 1),)), "from -1 to 1"),
        (
            lambda: ScoreRanges(LOW, CENTRAL, HIGH, causes=[Cause("a", ((2, 0, 1),))]),
            "alternative 2, criterion 0, which",
        ),
        (lambda: ScoreRanges(LOW, CENTRAL, HIGH, causes=[Cause("a", ((0, -1, 1),))]), "which is not there"),
        (lambda: ScoreRanges(LOW, CENTRAL, HIGH, causes=[Cause("a", ((0, 0, 1), (0, 0, -1)))]), "more than once"),
        (lambda: ScoreRanges(LOW, CENTRAL, HIGH, causes=[Cause("a", ()), Cause("a", ())]), "names of their own"),
        (lambda: ScoreRanges(LOW, CENTRAL, HIGH, causes=["a"]), "each cause"),
        (lambda: ScoreRanges(LOW, CENTRAL, HIGH, causes=3), "a list of them"),
        (lambda: score_ranges(LOW, CENTRAL, HIGH, [Linear(0, 9)], causes=[Cause("a", ((0, 3, 1),))]), "not there"),
    ],
)
def test_nonsense_is_refused_in_plain_words(make, words):
    with pytest.raises(ValueError, match=words):
        make()
