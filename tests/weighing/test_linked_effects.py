"""Effects that follow one cause by the case: in the draws, and in the frozen case of the Lutkemeer."""

import numpy as np
import pytest
from scipy import stats

from cases.definition.shared_cause import CausedEffect
from tests.cases.harbour import GOOD
from tests.cases.loaded import FROZEN, loaded
from weighing.arrays import profile_weights
from weighing.score_draws import first_shares, score_doubt
from weighing.what_if import changed

HARBOUR = loaded(GOOD)
LINKED = ("jobs", "supported_places", "local_food", "biodiversity", "soil_carbon", "freight_traffic")
"""On these criteria in the sum the combination is 0.849 times the food park, plus a part of its own, by the notes."""


def test_linking_what_the_combination_takes_from_the_food_park_moves_farmers_from_90_to_95():
    case = loaded(FROZEN / "lutkemeer")
    weights = profile_weights(case, case.profile("farmers"))
    effects = tuple(
        CausedEffect(name, row, name, "with", "wholly", 2) for name in LINKED for row in ("food_park", "combination")
    )
    linked = case.model_copy(update={"caused_effects": effects, "version": "linked"})
    rows = [[item.id for item in case.alternatives].index(name) for name in ("food_park", "combination")]
    for found, expected in ((case, 0.897), (linked, 0.949)):
        shares = first_shares(found, "main", weights)[rows]
        assert shares.tolist() == pytest.approx([expected, 1 - expected], abs=0.002)
    apart = first_shares(linked, "main", weights, together="apart")
    assert (apart == first_shares(case, "main", weights)).all()


@pytest.mark.parametrize("together", ["case", "apart", "together"])
def test_the_causes_of_a_case_link_its_draws_and_only_as_the_case_says(together):
    rows, columns = (2, 0), (4, 0, 2)
    names = [HARBOUR.alternatives[row].id for row in rows], [HARBOUR.summed[column].id for column in columns]
    co2 = CausedEffect("traffic", "tram", "co2", "with", "wholly", 5)
    case = changed(HARBOUR, "more follow", caused_effects=(*HARBOUR.caused_effects, co2))
    drawn = score_doubt(case, "main", "triangular", together, rows, columns).draws(1024, 5, *names)
    time, co2 = (names[1].index(name) for name in ("travel_time", "co2"))
    # of the tram, time goes against the cause and CO2 with it; of the alternative as now, time goes with it
    pairs = {
        "across": (drawn[:, 1, time], drawn[:, 0, time]),
        "within": (drawn[:, 0, co2], drawn[:, 0, time]),
    }
    for pair, (one, other) in pairs.items():
        found = stats.spearmanr(one, other).statistic
        if together == "case":
            assert found < -0.85  # not -1: where a score is cut at the end of its range, draws are equal
        elif (together, pair) == ("together", "within"):
            assert found > 0.95
        else:
            assert abs(found) < 0.15


def test_without_doubt_causes_change_nothing():
    assert np.isnan(score_doubt(HARBOUR, "main").central).any()
    certain = score_doubt(HARBOUR, "main", "none")
    assert not certain.doubtful[~np.isnan(certain.central)].any()
