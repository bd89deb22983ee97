"""What one cell says, or why it cannot be used."""

import re
from datetime import date
from typing import NamedTuple

from cases.workbook.csv_text import number_text
from cases.workbook.grid import Cell
from cases.workbook.sheet_columns import Column
from cases.workbook.yaml_text import plain
from files.problems import shown

Words = tuple[str, str]
"""A message in English and in Dutch."""

_UNKNOWN = re.compile(
    r"[?\-\N{EN DASH}\N{EM DASH}x.]+|n\.?v\.?t\.?|n\.?b\.?|n\.?a\.?|n/a|p\.?m\.?|(on|niet )bekend|unknown|not known",
    re.IGNORECASE,
)
_NUMBER = r"[+-]?\d[\d.,]*"
_RANGE = re.compile(
    rf"(tussen |between |van |from )?{_NUMBER}\s*(-|\N{{EN DASH}}|\N{{EM DASH}}|tot( en met)?|to|t/m|en|and)\s*"
    rf"{_NUMBER}.*",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(±|\+/-|~|≈|ca\.?|circa|ongeveer|about|approx\.?|<|>|≤|≥).*|.*\d\s*(±|\+/-).*", re.IGNORECASE)
_WITH_MORE = re.compile(rf"[€$£]?\s*{_NUMBER}\s*\D+|[€$£]\s*{_NUMBER}.*", re.IGNORECASE)

LONGEST_NUMBER = 60
"""Characters; a longer text is not looked at in detail."""


class Said(NamedTuple):
    """The text for the case file; or a message; or a text that should hold a number and has yet to be read."""

    text: str | None = None
    wrong: Words | None = None
    unread: str | None = None
    note: Words | None = None


def said(cell: Cell, column: Column, unit: str | None = None, words_allowed: bool = False) -> Said:
    """What a cell says in its column.

    Args:
        cell: the cell.
        column: where it stands.
        unit: of the number, where the row or its criterion names one.
        words_allowed: True where a number belongs, but the id of a class may stand too.
    """
    if cell.kind == "formula":
        return Said(wrong=_formula(cell))
    if cell.kind == "error":
        return Said(wrong=(
            f"the cell holds the error {cell.shown()}. Write the value itself",
            f"in de cel staat de fout {cell.shown()}. Schrijf de waarde zelf",
        ))  # fmt: skip
    if cell.kind == "date":
        return _date(cell, column)
    if cell.kind == "bool":
        if column.kind == "answer":
            return Said("yes" if cell.value else "no")
        return Said(wrong=(
            "the cell holds a yes-or-no value. Give the cell the format Text and write what you mean",
            "in de cel staat een waar-of-onwaar-waarde. Geef de cel het formaat Tekst en schrijf wat u bedoelt",
        ))  # fmt: skip
    if cell.kind == "text":
        text = str(cell.value)
        if column.kind == "number" and not words_allowed:
            wrong = _no_number(text)
            return Said(wrong=wrong) if wrong is not None else Said(unread=text)
        return Said(" ".join(re.split(r"[\s,;]+", text)) if _holds_ids(column) else text)
    return _number(cell, column, unit)


def _holds_ids(column: Column) -> bool:
    return column.kind == "ids" or column.heading == "source"


def _number(cell: Cell, column: Column, unit: str | None) -> Said:
    number = float(cell.value)  # type: ignore[arg-type]
    shows = {"percent": f"{number * 100:.12g}%", "currency": "€", "scaled": f"{number:.12g}"}.get(cell.kind, "")
    if cell.kind == "number":
        return Said(number_text(number) if column.kind == "number" else plain(number))
    if cell.kind == "scaled":
        return Said(wrong=(
            f"the cell shows a thousandth of what it holds ({shows}). Give it an ordinary number format",
            f"de cel toont een duizendste van wat erin staat ({shows}). Geef hem een gewoon getalformaat",
        ))  # fmt: skip
    if cell.kind == "percent":
        if column.kind == "number" and unit is not None and unit.startswith("%"):
            percent = f"{number * 100:.12g}"
            return Said(number_text(float(percent)), note=(
                f"the cell shows {percent}% and the unit is '{shown(unit)}'; read as {percent}",
                f"de cel toont {percent}% en de eenheid is '{shown(unit)}'; gelezen als {percent}",
            ))  # fmt: skip
        return Said(wrong=(
            f"the cell shows {shows}, but no per cent belongs here. Give it the format Number and write the number in "
            "its unit",
            f"de cel toont {shows}, maar hier hoort geen procent. Geef hem het formaat Getal en schrijf het getal in "
            "de eenheid",
        ))  # fmt: skip
    if column.kind == "number" and unit is not None and re.match(r"(EUR|euro|€)", unit, re.IGNORECASE):
        return Said(number_text(number))
    return Said(wrong=(
        "the cell shows an amount of money, but the unit is not in euros one by one. Give it the format Number and "
        "write the number in its unit",
        "de cel toont een geldbedrag, maar de eenheid is niet in losse euro's. Geef hem het formaat Getal en schrijf "
        "het getal in de eenheid",
    ))  # fmt: skip


def _date(cell: Cell, column: Column) -> Said:
    if column.kind == "day" and isinstance(cell.value, date):
        return Said(cell.value.isoformat()[:10])
    return Said(wrong=(
        f"the cell holds a date or a time ({cell.shown()}). Spreadsheets turn 10-5 into a date by themselves. Give the "
        "cell the format Text or Number and write again what you mean",
        f"in de cel staat een datum of tijd ({cell.shown()}). Rekenprogramma's maken van 10-5 vanzelf een datum. Geef "
        "de cel het formaat Tekst of Getal en schrijf opnieuw wat u bedoelt",
    ))  # fmt: skip


def _formula(cell: Cell) -> Words:
    return (
        f"the cell holds a formula ({cell.shown()}). Copy the cell and paste it as a value",
        f"in de cel staat een formule ({cell.shown()}). Kopieer de cel en plak hem als waarde",
    )


def _no_number(text: str) -> Words | None:
    """Why a text in a number column is certainly no number; None when it may be one."""
    found = shown(text)
    if len(text) > LONGEST_NUMBER:
        return None
    if _UNKNOWN.fullmatch(text):
        return (
            f"'{found}' is not a number. If it is not known, leave the cell empty and say why in the note",
            f"'{found}' is geen getal. Is het niet bekend, laat de cel dan leeg en schrijf in de toelichting (note) "
            "waarom",
        )
    if _RANGE.fullmatch(text):
        return (
            f"'{found}' is a range. Write one number here, and the lowest and the highest in low and high",
            f"'{found}' is een marge. Schrijf hier één getal, en het laagste en hoogste in low en high",
        )
    if _ABOUT.fullmatch(text):
        return (
            f"'{found}' is not exact. Write the number itself, and how far it may be off in low and high",
            f"'{found}' is niet precies. Schrijf het getal zelf, en hoe ver het ernaast kan zitten in low en high",
        )
    if _WITH_MORE.fullmatch(text):
        return (
            f"'{found}' is more than a number. Write the number only; the unit has a column of its own",
            f"'{found}' is meer dan een getal. Schrijf alleen het getal; de eenheid heeft een eigen kolom",
        )
    return None
