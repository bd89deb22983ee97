"""A workbook with 10 alternatives and 100 criteria: read, checked and turned into case files."""

import io
import time
from statistics import median
from typing import Any

import openpyxl

from benchmarks.figures import Figure
from cases.definition.model import MOST_CRITERIA, Case
from cases.reading.evidence import PERFORMANCE_COLUMNS, SOURCE_COLUMNS
from cases.reading.loader import case_from_files
from cases.workbook.checked_upload import read_workbook
from cases.workbook.csv_text import csv_text
from cases.workbook.sheets import BY_KEY
from cases.workbook.workbook_writing import FIRST_ROW, write_workbook
from cases.workbook.yaml_text import yaml_text

THEMES, PROFILES, RUNS = 10, 20, 5

ALTERNATIVES = 10
"""Twice as many fit; goals are about ten."""


def measure() -> dict[str, Figure]:
    """Seconds from the bytes of the largest workbook to a checked case, sound and with a mistake."""
    data = write_workbook(big_case(), "nl")
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        found = read_workbook(data, "big.xlsx")
        times.append(time.perf_counter() - begin)
        assert found.case is not None
        assert len(found.case.performances) == ALTERNATIVES * MOST_CRITERIA
    damaged, mistakes = _damaged(data), []
    for _ in range(RUNS):
        begin = time.perf_counter()
        found = read_workbook(damaged, "big.xlsx")
        mistakes.append(time.perf_counter() - begin)
        assert found.case is None
    note = f"median of {RUNS}, {len(data) // 1000} kB"
    return {
        "big_case_s": Figure(median(times), "s", 3, note=note),
        "big_case_with_mistakes_s": Figure(median(mistakes), "s", 3, note="every effect wrong in four cells"),
    }


def _damaged(data: bytes) -> bytes:
    """The same workbook with a mistake in the value, unit, source and grade of every effect."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    page = book[BY_KEY["effects"].name("nl")]
    for row in range(FIRST_ROW, page.max_row + 1):
        for column, wrong in zip("CFGH", ("10-20", "m2", "S999", "X"), strict=True):
            page[f"{column}{row}"] = wrong
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def big_case() -> Case:
    """An invented case of the largest size that the format allows."""
    return case_from_files(_files())


def _files() -> dict[str, bytes]:
    case = {
        "format": 1, "id": "big", "version_date": "2026-01-01",
        **{key: _text(key) for key in ("title", "question", "place", "who_decides", "evidence")},
        "fixed": [_text("fixed")], "open": [_text("open")],
        "range_rule": {"main": _text("main"), "second": _text("second")}, "reference": "a0",
        "alternatives": [
            {"id": f"a{number}", "code": str(number), **{key: _text(key) for key in ("label", "about", "governance")}}
            for number in range(ALTERNATIVES)
        ],
        "themes": [{"id": f"t{number}", "label": _text("label"), "about": _text("about")} for number in range(THEMES)],
        "criteria": [_criterion(number) for number in range(MOST_CRITERIA)],
    }  # fmt: skip
    profiles = {"format": 1, "profiles": [
        {"id": f"p{number}", "kind": "view", "evidence": "assumption",
         **{key: _text(key) for key in ("label", "about", "rationale")},
         "points": {f"t{theme}": 100 if theme == number % THEMES else 50 for theme in range(THEMES)}}
        for number in range(PROFILES)
    ]}  # fmt: skip
    effects = [
        {"alternative": f"a{first}", "criterion": f"c{second}", "value": str(first * 100 + second), "low": "0",
         "high": "1000", "unit": "ha", "source": "S1 S2", "grade": "C", "note_nl": "Toelichting " * 8,
         "note_en": "Note " * 16}
        for first in range(ALTERNATIVES) for second in range(MOST_CRITERIA)
    ]  # fmt: skip
    sources = [
        {"id": f"S{number}", "title_nl": "Bron", "title_en": "Source", "complete": "no"} for number in range(100)
    ]
    return {
        "case.yaml": yaml_text(case).encode(),
        "profiles.yaml": yaml_text(profiles).encode(),
        "performances.csv": csv_text(PERFORMANCE_COLUMNS, effects).encode(),
        "sources.csv": csv_text(SOURCE_COLUMNS, sources).encode(),
    }


def _criterion(number: int) -> dict[str, Any]:
    short = {"nl": f"kort {number}", "en": f"short {number}"}
    return {
        "id": f"c{number}", "theme": f"t{number % THEMES}", "label": _text("label"), "short": short, "unit": "ha",
        "unit_label": _text("unit"), "decimals": 0, "better": "higher", "range": {"worst": 0, "best": 1000},
        "range_why": _text("why"), "yardstick": {"some": 1, "much": 10, "why": _text("why")}, "in_sum": True,
        "monitor_topic": None, "time_place": "now", "level": "city",
        **{key: _text(key) for key in ("noticed_by", "about", "derivation")},
    }  # fmt: skip


def _text(word: str) -> dict[str, str]:
    return {"nl": f"{word} in het Nederlands, " * 5, "en": f"{word} in English, " * 5}
