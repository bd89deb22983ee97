"""Undo and redo: every state of a draft since it was opened, and which of them is the present one."""

from dataclasses import dataclass, field

from cases.workbook.draft import Draft

MOST = 100
"""States that are kept; each shares with its neighbours the sheets that did not change."""


@dataclass
class Steps:
    """The states in their order."""

    states: list[Draft]
    place: int = field(default=0)

    @property
    def now(self) -> Draft:
        """The present state."""
        return self.states[self.place]

    @property
    def can_undo(self) -> bool:
        """True when there is an older state to go back to."""
        return self.place > 0

    @property
    def can_redo(self) -> bool:
        """True when something was undone since the last change."""
        return self.place < len(self.states) - 1

    def do(self, draft: Draft) -> None:
        """A new state after the present one; what was undone is gone, and the oldest goes when there are too many."""
        if draft == self.now:
            return
        self.states[self.place + 1 :] = [draft]
        del self.states[:-MOST]
        self.place = len(self.states) - 1

    def undo(self) -> None:
        """One state back; nothing happens at the oldest."""
        self.place = max(0, self.place - 1)

    def redo(self) -> None:
        """One state forward; nothing happens at the newest."""
        self.place = min(len(self.states) - 1, self.place + 1)
