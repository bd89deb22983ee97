"""The tables of a case: performances.csv, sources.csv and expected.csv."""

import re
from collections.abc import Container, Iterable

from cases.definition.expected_total import ExpectedTotal
from cases.definition.model import Performance, Source
from cases.reading.case_ids import Outline, known_or_meant
from cases.reading.effect_lines import EFFECT_COLUMNS, read_effect_lines
from files.decimals import NumberCell, decimals_of, read_numbers
from files.fields import Text, yes_or_no
from files.places import place_words
from files.problems import FileProblems, shown
from files.tables import Row, Table, text_in
from texts.message import message

PERFORMANCE_COLUMNS = ("alternative", "criterion", *EFFECT_COLUMNS)
SOURCE_COLUMNS = ("id", "title_nl", "title_en", "publisher", "year", "address", "complete")
EXPECTED_COLUMNS = ("profile", "alternative", "total")


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
        title = text_in(cells, "title")
        if title is None:
            problems.add(row.at("title_nl"), "sources.no_title", key=key)
        if not re.fullmatch(r"(\d{4}([-\N{EN DASH}]\d{4})?)?", cells["year"]):
            problems.add(row.at("year"), "sources.year", year=shown(cells["year"]))
        complete = yes_or_no(cells["complete"])
        if complete is None:
            problems.add(row.at("complete"), "sources.complete", complete=shown(cells["complete"]))
        sources[key] = Source(
            key, title or Text(nl=key), cells["publisher"], cells["year"], cells["address"], bool(complete)
        )
        first[key] = row
    return sources


def read_performances(
    table: Table,
    case: Outline | None,
    source_ids: Container[str] | None,
    problems: FileProblems,
    draft: bool = False,
) -> dict[tuple[str, str], Performance]:
    """The effects by (alternative, criterion).

    Args:
        table: performances.csv.
        case: what case.yaml says; None when it cannot be read, and then only the numbers and double lines are checked.
        source_ids: what sources.csv holds; None when it cannot be read.
        problems: gets every mistake. The answer is complete only when nothing was noted.
        draft: True where effects, sources, grades and reasons may be missing.
    """
    found = read_effect_lines(table, case, source_ids, problems, named=("alternative", "criterion"), draft=draft)
    performances = {(alternative, criterion): effect for (alternative, criterion), effect in found.items()}
    if case is not None and table.whole and not draft:
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


def _check_complete(performances: Container[tuple[str, str]], case: Outline, problems: FileProblems) -> None:
    for alternative in case.alternatives:
        for criterion in case.criteria:
            if (alternative, criterion) not in performances:
                problems.add(None, "performances.missing", alternative=alternative, criterion=criterion)
