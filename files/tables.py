"""Reading a table from a CSV file as a spreadsheet writes it, Dutch or English."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from files.decoding import decoded
from files.problems import FileProblems, closest, did_you_mean, shown


class Row(NamedTuple):
    """One line of a table; the cells are text without space around it."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Table:
    """The lines of a CSV file below the header."""

    rows: tuple[Row, ...]
    whole: bool
    """False when a line did not fit and was left out."""


def read_table(data: bytes, columns: Sequence[str], problems: FileProblems) -> Table | None:
    """Read a table with exactly these columns, in any order.

    UTF-8 with or without byte order mark; the delimiter, ``,`` or ``;``, is the one in the header. Lines without
    any text are passed over. Returns None when the header cannot be used; lines that do not fit the header are noted as
    problems and left out.
    """
    text = decoded(data, problems)
    if text is None:
        return None
    first = text.lstrip("\r\n").splitlines()[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    if ";" in first and "," in first:
        problems.add(
            text[: text.index(first)].count("\n") + 1,
            "the column names are separated by both ',' and ';'. Use one of the two",
            "tussen de kolomnamen staan zowel ',' als ';'. Gebruik één van de twee",
        )
        return None
    lines, readable = _lines(text, delimiter, problems)
    if not lines:
        if readable:
            problems.add(1, "the file is empty. Fill it in", "het bestand is leeg. Vul het in")
        return None
    header_line, names = lines[0]
    if not _header_fits(header_line, names, columns, problems):
        return None
    rows = _rows(lines[1:], names, delimiter, problems)
    return Table(tuple(rows), whole=readable and len(rows) == len(lines) - 1)


def _lines(text: str, delimiter: str, problems: FileProblems) -> tuple[list[tuple[int, list[str]]], bool]:
    """The lines that hold text, each with the number of the line on which it starts; False when reading stopped."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines = []
    start = 1
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                lines.append((start, stripped))
            start = reader.line_num + 1
    except csv.Error:
        problems.add(
            start,
            "the quotes in this line do not match. Put a text with quotes in it between quotes, and double the inner "
            'ones: "so ""called"" text"',
            "de aanhalingstekens in deze regel kloppen niet. Zet een tekst met aanhalingstekens tussen "
            "aanhalingstekens "
            'en verdubbel de binnenste: "een ""zogenaamde"" tekst"',
        )
        return lines, False
    return lines, True


def _header_fits(line: int, names: list[str], columns: Sequence[str], problems: FileProblems) -> bool:
    fits = True
    absent = [column for column in columns if column not in names]
    for name in [name for name in names if name not in columns]:
        meant = closest(name, absent)
        if meant is not None:
            absent.remove(meant)
        en, nl = (f"; did you mean '{meant}'?", f"; bedoelt u '{meant}'?") if meant else did_you_mean(name, columns)
        problems.add(line, f"column '{shown(name)}' is unknown{en}", f"kolom '{shown(name)}' is onbekend{nl}")
        fits = False
    for column in absent:
        problems.add(
            line,
            f"column '{column}' is missing. Add it to the first line",
            f"kolom '{column}' ontbreekt. Zet hem in de eerste regel",
        )
        fits = False
    for name in sorted({name for name in names if names.count(name) > 1 and name in columns}):
        problems.add(
            line,
            f"column '{name}' is here twice. Keep one of the two",
            f"kolom '{name}' staat er twee keer. Houd één van de twee",
        )
        fits = False
    return fits


def _rows(lines: list[tuple[int, list[str]]], names: list[str], delimiter: str, problems: FileProblems) -> list[Row]:
    rows = []
    other = "," if delimiter == ";" else ";"
    for line, cells in lines:
        if len(cells) == len(names):
            rows.append(Row(line, dict(zip(names, cells, strict=True))))
        elif len(cells) < len(names) and sum(cell.count(other) for cell in cells) >= len(names) - 1:
            problems.add(
                line,
                f"this line is separated by '{other}', but the column names by '{delimiter}'. Use one of the two",
                f"in deze regel staat '{other}' tussen de cellen, maar '{delimiter}' tussen de kolomnamen. Gebruik één "
                "van de twee",
            )
        else:
            problems.add(
                line,
                f"this line has {len(cells)} cells, but there are {len(names)} columns. A cell with "
                f"'{delimiter}' in it "
                "needs quotes around it",
                f"deze regel heeft {len(cells)} cellen, maar er zijn {len(names)} kolommen. Een cel met "
                f"'{delimiter}' erin "
                "heeft aanhalingstekens nodig",
            )
    return rows
