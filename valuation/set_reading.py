"""Reading the two files of a factor set strictly, with line numbers: keys with text, and a table of text.

Values stay text until a column says otherwise; a cell that starts with ``=``, ``+``, ``-`` or ``@`` is text
like any other
and is never calculated.
"""

import csv
import io
import re
from collections.abc import Sequence
from typing import NamedTuple

import yaml

from valuation.set_problems import FileProblems, did_you_mean, shown

LARGEST_FILE = 2_000_000
"""Bytes. The largest published set that we know needs a tenth of this."""
LARGEST_NUMBER = 1e15
_DEEPEST = 6
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)


class Row(NamedTuple):
    """One line of a table; the cells are text without space around it."""

    line: int
    cells: dict[str, str]


class Entry(NamedTuple):
    """A value in a YAML file: text, or the entries inside it by key or in order."""

    line: int
    value: "str | dict[str, Entry] | list[Entry]"


def decoded(data: bytes, problems: FileProblems) -> str | None:
    """The text of a UTF-8 file, with or without byte order mark; None when it is not such text."""
    if len(data) > LARGEST_FILE:
        limit = LARGEST_FILE // 1_000_000
        problems.add(
            None,
            f"the file is larger than {limit} MB. Remove what does not belong in it",
            f"het bestand is groter dan {limit} MB. Haal weg wat er niet in hoort",
        )
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.add(
            data[: error.start].count(b"\n") + 1,
            "this is not UTF-8 text. Save the file again as UTF-8",
            "dit is geen UTF-8-tekst. Sla het bestand opnieuw op als UTF-8",
        )
        return None
    if not text.strip():
        problems.add(1, "the file is empty. Fill it in", "het bestand is leeg. Vul het in")
        return None
    return text


def read_table(text: str, columns: Sequence[str], problems: FileProblems) -> list[Row]:
    """The lines of a CSV file with exactly these columns, in any order; ``,`` or ``;`` as the header has it.

    Lines that do not fit the header are noted and left out. A header that does not fit gives no lines at all.
    """
    first = text.lstrip().splitlines()[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    names: list[str] | None = None
    start = 1
    try:
        for cells in reader:
            line, start = start, reader.line_num + 1
            cells = [cell.strip() for cell in cells]
            if not any(cells):
                continue
            if names is None:
                names = cells
                if not _header_fits(line, names, columns, problems):
                    return []
            elif len(cells) == len(names):
                rows.append(Row(line, dict(zip(names, cells, strict=True))))
            else:
                problems.add(
                    line,
                    f"this line has {len(cells)} cells, but there are {len(names)} columns. A cell with '{delimiter}' "
                    "in it needs quotes around it",
                    f"deze regel heeft {len(cells)} cellen, maar er zijn {len(names)} kolommen. Een cel met "
                    f"'{delimiter}' erin heeft aanhalingstekens nodig",
                )
    except csv.Error:
        problems.add(
            start,
            "the quotes in this line do not match. Put the text between quotes and double the inner ones",
            "de aanhalingstekens in deze regel kloppen niet. Zet de tekst tussen aanhalingstekens en verdubbel de "
            "binnenste",
        )
    return rows


def _header_fits(line: int, names: list[str], columns: Sequence[str], problems: FileProblems) -> bool:
    before = len(problems.found)
    for name in dict.fromkeys(names):
        if name not in columns:
            en, nl = did_you_mean(name, [column for column in columns if column not in names] or columns)
            problems.add(line, f"column '{shown(name)}' is unknown{en}", f"kolom '{shown(name)}' is onbekend{nl}")
        elif names.count(name) > 1:
            problems.add(
                line, f"column '{name}' is here twice. Keep one", f"kolom '{name}' staat er twee keer. Houd er één"
            )
    for column in columns:
        if column not in names:
            problems.add(line, f"column '{column}' is missing. Add it", f"kolom '{column}' ontbreekt. Voeg hem toe")
    return len(problems.found) == before


def read_yaml(text: str, problems: FileProblems) -> dict[str, Entry] | None:
    """The keys of a YAML file with their lines; None when it cannot be read.

    Copies (``&``, ``*``) and types (``!``) are refused, so that the file means what a reader sees.
    """
    try:
        depth = 0
        for event in yaml.parse(text, yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            marked = getattr(event, "anchor", None) or getattr(event, "tag", None)
            if marked or isinstance(event, yaml.AliasEvent) or depth > _DEEPEST:
                problems.add(
                    event.start_mark.line + 1,
                    "marks such as & * ! and deep nesting are not allowed here. Write it out as plain keys",
                    "tekens als & * ! en diepe lagen mogen hier niet. Schrijf het uit als gewone sleutels",
                )
                return None
        node = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problems.add(
            None if mark is None else mark.line + 1,
            "the file cannot be understood from here on. Check the indentation, the colons and the quotes",
            "het bestand is vanaf hier niet te begrijpen. Controleer het inspringen, de dubbele punten en de "
            "aanhalingstekens",
        )
        return None
    if not isinstance(node, yaml.MappingNode):
        problems.add(
            1,
            "the file must consist of keys with a value, such as 'format: 1'",
            "het bestand moet bestaan uit sleutels met een waarde, zoals 'format: 1'",
        )
        return None
    entry = _entry(node, problems)
    return entry.value if isinstance(entry.value, dict) else None


def _entry(node: yaml.Node, problems: FileProblems, line: int | None = None) -> Entry:
    line = node.start_mark.line + 1 if line is None else line
    if isinstance(node, yaml.SequenceNode):
        return Entry(line, [_entry(item, problems) for item in node.value])
    if not isinstance(node, yaml.MappingNode):
        return Entry(line, node.value.strip())
    inside: dict[str, Entry] = {}
    for key_node, value_node in node.value:
        key, key_line = str(key_node.value), key_node.start_mark.line + 1
        if key in inside:
            problems.add(
                key_line,
                f"key '{shown(key)}' is here for the second time. Keep one of the two",
                f"sleutel '{shown(key)}' staat hier voor de tweede keer. Houd één van de twee",
            )
            continue
        inside[key] = _entry(value_node, problems, key_line)
    return Entry(line, inside)


def number(text: str, line: int, name: str, problems: FileProblems) -> float | None:
    """The number in a cell or key, written with a point; None when it is empty or no number (which is noted)."""
    if not text:
        return None
    if len(text) <= 40 and _NUMBER.fullmatch(text):
        if abs(float(text)) <= LARGEST_NUMBER:
            return float(text)
        problems.add(line, f"{text} ('{name}') is too large a number", f"{text} ('{name}') is een te groot getal")
        return None
    if "," in text and _NUMBER.fullmatch(text.replace(",", ".", 1)):
        better = text.replace(",", ".", 1)
        problems.add(
            line,
            f"'{shown(text)}' in '{name}' has a comma. Write numbers with a point, without marks for thousands: "
            f"{better}",
            f"'{shown(text)}' in '{name}' heeft een komma. Schrijf getallen met een punt, zonder teken voor "
            f"duizendtallen: "
            f"{better}",
        )
        return None
    problems.add(
        line,
        f"'{shown(text)}' in '{name}' is not a number. If it is not known, leave it empty and say why in the note",
        f"'{shown(text)}' in '{name}' is geen getal. Is het niet bekend, laat het dan leeg en schrijf waarom in de "
        "toelichting",
    )
    return None
