"""The table of factors: every cell checked, every mistake named."""

import re
from collections.abc import Iterable, Mapping

from files.decimals import NumberCell, read_numbers
from files.fields import Text
from files.problems import FileProblems, shown, suggestion
from files.tables import Row, Table, in_languages, text_in
from valuation.amounts import AmountRange, Basis
from valuation.factor_set import COST_TYPES, KINDS, VERIFIED, Factor
from valuation.units import check_unit, known_words

_NUMBERS = ("low", "central", "high")
COLUMNS = (
    "id", "impact_nl", "impact_en", "unit", *_NUMBERS, "cost_type", "kind", "right_nl", "right_en", "biome", "source",
    "verified", "note_nl", "note_en",
)  # fmt: skip
_NEEDED = ("id", "impact_nl", "unit", "cost_type", "kind", "right_nl", "source", "verified")
"""Of a text the columns of all languages count as one."""
ID = re.compile(r"[a-z][a-z0-9_]{0,59}")


def read_factors(table: Table, basis: Basis, problems: FileProblems) -> Mapping[str, Factor]:
    """The factors by id, in the order of the file.

    Args:
        table: factors.csv.
        basis: of all amounts in it.
        problems: gets every mistake. The answer is complete only when nothing was noted.
    """
    cells = [
        NumberCell(row.line, column, row.cells[column])
        for row in table.rows
        for column in _NUMBERS
        if row.cells[column]
    ]
    numbers = read_numbers(cells, problems)
    factors: dict[str, Factor] = {}
    lines: dict[str, int] = {}
    for row in table.rows:
        key = row.cells["id"]
        if key in lines:
            problems.add(row.line, "factor_sets.double", found=shown(key), first=lines[key])
        elif key:
            lines[key] = row.line
        _check_cells(row, basis, problems)
        found = {column: numbers[row.line, column] for column in _NUMBERS if (row.line, column) in numbers}
        whole = len(found) == sum(bool(row.cells[column]) for column in _NUMBERS)
        value = _value(row, found, basis, problems) if whole else AmountRange()
        factors.setdefault(key, _factor(row, value, basis))
    if not table.rows and table.whole:
        problems.add(None, "factor_sets.no_factors")
    return factors


def _factor(row: Row, value: AmountRange, basis: Basis) -> Factor:
    """The factor as it stands; what is wrong with it has been noted."""
    cells = row.cells
    return Factor(
        id=cells["id"],
        impact=text_in(cells, "impact") or Text(nl="-"),
        unit=cells["unit"],
        value=value,
        cost_type=cells["cost_type"],
        kind=cells["kind"],  # type: ignore[arg-type]  # one of KINDS, or that is noted
        right=text_in(cells, "right") or Text(nl="-"),
        biome=cells["biome"] or None,
        source=cells["source"],
        verified=cells["verified"],
        note=text_in(cells, "note"),
        basis=basis,
    )


def _check_cells(row: Row, basis: Basis, problems: FileProblems) -> None:
    cells, line = row.cells, row.line
    for column in _NEEDED:
        if not any(cells[name] for name in in_languages(column) or (column,)):
            problems.add(line, "factor_sets.empty", column=column)
    if cells["id"] and not ID.fullmatch(cells["id"]):
        problems.add(line, "factor_sets.id", found=shown(cells["id"]))
    if cells["unit"]:
        _check_unit(cells["unit"], line, problems)
    if cells["biome"] and not cells["id"].endswith(f"_{cells['biome']}"):
        problems.add(line, "factor_sets.biome", found=shown(cells["id"]), biome=shown(cells["biome"]))
    _check_choice(cells["kind"], "kind", KINDS[basis.frame], line, problems)
    _check_choice(cells["verified"], "verified", VERIFIED, line, problems)
    for part in cells["cost_type"].split("+") if cells["cost_type"] else []:
        _check_choice(part, "cost_type", COST_TYPES[basis.frame], line, problems)


def _value(row: Row, found: Mapping[str, float], basis: Basis, problems: FileProblems) -> AmountRange:
    """The numbers of a line, each of which could be read; no number where they do not fit together."""
    given = list(found.values())
    if row.cells["kind"] == "transfer" and given:
        problems.add(row.line, "factor_sets.transfer")
    elif ("low" in found) != ("high" in found):
        problems.add(row.line, "factor_sets.half_a_range")
    elif given != sorted(given):
        problems.add(row.line, "factor_sets.order", numbers=", ".join(f"{value:g}" for value in given))
    elif basis.frame == "true_price" and any(value < 0 for value in given):
        problems.add(row.line, "factor_sets.negative", lowest=min(given))
    else:
        return AmountRange(**found)
    return AmountRange()


def _check_unit(unit: str, line: int, problems: FileProblems) -> None:
    try:
        check_unit(unit)
    except ValueError:
        end = suggestion(unit.rsplit(maxsplit=1)[-1], known_words())
        problems.add(line, "factor_sets.unit", found=shown(unit), end=end)


def _check_choice(found: str, column: str, allowed: Iterable[str], line: int, problems: FileProblems) -> None:
    if found and found not in allowed:
        end = suggestion(found, allowed)
        problems.add(line, "factor_sets.no_choice", column=column, found=shown(found), end=end)
