"""Two of seven themes weighed: every face once said that no theme could change what comes first. And "I don't know"."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import expect

from texts import words
from web.shared_cases import sound
from weighing.comparison import compare
from weighing.links import from_link, to_link
from weighing.weighing import OWN, Weighing
from wording.sentences import total_text

from .conftest import settled
from .test_phone import asked
from .waiting import soon

CASE = sound()["lutkemeer"]
TWO = Weighing(OWN, {"nature_water": 100.0, "community": 50.0})
MISSING = "5 themes not weighed yet: the result can still change."
FACES = {"phone": "m/lutkemeer?{}#result", "wall": "scherm/lutkemeer?{}", "explore": "wegen?case=lutkemeer&{}"}
BOARDS = ("wall", "explore")
"""The faces that show a result while themes are missing; the phone asks for those first."""


def state_in(url: str):
    """The weighing in an address, and what of it was not used."""
    return from_link(CASE, {key: found[0] for key, found in parse_qs(urlsplit(url).query).items()})


def open_face(page, address, face, weighing):
    page.goto(f"{address}/{FACES[face].format(urlencode({'lang': 'en', **to_link(CASE, weighing)}))}")
    if face == "explore":
        settled(page)
    page.wait_for_selector(".b-chart [data-alternative]")


@pytest.mark.parametrize("face", BOARDS)
def test_what_was_not_weighed_yet_can_still_change_the_result_and_the_face_says_so(page, address, face):
    open_face(page, address, face, TWO)
    expect(page.locator(".w-why")).to_contain_text(MISSING)
    expect(page.locator(".w-flip")).not_to_contain_text("No single theme")
    expect(page.locator(".b-verdict")).to_contain_text("First weigh all themes")
    # what was false: business space at 100 puts the business park first
    page.locator("[data-theme=business_space] .b-answer[data-value='100']").dispatch_event("click")
    first = compare(CASE, TWO.with_theme("business_space", 100)).first
    assert first != compare(CASE, TWO).first
    expect(page.locator(".w-why b").first).to_have_text(CASE.alternatives[first].label.en)


@pytest.mark.parametrize("face", BOARDS)
def test_a_theme_of_which_one_does_not_know_makes_ranges(page, address, face):
    open_face(page, address, face, TWO)
    if face == "wall":
        for _ in range([theme.id for theme in CASE.themes].index("business_space")):
            page.keyboard.press("PageDown")
        page.keyboard.press("x")
    else:
        page.locator("[data-theme=business_space] [data-value=unsure]").dispatch_event("click")
    found = compare(CASE, TWO.with_unsure("business_space"))
    for row, item in enumerate(CASE.alternatives):
        total = page.locator(f".b-chart [data-alternative={item.id}] .w-bar-total b")
        expect(total).to_have_text(total_text(found, row, words("en")))
    expect(page.locator(".w-why")).to_contain_text("Which has the highest total depends on what you do not know")
    shown = page.locator(".b-chart .w-first:not([hidden])")
    expect(shown).to_have_text(["perhaps highest"] * len(found.may_be_first))
    if face != "explore":
        soon(lambda: state_in(page.url), (TWO.with_unsure("business_space"), ()))


def starts(page) -> list[float]:
    return page.locator("#live .m-live-track").evaluate_all("all => all.map(n => n.getBoundingClientRect().left)")


def below_each_other(starts: list[float]) -> bool:
    """In one column, or with five alternatives and more in two."""
    return len(starts) == len(CASE.alternatives) and len(set(map(round, starts))) <= 1 + (len(starts) > 4)


def test_the_phone_asks_for_the_missing_themes_and_then_says_what_depends_on_them(page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/m/lutkemeer?{urlencode({'lang': 'en', **to_link(CASE, TWO)})}#result")
    weighing, themes = TWO, list(TWO.theme_points)
    while len(themes) < len(CASE.themes):
        themes.append(asked(page, themes))
        expect(page.locator("#bars")).to_be_hidden()
        weighing = weighing.with_unsure(themes[-1])
        page.locator(".m-answer[data-value=unsure]").click()
        # a range is wider than a number, and the bars still begin below each other
        soon(lambda: starts(page), below_each_other)
    found = compare(CASE, weighing)
    for row, item in enumerate(CASE.alternatives):
        total = page.locator(f"#bars [data-alternative={item.id}] .w-bar-total b")
        expect(total).to_have_text(total_text(found, row, words("en")))
    expect(page.locator("#because")).to_contain_text("Which has the highest total depends on what you do not know")
    expect(page.locator("#bars .w-first:visible")).to_have_text(["perhaps highest"] * len(found.may_be_first))
    soon(lambda: state_in(page.url), (weighing, ()))


def test_a_name_with_an_apostrophe_is_shown_as_it_is_written(page, address):
    points = {theme.id: 20.0 for theme in CASE.themes} | {"public_money": 100.0}
    weighing = Weighing("only_public_money", points)
    page.goto(f"{address}/m/lutkemeer?{urlencode({'lang': 'en', **to_link(CASE, weighing)})}#result")
    expect(page.locator("#started")).to_contain_text("Only the municipality's money")


@pytest.mark.parametrize("face", FACES)
def test_a_link_that_was_cut_short_is_named_and_gives_no_other_weights(page, address, face):
    parts = to_link(CASE, TWO)
    parts["w"] = parts["w"][:-1]
    page.goto(f"{address}/{FACES[face].format(urlencode({'lang': 'en', **parts}))}")
    expect(page.get_by_text("this link was changed or cut short on its way")).to_be_visible()
    expect(page.locator(".b-chart [data-alternative]")).to_have_count(0)
