"""ASGI middleware: an address that a mail or a document damaged leads on to the one that was meant."""

import re
from urllib.parse import quote

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_SUSPECT = re.compile(r"amp;|%26amp|%25|(?:[^\w~-]|%(?!7e)[0-9a-f]{2})$", re.IGNORECASE | re.ASCII)
_SUSPECT_PATH = re.compile(r"[^\w/~-]$")
"""Most addresses are whole, and pass without a closer look."""


class MendedLinks:
    """Sends who comes by a damaged link on: so the address, the scripts of the page and a bookmark are right too."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer with the address that was meant."""
        there = _meant(scope) if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else None
        await (self.app if there is None else RedirectResponse(there, 307))(scope, receive, send)


def _meant(scope: Scope) -> str | None:
    """The address that was meant, from the last part of the path on; None when this one is right."""
    path, query = scope["path"], scope["query_string"].decode("latin-1")
    if not (_SUSPECT.search(query) or _SUSPECT_PATH.search(path)):
        return None
    from weighing.damaged_links import mended, mended_path

    right_path, right_query = mended_path(path), mended(query)
    if right_path == path and right_query is None:
        return None
    last = quote(right_path.rpartition("/")[2])
    rest = query if right_query is None else right_query
    return f"./{last}{'?' if rest else ''}{rest}"
