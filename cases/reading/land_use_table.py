"""What the land is used for: land_use.csv, with one line for one claim."""

from collections.abc import Container
from typing import get_args

from cases.checks.cell_checks import check_word
from cases.definition.land_use import UsedLand
from cases.reading.case_ids import Outline
from cases.reading.claims import read_claims
from files.fields import Grade
from files.problems import FileProblems, shown
from files.tables import Row, Table

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
    found = read_claims(
        table, case, source_ids, problems,
        named=("alternative", "use"), once=(("use", "alternative"), "land.double"), number="amount",
    )  # fmt: skip
    claims = []
    sums: dict[str, float] = {}
    for row, amount, _ in found:
        alternative = row.cells["alternative"]
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
