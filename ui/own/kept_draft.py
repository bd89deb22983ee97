"""A draft that several windows write at once: every save joins what the others saved, and overwrites nothing of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from cases.store import OvertakenError, StoreError, own_cases
from cases.store.rights import Access
from cases.workbook.draft import Draft, NoDraftError, draft_bytes, draft_from
from cases.workbook.draft_changes import cell_changes_between
from cases.workbook.draft_merging import DraftClash, merged, with_mine
from texts import Told
from texts.message import message
from ui.own.undo_steps import Steps

UNREADABLE = message("drafts.unreadable")
TOO_MUCH = message("drafts.too_much")
ROUNDS = 20
"""How often a save begins anew because another window was first."""


@dataclass
class KeptDraft:
    """The draft in this window, and the one that this window last saw in the store."""

    case_id: str
    key: str
    steps: Steps
    base: Draft
    """As it was in the store with ``serial``."""
    serial: int
    saved: datetime
    access: Access
    """What the key opens: a link to read or comment saves nothing."""
    clashes: tuple[DraftClash, ...] = ()
    """Where this window and another changed the same, until somebody chooses. Theirs is what the draft holds."""
    joined: bool = False
    """True when the last save brought in what another window saved."""
    trouble: Told | None = None
    """Why the last change was not saved."""
    generation: int = 0
    """Goes up when the tables on screen have to be drawn anew, because the draft changed in another way."""

    @property
    def draft(self) -> Draft:
        """The draft as it is now, with everything undone left out."""
        return self.steps.now

    def undo(self) -> None:
        """Take back the last change of this window, not those of others, and save that."""
        self._step(-1)

    def redo(self) -> None:
        """Do again what was undone last, and save that."""
        self._step(1)

    def _step(self, way: int) -> None:
        self.take_in()
        clashes = self.steps.undo() if way < 0 else self.steps.redo()
        self.generation += 1
        self.save()
        self.clashes = self.clashes or clashes

    def take_in(self) -> bool:
        """Join what other windows saved; True when there was anything."""
        try:
            if own_cases().draft(self.case_id, self.key).serial == self.serial:
                return False
        except StoreError as error:
            self.trouble = error.text
            return False
        if self.access.may("save_draft"):
            self.save()
        else:
            self._follow()
        return self.joined

    def _follow(self) -> None:
        """The draft as others saved it last; nothing is written here."""
        self.trouble = None
        try:
            found = own_cases().draft(self.case_id, self.key)
            self.base = draft_from(found.data)
        except StoreError as error:
            self.trouble = error.text
        except NoDraftError:
            self.trouble = UNREADABLE
        else:
            self.serial, self.saved, self.joined = found.serial, found.saved, True
            self.steps.join(self.base)
            self.generation += 1

    def save(self) -> None:
        """Save the draft, joined with what others saved. What stands in the way is kept in ``trouble``; then nothing
        is saved, and the draft here stays as it is."""
        self.trouble, self.joined, self.clashes = None, False, ()
        try:
            self._save()
        except StoreError as error:
            self.trouble = error.text
        except NoDraftError:
            self.trouble = UNREADABLE
        except ValueError:  # together there are too many rows
            self.trouble = TOO_MUCH

    def _save(self) -> None:
        draft, clashes, serial, stored = self.draft, (), self.serial, None
        for _ in range(ROUNDS):
            if stored is None or draft != stored:
                try:
                    found = own_cases().save_draft(
                        self.case_id,
                        self.key,
                        draft_bytes(draft),
                        serial,
                        cell_changes_between(self.base if stored is None else stored, draft),
                    )
                except OvertakenError:
                    found = own_cases().draft(self.case_id, self.key)
                    stored, serial = draft_from(found.data), found.serial
                    draft, clashes = merged(self.base, self.draft, stored)
                    continue
            if stored is not None:
                self.joined, self.clashes = True, clashes
                self.steps.join(draft)
                self.generation += 1
            self.base, self.serial, self.saved = draft, found.serial, found.saved
            return
        raise OvertakenError

    def choose(self, mine: Collection[int]) -> None:
        """End the clashes: of those with these numbers my side is taken, of the others theirs stays."""
        draft = with_mine(self.draft, [clash for number, clash in enumerate(self.clashes) if number in mine])
        self.clashes = ()
        self.steps.do(draft)
        self.generation += 1
        self.save()
