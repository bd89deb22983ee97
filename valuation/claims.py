"""One value, several figures: claims are shown side by side, since an average would hide the dispute."""

from dataclasses import dataclass, replace

from valuation.amounts import Amount, AmountRange


@dataclass(frozen=True)
class Claim:
    """What one party says an effect is worth."""

    who: str
    amount: Amount


@dataclass(frozen=True)
class ContestedValue:
    """All claims about one effect. It has no sum and no average.

    Raises:
        ValueError: fewer than two claims, one party twice, or claims in different kinds of euros.
    """

    effect: str
    claims: tuple[Claim, ...]

    def __post_init__(self) -> None:
        names = [claim.who for claim in self.claims]
        if len(names) < 2:
            raise ValueError(f"effect '{self.effect}' is contested only when at least two figures are claimed")
        if len(set(names)) < len(names):
            raise ValueError(f"effect '{self.effect}': somebody claims two figures; give each figure its own name")
        for claim in self.claims[1:]:
            _ = self.claims[0].amount + claim.amount  # refuses two kinds of euros

    def lowest_to_highest(self) -> Amount:
        """From the lowest to the highest claim, without a central value."""
        ends = [end for claim in self.claims for end in claim.amount.value.ends()]
        return replace(self.claims[0].amount, value=AmountRange(min(ends), None, max(ends)))
