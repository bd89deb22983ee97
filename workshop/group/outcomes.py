"""What each person's weighting puts first, and what is near it or last.

All follows from leads: how far one alternative is at least ahead of another, over everything that a ballot leaves open
(themes of which the person does not know; effects that nobody knows, from the lowest to the highest score). The rules
are those of one person's result (``weighing.comparison``): an alternative that fails a hard requirement is never first;
one that is nowhere better than another is no rival; totals within half a point are equal.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from mcda.inputs import Bools, Floats, Ints
from mcda.open_weights import lowest_means, lowest_of_largest
from texts.numbers import STEADY
from weighing.comparison import EQUAL_WITHIN, Comparison, compare
from weighing.weighing import LARGEST, OWN, Weighing
from workshop.group.votes import NONE, Votes

NEAR = 5.0
"""Points behind the first that many can live with: of 100, half of what one person's points may be off."""

Asked = Callable[[int, list[int]], Bools]
"""Something about a row beside others, shape (ballot,)."""

MOST_CORNERS = 8
"""Open themes up to which all corners are tried before a linear programme is asked."""


@dataclass(frozen=True)
class FirstCount:
    """For how many ballots each alternative comes first. One answer of one person: a count of 1 finds nobody."""

    certain: tuple[int, ...]
    """By row of the case: alone on the first place, at every weighting that fits the ballot."""
    possible: tuple[int, ...]
    """Those, and the ballots for which it may be first or is level with the first: the most that ``certain`` can be."""
    level: int
    """Ballots of which the totals are equal although all is known."""
    unsure: int
    """Ballots for which it depends on themes that were left open."""
    unknown: int
    """Ballots for which it depends on an effect that nobody knows."""


@dataclass(frozen=True)
class Acceptance:
    """In how many ballots an alternative is near the first, and in how many it is last; both as a range.

    The lowest counts the ballots of which it is certain, the highest those in which it is possible.
    """

    row: int
    near: tuple[int, int]
    last: tuple[int, int]


