"""Two hundred planners at once who all look below their boards: every release lets their page be drawn anew.

The worst that can happen; what a release costs otherwise is in `benchmarks/capacity.py`.
"""

import asyncio
import random
import time

from benchmarks.figures import Figure, percentile
from benchmarks.servers import app
from benchmarks.streamlit_session import StreamlitSession

SESSIONS = 200
MOVES = 5
JOIN_WITHIN = 30.0
PAUSE = (2.0, 8.0)
LINK = "lang=nl&start=own&w=work-50~public_money-50~business_space-50~food_soil-100~nature_water-50"
LINK += "~surroundings-50~community-50"


def measure() -> dict[str, Figure]:
    """How long planners who work at the same time wait to join, and for each move."""
    with app() as (address, _):
        joins, moves = asyncio.run(_crowd(address))
    note = f"{SESSIONS} sessions, {len(moves)} moves"
    return {
        "join_p95_ms": Figure(percentile(joins, 95), "ms", None, note=note),
        "rerun_p50_ms": Figure(percentile(moves, 50), "ms", None, note=note),
        "rerun_p95_ms": Figure(percentile(moves, 95), "ms", 150, note=note),
    }


async def _crowd(address: str) -> tuple[list[float], list[float]]:
    joins: list[float] = []
    moves: list[float] = []
    await asyncio.gather(*(_planner(address, place, joins, moves) for place in range(SESSIONS)))
    return joins, moves


async def _planner(address: str, place: int, joins: list[float], moves: list[float]) -> None:
    chance = random.Random(place)
    await asyncio.sleep(JOIN_WITHIN * place / SESSIONS)
    async with StreamlitSession(address, "wegen", LINK) as session:
        begin = time.perf_counter()
        await session.run()
        joins.append(1000 * (time.perf_counter() - begin))
        for _ in range(MOVES):
            await asyncio.sleep(chance.uniform(*PAUSE))
            begin = time.perf_counter()
            points = {"w": f"work-{chance.randint(0, 100)}~food_soil-100~community-{chance.randint(0, 100)}", "c": ""}
            await session.hand_over(points)
            moves.append(1000 * (time.perf_counter() - begin))
