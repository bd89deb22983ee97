"""A published set of factors: euros for one unit of an effect. Read by ``set_loader``; does not change afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal, get_args

from files.fields import Text
from files.problems import ProblemsError
from texts import Told
from valuation.amounts import AmountRange, Basis
from valuation.given import as_all, as_finite, as_kind, as_whole
from valuation.year_paths import PricePath

Kind = Literal["externality", "benefit", "transfer", "occupation_average", "tentative"]
KINDS: dict[str, tuple[Kind, ...]] = {
    "true_price": ("externality",),
    "mkba": ("externality", "benefit", "transfer", "occupation_average", "tentative"),
}
"""By frame; what it costs to remedy harm holds nothing but burdens.

``externality``: a burden, so more of the effect costs more. ``benefit``: more of the effect is worth more.
``transfer``: money that changes hands, in no total. ``occupation_average``: average price of land in use, not fit for a
change of use. ``tentative``: a figure that its publisher keeps out of cost-benefit totals."""

COST_TYPES = {
    "true_price": ("restoration", "compensation", "prevention", "retribution"),
    "mkba": ("damage", "abatement", "market", "transfer"),
}
"""What the money is for, by frame. In a True Price set several may be joined by ``+``."""

Verified = Literal["yes", "secondary", "unverified"]
"""``yes``: read at the publisher. ``secondary``: read where someone quotes the publisher. ``unverified``: neither."""
VERIFIED: tuple[Verified, ...] = get_args(Verified)


class FactorSetError(ProblemsError):
    """A factor set or a price index that cannot be opened, with all its problems."""

    head = "factor_sets.refused"


@dataclass(frozen=True)
class Factor:
    """Euros for one unit of one impact."""

    id: str
    impact: Told
    unit: str
    value: AmountRange
    """Euros per unit. Nothing known means "not valued", never 0."""
    cost_type: str
    kind: Kind
    right: Text
    """The right or the good that is at stake."""
    biome: str | None
    source: str
    verified: str
    note: Text | None
    basis: Basis
    vat: float = 0.0
    """Share of tax that ``value`` was raised by."""
    by_year: PricePath | None = None
    """When the price differs by year: all of it, raised by the same tax."""
    year: int | None = None
    """With ``by_year``: the calendar year that ``value`` is the price of."""

    def taxed(self, share: float) -> "Factor":
        """The factor raised by a share of tax; ValueError when it is no number."""
        share = as_finite(share, "a share of tax")
        path = None if self.by_year is None else self.by_year.scaled(1 + share)
        return replace(self, value=self.value.scaled(1 + share), by_year=path, vat=share)


@dataclass(frozen=True)
class DiscountRate:
    """A rate that the publisher of the rules allows."""

    id: str
    rate: float
    verified: str


@dataclass(frozen=True)
class FactorPath:
    """Factors of one set that are the price of one impact in different years."""

    id: str
    name: Text
    points: tuple[tuple[int, str], ...]
    """Calendar year and id of a factor, at least two, years rising."""
    growth_after: float = 0.0
    """Per year after the last of them."""
    growth_after_low: float | None = None
    growth_after_high: float | None = None
    """Its range, when the publisher states one."""

    def prices(self, factors: Mapping[str, Factor]) -> PricePath:
        """The path with the prices of its factors.

        Raises:
            ValueError: as ``PricePath``, or a factor that is not there.
        """
        missing = [key for _, key in self.points if key not in as_kind(factors, Mapping, "the factors")]
        if missing:
            raise ValueError(f"path '{self.id}' names factors that are not there: {', '.join(missing)}")
        points = tuple((year, factors[key].value) for year, key in self.points)
        return PricePath(points, self.growth_after, self.growth_after_low, self.growth_after_high)


@dataclass(frozen=True)
class FactorSet:
    """Factors of one publisher in one frame, one currency and one price year."""

    id: str
    name: Text
    publisher: str
    edition: str
    """The publisher's own version."""
    licence: str
    attribution: Text
    address: str
    basis: Basis
    factors: Mapping[str, Factor]
    discount_rates: tuple[DiscountRate, ...] = ()
    vat: Mapping[str, float] = field(default_factory=dict)
    """Share of tax by which a factor is raised in this frame, by factor id. Other factors hold it already."""
    paths: Mapping[str, FactorPath] = field(default_factory=dict)
    """Prices that differ by year, by id; ``from_year`` makes factors of them."""
    _biomes: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        as_kind(self.basis, Basis, "the basis of a factor set")
        for name in ("factors", "vat", "paths"):
            as_kind(getattr(self, name), Mapping, f"the {name} of a factor set")
        as_all(self.factors.values(), Factor, "factors")
        as_all(self.paths.values(), FactorPath, "paths of prices")
        as_all(self.discount_rates, DiscountRate, "discount rates")
        for share in self.vat.values():
            as_finite(share, "a share of tax")
        object.__setattr__(self, "factors", MappingProxyType(dict(self.factors)))
        object.__setattr__(self, "vat", MappingProxyType(dict(self.vat)))
        object.__setattr__(self, "paths", MappingProxyType(dict(self.paths)))
        by_impact: dict[str, list[str]] = {}
        for factor in self.factors.values():
            if factor.biome and factor.id.endswith(f"_{factor.biome}"):
                by_impact.setdefault(factor.id.removesuffix(f"_{factor.biome}"), []).append(factor.biome)
        object.__setattr__(self, "_biomes", {impact: tuple(found) for impact, found in by_impact.items()})

    def __hash__(self) -> int:
        return hash(self.basis)

    @property
    def version(self) -> str:
        """Hash of the files; another letter in a file gives another version."""
        return self.basis.version

    def biomes(self, impact: str) -> tuple[str, ...]:
        """The biomes between which one must choose for this impact; none when it does not depend on one.

        Raises:
            ValueError: no text.
        """
        return self._biomes.get(as_kind(impact, str, "the impact"), ())

    def find(self, impact: str, biome: str | None = None) -> Factor | None:
        """The factor of an impact, raised with tax where the frame asks for it; None when the set has none.

        Args:
            impact: id of a factor; or the part before the biome, such as ``land_occupation``, with ``biome`` beside it.

        Raises:
            ValueError: the impact has biomes, and ``biome`` is not one of them.
        """
        biomes = self.biomes(impact)
        as_kind(biome, str | None, "the biome")
        if biomes:
            if biome not in biomes:
                raise ValueError(
                    f"'{impact}' in set '{self.id}' needs a biome out of {', '.join(biomes)}, not {biome!r}"
                )
            impact = f"{impact}_{biome}"
        factor = self.factors.get(impact)
        return factor if factor is None or impact not in self.vat else factor.taxed(self.vat[impact])

    def from_year(self, base_year: int) -> "FactorSet":
        """The set with a factor for every path of prices that has begun by this year, under the id of the path.

        Its ``value`` is the price in that year; what is known least well of its points is said of the whole.

        Raises:
            ValueError: no whole number.
        """
        as_whole(base_year, "the base year")
        begun = [path for path in self.paths.values() if path.points[0][0] <= base_year]
        made = {path.id: self._along(path, base_year) for path in begun}
        taxes = {path.id: self.vat[path.points[0][1]] for path in begun if path.points[0][1] in self.vat}
        return replace(self, factors={**self.factors, **made}, vat={**self.vat, **taxes}) if made else self

    def _along(self, path: FactorPath, base_year: int) -> Factor:
        factors = [self.factors[key] for _, key in path.points]
        prices = path.prices(self.factors)
        return replace(
            factors[0],
            id=path.id,
            impact=path.name,
            value=prices.at(base_year),
            source="; ".join(dict.fromkeys(one.source for one in factors)),
            verified=max((one.verified for one in factors), key=[*map(str, VERIFIED)].index),
            by_year=prices,
            year=base_year,
        )
