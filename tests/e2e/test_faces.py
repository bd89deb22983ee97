"""Every face fits its screen: nothing runs off it, is cut or covered, all type can be read, and axe finds nothing.

A state is opened once and looked at in all sizes. ``make test`` takes a slice of the looks, ``make faces`` all of them.
"""

from dataclasses import replace
from itertools import product

import pytest

from texts import LANGUAGES
from web.plans_shown import MOST_SHOWN

from . import faces
from .axe import violations
from .conftest import IN_PLACE, loaded, settled
from .gate import look
from .waiting import in_one_turn, lasting, soon, steady

# An icon is a word in a font of icons; a chart has measured its words and does not measure them again.
STAND_IN = ':not([data-testid=stIconMaterial], .marks *) { font-family: "Waarde DejaVu", "DejaVu Sans" !important; }'
TWICE = ":root { font-size: 200% !important; }"
CASES = faces.cases()
LOOKS = list(faces.looks(CASES))


OURS = ["*Sans*.woff2", "*sans*.woff2"]


@pytest.fixture
def opened(page, address):
    """Opens a look at its first size; a stand-in font is what a browser has that did not get ours."""
    asked = page.context.new_cdp_session(page)
    asked.send("Network.enable")

    def open_it(seen):
        width, height = seen.face.sizes[0]
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(reduced_motion="reduce", color_scheme="dark" if seen.state.dark else "light")
        if seen.font == "stand-in":  # a route would do, but with one nothing is kept of what was read before
            asked.send("Network.setBlockedURLs", {"urls": OURS})
        page.goto(f"{address}/{faces.address_of(seen.face, seen.case, seen.state, seen.language)}")
        (settled if seen.face.streamlit else loaded)(page)
        page.wait_for_selector(seen.face.ready)
        if seen.font == "stand-in":
            page.add_style_tag(content=STAND_IN)
        for key in seen.state.keys:
            page.keyboard.press(key)
        if seen.state.unfolded:
            page.evaluate("() => document.querySelectorAll('main details').forEach(fold => { fold.open = true; })")
        if seen.state.keys or seen.state.unfolded:
            loaded(page)
        return page

    yield open_it
    asked.send("Network.setBlockedURLs", {"urls": []})
    asked.detach()


def found_at(page, face, size, patience=10_000) -> list[str]:
    """The faults at a size, page after page of a window that has more."""
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(IN_PLACE)
    unit = min(width / 1920, height / 1080) if face.wall else 1

    def looked() -> list[str]:
        return look(page, smallest=face.smallest * unit, most=face.most, wall=face.wall)

    def all_looked() -> list[str]:
        return looked() + totals_out_of_view(page) + (small_sentences(page, unit) + torn(page) if face.wall else [])

    pages = page.locator(".p-over[open] .p-pages")
    count = sum(steady(lambda: pages.evaluate_all(PAGES))) if face.wall else 0
    for _ in range(count - 1):  # the size before left it at its last page
        page.keyboard.press("PageUp")
    faults = lasting(all_looked, patience)
    for number in range(1, count):
        page.keyboard.press("PageDown")
        soon(lambda number=number: pages.evaluate(PAGE), number)
        faults += lasting(looked, patience)
    return [f"{width}x{height}: {fault}" for fault in faults]


WIDE = "const wide = node.clientWidth + parseFloat(getComputedStyle(node).columnGap);"
PAGES = f"""nodes => nodes.map(node => {{
    {WIDE}
    return Math.round((node.scrollWidth + wide - node.clientWidth) / wide);
}})"""
PAGE = f"node => {{ {WIDE} return Math.round(node.scrollLeft / wide); }}"
SENTENCE = 48
"""Pixels, at least, of the one sentence of a step of the story; on 1920 x 1080."""


def small_sentences(page, unit) -> list[str]:
    """The sentence of the story that is in view, where it is too small."""
    sizes = page.locator(".p-says:visible, .p-telling[data-step='5'] .b-verdict .w-verdict-main:visible").evaluate_all(
        "nodes => nodes.map(node => parseFloat(getComputedStyle(node).fontSize))"
    )
    return [f"the sentence of the story has {size} px" for size in sizes if size < SENTENCE * unit]


TORN = """nodes => nodes.filter(node => node.getClientRects().length > 1).map(node => node.textContent.slice(0, 60))"""


def torn(page) -> list[str]:
    """The paragraphs, rows and cards of a window that stand on two of its pages."""
    blocks = page.locator(
        ".p-over[open] .p-pages :is(p, li, tbody tr, h3, .w-card, .w-future), .p-over[open] .p-keys > div"
    )
    return [f"on two pages: {words}" for words in blocks.evaluate_all(TORN)]


IN_VIEW = """nodes => nodes.filter(node => {
  const box = node.getBoundingClientRect();
  return node.contains(document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2));
}).map(node => node.closest("[data-alternative]").dataset.alternative)"""


