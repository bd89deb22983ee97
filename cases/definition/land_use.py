"""What the land is used for under each alternative: case.yaml and land_use.csv.

One line of the table is one claim: so much of the land has this use. What no line names stays not named; nobody fills
it in.
"""

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from files.fields import Grade, Id, Strict, Text

MOST_TILES = 400
"""Tiles that a picture can hold."""
Pattern = Literal[
    "field", "garden", "beds", "trees", "mixed_crops", "nature", "water", "green", "homes", "business", "paved"
]  # fmt: skip


class LandUse(Strict):
    """Something for which land can be used, the same in every alternative."""

    id: Id
    label: Text
    pattern: Pattern = Field(description="How its tiles look; every use has its own.")


@dataclass(frozen=True)
class UsedLand:
    """How much land of an alternative has a use: one line of land_use.csv, one claim."""

    alternative: str
    use: str
    amount: float | None
    """In ``land_unit`` of the case; None: the use is named, but not how much."""
    sources: tuple[str, ...]
    grade: Grade | None
    """None only where the amount is not known."""
    line: int
