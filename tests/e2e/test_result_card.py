"""The picture of a result that the phone makes: what stands on it, and how one gets it off the phone."""

import io

import pytest
import segno
from PIL import Image
from playwright.sync_api import Route, expect

from texts import words
from texts.palette import SCREEN
from web.shared_cases import sound
from weighing.comparison import compare
from weighing.links import to_link
from weighing.verdict import verdict
from weighing.weighing import from_profile

from .waiting import soon

CASE = sound()["lutkemeer"]
JUDGED = "#verdict [data-waiting=false] .w-verdict"
SHARE_SHEET = """() => {
    navigator.canShare = ({ files }) => files.every((file) => file.type === "image/png");
    navigator.share = async ({ files }) => { window.shared = files.map((file) => [file.name, file.size]); };
}"""
COUNT_PICTURES = """() => {
    const make = URL.createObjectURL;
    window.drawn = 0;
    URL.createObjectURL = (file) => (window.drawn++, make(file));
}"""
EDGE = 64


def open_result(page, address: str, language: str, profile: str, judged: int = 1) -> None:
    parts = {"lang": language, **to_link(CASE, from_profile(CASE.profile(profile)))}
    page.goto(f"{address}/m/{CASE.id}?" + "&".join(f"{key}={value}" for key, value in parts.items()) + "#result")
    page.locator("summary", has_text=words(language)("phone.fold_share")).click()
    expect(page.locator("#sure")).not_to_have_text(words(language)("phone.sure_wait"))
    expect(page.locator(JUDGED)).to_have_count(judged)


def saved(page) -> tuple[bytes, Image.Image]:
    with page.expect_download() as download:
        page.locator("#card-save").click()
    assert download.value.suggested_filename == f"{CASE.id}.png"
    data = download.value.path().read_bytes()
    return data, Image.open(io.BytesIO(data)).convert("RGB")


def dark_modules(picture: Image.Image, size: int) -> list[str]:
    """A QR code of so many modules, read back from the lower left corner of the picture."""
    ink = picture.convert("L").point(lambda value: int(value < 100))
    bottom = next(y for y in range(picture.height - 1, 0, -1) if ink.getpixel((EDGE, y)))
    module = next(x for x in range(1, 100) if not ink.getpixel((EDGE + x, bottom))) / 7  # its corner is seven wide
    at = [round((place + 0.5) * module) for place in range(size)]
    top = bottom + 1 - size * module
    return ["".join(str(ink.getpixel((EDGE + x, top + y))) for x in at) for y in at]


@pytest.mark.parametrize("page", [(390, 844)], indirect=True, ids=["390x844"])
def test_a_picture_of_the_result_is_made_on_the_phone_and_saved_or_shared(page, address):
    text, asked = words("nl"), []
    page.emulate_media(color_scheme="dark")
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    open_result(page, address, "nl", "youth")
    assert not any("/card/" in url or "/vendor/" in url for url in asked)  # only when it is asked for
    asked.clear()
    page.locator("#card-make").click()
    image = page.locator("#card img")
    expect(image).to_be_visible()
    assert {url.rsplit("/", 1)[-1] for url in asked if url.startswith("/")} == {
        "card.js", "layout.js", "qr.js", "lean-qr.js",
    }  # fmt: skip
    said = soon(lambda: image.get_attribute("alt"), bool)
    first = compare(CASE, from_profile(CASE.profile("youth"))).first
    assert text("card.first", first=CASE.alternatives[first].label.nl) in said
    for part in ("#because", "#sure", "h1"):
        soon(page.locator(part).inner_text, lambda shown: bool(shown) and shown in said)
    assert text("card.vote") in said
    expect(page.locator("#card-share")).to_be_hidden()  # this browser has nothing to share with

    data, picture = saved(page)
    assert picture.width == 1080
    assert picture.height > 1000
    soon(lambda: image.evaluate("image => image.naturalHeight"), picture.height)
    paper = tuple(bytes.fromhex(SCREEN["paper"][1:]))
    assert picture.getpixel((5, 5)) == paper  # light, also on a phone that is dark
    assert len(picture.getcolors(1 << 24)) > 200
    link = soon(page.locator("#address").input_value, lambda held: "w=" in held).replace("%7E", "~")
    made = [segno.make_qr(link, error="m", mode="byte", mask=mask, boost_error=False).matrix for mask in range(8)]
    found = dark_modules(picture, len(made[0]))
    # what follows the link in a code is filling, and segno's differs: the right side holds the start of the link
    starts = [["".join(map(str, row[-9:])) for row in matrix] for matrix in made]
    assert [row[-9:] for row in found] in starts

    page.evaluate(SHARE_SHEET)
    page.locator(".m-steps a").nth(2).click()
    page.locator(".m-answer[data-value='0']").click()
    page.locator(".m-steps a").last.click()
    expect(image).to_be_hidden()  # it was of other weights
    expect(page.locator(JUDGED)).to_have_count(1)
    page.locator("#card-make").click()
    page.locator("#card-share").click()
    [(name, size)] = soon(lambda: page.evaluate("window.shared"), bool)
    assert name == f"{CASE.id}.png"
    assert size > 50_000
    assert saved(page)[0] != data

    # weights that change while the picture is made: it is of older ones, and is not shown
    page.reload()
    expect(page.locator(JUDGED)).to_have_count(1)
    held: list[Route] = []
    page.route("**/card/card.js", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks its handlers
    page.locator("summary", has_text=text("phone.fold_share")).click()
    page.locator("#card-make").click()
    soon(lambda: len(held), 1)
    page.locator(".m-steps a").nth(2).click()
    page.locator(".m-answer[data-value='100']").click()
    page.locator(".m-steps a").last.click()
    expect(page.locator(JUDGED)).to_have_count(1)
    page.evaluate(COUNT_PICTURES)
    held[0].continue_()
    expect(page.locator("#card-make")).to_be_enabled()
    expect(page.locator("#card")).to_be_hidden()
    assert soon(lambda: page.evaluate("drawn"), lambda count: count is not None) == 0


@pytest.mark.parametrize("page", [(390, 844)], indirect=True, ids=["390x844"])
def test_no_picture_before_it_is_known_how_sure_the_result_is_and_no_first_place_that_is_undecided(page, address):
    text = words("en")
    page.route("**/zeker/*", lambda route: route.abort())
    undecided = next(item.id for item in CASE.profiles if verdict(compare(CASE, from_profile(item))).reason == "seldom")
    open_result(page, address, "en", undecided, judged=0)
    page.locator("#card-make").click()
    expect(page.locator("#card-told")).to_have_text(text("card.wait"))
    page.unroute("**/zeker/*")
    page.route("**/card/layout.js", lambda route: route.abort())
    page.reload()
    open_result(page, address, "en", undecided)
    page.locator("#card-make").click()
    expect(page.locator("#card-told")).to_have_text(text("card.failed"))
    expect(page.locator("#card")).to_be_hidden()
    page.unroute("**/card/layout.js")
    page.reload()
    open_result(page, address, "en", undecided)
    page.locator("#card-make").click()
    expect(page.locator("#card")).to_be_visible()
    said = soon(lambda: page.locator("#card img").get_attribute("alt"), bool)
    assert text("card.undecided") in said
    assert text("phone.sure_seldom") in said
    assert text("card.first", first="") not in said
