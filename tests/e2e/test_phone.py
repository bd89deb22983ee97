import pytest
from playwright.sync_api import expect

from texts import words
from web.shared_cases import sound
from weighing.comparison import compare
from weighing.links import from_link, to_link
from weighing.weighing import from_profile
from wording.flip_words import nearest_flip
from wording.sentences import deciding, total_text

from .axe import violations

CASE = next(iter(sound().values()))
SIZES = [(390, 844), (360, 640)]
both_sizes = pytest.mark.parametrize("page", SIZES, indirect=True, ids=lambda size: "x".join(map(str, size)))
SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, input, select, summary")]
    .filter((e) => e.checkVisibility() && !e.closest("p:not(.m-go, .m-buttons, .m-again)") && !e.matches(".m-skip"))
    .filter((e) => { const b = e.getBoundingClientRect(); return b.height < 44 || b.width < 44; })
    .map((e) => e.outerHTML.slice(0, 80))"""


def link(profile: str) -> str:
    return "&".join(f"{key}={value}" for key, value in to_link(CASE, from_profile(CASE.profile(profile))).items())


def state_in(url: str):
    query = url.partition("?")[2].partition("#")[0].replace("%7E", "~")
    return from_link(CASE, dict(pair.split("=") for pair in query.split("&")))


@both_sizes
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_resident_walks_from_the_question_to_a_result(page, address, language):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}/m/{CASE.id}?lang={language}")
    for number in (1, 2):
        page.locator(".m-step.m-now .m-next").click()
        expect(page.locator(".m-steps a").nth(number)).to_have_attribute("aria-current", "step")
        expect(page.locator(".m-step.m-now h2")).to_be_focused()
        assert page.evaluate(SMALL_TARGETS) == []
    page.locator("#picks button").nth(1).click()
    while page.locator(".b-rough").count():
        page.locator(".b-rough").first.locator("[data-value='50']").click()
    assert page.evaluate(SMALL_TARGETS) == []
    page.locator(".b-range:enabled").first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#bar")).to_be_in_viewport()
    expect(page.locator("#line b")).to_have_count(1)
    assert page.locator("#strip .w-bar-row").count() == len(CASE.alternatives)
    page.locator("#bar a").click()
    weighing, ignored = state_in(page.url)
    assert not ignored
    result, text = compare(CASE, weighing), words(language)
    totals = [total_text(result, row, text) for row in range(len(CASE.alternatives))]
    for item, total in zip(CASE.alternatives, totals, strict=True):
        expect(page.locator(f".b-chart [data-alternative={item.id}] .w-bar-total b")).to_have_text(total)
    assert page.locator(".w-why").inner_html() == str(deciding(result, text)).replace("&#39;", "'")
    assert page.locator(".w-flip").inner_html() == str(nearest_flip(result, text).sentence).replace("&#39;", "'")
    expect(page.locator("#not-counted")).to_be_visible()
    assert page.evaluate(SMALL_TARGETS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert not errors


@both_sizes
def test_reload_language_and_the_full_page_keep_the_weights(page, address):
    page.goto(f"{address}/m/{CASE.id}?lang=nl&{link('residents_nearby')}#result")
    before = page.locator(".b-chart .w-bar-total b").all_inner_texts()
    page.reload()
    assert page.locator(".b-chart .w-bar-total b").all_inner_texts() == before
    assert state_in(page.locator("#planner").get_attribute("href"))[0] == from_profile(CASE.profile("residents_nearby"))
    page.locator("[data-language=en]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".b-chart .w-bar-total b").first).to_have_text(before[0])


@both_sizes
def test_no_theme_is_chosen_for_a_visitor_and_the_order_stays_in_the_session(page, address):
    page.goto(f"{address}/m/{CASE.id}#weigh")
    order = page.locator("#picks [data-pick]").evaluate_all("all => all.map(e => e.dataset.pick)")
    assert sorted(order) == sorted(theme.id for theme in CASE.themes)
    assert not page.locator("#bar").is_visible()
    page.reload()
    assert page.locator("#picks [data-pick]").evaluate_all("all => all.map(e => e.dataset.pick)") == order


def test_without_javascript_frame_and_facts_can_be_read(browser, address):
    page = browser.new_page(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.goto(f"{address}/m/{CASE.id}?lang=nl")
    expect(page.locator("#frame")).to_be_visible()
    page.locator("#frame .m-next").click()
    expect(page.locator("#facts dl").first).to_be_visible()
    expect(page.locator("#frame")).to_be_hidden()
    page.close()


@both_sizes
def test_a_hostile_link_is_named_and_the_rest_works(page, address):
    page.goto(f"{address}/m/{CASE.id}?lang=nl&start=own&w=work-100~%3Cscript%3E~community-50#result")
    expect(page.get_by_text(words("nl")("link.title"))).to_be_visible()
    expect(page.locator(".b-chart .w-bar-row")).to_have_count(len(CASE.alternatives))


@pytest.mark.parametrize("page", SIZES[:1], indirect=True)
def test_the_folds_ask_for_the_weights_of_now_and_fit_the_phone(page, address):
    page.goto(f"{address}/m/{CASE.id}?lang=nl&{link('youth')}#result")
    for fold, cards in (("when", 3), ("gaps", 4)):
        page.locator(f"#{fold} > summary").focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"#{fold}-text h3")).to_have_count(cards)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert violations(page) == []
    before = page.locator("#when-text").inner_text()
    page.locator(".m-steps a").nth(2).click()
    page.locator(".b-range:enabled").first.focus()
    page.keyboard.press("Home")
    page.locator(".m-steps a").nth(3).click()
    expect(page.locator("#when-text .w-card")).to_have_count(3)
    expect(page.locator("#when-text")).not_to_have_text(before)
