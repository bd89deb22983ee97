"""The store of this process: made from the settings when it is first asked for, and then kept."""

from functools import cache

from cases import SHIPPED
from cases.store.configuration import settings
from cases.store.own_cases import OwnCases
from cases.store.resident_proposals import Proposals
from cases.store.store_errors import OwnCasesOffError


@cache
def own_cases() -> OwnCases:
    """The own cases of this process. After a failure the next call tries again.

    Raises:
        OwnCasesOffError: they are turned off.
        StoreUnreachableError: the database or its folder cannot be opened or written.
        ConfigurationError: a setting has a value that means nothing.
    """
    if not settings().own_cases:
        raise OwnCasesOffError
    folders = {path.name for path in SHIPPED.iterdir()}
    made = OwnCases(settings().store, taken=folders, most_mb=settings().store_mb)
    made.purge()
    return made


def own_proposals() -> Proposals:
    """The proposals of residents in the same database; raises what ``own_cases`` raises."""
    return Proposals(own_cases().store, most_open=settings().open_proposals)
