"""Tables as Dutch and English spreadsheets write them."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.reading.loader import load_case
from files.decimals import NumberCell, read_numbers
from files.problems import FileProblems
from files.tables import read_table
from tests.cases.harbour import GOOD, copy_to, in_dialect

DIALECTS = {
    "English": (",", ".", "", ""),
    "English with thousands commas": (",", ".", ",", ""),
    "Dutch": (";", ",", "", "\ufeff"),
    "Dutch with thousands points": (";", ",", ".", "\ufeff"),
    "semicolons with points": (";", ".", "", ""),
    "commas in quotes": (",", ",", "", ""),
}


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_the_same_case_in_another_dialect_holds_the_same_effects(dialect, tmp_path):
    delimiter, decimal, thousands, mark = dialect
    case = copy_to(tmp_path)
    for file in ("performances.csv", "sources.csv", "expected.csv"):
        text = in_dialect((GOOD / file).read_text(encoding="utf-8"), delimiter, decimal, thousands)
        (case / file).write_bytes((mark + text).encode())
    loaded, good = load_case(case), load_case(GOOD)
    assert loaded.performances == good.performances
    assert loaded.sources == good.sources
    assert loaded.expected == good.expected


def test_the_dutch_dialect_test_really_writes_dutch():
    text = in_dialect((GOOD / "performances.csv").read_text(encoding="utf-8"), ";", ",", ".")
    assert "tram;cost;240.000;201.250,75;312.000;1000 EUR;S1;C;;\r\n" in text


def numbers(*texts):
    """What these cells of one file mean, and the lines (from 1) that were refused."""
    problems = FileProblems("table.csv")
    cells = [NumberCell(line, "value", text) for line, text in enumerate(texts, start=1)]
    found = read_numbers(cells, problems)
    return [found.get((cell.line, "value")) for cell in cells], [problem.line for problem in problems.listed()]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("0", 0), ("-3", -3), ("+3", 3), ("\N{MINUS SIGN}3", -3), ("1200", 1200), ("1e3", 1000), ("007", 7),
        ("1.5", 1.5), ("1,5", 1.5), ("0.125", 0.125), ("0,125", 0.125), ("1234.567", 1234.567), ("1234,567", 1234.567),
        ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1.234.567", 1234567), ("1,234,567", 1234567),
        ("-1.234,50", -1234.5), ("1.2345", 1.2345), (",5", 0.5), (".5", 0.5),
    ],
)  # fmt: skip
def test_a_number_that_can_be_read_in_one_way_is_read(text, meaning):
    assert numbers(text) == ([meaning], [])


@pytest.mark.parametrize("text", ["1.234", "1,234", "-12.345", "999,000"])
def test_a_number_that_can_be_read_in_two_ways_is_refused_when_nothing_else_decides(text):
    assert numbers(text, "7") == ([None, 7], [1])


def test_a_number_that_can_be_read_in_two_ways_follows_the_rest_of_the_file():
    assert numbers("1.234", "0.5") == ([1.234, 0.5], [])
    assert numbers("1,234", "0.5") == ([1234, 0.5], [])
    assert numbers("1.234", "0,5") == ([1234, 0.5], [])
    assert numbers("1,234", "0,5") == ([1.234, 0.5], [])


def test_the_refusal_says_how_to_write_the_two_meanings():
    problems = FileProblems("table.csv")
    read_numbers([NumberCell(4, "value", "1.234")], problems)
    (problem,) = problems.listed()
    assert "Write 1234 without a mark, or 1.2340 if '.' is the decimal mark" in problem.text.get("en")
    assert "Schrijf 1234 zonder teken, of 1.2340 als '.' het decimaalteken is" in problem.text.get("nl")
    assert numbers("1234") == ([1234], [])
    assert numbers("1.2340") == ([1.234], [])


@pytest.mark.parametrize(
    "text",
    [
        "n/a",
        "-",
        "nan",
        "inf",
        "1.2.3",
        "1,2,3",
        "12.34,5",
        "1 23 456",
        "12 34",
        "€ 5",
        "5%",
        "1e",
        "1_000",
        "0x10",
        "٣",
        ".",
    ],
)
def test_what_is_not_a_number_is_refused(text):
    assert numbers(text) == ([None], [1])


def test_a_mixture_of_decimal_marks_is_refused_at_the_first_odd_one():
    assert numbers("1.5", "2,5", "3.5", "4,5")[1] == [2]
    assert numbers("1,5", "2.5", "3,5")[1] == [2]
    assert numbers("2.5", "1,5", "3,5")[1] == [1]


@given(st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=20))
def test_dutch_and_english_writing_mean_the_same(values):
    english = [f"{value:,.2f}" for value in values]
    dutch = [text.translate(str.maketrans(".,", ",.")) for text in english]
    assert numbers(*english) == numbers(*dutch) == ([float(value) for value in values], [])


def table(text, columns=("name", "note")):
    problems = FileProblems("table.csv")
    return read_table(text.encode(), columns, problems), [problem.line for problem in problems.listed()]


def test_columns_may_stand_in_any_order_and_empty_lines_are_passed_over():
    found, refused = table('note;name\r\n\r\n"two\r\nlines"; a \r\n;;\r\n'.replace(";;", ";"))
    assert refused == []
    assert [(row.line, row.cells) for row in found.rows] == [(3, {"note": "two\r\nlines", "name": "a"})]


def test_a_line_after_a_cell_of_two_lines_keeps_its_own_number():
    found, refused = table('name,note\na,"one\ntwo"\nb,x,y\nc,z\n')
    assert refused == [4]
    assert [row.line for row in found.rows] == [2, 5]
    assert not found.whole


def test_lines_that_do_not_fit_are_all_named():
    found, refused = table("name,note\na\nb,x\nc,1,2\n")
    assert refused == [2, 4]
    assert [row.cells["name"] for row in found.rows] == ["b"]


def test_a_class_is_not_taken_for_a_number(tmp_path):
    case = copy_to(tmp_path)
    for file in ("case.yaml", "performances.csv", "futures.csv"):
        text = (case / file).read_text(encoding="utf-8")
        (case / file).write_text(text.replace("often_late", "a1").replace("sometimes_late", "b1"), encoding="utf-8")
    good = load_case(GOOD).performances[("ring_road", "reliability")]
    found = load_case(case).performances[("ring_road", "reliability")]
    assert found == dataclasses.replace(good, class_id="b1")
