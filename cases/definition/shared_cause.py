"""What moves the doubt of several effects at once: case.yaml and effects_by_cause.csv.

An effect that follows a cause is high when the cause is high, or low when the cause is high. What no line names varies
by itself, or with its alternative where that says so.
"""

from dataclasses import dataclass
from typing import Literal

from files.fields import Id, SourceId, Strict, Text

Way = Literal["with", "against"]


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
    line: int
