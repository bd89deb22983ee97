"""How sure a result is, for every face: the card with the verdict, and the address that phone and projector ask it of.

The weights come in the body of the request, not in the address, so that no log on the way holds them. Nothing is kept.
"""

from typing import Any
from urllib.parse import parse_qsl

from markupsafe import Markup, escape
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from texts import LANGUAGES, Words, words
from web.assets import STATIC
from web.html import render
from web.request_body import read_body
from web.shared_cases import sound
from weighing.comparison import Comparison, compare
from weighing.links import from_link, other_version, requirements_in
from weighing.verdict import Verdict, verdict
from wording.colours import colours
from wording.verdict_words import out_of_100, verdict_text

TEMPLATES = STATIC.parent / "templates"


def verdict_html(comparison: Comparison, text: Words, *, with_flip: bool) -> Markup:
    """The verdict with its reasons, and per alternative how often in 100 it comes first.

    `with_flip` is for places that do not already show when the order flips.
    """
    found = verdict(comparison)
    return render(
        TEMPLATES,
        "verdict.html",
        text,
        verdict=verdict_text(comparison, text),
        with_flip=with_flip,
        parts=hundred(found, text) if found else [],
    )


def hundred(found: Verdict, text: Words) -> list[dict[str, Any]]:
    """Out of 100 ways in which the effects may turn out: how often each alternative comes first."""
    case = found.comparison.case
    palette = colours(case)
    return [
        {
            "code": alternative.code,
            "label": text.of(alternative.label),
            "colour": palette[alternative.id],
            "pattern": row,
            "share": float(found.shares[row]),
            "count": out_of_100(float(found.shares[row]), text),
        }
        for row, alternative in enumerate(case.alternatives)
    ]


async def answer(request: Request) -> Response:
    """`POST /zeker/{case_id}` with the parts of a link as a form: the card as HTML."""
    case = (await run_in_threadpool(sound)).get(request.path_params["case_id"])
    body = await read_body(request)
    if case is None or body is None:
        return Response(status_code=404 if case is None else 413)
    parts = dict(parse_qsl(body.decode("utf-8", "replace")))
    language = parts.get("lang", LANGUAGES[0])
    if language in LANGUAGES and other_version(case, parts) is not None:
        return overtaken(words(language))
    comparison = compare(case, from_link(case, parts)[0], requirements_in(case, parts)[0])
    if comparison is None or language not in LANGUAGES:
        return Response(status_code=400)
    card = await run_in_threadpool(verdict_html, comparison, words(language), with_flip=False)
    return HTMLResponse(card, headers={"cache-control": "no-store"})


def overtaken(text: Words) -> HTMLResponse:
    """For a page of another version of the case: what is on it, and what would be answered, are about other figures."""
    return HTMLResponse(f"<p>{escape(text('overtaken.reload'))}</p>", headers={"cache-control": "no-store"})


routes = [Route("/zeker/{case_id}", answer, methods=["POST"])]
