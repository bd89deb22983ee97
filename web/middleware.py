"""ASGI middleware: the page's language in the HTML shell, and headers that keep every request at home."""

import gzip
import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from texts import DEFAULT_LANGUAGE, LANGUAGES, words
from web.assets import STATIC
from web.missing_pages import no_page

STREAMLIT_INLINE = "'sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA='"
"""The one inline script in the shell of the pinned Streamlit; any other is refused by the browser."""


def content_security_policy(inline: str = STREAMLIT_INLINE) -> str:
    """Everything from this site only; of scripts inside a page the one with this fingerprint."""
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' 'wasm-unsafe-eval' {inline} blob:",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' ws: wss:",
            "worker-src 'self' blob:",
            "frame-ancestors 'self'",
            "base-uri 'self'",
            "form-action 'self'",
        ]
    )


SHELL_MARK = b"<title>Streamlit</title>"
"""What only Streamlit's own page has; pages of ours come in the right language by themselves."""

BOARD_SCREEN = "wegen"
"""The last part of the address of the screen with the board."""

NOSCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)


def asked_language(query: bytes) -> str:
    """The language in the address (`lang=en`), or Dutch when it is missing or unknown."""
    asked = parse_qs(query.decode("latin-1")).get("lang", [DEFAULT_LANGUAGE])[-1]
    return asked if asked in LANGUAGES else DEFAULT_LANGUAGE


class PageLanguage:
    """Rewrites Streamlit's HTML shell so that a screen reader hears the right language from the first byte.

    Streamlit writes `<html lang="en">` for everybody and cannot be told otherwise. It also shows its first page at
    every address; where none of our pages is, ``no_page`` comes instead.
    """

    def __init__(self, app: ASGIApp, pages: Mapping[str, str]) -> None:
        """``pages``: the addresses with a page of Streamlit, each with the key of its name."""
        self.app = app
        self.pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; an HTML answer is kept until it is whole, and Streamlit's shell comes back translated."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start: Message | None = None
        page = bytearray()

        async def rewrite(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                if MutableHeaders(raw=message["headers"]).get("content-type", "").startswith("text/html"):
                    start = message
                    return
            elif start is not None and message["type"] == "http.response.body":
                page.extend(message.get("body", b""))
                if message.get("more_body"):
                    return
                body = self._answer(bytes(page), start, scope)
                await send(start)
                await send({"type": "http.response.body", "body": body})
                return
            await send(message)

        await self.app(scope, receive, rewrite)

    def _answer(self, page: bytes, start: Message, scope: Scope) -> bytes:
        """Streamlit's shell in a language, uncompressed and not to be kept; any other page as it came."""
        headers = MutableHeaders(raw=start["headers"])
        shell = gzip.decompress(page) if headers.get("content-encoding") == "gzip" else page
        if SHELL_MARK not in shell:
            return page
        language, address = asked_language(scope["query_string"]), scope["path"].strip("/")
        if address in self.pages:
            body = in_language(shell, language)
            if address == BOARD_SCREEN:
                body = body.replace(b"</head>", board_ahead() + b"</head>")
        else:
            start["status"] = 404
            body = no_page(scope["path"], scope["query_string"], language, self.pages)
        for name in ("etag", "last-modified", "content-encoding"):
            del headers[name]
        headers["content-length"] = str(len(body))
        headers["cache-control"] = "no-store"
        return body


def in_language(shell: bytes, language: str) -> bytes:
    """The shell with its language, title, something to read until Streamlit is there, and words in that language."""
    text = words(language)
    replacements = {
        b'<html lang="en">': f'<html lang="{language}">'.encode(),
        SHELL_MARK: f"<title>{text('app.name')}</title>".encode(),
        b'<div id="root"></div>': f'<div id="root"><p role="status">{text("app.opening")}</p></div>'.encode(),
        b"<script": f'<script src="./texts/{language}.js" defer></script><script'.encode(),
    }
    for old, new in replacements.items():
        shell = shell.replace(old, new, 1)
    return NOSCRIPT.sub(f"<noscript><p>{text('app.needs_javascript')}</p></noscript>".encode(), shell)


@cache
def board_ahead() -> bytes:
    """Links that let the browser fetch the modules of the board while Streamlit is still starting."""
    names = sorted(path.stem for path in (STATIC / "board").glob("*.js"))
    return "".join(f'<link rel="modulepreload" href="./web/board/{name}.js">' for name in names).encode()


class SafeHeaders:
    """Adds the headers that stop the browser from asking anything of any other site."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; its answer gets the headers, but for those that it has."""
        policy = content_security_policy()

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                headers.setdefault("content-security-policy", policy)
                # The address of a page may hold a key or weights; from this header it would get into logs of proxies.
                headers.setdefault("referrer-policy", "no-referrer")
                headers["x-content-type-options"] = "nosniff"
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)
