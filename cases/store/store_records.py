"""What the store gives back: small frozen records. Moments are in UTC."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from cases.store.rights import LinkRole

Kind = Literal["criterion", "alternative"]
State = Literal["accepted", "merged", "declined", "erased"]


@dataclass(frozen=True)
class StoredDraft:
    """A case being written, in a form that only the editor knows."""

    data: bytes
    serial: int
    """Counts up with every save; who saves names the one that was read."""
    saved: datetime


@dataclass(frozen=True)
class Version:
    """Sound case files as they were saved. A version never changes."""

    number: int
    """From 1, without gaps."""
    hash: str
    """The version of the case that the files make."""
    saved: datetime
    who: str
    """A role, never a name."""
    why: str


@dataclass(frozen=True)
class About:
    """How a case stands."""

    case_id: str
    published: int | None
    """Number of the version in the list of cases; None when it is not in the list."""
    frozen: str | None
    """Why the facts are frozen; None when they are not."""
    deleted: datetime | None
    last_day: date | None
    """Until and including this day a deleted case can be restored; None when it is not deleted."""


@dataclass(frozen=True)
class LogEntry:
    """One line of the log of a case."""

    when: datetime
    what: str
    """new, new_key, version, publish, take_off, freeze, unfreeze, delete, restore, make_link, revoke_link, bind_link,
    report, four_eyes_on, four_eyes_off, open_call, close_call, accepted, merged, declined or erased."""
    number: int | None
    """Of the version, the link or the proposal that it is about; None when it is about none."""
    who: str
    """A role; empty when none was asked."""
    why: str
    """Empty when no reason was asked."""


@dataclass(frozen=True)
class RoleLink:
    """A link to a case for one role; the secret in it is not kept."""

    number: int
    """Counts from 1 in each case."""
    role: LinkRole
    label: str
    """For whom it was made: a role, never a name."""
    made: datetime
    revoked: datetime | None
    """Since then it opens nothing; None as long as it works."""
    signed_in: bool = False
    """True when it opens for one person who signs in, and no longer by itself."""


@dataclass(frozen=True)
class OpenedCase:
    """A case that opens for whoever signed in, with the role and the label of the link that was bound."""

    case_id: str
    role: LinkRole
    label: str


@dataclass(frozen=True)
class CellChange:
    """One cell, row or file that a save made different."""

    sheet: str
    """Key of the sheet; the name of a file beside the sheets."""
    row: str
    """What tells the row from the others; empty where all changes of a sheet are one line."""
    heading: str | None
    """None for a whole row, a file, and all changes of a sheet together."""
    before: str | None
    """None: it was not there."""
    after: str | None
    """None: it was taken away."""
    count: int = 1
    """Cells."""


@dataclass(frozen=True)
class KeptChange:
    """A change with its moment and the label of the link it was made with; empty: who manages the case."""

    when: datetime
    who: str
    change: CellChange


CommentState = Literal["open", "answered", "closed"]


@dataclass(frozen=True)
class CellComment:
    """What somebody said of a cell."""

    number: int
    """Counts from 1 in each case."""
    sheet: str
    row: str
    """What tells the row from the others."""
    heading: str
    words: str
    who: str
    """The label of the link; empty: who manages the case."""
    when: datetime
    state: CommentState
    answer: str
    """Empty when there is none."""
    answered_by: str


@dataclass(frozen=True)
class Published:
    """A version that stands in the list of cases."""

    case_id: str
    number: int
    hash: str


@dataclass(frozen=True)
class Call:
    """The planner asks residents for proposals."""

    token: str
    """In the link that is shared; it opens nothing but the form."""
    case_id: str
    open: bool


@dataclass(frozen=True)
class Proposal:
    """What somebody proposed, and what was done with it."""

    id: int
    """Counts from 1 in each case."""
    kind: Kind
    title: str
    words: str
    """Title and words are empty when they were erased."""
    language: str
    """The language of the page it was written on."""
    sent: date
    state: State | None
    """None: no answer yet."""
    reason: str
    """Empty when there is no answer yet."""
    merged_into: str
    """``criterion:ID`` or ``alternative:ID`` when merged, otherwise empty."""
