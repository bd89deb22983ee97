"""Every number of a report under a fixed key, equal to what the library says and to sums by hand."""

import json

import numpy as np
import pytest

from reports.printed_numbers import numbers
from tests.reports.report_case import FAST, HARBOUR, LUTKEMEER, SURE, content, people
from weighing.euros.valuing import EuroChoices
from weighing.shares_of_weightings import trees
from weighing.what_if import changed


@pytest.fixture(scope="module")
def harbour():
    room = (*people("a", (FAST, 4), (SURE, 3)), *people("b", (SURE, 8)))
    return numbers(content(people=room, own=FAST, euros=EuroChoices()))


def test_totals_and_contributions_match_the_sums_by_hand(harbour):
    # The treasurer: themes 50 50 100, so 1/4, 1/4, 1/2. Inside moving travel time 100, reliability 50: 2/3, 1/3.
    #   tram   travel time 50 x 1/6, reliability 100 x 1/12, CO2 100 x 1/4, cost 40 x 1/2
    #          8.3333 + 8.3333 + 25 + 20 = 61.6667
    view = harbour["views"]["treasurer"]
    assert view["weights"] == pytest.approx(
        {"travel_time": 1 / 6, "reliability": 1 / 12, "co2": 1 / 4, "green": 0, "cost": 1 / 2}
    )
    assert view["contributions"]["tram"] == pytest.approx(
        {"travel_time": 25 / 3, "reliability": 25 / 3, "co2": 25, "green": 0, "cost": 20}
    )
    assert view["totals"] == {"as_now": [60, 60], "ring_road": [30, 30], "tram": pytest.approx([185 / 3] * 2)}
    assert view["first"] == "tram"
    assert view["ranks"] == {"as_now": 0, "ring_road": 2, "tram": 1}  # the trip of as now takes too long


def test_unknown_is_none_and_a_total_with_it_an_interval(harbour):
    assert harbour["effects"]["ring_road"]["green"] == {
        "value": None, "low": None, "high": None, "grade": None, "sign": None
    }  # fmt: skip
    # All equal: moving 67.5 / 3 + living (0 + green 0 or 100) / 6 + money 25 / 3
    assert harbour["views"]["equal"]["totals"]["ring_road"] == pytest.approx([92.5 / 3, 92.5 / 3 + 50 / 3])
    assert harbour["views"]["equal"]["contributions"]["ring_road"]["green"] is None
    # whatever green is: with all weight on travel time the ring road (75) is 25 points ahead of the tram (50)
    values = harbour["winning_values"]
    assert values["ring_road"]["margin"] == pytest.approx(25)
    assert values["as_now"]["margin"] is None  # fails a requirement


def test_requirements_groups_and_room_are_in_it(harbour):
    assert harbour["requirements"]["as_now"]["quick_enough"] == "not_met"
    assert harbour["requirements"]["ring_road"]["heard"] == "unknown"
    assert harbour["groups"]["region"]["tram"] == [
        {"direction": "loss", "size": "unknown", "value": 240.5, "unit": "million EUR"}
    ]
    assert [group["first"] for group in harbour["room"]["groups"]] == [
        {"as_now": 0, "ring_road": 4, "tram": 3}, {"as_now": 0, "ring_road": 0, "tram": 8}
    ]  # fmt: skip
    assert harbour["room"]["everyone"]["people"] == 15


def test_the_verdict_is_that_of_the_library(harbour):
    found = content(own=FAST)
    for view in found.views:
        kept = harbour["views"][view.id]["verdict"]
        assert kept["word"] == view.verdict.word
        assert list(kept["shares"].values()) == view.verdict.shares.tolist()
        assert set(harbour["views"][view.id]["around"]) == set(trees(HARBOUR))


def test_euros_are_there_only_when_they_were_asked_for(harbour):
    assert set(harbour["euros"]["alternatives"]) == {"as_now", "ring_road", "tram"}
    assert harbour["euros"]["set"]["id"] == "true_price_2025"
    assert numbers(content())["euros"] is None


def test_it_is_plain_json_without_rounding_and_the_same_every_time(harbour):
    text = json.dumps(harbour, allow_nan=False)
    assert json.loads(text) == harbour
    assert json.dumps(numbers(content(people=(*people("b", (SURE, 8)), *people("a", (SURE, 3), (FAST, 4))),
                                      own=FAST, euros=EuroChoices())), allow_nan=False) == text  # fmt: skip
    assert harbour["views"]["treasurer"]["totals"]["tram"][0] == float(content().views[2].comparison.totals[2])


def test_the_order_of_the_alternatives_changes_no_number():
    settings = {"profiles": ("equal_themes", "logistics_developer"), "euros": EuroChoices()}
    turned = changed(LUTKEMEER, "turned", alternatives=LUTKEMEER.alternatives[::-1])
    before, after = (numbers(content(case, **settings)) for case in (LUTKEMEER, turned))
    for part in ("effects", "points", "groups", "requirements", "euros"):
        assert after[part] == before[part]
    for key, view in before["views"].items():
        other = after["views"][key]
        assert (other["first"], other["ranks"], other["verdict"]["word"]) == (
            view["first"], view["ranks"], view["verdict"]["word"]
        )  # fmt: skip
        for alternative, ends in view["totals"].items():
            assert other["totals"][alternative] == pytest.approx(ends, abs=1e-9)
            # Shares are drawn, so they agree to about a third of a percentage point (record 0013).
            shares = view["verdict"]["shares"][alternative], other["verdict"]["shares"][alternative]
            assert np.ptp(shares) < 0.01
