"""A workbook with 8 alternatives and 60 criteria: read, checked and turned into case files."""

import time
from statistics import median
from typing import Any

from benchmarks.figures import Figure, noise
from cases.evidence import PERFORMANCE_COLUMNS, SOURCE_COLUMNS
from cases.workbook.csv_text import csv_text
from cases.workbook.files import checked
from cases.workbook.read import read_workbook
from cases.workbook.write import write_workbook
from cases.workbook.yaml_text import yaml_text

ALTERNATIVES, CRITERIA, THEMES, PROFILES, RUNS = 8, 60, 10, 20, 5


def measure() -> dict[str, Figure]:
    data = write_workbook(checked(_files()), "nl")
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        found = read_workbook(data, "big.xlsx")
        times.append(time.perf_counter() - begin)
        assert found.case is not None
        assert len(found.case.performances) == ALTERNATIVES * CRITERIA
    note = f"median of {RUNS}, {len(data) // 1000} kB, {noise() or 'machine quiet'}"
    return {"big_case_s": Figure(median(times), "s", note=note)}


def _files() -> dict[str, bytes]:
    """An invented case of the largest size that the format allows."""
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
        "criteria": [_criterion(number) for number in range(CRITERIA)],
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
        for first in range(ALTERNATIVES) for second in range(CRITERIA)
    ]  # fmt: skip
    sources = [
        {"id": f"S{number}", "title_nl": "Bron", "title_en": "Source", "complete": "no"} for number in range(100)
    ]
    return {
        "case.yaml": yaml_text(case)[0].encode(),
        "profiles.yaml": yaml_text(profiles)[0].encode(),
        "performances.csv": csv_text(PERFORMANCE_COLUMNS, list(enumerate(effects)))[0].encode(),
        "sources.csv": csv_text(SOURCE_COLUMNS, list(enumerate(sources)))[0].encode(),
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
