"""The secret of an own case on its way in: it stands behind # in a link, is posted once, and becomes a cookie.

What stands behind # is sent to no server and in no referrer. The cookie is for this site alone, no script can read it,
and it goes when the browser closes. Links of the old kind, with the key in the address, lead on to the new kind.
"""

import re
from urllib.parse import parse_qs, parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from web.connections import from_our_own_page
from web.request_body import read_body

COOKIE = "waardenweger_zaak"
CASE, SECRET, OLD_KEY, OLD = "zaak", "sleutel", "beheer", "oud"
"""Parts of a link: the id, the secret, the secret in links of before, and the mark that it came from one of those."""
LONGEST = 1_000
"""Bytes of a posted link."""
_WHOLE = re.compile(r"[a-z][a-z0-9_]{0,39}\.[\w-]{1,100}(\.oud)?", re.ASCII)
_NOTHING = "."
"""A cookie for a link that cannot be one: the page then says so."""


async def take(request: Request) -> Response:
    """What stood behind # becomes a cookie; an empty body takes the cookie away. Whether it opens anything is not said
    here: every link gets the same answer."""
    body = await read_body(request, LONGEST)
    if body is None or not from_our_own_page(request):
        return Response(status_code=413 if body is None else 403)
    parts = dict(parse_qsl(body.decode("utf-8", "replace")))
    answer = Response(status_code=204, headers={"cache-control": "no-store"})
    if not body:
        answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
        return answer
    found = f"{parts.get(CASE, '')}.{parts.get(SECRET, '')}" + (f".{OLD}" if OLD in parts else "")
    secure = "https" in (request.url.scheme, request.headers.get("x-forwarded-proto"))
    value = found if _WHOLE.fullmatch(found) else _NOTHING
    answer.set_cookie(COOKIE, value, httponly=True, samesite="strict", secure=secure)
    return answer


class OldKeyLinks:
    """Leads a link with a key in the address on to the link of now, before any page is made."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer with where the key stands now."""
        there = _now(scope) if scope["type"] == "http" and b"beheer=" in scope["query_string"] else None
        await (self.app if there is None else RedirectResponse(there, 303, {"cache-control": "no-store"}))(
            scope, receive, send
        )


def _now(scope: Scope) -> str | None:
    parts = parse_qs(scope["query_string"].decode("latin-1"))
    if scope["method"] != "GET" or OLD_KEY not in parts:
        return None
    secret, case_id = parts.pop(OLD_KEY)[-1], parts.pop(CASE, [""])[-1]
    rest = urlencode(parts, doseq=True)
    behind = urlencode({CASE: case_id, SECRET: secret, OLD: "1"})
    return f"./{scope['path'].rpartition('/')[2]}{'?' if rest else ''}{rest}#{behind}"


routes = [Route("/sleutel", take, methods=["POST"])]
