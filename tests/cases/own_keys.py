"""Whether a key is that of an own case, as whoever holds it finds out."""

from cases.store import NoSuchCaseError, WrongKeyError
from cases.store.own_case_store import OwnCases


def opens(store: OwnCases, case_id: str, key: str) -> bool:
    """The draft opens with it."""
    try:
        store.draft(case_id, key)
    except (NoSuchCaseError, WrongKeyError):
        return False
    return True
