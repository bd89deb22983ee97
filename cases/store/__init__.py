"""Cases that planners make themselves: drafts, versions, publication, and what residents propose for them.

``own_cases()`` gives the store of this process, ``own_proposals()`` the proposals of residents in the same database.
Nobody has an account: who makes a case gets a management key, of which only a hash is kept.
"""

from cases.store.errors import (
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
from cases.store.opened import own_cases, own_proposals
from cases.store.own_cases import OwnCases
from cases.store.proposals import Call, ClosedError, FullError, NoSuchProposalError, Proposal, Proposals
from cases.store.records import About, Draft, Entry, Published, Version

__all__ = [
    "About",
    "Call",
    "CaseIdTakenError",
    "ClosedError",
    "DeletedError",
    "Draft",
    "Entry",
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
