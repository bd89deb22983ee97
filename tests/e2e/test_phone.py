"""The resident's phone in a browser: how much it asks, that nothing gets lost on the way, and what the result says."""

import re
from itertools import product
from urllib.parse import urlencode

import pytest
from markupsafe import Markup
from playwright.sync_api import expect

from cases.definition.model import Case
from tests.budget import LONG
from texts import words
from texts.numbers import quantity
from texts.palette import SCREEN_DARK
from web.plans_shown import MOST_SHOWN
from web.shared_cases import sound
from weighing.comparison import compare
from weighing.links import from_link, to_link
from weighing.verdict import verdict
from weighing.weighing import from_profile
from wording.flip_words import nearest_flip
from wording.sentences import deciding, total_text

from .axe import violations
from .conftest import stroke
from .faces import cases
from .waiting import soon, steady

CASE = sound()["lutkemeer"]
SIZES = [(390, 844), (360, 640)]
both_sizes = pytest.mark.parametrize("page", SIZES, indirect=True, ids=lambda size: "x".join(map(str, size)))
WAYS = list(product(SIZES, ["nl", "en"]))
every_way = pytest.mark.parametrize(("page", "language"), WAYS if LONG else WAYS[::3], indirect=["page"])
"""Short: each size and each language once."""
one_size = pytest.mark.parametrize("page", SIZES[:1], indirect=True, ids=["390x844"])
SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, input, select, summary")]
    .filter((e) => e.checkVisibility() && !e.closest("p:not(.m-go, .m-buttons, .m-walk)") && !e.matches(".m-skip"))
    .filter((e) => { const b = e.getBoundingClientRect(); return b.height < 44 || b.width < 44; })
    .map((e) => e.outerHTML.slice(0, 80))"""
WORDS = """(part) => {
    const found = [];
    const walker = document.createTreeWalker(document.querySelector(part), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const around = node.parentElement;
        const apart = around.closest("script, style, option, .w-hidden, .m-skip, .w-badge");
        const box = around.getBoundingClientRect();
        if (apart || !around.checkVisibility() || box.width <= 1 || box.height <= 1) continue;
        found.push(...node.data.split(/\\s+/).filter((word) => /\\p{L}/u.test(word)));
    }
    return found.length;
}"""
WIDTH = "document.documentElement.scrollWidth"
MOST_TAPS, MOST_WORDS, MOST_IN_RESULT, MOST_SCROLL = len(CASE.themes) + 1, 700, 90, 900

STEPS = ("frame", "facts", "weigh", "result")
THEMES = [theme.id for theme in CASE.themes]
ANSWERS = dict(zip(THEMES, ("75", "25", "25", "75", "25", "75", "50"), strict=True))


def link(profile: str, case: Case = CASE) -> str:
    return "&".join(f"{key}={value}" for key, value in to_link(case, from_profile(case.profile(profile))).items())


def state_in(url: str):
    query = url.partition("?")[2].partition("#")[0].replace("%7E", "~")
    return from_link(CASE, dict(pair.split("=") for pair in query.split("&")))


def shown_steps(page) -> list[str]:
    return page.locator(".m-step:visible").evaluate_all("all => all.map(e => e.id)")


def held_in(page, weighing) -> None:
    """The address comes to hold these points."""
    soon(lambda: state_in(page.url)[0], weighing)


def bars_say(page, weighing, language: str) -> None:
    """The bars of the result come to show the totals that the library gives for these points."""
    result = compare(CASE, weighing)
    for row, item in enumerate(CASE.alternatives):
        total = page.locator(f"#bars [data-alternative={item.id}] .w-bar-total b")
        expect(total).to_have_text(total_text(result, row, words(language)))


def asked(page, before=()) -> str:
    """The theme of the question in view, once it is none of those before."""
    return soon(
        lambda: page.locator(".m-theme").get_attribute("data-theme"), lambda theme: theme not in (None, *before)
    )


def as_shown(sentence) -> str:
    """A sentence with its marks as a browser gives it back."""
    return str(sentence).replace("&#39;", "'")


def answer(page, value: str) -> None:
    page.locator(f".m-answer[data-value='{value}']").click()


def answer_all(page, values=ANSWERS) -> None:
    """Themes come in another order for every visitor, so each has its own answer."""
    page.locator("#frame .m-go .m-next").click()
    themes: list[str] = []
    for _ in CASE.themes:
        themes.append(asked(page, themes))
        answer(page, values[themes[-1]])
    expect(page.locator("#result-title")).to_be_focused()


class Toll:
    """What a visit costs: taps, words that were on the screens, and pixels scrolled to reach what is tapped."""

    def __init__(self, page):
        self.page, self.taps, self.words, self.scroll = page, 0, 0, 0.0
        self.read()

    def read(self) -> None:
        self.words += steady(lambda: self.page.evaluate(WORDS, "body"))

    def tap(self, selector: str) -> None:
        target = self.page.locator(selector)
        box, cover = steady(lambda: (target.bounding_box(), self.page.locator("#live").bounding_box()))
        room = cover["y"] if cover else self.page.viewport_size["height"]
        self.scroll += max(0, box["y"] + box["height"] - room)
        target.click()
        self.taps += 1
        self.read()


@every_way
def test_from_the_first_address_to_a_result_in_few_taps_words_and_pixels(page, address, language):
    page.goto(f"{address}/m/{CASE.id}?lang={language}")
    toll = Toll(page)
    toll.tap("#frame .m-go .m-next")
    themes: list[str] = []
    for _ in CASE.themes:
        themes.append(asked(page, themes))
        toll.tap(f".m-answer[data-value='{ANSWERS[themes[-1]]}']")
    expect(page.locator("#sure")).to_contain_text(re.compile("(Stevig|Wankel|Onbeslist|Firm|Shaky|Undecided):"))
    soon(lambda: shown_steps(page), ["result"])
    assert toll.taps <= MOST_TAPS
    assert toll.words <= MOST_WORDS
    notice = CASE.notice.title.get(language)
    assert steady(lambda: page.evaluate(WORDS, "#result")) <= MOST_IN_RESULT
    assert toll.scroll <= MOST_SCROLL
    expect(page.locator("#result .m-notice summary")).to_have_text(notice)
    for part in ("#result-title", "#because", "#result .w-flip", "#sure"):
        expect(page.locator(part)).to_be_in_viewport(ratio=1)


@one_size
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_result_with_the_notice_of_the_case_takes_few_words_in_every_case(page, address, language):
    for case in cases():
        for profile in case.profiles if LONG else case.profiles[-2:]:
            parts = {**to_link(case, from_profile(profile)), "lang": language}
            page.goto("about:blank")  # without it only the part behind the # may change
            page.goto(f"{address}/m/{case.id}?{urlencode(parts)}#result")
            expect(page.locator("#sure")).to_contain_text(":")
            most = MOST_IN_RESULT + 4 * (len(case.alternatives) > MOST_SHOWN)  # the button for the others
            assert steady(lambda: page.evaluate(WORDS, "#result")) <= most, (case.id, profile.id)


@every_way
def test_the_result_says_what_the_library_says(page, address, language):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}/m/{CASE.id}?lang={language}")
    soon(lambda: page.evaluate(SMALL_TARGETS), [])
    ways = page.locator("#frame .m-go").first.locator("a")
    style = "all => all.map(e => [getComputedStyle(e).backgroundColor, e.offsetWidth, e.offsetHeight])"
    soon(
        lambda: ways.evaluate_all(style), lambda looks: looks[0] == looks[1]
    )  # to look at the plans stands out as much as to weigh them, and comes first
    page.locator("#frame .m-skip-to").first.click()
    expect(page.locator("#facts-title")).to_be_focused()
    soon(lambda: page.evaluate(SMALL_TARGETS), [])
    page.locator(".m-steps a").first.click()
    answer_all(page, ANSWERS | {"community": "unsure"})
    weighing, ignored = soon(lambda: state_in(page.url), lambda state: len(state[0].unsure) == 1)
    assert not ignored
    result, text = compare(CASE, weighing), words(language)
    bars_say(page, weighing, language)
    nearest = nearest_flip(result, text)
    why = Markup(" ").join(filter(None, (deciding(result, text), nearest.past)))
    soon(page.locator(".w-why").inner_html, as_shown(why))
    soon(page.locator("#result .w-flip").inner_html, as_shown(nearest.flip))
    soon(lambda: page.evaluate(SMALL_TARGETS), [])
    soon(lambda: page.evaluate(WIDTH), lambda wide: wide <= page.viewport_size["width"])
    assert not errors


@one_size
def test_back_shows_one_screen_at_a_time_and_keeps_every_answer(page, address):
    page.goto(f"{address}/m/{CASE.id}?lang=nl")
    answer_all(page)
    held = steady(lambda: state_in(page.url)[0])
    for number in range(len(CASE.themes), 0, -1):
        page.go_back()
        expect(page.locator(".m-count")).to_have_text(f"{number} van {len(CASE.themes)}")
        expect(page.locator(".m-answer[aria-pressed=true]")).to_have_count(1)
        soon(lambda: shown_steps(page), ["weigh"])
        held_in(page, held)
    first = asked(page)
    expect(page.locator(".m-answer[aria-pressed=true]")).to_have_attribute("data-value", ANSWERS[first])
    page.go_back()
    expect(page.locator("#has-weights")).to_be_visible()
    soon(lambda: shown_steps(page), ["frame"])
    page.reload()
    held_in(page, held)
    page.go_forward()
    expect(page.locator(".m-answer[aria-pressed=true]")).to_have_attribute("data-value", ANSWERS[first])


@one_size
def test_there_is_no_result_before_every_theme_had_its_turn_and_the_address_says_what_is_shown(page, address):
    page.goto(f"{address}/m/{CASE.id}?lang=nl&start=own&w=work-100~public_money-50#result")
    soon(lambda: shown_steps(page), ["weigh"])
    expect(page).to_have_url(re.compile("#weigh-"))
    themes = ["work", "public_money"]
    while len(themes) < len(CASE.themes):
        themes.append(asked(page, themes))
        expect(page.locator("#result-title")).to_be_hidden()
        answer(page, "unsure")
    expect(page).to_have_url(re.compile("#result$"))
    soon(lambda: state_in(page.url)[0].theme_points, {"work": 100, "public_money": 50})


@one_size
def test_who_asks_for_the_result_too_early_is_told_how_many_themes_are_left(page, address):
    page.goto(f"{address}/m/{CASE.id}?lang=nl")
    page.locator(".m-steps a").last.click()
    told = words("nl")("phone.early", count=len(CASE.themes))
    expect(page.locator(".m-early")).to_have_text(told)
    expect(page.locator(".m-early")).to_be_in_viewport(ratio=1)
    answer(page, "50")
    expect(page.locator(".m-count")).to_have_text(f"2 van {len(CASE.themes)}")
    expect(page.locator(".m-early")).to_have_count(0)


@one_size
def test_a_total_that_is_a_range_is_filled_to_its_low_end_and_boxed_to_its_high_end(page, address):
    page.goto(f"{address}/m/{CASE.id}?lang=nl")
    answer_all(page, ANSWERS | {"community": "unsure", "nature_water": "unsure"})
    result = compare(CASE, soon(lambda: state_in(page.url)[0], lambda state: len(state.unsure) == 2))
    for row, item in enumerate(CASE.alternatives):
        track = page.locator(f"#bars [data-alternative={item.id}] .w-bar-track")
        low, high = result.intervals[row]
        for end, expected in (("p => p.at(-1).right", low), ("(p, r) => r.left", low), ("(p, r) => r.right", high)):
            found = f"""(e) => {{
                const at = (x) => (100 * (x - e.getBoundingClientRect().left)) / e.offsetWidth;
                const pieces = [...e.querySelectorAll(".w-piece")].filter((p) => p.checkVisibility());
                const range = e.querySelector(".w-range").getBoundingClientRect();
                return at(({end})(pieces.map((p) => p.getBoundingClientRect()), range));
            }}"""
            soon(lambda t=track, f=found: t.evaluate(f), lambda at, to=float(expected): abs(at - to) < 0.5)


@one_size
def test_only_answers_without_weight_give_no_result_and_the_page_says_so(page, address):
    page.goto(f"{address}/m/{CASE.id}?lang=nl")
    answer_all(page, dict.fromkeys(THEMES, "0") | {"work": "unsure"})
    expect(page.locator("#no-result")).to_be_visible()
    expect(page.locator("#bars")).to_be_hidden()
    page.reload()
    page.locator("#no-result .m-next").click()
    expect(page.locator(".m-answer[aria-pressed=true]")).to_have_count(1)
    answer(page, "25")
    page.locator(".m-steps a").last.click()
    expect(page.locator("#bars")).to_be_visible()


@one_size
def test_a_key_or_the_slider_answers_but_never_goes_on(page, address):
    page.goto(f"{address}/m/{CASE.id}?lang=nl#weigh")
    expect(page).to_have_url(re.compile("#weigh-"))
    here = soon(lambda: page.url.partition("#")[2], bool)
    page.locator(".m-answer").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".m-answer[aria-pressed=true]")).to_have_attribute("data-value", "75")
    page.locator(".m-precise summary").click()
    page.locator(".m-precise .b-range").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".m-precise .b-range")).to_have_js_property("value", "74")
    page.locator(".m-nudge").last.click()
    expect(page.locator(".m-precise .b-range")).to_have_js_property("value", "79")
    expect(page.locator(".m-precise .w-weight")).to_have_text("79 van 100")  # a weight asks for a second theme
    expect(page).to_have_url(re.compile(f"#{here}$"))
    page.locator(".m-walk a").last.click()
    expect(page.locator(".m-count")).to_have_text(f"2 van {len(CASE.themes)}")
    expect(page.locator("#weigh-title")).to_be_focused()


@one_size
def test_a_slider_says_its_end_in_units(page, address):
    page.goto(f"{address}/m/{CASE.id}?lang=nl&{link('youth')}#weigh-work")
    page.locator(".m-precise summary").click()
    slider = page.locator(".m-precise .b-range")
    best = quantity(CASE.criterion("jobs").range.best, "nl")
    for said in (re.escape(f"{best} voltijdbanen"), "65 plekken per dag"):
        expect(slider).to_have_attribute("aria-valuetext", re.compile(said))


@pytest.mark.parametrize(("across", "down", "moves"), [(4, -160, False), (60, 3, True), (0, 0, True)])
def test_a_touch_on_the_slider_slides_it_sideways_only(apart, address, across, down, moves):
    page = apart(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    page.goto(f"{address}/m/{CASE.id}?lang=nl&{link('youth')}#weigh-food_soil")
    page.locator(".m-precise summary").tap()
    slider = page.locator(".m-precise .b-range")
    before = f"{from_profile(CASE.profile('youth')).theme_points['food_soil']:g}"
    expect(slider).to_have_value(before)
    stroke(page, slider, across, down)
    (expect(slider).not_to_have_value if moves else expect(slider).to_have_value)(before)


def test_after_a_lost_connection_the_verdict_is_asked_again(apart, address):
    page = apart(viewport={"width": 390, "height": 844})
    page.goto(f"{address}/m/{CASE.id}?lang=nl&{link('youth')}#weigh-work")
    page.context.set_offline(True)
    page.locator(".m-steps a").last.click()
    expect(page.locator("#sure")).to_have_text(words("nl")("verdict.failed"))
    page.context.set_offline(False)
    expect(page.locator("#sure")).to_contain_text(":")
    expect(page.locator(".w-verdict-word")).to_have_count(1)


def bottom(part) -> float:
    return part.evaluate("e => e.getBoundingClientRect().bottom")


@pytest.mark.parametrize(("size", "type_size"), [((360, 640), 100), ((844, 390), 100), ((390, 844), 200)])
def test_every_plan_stands_by_name_with_its_total_in_the_bar_on_every_phone(page, address, size, type_size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{address}/m/{CASE.id}?lang=nl&{link('youth')}#weigh-work")
    page.add_style_tag(content=f":root {{ font-size: {type_size}% !important; }}")
    bar = page.locator("#live")
    expect(bar.locator("p:first-child b")).to_be_in_viewport(ratio=1)
    expect(bar.locator("b")).to_have_text([re.compile(r"^\d+$")] * len(CASE.alternatives))
    expect(bar.locator(".m-live-name")).to_have_text([item.label.nl for item in CASE.alternatives])
    if type_size == 200:  # names stand in full, and each step below its name
        cut = "names => names.filter((name) => name.scrollWidth > name.clientWidth).map((name) => name.textContent)"
        soon(lambda: bar.locator(".m-live-name").evaluate_all(cut), [])
        lefts = ".m-ends > *"
        soon(lambda: len(set(page.locator(lefts).evaluate_all("all => all.map((e) => e.offsetLeft)"))), 1)
    if type_size == 100:
        expect(bar.locator("b").last).to_be_in_viewport(ratio=1)
        most = 0.155 * size[1] + 20 * max(0, len(CASE.alternatives) - 4)  # a line for each beyond four
        soon(lambda: bar.bounding_box()["height"], lambda high: high <= most)
    for theme in THEMES if type_size == 100 else ():
        page.evaluate(f"location.hash = 'weigh-{theme}'")
        expect(page.locator(".m-theme")).to_have_attribute("data-theme", theme)
        for part in (".m-answers", ".m-walk"):
            lowest = page.locator(part)
            soon(lambda lowest=lowest: bar.bounding_box()["y"] - bottom(lowest), lambda room: room >= 0)


@pytest.mark.parametrize("page", [(360, 640)], indirect=True, ids=["360x640"])
def test_a_fresh_link_opens_at_its_top_with_the_language_and_the_question(page, address):
    for size, place in (((360, 640), ""), ((844, 390), ""), ((360, 640), f"&{link('youth')}#result")):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.goto(f"{address}/m?lang=nl")
        page.goto(f"{address}/m/{CASE.id}?lang=nl{place}")
        page.wait_for_timeout(300)  # a browser goes to the place in the address after the page has come
        soon(lambda: page.evaluate("scrollY"), 0)
        expect(page.locator("[data-language=en]")).to_be_in_viewport(ratio=1)


@both_sizes
def test_a_link_with_weights_says_so_on_the_first_screen_and_keeps_them_in_the_other_language(page, address):
    page.goto(f"{address}/m/{CASE.id}?lang=nl&{link('residents_nearby')}")
    expect(page.locator("#has-weights")).to_contain_text(f"{len(CASE.themes)} van de {len(CASE.themes)}")
    page.locator("#has-weights a").click()
    expect(page.locator("#bars .w-bar-row")).to_have_count(len(CASE.alternatives))
    weighing = from_profile(CASE.profile("residents_nearby"))
    bars_say(page, weighing, "nl")
    page.reload()
    bars_say(page, weighing, "nl")
    soon(lambda: state_in(page.locator("#planner").get_attribute("href"))[0], weighing)
    page.locator("[data-language=en]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    bars_say(page, weighing, "en")


@one_size
@pytest.mark.parametrize("start", ["", f"&{link('youth')}"], ids=["fresh", "link"])
def test_every_link_leads_on_with_the_answers_of_now(page, address, start):
    page.goto(f"{address}/m/{CASE.id}?lang=nl{start}")
    page.evaluate("window.same = true")
    if not start:
        answer_all(page)
    before = steady(lambda: state_in(page.url)[0])
    page.evaluate("location.hash = 'weigh-work'")
    answer(page, "unsure")
    held = soon(lambda: state_in(page.url)[0], lambda now: now != before)
    for step in STEPS:
        page.locator(f".m-steps a[href='#{step}']").click()
        expect(page.locator(f"#{step}")).to_be_visible()
        soon(lambda: stale(page, held), [])
        inside = page.locator(f"#{step} a[href*='#']")
        for place in range(steady(inside.count)):
            page.evaluate("document.querySelectorAll('main details').forEach(fold => { fold.open = true; })")
            if not steady(inside.nth(place).is_visible):
                continue
            inside.nth(place).click()
            held_in(page, held)
            page.locator(f".m-steps a[href='#{step}']").click()
    held_in(page, held)
    soon(lambda: page.evaluate("window.same"), True)  # the page was not loaded anew


def stale(page, held) -> list[str]:
    """The links of this page that lead to the case, or to a page about it, with other answers than these."""
    links = page.locator("a[href]:not([target=_blank], [download], .m-brand)")
    found = links.evaluate_all("all => all.map(e => e.getAttribute('href'))")
    return [href for href in found if href[0] != "#" and ("w=" not in href or state_in(href)[0] != held)]


@one_size
def test_no_theme_comes_first_for_everybody_and_the_order_stays_in_the_session(page, address):
    page.goto(f"{address}/m/{CASE.id}?lang=nl#weigh")
    first = asked(page)
    page.goto(f"{address}/m/{CASE.id}?lang=en#weigh")
    expect(page.locator(".m-theme")).to_have_attribute("data-theme", first)
    expect(page.locator(".m-answer[aria-pressed=true]")).to_have_count(0)
    expect(page.locator("#live")).to_be_hidden()


@one_size
def test_begin_again_and_back_to_the_points_of_before(page, address):
    page.goto(f"{address}/m/{CASE.id}?lang=nl&{link('youth')}#result")
    held = from_profile(CASE.profile("youth"))
    held_in(page, held)
    page.locator("summary", has=page.locator(":scope", has_text=words("nl")("phone.change"))).click()
    page.locator("#start-again").click()
    expect(page.locator(".m-answer[aria-pressed=true]")).to_have_count(0)
    expect(page).not_to_have_url(re.compile("w="))
    page.locator("#again").click()
    held_in(page, held)


@one_size
def test_the_plans_are_cards_that_a_swipe_a_button_or_a_key_moves(page, address):
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}/m/{CASE.id}?lang=nl#facts")
    cards = page.locator(".m-slide")
    expect(cards).to_have_count(len(CASE.alternatives))
    expect(cards.first).to_be_in_viewport(ratio=0.9)
    page.locator("#slide-on").click()
    expect(page.locator("#slide-at")).to_have_text(f"2 van {len(CASE.alternatives)}")
    page.locator(".m-slides").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#slide-at")).to_have_text(f"3 van {len(CASE.alternatives)}")
    page.locator(".m-slides").evaluate("row => row.scrollTo({left: 1e5, behavior: 'instant'})")
    expect(page.locator("#slide-at")).to_have_text(f"{len(CASE.alternatives)} van {len(CASE.alternatives)}")
    expect(page.locator("#slide-on")).to_be_disabled()
    heights = "all => all.map(e => e.offsetHeight)"
    soon(lambda: cards.evaluate_all(heights), lambda high: len(set(map(round, high))) == 1)


@one_size
def test_behind_every_number_stands_who_published_it_and_when(page, address):
    page.goto(f"{address}/m/{CASE.id}?lang=nl#facts")
    expect(page.locator(".m-source")).to_have_count(len(CASE.summed) * len(CASE.alternatives))
    page.locator("#facts .m-folds > details > summary").nth(1).click()
    number = page.locator(".m-source:visible").first
    number.locator("summary").click()
    expect(number.locator("small").first).to_have_text(re.compile(r".+, \d{4}"))


@one_size
def test_who_asks_for_dark_gets_it_and_axe_finds_nothing(page, address):
    page.emulate_media(color_scheme="dark")
    for place in ("frame", "weigh-work", "result"):
        page.goto(f"{address}/m/{CASE.id}?lang=nl&{link('youth')}#{place}")
        channels = [int(SCREEN_DARK["paper"][at : at + 2], 16) for at in (1, 3, 5)]
        expect(page.locator("body")).to_have_css("background-color", f"rgb({', '.join(map(str, channels))})")
        soon(lambda: violations(page), [])


@pytest.mark.parametrize("page", [(360, 640)], indirect=True, ids=["360x640"])
@pytest.mark.parametrize("length", [34, 3000])
def test_a_very_long_word_never_makes_the_page_wider(page, address, length):
    names = [CASE.question.nl, CASE.themes[0].label.nl, CASE.alternatives[2].label.nl, CASE.place.nl.split()[3]]

    def longer(route):
        answer = route.fetch()
        text = answer.text()
        for name in names:
            text = text.replace(name, "w" * length)
        route.fulfill(response=answer, body=text)

    page.route("**/m/*", longer)
    for place in ("", "#facts", f"#weigh-{CASE.themes[0].id}", "#result"):
        page.goto("about:blank")
        page.goto(f"{address}/m/{CASE.id}?lang=nl&{link('youth')}{place}")
        page.evaluate("document.querySelectorAll('main details').forEach(fold => { fold.open = true; })")
        soon(lambda: page.evaluate(WIDTH), lambda wide: wide <= 360)


def test_without_javascript_frame_and_facts_can_be_read(apart, address):
    page = apart(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.goto(f"{address}/m/{CASE.id}?lang=nl")
    expect(page.locator("#frame")).to_be_visible()
    page.locator("#frame .m-skip-to").first.click()
    page.locator("#facts .m-folds summary").nth(1).click()
    expect(page.locator("#facts dl").first).to_be_visible()
    expect(page.locator("#frame")).to_be_hidden()


@both_sizes
def test_a_hostile_link_is_named_and_the_rest_works(page, address):
    page.goto(f"{address}/m/{CASE.id}?lang=nl&start=own&w=work-100~%3Cscript%3E~community-50#weigh-work")
    expect(page.get_by_text(words("nl")("link.title"))).to_be_visible()
    expect(page.locator("#live b")).to_have_count(len(CASE.alternatives))


@one_size
def test_the_folds_ask_for_the_weights_of_now_and_fit_the_phone(page, address):
    page.goto(f"{address}/m/{CASE.id}?lang=nl&{link('youth')}#result")
    for fold, cards in (("when", 3), ("gaps", 4)):
        page.locator(f"#{fold} > summary").focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"#{fold}-text h3")).to_have_count(cards)
    soon(lambda: page.evaluate(WIDTH), lambda wide: wide <= page.viewport_size["width"])
    soon(lambda: violations(page), [])
    before = steady(page.locator("#when-text").inner_text)
    page.locator(".m-steps a").nth(2).click()
    answer(page, "0")
    page.locator(".m-steps a").nth(3).click()
    expect(page.locator("#when-text .w-card")).to_have_count(3)
    expect(page.locator("#when-text")).not_to_have_text(before)


@one_size
@pytest.mark.parametrize("place", ["frame", "result"])
def test_the_notice_opens_where_it_stands_and_says_nothing_twice(page, address, place):
    page.goto(f"{address}/m/{CASE.id}?lang=nl&{link('youth')}#{place}")
    notice = page.locator(f"#{place} .m-notice")
    expect(notice.locator("p")).to_be_hidden()
    notice.locator("summary").click()
    expect(notice.locator("p")).to_have_text(CASE.notice.text.nl.strip())
    soon(lambda: shown_steps(page), [place])
    said = [part.strip() for part in re.split(r"[.:\n]", steady(notice.inner_text)) if len(part.strip()) > 12]
    assert len(set(said)) == len(said), said


OPEN_ALL = "document.querySelectorAll('main details').forEach(fold => { fold.open = true; })"
BROKEN_WORDS = """() => [...document.querySelectorAll("main table :is(th, td)")].filter((e) => e.checkVisibility())
    .flatMap((cell) => {
        const found = [];
        const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (node.parentElement.closest(".w-hidden, .w-long")) continue;
            for (const word of node.data.matchAll(/[\\p{L}\\d]+/gu)) {
                const range = document.createRange();
                range.setStart(node, word.index);
                range.setEnd(node, word.index + word[0].length);
                const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
                if (lines.size > 1) found.push(word[0]);
            }
        }
        return found;
    })"""
NO_HINT = """() => [...document.querySelectorAll("main table")].filter((e) => e.checkVisibility()).filter((table) => {
    const around = table.parentElement;
    const hint = getComputedStyle(around).backgroundImage.includes("gradient");
    return table.getBoundingClientRect().width > around.clientWidth + 1 && !hint;
}).length"""


@both_sizes
def test_a_table_breaks_no_word_and_shows_that_more_follows_sideways(page, address):
    for place in ("facts", "result"):
        page.goto("about:blank")
        page.goto(f"{address}/m/{CASE.id}?lang=nl&{link('youth')}#{place}")
        page.evaluate(OPEN_ALL)
        expect(page.locator(f"#{place} table").first).to_be_visible()
        soon(lambda: page.evaluate(BROKEN_WORDS), [])
        soon(lambda: page.evaluate(NO_HINT), 0)
    wide = "e => e.scrollWidth - e.clientWidth"
    soon(lambda: page.locator("#table .w-scroll").evaluate(wide), lambda more: more <= 1)  # four plans fit


PLACES_OF_BARS = (
    "all => [...new Set(all.map(e => [e.offsetWidth, e.getBoundingClientRect().left].map(Math.round).join()))]"
)


@both_sizes
def test_the_bars_of_one_list_begin_and_end_at_the_same_place(page, address):
    page.goto(f"{address}/m/{CASE.id}?lang=nl&{link('residents_nearby')}#result")
    page.evaluate(OPEN_ALL)
    expect(page.locator("#when-text .w-card")).to_have_count(3)
    expect(page.locator("#when-text .w-first").first).to_be_visible()
    for bars in ("#when-text .w-small-track", "#bars .w-bar-track", "#weights .m-meter"):
        soon(lambda bars=bars: len(page.locator(bars).evaluate_all(PLACES_OF_BARS)), 1)


@one_size
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_headline_names_a_first_place_that_is_undecided(page, address, language):
    text, title = words(language), page.locator("#result-title")
    verdicts = {item.id: verdict(compare(CASE, from_profile(item))).word for item in CASE.profiles}
    undecided = next(key for key, word in verdicts.items() if word == "undecided")
    page.goto(f"{address}/m/{CASE.id}?lang={language}&{link(undecided)}#result")
    expect(page.locator("#sure")).to_have_text(text("phone.sure_seldom"))
    expect(title).to_have_text(text("phone.result_undecided"))
    expect(page.locator("#because")).to_be_hidden()
    page.locator(".m-steps a").first.click()  # to another step and back: it is not asked again, and still holds
    page.go_back()
    expect(title).to_have_text(text("phone.result_undecided"))
    expect(page.locator("#because")).to_be_hidden()
