"""The board under a moving hand, and Python's confirmation after release; beside plain Streamlit in the same run.

Input to frame: one `input` event on a slider, or on the knob of the dial with its tiles, given at the start of a
frame as Chromium does with a moving pointer, until that frame was laid out and painted. Release to confirmed: from
the release until Python's totals for that very state are on the page.
The peer is a page of Streamlit's own sliders and one chart; its slider sends nothing during a drag, so its number is
from a key step to the changed totals.
"""

from typing import Any

import numpy as np
from playwright.sync_api import Browser, Page

from benchmarks.figures import Figure, Reference, percentile
from benchmarks.servers import app, browser, plain_streamlit
from cases import SHIPPED
from cases.reading.loader import load_case
from texts import words
from texts.palette import OTHERS
from web.board_data import board_data
from weighing.weighing import from_profile

EVENTS = 200
SLIDER, DIAL = "input.b-range:not(:disabled)", ".b-dial-knob"
LINK = "wegen?lang=nl&start=own&w=work-50~public_money-50~business_space-50~food_soil-100~nature_water-50"
LINK += "~surroundings-50~community-50"

FRAMES = """async ([selector, events]) => {
  const range = document.querySelector(selector);
  const waits = [];
  for (let event = 0; event < events; event++) {
    await new Promise((next) => setTimeout(next, 25));
    await new Promise((frame) => requestAnimationFrame(frame));
    const begin = performance.now();
    range.value = 10 + ((event * 7) % 80);
    range.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((painted) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = painted;
      channel.port2.postMessage(0);
    });
    waits.push(performance.now() - begin);
  }
  return waits;
}"""

RELEASE = """async (value) => {
  const holder = document.querySelector(".b-holder");
  const range = document.querySelector("input.b-range:not(:disabled)");
  const before = holder.dataset.confirmed;
  range.value = value;
  range.dispatchEvent(new Event("input", { bubbles: true }));
  const begin = performance.now();
  range.dispatchEvent(new Event("change", { bubbles: true }));
  await new Promise((done) => new MutationObserver((_, watch) => {
    if (holder.dataset.confirmed === before) return;
    watch.disconnect();
    done();
  }).observe(holder, { attributes: true }));
  return performance.now() - begin;
}"""

HOOK = """(selector) => {
  window.waits = []; let pressed = 0; let before = "";
  const shown = () => [...document.querySelectorAll(selector)].map(e => e.textContent).join();
  addEventListener("keydown", e => { pressed = e.timeStamp; before = shown(); }, true);
  new MutationObserver(() => {
    if (!pressed || shown() === before) return;
    const from = pressed; pressed = 0;
    requestAnimationFrame(() => requestAnimationFrame(() => window.waits.push(performance.now() - from)));
  }).observe(document.body, {childList: true, subtree: true, characterData: true});
}"""

PLAIN = """
import altair as alt, numpy as np, pandas as pd, streamlit as st
scores = np.random.default_rng(1).uniform(0, 100, (4, 7))
left, right = st.columns([5, 8])
with left:
    points = [st.slider(f"Theme {i}", 0, 100, 50, key=f"s{i}") for i in range(7)]
weights = np.array(points) / sum(points)
table = pd.DataFrame([(f"P{a}", f"T{t}", scores[a, t] * weights[t]) for a in range(4) for t in range(7)],
                     columns=["plan", "theme", "points"])
with right:
    st.altair_chart(alt.Chart(table).mark_bar().encode(x="points", y="plan", color="theme"))
    st.markdown(" ".join(f"<b class='total'>{v:.3f}</b>" for v in scores @ weights), unsafe_allow_html=True)
"""


