"""The phone of a participant: the address where a code is typed, and the page of a session.

What anybody may read is in the page: the question, the alternatives, the facts. What is asked, when, and what the room
answered comes while the session goes on (web/static/rooms/phone_room.js).
"""

from functools import cache
from typing import Any, get_args

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from cases.definition.criterion import MonitorTopic
from cases.definition.model import Case
from cases.store.configuration import settings
from cases.store.store_errors import StoreError
from texts import LANGUAGES, Words, words
from web.assets import STATIC, style_in_page
from web.connections import connection
from web.html import render, script_json, sentence
from web.joined_scripts import fingerprint, joined
from web.middleware import asked_language, content_security_policy
from web.rooms.account_page import account_of
from web.rooms.kind_words import ROLE_WORDS, role_cards, said_in, words_of_kind
from web.rooms.room_board import phone_facts, still_missing
from web.rooms.wire import code_guesses
from workshop.answers import AGES, CAME, ELSEWHERE
from workshop.room_secrets import typed_code
from workshop.room_store import Session
from workshop.script import steps_of
from workshop.this_rooms import room_store

TEMPLATES = STATIC.parent / "templates"
SHOWN_WORDS = (
    "answers", "withheld", "said_title", "you", "open_count", "spread_legend", "spread_legend_mine", "spread_spoken",
    "group", "more_than", "less_than", "unstable", "to", "first_level", "first_unsure", "first_unknown", "beside_gut",
    "robust_about", "robust_open", "acceptable_title", "acceptable", "middle_firm", "middle_shaky", "middle_undecided",
    "before", "after", "moved", "no_first", "same_first", "from_to", "few", "outside_legend", "no_pairs", "pair",
    "borderline", "gut_none", "mark_figure", "mark_limit",
    "withheld_few_ballots", "withheld_few_people", "withheld_no_groups", "withheld_few_answered", "withheld_not_asked",
    "withheld_all_fail", "withheld_no_middle", "withheld_no_second_round", "withheld_few_changed",
    "withheld_small_counts", "withheld_too_few",
    "agree_agree", "agree_between", "agree_differ", "drawn_closer", "drawn_same", "drawn_apart",
    "who_age", "who_area", "who_came", "agree_far", "middle_at", "group_middle", "first_legend", "was_now",
    "was_legend",
)  # fmt: skip
"""What the drawings of revealed answers say, on phones and on the wall."""
PHONE_WORDS = (
    "at", "no_reach", "trying", "gone", "standing_concept", "standing_sending", "standing_sent", "standing_changed",
    "wait_shown", "wait_open", "closed_now", "kept_yours", "reason", "no_names", "review", "no_answer", "points",
    "not_whole", "all_nothing", "alike", "send", "send_none", "send_concept", "send_sending", "send_sent",
    "send_changed", "who_title", "who_free", "gut_question", "name_question", "name_own", "add", "take_out",
    "mark_question", "mark_which", "record_question", "closed_concept", "closed_changed", "send_same", "same_about",
    "link_copied", "link_failed", "shown_before", "own_nothing", "own_result_first", "own_result_second",
    "own_quarter_1", "own_quarter_2", "own_quarter_3", "own_quarter_4", *ROLE_WORDS,
)  # fmt: skip


async def type_code(request: Request) -> Response:
    """`/s`: where the code on the wall is typed; with ``?code=`` on to the session."""
    if code := typed_code(request.query_params.get("code", "")):
        language = asked_language(request.scope["query_string"])
        return RedirectResponse(f"s/{code[:12]}?lang={language}", 303, {"cache-control": "no-store"})
    return no_session(request, None)


async def participant(request: Request) -> Response:
    """`/s/{code}`: the session on a phone."""
    found = await opened(request)
    if isinstance(found, Response):
        return found
    room, case = found
    if ended := await account_of(request, room_store(), room, case):
        return ended
    text = words(asked_language(request.scope["query_string"]))
    script = _script()
    body = await run_in_threadpool(
        lambda: render(
            TEMPLATES,
            "room_phone.html",
            text,
            root="../",
            style=_style(),
            script=script,
            case=case,
            room=room,
            steps=room.plan.steps,
            links={key: f"?lang={key}" for key in LANGUAGES},
            content=phone_facts(room.plan, case, text),
            missing=still_missing(case),
            data=script_json({**room_words(room, case, text, PHONE_WORDS), "stages": _stages(room)}),
        )
    )
    headers = {"cache-control": "no-store", "content-security-policy": content_security_policy(fingerprint(script))}
    return HTMLResponse(body, headers=headers)


def room_words(room: Session, case: Case, text: Words, keys: tuple[str, ...]) -> dict[str, Any]:
    """What the scripts of a session need beside the board: its words, and the choices of its questions."""
    said = {key: text.for_browser(f"room.{key}") for key in said_in(room.plan, (*SHOWN_WORDS, *keys))}
    steps = steps_of(room.plan.kind)
    stages = ("who_came", *(stage for step in steps for stage in step.stages))
    said |= {f"stage_{stage}": text(f"room.stage_{stage}") for stage in stages}
    said |= {f"step_{step.id}": text(f"room.step_{step.id}") for step in steps}
    said |= words_of_kind(room.plan, text, said)
    return {
        "code": room.code,
        "title": room.plan.title,
        "words": said,
        "ages": [(key, text(f"room.age_{key}")) for key in AGES],
        "areas": [*((area, area) for area in room.plan.areas), (ELSEWHERE, text("room.elsewhere"))],
        "came": [(key, text(f"room.came_{key}")) for key in CAME],
        "topics": [(key, text(f"topic.{key.replace('.', '_')}")) for key in get_args(MonitorTopic)],
        "roles": role_cards(case, text) if room.plan.kind == "roles" else [],
    }


def _stages(room: Session) -> dict[str, tuple[str, ...]]:
    """What can be shown at each step; who came is shown where people come in."""
    return {step.id: ("who_came",) if step.id == "walk_in" else step.stages for step in room.plan.steps}


async def opened(request: Request) -> tuple[Session, Case] | Response:
    """The session of an address with its case, or the page to answer with; wrong codes are counted."""
    who = connection(request, settings().proxies)
    if code_guesses().wait(who):
        return no_session(request, None, 429)
    try:
        return await run_in_threadpool(_found, typed_code(request.path_params["code"]))
    except StoreError as error:
        code_guesses().take(who)
        return no_session(request, error)


def _found(code: str) -> tuple[Session, Case]:
    room = room_store().room(code)
    return room, room_store().case(room)


def no_session(request: Request, error: StoreError | None, status: int = 200) -> Response:
    """Where a code can be typed, with why it is shown instead of a session."""
    text = words(asked_language(request.scope["query_string"]))
    below = "code" in request.path_params
    said = None if error is None else sentence(error.text.get(text.language))
    page = render(
        TEMPLATES,
        "room_code.html",
        text,
        root="../" if below else "./",
        style=_style(),
        said=said,
        links={key: f"?lang={key}" for key in LANGUAGES},
    )
    return HTMLResponse(page, status if error is None else 404, {"cache-control": "no-store"})


@cache
def _style() -> Markup:
    return style_in_page("board/board.css", "phone/phone.css", "rooms/shown.css", "rooms/phone_room.css")


@cache
def _script() -> Markup:
    return joined(STATIC, "rooms/phone_room")
