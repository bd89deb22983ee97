"""Results that the project did not write itself; figures and citations are in tests/data/published_examples.json."""

import json
from pathlib import Path

import numpy as np
import pytest

from mcda.second_opinion import topsis_closeness
from mcda.tipping import block_condition, tipping_point, winner_segments
from mcda.value import total_scores
from mcda.weights import rank_order_centroid, weights_from_points

FILE = Path(__file__).parents[1] / "data" / "published_examples.json"
PUBLISHED = json.loads(FILE.read_text(encoding="utf-8"))
OFFICE = PUBLISHED["goodwin_wright_office"]
NAMES = OFFICE["alternatives"]
ADDISON, ELTON = NAMES.index("Addison Square"), NAMES.index("Elton Street")
TURNOVER = np.isin(OFFICE["criteria"], OFFICE["turnover_group"]["criteria"])


def test_office_totals_and_ranking_are_the_printed_ones():
    # Addison Square: .32*100 + .26*60 + .23*100 + .10*75 + .06*0 + .03*90 = 32 + 15.6 + 23 + 7.5 + 0 + 2.7 = 80.8
    totals = total_scores(OFFICE["scores"], weights_from_points(OFFICE["printed_weights"]["values"]))
    assert totals == pytest.approx(OFFICE["totals"]["values"], abs=OFFICE["totals"]["tolerance"])
    assert [NAMES[row] for row in np.argsort(-totals)] == OFFICE["ranking"]


def test_office_swing_points_become_the_printed_weights():
    # sum of points 310: 100/310 = 32.26, 80/310 = 25.81, 70/310 = 22.58, 9.68, 6.45, 3.23; printed in whole points
    printed = OFFICE["printed_weights"]
    weights = weights_from_points(OFFICE["swing_points"])
    assert weights * 100 == pytest.approx(printed["values"], abs=printed["tolerance"])


def test_office_cost_of_an_extra_point_is_the_printed_one():
    # Carlisle Walk to Gorton Square: (12000 - 6700) / (60.2 - 47.4) = 414
    published = OFFICE["cost_per_point"]
    totals = total_scores(OFFICE["scores"], weights_from_points(OFFICE["printed_weights"]["values"]))
    for start, end, pounds in published["steps"]:
        a, b = NAMES.index(start), NAMES.index(end)
        slope = (published["cost"][b] - published["cost"][a]) / (totals[b] - totals[a])
        assert slope == pytest.approx(pounds, abs=published["tolerance"])


def test_office_elton_street_beats_addison_square_below_the_printed_crossover():
    published = OFFICE["turnover_group"]
    weights = weights_from_points(OFFICE["swing_points"])
    tip = tipping_point(OFFICE["scores"], weights, TURNOVER)
    assert tip.now * 100 == pytest.approx(published["weight_now"], abs=0.5)
    assert tip.lower * 100 == pytest.approx(published["crossover"], abs=published["tolerance"])
    assert (tip.lower_winner, tip.upper, tip.upper_winner) == (ELTON, None, None)
    first, second = winner_segments(OFFICE["scores"], weights, TURNOVER)
    assert (first.start, first.winner, second.end, second.winner) == (0, ELTON, 1, ADDISON)
    assert first.end == second.start == tip.lower
    assert block_condition(OFFICE["scores"], weights, TURNOVER, ELTON) == pytest.approx((0, tip.lower))
    assert block_condition(OFFICE["scores"], weights, TURNOVER, ADDISON) == pytest.approx((tip.lower, 1))
    assert block_condition(OFFICE["scores"], weights, TURNOVER, NAMES.index("Gorton Square")) is None


@pytest.mark.parametrize(("inside", "key"), [(~TURNOVER, "elton_street_at_0"), (TURNOVER, "elton_street_at_100")])
def test_office_ends_of_the_sensitivity_line_are_the_printed_ones(inside, key):
    # at 0: (30*100 + 20*60 + 10*70) / 60 = 4900 / 60 = 81.7; at 100: (100*40 + 80*60 + 70*90) / 250 = 60.4
    weights = weights_from_points(np.where(inside, OFFICE["swing_points"], 0))
    published = OFFICE["turnover_group"]
    assert total_scores(OFFICE["scores"], weights)[ELTON] == pytest.approx(published[key], abs=published["tolerance"])


@pytest.mark.parametrize("example", ["papathanasiou_ploskas_sites", "ersoy_notebooks"])
def test_topsis_gives_the_printed_closeness(example):
    published = PUBLISHED[example]
    closeness = topsis_closeness(published["performances"], published["weights"], published["better_is_higher"])
    printed = published["topsis_closeness"]
    assert closeness == pytest.approx(printed["values"], abs=printed["tolerance"])
    assert list(np.argsort(closeness)) == list(np.argsort(printed["values"]))


@pytest.mark.parametrize("n", [3, 4, 5, 6, 7])
def test_rank_order_centroid_weights_are_the_printed_ones(n):
    published = PUBLISHED["rank_order_centroid"]
    printed = published["weights_by_number_of_criteria"][str(n)]
    assert rank_order_centroid(n) == pytest.approx(printed, abs=published["tolerance"])
