"""The tables of a case: performances.csv, sources.csv and expected.csv."""

import re
from collections.abc import Container, Iterable
from itertools import pairwise
from typing import get_args

from cases.checks.cell_checks import check_sources
from cases.definition.expected_total import ExpectedTotal
from cases.definition.model import Performance, Source
from cases.reading.case_ids import Outline, known_or_meant
from files.decimals import NumberCell, decimals_of, looks_like_number, read_numbers
from files.fields import Grade, Text, yes_or_no
from files.places import place_words
from files.problems import FileProblems, shown
from files.tables import Row, Table
from texts.message import message

_NUMBERS = ("value", "low", "high")
PERFORMANCE_COLUMNS = ("alternative", "criterion", *_NUMBERS, "unit", "source", "grade", "note_nl", "note_en")
SOURCE_COLUMNS = ("id", "title_nl", "title_en", "publisher", "year", "address", "complete")
EXPECTED_COLUMNS = ("profile", "alternative", "total")

_GRADES = get_args(Grade)


def read_sources(table: Table, problems: FileProblems) -> dict[str, Source]:
    """The sources by id; lines with a mistake are in the answer too, so that other files can name them."""
    sources: dict[str, Source] = {}
    first: dict[str, Row] = {}
    for row in table.rows:
        cells = row.cells
        key = cells["id"]
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}", key):
            problems.add(row.at("id"), "sources.id", key=shown(key))
            continue
        if key in sources:
            there = place_words(first[key].at())
            problems.add(row.at("id"), "sources.double", key=key, there=there)
            continue
        for column in ("title_nl", "title_en"):
            if not cells[column]:
                problems.add(row.at(column), "sources.no_title", column=column, key=key)
        if not re.fullmatch(r"(\d{4}([-\N{EN DASH}]\d{4})?)?", cells["year"]):
            problems.add(row.at("year"), "sources.year", year=shown(cells["year"]))
        complete = yes_or_no(cells["complete"])
        if complete is None:
            problems.add(row.at("complete"), "sources.complete", complete=shown(cells["complete"]))
        title = Text(nl=cells["title_nl"] or key, en=cells["title_en"] or key)
        sources[key] = Source(key, title, cells["publisher"], cells["year"], cells["address"], bool(complete))
        first[key] = row
    return sources


def read_performances(
    table: Table, case: Outline | None, source_ids: Container[str] | None, problems: FileProblems
) -> dict[tuple[str, str], Performance]:
    """The effects by (alternative, criterion).

    Args:
        table: performances.csv.
        case: what case.yaml says; None when it cannot be read, and then only the numbers and double lines are checked.
        source_ids: what sources.csv holds; None when it cannot be read.
        problems: gets every mistake. The answer is complete only when nothing was noted.
    """
    pairs = [(row, *_pair(row, case, problems)) for row in table.rows]
    numbers = _numbers(pairs, case, problems)
    performances: dict[tuple[str, str], Performance] = {}
    first: dict[tuple[str, str], Row] = {}
    for row, alternative, criterion in pairs:
        if alternative is None or criterion is None:
            continue
        if (alternative, criterion) in performances:
            there = place_words(first[(alternative, criterion)].at())
            problems.add(
                row.at("alternative"), "performances.double", alternative=alternative, criterion=criterion, there=there
            )
            continue
        first[(alternative, criterion)] = row
        found = numbers.get(row.line, (None, None, None))
        performances[(alternative, criterion)] = _performance(row, criterion, found, case, problems)
        check_sources(row, source_ids, problems)
    if case is not None and table.whole:
        _check_complete(performances, case, problems)
    return performances


def read_expected(
    table: Table, case: Outline | None, profiles: Iterable[str] | None, problems: FileProblems
) -> dict[tuple[str, str], ExpectedTotal]:
    """The totals by (profile, alternative)."""
    cells = [NumberCell(row.line, "total", row.cells["total"]) for row in table.rows if row.cells["total"]]
    numbers = read_numbers(cells, problems)
    expected: dict[tuple[str, str], ExpectedTotal] = {}
    profiles = None if profiles is None else list(profiles)
    for row in table.rows:
        pair = (row.cells["profile"], row.cells["alternative"])
        if profiles is not None:
            known_or_meant(row.at("profile"), pair[0], profiles, message("kinds.profile"), problems)
        if case is not None:
            known_or_meant(row.at("alternative"), pair[1], case.alternatives, message("kinds.alternative"), problems)
        if pair in expected:
            problems.add(row.at("profile"), "expected.double", profile=shown(pair[0]), alternative=shown(pair[1]))
        total = numbers.get((row.line, "total"))
        if total is not None and not 0 <= total <= 100:
            problems.add(row.at("total"), "expected.outside", total=total)
        expected.setdefault(pair, ExpectedTotal(total, decimals_of(row.cells["total"]), row.at("total")))
    return expected


