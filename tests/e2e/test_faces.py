"""Every face fits its screen: nothing runs off it, nothing is cut or covered, and all type can be read.

``make test`` takes a slice of the looks, ``make faces`` all of them.
"""

import pytest

from . import faces
from .gate import look

STAND_IN = 'body { font-family: "Waarde DejaVu", "DejaVu Sans" !important; }'
CASES = faces.cases()
WALL = faces.looks(faces.WALL, [(case, list(faces.wall_states(case))) for case in CASES.values()])


def opened(browser, address, face, seen):
    """The face in this state, at its first size; a stand-in font is what a browser has that did not get ours."""
    width, height = face.sizes[0]
    page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    if seen.font == "stand-in":
        page.route("**/*.woff2", lambda route: route.abort())
    page.goto(f"{address}/{faces.address_of(face, seen.case, seen.state, seen.language)}")
    page.wait_for_selector(face.ready)
    if seen.font == "stand-in":
        page.add_style_tag(content=STAND_IN)
    page.evaluate("() => document.fonts.ready.then(() => null)")
    page.wait_for_load_state("networkidle")
    for key in seen.state.keys:
        page.keyboard.press(key)
    page.wait_for_load_state("networkidle")
    return page


def found_at(page, face, size) -> list[str]:
    """The faults at a size, page after page of a window that has more."""
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))")
    unit = min(width / 1920, height / 1080) if face.wall else 1
    faults = look(page, smallest=face.smallest * unit, wall=face.wall)
    pages = page.locator(".p-over[open] .p-pages")
    for _ in range(10 if face.wall and pages.count() else 0):
        before = pages.evaluate("node => node.scrollLeft")
        page.keyboard.press("PageDown")
        if pages.evaluate("node => node.scrollLeft") == before:
            break
        faults += look(page, smallest=face.smallest * unit, wall=face.wall)
    return [f"{width}x{height}: {fault}" for fault in faults]


@pytest.mark.parametrize("seen", WALL, ids=str)
def test_the_wall_fits(browser, address, seen):
    page = opened(browser, address, faces.WALL, seen)
    faults = [fault for size in seen.sizes for fault in found_at(page, faces.WALL, size)]
    if seen.state.parts.get("w"):
        shown = page.locator(".w-bar-total b:visible")
        faults += [] if shown.count() >= len(seen.case.alternatives) else ["the totals are not in view while weighing"]
    page.close()
    assert not faults, "\n".join(faults)


BREAKS = {
    "a line that may not wrap": ".p-head h1 { white-space: nowrap; font-size: 4rem; flex: none }",
    "a grid without an end": ".p-page { grid-template-columns: auto } .p-line > * { flex: none; overflow: visible }",
    "small type": ".w-name { font-size: 12px }",
    "text on text": ".w-reason p { position: absolute }",
    "cut without a mark": ".w-why { height: 1rem; overflow: hidden }",
}


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS.keys())
def test_the_gate_sees_a_broken_layout(browser, address, broken):
    case = next(iter(CASES.values()))
    state = next(state for state in faces.wall_states(case) if state.name == "weighed")
    seen = faces.Look(case, state, "nl", "ours", faces.WALL.sizes[:1])
    page = opened(browser, address, faces.WALL, seen)
    assert found_at(page, faces.WALL, seen.sizes[0]) == []
    page.add_style_tag(content=broken)
    assert found_at(page, faces.WALL, seen.sizes[0]) != []
    page.close()
