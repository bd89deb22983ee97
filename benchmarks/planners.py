"""Two hundred planners at once: open sessions that move sliders now and then; how long until each has its answer."""

import asyncio
import random
import time
from collections.abc import Sequence

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.figures import Figure, app, noise, percentile

SESSIONS = 200
MOVES = 5
JOIN_WITHIN = 30.0
PAUSE = (2.0, 8.0)
LINK = "lang=nl&plain=1&start=own&w=work-50~public_money-50~business_space-50~food_soil-100~nature_water-50"
LINK += "~surroundings-50~community-50"


def measure() -> dict[str, Figure]:
    with app() as (address, _):
        joins, moves = asyncio.run(_crowd(address.replace("http", "ws") + "/_stcore/stream"))
    note = f"{SESSIONS} sessions, {len(moves)} moves; {noise() or 'machine quiet'}"
    return {
        "join_p95_ms": Figure(percentile(joins, 95), "ms", None, note=note),
        "rerun_p50_ms": Figure(percentile(moves, 50), "ms", None, note=note),
        "rerun_p95_ms": Figure(percentile(moves, 95), "ms", 150, note=note),
    }


async def _crowd(url: str) -> tuple[list[float], list[float]]:
    joins: list[float] = []
    moves: list[float] = []
    await asyncio.gather(*(_planner(url, place, joins, moves) for place in range(SESSIONS)))
    return joins, moves


async def _planner(url: str, place: int, joins: list[float], moves: list[float]) -> None:
    chance = random.Random(place)
    await asyncio.sleep(JOIN_WITHIN * place / SESSIONS)
    async with websockets.connect(url, subprotocols=["streamlit"], max_size=None) as socket:
        begin = time.perf_counter()
        sliders = await _run(socket, [])
        joins.append(1000 * (time.perf_counter() - begin))
        for _ in range(MOVES):
            await asyncio.sleep(chance.uniform(*PAUSE))
            begin = time.perf_counter()
            await _run(socket, [(chance.choice(sliders), chance.randint(0, 100))])
            moves.append(1000 * (time.perf_counter() - begin))


async def _run(socket: websockets.ClientConnection, values: Sequence[tuple[str, int]]) -> list[str]:
    """Ask for one run of the page and wait until it is finished; returns the sliders that can be moved."""
    message = BackMsg()
    message.rerun_script.query_string = LINK
    message.rerun_script.page_name = "verkennen"
    for key, value in values:
        state = message.rerun_script.widget_states.widgets.add()
        state.id = key
        state.double_array_value.data.append(value)
    await socket.send(message.SerializeToString())
    sliders = []
    while True:
        answer = ForwardMsg.FromString(await socket.recv())
        if answer.WhichOneof("type") == "delta" and answer.delta.new_element.WhichOneof("type") == "slider":
            slider = answer.delta.new_element.slider
            if not slider.disabled:
                sliders.append(slider.id)
        if answer.WhichOneof("type") == "script_finished":
            return sliders
