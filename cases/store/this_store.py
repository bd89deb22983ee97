"""The store of this process: made from the settings when it is first asked for, and then kept."""

import os
from functools import cache
from typing import TYPE_CHECKING

from cases.definition.model import Case
from cases.reading.loader import case_from_files
from cases.store.case_folders import case_roots
from cases.store.configuration import settings, sqlite_file
from cases.store.store_errors import OwnCasesOffError

if TYPE_CHECKING:
    from cases.store.cell_comments import CellComments
    from cases.store.own_case_store import OwnCases
    from cases.store.resident_proposals import Proposals
    from cases.store.role_links import RoleLinks


def kept_something() -> bool:
    """Whether there may be something in the store: False as long as its file was not made, but could be.

    Raises:
        OwnCasesOffError, ConfigurationError: as ``own_cases``.
    """
    if not settings().own_cases:
        raise OwnCasesOffError
    file = sqlite_file(settings().store)
    if file is None or file.exists() or own_cases.cache_info().currsize:
        return True
    nearest = next(folder for folder in file.absolute().parents if folder.exists())
    return not (nearest.is_dir() and os.access(nearest, os.W_OK))


@cache
def own_cases() -> "OwnCases":
    """The own cases of this process. After a failure the next call tries again.

    Raises:
        OwnCasesOffError: they are turned off.
        StoreUnreachableError: the database or its folder cannot be opened or written.
        ConfigurationError: a setting has a value that means nothing.
    """
    from cases.store.own_case_store import OwnCases  # with SQLAlchemy: who never asks does not wait for it

    if not settings().own_cases:
        raise OwnCasesOffError
    folders = {path.name for root in case_roots() for path in root.iterdir()}
    made = OwnCases(settings().store, taken=folders, most_mb=settings().store_mb)
    made.purge()
    return made


def own_links() -> "RoleLinks":
    """The links with roles to the cases in the same database; raises what ``own_cases`` raises."""
    from cases.store.role_links import RoleLinks

    return RoleLinks(own_cases().store)


def own_comments() -> "CellComments":
    """The comments on cells of the cases in the same database; raises what ``own_cases`` raises."""
    from cases.store.cell_comments import CellComments

    return CellComments(own_cases().store)


def own_proposals() -> "Proposals":
    """The proposals of residents in the same database; raises what ``own_cases`` raises."""
    from cases.store.resident_proposals import Proposals

    return Proposals(own_cases().store, most_open=settings().open_proposals)


def kept_case(case_id: str, number: int) -> Case:
    """The case in a version of an own case.

    Raises:
        CaseError: the checks became stricter since it was saved.
        StoreError: as ``OwnCases.contents``.
    """
    return case_from_files(own_cases().contents(case_id, number))
