"""The projector page in a real browser: no scrolling, large type, live bars, keys and clicker."""

import json
import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from cases import SHIPPED
from cases.reading.loader import load_case
from tests.cases.loaded import loaded
from texts import words
from texts.numbers import number
from weighing.clash import clash
from weighing.comparison import compare
from weighing.links import to_link
from weighing.verdict import verdict
from weighing.weighing import from_largest, from_profile
from wording.flip_words import nearest_flip
from wording.verdict_words import verdict_text

from .axe import violations
from .faces import WALL
from .faces import WINDOWS as WALL_WINDOWS
from .gate import look
from .waiting import in_one_turn, soon, steady

CASE = loaded(SHIPPED / "lutkemeer")
START = from_profile(CASE.profile("residents_nearby"))

SCROLLS = (
    """() => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]"""
)
PARTS = "nodes => nodes.map((node) => node.getClientRects().length)"  # on how many pages of a window each stands
TOTALS = ".b-chart [data-alternative='{}'] .w-bar-total b"


def open_page(page, address, language="nl", weighing=START, case=CASE, **more):
    parts = {"lang": language, **(to_link(case, weighing) if weighing else {}), **more}
    page.goto(f"{address}/scherm/{case.id}?{urlencode(parts)}")
    page.wait_for_selector(".b-chart [data-alternative]" if weighing else ".p-example")


def leads_on(page, press) -> None:
    """What is pressed opens another page: wait until its scripts have run, or they would miss the next key."""
    with page.expect_navigation():
        press()


def totals(page) -> list[str]:
    return [page.locator(TOTALS.format(item.id)).inner_text() for item in CASE.alternatives]


def computed(weighing) -> list[str]:
    return [number(total, "nl") for total in compare(CASE, weighing).totals]


def shows(page, weighing) -> None:
    """The wall comes to show the totals of these points."""
    soon(lambda: totals(page), computed(weighing))


def test_keys_choose_a_theme_and_change_it_and_the_address_follows(page, address):
    open_page(page, address)
    page.keyboard.press("PageDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageUp")
    theme = CASE.themes[1].id
    expect(page.locator(".p-chosen")).to_have_attribute("data-theme", theme)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    weighing = START.with_theme(theme, START.theme_points[theme] + 10)
    shows(page, weighing)
    page.reload()
    page.wait_for_selector(".b-chart [data-alternative]")
    shows(page, weighing)
    page.keyboard.press("0")
    shows(page, START)
    page.keyboard.press("u")
    shows(page, weighing)
    page.keyboard.press("r")
    shows(page, START)


def order(rows) -> list[str]:
    return rows.evaluate_all("nodes => nodes.map((node) => node.dataset.alternative)")


def test_totals_move_while_a_hand_moves_and_the_order_waits_for_the_release(page, address):
    open_page(page, address)
    slider = page.locator("[data-theme=public_money] input[type=range]")
    box = steady(slider.bounding_box)
    rows = page.locator(".b-chart [data-alternative]")
    before = steady(lambda: order(rows))
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + box["height"] / 2)
    page.mouse.down()
    seen = set()
    for step in range(3, 10):
        page.mouse.move(box["x"] + box["width"] * step / 10, box["y"] + box["height"] / 2)
        given = steady(slider.input_value)
        weighing = START.with_theme("public_money", float(given))
        shows(page, weighing)
        seen.add(tuple(computed(weighing)))
        soon(lambda: order(rows), before)
    assert len(seen) > 4
    page.mouse.up()
    shows(page, weighing)
    found = compare(CASE, weighing).totals
    expected = sorted(range(len(found)), key=lambda row: -found[row])
    soon(lambda: order(rows), [CASE.alternatives[row].id for row in expected])
    # the hand let go: the clicker chooses themes again and changes no weight
    expect(slider).not_to_be_focused()
    page.keyboard.press("PageDown")
    expect(page.locator(".p-chosen")).to_have_attribute("data-theme", CASE.themes[2].id)
    expect(slider).to_have_value(given)
    shows(page, weighing)


