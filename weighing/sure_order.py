"""Which alternatives are behind another one whatever is not known turns out to be."""

from collections.abc import Sequence

import numpy as np

from mcda.inputs import Floats
from texts.numbers import STEADY


def surely_behind(intervals: Floats, race: Sequence[int], margin: float) -> dict[int, int]:
    """Rows that cannot have the highest total, each with one that is then at least ``margin`` points ahead of it.

    That one is what is ahead of most of them, and of equals the earliest.

    Args:
        intervals: shape (alternative, 2), the lowest and the highest total of each.
        race: the rows among which is looked.
        margin: in points.
    """
    low, high = intervals.T
    ahead = np.round(low[:, np.newaxis] - high, STEADY) >= margin
    by_reach = sorted(race, key=lambda row: (-int(ahead[row, list(race)].sum()), row))
    found = {row: next((other for other in by_reach if ahead[other, row]), None) for row in race}
    return {row: other for row, other in found.items() if other is not None}
