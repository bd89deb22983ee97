"""ASGI middleware: the page's language in the HTML shell, and headers that keep every request at home."""

import re
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from texts import DEFAULT_LANGUAGE, LANGUAGES, words

STREAMLIT_INLINE = "'sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA='"
"""The one inline script in the shell of the pinned Streamlit; any other is refused by the browser."""

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'self'",
        f"script-src 'self' 'wasm-unsafe-eval' {STREAMLIT_INLINE} blob:",
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

NOSCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)


def asked_language(query: bytes) -> str:
    """The language in the address (`lang=en`), or Dutch when it is missing or unknown."""
    asked = parse_qs(query.decode("latin-1")).get("lang", [DEFAULT_LANGUAGE])[-1]
    return asked if asked in LANGUAGES else DEFAULT_LANGUAGE


class PageLanguage:
    """Rewrites Streamlit's HTML shell so that a screen reader hears the right language from the first byte.

    Streamlit writes `<html lang="en">` for everybody and cannot be told otherwise.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        # The shell must come uncompressed to be rewritten; it is 5 kB. Scripts and styles are compressed as before.
        if b"text/html" in dict(scope["headers"]).get(b"accept", b""):
            scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]}
        start: Message | None = None
        shell = bytearray()

        async def rewrite(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                if headers.get("content-type", "").startswith("text/html") and "content-encoding" not in headers:
                    start = message
                    return
            elif start is not None and message["type"] == "http.response.body":
                shell.extend(message.get("body", b""))
                if message.get("more_body"):
                    return
                body = in_language(bytes(shell), asked_language(scope["query_string"]))
                headers = MutableHeaders(raw=start["headers"])
                headers["content-length"] = str(len(body))
                headers["cache-control"] = "no-store"
                del headers["etag"], headers["last-modified"]
                await send(start)
                await send({"type": "http.response.body", "body": body})
                return
            await send(message)

        await self.app(scope, receive, rewrite)


def in_language(shell: bytes, language: str) -> bytes:
    """The shell with its language, title, and the words that Streamlit itself only has in English.

    Pages of our own, which are not that shell, stay as they are.
    """
    if b"<title>Streamlit</title>" not in shell:
        return shell
    text = words(language)
    replacements = {
        b'<html lang="en">': f'<html lang="{language}">'.encode(),
        b"<title>Streamlit</title>": f"<title>{text('app.name')}</title>".encode(),
        b"</head>": f'<script src="./texts/{language}.js" defer></script></head>'.encode(),
    }
    for old, new in replacements.items():
        shell = shell.replace(old, new)
    return NOSCRIPT.sub(f"<noscript><p>{text('app.needs_javascript')}</p></noscript>".encode(), shell)


class SafeHeaders:
    """Adds the headers that stop the browser from asking anything of any other site."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                headers["content-security-policy"] = CONTENT_SECURITY_POLICY
                headers["referrer-policy"] = "same-origin"
                headers["x-content-type-options"] = "nosniff"
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)
