"""The desk of whoever leads a session: a remote that works on a laptop and on a phone.

The page holds no secret and shows nothing until the cookie says that this browser leads (web/rooms/desk_answers.py).
"""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from texts import LANGUAGES, words
from web.assets import STATIC, style_in_page
from web.html import render, script_json
from web.middleware import asked_language
from web.rooms.join_address import join_address, qr_svg, typed_address
from web.rooms.participant_page import opened, room_words
from web.rooms.room_board import room_board
from web.rooms.wall_page import profiles
from workshop.room_state import DOES

TEMPLATES = STATIC.parent / "templates"
DESK_WORDS = (
    "profile_room", "profile_group",
    "at", "gone", "no_reach", "desk_wrong", "counted_joined", "counted_sent", "desk_open", "desk_close", "desk_reset",
    "desk_reveal", "desk_hide", "desk_is_open", "desk_is_closed", "desk_is_waiting", "desk_next_is", "desk_last",
    "desk_show", "desk_keep", "desk_erase", "desk_nothing_waits", "desk_shown", "desk_kept", "desk_parked", "desk_note",
    "desk_waits", "desk_left_open", "desk_sure_begin", "desk_sure_reset", "desk_begin", "desk_end", "desk_did",
    *(f"desk_did_{command}" for command in DOES),
    "desk_sure_end", "desk_sure_remove", "desk_cards_made", "desk_card_of", "time_left", "time_over",
    "desk_phase_prepared", "desk_phase_rehearsing", "desk_phase_live", "desk_phase_closed", "desk_minutes",
    "desk_typed", "desk_page", "desk_doubled", "desk_sheet",
)  # fmt: skip


async def desk(request: Request) -> Response:
    """`/leid/{code}`: the desk of a session."""
    found = await opened(request)
    if isinstance(found, Response):
        return found
    room, case = found
    text = words(asked_language(request.scope["query_string"]))
    address = join_address(request, room.code)

    def made() -> str:
        return render(
            TEMPLATES,
            "room_desk.html",
            text,
            root="../",
            style=style_in_page("board/board.css", "rooms/desk_room.css"),
            room=room,
            case=case,
            links={key: f"?lang={key}" for key in LANGUAGES},
            qr=qr_svg(address),
            address=address,
            typed=typed_address(address),
            board=script_json(room_board(room.plan, case, text)),
            data=script_json({**room_words(room, case, text, DESK_WORDS), "profiles": profiles(room.plan, case, text)}),
        )

    headers = {"cache-control": "no-store"}
    return HTMLResponse(await run_in_threadpool(made), headers=headers)
