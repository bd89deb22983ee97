"""What the scores could be: a lowest, central and highest score for each cell, or draws from a model of one's own.

A known effect is most likely near its central score (triangular between low, central and high); an unknown one could
be anywhere between its low and high score. Alternatives are independent of each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from mcda.curved_doubt import CurvedDoubt
from mcda.doubtful_row import DoubtfulRow
from mcda.inputs import LARGEST, Bools, Floats, as_matrix, as_numbers
from mcda.pieces import ValueFunction, refuse_unusable_functions
from mcda.sampling import own_points

SHAPES = ("triangular", "uniform")


@dataclass(frozen=True, eq=False)
class ScoreRanges:
    """A range of scores for each cell; the scores of different cells are independent unless ``together``.

    Args:
        low: shape (alternative, criterion), 0 to 100.
        central: the same shape, NaN for "not known". Such a cell is uniform between low and high whatever ``shape``
            is, and there NaN for low or high means 0 or 100.
        high: the same shape. Where low equals high the score is certain.
        shape: "triangular" with its peak at central, or "uniform" between low and high.
        together: True if everything about an alternative turns out better or worse together (all its scores stand at
            the same quantile); one truth value, or one for each alternative.
        curved: cells whose performance is drawn, then scored; filled in by ``score_ranges``. ``low`` and ``high`` then
            hold the lowest and highest score that the cell can get.

    Raises:
        ValueError: the shapes differ, a score lies outside 0 to 100, low, central and high are not in that order, or
            low or high is not known where central is.
    """

    low: Floats
    central: Floats
    high: Floats
    shape: str = field(default="triangular", kw_only=True)
    together: Bools = field(default_factory=lambda: np.zeros((), dtype=bool), kw_only=True)
    curved: tuple[CurvedDoubt, ...] = field(default=(), kw_only=True)

    def __post_init__(self) -> None:
        low, central, high = (
            as_matrix(getattr(self, name), f"{name} scores").copy() for name in ("low", "central", "high")
        )
        refuse_unusable_ranges(low, central, high, self.shape)
        unknown = np.isnan(central)
        low[unknown & np.isnan(low)] = 0
        high[unknown & np.isnan(high)] = 100
        if (low < 0).any() or (high > 100).any():
            raise ValueError(f"scores must lie within 0 to 100, not from {low.min():g} to {high.max():g}")
        if (low > high).any():
            row, column = np.argwhere(low > high)[0]
            raise ValueError(f"{_cell(row, column)}: low {low[row, column]:g} is above high {high[row, column]:g}")
        together = np.asarray(self.together)
        if together.dtype != np.bool_ or together.shape not in ((), (len(low),)):
            raise ValueError("together must be true or false, or one of these for each alternative")
        together = np.broadcast_to(together, len(low)).copy()
        for name, array in (("low", low), ("central", central), ("high", high), ("together", together)):
            array.flags.writeable = False
            object.__setattr__(self, name, array)

    @property
    def n_criteria(self) -> int:
        """How many criteria the scores are on."""
        return int(self.low.shape[1])

    @property
    def doubtful(self) -> Bools:
        """Shape (alternative, criterion): True where the score is not certain."""
        return self.low < self.high

    def draws(
        self,
        samples: int,
        seed: int,
        alternatives: Sequence[str] | None = None,
        criteria: Sequence[str] | None = None,
    ) -> Floats:
        """Evenly spread draws of all scores, shape (sample, alternative, criterion), each within its range.

        What is drawn for a cell depends on the names of its alternative and criterion and on the seed only, so that
        another order of either changes nothing.

        Args:
            samples: a power of two; moderate, as all draws are in memory at once.
            seed: a whole number from 0.
            alternatives: a name for each; None: their numbers.
            criteria: the same.

        Raises:
            ValueError: ``samples`` is not a power of two, the seed is below 0, or names do not fit or occur twice.
        """
        named = _names(alternatives, len(self.low), "alternatives")
        columns = _names(criteria, self.n_criteria, "criteria")
        drawn = np.empty((samples, *self.low.shape))
        for number, row in enumerate(self.rows(np.ones(self.n_criteria, dtype=bool))):
            drawn[:, number] = row.base
            above = np.empty((row.columns.size, samples))
            cells = [f"{named[number]}\0{columns[column]}" for column in row.columns]
            names = [named[number]] * row.dimensions if row.together else cells
            row.fill(own_points(names, samples, seed), above, np.empty_like(above))
            drawn[:, number, row.columns] += above.T
        return np.clip(drawn, self.low, self.high, out=drawn)

    def rows(self, possible: Bools) -> tuple[DoubtfulRow, ...]:
        """How each alternative is drawn; criteria that are not ``possible`` (never carry weight) are left alone."""
        return tuple(self.row(number, possible) for number in range(len(self.low)))

    def row(self, number: int, possible: Bools) -> DoubtfulRow:
        """How one alternative is drawn, as in ``rows``."""
        low, high = self.low[number], self.high[number]
        curved = {cell.criterion: cell for cell in self.curved if cell.alternative == number}
        doubtful = self.doubtful[number] & possible
        bent = np.isin(np.arange(low.size), list(curved)) & doubtful
        flat = self._flat()[number] & doubtful & ~bent
        peaked = doubtful & ~bent & ~flat
        width = high - low
        place = np.divide(self._peaks()[number] - low, width, out=np.zeros_like(low), where=width > 0)
        base = low.copy()
        base[peaked] += (width * (1 - place))[peaked]
        base[bent] = 0
        base[~possible] = 0
        return DoubtfulRow(
            base,
            np.concatenate([np.flatnonzero(kind) for kind in (peaked, flat, bent)]),
            place[peaked, np.newaxis],
            width[peaked, np.newaxis],
            width[flat, np.newaxis],
            tuple(curved[int(column)] for column in np.flatnonzero(bent)),
            bool(self.together[number]),
        )

    def _flat(self) -> Bools:
        return np.isnan(self.central) | (self.shape == "uniform")

    def _peaks(self) -> Floats:
        return np.where(np.isnan(self.central), self.low, self.central)


@dataclass(frozen=True, eq=False)
class DrawnScores:
    """Scores drawn from any model, in which everything may depend on everything.

    Args:
        draws: shape (sample, alternative, criterion), all known; each draw is as likely as any other. Scores may lie
            outside 0 to 100, as when a range is extended in a straight line.

    Raises:
        ValueError: another shape, no draws, or a score that is not known or infinite.
    """

    draws: Floats

    def __post_init__(self) -> None:
        draws = as_numbers(self.draws, "draws").copy(order="C")
        if draws.ndim != 3 or draws.size == 0:
            raise ValueError(f"draws must have the shape (sample, alternative, criterion), not {draws.shape}")
        if not (np.abs(draws) <= LARGEST).all():
            raise ValueError("every drawn score must be a finite number, none too large to calculate with")
        draws.flags.writeable = False
        object.__setattr__(self, "draws", draws)

    @property
    def n_criteria(self) -> int:
        """How many criteria the scores are on."""
        return int(self.draws.shape[2])


def score_ranges(
    low: npt.ArrayLike,
    central: npt.ArrayLike,
    high: npt.ArrayLike,
    functions: Sequence[ValueFunction],
    *,
    shape: str = "triangular",
    together: npt.ArrayLike = False,
) -> ScoreRanges:
    """Ranges of scores from ranges of performances: the performance is drawn, then scored.

    Where the value function is straight between low and high that is the same shape between the scores of the ends.
    Elsewhere (a bend, a goal or an end of the range in between) the drawn performance itself is scored. Class numbers
    are drawn as numbers and rounded to the nearest class, so a class at the end of the range gets less than one in
    the middle.

    Args:
        low: shape (alternative, criterion), lowest performance in the criterion's unit, whether that is good or bad.
        central: the same shape, most likely performance; NaN for "not known". Then low and high may be NaN as well:
            one of them means that end of the value function's range, both mean every score from 0 to 100.
        high: the same shape, highest performance.
        functions: one value function for each criterion.
        shape: "triangular" or "uniform", on the scale of the performance.
        together: as for ``ScoreRanges``. The quantile runs from the worst to the best score, also where the
            performance turns (a goal): it is then that of the score, from a table of 4,096 steps.

    Raises:
        ValueError: shapes differ, the order low, central, high does not hold, an end is not known where central is,
            or a performance is not one of the classes.
    """
    ends = as_matrix(low, "low"), as_matrix(central, "central"), as_matrix(high, "high")
    refuse_unusable_ranges(*ends, shape)
    refuse_unusable_functions(functions, ends[1].shape[1])
    scores = np.full((3, *ends[1].shape), np.nan)
    curved = []
    for row, column in np.argwhere(~np.isnan(ends).all(axis=0)):
        least, middle, most = (end[row, column] for end in ends)
        flat = shape == "uniform" or np.isnan(middle)
        cell = CurvedDoubt(int(row), int(column), functions[column], least, middle, most, flat)
        scores[:, row, column] = cell.score_range
        if not cell.straight and scores[0, row, column] < scores[2, row, column]:
            curved.append(cell)
    return ScoreRanges(*scores, shape=shape, together=np.asarray(together), curved=tuple(curved))


def refuse_unusable_ranges(low: Floats, central: Floats, high: Floats, shape: str) -> None:
    """ValueError unless the three fit together cell by cell (NaN as for ``ScoreRanges``) and the shape is offered."""
    if shape not in SHAPES:
        raise ValueError(f"the shape must be one of {', '.join(SHAPES)}, not {shape!r}")
    if not low.shape == central.shape == high.shape:
        raise ValueError(f"low, central and high must have one shape, not {low.shape}, {central.shape}, {high.shape}")
    for row, column in np.argwhere(~np.isnan(central) & (np.isnan(low) | np.isnan(high))):
        raise ValueError(f"{_cell(row, column)}: low or high is not known; give central for both if it is certain")
    for row, column in np.argwhere((low > central) | (central > high) | (low > high)):
        found = ", ".join(f"{matrix[row, column]:g}" for matrix in (low, central, high))
        raise ValueError(f"{_cell(row, column)}: low, central and high must be in that order, not {found}")


def _names(names: Sequence[str] | None, count: int, word: str) -> Sequence[str]:
    given = [str(number) for number in range(count)] if names is None else list(names)
    if len(given) != count or len(set(given)) != count:
        raise ValueError(f"{count} {word} need as many names, each another one, not {given}")
    return given


def _cell(row: int, column: int) -> str:
    return f"alternative {row}, criterion {column}"
