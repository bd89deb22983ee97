"""What the link of a participant leads to once the session ended: its account, also after the ballots were removed."""

from functools import cache

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse

from cases.definition.model import Case
from texts import LANGUAGES, words
from web.assets import STATIC, style_in_page
from web.html import render
from web.middleware import asked_language
from workshop.account import Accounts
from workshop.account_parts import account_parts
from workshop.room_store import RoomStore, Session


async def account_of(request: Request, store: RoomStore, room: Session, case: Case) -> HTMLResponse | None:
    """The account as a page without a script; None as long as the session goes on."""
    facts = await run_in_threadpool(Accounts(store).read, room.code)
    if facts is None:
        return None
    text = words(asked_language(request.scope["query_string"]))
    page = await run_in_threadpool(
        lambda: render(
            STATIC.parent / "templates",
            "room_account.html",
            text,
            root="../",
            style=_style(),
            room=room,
            parts=account_parts(facts, case, text),
            links={key: f"?lang={key}" for key in LANGUAGES},
        )
    )
    return HTMLResponse(page, headers={"cache-control": "no-store"})


@cache
def _style() -> Markup:
    return style_in_page("board/board.css", "phone/phone.css", "rooms/shown.css")
