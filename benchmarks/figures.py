"""A measured figure beside its goal and its reference, in the one form that all benchmarks share."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import quantiles
from typing import Any

MORE_IS_BETTER = ("sessions", "times as fast")
"""Units of a capacity. Of every other unit less is better."""
COUNTED = ("words",)
"""Units that are counted, not timed: exact, and the same on a busy machine."""
NOISY = "the machine was too noisy to trust this"


class NotMeasuredError(Exception):
    """This machine lacks what the measurement needs; the message says what."""


@dataclass(frozen=True)
class Reference:
    """What a figure is compared with: measured in the same run, in the same unit."""

    name: str
    value: float


@dataclass(frozen=True)
class Figure:
    """One measured number."""

    value: float
    unit: str
    goal: float | None = None
    reference: Reference | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times better than the reference: 2 is twice as fast, half the size, or twice the capacity."""
        if self.reference is None:
            return None
        ours, theirs = self.value, self.reference.value
        more, less = (ours, theirs) if self.unit in MORE_IS_BETTER else (theirs, ours)
        return more / less if less else None

    def noted(self, remark: str) -> "Figure":
        """The same figure with one more remark."""
        return replace(self, note="; ".join(filter(None, [self.note, remark])))

    def __str__(self) -> str:
        shown = f"{self.value:.0f}" if self.unit in COUNTED else f"{self.value:.3g}"
        parts = [f"{shown} {self.unit}"]
        if self.goal is not None:
            parts.append(f"goal {self.goal:g}")
        if self.reference is not None and self.ratio is not None:
            parts.append(f"{self.reference.name} {self.reference.value:.3g} {self.unit}, ratio {self.ratio:.2f}")
        return ", ".join([*parts, *filter(None, [self.note])])

    def as_dict(self) -> dict[str, Any]:
        """The figure as JSON; the note begins with what the ratio is against."""
        against = None
        if self.reference is not None:
            against = f"reference: {self.reference.name}, {self.reference.value:.3g} {self.unit}"
        return {
            "value": self.value,
            "unit": self.unit,
            "goal": self.goal,
            "ratio": self.ratio,
            "note": "; ".join(filter(None, [against, self.note])),
        }


def percentile(values: Sequence[float], share: int) -> float:
    """The value below which `share` per cent of the measurements lie."""
    return quantiles(values, n=100, method="inclusive")[share - 1]


def noisy() -> bool:
    """Whether other work on the machine makes the same sum take uneven time, or wait for its turn."""
    times = []
    worked = time.process_time()
    for _ in range(30):
        begin = time.perf_counter()
        sum(range(300_000))
        times.append(time.perf_counter() - begin)
    worked = time.process_time() - worked
    return percentile(times, 90) > 1.5 * percentile(times, 50) or sum(times) > 1.25 * worked