def totals_out_of_view(page) -> list[str]:
    """On the wall the totals of as many alternatives as it shows stand in view, with whatever window in front."""
    board = page.locator("body:not(.p-telling) #board[data-alternatives], [data-step='4'] #board[data-alternatives]")
    if not board.count():
        return []
    seen = set(page.locator("#board .w-bar-total b").evaluate_all(IN_VIEW))
    expected = min(MOST_SHOWN, int(board.get_attribute("data-alternatives") or 0))
    return [] if len(seen) == expected else [f"{expected - len(seen)} totals are covered or not in view"]


@pytest.mark.parametrize("seen", LOOKS, ids=str)
def test_the_face_fits(opened, seen):
    page, face = opened(seen), seen.face
    faults = []
    for size in seen.sizes:
        faults += found_at(page, face, size)
        if size in seen.axe:
            faults += [f"{size}: {found}" for found in lasting(lambda: violations(page))]
    if face.larger:
        page.add_style_tag(content=TWICE)
        faults += [f"twice as large: {fault}" for fault in found_at(page, face, face.sizes[0])]
    assert not faults, "\n".join(faults)


def test_every_pair_of_case_language_size_and_font_is_looked_at():
    for face, _ in faces.STATES:
        seen = [item for item in LOOKS if item.face is face]
        for part in ("language", "font", "case"):
            pairs = {(getattr(item, part), size) for item in seen for size in item.sizes}
            assert pairs == set(product({getattr(item, part) for item in seen}, face.sizes)), (face.name, part)
    assert {(item.language, item.font) for item in LOOKS} == set(product(LANGUAGES, faces.FONTS))
    for part, every in (("language", LANGUAGES), ("font", faces.FONTS)):
        assert {(item.case, getattr(item, part)) for item in LOOKS} == set(product(CASES, every))


METRES = """async () => {
  await document.fonts.load('1000px "Waarde Sans"');
  const brush = document.createElement("canvas").getContext("2d");
  brush.font = '1000px "Waarde Sans"';
  return brush.measureText("H").actualBoundingBoxAscent / 1000;
}"""


def test_capitals_on_the_wall_are_as_high_as_eight_metres_asks(opened):
    # a capital is to be at least distance / 200 high: 8 m / 200 = 40 mm, on a picture that is 3 m wide
    seen = next(seen for seen in LOOKS if seen.face is faces.WALL and seen.state.name == "start")
    capital = in_one_turn(opened(replace(seen, font="ours")), METRES)
    assert capital == pytest.approx(0.66, abs=0.01)
    assert capital * faces.WALL.smallest / 1920 * 3000 >= 8000 / 200


BREAKS = {
    "a line that may not wrap": ".p-head h1 { white-space: nowrap; font-size: 4rem; flex: none }",
    "a grid without an end": ".p-page { grid-template-columns: auto } .p-line > * { flex: none; min-width: 60rem }",
    "small type": ".w-name { font-size: 12px }",
    "text on text": ".w-reason p { position: absolute }",
    "cut without a mark": ".w-verdict-main { height: 0.5rem; overflow: hidden }",
    "a window over the totals": ".p-weigh .p-over { right: 0 }",
    "a row on two pages": ".p-keys > div { break-inside: auto; padding: 2.9rem 0 }",
}


def test_the_gate_sees_a_broken_layout(opened):
    seen = next(seen for seen in LOOKS if seen.face is faces.WALL and seen.state.name == "weighed")
    page = opened(seen)
    assert found_at(page, faces.WALL, faces.WALL.sizes[0]) == []
    for name, broken in BREAKS.items():
        if "window" in name:
            page.keyboard.press("?")
            assert found_at(page, faces.WALL, faces.WALL.sizes[0]) == []
        style = page.add_style_tag(content=broken)
        assert soon(lambda: found_at(page, faces.WALL, faces.WALL.sizes[0], patience=0), bool, 5_000), name
        style.evaluate("style => style.remove()")


OVER_PICTURES = {
    "text on a picture": ".p-uses { position: relative; top: -8rem }",
    "two pictures": ".p-plan img { margin-bottom: -2rem }",
}


def test_the_gate_sees_what_lies_on_a_picture(opened):
    seen = next(seen for seen in LOOKS if seen.face is faces.WALL and seen.state.name == "story 2 at the start")
    page = opened(seen)
    assert found_at(page, faces.WALL, faces.WALL.sizes[0]) == []
    for name, broken in OVER_PICTURES.items():
        style = page.add_style_tag(content=broken)
        there = soon(lambda: found_at(page, faces.WALL, faces.WALL.sizes[0], patience=0), bool, 5_000)
        assert any("picture" in fault for fault in there), name
        style.evaluate("style => style.remove()")
