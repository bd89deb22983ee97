"""From the release of a slider to the confirmed result on screen, against the same page in plain Streamlit.

One event is one arrow key on a slider: Streamlit's slider commits on every key, as it does on release of the mouse.
The clock runs from the key event's own time stamp to the frame in which the changed total was painted.
"""

import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.figures import Figure, app, browser, noise, percentile

EVENTS = 200
LINK = "verkennen?lang=nl&start=own&w=work-50~public_money-50~business_space-50~food_soil-100~nature_water-50"
LINK += "~surroundings-50~community-50"

HOOK = """(selector) => {
  window.waits = []; let pressed = 0; let before = "";
  const shown = () => [...document.querySelectorAll(selector)].map(e => e.textContent + e.getAttribute("style")).join();
  addEventListener("keydown", e => { pressed = e.timeStamp; before = shown(); }, true);
  new MutationObserver(() => {
    if (!pressed || shown() === before) return;
    const from = pressed; pressed = 0;
    requestAnimationFrame(() => requestAnimationFrame(() => window.waits.push(performance.now() - from)));
  }).observe(document.body, {childList: true, subtree: true, characterData: true, attributes: true});
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
    with app() as (address, _), browser() as opened:
        ours = _waits(opened, f"{address}/{LINK}", ".st-key-result .w-piece", "slider_theme_work")
    with tempfile.TemporaryDirectory() as folder, browser() as opened:
        Path(folder, "plain.py").write_text(PLAIN, encoding="utf-8")
        with PlainStreamlit(folder) as plain_address:
            peer = _waits(opened, plain_address, "b.total", "s0")
    note = f"{len(ours)} key events, painted; {noise() or 'machine quiet'}"
    return {
        "release_p50_ms": Figure(percentile(ours, 50), "ms", None, percentile(peer, 50) / percentile(ours, 50), note),
        "release_p95_ms": Figure(percentile(ours, 95), "ms", 150, percentile(peer, 95) / percentile(ours, 95), note),
        "plain_streamlit_p95_ms": Figure(
            percentile(peer, 95), "ms", None, None, "7 sliders, one Altair chart, defaults"
        ),
    }


def _waits(opened: Browser, url: str, selector: str, slider: str) -> list[float]:
    page = opened.new_page(viewport={"width": 1280, "height": 720})
    page.goto(url)
    handle = page.locator(f".st-key-{slider} input[type=range]")
    handle.wait_for(state="attached", timeout=20_000)
    page.wait_for_timeout(1500)
    page.evaluate(HOOK, selector)
    handle.focus()
    for event in range(EVENTS):
        page.keyboard.press("ArrowRight" if event // 40 % 2 == 0 else "ArrowLeft")
        page.wait_for_function("n => window.waits.length > n", arg=event, timeout=10_000)
        page.wait_for_timeout(30)
    return page.evaluate("() => window.waits")


class PlainStreamlit:
    """Streamlit as it comes: default settings, sliders and a chart built anew on every run."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def __enter__(self) -> str:
        options = ["--server.headless", "true", "--browser.gatherUsageStats", "false", "--server.port", "8599"]
        options += ["--server.address", "127.0.0.1", "--server.fileWatcherType", "none"]
        command = [sys.executable, "-m", "streamlit", "run", "plain.py", *options]
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(command, cwd=self.folder, stdout=quiet, stderr=quiet)
        for _ in range(400):
            try:
                with urllib.request.urlopen("http://127.0.0.1:8599/_stcore/health", timeout=1):
                    return "http://127.0.0.1:8599"
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("plain Streamlit did not start")

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=10)
