"""What tables share in which a line is one claim: it names parts of the case and its sources, and stands there once."""

from collections.abc import Collection, Container, Iterator, Sequence
from typing import NamedTuple

from cases.checks.cell_checks import check_sources
from cases.reading.case_ids import Outline, known_or_meant
from files.decimals import NumberCell, read_numbers
from files.places import place_words
from files.problems import FileProblems, shown
from files.tables import Row, Table
from texts.message import message


class Claim(NamedTuple):
    """One line of a table, of which the names and the sources have been looked up."""

    row: Row
    number: float | None
    """What stands in the column with numbers; None where it is empty or no number."""
    meant: dict[str, str | None]
    """By column the part of the case that is named, or the one that was probably meant."""


def read_claims(
    table: Table,
    case: Outline | None,
    source_ids: Container[str] | None,
    problems: FileProblems,
    *,
    named: Sequence[str],
    perhaps: Sequence[str] = (),
    once: tuple[Sequence[str], str],
    number: str | None = None,
) -> Iterator[Claim]:
    """The claims in the order of the file.

    Args:
        table: the file.
        case: what case.yaml says; None when it cannot be read, and then no names are looked up.
        source_ids: what sources.csv holds; None when it cannot be read.
        problems: gets every mistake; a claim with one is given all the same.
        named: columns that name a part of the case.
        perhaps: columns that do so, or are empty.
        once: columns that together may say the same in one line only, and the message about a second line, which
            stands at the first of these columns. Lines in which they are all empty may be many.
        number: the column with numbers.
    """
    columns, double = once
    cells = [NumberCell(row.line, number, row.cells[number]) for row in table.rows if number and row.cells[number]]
    numbers = read_numbers(cells, problems)
    first: dict[tuple[str, ...], Row] = {}
    for row in table.rows:
        said = tuple(row.cells[column] for column in columns)
        if said in first and any(said):
            values = {column: shown(word) for column, word in zip(columns, said, strict=True)}
            problems.add(row.at(columns[0]), double, there=place_words(first[said].at()), **values)
        first.setdefault(said, row)
        if "source" in row.cells:
            check_sources(row, source_ids, problems)
        names = [*named, *(column for column in perhaps if row.cells[column])]
        yield Claim(row, numbers.get((row.line, number or "")), _meant(row, names, case, problems))


def _meant(row: Row, columns: Sequence[str], case: Outline | None, problems: FileProblems) -> dict[str, str | None]:
    if case is None:
        return {column: row.cells[column] for column in columns}
    known: dict[str, tuple[str, Collection[str]]] = {
        "group": ("kinds.group", case.groups),
        "alternative": ("kinds.alternative", case.alternatives),
        "criterion": ("kinds.criterion", case.criteria),
        "use": ("kinds.land_use", case.land_uses),
        "cause": ("kinds.cause", case.causes),
    }
    return {
        column: known_or_meant(row.at(column), row.cells[column], ids, message(kind), problems)
        for column, (kind, ids) in known.items()
        if column in columns
    }
