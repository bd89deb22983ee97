"""One thing to know about a case, with its place, why it matters and how to mend it."""

from dataclasses import dataclass
from typing import Literal

from texts.message import Message, message
from texts.numbers import decimal_mark, number

Severity = Literal["warning", "notice"]
"""``warning``: this may lean over or mislead; somebody has to answer for it. ``notice``: good to know."""


@dataclass(frozen=True)
class Finding:
    """What was found at one place. It stops no case from opening."""

    id: str
    """Of its kind. Does not change: programs and reports may refer to it."""
    severity: Severity
    found: Message
    """With the numbers."""
    places: tuple[str, ...] = ()
    """Ids with points between: ``criteria.jobs``, ``alternatives.tram``, ``themes.work``, ``performances.tram.co2``,
    ``monitor_topics.here_now.health``, ``futures.dry``. Empty: it is about the whole case."""

    @property
    def title(self) -> Message:
        """The same for all findings of one kind, as are `why` and `mend`."""
        return message(f"soundness.{self.id}_title")

    @property
    def why(self) -> Message:
        """Why it matters."""
        return message(f"soundness.{self.id}_why")

    @property
    def mend(self) -> Message:
        """What to do about it."""
        return message(f"soundness.{self.id}_mend")


@dataclass(frozen=True)
class Decimal:
    """A number in a sentence: with the marks of each language, as the screens write it."""

    written: str

    def get(self, language: str) -> str:
        """The number in one language."""
        if not self.written.lstrip("-").replace(".", "").isdigit():
            return self.written.replace(".", decimal_mark(language))
        return number(float(self.written), language, len(self.written.partition(".")[2]))
