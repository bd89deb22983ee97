"""Answers to the parts of a link that a page posts as a form: a part of that page as HTML.

Weights come in the body of the request and not in the address, so that no log on the way holds them. Nothing is kept.
"""

from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl

from markupsafe import Markup, escape
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from cases.definition.model import Case
from texts import LANGUAGES, Words, words
from web.request_body import read_body
from web.shared_cases import sound
from weighing.links import other_version

Made = Callable[[Case, dict[str, str], Words], Markup | None]
"""What is shown for a case and the parts of a link; None when the parts ask for nothing that can be shown."""


def answering(made: Made, fits: Callable[[Case], bool] = lambda case: True) -> Callable[[Request], Awaitable[Response]]:
    """The answer to an address with ``case_id`` in it, for the cases that fit."""

    async def answer(request: Request) -> Response:
        case = (await run_in_threadpool(sound)).get(request.path_params["case_id"])
        body = await read_body(request)
        if case is None or body is None or not fits(case):
            return Response(status_code=413 if body is None else 404)
        parts = dict(parse_qsl(body.decode("utf-8", "replace")))
        language = parts.get("lang", LANGUAGES[0])
        if language not in LANGUAGES:
            return Response(status_code=400)
        text = words(language)
        if other_version(case, parts) is not None:  # what is on that page, and what we would say, are other figures
            page: Markup | None = Markup("<p>{}</p>").format(escape(text("overtaken.reload")))
        else:
            page = await run_in_threadpool(made, case, parts, text)
        return Response(status_code=400) if page is None else HTMLResponse(page, headers={"cache-control": "no-store"})

    return answer
