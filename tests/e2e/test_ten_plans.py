"""A case with ten alternatives: six in view at once, and the four others one press away."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.cases.loaded import loaded
from texts import words
from weighing.clash import clash
from weighing.links import to_link
from weighing.weighing import from_profile

from .conftest import TEN_PLANS
from .waiting import soon

CASE = loaded(TEN_PLANS)
FIRST, REST = [item.id for item in CASE.alternatives[:6]], [item.id for item in CASE.alternatives[6:]]
OTHERS = {count: words("nl")("explore.others", count=count) for count in (4, 6)}


def link(**more: str) -> str:
    return urlencode({"lang": "nl", **to_link(CASE, from_profile(CASE.profiles[-1])), **more})


def in_view(page, root: str, ids: list[str]) -> None:
    rows = page.locator(f"{root} [data-alternative]:visible")
    soon(lambda: sorted(rows.evaluate_all("rows => rows.map((row) => row.dataset.alternative)")), sorted(ids))


def test_the_wall_shows_six_and_key_a_the_others_with_every_view_and_through_an_undo(page, address):
    page.goto(f"{address}/scherm/{CASE.id}?{link()}")
    others = page.locator("#board .p-others")
    expect(others).to_contain_text(OTHERS[4])
    in_view(page, ".b-chart", FIRST)
    page.keyboard.press("a")
    expect(others).to_contain_text(OTHERS[6])
    in_view(page, ".b-chart", REST)
    page.keyboard.press("ArrowUp")
    in_view(page, ".b-chart", REST)
    page.keyboard.press("u")
    in_view(page, ".b-chart", REST)
    page.keyboard.press("v")
    in_view(page, ".b-chart", REST)
    bars = page.locator(f".b-chart [data-alternative={REST[0]}] .w-map-cell:visible .w-map-bar")
    heights = "bars => bars.map((bar) => bar.getBoundingClientRect().height)"
    soon(lambda: bars.evaluate_all(heights), lambda found: len(found) > 1 and min(found) > 20)
    others.click()
    in_view(page, ".b-chart", FIRST)
    page.keyboard.press("z")
    in_view(page, ".b-strip", FIRST)
    page.keyboard.press("t")  # all futures of all ten on two pages at most
    expect(page.locator("#futures thead .w-badge")).to_have_text([item.code for item in CASE.alternatives])
    expect(page.locator("#futures .p-page-number")).to_have_text(re.compile("^$|van 2"))


def test_the_story_and_the_start_of_the_wall_show_six_and_what_the_clash_names_stays_in_view(page, address):
    page.goto(f"{address}/scherm/{CASE.id}?lang=nl")
    in_view(page, ".p-alternatives", FIRST)
    page.keyboard.press("a")
    in_view(page, ".p-alternatives", REST)
    page.goto(f"{address}/scherm/{CASE.id}?lang=nl&story=2")
    in_view(page, ".p-plans", FIRST)
    page.keyboard.press("a")
    in_view(page, ".p-plans", REST)
    page.goto(f"{address}/scherm/{CASE.id}?lang=nl&story=3")
    named = clash(CASE).alternatives
    others = [item.id for item in CASE.alternatives if item.id not in named]
    in_view(page, ".p-names", [*named, *others[:4]])
    page.keyboard.press("a")
    in_view(page, ".p-names", [*named, *others[4:]])
    page.keyboard.press("a")
    page.locator("[data-others=named]").click()
    in_view(page, ".p-names", [*named, *others[4:]])


@pytest.mark.parametrize("page", [(390, 844)], indirect=True)
def test_the_phone_shows_the_same_six_on_every_screen_and_a_button_for_the_others(page, address):
    page.goto(f"{address}/m/{CASE.id}?{link()}#result")
    others = page.locator("#result .m-others")
    expect(others).to_have_text(OTHERS[4])
    in_view(page, "#bars", FIRST)
    others.press("Enter")
    expect(others).to_have_text(OTHERS[6])
    expect(others).to_be_focused()
    in_view(page, "#bars", REST)
    page.locator(".m-steps a").nth(2).click()
    in_view(page, "#live", REST)
    page.locator("#live .m-others").click()
    in_view(page, "#live", FIRST)
    page.locator(".m-steps a").first.click()
    in_view(page, ".m-plans", FIRST)
    page.locator("#frame .m-others").click()
    in_view(page, ".m-plans", REST)


def test_five_minutes_has_six_columns_that_need_no_scrolling_and_links_to_the_others(page, address):
    page.goto(f"{address}/kort/{CASE.id}?{link()}")
    columns = page.locator("thead th .w-badge")
    expect(columns).to_have_text([item.code for item in CASE.alternatives[:6]])
    wide = "[...document.querySelectorAll('.k-scroll, html')].map(e => e.scrollWidth - e.clientWidth)"
    soon(lambda: page.evaluate(wide), [0, 0])
    page.get_by_role("link", name=OTHERS[4]).click()
    expect(columns).to_have_text([item.code for item in CASE.alternatives[6:]])
    page.locator(".k-plans summary").click()
    for place in range(7, len(CASE.alternatives)):
        page.locator(".k-plans input[type=checkbox]").nth(place).uncheck()
    page.locator(".k-plans input[type=checkbox]").nth(1).check()
    page.locator(".k-plans button").click()
    expect(columns).to_have_text([CASE.alternatives[1].code, CASE.alternatives[6].code])
    expect(page.locator(".k-weighed")).to_be_visible()


def test_the_knob_of_the_dial_is_in_view_beside_ten_totals_on_a_small_desk(page, address):
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(f"{address}/wegen?{link(case=CASE.id)}")
    in_view(page, ".b-chart", [*FIRST, *REST])
    expect(page.locator(".b-dial-track")).to_be_in_viewport(ratio=1)
