"""Euros on the three faces: off until somebody asks, the same amounts everywhere, and in the address as long as on."""

import re

import pytest
from playwright.sync_api import expect

from tests.budget import LONG
from texts import DEFAULT_LANGUAGE, LANGUAGES, words
from web.shared_cases import sound
from weighing.euros.valuing import EuroChoices, euros
from weighing.links import to_link
from weighing.weighing import from_profile
from wording.amount_words import amount_text
from wording.euro_rows import lens_sentence

from .conftest import loaded, settled
from .test_phone import SMALL_TARGETS, WIDTH
from .waiting import soon

CASE = sound()["lutkemeer"]
LINK = "&".join(f"{key}={value}" for key, value in to_link(CASE, from_profile(CASE.profile("youth"))).items())
FACES = {
    "planner": "euros?lang={}&e={}",
    "projector": "scherm/lutkemeer?lang={}&e={}&" + LINK,
    "projector, start": "scherm/lutkemeer?lang={}&e={}",
    "phone": "m/lutkemeer?lang={}&e={}&" + LINK + "#result",
}


WAYS = [("true_price_2025", "nl"), ("mkba_nl", "en")]
SHOWN = [(face, *way) for turn, face in enumerate(FACES) for way in (WAYS if LONG else [WAYS[turn % 2]])]


@pytest.mark.parametrize(("face", "factor_set", "language"), SHOWN)
def test_every_face_shows_the_amounts_of_the_library(page, address, face, factor_set, language):
    page.goto(f"{address}/{FACES[face].format(language, factor_set)}")
    found, text = euros(CASE, EuroChoices(factor_set)), words(language)
    expect(page.locator(".w-euro-lens")).to_have_text(lens_sentence(found, text))
    for item in CASE.alternatives:
        shown = amount_text(found.headline(item.id), text)
        row = page.locator(".w-euro-bars li").filter(has_text=item.label.get(language)).first
        expect(row.locator(".w-euro-amount b")).to_have_text(shown.central or shown.span)
    expect(page.locator(".w-euro-gaps li").first).to_be_visible()


def test_the_planner_turns_them_on_with_the_keyboard_and_the_link_follows(page, address):
    page.goto(f"{address}/euros?lang=nl")
    settled(page)
    expect(page.locator(".w-euros")).to_have_count(0)
    page.get_by_role("checkbox", name=words("nl")("lens.switch")).or_(
        page.get_by_role("switch", name=words("nl")("lens.switch"))
    ).first.focus()
    page.keyboard.press("Space")
    expect(page.locator(".w-euro-lens")).to_be_visible()
    page.wait_for_url("**e=true_price_2025**")
    page.reload()
    expect(page.locator(".w-euro-lens")).to_be_visible()


def test_a_tap_on_an_effect_shows_its_source(page, address):
    page.goto(f"{address}/euros?lang=nl&e=true_price_2025")
    settled(page)
    page.get_by_text(words("nl")("lens.lines"), exact=True).click()
    page.locator(".w-euro-lines .w-link").first.click()
    dialog = page.locator("#euro-line-1")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("Monetisation Factors 4.0.2")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


@pytest.mark.parametrize("link", ["", "&" + LINK])
def test_one_key_turns_them_on_and_off_on_the_projector(page, address, link):
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/bedragen/" in request.url else None)
    page.goto(f"{address}/scherm/lutkemeer?lang=nl{link}")
    loaded(page)
    expect(page.locator("#euros")).to_be_hidden()
    assert asked == []
    page.keyboard.press("m")
    expect(page.locator("#euros .w-euro-lens")).to_be_visible()
    expect(page).to_have_url(re.compile("e=true_price_2025"))
    expect(page.locator("#other")).to_have_attribute("href", re.compile("e=true_price_2025"))
    page.keyboard.press("m")
    expect(page.locator("#euros")).to_be_hidden()
    expect(page).not_to_have_url(re.compile("e=true_price_2025"))
    page.keyboard.press("m")
    page.keyboard.press("Escape")
    expect(page.locator("#euros")).to_be_hidden()
    expect(page).not_to_have_url(re.compile("e=true_price_2025"))
    assert len(asked) == 1


@pytest.mark.parametrize("page", [(390, 844)], indirect=True, ids=["390x844"])
@pytest.mark.parametrize("language", LANGUAGES if LONG else [DEFAULT_LANGUAGE])
def test_on_the_phone_a_fold_turns_them_on_and_the_link_follows(page, address, language):
    asked = []
    page.on("request", lambda request: asked.append(request) if "/bedragen/" in request.url else None)
    page.goto(f"{address}/m/lutkemeer?lang={language}&{LINK}#result")
    fold = page.locator("#euros")
    expect(fold.locator("summary")).to_be_visible()
    assert asked == []
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(fold.locator(".w-euro-lens")).to_be_visible()
    assert [request.method for request in asked] == ["POST"]
    assert "business_space" not in (asked[0].post_data or "")  # no weights are sent
    expect(page).to_have_url(re.compile("e=true_price_2025"))
    expect(page.locator("#address")).to_have_value(re.compile("e=true_price_2025"))
    expect(page.locator("#to-euros")).to_have_attribute("href", re.compile("e=true_price_2025"))
    soon(lambda: page.evaluate(SMALL_TARGETS), [])
    soon(lambda: page.evaluate(WIDTH), lambda wide: wide <= 390)
    fold.locator("summary").click()
    expect(fold.locator(".w-euro-lens")).to_be_hidden()
    expect(page).not_to_have_url(re.compile("e=true_price_2025"))


def test_when_the_server_is_silent_a_sentence_says_so(page, address):
    page.route("**/bedragen/**", lambda route: route.abort())
    page.goto(f"{address}/scherm/lutkemeer?lang=nl")
    page.keyboard.press("m")
    expect(page.locator("#euros")).to_contain_text(words("nl")("lens.failed"))
