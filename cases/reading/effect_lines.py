"""Lines that each say one effect: performances.csv, and futures.csv for what is otherwise in a future."""

from collections.abc import Collection, Container, Sequence
from itertools import pairwise
from typing import get_args

from cases.checks.cell_checks import check_sources
from cases.definition.draft_state import TO_ADD
from cases.definition.model import Performance
from cases.reading.case_ids import Outline, known_or_meant
from files.decimals import NumberCell, looks_like_number, read_numbers
from files.fields import Grade
from files.looks import alike
from files.places import place_words
from files.problems import FileProblems, shown
from files.tables import Row, Table, text_in
from texts.message import message

_NUMBERS = ("value", "low", "high")
EFFECT_COLUMNS = (*_NUMBERS, "unit", "source", "grade", "note_nl", "note_en")
_GRADES = get_args(Grade)

_Triple = tuple[float | None, float | None, float | None]


def read_effect_lines(
    table: Table,
    case: Outline | None,
    source_ids: Container[str] | None,
    problems: FileProblems,
    *,
    named: Sequence[str],
    double: str = "performances.double",
    draft: bool = False,
) -> dict[tuple[str, ...], Performance]:
    """The effects by what the columns in ``named`` say, in the order of the file.

    Args:
        table: the file.
        case: what case.yaml says; None when it cannot be read, and then only the numbers and double lines are checked.
        source_ids: what sources.csv holds; None when it cannot be read.
        problems: gets every mistake. The answer is complete only when nothing was noted.
        named: columns that name a part of the case; ``criterion`` is the last.
        double: the message about a second line of the same parts.
        draft: True where a source, a grade and a reason may be missing.
    """
    meant = [(row, [_meant(row, column, case, problems) for column in named]) for row in table.rows]
    numbers = _numbers([(row, names[-1]) for row, names in meant], case, problems)
    effects: dict[tuple[str, ...], Performance] = {}
    first: dict[tuple[str, ...], Row] = {}
    for row, names in meant:
        key = tuple(name for name in names if name is not None)
        if len(key) < len(named):
            continue
        if key in effects:
            values = {column: shown(name) for column, name in zip(named, key, strict=True)}
            problems.add(row.at(named[0]), double, there=place_words(first[key].at()), **values)
            continue
        first[key] = row
        effects[key] = _performance(row, key[-1], numbers.get(row.line, (None, None, None)), case, problems, draft)
        check_sources(row, source_ids, problems)
    return effects


def _meant(row: Row, column: str, case: Outline | None, problems: FileProblems) -> str | None:
    """The part of the case that a cell names, or the one that was probably meant."""
    word = row.cells[column]
    if case is None:
        return word
    known: dict[str, Collection[str]] = {
        "future": case.futures,
        "alternative": case.alternatives,
        "criterion": case.criteria,
    }
    return known_or_meant(row.at(column), word, known[column], message(f"kinds.{column}"), problems)


def _numbers(lines: list[tuple[Row, str | None]], case: Outline | None, problems: FileProblems) -> dict[int, _Triple]:
    """Value, low and high by line; None where the cell is empty or wrong. A class becomes its number, from 0."""
    cells = []
    classes: dict[tuple[int, str], float] = {}
    for row, criterion in lines:
        ids = case.criteria[criterion].classes if case is not None and criterion is not None else None
        for column in _NUMBERS:
            text = row.cells[column]
            if not text:
                continue
            if ids is not None and criterion is not None:
                meant = known_or_meant(row.at(column), text, ids, message("kinds.class", criterion=criterion), problems)
                if meant is not None:
                    classes[(row.line, column)] = float(ids.index(meant))
            elif case is not None or looks_like_number(text):
                cells.append(NumberCell(row.line, column, text))
    found = read_numbers(cells, problems) | classes
    return {
        row.line: (found.get((row.line, "value")), found.get((row.line, "low")), found.get((row.line, "high")))
        for row, _ in lines
    }


def _performance(
    row: Row, criterion: str, numbers: _Triple, case: Outline | None, problems: FileProblems, draft: bool
) -> Performance:
    cells = row.cells
    value, low, high = numbers
    known = case.criteria[criterion] if case is not None else None
    unit = known.unit if known is not None else None
    if unit is not None and alike(cells["unit"]) != alike(unit):
        problems.add(
            row.at("unit"), "performances.unit", unit=shown(cells["unit"]), criterion=criterion, criterion_unit=unit
        )
    if not draft:
        _check_known_or_explained(row, problems)
    elif not cells["value"] and (cells["low"] or cells["high"]):
        problems.add(row.at("value"), "performances.range_without_value")
    order = [(word, number) for word, number in (("low", low), ("value", value), ("high", high)) if number is not None]
    for (left, smaller), (right, larger) in pairwise(order):
        if smaller > larger:
            problems.add(
                row.at(left),
                "performances.order",
                left=left,
                smaller=shown(cells[left]),
                right=right,
                larger=shown(cells[right]),
            )
    if cells["grade"] and cells["grade"] not in _GRADES:
        problems.add(row.at("grade"), "performances.grade", grade=shown(cells["grade"]))
    no_note = TO_ADD if draft and not cells["value"] else None
    return Performance(
        value=value,
        low=low,
        high=high,
        class_id=cells["value"] or None if known is not None and known.classes is not None else None,
        unit=cells["unit"],
        sources=tuple(cells["source"].split()),
        grade=cells["grade"] or None,  # type: ignore[arg-type]  # a word of the list, or that is noted
        note=text_in(cells, "note") or no_note,
        line=row.line,
    )


def _check_known_or_explained(row: Row, problems: FileProblems) -> None:
    cells = row.cells
    if not cells["value"]:
        if cells["low"] or cells["high"]:
            problems.add(row.at("value"), "performances.range_without_value")
        elif text_in(cells, "note") is None:
            problems.add(row.at("value"), "performances.not_explained")
        return
    if bool(cells["low"]) != bool(cells["high"]):
        problems.add(row.at("low"), "performances.half_a_range")
    if not cells["source"]:
        problems.add(row.at("source"), "performances.no_source")
    if not cells["grade"]:
        problems.add(row.at("grade"), "performances.no_grade")
