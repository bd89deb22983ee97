"""Three messy sheets become cases on the page, with few cells typed, as the handbook says."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.cases.importing.messy import SHEETS, as_xlsx
from tests.e2e.axe import DESK, POCKET, violations_at
from tests.e2e.conftest import settled
from tests.e2e.waiting import soon
from texts import words

HANDBOOK = Path(__file__).parents[2] / "docs" / "handbook" / "eigen-zaak.md"
TEXT = words("nl")
COUNTS = {"mca": (14, 6, 83), "mkba": (9, 2, 18), "mer": (11, 3, 33)}
"""Criteria, alternatives and filled cells of each sheet."""


def test_three_messy_sheets_become_cases_that_can_be_looked_at(apart: Callable[[], Page], address: str, tmp_path: Path):
    steps = HANDBOOK.read_text(encoding="utf-8")
    for name, rows in SHEETS.items():
        typed, page = 0, apart()  # the case that was made before stays open where it was made
        file = tmp_path / f"{name}.xlsx"
        file.write_bytes(as_xlsx(rows))
        page.goto(f"{address}/eigen-zaak")
        settled(page)
        page.locator(".st-key-own_way_import input[type=file]").set_input_files(file)
        criteria, alternatives, cells = COUNTS[name]
        read = page.get_by_text(TEXT("import.counts", criteria=criteria, alternatives=alternatives, cells=cells))
        expect(read).to_be_visible(timeout=30_000)
        settled(page)
        if name == "mca":
            soon(lambda page=page: violations_at(page, (DESK, POCKET)), [])
        page.get_by_role("textbox", name=TEXT("own_case.copy_title")).last.fill(f"Proef {name}")
        typed += 1
        page.get_by_role("button", name=TEXT("import.make")).click()
        page.locator(".st-key-own_to_do").wait_for()
        settled(page)
        assert typed < 60
        page.get_by_role("button", name=TEXT("draft_gate.look")).click()
        expect(page.get_by_text(TEXT("own_case.draft_note"))).to_be_visible()
        settled(page)
        expect(page.locator("h1")).to_be_visible()
        page.get_by_role("link", name="Effecten").click()
        expect(page.locator(".w-effect-strip").first).to_be_visible()
    for bold in ("import.make", "way_import", "import.columns", "draft_gate.look"):
        key = bold if "." in bold else f"own_case.{bold}"
        assert re.search(rf"\*\*{re.escape(TEXT(key))}\*\*", " ".join(steps.split())), key
