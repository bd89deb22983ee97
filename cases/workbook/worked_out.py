"""What nobody needs to type in a workbook, because it follows from what stands there: it is filled in while reading.

A file of a case says all of it; a draft fills in its own (``cases.reading.draft_filling``).
"""

import string
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from cases.definition.criterion import Criterion
from cases.definition.model import Alternative
from cases.reading.draft_filling import short_words
from cases.workbook.cell_reading import ReadSheet
from files.fields import CASE_LANGUAGES, number_in

MOST_DECIMALS = 3


def fill_in(document: dict[str, Any]) -> None:
    """Fill in the data of case.yaml what follows from the rest of it."""
    for number, alternative in enumerate(_records(document, "alternatives")):
        if number < len(string.ascii_uppercase):
            alternative.setdefault("code", string.ascii_uppercase[number])
        put_in_order(alternative, Alternative)
    for criterion in _records(document, "criteria"):
        _fill_criterion(criterion)
        put_in_order(criterion, Criterion)


def with_units(effects: ReadSheet, document: dict[str, Any]) -> ReadSheet:
    """The effects with the unit of the criterion where a row says none."""
    units = {str(found.get("id")): str(found["unit"]) for found in _records(document, "criteria") if found.get("unit")}
    if all("unit" in values or not values for _, values in effects.rows):
        return effects
    rows = [
        (number, {**values, "unit": units[values["criterion"]]})
        if values and "unit" not in values and values.get("criterion") in units
        else (number, values)
        for number, values in effects.rows
    ]
    return replace(effects, rows=rows)


def _records(document: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = document.get(key)
    return [record for record in found if isinstance(record, dict)] if isinstance(found, list) else []


def put_in_order(record: dict[str, Any], model: type[BaseModel]) -> None:
    """Put the keys in the order of the model, others at the end: typed or worked out, the same case makes one file."""
    names = dict.fromkeys([*(field.alias or name for name, field in model.model_fields.items()), *record])
    ordered = {name: record[name] for name in names if name in record}
    record.clear()
    record.update(ordered)


def _fill_criterion(criterion: dict[str, Any]) -> None:
    label, unit, ends = criterion.get("label"), criterion.get("unit"), criterion.get("range")
    if isinstance(label, dict):
        criterion.setdefault("short", {language: short_words(words) for language, words in label.items()})
        if unit:
            spoken = [language for language in CASE_LANGUAGES if language in label]
            criterion.setdefault("unit_label", dict.fromkeys(spoken, str(unit)))
    criterion.setdefault("in_sum", "yes")
    worst, best = (number_in(ends.get(end)) for end in ("worst", "best")) if isinstance(ends, dict) else (None, None)
    if worst is not None and best is not None:
        shape = criterion.get("value_function")
        if worst != best and not (isinstance(shape, dict) and shape.get("type") in ("goal", "classes")):
            criterion.setdefault("better", "higher" if best > worst else "lower")
        digits = max(len(f"{end:.12g}".partition(".")[2]) for end in (worst, best))
        criterion.setdefault("decimals", str(min(digits, MOST_DECIMALS)))
