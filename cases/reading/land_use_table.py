"""What the land is used for: land_use.csv, with one line for one claim."""

from collections.abc import Container
from typing import get_args

from cases.checks.cell_checks import check_sources, check_word
from cases.definition.land_use import UsedLand
from cases.reading.case_ids import Outline, known_or_meant
from files.decimals import NumberCell, read_numbers
from files.fields import Grade
from files.places import place_words
from files.problems import FileProblems, shown
from files.tables import Row, Table
from texts.message import message

LAND_COLUMNS = ("alternative", "use", "amount", "source", "grade")
NEAR = 1e-9
"""Sums of decimals may be off by this part of the total."""


def read_land_use(
    table: Table, case: Outline | None, source_ids: Container[str] | None, problems: FileProblems
) -> tuple[UsedLand, ...]:
    """The claims in the order of the file.

    Args:
        table: land_use.csv.
        case: what case.yaml says; None when it cannot be read, and then only the cells themselves are checked.
        source_ids: what sources.csv holds; None when it cannot be read.
        problems: gets every mistake. The answer is complete only when nothing was noted.
    """
    numbers = read_numbers(
        [NumberCell(row.line, "amount", row.cells["amount"]) for row in table.rows if row.cells["amount"]], problems
    )
    claims = []
    first: dict[tuple[str, str], Row] = {}
    sums: dict[str, float] = {}
    for row in table.rows:
        alternative, use = row.cells["alternative"], row.cells["use"]
        if case is not None:
            known_or_meant(
                row.at("alternative"), alternative, case.alternatives, message("kinds.alternative"), problems
            )
            known_or_meant(row.at("use"), use, case.land_uses, message("kinds.land_use"), problems)
        if (alternative, use) in first:
            there = place_words(first[alternative, use].at())
            problems.add(row.at("use"), "land.double", use=shown(use), alternative=shown(alternative), there=there)
        first.setdefault((alternative, use), row)
        check_sources(row, source_ids, problems)
        amount = numbers.get((row.line, "amount"))
        _check_cells(row, amount, problems)
        before = sums.get(alternative, 0.0)
        sums[alternative] = before + max(amount or 0.0, 0.0)
        most = case.land_total if case is not None else None
        if most is not None and before <= most * (1 + NEAR) < sums[alternative]:
            problems.add(
                row.at("amount"), "land.too_much", alternative=shown(alternative), sum=sums[alternative], total=most
            )
        claims.append(_claim(row, amount))
    return tuple(claims)


def _check_cells(row: Row, amount: float | None, problems: FileProblems) -> None:
    cells = row.cells
    if amount is not None and amount <= 0:
        problems.add(row.at("amount"), "land.not_positive", amount=amount)
    if cells["grade"]:
        check_word(row, "grade", get_args(Grade), problems)
    if cells["amount"] and not (cells["source"] and cells["grade"]):
        problems.add(row.at("source"), "land.no_evidence")


def _claim(row: Row, amount: float | None) -> UsedLand:
    """The claim as it stands; what is wrong with it has been noted."""
    cells = row.cells
    return UsedLand(
        alternative=cells["alternative"],
        use=cells["use"],
        amount=amount,
        sources=tuple(cells["source"].split()),
        grade=cells["grade"] or None,  # type: ignore[arg-type]
        line=row.line,
    )
