"""Undo and redo of one's own changes: what others changed in the meantime stays."""

from dataclasses import dataclass, field

from cases.workbook.draft import Draft
from cases.workbook.draft_merging import DraftClash, Merged, merged

MOST = 100
"""Changes that are kept; each shares with its neighbours the sheets that did not change."""

Change = tuple[Draft, Draft]
"""The draft before and after."""


@dataclass
class Steps:
    """The present draft, and one's own changes that led to it."""

    now: Draft
    done: list[Change] = field(default_factory=list)
    undone: list[Change] = field(default_factory=list)

    @property
    def can_undo(self) -> bool:
        """True when there is a change of one's own to take back."""
        return bool(self.done)

    @property
    def can_redo(self) -> bool:
        """True when something was undone since the last change."""
        return bool(self.undone)

    def do(self, draft: Draft) -> None:
        """A change of one's own; what was undone is gone, and the oldest goes when there are too many."""
        if draft == self.now:
            return
        self.done.append((self.now, draft))
        del self.done[:-MOST]
        self.undone.clear()
        self.now = draft

    def join(self, draft: Draft) -> None:
        """What others changed came in; that is no step to undo."""
        self.now = draft

    def undo(self) -> tuple[DraftClash, ...]:
        """The last change taken back, if there is one. What others changed since stays, as a clash."""
        if not self.done:
            return ()
        before, after = self.done.pop()
        self.undone.append((before, after))
        return self._take(merged(after, before, self.now))

    def redo(self) -> tuple[DraftClash, ...]:
        """What was undone last done again, as `undo`."""
        if not self.undone:
            return ()
        before, after = self.undone.pop()
        self.done.append((before, after))
        return self._take(merged(before, after, self.now))

    def _take(self, found: Merged) -> tuple[DraftClash, ...]:
        self.now = found.draft
        return found.clashes
