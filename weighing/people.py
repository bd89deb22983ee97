"""What many anonymous weightings come to, by group: counts and spreads, never a mean alone and never one ranking alone.

Of fewer than seven people nothing is shown. Small groups are joined; when even together they are too small, their
people enter no number at all, so that nobody can find them by subtracting one number from another. Record 0020.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

import numpy as np

from cases.definition.model import Case
from mcda.inputs import Floats, Ints
from weighing.comparison import Comparison, compare
from weighing.weighing import Weighing

SMALLEST_GROUP = 7
"""Of a smaller group nothing is shown: one could see who weighed what."""

OTHERS = "*"
"""Group of people whose own groups are too small to be named."""

ENDS = (0.1, 0.5, 0.9)
"""A spread runs from the value that one in ten stays below to the value that one in ten passes."""

ALIKE, DIFFERENT = 0.5, 1.0
"""Groups weigh a theme alike when their middle weights differ by less than half of an equal share of all weight, and
differently from a whole equal share on."""

Kind = Literal["group", "none", "others", "all"]
Agreement = Literal["alike", "between", "differently"]

_Member = TypeVar("_Member")


@dataclass(frozen=True)
class Person:
    """One anonymous weighting."""

    group: str
    """The group that this person said to belong to; empty for none."""
    weighing: Weighing


@dataclass(frozen=True)
class Spread:
    """What people have, from low to high."""

    low: float
    """One in ten is below this (interpolated between people)."""
    middle: float
    """Half is below this."""
    high: float


@dataclass(frozen=True)
class TotalSpread:
    """The totals of one alternative, 0 to 100. The two are equal when every effect that carries weight is known."""

    worst: Spread
    """With every unknown effect as bad as the range allows."""
    best: Spread


@dataclass(frozen=True)
class GroupResult:
    """What the weightings of one group come to; tuples are in the order of the case."""

    kind: Kind
    """``none``: people who named no group; ``others``: small groups together; ``all``: everybody who is shown."""
    name: str
    """As it was written; empty for the other kinds."""
    people: int
    whole: int
    """How many of them weighed every theme. What somebody did not weigh carries no weight."""
    first: tuple[int, ...]
    """For how many each alternative comes first. Those that fail a hard requirement have 0."""
    open: int
    """For how many nobody can say which comes first."""
    totals: tuple[TotalSpread, ...]
    themes: tuple[Spread | None, ...]
    """The weight of each theme, 0 to 1, among those who weighed it; None when fewer than seven did."""

    @property
    def most_often_first(self) -> tuple[int, ...]:
        """The alternatives that come first for most people; more than one when equal, none when none does."""
        most = max(self.first)
        return tuple(place for place, count in enumerate(self.first) if count == most and most > 0)


@dataclass(frozen=True)
class ThemeAgreement:
    """Whether the groups weigh one theme alike."""

    theme: str
    gap: float | None
    """Largest minus smallest middle weight of the groups; None with fewer than two groups to compare."""
    word: Agreement | None


@dataclass(frozen=True)
class Room:
    """All groups that can be shown."""

    groups: tuple[GroupResult, ...]
    """By name, then those without a group, then the small ones together; empty when all together are too few."""
    everyone: GroupResult | None
    """The people of these groups together; None when there are no groups."""
    left_out: bool
    """True when there were people in no group that is shown. How many is not said: that would show a small group."""
    agreement: tuple[ThemeAgreement, ...]
    """In the order of the themes."""


def room(case: Case, people: Sequence[Person], requirements_off: Collection[str] = ()) -> Room:
    """The results of these people; who weighed nothing at all is not counted.

    Raises:
        ValueError: a requirement or a criterion that the case does not have.
    """
    members: dict[str, list[Comparison]] = {}
    for person in people:
        comparison = compare(case, person.weighing, requirements_off)
        if comparison is not None:
            members.setdefault(person.group, []).append(comparison)
    found, left_out = _shown(members)
    groups = tuple(_result(case, kind, name, inside) for kind, name, inside in found)
    together = [comparison for _, _, inside in found for comparison in inside]
    return Room(
        groups=groups,
        everyone=_result(case, "all", "", together) if groups else None,
        left_out=left_out,
        agreement=tuple(_agreement(case, place, groups) for place in range(len(case.themes))),
    )


def of_room(people: Sequence[Person]) -> tuple[Person, ...]:
    """The people whose weightings enter a number; leaving out the others changes no result.

    Those of small groups that were joined lose the name of their group: what can be passed on shows no small group.
    Within a group they stand in an order that follows from what they gave. In the order of the file, whoever knows how
    large the joined groups were, or who was first, could count who is who.
    """
    members: dict[str, list[Person]] = {}
    for person in people:
        if person.weighing.started:
            members.setdefault(person.group, []).append(person)
    return tuple(
        replace(person, group=OTHERS) if kind == "others" else person
        for kind, _, inside in _shown(members)[0]
        for person in sorted(inside, key=_given)
    )


def _given(person: Person) -> str:
    """What somebody gave, to sort by; two people who gave the same are alike."""
    weighing = person.weighing
    points = (sorted(weighing.theme_points.items()), sorted(weighing.criterion_points.items()))
    return repr((weighing.start, points, sorted(weighing.unsure), weighing.ranges, weighing.points_on, weighing.moved))


def _shown(members: dict[str, list[_Member]]) -> tuple[list[tuple[Kind, str, list[_Member]]], bool]:
    """Kind, name and members of the groups that are large enough, and whether people are left out."""
    found: list[tuple[Kind, str, list[_Member]]] = []
    small: list[_Member] = []
    for name in sorted(members, key=lambda name: (not name, name.casefold(), name)):
        if len(members[name]) >= SMALLEST_GROUP and name != OTHERS:
            found.append(("group" if name else "none", name, members[name]))
        else:
            small += members[name]
    if len(small) >= SMALLEST_GROUP:
        found.append(("others", "", small))
        return found, False
    return found, bool(small)


def _result(case: Case, kind: Kind, name: str, inside: Sequence[Comparison]) -> GroupResult:
    firsts = [None if comparison.undecided else comparison.first for comparison in inside]
    intervals = np.array([comparison.intervals for comparison in inside])
    weights = np.array([_theme_weights(comparison) for comparison in inside])
    return GroupResult(
        kind=kind,
        name=name,
        people=len(inside),
        whole=sum(comparison.weighing.complete(case) for comparison in inside),
        first=tuple(firsts.count(row) for row in range(len(case.alternatives))),
        open=firsts.count(None),
        totals=tuple(
            TotalSpread(_spread(intervals[:, row, 0]), _spread(intervals[:, row, 1]))
            for row in range(len(case.alternatives))
        ),
        themes=tuple(
            _spread(given) if len(given) >= SMALLEST_GROUP else None
            for given in (column[~np.isnan(column)] for column in weights.T)
        ),
    )


def _theme_weights(comparison: Comparison) -> Floats:
    """Shape (theme,); NaN for a theme that was not weighed, which is not the same as 0."""
    given = comparison.weighing.theme_points
    weighed = [theme.id in given for theme in comparison.case.themes]
    return np.where(weighed, comparison.theme_weights, np.nan)


def _spread(values: Floats | Ints) -> Spread:
    return Spread(*np.quantile(values, ENDS).tolist())


def _agreement(case: Case, place: int, groups: Sequence[GroupResult]) -> ThemeAgreement:
    theme = case.themes[place].id
    middles = [spread.middle for group in groups if (spread := group.themes[place]) is not None]
    if len(middles) < 2:
        return ThemeAgreement(theme, None, None)
    gap = max(middles) - min(middles)
    shares = round(gap * len(case.themes), 9)
    word: Agreement = "alike" if shares < ALIKE else "differently" if shares >= DIFFERENT else "between"
    return ThemeAgreement(theme, gap, word)
