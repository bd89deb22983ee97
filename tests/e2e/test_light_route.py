"""A release on the planner's board runs no page, and no part of the page shows older figures as if they were new."""

import re
import time

from playwright.sync_api import Page, expect

from cases import SHIPPED
from tests.cases.loaded import loaded
from texts import words
from texts.numbers import percent
from weighing.comparison import compare
from weighing.links import to_link
from weighing.weighing import Weighing, from_profile
from wording.sentences import total_text
from wording.verdict_words import verdict_text

from .conftest import IN_PLACE, settled
from .waiting import soon

CASE = loaded(SHIPPED / "lutkemeer")
TEXT = words("nl")
A_FEW = 3
"""Runs of the page: one, and on a busy machine it may ask again before the first is done."""
START = from_profile(CASE.profile("residents_nearby"))


def open_board(page: Page, address: str) -> list[str]:
    """Opens the board and returns what the browser says to Streamlit from then on."""
    said: list[str] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda _: said.append("rerun")))
    page.goto(f"{address}/wegen?lang=nl&" + "&".join(f"{key}={value}" for key, value in to_link(CASE, START).items()))
    settled(page)
    page.wait_for_selector(".b-range", state="attached")
    said.clear()
    return said


def with_work(points: int) -> Weighing:
    return START.with_theme("work", points)


def link_of(weighing: Weighing) -> str:
    """The points in an address, as a pattern; a browser may write ~ as %7E."""
    return to_link(CASE, weighing)["w"].replace("~", "(~|%7E)")


def more(page: Page) -> None:
    page.locator('[data-theme="work"] .b-more').click()


def confirmed(page: Page, weighing: Weighing) -> None:
    """Python's own totals for these points are there, and the address holds the points."""
    found = compare(CASE, weighing)
    totals = "|".join(total_text(found, row, TEXT) for row in range(len(CASE.alternatives)))
    expect(page.locator(".b-holder")).to_have_attribute("data-confirmed", totals)
    expect(page).to_have_url(re.compile(f"w={link_of(weighing)}"))


def test_a_release_is_answered_without_a_run_and_the_page_follows_where_somebody_looks(page, address):
    said = open_board(page, address)
    before = percent(compare(CASE, START).theme_weights[0], "nl")
    more(page)
    confirmed(page, with_work(40))
    expect(page.locator(".w-verdict-main")).to_contain_text(
        verdict_text(compare(CASE, with_work(40)), TEXT).main.striptags()
    )
    expect(page.locator(".w-languages a")).to_have_attribute("href", re.compile(f"w={link_of(with_work(40))}"))
    assert said == []

    # What stands below belongs to the points of before and says so, until it is drawn with the new ones.
    now = percent(compare(CASE, with_work(40)).theme_weights[0], "nl")
    assert now != before
    below, note = page.locator(".st-key-details"), page.locator(".w-behind")
    expect(below).to_contain_text(f"Nu is dat {before}")
    expect(note).to_be_visible()
    below.scroll_into_view_if_needed()
    expect(note).to_be_hidden()
    expect(below).to_contain_text(f"Nu is dat {now}")
    soon(lambda: page.evaluate(IN_PLACE) and len(said), lambda runs: 1 <= runs <= A_FEW)

    # A press on another page waits until the server has the points, however slow the way there is.
    page.route("**/weging", lambda route: (time.sleep(0.4), route.continue_()))
    more(page)
    page.get_by_role("link", name="Effecten").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Effecten")
    page.wait_for_function("() => location.search.includes('w=work-45~')")
    page.get_by_role("link", name="Wegen").click()
    expect(page.locator('[data-theme="work"] .b-field')).to_have_value("45")


def test_without_the_light_address_nothing_is_lost(page, address):
    said = open_board(page, address)
    page.route("**/weging", lambda route: route.abort())
    more(page)
    expect(page.locator(".b-verdict")).to_contain_text(TEXT("verdict.failed"))
    page.reload()  # the address holds what the server never heard
    expect(page.locator('[data-theme="work"] .b-field')).to_have_value("40")
    settled(page)
    said.clear()
    more(page)
    expect(page.locator(".b-verdict")).to_contain_text(TEXT("verdict.failed"))
    page.unroute("**/weging")
    page.evaluate("dispatchEvent(new Event('online'))")
    confirmed(page, with_work(45))
    assert said == []

    page.route("**/weging", lambda route: route.fulfill(status=404))  # another process, that does not know us
    more(page)
    confirmed(page, with_work(50))
    soon(lambda: page.evaluate(IN_PLACE) and len(said), lambda runs: 1 <= runs <= A_FEW)
    expect(page.locator(".w-behind")).to_be_hidden()