def test_a_slider_with_focus_keeps_its_own_keys_and_does_not_trap(page, address):
    open_page(page, address)
    slider = page.locator("[data-theme=public_money] input[type=range]")
    slider.focus()
    before = START.theme_points["public_money"]
    expect(slider).to_have_value(f"{before:g}")
    page.keyboard.press("ArrowRight")
    expect(slider).to_have_value(f"{before + 1:g}")
    page.keyboard.press("Tab")
    expect(slider).not_to_be_focused()
    slider.focus()
    page.keyboard.press("Escape")
    expect(slider).not_to_be_focused()


CLOSED = """async () => {
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    await null; // what was asked to follow at once has followed; no picture was made
    const totals = [...document.querySelectorAll(".b-chart .w-bar-total b")].map((total) => total.innerText);
    return [document.getElementById("help").open, totals];
}"""


def test_view_ghost_help_and_blank(page, address):
    open_page(page, address)
    page.keyboard.press("v")
    expect(page.locator(".b-chart")).to_have_attribute("data-kind", "map")
    expect(page).to_have_url(re.compile("view=map"))
    page.keyboard.press("v")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".w-ghost").first).to_be_visible()
    page.keyboard.press("h")
    expect(page.locator(".w-ghost").first).to_be_hidden()
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    soon(lambda: page.evaluate(SCROLLS), [0, 0])
    opened, shown = in_one_turn(page, CLOSED)
    assert (opened, "" in shown) == (False, False)  # the totals are there as soon as the window is gone
    more = CASE.themes[0].id  # the first theme is chosen, and weighs five points more
    weighing = START.with_theme(more, START.theme_points[more] + 5)
    shows(page, weighing)
    page.keyboard.press("b")
    expect(page.locator("#blank")).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#blank")).to_be_hidden()
    shows(page, weighing)  # the key that brings the wall back does no more


def test_the_toolbar_comes_with_the_mouse_or_with_focus(page, address):
    open_page(page, address)
    tools = page.locator("#tools")
    expect(tools).to_have_css("opacity", "0")
    page.locator("#tools button[data-do=help]").focus()
    expect(tools).to_have_css("opacity", "1")
    page.keyboard.press("Escape")
    expect(tools).to_have_css("opacity", "0")
    page.mouse.move(300, 300)
    page.mouse.move(320, 320)
    expect(tools).to_have_css("opacity", "1")
    page.locator("#tools button[data-do=view]").click()
    expect(page.locator(".b-chart")).to_have_attribute("data-kind", "map")


def test_a_clicker_walks_along_the_boxes_and_nothing_is_weighed_before_one_is_taken(page, address):
    open_page(page, address, weighing=None)
    expect(page.locator(".w-bar-total")).to_have_count(0)
    boxes = page.locator(".p-example")
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    page.keyboard.press("PageUp")
    expect(boxes.first).to_be_focused()  # a start with nothing: the first step is put at 100
    leads_on(page, lambda: page.keyboard.press("Enter"))
    page.wait_for_selector(".p-steps .p-example")
    page.keyboard.press("PageDown")
    leads_on(page, lambda: page.keyboard.press("Enter"))
    page.wait_for_selector(".b-theme")
    expect(page.locator("[data-theme=work] .b-range")).to_have_value("100")
    expect(page.locator(".b-rough")).to_have_count(len(CASE.themes) - 1)
    expect(page.locator(".w-bar-total b")).to_have_count(0)
    leads_on(page, lambda: page.keyboard.press("e"))
    expect(boxes.first).to_be_visible()
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(".b-chart [data-alternative]")
    shows(page, from_profile(CASE.profile("equal_themes")))


