"""Addresses of before go on to the page of now; an address where nothing is says so and offers the pages there are."""

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from texts import LANGUAGES, words
from web.assets import STATIC, style_in_page

LONGEST = 60
"""Characters of an address that are repeated."""


def old_routes(moved: Mapping[str, str]) -> list[BaseRoute]:
    """A route for each address of before, on to the address of now with the rest of the link."""

    def go_on(request: Request) -> Response:
        now = moved[request.url.path.strip("/")]
        return RedirectResponse(f"./{now}" + (f"?{request.url.query}" if request.url.query else ""), 307)

    return [Route(f"/{address}", go_on) for address in moved]


def no_sign_in(_: Request) -> Response:
    """Without the setting nobody signs in here; Streamlit would answer at these addresses all the same."""
    return Response(status_code=404)


SIGN_IN_ROUTES = [Route(path, no_sign_in, methods=["GET", "POST"]) for path in ("/auth/{rest:path}", "/oauth2callback")]


def no_page(path: str, query: bytes, language: str, pages: Mapping[str, str]) -> bytes:
    """What is shown where no page is: the address that was asked, and every page, with the weights of the link."""
    from web.html import render  # who asks for a page that exists does not wait for it

    text = words(language)
    parts = QueryParams(query)
    links = {code: urlencode([*((key, found) for key, found in parts.multi_items() if key != "lang"), ("lang", code)])
             for code in LANGUAGES}  # fmt: skip
    asked = path if len(path) <= LONGEST else f"{path[:LONGEST]}…"
    return render(
        STATIC.parent / "templates",
        "no_page.html",
        text,
        asked=asked,
        root="../" * path.strip("/").count("/") or "./",
        pages=pages,
        links=links,
        style=style_in_page("board/board.css"),
    ).encode()
