"""The keys of ``set.yaml``, as a planner writes them."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from files.fields import Fault, Number, Strict, Text, Whole, refusal
from files.problems import shown
from texts.message import message
from valuation.amounts import Frame
from valuation.factor_set import DiscountRate, FactorPath, Verified


def _currency(found: str) -> str:
    if re.fullmatch(r"[A-Z]{3}", found):
        return found
    raise refusal(Fault((), message("factor_sets.currency", found=shown(found))))


def _share(found: float) -> float:
    if 0 <= found < 1:
        return found
    raise refusal(Fault((), message("factor_sets.no_share", found=found)))


Words = Annotated[str, StringConstraints(min_length=1)]
Share = Annotated[Number, AfterValidator(_share)]
Growth = Annotated[Number, Field(gt=-1, lt=1)]


class RateRule(Strict):
    """A discount rate that the publisher of the rules allows."""

    id: Words
    rate: Share
    verified: Verified


class TaxRule(Strict):
    """The tax that a factor leaves out and the others hold."""

    factor: Words
    share: Share


class PricePoint(Strict):
    """The factor that holds in one year."""

    year: Annotated[Whole, Field(ge=1900, le=2200)]
    factor: Words


class PathRule(Strict):
    """A price that differs by year; between two years it grows by the same percentage each year."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
    name: Text
    points: tuple[PricePoint, ...] = Field(min_length=2)
    growth_after: Share = 0.0
    growth_after_low: Growth | None = None
    growth_after_high: Growth | None = None

    @model_validator(mode="after")
    def _rises(self) -> "PathRule":
        years = [point.year for point in self.points]
        if years != sorted(set(years)):
            raise refusal(Fault(("points",), message("factor_sets.path_years", years=", ".join(map(str, years)))))
        given = [one for one in (self.growth_after_low, self.growth_after, self.growth_after_high) if one is not None]
        if len(given) == 2 or given != sorted(given):
            raise refusal(Fault(("growth_after",), message("factor_sets.path_growth")))
        return self

    def path(self) -> FactorPath:
        """The rule with the ids of its factors."""
        points = tuple((point.year, point.factor) for point in self.points)
        return FactorPath(self.id, self.name, points, self.growth_after, self.growth_after_low, self.growth_after_high)


class Rules(Strict):
    """What the publisher says about using the figures."""

    discount_rates: tuple[RateRule, ...] = ()
    vat: tuple[TaxRule, ...] = ()
    paths: tuple[PathRule, ...] = ()


class SetHead(Strict):
    """A factor set without its factors."""

    format: Literal["1"]
    id: Words
    name: Text
    version: Words
    publisher: Words
    licence: Words
    attribution: Text
    currency: Annotated[str, AfterValidator(_currency)]
    price_year: Annotated[Whole, Field(ge=1900, le=2099)]
    frame: Frame
    address: Words
    rules: Rules = Rules()

    def discount_rates(self) -> tuple[DiscountRate, ...]:
        """The rates that the set allows, each per year and real; 0.0225 is 2.25%."""
        return tuple(DiscountRate(rule.id, rule.rate, rule.verified) for rule in self.rules.discount_rates)

    def paths(self) -> dict[str, FactorPath]:
        """Prices that differ by year, by id."""
        return {rule.id: rule.path() for rule in self.rules.paths}

    def vat(self) -> dict[str, float]:
        """Share of tax by factor."""
        return {rule.factor: rule.share for rule in self.rules.vat}
