"""Futures in a case: what a file says, that a workbook keeps it, and what is refused."""

import re

import pytest

from cases.definition.model import Case, Performance
from cases.reading.case_folder import read_files
from cases.reading.loader import CaseError, case_from_files
from cases.workbook.case_data import tables
from files.problems import Problems
from tests.cases.harbour import GOOD


def good() -> dict[str, bytes]:
    return read_files(GOOD, Problems())


def refused(files: dict[str, bytes]) -> CaseError:
    with pytest.raises(CaseError) as caught:
        case_from_files(files, GOOD.name)
    return caught.value


def test_a_line_says_what_an_effect_becomes_and_all_others_stay_out():
    case: Case = case_from_files(good(), GOOD.name)
    assert [future.id for future in case.futures] == ["busy", "dear"]
    effect: Performance = case.future_effects["busy", "ring_road", "travel_time"]
    assert (effect.value, effect.low, effect.high, effect.grade) == (35, 30, 38, "D")
    assert case.future_effects["busy", "tram", "reliability"].value == 1  # sometimes_late is class 1, from 0
    assert list(case.future_effects) == [
        ("busy", "ring_road", "travel_time"), ("busy", "tram", "travel_time"), ("busy", "tram", "reliability"),
        ("dear", "ring_road", "cost"), ("dear", "tram", "cost"),
    ]  # fmt: skip
    assert tables(case)["futures.csv"][2]["value"] == "sometimes_late"


def test_a_case_without_futures_needs_no_file_and_has_none():
    files = good()
    files["case.yaml"] = re.sub(rb"\nfutures:\n(  .*\n)+", b"\n", files["case.yaml"])
    del files["futures.csv"]
    case = case_from_files(files, GOOD.name)
    assert case.futures == ()
    assert case.future_effects == {}


def test_futures_without_their_file_are_refused_in_both_languages():
    files = good()
    del files["futures.csv"]
    error = refused(files)
    assert [problem.file for problem in error.problems] == ["futures.csv"]
    assert "case.yaml names futures" in str(error)
    assert "noemt toekomsten" in error.message("nl")


def test_a_file_without_futures_names_each_as_unknown():
    files = good()
    files["case.yaml"] = re.sub(rb"\nfutures:\n(  .*\n)+", b"\n", files["case.yaml"])
    error = refused(files)
    assert [(found.file, found.line) for found in error.problems] == [("futures.csv", line) for line in range(2, 7)]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("", id="without lines"),
        pytest.param("dear,tram,cost,240000,201250.75,312000,1000 EUR,S2,D,,\n", id="equal to today"),
    ],
)
def test_a_future_that_changes_nothing_is_refused_at_its_place(lines):
    files = good()
    kept = files["futures.csv"].decode().split("dear,")[0]
    files["futures.csv"] = (kept + lines).encode()
    error = refused(files)
    place = files["case.yaml"].decode().splitlines().index("  - id: dear") + 1
    assert [(found.file, found.line) for found in error.problems] == [("case.yaml", place)]
    assert "future 'dear': this future changes no effect at all" in str(error)
    assert "toekomst 'dear': deze toekomst verandert geen enkel effect" in error.message("nl")
