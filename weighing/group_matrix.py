"""Who gains, who loses, who pays: the claims about groups, put side by side and never averaged.

A cell of the matrix keeps every claim. Nothing here nets a gain against a loss, except the switch at the end, which
says so and is never a headline. Decision record 0017.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from cases.definition.group_claims import Direction, Group, GroupImpact, Size, YesNoUnknown
from cases.definition.model import Case
from files.fields import Grade

SIZES = MappingProxyType({"small": 1, "medium": 2, "large": 3})
"""What a class counts for in the switch with equity weights."""


@dataclass(frozen=True)
class GroupCell:
    """All that is claimed about one group under one alternative."""

    group: str
    alternative: str
    impacts: tuple[GroupImpact, ...]
    """At least one; in the order of the file."""

    @property
    def direction(self) -> Direction | Literal["both"]:
        """``both`` where there is a gain and a loss. A gain or loss stays in sight beside what is not known."""
        found = {impact.direction for impact in self.impacts}
        if {"gain", "loss"} <= found:
            return "both"
        for direction in ("gain", "loss", "unknown"):
            if direction in found:
                return direction
        return "none"

    def size(self, direction: Literal["gain", "loss"]) -> Size | None:
        """The largest class among the claims in this direction; ``unknown`` when none has one; None without claims."""
        sizes = [impact.size for impact in self.impacts if impact.direction == direction]
        if not sizes:
            return None
        return max(sizes, key=lambda size: SIZES.get(size, 0))

    @property
    def grades(self) -> tuple[Grade, ...]:
        """The grades of the claims, best first, each once."""
        return tuple(sorted({impact.grade for impact in self.impacts if impact.grade is not None}))

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of the claims in their order, each once."""
        return tuple(dict.fromkeys(source for impact in self.impacts for source in impact.sources))


def vulnerable_first(case: Case) -> tuple[Group, ...]:
    """The groups, those that are vulnerable in front, else in the order of the case."""
    return tuple(sorted(case.groups, key=lambda group: group.vulnerable.answer != "yes"))


@lru_cache(maxsize=64)
def matrix(case: Case) -> MappingProxyType[tuple[str, str], GroupCell]:
    """The cells by (group id, alternative id): groups in the order of the case, and alternatives within a group."""
    return MappingProxyType(
        {
            (group.id, alternative.id): GroupCell(
                group.id,
                alternative.id,
                tuple(
                    impact
                    for impact in case.group_impacts
                    if (impact.group, impact.alternative) == (group.id, alternative.id)
                ),
            )
            for group in case.groups
            for alternative in case.alternatives
        }
    )


@dataclass(frozen=True)
class Ledger:
    """Who puts in, who gets out and who bears it, for one alternative: claims in the order of the file."""

    pays: tuple[GroupImpact, ...]
    """Losses of those who pay with money."""
    collects: tuple[GroupImpact, ...]
    """Gains, of whoever has them."""
    bears: tuple[GroupImpact, ...]
    """All other losses: nuisance, work or room that goes away."""
    unknown: tuple[GroupImpact, ...]


def invests_and_collects(case: Case) -> dict[str, Ledger]:
    """The ledger of every alternative, by id and in the order of the case. Claims of 'none' are in no list."""
    return {alternative.id: _ledger(case, alternative.id) for alternative in case.alternatives}


def _ledger(case: Case, alternative: str) -> Ledger:
    own = [impact for impact in case.group_impacts if impact.alternative == alternative]
    losses = [impact for impact in own if impact.direction == "loss"]
    return Ledger(
        pays=tuple(impact for impact in losses if impact.role == "pays"),
        collects=tuple(impact for impact in own if impact.direction == "gain"),
        bears=tuple(impact for impact in losses if impact.role != "pays"),
        unknown=tuple(impact for impact in own if impact.direction == "unknown"),
    )


