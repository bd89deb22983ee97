"""The live board: what it shows while a hand moves is what `mcda` computes, and Python is told once on release."""

import random
import re

import pytest
from playwright.sync_api import Page, expect

from cases import SHIPPED
from tests.budget import LONG, budget
from tests.cases.loaded import loaded
from texts import words
from texts.numbers import number, percent
from weighing.comparison import compare
from weighing.links import to_link
from weighing.weighing import Weighing, from_profile
from wording.flip_words import nearest_flip
from wording.sentences import deciding, total_text

from .conftest import INVENTED, settled, stroke
from .waiting import in_one_turn, soon, steady

CASES = {folder.name: loaded(folder) for folder in (*sorted(SHIPPED.iterdir()), INVENTED)}
CASE = CASES["lutkemeer"]
POSITIONS = budget(10, 40)

MOVE = """([key, value]) => {
    const row = document.querySelector(`[data-theme="${key.theme}"]`);
    const ranges = [...row.querySelectorAll("input[type=range]")];
    const range = ranges[key.criterion === null ? 0 : key.criterion + 1];
    if (!range.disabled) {
        range.value = value;
        range.dispatchEvent(new Event("input", {bubbles: true}));
    }
    const rows = [...document.querySelectorAll(".b-chart .w-bar-row")];
    rows.sort((a, b) => a.dataset.place - b.dataset.place);
    const found = {
        locked: range.disabled,
        totals: rows.map(row => row.querySelector(".w-bar-total b").textContent),
        why: document.querySelector(".w-why").textContent,
        flip: document.querySelector(".w-flip").textContent,
        judged: document.querySelector(".b-verdict[data-waiting='false'] [data-named]")?.dataset.named ?? null,
    };
    if (!range.disabled) range.dispatchEvent(new Event("change", {bubbles: true}));
    // what a moving hand has no eye for waits for its release: the tips of pieces, and rows that are out of view
    return {
        ...found,
        pieces: rows.map(row => [...row.querySelectorAll(".w-piece:not(.w-unknown)")].map(e => e.dataset.points)),
        weights: [...document.querySelectorAll(".b-theme > .w-step-head .w-weight")].map(e => e.textContent),
    };
}"""


# What a frame touches that need not be: nodes that come or go, and what is set to what it was.
TOUCHED = """async () => {
    const range = document.querySelector('[data-theme="business_space"] input[type=range]');
    const move = (value) => { range.value = value; range.dispatchEvent(new Event("input", {bubbles: true})); };
    const of = (node) => (node.nodeType === 3 ? node.parentElement : node)?.closest(".b-board *");
    move(40);
    const seen = new MutationObserver(() => {});
    seen.observe(document.querySelector(".b-board"), {
        childList: true, attributes: true, attributeOldValue: true, subtree: true,
    });
    move(41);
    const needless = seen.takeRecords().filter(({type, target, attributeName, oldValue}) =>
        type === "childList" || target.getAttribute(attributeName) === oldValue);
    seen.disconnect();
    return needless.map(({type, target, attributeName}) => `${type} ${attributeName} ${of(target).className}`);
}"""


def open_board(page: Page, address: str, case_id: str, weighing: Weighing, language: str = "nl") -> None:
    parts = {"lang": language, "case": case_id, **to_link(CASES[case_id], weighing)}
    page.goto(f"{address}/wegen?" + "&".join(f"{key}={value}" for key, value in parts.items()))
    settled(page)
    page.wait_for_selector(".b-range", state="attached")


def shows(page: Page, weighing: Weighing) -> list[str]:
    """The board comes to show the totals of these points, in whatever order; given in the order of the case."""
    totals = [number(total, "nl") for total in compare(CASE, weighing).totals]
    soon(lambda: sorted(page.locator(".b-chart .w-bar-total b").all_inner_texts()), sorted(totals))
    return totals


WAYS = [("nl", "main"), ("en", "second")]
BOARDS = [(case_id, *way) for turn, case_id in enumerate(CASES) for way in (WAYS if LONG else [WAYS[turn % 2]])]


