"""Two hundred planners at once: open sessions whose boards send new points now and then; how long until Python answers.

Each speaks Streamlit's own protocol over a websocket, as the browser does, and waits until the run is finished.
"""

import asyncio
import json
import random
import time
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.figures import Figure, percentile
from benchmarks.servers import app

SESSIONS = 200
MOVES = 5
JOIN_WITHIN = 30.0
PAUSE = (2.0, 8.0)
LINK = "lang=nl&start=own&w=work-50~public_money-50~business_space-50~food_soil-100~nature_water-50"
LINK += "~surroundings-50~community-50"


def measure() -> dict[str, Figure]:
    """How long planners who work at the same time wait to join, and for each move."""
    with app() as (address, _):
        joins, moves = asyncio.run(_crowd(address.replace("http", "ws") + "/_stcore/stream"))
    note = f"{SESSIONS} sessions, {len(moves)} moves"
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
        board = await _run(socket, None, None)
        joins.append(1000 * (time.perf_counter() - begin))
        for move in range(MOVES):
            await asyncio.sleep(chance.uniform(*PAUSE))
            begin = time.perf_counter()
            points = {"w": f"work-{chance.randint(0, 100)}~food_soil-100~community-{chance.randint(0, 100)}", "c": ""}
            await _run(socket, board, {"answer": points | {"n": move + 1}})
            moves.append(1000 * (time.perf_counter() - begin))


async def _run(socket: websockets.ClientConnection, board: str | None, answer: dict[str, Any] | None) -> str | None:
    """Ask for one run of the page and wait until it is finished; returns the id of its board."""
    message = BackMsg()
    message.rerun_script.query_string = LINK
    message.rerun_script.page_name = "wegen"
    if board is not None:
        state = message.rerun_script.widget_states.widgets.add()
        state.id = board
        state.json_value = json.dumps(answer)
    await socket.send(message.SerializeToString())
    while True:
        news = ForwardMsg.FromString(await socket.recv())
        kind = news.WhichOneof("type")
        if kind == "delta" and news.delta.new_element.WhichOneof("type") == "bidi_component":
            board = news.delta.new_element.bidi_component.id
        if kind == "script_finished":
            return board
