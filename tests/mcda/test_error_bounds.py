"""What a description says about its own error, against exact values, with a search for the worst case."""

import math
from fractions import Fraction
from itertools import combinations

from hypothesis import given, target
from hypothesis import strategies as st

from mcda.doubt import chance_of_other
from mcda.score_doubt import ScoreRanges
from tests.budget import examples

SAID = 0.001
"""What ``chance_of_other`` promises."""


def below(widths, limit):
    """Exact chance that a sum of independent uniform parts, each from 0 to its width, stays below a limit."""
    parts = [Fraction(width) for width in widths if width]
    if not parts:
        return Fraction(limit > 0) if limit else Fraction(1, 2)
    total = Fraction(0)
    for size in range(len(parts) + 1):
        for chosen in combinations(parts, size):
            total += (-1) ** size * max(Fraction(limit) - sum(chosen), Fraction(0)) ** len(parts)
    return total / (math.factorial(len(parts)) * math.prod(parts))


def test_the_exact_sum_is_that_of_areas_by_hand():
    # a square of 1 by 1 below x + y = 1: half; a bar of 2 by 1 below x + y = 1/2: 1/8 of 2
    assert below([1, 1], 1) == Fraction(1, 2)
    assert below([2, 1], Fraction(1, 2)) == Fraction(1, 16)


@st.composite
def leads(draw):
    """Scores of two alternatives in doubt, and weights: one wide doubt, many alike, or anything between."""
    n = draw(st.integers(1, 4))
    weights = [draw(st.integers(1, 100)) for _ in range(n)]
    ranges = [
        [sorted((draw(st.integers(0, 100)), draw(st.integers(0, 100)))) for _ in range(n)] for _ in ("first", "other")
    ]
    peaked = draw(st.booleans())
    return weights, ranges, peaked


@examples(150, 4000)
@given(leads())
def test_the_chance_of_another_is_right_to_within_what_it_says(given_leads):
    weights, (first, other), peaked = given_leads
    total = sum(weights)
    # the lead of the first is its low end minus the other's high end, plus a part from 0 for every range
    start = sum(w * (one[0] - two[1]) for w, one, two in zip(weights, first, other, strict=True))
    widths = [w * (high - low) for ends in (first, other) for w, (low, high) in zip(weights, ends, strict=True)]
    # half-way up and half-way down is the sum of two uniform parts of half the width
    parts = [Fraction(width, 2) for width in widths for _ in (1, 2)] if peaked else widths
    if len([part for part in parts if part]) > 12:
        parts, peaked = widths, False
    exact = below(parts, -start)
    low, high = ([[ends[place] for ends in side] for side in (first, other)] for place in (0, 1))
    middle = [[(a + b) / 2 for a, b in zip(*rows, strict=True)] for rows in zip(low, high, strict=True)]
    ranges = ScoreRanges(low, middle, high, shape="triangular" if peaked else "uniform")
    found = chance_of_other(ranges, [w / total for w in weights], 0, 1)
    error = abs(found - float(exact))
    target(error)
    assert error <= SAID, (found, float(exact))