def test_what_was_weighed_comes_back_after_a_new_beginning(page, address):
    open_page(page, address)
    page.keyboard.press("PageDown")
    page.keyboard.press("ArrowUp")
    theme = CASE.themes[1].id
    weighed = START.with_theme(theme, START.theme_points[theme] + 5)
    page.keyboard.press("e")
    expect(page.locator(".p-example").first).to_be_visible()
    page.reload()
    page.keyboard.press("u")
    shows(page, weighed)
    page.keyboard.press("e")
    page.locator(".p-example", has_text="Elk thema even zwaar").click()
    equal = from_profile(CASE.profile("equal_themes"))
    shows(page, equal)
    page.keyboard.press("u")  # one step too far, and on again
    shows(page, weighed)
    page.keyboard.press("r")
    shows(page, equal)
    expect(page.locator("#tools [data-do=undo]")).to_be_enabled()
    expect(page.locator("#tools [data-do=redo]")).to_be_disabled()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_theme_without_points_begins_at_an_end_and_signs_are_explained_until_all_are_weighed(page, address, language):
    text = words(language)
    parts = {"lang": language, **to_link(CASE, from_largest(CASE.themes[0].id))}
    page.goto(f"{address}/scherm/{CASE.id}?{urlencode(parts)}")
    expect(page.locator(".p-chosen")).to_have_attribute("data-theme", CASE.themes[1].id)
    legend = page.locator(".p-legend")
    for part in ("compare_0", "compare_25", "compare_50", "compare_75", "compare_100", "unsure"):
        expect(legend).to_contain_text(text(f"explore.{part}"))
    expect(legend).to_contain_text(text.of(CASE.themes[0].label))
    page.keyboard.press("ArrowUp")
    expect(page.locator(".p-chosen .b-range")).to_have_value("5")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".p-chosen .b-range")).to_have_value("95")
    assert "5" in text("projector.help_points")
    assert "95" in text("projector.help_points")
    for _ in CASE.themes[3:]:
        expect(legend).to_be_visible()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowUp")
    expect(legend).to_be_hidden()


SIGNS = {"\u2192": "ArrowRight", "\u2190": "ArrowLeft", "\u2191": "ArrowUp", "\u2193": "ArrowDown"}
STATE = """() => [location.search, document.activeElement?.outerHTML, document.querySelector("[open]")?.id,
  document.querySelector("#blank").hidden].join()"""


def test_every_key_that_the_help_lists_at_the_start_does_something_there(page, address):
    open_page(page, address, weighing=None)
    listed = " ".join(steady(page.locator("#help dt").all_text_contents)).replace(",", "").split()
    keys = [SIGNS.get(key, key) for key in listed if key != "of"]
    assert {"Enter", "ArrowUp", "PageUp", "w", "m"} <= {key if len(key) > 1 else key.lower() for key in keys}
    for key in keys:
        open_page(page, address, weighing=None)
        if key == "U":  # what was weighed before the new beginning
            open_page(page, address)
            leads_on(page, lambda: page.keyboard.press("e"))
        if key in {"ArrowLeft", "ArrowUp", "PageUp", "Enter", "Esc"}:
            page.keyboard.press("ArrowRight")
            page.keyboard.press("ArrowRight")
        if key == "Esc":
            page.keyboard.press("?")
        if key == "P":
            with page.expect_popup() as opened:
                page.keyboard.press(key)
            opened.value.close()
            continue
        before = steady(lambda: page.evaluate(STATE))
        page.keyboard.press({"Esc": "Escape"}.get(key, key))
        page.wait_for_function(f"before => ({STATE})() !== before", arg=before)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_wall_names_no_first_place_that_the_verdict_calls_undecided(page, address, language):
    weighings = map(from_profile, CASE.profiles)
    undecided = next(item for item in weighings if verdict(compare(CASE, item)).word == "undecided")
    open_page(page, address, language, undecided)
    why, first_place = page.locator("#board .w-why"), {"nl": "eerst", "en": "first"}[language]
    expect(page.locator(".b-verdict [data-word]")).to_have_attribute("data-word", "undecided")
    expect(why).not_to_contain_text(first_place)
    expect(page.locator("#board .b-chart .w-first:not([hidden])")).to_have_text([words(language)("explore.highest")])
    page.keyboard.press("ArrowRight")  # while the server is asked again, no first place comes back
    page.keyboard.press("ArrowUp")
    expect(why).not_to_contain_text(first_place)


