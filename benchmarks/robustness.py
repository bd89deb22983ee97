"""How long the sampled and the exact robustness figures take, beside a plain loop over another library."""

import math
import time
import tracemalloc
import warnings
from collections.abc import Callable

import numpy as np

from benchmarks.figures import Figure, Reference
from benchmarks.plain_loop import plain_loop
from mcda.causes import Cause
from mcda.pymcdm_parts import pymcdm
from mcda.robustness import SAMPLES, acceptability
from mcda.score_doubt import ScoreRanges
from mcda.shares import share_ahead, shares_of_draws
from mcda.weightings import AllWeightings

RUNS = 15
LOOP = 2000
MILLION = 2**20


def measure() -> dict[str, Figure]:
    """Milliseconds for shares of weightings, how they grow, and beside a loop over pymcdm."""
    small, large = _problem(4, 20), _problem(10, 50)
    reported, reported_large = _best(lambda: acceptability(*small)), _best(lambda: acceptability(*large))
    ranges, _ = small
    loop = _pymcdm_loop(ranges) * SAMPLES
    gain = _gain(*small)
    draws = ranges.draws(1024, 1)
    pair = np.random.default_rng(4).uniform(-100, 100, 50)
    note = f"fastest of {RUNS}, points kept, 65,536 samples, 4 x 20"
    same = f"same error; the loop takes {loop / 1000:.1f} s for 65,536 samples, extrapolated from {LOOP}; evenly spread"
    return {
        **_beside_plain_loop(reported, ranges),
        "reported_ms": Figure(reported, "ms", 25, note=note),
        "reported_10x50_ratio": Figure(reported_large / reported, "x", 6, note="10 x 50 beside 4 x 20"),
        "reported_vs_pymcdm_ratio": Figure(
            loop * gain / reported, "times as fast", note=f"{same} points: x {gain:.2g}"
        ),
        "pair_exact_ms": Figure(_best(lambda: share_ahead(pair)), "ms", 0.1, note="50 criteria"),
        "pairs_uncertain_ms": Figure(_best(lambda: shares_of_draws(draws)), "ms", 25, note="1,024 draws of 4 x 20"),
        "million_mb": Figure(_memory(small), "MB", 300, note="2^20 samples, what is kept included"),
    }


def _beside_plain_loop(reported: float, ranges: ScoreRanges) -> dict[str, Figure]:
    loop = plain_loop()
    if loop is None:
        return {}
    slow = Reference("a plain loop in C, -O2, one thread", _best(lambda: loop(ranges, SAMPLES)))
    linked = _linked(ranges)
    shared = _best(lambda: acceptability(linked, AllWeightings(linked.n_criteria)))
    note = "goal: ratio 4; 65,536 samples, 4 x 20"
    return {
        "reported_vs_c": Figure(reported, "ms", reference=slow, note=note),
        "reported_with_causes_vs_c": Figure(
            shared, "ms", reference=slow, note=f"{note}, half of it follows causes, mostly partly"
        ),
    }


def _linked(ranges: ScoreRanges) -> ScoreRanges:
    """The same ranges, in which the first ten criteria each follow one cause in all alternatives, some of it partly."""
    followed = range(ranges.n_criteria // 2)
    causes = [
        Cause(str(number), tuple((row, number, (1, 0.8, 0.5)[row % 3]) for row in range(len(ranges.low))))
        for number in followed
    ]
    return ScoreRanges(ranges.low, ranges.central, ranges.high, causes=tuple(causes))


def _problem(n_alternatives: int, n_criteria: int) -> tuple[ScoreRanges, AllWeightings]:
    three = np.sort(np.random.default_rng(3).uniform(0, 100, (3, n_alternatives, n_criteria)), axis=0)
    return ScoreRanges(*three), AllWeightings(n_criteria)


def _best(work: Callable[[], object]) -> float:
    """Milliseconds of the fastest run: other work on the machine can only make a run slower."""
    work()
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return 1000 * min(times)


def _pymcdm_loop(ranges: ScoreRanges) -> float:
    """Milliseconds per sample when each draw of weights and scores is one call of the library."""
    chance = np.random.default_rng(1)
    types, firsts = np.ones(ranges.n_criteria), np.zeros(len(ranges.low))
    weighted_sum = pymcdm("methods").WSM
    method = weighted_sum(normalization_function=lambda scores, cost: scores)  # they are on fixed scales already
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns about rounding in the sum of the weights
        begin = time.perf_counter()
        for _ in range(LOOP):
            scores = chance.triangular(ranges.low, ranges.central, ranges.high)
            ranks = method.rank(method(scores, chance.dirichlet(types), types))
            firsts += ranks == 1
        return 1000 * (time.perf_counter() - begin) / LOOP


def _gain(*problem: ScoreRanges | AllWeightings) -> float:
    """How many independent samples are as good as one evenly spread one, from the scatter of the rank shares."""
    shares = np.array([acceptability(*problem, seed=seed).rank_shares for seed in range(2, 18)])
    mean = shares.mean(axis=0)
    return float((mean * (1 - mean)).sum() / SAMPLES / shares.var(axis=0, ddof=1).sum())


def _memory(problem: tuple[ScoreRanges, AllWeightings]) -> float:
    tracemalloc.start()
    acceptability(*problem, samples=MILLION)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return math.ceil(peak / 1e6)
