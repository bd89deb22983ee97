"""The page on which residents propose what is missing: plain HTML, without Streamlit and without JavaScript.

`/voorstel/{token}` shows what is compared now, takes a proposal, and shows every proposal with its answer. Nothing
about who sends it is kept: no name, no address, no cookie.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import parse_qsl

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from cases.definition.model import Case
from cases.store import Call, Proposal, StoreError, own_proposals
from cases.store.configuration import settings
from cases.store.said_words import TITLE, WORDS, Field, faults
from texts import LANGUAGES, Words, words
from texts.numbers import day
from web import shared_cases
from web.assets import STATIC, style_in_page
from web.connections import Pace, connection, from_our_own_page
from web.html import render, sentence
from web.middleware import asked_language
from web.request_body import read_body
from wording.colours import colours

TEMPLATES = STATIC.parent / "templates"
LONGEST = 64_000
"""Bytes of a form: the longest explanation in any script, and room to spare."""
TRAP = "website"
"""A field that people do not see and programs like to fill in."""


@dataclass(frozen=True)
class Typed:
    """What stands in the form, and what is wrong with it."""

    kind: str = ""
    title: str = ""
    words: str = ""
    faults: Mapping[Field, str] = field(default_factory=dict)
    refused: str | None = None
    """Why nothing was sent although the fields are right."""


@cache
def _pace() -> Pace:
    return Pace(settings().proposals_per_minute, settings().proposals_per_hour)


async def show(request: Request) -> Response:
    """The page, with a word of thanks after sending."""
    return await run_in_threadpool(_page, request, Typed())


async def send(request: Request) -> Response:
    """Take a proposal and lead back to the page; when it cannot be taken, the page with what was typed."""
    text = words(asked_language(request.scope["query_string"]))
    body = await read_body(request, LONGEST)
    if body is None:
        return await run_in_threadpool(_page, request, Typed(refused=text("proposals.too_long")), 413)
    parts = _parts(body)
    typed = Typed(parts.get("kind", ""), parts.get("title", ""), parts.get("words", ""))
    return await run_in_threadpool(_taken, request, typed, parts.get(TRAP, ""), text)


def _taken(request: Request, typed: Typed, trap: str, text: Words) -> Response:
    token, language = request.path_params["token"], text.language
    wrong = faults(typed.kind, typed.title, typed.words)
    if wrong:
        said = {name: sentence(error.text.get(language)) for name, error in wrong.items()}
        return _page(request, Typed(typed.kind, typed.title, typed.words, said), 422)
    if not from_our_own_page(request):
        return _page(request, _refused(typed, text("proposals.strange")), 403)
    if trap:  # most likely a program; a person whose browser filled it in presses once more
        return _page(request, _refused(typed, text("proposals.trapped")), 403)
    try:
        wait = _pace().take(connection(request, settings().proxies))
        if wait:
            when = text("proposals.wait_minutes", count=-(-wait // 60))
            page = _page(request, _refused(typed, text("proposals.too_many", when=when)), 429)
            page.headers["retry-after"] = str(wait)
            return page
        made = own_proposals().propose(token, typed.kind, typed.title, typed.words, language)
    except StoreError as error:
        return _page(request, _refused(typed, sentence(error.text.get(language))), 409)
    return RedirectResponse(f"./{token}?lang={language}&dank={made.id}#dank", status_code=303)


def _page(request: Request, typed: Typed, status: int = 200) -> HTMLResponse:
    text = words(asked_language(request.scope["query_string"]))
    token = request.path_params["token"]
    try:
        call = own_proposals().call(token)
        found = own_proposals().proposals(call.case_id) if call else ()
    except StoreError as error:
        return _answer("proposals_none.html", text, 503, token=token, why=sentence(text.of(error.text)))
    case = shared_cases.sound().get(call.case_id) if call else None
    if case is None:
        why = text("proposals.unknown") if call is None else text("proposals.hidden")
        return _answer("proposals_none.html", text, 404, token=token, why=why)
    return _answer("proposals.html", text, status, **_values(case, call, found, typed, request, text))


def _values(
    case: Case, call: Call | None, found: tuple[Proposal, ...], typed: Typed, request: Request, text: Words
) -> dict[str, object]:
    thanks = request.query_params.get("dank", "")
    return {
        "token": request.path_params["token"],
        "case": case,
        "palette": colours(case),
        "call": call,
        "typed": typed,
        "limits": {"title": TITLE, "words": WORDS},
        "trap": TRAP,
        "thanks": next((item.id for item in found if str(item.id) == thanks), None),
        "n_proposals": len(found),
        "proposals": list_html(case, found, text),
    }


def list_html(case: Case | None, proposals: Iterable[Proposal], text: Words) -> Markup:
    """Proposals with what was done with them and why, newest first. Without the case, ids stand for its names."""
    rows = [
        {
            "proposal": item,
            "sent": day(item.sent, text.language),
            "state": state_text(case, item, text),
        }
        for item in proposals
    ]
    return render(TEMPLATES, "proposal_list.html", text, rows=rows[::-1])


def state_text(case: Case | None, proposal: Proposal, text: Words) -> str:
    """`Nog geen antwoord`, `Samengevoegd met: Stilte`."""
    if proposal.state == "merged":
        return text("proposals.state_merged", name=merged_name(case, proposal.merged_into, text.language))
    return text(f"proposals.state_{proposal.state or 'open'}")


def merged_name(case: Case | None, merged_into: str, language: str) -> str:
    """The name of the criterion or alternative; its id when the case no longer has it."""
    kind, _, key = merged_into.partition(":")
    there = () if case is None else case.criteria if kind == "criterion" else case.alternatives
    return next((item.label.get(language) for item in there if item.id == key), key)


def _refused(typed: Typed, why: str) -> Typed:
    return Typed(typed.kind, typed.title, typed.words, refused=why)


def _answer(template: str, text: Words, status: int, **values: object) -> HTMLResponse:
    body = render(TEMPLATES, template, text, root="../", style=_style(), languages=LANGUAGES, **values)
    # Without a referrer within this site a browser would call the origin of the form null, and then it is refused.
    return HTMLResponse(body, status, {"cache-control": "no-store", "referrer-policy": "same-origin"})


def _parts(body: bytes) -> dict[str, str]:
    """What was filled in; nothing when there are far more parts than our form has."""
    try:
        return dict(parse_qsl(body.decode("utf-8", "replace"), max_num_fields=20))
    except ValueError:
        return {}


@cache
def _style() -> Markup:
    return style_in_page("board/board.css", "phone/phone.css", "phone/proposals.css")


routes = [Route("/voorstel/{token}", show, methods=["GET"]), Route("/voorstel/{token}", send, methods=["POST"])]
