"""The flow that matters, in a real browser: open, choose a profile, weigh by keyboard, share, come back."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from cases import SHIPPED
from tests.cases.loaded import loaded as case_in
from texts.numbers import number
from ui.navigation import BY_NAME, GROUPS, group_of
from weighing.comparison import compare
from weighing.links import from_link, to_link
from weighing.weighing import Weighing, from_profile

from .conftest import OUTSIDE, loaded, quiet, settled
from .waiting import soon, steady

CASE = case_in(SHIPPED / "lutkemeer")


def totals_on_screen(page: Page) -> list[str]:
    """The totals in the order of the case; on screen the highest is on top."""
    return page.evaluate(
        """() => [...document.querySelectorAll(".b-chart .w-bar-row")]
            .sort((a, b) => a.dataset.place - b.dataset.place)
            .map(row => row.querySelector(".w-bar-total b").textContent)"""
    )


def shows(page: Page, weighing: Weighing) -> None:
    """The board comes to show the totals of these points."""
    soon(lambda: totals_on_screen(page), [number(total, "nl") for total in compare(CASE, weighing).totals])


def state_in(url: str) -> Weighing:
    parts = {key: values[0] for key, values in parse_qs(urlsplit(url).query).items()}
    return from_link(CASE, parts)[0]


def link(profile: str, language: str = "nl") -> str:
    parts = {"lang": language, **to_link(CASE, from_profile(CASE.profile(profile)))}
    return "wegen?" + "&".join(f"{key}={value}" for key, value in parts.items())


def test_the_whole_flow(page, address):
    page.goto(address)
    settled(page)
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    expect(page.locator(".b-board")).to_have_count(0)

    page.get_by_role("button", name="Zelf wegen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Wegen")
    settled(page)
    page.get_by_role("combobox", name="Kies een voorbeeld").click()
    page.keyboard.type("Bestaans")
    page.get_by_role("option", name="Bestaanszekerheid").click()
    page.get_by_role("button", name="Begin met dit voorbeeld").click()
    weighing = from_profile(CASE.profile("view_security"))
    shows(page, weighing)
    first = CASE.alternatives[compare(CASE, weighing).first].label.nl
    expect(page.locator(".w-why")).to_contain_text(f"{first} heeft het hoogste totaal")

    # a slider by keyboard, from the 25 points of the profile
    slider = page.locator('[data-theme="nature_water"] input[type=range]')
    slider.focus()
    for _ in range(3):
        page.keyboard.press("PageUp")
    settled(page)
    given = int(steady(slider.input_value))
    assert given > 25
    weighing = weighing.with_theme("nature_water", given)
    shows(page, weighing)
    first = CASE.alternatives[compare(CASE, weighing).first].label.nl
    expect(page.locator(".w-why")).to_contain_text(f"{first} heeft het hoogste totaal")

    # leave the page and come back: the weights are still there
    page.get_by_role("link", name="Effecten").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Effecten")
    page.get_by_role("link", name="Wegen").click()
    shows(page, weighing)

    # the address holds the state: open it as a stranger would
    settled(page)
    shared = soon(lambda: page.url, lambda url: state_in(url) == weighing)
    page.goto("about:blank")
    page.goto(shared)
    settled(page)
    shows(page, weighing)

    # another language: same numbers, and a page that says which language it is in
    page.get_by_role("link", name="EN", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Weigh")
    shows(page, weighing)


def test_a_blank_start_by_keyboard_alone(page, address):
    page.goto(f"{address}/wegen?lang=nl")
    settled(page)
    page.locator(".st-key-largest_community button").focus()
    page.keyboard.press("Enter")
    settled(page)
    page.locator('[data-theme="work"]').get_by_role("button", name="de helft").focus()
    page.keyboard.press("Space")
    expect(page.locator('[data-theme="work"] input[type=range]')).to_have_value("50")
    expect(page.locator('[data-theme="work"] input[type=range]')).to_be_focused()
    expect(page.get_by_text("Voorlopig: 2 van 7")).to_be_visible()


def test_a_number_opens_its_source_by_keyboard_and_closes_again(page, address):
    page.goto(f"{address}/effecten?lang=nl")
    settled(page)
    details = page.locator("#cell-jobs-business_park")
    for button in (".w-mark", ".w-cell"):  # on the strip, and in the table behind a press
        cell = page.locator(f"[popovertarget=cell-jobs-business_park]{button}")
        cell.focus()
        page.keyboard.press("Enter")
        expect(details).to_be_visible()
        expect(details).to_contain_text("358 tot 1.009")
        page.keyboard.press("Escape")
        expect(details).to_be_hidden()
        expect(cell).to_be_focused()
        page.locator(".w-effects-table > summary").click()


def test_neither_the_browser_nor_the_server_asks_anything_of_any_other_machine(page, address):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("", link("residents_nearby"), "effecten", "uitleg", "m/lutkemeer", "scherm/lutkemeer"):
        page.goto(f"{address}/{path}")
        loaded(page)
        if not path.startswith(("m/", "scherm/")):
            settled(page)
            quiet(page)
    other = [url for url in asked if not url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))]
    assert asked
    assert not other
    assert not OUTSIDE.exists(), OUTSIDE.read_text()


def test_a_page_opened_at_its_own_address_asks_for_nothing_in_vain(page, address):
    failed: list[str] = []
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    page.goto(f"{address}/{link('residents_nearby')}")
    settled(page)
    assert failed == []


def test_back_goes_one_step_of_the_visitor_back(page, address):
    page.goto(f"{address}/toegankelijkheid")
    page.goto(f"{address}/?lang=nl")
    settled(page)
    for name in ("Effecten", "Wegen"):
        page.get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(name)
        settled(page)
        page.wait_for_function("() => location.search.includes('case=')")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Effecten")
    settled(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(CASE.question.nl)
    settled(page)
    page.go_back()
    expect(page).to_have_url(f"{address}/toegankelijkheid")
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text(CASE.question.nl)


def test_the_bars_lead_to_every_page_and_the_weights_go_along(page, address):
    """From Keuzes, in the row of Hoe zeker?, by the bar and the row of Wie to Euro's, and by the lighter bar on."""
    page.goto(f"{address}/{link('residents_nearby').replace('wegen?', 'keuzes?')}")
    settled(page)
    for word, name in (("", "choices"), ("Wie", "who"), ("Euro's", "euros"), ("Uitleg", "explained"), ("Zaak", "case")):
        if word:
            page.get_by_role("link", name=word, exact=True).first.click()
            page.wait_for_url(f"**/{BY_NAME[name].address}?*start=residents_nearby*")
            settled(page)
        links = page.locator("[data-testid=stPageLink] a")
        expected = {screen.address for screen in [*(group.screens[0] for group in GROUPS), *group_of(name).screens]}
        soon(
            lambda links=links: set(links.evaluate_all("all => all.map(a => a.getAttribute('href').split('?')[0])")),
            expected,
        )
    page.get_by_role("link", name="In vijf minuten").click()
    page.wait_for_url("**/kort/lutkemeer?*start=residents_nearby*")


