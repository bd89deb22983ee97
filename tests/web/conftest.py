"""Asking our routes one thing at a time, through the app's own middleware and a compressing server like Streamlit's."""

import asyncio
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.routing import BaseRoute
from starlette.types import Scope

from web.middleware import PageLanguage, SafeHeaders

Headers = Sequence[tuple[bytes, bytes]]


async def _answer(routes: Sequence[BaseRoute], path: str, asked: Headers, form: bytes | None) -> Response:
    middleware = [Middleware(SafeHeaders), Middleware(PageLanguage), Middleware(GZipMiddleware, minimum_size=10)]
    app = Starlette(routes=list(routes), middleware=middleware)
    path, _, query = path.partition("?")
    scope: Scope = {
        "type": "http", "method": "GET" if form is None else "POST", "path": path, "query_string": query.encode(),
        "headers": list(asked), "scheme": "http", "server": ("localhost", 80), "root_path": "",
    }  # fmt: skip
    sent: list[dict] = []
    bodies = iter([b"" if form is None else form])

    async def receive() -> dict:
        for body in bodies:
            return {"type": "http.request", "body": body, "more_body": False}
        await asyncio.sleep(60)  # a browser that stays; cancelled when the answer is out
        return {"type": "http.disconnect"}

    async def send(message: dict) -> None:
        sent.append(message)

    await app(scope, receive, send)
    headers = {key.decode(): value.decode() for key, value in sent[0]["headers"]}
    return Response(b"".join(message.get("body", b"") for message in sent[1:]), sent[0]["status"], headers)


@pytest.fixture
def ask() -> Iterator:
    """`ask(routes, path, headers)`, in a thread of its own: a browser test may have left an event loop in this one.

    With `form` it is a POST with that body.
    """
    with ThreadPoolExecutor(1) as thread:
        yield lambda routes, path, asked, form=None: thread.submit(
            asyncio.run, _answer(routes, path, asked, form)
        ).result()
