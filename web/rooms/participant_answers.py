"""What the phone of a participant sends: join, an answer, and asking back what it sent. No address holds a token."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from anyio import CapacityLimiter, to_thread
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from web.rooms.live import now, stream
from web.rooms.participant_page import participant, type_code
from web.rooms.wire import KEPT_NOWHERE, code_guesses, language_of, posted
from workshop.news import COUNT
from workshop.room_secrets import typed_code
from workshop.taking_part import Receipt
from workshop.this_rooms import news, taking_part

MOST_WRITING = 60
"""Threads that wait for the disk at once; they have their own, so that who reads never stands behind who writes."""
Found = TypeVar("Found")


@cache
def _writers() -> CapacityLimiter:
    return CapacityLimiter(MOST_WRITING)


async def written(change: Callable[[], Found]) -> Found:
    """What a change of the database gives back, once it is made."""
    return await to_thread.run_sync(change, limiter=_writers())


async def join(request: Request, body: dict[str, Any]) -> Response:
    """`POST /s/{code}/kom`: a new participant; answers with the token that stays on this phone."""
    code = typed_code(request.path_params["code"])
    card, again = str(body.get("card") or ""), body.get("again") is True

    def joined() -> str:
        token = taking_part().join(code, card=card, again=again)
        news().tell(code, COUNT)
        return token

    token = await written(joined)
    return JSONResponse({"token": token}, 201, KEPT_NOWHERE)


async def send(request: Request, body: dict[str, Any]) -> Response:
    """`POST /s/{code}/lever`: an answer. When this answers 200 it is in the database."""
    code, key, on = typed_code(request.path_params["code"]), str(body.get("key") or ""), body.get("on", 0)
    token, question, language = body.get("token", ""), str(body.get("question")), language_of(request, body)
    number = on if isinstance(on, int) else -1

    def kept() -> Receipt:
        receipt = taking_part().send(code, token, question, body.get("answer"), key=key, on=number, language=language)
        if not receipt.again:
            news().tell(code, COUNT)
        return receipt

    receipt = await written(kept)
    return JSONResponse({"revision": receipt.revision, "again": receipt.again}, headers=KEPT_NOWHERE)


async def own(request: Request, body: dict[str, Any]) -> Response:
    """`POST /s/{code}/ik`: what this participant sent, after a reload or on another screen."""
    code = typed_code(request.path_params["code"])
    found = await run_in_threadpool(lambda: taking_part().own(code, body.get("token", "")))
    told = {"answers": found.answers, "revisions": found.revisions, "table": found.table, "role": found.role}
    return JSONResponse(told, headers=KEPT_NOWHERE)


routes = [
    Route("/s", type_code),
    Route("/s/{code}", participant),
    Route("/s/{code}/kom", posted(join, code_guesses), methods=["POST"]),
    Route("/s/{code}/lever", posted(send, code_guesses), methods=["POST"]),
    Route("/s/{code}/ik", posted(own, code_guesses), methods=["POST"]),
    Route("/s/{code}/nu", now),
    Route("/s/{code}/stroom", stream),
]
