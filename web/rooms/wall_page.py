"""The wall of a session: it follows whoever leads, shows numbers before a reveal and the room's answers after it."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from cases.store.configuration import settings
from cases.store.store_errors import StoreError
from texts import words
from web.assets import STATIC
from web.connections import connection
from web.html import render, script_json, sentence
from web.projector_start import KINDS
from web.rooms.join_address import join_address, qr_svg, typed_address
from web.rooms.kind_words import words_of_kind
from web.rooms.live import now, stream
from web.rooms.participant_page import room_words
from web.rooms.room_board import room_board, still_missing
from web.rooms.wire import code_guesses
from web.wall_story import story
from workshop.plan import SessionPlan
from workshop.roles import roles_of
from workshop.room_secrets import typed_code
from workshop.this_rooms import room_store

TEMPLATES = STATIC.parent / "templates"
WALL_WORDS = (
    "at", "gone", "no_reach", "counted_joined", "counted_sent", "counted_of", "time_left", "time_over", "rehearsal",
    "exploring_ghost", "still", "page_of", "tried_own", "tried_name", "two_title", "two_about",
    "profile_room", "profile_group", "not_begun", "closed_wall", "wait_wall", "predict_wall", "look_at_phone",
)  # fmt: skip


async def wall(request: Request) -> Response:
    """`/zaal/{code}`: the whole wall in the language of the session, or the one that the address asks for."""
    code, who = typed_code(request.path_params["code"]), connection(request, settings().proxies)
    if code_guesses().wait(who):
        return Response(status_code=429)
    try:
        room = await run_in_threadpool(room_store().room, code)
        case = await run_in_threadpool(room_store().case, room)
    except StoreError as error:
        code_guesses().take(who)
        text = words(request.query_params.get("lang", "nl") if request.query_params.get("lang") == "en" else "nl")
        page = render(TEMPLATES, "room_wall_none.html", text, said=sentence(error.text.get(text.language)))
        return HTMLResponse(page, 404)
    asked = request.query_params.get("lang")
    text = words(asked if asked in room.plan.languages else room.plan.languages[0])
    other = next((key for key in room.plan.languages if key != text.language), None)
    address = join_address(request, room.code)

    def made() -> str:
        board = room_board(room.plan, case, text)
        return render(
            TEMPLATES,
            "room_wall.html",
            text,
            room=room,
            case=case,
            story={"plans": [], "uses": []} if room.plan.kind == "values" else story(case, text),
            themes=_themes(case, board),
            missing=still_missing(case),
            roles=roles_of(case),
            qr=qr_svg(address),
            typed=typed_address(address),
            other=other,
            board=script_json(board),
            data=script_json(
                {
                    **room_words(room, case, text, WALL_WORDS),
                    "profiles": profiles(room.plan, case, text),
                    "also": _also(other, room),
                }
            ),
        )

    return HTMLResponse(await run_in_threadpool(made), headers={"cache-control": "no-store"})


def _themes(case: Any, board: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "label": theme["label"],
            "criteria": [(c["short"], c["worst"], c["best"]) for c in theme["criteria"]],
            "shown": [
                [(c["short"], f"{c['shown'][row]} {c['unit']}") for c in theme["criteria"]]
                for row in range(len(case.alternatives))
            ],
        }
        for theme in board["themes"]
    ]


def _also(other: str | None, room: Any) -> dict[str, str]:
    """Where the session is, in its other language: a line beside the title."""
    if other is None:
        return {}
    text = words(other)
    stages = [stage for step in room.plan.steps for stage in step.stages]
    names = [*(f"step_{step.id}" for step in room.plan.steps), *(f"stage_{stage}" for stage in stages)]
    said = {name: text(f"room.{name}") for name in names}
    return said | words_of_kind(room.plan, text, said)


def profiles(plan: SessionPlan, case: Any, text: Any) -> list[dict[str, Any]]:
    """The named weightings, in the order of the case; none stands in front. None before there are plans."""
    return [
        {"id": item.id, "label": text.of(item.label), "points": dict(item.points)}
        for kind in KINDS
        for item in case.profiles
        if item.kind == kind and item.points and plan.kind != "values"
    ]


routes = [
    Route("/zaal/{code}", wall),
    Route("/zaal/{code}/nu", now),
    Route("/zaal/{code}/stroom", stream),
]
