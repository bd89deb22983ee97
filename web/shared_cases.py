"""The cases that can be seen: those on disk, read once per process, and the own cases that were published.

All pages and sessions share them. The store is asked at most once a second, by one of whoever comes along. That may
take a while, so a page asks from a thread of its own (a plain function, or ``run_in_threadpool``), never from the
event loop that serves everybody.
"""

import logging
import math
import threading
import time
from dataclasses import dataclass, field
from functools import cache

from cases.definition.model import Case
from cases.reading.loader import CaseError, available_cases
from cases.store import OwnCasesOffError, Published, StoreError, kept_case, kept_something, own_cases
from cases.store.case_folders import case_roots

LOOK_EVERY = 1.0
"""Seconds between two looks in the store."""
PURGE_EVERY = 3600.0
"""Seconds between two times that cases which were deleted long ago are removed for good."""
AFTER_FAILURE = 30.0
"""Seconds without a look after the store did not answer: a visitor would wait for it in vain."""
log = logging.getLogger(__name__)

Found = dict[str, Case | CaseError]


@dataclass
class _Own:
    """The published own cases as this process knows them."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    look_again: float = -math.inf
    purge_again: float = -math.inf
    forgotten: int = 0
    """How often somebody asked to look at once: a look that began before that does not count as the last one."""
    published: tuple[Published, ...] = ()
    cases: Found = field(default_factory=dict)
    failed: str | None = None
    """Why the last look failed; None when it did not."""
    off: bool = False


_own = _Own()


@cache
def shipped() -> Found:
    """Every case on disk, or what is wrong with it: those that come with the program, and those in the extra folder of
    this server. By the place that each case asks for."""
    found = {key: case for root in reversed(case_roots()) for key, case in available_cases(root).items()}
    return dict(sorted(found.items(), key=lambda item: (getattr(item[1], "list_place", math.inf), item[0])))


def all_cases() -> Found:
    """The shipped cases and then the published own cases by id: each case, or what is wrong with it."""
    if time.monotonic() >= _own.look_again:
        # Somebody is already looking: what was known a second ago will do. Only the first look is waited for.
        wait = _own.look_again == -math.inf
        if _own.lock.acquire(blocking=wait):
            try:
                if time.monotonic() >= _own.look_again:
                    _look()
            finally:
                _own.lock.release()
    return {**shipped(), **_own.cases}


def sound() -> dict[str, Case]:
    """The cases that can be opened; a draft that lies in a folder is not among them."""
    return {key: case for key, case in all_cases().items() if isinstance(case, Case) and case.state is None}


def damaged() -> dict[str, CaseError]:
    """The cases that cannot be opened, with their problems."""
    return {key: error for key, error in all_cases().items() if isinstance(error, CaseError)}


def own_available() -> bool:
    """Whether own cases are on and the store answered when it was last looked at."""
    all_cases()
    return not _own.off and _own.failed is None


def forget() -> None:
    """Look in the store at the next call, so that whoever published something sees it at once."""
    _own.forgotten += 1
    _own.look_again = -math.inf


def _look() -> None:
    """Take over what the store says now. When it says nothing, what was known stays and the shipped cases go on."""
    forgotten, wait = _own.forgotten, LOOK_EVERY
    shipped()  # read here the first time: whoever comes meanwhile waits for it, and does not read them, too
    try:
        published = _published() if kept_something() else ()
        if published != _own.published:
            made = {item.case_id: _case(item) for item in published if item.case_id not in shipped()}
            _own.cases = {key: case for key, case in made.items() if case is not None}
            _own.published = published
        if _own.failed is not None:
            log.info("own cases are available again")
        _own.failed = None
    except OwnCasesOffError:
        _own.off, wait = True, math.inf
    except StoreError as error:
        if str(error) != _own.failed:
            log.error("own cases are not available: %s (%s)", error, error.__cause__)
        _own.failed, wait = str(error), AFTER_FAILURE
    if forgotten == _own.forgotten:
        _own.look_again = time.monotonic() + wait


def _published() -> tuple[Published, ...]:
    if time.monotonic() >= _own.purge_again:
        own_cases().purge()
        _own.purge_again = time.monotonic() + PURGE_EVERY
    return own_cases().published()


def _case(item: Published) -> Case | CaseError | None:
    """The published version; the one that is known already when its files are the same. None when it cannot be read."""
    known = _own.cases.get(item.case_id)
    if isinstance(known, Case) and known.version == item.hash:
        return known
    try:
        return kept_case(item.case_id, item.number)
    except CaseError as error:  # the checks became stricter since it was saved
        return error
    except StoreError:
        raise
    except Exception:  # a mistake of ours in one own case must not take all other cases down
        log.exception("own case '%s' cannot be read", item.case_id)
        return None
