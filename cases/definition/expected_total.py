"""A total to compare with, in expected.csv."""

from dataclasses import dataclass, field

from files.places import Place


@dataclass(frozen=True)
class ExpectedTotal:
    """A total from an independent calculation."""

    total: float | None
    """None: not known."""
    decimals: int = field(compare=False)
    """How many digits behind the decimal mark were written."""
    place: Place = field(compare=False)
    """Where it stands."""
