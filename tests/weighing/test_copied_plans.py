"""A plan more that is nowhere better than one that is there leaves the word at least as firm, in any case."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.budget import examples
from tests.weighing.invented_cases import THEMES, N, invented
from weighing import score_draws
from weighing import verdict as verdict_module
from weighing.comparison import compare
from weighing.verdict import verdict
from weighing.weighing import Weighing

STRENGTH = {"firm": 2, "shaky": 1, "undecided": 0}
SCORE = st.one_of(st.integers(0, 100).map(float), st.just(float("nan")))
ROW = st.lists(SCORE, min_size=N, max_size=N)


@pytest.fixture(scope="module", autouse=True)
def fewer_draws():
    """Enough for a property: whatever the draws, a copy changes none of those of the others."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (score_draws, verdict_module):
            patch.setattr(module, "SAMPLES", 1024)
        yield


@examples(60, 3000)
@given(
    st.lists(ROW, min_size=2, max_size=4),
    st.sampled_from([0.0, 4.0, 15.0]),
    st.lists(st.integers(0, 100), min_size=4, max_size=4).filter(any),
    st.integers(0, 3),
    st.lists(st.sampled_from([0, 0, 0, 5, 40]), min_size=N, max_size=N),
    st.integers(0, 4),
    st.booleans(),
)
def test_a_copy_that_is_nowhere_better_never_weakens_the_word(
    fewer_draws, scores, doubt, points, place, lower, where, unsure
):
    points = [100 * part / max(points) for part in points]
    not_known = THEMES[3:] if unsure and max(points[:3]) == 100 else []
    given_points = {key: value for key, value in zip(THEMES, points, strict=True) if key not in not_known}
    weighing = Weighing("own", given_points, unsure=frozenset(not_known))
    place %= len(scores)
    copy = (np.array(scores[place]) - lower).clip(min=0).tolist()
    names = [f"plan_{number}" for number in range(len(scores))]
    before = judged(scores, doubt, weighing, f"before {hash((str(scores), doubt))}", names)
    where = min(where, len(scores))
    more, ids = [*scores[:where], copy, *scores[where:]], [*names[:where], "another", *names[where:]]
    margins = np.full((len(more), N), doubt)
    after = judged(more, margins, weighing, f"after {hash((str(more), doubt))}", ids)
    assert STRENGTH[after.word] >= STRENGTH[before.word]


def judged(scores, doubt, weighing, version, names):
    return verdict(compare(invented(scores, doubt, version, names), weighing))
