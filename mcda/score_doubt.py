"""What the scores could be: a lowest, central and highest score for each cell, or draws from a model of one's own.

A known effect is most likely near its central score (triangular between low, central and high); an unknown one could
be anywhere between its low and high score. Alternatives are independent of each other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt

from mcda.causes import Cause, Driver, Drivers, UncertainQuantity, refuse_unusable_causes
from mcda.curved_doubt import CurvedDoubt
from mcda.doubtful_row import DoubtfulRow
from mcda.inputs import LARGEST, Bools, Floats, Ints, as_kind, as_matrix, as_numbers, refuse_masked
from mcda.pieces import ValueFunction, refuse_unusable_functions
from mcda.sampling import own_points, refuse_unusable_sampling

SHAPES = ("triangular", "uniform")


@dataclass(frozen=True, eq=False)
class ScoreRanges:
    """A range of scores for each cell; different cells are independent unless ``together`` or of one cause.

    Args:
        low: shape (alternative, criterion), 0 to 100.
        central: the same shape, NaN for "not known". Such a cell is uniform between low and high whatever ``shape``
            is, and there NaN for low or high means 0 or 100.
        high: the same shape. Where low equals high the score is certain.
        shape: "triangular" with its peak at central, or "uniform" between low and high.
        together: True if everything about an alternative turns out better or worse together (all its scores stand at
            the same quantile); one truth value, or one for each alternative. Cells that follow a cause stay out of it.
        curved: cells whose performance is drawn, then scored; filled in by ``score_ranges``. ``low`` and ``high`` then
            hold the lowest and highest score that the cell can get.
        causes: what cells of several alternatives follow.

    Raises:
        ValueError: the shapes differ, a score lies outside 0 to 100, low, central and high are not in that order,
            low or high is not known where central is, or causes do not fit.
    """

    low: Floats
    central: Floats
    high: Floats
    shape: str = field(default="triangular", kw_only=True)
    together: Bools = field(default_factory=lambda: np.zeros((), dtype=bool), kw_only=True)
    curved: tuple[CurvedDoubt, ...] = field(default=(), kw_only=True)
    causes: tuple[Cause, ...] = field(default=(), kw_only=True)

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
        refuse_masked(self.together, "together")
        together = np.asarray(self.together)
        if together.dtype != np.bool_ or together.shape not in ((), (len(low),)):
            raise ValueError("together must be true or false, or one of these for each alternative")
        together = np.broadcast_to(together, len(low)).copy()
        if not isinstance(self.curved, tuple) or not all(isinstance(one, CurvedDoubt) for one in self.curved):
            raise ValueError("curved cells come from score_ranges")
        object.__setattr__(self, "causes", refuse_unusable_causes(self.causes, low.shape))
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

        What is drawn for a cell depends on the names of its alternative and criterion, or of its cause, and on the
        seed only, so that another order of any of these changes nothing.

        Args:
            samples: a power of two; moderate, as all draws are in memory at once.
            seed: a whole number from 0.
            alternatives: a name for each; None: their numbers.
            criteria: the same.

        Raises:
            ValueError: ``samples`` is not a power of two, the seed is below 0, or names do not fit or occur twice.
        """
        refuse_unusable_sampling(samples, seed)
        named = _names(alternatives, len(self.low), "alternatives")
        columns = _names(criteria, self.n_criteria, "criteria")
        drawn = np.empty((samples, *self.low.shape))
        every = np.ones(self.n_criteria, dtype=bool)
        for number in range(len(self.low)):
            places = self._drivers.places(self._cells(number, every))
            names = [driver.name(named, columns) for driver in places]
            row = self._row(number, every, places)
            drawn[:, number] = row.base
            drawn[:, number, row.columns] += _above(row, own_points(names, samples, seed)).T
        return np.clip(drawn, self.low, self.high, out=drawn)

    def quantities(self, possible: Bools) -> tuple[UncertainQuantity, ...]:
        """Everything there is to find out: each doubtful cell is known by one; only criteria that are ``possible``."""
        cells = ((row, column) for row, column in np.argwhere(self.doubtful & possible).tolist())
        return tuple(self._drivers.quantities(cells))

    def scores_at(self, number: int, quantiles: Floats, possible: Bools) -> tuple[Ints, Floats]:
        """Scores of one alternative when what they follow, each by itself and wholly, stands at these quantiles.

        Returns:
            The ``possible`` criteria that are in doubt, shape (column,), and scores of shape (column, quantile).
        """
        places = dict.fromkeys(self._drivers.places(self._cells(number, possible)), 0)
        row = self._row(number, possible, places, wholly=True)
        found = row.base[row.columns, np.newaxis] + _above(row, quantiles[np.newaxis])
        ends = self.low[number, row.columns, np.newaxis], self.high[number, row.columns, np.newaxis]
        return row.columns, np.clip(found, *ends, out=found)

    def rows(self, possible: Bools) -> tuple[DoubtfulRow, ...]:
        """How each alternative is drawn; criteria that are not ``possible`` (never carry weight) are left alone.

        Rows of points are numbered alternative by alternative, those of causes last.
        """
        numbers = range(len(self.low))
        places = self._drivers.places(chain.from_iterable(self._cells(number, possible) for number in numbers))
        return tuple(self._row(number, possible, places) for number in numbers)

    def _row(self, number: int, possible: Bools, places: Mapping[Driver, int], *, wholly: bool = False) -> DoubtfulRow:
        low, width = self.low[number], self.high[number] - self.low[number]
        curved = {cell.criterion: cell for cell in self.curved if cell.alternative == number}
        peaked, flat, bent = self._kinds(number, possible)
        place = np.divide(self._peaks()[number] - low, width, out=np.zeros_like(low), where=width > 0)
        base = low.copy()
        base[peaked] += (width * (1 - place))[peaked]
        base[bent] = 0
        base[~possible] = 0
        cells = [(number, column) for column in (*peaked.tolist(), *flat.tolist(), *bent.tolist())]
        drivers = [self._drivers.of(*cell) for cell in cells]
        parts = [1.0 if wholly else self._drivers.part(*cell) for cell in cells]
        partly = [place for place, part in enumerate(parts) if part < 1]
        return DoubtfulRow(
            base,
            np.concatenate([peaked, flat, bent]),
            place[peaked, np.newaxis],
            width[peaked, np.newaxis],
            width[flat, np.newaxis],
            tuple(curved[column] for column in bent.tolist()),
            np.array([places[driver] for driver in drivers], dtype=np.int64),
            np.array([self._drivers.falls(*cell) for cell in cells], dtype=bool),
            np.array([driver.cause is None and driver.criterion is None for driver in drivers], dtype=bool),
            np.array(partly, dtype=np.int64),
            np.array([places[self._drivers.own(*cells[place])] for place in partly], dtype=np.int64),
            np.array([parts[place] for place in partly])[:, np.newaxis],
        )

    def _kinds(self, number: int, possible: Bools) -> tuple[Ints, Ints, Ints]:
        """The criteria in doubt on which one alternative is triangular, uniform, and curved."""
        doubtful = self.doubtful[number] & possible
        bent = [cell.criterion for cell in self.curved if cell.alternative == number and doubtful[cell.criterion]]
        straight = doubtful.copy()
        straight[bent] = False
        flat = self._flat()[number]
        return np.flatnonzero(straight & ~flat), np.flatnonzero(straight & flat), np.array(sorted(bent), dtype=np.int64)

    def _cells(self, number: int, possible: Bools) -> list[tuple[int, int]]:
        return [(number, column) for kind in self._kinds(number, possible) for column in kind.tolist()]

    @cached_property
    def _drivers(self) -> Drivers:
        return Drivers(self.together, self.causes)

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
    causes: Sequence[Cause] = (),
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
        causes: what cells of several alternatives follow, as performances: cells of one cause stand at one quantile
            of performance, whether high is good or bad there.

    Raises:
        ValueError: shapes differ, the order low, central, high does not hold, an end is not known where central is,
            or a performance is not one of the classes.
    """
    refuse_masked(together, "together")
    ends = as_matrix(low, "low"), as_matrix(central, "central"), as_matrix(high, "high")
    refuse_unusable_ranges(*ends, shape)
    refuse_unusable_functions(functions, ends[1].shape[1])
    scores = np.full((3, *ends[1].shape), np.nan)
    named = refuse_unusable_causes(causes, ends[1].shape)

    def doubt(row: int, column: int) -> CurvedDoubt:
        least, middle, most = (end[row, column] for end in ends)
        flat = shape == "uniform" or bool(np.isnan(middle))
        return CurvedDoubt(int(row), int(column), functions[column], least, middle, most, flat)

    curved = []
    for row, column in np.argwhere(~np.isnan(ends).all(axis=0)):
        cell = doubt(row, column)
        scores[:, row, column] = cell.score_range
        if not cell.straight and scores[0, row, column] < scores[2, row, column]:
            curved.append(cell)
    of_scores = tuple(
        Cause(
            one.name,
            tuple((row, column, -way if doubt(row, column).falling else way) for row, column, way in one.cells),
        )
        for one in named
    )
    return ScoreRanges(*scores, shape=shape, together=np.asarray(together), curved=tuple(curved), causes=of_scores)


def refuse_unusable_ranges(low: Floats, central: Floats, high: Floats, shape: str) -> None:
    """ValueError unless the three fit together cell by cell (NaN as for ``ScoreRanges``) and the shape is offered."""
    if as_kind(shape, str, "the shape") not in SHAPES:
        raise ValueError(f"the shape must be one of {', '.join(SHAPES)}, not {shape!r}")
    if not low.shape == central.shape == high.shape:
        raise ValueError(f"low, central and high must have one shape, not {low.shape}, {central.shape}, {high.shape}")
    for row, column in np.argwhere(~np.isnan(central) & (np.isnan(low) | np.isnan(high))):
        raise ValueError(f"{_cell(row, column)}: low or high is not known; give central for both if it is certain")
    for row, column in np.argwhere((low > central) | (central > high) | (low > high)):
        found = ", ".join(f"{matrix[row, column]:g}" for matrix in (low, central, high))
        raise ValueError(f"{_cell(row, column)}: low, central and high must be in that order, not {found}")


def _above(row: DoubtfulRow, points: Floats) -> Floats:
    """Shape (column, sample): what points add to the base."""
    above = np.empty((row.columns.size, points.shape[1]))
    row.fill(points, above, np.empty_like(above))
    return above


def _names(names: Sequence[str] | None, count: int, word: str) -> Sequence[str]:
    known = isinstance(names, list | tuple)
    given = [str(number) for number in range(count)] if names is None else list(names) if known else []
    if not all(isinstance(name, str) for name in given) or len(given) != count or len(set(given)) != count:
        raise ValueError(f"{count} {word} need as many names, each another one, not {given}")
    return given


def _cell(row: int, column: int) -> str:
    return f"alternative {row}, criterion {column}"
