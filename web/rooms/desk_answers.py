"""What the desk of whoever leads asks and does. The secret is a cookie for these addresses, which no script reads."""

import json
import re
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from cases.store.store_errors import StoreError
from cases.workbook.case_zip import write_bundle
from web.rooms.ballot_page import ballot
from web.rooms.desk_page import desk
from web.rooms.live import now, stream
from web.rooms.participant_page import no_session
from web.rooms.print_pages import card_sheet, roles
from web.rooms.wire import KEPT_NOWHERE, language_of, phrase_guesses, posted
from workshop.ballots import came_in
from workshop.news import COUNT, STATE
from workshop.rehearsing import let_made_up_join
from workshop.room_errors import WrongSecretError
from workshop.room_secrets import typed_code
from workshop.sayings import Saying
from workshop.script import SOURCE
from workshop.this_rooms import leading, news, room_store, sayings, taking_part
from workshop.values_to_draft import draft_of_room

COOKIE = "waardenweger_leiding"
_WHOLE = re.compile(r"[A-Z0-9]{4,12}\.[\w-]{20,60}", re.ASCII)


async def enter(request: Request, body: dict[str, Any]) -> Response:
    """`POST /leid/{code}/in`: the secret behind # of a link, or the passphrase, becomes a cookie."""
    code, secret = typed_code(request.path_params["code"]), str(body.get("secret") or "")
    if body.get("phrase"):
        secret = await run_in_threadpool(lambda: leading().enter(code, str(body["phrase"])))
    await run_in_threadpool(lambda: leading().room(code, secret))
    answer = Response(status_code=204, headers=KEPT_NOWHERE)
    secure = "https" in (request.url.scheme, request.headers.get("x-forwarded-proto"))
    answer.set_cookie(COOKIE, f"{code}.{secret}", path="/leid", httponly=True, samesite="strict", secure=secure)
    return answer


def secret_of(request: Request) -> str:
    """The secret of the session in this address, from the cookie.

    Raises:
        WrongSecretError: there is none, or it is of another session.
    """
    code, _, secret = request.cookies.get(COOKIE, "").partition(".")
    if code != typed_code(request.path_params["code"]) or not _WHOLE.fullmatch(f"{code}.{secret}"):
        raise WrongSecretError
    return secret


async def lead(request: Request, body: dict[str, Any]) -> Response:
    """`POST /leid/{code}/doe`: a command, with where the session stood for who gave it."""
    code, secret = typed_code(request.path_params["code"]), secret_of(request)
    detail, serial = body.get("detail") or {}, body.get("serial")
    detail = detail if isinstance(detail, dict) else {}
    serial = serial if isinstance(serial, int) else -1
    room = await run_in_threadpool(lambda: leading().lead(code, secret, str(body.get("command")), detail, serial))
    await run_in_threadpool(news().tell, code, STATE)
    return JSONResponse({"serial": room.serial}, headers=KEPT_NOWHERE)


async def asked(request: Request, body: dict[str, Any]) -> Response:
    """`POST /leid/{code}/alles`: what only the desk sees: words that wait, what was done, how it was prepared."""
    code, secret = typed_code(request.path_params["code"]), secret_of(request)

    def found() -> dict[str, Any]:
        room = leading().room(code, secret)
        return {
            "plan": room.plan.model_dump(mode="json"),
            "steps": [
                {"id": step.id, "minutes": step.minutes, "question": step.question, "stages": step.stages}
                for step in room.plan.steps
            ],
            "source": dict(SOURCE),
            "said": [_told(item) for item in sayings().all(code, secret)],
            "lines": [
                {
                    "moment": line.moment,
                    "what": line.what,
                    "detail": json.loads(line.detail),
                    "joined": line.joined,
                    "sent": line.sent,
                }
                for line in leading().lines(code, secret)
            ],
            "counts": room_store().counts(room.id).sent,
            "came_in": asdict(came_in(room_store(), room)),
        }

    return JSONResponse(await run_in_threadpool(found), headers=KEPT_NOWHERE)


async def judge(request: Request, body: dict[str, Any]) -> Response:
    """`POST /leid/{code}/woorden`: show, keep or erase what somebody wrote."""
    code, secret, saying = typed_code(request.path_params["code"]), secret_of(request), body.get("saying")
    number = saying if isinstance(saying, int) else -1
    return await _done(code, lambda: sayings().judge(code, secret, number, str(body.get("state"))))


