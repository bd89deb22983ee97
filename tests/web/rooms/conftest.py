import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.cases.harbour import GOOD
from tests.cases.loaded import loaded
from tests.workshop.conftest import address, clock, evening, store  # noqa: F401
from tests.workshop.evening import Evening
from web.rooms import desk_answers, live, participant_answers, wire


@pytest.fixture(scope="session")
def case():
    return loaded(GOOD)


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    from cases.reading.case_folder import read_files
    from files.problems import Problems

    return dict(read_files(GOOD, Problems()))


@pytest.fixture
def served(evening, monkeypatch) -> Iterator[Evening]:  # noqa: F811
    """An evening that the routes of this process know."""
    for place in (
        "workshop.this_rooms",
        "web.rooms.live",
        "web.rooms.desk_answers",
        "web.rooms.participant_page",
        "web.rooms.wall_page",
    ):
        monkeypatch.setattr(f"{place}.room_store", lambda: evening.store)
    live.sight.cache_clear()
    for pace in (wire.code_guesses, wire.phrase_guesses):
        pace.cache_clear()
    yield evening
    for pace in (wire.code_guesses, wire.phrase_guesses):
        pace.cache_clear()


@pytest.fixture
def post(ask) -> Any:
    """`post("/s/CODE/kom", {...})`: the answer of our routes to JSON."""
    routes = [*participant_answers.routes, *desk_answers.routes]

    def posted(path: str, body: object = None, cookie: str = "") -> Any:
        form = body if isinstance(body, bytes) else json.dumps(body or {}).encode()
        headers = [(b"cookie", cookie.encode())] if cookie else []
        return ask(routes, path, headers, form)

    return posted


@pytest.fixture
def get(ask) -> Any:
    """`get("/s/CODE/nu")`"""
    routes = [*participant_answers.routes, *desk_answers.routes]
    return lambda path, cookie="": ask(routes, path, [(b"cookie", cookie.encode())] if cookie else [])
