"""Cases that planners make themselves: drafts, versions, publication, and what residents propose for them.

``own_cases()`` gives the store of this process, ``own_proposals()`` the proposals of residents in the same database.
Nobody has an account: who makes a case gets a management key, of which only a hash is kept.
"""

from cases.store.own_cases import OwnCases
from cases.store.resident_proposals import Call, ClosedError, FullError, NoSuchProposalError, Proposal, Proposals
from cases.store.store_errors import (
    CaseIdTakenError,
    DeletedError,
    FrozenError,
    NoSuchCaseError,
    NoSuchVersionError,
    OvertakenError,
    OwnCasesOffError,
    StoreError,
    StoreFullError,
    StoreUnreachableError,
    TooLargeError,
    WordsError,
    WrongKeyError,
)
from cases.store.store_records import About, LogEntry, Published, StoredDraft, Version
from cases.store.this_store import own_cases, own_proposals

__all__ = [
    "About",
    "Call",
    "CaseIdTakenError",
    "ClosedError",
    "DeletedError",
    "StoredDraft",
    "LogEntry",
    "FrozenError",
    "FullError",
    "NoSuchCaseError",
    "NoSuchProposalError",
    "NoSuchVersionError",
    "OvertakenError",
    "OwnCases",
    "OwnCasesOffError",
    "Proposal",
    "Proposals",
    "Published",
    "StoreError",
    "StoreFullError",
    "StoreUnreachableError",
    "TooLargeError",
    "Version",
    "WordsError",
    "WrongKeyError",
    "own_cases",
    "own_proposals",
]
