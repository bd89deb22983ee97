"""A whole room at once: phones that join, hold a stream and hand in, two walls that count, and somebody who leads.

Real HTTP against the app on SQLite, which writes to the disk before it answers. Half of the room hands in during the
last five seconds; every tenth phone sends the same twice, as a phone does that did not hear the answer. Twenty planners
weigh meanwhile. Afterwards the database is laid beside the receipts.
"""

import asyncio
import json
import random
import resource
import tempfile
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import select

from benchmarks.capacity import LINK, _light
from benchmarks.figures import Figure, NotMeasuredError, Reference, percentile
from benchmarks.servers import app, memory
from benchmarks.session_phone import Phone
from benchmarks.streamlit_session import StreamlitSession
from cases import SHIPPED
from cases.definition.model import Case
from cases.reading.case_folder import read_files
from cases.reading.loader import load_case
from files.problems import Problems
from workshop.leading import Leading, Prepared
from workshop.plan import plan_of
from workshop.room_secrets import hashed
from workshop.room_store import RoomStore, room_store_at
from workshop.room_tables import ANSWERS, PEOPLE

PHONES = 1000
JOIN_WITHIN = SEND_WITHIN = 60.0
RUSH = 5.0
"""Seconds before the question closes in which half of the room hands in."""
PLANNERS = 20
STEPS = ("values", "outcome", "second", "shift", "record")
CHANGED = 100
"""Answers that are changed with nobody guessing codes, and as many while somebody does."""
GUESSERS = 8


@dataclass
class Room:
    """What a benchmark knows of the session, and what it measured."""

    address: str
    prepared: Prepared
    case: Case
    store: RoomStore
    phones: list[Phone] = field(default_factory=list)
    joined: float = 0.0
    waits: list[float] = field(default_factory=list)
    receipts: list[float] = field(default_factory=list)
    given: dict[str, dict[str, Any]] = field(default_factory=dict)
    """By token: the last answer for which there was a receipt."""
    counted: list[float] = field(default_factory=list)
    stepped: list[float] = field(default_factory=list)
    kilobytes: float = 0.0
    refused: int = 0
    calm: list[float] = field(default_factory=list)
    attacked: list[float] = field(default_factory=list)


