"""WCAG 2.2 A and AA by axe-core. Faults of Streamlit itself are listed."""

from collections.abc import Sequence
from importlib.resources import files

from playwright.sync_api import Page

from tests.budget import LONG

from .conftest import IN_PLACE

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ASKED = "rules => axe.run({runOnly: {type: 'tag', values: rules}, resultTypes: ['violations'], preload: false})"
WIDTHS = """() => [document.documentElement, ...document.querySelectorAll("[data-testid=stMain]")]
    .map(e => e.scrollWidth)"""
DESK, POCKET = (1280, 720), (390, 844)
FROM_STREAMLIT: set[str] = set()
"""Rules that Streamlit's own widgets break; each is in the accessibility statement with its reason."""


def violations_at(page: Page, sizes: Sequence[tuple[int, int]], turn: int | None = None) -> list[str]:
    """What axe finds at each size, and what runs off the side there.

    With a turn, one of many states like it: in the short run axe then looks at one size, which states take turns in.
    """
    lines = []
    looked = sizes if LONG or turn is None else [sizes[turn % len(sizes)]]
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(IN_PLACE)
        wide = max(page.evaluate(WIDTHS))
        lines += [f"{width}: {line}" for line in (violations(page) if (width, height) in looked else [])]
        lines += [f"{width}: the page is {wide} wide"] if wide > width else []
    return lines


def violations(page: Page) -> list[str]:
    """What axe finds on the page in front, as lines."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE)
    found = page.evaluate(ASKED, RULES)
    return [
        f"{item['id']} ({item['impact']}): {node['html'][:200]} {node['failureSummary'][:200]}"
        for item in found["violations"]
        if item["id"] not in FROM_STREAMLIT
        for node in item["nodes"]
    ]
