"""What a weighing comes to in every future of the case: totals, regret, what is good enough, what a plan is bet on.

Decision record 0036. A future is the same case with some other effects, on the same ranges, so its totals can be
compared with those of today. No future is more likely than another; "as expected now" is one of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from cases.definition.future import Future
from cases.definition.model import Case
from mcda.inputs import Floats
from mcda.regret import regret_ranges
from texts.numbers import STEADY
from weighing.comparison import Comparison, compare
from weighing.verdict import verdict
from weighing.what_if import changed

GOOD_ENOUGH = 5.0
"""Points: a plan is good enough in a future when it stays at most this far behind the highest total there."""

State = Literal["good", "behind", "open", "fails"]
"""In one future: at most that far behind, further behind, nobody can say, or it fails a hard requirement."""
Standing = Literal["all", "some", "none", "open"]
"""Good enough in all futures, in some, in none, or nobody can say."""


@dataclass(frozen=True, eq=False)
class InFuture:
    """One weighing in one future."""

    future: Future | None
    """None: as expected now."""
    comparison: Comparison

    @cached_property
    def regrets(self) -> Floats:
        """Shape (alternative, 2): the least and the most points behind the best that may come first.

        NaN for an alternative that fails a hard requirement in this future, unless all of them do.
        """
        found, rows = self.comparison, list(self.comparison.rivals)
        regrets = np.full((len(found.case.alternatives), 2), np.nan)
        if len(rows) == 1:
            regrets[rows] = 0.0
        elif found.unsure:
            regrets[rows] = [found.unsure_box.behind(row, [other for other in rows if other != row]) for row in rows]
        else:
            low, high = found.intervals[rows].T
            regrets[rows] = regret_ranges(low[np.newaxis], high[np.newaxis])[0]
        return np.round(regrets, STEADY)

    @cached_property
    def shares(self) -> Floats | None:
        """Shape (alternative,): how often each comes first, as in the verdict; None: not every theme has an answer."""
        found = verdict(self.comparison)
        return None if found is None else found.shares

    @property
    def highest(self) -> int | None:
        """The alternative with the highest total that may come first; None where that cannot be told."""
        return None if self.comparison.undecided else self.comparison.first

    @property
    def ahead(self) -> tuple[int, ...]:
        """The alternatives that may have the highest total: that one, or all that cannot be told apart from it.

        Empty when every alternative fails a hard requirement.
        """
        comparison = self.comparison
        if not comparison.contenders:
            return ()
        return (comparison.first, *comparison.level_with_first)

    def state(self, row: int) -> State:
        """How an alternative stands in this future."""
        if row not in self.comparison.rivals:
            return "fails"
        least, most = self.regrets[row]
        if most <= GOOD_ENOUGH:
            return "good"
        return "behind" if least > GOOD_ENOUGH else "open"


@dataclass(frozen=True, eq=False)
class Futures:
    """One weighing in all futures of a case: as expected now, and then in the order of the case."""

    columns: tuple[InFuture, ...]

    @property
    def case(self) -> Case:
        """The case as it is."""
        return self.columns[0].comparison.case

    @cached_property
    def regrets(self) -> Floats:
        """Shape (future, alternative, 2), as ``InFuture.regrets``."""
        return np.stack([column.regrets for column in self.columns])

    @cached_property
    def largest(self) -> Floats:
        """Shape (alternative, 2): the least and the most that the largest regret can be.

        NaN when an alternative fails a hard requirement in any future.
        """
        found: Floats = self.regrets.max(axis=0)
        return found

    def states(self, row: int) -> tuple[State, ...]:
        """How an alternative stands in each future."""
        return tuple(column.state(row) for column in self.columns)

    def standing(self, row: int) -> Standing:
        """Whether an alternative is good enough in all futures."""
        states = self.states(row)
        if all(state == "good" for state in states):
            return "all"
        if not {"good", "open"} & set(states):
            return "none"
        return "some" if "good" in states and {"behind", "fails"} & set(states) else "open"

    def bet(self, row: int) -> tuple[int, ...]:
        """The futures, as places in ``columns``, in which an alternative loses most.

        Those in which it fails a hard requirement; else those with the largest regret. Empty when it loses nothing.
        """
        failing = tuple(place for place, state in enumerate(self.states(row)) if state == "fails")
        if failing:
            return failing
        most = self.regrets[:, row, 1]
        return tuple(np.flatnonzero(most == most.max()).tolist()) if most.max() > 0 else ()


def in_future(case: Case, future: str) -> Case:
    """The case as it is in this future.

    Raises:
        KeyError: the case has no such future.
    """
    if future not in [item.id for item in case.futures]:
        raise KeyError(f"this case has no future '{future}'")
    otherwise = {key[1:]: effect for key, effect in case.future_effects.items() if key[0] == future}
    return changed(case, f"future {future}", performances=case.performances | otherwise)


def futures(comparison: Comparison) -> Futures | None:
    """The same weighing in every future; None for a case without futures."""
    case = comparison.case
    if not case.futures:
        return None
    found = [InFuture(None, comparison)]
    for future in case.futures:
        there = compare(in_future(case, future.id), comparison.weighing, comparison.requirements_off)
        assert there is not None  # the weighing has started, in this future as in any
        found.append(InFuture(future, there))
    return Futures(tuple(found))


def touched(case: Case, future: str) -> Sequence[str]:
    """Ids of the alternatives with another effect in this future, in the order of the case."""
    named = {key[1] for key in case.future_effects if key[0] == future}
    return [item.id for item in case.alternatives if item.id in named]
