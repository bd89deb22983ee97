"""Reading a page is never done at once: what is to come is waited for. tests/test_waiting.py holds the tests to it."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from playwright.sync_api import BrowserContext, Error, Page

PATIENCE = 60_000
"""Milliseconds in which a page shows what is waited for; long, for a busy machine is not a mistake."""
EVERY = 50
"""Milliseconds between two looks: three frames."""
OPEN: list[BrowserContext] = []
"""The browser of this process, as soon as there is one."""
NOT_YET = (Error, AssertionError, LookupError, ValueError)
"""What a look may meet while the page changes: the next one counts."""

Found = TypeVar("Found")


def soon(read: Callable[[], Found], expected: Found | Callable[[Found], bool], patience: int = PATIENCE) -> Found:
    """What ``read`` gives, as soon as it is what is expected: a value, or what a function finds good.

    For what ``expect`` of Playwright cannot say; a failure tells what was read last.
    """
    until = time.monotonic() + patience / 1000
    while True:
        try:
            found = read()
            if expected(found) if callable(expected) else found == expected:
                return found
            told = repr(found)
        except NOT_YET as error:
            told = repr(error)
        if time.monotonic() > until:
            wanted = "what the test asks" if callable(expected) else repr(expected)
            raise AssertionError(f"expected {wanted}\nread     {told}")
        pause()


def pause() -> None:
    """Between two looks, in which what the browser tells is heard: an address or a message never comes in a sleep."""
    if OPEN:
        OPEN[0].pages[0].wait_for_timeout(EVERY)
    else:
        time.sleep(EVERY / 1000)


def steady(read: Callable[[], Found]) -> Found:
    """What ``read`` gives once it stands still: twice the same, three frames apart. For what is compared with later."""
    seen: list[Found] = []

    def again() -> Found:
        seen.append(read())
        return seen[-1]

    return soon(again, lambda found: len(seen) > 1 and found == seen[-2])


def lasting(read: Callable[[], list[str]], patience: int = 10_000) -> list[str]:
    """The faults that do not pass by themselves: none, as soon as a look finds none."""
    seen: list[str] = []

    def again() -> list[str]:
        seen[:] = read()
        return seen

    with suppress(AssertionError):
        soon(again, [], patience)
    return seen


def in_one_turn(page: Page, script: str, argument: object = None) -> object:
    """What a script gives that moves something and reads it in one go: in the page nothing comes between."""
    return page.evaluate(script, argument)
