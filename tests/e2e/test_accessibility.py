"""WCAG 2.2 A and AA by axe-core on every page, in both languages and two widths. Streamlit's own faults are listed."""

from importlib.resources import files

import pytest
from playwright.sync_api import Page

from .conftest import settled

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WEIGHTS = "start=own&w=work-35~public_money-20~business_space-10~food_soil-30~nature_water-60~surroundings-100"
PAGES = {
    "zaak": "?lang={}",
    "effecten": "effecten?lang={}",
    "verkennen, leeg": "verkennen?lang={}",
    "verkennen, gewogen": f"verkennen?lang={{}}&{WEIGHTS}",
    "verkennen, gewone schuiven": f"verkennen?lang={{}}&plain=1&{WEIGHTS}",
    "hoe zeker, leeg": "hoe-zeker?lang={}",
    "hoe zeker, gewogen": f"hoe-zeker?lang={{}}&{WEIGHTS}~community-40",
    "euro's, uit": "euros?lang={}",
    "euro's, aan": f"euros?lang={{}}&e=true_price_2025&{WEIGHTS}",
    "euro's, andere set": "euros?lang={}&e=mkba_nl",
    "wie en wanneer": "wie-en-wanneer?lang={}",
    "keuzes": f"keuzes?lang={{}}&{WEIGHTS}~community-40",
    "eerlijk": "eerlijk?lang={}",
    "rapport": "rapport?lang={}",
    "eigen zaak": "eigen-zaak?lang={}",
    "uitleg": "uitleg?lang={}",
    "telefoon, kiezen": "m?lang={}",
    "telefoon, kader": "m/lutkemeer?lang={}",
    "telefoon, feiten": "m/lutkemeer?lang={}#facts",
    "telefoon, wegen": f"m/lutkemeer?lang={{}}&{WEIGHTS}#weigh",
    "telefoon, uitkomst": f"m/lutkemeer?lang={{}}&{WEIGHTS}#result",
    "telefoon, euro's": "m/lutkemeer?lang={}&e=true_price_2025#result",
    "scherm, euro's": "scherm/lutkemeer?lang={}&e=true_price_2025",
    "scherm, begin": "scherm/lutkemeer?lang={}",
    "scherm, gewogen": f"scherm/lutkemeer?lang={{}}&{WEIGHTS}",
    "verklaring": "toegankelijkheid?lang={}",
}
LIGHT = ("telefoon", "scherm", "verklaring")
"""Pages without Streamlit."""
FROM_STREAMLIT: set[str] = set()
"""Rules that Streamlit's own widgets break; each is in the accessibility statement with its reason."""


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run({runOnly: {type: 'tag', values: rules}})", RULES)
    return [
        f"{item['id']} ({item['impact']}): {node['html'][:200]} {node['failureSummary'][:200]}"
        for item in found["violations"]
        if item["id"] not in FROM_STREAMLIT
        for node in item["nodes"]
    ]


DESK, POCKET = (1280, 720), (390, 844)
NARROW = ("verkennen, gewogen", "euro's, aan")
"""Streamlit pages that are also looked at on a phone; the light pages all are."""
ENGLISH = ("hoe zeker, gewogen", "telefoon, uitkomst", "scherm, gewogen")
"""English has the same layout as Dutch; these hold nearly all its words."""
FACES = [*((name, "nl") for name in PAGES), *((name, "en") for name in ENGLISH)]


@pytest.mark.parametrize(("name", "language"), FACES)
def test_axe_finds_nothing(page, address, name, language):
    page.goto(f"{address}/{PAGES[name].format(language)}")
    if name.startswith(LIGHT):
        page.wait_for_load_state("networkidle")
    else:
        settled(page)
    narrow = language == "nl" and name.startswith((*LIGHT, *NARROW))
    for width, height in (DESK, POCKET) if narrow else (DESK,):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(250)
        assert violations(page) == [], (width, height)
