"""Who gains, who loses and who pays, in the invented case and in the first shipped one."""

import re
from dataclasses import replace

import pytest

from cases.reading.loader import CaseError, load_case
from tests.cases.harbour import GOOD, copy_to
from tests.cases.loaded import loaded
from tests.cases.test_lutkemeer import CASE as LUTKEMEER
from weighing.group_matrix import equity_switch, invests_and_collects, matrix, vulnerable_losers, vulnerable_unknown

HARBOUR = loaded(GOOD)
ALTERNATIVES = ["as_now", "ring_road", "tram"]


def test_a_claim_is_kept_as_it_was_written():
    claim = HARBOUR.group_impacts[6]
    assert (claim.group, claim.alternative, claim.criterion, claim.direction) == ("region", "tram", "cost", "loss")
    assert (claim.value, claim.unit, claim.size, claim.role) == (240.5, "million EUR", "unknown", "pays")
    assert (claim.sentence.nl, claim.sources, claim.grade, claim.line) == ("De regio betaalt de tram", ("S1",), "C", 8)


def test_every_group_has_a_cell_under_every_alternative_in_the_order_of_the_case():
    cells = matrix(HARBOUR)
    assert list(cells) == [(group, item) for group in ("dockers", "region", "valley") for item in ALTERNATIVES]
    assert all(cell.impacts for cell in cells.values())


def test_a_gain_does_not_wipe_out_a_loss():
    cell = matrix(HARBOUR)["dockers", "ring_road"]
    assert cell.direction == "both"
    assert (cell.size("gain"), cell.size("loss")) == ("large", "small")
    assert (cell.sources, cell.grades) == (("S1", "S2"), ("C", "D"))


@pytest.mark.parametrize(
    ("group", "alternative", "direction", "gain", "loss"),
    [
        ("dockers", "as_now", "none", None, None),
        ("dockers", "tram", "gain", "medium", None),
        ("region", "tram", "loss", None, "unknown"),
        ("valley", "as_now", "unknown", None, None),
        ("valley", "ring_road", "gain", "unknown", None),
    ],
)
def test_the_direction_and_size_of_a_cell(group, alternative, direction, gain, loss):
    cell = matrix(HARBOUR)[group, alternative]
    assert (cell.direction, cell.size("gain"), cell.size("loss")) == (direction, gain, loss)


def test_the_ledger_parts_those_who_pay_from_those_who_gain_and_those_who_bear_it():
    ledgers = invests_and_collects(HARBOUR)
    assert list(ledgers) == ALTERNATIVES
    tram = ledgers["tram"]
    assert [claim.group for claim in tram.pays] == ["region"]
    assert [claim.group for claim in tram.collects] == ["dockers"]
    assert [claim.group for claim in tram.bears] == ["valley"]
    assert tram.unknown == ()
    assert [claim.group for claim in ledgers["as_now"].unknown] == ["valley"]


def test_every_claim_but_none_is_in_exactly_one_list_of_the_ledger():
    for case in (HARBOUR, LUTKEMEER):
        listed = [
            claim.line
            for ledger in invests_and_collects(case).values()
            for part in (ledger.pays, ledger.collects, ledger.bears, ledger.unknown)
            for claim in part
        ]
        assert sorted(listed) == [claim.line for claim in case.group_impacts if claim.direction != "none"]


def test_a_vulnerable_group_with_a_larger_gain_is_still_named_as_a_loser():
    assert [group.id for group in vulnerable_losers(HARBOUR, "ring_road")] == ["dockers"]
    assert vulnerable_losers(HARBOUR, "tram") == ()
    assert [group.id for group in vulnerable_losers(HARBOUR, "tram", "unknown")] == ["valley"]
    assert [group.id for group in vulnerable_losers(HARBOUR, "ring_road", "no")] == ["region"]


def test_what_is_not_known_about_vulnerable_groups_is_named_apart():
    assert [group.id for group in vulnerable_unknown(LUTKEMEER, "food_park")] == [
        "osdorp", "distance_to_work", "job_seekers",
    ]  # fmt: skip


def test_an_alternative_that_does_not_exist_is_refused():
    for ask in (vulnerable_losers, vulnerable_unknown):
        with pytest.raises(KeyError, match="ferry"):
            ask(HARBOUR, "ferry")


def test_the_switch_matches_a_hand_calculation():
    # small 1, medium 2, large 3; without a class nothing; dockers are vulnerable, the valley is not known to be
    #             dockers (x1, x4)      region        valley             net x1    net x4    left out
    #   as_now    0                     0             not known           0         0        0 sizes, 1 unknown
    #   ring_road 3 - 1 = 2  -> 8       0 - 3 = -3    gain, no size      -1         5        1 size
    #   tram      2          -> 8       loss, figure  0 - 1 = -1          1         7        1 size
    found = equity_switch(HARBOUR, 4)
    assert [row.net for row in found.without] == [0, -1, 1]
    assert [row.net for row in found.with_weight] == [0, 5, 7]
    assert [row.place for row in found.without] == [2, 3, 1]
    assert [row.place for row in found.with_weight] == [3, 2, 1]
    assert [(row.unsized, row.unknown) for row in found.without] == [(0, 1), (1, 0), (1, 0)]
    assert found.moved == ("as_now", "ring_road")


