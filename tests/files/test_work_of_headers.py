"""A header that repeats itself or names thousands of columns costs work as its length grows, never as its square."""

import csv
import sys
from collections.abc import Callable, Iterator

import pytest

from files import tables
from files.problems import FileProblems
from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from weighing.weightings_file import WeightingsError, read_weightings

CASE = loaded(GOOD)
KNOWN = "group,moving,living,money"


class Counted(str):
    """A cell of which each comparison is a call that can be counted."""

    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other)

    def strip(self, marks: str | None = None) -> "Counted":
        return Counted(str.strip(self, marks))


class Reader:
    """The reader of the standard library, with cells that are counted."""

    made = csv.reader

    def __init__(self, *given: object, **named: object) -> None:
        self._reader = Reader.made(*given, **named)

    @property
    def line_num(self) -> int:
        return self._reader.line_num

    def __iter__(self) -> Iterator[list[Counted]]:
        return ([Counted(cell) for cell in cells] for cells in self._reader)


def work(what: Callable[[], object]) -> int:
    """How many calls it takes, those of the interpreter's own functions too."""
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        what()
    finally:
        sys.setprofile(None)
    return calls


def a_table(names: list[str]) -> None:
    problems = FileProblems("table.csv")
    assert tables.read_table(",".join([KNOWN, *names]).encode(), KNOWN.split(","), problems) is None
    assert problems.listed()


def weightings(names: list[str]) -> None:
    with pytest.raises(WeightingsError):
        read_weightings(",".join([KNOWN, *names]).encode(), CASE)


@pytest.mark.parametrize("read", [a_table, weightings])
@pytest.mark.parametrize("names", ["money", "criterion:green", "criterion:x{}", "mony{}"])
def test_four_times_the_columns_is_four_times_the_work(read, names, monkeypatch):
    monkeypatch.setattr(tables.csv, "reader", Reader)
    few, many = ([names.format(number) for number in range(count)] for count in (500, 2000))
    work(lambda: read(few))  # what is read once and kept, such as the sentences
    assert work(lambda: read(many)) < 4.5 * work(lambda: read(few))
