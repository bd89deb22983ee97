"""Effects of two alternatives that one cause links, in the frozen case of the Lutkemeer."""

import numpy as np
import pytest

from mcda.causes import Cause
from mcda.score_doubt import score_ranges
from tests.cases.loaded import FROZEN, loaded
from weighing.arrays import arrays, profile_weights
from weighing.score_draws import SAMPLES, SEED, shares_of_first

LINKED = ("jobs", "supported_places", "local_food", "biodiversity", "soil_carbon", "freight_traffic")
"""On these criteria in the sum the combination is 0.849 times the food park, plus a part of its own, by the notes."""


def test_linking_what_the_combination_takes_from_the_food_park_moves_farmers_from_90_to_95():
    case = loaded(FROZEN / "lutkemeer")
    table, weights = arrays(case), profile_weights(case, case.profile("farmers"))
    rows = [table.alternatives.index(name) for name in ("food_park", "combination")]
    causes = [Cause(name, tuple((row, table.criteria.index(name), 1) for row in rows)) for name in LINKED]
    for linked, expected in (((), 0.897), (causes, 0.949)):
        ranges = score_ranges(table.low, table.performances, table.high, table.functions, causes=linked)
        drawn = ranges.draws(SAMPLES, SEED, table.alternatives, table.criteria)
        shares = shares_of_first(drawn.transpose(1, 2, 0).astype(np.float32), weights)
        assert shares[rows].tolist() == pytest.approx([expected, 1 - expected], abs=0.002)
