"""How much there is to read: words and pixels of every desk page as it opens, and with all its doors open.

A word is what stands between two spaces and can be seen: what only a screen reader says does not count, nor does a
picture. The pages are those of the first case in Dutch, weighed by its last profile, on a screen of 1280 x 720.
"""

from urllib.parse import urlencode

from playwright.sync_api import Page

from benchmarks.figures import Figure
from benchmarks.servers import app, browser
from cases import SHIPPED
from cases.reading.loader import load_case
from ui.navigation import SCREENS
from weighing.links import to_link
from weighing.weighing import from_profile

CASE = "lutkemeer"
GOAL_AT_FIRST = 7000
READY = "[data-testid=stApp][data-test-script-state=notRunning]"
OPEN_DOORS = "() => document.querySelectorAll('details').forEach(door => { door.open = true; })"
SEEN = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let words = 0;
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.parentElement.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    range.selectNodeContents(text);
    const { width, height } = range.getBoundingClientRect();
    const clipped = text.parentElement.closest('.w-hidden, .material-icons, [data-testid=stIconMaterial], style');
    if (width > 1 && height > 1 && !clipped) words += text.data.split(/\\s+/).filter(Boolean).length;
  }
  const pages = [...document.querySelectorAll('[data-testid=stMain], main')];
  return { words, pixels: Math.max(document.body.scrollHeight, ...pages.map(page => page.scrollHeight)) };
}"""


def measure() -> dict[str, Figure]:
    """A figure for each page and for all pages together, at first and with all doors open."""
    case = load_case(SHIPPED / CASE)
    link = {"lang": "nl", "case": CASE, **to_link(case, from_profile(case.profiles[-1]))}
    figures, first, opened, pixels = {}, 0, 0, 0
    with app() as (address, _), browser() as chromium:
        page = chromium.new_page(viewport={"width": 1280, "height": 720})
        for screen in SCREENS:
            page.goto(f"{address}/{screen.address}?{urlencode(link)}")
            page.wait_for_selector(".w-footer")
            page.wait_for_selector(READY)
            seen, behind = _seen(page), _with_doors_open(page)
            first, opened, pixels = first + seen["words"], opened + behind["words"], pixels + seen["pixels"]
            note = f"{seen['pixels']} px high; with all doors open {behind['words']} words, {behind['pixels']} px"
            figures[f"{screen.name}_words"] = Figure(seen["words"], "words", note=note)
    figures["all_words"] = Figure(first, "words", GOAL_AT_FIRST, note=f"what is open at first, {pixels} px")
    figures["all_words_open"] = Figure(opened, "words", note="with all doors open")
    return figures


def _seen(page: Page) -> dict[str, int]:
    return page.evaluate(SEEN)


def _with_doors_open(page: Page) -> dict[str, int]:
    page.evaluate(OPEN_DOORS)
    page.evaluate(OPEN_DOORS)  # a door behind a door
    page.wait_for_timeout(1000)  # a chart behind a door draws itself
    return _seen(page)
