"""A ballot on paper: the same questions, the same scale and the same words as on a phone, two pages at most."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from texts import words
from web.assets import STATIC, style_in_page
from web.html import render
from web.middleware import asked_language
from web.rooms.participant_page import opened
from web.rooms.room_board import room_board, still_missing
from weighing.weighing import ROUGH
from workshop.answers import TOPICS


async def ballot(request: Request) -> Response:
    """`/leid/{code}/briefje`: to print. It holds nothing that a participant may not know."""
    text, found = words(asked_language(request.scope["query_string"])), await opened(request)
    if isinstance(found, Response):
        return found
    room, case = found
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
