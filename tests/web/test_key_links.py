"""The secret of an own case becomes a cookie, and old links lead on to the new kind."""

from urllib.parse import urlencode

import pytest
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from web.key_links import COOKIE, LONGEST, routes

PAGE = Route("/eigen-zaak", lambda _: PlainTextResponse("page"))


@pytest.fixture
def post(ask):
    def send(parts: dict[str, str], **headers: str) -> Response:
        asked = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
        return ask(routes, "/sleutel", asked, urlencode(parts).encode())

    return send


def test_a_posted_link_becomes_a_cookie_for_this_site_that_no_script_reads(post):
    answer = post({"zaak": "polder", "sleutel": "abc-_1"})
    assert answer.status_code == 204
    assert answer.headers["set-cookie"] == f"{COOKIE}=polder.abc-_1; HttpOnly; Path=/; SameSite=strict"
    assert answer.headers["cache-control"] == "no-store"
    behind = post({"zaak": "polder", "sleutel": "abc"}, x_forwarded_proto="https")
    assert behind.headers["set-cookie"].endswith("; Secure")
    gone = post({})
    assert "Max-Age=0" in gone.headers["set-cookie"]


def test_what_cannot_be_a_link_gets_the_same_answer_and_opens_nothing(post):
    for parts in ({"zaak": "x; Path=/m", "sleutel": "a"}, {"zaak": "polder", "sleutel": "a\nb"}, {"sleutel": "abc"}):
        answer = post(parts)
        assert answer.status_code == 204
        assert answer.headers["set-cookie"].startswith(f"{COOKIE}=.;")


def test_another_site_sets_nothing_and_neither_does_a_flood(post, ask):
    parts = {"zaak": "polder", "sleutel": "abc"}
    for headers in ({"origin": "https://elders.example"}, {"sec_fetch_site": "cross-site"}):
        answer = post(parts, **headers)
        assert answer.status_code == 403
        assert "set-cookie" not in answer.headers
    assert post({"zaak": "p", "sleutel": "a" * LONGEST}).status_code == 413
    assert ask(routes, "/sleutel", ()).status_code == 405


def test_an_old_link_leads_on_with_its_key_behind_the_hash(ask):
    answer = ask([PAGE], "/eigen-zaak?lang=en&zaak=polder&beheer=abc-_1", ())
    assert answer.status_code == 303
    assert answer.headers["location"] == "./eigen-zaak?lang=en#zaak=polder&sleutel=abc-_1&oud=1"
    assert ask([PAGE], "/eigen-zaak?beheer=abc", ()).headers["location"] == "./eigen-zaak#zaak=&sleutel=abc&oud=1"
    assert ask([PAGE], "/eigen-zaak?zaak=polder", ()).body == b"page"
    assert ask([PAGE], "/eigen-zaak?kunst_beheer=1", ()).body == b"page"
