"""The least that somebody types for a case of 84 effects: fourteen criteria, six alternatives, in one language."""

import io
from typing import Any

import openpyxl

from cases.workbook.sheet_language import columns_in, key_meant
from cases.workbook.sheets import BY_KEY, SHEETS
from cases.workbook.workbook_writing import FIRST_ROW, write_workbook

ALTERNATIVES, CRITERIA, THEMES = 6, 14, 4
WORDS = "Wat dit punt betekent."
KEYS = {
    "id": "wijk", "version_date": "03-11-2025", "title": "De wijk", "question": "Wat doen we met de wijk?",
    "place": "De wijk", "who_decides": "De raad", "fixed > 1": WORDS, "open > 1": WORDS, "evidence": WORDS,
    "range_rule > main": WORDS, "range_rule > second": WORDS, "reference": "a0",
}  # fmt: skip


def rows() -> dict[str, list[dict[str, Any]]]:
    """By key of the sheet, with headings of the case files and no language."""
    profile = {
        "id": "gelijk",
        "kind": "view",
        "evidence": "method",
        "label": "Gelijk",
        "about": WORDS,
        "rationale": WORDS,
    }
    return {
        "alternatives": [
            {"id": f"a{n}", "label": f"Plan {n}", "about": WORDS, "governance": WORDS} for n in range(ALTERNATIVES)
        ],
        "themes": [{"id": f"t{n}", "label": f"Thema {n}", "about": WORDS} for n in range(THEMES)],
        "criteria": [
            {
                "id": f"c{n}", "theme": f"t{n % THEMES}", "label": f"Criterium {n}", "unit": "ha", "range_worst": 0,
                "range_best": 10, "range_why": WORDS, "yardstick_some": 1, "yardstick_much": 3, "yardstick_why": WORDS,
                "time_place": "nu", "level": "buurt", "noticed_by": "Bewoners", "about": WORDS, "derivation": WORDS,
            }
            for n in range(CRITERIA)
        ],
        "effects": [
            {"alternative": f"a{a}", "criterion": f"c{c}", "value": (a + c) % 11, "source": "S1", "grade": "b"}
            for a in range(ALTERNATIVES)
            for c in range(CRITERIA)
        ],
        "sources": [{"id": "S1", "title": "Het blad", "complete": "nee"}],
        "profiles": [profile],
        "points": [{"theme": f"t{n}", "gelijk": 100} for n in range(THEMES)],
    }  # fmt: skip


def least_workbook() -> tuple[bytes, int, int]:
    """The Dutch workbook filled in, the number of cells that were typed, and the number of words in them."""
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(None, "nl")))
    typed: list[str] = []
    case = book[BY_KEY["case"].name("nl")]
    for number in range(FIRST_ROW, case.max_row + 1):
        found = KEYS.get(key_meant(case.cell(number, 1).value))
        if found is not None:
            plain = key_meant(case.cell(number, 1).value) in ("id", "version_date", "reference")
            case.cell(number, 2 if plain else 3).value = found
            typed.append(found)
    for sheet in SHEETS:
        page = book[sheet.name("nl")]
        places = {column.heading: place for place, column in enumerate(columns_in(sheet, ("nl",)), start=1)}
        for number, row in enumerate(rows().get(sheet.key, ()), start=FIRST_ROW):
            for name, value in row.items():
                place = places.get(name) or places.get(f"{name}_nl")
                if place is None:  # the column of a profile
                    place = len(places) + 1
                    page.cell(1, place).value = name
                page.cell(number, place).value = value
                typed.append(str(value))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue(), len(typed), sum(len(words.split()) for words in typed)
