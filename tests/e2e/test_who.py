"""Wie en wanneer in a browser: every part for axe and the keyboard, equal cards, and a board with a failing plan."""

import random
import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from cases import SHIPPED
from cases.definition.model import Case
from cases.reading.case_folder import read_files
from cases.reading.loader import case_from_files
from files.problems import Problems
from tests.budget import LONG, budget
from texts import DEFAULT_LANGUAGE, LANGUAGES, words
from texts.numbers import number
from weighing.comparison import compare
from weighing.links import to_link
from weighing.weighing import from_profile
from wording.flip_words import nearest_flip
from wording.sentences import deciding

from .axe import DESK, POCKET, violations_at
from .conftest import IN_PLACE, published, settled
from .test_board import MOVE
from .waiting import in_one_turn, soon

PARTS = ("groups", "time", "requirements", "themes", "gaps")
POSITIONS = budget(10, 40)


def show(page: Page, part: str, language: str) -> None:
    page.get_by_role("radio", name=words(language)(f"who.part_{part}"), exact=True).click()
    settled(page)


@pytest.mark.parametrize("language", LANGUAGES if LONG else [DEFAULT_LANGUAGE])
def test_axe_finds_nothing_in_any_part_and_nothing_runs_off_the_side(page, address, language):
    page.goto(f"{address}/wie-en-wanneer?lang={language}")
    settled(page)
    for turn, part in enumerate(PARTS):
        show(page, part, language)
        soon(lambda turn=turn: violations_at(page, (POCKET, DESK), turn), [])


def test_the_evidence_of_a_claim_opens_and_closes_with_the_keyboard(page, address):
    page.goto(f"{address}/wie-en-wanneer?lang=nl")
    settled(page)
    button = page.locator(".w-dots .w-dot").first
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("[popover]:popover-open")
    expect(dialog).to_contain_text("Kwaliteit")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()


def test_the_bar_on_top_is_one_line_and_all_cards_are_the_same_size(page, address):
    page.goto(f"{address}/?lang=nl")
    settled(page)
    page.wait_for_selector(".w-card")
    for width, height in ((1280, 720), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(IN_PLACE)
        one_line_and_equal_cards(page)


def one_line_and_equal_cards(page: Page) -> None:
    links, cards = page.locator(".st-key-header [data-testid=stPageLink]"), page.locator(".w-card")
    for nodes, measure, less in ((links, "top", 2), (cards, "width", 1), (cards, "height", 1)):
        script = f"nodes => nodes.map(n => n.getBoundingClientRect().{measure})"
        soon(
            lambda nodes=nodes, script=script: nodes.evaluate_all(script),
            lambda found, less=less: max(found) - min(found) < less,
        )


@pytest.fixture
def strict(address) -> Iterator[Case]:
    """A published case that says that the food park certainly fails a requirement."""
    files, case_id = read_files(SHIPPED / "lutkemeer", Problems()), f"strict_{uuid4().hex}"
    text = files["case.yaml"].decode().replace("id: lutkemeer\n", f"id: {case_id}\n", 1)
    answer = text.index("answer: unknown", text.index("food_park:", text.index("- id: nitrogen")))
    files["case.yaml"] = (text[:answer] + "answer: no" + text[answer + len("answer: unknown") :]).encode()
    with published(address, case_id, files):
        yield case_from_files(files)


@pytest.mark.parametrize("language", LANGUAGES if LONG else [LANGUAGES[-1]])
def test_the_board_marks_who_fails_and_never_puts_it_first(page, address, strict, language):
    case = strict
    text, chance = words(language), random.Random(7)
    weighing = from_profile(case.profile("residents_nearby"))
    parts = {"lang": language, "case": case.id, **to_link(case, weighing)}
    page.goto(f"{address}/wegen?" + "&".join(f"{key}={value}" for key, value in parts.items()))
    settled(page)
    page.wait_for_selector(".b-range", state="attached")
    expect(page.locator(".w-requirement-line")).to_contain_text(case.alternatives[2].label.get(language))
    fails = page.locator(".b-chart .w-fails")
    expect(fails).to_have_count(1)
    expect(fails).to_have_text(text("explore.fails"))
    for _ in range(POSITIONS):
        theme, value = chance.choice(case.themes).id, chance.randint(0, 100)
        shown = in_one_turn(page, MOVE, [{"theme": theme, "criterion": None}, value])
        weighing = weighing.with_theme(theme, value)
        expected = compare(case, weighing)
        assert shown["totals"] == [number(total, language) for total in expected.totals]
        assert shown["why"] == deciding(expected, text, None).striptags()
        assert shown["flip"] == nearest_flip(expected, text).sentence.striptags()
        marked = not expected.undecided and not expected.passed_over
        expect(page.locator(".b-chart .w-first:visible")).to_have_count(int(marked))
        if marked:
            row = page.locator(".b-chart .w-bar-row", has=page.locator(".w-first:visible"))
            expect(row).to_have_attribute("data-alternative", case.alternatives[expected.first].id)
    expect(page.locator(".b-chart .w-bar-row").last).to_have_attribute("data-alternative", "food_park")


@pytest.mark.parametrize("page", [POCKET], indirect=True, ids=lambda size: "x".join(map(str, size)))
def test_on_a_phone_a_requirement_can_be_left_out_and_the_link_says_so(page, address, strict):
    case = strict
    parts = {"lang": "nl", **to_link(case, from_profile(case.profile("residents_nearby")))}
    page.goto(f"{address}/m/{case.id}?" + "&".join(f"{key}={value}" for key, value in parts.items()) + "#result")
    expect(page.locator("#bars .w-fails")).to_have_count(1)
    page.locator("#who > summary").click()
    page.locator("[data-requirement]").focus()
    with page.expect_navigation():
        page.keyboard.press("Space")
    expect(page.locator("#bars [data-alternative]")).to_have_count(len(case.alternatives))
    expect(page.locator("#bars .w-fails")).to_have_count(0)
    expect(page).to_have_url(re.compile("h=nitrogen"))
    page.locator("#who > summary").click()
    expect(page.locator("#who")).to_contain_text("deze eisen staan uit")
    expect(page.locator("[data-requirement]")).not_to_be_checked()
