"""A planner's map in a browser: a shapefile is given, its words are matched, and every plan has a map on Zaak."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from cases import SHIPPED
from cases.reading.case_folder import read_files
from cases.workbook.draft import draft_bytes
from cases.workbook.drafting import check_draft, sheets_of
from files.problems import Problems
from tests.cases.areas import AREAS
from tests.cases.loaded import loaded
from tests.cases.test_given_areas import shapefile
from tests.e2e.axe import DESK, POCKET, violations_at
from tests.e2e.conftest import published, settled
from tests.e2e.waiting import soon
from texts import words

GARDEN = loaded(SHIPPED / "practice_garden")
TEXT = words("nl")


@pytest.fixture
def garden(address) -> Iterator[tuple[str, str]]:
    """The id and the key of a published own case, in the store that the server under test reads."""
    case_id = f"kaart_{uuid4().hex[:20]}"
    draft = sheets_of(GARDEN, "nl").with_cell("id", "value", case_id)
    for name, data in read_files(SHIPPED / "practice_garden", Problems()).items():
        if name.startswith("pictures/"):
            draft = draft.with_file(name, data)
    with published(address, case_id, check_draft(draft, "nl", case_id).files, draft_bytes(draft)) as key:
        yield case_id, key


def choose(page, label: str, option: str) -> None:
    """Open a list and press; a list that closes because the page was drawn anew is opened again."""
    box, wanted = page.get_by_role("combobox", name=label), page.get_by_role("option", name=option, exact=True)

    def unfolded() -> bool:
        if not wanted.count():
            box.click()
        return wanted.count() == 1

    soon(unfolded, True)
    wanted.click()
    expect(wanted).to_have_count(0)
    settled(page)


def test_a_shapefile_becomes_a_map_of_every_plan(page, address, garden, tmp_path):
    case_id, key = garden
    page.goto(f"{address}/eigen-zaak#zaak={case_id}&sleutel={key}")
    page.locator(".w-own-head").wait_for()
    page.get_by_text(TEXT("own_case.tab_pictures"), exact=True).first.click()
    page.get_by_role("heading", name=TEXT("own_case.map_title")).wait_for()
    settled(page)
    given = page.locator("[class*=st-key-own_map_] input[type=file]")
    given.set_input_files({"name": "kapot.zip", "mimeType": "application/zip", "buffer": shapefile(tmp_path, ".dbf")})
    page.get_by_text("Van laag 'plan' ontbreekt .dbf.").wait_for()
    settled(page)
    given.set_input_files({"name": "plan.zip", "mimeType": "application/zip", "buffer": shapefile(tmp_path)})
    page.locator(".st-key-own_map_choices").wait_for()
    settled(page)

    # nothing is called alike, so nothing is guessed: all is asked
    choose(page, TEXT("own_case.map_field_alternative"), "plan")
    for value, alternative in zip(("as_now", "ring_road"), GARDEN.alternatives, strict=False):
        choose(page, TEXT("own_case.map_value_alternative", value=value), alternative.label.nl)
    choose(page, TEXT("own_case.map_field_use"), "use")
    for value, pattern in (("quays", "business"), ("reeds", "nature"), ("road", "paved")):
        named = TEXT("own_case.map_new_use", pattern=TEXT(f"own_case.pattern_{pattern}"))
        choose(page, TEXT("own_case.map_value_use", value=value), named)
    rows = page.locator(".st-key-own_map_choices table tbody tr")
    soon(rows.all_inner_texts, lambda found: [re.findall(r"\d,\d\d|\d(?=\t)", row)[:1] for row in found] == [
        ["5"], ["1"], ["3,59"], ["2"]])  # fmt: skip
    page.get_by_text(TEXT("own_case.map_left_out", count=1)).wait_for()
    page.get_by_role("button", name=TEXT("own_case.map_keep")).click()
    page.get_by_text(TEXT("own_case.map_there", count=len(AREAS) - 1)).wait_for()
    settled(page)

    choose(page, TEXT("own_case.map_source"), next(iter(GARDEN.sources)))
    choose(page, TEXT("own_case.map_grade"), "D")
    page.get_by_role("button", name=TEXT("own_case.map_to_tiles")).click()
    page.get_by_text(TEXT("own_case.map_tiles_done")).wait_for()
    settled(page)
    soon(lambda: violations_at(page, (POCKET, DESK)), [])

    page.get_by_text(TEXT("own_case.tab_versions"), exact=True).first.click()
    page.get_by_role("textbox", name="Wie bewaart dit?").fill("planoloog")
    page.get_by_role("textbox", name="Waarom?").fill("met kaart")
    page.get_by_role("button", name="Bewaar als versie").click()
    page.get_by_text("Versie 2 is bewaard").wait_for()
    settled(page)
    page.get_by_role("button", name="Maak openbaar").first.click()
    page.get_by_text("Versie 2 is openbaar.").wait_for()

    page.goto(f"{address}/zaak?case={case_id}")
    maps = page.locator(".w-maps img")
    expect(maps).to_have_count(len(GARDEN.alternatives))
    settled(page)
    expect(maps.nth(1)).to_have_attribute("alt", re.compile("quays: 3,59 hectare; road: 2 hectare\\.$"))
    expect(maps.nth(2)).to_have_attribute("alt", re.compile(re.escape(TEXT("areas.nothing")) + "$"))
    sizes = "images => new Set(images.map(each => `${each.clientWidth} ${each.clientHeight}`)).size"
    soon(lambda: maps.evaluate_all(sizes), 1)
    soon(lambda: violations_at(page, (POCKET, DESK)), [])

    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{address}/m/{case_id}#facts")
    page.locator("summary", has_text=TEXT("areas.title")).click()
    expect(page.locator(".w-maps svg")).to_have_count(len(GARDEN.alternatives))
    soon(lambda: page.evaluate("document.documentElement.scrollWidth <= innerWidth"), True)