def test_nothing_is_asked_of_another_site_and_nothing_fails(page, address):
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    open_page(page, address)
    page.keyboard.press("v")
    assert asked
    assert all(url.startswith((address, "data:")) for url in asked)
    assert errors == []


def test_at_most_seven_themes_are_in_view_and_the_clicker_turns_the_page(page, address):
    def with_more_themes(route):
        answer = route.fetch()
        head, data, tail = re.match(r'(.*id="data">)(.*?)(</script>.*)', answer.text(), re.DOTALL).groups()
        found = json.loads(data)
        themes = found["board"]["themes"]
        more = [{**item, "id": f"{item['id']}_too", "number": item["number"] + len(themes)} for item in themes]
        found["board"]["themes"] = themes + more
        found["points"]["themes"] |= {item["id"]: 50 for item in more}
        route.fulfill(response=answer, body=head + json.dumps(found).replace("<", "\\u003c") + tail)

    page.route("**/scherm/**", with_more_themes)
    open_page(page, address)
    rows = page.locator(".b-theme:visible")
    expect(rows).to_have_count(7)
    for _ in range(7):
        page.keyboard.press("PageDown")
    expect(page.locator(".p-chosen .w-key")).to_have_text("8")
    expect(rows).to_have_count(2 * len(CASE.themes) - 7)
    soon(lambda: page.evaluate(SCROLLS), [0, 0])
    soon(lambda: look(page, smallest=WALL.smallest * 2 / 3, most=WALL.most, wall=True), [])


@pytest.mark.parametrize("page", [(1280, 720)], indirect=True)
def test_the_futures_fit_on_the_wall_and_follow_the_weights(page, address):
    open_page(page, address)
    page.keyboard.press("t")
    text, window = page.locator("#futures-text"), page.locator("#futures")
    expect(text.locator(".w-future")).to_have_count(len(CASE.futures) + 1)
    strips = text.locator(".w-future-line")
    for place in range(len(CASE.futures) + 1):  # all strips stand on the first page
        expect(strips.nth(place)).to_be_in_viewport(ratio=1)
    soon(lambda: look(page, smallest=WALL.smallest * 2 / 3, most=WALL.most, wall=True), [])
    soon(lambda: violations(page), [])
    before = steady(lambda: strips.first.get_attribute("aria-label"))
    page.keyboard.press("t")
    expect(window).not_to_be_visible()
    for _ in range(12):
        page.keyboard.press("ArrowDown")  # the first theme, work, weighs less
    page.keyboard.press("t")
    expect(strips.first).not_to_have_attribute("aria-label", before)
    page.keyboard.press("Escape")
    expect(window).not_to_be_visible()


SIX_BARS = """text => text.querySelectorAll(".w-card").forEach((card) => {
    const bars = [...card.querySelectorAll(".w-small-bar")];
    for (let count = bars.length; count < 6; count += 1) bars[0].after(bars[0].cloneNode(true));
})"""


