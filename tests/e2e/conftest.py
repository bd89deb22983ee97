"""A running app and a real browser for the tests in this folder. Without Chromium they are skipped, with the reason."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


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


@pytest.fixture(scope="session")
def outside_connections(tmp_path_factory) -> Path:
    """A file in which the servers note every connection to another machine; see guard/sitecustomize.py."""
    return tmp_path_factory.mktemp("guard") / "outside.txt"


@pytest.fixture(scope="session")
def serve(outside_connections) -> Iterator:
    """Start the app from a folder; returns its address. All are stopped at the end."""
    running: list[subprocess.Popen] = []
    guard = {"PYTHONPATH": str(Path(__file__).parent / "guard"), "OUTSIDE_CONNECTIONS": str(outside_connections)}

    def start(folder: Path = ROOT) -> str:
        port = free_port()
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
        process = subprocess.Popen(command, cwd=folder, env={**os.environ, **guard}, stdout=subprocess.DEVNULL)
        running.append(process)
        address = f"http://127.0.0.1:{port}"
        for _ in range(200):
            try:
                with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
                    return address
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the app did not start within 20 seconds")

    yield start
    for process in running:
        process.terminate()
        process.wait(timeout=10)


@pytest.fixture(scope="session")
def address(serve) -> str:
    return serve()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture(params=[(1280, 720)])
def page(browser, request) -> Iterator[Page]:
    width, height = request.param
    opened = browser.new_page(viewport={"width": width, "height": height})
    yield opened
    opened.close()


def settled(page: Page) -> None:
    """Wait until the app has answered: it is not running, and the footer, the last thing it writes, is there."""
    page.wait_for_selector(".w-footer", timeout=20_000)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=20_000)
