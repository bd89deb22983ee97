"""What a planner's board said between two runs of its Streamlit page.

The board tells its points to a light address (`web/board_answers.py`) on every release. They wait here until the page
of that visitor is drawn anew for another reason; the visitor holds this object, and it goes when the visitor goes. The
ticket stands for the visitor: it travels in the body of a request and over the page's own connection, in no address.
"""

import secrets
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from weakref import WeakValueDictionary

from cases.definition.model import Case
from weighing.links import from_link, start_to_link
from weighing.weighing import Weighing

LONGEST_PART = 8000
"""Characters of the points of one release that are read."""
MOST_WAITING = 100
"""Releases that wait; of more, the oldest can no longer be undone."""

Parts = dict[str, str]
"""The points of one release, as the parts of a link that hold them."""


@dataclass(eq=False)
class KeptPoints:
    """The board of one visitor: what its page was drawn with, and what it said since then."""

    case: Case
    weighing: Weighing
    """With which the page was drawn; where the weighing began and its ranges stay, whatever the board says."""
    language: str = ""
    requirements_off: tuple[str, ...] = ()
    ticket: str = field(default_factory=lambda: secrets.token_urlsafe(18))
    newest: int = 0
    """Number of the newest release that came; what comes later with a lower one is old news."""
    taken: int = 0
    """Number of the newest release that the page knows."""
    _waiting: deque[Parts] = field(default_factory=lambda: deque(maxlen=MOST_WAITING))
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        """From now on it can be found by its ticket, for as long as somebody holds it."""
        _open[self.ticket] = self

    def keep(self, number: int, parts: Parts) -> bool:
        """Let the points of a release wait for the page; False when a newer one came before it."""
        with self._lock:
            if number <= self.newest:
                return False
            self.newest = number
            self._waiting.append(parts)
            return True

    def skip(self, number: int) -> None:
        """Of the releases up to this number nothing counts any more."""
        with self._lock:
            self.newest = self.taken = max(self.newest, number)
            self._waiting.clear()

    def take(self) -> list[Parts]:
        """The releases that waited, the oldest in front."""
        with self._lock:
            waiting, self.taken = list(self._waiting), self.newest
            self._waiting.clear()
            return waiting


_open: WeakValueDictionary[str, KeptPoints] = WeakValueDictionary()


def with_ticket(ticket: str) -> KeptPoints | None:
    """The board with this ticket; None when its visitor left, or is served by another process."""
    return _open.get(ticket)


def read_points(case: Case, weighing: Weighing, said: Mapping[str, object]) -> tuple[Parts, Weighing] | None:
    """The points that a board said, and the weighing with them; None when anything is not as the board would send it.

    It comes from a browser, so it is read like a link from a stranger.
    """
    given = {key: said.get(key, "") for key in ("w", "c")}
    parts = {key: value for key, value in given.items() if isinstance(value, str) and value}
    if not all(isinstance(value, str) and len(value) <= LONGEST_PART for value in given.values()):
        return None
    found, ignored = from_link(case, start_to_link(case, weighing) | parts)
    return None if ignored or not found.started else (parts, found)
