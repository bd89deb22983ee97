"""Opening good and damaged folders, versions, and the list of cases."""

import pickle
from datetime import date

import pytest

from cases.reading.loader import CaseError, available_cases, load_case
from cases.workbook.sheets import BY_KEY
from mcda.value import total_scores
from tests.cases.harbour import GOOD, copy_to, replace
from tests.cases.workbook.books import read_after
from weighing.arrays import arrays, profile_weights


def test_a_good_case_opens_with_everything_that_was_written():
    case = load_case(GOOD)
    assert (case.id, case.format, case.version_date) == ("harbour_link", 1, date(2026, 3, 31))
    assert case.title.get("nl") == "Havenverbinding (verzonnen)"
    assert [alternative.code for alternative in case.alternatives] == ["R", "A", "B"]
    assert case.alternative("as_now").reasons_for[0].sources == ("S1",)
    assert case.theme("money").label.en == "Money"
    assert case.criterion("co2").overlaps[0].criteria == ("travel_time",)
    assert case.criterion("co2").monitor_topic == "here_now.environment"
    assert case.criterion("reliability").range is None
    assert case.profile("treasurer").criterion_points == {"travel_time": 100, "reliability": 50, "co2": 100, "green": 0}
    assert case.sources["S2"].year == "2019-2021"
    assert case.sources["S2"].title.nl == "Verzonnen telling, in twee jaren"
    assert not case.sources["S2"].complete
    cell = case.performances[("ring_road", "co2")]
    assert (cell.value, cell.low, cell.high, cell.unit, cell.sources, cell.grade) == (30, 26, 35, "kt/yr", ("S1",), "C")
    assert cell.note.nl == "Extra verkeer, ook geteld"
    assert cell.line == 9


def test_the_sum_holds_the_criteria_in_theme_order_without_those_left_out():
    case = load_case(GOOD)
    assert [criterion.id for criterion in case.summed] == ["travel_time", "reliability", "co2", "green", "cost"]
    assert [criterion.id for criterion in case.summed_in("living")] == ["co2", "green"]


def test_an_id_that_does_not_exist_is_refused():
    case = load_case(GOOD)
    for lookup in (case.alternative, case.theme, case.criterion, case.profile, case.summed_in):
        with pytest.raises(KeyError, match="ferry"):
            lookup("ferry")


def test_unknown_is_never_zero():
    cell = load_case(GOOD).performances[("ring_road", "green")]
    assert (cell.value, cell.low, cell.high, cell.grade, cell.sources) == (None, None, None, None, ())
    assert cell.note.en == "Nobody has counted"


def test_a_class_is_kept_as_its_id_and_its_number():
    # the classes are often_late (0), sometimes_late (1), on_time (2)
    cell = load_case(GOOD).performances[("ring_road", "reliability")]
    assert (cell.class_id, cell.value, cell.low, cell.high) == ("sometimes_late", 1, 0, 2)


def test_totals_match_the_hand_calculation_beside_the_case():
    # Scores         travel_time      reliability  co2                green              cost
    #   as_now       (40-40)/20 =   0           0  at (20, 40):   40  15/30      =  50   (400000-0)/400000 =      100
    #   ring_road    (40-25)/20 =  75          60  at (30, 0):     0  not known          (400000-300000)/400000 =  25
    #   tram         (40-30)/20 =  50         100  at (10, 100): 100  (60-36)/30 =  80   (400000-240000)/400000 =  40
    # Profile equal: every theme 1/3, its criteria equal
    #   as_now       (0+0)/2/3 + (40+50)/2/3 + 100/3   = 48.3333        ring_road: no total, green is not known
    #   tram         (50+100)/2/3 + (100+80)/2/3 + 40/3 = 68.3333
    # Profile only_travel_time: 0, 75, 50
    # Profile treasurer: themes 1/4, 1/4, 1/2; within moving 2/3 and 1/3; within living all on co2
    #   as_now       1/4*0 + 1/4*40 + 1/2*100                        = 60
    #   ring_road    1/4*(2/3*75 + 1/3*60) + 1/4*0 + 1/2*25          = 30
    #   tram         1/4*(2/3*50 + 1/3*100) + 1/4*100 + 1/2*40       = 61.6667
    case = load_case(GOOD)
    assert len(case.expected) == 9
    for profile in case.profiles:
        totals = total_scores(arrays(case, "main").scores, profile_weights(case, profile))
        for alternative, total in zip(case.alternatives, totals, strict=True):
            expected = case.expected[(profile.id, alternative.id)].total
            wanted = pytest.approx(float("nan") if expected is None else expected, abs=1e-4, nan_ok=True)
            assert total == wanted, (profile.id, alternative.id)


