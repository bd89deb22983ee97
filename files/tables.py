"""Reading a table from a CSV file as a spreadsheet writes it, Dutch or English."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from files.decoding import decoded
from files.fields import CASE_LANGUAGES, Text
from files.places import Place, SheetColumns
from files.problems import FileProblems, closest, shown, suggestion
from texts.message import Message, message


class Row(NamedTuple):
    """One line of a table; the cells are text without space around it."""

    line: int
    cells: dict[str, str]
    sheet: SheetColumns | None = None
    """Where the table is a sheet; a line of a file has none."""
    number: int = 0
    """Of the row in that sheet."""

    def at(self, column: str | None = None) -> Place:
        """Where a cell of this row stands; the whole row without a column. In a file that is the line."""
        return self.line if self.sheet is None else self.sheet.cell(self.number, column)


@dataclass(frozen=True)
class Table:
    """The lines of a CSV file below the header, or the rows of a sheet."""

    rows: tuple[Row, ...]
    whole: bool
    """False when a line did not fit and was left out."""


Columns = Sequence[str] | Callable[[Sequence[str]], Sequence[str]]
"""Those of a table; or what tells them, from the names in its header, where some are a matter of choice."""


def read_table(data: bytes, columns: Columns, problems: FileProblems) -> Table | None:
    """Read a table with exactly these columns, in any order. All that reads a CSV file comes here.

    Of columns with one text in two languages, such as ``note_nl`` and ``note_en``, one may be left out; its cells are
    then empty.

    UTF-8 with or without byte order mark; the delimiter, ``,`` or ``;``, is the one in the header. Lines without
    any text are passed over. Returns None when the header cannot be used; lines that do not fit the header are noted as
    problems and left out.
    """
    text = decoded(data, problems)
    if text is None:
        return None
    text = _without_excels_line(text)
    first = text.lstrip("\r\n").splitlines()[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    if ";" in first and "," in first:
        problems.add(text[: text.index(first)].count("\n") + 1, "tables.two_delimiters")
        return None
    lines, readable = _lines(text, delimiter, problems)
    if not lines:
        if readable:
            problems.add(1, "decoding.empty")
        return None
    header_line, names = lines[0]
    wanted = columns(names) if callable(columns) else columns
    there = set(names)
    left_out = [column for column in wanted if column not in there and there.intersection(in_languages(column))]
    if not _header_fits(header_line, names, [column for column in wanted if column not in left_out], problems):
        return None
    rows = _rows(lines[1:], names, delimiter, problems, dict.fromkeys(left_out, ""))
    return Table(tuple(rows), whole=readable and len(rows) == len(lines) - 1)


def in_languages(column: str) -> tuple[str, ...]:
    """The columns that hold one text, a language each, of which this is one; none for a column without a language."""
    base, _, language = column.rpartition("_")
    return tuple(f"{base}_{other}" for other in CASE_LANGUAGES) if base and language in CASE_LANGUAGES else ()


def text_in(cells: Mapping[str, str], base: str) -> Text | None:
    """The text in the columns of a row that are named for it, such as ``note_nl`` and ``note_en``; None without one."""
    found = {language: words for language in CASE_LANGUAGES if (words := cells[f"{base}_{language}"])}
    return Text(**found) if found else None


def _without_excels_line(text: str) -> str:
    """Without the words in the first line that only tell Excel the delimiter; the line itself stays, and is counted."""
    return re.sub(r"\A\ufeff?\s*\"?sep=.\"?[,;\t]*(?=[\r\n])", "", text, count=1, flags=re.IGNORECASE)


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
        problems.add(start, "tables.quotes")
        return lines, False
    return lines, True


def _header_fits(line: int, names: list[str], columns: Sequence[str], problems: FileProblems) -> bool:
    """True when each column is there once and no other; what is wrong is noted. The work grows with the header only."""
    count, wanted = Counter(names), dict.fromkeys(columns)
    absent = [column for column in wanted if column not in count]
    unknown = [name for name in count if name not in wanted]
    double = sorted(name for name in wanted if count[name] > 1)
    for name in unknown:
        problems.add(line, "tables.unknown_column", column=shown(name), end=_meant(name, columns, absent, problems))
    for column in absent:
        problems.add(line, "tables.missing_column", column=column)
    for name in double:
        problems.add(line, "tables.double_column", column=name)
    return not (unknown or absent or double)


def _meant(name: str, columns: Sequence[str], absent: list[str], problems: FileProblems) -> Message | str:
    """The end of the sentence; a column that is meant by one name is no longer absent."""
    if problems.full:
        return ""
    meant = closest(name, absent)
    if meant is None:
        return suggestion(name, columns)
    absent.remove(meant)
    return message("problem.did_you_mean", word=meant)


def _rows(
    lines: list[tuple[int, list[str]]], names: list[str], delimiter: str, problems: FileProblems, empty: dict[str, str]
) -> list[Row]:
    rows = []
    other = "," if delimiter == ";" else ";"
    for line, cells in lines:
        if len(cells) == len(names):
            rows.append(Row(line, {**empty, **dict(zip(names, cells, strict=True))}))
        elif len(cells) < len(names) and sum(cell.count(other) for cell in cells) >= len(names) - 1:
            problems.add(line, "tables.other_delimiter", other=other, delimiter=delimiter)
        else:
            problems.add(line, "tables.cells", count=len(cells), columns=len(names), delimiter=delimiter)
    return rows
