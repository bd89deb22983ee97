"""What a server does for its sessions besides answering: remove what is too old, and open enough files."""

import logging
import resource
import threading

from cases.store.store_errors import StoreError
from workshop.leading import Leading
from workshop.room_store import RoomStore

PURGE_EVERY = 3600.0
"""Seconds."""
FILES_WANTED = 4096
"""Open files. A phone holds one for its stream and at times a second one; the rest of the app needs some hundred."""
FILES_OF_APP = 300
log = logging.getLogger(__name__)


def purge_hourly(store: RoomStore, every: float = PURGE_EVERY) -> threading.Event:
    """Remove ballots whose days are over, every hour from now on, until the event that comes back is set."""
    stop = threading.Event()
    threading.Thread(target=_purge, args=(store, every, stop), name="retention", daemon=True).start()
    return stop


def _purge(store: RoomStore, every: float, stop: threading.Event) -> None:
    while not stop.wait(every):
        try:
            Leading(store).purge()
        except StoreError as error:  # the database is away: an hour later it is tried again
            log.error("ballots whose days are over could not be removed: %s (%s)", error, error.__cause__)


def open_enough_files(wanted: int = FILES_WANTED) -> int:
    """Let this process open as many files as a full hall needs; returns how many it can. Fewer is told in the log."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft == resource.RLIM_INFINITY or soft >= most:
        most = soft
    else:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    if most != resource.RLIM_INFINITY and most < wanted:
        log.warning(
            "only %d files can be open at once, enough for a session with about %d phones; "
            "start with `ulimit -n %d`, or with `LimitNOFILE=%d` in the service of systemd",
            most,
            max(0, (most - FILES_OF_APP) // 2),
            wanted,
            wanted,
        )
    return most
