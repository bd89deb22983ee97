"""Differences, dominance and places, against small cases that can be checked by eye."""

import numpy as np
import pytest

from mcda.compare import differences, dominates, ranks
from mcda.value import contributions, total_scores

NAN = np.nan


def test_differences_show_where_the_lead_comes_from():
    # weights .5 .3 .2: A = 40 + 3 + 20 = 63, B = 10 + 30 + 10 = 50; A - B = 30 - 27 + 10 = 13
    scores, weights = [[80, 10, 100], [20, 100, 50]], [0.5, 0.3, 0.2]
    gaps = differences(contributions(scores, weights), 0, 1)
    assert gaps == pytest.approx([30, -27, 10])
    totals = total_scores(scores, weights)
    assert gaps.sum() == pytest.approx(totals[0] - totals[1]) == pytest.approx(13)


def test_a_difference_with_an_unknown_stays_unknown():
    np.testing.assert_array_equal(differences([[1, NAN], [3, 4]], 1, 0), [2, NAN])


def test_dominance_needs_better_somewhere_and_worse_nowhere():
    # 0 beats 1 on the first and equals it on the second; 2 equals 0; 3 is better than all on the second only
    scores = [[60, 40], [50, 40], [60, 40], [10, 90]]
    expected = np.zeros((4, 4), dtype=bool)
    expected[0, 1] = expected[2, 1] = True
    np.testing.assert_array_equal(dominates(scores), expected)


def test_an_unknown_score_dominates_only_if_it_does_whatever_it_is():
    # 0 scores 100 where 1 is unknown: 1 cannot do better there, and is worse on the second: dominated
    # 2 is unknown where 3 scores 0: 2 cannot do worse there, and is better on the second: dominates 3
    # 1 is unknown against 3's 0 and equal (20) on the second: better only perhaps, so no dominance
    # 0 against 2: 2 may score up to 100, equal to 0, and is better on the second: 2 is not dominated
    scores = [[100, 50], [NAN, 20], [NAN, 60], [0, 20]]
    result = dominates(scores)
    assert result[0, 1]
    assert result[2, 3]
    assert result[0, 3]
    assert result.sum() == 3


def test_ranks_share_the_best_place_and_leave_the_unknown_out():
    # 70, 50, 50, 20 and one unknown: places 1, 2, 2, 4 and none
    assert ranks([50, NAN, 70, 20, 50]).tolist() == [2, 0, 1, 4, 2]


def test_totals_within_the_tolerance_are_equal():
    # 61.4 and 61 lie within half a point, 60.7 lies .7 below the first
    assert ranks([61.4, 61.0, 60.7], tolerance=0.5).tolist() == [1, 1, 2]
    assert ranks([0.1 + 0.2, 0.3]).tolist() == [1, 1]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: differences([[1, 2]], 0, 1), "no alternative 1"),
        (lambda: differences([[1, 2]], -1, 0), "no alternative -1"),
        (lambda: differences([1, 2], 0, 1), "shape"),
        (lambda: dominates([1, 2]), "shape"),
        (lambda: dominates([[np.inf, 2]]), "infinite"),
        (lambda: ranks([[1, 2]]), "one row"),
        (lambda: ranks([1, np.inf]), "infinite"),
        (lambda: ranks([1, 2], tolerance=-1), "tolerance"),
        (lambda: ranks([1, 2], tolerance=NAN), "tolerance"),
    ],
)
def test_arrays_that_do_not_fit_are_refused(call, words):
    with pytest.raises(ValueError, match=words):
        call()
