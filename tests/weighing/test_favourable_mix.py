"""The mix of values with which an alternative comes first: inside its shares it does, outside them another does."""

import pytest

from mcda.favourable import most_favourable_weights
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.cases.test_lutkemeer import CASE
from weighing.arrays import arrays, weights
from weighing.requirements_tested import contenders
from weighing.strongest_weakest import mix_share, portraits


@pytest.mark.parametrize("case", [CASE, loaded(GOOD)], ids=lambda case: case.id)
def test_inside_the_shares_of_its_mix_an_alternative_has_the_highest_total(case):
    equal = weights(case, dict.fromkeys((theme.id for theme in case.themes), 100.0), {})
    rivals, found = list(contenders(case)), 0
    for row, place in enumerate(rivals):
        share, best = (
            mix_share(case, case.alternatives[place].id),
            portraits(case)[case.alternatives[place].id].best_case,
        )
        if share is None:
            continue
        assert best.favourable
        found += 1
        scores = arrays(case, "main").at_worst_for(place)[rivals]
        mix = most_favourable_weights(scores, row).weights
        inside, rest = mix / mix.sum(), equal * (mix == 0)
        for part, first in ((sum(share) / 2, True), (share[0] - 0.02, False), (share[1] + 0.02, False)):
            if 0 <= part <= 1:
                totals = scores @ (part * inside + (1 - part) * rest / rest.sum())
                assert (totals[row] >= totals.max() - 1e-9) == first, (case.alternatives[place].id, part)
    assert found
    others = [item.id for place, item in enumerate(case.alternatives) if place not in rivals]
    assert all(mix_share(case, item) is None for item in others)