@dataclass(frozen=True, eq=False)
class Outcomes:
    """What every ballot says about every alternative, in the order of ballots and case."""

    votes: Votes

    @cached_property
    def leads(self) -> Floats:
        """Shape (ballot, one, other): the least that one is ahead of the other, in points; below 0 it can be behind."""
        low, high = self._ends
        size = low.shape[1]
        gaps = low[:, :, np.newaxis] - high[:, np.newaxis]  # (ballot, one, other, theme)
        given = self.votes.given.sum(axis=1)
        found = np.einsum("noat,nt->noa", gaps, self.votes.given) / np.where(given > 0, given, 1.0)[:, None, None]
        for row in np.flatnonzero(self.votes.open.any(axis=1)):
            values = gaps[row].reshape(size * size, -1)[:, self.votes.open[row]]
            found[row] = lowest_means(found[row].ravel(), values, given[row], LARGEST).reshape(size, size)
        leads: Floats = np.round(found, STEADY)
        leads.setflags(write=False)
        return leads

    @cached_property
    def contenders(self) -> tuple[int, ...]:
        """Rows that fail no hard requirement."""
        return self._any.contenders

    @cached_property
    def race(self) -> tuple[int, ...]:
        """The contenders that could be a reasonable first."""
        return self._any.in_race

    @cached_property
    def first(self) -> Ints:
        """Shape (ballot,): the row that certainly comes first, ``NONE`` where nobody can say."""
        ahead = self._among(self.race, lambda row, others: _each(self.leads[:, row, others] >= EQUAL_WITHIN))
        return np.where(ahead.any(axis=1), ahead.argmax(axis=1), NONE)

    @cached_property
    def may_be_first(self) -> Bools:
        """Shape (ballot, alternative): those that come first, alone or level, at some weighting that fits."""
        return self._among(self.race, lambda row, others: self._best(row, others, EQUAL_WITHIN))

    @cached_property
    def surely_near(self) -> Bools:
        """Shape (ballot, alternative): at most ``NEAR`` points behind the first, whatever is open."""
        return self._among(self.contenders, lambda row, others: _each(-self.leads[:, row, others] <= NEAR))

    @cached_property
    def may_be_near(self) -> Bools:
        """As ``surely_near``, at some weighting that fits the ballot."""
        return self._among(self.contenders, lambda row, others: self._best(row, others, NEAR + 10**-STEADY))

    @cached_property
    def surely_last(self) -> Bools:
        """Shape (ballot, alternative): every other contender is at least half a point ahead, whatever is open."""
        found = self._among(self.contenders, lambda row, others: _each(self.leads[:, others, row] >= EQUAL_WITHIN))
        return found & (len(self.contenders) > 1)

    @cached_property
    def may_be_last(self) -> Bools:
        """As ``surely_last``, alone or level, at some weighting that fits the ballot."""
        found = self._among(self.contenders, lambda row, others: self._worst(row, others, EQUAL_WITHIN))
        return found & (len(self.contenders) > 1)

    @cached_property
    def level(self) -> Bools:
        """Shape (ballot,): nobody can say because totals are equal, although all is known that counts."""
        low, high = self._ends
        counts = (self.votes.given > 0)[:, np.newaxis]
        known = ((low == high) | ~counts).all(axis=2)
        found: Bools = (self.first == NONE) & ~self.unsure & _each(known | ~self.may_be_first) & bool(self.race)
        return found

    @cached_property
    def unsure(self) -> Bools:
        """Shape (ballot,): nobody can say, and themes were left open."""
        found: Bools = (self.first == NONE) & self.votes.open.any(axis=1) & bool(self.race)
        return found

    def counts(self, rows: Sequence[int] | None = None) -> FirstCount:
        """The first places over all ballots, or over these."""
        here = list(range(len(self.votes)) if rows is None else rows)
        first, level, unsure = self.first[here], int(self.level[here].sum()), int(self.unsure[here].sum())
        certain = tuple(int((first == row).sum()) for row in range(len(self.votes.case.alternatives)))
        possible = tuple(self.may_be_first[here].sum(axis=0).tolist())
        return FirstCount(certain, possible, level, unsure, len(here) - sum(certain) - level - unsure)

    @property
    def acceptance(self) -> tuple[Acceptance, ...]:
        """Per contender, in the order of the case."""
        return tuple(
            Acceptance(
                row,
                (int(self.surely_near[:, row].sum()), int(self.may_be_near[:, row].sum())),
                (int(self.surely_last[:, row].sum()), int(self.may_be_last[:, row].sum())),
            )
            for row in self.contenders
        )

    @property
    def _any(self) -> Comparison:
        """The case beside some weighting, for what does not depend on weights."""
        themes = {theme.id: LARGEST for theme in self.votes.case.themes}
        found = compare(self.votes.case, Weighing(OWN, themes))
        assert found is not None  # it has points
        return found

    @cached_property
    def _ends(self) -> tuple[Floats, Floats]:
        """Shape (ballot, alternative, theme): the lowest and the highest score within each theme."""
        table = self.votes.table
        members = (table.theme_of[:, np.newaxis] == np.arange(self.votes.points.shape[1])).astype(float)
        within = self.votes.within[:, np.newaxis, :]
        return (within * table.lowest) @ members, (within * table.highest) @ members

    def _among(self, rows: Sequence[int], holds: Asked) -> Bools:
        """Shape (ballot, alternative): False outside these rows."""
        found = np.zeros((len(self.votes), len(self.votes.case.alternatives)), dtype=bool)
        for row in rows:
            found[:, row] = holds(row, [other for other in rows if other != row])
        return found

    def _best(self, row: int, others: list[int], limit: float) -> Bools:
        """Whether a row can stay less than ``limit`` behind the best of the others."""
        low, high = self._ends
        return self._least(self.leads[:, others, row], low[:, others] - high[:, [row]], limit)

    def _worst(self, row: int, others: list[int], limit: float) -> Bools:
        """Whether a row can stay less than ``limit`` ahead of the worst of the others."""
        low, high = self._ends
        return self._least(self.leads[:, row, others], low[:, [row]] - high[:, others], limit)

    def _least(self, each: Floats, gaps: Floats, limit: float) -> Bools:
        """Shape (ballot,): whether the largest of some gaps can be less than ``limit``, over what is open.

        Args:
            each: shape (ballot, gap): the least of each gap by itself; none of them may reach the limit.
            gaps: shape (ballot, gap, theme).
            limit: in points.
        """
        found = _each(np.round(each, STEADY) < limit)
        for place in np.flatnonzero(found & self.votes.open.any(axis=1) & bool(each.shape[1] > 1)):
            found[place] = self._together(int(place), gaps[place], limit)
        return found

    def _together(self, place: int, gaps: Floats, limit: float) -> bool:
        """Whether all gaps are below the limit at one weighting: at a corner, or else somewhere between."""
        points, is_open = self.votes.given[place], self.votes.open[place]
        if is_open.sum() <= MOST_CORNERS:
            corners = np.tile(points, (2 ** int(is_open.sum()), 1))
            corners[:, is_open] = LARGEST * (np.arange(len(corners))[:, np.newaxis] >> np.arange(is_open.sum()) & 1)
            corners = corners[corners.any(axis=1)]
            means = corners @ gaps.T / corners.sum(axis=1, keepdims=True)
            if (np.round(means, STEADY) < limit).all(axis=1).any():
                return True
        given = float(points.sum())
        means = gaps @ points / given if given else np.zeros(len(gaps))
        return round(lowest_of_largest(means, gaps[:, is_open], given, LARGEST), STEADY) < limit


def _each(truths: Any) -> Bools:
    """Shape (ballot,): True where all of its columns are; also without columns."""
    found: Bools = np.array(np.asarray(truths).all(axis=1))
    return found
