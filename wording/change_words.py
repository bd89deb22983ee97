"""What is different between two versions of a case, in words: counts first, then each change from what to what."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from cases.definition.model import Case
from cases.workbook.sheet_columns import is_text
from cases.workbook.sheet_language import heading as shown_heading
from cases.workbook.sheets import BY_KEY
from cases.workbook.version_differences import Change, changes
from files.fields import case_language
from texts import Words
from texts.numbers import quantity
from weighing.version_change import moved

_SHEETS = {"performances": "effects"}
"""Parts that are called otherwise in the workbook."""
LONGEST = 400
"""Characters of one value."""
MOST_LINES = 300
"""Of one part; the rest is counted."""


@dataclass(frozen=True)
class ChangeLine:
    """One difference, ready to show."""

    kind: str
    """added, removed, changed or reordered."""
    item: str
    """Names of what changed; empty for the case itself."""
    field: str
    """What it is, with the heading of its column; empty for a whole item."""
    old: str
    new: str


@dataclass(frozen=True)
class PartChanges:
    """The differences in one part of the case."""

    name: str
    counts: tuple[tuple[str, int], ...]
    """How many of each kind, in a fixed order, without zeros."""
    lines: tuple[ChangeLine, ...]
    rest: int
    """How many more lines there are."""


@dataclass(frozen=True)
class Summary:
    """All differences between two versions."""

    parts: tuple[PartChanges, ...]
    moved: tuple[str, ...]
    """Names of criteria whose step is another one, so that weights given before must be confirmed."""

    @property
    def count(self) -> int:
        """How many differences there are, all parts together."""
        return sum(number for part in self.parts for _, number in part.counts)


def summary(old: Case, new: Case, text: Words) -> Summary:
    """The differences between two versions of a case in the language of the words."""
    by_part: dict[str, list[Change]] = {}
    for change in changes(old, new):
        by_part.setdefault(change.part, []).append(change)
    names = {**_names(old, text), **_names(new, text)}
    parts = tuple(_part(part, found, names, text) for part, found in by_part.items())
    return Summary(parts, tuple(text.of(new.criterion(key).label) for key in moved(old, new)))


def _part(part: str, found: list[Change], names: dict[str, str], text: Words) -> PartChanges:
    counted = Counter(change.kind for change in found)
    kinds = ("added", "removed", "changed", "reordered")
    return PartChanges(
        _sheet_name(part, text),
        tuple((kind, counted[kind]) for kind in kinds if counted[kind]),
        tuple(_line(change, names, text) for change in found[:MOST_LINES]),
        max(0, len(found) - MOST_LINES),
    )


def _line(change: Change, names: dict[str, str], text: Words) -> ChangeLine:
    item = " / ".join(names.get(key, key) for key in change.item if key)
    whole = not change.field and change.kind in ("added", "removed")
    old, new = ("", "") if whole else (_value(found, text) for found in (change.old, change.new))
    return ChangeLine(change.kind, item, _field(change, text), old, new)


def _field(change: Change, text: Words) -> str:
    """As the workbook calls it: `beste waarde`; the way to it where no workbook has a column for it."""
    if not change.field:
        return ""
    heading = "_".join(change.field)
    sheet = BY_KEY.get(_SHEETS.get(change.part, change.part))
    columns = {column.heading: column for column in sheet.columns} if sheet is not None else {}
    column = columns.get(heading) or columns.get(f"{heading}_{case_language(text.language)}")
    if sheet is None or column is None:
        return " > ".join(change.field)
    return shown_heading(sheet, column, text.language)


def _value(found: Any, text: Words) -> str:
    """Plain data as one reads it. A text is shown in both languages, because either may be what changed."""
    if found is None or found == "":
        return text("own_case.nothing")
    if isinstance(found, bool):
        return text("own_case.yes" if found else "own_case.no")
    if isinstance(found, int | float):
        return quantity(found, text.language, 6)
    if isinstance(found, dict):
        parts = [f"{key}: {inner}" for key, inner in found.items()]
        shown = " | ".join(parts) if is_text(found) else ", ".join(parts)
    elif isinstance(found, list | tuple):
        shown = ", ".join(_value(inner, text) for inner in found)
    else:
        shown = str(found)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 3] + "..."


def _names(case: Case, text: Words) -> dict[str, str]:
    """Names by id; an id that two kinds of things share keeps the name of the last."""
    things = (*case.groups, *case.themes, *case.criteria, *case.alternatives, *case.profiles)
    return {thing.id: text.of(thing.label) for thing in things}


def _sheet_name(part: str, text: Words) -> str:
    sheet = BY_KEY.get(_SHEETS.get(part, part))
    return sheet.name(text.language) if sheet is not None else part
