"""A total that is a range is longer than a number: it stays in its place, with the longest figures and a wide font."""

from urllib.parse import urlencode

import pytest

from tests.cases.loaded import loaded
from weighing.links import to_link
from weighing.weighing import from_profile

from .conftest import TEN_PLANS, settled
from .waiting import soon

CASE = loaded(TEN_PLANS)
LONGEST = """() => document.querySelectorAll(".b-chart .w-bar-total b").forEach((total) => {
    total.textContent = "100 tot 100";
    total.toggleAttribute("data-range", true);
    total.style.fontFamily = "DejaVu Sans";
})"""
OVER = """() => [...document.querySelectorAll(".b-chart [data-alternative] .w-bar-total")].map((place) => {
    const text = document.createRange();
    text.selectNodeContents(place.querySelector("b"));
    return Math.ceil(text.getBoundingClientRect().right - place.getBoundingClientRect().right);
}).filter((over) => over > 0)"""


@pytest.mark.parametrize("page", [(1280, 720), (1920, 1080), (390, 844)], indirect=True)
@pytest.mark.parametrize("view", ["bars", "map"])
def test_a_range_stays_in_its_place_on_wegen(page, address, view):
    link = {"lang": "nl", "case": CASE.id, **to_link(CASE, from_profile(CASE.profiles[-1]))}
    page.goto(f"{address}/wegen?{urlencode(link)}")
    settled(page)
    page.locator(f".b-view[data-view={view}]").click()
    soon(lambda: page.locator(".b-chart b[data-range]").count(), 1)
    soon(lambda: page.evaluate(OVER), [])
    page.evaluate(LONGEST)
    soon(lambda: page.evaluate(OVER), [])
