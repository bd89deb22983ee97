import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Scope

from texts import words
from web.builtin_words import routes, script
from web.middleware import PageLanguage, SafeHeaders, asked_language

HEAD = '<!doctype html><html lang="en"><head><title>Streamlit</title></head>'
SHELL = f"{HEAD}<body><noscript><p>Enable it.</p></noscript></body></html>"


async def fetch(path: str) -> Response:
    """One request through a small app with our middleware around a shell like Streamlit's."""
    shell = [Route("/", lambda request: HTMLResponse(SHELL)), Route("/data", lambda request: PlainTextResponse(SHELL))]
    middleware = [Middleware(SafeHeaders), Middleware(PageLanguage), Middleware(GZipMiddleware, minimum_size=10)]
    app = Starlette(routes=[*shell, *routes], middleware=middleware)
    path, _, query = path.partition("?")
    scope: Scope = {
        "type": "http", "method": "GET", "path": path, "query_string": query.encode(),
        "headers": [(b"accept", b"text/html,*/*"), (b"accept-encoding", b"gzip, br")],
        "scheme": "http", "server": ("localhost", 80), "root_path": "",
    }  # fmt: skip
    sent: list[dict] = []

    async def receive() -> dict:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict) -> None:
        sent.append(message)

    await app(scope, receive, send)
    headers = {key.decode(): value.decode() for key, value in sent[0]["headers"]}
    body = b"".join(message.get("body", b"") for message in sent[1:])
    assert len(body) == int(headers["content-length"])
    if headers.get("content-encoding") == "gzip":
        body = gzip.decompress(body)
    return Response(body, sent[0]["status"], headers)


@pytest.fixture
def get():
    """Fetch in a thread of its own: a browser test may have left a running event loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        yield lambda path: thread.submit(asyncio.run, fetch(path)).result()


@pytest.mark.parametrize(
    ("path", "language"), [("/", "nl"), ("/?lang=nl", "nl"), ("/?lang=en", "en"), ("/?lang=xx", "nl")]
)
def test_the_shell_says_which_language_the_page_is_in(get, path, language):
    body = get(path).body.decode()
    assert f'<html lang="{language}">' in body
    assert "<title>Waardenweger</title>" in body
    assert f'src="./texts/{language}.js"' in body
    assert words(language)("app.needs_javascript") in body
    assert "Enable it." not in body


def test_only_html_is_rewritten(get):
    assert get("/data?lang=nl").body.decode() == SHELL


def test_the_policy_allows_no_other_site(get):
    policy = get("/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http:" not in policy
    assert "https:" not in policy
    assert "unsafe-eval'" not in policy.replace("'wasm-unsafe-eval'", "")


def test_builtin_words_are_replaced_in_dutch():
    assert '"Increment": "Meer"' in script("nl")
    assert '"Skip to main content": "Ga naar de inhoud"' in script("nl")


def test_the_script_is_served_for_our_languages_only(get):
    assert get("/texts/nl.js").status_code == 200
    assert get("/texts/de.js").status_code == 404


def test_the_last_language_in_an_address_counts():
    assert asked_language(b"lang=nl&lang=en") == "en"
