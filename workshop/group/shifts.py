"""The second round beside the first, for those who took part in both; and gut feeling beside the own result.

A move is no gain and no loss: nothing here says which round, or which feeling, was right.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from mcda.inputs import Bools, Floats, Ints
from weighing.joint_draws import TOLERANCE
from workshop.group.outcomes import Outcomes
from workshop.group.release import hidden_cells
from workshop.group.spread import STEP, known, quarters, rounded
from workshop.group.votes import NONE, Votes, refuse_small

MOVED = TOLERANCE
"""Points: a change of no more than this says nothing, since what somebody gave may be off by as much."""

Drawn = Literal["closer", "same", "apart"]


@dataclass(frozen=True)
class ThemeShift:
    """What happened to one theme between the rounds, among those who gave points for it in both."""

    theme: str
    both: int | None
    """How many; None, as is all that follows, when they are fewer than the minimum."""
    up: int | None
    """How many gave more than ``MOVED`` points more."""
    down: int | None
    before: tuple[float, float, float] | None
    """Quarter, middle and three quarters of their points in the first round, rounded as in ``spread``; or those of all
    who answered in a round, when they are more by fewer than the minimum, which beside the whole would show those."""
    after: tuple[float, float, float] | None
    drawn: Drawn | None
    """Whether the middle half became narrower by more than one rounding step, wider, or neither."""


@dataclass(frozen=True)
class OutcomeShift:
    """What came first before and after, for each who took part in both."""

    both: int
    same: int | None
    """How many have the same certain first twice, or none twice; None where it would tell of a few that they moved."""
    table: tuple[tuple[int | None, ...], ...] | None
    """From (row) to (column): the alternatives of the case, and then "nobody can say". None in place of a count that is
    hidden; None for the table when hiding counts is not enough, or when fewer than the minimum moved."""


@dataclass(frozen=True)
class GutBeside:
    """Gut feeling beside the own result."""

    same: int
    """How many named what comes first by their own weighting."""
    other: int
    cannot_tell: int
    """How many named an alternative while nobody can say which comes first by their weighting."""
    none: int
    """How many named nothing."""


def both_rounds(first: Votes, second: Votes) -> tuple[Votes, Votes]:
    """The ballots of those who took part in both, in one order.

    Raises:
        ValueError: ballots of a round have no keys.
    """
    for votes in (first, second):
        if len(votes) and not votes.keys:
            raise ValueError("without keys nobody knows which ballots of two rounds belong together")
    keys = sorted(set(first.keys) & set(second.keys))
    pairs = ((votes, {key: row for row, key in enumerate(votes.keys)}) for votes in (first, second))
    one, other = (votes.only([rows[key] for key in keys]) for votes, rows in pairs)
    return one, other


def changed_between(first: Votes, second: Votes) -> int:
    """How many ballots are in one round only, or say something else in the other."""
    one, other = both_rounds(first, second)
    same = _alike(one.points, other.points) & _alike(one.within, other.within)
    in_one = len(first) + len(second) - 2 * len(one)
    return in_one + int((~same).sum())


def theme_shifts(first: Votes, second: Votes, minimum: int) -> tuple[ThemeShift, ...]:
    """Per theme, in the order of the case.

    Args:
        first: all ballots of the first round, with keys.
        second: all ballots of the second.
        minimum: people who must have given points for a theme in both, at least 7.
    """
    refuse_small(minimum)
    one, other = both_rounds(first, second)
    found = []
    for place, theme in enumerate(first.case.themes):
        before, after = one.points[:, place], other.points[:, place]
        answered = ~np.isnan(before) & ~np.isnan(after)
        if answered.sum() < minimum:
            found.append(ThemeShift(theme.id, None, None, None, None, None, None))
            continue
        moved = after[answered] - before[answered]
        whole = [known(votes.points[:, place]) for votes in (first, second)]
        few = any(0 < all_of_them.size - moved.size < minimum for all_of_them in whole)
        old, new = (quarters(rounded(points)) for points in (whole if few else (before[answered], after[answered])))
        narrower = (old[2] - old[0]) - (new[2] - new[0])
        drawn: Drawn = "closer" if narrower > STEP else "apart" if narrower < -STEP else "same"
        up, down = int((moved > MOVED).sum()), int((moved < -MOVED).sum())
        found.append(ThemeShift(theme.id, int(answered.sum()), up, down, old, new, drawn))
    return tuple(found)


def outcome_shift(before: Outcomes, after: Outcomes, minimum: int, *, few_left: bool) -> OutcomeShift:
    """What each person's weighting puts first, before and after.

    Two answers of one person stand joined here, so a count below the minimum is hidden, and as many others as it takes
    that neither the first places of each round nor how many stayed give it away.

    Args:
        before: of the ballots that ``both_rounds`` gives for the first round.
        after: of those for the second.
        minimum: the smallest count that is shown, at least 7.
        few_left: fewer than the minimum took part in one round only; zeros are then hidden too, since a row that is
            known to the last person, beside the first round of everybody, would show what those few had.
    """
    size = len(before.votes.case.alternatives) + 1
    rows, columns = (np.where(found.first == NONE, size - 1, found.first) for found in (before, after))
    moved = int((rows != columns).sum())
    if 0 < moved < minimum or (few_left and not moved):
        return OutcomeShift(len(rows), None, None)
    counts: Ints = np.bincount(rows * size + columns, minlength=size * size).astype(np.int64)
    hidden = hidden_cells(counts, _lines(size), minimum, hide_zeros=few_left)
    if hidden is None:
        return OutcomeShift(len(rows), len(rows) - moved, None)
    shown = [None if out else int(count) for count, out in zip(counts, hidden, strict=True)]
    table = tuple(tuple(shown[row * size : (row + 1) * size]) for row in range(size))
    return OutcomeShift(len(rows), len(rows) - moved, table)


def gut_beside(outcomes: Outcomes) -> GutBeside | None:
    """Gut feeling beside the own result, over all ballots; None when nobody was asked."""
    gut, first = outcomes.votes.gut, outcomes.first
    if gut is None:
        return None
    named, decided = gut != NONE, first != NONE
    return GutBeside(
        same=int((named & decided & (gut == first)).sum()),
        other=int((named & decided & (gut != first)).sum()),
        cannot_tell=int((named & ~decided).sum()),
        none=int((~named).sum()),
    )


def _alike(one: Floats, other: Floats) -> Bools:
    """Shape (ballot,): True where two ballots say the same."""
    return np.array(np.isclose(one, other, equal_nan=True).all(axis=1))


def _lines(size: int) -> list[Bools]:
    """What may be known of a square table: the sum of every row and column, the whole, and who stayed."""
    row, column = np.divmod(np.arange(size * size), size)
    return [
        *(row == place for place in range(size)),
        *(column == place for place in range(size)),
        np.ones(size * size, dtype=bool),
        row == column,
    ]
