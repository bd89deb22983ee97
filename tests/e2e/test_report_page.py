"""The web page of a report in a real browser: axe, narrow screens, paper, and words that try to do something."""

import io

import pypdf
import pytest
from playwright.sync_api import expect

from reports.writers.html_writer import write_html
from reports.writers.images import chart_images
from tests.reports.writers.sample import hostile, sample

from .axe import DESK, POCKET, violations_at
from .waiting import soon

REPORTS = {"nl": sample("nl", criteria=6), "en": sample("en", criteria=6), "hostile": hostile(), "long": sample("nl")}
CHECKED = ("nl", "en", "hostile")
"""Axe takes ten seconds for the long one."""


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The addresses of the reports as files."""
    folder = tmp_path_factory.mktemp("reports")
    found = {}
    for name, report in REPORTS.items():
        path = folder / f"{name}.html"
        path.write_text(write_html(report, chart_images(report, png=False)), encoding="utf-8")
        found[name] = path.as_uri()
    return found


@pytest.mark.parametrize("name", CHECKED)
def test_axe_finds_nothing_and_the_page_does_not_move_sideways(apart, files, name):
    opened = apart(bypass_csp=True)  # axe is a script; the page allows none
    opened.goto(files[name])
    soon(lambda: violations_at(opened, (DESK, POCKET)), [])


@pytest.mark.parametrize("name", CHECKED)
def test_nothing_runs_and_nothing_is_asked_from_elsewhere(page, files, name):
    happened = []
    page.on("dialog", lambda dialog: (happened.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: happened.append(message.text))
    page.on("request", lambda request: happened.append(request.url))
    page.goto(files[name])
    assert [line for line in happened if not line.startswith(("file:", "data:"))] == []


def test_a_wide_table_can_be_moved_with_the_keyboard(page, files):
    page.goto(files["nl"] + "#wide")
    table = page.locator("#wide .scroll")
    table.focus()
    page.keyboard.press("ArrowRight")
    expect(table).not_to_have_js_property("scrollLeft", 0)


def test_paper_turns_for_wide_sections_and_loses_no_words(page, files):
    page.goto(files["long"])
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    sideways = [sheet.mediabox.width > sheet.mediabox.height for sheet in printed.pages]
    assert True in sideways
    assert (sideways[0], sideways[-1]) == (False, False)
    text = "".join(sheet.extract_text() for sheet in printed.pages)
    assert all(f"Criterium nummer {number}" in text.replace("\n", " ") for number in range(1, 61))
    first_wide, second_wide = [s.extract_text() for s, wide in zip(printed.pages, sideways, strict=True) if wide][:2]
    assert first_wide.count("Eenheid") == second_wide.count("Eenheid") == 1  # the header is repeated
