"""The dial in a browser: one theme by its share, from the edge that a sentence states to a link and back."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from cases.definition.model import Alternative
from texts import words
from texts.numbers import percent
from web.shared_cases import sound
from weighing.comparison import Comparison, compare
from weighing.links import from_link, to_link
from weighing.weighing import Weighing, from_profile

from .conftest import settled, stroke
from .waiting import soon, steady

CASE = sound()["lutkemeer"]


def at(start: Weighing, theme: str, share: float) -> Comparison:
    """The outcome when this theme has this share of the weight, and the others keep their ratios."""
    others = {key: points for key, points in start.theme_points.items() if key != theme}
    points = {**others, theme: sum(others.values()) * share / (1 - share)}
    return compare(
        CASE, replace(start, theme_points={key: 100 * value / max(points.values()) for key, value in points.items()})
    )


def clear_example() -> tuple[Weighing, str]:
    """An example of which the nearest flip is above now, with one plan clearly first before it, and one behind it."""
    for start in map(from_profile, CASE.profiles):
        comparison = compare(CASE, start)
        flips = [
            (point.upper - point.now, place) for place, point in enumerate(comparison.tipping_points) if point.upper
        ]
        falls = [point.now - point.lower for point in comparison.tipping_points if point.lower]
        if not flips or min(falls, default=1) < min(flips)[0] or not all(start.theme_points.values()):
            continue
        theme = CASE.themes[min(flips)[1]].id
        edge = comparison.tipping_points[min(flips)[1]].upper
        before, after = ([at(start, theme, share) for share in found] for found in ((edge - 0.02,), (edge + 0.1, 0.8)))
        told_apart = not any(found.level_with_first for found in (comparison, *before, *after))
        firsts = [{found.first for found in side} for side in (before, after)]
        if edge < 0.7 and told_apart and firsts[0] == {comparison.first} and len(firsts[1]) == 1:
            return start, theme
    raise LookupError("no example of this case has such a flip")


START, THEME = clear_example()
LINK = "&".join(f"{key}={value}" for key, value in to_link(CASE, START).items())
PLACE = [theme.id for theme in CASE.themes].index(THEME)
FLIP = compare(CASE, START).tipping_points[PLACE]
OTHER = CASE.alternatives[FLIP.upper_winner]
FIRST = CASE.alternatives[compare(CASE, START).first]
LAYOUT = """() => [...document.querySelectorAll(".b-dial *")].filter((e) => !e.closest(".b-dial-head")).map((e) => {
    const box = e.getBoundingClientRect();
    return [box.x, box.y, box.width, box.height].map(Math.round).join();
}).join(" ")"""


def state_in(url: str) -> Weighing:
    """The weighing in an address."""
    query = url.partition("?")[2].partition("#")[0].replace("%7E", "~")
    return from_link(CASE, dict(part.split("=") for part in query.split("&")))[0]


def share_in(url: str) -> float:
    """The share of the theme in the weighing of an address."""
    return compare(CASE, state_in(url)).theme_weights[PLACE]


def knob_at(page: Page, share: float) -> tuple[float, float]:
    """Where on the page the middle of the knob is at this share."""
    bar = steady(page.locator(".b-dial-bar").bounding_box)
    return bar["x"] + bar["width"] * share, bar["y"] + bar["height"] / 2


def names(page: Page, item: Alternative) -> None:
    """The dial comes to name this plan; its tiles and its name go together."""
    named = page.locator(".b-dial .b-on[data-alternative]")
    soon(lambda: set(named.evaluate_all("all => all.map(e => e.dataset.alternative)")), {item.id})


def stands_at(page: Page, per_cent: float, within: float = 1e-6) -> float:
    """Where the knob is, once it is there: in per cent of all weight."""
    knob = page.locator(".b-dial-knob")
    return soon(lambda: float(knob.input_value()), lambda now: now == pytest.approx(per_cent, abs=within))


def test_a_hand_crosses_the_edge_that_the_sentence_states(page, address):
    text = words("nl")
    page.goto(f"{address}/verkennen?lang=nl&case={CASE.id}&{LINK}")
    settled(page)
    dial = page.locator(".b-dial")
    for theme in CASE.themes:  # whatever somebody weighs: totals and dial are in view
        page.locator(f"[data-theme={theme.id}] .b-control").scroll_into_view_if_needed()
        for part in (".b-chart .w-bar-row >> nth=0", ".b-chart .w-bar-row >> nth=-1", ".b-dial-bar", ".b-dial-first"):
            expect(page.locator(part)).to_be_in_viewport(ratio=1)
    dial.scroll_into_view_if_needed()
    # it begins at the theme of the sentence, and its edge is where the sentence says
    expect(page.locator(".w-flip")).to_contain_text(percent(FLIP.upper, "nl"))
    expect(page.locator(".b-dial-pick")).to_have_value(THEME)
    expect(page.locator(".b-dial-told")).to_contain_text(
        text("flip.part", alternative=text.of(OTHER.label), start=percent(FLIP.upper, "nl"), end="100%")
    )
    names(page, FIRST)
    page.mouse.move(*knob_at(page, FLIP.now))
    page.mouse.down()
    page.mouse.move(*knob_at(page, FLIP.upper - 0.02), steps=4)
    names(page, FIRST)
    before = steady(lambda: page.evaluate(LAYOUT))
    page.mouse.move(*knob_at(page, FLIP.upper + 0.1), steps=6)
    names(page, OTHER)
    soon(lambda: page.evaluate(LAYOUT), before)
    page.mouse.up()
    expect(page.locator(".b-chart [data-alternative]").first).to_have_attribute("data-alternative", OTHER.id)
    # the lock is where the largest step is, and Python has the same points
    label = text.of(CASE.theme(THEME).label)
    expect(page.locator(".b-dial-said")).to_have_text(text("dial.moved", theme=label))
    expect(page.locator(f"[data-theme={THEME}] .b-lock")).to_have_text(text("explore.locked"))
    knob = page.locator(".b-dial-knob")
    share = float(steady(knob.input_value)) / 100
    soon(lambda: share_in(page.url), lambda held: held == pytest.approx(share, abs=1e-9))
    # keys: ten per cent, one, and a tenth of one, back over the edge; undo brings every step back
    knob.focus()
    for key in ("PageDown", "ArrowLeft", "Shift+ArrowRight"):
        page.keyboard.press(key)
    stands_at(page, 100 * share - 10.9)
    said = text("dial.value", theme=label, share=percent(share - 0.109, "nl", 1), top=text.of(FIRST.label))
    expect(knob).to_have_attribute("aria-valuetext", re.compile(f"^{re.escape(said)}"))
    for _ in range(4):
        page.locator(".b-undo").click()
    stands_at(page, 100 * FLIP.now)
    names(page, FIRST)


def test_the_dial_waits_until_every_theme_had_its_turn(apart, address):
    page = apart(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    points = "~".join(f"{theme.id}-{100 if place == 0 else 40}" for place, theme in enumerate(CASE.themes[:-1]))
    page.goto(f"{address}/verkennen?lang=en&case={CASE.id}&start=own&w={points}")
    settled(page)
    expect(page.locator(".b-chart [data-alternative]").first).to_be_visible()
    expect(page.locator(".b-dial")).to_be_hidden()
    page.locator(f"[data-theme={CASE.themes[-1].id}] [data-value=unsure]").click()
    expect(page.locator(".b-dial")).to_be_visible()
    page.wait_for_url("**-x*")
    settled(page)
    # what depends on the theme that is not known is hatched and has no letter of a plan
    expect(page.locator(".b-dial-part[data-pattern=none]:visible").first).to_have_text("?")
    # a swipe up that begins on the knob scrolls, a tap counts
    knob = page.locator(".b-dial-knob")
    before = steady(knob.input_value)
    stroke(page, knob, 3, -150)
    expect(knob).to_have_value(before)
    stroke(page, knob, 0, 0)
    stands_at(page, 80, within=6)


def test_on_a_phone_the_dial_changes_answers_and_gives_the_own_ones_back(apart, address):
    page = apart(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}/m/{CASE.id}?lang=nl&{LINK}#result")
    own = soon(lambda: page.url, lambda url: state_in(url) == START)
    page.locator("#tip > summary").click()
    knob = page.locator(".b-dial-knob")
    names(page, FIRST)
    before = steady(knob.input_value)
    own_title = steady(page.locator("#result-title").inner_text)
    stroke(page, knob, 3, -150)
    expect(knob).to_have_value(before)

    def tap() -> str:  # at four fifths; a first tap may only stop the page that still glides from the stroke before
        stroke(page, knob, 0, 0)
        return knob.input_value()

    soon(tap, lambda value: value != before)
    names(page, OTHER)
    # it is tried, and so it is nobody's own first place; there it may be almost equal with another
    expect(page.locator("#result-title")).to_contain_text(OTHER.label.get("nl"))
    nobodys = words("nl")("phone.result_first", first=OTHER.label.get("nl"))
    expect(page.locator("#result-title")).not_to_have_text(nobodys)
    expect(page.locator("#own-back")).to_be_visible()
    shown = steady(page.locator(".b-dial .w-weight").inner_text)
    expect(page.locator(".b-dial .b-field")).to_have_value(re.search(r"[\d,]+", shown)[0].removesuffix(",0"))
    expect(page).to_have_url(re.compile(f"{THEME}-100(~|%7E)"))
    expect(page.locator(".b-dial-tiles .b-on svg")).to_have_count(1)
    page.locator(".b-dial .b-field").fill("51,9")
    page.locator(".b-dial .b-field").blur()
    stands_at(page, 51.9)
    page.locator(".b-dial-back").click()
    expect(page).to_have_url(own)
    names(page, FIRST)
    expect(page.locator("#own-back")).to_be_hidden()
    expect(page.locator("#result-title")).to_have_text(own_title)
    stroke(page, knob, 0, 0)
    page.locator("#own-back").click()
    expect(page).to_have_url(own)
    assert not errors


def test_on_the_wall_a_key_opens_the_dial_and_the_arrows_move_it(page, address):
    part = "~".join(f"{theme.id}-100" for theme in CASE.themes[:2])
    page.goto(f"{address}/scherm/{CASE.id}?lang=nl&start=own&w={part}")
    page.wait_for_selector(".b-chart [data-alternative]")
    page.keyboard.press("k")
    expect(page.locator(".b-dial")).to_be_hidden()
    expect(page.locator(".p-later")).to_have_text(words("nl")("dial.later"))
    page.goto(f"{address}/scherm/{CASE.id}?lang=nl&{LINK}")
    page.wait_for_selector(".b-chart [data-alternative]")
    page.keyboard.press("k")
    names(page, FIRST)
    expect(page.locator(".p-later")).to_be_hidden()
    expect(page.locator(".b-strip")).to_be_visible()
    steps = int(100 * (FLIP.upper - FLIP.now)) + 1  # a press is one per cent
    for _ in range(steps - 1):
        page.keyboard.press("ArrowUp")
    stands_at(page, 100 * FLIP.now + steps - 1)
    names(page, FIRST)
    page.keyboard.press("ArrowUp")
    names(page, OTHER)
    page.keyboard.press("PageDown")  # a clicker takes the next theme, here and on the wall behind it
    expect(page.locator(".b-dial-theme")).to_have_text(CASE.themes[PLACE + 1].label.get("nl"))
    expect(page.locator(".p-chosen")).to_have_attribute("data-theme", CASE.themes[PLACE + 1].id)
    for _ in range(steps):
        page.keyboard.press("u")
    page.keyboard.press("PageUp")
    names(page, FIRST)
    page.keyboard.press("Escape")
    expect(page.locator("#dial")).to_be_hidden()
