"""From nothing to a page: process start to ready, browser asks to first paint, and to the first result."""

from statistics import median

from benchmarks.figures import Figure, app, browser, noise
from web.shared_cases import sound

RUNS = 5
LINK = "verkennen?lang=nl&start=own&w=work-60~public_money-40~food_soil-100~community-50"
READY = "() => performance.getEntriesByName('ready')[0].startTime"
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


PHONE = "m/{case}?lang=nl&start=own&w=work-60~public_money-40~food_soil-100~community-50#weigh"
SLOW_4G = {"offline": False, "latency": 562.5, "downloadThroughput": 180_000, "uploadThroughput": 84_375}
"""Chromium's own preset: 1.44 Mbit/s down, 0.675 Mbit/s up, in bytes a second, and 562.5 ms per request."""


def measure() -> dict[str, Figure]:
    return _planner() | _phone()


def _phone() -> dict[str, Figure]:
    """The resident's page on a slow line and a slow phone: until the board can be used, and what went over the wire."""
    usable, size = [], []
    with app() as (address, _), browser() as opened:
        for _ in range(RUNS):
            page = opened.new_context(viewport={"width": 390, "height": 844}).new_page()
            wire = page.context.new_cdp_session(page)
            wire.send("Network.enable")
            wire.send("Network.emulateNetworkConditions", SLOW_4G)
            wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
            received: list[float] = []
            wire.on("Network.loadingFinished", lambda event, into=received: into.append(event["encodedDataLength"]))
            page.goto(f"{address}/{PHONE.format(case=next(iter(sound())))}")
            page.wait_for_selector(".b-range")
            usable.append(page.evaluate(READY) / 1000)
            size.append(sum(received) / 1000)
            page.context.close()
    note = f"median of {RUNS}, slow 4G, CPU four times slower; {noise() or 'machine quiet'}"
    return {
        "phone_usable_s": Figure(median(usable), "s", 1.5, note=note),
        "phone_wire_kb": Figure(max(size), "kB", 120, note="largest of the same runs"),
    }


def _planner() -> dict[str, Figure]:
    ready, paint, result = [], [], []
    for _ in range(RUNS):
        with app() as (address, seconds), browser() as opened:
            ready.append(seconds)
            page = opened.new_page(viewport={"width": 1280, "height": 720})
            page.goto(f"{address}/{LINK}")
            page.wait_for_selector(".b-chart .w-bar-row")
            result.append(page.evaluate("() => performance.now()") / 1000)
            paint.append(page.evaluate(PAINT) / 1000)
    note = f"median of {RUNS}, cold browser; {noise() or 'machine quiet'}"
    return {
        "ready_s": Figure(median(ready), "s", 3, note=note),
        "first_paint_s": Figure(median(paint), "s", 1.5, note=note),
        "first_result_s": Figure(median(result), "s", 2.5, note=note),
    }
