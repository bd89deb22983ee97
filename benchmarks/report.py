"""All formats of the Lutkemeer report, made by warm workers while this process keeps ticking."""

import threading
import time
from datetime import date

from benchmarks.figures import Figure
from cases import SHIPPED
from cases.reading.case_folder import read_files
from cases.reading.loader import load_case
from files.problems import Problems
from reports.content import Depth, Settings
from reports.making import pool
from reports.making.request import FORMATS, request

CASE = SHIPPED / "lutkemeer"
PROFILES = 6
TICK = 0.005


def measure() -> dict[str, Figure]:
    """Seconds until the files of a report are there, and how long the server stands still meanwhile."""
    case, files = load_case(CASE), read_files(CASE, Problems())
    profiles = tuple(profile.id for profile in case.profiles if profile.kind in ("view", "party"))[:PROFILES]
    days = iter(range(1, 28))

    def made(depth: Depth) -> tuple[float, float]:
        """Seconds until all formats are there, and the longest time that this process did not tick."""
        asked = request(case.id, files, Settings("nl", date(2026, 1, next(days)), profiles, depth=depth))
        ticks = _Ticks()
        begin = time.perf_counter()
        for future in pool.start(asked, FORMATS).values():
            future.result()
        return time.perf_counter() - begin, ticks.stop()

    try:
        pool.warm_up()
        made("summary")
        idle = sum(worker.peak_mb() for worker in pool.workers())
        council = sorted(made("council") for _ in range(5))[2]
        memory = sum(worker.peak_mb() for worker in pool.workers())
        full = sorted(made("full") for _ in range(3))[1]
    finally:
        pool.stop()
    note = f"{len(FORMATS)} formats, {PROFILES} weightings, another date each time"
    return {
        "all_formats_s": Figure(council[0], "s", 3, note=note),
        "all_formats_full_s": Figure(full[0], "s", None, note="with the whole annex, some 100 pages"),
        "longest_stall_ms": Figure(1000 * max(council[1], full[1]), "ms", 50, note="of the process with the sessions"),
        "extra_mb": Figure(
            memory - idle, "MB", 500, note=f"on top of the {idle:.0f} MB of a worker that made a summary"
        ),
    }


class _Ticks:
    """Notes the longest time between two ticks of a thread in this process."""

    def __init__(self) -> None:
        self._longest, self._go = 0.0, True
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        last = time.perf_counter()
        while self._go:
            time.sleep(TICK)
            now = time.perf_counter()
            self._longest, last = max(self._longest, now - last - TICK), now

    def stop(self) -> float:
        self._go = False
        self._thread.join()
        return self._longest
