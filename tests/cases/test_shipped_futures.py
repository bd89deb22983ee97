"""The futures of the shipped cases: one rule for all alternatives, worked out anew from the effects of today."""

import pytest

from cases import SHIPPED
from tests.cases.loaded import loaded
from weighing.soundness import findings

LUTKEMEER, HEERLEN = (loaded(SHIPPED / name) for name in ("lutkemeer", "heerlen_medtech"))
LESS, MORE = 207 / 306.5, 406 / 306.5
"""Demand of 207 to 406 hectares (S48), beside the middle of the two."""
DRY = (1 - (0.36 + 0.22) / 2, 1 - 0.36, 1 - 0.22)
"""Onions 36% and potatoes 22% lower: midway, and both ends."""
RULES = [
    (LUTKEMEER, "traffic_grows", ("freight_traffic", "nox", "pm25", "traffic_co2"), (1.21,) * 3),
    (LUTKEMEER, "dry_summers", ("local_food",), DRY),
    (LUTKEMEER, "less_demand", ("business_land_elsewhere",), (LESS,) * 3),
    (LUTKEMEER, "more_demand", ("business_land_elsewhere",), (MORE,) * 3),
    (HEERLEN, "traffic_grows", ("freight_traffic", "pm25"), (1.21,) * 3),
    (HEERLEN, "land_price_falls", ("land_revenue",), (85 / 140,) * 3),
]
ENDS = ("value", "low", "high")


def triple(effect):
    return [getattr(effect, end) for end in ENDS]


@pytest.mark.parametrize(("case", "future", "criteria", "factors"), RULES)
def test_every_figure_is_that_of_today_times_one_factor(case, future, criteria, factors):
    for (here, alternative, key), then in case.future_effects.items():
        if here == future and key in criteria:
            unit = 10.0 ** -case.criterion(key).decimals
            today = triple(case.performances[alternative, key])
            expected = [end * factor for end, factor in zip(today, factors, strict=True)]
            assert triple(then) == pytest.approx(expected, abs=0.51 * unit), (future, alternative, key)


def part_of_the_park(key):
    """0.849 x the food park on the 43 hectares, and plot N6 as a whole: what the decision of 2025 adds to the park."""
    decided, built, park = (
        triple(LUTKEMEER.performances[plan, key]) for plan in ("decision_2025", "business_park", "food_park")
    )
    added = [more - less for more, less in zip(decided, built, strict=True)]
    return [0.849 * (end - more) + more for end, more in zip(park, added, strict=True)]


@pytest.mark.parametrize(("future", "factor"), [("less_demand", LESS), ("more_demand", MORE)])
def test_demand_moves_what_the_firms_do_and_leaves_the_rest(future, factor):
    def then(alternative, key):
        return triple(LUTKEMEER.future_effects[future, alternative, key])

    # trips of firms: all but 5 of the farm, and all but 0.849 x the food park
    park = part_of_the_park("freight_traffic")
    for alternative, own in (("business_park", [5] * 3), ("combination", park)):
        today = triple(LUTKEMEER.performances[alternative, "freight_traffic"])
        expected = [(end - rest) * factor + rest for end, rest in zip(today, own, strict=True)]
        # the trips on N6 are rounded before they are added
        assert then(alternative, "freight_traffic") == pytest.approx(expected, abs=0.6)
    # jobs: floor in 1,000 m2 x jobs per 1,000 m2 x 0.81, and the farm or 0.849 x the food park
    per_floor = (6.1, 4.4, 6.2)
    farm = part_of_the_park("jobs")
    for alternative, floor, rest in (
        ("business_park", (122.5, 100, 200), (3, 2, 5)),
        ("combination", (27, 22, 55), farm),
    ):
        firms = [area * jobs * 0.81 * factor for area, jobs in zip(floor, per_floor, strict=True)]
        expected = [end + more for end, more in zip(firms, rest, strict=True)]
        assert then(alternative, "jobs") == pytest.approx(expected, abs=0.51)
    # what the municipality misses: today's, then the pledge of 7 million, and 0.78 x with 6 million
    missed = [end * factor for end in triple(LUTKEMEER.performances["reference", "municipal_result"])]
    assert then("reference", "municipal_result") == pytest.approx(missed, abs=0.51)
    bought = triple(LUTKEMEER.performances["decision_2025", "municipal_result"])  # the land of plot N6, as today
    pledged = [end + more for end, more in zip((missed[0] + 7, missed[1], missed[2] + 7), bought, strict=True)]
    assert then("food_park", "municipal_result") == pytest.approx(pledged, abs=0.51)
    part = [0.78 * end + more for end, more in zip(missed, (6, 0, 6), strict=True)]
    part = [end + more for end, more in zip(part, bought, strict=True)]
    assert then("combination", "municipal_result") == pytest.approx(part, abs=0.51)


@pytest.mark.parametrize("case", [LUTKEMEER, HEERLEN], ids=lambda case: case.id)
def test_no_future_favours_anybody_unsaid_and_every_figure_is_called_illustrative(case):
    kinds = {finding.id for finding in findings(case)}
    assert not {"future_not_all", "future_not_in_sum"} & kinds
    assert not [item for item in findings(case) if item.id == "future_outside_range" and item.severity == "warning"]
    assert {effect.grade for effect in case.future_effects.values()} == {"D"}
    assert all(effect.note and effect.sources for effect in case.future_effects.values())
    assert all(future.sources for future in case.futures)
