"""Among which alternatives the first is looked for: equals as one, and without those that are no rival."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mcda.inputs import Floats
from weighing.comparison import Comparison
from weighing.joint_draws import joint_shares

NEARLY_ALL = 0.995
"""A share from here on is shown as all of 100, or as more than 99."""


@dataclass(frozen=True)
class Race:
    """Who takes part, beside the alternative that comes first at these weights."""

    comparison: Comparison

    @cached_property
    def field(self) -> tuple[int, ...]:
        """Rows among which the first is looked for, the first in front, without those that are no rival.

        No rival is what is nowhere better than another, or cannot be told apart from one that is in it: of these only
        the one whose id comes first in the alphabet is drawn, so that no copy and no order changes a count.
        """
        stands = {row: min((row, *self.twins(row)), key=self._id) for row in self._rivals}
        mine = stands[self.comparison.first]
        return (mine, *sorted({*stands.values()} - {mine}))

    @property
    def others(self) -> tuple[int, ...]:
        """The field without what cannot be told apart from the first."""
        return self.field[1:]

    @property
    def left_out(self) -> tuple[int, ...]:
        """Rows of the contenders that are no rival because they are nowhere better than another one."""
        return tuple(row for row in self.comparison.rivals if row not in self._rivals)

    def twins(self, row: int) -> tuple[int, ...]:
        """Rows of the other rivals that cannot be told apart from this one."""
        worse = self.comparison.arrays.nowhere_better
        return tuple(other for other in self._rivals if worse[row, other] and worse[other, row])

    def for_twins(self, shares: Floats) -> Floats:
        """Every alternative gets an equal part of the share of those that cannot be told apart."""
        found = np.zeros_like(shares)
        for row in self.field:
            alike = [row, *self.twins(row)]
            found[alike] = shares[row] / len(alike)
        return found

    def most_often(self, shares: Floats) -> int:
        """Row of the other alternative with the largest share; the second in the order when none has any."""
        often = {row: float(shares[[row, *self.twins(row)]].sum()) for row in self.others}
        most = max(often, key=lambda row: often[row], default=None)
        return self.comparison.second if most is None or not often[most] else most

    def overlaps(self, tolerance: float) -> bool:
        """Whether one that is no rival may still come first, as effects turn out otherwise; for who has no rivals."""
        first = self.comparison.first
        others = [row for row in self.comparison.rivals if row not in (first, *self.twins(first))]
        shares = joint_shares(self.comparison, (first, *others), "both", tolerance)
        return bool(shares[first] < NEARLY_ALL)

    @property
    def _rivals(self) -> tuple[int, ...]:
        return self.comparison.in_race or self.comparison.rivals

    def _id(self, row: int) -> str:
        return self.comparison.case.alternatives[row].id
