"""What one cell says, or why it cannot be used."""

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from cases.workbook.csv_text import number_text
from cases.workbook.grid import Cell
from cases.workbook.sheet_columns import Column
from cases.workbook.sheet_language import choice_meant
from cases.workbook.sheets import Sheet
from cases.workbook.yaml_text import plain
from files.decoding import holds_invisible
from files.fields import yes_or_no
from files.looks import alike, cleaned, without_line_signs
from files.problems import shown
from texts.message import Message, message
from texts.numbers import day as day_in_words

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
_ABOUT_NUMBER = re.compile(rf"(?:±|\+/-|~|≈|ca\.?|circa|ong\.?|ongeveer|about|approx\.?)\s*({_NUMBER})", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_WITH_MORE = re.compile(rf"[€$£]?\s*{_NUMBER}\s*\D+|[€$£]\s*{_NUMBER}.*", re.IGNORECASE)

_ID = re.compile(r"[a-z][a-z0-9_.]*")
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉]")

LONGEST_NUMBER = 60
"""Characters; a longer text is not looked at in detail."""


class Said(NamedTuple):
    """The text for the case file; or a message; or a text that should hold a number and has yet to be read."""

    text: str | None = None
    wrong: Message | None = None
    unread: str | None = None
    note: Message | None = None


def said(
    cell: Cell, column: Column, unit: str | None = None, words_allowed: bool = False, sheet: Sheet | None = None
) -> Said:
    """What a cell says in its column.

    Args:
        cell: the cell.
        column: where it stands.
        unit: of the number, where the row or its criterion names one.
        words_allowed: True where a number belongs, but the id of a class may stand too.
        sheet: in which the column is; without one its choices are known by their words in the case files only.
    """
    answer = _in_cell(cell, column, unit, words_allowed, sheet)
    if cell.formula and answer.wrong is None and answer.note is None:
        note = message("cell_values.formula_read", found=shown(cell.formula), value=shown(answer.text or answer.unread))
        return answer._replace(note=note)
    return answer


def _in_cell(cell: Cell, column: Column, unit: str | None, words_allowed: bool, sheet: Sheet | None) -> Said:
    if cell.kind == "formula":
        return Said(wrong=message("cell_values.formula", found=cell.shown()))
    if cell.kind == "error":
        return Said(wrong=message("cell_values.error", found=cell.shown()))
    if cell.kind == "date":
        return _date(cell, column)
    if cell.kind == "bool":
        return _truth(column, bool(cell.value))
    if cell.struck:
        return Said(wrong=message("cell_values.struck", found=shown(cell.struck)))
    if cell.kind == "text":
        text = without_line_signs(str(cell.value))
        if holds_invisible(text):
            return Said(wrong=message("cell_values.invisible"))
        if _ID.fullmatch(plain_id := cleaned(text).strip()):
            text = plain_id  # with a sign in it that nobody sees
        if column.choices and sheet is not None:
            return Said(choice_meant(sheet, column, text))
        answer = yes_or_no(text) if column.kind == "answer" else None
        if answer is not None:
            return Said("yes" if answer else "no")  # in whichever language: one workbook has one version
        if column.kind == "number" and not words_allowed:
            return _meant_number(text, unit)
        if column.kind == "day" and (written := _written_day(text)) is not None:
            return Said(written.isoformat(), note=message("cell_values.day_read", found=text, day=_Day(written)))
        return Said(" ".join(re.split(r"[\s,;]+", text)) if _holds_ids(column) else text)
    return _number(cell, column, unit)


def _truth(column: Column, answer: bool) -> Said:
    word = "yes" if answer else "no"
    if column.kind == "answer" or word in column.choices:
        return Said(word)
    return Said(wrong=message("cell_values.truth_value"))


def _holds_ids(column: Column) -> bool:
    return column.kind == "ids" or column.heading == "source"


def _number(cell: Cell, column: Column, unit: str | None) -> Said:
    number = float(cell.value)  # type: ignore[arg-type]  # a cell of a number holds one
    shows = {"percent": f"{number * 100:.12g}%", "currency": "€", "scaled": f"{number:.12g}"}.get(cell.kind, "")
    if cell.kind in ("unsigned", "hidden"):
        return Said(wrong=message(f"cell_values.{cell.kind}", found=f"{number:.12g}", words=shown(cell.words)))
    if cell.kind == "scaled":
        return Said(wrong=message("cell_values.scaled", found=shows))
    if cell.words and not _is_unit(cell.words, unit):
        return Said(wrong=message("cell_values.words_beside", found=f"{number:.12g}", words=shown(cell.words)))
    if cell.kind == "number":
        return Said(number_text(number) if column.kind == "number" else plain(number))
    if cell.kind == "percent":
        if column.kind == "number" and unit is not None and unit.startswith("%"):
            percent = f"{number * 100:.12g}"
            return Said(
                number_text(float(percent)), note=message("cell_values.percent_read", percent=percent, unit=shown(unit))
            )
        return Said(wrong=message("cell_values.percent", found=shows))
    if column.kind == "number" and unit is not None and re.match(r"(EUR|euro|€)", unit, re.IGNORECASE):
        return Said(number_text(number))
    return Said(wrong=message("cell_values.money"))


def _is_unit(words: str, unit: str | None) -> bool:
    """Whether words beside a number only repeat its unit: nothing is multiplied by them."""
    return unit is not None and alike(words) == alike(unit)


def _date(cell: Cell, column: Column) -> Said:
    if column.kind == "day" and isinstance(cell.value, date):
        return Said(cell.value.isoformat()[:10])
    return Said(wrong=message("cell_values.date", found=cell.shown()))


@dataclass(frozen=True)
class _Day:
    """A day in the words of a language."""

    day: date

    def get(self, language: str) -> str:
        return day_in_words(self.day, language)


def _written_day(text: str) -> date | None:
    """A day as Dutch people write it, 3-11-2025: the day goes before the month. None for anything else."""
    found = _DAY.fullmatch(text.strip())
    try:
        return None if found is None else date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def _meant_number(text: str, unit: str | None) -> Said:
    """The number in a text, with a remark where it was not the only thing there; a message where none can be meant."""
    per_cent = re.fullmatch(rf"({_NUMBER})\s*%", text)
    if per_cent and unit is not None and unit.startswith("%"):
        return Said(unread=per_cent[1], note=message("cell_values.number_read", found=shown(text), number=per_cent[1]))
    with_unit = re.fullmatch(rf"({_NUMBER})\s*(\D.*)", text)
    if with_unit and unit and alike(with_unit[2]) == alike(unit):
        return Said(unread=with_unit[1])
    about = _ABOUT_NUMBER.fullmatch(text)
    if about:
        return Said(unread=about[1], note=message("cell_values.about_read", found=shown(text), number=about[1]))
    wrong = _no_number(text)
    return Said(wrong=wrong) if wrong is not None else Said(unread=text)


def _no_number(text: str) -> Message | None:
    """Why a text in a number column is certainly no number; None when it may be one."""
    found = shown(text)
    if len(text) > LONGEST_NUMBER:
        return None
    if _UNKNOWN.fullmatch(text):
        return message("cell_values.unknown", found=found)
    if _RANGE.fullmatch(text):
        return message("cell_values.range", found=found)
    if _ABOUT.fullmatch(text):
        return message("cell_values.about", found=found)
    if _RAISED.search(text):
        return message("cell_values.raised", found=found)
    if _WITH_MORE.fullmatch(text):
        return message("cell_values.with_more", found=found)
    return None