def measure(size: int = PHONES) -> dict[str, Figure]:
    """Joining, handing in, counting and stepping of a room of so many phones; what was lost; memory of the server.

    Raises:
        NotMeasuredError: this machine lets a program open too few files for so many streams.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < 2 * size + 200:
        raise NotMeasuredError(f"{2 * size + 200} open files are needed; `ulimit -Hn` is {hard}")
    if soft < 2 * size + 200:
        resource.setrlimit(resource.RLIMIT_NOFILE, (2 * size + 200, hard))
    with tempfile.TemporaryDirectory() as folder:
        store = room_store_at(f"sqlite:///{folder}/store.db")
        case = load_case(SHIPPED / "lutkemeer")
        files = dict(read_files(SHIPPED / "lutkemeer", Problems()))
        prepared = Leading(store).prepare(case, files, plan_of({"title": "Benchmark"}))
        with app(Path(folder, "store.db")) as (address, _):
            room = Room(address, prepared, case, store)
            asyncio.run(_evening(room, size))
        lost = _lost(room)
        store.engine.dispose()
    who = f"{size} phones, 2 walls, {PLANNERS} planners, half in the last {RUSH:g} s"
    waited = f"median {median(room.waits):.0f} ms, longest {max(room.waits):.0f} ms"
    return {
        "join_s": Figure(room.joined, "s", JOIN_WITHIN + 1, note=f"{size} phones: page, token and stream"),
        "submit_p95_ms": Figure(percentile(room.waits, 95), "ms", 250, note=f"{waited}; {who}"),
        "counter_p95_ms": Figure(percentile(room.counted, 95), "ms", 1000, note="from receipt to number on the wall"),
        "step_p95_ms": Figure(percentile(room.stepped, 95), "ms", 1000, note=f"longest {max(room.stepped):.0f} ms"),
        "lost": Figure(lost, "answers", 0, note=f"of {len(room.receipts)} receipts; {room.refused} refused"),
        "mb_per_phone": Figure(room.kilobytes / 1024 / size, "MB", None, note="of the server, with a stream open"),
        "attack_median_ms": Figure(
            median(room.attacked), "ms", None, Reference("without guesses of codes", median(room.calm))
        ),
    }


async def _evening(room: Room, size: int) -> None:
    chance = random.Random(size)
    code = room.prepared.code
    walls = [Phone(room.address, code) for _ in range(2)]
    await _lead(room, walls[0], "begin")
    await _lead(room, walls[0], "jump", step="weigh")
    await _lead(room, walls[0], "open")
    await _join(room, 0)  # loads what all use
    for wall in walls:
        await wall.listen(f"/zaal/{code}/stroom?tellen=1")
    before, begin = memory(room.address), time.perf_counter()
    await _spread([lambda: _join(room, 1)] * size, [JOIN_WITHIN * place / size for place in range(size)])
    room.joined = time.perf_counter() - begin
    room.kilobytes = memory(room.address) - before
    planners = [asyncio.create_task(_planner(room.address, place)) for place in range(PLANNERS)]
    late = size // 2
    moments = [chance.uniform(0, SEND_WITHIN - RUSH) for _ in range(size - late)]
    moments += [chance.uniform(SEND_WITHIN - RUSH, SEND_WITHIN) for _ in range(late)]
    sends = [
        lambda phone=phone, place=place: _send(room, phone, place, room.waits)
        for place, phone in enumerate(room.phones)
    ]
    await _spread(sends, moments)
    await asyncio.sleep(3)
    for planner in planners:
        planner.cancel()
    await asyncio.gather(*planners, return_exceptions=True)
    for wall in walls:
        room.counted += lags(room.receipts, [(at, found["sent"]["weigh"]) for at, found in wall.counts])
    await _change(room, room.calm, 1)
    guessers = [asyncio.create_task(_guess(room, place)) for place in range(GUESSERS)]
    await _change(room, room.attacked, 2)
    for guesser in guessers:
        guesser.cancel()
    await asyncio.gather(*guessers, return_exceptions=True)
    await _lead(room, walls[0], "close")
    for step in STEPS:
        begin = time.perf_counter()
        serial = await _lead(room, walls[0], "jump", step=step)
        await asyncio.sleep(3)
        missed = begin + 60.0  # a phone that heard nothing counts as a minute
        room.stepped += [1000 * (phone.states.get(serial, missed) - begin) for phone in room.phones]
    await asyncio.gather(*(phone.stop() for phone in [*room.phones, *walls]))


async def _spread(works: list[Callable[[], Coroutine[Any, Any, None]]], moments: list[float]) -> None:
    async def at(work: Callable[[], Coroutine[Any, Any, None]], moment: float) -> None:
        await asyncio.sleep(moment)
        await work()

    await asyncio.gather(*(at(work, moment) for work, moment in zip(works, moments, strict=True)))


async def _join(room: Room, keep: int) -> None:
    phone = Phone(room.address, room.prepared.code)
    await phone.ask(f"/s/{room.prepared.code}")
    status, found = await phone.post("kom")
    if status != 201:
        room.refused += 1
        return
    phone.token = found["token"]
    if keep:
        await phone.listen(f"/s/{room.prepared.code}/stroom")
        room.phones.append(phone)


async def _send(room: Room, phone: Phone, place: int, waits: list[float], on: int = 0) -> None:
    points: dict[str, Any] = {theme.id: (37 * place + 11 * on) % 101 for theme in room.case.themes}
    points[room.case.themes[place % len(points)].id] = 100
    body = {"token": phone.token, "question": "weigh", "answer": {"points": points}, "key": f"{place}-{on}", "on": on}
    for _ in range(2 if place % 10 == 0 else 1):
        begin = time.perf_counter()
        status, _ = await phone.post("lever", **body)
        waits.append(1000 * (time.perf_counter() - begin))
        if status != 200:
            room.refused += 1
        elif on or phone.token not in room.given:
            room.given[phone.token] = points
            if not on:
                room.receipts.append(time.perf_counter())


async def _change(room: Room, waits: list[float], on: int) -> None:
    some = room.phones[1 : CHANGED + 1]
    for place, phone in enumerate(some):
        await _send(room, phone, 10 * place + 1, waits, on)


async def _guess(room: Room, place: int) -> None:
    """Somebody elsewhere who tries codes as fast as the server answers, also after it says to wait."""
    while True:
        with suppress(OSError, asyncio.IncompleteReadError):
            await Phone(room.address, f"ZZZZ{place}{random.randint(2, 9)}", "127.0.0.9").post("kom")


async def _planner(address: str, place: int) -> None:
    page, _, query = LINK.partition("?")
    chance = random.Random(place)
    async with StreamlitSession(address, page, query) as session:
        await session.run()
        while True:
            await asyncio.sleep(chance.uniform(2, 8))
            await _light(session, chance)


async def _lead(room: Room, desk: Phone, command: str, **detail: Any) -> int:
    """The serial of the session after a command of whoever leads."""
    code, secret = room.prepared.code, room.prepared.secret
    _, now = await desk.ask(f"/s/{code}/nu")
    body = {"command": command, "detail": detail, "serial": json.loads(now)["state"]["serial"]}
    status, found = await desk.ask(f"/leid/{code}/doe", body, f"waardenweger_leiding={code}.{secret}")
    if status != 200:
        raise RuntimeError(found.decode())
    return int(json.loads(found)["serial"])


def lags(receipts: list[float], seen: list[tuple[float, int]]) -> list[float]:
    """Milliseconds from each receipt until a wall counted as many; a minute when it never did."""
    found = []
    for number, moment in enumerate(sorted(receipts), 1):
        at = next((at for at, count in seen if count >= number), moment + 60.0)
        found.append(1000 * max(0.0, at - moment))
    return found


def _lost(room: Room) -> int:
    """Receipts whose answer is not in the database as it was sent."""
    rows = select(PEOPLE.c.token_hash, ANSWERS.c.body).join(ANSWERS, ANSWERS.c.person_id == PEOPLE.c.id)
    with room.store.begun() as connection:
        kept = {row.token_hash: json.loads(row.body)["points"] for row in connection.execute(rows)}
    return sum(kept.get(hashed(token)) != points for token, points in room.given.items())
