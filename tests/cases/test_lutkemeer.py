"""The first shipped case: its figures, its profiles, and the choices that decision records 0003 to 0008 promise."""

import csv
from collections import Counter

import numpy as np
import pytest

from cases import SHIPPED
from tests.cases.loaded import FROZEN, loaded
from weighing.arrays import arrays
from weighing.comparison import compare
from weighing.soundness import findings
from weighing.soundness.favours import favours
from weighing.strongest_weakest import portraits
from weighing.weighing import from_profile

FOLDER = SHIPPED / "lutkemeer"
CASE = loaded(FOLDER)


def expected() -> list[tuple[str, str, float]]:
    """Totals worked out with exact fractions from the figures and the points, without any code of this project."""
    with (FOLDER / "expected.csv").open(encoding="utf-8", newline="") as file:
        return [(row["profile"], row["alternative"], float(row["total"])) for row in csv.DictReader(file)]


def test_totals_equal_the_independent_calculation():
    rows = {item.id: row for row, item in enumerate(CASE.alternatives)}
    found = {profile.id: compare(CASE, from_profile(profile)).totals for profile in CASE.profiles}
    wrong = [
        f"{profile}, {alternative}: {found[profile][rows[alternative]]:.4f} and not {total}"
        for profile, alternative, total in expected()
        if found[profile][rows[alternative]] != pytest.approx(total, abs=0.0006)
    ]
    assert not wrong, "\n".join(wrong)


def test_the_independent_calculation_covers_every_profile_and_alternative():
    pairs = {(profile, alternative) for profile, alternative, _ in expected()}
    assert pairs == {(profile.id, item.id) for profile in CASE.profiles for item in CASE.alternatives}


def test_a_total_worked_out_by_hand():
    # only jobs, on a range from 0 to 1,030 fte: A 608 / 1030 = 59.029; B 43 / 1030 = 4.175; D 621 / 1030 = 60.291
    totals = compare(CASE, from_profile(CASE.profile("only_work"))).totals
    found = dict(zip([item.id for item in CASE.alternatives], totals, strict=True))
    assert found["business_park"] == pytest.approx(59.029, abs=0.001)
    assert found["food_park"] == pytest.approx(4.175, abs=0.001)
    assert found["decision_2025"] == pytest.approx(60.291, abs=0.001)


def test_soil_and_green_follow_one_rule_in_every_plan():
    # fertile soil is 43 ha minus what is sealed; the third decimal of the sealed share is rounding
    for alternative in CASE.alternatives:
        sealed = CASE.performances[alternative.id, "sealed_surface"].value / 100 * 43
        assert CASE.performances[alternative.id, "fertile_soil"].value == pytest.approx(43 - sealed, abs=0.07)
    # green and water of the business park as in the food park: 24.77 x 0.05 + 3 x 0.3 + 15.23 x 0.5 = 9.75
    sealed = CASE.performances["business_park", "sealed_surface"].value / 100 * 43
    green = 43 - sealed - 3
    assert CASE.performances["business_park", "biodiversity"].value == pytest.approx(
        sealed * 0.05 + 3 * 0.3 + green * 0.5, abs=0.05
    )


def test_the_whole_dossier_is_there():
    assert len(CASE.criteria) == 22
    assert len(CASE.performances) == 22 * len(CASE.alternatives)
    assert set(Counter(item.grade for item in CASE.performances.values())) == {"C", "D"}
    assert all(item.sources and item.note for item in CASE.performances.values())


@pytest.mark.parametrize(
    ("alternative", "criterion", "low", "central", "high"),
    [
        ("business_park", "jobs", 358, 608, 1009),
        ("business_park", "fertile_soil", 3, 18.2, 21.8),
        ("business_park", "biodiversity", 5.4, 9.8, 14.5),
        ("reference", "municipal_result", -98, -42, -4),
        ("food_park", "education", 700, 1500, 3000),
        ("combination", "fertile_soil", 17, 36.1, 37.7),
        ("reference", "soil_carbon", -20, 0, 20),
    ],
)
def test_figures_are_those_of_the_dossier(alternative, criterion, low, central, high):
    found = CASE.performances[alternative, criterion]
    assert (found.low, found.value, found.high) == (low, central, high)


N6 = 14
"""Hectares of ordinary field that become urban farming with the decision of 2025, outside the 43 of the area (S40)."""
FARMED = 32
"""Hectares that the food park farms on the 43."""
ON_THE_AREA = {"decision_2025": "business_park", "food_park": "food_park", "combination": "combination"}
"""Plans that hold the decision on N6, and what each is on the 43 hectares."""


FOUND_LATER = {"supported_places"}
"""How many places the farm of today has was found after the four plans were kept."""


