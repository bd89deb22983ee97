"""How many planners one process serves before the verdict comes late, beside a plain Streamlit page in the same run.

Sessions move one slider every 2 to 8 seconds, and wait for what a release changes. Ours ask the light address, as the
board does; after every fifth move the page is drawn anew, for somebody who looks below the board. On the plain page,
of seven sliders and one chart, every move is a run. The crowds grow until the answers come too late; between two sizes
the capacity is read off a line. A process works on one core, so these are sessions per core.
"""

import asyncio
import math
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from benchmarks.board import LINK, PLAIN
from benchmarks.figures import Figure, Reference, percentile
from benchmarks.servers import app, memory, plain_streamlit
from benchmarks.streamlit_session import StreamlitSession

SIZES = (1, 12, 25, 50, 100, 200, 400, 800)
MOVES = 4
LOOKS = 5
"""After so many moves somebody looks at what stands below the board."""
PAUSE = (2.0, 8.0)
JOIN_WITHIN = 30.0
LIMITS = {"150ms": 150.0, "1s": 1000.0}
HOPELESS = 2500.0
"""Milliseconds of p95 above which larger crowds say nothing more."""


@dataclass
class Crowd:
    """What sessions that work at the same time waited, in milliseconds."""

    size: int
    joins: list[float] = field(default_factory=list)
    moves: list[float] = field(default_factory=list)
    kilobytes: float = 0.0
    """Memory of the server for each of them."""

    @property
    def p95(self) -> float:
        """Of a move."""
        return percentile(self.moves, 95)


Moves = Callable[[StreamlitSession, random.Random], Awaitable[None]]


def measure() -> dict[str, Figure]:
    """Sessions at which p95 passes each limit, joining, memory, and p95 at twice the capacity."""
    page, _, query = LINK.partition("?")
    with app() as (address, _):
        ours = _grow(address, page, query, _light)
    with plain_streamlit(PLAIN) as (address, _):
        theirs = _grow(address, "", "", _plain)
    found = {}
    for name, wanted in LIMITS.items():
        limit = wanted
        if theirs[0].p95 > limit:  # a limit that one visitor of a plain page cannot meet says nothing of crowds
            limit = 2 * theirs[0].p95
        reference = Reference("a plain Streamlit page", capacity(theirs, limit))
        note = f"p95 within {limit:.0f} ms; sizes {', '.join(f'{crowd.size}: {crowd.p95:.0f} ms' for crowd in ours)}"
        note += f"; plain {', '.join(f'{crowd.size}: {crowd.p95:.0f} ms' for crowd in theirs)}"
        found[f"sessions_{name}"] = Figure(capacity(ours, limit), "sessions", 5 * reference.value, reference, note)
    most = min(len(ours), len(theirs)) - 1
    joining = Reference("a plain Streamlit page", percentile(theirs[most].joins, 95))
    found["join_p95_ms"] = Figure(
        percentile(ours[most].joins, 95), "ms", None, joining, f"{ours[most].size} sessions within {JOIN_WITHIN:g} s"
    )
    large = next((crowd for crowd in ours if crowd.size >= 100), ours[-1])
    plain = next((crowd for crowd in theirs if crowd.size >= large.size), theirs[-1])
    found["session_kb"] = Figure(large.kilobytes, "kB", None, Reference("a plain Streamlit page", plain.kilobytes))
    at = capacity(ours, LIMITS["1s"])
    below = max((crowd for crowd in ours if crowd.size <= at), key=lambda crowd: crowd.size, default=ours[0])
    above = next((crowd for crowd in ours if crowd.size >= 2 * below.size), None)
    if above is not None:
        found["twice_the_load_times"] = Figure(above.p95 / below.p95, "times", 4, note=f"{below.size} to {above.size}")
    return found


def _grow(address: str, page: str, query: str, move: Moves) -> list[Crowd]:
    """Larger and larger crowds, each of new visitors, until their answers come far too late."""
    found = []
    asyncio.run(_crowd(address, page, query, move, 4))  # the first visitors load what all use
    for size in SIZES:
        before = memory(address)
        crowd, most = asyncio.run(_crowd(address, page, query, move, size))
        crowd.kilobytes = (most - before) / size
        found.append(crowd)
        if crowd.p95 > HOPELESS:
            break
    return found


def capacity(crowds: list[Crowd], limit: float) -> float:
    """Sessions at which p95 passes the limit; the largest crowd when it never does, 0 when one is too many."""
    held = None
    for crowd in crowds:
        if crowd.p95 > limit:
            if held is None:
                return 0.0
            part = (math.log(limit) - math.log(held.p95)) / (math.log(crowd.p95) - math.log(held.p95))
            return held.size * (crowd.size / held.size) ** part
        held = crowd
    return float(crowds[-1].size)


async def _crowd(address: str, page: str, query: str, move: Moves, size: int) -> tuple[Crowd, float]:
    crowd, most = Crowd(size), 0.0
    moves = MOVES if size > 1 else 20

    async def visit(place: int) -> None:
        chance = random.Random(1000 * size + place)
        await asyncio.sleep(JOIN_WITHIN * place / size)
        async with StreamlitSession(address, page, query) as session:
            begin = time.perf_counter()
            await session.run()
            crowd.joins.append(1000 * (time.perf_counter() - begin))
            for number in range(1, moves + 1):
                await asyncio.sleep(chance.uniform(*(PAUSE if size > 1 else (0.2, 0.4))))
                begin = time.perf_counter()
                await move(session, chance)
                crowd.moves.append(1000 * (time.perf_counter() - begin))
                if move is _light and (number + place) % LOOKS == 0:
                    await session.hand_over(_points(chance))

    async def watch() -> None:
        nonlocal most
        while True:
            most = max(most, memory(address))
            await asyncio.sleep(1)

    watching = asyncio.create_task(watch())
    await asyncio.gather(*(visit(place) for place in range(size)))
    watching.cancel()
    return crowd, max(most, memory(address))


def _points(chance: random.Random) -> dict[str, str]:
    other = "~public_money-50~business_space-50~food_soil-100~nature_water-50~surroundings-50~community-"
    return {"w": f"work-{chance.randint(0, 100)}{other}{chance.randint(0, 100)}", "c": ""}


async def _plain(session: StreamlitSession, chance: random.Random) -> None:
    await session.run(slider=chance.randint(0, 100))


async def _light(session: StreamlitSession, chance: random.Random) -> None:
    await session.release(_points(chance))
