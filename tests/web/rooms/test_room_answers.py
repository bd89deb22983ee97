import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from web.rooms import desk_answers, live, participant_answers, wall_page
from web.rooms.desk_answers import COOKIE
from workshop.this_rooms import news, waiting

DESK = ("doe", "alles", "woorden", "noteer", "kaarten", "voor", "oefen", "weg")


def told(response) -> dict:
    return json.loads(response.body)


def cookie_of(evening) -> str:
    return f"{COOKIE}={evening.code}.{evening.secret}"


def test_a_phone_joins_answers_and_finds_its_answer_again(served, post, get):
    served.begun()
    joined = post(f"/s/{served.code.lower()}/kom")
    assert joined.status_code == 201
    token = told(joined)["token"]
    sent = {"token": token, "question": "weigh", "answer": served.points(20), "key": "one", "on": 0}
    assert told(post(f"/s/{served.code}/lever", sent)) == {"revision": 1, "again": False}
    assert told(post(f"/s/{served.code}/lever", sent)) == {"revision": 1, "again": True}
    own = told(post(f"/s/{served.code}/ik", {"token": token}))
    assert own["answers"]["weigh"]["points"] == served.points(20)["points"]
    assert own["revisions"] == {"weigh": 1}
    now = told(get(f"/s/{served.code}/nu"))
    assert (now["counts"]["joined"], now["counts"]["sent"]["weigh"]) == (1, 1)
    assert now["state"]["asked"]["weigh"] == "open"


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/s/ZZZZZZ/kom", {}, 404),
        ("/s/{code}/lever", {}, 403),
        ("/s/{code}/lever", {"token": "x" * 30, "question": "weigh"}, 403),
        ("/s/{code}/lever", b"no json", 422),
        ("/s/{code}/lever", b"[1, 2]", 422),
        ("/s/{code}/lever", b"[" * 5000, 422),
        ("/s/{code}/lever", b'{"a": "' + b"x" * 30_000 + b'"}', 413),
        ("/leid/{code}/in", {"secret": "x" * 32}, 403),
        ("/leid/{code}/in", {"phrase": "een andere wachtzin"}, 403),
        *((f"/leid/{{code}}/{name}", {}, 403) for name in DESK),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_refused_says_why(served, post, path, body, status, language):
    served.begun()
    body = body | {"lang": language} if isinstance(body, dict) else body
    answer = post(path.format(code=served.code), body)
    assert answer.status_code == status
    if status != 413:
        assert told(answer)["say"].endswith(".")


def test_a_cookie_of_one_session_leads_no_other(served, post):
    served.begun()
    for wrong in (f"{COOKIE}=ZZZZZZ.{served.secret}", f"{COOKIE}={served.code}.", f"{COOKIE}=..{served.secret}"):
        assert post(f"/leid/{served.code}/doe", {"command": "next"}, wrong).status_code == 403


def test_the_desk_enters_by_its_link_or_by_the_phrase_and_leads(served, post):
    for way in ({"secret": served.secret}, {"phrase": "een lange wachtzin"}):
        entered = post(f"/leid/{served.code}/in", way)
        assert entered.status_code == 204
        cookie = entered.headers["set-cookie"]
        assert {"HttpOnly", "Path=/leid", "SameSite=strict"} <= set(cookie.replace("; ", ";").split(";"))
        asked = post(f"/leid/{served.code}/alles", {}, cookie.partition(";")[0])
        assert told(asked)["steps"][0]["id"] == "walk_in"
    begun = post(f"/leid/{served.code}/doe", {"command": "begin", "serial": 1}, cookie_of(served))
    assert told(begun) == {"serial": 2}
    late = post(f"/leid/{served.code}/doe", {"command": "next", "serial": 1}, cookie_of(served))
    assert (late.status_code, told(late)["serial"]) == (409, 2)


def test_a_typed_ballot_is_marked_and_counts(served, post):
    served.begun()
    body = {"question": "weigh", "answer": served.points(), "key": "paper-1", "way": "paper"}
    assert post(f"/leid/{served.code}/voor", body, cookie_of(served)).status_code == 201
    assert served.store.counts(served.room.id).sent == {"weigh": 1}