def figures(case, plan, criterion):
    return [getattr(case.performances[plan, criterion], part) for part in ("low", "value", "high")]


@pytest.mark.parametrize("plan", ["reference", "business_park"])
def test_the_two_plans_without_the_decision_of_2025_are_about_the_43_hectares_alone(plan):
    four = loaded(FROZEN / "four_plans" / "lutkemeer")
    kept = [item.id for item in CASE.criteria if item.id not in FOUND_LATER]
    assert [figures(CASE, plan, key) for key in kept] == [figures(four, plan, key) for key in kept]


@pytest.mark.parametrize("plan", ON_THE_AREA)
def test_plot_n6_adds_the_same_to_every_plan_that_holds_the_decision_of_2025(plan):
    """Every figure by the formula that its note gives: the plan on the 43 hectares, plus N6 farmed as the food park
    farms a hectare. One rule for three plans, so that N6 decides nothing between them (0042)."""
    four = loaded(FROZEN / "four_plans" / "lutkemeer")
    cell = {
        (name, item.id): figures(CASE if item.id in FOUND_LATER else four, name, item.id)
        for name in ("reference", "business_park", "food_park", "combination")
        for item in CASE.criteria
    }

    def like_the_park(criterion):
        return [N6 / FARMED * amount for amount in cell["food_park", criterion]]

    added = {
        "jobs": [gain - N6 * 0.042 for gain in like_the_park("jobs")],
        "value_added": [gain - N6 * 0.042 * 0.11 * 0.45 for gain in like_the_park("value_added")],
        "municipal_result": [-2 * N6 * 0.0909, -N6 * 0.08, -N6 * 0.07],
        "local_food": like_the_park("local_food"),
        "farmland_elsewhere": [0, N6 * 0.1, N6 * 0.2],
        "biodiversity": [N6 * 0.08, N6 * 0.2, N6 * 0.32],
        "freight_traffic": [
            gain - N6 / 40 * now
            for gain, now in zip(like_the_park("freight_traffic"), cell["reference", "freight_traffic"], strict=True)
        ],
        "visits": [300 * N6 / FARMED * 30, 1000 * N6 / FARMED * 30, N6 / FARMED * 120000],
    }
    trips, more = cell[ON_THE_AREA[plan], "freight_traffic"], figures(CASE, plan, "freight_traffic")
    wrong = []
    for item in CASE.criteria:
        base, found = cell[ON_THE_AREA[plan], item.id], figures(CASE, plan, item.id)
        if item.id in {"nox", "pm25", "traffic_co2"}:
            worked_out = [amount * then / now for amount, then, now in zip(base, more, trips, strict=True)]
        else:
            worked_out = [amount + gain for amount, gain in zip(base, added.get(item.id, [0, 0, 0]), strict=True)]
        rounding = {"visits": 150, "nox": 1, "traffic_co2": 1, "municipal_result": 0.06, "pm25": 0.11}.get(
            item.id, max(0.06, 0.51 * 10**-item.decimals)
        )
        wrong += [
            f"{item.id}: {given} and not {made:.2f}"
            for given, made in zip(found, worked_out, strict=True)
            if abs(given - made) > rounding
        ]
    assert not wrong, "\n".join(wrong)


def test_on_the_area_itself_the_decision_of_2025_and_the_business_park_share_their_doubt():
    followed = {(item.alternative, item.criterion): (item.cause, item.follows) for item in CASE.caused_effects}
    for item in CASE.summed:
        one, other = (CASE.performances[plan, item.id] for plan in ("business_park", "decision_2025"))
        if (one.low, one.value, one.high) == (other.low, other.value, other.high) and one.low != one.high:
            assert followed["business_park", item.id] == followed["decision_2025", item.id], item.id
            assert followed["business_park", item.id][1] == 1, item.id


def test_no_estimate_falls_outside_the_usual_range():
    for criterion in CASE.criteria:
        worst, best = sorted((criterion.range.worst, criterion.range.best))
        for alternative in CASE.alternatives:
            found = CASE.performances[alternative.id, criterion.id]
            assert worst <= found.low <= found.high <= best, (criterion.id, alternative.id)


def test_the_second_range_runs_from_the_lowest_to_the_highest_central_estimate():
    for criterion in CASE.criteria:
        values = [CASE.performances[item.id, criterion.id].value for item in CASE.alternatives]
        assert sorted((criterion.second_range.worst, criterion.second_range.best)) == [min(values), max(values)]


def test_overlapping_criteria_in_the_sum_share_a_theme():
    summed = {criterion.id: criterion.theme for criterion in CASE.summed}
    for criterion in CASE.summed:
        for overlap in criterion.overlaps:
            assert {summed[key] for key in overlap.criteria if key in summed} <= {criterion.theme}
    assert not [finding for finding in findings(CASE) if finding.id == "overlap"]


