"""What stands where in one table, and which way its criteria run: proposed, to be confirmed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from math import log10
from statistics import pstdev
from typing import Any

from cases.importing.given_file import GivenSheet, Rows
from cases.importing.heading_words import names_an_alternative, property_of
from cases.importing.table_blocks import Block, cut
from cases.importing.table_columns import (
    EFFECTS,
    MOST_HEADERS,
    GivenColumn,
    Role,
    RowRole,
    columns_in,
    headers_in,
    row_kinds,
    with_role,
)
from cases.importing.values import Value, numbers_in, value_of
from cases.library.criteria_library import entry_for
from files.decimals import Mark, mark_of

MOST_NOTES = 12
"""Rows below a table that are read for the years it is about."""
_UNIT_BEHIND = re.compile(r"[(\[][^()\[\]]{1,20}[)\]]\s*$")


@dataclass(frozen=True)
class Layout:
    """What stands where in one block."""

    rows: Rows
    """Of the block, turned so that the criteria run down."""
    block: Block
    across: bool
    """True when the criteria run across in the sheet."""
    headers: int
    """How many rows of ``rows`` are headings."""
    columns: tuple[GivenColumn, ...]
    kinds: tuple[RowRole, ...]
    """Of each row below the headings."""
    title: str = ""
    """What stands above the table."""
    below: str = ""
    """What stands below it."""

    @cached_property
    def mark(self) -> Mark | None:
        """The decimal mark of the table."""
        typed = (said.text for row in self.rows[self.headers :] for said in row if said and said.number is None)
        return mark_of(piece for text in typed for piece in numbers_in(text))

    @property
    def alternatives(self) -> tuple[str, ...]:
        """Their names, in the order of the columns."""
        return tuple(dict.fromkeys(column.of for column in self.columns if column.role in EFFECTS))

    def with_roles(self, roles: tuple[Role, ...]) -> "Layout":
        """The same with other roles of the columns; what is now an effect is of the alternative in its heading."""
        columns = tuple(
            column if column.role == role else with_role(column, role, number)
            for number, (column, role) in enumerate(zip(self.columns, roles, strict=True))
        )
        return replace(self, columns=columns, kinds=row_kinds(self.rows[self.headers :], columns))


def layout_of(sheet: GivenSheet, block: Block, across: bool | None = None, headers: int | None = None) -> Layout:
    """What stands where in a block; a person may say which way the criteria run and how many rows are headings."""
    given = cut(sheet.rows, block)
    title = " / ".join(said.text for row in sheet.rows[max(block.top - MOST_HEADERS, 0) : block.top] for said in row
                     if said is not None and not said.copied)  # fmt: skip
    below = " / ".join(said.text for row in sheet.rows[block.bottom + 1 : block.bottom + 1 + MOST_NOTES] for said in row
                     if said is not None and not said.copied)  # fmt: skip
    if across is None:
        down, over = _read(given, block, False, headers), _read(_turned(given), block, True, headers)
        found = over if _fit(over) > _fit(down) else down
    else:
        found = _read(_turned(given) if across else given, block, across, headers)
    return replace(found, title=title, below=below)


def _turned(rows: Rows) -> Rows:
    return tuple(zip(*rows, strict=True))


def _read(rows: Rows, block: Block, across: bool, headers: int | None) -> Layout:
    rows = tuple(row for row in rows if any(row)) or rows[:1]
    count = headers_in(rows) if headers is None else min(max(headers, 0), len(rows) - 1)
    columns = columns_in(rows, count)
    return Layout(rows, block, across, count, columns, row_kinds(rows[count:], columns))


def _fit(layout: Layout) -> float:
    """How well the criteria run down: properties and alternatives in the headings, numbers of one size in a row."""
    head = [column for column in layout.columns if column.role != "ignore" or column.heading]
    score = 3.0 * sum(property_of(column.heading) not in (None, "number", "total") for column in head)
    effects = [column for column in layout.columns if column.role in EFFECTS]
    body = list(zip(layout.rows[layout.headers :], layout.kinds, strict=True))
    rows = [row for row, kind in body if kind == "criterion"]
    names = [said.text for row in rows for said, column in zip(row, layout.columns, strict=True)
             if column.role == "label" and said is not None]  # fmt: skip
    values = [[value_of(said, layout.mark) for said, column in zip(row, layout.columns, strict=True)
               if column.role in EFFECTS and said is not None] for row in rows]  # fmt: skip
    score += 3.0 * (
        _share(names_an_alternative, [column.of for column in effects]) - _share(names_an_alternative, names)
    )
    score += 2.0 * (_share(_named_criterion, names) - _share(_named_criterion, [column.of for column in effects]))
    score += 1.0 * (len(rows) >= len(effects)) + 1.0 * ("total" in layout.kinds) + 1.5 * ("theme" in layout.kinds)
    score -= 2.0 * all(re.match(r"\d+\.?\d* \S", column.of) for column in effects)
    score -= 2.0 * _spread(values) + 3.0 * _share(_mixes, values)
    score -= 3.0 * any(property_of(name) not in (None, "number", "total", "label", "theme") for name in names)
    return score if effects and names else -100.0


def _share(holds: Callable[[Any], bool], items: list[Any]) -> float:
    return sum(map(holds, items)) / max(len(items), 1)


def _named_criterion(words: str) -> bool:
    """True for a name that ends in a unit, or that the library knows."""
    return _UNIT_BEHIND.search(words) is not None or (len(words.split()) <= 3 and entry_for(words) is not None)


def _mixes(line: list[Value]) -> bool:
    """True for a line with signs and with numbers."""
    signs = any(value.sign is not None and value.number is None and not value.how for value in line)
    return signs and any(value.number for value in line)


def _spread(lines: list[list[Value]]) -> float:
    """How much the sizes of the numbers in a line differ, in powers of ten, on average; at most 2."""
    sizes = [[log10(abs(value.number)) for value in line if value.number] for line in lines]
    found = [pstdev(line) for line in sizes if len(line) > 1]
    return min(sum(found) / len(found), 2.0) if found else 0.0
