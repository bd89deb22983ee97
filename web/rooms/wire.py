"""How a page of a session talks to the server: JSON in, JSON out, and every refusal in words with its own status."""

import json
from collections.abc import Awaitable, Callable
from functools import cache, wraps
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from cases.store.configuration import settings
from cases.store.store_errors import StoreError, StoreUnreachableError
from texts import DEFAULT_LANGUAGE, LANGUAGES
from web.connections import Pace, connection, from_our_own_page
from web.html import sentence
from web.request_body import read_body
from workshop.room_errors import (
    AnswerError,
    CardError,
    LedOnError,
    NewerAnswerError,
    NoSuchRoomError,
    NotTakingPartError,
    RoomError,
    WrongSecretError,
)

LONGEST = 24_000
"""Bytes of what a page sends; the largest answer needs about a third."""
GUESSES_PER_MINUTE, GUESSES_PER_HOUR = 60, 300
"""Wrong codes from one connection. A whole hall can share one; only what was wrong counts."""
PHRASES_PER_MINUTE, PHRASES_PER_HOUR = 5, 20
STATUS: dict[type[StoreError], int] = {
    NoSuchRoomError: 404,
    WrongSecretError: 403,
    NotTakingPartError: 403,
    CardError: 403,
    AnswerError: 422,
    StoreUnreachableError: 503,
}
"""Other refusals are 409: what was asked does not fit where the session stands."""
KEPT_NOWHERE = {"cache-control": "no-store"}
Answer = Callable[[Request, dict[str, Any]], Awaitable[Response]]


def language_of(request: Request, body: dict[str, Any] | None = None) -> str:
    """The language that a page asks for."""
    asked = (body or {}).get("lang") or request.query_params.get("lang")
    return asked if asked in LANGUAGES else DEFAULT_LANGUAGE


def refused(error: StoreError, language: str) -> JSONResponse:
    """What was refused and why, in words for whoever sees it."""
    told: dict[str, Any] = {"error": error.text.key, "say": sentence(error.text.get(language))}
    if isinstance(error, NewerAnswerError):
        told |= {"revision": error.revision, "answer": error.answer}
    if isinstance(error, LedOnError):
        told["serial"] = error.serial
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 409)
    headers = KEPT_NOWHERE | ({"retry-after": "5"} if status == 503 else {})
    return JSONResponse(told, status, headers)


def posted(answer: Answer, guesses: Callable[[], Pace]) -> Callable[[Request], Awaitable[Response]]:
    """The answer to JSON that one of our own pages posts. Wrong codes, tokens and secrets are counted."""

    @wraps(answer)
    async def checked(request: Request) -> Response:
        body = await read_body(request, LONGEST)
        if body is None or not from_our_own_page(request):
            return Response(status_code=413 if body is None else 403)
        try:
            found = json.loads(body or b"{}")
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            return refused(AnswerError("room.answer.shape"), language_of(request))
        language, who = language_of(request, found), connection(request, settings().proxies)
        if wait := guesses().wait(who):
            return too_fast(language, wait)
        try:
            return await answer(request, found)
        except (NoSuchRoomError, WrongSecretError, CardError, NotTakingPartError) as error:
            guesses().take(who)
            return refused(error, language)
        except StoreError as error:
            return refused(error, language)

    return checked


def too_fast(language: str, wait: int) -> JSONResponse:
    """Too many wrong codes came from this connection."""
    told = RoomError("room.too_fast", seconds=wait)
    answer = refused(told, language)
    answer.status_code = 429
    answer.headers["retry-after"] = str(wait)
    return answer


@cache
def code_guesses() -> Pace:
    """Wrong codes and tokens, of this process."""
    return Pace(GUESSES_PER_MINUTE, GUESSES_PER_HOUR)


@cache
def phrase_guesses() -> Pace:
    """Wrong links and passphrases of whoever leads, of this process."""
    return Pace(PHRASES_PER_MINUTE, PHRASES_PER_HOUR)