def measure() -> dict[str, Figure]:
    """Milliseconds of a frame while a hand drags, also four times slower, and until a release is answered."""
    with app() as (address, _), browser() as opened:
        page = _page(opened, f"{address}/{LINK}")
        small = page.evaluate(FRAMES, [SLIDER, EVENTS])
        dial = page.evaluate(FRAMES, [DIAL, EVENTS])
        release = [page.evaluate(RELEASE, 5 + (37 * event) % 90) for event in range(EVENTS)]
        _throttle(page, 4)
        slow = page.evaluate(FRAMES, [SLIDER, EVENTS])
        dial_slow = page.evaluate(FRAMES, [DIAL, EVENTS])
        _throttle(page, 1)
        large = _large(page)
    with plain_streamlit(PLAIN) as (plain_address, _), browser() as opened:
        peer_p95 = percentile(_peer(opened, plain_address), 95)
    reference = Reference("seven plain Streamlit sliders with one chart", peer_p95)

    def figure(values: list[float], share: int, goal: float | None, against: Reference | None = None) -> Figure:
        return Figure(percentile(values, share), "ms", goal, against, f"{EVENTS} events")

    return {
        "frame_p50_ms": figure(small, 50, None),
        "frame_p95_ms": figure(small, 95, 16),
        "frame_throttled_p95_ms": figure(slow, 95, 33),
        "frame_dial_p95_ms": figure(dial, 95, 16),
        "frame_dial_throttled_p95_ms": figure(dial_slow, 95, 33),
        "frame_8x60_p95_ms": figure(large, 95, 33),
        "release_p50_ms": figure(release, 50, None),
        "release_p95_ms": figure(release, 95, 150, reference),
        "plain_streamlit_p95_ms": Figure(peer_p95, "ms", note="7 sliders, one Altair chart, default settings"),
    }


def _page(opened: Browser, url: str) -> Page:
    page = opened.new_page(viewport={"width": 1280, "height": 720})
    page.goto(url)
    page.wait_for_selector(".b-range", timeout=20_000)
    page.wait_for_timeout(1500)
    return page


def _throttle(page: Page, rate: int) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})


def _large(page: Page) -> list[float]:
    """The same board with 8 alternatives and 60 criteria in 10 themes of invented scores."""
    chance = np.random.default_rng(2)
    data = _data()
    alternatives = [
        {
            **data["alternatives"][0], "id": f"a{row}", "code": "ABCDEFGH"[row], "label": f"Plan {row}",
            "colour": OTHERS[0], "pattern": row, "behind": [],
        }
        for row in range(8)
    ]  # fmt: skip
    example = data["themes"][0]["criteria"][0]
    themes = [
        {
            "id": f"t{place}", "number": place + 1, "label": f"Theme {place}", "inline": f"theme {place}",
            "criteria": [
                {
                    **example, "id": f"c{place}_{index}", "scores": scores.tolist(), "shown": ["1"] * 8,
                    "ends": np.column_stack([scores, scores]).tolist(),
                }
                for index, scores in enumerate(chance.uniform(0, 100, (6, 8)))
            ],
        }
        for place in range(10)
    ]  # fmt: skip
    points = {"themes": {f"t{place}": 100 if place == 9 else 50 for place in range(10)}, "criteria": {}, "unsure": []}
    page.evaluate(
        """async ([data, points]) => {
            const { mountBoard } = await import(new URL("./web/board/board.js", location.href).href);
            document.body.innerHTML = "<main></main>";
            mountBoard(document.querySelector("main"), data, points, {});
        }""",
        [{**data, "land": None, "alternatives": alternatives, "themes": themes}, points],
    )
    return page.evaluate(FRAMES, [SLIDER, EVENTS])


def _data() -> dict[str, Any]:
    """The board's own data, as Python makes it for the page."""
    case = load_case(next(SHIPPED.glob("*/case.yaml")).parent)
    return board_data(case, from_profile(case.profiles[0]), words("nl"))


def _peer(opened: Browser, url: str) -> list[float]:
    page = opened.new_page(viewport={"width": 1280, "height": 720})
    page.goto(url)
    handle = page.locator(".st-key-s0 input[type=range]")
    handle.wait_for(state="attached", timeout=20_000)
    page.wait_for_timeout(1500)
    page.evaluate(HOOK, "b.total")
    handle.focus()
    for event in range(EVENTS):
        page.keyboard.press("ArrowRight" if event // 40 % 2 == 0 else "ArrowLeft")
        page.wait_for_function("n => window.waits.length > n", arg=event, timeout=10_000)
        page.wait_for_timeout(30)
    return page.evaluate("() => window.waits")
