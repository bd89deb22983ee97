"""What is printed for a session: cards with a code to cut out, and the sheet and the cards of a session with roles."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from texts import words
from web.assets import STATIC, style_in_page
from web.html import render
from web.middleware import asked_language
from web.rooms.join_address import join_address, qr_svg, typed_address
from web.rooms.kind_words import role_cards
from web.rooms.participant_page import opened, room_words
from workshop.room_store import Session

TEMPLATES = STATIC.parent / "templates"


def card_sheet(request: Request, room: Session, cards: Sequence[tuple[str, str | None]], language: str) -> str:
    """A page to print, eight cards on each A4. The codes are kept nowhere, so this is made when they are.

    The code stands behind # in what a phone reads: no log of a server has it.
    """
    address = join_address(request, room.code)
    return render(
        TEMPLATES,
        "room_cards.html",
        words(language),
        style=style_in_page("rooms/print.css"),
        root="../",
        room=room,
        typed=typed_address(address),
        cards=[(f"{card[:4]} {card[4:]}", table, qr_svg(f"{address}#k={card}")) for card, table in cards],
    )


async def roles(request: Request) -> Response:
    """`/leid/{code}/rollen`: how the game goes, lines to write on, and a card of each role."""
    text, found = words(asked_language(request.scope["query_string"])), await opened(request)
    if isinstance(found, Response):
        return found
    room, case = found
    page = render(
        TEMPLATES,
        "room_roles.html",
        text,
        style=style_in_page("rooms/print.css"),
        root="../../",
        room=room,
        case=case,
        steps=room.plan.steps,
        said=room_words(room, case, text, ())["words"],
        minutes=sum(step.minutes for step in room.plan.steps),
        roles=role_cards(case, text),
    )
    return HTMLResponse(page, headers={"cache-control": "no-store"})
