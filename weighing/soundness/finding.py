"""One thing to know about a case, with its place, why it matters and how to mend it."""

from dataclasses import dataclass
from typing import Literal

from files.fields import Text

Severity = Literal["warning", "notice"]
"""``warning``: this may lean over or mislead; somebody has to answer for it. ``notice``: good to know."""


@dataclass(frozen=True)
class Kind:
    """What all findings of one kind share."""

    id: str
    """Does not change: programs and reports may refer to it."""
    title: Text
    why: Text
    mend: Text


@dataclass(frozen=True)
class Finding:
    """What was found at one place. It stops no case from opening."""

    kind: Kind
    severity: Severity
    found: Text
    """With the numbers."""
    places: tuple[str, ...]
    """Ids with points between: ``criteria.jobs``, ``alternatives.tram``, ``themes.work``, ``performances.tram.co2``,
    ``monitor_topics.here_now.health``. Empty: it is about the whole case."""

    @property
    def id(self) -> str:
        """Of its kind."""
        return self.kind.id


def in_dutch(number: str) -> str:
    """A number with a decimal comma."""
    return number.replace(".", ",")
