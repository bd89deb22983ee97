"""One question to our routes, through the app's own middleware and a compressing server like Streamlit's."""

import asyncio
from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.routing import BaseRoute
from starlette.types import Scope

from ui.navigation import ADDRESSES
from web.key_links import OldKeyLinks
from web.mended_links import MendedLinks
from web.middleware import PageLanguage, SafeHeaders

Headers = Sequence[tuple[bytes, bytes]]


async def answer(routes: Sequence[BaseRoute], path: str, asked: Headers, form: bytes | None = None) -> Response:
    """What comes back; with `form` it is a POST with that body."""
    middleware = [Middleware(SafeHeaders), Middleware(MendedLinks), Middleware(OldKeyLinks)]
    middleware.append(Middleware(PageLanguage, pages=ADDRESSES))
    middleware.append(Middleware(GZipMiddleware, minimum_size=10))
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