def test_the_links_in_the_bar_hold_the_newest_weights_for_who_opens_them_without_this_session(page, address):
    """After the server was started anew, or in another tab."""
    page.goto(f"{address}/{link('residents_nearby')}")
    settled(page)
    page.locator("[data-theme=work] .b-more").click()
    weighing = from_profile(CASE.profile("residents_nearby")).with_theme("work", 40)
    there = page.get_by_role("link", name="Hoe zeker?", exact=True).first
    soon(lambda: state_in(there.get_attribute("href")), weighing)
    href = steady(lambda: there.evaluate("link => link.href"))
    there.click()  # in this session the board's own points go along
    page.wait_for_url("**/hoe-zeker*")
    soon(lambda: state_in(page.url), weighing)
    page.goto("about:blank")
    page.goto(href)
    settled(page)
    soon(lambda: state_in(page.url), weighing)


def test_builtin_words_of_streamlit_are_dutch_on_a_dutch_page(page, address):
    page.goto(f"{address}/{link('residents_nearby')}")
    settled(page)
    script = "() => [...document.querySelectorAll('[aria-label]')].map(e => e.getAttribute('aria-label'))"
    labels = steady(lambda: page.evaluate(script))
    english = re.compile(r"\b(increment|decrement|increase|decrease|skip|close|menu|slider|open)\b", re.I)
    assert not [label for label in labels if english.search(label) and label != "Menu"]


def test_a_hostile_link_leaves_the_page_whole(page, address):
    page.goto(f"{address}/wegen?lang=nl&w=work-100~%3Cscript%3Ealert(1)%3C/script%3E~community-50&start=own")
    settled(page)
    expect(page.get_by_text("Niet alles in uw link kon worden gebruikt")).to_be_visible()
    expect(page.locator('[data-theme="community"] input[type=range]')).to_have_value("50")
    page.get_by_role("button", name="Begrepen").click()
    expect(page.get_by_text("Niet alles in uw link kon worden gebruikt")).to_have_count(0)