@pytest.mark.parametrize(("case_id", "language", "ranges"), BOARDS)
def test_every_shown_total_contribution_and_sentence_is_what_the_library_computes(
    page, address, case_id, language, ranges
):
    case, text, chance = CASES[case_id], words(language), random.Random(20261121)
    weighing = from_profile(case.profiles[-1], ranges)
    open_board(page, address, case_id, weighing, language)
    opened = next(theme for theme in case.themes if len(case.summed_in(theme.id)) > 1)
    page.locator(f'[data-theme="{opened.id}"] .b-open').click()
    siblings = [criterion.id for criterion in case.summed_in(opened.id)]
    for _ in range(POSITIONS):
        value = chance.choice([0, 100, chance.randint(0, 100)])
        inside = chance.random() < 0.2
        theme = opened.id if inside else chance.choice(case.themes).id
        criterion = chance.randrange(len(siblings)) if inside else None
        shown = in_one_turn(page, MOVE, [{"theme": theme, "criterion": criterion}, value])
        if inside:
            weighing = weighing.with_criterion(siblings[criterion], value, siblings)
        else:
            weighing = weighing.with_theme(theme, value)
        expected = compare(case, weighing)
        assert shown["totals"] == [total_text(expected, row, text) for row in range(len(case.alternatives))]
        assert shown["pieces"] == [
            [number(points, language, 1) for points in row] for row in expected.known_theme_contributions
        ]
        weights = [text("explore.weight_now", share=percent(share, language)) for share in expected.theme_weights]
        assert shown["weights"] == weights
        named = None if shown["judged"] is None else tuple(map(int, shown["judged"].split()))
        assert shown["why"] == deciding(expected, text, named).striptags()
        assert shown["flip"] == nearest_flip(expected, text).sentence.striptags()


def test_python_is_told_once_per_release_and_confirms_what_the_board_shows(page, address):
    weighing = from_profile(CASE.profile("residents_nearby"))
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.post_data) if request.url.endswith("/weging") else None)
    open_board(page, address, "lutkemeer", weighing)
    slider = page.locator('[data-theme="business_space"] input[type=range]')
    slider.scroll_into_view_if_needed()
    box = steady(slider.bounding_box)
    page.mouse.move(box["x"] + box["width"] * 0.15, box["y"] + box["height"] / 2)
    page.mouse.down()
    for step in range(20):
        page.mouse.move(box["x"] + box["width"] * (0.15 + 0.03 * step), box["y"] + box["height"] / 2)
    given = int(steady(slider.input_value))
    assert given > 50
    expected = shows(page, weighing.with_theme("business_space", given))
    assert sent == []
    page.mouse.up()
    expect(page.locator(".b-holder")).to_have_attribute("data-confirmed", "|".join(expected))
    assert [f"business_space-{given}" in each for each in sent] == [True]


def test_the_order_is_steady_while_dragging_and_follows_the_totals_on_release(page, address):
    open_board(page, address, "lutkemeer", from_profile(CASE.profile("residents_nearby")))
    names = page.locator(".b-chart .w-bar-name .w-name")
    before = steady(names.all_inner_texts)
    assert in_one_turn(page, TOUCHED) == []
    page.locator('[data-theme="business_space"] input[type=range]').evaluate(
        "range => { range.value = 100; range.dispatchEvent(new Event('input', {bubbles: true})); }"
    )
    page.locator('[data-theme="surroundings"] input[type=range]').evaluate(
        "range => { range.value = 0; range.dispatchEvent(new Event('input', {bubbles: true})); }"
    )
    moved = (
        from_profile(CASE.profile("residents_nearby")).with_theme("business_space", 100).with_theme("surroundings", 0)
    )
    shows(page, moved)
    expect(names).to_have_text(before)
    page.locator('[data-theme="surroundings"] input[type=range]').evaluate(
        "range => range.dispatchEvent(new Event('change', {bubbles: true}))"
    )
    totals = sorted(map(int, shows(page, moved)), reverse=True)
    expect(page.locator(".b-chart .w-bar-total b")).to_have_text([str(total) for total in totals])
    soon(names.all_inner_texts, lambda order: order != before)


