"""An effect that is in euros is not weighed beside them, and the other way round."""

import numpy as np
import pytest

from cases import SHIPPED
from cases.reading.loader import load_case
from tests.cases.harbour import GOOD, copy_to, replace
from tests.cases.loaded import loaded
from weighing.euros.double_count import counted_twice
from weighing.euros.valuing import EuroChoices
from weighing.soundness import findings

CASE = loaded(SHIPPED / "lutkemeer")
HARBOUR = loaded(GOOD)
ALL = np.full(len(CASE.summed), 1 / len(CASE.summed))


def weights(case, *weighed):
    found = np.array([float(item.id in weighed) for item in case.summed])
    return found / found.sum()


def test_scores_lose_what_is_in_euros_and_what_overlaps_with_it():
    # in euros: nature, carbon in the soil, and CO2, NOx and PM2.5 of lorries; the movements behind the last three weigh
    twice = counted_twice(CASE, EuroChoices(), ALL)
    assert {item.criterion: item.other for item in twice.in_scores} == {
        "freight_traffic": "traffic_co2",
        "biodiversity": "biodiversity",
        "soil_carbon": "soil_carbon",
    }
    reason = next(item.why for item in twice.in_scores if item.criterion == "freight_traffic")
    assert "fixed multiple" in reason.en
    assert "vast veelvoud" in reason.nl


def test_euros_lose_what_is_weighed_and_what_overlaps_with_it():
    twice = counted_twice(CASE, EuroChoices(), ALL)
    assert {item.criterion for item in twice.in_euros} == {"biodiversity", "soil_carbon", "traffic_co2", "nox", "pm25"}
    only_traffic = counted_twice(CASE, EuroChoices(), weights(CASE, "freight_traffic", "jobs"))
    assert {item.criterion for item in only_traffic.in_euros} == {"traffic_co2", "nox", "pm25"}


def test_what_carries_no_weight_is_not_counted_twice():
    twice = counted_twice(CASE, EuroChoices(), weights(CASE, "jobs"))
    assert twice.in_scores == twice.in_euros == ()


def test_another_set_values_other_effects():
    twice = counted_twice(CASE, EuroChoices("mkba_nl"), weights(CASE, "biodiversity", "soil_carbon"))
    assert [item.criterion for item in twice.in_scores] == ["soil_carbon"]


def test_an_overlap_named_at_the_other_end_counts_too():
    # the invented case names the overlap only at co2, which is in euros; travel time is weighed
    twice = counted_twice(HARBOUR, EuroChoices(), weights(HARBOUR, "travel_time"))
    assert [(item.criterion, item.other) for item in twice.in_scores] == [("travel_time", "co2")]
    assert [(item.criterion, item.other) for item in twice.in_euros] == [("co2", "travel_time")]


def test_weights_of_another_case_are_refused():
    with pytest.raises(ValueError, match="weights are needed"):
        counted_twice(CASE, EuroChoices(), np.array([1.0]))


def test_two_amounts_for_effects_that_overlap_are_a_finding(tmp_path):
    assert not [finding for finding in findings(CASE) if finding.id == "euro_overlap"]
    case = copy_to(tmp_path)
    replace(case, "case.yaml", "{with: [travel_time]", "{with: [cost]")
    replace(case, "case.yaml", "unit: 1000 EUR", "unit: kg/yr")
    for table in (case / "performances.csv", case / "futures.csv"):
        table.write_text(table.read_text(encoding="utf-8").replace("1000 EUR", "kg/yr"), encoding="utf-8")
    text = "text: {nl: Dit staat bij de overdrachten., en: This stands with the transfers.}"
    replace(case, "valuation.yaml", f"  - {{criterion: cost, reason: transfer, {text}}}\n", "")
    replace(case, "valuation.yaml", "not_valued:\n",
            "  - {criterion: cost, impacts: {true_price: [air_pm]}, unit: kg PM2.5-eq/yr, reading: as_is, "
            "party: everyone, why: {nl: Stof, en: Dust}}\nnot_valued:\n")  # fmt: skip
    (finding,) = [finding for finding in findings(load_case(case)) if finding.id == "euro_overlap"]
    assert finding.places == ("criteria.co2", "criteria.cost")
    assert "'CO2 emissions' and 'Cost'" in finding.found.get("en")
    assert "hebben allebei een bedrag in euro's" in finding.found.get("nl")
