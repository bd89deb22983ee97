"""The accessibility statement: what was checked, and what does not work well yet."""

import datetime

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from texts import LANGUAGES, words
from texts.numbers import day
from web.assets import STATIC, style_in_page
from web.html import render
from web.middleware import asked_language

UPDATED = datetime.date(2026, 11, 21)


async def statement(request: Request) -> HTMLResponse:
    """`/toegankelijkheid`, in the language of the address."""
    text = words(asked_language(request.url.query.encode()))
    page = render(
        STATIC.parent / "templates",
        "statement.html",
        text,
        root="./",
        links={code: f"lang={code}" for code in LANGUAGES},
        date=day(UPDATED, text.language),
        style=style_in_page("board/board.css"),
    )
    return HTMLResponse(page)


routes = [Route("/toegankelijkheid", statement)]