def test_the_version_is_the_same_when_loaded_twice_and_in_another_place(tmp_path):
    version = load_case(GOOD).version
    assert len(version) == 12
    assert set(version) <= set("0123456789abcdef")
    assert load_case(GOOD).version == version
    assert load_case(copy_to(tmp_path)).version == version


@pytest.mark.parametrize(
    "file", ["case.yaml", "performances.csv", "sources.csv", "profiles.yaml", "expected.csv", "valuation.yaml"]
)
def test_any_changed_byte_changes_the_version(file, tmp_path):
    case = copy_to(tmp_path)
    good = (case / file).read_bytes()
    assert good.endswith(b"\n")
    versions = {load_case(GOOD).version}
    for changed in (good + b"\n", good[:-1], good[:-1] + b" "):
        (case / file).write_bytes(changed)
        versions.add(load_case(case).version)
    assert len(versions) == 4


def test_leaving_out_the_expected_totals_is_allowed_and_makes_another_version(tmp_path):
    case = copy_to(tmp_path)
    (case / "expected.csv").unlink()
    loaded = load_case(case)
    assert loaded.expected == {}
    assert loaded.version != load_case(GOOD).version


def test_effects_follow_wholly_in_a_file_and_a_sheet_from_before_there_was_a_strength(tmp_path):
    folder = copy_to(tmp_path)
    table = folder / "effects_by_cause.csv"
    said = [line.rpartition(",")[0] for line in table.read_text().splitlines()]
    table.write_text("\n".join(said))
    old = load_case(folder)
    assert [effect.strength for effect in load_case(GOOD).caused_effects] == ["wholly", "mostly", "wholly"]
    assert [effect.follows for effect in old.caused_effects] == [1, 1, -1]
    sheet = BY_KEY["caused_effects"].name("en")
    found = read_after(lambda book: book[sheet].delete_cols(5))
    assert not found.problems
    assert [effect.strength for effect in found.case.caused_effects] == ["wholly"] * 3


def test_equal_cases_are_those_of_the_same_version(tmp_path):
    folder = copy_to(tmp_path)
    assert load_case(folder) == load_case(GOOD)
    assert len({load_case(folder), load_case(GOOD)}) == 1
    replace(folder, "sources.csv", "2025", "2024")
    assert load_case(folder) != load_case(GOOD)


def test_a_case_survives_the_way_to_another_process():
    case = load_case(GOOD)
    assert case.summed
    again = pickle.loads(pickle.dumps(case))
    assert again == case
    assert again.performances == case.performances
    assert again.summed == case.summed


def test_a_case_does_not_change_after_reading():
    case = load_case(GOOD)
    with pytest.raises(ValueError, match="frozen"):
        case.criteria[0].unit = "hours"


@pytest.mark.parametrize("file", ["case.yaml", "performances.csv", "sources.csv", "profiles.yaml"])
def test_a_missing_file_is_named(file, tmp_path):
    case = copy_to(tmp_path)
    (case / file).unlink()
    with pytest.raises(CaseError) as caught:
        load_case(case)
    problem = caught.value.problems[0]
    assert (problem.file, problem.line) == (file, None)
    assert "the file is missing" in problem.text.get("en")
    assert "het bestand ontbreekt" in problem.text.get("nl")


def test_a_folder_that_does_not_exist_is_a_case_with_missing_files(tmp_path):
    with pytest.raises(CaseError, match="nowhere"):
        load_case(tmp_path / "nowhere")


def test_a_damaged_case_is_listed_as_its_error_and_the_others_still_open(tmp_path):
    copy_to(tmp_path)
    garbage = copy_to(tmp_path / "elsewhere").rename(tmp_path / "garbage")
    (garbage / "case.yaml").write_bytes(bytes(range(256)) * 50)  # the first line ends at byte 10, byte 128 is wrong
    wrong = copy_to(tmp_path / "elsewhere").rename(tmp_path / "wrong")
    (tmp_path / "not_a_case").mkdir()
    (tmp_path / "a_file.py").write_text("")

    found = available_cases(tmp_path)

    assert list(found) == ["garbage", "harbour_link", "wrong"]
    assert isinstance(found["garbage"], CaseError)
    assert "case.yaml, line 2: this is not UTF-8 text" in str(found["garbage"])
    assert found["harbour_link"].version == load_case(GOOD).version
    assert isinstance(found["wrong"], CaseError)
    assert "folder is named 'wrong'" in str(found["wrong"])
    assert wrong.exists()


def test_an_error_survives_the_way_to_another_process(tmp_path):
    with pytest.raises(CaseError) as caught:
        load_case(tmp_path / "nowhere")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
