"""The file valuation.yaml: which effects of a case get an amount in euros, which do not and why, and who pays whom.

It is optional; a case without it has no euro view. It holds no amounts per unit: those come from a factor set.
"""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from files.fields import CASE_LANGUAGES, Answer, Fault, Id, Number, SourceId, Strict, Text, Whole, refusal
from texts.message import message
from valuation.amounts import Frame

Reading = Literal["as_is", "msa_loss", "uptake"]
"""``as_is``: more is worse. ``uptake``: more is better, below zero is harm. ``msa_loss``: what the area lacks."""

CaseReason = Literal[
    "no_factor",  # no set that we know has an amount for it
    "no_conversion",  # a set has an amount, but in a unit that this figure cannot be turned into
    "transfer",  # money that goes from one to another
    "overlaps",  # the same effect already has an amount, or is the cause of effects that have one
    "local",  # depends on the spot; an average amount would mislead
    "not_a_welfare_effect",  # counts activity, not what people gain or lose
    "only_words",  # words or points given by people
]
"""Why a criterion has no amount, whatever set is used."""


CalendarYear = Annotated[Whole, Field(ge=1900, le=2200)]


class Area(Strict):
    """The land on which loss of nature is counted."""

    value: Annotated[Number, Field(gt=0)] = Field(description="Hectares, the same for all alternatives.")
    why: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Biome(Strict):
    """The kind of nature that would be there; it decides the amount per hectare, so it is a stated choice."""

    id: Id = Field(description="As in the factor set.")
    also: tuple[Id, ...] = Field(default=(), description="Others that one could defend; shown as sensitivity.")
    why: Text


class Horizon(Strict):
    """Over how many years yearly amounts are brought to the present."""

    value: Annotated[Whole, Field(ge=1, le=200)]
    why: Text


class Party(Strict):
    """A group that pays, bears or receives something."""

    id: Id
    label: Text


class EuroEffect(Strict):
    """A criterion whose effect gets an amount."""

    criterion: Id
    impacts: dict[Frame, tuple[Id, ...]] = Field(
        min_length=1,
        description="Factors by frame. Land use is named without its biome. Two factors are two sides of one effect.",
    )
    unit: Annotated[str, Field(min_length=1)] = Field(description="The unit of the criterion, as factor sets write it.")
    reading: Reading
    party: Id = Field(description="Who bears it.")
    gross: Answer = Field(default=False, description="true: gross, so the true difference may be near zero.")
    why: Text = Field(description="What the amount stands for, and what it leaves out.")


class SharePoint(Strict):
    """How large an effect is in one year."""

    year: CalendarYear = Field(description="A calendar year, such as 2030.")
    share: Annotated[Number, Field(ge=0)] = Field(
        description="Share of the effect in performances.csv: 1 is as it stands there, 0 is none yet."
    )


