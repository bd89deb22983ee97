"""The weighing in a link, also in one that was made with an older version of an own case."""

import logging
from collections.abc import Mapping
from functools import lru_cache

from cases.definition.model import Case
from cases.store import StoreError, kept_case, own_cases
from files.problems import CaseError
from weighing.links import Ignored, from_link, other_version
from weighing.version_change import marked
from weighing.weighing import Weighing

log = logging.getLogger(__name__)
MOST_KEPT = 32
"""Older versions that are kept in memory."""


def weighing_in(case: Case, parts: Mapping[str, str]) -> tuple[Weighing, tuple[Ignored, ...]]:
    """As ``from_link``; when the link was made with an older version, criteria whose range moved are marked.

    Of a shipped case the older versions are not here; then nothing is marked, and the note about the version tells.
    """
    weighing, ignored = from_link(case, parts)
    version = other_version(case, parts)
    old = older(case.id, version) if version is not None and weighing.started else None
    return (marked(weighing, old, case) if old is not None else weighing), ignored


def older(case_id: str, version: str) -> Case | None:
    """The version of an own case with this hash; None when there is none, or the store cannot be reached."""
    try:
        numbers = [found.number for found in own_cases().versions(case_id) if found.hash == version]
        return _case(case_id, numbers[0], version) if numbers else None
    except (StoreError, CaseError) as error:
        log.info("an older version of '%s' could not be opened: %s", case_id, error)
        return None


@lru_cache(maxsize=MOST_KEPT)
def _case(case_id: str, number: int, _: str) -> Case:
    """A version never changes; the hash tells it from the version of a case that once had the same id."""
    return kept_case(case_id, number)