def vulnerable_losers(case: Case, alternative: str, answer: YesNoUnknown = "yes") -> tuple[Group, ...]:
    """The vulnerable groups with at least one loss, however large their gains are.

    Args:
        case: the case.
        alternative: the id of an alternative.
        answer: ``unknown`` gives the groups of which nobody looked into how vulnerable they are.

    Raises:
        KeyError: the case has no such alternative.
    """
    return _vulnerable_with(case, alternative, "loss", answer)


def vulnerable_unknown(case: Case, alternative: str) -> tuple[Group, ...]:
    """The vulnerable groups of which something is not known under this alternative; they may lose too.

    Raises:
        KeyError: the case has no such alternative.
    """
    return _vulnerable_with(case, alternative, "unknown", "yes")


def _vulnerable_with(case: Case, alternative: str, direction: str, answer: YesNoUnknown) -> tuple[Group, ...]:
    cells = matrix(case)
    own = case.alternative(alternative).id
    return tuple(
        group
        for group in case.groups
        if group.vulnerable.answer == answer
        and any(impact.direction == direction for impact in cells[(group.id, own)].impacts)
    )


@dataclass(frozen=True)
class GroupBalance:
    """The signs of one alternative, counted with a weight for vulnerable groups."""

    alternative: str
    net: float
    """Sum over the groups of weight x (largest gain - largest loss), with small 1, medium 2, large 3."""
    place: int
    """1 is the highest net; equal nets share a place."""
    unsized: int
    """Gains and losses without a class: they are not in the net."""
    unknown: int
    """Claims that nobody knows: they are not in the net."""


@dataclass(frozen=True)
class EquitySwitch:
    """What a weight for vulnerable groups does to a count of signs. No result: a question with a number in it."""

    weight: float
    without: tuple[GroupBalance, ...]
    """Every group counts once; in the order of the case."""
    with_weight: tuple[GroupBalance, ...]

    @property
    def moved(self) -> tuple[str, ...]:
        """The alternatives whose place changes, in the order of the case."""
        pairs = zip(self.without, self.with_weight, strict=True)
        return tuple(before.alternative for before, after in pairs if before.place != after.place)


def equity_switch(case: Case, weight: float) -> EquitySwitch:
    """Count the signs once with all groups alike and once with ``weight`` for the vulnerable ones.

    A group counts with its largest gain and its largest loss, so that telling one thing in two lines changes little.
    Groups of which nobody knows whether they are vulnerable keep weight 1.

    Raises:
        ValueError: a weight below 1, or a case without groups.
    """
    if not weight >= 1:
        raise ValueError(f"the weight of vulnerable groups is at least 1, not {weight}")
    if not case.groups:
        raise ValueError("this case has no groups")
    return EquitySwitch(weight, _balances(case, 1.0), _balances(case, weight))


def _balances(case: Case, weight: float) -> tuple[GroupBalance, ...]:
    cells = matrix(case)
    nets = [
        sum(
            (weight if group.vulnerable.answer == "yes" else 1.0) * _step(cells[(group.id, alternative.id)])
            for group in case.groups
        )
        for alternative in case.alternatives
    ]
    found = []
    for alternative, net in zip(case.alternatives, nets, strict=True):
        own = [impact for impact in case.group_impacts if impact.alternative == alternative.id]
        found.append(
            GroupBalance(
                alternative.id,
                net,
                place=1 + sum(other > net for other in nets),
                unsized=_count(own, ("gain", "loss"), "unknown"),
                unknown=_count(own, ("unknown",), "unknown"),
            )
        )
    return tuple(found)


def _step(cell: GroupCell) -> int:
    return SIZES.get(cell.size("gain") or "", 0) - SIZES.get(cell.size("loss") or "", 0)


def _count(impacts: Iterable[GroupImpact], directions: tuple[str, ...], size: Size) -> int:
    return sum(impact.direction in directions and impact.size == size for impact in impacts)