def test_undo_redo_and_ghost_the_largest_step_at_100_and_numbers_outside_the_scale(page, address):
    first = from_profile(CASE.profile("residents_nearby"))
    second = first.with_theme("work", first.theme_points["work"] + 5)
    open_board(page, address, "lutkemeer", first)
    before = shows(page, first)
    page.locator('[data-theme="work"] .b-more').click()
    assert shows(page, second) != before
    expect(page.locator(".b-chart .w-bar-total small").first).to_contain_text("was ")
    page.locator(".b-undo").click()
    shows(page, first)
    page.locator(".b-redo").click()
    shows(page, second)
    # the largest step stays at 100, until another one is there too
    largest = page.locator('[data-theme="surroundings"]')
    expect(largest.locator("input[type=range]")).to_be_disabled()
    expect(largest.locator(".b-lock")).not_to_be_empty()
    field = page.locator('[data-theme="work"] .b-field')
    field.fill("100")
    field.press("Enter")
    expect(largest.locator("input[type=range]")).to_be_enabled()
    # a typed number outside the scale does no harm
    field = page.locator('[data-theme="work"] .b-field')
    for typed in ("", "-5", "1e9", "250"):
        field.fill(typed)
        field.press("Tab")
        soon(field.input_value, lambda shown: 0 <= int(shown) <= 100)
        expect(page.locator(".b-result")).not_to_contain_text("NaN")


def test_every_view_shows_the_same_totals(page, address):
    weighing = from_profile(CASE.profile("residents_nearby"))
    open_board(page, address, "lutkemeer", weighing)
    for view in ("map", "flowers", "table"):
        page.locator(f'.b-view[data-view="{view}"]').click()
        decimals = 1 if view == "table" else 0
        for total in compare(CASE, weighing).totals:
            expect(page.locator(".b-chart")).to_contain_text(number(total, "nl", decimals))


def test_without_the_module_plain_sliders_are_one_button_away(page, address):
    page.route("**/web/board/*.js", lambda route: route.abort())
    parts = {"lang": "nl", **to_link(CASE, from_profile(CASE.profile("residents_nearby")))}
    page.goto(f"{address}/wegen?" + "&".join(f"{key}={value}" for key, value in parts.items()))
    settled(page)
    page.get_by_role("button", name=re.compile("gewone schuiven")).click()
    page.wait_for_selector(".st-key-slider_theme_work input[type=range]", state="attached")
    expect(page.locator(".st-key-result .w-bar-total b")).to_have_count(len(CASE.alternatives))


def test_a_fast_hand_ends_with_slider_number_total_and_address_in_agreement(page, address):
    weighing = from_profile(CASE.profile("residents_nearby"))
    open_board(page, address, "lutkemeer", weighing)
    slider = page.locator('[data-theme="work"] input[type=range]')
    slider.focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    expected = weighing.with_theme("work", 55)
    totals = "|".join(number(total, "nl") for total in compare(CASE, expected).totals)
    expect(page.locator(".b-holder")).to_have_attribute("data-confirmed", totals)
    page.wait_for_function("() => location.search.includes('w=work-55~')")
    expect(slider).to_have_value("55")
    expect(page.locator('[data-theme="work"] .b-field')).to_have_value("55")


def test_back_and_forward_in_the_browser_bring_back_older_weights(page, address):
    open_board(page, address, "lutkemeer", from_profile(CASE.profile("residents_nearby")))
    field = page.locator('[data-theme="work"] .b-field')
    for points in ("40", "45"):
        page.locator('[data-theme="work"] .b-more').click()
        page.wait_for_function(f"() => location.search.includes('w=work-{points}~')")
        page.wait_for_timeout(600)  # what follows at once is the same step
    page.go_back()
    expect(field).to_have_value("40")
    page.go_forward()
    expect(field).to_have_value("45")


def test_on_a_touch_screen_a_swipe_up_or_down_changes_no_slider(apart, address):
    page = apart(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    weighing = from_profile(CASE.profile("residents_nearby"))
    open_board(page, address, "lutkemeer", weighing)
    slider = page.locator('[data-theme="business_space"] input[type=range]')
    given = f"{weighing.theme_points['business_space']:g}"
    expect(slider).to_have_value(given)
    stroke(page, slider, 4, -160)
    expect(slider).to_have_value(given)
    # the board was let go: undo is not there, and a tap counts
    expect(page.locator(".b-undo")).to_be_disabled()
    stroke(page, slider, 0, 0)
    expect(slider).not_to_have_value(given)
    totals = compare(CASE, weighing.with_theme("business_space", float(steady(slider.input_value)))).totals
    expect(page.locator(".b-holder")).to_have_attribute("data-confirmed", "|".join(number(t, "nl") for t in totals))