def test_a_weight_of_one_changes_nothing_and_less_is_refused():
    assert equity_switch(HARBOUR, 1).moved == ()
    for weight in (0.5, float("nan")):
        with pytest.raises(ValueError, match="at least 1"):
            equity_switch(HARBOUR, weight)


def test_equal_nets_share_a_place():
    # weight 2.5: ring_road 2.5 * 2 - 3 = 2 and tram 2.5 * 2 - 1 = 4; weight 1.5: ring_road 0, as_now 0
    assert [row.place for row in equity_switch(HARBOUR, 1.5).with_weight] == [2, 2, 1]


def test_telling_a_gain_in_two_lines_does_not_count_twice():
    again = replace(HARBOUR.group_impacts[3], criterion=None, size="small", line=99)
    told_twice = HARBOUR.model_copy(
        update={"group_impacts": (*HARBOUR.group_impacts, again), "version": "told_twice_1"}
    )
    assert equity_switch(told_twice, 4).with_weight == equity_switch(HARBOUR, 4).with_weight


def test_a_case_without_groups_opens_and_has_no_switch(tmp_path):
    case = copy_to(tmp_path)
    text = (case / "case.yaml").read_text(encoding="utf-8")
    head, rest = text.split("groups_compared_with:")
    (case / "case.yaml").write_text(head + rest[rest.index("requirements:") :], encoding="utf-8")
    (case / "impacts_by_group.csv").unlink()
    loaded = load_case(case)
    assert (loaded.groups, loaded.group_impacts, matrix(loaded)) == ((), (), {})
    with pytest.raises(ValueError, match="no groups"):
        equity_switch(loaded, 2)


def test_groups_without_their_table_are_one_mistake(tmp_path):
    case = copy_to(tmp_path)
    (case / "impacts_by_group.csv").unlink()
    with pytest.raises(CaseError) as caught:
        load_case(case)
    assert [(found.file, found.line) for found in caught.value.problems] == [("impacts_by_group.csv", None)]
    assert "case.yaml names groups" in caught.value.problems[0].text.get("en")


@pytest.mark.parametrize("file", ["impacts_by_group.csv", "stories.csv"])
def test_a_damaged_case_file_does_not_hide_mistakes_in_the_tables_about_people(file, tmp_path):
    case = copy_to(tmp_path)
    (case / "case.yaml").write_bytes(b"\x00")
    text = (case / file).read_text(encoding="utf-8")
    (case / file).write_text(text.replace("S2,D", "S9,D", 1).replace("S2,quote", "S9,quote"), encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        load_case(case)
    assert [found.file for found in caught.value.problems] == ["case.yaml", file]


# The first shipped case


def test_both_camps_gain_and_lose_somewhere():
    # the reference is what the others are compared with: nobody gains by it, and some lose what was agreed
    for alternative, ledger in invests_and_collects(LUTKEMEER).items():
        assert ledger.bears, alternative
        assert ledger.unknown, alternative
        assert ledger.collects or alternative == LUTKEMEER.reference, alternative


def test_an_estimate_of_the_makers_is_called_one_and_the_rest_has_a_source():
    for claim in LUTKEMEER.group_impacts:
        own = claim.grade == "D"  # "de makers" are said once, in the account; a claim says that it is an estimate
        assert bool(re.search(r"schatting|geschat|aanname", claim.sentence.nl)) or not own, claim
        assert bool(re.search(r"estimate|assum", claim.sentence.en)) or not own, claim
        assert claim.sources or claim.direction == "unknown"


def test_figures_in_the_claims_are_those_of_the_effects():
    effects = {key: cell.value for key, cell in LUTKEMEER.performances.items()}
    known = [item for item in LUTKEMEER.group_impacts if item.direction != "unknown"]
    sentences = {(item.group, item.alternative, item.criterion): item.sentence.nl for item in known}
    places = effects["food_park", "supported_places"] - effects["reference", "supported_places"]
    assert f"Ongeveer {places:.0f} plekken meer" in sentences["distance_to_work", "food_park", "supported_places"]
    visits = f"{effects['food_park', 'visits']:,.0f}".replace(",", ".")
    assert f"Ongeveer {visits} bezoeken" in sentences["pupils_visitors", "food_park", "visits"]
    loss = -effects["combination", "municipal_result"]
    assert f"naar schatting {loss:.0f} miljoen" in sentences["taxpayers", "combination", "municipal_result"]
