"""Regret: by hand, from a textbook, and what must always hold."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mcda.regret import regret_ranges


def test_the_condominiums_of_the_textbook():
    # Anderson, Sweeney and Williams, An Introduction to Management Science, chapter 13, Pittsburgh Development
    # Corporation: profit in millions of a small, a medium and a large complex; strong and weak demand.
    # Printed: regret 12, 6, 0 and 0, 2, 16; largest 12, 6, 16; the medium complex has the smallest.
    profit = [[8, 14, 20], [7, 5, -9]]
    found = regret_ranges(profit, profit)
    assert found[..., 0] == pytest.approx(np.array([[12, 6, 0], [0, 2, 16]]))
    assert found[..., 1] == pytest.approx(found[..., 0])
    assert found[..., 1].max(axis=0) == pytest.approx([12, 6, 16])


def test_ranges_match_a_hand_calculation():
    # one future: A 40 to 60, B 50, C 30
    #   A: least max(50, 30) - 60 = -10, so 0; most max(50, 30) - 40 = 10
    #   B: least max(40, 30) - 50 = -10, so 0; most max(60, 30) - 50 = 10
    #   C: least max(40, 50) - 30 = 20;       most max(60, 50) - 30 = 30
    found = regret_ranges([[40, 50, 30]], [[60, 50, 30]])
    assert found[0] == pytest.approx(np.array([[0, 10], [0, 10], [20, 30]]))


TOTALS = arrays(float, st.tuples(st.integers(1, 4), st.integers(2, 5)), elements=st.floats(0, 100, width=32))


@given(TOTALS, st.randoms(use_true_random=False))
def test_the_best_regrets_nothing_and_no_order_matters(totals, chance):
    found = regret_ranges(totals, totals)[..., 0]
    assert (found.min(axis=1) == 0).all()
    assert found == pytest.approx(totals.max(axis=1, keepdims=True) - totals)
    rows, columns = (chance.sample(range(size), size) for size in totals.shape)
    moved = totals[np.ix_(rows, columns)]
    assert regret_ranges(moved, moved)[..., 0] == pytest.approx(found[np.ix_(rows, columns)])


@given(TOTALS, TOTALS)
def test_no_totals_within_their_ranges_give_a_regret_outside_its_range(one, other):
    size = tuple(min(pair) for pair in zip(one.shape, other.shape, strict=True))
    one, other = one[: size[0], : size[1]], other[: size[0], : size[1]]
    low, high = np.minimum(one, other), np.maximum(one, other)
    found = regret_ranges(low, high)
    for part in (low, high, (low + high) / 2, np.where(np.arange(size[1]) % 2, low, high)):
        regret = regret_ranges(part, part)[..., 0]
        assert (regret >= found[..., 0] - 1e-9).all()
        assert (regret <= found[..., 1] + 1e-9).all()


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ([[1.0, 2.0]], [[0.0, 3.0]]),
        ([[1.0]], [[1.0]]),
        ([[np.nan, 1.0]], [[1.0, 1.0]]),
        ([[1.0, 2.0]], [[1.0, 2.0]] * 2),
    ],
)
def test_what_does_not_fit_is_refused(low, high):
    with pytest.raises(ValueError, match="totals must have one shape|every total must be known"):
        regret_ranges(low, high)
