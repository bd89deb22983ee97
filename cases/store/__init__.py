"""Cases that planners make themselves: drafts, versions, publication, and what residents propose for them.

``own_cases()`` gives the store of this process, ``own_proposals()`` the proposals of residents in the same database.
The library for databases loads when one of them is asked for the first time.
Nobody has an account: who makes a case gets a management key, of which only a hash is kept.
"""

from cases.store.store_errors import (
    CaseIdTakenError,
    ClosedError,
    DeletedError,
    DraftVersionError,
    FrozenError,
    FullError,
    FullLinksError,
    NoSuchCaseError,
    NoSuchLinkError,
    NoSuchProposalError,
    NoSuchVersionError,
    NotAllowedError,
    OvertakenError,
    OwnCasesOffError,
    RevokedLinkError,
    StoreError,
    StoreFullError,
    StoreUnreachableError,
    TooLargeError,
    WordsError,
    WrongKeyError,
)
from cases.store.store_records import About, Call, LogEntry, Proposal, Published, RoleLink, StoredDraft, Version
from cases.store.this_store import kept_case, kept_something, own_cases, own_links, own_proposals

__all__ = [
    "About",
    "Call",
    "CaseIdTakenError",
    "ClosedError",
    "DeletedError",
    "DraftVersionError",
    "FrozenError",
    "FullError",
    "FullLinksError",
    "LogEntry",
    "NoSuchCaseError",
    "NoSuchLinkError",
    "NoSuchProposalError",
    "NoSuchVersionError",
    "NotAllowedError",
    "OvertakenError",
    "OwnCasesOffError",
    "Proposal",
    "Published",
    "RevokedLinkError",
    "RoleLink",
    "StoreError",
    "StoreFullError",
    "StoreUnreachableError",
    "StoredDraft",
    "TooLargeError",
    "Version",
    "WordsError",
    "WrongKeyError",
    "kept_case",
    "kept_something",
    "own_cases",
    "own_links",
    "own_proposals",
]
