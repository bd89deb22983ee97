"""What is kept of a session, how long, and what never is: one page in plain words."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from texts import LANGUAGES, words
from web.assets import STATIC, style_in_page
from web.html import render
from web.middleware import asked_language

KEPT = ("answers", "days", "account", "groups", "words", "phone", "server")


async def privacy(request: Request) -> Response:
    """`/privacy`, in the language of the address."""
    text = words(asked_language(request.scope["query_string"]))
    page = render(
        STATIC.parent / "templates",
        "privacy.html",
        text,
        root="./",
        links={code: f"lang={code}" for code in LANGUAGES},
        kept=KEPT,
        style=style_in_page("board/board.css"),
    )
    return HTMLResponse(page)


routes = [Route("/privacy", privacy)]
