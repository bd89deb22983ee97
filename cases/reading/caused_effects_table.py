"""Which effects follow which cause: effects_by_cause.csv, with one line for one effect."""

from collections.abc import Mapping, Sequence
from typing import get_args

from cases.checks.cell_checks import check_word
from cases.definition.model import Performance
from cases.definition.shared_cause import CausedEffect, Strength, Way
from cases.reading.case_ids import Outline
from cases.reading.claims import read_claims
from files.problems import FileProblems, shown
from files.tables import Table

CAUSED_COLUMNS = ("cause", "alternative", "criterion", "way", "strength")


def caused_columns(names: Sequence[str]) -> Sequence[str]:
    """The columns of a file with this header: before there was a strength every effect followed wholly."""
    return CAUSED_COLUMNS if "strength" in names else CAUSED_COLUMNS[:-1]


def read_caused_effects(
    table: Table,
    case: Outline | None,
    performances: Mapping[tuple[str, str], Performance] | None,
    problems: FileProblems,
) -> tuple[CausedEffect, ...]:
    """The effects in the order of the file.

    Args:
        table: effects_by_cause.csv.
        case: what case.yaml says; None when it cannot be read, and then only the cells themselves are checked.
        performances: what performances.csv holds; None when it cannot be read.
        problems: gets every mistake. The answer is complete only when nothing was noted.
    """
    found = read_claims(
        table, case, None, problems,
        named=("cause", "alternative", "criterion"), once=(("criterion", "alternative"), "causes.double"),
    )  # fmt: skip
    effects = []
    for row, _, _ in found:
        check_word(row, "way", get_args(Way), problems)
        strength = row.cells.get("strength") or "wholly"
        if strength != "wholly":
            check_word(row, "strength", get_args(Strength), problems)
        alternative, criterion = row.cells["alternative"], row.cells["criterion"]
        cell = (performances or {}).get((alternative, criterion))
        if cell is not None and (cell.low is None or cell.low == cell.high):
            named = {"alternative": shown(alternative), "criterion": shown(criterion)}
            problems.add(row.at("criterion"), "causes.no_range", **named)
        effects.append(
            CausedEffect(
                row.cells["cause"],
                alternative,
                criterion,
                row.cells["way"],  # type: ignore[arg-type]  # a word of the list, or that is noted
                strength,  # type: ignore[arg-type]  # the same
                row.line,
            )
        )
    return tuple(effects)
