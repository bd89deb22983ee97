"""A table of anonymous weightings: what it holds, in which dialects, and every mistake with its line."""

import pytest

from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from weighing.comparison import compare
from weighing.people import Person, room
from weighing.weighing import Weighing
from weighing.weightings_file import MOST_PEOPLE, WeightingsError, read_weightings

CASE = loaded(GOOD)
HEAD = "group,moving,living,money"
INSIDE = f"{HEAD},criterion:travel_time,criterion:reliability"


def read(*lines: str):
    return read_weightings("\n".join(lines).encode(), CASE)


def refused(*lines: str) -> list[tuple[int | None, str, str]]:
    """Line, English and Dutch words of every problem."""
    with pytest.raises(WeightingsError) as caught:
        read(*lines)
    return [(item.line, item.text.get("en"), item.text.get("nl")) for item in caught.value.problems]


def test_points_are_kept_as_they_were_given_and_an_empty_cell_was_not_weighed():
    (group, weighing), (nobody, other) = read(HEAD, "dockers,100,50,", ",0,100,12.5")
    assert (group, nobody) == ("dockers", "")
    assert weighing == Weighing("own", {"moving": 100.0, "living": 50.0})
    assert other.theme_points == {"moving": 0.0, "living": 100.0, "money": 12.5}
    assert not weighing.complete(CASE)
    assert other.complete(CASE)


def test_a_question_mark_says_that_somebody_does_not_know_and_the_room_counts_a_range():
    ((_, weighing),) = read(HEAD, "a,?,100,80")
    assert weighing == Weighing("own", {"living": 100.0, "money": 80.0}, unsure=frozenset({"moving"}))
    assert weighing.answered(CASE)
    found = room(CASE, [Person("", weighing)] * 7)
    comparison = compare(CASE, weighing)
    low, high = comparison.intervals[0]
    assert high > low + 1
    spread = found.everyone.totals[0]
    assert (spread.worst.middle, spread.best.middle) == pytest.approx((low, high))
    assert found.everyone.themes[0] is None  # nobody gave that theme a weight
    ((line, said, _),) = refused(INSIDE, "a,100,0,0,?,100")
    assert line == 2
    assert "'?' in column 'criterion:travel_time'" in said


def test_a_theme_may_be_weighed_inside_by_some_and_left_alone_by_others():
    (_, opened), (_, closed) = read(INSIDE, "a,100,0,0,100,25", "a,100,0,0,,")
    assert opened.criterion_points == {"travel_time": 100.0, "reliability": 25.0}
    assert closed.criterion_points == {}


def test_a_dutch_spreadsheet_holds_the_same_weightings():
    english = read(INSIDE, "a,100,62.5,7,100,25", "b,0.5,100,,,")
    lines = (INSIDE.replace(",", ";"), "a;100;62,5;7;100;25", "b;0,5;100;;;")
    assert read_weightings(b"\xef\xbb\xbf" + "\r\n".join(lines).encode(), CASE) == english


def test_columns_may_stand_in_any_order_and_space_in_a_group_is_no_difference():
    found = read("money,group,living,moving", "1, the  quay ,2,100", "1,the quay,100,3")
    assert [group for group, _ in found] == ["the quay", "the quay"]
    assert found[0][1].theme_points == {"moving": 100.0, "living": 2.0, "money": 1.0}


@pytest.mark.parametrize(
    ("lines", "line", "en", "nl"),
    [
        ((HEAD, "a,100,x,0"), 2, "'x' in column 'living' is not a number", "'x' in kolom 'living' is geen getal"),
        ((HEAD, "a,100,0,0", "a,90,0,0"), 3, "largest number of points is 90", "grootste aantal punten is 90"),
        ((HEAD, "a,101,100,0"), 2, "101 in column 'moving' lies outside", "101 in kolom 'moving' ligt buiten"),
        ((HEAD, "a,100,-1,0"), 2, "-1 in column 'living' lies outside", "-1 in kolom 'living' ligt buiten"),
        ((HEAD, "a,,,"), 2, "no theme was weighed", "geen thema gewogen"),
        ((HEAD, "Dock,100,0,0", "dock,100,0,0"), 3, "written 'Dock' in line 2", "in regel 2 geschreven als 'Dock'"),
        ((HEAD, "a" * 81 + ",100,0,0"), 2, "81 characters", "81 tekens"),
        ((HEAD,), None, "there are no weightings", "staan geen wegingen"),
        (("group,moving,living", "a,100,0"), 1, "column 'money' is missing", "kolom 'money' ontbreekt"),
        ((f"{HEAD},name", "a,100,0,0,Jan"), 1, "column 'name' is unknown", "kolom 'name' is onbekend"),
        ((f"{HEAD},criterion:green", "a,100,0,0,1"), 1, "some of its criteria only", "niet alle criteria een kolom"),
        ((f"{HEAD},criterion:harbour_view", "a,100,0,0,1"), 1, "is not in the sum", "telt niet mee in de som"),
        ((f"{HEAD},criterion:gren", "a,100,0,0,1"), 1, "did you mean 'green'?", "bedoelt u 'green'?"),
        ((INSIDE, "a,100,0,0,100,"), 2, "'criterion:reliability' is empty", "'criterion:reliability' leeg"),
        ((INSIDE, "a,100,0,0,50,40"), 2, "in theme 'moving' is 50", "in thema 'moving' is 50"),
        ((HEAD, "a,100,0"), 2, "this line has 3 cells", "deze regel heeft 3 cellen"),
    ],
)
def test_every_mistake_is_named_once_with_its_line_in_both_languages(lines, line, en, nl):
    (problem,) = refused(*lines)
    assert problem[0] == line
    assert en in problem[1]
    assert nl in problem[2]


def test_all_mistakes_come_at_once():
    found = refused(HEAD, "a,100,x,0", "a,90,0,0", "A,100,0,0")
    assert [line for line, _, _ in found] == [2, 3, 4]


def test_the_message_names_the_file_and_the_line():
    with pytest.raises(WeightingsError) as caught:
        read_weightings(f"{HEAD}\na,90,0,0".encode(), CASE, "zaal.csv")
    assert caught.value.message("nl").startswith("- zaal.csv, regel 2: ")
    assert str(caught.value).startswith("- zaal.csv, line 2: ")


def test_a_table_with_too_many_people_is_refused():
    (problem,) = refused(HEAD, *["a,100,0,0"] * (MOST_PEOPLE + 1))
    assert problem[0] == MOST_PEOPLE + 2
    assert f"at most {MOST_PEOPLE}" in problem[1]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"group;moving,living", b"PK\x03\x04\x00", b'"group'])
def test_a_file_that_is_no_such_table_is_refused_in_words(data):
    with pytest.raises(WeightingsError) as caught:
        read_weightings(data, CASE)
    assert all(problem.text.get("nl") and problem.text.get("en") for problem in caught.value.problems)


def test_a_group_that_looks_like_a_formula_is_text():
    assert read(HEAD, "=1+1,100,0,0")[0][0] == "=1+1"


def test_a_table_that_is_too_large_is_refused_as_a_whole(monkeypatch):
    monkeypatch.setattr("weighing.weightings_file.LARGEST_TABLE", 1_000_000)
    ((line, english, dutch),) = refused(HEAD, "a" * 1_000_000)
    assert line is None
    assert "1" in english
    assert "1" in dutch
