"""From nothing to a page, beside an empty Streamlit app; and a resident's phone, beside a bare page of the same size.

The first visitor comes a fifth of a second after the server said that it is ready, with a browser that never saw it.
The first result of the empty app is its only element, that of ours the bars of the weighing board.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from statistics import median
from threading import Thread

from playwright.sync_api import Browser, Page

from benchmarks.figures import Figure, NotMeasuredError, Reference
from benchmarks.servers import app, browser, plain_streamlit

RUNS = 5
COMES_AFTER = 0.2
"""Seconds from ready until the first visitor asks for a page."""
LINK = "wegen?lang=nl&start=own&w=work-60~public_money-40~food_soil-100~community-50"
BARS = ".b-chart .w-bar-row"
EMPTY = "import streamlit as st\nst.write('first')\n"
ELEMENT = ".stMarkdown p"
EMPTY_APP = "an empty Streamlit app"
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"

PHONE = "m/lutkemeer?lang=nl&start=own&w=work-60~public_money-40~food_soil-100~community-50#weigh"
READY = "() => performance.getEntriesByName('ready')[0].startTime"
SLOW_4G = {"offline": False, "latency": 562.5, "downloadThroughput": 180_000, "uploadThroughput": 84_375}
"""Chromium's own preset: 1.44 Mbit/s down, 0.675 Mbit/s up, in bytes a second, and 562.5 ms per request."""

Server = Callable[[], AbstractContextManager[tuple[str, float]]]


def measure() -> dict[str, Figure]:
    """The planner's start in turn with the empty app, then the phone in turn with the bare page."""
    try:
        return _planner() | _phone()
    except NotMeasuredError as error:
        return _ready_only(str(error))


def _planner() -> dict[str, Figure]:
    ours, empty = [], []
    for _ in range(RUNS):
        ours.append(_first_visit(app, LINK, BARS))
        empty.append(_first_visit(lambda: plain_streamlit(EMPTY), "", ELEMENT))
    note = f"median of {RUNS} in turn"
    cold = f"{note}, cold browser, first request {COMES_AFTER:g} s after ready"
    names = {"ready_s": (3, note), "first_paint_s": (1.5, cold), "first_result_s": (2.5, cold)}
    return {
        name: Figure(
            median(run[place] for run in ours),
            "s",
            goal,
            Reference(EMPTY_APP, median(run[place] for run in empty)),
            said,
        )
        for place, (name, (goal, said)) in enumerate(names.items())
    }


def _first_visit(server: Server, path: str, result: str) -> tuple[float, float, float]:
    """Seconds from process start to ready, and from the browser's asking to first paint and to the first result."""
    with browser() as opened:
        page = opened.new_page(viewport={"width": 1280, "height": 720})
        with server() as (address, ready):
            time.sleep(COMES_AFTER)
            page.goto(f"{address}/{path}", wait_until="commit")
            page.wait_for_selector(result, timeout=120_000)
            seen = page.evaluate("() => performance.now()") / 1000
            return ready, page.evaluate(PAINT) / 1000, seen


def _ready_only(why: str) -> dict[str, Figure]:
    """What can be measured without a browser."""
    ours, empty = [], []
    for _ in range(RUNS):
        with app() as (_, ready):
            ours.append(ready)
        with plain_streamlit(EMPTY) as (_, ready):
            empty.append(ready)
    note = f"median of {RUNS} in turn; the other figures are not here: {why}"
    return {"ready_s": Figure(median(ours), "s", 3, Reference(EMPTY_APP, median(empty)), note)}


def _phone() -> dict[str, Figure]:
    """The page of a resident, on a slow line and a slow phone: until a question can be answered, and its bytes."""
    usable, size, bare = [], [], []
    with app() as (address, _), browser() as opened:
        for _ in range(RUNS):
            seconds, received = _on_slow_phone(opened, f"{address}/{PHONE}", ".m-answer")
            usable.append(seconds)
            size.append(received)
            with _bare_page(int(received)) as bare_address:
                bare.append(_on_slow_phone(opened, bare_address, "p")[0])
    note = f"median of {RUNS} in turn, slow 4G, CPU four times slower"
    reference = Reference("a bare HTML page of the same size", median(bare))
    return {
        "phone_usable_s": Figure(median(usable), "s", 1.5, reference, note),
        "phone_wire_kb": Figure(max(size) / 1000, "kB", 120, note="largest of the same runs"),
    }


def _on_slow_phone(opened: Browser, url: str, wanted: str) -> tuple[float, float]:
    """Seconds until the page marked itself as ready, and the bytes that came in."""
    page: Page = opened.new_context(viewport={"width": 390, "height": 844}).new_page()
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", SLOW_4G)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    received: list[float] = []
    wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(url)
    page.wait_for_selector(wanted)
    found = page.evaluate(READY) / 1000, sum(received)
    page.context.close()
    return found


@contextmanager
def _bare_page(size: int) -> Iterator[str]:
    """The address of one page of so many bytes: text, and a mark that it is ready. Uncompressed, without a style."""
    head = b"<!doctype html><html lang=nl><title>-</title><p>"
    end = b"<script>performance.mark('ready')</script>"
    body = head + b"x " * ((size - len(head) - len(end)) // 2) + end

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name that the library asks for
            self.send_response(200 if self.path == "/" else 404)
            self.send_header("content-type", "text/html")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing: the figures are what is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
