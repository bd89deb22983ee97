"""Sheets with known contents, laid out at random in the ways of planners."""

from random import Random
from typing import Any, NamedTuple

LABELS = (
    "Nieuwe woningen", "Geluid", "Waterberging", "Groen in de wijk", "Reistijd", "Investering", "Biodiversiteit",
    "Draagvlak",
    "Uitzicht op de toren", "Werkgelegenheid", "Fijnstof", "Kwaliteit van de oever", "Speelruimte", "Bouwtijd",
    "Erfgoed",
)  # fmt: skip
PLANS = ("Referentie", "Variant A", "Variant B", "Hoogbouw aan het water", "Park", "VKA", "Scenario 2040")
THEMES = ("Wonen en leven", "Natuur en water", "Geld en werk")
UNITS = ("woningen", "dB", "m3", "mln euro", "ha", "%", "min")
SIGNS = {"++": 2.0, "+": 1.0, "0": 0.0, "-": -1.0, "--": -2.0, "0/+": 0.5, "0/-": -0.5}
UNKNOWN = ("?", "n.v.t.", "PM", "onbekend", "")


class Cell(NamedTuple):
    """What is typed, and what it must be read as."""

    typed: Any
    number: float | None = None
    low: float | None = None
    high: float | None = None
    sign: float | None = None


class Known(NamedTuple):
    """What a sheet holds."""

    alternatives: tuple[str, ...]
    criteria: tuple[tuple[str, str, str, tuple[Cell, ...]], ...]
    """Label, theme, unit, and the cells by alternative."""


def known_of(dice: Random) -> Known:
    """Contents of at least three criteria and two alternatives."""
    plans = dice.sample(PLANS, dice.randint(2, 6))
    labels = dice.sample(LABELS, dice.randint(3, 12))
    themes = sorted(dice.choice(THEMES) for _ in labels) if dice.random() < 0.6 else [""] * len(labels)
    units = dice.random() < 0.7
    rows = []
    for label, theme in zip(labels, themes, strict=True):
        signs = dice.random() < 0.2
        unit = "" if signs or not units else dice.choice(UNITS)
        cells = [_sign(dice) for _ in plans] if signs else [_number(dice) for _ in plans]
        cells[dice.randrange(len(cells))] = Cell("++", sign=2.0) if signs else Cell("12,5", 12.5)
        rows.append((label, theme, unit, tuple(cells)))
    return Known(tuple(plans), tuple(rows))


def _sign(dice: Random) -> Cell:
    sign = dice.choice(list(SIGNS))
    return Cell(sign, sign=SIGNS[sign])


def _number(dice: Random) -> Cell:
    number = round(dice.choice([dice.uniform(0, 10), dice.uniform(0, 5000), dice.randint(0, 300)]), dice.randint(0, 2))
    text = f"{number:g}" if number < 1e4 else f"{number:.0f}"
    number, dutch = float(text), text.replace(".", ",")
    wide = round(number + dice.randint(1, 20), 2)
    kind = dice.random()
    if kind < 0.5:
        return Cell(number if dice.random() < 0.5 else dutch, number)
    if kind < 0.6:
        return Cell(f"ca. {dutch}", number)
    if kind < 0.7:
        high = f"{wide:g}".replace(".", ",")
        return Cell(f"{dutch} - {high}", (number + float(f"{wide:g}")) / 2, number, float(f"{wide:g}"))
    if kind < 0.8:
        return Cell(dice.choice(UNKNOWN))
    if kind < 0.9:
        return Cell(f"{dice.randint(1, 9)},{dice.randint(1, 9)} mln", None)
    return Cell(f"{dutch}*", number)


def sheet_of(known: Known, dice: Random) -> tuple[list[list[Any]], tuple[str, ...]]:
    """The rows of a sheet that holds this, and the cells in it that are merged."""
    themed = any(theme for _, theme, _, _ in known.criteria)
    theme_rows = themed and dice.random() < 0.4
    theme_column = themed and not theme_rows
    numbered = dice.random() < 0.3
    united = any(unit for _, _, unit, _ in known.criteria)
    unit_in_label = united and dice.random() < 0.4
    weighted, noted = dice.random() < 0.3, dice.random() < 0.3
    across = not theme_rows and dice.random() < 0.35
    name = dice.choice(["Criterium", "Aspect", "Indicator"])
    before: list[str] = [*["Nr."] * numbered, *["Thema"] * theme_column, name,
                         *["Eenheid"] * (united and not unit_in_label)]  # fmt: skip
    behind = [*["Gewicht"] * weighted, *["Toelichting"] * noted]
    table: list[list[Any]] = [[*before, *known.alternatives, *behind]]
    last = ""
    for number, (label, theme, unit, cells) in enumerate(known.criteria, start=1):
        if theme_rows and theme != last:
            table.append([*[""] * numbered, theme, *[""] * (len(table[0]) - 1 - numbered)])
        shown = theme if theme != last or dice.random() < 0.5 else ""
        last = theme
        name = f"{label} ({unit})" if unit_in_label and unit else label
        table.append([*[number] * numbered, *[shown] * theme_column, name, *[unit] * (united and not unit_in_label),
                      *(cell.typed for cell in cells), *[dice.randint(1, 20)] * weighted,
                      *["zie bijlage"] * noted])  # fmt: skip
    if not across and dice.random() < 0.4:
        table.append(
            [
                *[""] * numbered,
                "Totaal",
                *[""] * (len(before) - 1 - numbered),
                *[7] * len(known.alternatives),
                *[""] * len(behind),
            ]
        )
    if across:
        table = [list(row) for row in zip(*table, strict=True)]
    return _around(table, len(before), len(known.alternatives), across, dice)


def _around(
    table: list[list[Any]], before: int, plans: int, across: bool, dice: Random
) -> tuple[list[list[Any]], tuple[str, ...]]:
    merged: tuple[str, ...] = ()
    top: list[list[Any]] = []
    if dice.random() < 0.6:
        top += [["Vergelijking van varianten, concept 3"], *[[]] * dice.randint(0, 2)]
    left = dice.randint(0, 2)
    if not across and dice.random() < 0.3:
        top.append([*[""] * before, "Alternatieven", *[""] * (plans - 1)])
        if plans > 1:
            row = len(top)
            merged = (f"{_letter(left + before + 1)}{row}:{_letter(left + before + plans)}{row}",)
    if not across and dice.random() < 0.3:
        place = before
        table = [[*row[:place], "", *row[place:]] for row in table]
        merged = ()
        if top and top[-1] and "Alternatieven" in top[-1]:
            top.pop()
    below: list[list[Any]] = [*[[]] * dice.randint(2, 3), ["* schatting van het bureau"], ["Bron: eigen onderzoek"]]
    rows = [*top, *table, *(below if dice.random() < 0.5 else [])]
    return [[*[""] * left, *row] if row else row for row in rows], merged


def _letter(number: int) -> str:
    return chr(64 + number)
