import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mcda.favourable import most_favourable_weights

SCORES = arrays(float, (3, 4), elements=st.floats(0, 100))


def test_all_weight_goes_to_the_criterion_with_the_largest_lead():
    # leads of the first row over its best rival: 100 - 40 = 60 on the first criterion, 0 - 100 on the second
    found = most_favourable_weights([[100, 0], [40, 100], [0, 80]], 0)
    assert found.weights == pytest.approx([1, 0])
    assert found.margin == pytest.approx(60)


def test_a_compromise_comes_first_only_with_mixed_weights():
    # 60 w + 60 (1-w) = 60 against 100 w and 100 (1-w): with w = 1/2 the lead over both is 60 - 50 = 10
    found = most_favourable_weights([[100, 0], [60, 60], [0, 100]], 1)
    assert found.weights == pytest.approx([0.5, 0.5])
    assert found.margin == pytest.approx(10)


def test_an_alternative_below_the_line_between_two_others_never_comes_first():
    # 40 against 100 w and 100 (1-w): at best, with w = 1/2, it is 40 - 50 = 10 behind
    assert most_favourable_weights([[100, 0], [40, 40], [0, 100]], 1).margin == pytest.approx(-10)


@given(SCORES, arrays(float, 4, elements=st.floats(0.01, 1)))
def test_no_other_weights_give_a_larger_lead(scores, other):
    other = other / other.sum()
    lead = (scores[0] - scores[1:]) @ other
    assert most_favourable_weights(scores, 0).margin >= lead.min() - 1e-6


def test_an_unknown_score_is_refused():
    with pytest.raises(ValueError, match="not known"):
        most_favourable_weights([[np.nan, 0], [1, 2]], 0)
