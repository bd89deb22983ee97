"""A ballot on paper: the same questions, the same scale and the same words as on a phone, two pages at most."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from cases.store.store_errors import StoreError
from texts import words
from web.assets import STATIC, style_in_page
from web.html import render
from web.middleware import asked_language
from web.rooms.participant_page import no_session
from web.rooms.room_board import room_board, still_missing
from weighing.weighing import ROUGH
from workshop.answers import TOPICS
from workshop.room_secrets import typed_code
from workshop.this_rooms import room_store


async def ballot(request: Request) -> Response:
    """`/leid/{code}/briefje`: to print. It holds nothing that a participant may not know."""
    code, text = typed_code(request.path_params["code"]), words(asked_language(request.scope["query_string"]))
    try:
        room = await run_in_threadpool(room_store().room, code)
        case = await run_in_threadpool(room_store().case, room)
    except StoreError as error:
        return no_session(request, error)
    page = render(
        STATIC.parent / "templates",
        "room_ballot.html",
        text,
        root="../../",
        style=style_in_page("board/board.css", "rooms/ballot.css"),
        room=room,
        case=case,
        themes=room_board(room.plan, case, text)["themes"],
        topics=[text(f"topic.{topic.replace('.', '_')}") for topic in TOPICS],
        missing=still_missing(case),
        about={theme.id: text.of(theme.about) for theme in case.themes},
        rough=sorted(ROUGH, reverse=True),
    )
    return HTMLResponse(page, headers={"cache-control": "no-store"})
