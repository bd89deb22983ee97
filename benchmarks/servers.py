"""Servers to measure on, each in a process of its own (the app, and plain Streamlit beside it), and a browser."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.figures import NotMeasuredError

ROOT = Path(__file__).parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chromium-headless-shell")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]
PLAIN_OPTIONS = ["--server.headless", "true", "--server.address", "127.0.0.1", "--server.fileWatcherType", "none"]
PLAIN_OPTIONS += ["--browser.gatherUsageStats", "false"]
_processes: dict[str, int] = {}


@contextmanager
def app(store: Path | None = None) -> Iterator[tuple[str, float]]:
    """The running app: its address, and the seconds from process start until it was ready.

    Args:
        store: the file of its database; an empty one that goes with it when this is left out.
    """
    with tempfile.TemporaryDirectory() as folder:
        setting = {"WAARDENWEGER_STORE": f"sqlite:///{store or Path(folder, 'store.db')}"}
        with _streamlit(ROOT, "app.py", [], setting) as found:
            yield found


@contextmanager
def plain_streamlit(script: str) -> Iterator[tuple[str, float]]:
    """Streamlit as it comes, with a script: its address, and the seconds from process start until it was ready."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "plain.py").write_text(script, encoding="utf-8")
        with _streamlit(Path(folder), "plain.py", PLAIN_OPTIONS, {}) as found:
            yield found


def memory(address: str) -> float:
    """Kilobytes that the server at this address holds now."""
    status = Path(f"/proc/{_processes[address]}/status").read_text(encoding="utf-8")
    return float(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")))


@contextmanager
def browser() -> Iterator[Browser]:
    """A fresh Chromium.

    Raises:
        NotMeasuredError: there is none on this machine.
    """
    if CHROMIUM is None:
        raise NotMeasuredError("no Chromium found on this machine")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@contextmanager
def _streamlit(folder: Path, script: str, options: list[str], setting: dict[str, str]) -> Iterator[tuple[str, float]]:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port), *options]
    quiet = subprocess.DEVNULL
    begin = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=os.environ | setting, stdout=quiet, stderr=quiet)
    address = f"http://127.0.0.1:{port}"
    _processes[address] = process.pid
    try:
        while not _answers(f"{address}/_stcore/health"):
            if time.perf_counter() - begin > 120:
                raise RuntimeError(f"{script} did not start")
            time.sleep(0.01)
        yield address, time.perf_counter() - begin
    finally:
        process.terminate()
        process.wait(timeout=10)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=1):
            return True
    except OSError:
        return False
