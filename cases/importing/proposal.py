"""What is proposed for a table: a criterion with a theme, a direction, a range and a yardstick for each row.

Every guess has a reason beside it; a person confirms or changes each of them before there is a case.
"""

from dataclasses import dataclass
from typing import Literal

from cases.definition.model import MOST_ALTERNATIVES, MOST_CRITERIA
from cases.importing.contents import Contents, FoundCriterion
from cases.importing.heading_words import (
    NO_YEARS,
    MoneyYears,
    direction_in,
    is_score,
    may_be_the_reference,
    sounds_bad,
    sounds_less,
)
from cases.importing.ranges import decimals_for, rounded_outward, yardstick_for
from cases.importing.values import Scale, Value
from cases.library.criteria_library import Entry, entry_for

Better = Literal["higher", "lower"]
BetterWhy = Literal["column", "signs", "score", "money", "cost", "library", "sounds", "guess"]
ThemeWhy = Literal["sheet", "library", "none"]
MOST_THEMES = 14


@dataclass(frozen=True)
class ProposedCriterion:
    """One row, with what is proposed for it."""

    row: int
    """In the table, below the headings, from 0."""
    take: bool
    """Whether it becomes a criterion; a row of words alone is told under what is not counted."""
    label: str
    theme: str
    """Empty: none is known."""
    theme_why: ThemeWhy
    unit: str
    better: Better
    better_why: BetterWhy
    low: float | None
    """The lower end of the range; None with classes, and where nothing is known."""
    high: float | None
    some: float | None
    much: float | None
    decimals: int
    scale: Scale | None
    values: tuple[Value, ...]
    note: str
    source: str
    weight: float | None
    """As in the sheet; used for an example profile only when somebody asks for one."""
    entry: Entry | None
    """Of the library of criteria, as far as its words fit."""
    balance: bool = False
    """True for what sets costs against benefits: shown, and not weighed."""
    budget: bool = False
    """True for the balance of one organisation: the business case, beside the euros of everyone."""


@dataclass(frozen=True)
class ImportProposal:
    """A whole draft case, before anybody confirmed it."""

    alternatives: tuple[str, ...]
    reference: int | None
    """Which of them is proposed as the reference; None where no name says so."""
    criteria: tuple[ProposedCriterion, ...]
    years: MoneyYears = NO_YEARS
    """That a table of costs and benefits is about."""
    around: str = ""
    """What stands above and below the table: the state of the figures, reservations, a discount rate."""
    left: int = 0
    """How many rows and columns go over what a case can hold."""

    @property
    def usable(self) -> bool:
        """True where there is something to compare."""
        return len(self.alternatives) > 1 and any(criterion.take for criterion in self.criteria)

    @property
    def weighted(self) -> bool:
        """True where the sheet names weights."""
        return any(criterion.weight for criterion in self.criteria if criterion.take)


def propose(contents: Contents) -> ImportProposal:
    """What is proposed for a table."""
    names = contents.alternatives[:MOST_ALTERNATIVES]
    reference = next((number for number, name in enumerate(names) if may_be_the_reference(name)), None)
    criteria = tuple(_criterion(found, len(names), contents.money) for found in contents.criteria[:MOST_CRITERIA])
    left = len(contents.alternatives) - len(names) + len(contents.criteria) - len(criteria)
    return ImportProposal(names, reference, criteria, contents.years, contents.around, left)


def _criterion(found: FoundCriterion, alternatives: int, money: bool) -> ProposedCriterion:
    values = found.values[:alternatives]
    entry = entry_for(found.label)
    better, why = _better(found, entry, money)
    low, high, some, much = _range(values, found)
    theme, theme_why = (found.theme, "sheet") if found.theme else ("", "none")
    numbers = _numbers(values)
    return ProposedCriterion(
        row=found.row,
        take=found.counts,
        label=found.label,
        theme=theme,
        theme_why="library" if theme_why == "none" and entry is not None else theme_why,  # type: ignore[arg-type]
        unit=found.unit,
        better=better,
        better_why=why,
        low=low,
        high=high,
        some=some,
        much=much,
        decimals=decimals_for(numbers),
        scale=found.scale,
        values=values,
        note=found.note,
        source=found.source,
        weight=found.weight.number if found.weight is not None else None,
        entry=entry,
        balance=found.balance,
        budget=found.budget,
    )


def _numbers(values: tuple[Value, ...]) -> list[float]:
    return [number for value in values for number in (value.low, value.number, value.high) if number is not None]


def _range(
    values: tuple[Value, ...], found: FoundCriterion
) -> tuple[float | None, float | None, float | None, float | None]:
    numbers = _numbers(values)
    if found.scale is not None or not numbers:
        return None, None, None, None
    low, high = rounded_outward(numbers, found.unit.startswith("%"))
    return low, high, *yardstick_for(low, high)


def _better(found: FoundCriterion, entry: Entry | None, money: bool) -> tuple[Better, BetterWhy]:
    said = direction_in(found.direction)
    if said is not None:
        return said, "column"
    if found.scale in ("signs", "good", "judged", "light"):
        return "higher", "signs"
    bad = sounds_bad(found.label) or (sounds_bad(found.theme) if money else False)
    numbers = _numbers(found.values)
    below_zero = bool(numbers) and max(numbers) <= 0 > min(numbers)
    if below_zero and (bad or money or (entry is not None and entry.better == "lower")):
        return "higher", "cost"  # nearer to zero is better
    if money:
        return ("lower", "sounds") if bad else ("higher", "money")
    if is_score(found.unit) and (entry is None or not is_score(entry.unit)):
        return "higher", "score"
    if entry is not None and entry.better == "higher" and bad:
        return "lower", "sounds"  # the list knows trees; this row is about trees that go
    if entry is not None and entry.better == "lower" and sounds_less(found.label):
        return "higher", "sounds"
    if entry is not None:
        return entry.better, "library"
    return ("lower", "sounds") if bad else ("higher", "guess")
