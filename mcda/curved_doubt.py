"""A doubtful performance and the value function that scores it, also where that is not one straight line."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from mcda.inputs import AnyFloats, Floats
from mcda.pieces import ValueFunction

STEPS = 4096
NEAR = 1e-6
"""Points; a smaller difference is rounding, not a jump."""


@dataclass(frozen=True)
class CurvedDoubt:
    """One cell: a performance, triangular or uniform between two ends, and the function that scores it.

    Args:
        alternative: row of the cell.
        criterion: column of the cell.
        function: value function of the criterion; classes are drawn as numbers and rounded to the nearest.
        low: lowest performance; NaN becomes the lower end of the function's range.
        central: most likely performance; NaN: not known.
        high: highest performance; NaN becomes the upper end of the function's range.
        flat: uniform between low and high, instead of triangular.

    Raises:
        ValueError: low is above high once the ends are filled in, or a class does not exist.
    """

    alternative: int
    criterion: int
    function: ValueFunction
    low: float
    central: float
    high: float
    flat: bool

    def __post_init__(self) -> None:
        self.function.scores([self.low, self.central, self.high])
        start, end = self.function.pieces[0].left, self.function.pieces[-1].right
        low = float(start if np.isnan(self.low) else self.low)
        high = float(end if np.isnan(self.high) else self.high)
        if low > high:
            place = f"alternative {self.alternative}, criterion {self.criterion}"
            raise ValueError(f"{place}: low {low:g} is above high {high:g}")
        object.__setattr__(self, "low", low)
        object.__setattr__(self, "high", high)

    @property
    def score_range(self) -> tuple[float, float, float]:
        """Lowest score within the range, score of the central performance (NaN if not known), highest score."""
        lowest, highest = self._reached.min(), self._reached.max()
        # rounding in an interpolation must not put the central score outside
        return float(lowest), float(np.clip(self.function.scores(self.central), lowest, highest)), float(highest)

    @property
    def straight(self) -> bool:
        """The score is one straight line between low and high, so it has the same shape as the performance."""
        if self.function.whole or self._bends:
            return False
        reached = self._reached
        return bool(max(abs(reached[1] - reached[0]), abs(reached[-1] - reached[-2])) < NEAR)

    @property
    def falling(self) -> bool:
        """A higher performance never gives a higher score, and somewhere a lower one."""
        steps = np.diff(self._reached)
        return bool((steps <= NEAR).all() and (steps < -NEAR).any())

    def scores(self, quantiles: AnyFloats, *, together: bool) -> Floats:
        """Scores of the performances at the quantiles (0 to 1), of the same shape.

        They are quantiles of the score where that only rises or only falls with the performance. Where it turns, they
        are so ``together``: a higher quantile then never gives a lower score. Otherwise they are of the performance.
        """
        if (np.diff(self._reached) >= -NEAR).all():
            return self._scores_at(quantiles)
        if self.falling:
            return self._scores_at(1 - np.asarray(quantiles, dtype=float))
        if together:
            places, scores = self._sorted_scores
            found: Floats = np.interp(quantiles, places, scores)
            return found
        return self._scores_at(quantiles)

    @property
    def _bends(self) -> list[float]:
        """Performances strictly inside the range at which the line of the score bends or jumps."""
        pieces = self.function.pieces
        bends = [*(piece.left for piece in pieces), pieces[-1].right]
        return [bend for bend in bends if self.low < bend < self.high]

    @cached_property
    def _reached(self) -> Floats:
        """Scores from the lowest to the highest performance, at all points between which they only rise or fall; on
        both sides of a jump."""
        ends = self.function.scores([self.low, self.high])
        beside: list[float] = []
        for piece in self.function.pieces:
            left, right = max(piece.left, self.low), min(piece.right, self.high)
            if left < right:
                beside += [piece.score(left), piece.score(right)]
        return np.array([ends[0], *(beside or ends), ends[1]])

    @cached_property
    def _sorted_scores(self) -> tuple[Floats, Floats]:
        middles = (np.arange(STEPS) + 0.5) / STEPS
        return middles, np.sort(self._scores_at(middles))

    def _scores_at(self, quantiles: npt.ArrayLike) -> Floats:
        points = np.asarray(quantiles, dtype=float)
        if not self.flat:
            place = (self.central - self.low) / (self.high - self.low)
            rising = np.sqrt(place * np.minimum(points, place))
            points = rising + 1 - place - np.sqrt((1 - place) * (1 - np.maximum(points, place)))
        return self._scored(np.clip(self.low + (self.high - self.low) * points, self.low, self.high))

    def _scored(self, performances: Floats) -> Floats:
        return self.function.scores(np.rint(performances) if self.function.whole else performances)