def test_each_overlap_is_told_at_both_ends():
    pairs = {(item.id, other) for item in CASE.criteria for overlap in item.overlaps for other in overlap.criteria}
    assert pairs == {(second, first) for first, second in pairs}


def test_neither_camp_owns_the_list():
    # decision record 0005: the plans that hold the business park lead on three of seven themes, the food park on four.
    # Room for firms counts for both plans, because they tie there.
    counts = favours(CASE)
    assert counts["business_park"].themes == counts["decision_2025"].themes == 2
    assert counts["food_park"].themes == 4


def test_parties_balance_by_the_stated_rule():
    economic = {"work", "public_money", "business_space"}
    heaviest = [max(item.points, key=item.points.__getitem__) for item in CASE.profiles if item.kind == "party"]
    count = sum(theme in economic for theme in heaviest)
    assert count == len(heaviest) - count > 1


def test_each_camp_finds_its_arguments_with_a_source():
    for alternative in CASE.alternatives:
        reasons = [*alternative.reasons_for, *alternative.reasons_against]
        assert len(alternative.reasons_for) > 2 < len(alternative.reasons_against)
        assert all(reason.sources for reason in reasons)
    told = {key: CASE.alternative(key) for key in ("business_park", "food_park")}
    assert len(told["business_park"].reasons_for) == len(told["food_park"].reasons_for)
    assert len(told["business_park"].reasons_against) == len(told["food_park"].reasons_against)


def test_a_comment_without_a_known_answer_is_not_called_answered():
    comments = [comment for asked in CASE.account.rounds for comment in asked.comments]
    denied = ("niet gevonden", "niet nagegaan")
    assert not [
        item.done.nl for item in comments if item.done is not None and any(word in item.done.nl for word in denied)
    ]
    assert sum(item.done is None for item in comments) == 3


def test_profiles_do_not_all_put_the_same_first():
    first = {profile.id: compare(CASE, from_profile(profile)).first for profile in CASE.profiles}
    ids = [item.id for item in CASE.alternatives]
    assert ids[first["only_public_money"]] == "business_park"
    assert ids[first["logistics_developer"]] == "decision_2025"
    assert ids[first["municipality_economic"]] == "decision_2025"
    assert ids[first["food_park_initiative"]] == "food_park"
    assert len(set(first.values())) >= 4


def test_the_profile_of_three_thirds_gives_a_third_to_each():
    weights = compare(CASE, from_profile(CASE.profile("equal_dimensions"))).weights
    for time in ("now", "later", "elsewhere"):
        share = sum(weight for weight, item in zip(weights, CASE.summed, strict=True) if item.time_place == time)
        assert share == pytest.approx(1 / 3, abs=0.002)


@pytest.mark.parametrize(("profile", "time"), [("only_later", "later"), ("only_elsewhere", "elsewhere")])
def test_single_dimension_profiles_weigh_that_dimension_alone_and_equally(profile, time):
    weights = compare(CASE, from_profile(CASE.profile(profile))).weights
    inside = np.array([item.time_place == time for item in CASE.summed])
    assert weights[~inside].sum() == 0
    assert weights[inside] == pytest.approx(1 / inside.sum())


def test_every_alternative_shows_strong_points_weak_points_and_its_best_case():
    for portrait in portraits(CASE).values():
        assert portrait.strongest
        assert portrait.weakest
        assert portrait.best_case.share is not None or portrait.best_case.favourable


def test_the_condition_for_the_decision_of_2025_holds_exactly():
    # Each theme 1/7. Jobs carries half of its theme, so the block of jobs (1/14) and business land (1/7) holds 3/14.
    # At the share in the portrait the decision and the best other are equal.
    best = portraits(CASE)["decision_2025"].best_case
    assert set(best.block) == {"jobs", "business_land_elsewhere"}
    table = arrays(CASE, "main")
    equal = compare(CASE, from_profile(CASE.profile("equal_themes"))).weights
    block = np.array([item.id in best.block for item in CASE.summed])
    assert equal[block].sum() == pytest.approx(3 / 14) == best.equal_share
    share = best.share[0]
    moved = np.where(block, equal / equal[block].sum() * share, equal / equal[~block].sum() * (1 - share))
    totals = table.scores @ moved
    place = [item.id for item in CASE.alternatives].index("decision_2025")
    assert totals[place] == pytest.approx(np.delete(totals, place).max(), abs=1e-9)


def test_the_reality_of_2026_is_told():
    assert "2025" in CASE.notice.text.nl
    assert "2025" in CASE.notice.text.en