class YearPath(Strict):
    """How an effect runs over the years, or the year in which it falls."""

    criterion: Id
    alternatives: tuple[Id, ...] = Field(default=(), description="For which this holds; none named: all.")
    growth: Annotated[Number, Field(gt=-1, lt=1)] = Field(
        default=0.0, description="Per year, counted from the base year: 0.01 is 1% more each year."
    )
    growth_low: Annotated[Number, Field(gt=-1, lt=1)] | None = Field(
        default=None, description="The lowest that growth may be, when a source says so; together with `growth_high`."
    )
    growth_high: Annotated[Number, Field(gt=-1, lt=1)] | None = Field(
        default=None, description="The highest. Growth is one draw for all alternatives, apart from the effect itself."
    )
    points: tuple[SharePoint, ...] = Field(
        default=(),
        description="In place of growth. A straight line between two years; the first and last hold outside them.",
    )
    year: CalendarYear | None = Field(
        default=None, description="For an effect that falls once: in which year. Else it falls in the base year."
    )
    why: Text
    sources: tuple[SourceId, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _is_one_statement(self) -> "YearPath":
        years = [point.year for point in self.points]
        given = [one for one in (self.growth_low, self.growth, self.growth_high) if one is not None]
        if sum((self.growth != 0 or len(given) > 1, bool(self.points), self.year is not None)) != 1:
            raise refusal(Fault((), message("valuation.one_path")))
        if len(given) == 2 or given != sorted(given):
            raise refusal(Fault(("growth",), message("valuation.growth_range")))
        if years != sorted(set(years)):
            raise refusal(Fault(("points",), message("valuation.path_years", years=", ".join(map(str, years)))))
        return self


class NotValuedCriterion(Strict):
    """A criterion without an amount: not zero, but outside the euros."""

    criterion: Id
    reason: CaseReason
    text: Text


class Money(Strict):
    """An amount that somebody named: one figure, a range, or both; in plain currency, not in millions."""

    value: Number | None = None
    low: Number | None = None
    high: Number | None = None

    @model_validator(mode="after")
    def _is_one_statement(self) -> "Money":
        given = [number for number in (self.low, self.value, self.high) if number is not None]
        if not given or (self.low is None) != (self.high is None) or given != sorted(given):
            raise refusal(Fault((), message("valuation.no_amount")))
        return self


class MoneyOf(Money):
    """The amount for one alternative."""

    alternative: Id


class MoneyTransfer(Strict):
    """Money that goes from one party to another; in no total, because what one pays another gets."""

    label: Text
    payer: Id
    receiver: Id
    about: Text
    criterion: Id | None = Field(default=None, description="The criterion that holds the amounts.")
    amounts: tuple[MoneyOf, ...] = ()
    currency: Annotated[str, Field(min_length=3, max_length=3)] = "EUR"
    price_year: Whole | None = Field(description="Null when the source does not say it.")
    sources: tuple[SourceId, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _has_amounts_in_one_place(self) -> "MoneyTransfer":
        if (self.criterion is None) == (not self.amounts):
            raise refusal(Fault((), message("valuation.one_of_two")))
        return self


class ClaimedAmount(Money):
    """What one organisation says. Never the name of a person."""

    who: Text
    about: Text = Field(description="What this amount does and does not hold.")
    currency: Annotated[str, Field(min_length=3, max_length=3)] = "EUR"
    price_year: Whole | None = Field(description="Null when the source does not say it.")
    sources: tuple[SourceId, ...] = Field(min_length=1)


class ContestedAmount(Strict):
    """One thing, several amounts. They stand side by side; there is no average."""

    label: Text
    about: Text
    claims: tuple[ClaimedAmount, ...]

    @model_validator(mode="after")
    def _is_contested(self) -> "ContestedAmount":
        named = min(len({claim.who.get(language) for claim in self.claims}) for language in CASE_LANGUAGES)
        if named < max(2, len(self.claims)):
            raise refusal(Fault(("claims",), message("valuation.two_parties")))
        return self


class DatedCost(Money):
    """Money that one alternative asks once, or what is left of it at the end. Never taken off the effects."""

    alternative: Id
    label: Text
    kind: Literal["cost", "residual_value"] = Field(
        description="`residual_value`: what is still there at the end of the horizon; not taken off the costs."
    )
    year: CalendarYear = Field(description="When it falls; for a residual value the last year of the horizon.")
    payer: Id = Field(description="The party that pays, or owns what is left.")
    about: Text
    currency: Annotated[str, Field(min_length=3, max_length=3)] = Field(
        default="EUR", description="The same for all costs."
    )
    price_year: Annotated[Whole, Field(ge=1900, le=2200)] = Field(
        description="Of which year the euros are; the same for all costs, since only equal euros can be added."
    )
    sources: tuple[SourceId, ...] = Field(min_length=1)


class BusinessCase(Strict):
    """What a budget sees; everything else in the case is what it does not see."""

    label: Text
    about: Text
    criterion: Id
    price_year: Whole | None = Field(description="Null when the sources do not say it.")


class ValuationFile(Strict):
    """The file valuation.yaml."""

    format: Whole = Field(description="Version of the case format: 1.")
    area_ha: Area | None = Field(default=None, description="Needed for the reading msa_loss.")
    biome: Biome | None = Field(default=None, description="Needed for factors that depend on it.")
    horizon_years: Horizon
    base_year: CalendarYear | None = Field(
        default=None,
        description="Year 0, to which later years are brought back; yearly amounts start the year after. Needed for "
        "`paths`, `costs` and prices that differ by year.",
    )
    parties: tuple[Party, ...]
    effects: tuple[EuroEffect, ...] = Field(
        description="May be empty when the file names a business case, a transfer or a disputed amount."
    )
    not_valued: tuple[NotValuedCriterion, ...] = ()
    paths: tuple[YearPath, ...] = ()
    costs: tuple[DatedCost, ...] = ()
    transfers: tuple[MoneyTransfer, ...] = ()
    contested: tuple[ContestedAmount, ...] = ()
    business_case: BusinessCase | None = None

    @model_validator(mode="after")
    def _values_something(self) -> "ValuationFile":
        if not (self.effects or self.business_case or self.transfers or self.contested):
            raise refusal(Fault(("effects",), message("valuation.no_effect")))
        return self

    def party(self, party_id: str) -> Party:
        """The party with this id; KeyError when there is none."""
        return {party.id: party for party in self.parties}[party_id]

    @property
    def last_dated(self) -> int:
        """Years from the base year to the last effect or cost that falls once; no shorter horizon holds all of them."""
        years = [path.year for path in self.paths if path.year is not None]
        years += [cost.year for cost in self.costs if cost.kind == "cost"]
        return max((year - (self.base_year or year) for year in years), default=0)

    def path_of(self, criterion: str, alternative: str) -> YearPath | None:
        """How an effect of an alternative runs: what names it, else what holds for all; None: nothing changes."""
        found = [path for path in self.paths if path.criterion == criterion]
        named = [path for path in found if alternative in path.alternatives]
        return next(iter([*named, *(path for path in found if not path.alternatives)]), None)
