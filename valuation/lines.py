"""What goes in: an effect of an alternative. What comes out of valuing it: one of four kinds of line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from files.fields import Text
from valuation.amounts import Amount, AmountRange
from valuation.factor_set import Factor
from valuation.given import as_all, as_choice, as_finite, as_kind, as_whole
from valuation.units import PERIODS, Period
from valuation.year_paths import UNCHANGED, EffectPath

ReasonKey = Literal[
    "quantity_unknown",  # nobody knows how large the effect is
    "in_words_only",  # the effect is described, not measured
    "no_factor",  # the set has no such impact
    "no_value",  # the set names the impact, without a figure
    "biome_not_chosen",  # the figure depends on a biome, and none was chosen
    "local",  # too local for an average figure (a road past a school)
    "capped",  # a legal cap applies; a price of damage would understate it
    "tentative",  # the publisher keeps this figure out of cost-benefit totals
]
"""Why an effect has no amount; the words for people belong to the screens."""


@dataclass(frozen=True)
class Quantity:
    """How much of something, each year or once."""

    value: AmountRange
    unit: str
    period: Period

    def __post_init__(self) -> None:
        """Raises ValueError for another kind of value, unit or period; what the unit means is asked of ``units``."""
        as_kind(self.value, AmountRange, "the value of a quantity")
        as_kind(self.unit, str, "the unit of a quantity")
        as_choice(self.period, PERIODS, "the period of a quantity")


@dataclass(frozen=True)
class Effect:
    """One effect of one alternative, meant for one factor."""

    id: str
    """Unique within the alternative."""
    impact: str
    """Id of a factor; or the part before the biome, such as ``land_occupation``."""
    quantity: Quantity | None
    """None for an effect that is told in words."""
    party: str | None = None
    """Who bears or receives it; a cost-benefit table needs this."""
    keep_out: ReasonKey | None = None
    """Why it must stay without an amount although a factor may exist."""
    path: EffectPath = UNCHANGED
    """How a yearly effect runs over the years."""
    after: int = 0
    """In which year a one-off effect falls, counted from the base year."""

    def __post_init__(self) -> None:
        for name in ("id", "impact"):
            as_kind(getattr(self, name), str, f"the {name} of an effect")
        as_kind(self.quantity, Quantity | None, "the quantity of an effect")
        as_kind(self.party, str | None, "the party of an effect")
        if as_whole(self.after, "the year") < 0:
            raise ValueError(f"effect '{self.id}' falls {-self.after} years before the base year")
        as_kind(self.path, EffectPath, "the path")
        if self.keep_out is not None:
            as_choice(self.keep_out, get_args(ReasonKey), f"the reason of effect '{self.id}'")


@dataclass(frozen=True)
class ValuedLine:
    """An effect with its amount."""

    effect: str
    factor: Factor
    quantity: AmountRange
    """In units of the factor."""
    amount: Amount
    """A cost, or for a factor of kind ``benefit`` a worth."""
    party: str | None
    possible_gain: "Gain | None" = None
    """When the range of a True Price effect passes 0: the part that would be a gain. It is not in ``amount``."""
    uncut: AmountRange | None = None
    """With a possible gain: ``quantity`` before what lies below 0 was cut off. None: nothing was."""
    path: EffectPath = UNCHANGED
    """How a yearly effect runs over the years."""
    after: int = 0
    """In which year a one-off effect falls, counted from the base year."""
    price_now: AmountRange | None = None
    """Of a line brought to the present: what one unit of ``quantity`` is worth now, all its years together, with
    growth as stated."""
    years_now: tuple[AmountRange, ...] = ()
    """Of such a line, when its growth has a range: what one unit in each of the years 1, 2, ... is worth now."""

    def __post_init__(self) -> None:
        as_kind(self.effect, str, "the effect of a line")
        as_kind(self.factor, Factor, "the factor of a line")
        as_kind(self.quantity, AmountRange, "the quantity of a line")
        as_kind(self.amount, Amount, "the amount of a line")
        as_kind(self.party, str | None, "the party of a line")
        as_kind(self.possible_gain, Gain | None, "the possible gain of a line")
        as_kind(self.uncut, AmountRange | None, "the uncut quantity of a line")
        as_kind(self.path, EffectPath, "the path of a line")
        as_kind(self.price_now, AmountRange | None, "the price now of a line")
        as_all(self.years_now, AmountRange, "the years of a line")
        if as_whole(self.after, "the year") < 0:
            raise ValueError(f"effect '{self.effect}' falls {-self.after} years before the base year")
        if self.uncut is not None and self.uncut.above_zero() != self.quantity:
            raise ValueError(f"effect '{self.effect}': {self.uncut} without what lies below 0 is not {self.quantity}")

    @property
    def price(self) -> AmountRange:
        """Euros for one unit of ``quantity``: of the factor, or of all years together with growth as stated."""
        return self.factor.value if self.price_now is None else self.price_now

    def price_grown(self, growth: float | None) -> AmountRange:
        """``price`` with another growth per year; None, or a growth without a range: as stated.

        Raises:
            ValueError: the growth is no finite number.
        """
        if growth is None or not self.years_now:
            return self.price
        share, sums = 1 + as_finite(growth, "growth"), [0.0, 0.0, 0.0]
        for after, price in enumerate(self.years_now, start=1):
            for place, end in enumerate((price.ends()[0], price.central, price.ends()[1])):
                sums[place] += (end or 0.0) * share**after
        low, central, high = sums
        middle = None if self.price.central is None else central
        return AmountRange(central=middle) if self.price.low is None else AmountRange(low, middle, high)

    @property
    def price_with_growth(self) -> AmountRange:
        """``price`` from low with low growth to high with high growth."""
        if not self.years_now:
            return self.price
        low, high = (self.price_grown(growth) for growth in self.path.growths.ends())
        return AmountRange(low.ends()[0], self.price.central, high.ends()[1])

    @property
    def changes(self) -> bool:
        """True when its amount is another in some years than in others."""
        return self.amount.period == "per year" and (self.factor.by_year is not None or not self.path.flat)

    @property
    def cost_type(self) -> str:
        """The kind of remedy that the factor pays for; several kinds stand in one word, with + between."""
        return self.factor.cost_type

    @property
    def right(self) -> Text:
        """The right or the good that is at stake."""
        return self.factor.right

    @property
    def source(self) -> str:
        """Id of the source of the factor."""
        return self.factor.source

    @property
    def cost(self) -> Amount:
        """What it costs; a worth is a negative cost."""
        return self.amount.scaled(-1) if self.factor.kind == "benefit" else self.amount


@dataclass(frozen=True)
class Gain:
    """A positive effect in a True Price set: told beside the cost in its own unit, never taken off it."""

    effect: str
    quantity: Quantity
    """How much is gained; not negative."""
    right: Text


@dataclass(frozen=True)
class Transfer:
    """Money that changes hands: listed for who gets it (or pays, when negative), in no total."""

    effect: str
    party: str
    quantity: Quantity


@dataclass(frozen=True)
class NotValued:
    """An effect without an amount. It is not 0, and nothing can be added to it."""

    effect: str
    reason_key: ReasonKey
    impact: str


Line = ValuedLine | Gain | Transfer | NotValued


@dataclass(frozen=True)
class Coverage:
    """How much of an alternative the euros speak about."""

    valued: int
    gains: int
    transfers: int
    not_valued: tuple[NotValued, ...]

    @property
    def effects(self) -> int:
        """All effects."""
        return self.valued + self.gains + self.transfers + len(self.not_valued)


def coverage(lines: Sequence[Line]) -> Coverage:
    """Count the lines of one alternative.

    Raises:
        ValueError: there are no lines, or an effect occurs twice (it would count double).
    """
    lines = as_all(lines, Line, "the lines")
    if not lines:
        raise ValueError("there are no effects to add up")
    seen: set[str] = set()
    for line in lines:
        if line.effect in seen:
            raise ValueError(f"effect '{line.effect}' occurs twice; it would be counted double")
        seen.add(line.effect)
    missing = sorted((line for line in lines if isinstance(line, NotValued)), key=lambda line: line.effect)
    return Coverage(
        valued=sum(isinstance(line, ValuedLine) for line in lines),
        gains=sum(isinstance(line, Gain) for line in lines),
        transfers=sum(isinstance(line, Transfer) for line in lines),
        not_valued=tuple(missing),
    )


def valued(lines: Iterable[Line], frame: str) -> list[ValuedLine]:
    """The lines with an amount, in order of effect, so that the order in which they were given is of no consequence.

    Raises:
        ValueError: a line was valued in another frame.
    """
    as_kind(frame, str, "the frame")
    found = sorted(
        (line for line in as_all(lines, Line, "the lines") if isinstance(line, ValuedLine)),
        key=lambda line: line.effect,
    )
    for line in found:
        if line.amount.basis.frame != frame:
            raise ValueError(f"effect '{line.effect}' is valued in frame {line.amount.basis.frame}, not in {frame}")
    return found
