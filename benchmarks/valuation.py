"""The euro view in full: 8 alternatives with 60 effects each, valued, added up and compared over 10,000 draws."""

import time

import numpy as np

from benchmarks.figures import Figure, percentile
from valuation.amounts import AmountRange
from valuation.cost_doubt import draw_costs, share_first_lower
from valuation.euro_choices import Choices, outcome
from valuation.lines import Effect, Quantity
from valuation.set_loader import SETS, load_factor_set

ROUNDS = 20


def measure() -> dict[str, Figure]:
    """Milliseconds to open a factor set, and to value many effects with their doubt and without."""
    begin = time.perf_counter()
    factor_set = load_factor_set(SETS / "true_price_2025")
    opening = 1000 * (time.perf_counter() - begin)  # with the units library, which this loads
    choices = Choices(factor_set, "grassland", None, 0.0225, 30)
    factors = [factor for factor in factor_set.factors.values() if factor.biome is None][:60]
    chance = np.random.default_rng(1)
    alternatives = []
    for _ in range(8):
        sizes = np.sort(chance.uniform(0, 1000, (60, 3)))
        alternatives.append(
            [
                Effect(factor.id, factor.id, Quantity(AmountRange(*size), f"{factor.unit}/yr", "per year"))
                for factor, size in zip(factors, sizes, strict=True)
            ]
        )
    times = []
    for seed in range(ROUNDS + 1):
        begin = time.perf_counter()
        found = [outcome(effects, choices).totals.tables["per year"].lines for effects in alternatives]
        costs = draw_costs({str(row): lines for row, lines in enumerate(found)}, seed, 10_000).costs
        for row in range(1, len(costs)):
            share_first_lower(costs[0], costs[row])
        times.append(1000 * (time.perf_counter() - begin))
    many = [
        Effect(f"effect {row}", "climate", Quantity(AmountRange(1, 2, 3), "t CO2/yr", "per year"))
        for row in range(1000)
    ]
    without_draws = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        for _ in range(10):
            outcome(many, choices)
        without_draws.append(1000 * (time.perf_counter() - begin))
    note = f"{ROUNDS} rounds; opening the set took {opening:.0f} ms"
    return {
        "full_ms": Figure(percentile(times[1:], 50), "ms", 100, note=note),
        "thousand_ms": Figure(
            percentile(without_draws, 50), "ms", 50, note="1,000 effects x 10 alternatives, no draws"
        ),
    }
