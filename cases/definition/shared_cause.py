"""What moves the doubt of several effects at once: case.yaml and effects_by_cause.csv.

An effect that follows a cause is high when the cause is high, or low when the cause is high: wholly, or as far as it
says. What no line names varies by itself, or with its alternative where that says so.
"""

from dataclasses import dataclass
from typing import Literal

from files.fields import Id, SourceId, Strict, Text

Way = Literal["with", "against"]
Strength = Literal["wholly", "mostly", "partly"]

RANK_CORRELATION: dict[Strength, float] = {"wholly": 1.0, "mostly": 0.8, "partly": 0.5}
"""Of an effect with its cause, by what is said of it (record 0037)."""


class SharedCause(Strict):
    """Something that is not certain and that moves several effects at once."""

    id: Id
    label: Text
    about: Text
    sources: tuple[SourceId, ...] = ()


@dataclass(frozen=True)
class CausedEffect:
    """One effect that follows a cause: a line of effects_by_cause.csv."""

    cause: str
    alternative: str
    criterion: str
    way: Way
    """``with``: a high number when the cause is high, whether that is good or bad; ``against``: a low one."""
    strength: Strength
    """``wholly``: only the cause makes its range; ``mostly``: it makes the larger part; ``partly``: the smaller."""
    line: int

    @property
    def follows(self) -> float:
        """Rank correlation of the effect with its cause, from -1 to 1."""
        return RANK_CORRELATION[self.strength] * (1 if self.way == "with" else -1)
