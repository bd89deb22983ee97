"""A running app and a real browser for the tests in this folder. Without Chromium they are skipped, with the reason."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import HTTPError

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Request, expect, sync_playwright

from cases.store import own_cases
from tests.conftest import FOLDER

from .waiting import OPEN, PATIENCE, soon, steady

ROOT = Path(__file__).parent.parent.parent
INVENTED = ROOT / "tests" / "cases" / "data" / "harbour_link"
"""An invented case with all that a case of ours may lack: an effect that is not known, an alternative that fails a
requirement, a range that is stretched, and a theme of one criterion."""
TEN_PLANS = INVENTED.parent / "ten_plans"
"""An invented case with ten alternatives, long words and an effect that is not known."""

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first is Chromium without the windows that nobody sees: the same pages for a third of the work."""
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--js-flags=--no-turbofan,--no-maglev,--min-semi-space-size=32",
]
"""Without the two compilers of V8 that make code fast that runs for long: a page is gone before that pays."""
STARTED: list[subprocess.Popen] = []
IN_PLACE = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
"""Two frames after a change of size, everything has moved."""
expect.set_options(timeout=PATIENCE)
ASKED: set[Request] = set()
"""What the tab asked of the server and did not get yet."""
REST = "() => new Promise(done => setTimeout(done, 100))"
"""A page waits 60 ms before it asks the server about weights that may still move."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "e2e" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium found on this machine"))


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


STORE = f"sqlite:///{FOLDER}/own_cases_of_the_server.db"
OUTSIDE = FOLDER / "outside.txt"
"""Here the servers note every connection to another machine; see guard/sitecustomize.py."""


def start(port: int | None = None, **settings: str) -> str:
    """Start the app; returns its address. It stops with the test run; see guard/sitecustomize.py."""
    guard = {
        "PYTHONPATH": str(Path(__file__).parent / "guard"),
        "OUTSIDE_CONNECTIONS": str(OUTSIDE),
        "WAARDENWEGER_STORE": STORE,
        "WAARDENWEGER_CASES": str(INVENTED.parent),
    }
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    STARTED.append(
        subprocess.Popen(command, cwd=ROOT, env={**os.environ, **guard, **settings}, stdout=subprocess.DEVNULL)
    )
    address = f"http://127.0.0.1:{port}"
    for _ in range(600):
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
                return address
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the app did not start within a minute")


@pytest.fixture(scope="session")
def address() -> str:
    """One app for all processes that test: whoever comes first starts it."""
    note = FOLDER / "address.txt"
    with (FOLDER / "address.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not note.exists():
            note.write_text(start())
    return note.read_text()


@contextmanager
def published(address: str, case_id: str, files: Mapping[str, bytes], draft: bytes = b"") -> Iterator[str]:
    """The key of an own case that everybody can open, once the server has seen it."""
    key = own_cases().new(case_id, draft)
    own_cases().save_version(case_id, key, files, "planner", "first")
    own_cases().publish(case_id, key, 1)
    for _ in range(600):  # the server looks in the store once a second
        with suppress(HTTPError), urllib.request.urlopen(f"{address}/m/{case_id}"):
            break
        time.sleep(0.1)
    yield key
    own_cases().delete(case_id, key)


@pytest.fixture(autouse=True)
def _store_of_the_server(set_up) -> None:
    """A test in a browser works in the store that the server reads."""
    set_up(WAARDENWEGER_STORE=STORE)


@pytest.fixture(scope="session")
def context(tmp_path_factory) -> Iterator[BrowserContext]:
    """A browser with a folder of its own: what it has read of scripts once, it need not read and compile again."""
    with sync_playwright() as playwright:
        folder = tmp_path_factory.mktemp("browser")
        opened = playwright.chromium.launch_persistent_context(folder, executable_path=CHROMIUM, args=FLAGS)
        opened.set_default_timeout(PATIENCE)
        OPEN.append(opened)
        yield opened
        OPEN.clear()
        opened.close()


@pytest.fixture
def apart(context) -> Iterator[Callable[..., Page]]:
    """Opens a page with nothing of the tab, for a test that needs a finger, no scripts, no connection or a stranger."""
    opened: list[BrowserContext] = []

    def new(**options: object) -> Page:
        opened.append(context.browser.new_context(**options))
        opened[-1].set_default_timeout(PATIENCE)
        return opened[-1].new_page()

    yield new
    for other in opened:
        other.close()


def asks(request: Request) -> None:
    ASKED.add(request)


def has(request: Request) -> None:
    ASKED.discard(request)


@pytest.fixture(scope="session")
def tab(context) -> Page:
    """One tab for all tests of a process: a page of Streamlit costs half of what it costs in a new one."""
    shared = context.pages[0]
    shared.on("request", asks)
    shared.on("requestfinished", has)
    shared.on("requestfailed", has)
    return shared


@pytest.fixture(params=[(1280, 720)])
def page(tab, request) -> Iterator[Page]:
    """The tab, of which nothing is left of the test before; only what that test listened to goes on being heard."""
    width, height = request.param
    tab.set_viewport_size({"width": width, "height": height})
    yield tab
    forget(tab)


FORGET = "() => { try { sessionStorage.clear(); localStorage.clear(); } catch { /* a page without a server */ } }"


def forget(tab: Page) -> None:
    """Leave the page, with what it stored, what was asked of the browser and where the mouse was."""
    for other in tab.context.pages[1:]:
        other.close()
    tab.unroute_all()
    tab.evaluate(FORGET)
    tab.context.clear_cookies()
    tab.goto("about:blank")
    ASKED.clear()
    tab.mouse.move(0, 0)
    tab.emulate_media(reduced_motion="null", color_scheme="null")


def stroke(page: Page, slider: Locator, across: float, down: float) -> None:
    """A finger goes down on a slider at four fifths, moves so many pixels, and lets go; without a move it is a tap."""
    slider.evaluate("e => e.scrollIntoView({block: 'center'})")
    box = steady(slider.bounding_box)
    x, y = box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2
    touch = page.context.new_cdp_session(page)

    def send(kind: str, *points: tuple[float, float]) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": a, "y": b} for a, b in points]})

    send("touchStart", (x, y))
    for part in range(1, 9):
        if across or down:
            send("touchMove", (x + across * part / 8, y + down * part / 8))
    send("touchEnd")
    page.evaluate(IN_PLACE)


def loaded(page: Page) -> None:
    """Wait until a light page stands: its scripts have run and what it asked of the server has come."""
    page.wait_for_load_state("load")
    page.evaluate("() => document.fonts.ready.then(() => null)")
    quiet(page)


def quiet(page: Page) -> None:
    """Wait until what the tab has asked of the server, and is about to ask, has come and stands."""
    page.evaluate(REST)
    soon(lambda: page.evaluate(IN_PLACE) and not ASKED, True)
    page.evaluate(IN_PLACE)


def settled(page: Page) -> None:
    """Wait until the app has answered: it is not running, and the footer, the last thing it writes, is there."""
    page.wait_for_selector(".w-footer", timeout=PATIENCE)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=PATIENCE)
