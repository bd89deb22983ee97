"""Rapport in a browser: choose with the keyboard, real workers, files that open, and axe on what is shown."""

import json

import pypdf
from playwright.sync_api import expect

from texts import words

from .axe import DESK, POCKET, violations_at
from .conftest import settled
from .waiting import PATIENCE, soon

TEXT = words("nl")


def test_from_nothing_chosen_to_a_file_that_opens(page, address, tmp_path):
    page.goto(f"{address}/rapport?lang=nl")
    settled(page)
    make = page.get_by_role("button", name=TEXT("report_page.make"))
    expect(make).to_be_disabled()
    everything = page.get_by_role("button", name=TEXT("report_page.profiles_all"))
    everything.focus()
    page.keyboard.press("Enter")
    expect(make).to_be_enabled()
    page.get_by_role("button", name=TEXT("report_page.profiles_clear")).click()
    expect(make).to_be_disabled()
    for name in ("Jongeren", "Waterschap"):  # a report of all of them says no more, and takes ten times as long
        page.get_by_role("combobox", name=TEXT("report_page.profiles")).click()
        page.keyboard.type(name)
        page.get_by_role("option", name=name).click()
    page.keyboard.press("Escape")
    expect(make).to_be_enabled()
    page.get_by_text(TEXT("report_page.depth_summary"), exact=True).click()
    page.get_by_role("button", name=TEXT("report_page.as_docx"), exact=True).click()  # leaves PDF
    page.get_by_role("button", name=TEXT("report_page.as_json")).click()
    settled(page)
    make.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=TEXT("report_page.ready"))).to_be_visible(timeout=3 * PATIENCE)
    settled(page)
    soon(lambda: violations_at(page, (POCKET, DESK)), [])
    kept = {}
    for name in ("pdf", "json"):
        with page.expect_download() as started:
            page.get_by_role("button", name=TEXT(f"report_page.as_{name}") + " (").click()
        kept[name] = tmp_path / started.value.suggested_filename
        started.value.save_as(kept[name])
    assert kept["pdf"].name.startswith("lutkemeer-")
    read = pypdf.PdfReader(kept["pdf"])
    assert "Lutkemeerpolder" in read.pages[0].extract_text()
    assert json.loads(kept["json"].read_text(encoding="utf-8"))["settings"]["depth"] == "summary"
    page.locator("[data-testid=stFileUploader] input").last.set_input_files(kept["json"])
    expect(page.get_by_text("Alle getallen zijn gelijk aan die van toen")).to_be_visible()
