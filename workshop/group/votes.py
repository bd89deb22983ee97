"""The ballots of one round as arrays, as everything in this folder reads them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

import numpy as np

from cases.definition.model import Case
from mcda.inputs import Bools, Floats, Ints
from weighing.arrays import CaseArrays, arrays
from weighing.people import SMALLEST_GROUP
from weighing.weighing import LARGEST, Weighing

Array = TypeVar("Array", Floats, Ints)

NONE = -1
"""In place of an alternative: no gut feeling, or not asked for it."""


@dataclass(frozen=True, eq=False)
class Votes:
    """What people gave in one round, on the main ranges of the case. One ballot of a table counts as one."""

    case: Case
    points: Floats
    """Shape (ballot, theme), 0 to 100, the largest of each ballot is 100. NaN: left open on purpose ("weet ik niet"),
    which counts as every weighting that it could have. A ballot may leave everything open."""
    keys: tuple[str, ...] = ()
    """What a ballot is known by in both rounds; empty when there is one round only."""
    criterion_points: Floats | None = None
    """Shape (ballot, summed criterion), 0 to 100; NaN in a theme that was not opened: its criteria count equally. None
    when the session was about themes only."""
    gut: Ints | None = None
    """Shape (ballot,): the row of the alternative that somebody named before any result; ``NONE`` for no answer."""

    def __post_init__(self) -> None:
        points = np.array(self.points, dtype=float).reshape(-1, len(self.case.themes))
        _refuse_points(points, "themes")
        object.__setattr__(self, "points", _read_only(points))
        if self.keys and len(set(self.keys)) != len(points):
            raise ValueError(f"{len(points)} ballots need as many different keys, not {len(set(self.keys))}")
        if self.criterion_points is not None:
            inside = np.array(self.criterion_points, dtype=float).reshape(len(points), len(self.case.summed))
            theme_of = arrays(self.case, "main").theme_of
            for theme in range(points.shape[1]):
                _refuse_points(inside[:, theme_of == theme], "criteria")
                missing = np.isnan(inside[:, theme_of == theme])
                if (missing.any(axis=1) & ~missing.all(axis=1)).any():
                    raise ValueError("in a theme all criteria have points or none has")
            object.__setattr__(self, "criterion_points", _read_only(inside))
        if self.gut is not None:
            gut = np.array(self.gut, dtype=np.int64).reshape(len(points))
            if ((gut < NONE) | (gut >= len(self.case.alternatives))).any():
                raise ValueError(f"a gut feeling is {NONE} or the row of an alternative")
            object.__setattr__(self, "gut", _read_only(gut))

    def __len__(self) -> int:
        return len(self.points)

    @property
    def table(self) -> CaseArrays:
        """The case as arrays."""
        return arrays(self.case, "main")

    @cached_property
    def open(self) -> Bools:
        """Shape (ballot, theme): True where somebody said not to know."""
        return np.isnan(self.points)

    @cached_property
    def given(self) -> Floats:
        """As ``points``, with 0 where a theme was left open: what certainly counts."""
        return np.where(self.open, 0.0, self.points)

    @cached_property
    def within(self) -> Floats:
        """Shape (ballot, summed criterion): share of each criterion within its theme."""
        members = self.table.theme_of[:, np.newaxis] == np.arange(self.points.shape[1])
        given = np.ones((len(self), len(self.table.theme_of)))
        if self.criterion_points is not None:
            given = np.where(np.isnan(self.criterion_points), 1.0, self.criterion_points)
        shares: Floats = given / (given @ members)[:, self.table.theme_of]
        return shares

    @cached_property
    def canonical(self) -> Ints:
        """Shape (ballot,): the places of the ballots in an order that follows from what was given alone.

        Whatever draws or cuts along a list goes by this order, so that the order of the ballots changes nothing.
        """
        columns = [self.points] if self.criterion_points is None else [self.points, self.criterion_points]
        found: Ints = np.lexsort(np.nan_to_num(np.column_stack(columns), nan=-1.0).T[::-1]).astype(np.int64)
        return found

    def only(self, rows: Sequence[int] | Ints) -> "Votes":
        """These ballots, in this order."""
        places = np.asarray(rows, dtype=np.int64)
        return replace(
            self,
            points=self.points[places],
            keys=tuple(self.keys[place] for place in places) if self.keys else (),
            criterion_points=None if self.criterion_points is None else self.criterion_points[places],
            gut=None if self.gut is None else self.gut[places],
        )


def from_weighings(
    case: Case, weighings: Sequence[Weighing], keys: Sequence[str] = (), gut: Sequence[int] | None = None
) -> Votes:
    """Ballots of what each person said about the steps.

    Args:
        case: the case.
        weighings: of each person, every theme answered, be it with "weet ik niet".
        keys: what each ballot is known by in both rounds.
        gut: the row of the alternative that each named, ``NONE`` for no answer; None when nobody was asked.

    Raises:
        ValueError: a theme without an answer, or points that ``Votes`` refuses.
    """
    if not all(weighing.answered(case) for weighing in weighings):
        raise ValueError("a ballot has an answer for every theme, be it that somebody does not know")
    themes, criteria = [theme.id for theme in case.themes], [item.id for item in case.summed]
    points = [[weighing.theme_points.get(theme, np.nan) for theme in themes] for weighing in weighings]
    inside = [[weighing.criterion_points.get(key, np.nan) for key in criteria] for weighing in weighings]
    opened = any(weighing.criterion_points for weighing in weighings)
    return Votes(
        case,
        np.array(points, dtype=float),
        tuple(keys),
        np.array(inside, dtype=float) if opened else None,
        None if gut is None else np.array(gut, dtype=np.int64),
    )


def refuse_small(minimum: int) -> None:
    """ValueError when a group could be shown that is smaller than the smallest the product ever shows."""
    if minimum < SMALLEST_GROUP:
        raise ValueError(f"the minimum group is at least {SMALLEST_GROUP}, not {minimum}")


def _refuse_points(points: Floats, things: str) -> None:
    known = np.where(np.isnan(points), LARGEST, points)
    if not np.isfinite(points[~np.isnan(points)]).all() or (known < 0).any() or (known > LARGEST).any():
        raise ValueError(f"points for {things} must lie between 0 and {LARGEST:g}")
    answered = ~np.isnan(points).all(axis=1)
    if (np.where(np.isnan(points), 0.0, points)[answered].max(axis=1, initial=0.0) != LARGEST).any():
        raise ValueError(f"the largest points for {things} must be {LARGEST:g} on every ballot that gives any")


def _read_only(array: Array) -> Array:
    array.setflags(write=False)
    return array