async def write(request: Request, body: dict[str, Any]) -> Response:
    """`POST /leid/{code}/noteer`: a disputed fact or a note of the evening."""
    code, secret, language = typed_code(request.path_params["code"]), secret_of(request), language_of(request, body)
    kind, said = str(body.get("kind")), str(body.get("words") or "")
    return await _done(code, lambda: sayings().write(code, secret, kind, said, language))


async def cards(request: Request, body: dict[str, Any]) -> Response:
    """`POST /leid/{code}/kaarten`: new cards, or one for a table whose phone gave up."""
    code, secret, many = typed_code(request.path_params["code"]), secret_of(request), body.get("many")
    table = body.get("table")
    if table is not None:
        one = await run_in_threadpool(lambda: leading().one_card(code, secret, str(table)))
        made: tuple[tuple[str, str | None], ...] = ((one, str(table)),)
    else:
        number = many if isinstance(many, int) else 0
        made = await run_in_threadpool(lambda: leading().make_cards(code, secret, number))
    room = await run_in_threadpool(lambda: leading().room(code, secret))
    sheet = await run_in_threadpool(card_sheet, request, room, made, language_of(request, body))
    return JSONResponse({"cards": made, "sheet": sheet}, 201, KEPT_NOWHERE)


async def proxy(request: Request, body: dict[str, Any]) -> Response:
    """`POST /leid/{code}/voor`: an answer typed for somebody without a phone, or from a printed ballot; marked so."""
    code, secret = typed_code(request.path_params["code"]), secret_of(request)
    way = body.get("way")

    def typed() -> str:
        leading().room(code, secret)
        token = str(body.get("token") or "") or taking_part().join(code, way="paper" if way == "paper" else "proxy")
        taking_part().send(
            code, token, str(body.get("question")), body.get("answer"), key=str(body.get("key") or ""),
            language=language_of(request, body),
        )  # fmt: skip
        return token

    token = await run_in_threadpool(typed)
    await run_in_threadpool(news().tell, code, COUNT)
    return JSONResponse({"token": token}, 201, KEPT_NOWHERE)


async def draft(request: Request) -> Response:
    """`/leid/{code}/concept.zip`: what a room named before there are plans, as a draft case; for who leads."""
    code, language = typed_code(request.path_params["code"]), language_of(request)
    try:
        room = await run_in_threadpool(leading().room, code, secret_of(request))
        files = await run_in_threadpool(draft_of_room, room_store(), room, language)
    except StoreError as error:
        return no_session(request, error)
    headers = KEPT_NOWHERE | {"content-disposition": f'attachment; filename="{room.code}.zip"'}
    return Response(write_bundle(files), headers=headers, media_type="application/zip")


async def made_up(request: Request, body: dict[str, Any]) -> Response:
    """`POST /leid/{code}/oefen`: made-up people take part in a rehearsal."""
    code, secret, many = typed_code(request.path_params["code"]), secret_of(request), body.get("many")

    def joined() -> None:
        leading().room(code, secret)
        let_made_up_join(room_store(), code, many if isinstance(many, int) else 0)

    return await _done(code, joined)


async def remove(request: Request, body: dict[str, Any]) -> Response:
    """`POST /leid/{code}/weg`: remove the session; the code is typed again to say so."""
    code, secret = typed_code(request.path_params["code"]), secret_of(request)
    if typed_code(str(body.get("again") or "")) != code:
        raise WrongSecretError
    return await _done(code, lambda: leading().remove(code, secret))


async def _done(code: str, change: Callable[[], None]) -> Response:
    await run_in_threadpool(change)
    await run_in_threadpool(news().tell, code, STATE)
    return Response(status_code=204, headers=KEPT_NOWHERE)


def _told(item: Saying) -> dict[str, Any]:
    return {
        "id": item.id, "question": item.question, "kind": item.kind, "words": item.words, "language": item.language,
        "state": item.state,
    }  # fmt: skip


routes = [
    Route("/leid/{code}", desk),
    Route("/leid/{code}/briefje", ballot),
    Route("/leid/{code}/rollen", roles),
    Route("/leid/{code}/concept.zip", draft),
    Route("/leid/{code}/in", posted(enter, phrase_guesses), methods=["POST"]),
    *(
        Route(f"/leid/{{code}}/{name}", posted(answer, phrase_guesses), methods=["POST"])
        for name, answer in (
            ("doe", lead), ("alles", asked), ("woorden", judge), ("noteer", write), ("kaarten", cards),
            ("voor", proxy), ("oefen", made_up), ("weg", remove),
        )
    ),
    Route("/leid/{code}/nu", now),
    Route("/leid/{code}/stroom", stream),
]  # fmt: skip
