"""The claims about groups: impacts_by_group.csv, with one line for one claim."""

from collections.abc import Container
from typing import get_args

from cases.checks.cell_checks import check_word, text_there
from cases.definition.group_claims import Direction, GroupImpact, Role, Size
from cases.reading.case_ids import Outline
from cases.reading.claims import read_claims
from files.fields import Grade
from files.problems import FileProblems, shown
from files.tables import Row, Table

IMPACT_COLUMNS = (
    "group", "alternative", "criterion", "direction", "size", "value", "unit", "role",
    "sentence_nl", "sentence_en", "source", "grade",
)  # fmt: skip


def read_group_impacts(
    table: Table, case: Outline | None, source_ids: Container[str] | None, problems: FileProblems
) -> tuple[GroupImpact, ...]:
    """The claims in the order of the file.

    Args:
        table: impacts_by_group.csv.
        case: what case.yaml says; None when it cannot be read, and then only the cells themselves are checked.
        source_ids: what sources.csv holds; None when it cannot be read.
        problems: gets every mistake. The answer is complete only when nothing was noted.
    """
    found = read_claims(
        table, case, source_ids, problems,
        named=("group", "alternative"), perhaps=("criterion",),
        once=(("group", "alternative", "criterion", "direction", "role"), "groups.double_claim"), number="value",
    )  # fmt: skip
    impacts = []
    pairs = set()
    for row, value, meant in found:
        pairs.add((meant["group"], meant["alternative"]))
        _check_cells(row, problems)
        impacts.append(_impact(row, value, problems))
    if case is not None and table.whole:
        _check_every_pair(pairs, case, problems)
    return tuple(impacts)


def _check_every_pair(pairs: Container[tuple[str | None, str | None]], case: Outline, problems: FileProblems) -> None:
    """Every group has at least one claim about every alternative, if only that nobody knows."""
    for group in case.groups:
        for alternative in case.alternatives:
            if (group, alternative) not in pairs:
                problems.add(None, "groups.no_claim", group=group, alternative=alternative)


def _check_cells(row: Row, problems: FileProblems) -> None:
    cells = row.cells
    check_word(row, "direction", get_args(Direction), problems)
    check_word(row, "role", get_args(Role), problems)
    if cells["size"]:
        check_word(row, "size", get_args(Size), problems)
    if bool(cells["value"]) != bool(cells["unit"]):
        problems.add(row.at("value"), "groups.value_without_unit")
    moves = cells["direction"] in ("gain", "loss")
    if moves and not cells["size"] and not cells["value"]:
        problems.add(row.at("size"), "groups.no_size")
    if not moves and (cells["size"] not in ("", "unknown") or cells["value"]):
        problems.add(row.at("direction"), "groups.size_without_direction", direction=shown(cells["direction"]))
    if cells["grade"]:
        check_word(row, "grade", get_args(Grade), problems)
    if cells["direction"] != "unknown" and not (cells["source"] and cells["grade"]):
        problems.add(row.at("source"), "groups.no_evidence")


def _impact(row: Row, value: float | None, problems: FileProblems) -> GroupImpact:
    """The claim as it stands; what is wrong with it is noted."""
    cells = row.cells
    return GroupImpact(
        group=cells["group"],
        alternative=cells["alternative"],
        criterion=cells["criterion"] or None,
        direction=cells["direction"],  # type: ignore[arg-type]  # a word of the list, or that is noted
        size=cells["size"] or "unknown",  # type: ignore[arg-type]  # a word of the list, or that is noted
        value=value,
        unit=cells["unit"],
        role=cells["role"],  # type: ignore[arg-type]  # a word of the list, or that is noted
        sentence=text_there(row, "sentence", problems),
        sources=tuple(cells["source"].split()),
        grade=cells["grade"] or None,  # type: ignore[arg-type]  # a word of the list, or that is noted
        line=row.line,
    )
