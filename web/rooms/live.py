"""Where a session stands, for phones, walls and desks: asked once, or as a stream of events while it changes.

A thousand pages that wait for one session share one look in the database. Phones hear of steps, not of every ballot;
the wall and the desk hear how many there are, four times a second at most.
"""

import asyncio
import json
import math
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from cases.store.configuration import settings
from cases.store.store_errors import StoreError
from web.connections import connection
from web.rooms.wire import KEPT_NOWHERE, code_guesses, language_of, refused, too_fast
from workshop.news import STATE
from workshop.public_state import public_counts, public_state
from workshop.room_errors import NoSuchRoomError
from workshop.room_secrets import typed_code
from workshop.this_rooms import news, room_store, waiting

LOOK_EVERY = 5.0
"""Seconds between two looks when no news came: news can be lost between processes."""
REST = 0.25
"""Seconds between two events to one page."""
BEAT_EVERY = 15.0
"""Seconds after which a silent stream says that it is there: proxies end what is silent."""
MOST_REMEMBERED = 1_000
"""Sessions; of more everything is asked anew."""
STREAM = {"cache-control": "no-store", "x-accel-buffering": "no", "content-type": "text/event-stream"}


@dataclass(frozen=True)
class Seen:
    """A session as this process last saw it."""

    at: float
    serial: int
    state: str
    counts: str


class Sight:
    """What this process knows of sessions; asked anew after news, by one of whoever waits."""

    def __init__(self) -> None:
        self._seen: dict[str, Seen] = {}
        self._looking: dict[str, asyncio.Lock] = {}
        self._changed: dict[str, float] = {}

    def heard(self, code: str, what: str) -> None:
        """A session stands elsewhere now: what was seen before that is never told again. From any thread."""
        if what == STATE:
            self._changed[code] = time.monotonic()

    async def of(self, code: str, younger_than: float = REST) -> Seen:
        """The session, not older than so many seconds.

        Raises:
            NoSuchRoomError, StoreUnreachableError.
        """
        asked = time.monotonic()
        if len(self._seen) > MOST_REMEMBERED:
            self._seen.clear()
            self._changed.clear()
        async with self._looking.setdefault(code, asyncio.Lock()):
            seen = self._seen.get(code)
            if seen is None or seen.at < max(asked - younger_than, self._changed.get(code, -math.inf)):
                try:
                    seen = self._seen[code] = await run_in_threadpool(_look, code, seen)
                except NoSuchRoomError:
                    self._seen.pop(code, None)
                    self._looking.pop(code, None)
                    raise
        return seen


def _look(code: str, before: Seen | None) -> Seen:
    store, at = room_store(), time.monotonic()
    room = store.room(code)
    counts = json.dumps(public_counts(room, store.counts(room.id)))
    if before is not None and before.serial == room.serial:
        return Seen(at, room.serial, before.state, counts)
    return Seen(at, room.serial, json.dumps(public_state(store, room), ensure_ascii=False), counts)


@cache
def sight() -> Sight:
    """What this process knows of sessions."""
    made = Sight()
    news().listen(made.heard)
    return made


async def now(request: Request) -> Response:
    """`GET .../nu`: the session as it is now; for pages without a stream, and after a phone woke up."""
    language, who = language_of(request), connection(request, settings().proxies)
    if wait := code_guesses().wait(who):
        return too_fast(language, wait)
    try:
        seen = await sight().of(typed_code(request.path_params["code"]))
    except NoSuchRoomError as error:
        code_guesses().take(who)
        return refused(error, language)
    except StoreError as error:
        return refused(error, language)
    return Response(f'{{"state": {seen.state}, "counts": {seen.counts}}}', 200, KEPT_NOWHERE, "application/json")


async def stream(request: Request) -> Response:
    """`GET .../stroom`: events while the session changes. ``?tellen=1``: how many there are too."""
    code, counting = typed_code(request.path_params["code"]), request.query_params.get("tellen") == "1"
    who = connection(request, settings().proxies)
    if wait := code_guesses().wait(who):
        return too_fast(language_of(request), wait)
    try:
        await sight().of(code, LOOK_EVERY)
    except NoSuchRoomError as error:
        code_guesses().take(who)
        return refused(error, language_of(request))
    except StoreError as error:
        return refused(error, language_of(request))
    return StreamingResponse(_events(code, counting), headers=STREAM)


async def _events(code: str, counting: bool) -> AsyncIterator[str]:
    """What changed, as server-sent events. Ends when the session is gone; the page then says so."""
    sent: tuple[int, str] = (-1, "")
    spoke = time.monotonic()
    yield "retry: 2000\n\n"
    async for _ in waiting().changes(code, counting=counting, look_every=LOOK_EVERY, rest=REST):
        try:
            seen = await sight().of(code)
        except NoSuchRoomError:
            yield "event: gone\ndata: {}\n\n"
            return
        except StoreError:  # the database is away: the page keeps what it shows, and hears when it is back
            continue
        told = ""
        if seen.serial != sent[0]:
            told += f"event: state\ndata: {seen.state}\n\n"
        if counting and seen.counts != sent[1]:
            told += f"event: counts\ndata: {seen.counts}\n\n"
        if not told and time.monotonic() - spoke > BEAT_EVERY:
            told = "event: here\ndata: {}\n\n"
        if told:
            sent, spoke = (seen.serial, seen.counts), time.monotonic()
            yield told
