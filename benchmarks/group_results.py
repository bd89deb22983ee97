"""How long a room of 1,000 waits for each step of its results, beside the result of each ballot by itself."""

import time
from collections.abc import Callable
from typing import Any

from benchmarks.figures import Figure, Reference
from cases import SHIPPED
from cases.reading.loader import load_case
from weighing.comparison import compare
from workshop.group.attendance import all_attendance
from workshop.group.own_place import own_place
from workshop.group.release import Snapshot, may_release
from workshop.group.reveals import STAGES, reveal
from workshop.group.votes import from_weighings
from workshop.rehearsal import made_up_participants

PEOPLE = 1000
RUNS = 5
MINIMUM = 7
CASE = "lutkemeer"
"""Seven themes and five alternatives."""


def measure() -> dict[str, Figure]:
    """Milliseconds of processor for every stage of a room, and for what guards and surrounds it."""
    case = load_case(SHIPPED / CASE)
    people = [one for one in made_up_participants(case, PEOPLE + PEOPLE // 5, 1) if one.second is not None][:PEOPLE]
    first, second = (
        from_weighings(case, [getattr(one, name) for one in people], [one.key for one in people],
                       [one.gut for one in people])
        for name in ("first", "second")
    )  # fmt: skip
    weighings = [one.first for one in people if one.first is not None]
    alone = Reference("each ballot by itself", _best(lambda: [_firsts(compare(case, one)) for one in weighings], 1))
    note = f"{PEOPLE} ballots, {len(case.themes)} themes, {len(case.alternatives)} alternatives, fastest of {RUNS}"
    figures = {}
    for stage in STAGES:
        took = _best(lambda stage=stage: reveal(case, stage, first, second, MINIMUM))
        figures[f"{stage}_ms"] = Figure(took, "ms", 300, alone if stage == "first" else None, note)
    answers = {question: ["young", "old", None] * (PEOPLE // 3) for question in ("age", "area", "way")}
    outside = {question: {"young": 0.3, "old": 0.7} for question in answers}
    snapshots = _snapshots()
    return {
        **figures,
        "own_place_ms": Figure(_best(lambda: own_place(first, first.points[0], MINIMUM)), "ms", 10, note=note),
        "attendance_ms": Figure(_best(lambda: all_attendance(answers, outside, MINIMUM)), "ms", 10, note=note),
        "release_ms": Figure(
            _best(lambda: may_release(snapshots[-1], snapshots[:-1], MINIMUM)), "ms", 100, note="the eighth snapshot"
        ),
    }


def _firsts(found: Any) -> tuple[bool, int]:
    return found.undecided, found.first


def _snapshots() -> list[Snapshot]:
    """Each time eight people came and nine changed."""
    found: list[Snapshot] = []
    ballots = {str(number): 1 for number in range(PEOPLE)}
    for step in range(8):
        for number in range(9):
            ballots[str(9 * step + number)] += 1
        ballots |= {f"{step} {number}": 1 for number in range(8)}
        found.append(frozenset(ballots.items()))
    return found


def _best(work: Callable[[], object], runs: int = RUNS) -> float:
    """Milliseconds of processor: in a room the other processor serves the phones."""
    times = []
    for _ in range(runs):
        begin = time.process_time()
        work()
        times.append(1000 * (time.process_time() - begin))
    return min(times)