def test_made_up_people_take_part_in_a_rehearsal_alone(served, post):
    refused = post(f"/leid/{served.code}/oefen", {"many": 8}, cookie_of(served))
    assert (refused.status_code, told(refused)["error"]) == (409, "room.not_rehearsing")
    served.lead("rehearse")
    assert post(f"/leid/{served.code}/oefen", {"many": "8"}, cookie_of(served)).status_code == 422
    assert post(f"/leid/{served.code}/oefen", {"many": 8}, cookie_of(served)).status_code == 204
    assert served.store.counts(served.room.id).joined == 8


def test_wrong_codes_are_slowed_down_and_right_answers_are_not(served, post, get):
    served.begun()
    for _ in range(60):
        assert post("/s/ZZZZZZ/kom").status_code == 404
    slowed = post("/s/ZZZZZZ/kom")
    assert (slowed.status_code, slowed.headers["retry-after"].isdigit()) == (429, True)
    assert get("/s/ZZZZZZ/nu").status_code == 429


def test_nothing_of_an_answer_leaves_before_it_is_shown(served, post, get):
    """Everything that can be asked without the desk, and with it: an odd number of points is nowhere in it."""
    served.begun()
    served.people(8, 37.125)
    asked = [get(f"/{room}/{served.code}/nu", cookie_of(served)).body for room in ("s", "leid")]
    asked.append(post(f"/leid/{served.code}/alles", {}, cookie_of(served)).body)
    with ThreadPoolExecutor(1) as thread:
        asked.append(thread.submit(asyncio.run, first_event(served.code)).result().encode())
    assert len(asked) == 4
    for answer in asked:
        assert b"37.1" not in answer


async def first_event(code: str) -> str:
    events = live._events(code, counting=True)
    await anext(events)
    found = await anext(events)
    await events.aclose()
    return found


def test_a_stream_tells_steps_to_all_and_numbers_to_who_counts(served):
    served.begun()

    async def heard() -> tuple[str, str]:
        told = []
        for counting in (False, True):
            events = live._events(served.code, counting=counting)
            await anext(events)
            told.append([await anext(events)])
            await asyncio.to_thread(served.taking.join, served.code)
            news().tell(served.code, "count")
            if counting:
                told[-1].append(await anext(events))
            else:
                await asyncio.to_thread(served.lead, "next")
                news().tell(served.code, "state")
                told[-1].append(await anext(events))
            await events.aclose()
        return told

    waiting()
    with ThreadPoolExecutor(1) as thread:
        phone, wall = thread.submit(asyncio.run, heard()).result()
    assert ['"weigh"' in phone[0], "counts" in phone[0], "event: state" in phone[1]] == [True, False, True]
    assert "event: state" not in wall[1]
    assert json.loads(wall[1].split("data: ")[1])["joined"] == 2


def test_a_session_that_was_removed_says_so_to_who_waits(served):
    served.begun()

    async def heard() -> str:
        events = live._events(served.code, counting=False)
        await anext(events)
        await anext(events)
        await asyncio.to_thread(served.leading.remove, served.code, served.secret)
        news().tell(served.code, "state")
        return await anext(events)

    waiting()
    with ThreadPoolExecutor(1) as thread:
        assert "event: gone" in thread.submit(asyncio.run, heard()).result()


PAGES = [
    route.path
    for route in (*participant_answers.routes, *desk_answers.routes, *wall_page.routes)
    if "{code}" in route.path and "GET" in route.methods and not route.path.endswith("concept.zip")  # asks the secret
]


@pytest.mark.parametrize("path", PAGES)
def test_no_page_lets_codes_be_guessed_faster_than_another(served, ask, path):
    routes = [*participant_answers.routes, *desk_answers.routes, *wall_page.routes]
    wrong = path.format(code="ZZZZZZ")
    assert {ask(routes, wrong, []).status_code for _ in range(60)} == {404}
    assert ask(routes, wrong, []).status_code == 429