@pytest.mark.parametrize("page", [(1280, 720)], indirect=True)
@pytest.mark.parametrize(("key", "place"), [("n", "when"), ("l", "gaps")])
def test_now_later_elsewhere_and_the_gaps_fit_on_the_wall_and_follow_the_weights(page, address, key, place):
    open_page(page, address)
    page.keyboard.press(key)
    text = page.locator(f"#{place}-text")
    expect(text.locator("h3")).to_have_count(3 if place == "when" else 4)
    window = page.locator(f"#{place}")
    soon(lambda: look(page, smallest=WALL.smallest * 2 / 3, most=WALL.most, wall=True), [])
    soon(lambda: violations(page), [])
    if place == "when":  # all bars of a part stand on one page, also when there are six and totals are ranges
        page.keyboard.press(key)
        page.keyboard.press("PageDown")
        page.keyboard.press("x")
        page.keyboard.press(key)
        expect(text.locator(".w-ranges")).not_to_have_count(0)
        text.evaluate(SIX_BARS)
        soon(text.locator(".w-small-bar").count, lambda count: count >= 6)
        soon(lambda: set(text.locator(".w-card").evaluate_all(PARTS)), {1})
    before = steady(text.inner_text)
    page.keyboard.press("z")  # another window comes in place of this one
    expect(page.locator("#sure")).to_be_visible()
    expect(window).not_to_be_visible()
    page.keyboard.press("z")
    expect(page.locator("#sure")).not_to_be_visible()
    for _ in range(12):
        page.keyboard.press("ArrowDown")  # the first theme, work, weighs less
    page.keyboard.press(key)
    if place == "when":
        expect(text).not_to_have_text(before)
    page.keyboard.press("Escape")
    expect(window).not_to_be_visible()
    expect(page.locator("#board")).to_be_visible()


def test_the_story_goes_on_and_back_by_keys_buttons_and_edges_and_names_nobody_before_the_room_weighed(page, address):
    open_page(page, address, weighing=None)
    where, story = page.locator("#story-place"), page.locator("#story")
    page.keyboard.press("s")
    expect(where).to_have_text(re.compile("^1/5"))
    expect(page.locator("button.p-edge-left")).to_be_disabled()
    for step in range(2, 6):
        {2: lambda: page.keyboard.press("PageDown"), 3: page.locator(".p-edge-right").click}.get(
            step, page.locator("#story-bar [data-story=next]").click
        )()
        expect(where).to_have_text(re.compile(f"^{step}/5"))
        expect(page).to_have_url(re.compile(f"story={step}"))
    expect(story).not_to_contain_text(re.compile(r"komt? eerst|bovenaan|wint"))
    page.keyboard.press("?")  # the keys of a story, and none of a board that is not in view
    rows = page.locator("#help [data-key]:visible")
    expect(rows.first).to_contain_text(words("nl")("projector.told_walk"))
    expect(page.locator("#help [data-key=undo]")).to_be_hidden()
    page.keyboard.press("?")
    page.keyboard.press("ArrowLeft")
    expect(where).to_have_text(re.compile("^4/5"))
    page.keyboard.press("Escape")  # leaving, and coming back to the same step
    expect(story).to_be_hidden()
    expect(page).not_to_have_url(re.compile("story"))
    page.keyboard.press("s")
    expect(where).to_have_text(re.compile("^4/5"))
    page.keyboard.press("ArrowUp")  # the boxes of the start serve this step: taking one shows the slider of the clash
    leads_on(page, page.locator(".p-example", has_text="Elk thema even zwaar").click)
    expect(where).to_have_text(re.compile("^4/5"))
    expect(page.locator(".b-theme:visible")).to_have_attribute("data-theme", clash(CASE).themes[0])
    weighing = from_profile(CASE.profile("equal_themes"))
    shows(page, weighing)
    page.keyboard.press("ArrowDown")
    shows(page, weighing.with_theme(clash(CASE).themes[0], 95))
    page.keyboard.press("ArrowRight")
    expect(page.locator(".w-verdict-main:visible")).to_have_count(1)


