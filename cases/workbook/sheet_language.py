"""What the headings, the choices and the keys of a workbook are called in a language, and what such a word means.

A cell is read in whichever language it is written, also by the word that stands in the case files.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from functools import cache

from pydantic import BaseModel

from cases.definition.model import CaseFile
from cases.definition.participation import Account
from cases.definition.valuation_file import ValuationFile
from cases.workbook.filling import STEP
from cases.workbook.keyed_values import choices_of
from cases.workbook.sheet_columns import Column
from cases.workbook.sheets import SHEETS, WORKED_OUT, Sheet, explanation, words
from files.fields import CASE_LANGUAGES, case_language
from files.looks import alike
from texts import LANGUAGES
from texts import words as words_of
from texts.languages import language_name

_SHEET_OF = {sheet.file: sheet for sheet in SHEETS if sheet.form == "keys"}
TOPICS = ("monitor_topic", "topic")
"""Columns with a topic of the monitor, which has a name already."""


def heading(sheet: Sheet, column: Column, language: str) -> str:
    """What a column is called: `naam`, or `naam (Engels)` for a text in another language than the heading."""
    base, spoken = parts(column)
    found = words(language)["headings"]
    word = str({**found["any"], **found.get(sheet.key, {})}.get(base, base.replace("_", " ")))
    if spoken is None or spoken == case_language(language):
        return word
    return f"{word} ({language_name(spoken, language)})"


def parts(column: Column) -> tuple[str, str | None]:
    """The heading of a column without its language, and that language; None for a column that holds no text."""
    base, _, spoken = column.heading.rpartition("_")
    if spoken not in CASE_LANGUAGES:
        return column.heading, None
    return base or "words", spoken


def columns_in(sheet: Sheet, spoken: Container[str]) -> list[Column]:
    """The columns of a sheet with texts in these languages only."""
    return [column for column in sheet.columns if (found := parts(column)[1]) is None or found in spoken]


def shown_explanation(sheet: Sheet, column: Column, language: str) -> str:
    """What belongs in a column, its choices as they are called in the language."""
    text = explanation(sheet, replace(column, heading=_base_heading(sheet, column, language)), language)
    base = parts(column)[0]
    if base in WORKED_OUT.get(sheet.key, ()):
        text = f"{text}; {words(language)['worked_out'][base]}"
    for raw in column.choices:
        text = re.sub(rf"(?<![\w.]){re.escape(raw)}(?![\w.])", choice(sheet, column, raw, language), text)
    return text


def _base_heading(sheet: Sheet, column: Column, language: str) -> str:
    """The heading by which a column is explained: of a text in the language of the headings nothing more is said."""
    base, spoken = parts(column)
    return base if spoken == case_language(language) and base != "words" else column.heading


@cache
def _columns(sheet: Sheet) -> dict[str, Column]:
    found: dict[str, Column] = {}
    for column in sheet.columns:
        spoken = parts(column)[1]
        names = [column.heading]
        for language in LANGUAGES:
            names.append(heading(sheet, column, language))
            if spoken == case_language(language):
                names.append(f"{names[-1]} ({language_name(spoken, language)})")
        found |= {alike(name): column for name in names}
    return found


def column_named(sheet: Sheet, name: str) -> Column | None:
    """The column that a heading means, in any language; None for a heading of no column."""
    return _columns(sheet).get(alike(name))


def choice(sheet: Sheet, column: Column, raw: str, language: str) -> str:
    """What one of the words of a closed list is called."""
    if column.heading in TOPICS and raw in column.choices:
        return words_of(language)(f"topic.{raw.replace('.', '_')}")
    found = words(language)["choices"]
    own = found.get(sheet.key, {}).get(column.heading) or found["any"].get(column.heading, {})
    return str(own.get(raw, raw.replace("_", " ")))


@cache
def _choices(sheet: Sheet, column: Column) -> dict[str, str]:
    found: dict[str, str] = {}
    for raw in column.choices:
        names = (raw, *(choice(sheet, column, raw, language) for language in LANGUAGES))
        found |= {alike(name): raw for name in names}
    return found


def choice_meant(sheet: Sheet, column: Column, text: str) -> str:
    """The word of the case files for a choice in any language; the text itself where it is none of them."""
    return _choices(sheet, column).get(alike(text), text) if column.choices else text


def _steps(model: type[BaseModel]) -> Iterator[str]:
    schema = model.model_json_schema(by_alias=True)
    for part in (schema, *schema.get("$defs", {}).values()):
        yield from part.get("properties", {})


@cache
def key_steps() -> dict[str, str]:
    """The parts of all keys of a case, by each of their names."""
    steps = {step for model in (CaseFile, Account, ValuationFile) for step in _steps(model)} - set(CASE_LANGUAGES)
    named = {alike(_step(step, language)): step for step in sorted(steps) for language in LANGUAGES}
    return {**named, **{alike(step): step for step in steps}}


def _step(step: str, language: str) -> str:
    return str(words(language)["key_words"].get(step, step.replace("_", " ")))


def key(raw: str, language: str, ids: Container[str] = ()) -> str:
    """What a key is called: `staat vast > 1`. A part that would be taken for an id of the case stays as it is."""
    known = key_steps().values()
    named = [
        word if step in known and step not in ids and (word := _step(step, language)) not in ids else step
        for step in raw.split(STEP)
    ]
    return STEP.join(named)


def value_choice(file: str, raw_key: str, raw: str, language: str) -> str:
    """What stands behind a key, where that is a choice of a closed list."""
    column = choices_of(file, tuple(raw_key.split(STEP)))
    return (
        raw if column is None or raw not in column.choices else choice(_SHEET_OF[file], _named(column), raw, language)
    )


def key_row_meant(file: str, values: dict[str, str], ids: Container[str]) -> dict[str, str]:
    """A row of a sheet with keys, its key and a choice behind it as in the case files."""
    if "key" not in values:
        return values
    raw = key_meant(values["key"], ids)
    column = choices_of(file, tuple(raw.split(STEP)))
    if column is None or "value" not in values:
        return {**values, "key": raw}
    return {**values, "key": raw, "value": choice_meant(_SHEET_OF[file], _named(column), values["value"])}


def _named(column: Column) -> Column:
    """The column as it is called in a sheet with rows."""
    return replace(column, heading=column.heading.replace("place_picture", "picture"))


def key_meant(text: str, ids: Container[str] = ()) -> str:
    """The key of the case files for a key in any language."""
    steps = (step.strip() for step in text.split(STEP.strip()))
    return STEP.join(step if step in ids else key_steps().get(alike(step), step) for step in steps)
