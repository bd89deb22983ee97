"""A measured figure beside its goal, and the running app to measure it on."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]


@dataclass(frozen=True)
class Figure:
    value: float
    unit: str
    goal: float | None = None
    ratio: float | None = None
    note: str = ""

    def __str__(self) -> str:
        parts = [f"{self.value:.3g} {self.unit}"]
        if self.goal is not None:
            parts.append(f"goal {self.goal:g}")
        if self.ratio is not None:
            parts.append(f"ratio {self.ratio:.2f}")
        return ", ".join([*parts, *filter(None, [self.note])])

    def as_dict(self) -> dict[str, float | str | None]:
        return {"value": self.value, "unit": self.unit, "goal": self.goal, "ratio": self.ratio, "note": self.note}


def percentile(values: Sequence[float], share: int) -> float:
    """The value below which `share` per cent of the measurements lie."""
    return quantiles(values, n=100, method="inclusive")[share - 1]


def noise() -> str:
    """A word of warning when other work on the machine makes the same sum take uneven time."""
    times = []
    for _ in range(15):
        begin = time.perf_counter()
        sum(range(300_000))
        times.append(time.perf_counter() - begin)
    return "the machine was noisy" if percentile(times, 95) > 1.5 * percentile(times, 50) else ""


@contextmanager
def app() -> Iterator[tuple[str, float]]:
    """The running app: its address, and the seconds from process start until it answered."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    begin = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        while True:
            try:
                with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
                    break
            except OSError:
                if time.perf_counter() - begin > 60:
                    raise RuntimeError("the app did not start") from None
                time.sleep(0.01)
        yield address, time.perf_counter() - begin
    finally:
        process.terminate()
        process.wait(timeout=10)


@contextmanager
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        raise SystemExit("no Chromium found on this machine; these figures need one")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()