def test_a_presenter_in_a_second_window_steers_the_wall_and_both_find_each_other_again(context, page, address):
    text = words("nl")
    page.goto(f"{address}/regie/{CASE.id}?lang=nl")
    status, name = page.locator("#status"), page.locator(".r-name:visible")
    expect(status).to_have_text(text("presenter.no_wall"))
    expect(page.locator("[data-do=next]")).to_be_disabled()
    with page.expect_popup() as opened:
        page.locator("#open").click()
    wall = opened.value
    try:
        expect(status).to_have_text(text("presenter.wall"))
        expect(
            page.locator("[data-do=next]")
        ).to_be_disabled()  # behind the board there is nothing: the story is before
        for step in range(5, 0, -1):
            page.locator("[data-do=previous]").click()
            expect(name).to_have_text(re.compile(f"^{step}/5"))
        expect(wall.locator("#story-place")).to_have_text(re.compile("^1/5"))
        page.locator("[data-do=next]").click()
        expect(wall.locator("#story-place")).to_have_text(re.compile("^2/5"))
        expect(name).to_contain_text(text("wall_story.alternatives"))
        expect(page.locator("#next-name")).to_contain_text(text("wall_story.clash"))
        wall.keyboard.press("ArrowRight")  # the wall stays usable by itself, and says where it is
        expect(name).to_contain_text(text("wall_story.clash"))
        page.locator("[data-do=blank]").click()
        expect(wall.locator("#blank")).to_be_visible()
        page.locator("[data-do=blank]").click()
        expect(wall.locator("#blank")).to_be_hidden()
        page.locator("#begin-with").select_option(label="Elk thema even zwaar")
        page.locator("#begin button").click()
        page.locator("[data-do=board]").click()
        wall.wait_for_selector(".b-chart [data-alternative]")
        slider = page.locator("[data-theme=public_money] input")
        expect(slider).to_have_value("100")
        start = from_profile(CASE.profile("equal_themes"))
        shows(wall, start)
        box = steady(slider.bounding_box)
        page.mouse.move(box["x"] + box["width"] - 8, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        expect(wall.locator(TOTALS.format(CASE.alternatives[0].id))).not_to_have_text(
            computed(start)[0]
        )  # before the release
        page.mouse.up()
        given = float(steady(slider.input_value))
        shows(wall, start.with_theme("public_money", given))
        for window in (page, wall):
            window.reload()
            expect(status).to_have_text(text("presenter.wall"))
            expect(slider).to_have_value(f"{given:g}")
        weighed = start.with_theme("public_money", given)
        result = page.locator("#result")
        said = verdict_text(compare(CASE, weighed), text)
        expect(page.locator("#word")).to_have_text(said.label)
        for sentence in (said.main, nearest_flip(compare(CASE, weighed), text).sentence):
            expect(result).to_contain_text(sentence.striptags())
        order = compare(CASE, weighed).order
        expect(page.locator("#totals b")).to_have_text([computed(weighed)[row] for row in order])
        page.evaluate("document.activeElement.blur()")
        expect(page.locator("[data-press][aria-pressed]")).to_have_count(len(WALL_WINDOWS))
        for key, name in WALL_WINDOWS.items():  # each window, by its button and by its key
            button = page.locator(f"[data-press={name}]")
            button.click()
            expect(wall.locator(f"#{name}")).to_be_visible()
            expect(button).to_have_attribute("aria-pressed", "true")
            expect(page.locator("#front")).to_be_visible()
            page.keyboard.press(key)
            expect(wall.locator(f"#{name}")).to_be_hidden()
            expect(button).to_have_attribute("aria-pressed", "false")
        page.keyboard.press("w")
        number = wall.locator("#who .p-page-number")
        expect(number).to_contain_text("1")
        expect(page.locator("[data-press=who]")).to_have_attribute("aria-pressed", "true")  # it knows of the window
        expect(page.locator("[data-do=next]")).to_be_enabled()
        page.keyboard.press("PageDown")
        expect(number).to_contain_text("2")
        expect(page.locator("[data-do=next]")).to_be_disabled()
        page.keyboard.press("Escape")
        expect(page.locator("#front")).to_be_hidden()
        unsure = page.locator("[data-theme=nature_water] button")
        unsure.click()
        expect(wall.locator("[data-theme=nature_water] [data-value=unsure]")).to_have_attribute("aria-pressed", "true")
        expect(page.locator("[data-theme=nature_water] output")).to_have_text(text("explore.unsure"))
        expect(unsure).to_have_attribute("aria-pressed", "true")
        here = page.locator("[data-theme=public_money] button")
        expect(here).to_be_enabled()
        page.locator("[data-do=undo]").click()
        expect(unsure).to_have_attribute("aria-pressed", "false")
        page.locator("#begin-with").select_option(index=0)  # begins anew, and undo brings back what was there
        page.locator("#begin button").click()
        expect(page.locator("#before")).to_be_visible()
        page.locator("[data-do=undo]").click()
        expect(slider).to_have_value(f"{given:g}")
        soon(lambda: page.evaluate(SCROLLS)[0], 0)
        soon(lambda: violations(page), [])
    finally:
        wall.close()
    expect(status).to_have_text(text("presenter.no_wall"))


WINDOWS = {"w": ("who", "thead tr"), "m": ("euros", ".w-euro-two > :first-child"), "n": ("when", ".w-card")}


def test_windows_break_between_whole_blocks_and_the_last_page_offers_no_next(page, address):
    page.set_viewport_size({"width": 1280, "height": 720})
    open_page(page, address)
    for key, (name, block) in WINDOWS.items():
        page.keyboard.press(key)
        blocks, number = page.locator(f"#{name} {block}"), page.locator(f"#{name} .p-page-number")
        expect(blocks.first).to_be_attached()
        expect(number).to_have_text(re.compile(r"Bladzijde 1 van [2-9]: pijl rechts"))
        count = int(steady(number.inner_text).split()[3].strip(":"))
        for _ in range(count - 1):
            page.keyboard.press("PageDown")
        expect(number).to_have_text(f"Bladzijde {count} van {count}: pijl links")
        # the heads of columns stand on each page; a picture with its axis and its sentence on one
        soon(lambda found=blocks: set(found.evaluate_all(PARTS)), {count} if name == "who" else {1})
        page.keyboard.press(key)
    expect(page.locator("#when .w-card p:not(.w-small-scale)").first).to_be_attached()


@pytest.mark.parametrize("page", [(1280, 720)], indirect=True)
def test_where_sentences_are_long_the_bars_keep_their_room_and_the_reason_stands_under_key_z(page, address):
    case = load_case(SHIPPED / "breda_hogevucht")
    link = {"lang": "nl", **to_link(case, from_profile(case.profile("community_workers")))}
    page.goto(f"{address}/scherm/{case.id}?{urlencode(link)}")
    expect(page.locator(".b-verdict [data-word]")).to_be_visible()
    soon(lambda: look(page, smallest=WALL.smallest * 2 / 3, most=WALL.most, wall=True), [])
    expect(page.locator("#board .w-why")).to_be_hidden()
    page.keyboard.press("z")
    expect(page.locator("#sure-text .w-why")).to_contain_text("hoogste totaal")


def test_a_range_says_no_earlier_total_beside_it(page, address):
    open_page(page, address)
    for key in ("PageDown", "x", "PageDown", "ArrowUp"):
        page.keyboard.press(key)
    total = page.locator(".b-chart .w-bar-total:has(b[data-range])").first
    expect(total.locator("small")).to_have_text(re.compile("was"))
    expect(total.locator("small")).to_be_hidden()


def test_the_dial_says_nothing_of_the_theme_before(page, address):
    open_page(page, address)
    page.keyboard.press("k")
    page.keyboard.press("ArrowUp")
    said, told = page.locator("#dial .b-dial-said"), page.locator("#dial .b-dial-told")
    expect(said).not_to_be_empty()
    expect(told).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    expect(said).to_be_empty()
