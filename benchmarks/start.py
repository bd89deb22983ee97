"""From nothing to a page: process start to ready, browser asks to first paint, and to the first result."""

from statistics import median

from benchmarks.figures import Figure, app, browser, noise

RUNS = 5
LINK = "verkennen?lang=nl&start=own&w=work-60~public_money-40~food_soil-100~community-50"
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


def measure() -> dict[str, Figure]:
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
