"""What each column and row of a table is, once its criteria run down: from headings, and from what is below them."""

from collections import Counter
from typing import Literal, NamedTuple

from cases.importing.given_file import GivenCell, Rows
from cases.importing.heading_words import (
    Side,
    is_generic,
    is_note,
    is_total,
    names_an_alternative,
    property_of,
    side_of,
)
from cases.importing.table_blocks import seems_effect, width_of

Role = Literal[
    "label", "theme", "unit", "direction", "weight", "note", "source", "alternative", "low", "middle", "high", "ignore"
]
ROLES: tuple[Role, ...] = (
    "label", "theme", "unit", "direction", "weight", "note", "source", "alternative", "low", "middle", "high", "ignore"
)  # fmt: skip
RowRole = Literal["criterion", "theme", "total", "note", "empty"]
EFFECTS = ("alternative", "low", "middle", "high")
MOST_HEADERS = 4


class GivenColumn(NamedTuple):
    """What a column holds, once the criteria run down."""

    role: Role
    heading: str
    """All words above it."""
    of: str = ""
    """The alternative that it is about."""


def headers_in(rows: Rows) -> int:
    """How many rows at the top are headings: those before the first that is mostly effects."""
    counts = sorted(count for row in rows if (count := _effects(row)))
    least = max(1.0, 0.4 * counts[len(counts) // 2]) if counts else 1.0
    for number, row in enumerate(rows[: MOST_HEADERS + 1]):
        inside = [one for one in row if one is not None and not one.copied][1:]
        if number and width_of(row) <= 1 and any(_is_data(later, least) for later in rows[number : number + 2]):
            return number  # the name of a theme
        if _is_data(row, least) and not (number == 0 and all(names_an_alternative(one.text) for one in inside)):
            return number
    return 1 if len(rows) > 1 else 0


def _is_data(row: tuple[GivenCell | None, ...], least: float) -> bool:
    """True for a row with enough of what looks like an effect, and no words that name a column."""
    said = [one for one in row if one is not None and not one.copied]
    if len(said) < 2 or (said[0] is row[0] and property_of(said[0].text) in ("label", "theme", "unit")):
        return False
    if any(property_of(one.text) not in (None, "number", "total", "theme") for one in said[1:]):
        return False
    return _effects(row) >= least


def _effects(row: tuple[GivenCell | None, ...]) -> int:
    said = [one for one in row if one is not None and not one.copied]
    return sum(seems_effect(one) and not _is_year(one) for one in said[1:])


def _is_year(said: GivenCell) -> bool:
    return said.text in {str(year) for year in range(1990, 2101)}


def columns_in(rows: Rows, headers: int) -> tuple[GivenColumn, ...]:
    """What each column is; ``headers`` rows at the top are headings."""
    body = rows[headers:]
    width = len(rows[0])
    heads = _heads(rows[:headers], width)
    found: list[GivenColumn | None] = [None] * width
    for number in range(width):
        said = [row[number] for row in body if row[number] is not None]
        own = property_of(heads[number][-1]) if heads[number] else None
        if not said:
            found[number] = GivenColumn("ignore", " ".join(heads[number]))
        elif own is not None:
            role: Role = "ignore" if own == "number" else "ignore" if own == "total" else own
            found[number] = GivenColumn(role, heads[number][-1])
        elif _counts_up(said):
            found[number] = GivenColumn("ignore", " ".join(heads[number]))
        elif _holds_effects(said, " ".join(heads[number])):
            found[number] = GivenColumn("alternative", " ".join(heads[number]))
    _one_label(found, heads, body)
    _words(found, heads, body)
    return _named(found, heads)


def _one_label(found: list[GivenColumn | None], heads: list[list[str]], body: Rows) -> None:
    """Of several columns that are headed as names of criteria, the one with the most different words holds them: what
    stands to its left groups them, what stands to its right says more."""
    named = [number for number, column in enumerate(found) if column is not None and column.role == "label"]
    if len(named) < 2:
        return
    words = {number: {row[number].text for row in body if row[number] is not None} for number in named}  # type: ignore[union-attr]
    label = max(named, key=lambda number: (len(words[number]), -number))
    for number in named:
        if number != label:
            found[number] = GivenColumn("theme" if number < label else "note", " ".join(heads[number]))


def _heads(rows: Rows, width: int) -> list[list[str]]:
    """The words above each column, from top to bottom; a heading of a merged cell, or one with none to its right and a
    row below, stands above all of them."""
    heads: list[list[str]] = [[] for _ in range(width)]
    for number, row in enumerate(rows):
        last = ""
        merged = any(said is not None and said.copied for said in row)
        for column, said in enumerate(row):
            below = number + 1 < len(rows) and rows[number + 1][column] is not None
            if said is not None:
                last = said.text
            elif not (last and below) or merged or property_of(rows[number + 1][column].text) is not None:  # type: ignore[union-attr]
                last = ""
            if last and (not heads[column] or heads[column][-1] != last):
                heads[column].append(last)
    return heads


def _holds_effects(said: list[GivenCell | None], heading: str) -> bool:
    """A good part looks like effects; more than half of it where nothing above it names an alternative."""
    share = sum(seems_effect(one) for one in said) / len(said)
    return share >= (0.3 if names_an_alternative(heading) else 0.5)


def _counts_up(said: list[GivenCell | None]) -> bool:
    """1, 2, 3: a number of the row. Also 1.1, 1.2, 2.1."""
    texts = [one.text for one in said if one is not None]
    if texts == [str(number) for number in range(1, len(texts) + 1)] and len(texts) > 2:
        return True
    parts = [tuple(text.strip(".").split(".")) for text in texts]
    dotted = len(texts) > 2 and all(len(part) == 2 and all(piece.isdecimal() for piece in part) for part in parts)
    return dotted and [tuple(map(int, part)) for part in parts] == sorted({tuple(map(int, part)) for part in parts})


def _words(found: list[GivenColumn | None], heads: list[list[str]], body: Rows) -> None:
    """Give the columns with words a role: the names, and beside them themes, units and notes."""
    texts = {number: [row[number].text for row in body if row[number] is not None]  # type: ignore[union-attr]
             for number, column in enumerate(found) if column is None}  # fmt: skip
    effects = [number for number, column in enumerate(found) if column is not None and column.role == "alternative"]
    first_effect = min(effects, default=len(found))
    label = next((n for n, c in enumerate(found) if c is not None and c.role == "label"), None)
    if label is None and texts:
        left = [number for number in texts if number < first_effect] or list(texts)
        label = max(left, key=lambda number: (len(set(texts[number])), -number))
        found[label] = GivenColumn("label", " ".join(heads[label]))
    elif label is None:
        theme = next((n for n, c in enumerate(found) if c is not None and c.role == "theme"), None)
        if theme is not None:
            found[theme] = GivenColumn("label", " ".join(heads[theme]))
    for number, inside in texts.items():
        if found[number] is not None:
            continue
        role: Role = "note"
        if label is not None and number < label and len(set(inside)) < len(body):
            role = "theme"
        elif all(len(text) <= 20 and len(text.split()) <= 3 for text in inside) and number < first_effect:
            role = "unit"
        elif names_an_alternative(" ".join(heads[number])):
            role = "alternative"
        found[number] = GivenColumn(role, " ".join(heads[number]))


def _named(found: list[GivenColumn | None], heads: list[list[str]]) -> tuple[GivenColumn, ...]:
    """The columns with effects under the names of their alternatives."""
    mine = [number for number, column in enumerate(found) if column is not None and column.role == "alternative"]
    shared = [set(heads[number][:-1]) for number in mine]
    common = set.intersection(*shared) if len(shared) > 1 else set()
    bases: dict[int, tuple[str, Side | None]] = {}
    for number in mine:
        words = [word for word in heads[number] if word not in common and not is_generic(word)] or heads[number][-1:]
        bases[number] = side_of(" ".join(words))
    count = Counter(base for base, _ in bases.values())
    named: list[GivenColumn] = []
    for number, column in enumerate(found):
        if column is None or number not in bases:
            named.append(column or GivenColumn("ignore", ""))
            continue
        base, side = bases[number]
        if side is not None and base and count[base] > 1:
            named.append(GivenColumn(side, column.heading, base))
        else:
            words = [word for word in heads[number] if word not in common and not is_generic(word)]
            named.append(
                GivenColumn("alternative", column.heading, " ".join(words or heads[number][-1:]) or f"{number + 1}")
            )
    return tuple(named)


def with_role(column: GivenColumn, role: Role, number: int) -> GivenColumn:
    """The column in another role; what is now an effect is of the alternative in its heading."""
    if role not in EFFECTS:
        return GivenColumn(role, column.heading)
    base, side = side_of(column.heading)
    name = (
        column.of
        or (base if side is not None and role != "alternative" and base else column.heading)
        or f"{number + 1}"
    )
    return GivenColumn(role, column.heading, name)


def row_kinds(body: Rows, columns: tuple[GivenColumn, ...]) -> tuple[RowRole, ...]:
    """What each row below the headings is."""
    return tuple(_row_role(row, columns) for row in body)


def _row_role(row: tuple[GivenCell | None, ...], columns: tuple[GivenColumn, ...]) -> RowRole:
    named = {role: [said for said, column in zip(row, columns, strict=True) if column.role == role and said is not None]
             for role in ("label", "theme", "unit")}  # fmt: skip
    effects = [said for said, column in zip(row, columns, strict=True)
               if column.role in EFFECTS and said is not None and not said.copied]  # fmt: skip
    label = next(iter(named["label"]), next(iter(named["theme"]), None))
    if label is None:
        return "empty"
    if is_total(label.text):
        return "total"
    if not effects:
        if is_note(label.text):
            return "note"
        return "theme" if not named["unit"] and width_of(row) <= 2 else "criterion"
    return "criterion"
