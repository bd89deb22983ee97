"""How sure the result is, on the three faces: the same sentence, after release, without stopping a hand."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.budget import LONG
from texts import LANGUAGES, words
from web.shared_cases import sound
from weighing.comparison import compare
from weighing.links import from_link, to_link
from weighing.weighing import from_profile
from wording.verdict_words import verdict_text

from .conftest import settled
from .waiting import soon, steady

CASE = next(iter(sound().values()))
LINK = "&".join(f"{key}={value}" for key, value in to_link(CASE, from_profile(CASE.profile("youth"))).items())
FACES = {
    "planner": "wegen?lang={}&" + LINK,
    "how sure": "hoe-zeker?lang={}&" + LINK,
    "projector": f"scherm/{CASE.id}?lang={{}}&{LINK}",
    "phone": f"m/{CASE.id}?lang={{}}&{LINK}#result",
}


def said(url: str, language: str) -> str:
    """The main sentence that the library gives for the weights in an address."""
    query = url.partition("?")[2].partition("#")[0].replace("%7E", "~")
    weighing, ignored = from_link(CASE, dict(pair.split("=") for pair in query.split("&")))
    assert {item.part for item in ignored} <= {"lang", "case"}
    text = verdict_text(compare(CASE, weighing), words(language))
    return f"{text.label} {text.main.striptags()}"


def said_at_first(language: str) -> str:
    """The same for the weights with which the faces open here."""
    return said(f"?{LINK}", language)


def shown(page: Page) -> str:
    return re.sub(r"\s+", " ", page.locator(".w-verdict-main").first.inner_text())


def says_what_the_library_says(page: Page, language: str) -> None:
    """The face comes to say the sentence for the weights in its address."""
    soon(lambda: (shown(page), said(page.url, language)), lambda both: both[0] == both[1])


SHOWN = [
    (face, language) for turn, face in enumerate(FACES) for language in (LANGUAGES if LONG else [LANGUAGES[turn % 2]])
]


@pytest.mark.parametrize(("face", "language"), SHOWN)
def test_every_face_says_the_same_sentence_as_the_library(page, address, face, language):
    page.goto(f"{address}/{FACES[face].format(language)}")
    if face == "phone":
        page.locator("#why > summary").click()
    expect(page.locator(".w-verdict-word").first).to_be_visible()
    says_what_the_library_says(page, language)


@pytest.mark.parametrize("face", ["planner", "projector"])
def test_while_a_hand_moves_the_verdict_says_it_is_of_before_and_on_release_the_new_one_comes(page, address, face):
    page.goto(f"{address}/{FACES[face].format('nl')}")
    expect(page.locator(".w-verdict-word")).to_have_count(1)
    before = said_at_first("nl")
    soon(lambda: shown(page), before)
    slider = page.locator("[data-theme=business_space] input[type=range]")
    slider.scroll_into_view_if_needed()
    box = steady(slider.bounding_box)
    start = box["x"] + box["width"] * 0.26
    page.mouse.move(start, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(start + box["width"] * 0.5, box["y"] + box["height"] / 2, steps=5)
    expect(page.locator(".b-verdict")).to_have_attribute("data-waiting", "true")
    if face == "planner":
        soon(lambda: shown(page), before)
        expect(page.locator(".b-verdict-before")).to_be_visible()
    else:  # no room for both on a wall
        expect(page.locator(".w-verdict")).to_be_hidden()
        expect(page.locator(".b-verdict-wait")).to_be_visible()
    page.mouse.up()
    expect(page.locator(".b-verdict")).to_have_attribute("data-waiting", "false")
    if face == "planner":
        settled(page)
    soon(lambda: shown(page), lambda now: now != before)
    says_what_the_library_says(page, "nl")


def test_undo_brings_the_old_verdict_back(page, address):
    page.goto(f"{address}/{FACES['projector'].format('nl')}")
    expect(page.locator(".w-verdict-word")).to_have_count(1)
    before = said_at_first("nl")
    soon(lambda: shown(page), before)
    for _ in range(3):
        page.locator("[data-theme=business_space] .b-more").click()
    expect(page.locator(".w-verdict-main")).not_to_have_text(before)
    for _ in range(3):
        page.keyboard.press("u")
    expect(page.locator(".w-verdict-main")).to_contain_text("Jongeren")
    soon(lambda: shown(page), before)


def test_when_the_server_is_silent_the_totals_stay_and_a_sentence_says_so(page, address):
    page.route("**/zeker/**", lambda route: route.abort())
    page.goto(f"{address}/{FACES['phone'].format('nl')}")
    expect(page.locator(".b-verdict")).to_contain_text(words("nl")("verdict.failed"))
    expect(page.locator("#sure")).to_have_text(words("nl")("verdict.failed"))
    expect(page.locator("#bars .w-bar-total b")).to_have_count(len(CASE.alternatives))


def test_the_weights_are_sent_in_the_body_and_not_in_an_address(page, address):
    asked = []
    page.on("request", lambda request: asked.append(request) if "/zeker/" in request.url else None)
    page.goto(f"{address}/{FACES['phone'].format('nl')}")
    expect(page.locator(".w-verdict-word")).to_have_count(1)
    assert [(request.method, request.url) for request in asked] == [("POST", f"{address}/zeker/{CASE.id}")]
    assert "business_space" in asked[0].post_data


def test_the_room_reads_the_whole_verdict_with_one_key(page, address):
    page.goto(f"{address}/{FACES['projector'].format('en')}")
    expect(page.locator(".w-verdict-word")).to_have_count(1)
    page.keyboard.press("z")
    dialog = page.locator("#sure")
    expect(dialog).to_be_visible()
    for sentence in verdict_text(compare(CASE, from_profile(CASE.profile("youth"))), words("en")).why:
        expect(dialog).to_contain_text(sentence.striptags())
    expect(dialog.locator(".w-hundred-part").first).to_be_visible()
    page.keyboard.press("z")
    expect(dialog).to_be_hidden()


def test_values_that_win_go_to_the_board_and_win_there(page, address):
    page.goto(f"{address}/{FACES['how sure'].format('nl')}")
    page.locator(".st-key-load_decision_2025 button").click()
    page.wait_for_url("**/wegen**")
    expect(page.locator(".b-chart [data-alternative=decision_2025] .w-first")).to_be_visible()
