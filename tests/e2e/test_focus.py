"""The keyboard is always somewhere: what is pressed may go away or go off, but the focus stays on the page."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from cases import SHIPPED
from tests.budget import LONG
from tests.cases.loaded import loaded as case_in
from texts import words
from weighing.links import to_link
from weighing.weighing import from_profile

from .conftest import loaded, settled
from .waiting import soon, steady

CASE = case_in(SHIPPED / "lutkemeer")
WEIGHED = {"lang": "nl", "case": CASE.id, **to_link(CASE, from_profile(CASE.profiles[-1]))}
HERE = "() => document.activeElement !== document.body && document.activeElement.checkVisibility()"
PRESSED = "button:visible:enabled, summary:visible"


def held(page: Page) -> None:
    soon(lambda: page.evaluate(HERE), True)


@pytest.mark.parametrize("path", ["effecten", "wie-en-wanneer", "wie-en-wanneer?p=requirements.apart."])
def test_a_window_over_a_page_takes_the_keyboard_and_gives_it_back(page, address, path):
    page.goto(f"{address}/{path}{'&' if '?' in path else '?'}{urlencode({'lang': 'nl', 'case': CASE.id})}")
    settled(page)
    opens = page.locator("[popovertarget]:visible")
    for place in (0, 1, -1):
        opener = opens.nth(place)
        opener.press("Enter")
        window = page.locator(".w-pop:popover-open")
        expect(window.locator(".w-close")).to_be_focused()
        page.keyboard.press("Escape")
        expect(window).to_have_count(0)
        expect(opener).to_be_focused()
        opener.press("Enter")
        window.locator(".w-close").press("Enter")
        expect(window).to_have_count(0)
        expect(opener).to_be_focused()


def test_what_is_pressed_on_wegen_leaves_the_keyboard_on_the_page(page, address):
    page.goto(f"{address}/wegen?lang=nl&case={CASE.id}")
    settled(page)
    page.get_by_role("button", name=words("nl")("explore.start_pick")).first.press("Enter")
    expect(page.locator(".b-theme")).to_have_count(len(CASE.themes))
    held(page)
    theme = page.locator(f"[data-theme={CASE.themes[1].id}]")
    for value in ("50", "unsure"):
        theme.locator(f"[data-value='{value}']").press("Enter")
        expect(theme.locator(":focus")).to_have_count(1)
    theme.locator("[data-value='75']").press("Enter")
    more = theme.locator(".b-more")
    for points in range(80, 101, 5):
        more.press("Enter")
        expect(theme.locator(".b-range")).to_have_value(str(points))
    expect(more).to_be_disabled()
    expect(theme.locator(":focus")).to_have_count(1)
    undo, redo = page.locator(".b-undo"), page.locator(".b-redo")
    for _ in range(8):  # from unsure and 75, and five presses on more: to the first answer
        undo.press("Enter")
        expect(page.locator(".b-buttons :focus")).to_have_count(1)
    expect(undo).to_be_disabled()
    expect(redo).to_be_focused()
    redo.press("Enter")
    expect(redo).to_be_focused()
    settled(page)
    page.locator(".b-reset").press("Enter")
    expect(page.locator(".b-theme")).to_have_count(0)
    held(page)


def test_a_page_that_was_opened_by_its_link_has_the_keyboard(page, address):
    page.goto(f"{address}/wegen?{urlencode(WEIGHED)}")
    settled(page)
    for name in ("Effecten", "Hoe zeker?", "Rapport", "Uitleg"):
        page.get_by_role("link", name=name, exact=True).first.press("Enter")
        settled(page)
        held(page)


TO_PRESS = """(all, { not, every }) => {
  const seen = new Set();
  return all.map((e, place) => {
    const kind = [e.tagName, e.className, e.dataset.do, e.parentElement.className].join();
    const again = !every && seen.has(kind);
    seen.add(kind);
    return again || e.matches(not) ? -1 : place;
  }).filter((place) => place >= 0);
}"""
"""The places of what is pressed: of buttons that stand in every row the first, and all of them in a long run."""


@pytest.mark.parametrize(
    ("path", "parts", "skipped"),
    [
        ("scherm", WEIGHED, "[data-do=presenter], [data-do=dial]"),
        ("scherm", WEIGHED | {"story": "2"}, "[data-do=presenter], [data-do=dial]"),
        ("scherm", {"lang": "nl"}, "[data-do=presenter], [data-do=dial]"),
        ("m", WEIGHED, "#profile-go"),
        ("m#result", WEIGHED, "#copy, #send, #card-make"),
        ("m#weigh", {"lang": "nl"}, "#none"),
        ("kort", WEIGHED, "#none"),
        ("regie", {"lang": "nl"}, "#open"),
    ],
)
def test_no_press_on_a_light_page_drops_the_keyboard(page, address, path, parts, skipped):
    name, _, place = path.partition("#")
    here = f"{address}/{name}/{CASE.id}?{urlencode(parts)}" + (f"#{place}" if place else "")

    pressed = page.locator(PRESSED)

    def open_again() -> list[int]:
        page.goto("about:blank")
        page.goto(here)
        loaded(page)
        return steady(lambda: pressed.evaluate_all(TO_PRESS, {"not": skipped, "every": LONG}))

    for place in open_again():
        open_again()
        pressed.nth(place).press("Enter")
        held(page)
