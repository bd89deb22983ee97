"""On how many criteria and themes each alternative leads: the choice of criteria decides as much as the weights do."""

from dataclasses import dataclass

import numpy as np

from cases.definition.model import Case
from mcda.inputs import TIE, Floats, Ints
from weighing.arrays import arrays


@dataclass(frozen=True)
class Favour:
    """On how many points an alternative leads, whatever the unknown effects turn out to be; ties count for each."""

    criteria: int
    themes: int
    """With equal weights within the theme."""


def favours(case: Case) -> dict[str, Favour]:
    """How many criteria and themes in the sum each alternative leads, on central values and the main ranges.

    These counts make a one-sided list visible. They are no verdict.
    """
    found = arrays(case, "main")
    low, high = found.lowest, found.highest
    members = [found.theme_of == number for number in range(len(case.themes))]
    criteria = _leads(low, high)
    themes = _leads(
        np.column_stack([low[:, member].mean(axis=1) for member in members]),
        np.column_stack([high[:, member].mean(axis=1) for member in members]),
    )
    return {
        alternative: Favour(int(criteria[place]), int(themes[place]))
        for place, alternative in enumerate(found.alternatives)
    }


def _leads(low: Floats, high: Floats) -> Ints:
    """In how many columns a row is at least as good as every other row, even if its unknown scores are the worst."""
    best_of_others = np.array([np.delete(high, row, axis=0).max(axis=0) for row in range(len(high))])
    leads: Ints = np.count_nonzero(low >= best_of_others - TIE, axis=1)
    return leads
