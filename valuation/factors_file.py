"""The table of factors: every cell checked, every mistake named."""

import re
from collections.abc import Mapping

from valuation.amounts import AmountRange, Basis
from valuation.factor_set import COST_TYPES, KINDS, VERIFIED, Factor
from valuation.set_problems import FileProblems, Text, did_you_mean, shown
from valuation.set_reading import Row, number, read_table
from valuation.units import check_unit, known_words

COLUMNS = (
    "id", "impact_nl", "impact_en", "unit", "low", "central", "high", "cost_type", "kind", "right_nl", "right_en",
    "biome", "source", "verified", "note_nl", "note_en",
)  # fmt: skip
_NEEDED = ("id", "impact_nl", "impact_en", "unit", "cost_type", "kind", "right_nl", "right_en", "source", "verified")
ID = re.compile(r"[a-z][a-z0-9_]{0,59}")


def read_factors(text: str, basis: Basis, problems: FileProblems) -> Mapping[str, Factor]:
    """The factors by id, in the order of the file; what is wrong is noted in ``problems``."""
    factors: dict[str, Factor] = {}
    lines: dict[str, int] = {}
    for row in read_table(text, COLUMNS, problems):
        factor = _factor(row, basis, problems)
        found = row.cells["id"]
        if found in lines:
            problems.add(
                row.line,
                f"factor '{found}' is here for the second time (first in line {lines[found]}). Keep one of the two",
                f"factor '{found}' staat hier voor de tweede keer (eerst in regel {lines[found]}). Houd één van "
                f"de twee",
            )
        elif found:
            lines[found] = row.line
        if factor is not None:
            factors.setdefault(factor.id, factor)
    if not lines and not problems.found:
        problems.add(
            None, "there are no factors. Add at least one line", "er zijn geen factoren. Voeg minstens één regel toe"
        )
    return factors


def _factor(row: Row, basis: Basis, problems: FileProblems) -> Factor | None:
    before = len(problems.found)
    cells, line = row.cells, row.line
    for column in _NEEDED:
        if not cells[column]:
            problems.add(line, f"'{column}' is empty. Fill it in", f"'{column}' is leeg. Vul het in")
    if cells["id"] and not ID.fullmatch(cells["id"]):
        problems.add(
            line,
            f"'{shown(cells['id'])}' cannot be an id. Use small letters, digits and _, starting with a letter, "
            f"at most 60",
            f"'{shown(cells['id'])}' kan geen id zijn. Gebruik kleine letters, cijfers en _, te beginnen met "
            f"een letter, "
            "hoogstens 60",
        )
    if cells["unit"]:
        _check_unit(cells["unit"], line, problems)
    if cells["biome"] and not cells["id"].endswith(f"_{cells['biome']}"):
        problems.add(
            line,
            f"the id '{shown(cells['id'])}' must end with its biome: ..._{shown(cells['biome'])}",
            f"de id '{shown(cells['id'])}' moet eindigen op het bioom: ..._{shown(cells['biome'])}",
        )
    _check_choice(cells["kind"], "kind", KINDS[basis.frame], line, problems)
    _check_choice(cells["verified"], "verified", VERIFIED, line, problems)
    for part in cells["cost_type"].split("+") if cells["cost_type"] else []:
        _check_choice(part, "cost_type", COST_TYPES[basis.frame], line, problems)
    value = _value(row, basis, problems)
    if value is None or len(problems.found) > before:
        return None
    return Factor(
        id=cells["id"],
        impact=Text(nl=cells["impact_nl"], en=cells["impact_en"]),
        unit=cells["unit"],
        value=value,
        cost_type=cells["cost_type"],
        kind=cells["kind"],  # type: ignore[arg-type]  # checked above
        right=Text(nl=cells["right_nl"], en=cells["right_en"]),
        biome=cells["biome"] or None,
        source=cells["source"],
        verified=cells["verified"],
        note=Text(nl=cells["note_nl"], en=cells["note_en"]),
        basis=basis,
    )


def _value(row: Row, basis: Basis, problems: FileProblems) -> AmountRange | None:
    before = len(problems.found)
    line = row.line
    low, central, high = (number(row.cells[name], line, name, problems) for name in ("low", "central", "high"))
    if len(problems.found) > before:
        return None
    given = [value for value in (low, central, high) if value is not None]
    if row.cells["kind"] == "transfer" and given:
        problems.add(
            line,
            "a transfer has no factor: it is no gain or loss to society. Leave low, central and high empty",
            "een overdracht heeft geen factor: het is geen winst of verlies voor de samenleving. Laat low, "
            "central en high "
            "leeg",
        )
        return None
    if (low is None) != (high is None):
        problems.add(
            line,
            "only one of 'low' and 'high' is filled in. Fill in both, or neither and say so in the note",
            "alleen één van 'low' en 'high' is ingevuld. Vul beide in, of geen van beide en schrijf dat in de "
            "toelichting",
        )
        return None
    if given != sorted(given):
        numbers = ", ".join(f"{value:g}" for value in given)
        problems.add(
            line,
            f"low, central and high are out of order: {numbers}. They must go up",
            f"low, central en high staan in de verkeerde volgorde: {numbers}. Ze moeten oplopen",
        )
        return None
    if basis.frame == "true_price" and any(value < 0 for value in given):
        problems.add(
            line,
            f"{min(given):g} is negative; a cost to remedy cannot be. Check the number",
            f"{min(given):g} is negatief; herstelkosten kunnen dat niet zijn. Controleer het getal",
        )
        return None
    return AmountRange(low, central, high)


def _check_unit(unit: str, line: int, problems: FileProblems) -> None:
    try:
        check_unit(unit)
    except ValueError:
        en, nl = did_you_mean(unit.split()[-1], known_words())
        problems.add(line, f"unit '{shown(unit)}' is unknown{en}", f"eenheid '{shown(unit)}' is onbekend{nl}")


def _check_choice(found: str, column: str, allowed: tuple[str, ...], line: int, problems: FileProblems) -> None:
    if found and found not in allowed:
        en, nl = did_you_mean(found, allowed)
        problems.add(line, f"{column} '{shown(found)}' is unknown{en}", f"{column} '{shown(found)}' is onbekend{nl}")
