"""Every weighting that is still possible: the weighed themes keep their ratios, each open theme gets 0 to 100 points.

Open is a theme that was not weighed yet, or one of which a person said not to know. All answers are exact, at the
corners of the box of points (`mcda.open_weights`), and hold for whatever an effect may be that is not known: from
the lowest to the highest score in the range that is stated for it, or else from 0 to 100.

The box can be that of some criteria only (now, later or elsewhere). A theme then counts with what those criteria have
of its points, and where they have no points at all the open themes carry all the weight.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from cases.definition.model import Case
from mcda.inputs import TIE, Bools, Floats
from mcda.open_weights import lowest_means, lowest_of_largest
from texts.numbers import STEADY
from weighing.arrays import CaseArrays, weights
from weighing.weighing import LARGEST, Weighing


def within_themes(case: Case, weighing: Weighing) -> Floats:
    """Shape (summed criterion,): share of each criterion within its theme, also where the theme carries no weight."""
    equal = weights(case, {theme.id: 1.0 for theme in case.themes}, weighing.criterion_points)
    return equal * len(case.themes)


def given_points(case: Case, weighing: Weighing) -> Floats:
    """Shape (theme,): the points that were given; 0 for a theme without."""
    return np.array([weighing.theme_points.get(theme.id, 0.0) for theme in case.themes])


@dataclass(frozen=True, eq=False)
class OpenBox:
    """The weightings that are left when these themes are open."""

    points: Floats
    """Shape (theme,): what was given to the criteria that are looked at; 0 for the open themes."""
    most: Floats
    """Shape (theme,): the most that the criteria that are looked at can get."""
    open: tuple[int, ...]
    """Places in ``case.themes`` of the open themes that hold a criterion that is looked at."""
    low: Floats
    """Shape (alternative, theme): the score within each theme, with every unknown effect at its worst."""
    high: Floats
    """As ``low``, with every unknown effect at its best."""

    @cached_property
    def ranges(self) -> Floats:
        """Shape (alternative, 2): the lowest and the highest total of each alternative."""
        return self.means(self.low, self.high)

    def means(self, low: Floats, high: Floats) -> Floats:
        """Shape (row, 2): the lowest and the highest weighted mean of values of shape (row, theme)."""
        return np.column_stack([self._lowest(low), -self._lowest(-high)])

    def lead(self, first: int, others: Sequence[int]) -> Floats:
        """Shape (other,): the smallest lead in points of ``first`` over each of the others."""
        return self._lowest(self.low[first] - self.high[list(others)])

    def behind(self, row: int, others: Sequence[int]) -> tuple[float, float]:
        """The least and the most that a row stays behind the best of the others; 0 where it is the best itself."""
        most = -float(self.lead(row, others).min())
        least = lowest_of_largest(*self._parts(self.low[list(others)] - self.high[row]))
        return max(0.0, least), max(0.0, most)

    def hardest(self, first: int, other: int) -> Bools:
        """Shape (theme,): the open themes that get all they can where ``first`` stands worst against ``other``."""
        found = np.zeros(len(self.points), dtype=bool)
        found[list(self.open)] = (self.low[first] - self.high[other])[list(self.open)] < 0
        return found

    def beyond(self, first: int, others: Sequence[int]) -> bool:
        """True when some open theme, with ever more points than the largest that it can get, takes the lead away."""
        behind = self.low[first] - self.high[list(others)] < -TIE
        return bool(behind[:, list(self.open)].any())

    def firsts(self, rivals: Sequence[int]) -> tuple[int, ...]:
        """Rivals that certainly come first at some weighting, unknown effects in the middle; there may be more of them.

        Tried are the corners at which one rival stands worst against another, and the weighed themes alone.
        """
        middle, found = (self.low + self.high) / 2, set()
        corners = [self.hardest(one, other) for one in rivals for other in rivals]
        for corner in {tuple(corner.tolist()) for corner in corners}:
            points = self.points + self.most * np.array(corner)
            if not points.any():
                continue
            totals = np.round(middle[list(rivals)] @ (points / points.sum()), STEADY)
            found.add(rivals[int(totals.argmax())])
        return tuple(sorted(found))

    def _lowest(self, values: Floats) -> Floats:
        return lowest_means(*self._parts(values))

    def _parts(self, values: Floats) -> tuple[Floats, Floats, float, Floats]:
        """The means over the weighed themes and the values of the open ones, with the points of both."""
        given, places = float(self.points.sum()), list(self.open)
        means = values @ self.points / given if given else np.zeros(len(values))
        return means, values[:, places], given, self.most[places]


def open_box(
    case: Case, weighing: Weighing, table: CaseArrays, open_themes: Sequence[int], inside: Sequence[bool] | None = None
) -> OpenBox:
    """The box of this weighing in which these themes, as places in the case, may still get points.

    Args:
        inside: shape (summed criterion,), the criteria that are looked at; None for all.
    """
    within = within_themes(case, weighing)
    members = table.theme_of[:, np.newaxis] == np.arange(len(case.themes))
    held = np.ones(len(case.themes))
    if inside is not None:
        within = np.where(inside, within, 0.0)
        held = within @ members
        within = within / np.where(held > 0, held, 1.0)[table.theme_of]
    low, high = (np.where(within == 0, 0.0, scores * within) @ members for scores in (table.lowest, table.highest))
    points = given_points(case, weighing)
    counted = tuple(place for place in open_themes if held[place] > 0)
    return OpenBox(points * held, LARGEST * held, counted, low, high)