def _pair(row: Row, case: Outline | None, problems: FileProblems) -> tuple[str | None, str | None]:
    """The alternative and criterion of a line, or the ones that were probably meant."""
    alternative, criterion = row.cells["alternative"], row.cells["criterion"]
    if case is None or (alternative in case.alternatives and criterion in case.criteria):
        return alternative, criterion
    return (
        known_or_meant(row.at("alternative"), alternative, case.alternatives, message("kinds.alternative"), problems),
        known_or_meant(row.at("criterion"), criterion, case.criteria, message("kinds.criterion"), problems),
    )


_Triple = tuple[float | None, float | None, float | None]


def _numbers(
    pairs: list[tuple[Row, str | None, str | None]], case: Outline | None, problems: FileProblems
) -> dict[int, _Triple]:
    """Value, low and high by line; None where the cell is empty or wrong. A class becomes its number, from 0."""
    cells = []
    classes: dict[tuple[int, str], float] = {}
    for row, _, criterion in pairs:
        ids = case.criteria[criterion].classes if case is not None and criterion is not None else None
        for column in _NUMBERS:
            text = row.cells[column]
            if not text:
                continue
            if ids is not None and criterion is not None:
                meant = known_or_meant(row.at(column), text, ids, message("kinds.class", criterion=criterion), problems)
                if meant is not None:
                    classes[(row.line, column)] = float(ids.index(meant))
            elif case is not None or looks_like_number(text):
                cells.append(NumberCell(row.line, column, text))
    found = read_numbers(cells, problems) | classes
    return {
        row.line: (found.get((row.line, "value")), found.get((row.line, "low")), found.get((row.line, "high")))
        for row, _, _ in pairs
    }


def _performance(
    row: Row, criterion: str, numbers: _Triple, case: Outline | None, problems: FileProblems
) -> Performance:
    cells = row.cells
    value, low, high = numbers
    known = case.criteria[criterion] if case is not None else None
    unit = known.unit if known is not None else None
    if unit is not None and cells["unit"] != unit:
        problems.add(
            row.at("unit"), "performances.unit", unit=shown(cells["unit"]), criterion=criterion, criterion_unit=unit
        )
    _check_known_or_explained(row, problems)
    order = [(word, number) for word, number in (("low", low), ("value", value), ("high", high)) if number is not None]
    for (left, smaller), (right, larger) in pairwise(order):
        if smaller > larger:
            problems.add(
                row.at(left),
                "performances.order",
                left=left,
                smaller=shown(cells[left]),
                right=right,
                larger=shown(cells[right]),
            )
    if cells["grade"] and cells["grade"] not in _GRADES:
        problems.add(row.at("grade"), "performances.grade", grade=shown(cells["grade"]))
    if bool(cells["note_nl"]) != bool(cells["note_en"]) and cells["value"]:
        problems.add(row.at("note_nl"), "performances.note_in_one_language")
    both = cells["note_nl"] and cells["note_en"]
    return Performance(
        value=value,
        low=low,
        high=high,
        class_id=cells["value"] or None if known is not None and known.classes is not None else None,
        unit=cells["unit"],
        sources=tuple(cells["source"].split()),
        grade=cells["grade"] or None,  # type: ignore[arg-type]  # a word of the list, or that is noted
        note=Text(nl=cells["note_nl"], en=cells["note_en"]) if both else None,
        line=row.line,
    )


def _check_known_or_explained(row: Row, problems: FileProblems) -> None:
    cells = row.cells
    if not cells["value"]:
        if cells["low"] or cells["high"]:
            problems.add(row.at("value"), "performances.range_without_value")
        elif not (cells["note_nl"] and cells["note_en"]):
            problems.add(row.at("value"), "performances.not_explained")
        return
    if bool(cells["low"]) != bool(cells["high"]):
        problems.add(row.at("low"), "performances.half_a_range")
    if not cells["source"]:
        problems.add(row.at("source"), "performances.no_source")
    if not cells["grade"]:
        problems.add(row.at("grade"), "performances.no_grade")


def _check_complete(performances: Container[tuple[str, str]], case: Outline, problems: FileProblems) -> None:
    for alternative in case.alternatives:
        for criterion in case.criteria:
            if (alternative, criterion) not in performances:
                problems.add(None, "performances.missing", alternative=alternative, criterion=criterion)
