"""Asking our routes one thing at a time."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.web.asking import answer


@pytest.fixture
def ask() -> Iterator:
    """`ask(routes, path, headers)`, in a thread of its own: a browser test may have left an event loop in this one.

    With `form` it is a POST with that body.
    """
    with ThreadPoolExecutor(1) as thread:
        yield lambda routes, path, asked, form=None: thread.submit(
            asyncio.run, answer(routes, path, asked, form)
        ).result()
